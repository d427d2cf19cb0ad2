import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.measures import measures_in


def figures(words: str) -> list[tuple[str, str]]:
    return [(str(one.value), one.unit) for one in measures_in(words, load_lexicon(), without=())]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("工业增加值增长8.5％以上", [("8.5", "%")]),
        ("每人至少引进1个3000万元以上项目", [("1", "个"), ("3000", "万元")]),
        ("完成投资1.2亿元", [("1.2", "亿元")]),
        ("每季度入户走访不少于一次", [("1", "次")]),
        ("培训不少于两次", [("2", "次")]),
        ("有火情须在15分钟内报告", [("15", "分钟")]),
        ("栽植梭梭2.4万亩", [("2.4", "万亩")]),
        ("投诉办结时间压缩到24小时", [("24", "小时")]),
    ],
)
def test_figures_that_are_asked_for(words: str, found: list[tuple[str, str]]) -> None:
    assert figures(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "严格执行24小时值班制度",
        "落实“六个百分之百”",
        "两条主链条同时发力",
        "二期卡口投用",
        "一个项目一个专班",
    ],
)
def test_slogans_stages_and_standing_watches_are_none(words: str) -> None:
    assert figures(words) == []
