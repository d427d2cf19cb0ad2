import pytest
from tests.domain.reading.reading_of import told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.leadins import (
    announces_points,
    is_another_subject,
    is_sanction_of_letter,
    is_theme,
    plans,
)


def test_an_announcement_is_none_of_its_points() -> None:
    assert announces_points("要突出抓好四件事", "。一是盯开工。")
    assert not announces_points("要突出抓好秋种", "，一是备种")


@pytest.mark.parametrize(
    ("words", "after", "announced"),
    [
        ("守住三道关口", "。车辆关口，逐车登记。", True),
        ("打好四张牌", "：“生态牌”要打响，", True),
        ("守住三道关口", "。各镇要逐车登记。", False),
        ("守住三道关口", "。车辆关口值守，逐车登记。", False),
    ],
)
def test_sorts_are_announced_where_the_next_clause_names_one(
    words: str, after: str, *, announced: bool
) -> None:
    assert announces_points(words, after) is announced


@pytest.mark.parametrize(
    "words", ["县财政局要做好资金保障", "由县住建局代建", "县委党校开好专题班"]
)
def test_another_unit_begins_its_own(words: str) -> None:
    assert is_another_subject(words, load_lexicon()) is not None


@pytest.mark.parametrize(
    "words",
    ["安排2名以上人员值守", "所需费用由设置人承担", "县财政局密切配合", "主要负责同志一律到岗"],
)
def test_a_part_of_the_demand_begins_none(words: str) -> None:
    assert is_another_subject(words, load_lexicon()) is None


def test_plans_are_told_from_the_object_of_a_demand() -> None:
    lexicon = load_lexicon()
    assert plans("将于三季度组织观摩", lexicon)
    assert plans("将认真梳理大家的意见", lexicon)
    assert not plans("将整改情况报县政府", lexicon)


def test_themes_and_sanctions() -> None:
    assert is_theme("，是首要政治任务")
    assert is_sanction_of_letter("依规依纪追究责任", lasting=True)
    assert not is_sanction_of_letter("依规依纪追究责任", lasting=False)


def test_two_units_in_one_sentence_have_a_demand_each() -> None:
    found = told("罗远航指出，项目单位要通力合作形成合力，区财政要牵头制定拨付办法。")
    assert [who for who, _ in found] == [["项目单位"], ["区财政"]]
