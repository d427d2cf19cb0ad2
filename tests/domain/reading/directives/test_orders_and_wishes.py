"""Orders of emergencies, wishes on visits, and speeches that open with a statement."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.assertions import tells
from guatu.domain.reading.directives.fronted import is_fronted
from guatu.domain.reading.directives.notices import letter_by_headline, salutation_in
from guatu.domain.reading.units import is_unit


def test_a_numbered_order_is_a_letter_to_those_it_greets() -> None:
    assert letter_by_headline("县防控指挥部2号令") is not None
    lexicon = load_lexicon()
    named = salutation_in("各乡镇（场、处）人民政府，县政府各部门：", lexicon)
    assert named is not None
    assert named.end == len("各乡镇（场、处）人民政府，县政府各部门")


def test_a_speech_may_open_with_a_statement() -> None:
    said = told("听取汇报后，罗远航强调高速公路是重点项目，县乡各级政府要高度重视。")
    assert said == [(["县乡各级政府"], "县乡各级政府要高度重视")]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航强调：防控工作，刻不容缓。",
        "罗远航对房屋拆迁作了部署，现场落实了解决办法。",
        "罗远航强调，通过改造建设一批设施，是要满足市民的需求。",
    ],
)
def test_a_theme_an_outcome_and_a_purpose_are_no_demands(words: str) -> None:
    assert told(words) == []


def test_a_demand_ends_in_a_noun_that_may_be_a_verb_of_speech() -> None:
    said = told("会议传达学习了会议精神，要求各部门务必认真落实决策部署，强化意识。")
    assert said == [(["各部门"], "各部门务必认真落实决策部署，强化意识")]


def test_whom_a_wish_is_turned_to_may_be_a_pronoun_before_a_modal() -> None:
    said = told("罗远航叮嘱他们要注意用电安全，保重身体。")
    assert said == [(["他们"], "他们要注意用电安全，保重身体")]


def test_who_is_meant_as_well_is_no_unit_of_its_own() -> None:
    said = told("罗远航强调，所有外出返回的公职人员，包括领导干部，要居家观察。")
    assert [who for who, _ in said] == [["所有外出返回的公职人员"]]


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("组织辖区内党员", False),
        ("推进全县", False),
        ("尽最大努力帮助广大教师", False),
        ("满足市民", False),
        ("人武部全体官兵", True),
        ("在外人员", True),
    ],
)
def test_what_somebody_does_with_people_is_no_unit(words: str, yes: bool) -> None:
    assert is_unit(words, load_lexicon()) is yes


def test_an_exception_stands_in_front() -> None:
    assert is_fronted("全县除药店等必备的商店营业外")
    assert tells("现场落实了解决办法")


def test_a_manner_with_a_verb_of_speech_names_no_speaker() -> None:
    said = told("罗远航指出，项目施工单位要合理调度，周密安排，早日竣工。项目指挥部要周密部署。")
    assert [who for who, _ in said] == [["项目施工单位"], ["项目指挥部"]]


def test_a_promise_goes_on_to_its_next_sentence() -> None:
    found = read(
        "市里来调研\n\n5月8日，市粮食局局长罗远航一行调研夏粮收购。县长方明陪同。\n\n"
        "方明表示，我县将认真落实要求，把饭碗端牢。坚持科学储粮，发挥储备粮作用。"
    ).directives
    assert [one.kind.value for one in found] == ["promise", "promise"]
    assert [[each.text for each in one.addressees] for one in found] == [["我县"], ["我县"]]


def test_the_day_behind_a_dateline_with_its_purpose_is_the_event() -> None:
    record = read(
        "县里召开联席会议\n\n新闻网雅安7月5日讯 为进一步强化管理，6月30日，县长罗远航主持召开会议。"
    ).records[0]
    assert record.day == date(2024, 6, 30)


@pytest.mark.parametrize(
    "words",
    [
        "副县长方明出席会议并作要求，12个乡镇政府，县直部门主要领导参加会议。",
        "副县长方明作了安排部署，县政协副主席周文，各村包联单位主要负责人参加会议。",
    ],
)
def test_who_else_attends_behind_what_was_arranged_is_told(words: str) -> None:
    assert told("会议强调，各镇要落实。\n\n" + words) == [(["各镇"], "各镇要落实")]


def test_what_a_leader_works_on_is_no_case_of_his_charge() -> None:
    said = told("罗远航对发现的问题现场办公，要求相关部门立即整改。")
    assert said == [(["相关部门"], "相关部门立即整改")]
