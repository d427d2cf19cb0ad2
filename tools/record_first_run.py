"""Keeps what the reader says of annotated articles that no rule has seen yet, and how much was right.

Usage: ``python -m tools.record_first_run GROUP [FILE…]`` from the root of the repository, right
after articles were added and before anybody opens them for a rule. The counts go into
``tests/corpus/first_runs.json``: by name, how often directives with the same grounds were said
and right, on the articles one by one and on composed pages, undamaged and damaged.

``tools/train_directives.py`` learns from them how sure a directive is. On articles that rules
were written for, directives are right more often than on any new page.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES, clean_of_counties, compose
from tests.corpus.grades import Decision
from tests.corpus.grading import clean_page, grade, places_from_origins
from tests.corpus.harms import CLEAN, HARD, NORMAL
from tests.corpus.truth import Article

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import read_page
from guatu.domain.reading.directives.sureness import GROUNDS

KEPT = Path(__file__).parent.parent / "tests" / "corpus" / "first_runs.json"
SEED, PAGES = 301, 10


def decisions_of(articles: Sequence[Article], group: str) -> Iterator[Decision]:
    """Yield every directive said of some articles of a group: alone, and on composed pages."""
    lexicon, working = load_lexicon(), five_days(holidays=china_holidays())

    def read(text: str, on_it: Sequence[Article], places: Sequence) -> list[Decision]:
        reading = read_page(text, lexicon=lexicon, year=on_it[0].year, working=working)
        return grade(text, reading, on_it, places).decisions

    for one in articles:
        text, places = clean_page([one])
        yield from read(text, [one], places)
    clean = clean_of_counties(group)
    for county in sorted({one.county for one in articles}):
        for harm in (CLEAN, NORMAL, HARD):
            for number in range(PAGES):
                page = compose(clean[county], county=county, seed=SEED, number=number, harm=harm)
                on_it = [one.source for one in page.articles]
                yield from read(page.text, on_it, places_from_origins(page.origins, len(on_it)))


def counted(decisions: Iterator[Decision]) -> list[list[int]]:
    """Return rows of grounds (one bit each, in the order of ``GROUNDS``), right and said."""
    rows: dict[int, list[int]] = {}
    for one in decisions:
        bits = sum(1 << GROUNDS.index(name) for name in one.one.grounds)
        row = rows.setdefault(bits, [bits, 0, 0])
        row[1] += one.right
        row[2] += 1
    return [rows[bits] for bits in sorted(rows)]


def kept() -> dict[str, list[list[int]]]:
    """Return the first runs kept so far, by name, in the order of today's ``GROUNDS``."""
    if not KEPT.exists():
        return {}
    document = json.loads(KEPT.read_text(encoding="utf-8"))
    place = [GROUNDS.index(name) if name in GROUNDS else None for name in document["grounds"]]
    return {
        name: [
            [
                sum(
                    1 << new for old, new in enumerate(place) if new is not None and bits >> old & 1
                ),
                held,
                said,
            ]
            for bits, held, said in rows
        ]
        for name, rows in document["runs"].items()
    }


def keep(runs: dict[str, list[list[int]]]) -> None:
    """Write the first runs, a name a line."""
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(runs[name], separators=(',', ':'))}"
        for name in sorted(runs)
    )
    grounds = json.dumps(list(GROUNDS))
    KEPT.write_text(
        f'{{\n "grounds": {grounds},\n "runs": {{\n{lines}\n }}\n}}\n', encoding="utf-8"
    )


def main(arguments: Sequence[str]) -> None:
    """Record the first run of a group, or of files of it."""
    group, *files = arguments
    runs = kept()
    articles = read_counties(COUNTIES, group)
    for name in files or (group,):
        mine = [one for one in articles if not files or name in one.file]
        if name in runs or not mine:
            raise SystemExit(f"{name}: recorded already, or no such articles")
        runs[name] = counted(decisions_of(mine, group))
    keep(runs)


if __name__ == "__main__":
    main(sys.argv[1:])
