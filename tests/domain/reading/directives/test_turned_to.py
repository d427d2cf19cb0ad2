"""Whom a leader turns to, in quotation marks or before a comma, and plain words that count off."""

import pytest
from tests.domain.reading.reading_of import demands, told

from guatu.domain.reading.values import DirectiveKind


def units(words: str) -> list[list[str]]:
    return [one for one, _ in told(words)]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("罗远航叮嘱值班的安全员，气味一重，先撤人、再报告。", "安全员"),
        ("罗远航叮嘱送他下山的镇干部：要让守卡的群众喝上热水。", "镇干部"),
        (
            "罗远航转向前来对接的县供电公司负责人说：“不要等群众上门，要把台子搬过去。”",
            "县供电公司负责人",
        ),
        ("罗远航对校长说：“不要图省事，这两家本周内必须换掉。”", "校长"),
        ("罗远航当场打电话给青溪镇：“从桥头到码头那一段，一周之内把灯亮起来。”", "青溪镇"),
        ("罗远航勉励返乡青年既要有闯劲，又要有耐心。", "返乡青年"),
        ("罗远航要求，既要把口子扎紧，又要让群众烧得起，各乡镇都不得一禁了之。", "各乡镇"),
        ("罗远航说，仓库的事，由团县委出面，把老粮库盘活。", "团县委"),
        ("罗远航叮嘱店主，天一冷，先查线路、再开炉子。", "店主"),
    ],
)
def test_those_turned_to_are_told(words: str, unit: str) -> None:
    found = units(words)
    assert found
    assert all(one == [unit] for one in found)


def test_plain_words_that_count_off_are_demands_of_nobody() -> None:
    words = "罗远航说，卖得慢，根子在惜售。首先，要把账算到心坎里；其次，要把买主请到门口。最后，要把进度拉平。"
    assert units(words) == [[], [], []]


def test_a_way_out_behind_a_cause_is_demanded() -> None:
    found = told("罗远航说，靠天吃饭的老路走不通了，要走“以水定种”的新路。")
    assert [one for one, _ in found] == [[]]
    assert told("罗远航说，路修通了，要花三年。") == []


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        (
            "“人手够了。”石桥镇党委书记方明立下军令状，石桥镇将在11月15日前把征迁全部清零。",
            "石桥镇",
        ),
        ("合作社理事长方明说，我们拿出五百吨留给困难户，一分钱不涨。", "我们"),
    ],
)
def test_one_s_own_word_is_a_promise(words: str, unit: str) -> None:
    assert units(words) == [[unit]]


def test_a_rule_for_whoever_does_a_thing_is_a_demand() -> None:
    assert len(told("罗远航立下一条规矩，谁的项目拖后腿，谁到下次会上作说明。")) == 1


def test_the_thing_that_a_unit_is_told_of_stands_in_front() -> None:
    words = "罗远航说，全乡没封顶的棚子，乡里要在11月20日前帮着封完。"
    (found,) = told(words)
    assert found == (["乡里"], "全乡没封顶的棚子，乡里要在11月20日前帮着封完")


def test_what_a_period_is_called_demands_nothing() -> None:
    assert (
        told("会议要求，各乡镇要守好山林。自2024年10月1日起至2025年5月31日止为全县森林防火期。")[1:]
        == []
    )


def test_what_a_meeting_holds_is_no_word_of_its_own() -> None:
    (found,) = demands("会议认为，由县财政局在11月13日前将补助资金拨付到账户。")
    assert (found.kind, found.addressees[0].text) == (DirectiveKind.TASK, "县财政局")


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航与村支书方明沟通，要求尽快把水渠修好。", [["方明"]]),
        (
            "罗远航向施工方详细询问进度，要求加派人手；向监理单位提出，把好材料关。",
            [["施工方"], ["监理单位"]],
        ),
        ("罗远航走进一家饭馆，对老板说，油烟净化器要天天开。", [["老板"]]),
        (
            "罗远航与摊主交谈，叮嘱他们把秤校准；随后对市场监管所所长说，每周抽查一次。",
            [["他们"], ["市场监管所所长"]],
        ),
        ("县安委会办公室约谈了三家企业负责人，责令其限期整改。", [["三家企业负责人"]]),
    ],
)
def test_one_is_turned_to_after_another(words: str, who: list[list[str]]) -> None:
    assert units(words) == who


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("罗远航与方明沟通后要求，尽快把水渠修好。", "罗远航"),
        ("罗远航来到红石村，与村支书方明交流，要求尽快把水渠修好。", "罗远航"),
        ("罗远航与方明要求，尽快把水渠修好。", "方明"),
    ],
)
def test_who_is_talked_with_demands_nothing(words: str, issuer: str) -> None:
    (one,) = demands(words)
    assert one.issuer is not None
    assert one.issuer.name == issuer


def test_a_site_named_within_a_paragraph_takes_the_place_of_the_one_before() -> None:
    found = demands("在红石镇，罗远航说，要把路修通；在青石镇，罗远航说，要把桥修好。")
    assert [[each.text for each in one.addressees] for one in found] == [["红石镇"], ["青石镇"]]
