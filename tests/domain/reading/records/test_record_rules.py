"""One case or more for each rule of records: lead, roles, bodies, agenda, visits, datelines, names."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.bodies import body_kind, parts_of
from guatu.domain.reading.values import Record

HEAD = "县里召开会议部署工作\n\n"


def record(words: str, *, year: int = 2026) -> Record:
    return read(HEAD + words, year=year).records[0]


def test_who_chairs_and_speaks_leads_and_the_rest_attend() -> None:
    one = record("5月8日，县长罗远航主持召开全县项目调度会并讲话。副县长方明、齐小雨参加会议。")
    assert one.lead is not None
    assert one.lead.name == "罗远航"
    assert [each.name for each in one.people] == ["罗远航", "方明", "齐小雨"]


def test_a_name_the_page_prints_twice_needs_no_known_verb_behind_it() -> None:
    one = record("5月8日，副县长姚远山踏访环卫驿站。姚远山要求县城管局备足药品。")
    assert [each.name for each in one.people] == ["姚远山"]


def test_a_surname_of_no_list_is_found_by_its_post() -> None:
    one = record("5月8日，旗委书记那日松主持召开旗委常委会会议。")
    assert one.lead is not None
    assert one.lead.name == "那日松"


def test_the_event_and_not_the_dateline_dates_the_record() -> None:
    one = record("本报讯（记者 周文）昨日（22日），县长罗远航主持召开会议。5月20日，另有活动。")
    assert one.day is None or one.day == date(2026, 5, 22)


def test_items_of_the_agenda_with_their_decision() -> None:
    one = record(
        "5月8日，县长罗远航主持召开县政府常务会议。会议听取了全县秋粮收购情况汇报，"
        "审议并原则通过了《县城停车管理办法》。"
    )
    assert [item.text for item in one.agenda][:1] == ["全县秋粮收购情况"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("县自然资源和规划局", "department"),
        ("石桥镇", "government"),
        ("云岭水泥", "enterprise"),
        ("县经济开发区", "zone"),
        ("县第一中学", "other"),
    ],
)
def test_what_kind_a_body_is(words: str, kind: str) -> None:
    assert body_kind(words) == kind


@pytest.mark.parametrize(
    "words", ["各乡镇", "有关部门", "与会企业", "要督促指导属地政府", "专家组"]
)
def test_what_is_no_body_of_its_own_name(words: str) -> None:
    assert body_kind(words) is None


def test_a_list_of_bodies_is_taken_apart() -> None:
    words = "县自然资源和规划局、县住建局和县城管局"
    assert [words[a:b] for a, b in parts_of(words)] == [
        "县自然资源和规划局",
        "县住建局",
        "县城管局",
    ]


def test_visited_firms_are_visited() -> None:
    one = record("5月8日，县长罗远航先后来到云岭水泥有限公司、县高铁站项目现场调研。")
    assert "云岭水泥有限公司" in [each.name for each in one.organisations]


def test_a_day_right_behind_the_dateline_is_the_event() -> None:
    one = record("新闻网3月4日讯 3月1日上午，县长罗远航调研医院建设工作。")
    assert one.day == date(2026, 3, 1)
