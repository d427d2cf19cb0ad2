"""A clause behind a comma tells somebody anew, or names whom the one told has to deal with."""

import pytest
from tests.domain.reading.reading_of import told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.name_signs import brings_in


def who_of(words: str) -> list[list[str]]:
    return [each[0] for each in told(f"罗远航要求，{words}")]


@pytest.mark.parametrize(
    "goes_on",
    [
        "交县林草局核定",
        "多吸收库区移民务工",
        "只代缴不代签字",
        "全镇86艘渔船全部回港",
        "选派技术员驻场",
        "安排机关干部值夜",
        "组织技术员进棚指导",
        "督促施工单位加固围挡",
    ],
)
def test_whom_the_one_told_deals_with_is_told_nothing(goes_on: str) -> None:
    assert who_of(f"青石镇要把底数摸清，{goes_on}。") == [["青石镇"]]


@pytest.mark.parametrize(
    ("goes_on", "who"),
    [
        ("帮扶干部每月到户不少于三次", "帮扶干部"),
        ("监理单位严把材料关", "监理单位"),
        ("县督查专班每周晒一次进度", "县督查专班"),
        ("县财政局把资金拨到位", "县财政局"),
    ],
)
def test_a_further_clause_tells_somebody_anew(goes_on: str, who: str) -> None:
    assert who_of(f"青石镇要把底数摸清，{goes_on}。") == [["青石镇"], [who]]


def test_some_of_those_told_are_no_others() -> None:
    assert who_of("各镇街备足沙袋，尤其是临河镇街加固堤脚。") == [["各镇街"]]


@pytest.mark.parametrize(
    ("name", "brings"),
    [
        ("安排机关干部", True),
        ("多吸纳本地职工", True),
        ("组织技术员", True),
        ("组织部门", False),
        ("服务中心", False),
        ("县财政局", False),
        ("护林员", False),
    ],
)
def test_a_verb_and_whom_it_brings_in_are_no_name(name: str, brings: bool) -> None:
    assert brings_in(name, load_lexicon()) is brings
