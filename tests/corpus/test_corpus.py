"""Precision and recall on the invented pages, printed, and never allowed to fall."""

import json
import sys
from pathlib import Path

import pytest
from tests.corpus.generator import corpus
from tests.corpus.scoring import Score, score

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

RATCHET = Path(__file__).parent / "ratchet.json"
_ROUNDING = 0.0005


def totals(group: str) -> Score:
    result = Score()
    for page in corpus():
        if page.group == group:
            # A page that prints no year is read with the year its clerk would give.
            reading = read_page(page.text, lexicon=load_lexicon(), year=page.year)
            result.merge(score(page, reading))
    return result


@pytest.mark.parametrize("group", ["tuning", "blind", "second"])
def test_the_corpus_when_read_then_no_measure_falls_below_the_ratchet(group: str, capsys):
    floor = json.loads(RATCHET.read_text(encoding="utf-8"))[group]
    result = totals(group)
    rows = [f"\n{group:18} {'P':>6} {'R':>6} {'F1':>6} {'n':>6}"]
    rows += [
        f"  {name:16} {one.precision:6.3f} {one.recall:6.3f} {one.f1:6.3f} {one.true:6}"
        for name, one in result.measures.items()
    ]
    with capsys.disabled():
        sys.stdout.write("\n".join(rows) + "\n")
    assert set(floor) == set(result.measures)
    fallen = {
        name: (round(one.f1, 3), floor[name])
        for name, one in result.measures.items()
        if one.f1 < floor[name] - _ROUNDING
    }
    assert fallen == {}


def test_the_corpus_holds_nineteen_counties_in_three_groups():
    pages = corpus()
    groups = [page.group for page in pages]
    assert {one: groups.count(one) for one in groups} == {"tuning": 10, "blind": 3, "second": 6}
    assert all(page.damages and 2 <= len(page.articles) <= 4 for page in pages)
    assert [page.name for page in pages if not page.marked] == ["15-baidu"]


def test_a_damaged_page_keeps_every_character_of_the_truth_where_it_says():
    for page in corpus():
        for sign, origin in zip(page.text, page.origins, strict=True):
            if origin and origin[0] in ("p", "copy"):
                clean = page.articles[origin[1]].paragraphs[origin[2]][origin[3]]
                assert sign == clean or sign in ",;:?!()"
