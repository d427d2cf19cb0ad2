"""What reports of meetings and notices demand, over sentences by construction (``reports/*.txt``)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.domain.reading.reading_of import demands

_FILES = sorted((Path(__file__).parent / "reports").glob("*.txt"))
_FRAME = "3月5日，县长罗远航主持召开全县重点工作调度会。"


def _groups() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each construction with its words and what they demand of whom."""
    for file in _FILES:
        title, rows = "", list[tuple[str, str]]()
        for line in [*file.read_text("utf-8").splitlines(), "# end"]:
            if line.startswith("# "):
                if rows:
                    yield f"{file.stem}: {title}", rows
                title, rows = line[2:], []
            elif line and line[0] not in "?#":
                wanted, _, words = line.partition("|")
                rows.append((wanted, words))


def _agrees(wanted: str, words: str) -> bool:
    """Tell whether a paragraph demands of each what is wanted; 。 behind it wants all of its words."""
    said = demands(_FRAME + words)
    turns = [one.partition("=") for one in wanted.split(";") if one]
    if len(said) != len(turns):
        return False
    for one, (whom, _, begins) in zip(said, turns, strict=True):
        told = "+".join(each.text for each in one.addressees) or "~"
        action = one.action.rstrip("。；") + "。"
        fits = action == begins if begins.endswith("。") else action.startswith(begins)
        if told != whom or not fits:
            return False
    return True


_GROUPS = tuple(_groups())


@pytest.mark.parametrize(("title", "rows"), _GROUPS, ids=[title for title, _ in _GROUPS])
def test_reports_demand_of_each_what_their_words_say(title: str, rows: list[tuple[str, str]]):
    wrong = [(wanted, words) for wanted, words in rows if not _agrees(wanted, words)]

    assert title
    assert wrong == []
