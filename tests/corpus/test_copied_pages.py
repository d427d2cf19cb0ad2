"""Pages as copied from a site: bylines or stamps below every headline; how many headlines stay their report's."""

import sys
from collections import defaultdict

import pytest
from tests.corpus.annotation import read_counties
from tests.corpus.directive_corpus import COUNTIES

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

GROUPS = ("ninth", "tenth", "eleventh", "thirteenth")
BYLINES = ("本报记者 苗可欣", "记者 郝秋远 通讯员 方小满", "（记者 罗远航）")
STAMPS = ("发布时间：2024-05-06 10:28 来源：县融媒", "来源：融媒中心 日期：2024-05-06")
# Before both were known to stand below a headline, 127 and none of 198 stayed with their reports.
FLOOR = 0.985


def _bare(words):
    return "".join(words.split())


def _pages(below):
    """Yield a page of three reports of a county with the headlines that stand on it."""
    for group in GROUPS:
        by_county = defaultdict(list)
        for one in read_counties(COUNTIES, group):
            if one.headline and one.genre not in ("notice", "minutes"):
                lines = (one.kicker, *one.headline, one.sub_headline)
                by_county[one.county].append(([line for line in lines if line], one.paragraphs))
        for told in by_county.values():
            for first in range(0, len(told) - 2, 3):
                three = told[first : first + 3]
                rows = [
                    row
                    for number, (lines, paragraphs) in enumerate(three)
                    for row in (*lines, below[(first + number) % len(below)], *paragraphs)
                ]
                yield "\n".join(rows), [_bare("".join(lines)) for lines, _ in three]


@pytest.mark.parametrize("below", [BYLINES, STAMPS], ids=["bylines", "stamps"])
def test_headlines_of_copied_pages_stay_with_their_reports(below, capsys):
    right = wanted = 0
    for text, headlines in _pages(below):
        reading = read_page(text, lexicon=load_lexicon(), year=2024)
        found = [_bare(one.headline.text) for one in reading.articles if one.headline]
        wanted += len(headlines)
        right += sum(one in found for one in headlines)
    with capsys.disabled():
        sys.stdout.write(f"\ncopied pages: {right} of {wanted} headlines\n")
    assert wanted > 150
    assert right >= FLOOR * wanted
