"""What a county says it will do of its own accord, and names with how those named happen to be there."""

import pytest
from tests.domain.reading.reading_of import demands, read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.promises import goes_on, will_at
from guatu.domain.reading.units import is_unit, unit_before
from guatu.domain.reading.values import DirectiveKind, PersonRole

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    "words",
    [
        "对督导组指出的问题，我县将逐条销号，同时把巡查排到每周",
        "对督导组指出的问题，我县照单全收，逐条销号",
        "我县坚决整改到位，同时加大执法力度",
    ],
)
def test_who_leads_gives_the_word_of_his_county_whatever_it_is_about_stands_first(
    words: str,
) -> None:
    (one,) = demands(f"罗远航表示，{words}。")
    assert (one.kind, one.action) == (DirectiveKind.PROMISE, words)
    assert [each.text for each in one.addressees] == ["我县"]


@pytest.mark.parametrize(
    "words", ["我县照常办理", "我局照单全收", "由我县照单全收", "我县坚决完成了任务"]
)
def test_what_is_no_word_of_ones_own_is_no_promise(words: str) -> None:
    assert will_at(words) is None


def test_who_takes_it_as_a_lesson_goes_on() -> None:
    words = "各乡镇将引以为戒，逐村排查"
    place = will_at(words)
    assert place == 3
    assert goes_on(words, place)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("叮嘱随行的青石镇有关负责人不得有丝毫松懈", "青石镇有关负责人"),
        ("要求在场的县住建局负责人要盯紧工期", "县住建局负责人"),
    ],
)
def test_how_one_happens_to_be_there_is_no_part_of_his_name(words: str, who: str) -> None:
    ((said, _),) = told(f"罗远航{words}。")
    assert said == [who]


@pytest.mark.parametrize("front", ["之后", "随后"])
def test_what_comes_after_is_no_part_of_a_name(front: str) -> None:
    found = unit_before(f"{front}中心干部", LEXICON)
    assert found is not None
    assert (found.start, found.end) == (2, 6)


def test_units_that_lead_are_a_name_and_nobody_is_said_to_lead_them() -> None:
    (one,) = demands("罗远航要求，各专班牵头部门要把台账理清。")
    assert [each.text for each in one.addressees] == ["各专班牵头部门"]
    assert one.lead is None


def test_who_builds_may_be_named_by_what_is_built() -> None:
    assert is_unit("城区供热站和泵房建设施工单位", LEXICON)
    assert not is_unit("管网设施企业", LEXICON)


@pytest.mark.parametrize(
    "words",
    ["松坪、石岭、永宁等镇负责人作了发言。", "会上，松坪、石岭、永宁等干线沿线乡镇作了汇报。"],
)
def test_towns_by_their_short_names_are_no_persons(words: str) -> None:
    (record,) = read(f"县长检查工地\n\n11月6日，县长罗远航检查工地。\n\n{words}").records
    assert [one.name for one in record.people] == ["罗远航"]


def test_persons_of_a_list_that_go_to_towns_are_persons() -> None:
    text = "县领导检查工地\n\n11月6日，罗远航、方明、齐小雨等到沿线乡镇检查工地。"
    (record,) = read(text).records
    assert {one.name for one in record.people} == {"罗远航", "方明", "齐小雨"}


def test_who_attends_and_sets_the_work_leads_before_who_chairs() -> None:
    text = (
        "县里召开整治会\n\n2月22日，全县道路整治会召开。副县长方明出席会议并安排工作，"
        "副县长齐小雨主持会议。"
    )
    (record,) = read(text).records
    assert {one.name: one.role for one in record.people} == {
        "方明": PersonRole.LEAD,
        "齐小雨": PersonRole.HOST,
    }


@pytest.mark.parametrize(
    ("words", "yes"),
    [("禾城镇", True), ("古城镇", True), ("小城镇", False), ("县城镇", False), ("城镇", False)],
)
def test_a_town_may_be_called_a_city(words: str, *, yes: bool) -> None:
    assert is_unit(words, LEXICON) is yes


@pytest.mark.parametrize("words", ["暂时办", "马上办", "光靠企业", "经监理", "经验收组"])
def test_how_a_thing_is_done_is_no_name(words: str) -> None:
    assert not is_unit(words, LEXICON)


