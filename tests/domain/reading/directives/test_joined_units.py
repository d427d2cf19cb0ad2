"""Units on both sides of a comma, units behind 请, and units in front of 负责人."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.units import is_unit

NOTICE = "关于检查的通知\n\n各镇，县直各单位：\n\n现将有关事项通知如下：\n\n"


def _letter(words: str) -> list[tuple[list[str], str]]:
    return [
        ([each.text for each in one.addressees], one.action)
        for one in read(NOTICE + words).directives
    ]


def test_two_units_with_one_demand_are_one_list() -> None:
    said = told("罗远航要求，各乡（镇）、街道办事处，县直各单位要做好节日工作。")
    assert [who for who, _ in said] == [["各乡（镇）、街道办事处，县直各单位"]]


def test_so_they_are_behind_a_request_of_a_letter() -> None:
    said = _letter("一、请各乡（镇）、街道办事处，县直各单位将值班表于9月28日前报县政府办。")
    assert [who for who, _ in said] == [["各乡（镇）、街道办事处，县直各单位"]]


def test_a_unit_told_what_it_is_does_not_join_the_next() -> None:
    said = told("罗远航要求，县水利局作为牵头单位，各乡镇要配合。")
    assert ["各乡镇"] in [who for who, _ in said]


def test_a_letter_opens_with_what_it_requests() -> None:
    said = [
        one.action
        for one in read(
            "关于统计的通知\n\n各镇，县直各单位：\n\n请各校按以下要求做好统计。\n\n1.按要求填好表格，并于7月3日前报送。"
        ).directives
    ]
    assert said == ["各校按以下要求做好统计", "按要求填好表格，并于7月3日前报送"]


def test_whoever_is_in_charge_of_a_unit_is_named_whole() -> None:
    said = told("罗远航强调，各战线领导及相关部门负责人要高度重视，认真核对。")
    assert said == [
        (["各战线领导及相关部门负责人"], "各战线领导及相关部门负责人要高度重视，认真核对")
    ]


def test_a_relative_clause_in_front_of_a_unit_is_its_object() -> None:
    said = told("罗远航强调，对违规生产的企业，县环保局要立案查处。")
    assert [who for who, _ in said] == [["县环保局"]]


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("市、区供热主管部门和供热企业", True),
        ("县、镇包保领导", True),
        ("扎实履行下沉干部", False),
        ("各粮食收购库点", True),
    ],
)
def test_levels_may_stand_alone_in_a_list(words: str, yes: bool) -> None:
    assert is_unit(words, load_lexicon()) is yes


@pytest.mark.parametrize(
    "words",
    [
        "一、逾期没有上报的，责任将自负。",
        "一、本次统计作为建立数据库的依据。",
    ],
)
def test_what_a_letter_only_states_is_no_demand(words: str) -> None:
    assert _letter(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "检查组就5件建议执行情况进行检查。检查组指出，代表议案建议是群众关心的热点。",
        "同时，县人大成立5个督办小组，督促各承办单位加快办理速度。",
        "罗远航指出，在办理过程中，各承办单位高度重视，成效显著。",
        "罗远航指出，县人大组织开展视察，是对办理工作的一次检验。",
    ],
)
def test_what_was_handed_in_or_praised_is_no_demand(words: str) -> None:
    assert told(words) == []
