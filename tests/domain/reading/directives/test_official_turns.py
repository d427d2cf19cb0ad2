"""Turns of official prose: 务于…, units cut too short or too long, counts that begin with each case."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading.deadlines import Anchor, deadlines_in
from guatu.domain.reading.directives.assertions import tells


def _days(words: str) -> list[date | None]:
    anchor = Anchor(spoken=date(2026, 5, 11), year=2026, working=five_days())
    return [one.day for one in deadlines_in(words, anchor, load_lexicon())]


@pytest.mark.parametrize(
    "words",
    [
        "收到来信后，应在10个工作日内答复来信人",
        "乡镇提出的困难，三天内给出答复",
        "凡突发险情先电话报告、两小时内报送文字",
        "工期为6月5日至9月20日",
        "账目年终逐项过堂",
    ],
)
def test_a_count_from_each_case_and_a_period_told_are_no_limit(words: str) -> None:
    assert not any(_days(words))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("三天内给出答复", date(2026, 5, 14)),
        ("明年一季度厂房封顶", date(2027, 3, 31)),
        ("三季度对外发布名单", date(2026, 9, 30)),
        ("月底前换管，10月12日通水试水", date(2026, 10, 12)),
        ("6月5日至9月20日完成改造", date(2026, 9, 20)),
    ],
)
def test_a_limit_stands_where_a_result_is_due(words: str, day: date) -> None:
    assert day in _days(words)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("供暖公司务于10月20日前完成检修。", "供暖公司"),
        ("用人单位要兑现待遇。", "用人单位"),
        ("社会各界要多些包容。", "社会各界"),
        ("陵园管理方备足水源、专人看护。", "陵园管理方"),
        ("县国资金融局要按月通报。", "县国资金融局"),
        ("县农业农村局联系科研院所，40天内拿出方案。", "县农业农村局"),
        ("县招商办要发挥牵头抓总作用，把清单理清。", "县招商办"),
        ("县应急局越要盯紧险情。", "县应急局"),
    ],
)
def test_a_unit_is_named_whole_and_no_longer(words: str, unit: str) -> None:
    (one,) = told(f"会议强调，{words}")
    assert one[0] == [unit]


def test_a_task_is_no_modal() -> None:
    found = told("会议指出，去年的整治任务于10月20日前已经完成。")
    assert found == []


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("企业主要负责人每月带队检查。", ["企业主要负责人"]),
        ("纺织、印染企业年内必须完成改造。", ["纺织、印染企业"]),
        ("县水利局牵头、各乡镇出工，把支渠修好。", ["县水利局", "各乡镇"]),
        ("各镇必须连夜排查，党政主要领导一律不得外出。", ["各镇"]),
        ("县目标办每旬通报一次，连续垫底的，由县委领导约谈。", ["县目标办"]),
    ],
)
def test_one_demand_keeps_its_unit(words: str, units: list[str]) -> None:
    (one,) = told(f"会议强调，{words}")
    assert one[0] == units


def test_another_office_behind_a_condition_is_told_apart() -> None:
    found = told("会议强调，县督查室要按月通报，对弄虚作假的，由县纪委监委约谈问责。")
    assert [units for units, _ in found] == [["县督查室"], ["县纪委监委"]]


def test_minutes_open_with_the_opinions_formed() -> None:
    found = told("经讨论，形成如下意见：\n\n一、支路改造项目。因方案尚需比选，会议同意延期上会。")
    assert [action for _, action in found] == ["会议同意延期上会"]


@pytest.mark.parametrize("words", ["8日夜间至9日全县将有暴雨", "各位的意见站位很高"])
def test_weather_and_praise_are_told_to_nobody(words: str) -> None:
    assert told(f"会议强调，{words}。") == []


def test_what_a_speech_is_about_is_nothing_it_follows() -> None:
    (one,) = told("罗远航就抓落实提出，县防汛指挥部办公室10天内把问题分解到岗。")
    assert one[0] == ["县防汛指挥部办公室"]


def test_a_notice_addresses_the_public_behind_a_comma() -> None:
    found = told("各乡镇，广大农牧民群众：\n\n现将有关事项通告如下：\n\n一、林区内严禁吸烟、野炊。")
    assert [units for units, _ in found] == [["各乡镇，广大农牧民群众"]]


def test_what_a_person_does_on_the_round_is_told() -> None:
    assert tells("他走进农家小院")
    assert not tells("他们要走进农家小院")
