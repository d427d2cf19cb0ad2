"""Constructions of visits, inspections and dispatches: who is told, and how far his demand reaches."""

from pathlib import Path

import pytest
from tests.domain.reading.reading_of import constructions, told_on_visit

_ROWS = [
    pytest.param(expected, words, id=f"{title}: {words}")
    for title, rows in constructions(Path(__file__).with_name("visits.txt"))
    for expected, words in rows
]


@pytest.mark.parametrize(("expected", "words"), _ROWS)
def test_a_visit_tells_whom_it_names(expected: str, words: str) -> None:
    """Those told stand before |, ``-`` for nobody, ``0`` for no demand; ``=``: all that follows is demanded."""
    found = told_on_visit(words)
    whom = list(dict.fromkeys("、".join(names) or "-" for names, _ in found))
    assert whom == ([] if expected == "0" else expected.removeprefix("=").split(";"))
    if expected.startswith("="):
        whole = words[words.index("：" if "：" in words else "，") + 1 :].rstrip("。")
        for part, (_, action) in zip(whole.split("；"), found, strict=True):
            assert action[:4] in part[:10]
