"""A limit that opens a sentence is shared by all in it that end something."""

import pytest
from tests.domain.reading.reading_of import demands


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("会议要求，12月底前，县住建局完成接通，青石镇完成清障。", ["12-31", "12-31"]),
        ("会议要求：12月底前，县住建局完成接通，青石镇清障到位。", ["12-31", "12-31"]),
        ("会议要求，12月底前，县住建局完成接通，青石镇加强日常管护。", ["12-31", None]),
        ("会议要求，12月底前，县住建局完成接通，青石镇每周报送进展。", ["12-31", None]),
        ("会议要求，县住建局12月底前完成接通，青石镇完成清障。", ["12-31", None]),
        ("下一步怎么办？县住建局要把责任明确，青石镇要完成清障。", [None, None]),
        ("会议要求，12月底前，县住建局完成接通，青石镇12月20日前完成清障。", ["12-31", "12-20"]),
    ],
)
def test_a_limit_in_front_holds_for_all_that_end_something(words: str, days: list[str | None]):
    found = [one.deadline.day for one in demands(words, year=2025)]
    assert [str(one)[5:] if one is not None else None for one in found] == days
