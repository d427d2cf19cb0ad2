from pathlib import Path

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
        ("清理枯死松木6.4万株，收购烟叶18.6万担", [("6.4", "万株"), ("18.6", "万担")]),
        ("编织袋按去年1.2倍的标准备足", [("1.2", "倍")]),
        ("将11所中小学体育馆纳入名录", [("11", "所")]),
        ("堆放在离民房50米以外的地方", [("50", "米")]),
        ("锻炼时间不少于半年，每周至少安排半天接访", [("0.5", "年"), ("0.5", "天")]),
        ("接报后半小时内到场", [("0.5", "小时")]),
        ("对小额欠薪，实行24小时先行调处", [("24", "小时")]),
        ("每周刊播不少于三期，年前办班26期", [("3", "期"), ("26", "期")]),
        ("质保期不少于三年", [("3", "年")]),
        ("每周暗访三个窗口，另选两个方案", [("3", "个"), ("2", "个")]),
        ("一般性支出再压减一成", [("1", "成")]),
        ("按每日一个百分点的速度往前赶", [("1", "个百分点")]),
        ("各派一名干部驻点，组成一支巡查队", [("1", "名"), ("1", "支")]),
        ("水源水、末梢水各检测一次", [("1", "次")]),
        ("温度要升到20摄氏度以上", [("20", "摄氏度")]),
        ("建筑高度应再降低两层", [("2", "层")]),
        ("停水须提前24小时贴出告示", [("24", "小时")]),
        ("溃口一小时内电话报告", [("1", "小时")]),
        ("年内办好6期月嫂培训班", [("6", "期")]),
        ("变压器增容到2000千伏安", [("2000", "千伏安")]),
        ("把沿街40多个占道摊点劝进室内", [("40", "个")]),
        ("要选三个社区先试", [("3", "个")]),
        ("再开两个挂号窗口", [("2", "个")]),
        ("把保质期在十天内的药品挑出来", []),
        ("三期工程的围墙要修好", []),
        ("建设110千伏输电线路", []),
        ("饲草按三个月的量备足", [("3", "个月")]),
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
        "学校周边五百米内不准鸣号，加油站周围200米不准燃放",
        "会后三天里把台账核一遍",
        "查险人员两小时一换班",
        "对连续两周排末位的约谈",
        "多进百家门、解百家难",
        "假期七天里不要待在机关",
        "每天放学前1分钟提醒",
        "一旦停水，四小时内恢复不了的要告知居民",
        "提出以12套房抵款一事，暂不予考虑",
        "把三笔账算清楚，办好两件大事",
        "聚焦两处短板",
        "炭火按二十天备，路封了也不怕",
    ],
)
def test_slogans_stages_and_standing_watches_are_none(words: str) -> None:
    assert figures(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # How often is asked for; the span in between is no figure.
        ("由县政府督查室每半月调度一次", [("1", "次")]),
        ("县水文站每3小时发布一次水情", [("1", "次")]),
        ("每周五向县委报告一次进展", [("1", "次")]),
        ("村干部每旬巡查一遍水渠", [("1", "遍")]),
        ("水源地三天一检测、五天一通报", []),
        ("把每一次检查都记下来", []),
        ("一次性付清补助款", []),
        # When something is to be done is not how much.
        ("对亩均超过90株的果园要疏伐到位", []),
        ("成活率低于85%的要补种", []),
        ("游客超过8000人立即限流", []),
        ("确保成活率不低于85%", [("85", "%")]),
        ("确保日供水量达到3万吨", [("3", "万吨")]),
        ("每300户配备1名网格员", [("1", "名")]),
        ("补贴比例提到六成", [("6", "成")]),
        ("贷款利率再降20个基点", [("20", "个基点")]),
        ("让换岗的人睡够7个小时", [("7", "个小时")]),
        ("每处营地配灭火器不少于3具", [("3", "具")]),
    ],
)
def test_how_often_and_on_what_condition(words: str, found: list[tuple[str, str]]) -> None:
    assert figures(words) == found


def test_figures_of_a_list_of_invented_demands() -> None:
    """A line is a demand, a bar, and its figures; none where nothing stands behind the bar."""
    lines = (Path(__file__).parent / "figures_asked_for.txt").read_text("utf-8").splitlines()
    assert len(lines) > 150
    wrong = {}
    for line in lines:
        words, expected = line.split("|")
        found = [value + unit for value, unit in figures(words)]
        if found != expected.split():
            wrong[words] = found
    assert wrong == {}
