"""What is wanting is why something is demanded and no part of it; a case and an object of the demand are."""

import pytest
from tests.domain.reading.reading_of import told


@pytest.mark.parametrize(
    ("lack", "said"),
    [
        ("冬储饲草底数不准的问题还比较突出", "要逐圈核对"),
        ("部分嘎查草畜平衡台账存在漏洞", "再过一遍筛子"),
        ("夜间巡护力量薄弱", "要抓紧补员"),
        ("群众知晓率还不高", "再加强入户宣讲"),
        ("个别路段保洁滞后", "必须加密清运"),
        ("配套管网欠账较多", "加大改造力度"),
    ],
)
def test_a_lack_in_front_of_a_demand_is_no_part_of_it(lack: str, said: str) -> None:
    assert told(f"罗远航要求，一是{lack}，{said}。") == [([], said)]


@pytest.mark.parametrize(
    "words",
    [
        "对存在的问题，再逐项梳理",
        "存在的漏洞要逐项补上",
        "隐患整改不彻底，必须停产整顿",
        "巡查不到位，要严肃问责",
    ],
)
def test_an_object_or_a_case_belongs_to_the_demand(words: str) -> None:
    assert told(f"罗远航要求，{words}。") == [([], words)]


def test_a_list_of_lacks_demands_nothing() -> None:
    found = told("罗远航指出，一是标准不高，二是清运滞后，三是作风不实。各苏木镇要抓紧整改。")
    assert found == [(["各苏木镇"], "各苏木镇要抓紧整改")]


def test_of_some_it_is_said_what_is_wanting_in_them() -> None:
    found = told(
        "罗远航指出，有些单位仍然存在观望现象，对禁牧的紧迫性认识不足，主动性不高。要常抓不懈。"
    )
    assert found == [([], "要常抓不懈")]


def test_some_may_be_told_all_the_same() -> None:
    found = told("罗远航要求，部分乡镇要抓紧整改，标准不高的重来。")
    assert found == [(["部分乡镇"], "部分乡镇要抓紧整改，标准不高的重来")]
