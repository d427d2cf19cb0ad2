"""Forms of demand and of limit that stand beside the common ones."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import demands, told


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("罗远航强调，资金要用在刀口上，县财政局优先安排危桥改造。", [["县财政局"]]),
        ("罗远航强调，乡镇主要负责人是防火第一责任人，要逐村排查隐患。", [["乡镇主要负责人"]]),
        (
            "会议要求，由县住建局牵头，会同县民政局、县残联，于9月底前完成改造。",
            [["县住建局"]],
        ),
        ("罗远航提了两句话：一句话叫盯紧库区。县水利局要一周一查。", [[], ["县水利局"]]),
    ],
)
def test_a_speech_when_its_unit_stands_in_an_unusual_place_then_it_is_told(
    words: str, units: list[list[str]]
):
    assert [who for who, _ in told(words)] == units


@pytest.mark.parametrize(
    "words",
    [
        "罗远航强调，县农业局要把今年的31项任务排成账本。",
        "罗远航强调，各乡镇要做到季度有盘点、年终有考核。",
        "罗远航强调，下半年要咬住目标不放松。",
        "罗远航强调，县水利局要把今天交办的问题认领回去。",
    ],
)
def test_a_time_when_nothing_is_due_in_it_then_it_is_no_day(words: str):
    assert [limit.day for one in demands(words) for limit in one.limits if limit.day] == []


def test_a_bare_day_when_progress_is_due_on_it_then_it_is_the_limit():
    one = demands("罗远航强调，县农业局要抢抓墒情，力争11月10日播种过半、11月25日基本结束。")[0]

    assert [limit.day for limit in one.limits] == [date(2024, 11, 10), date(2024, 11, 25)]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("会议强调，各乡（镇）人民政府乡（镇）长要负总责。", [["各乡（镇）人民政府乡（镇）长"]]),
        ("会议强调，各村（居）委会要进村入户。", [["各村（居）委会"]]),
        ("会议强调，各镇区、各行业主管部门不能松懈。", [["各镇区、各行业主管部门"]]),
        ("会议强调，各参会单位会后立即对照会议要求逐条认领。", [["各参会单位"]]),
    ],
)
def test_a_unit_when_brackets_or_common_words_stand_in_it_then_it_is_whole(
    words: str, units: list[list[str]]
):
    assert [who for who, _ in told(words)] == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "会议明确，由县政府办牵头，县财政局、县审计局参加，一周一调度。",
            [["县政府办", "县财政局、县审计局"]],
        ),
        ("会议议定，原则同意方案，请县人社局按程序办理。", [[], ["县人社局"]]),
        ("会议要求，县水利局要逐库检查，发现隐患当场交办。", [["县水利局"]]),
    ],
)
def test_a_demand_when_others_take_part_or_deeds_sound_like_speech_then_it_is_one(
    words: str, units: list[list[str]]
):
    assert [who for who, _ in told(words)] == units
    assert told(words)[-1][1].endswith(words.rstrip("。")[-4:])


def test_a_limit_when_it_stands_before_the_unit_then_it_is_no_part_of_its_name():
    one = told("罗远航强调，县级领导每月外出招商，年底前各镇至少签约1个项目。")

    assert [who for who, _ in one] == [["县级领导"], ["各镇"]]


def test_a_count_of_days_before_another_event_when_read_then_it_is_no_day():
    one = demands("罗远航强调，县住建局试水前3日须张贴公告。")[0]

    assert [limit.day for limit in one.limits] in ([], [None])


def test_a_limit_when_all_of_a_thing_is_due_then_it_is_no_unit():
    assert told("罗远航强调，三天之内全部修好。") == [([], "三天之内全部修好")]


def test_points_when_only_their_number_is_announced_then_they_are_demands():
    one = told(
        "罗远航就抓好落实强调三点：第一，细化任务，县林业局于4月5日前把任务分到地块。"
        "第二，严守红线，各乡镇不得开垦林地。"
    )

    assert ["县林业局"] in [who for who, _ in one]
    assert ["各乡镇"] in [who for who, _ in one]


def test_a_theme_in_quotation_marks_when_a_unit_follows_then_the_unit_alone_is_named():
    assert [who for who, _ in told("会议强调，工地“六个百分百”县住建局要一周一查。")] == [
        ["县住建局"]
    ]
