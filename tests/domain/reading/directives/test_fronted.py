import pytest
from tests.domain.reading.reading_of import told

from guatu.domain.reading.directives.fronted import (
    is_background,
    is_case,
    is_fronted,
    is_manner,
    is_plan,
)


@pytest.mark.parametrize(
    "words",
    ["对排查出的隐患", "10月底前", "凡逾期不改的", "将整改任务", "没有检验的机具", "不合格的种子"],
)
def test_objects_cases_and_times_are_fronted(words: str) -> None:
    assert is_fronted(words)


def test_background_is_not() -> None:
    assert is_background("当前正值项目建设的关键时期")
    assert is_background("今年以来")
    assert not is_fronted("在冲刺四季度的关键时期")
    assert not is_fronted("不仅是一次普通的检查")
    assert not is_fronted("没有要求的事项")


def test_plans_cases_and_manners() -> None:
    assert is_plan("县政府将组织专项督查")
    assert is_case("资金不足的")
    assert is_manner("通盘考虑")
    assert not is_manner("过去一年")


def test_a_front_belongs_to_its_demand() -> None:
    found = told("罗远航强调，对排查出的隐患，要逐项销号。通盘考虑，做好秋种准备。")
    assert [action for _, action in found] == [
        "对排查出的隐患，要逐项销号",
        "通盘考虑，做好秋种准备",
    ]


def test_what_has_been_so_far_is_no_demand() -> None:
    found = told("罗远航指出，今年以来，全县上下奋力爬坡，指标稳中有进。各镇要再加一把劲。")
    assert found == [(["各镇"], "各镇要再加一把劲")]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("作为牵头单位，县林草局要在三天内拿出方案。", ["县林草局"]),
        ("作为柳湾社区党总支的结对单位，县档案馆要常去走动。", ["县档案馆"]),
        ("作为全县的窗口，高铁站管委会要管好站前秩序。", ["高铁站管委会"]),
        ("作为一件大事，抓秋种一刻也不能松。", []),
    ],
)
def test_what_somebody_is_stands_in_front_of_whom_it_is_told(words: str, who: list[str]) -> None:
    assert told(f"罗远航强调，{words}") == [(who, words.rstrip("。"))]
