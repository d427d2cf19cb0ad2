"""Who is told, over some hundreds of sentences by construction (``names/*.txt``): no name too long, none cut."""

from pathlib import Path

import pytest
from tests.domain.reading.reading_of import constructions, demands

_FILES = sorted((Path(__file__).parent / "names").glob("*.txt"))
_FRAMES = ("会议要求，{}。", "县长罗远航强调，思想认识要再提高。{}。")


def _told(words: str) -> str:
    """Return whom the demands of a paragraph tell, in turn, each once."""
    turns: list[str] = []
    for one in demands(words):
        whom = "+".join(each.text for each in one.addressees) or "-"
        if turns[-1:] != [whom]:
            turns.append(whom)
    return "/".join(turns)


_GROUPS = tuple(group for file in _FILES for group in constructions(file))


def test_the_sentences_are_some_hundreds_of_many_constructions():
    assert len(_GROUPS) >= 20
    assert sum(len(rows) for _, rows in _GROUPS) >= 300


@pytest.mark.parametrize("rows", [rows for _, rows in _GROUPS], ids=[title for title, _ in _GROUPS])
def test_units_are_told_by_the_whole_of_their_names_and_no_more(rows: list[tuple[str, str]]):
    first, later = _FRAMES
    wrong = [
        (words, whom, said)
        for whom, words in rows
        for said in (_told(first.format(words)), _told(later.format(words)).removeprefix("-/"))
        if said != whom
    ]

    assert wrong == []
