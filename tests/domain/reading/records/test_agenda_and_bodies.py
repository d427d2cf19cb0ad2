"""What is no item of an agenda and no body, and bodies that a count or a speech sums up."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.bodies import body_kind
from guatu.domain.reading.values import Record

_OPENING = "县政府召开专题会议\n\n本报讯 3月5日，县长栾知秋主持召开县政府专题会议。"


def _record(words: str) -> Record:
    return read(_OPENING + words).records[0]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("会议听取了部门负责人述职情况汇报，书面审议了《年度要点》。", ["《年度要点》"]),
        ("会议还研究了干部事宜。", []),
        ("与会人员充分讨论，达成以下共识。", []),
        ("县长栾知秋作总结部署，副县长郗望川主持会议。", []),
        ("会议听取值守人员介绍。", []),
        ("会议听取情况、直面难题、交办任务。", []),
    ],
)
def test_a_meeting_when_something_else_is_told_then_it_is_no_item(words: str, items: list[str]):
    found = [one.text for one in _record(words).agenda]

    assert [one for one in found if "述职" not in one] == items


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "县财政局、县水利局、县林业局等8个部门主要负责人依次过关。",
            {"县财政局", "县水利局", "县林业局"},
        ),
        (
            "县财政局、石桥镇、河口铸管集团负责人先后作表态发言。",
            {"县财政局", "石桥镇", "河口铸管集团"},
        ),
        ("会议连线石桥镇、三河镇等沿河镇，逐一了解情况。", {"石桥镇", "三河镇"}),
    ],
)
def test_bodies_when_a_count_or_a_speech_sums_them_up_then_each_is_found(
    words: str, names: set[str]
):
    assert {one.name for one in _record(words).organisations} == names


@pytest.mark.parametrize(
    "words",
    [
        "行政村",
        "沿海镇",
        "驻镇帮扶工作队",
        "问清原委",
        "县住房城乡",
        "栾知秋拨通县能源局",
        "排一次队",
    ],
)
def test_words_that_only_end_like_a_body_are_none(words: str):
    assert body_kind(words) is None
