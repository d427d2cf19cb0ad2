"""The tables that segmentation stands on: what articles of the genre say, and what characters are about.

Used by ``tools/train_reading.py``, which writes them before it trains.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from tests.corpus.blocks import Clean
from tests.corpus.damage import clean_of_counties, clean_of_pages

from guatu.domain.reading.likeness import pairs
from guatu.domain.reading.topics import Topics
from tools.fitting_topics import fit_topics

PACKS = Path(__file__).parent.parent / "src" / "guatu" / "packs"
FOLDS = 6
# All of these were opened; nothing is ever learned from the closed groups.
GROUPS = ("tuning", "first", "last", "third", "practice", "fourth", "fifth")

_LATIN = re.compile("[!-~]")


def fold_of_county(county: str) -> int:
    """Return to which part of the counties one belongs."""
    return crc32(county.encode()) % FOLDS


def unseen_topics() -> dict[int, Topics]:
    """Return for each part of the counties what characters are about by the articles of all others."""
    told = [(fold_of_county(county), _plain(one)) for county, one in _articles()]
    return {
        fold: fit_topics([words for other, words in told if other != fold]) for fold in range(FOLDS)
    }


def _plain(one: Clean) -> str:
    return "".join(one.paragraphs)


def _articles() -> list[tuple[str, Clean]]:
    """Return the articles that tables rest on, each with its county; those of the page files are mixed."""
    pages = [("mixed", one) for group in clean_of_pages("tuning").values() for one in group]
    return pages + [
        (county, one)
        for group in GROUPS
        for county, articles in clean_of_counties(group).items()
        for one in articles
    ]


def _write_shares(name: str, remark: str, shares: Mapping[str, float]) -> None:
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for pair, share in shares.items():
        levels[round(100 * share)].append(pair)
    rows = [f"# {remark}; by tools/train_reading.py."]
    rows += [f"{level} {''.join(sorted(found))}" for level, found in sorted(levels.items())]
    (PACKS / "words" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _write_topics(found: Topics) -> None:
    rows = ["# Where each character points by what it is about; by tools/train_reading.py."]
    rows += [
        f"{sign} {''.join(chr(ord('S') + int(step)) for step in found.directions[n])}"
        for sign, n in found.rows.items()
    ]
    (PACKS / "words" / "topics.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def write_tables() -> None:
    """Write in how many articles each pair of characters stands, and what each character is about."""
    articles = [one for _, one in _articles()]
    held: Counter[str] = Counter()
    for one in articles:
        held.update(pairs("".join("。".join(one.paragraphs).split())))
    _write_topics(fit_topics([_plain(one) for one in articles]))
    plain = [pair for pair, count in held.items() if count > 1 and not _LATIN.search(pair)]
    _write_shares(
        "genre_pairs.txt",
        "The share (in 100) of tuning articles that hold each pair of characters",
        {pair: held[pair] / len(articles) for pair in plain},
    )
