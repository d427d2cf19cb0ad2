"""Turns of public notices and of calls: whom they call on, what stands in front, who is counted together."""

import pytest
from tests.domain.reading.reading_of import read, told

NOTICE = "关于冬季用水的通告\n\n现通告如下：\n\n一、{}\n\n岚溪县水利局\n\n2025年1月10日"


def asked(words: str) -> list[tuple[list[str], str]]:
    """Return addressees and action of each directive of a notice's only point."""
    found = read(NOTICE.format(words), year=2025).directives
    return [([each.text for each in one.addressees], one.action) for one in found]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("倡导广大居民错峰用水，夜间蓄水。", ["广大居民"]),
        ("呼吁广大用户爱护水表，发现漏水及时报修。", ["广大用户"]),
        ("广大群众如发现偷水行为，可拨打举报电话。", ["广大群众"]),
    ],
)
def test_whom_a_notice_calls_on_is_told(words: str, who: list[str]) -> None:
    assert [one[0] for one in asked(words)] == [who]


def test_a_verb_of_calling_is_no_part_of_a_name() -> None:
    ((who, words),) = told("罗远航强调，要绿色出行，倡议各单位带头节水。")
    assert (who, words) == ([], "要绿色出行，倡议各单位带头节水")


def test_the_field_of_a_bare_imperative_stands_in_front_of_it() -> None:
    assert told(
        "会议强调，要抓好用水改革。在全市率先开展分户计量；在农业领域积极探索水权交易。"
    ) == [
        ([], "要抓好用水改革"),
        ([], "在全市率先开展分户计量"),
        ([], "在农业领域积极探索水权交易"),
    ]


@pytest.mark.parametrize(
    "words", ["今年以来，在全市率先完成了分户计量。", "在全县率先实现了城乡同网。"]
)
def test_what_was_done_first_of_all_is_told(words: str) -> None:
    assert told(f"会议指出，{words}") == []


@pytest.mark.parametrize(
    "who",
    [
        "东桥、西渡、石岭、富塘、安桥、建林等6个区、县（市）",
        "东桥、西渡、石岭、富塘、安桥、建林、淳湾、青墩8个乡镇",
    ],
)
def test_places_that_are_counted_together_are_told(who: str) -> None:
    assert told(f"会议强调，{who}要完成改水。") == [([who], f"{who}要完成改水")]


@pytest.mark.parametrize("who", ["全市各级政协组织", "各级党组织", "各级工商联组织"])
def test_organisations_of_a_body_are_told(who: str) -> None:
    assert told(f"罗远航强调，{who}要凝聚共识。") == [([who], f"{who}要凝聚共识")]