def test_who_is_to_find_out_by_a_day_acts_and_not_those_it_is_about() -> None:
    words = "罗远航要求，青石镇3月15日前摸清各村用工缺口。"
    assert told(words) == [(["青石镇"], "青石镇3月15日前摸清各村用工缺口")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("会议同意由县财政局按年度列支运营补贴。", [["县财政局"]]),
        (
            "会议同意由县财政局制定方案。同意由县城投公司负责建设。",
            [["县财政局"], ["县城投公司"]],
        ),
        ("会议原则通过《全县供水方案》，由县发改局修改完善后印发。", [["县发改局"]]),
        ("会议一致通过人事议案，由于时间关系，其他事项下次再议。", []),
        ("会议同意县财政局提出的方案。", []),
        ("会议审议通过《全县供水方案》，由县发改局局长齐小雨作说明。", []),
    ],
)
def test_what_a_meeting_agrees_that_one_does_he_is_told(words: str, said: list[list[str]]) -> None:
    assert [who for who, _ in told(words)] == said


def test_what_is_worth_more_than_anything_is_judged() -> None:
    assert told("罗远航说：“出海平安比什么都要紧。”") == []


def test_a_name_of_three_signs_stands_whole_before_what_one_says_at_a_meeting() -> None:
    text = "县里召开森防会\n\n6月1日，县里召开森防会。县林业局局长骆竹修通报了情况。"
    (record,) = read(text).records
    assert [one.name for one in record.people] == ["骆竹修"]


def test_who_sees_to_all_himself_is_a_deed_and_no_name() -> None:
    text = "县里召开座谈会\n\n6月1日，县里召开座谈会。对重点难题实行局长包办。"
    (record,) = read(text).records
    assert record.people == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("距离年底只剩一个多月时间，各村要抓紧收尾。", "各村要抓紧收尾"),
        ("今年还剩40天，各村要抓紧收尾。", "各村要抓紧收尾"),
        ("离春节不到一个月，各村要抓紧收尾。", "各村要抓紧收尾"),
    ],
)
def test_how_little_time_is_left_is_no_limit_and_no_part_of_a_demand(words: str, said: str) -> None:
    (one,) = demands(f"罗远航说，{words}")
    assert one.action == said
    assert all(each.day is None for each in one.limits)


def test_what_one_is_for_a_task_is_no_part_of_who_is_told() -> None:
    words = "罗远航要求，各单位主要负责同志为第一责任人，要亲自调度。"
    ((who, _),) = told(words)
    assert who == ["各单位主要负责同志"]


@pytest.mark.parametrize("label", ["主持", "主持人", "会议主持"])
def test_who_chairs_and_who_is_there_stand_behind_labels_by_their_names(label: str) -> None:
    text = (
        "云溪县河长制工作例会纪要\n\n时间：2026年11月20日\n"
        f"{label}：方明\n参会：齐小雨、白少棠、各乡镇分管负责人\n会议议定以下事项：\n"
        "一、由县水利局牵头，12月20日前清除网箱。"
    )
    (record,) = read(text).records
    assert {one.name: one.role for one in record.people} == {
        "方明": PersonRole.LEAD,
        "齐小雨": PersonRole.ATTENDING,
        "白少棠": PersonRole.ATTENDING,
    }


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航当即与县水利局负责人沟通，要求3日内派技术人员到场。", ["县水利局负责人"]),
        ("罗远航现场联系县水利局负责人，要求3日内派专人到场。", ["县水利局负责人"]),
        ("罗远航与施工负责人交流，要求抓紧施工。", []),
    ],
)
def test_whom_one_gets_in_touch_with_is_told_and_who_is_but_talked_to_is_not(
    words: str, who: list[str]
) -> None:
    assert [one for one, _ in told(words)] == [who]


def test_who_works_in_shifts_does_so_by_himself() -> None:
    words = "罗远航要求，供电由县供电公司保障；施工单位三班倒，把工期抢回来。"
    assert [who for who, _ in told(words)] == [["县供电公司"], ["施工单位"]]
