"""Who is only named as present, as invited to teach, or as heard: they lead nothing."""

import pytest
from tests.domain.reading.reading_of import read


def persons(words: str) -> list[tuple[str, str]]:
    (record,) = read(f"县里开会\n\n{words}").records
    return [(one.name, one.role.value) for one in record.people]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "3月5日，果业联盟成立大会召开。参加会议的领导有：青石镇副镇长栾知秋、县市监局副局长郗望川。",
            [("栾知秋", "attending"), ("郗望川", "attending")],
        ),
        (
            "3月5日，果业培训会召开。会议邀请省农科院研究员栾知秋、省农大教授郗望川授课。",
            [("栾知秋", "reporting"), ("郗望川", "reporting")],
        ),
        (
            "3月5日，会议听取了县水利局局长栾知秋的汇报。",
            [("栾知秋", "reporting")],
        ),
    ],
)
def test_who_is_only_named_leads_nothing(words: str, found: list[tuple[str, str]]) -> None:
    assert persons(words) == found


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        (
            "3月5日，协调会召开，参加会议的单位有县教育局、县民政局等，会议由副县长栾知秋主持。",
            "栾知秋",
        ),
        ("3月5日，全会召开。全会听取了县委书记栾知秋受县委常委会委托作的工作报告。", "栾知秋"),
        ("3月5日，县委书记栾知秋主持会议，会议邀请省农科院研究员郗望川授课。", "栾知秋"),
    ],
)
def test_who_chairs_or_reports_for_all_leads_still(words: str, lead: str) -> None:
    (record,) = read(f"县里开会\n\n{words}").records
    assert record.lead is not None
    assert record.lead.name == lead


def test_who_is_named_with_his_post_is_no_item_of_an_agenda() -> None:
    (record,) = read("县里开会\n\n3月5日，会议听取了栾知秋主任的汇报。").records
    assert record.agenda == ()
