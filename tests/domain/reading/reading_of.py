"""Small ways to read a text in a test."""

from collections.abc import Iterator
from pathlib import Path

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import Reading, read_page
from guatu.domain.reading.values import Directive

LEAD = "本报讯 11月6日，县长罗远航主持召开县政府第3次常务会议。方明、齐小雨参加会议。\n\n"


def read(text: str, *, year: int | None = 2024) -> Reading:
    return read_page(text, lexicon=load_lexicon(), year=year)


def demands(words: str, *, year: int | None = 2024) -> tuple[Directive, ...]:
    """Read one paragraph of speech after an ordinary lead."""
    return read(LEAD + words, year=year).directives


def told(words: str) -> list[tuple[list[str], str]]:
    """Return addressees and action of each directive of a paragraph."""
    return [([each.text for each in one.addressees], one.action) for one in demands(words)]


VISIT = "县长检查工地\n\n本报讯 11月6日，县长罗远航到城东水厂工地检查。副县长方明参加。\n\n"
FIRST_PAGE = "县政府召开例会\n\n" + LEAD.strip()


def told_on_visit(words: str) -> list[tuple[list[str], str]]:
    """Return addressees and action of each directive of words said on a visit."""
    return [
        ([each.text for each in one.addressees], one.action)
        for one in read(VISIT + words).directives
    ]


def constructions(file: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the constructions of a file of sentences with their rows: what is expected, and the words.

    A line with # begins a construction, one with ? is a case that is known to be read wrong.
    """
    title, rows = "", list[tuple[str, str]]()
    for line in [*file.read_text("utf-8").splitlines(), "# end"]:
        if line.startswith("# "):
            if rows:
                yield f"{file.stem}: {title}", rows
            title, rows = line[2:], []
        elif line and line[0] not in "?#":
            expected, _, words = line.partition("|")
            rows.append((expected, words))
