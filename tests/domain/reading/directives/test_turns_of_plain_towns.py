"""Turns of a county's plain prose: offices behind a number, what only states, calls to the public."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.modals import find_modal

NOTICE = "关于启用新平台的通知\n\n各镇人民政府：\n\n现通知如下：\n\n一、{}\n\n岚溪县水利局\n\n2025年1月10日"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("二要县水利局把好验收关", ["县水利局"]),
        ("三要县农商行白沙支行把资金备足", ["县农商行白沙支行"]),
        ("各渡口发生突发情况，要在5分钟内报告", ["各渡口"]),
        ("乡水利站找两台挖掘机清沟", ["乡水利站"]),
        ("白沙海关要延长查验时间", ["白沙海关"]),
    ],
)
def test_who_is_told_in_plain_prose(words: str, who: list[str]) -> None:
    assert [one[0] for one in told(f"罗远航强调，{words}。")] == [who]


def test_those_at_hand_help_who_leads() -> None:
    ((who, words),) = told("罗远航强调，由县住建局牵头、街道配合，建立红黑榜。")
    assert (who, words) == (["县住建局", "街道"], "由县住建局牵头、街道配合，建立红黑榜")


@pytest.mark.parametrize(
    "words",
    [
        "任何一个环节松劲都会影响全局",
        "眼下防溺水压力大",
        "前几年，乡镇同志有一句老话",
        "矛盾越拖越难解",
        "企业要做大做强，离不开金融支持",
        "县委、县政府出台了一系列的优惠政策，有奖励，也有贴息",
    ],
)
def test_what_only_states_is_none(words: str) -> None:
    assert told(f"罗远航指出，{words}。") == []


def test_what_people_ask_for_is_no_modal() -> None:
    assert find_modal("要编制、要经费的声音也不少", load_lexicon()) is None


def test_what_a_tied_doing_is_asked_of_stays() -> None:
    assert told("罗远航强调，各镇要用好出台了的扶持政策。") == [
        (["各镇"], "各镇要用好出台了的扶持政策")
    ]


def test_a_meeting_that_but_agrees_decides_by_what_stands_behind() -> None:
    assert told("会议原则同意，县水利局要抓紧实施。") == [(["县水利局"], "县水利局要抓紧实施")]


def test_when_a_thing_begins_stands_in_front_of_it_in_a_point() -> None:
    found = read(NOTICE.format("2025年2月1日，各镇要停用旧平台。"), year=2025).directives
    assert [(one.addressees[0].text, one.action) for one in found] == [
        ("各镇", "2025年2月1日，各镇要停用旧平台")
    ]


@pytest.mark.parametrize("mark", ["：", "，"])
def test_whom_somebody_calls_on_is_told(mark: str) -> None:
    assert told(f"罗远航呼吁广大家长{mark}一定要看管好孩子。") == [
        (["广大家长"], "一定要看管好孩子")
    ]


def test_those_called_together_hear_a_few_points() -> None:
    assert told("罗远航把水厂的人叫到一起，说了这么几条：一是回访住户；二是备足药剂。") == [
        ([], "回访住户"),
        ([], "备足药剂"),
    ]


def test_a_surname_that_is_a_modal_too_is_a_name_where_the_page_says_it_again() -> None:
    (record,) = read(
        "县里开会\n\n3月5日，县委书记应长河主持召开例会。应长河说，县水利局要查渠。"
    ).records
    assert [(one.name, one.role.value) for one in record.people] == [("应长河", "lead")]


def test_what_answers_is_asked_of_nobody_by_that_name() -> None:
    found = read("值班\n\n3月5日，县长罗远航到泵站，应现场群众要求查看了水位。").records
    assert [one.name for each in found for one in each.people] == ["罗远航"]
