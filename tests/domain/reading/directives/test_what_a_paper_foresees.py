"""What a paper says a body will do is its promise; what will befall a county is nobody's."""

import pytest
from tests.domain.reading.reading_of import read

STORY = "青石镇整治沟渠\n\n11月6日，青石镇组织干部群众清理沟渠，已运走淤泥40吨。"


def promised(words: str) -> list[list[str]]:
    found = read(STORY + words).directives
    return [[who.text for who in one.addressees] for one in found if one.kind == "promise"]


@pytest.mark.parametrize(
    "front",
    [
        "下一步，",
        "接下来的工作中，",
        "在今后工作中，",
        "下一阶段，",
        "会后，",
        "年内，",
        "今年10月底前，",
        "未来三年，",
    ],
)
def test_what_is_foreseen_behind_a_time_is_promised(front: str) -> None:
    assert promised(f"{front}青石镇将再修水渠6公里。") == [["青石镇"]]


@pytest.mark.parametrize(
    "words",
    [
        "该镇将进一步压实巡渠责任，让水流到田头。",
        "我县将继续加大清淤力度。",
        "县水利局将以此次行动为契机，把管护做细。",
    ],
)
def test_who_goes_on_with_what_is_told_promises(words: str) -> None:
    assert len(promised(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "据预报，今年，我县将迎来三轮强降雨。",
        "下一步，我县将出现持续低温。",
        "该镇将成为全县第二个无塘村的镇。",
        "这条渠将灌溉良田900亩。",
    ],
)
def test_what_will_befall_is_no_promise(words: str) -> None:
    assert promised(words) == []


def test_the_weather_behind_a_promise_is_nobodys() -> None:
    words = "下一步，青石镇将再修水渠6公里。据预报，今年我县将迎来三轮强降温。"
    assert promised(words) == [["青石镇"]]
