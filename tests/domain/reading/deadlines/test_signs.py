"""Rules are tried only on words that hold one of the signs of their kind: no wording may do without."""

import pytest

from guatu.domain.reading.deadlines.find import _KINDS

WORDINGS = (
    "11月1日至15日完成排查",
    "从即日起至12月10日",
    "10月到12月底前建成",
    "11月15日前完成",
    "20日前报送",
    "本月25号前交齐",
    "6月10前办结",
    "2025.11.15前报送",
    "请于1115日前报送",
    "11月底前建成",
    "下月上旬完成",
    "务必在月内完成",
    "年底前通车",
    "年内完成",
    "岁末前兑现",
    "三季度末完成",
    "下半年内建成",
    "“十五五”期末建成",
    "三个工作日内报送",
    "两周内整改",
    "三个星期内整改",
    "4小时内报告",
    "半个月内清理",
    "半年内完成",
    "两年内建成",
    "下周五前报送",
    "本星期内完成",
    "今天下班前到位",
    "次日中午前报来",
    "天黑前撤离",
    "下周一上午报来",
    "明早8点集合",
    "大后天下午验收",
    "今晚到位",
    "给你们十天时间，",
    "限期一周，",
    "三天后我来验收",
    "两个工作日为限",
)


@pytest.mark.parametrize("words", WORDINGS)
def test_what_a_rule_finds_holds_a_sign_of_its_kind(words: str) -> None:
    found = [
        (one.group(), signs)
        for signs, rules in _KINDS
        for rule in rules
        for one in rule.pattern.finditer(words)
        if one.group()
    ]
    assert found
    assert not [text for text, signs in found if signs.isdisjoint(text)]


def test_every_kind_is_tried_by_some_wording() -> None:
    for _, rules in _KINDS:
        assert any(rule.pattern.search(words) for rule in rules for words in WORDINGS)
