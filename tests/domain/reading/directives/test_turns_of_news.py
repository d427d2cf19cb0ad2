"""What reports of meetings and notices demand, over sentences by construction (``reports/*.txt``)."""

from pathlib import Path

import pytest
from tests.domain.reading.reading_of import constructions, demands

_FILES = sorted((Path(__file__).parent / "reports").glob("*.txt"))
_FRAME = "3月5日，县长罗远航主持召开全县重点工作调度会。"


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


_GROUPS = tuple(group for file in _FILES for group in constructions(file))


@pytest.mark.parametrize("rows", [rows for _, rows in _GROUPS], ids=[title for title, _ in _GROUPS])
def test_reports_demand_of_each_what_their_words_say(rows: list[tuple[str, str]]):
    wrong = [(wanted, words) for wanted, words in rows if not _agrees(wanted, words)]

    assert wrong == []
