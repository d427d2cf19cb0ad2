"""Every way to build a demand within, crossed with every way to name who is told, and two told in turn.

The ways of asking turn from cell to cell; what is right follows from how a cell is built. A cell is one demand,
whole, of just those who are named, with its day.
"""

import re

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import Directive

VISIT = "卫明远调研管网改造\n本报讯 2025年9月3日，县委书记卫明远到青石镇调研管网改造。"
MEETING = "县里召开重点工作调度会\n本报讯 2025年9月3日，县委书记卫明远主持召开全县重点工作调度会。"
MINUTES = (
    "青屏县人民政府专题会议纪要\n2025年9月3日，县长卫明远主持召开专题会议，研究管网改造有关问题。"
    "现将会议议定事项纪要如下：\n一、{}。\n二、县财政局要做好资金保障。\n"
)
FRAMES = (
    VISIT + "卫明远要求，{}。",
    VISIT + "“{}。”卫明远说。",
    MEETING + "会议强调，{}。",
    MINUTES,
)

FORMS = [
    "{}须全面排查安全隐患",
    "{}应每周组织一次自查",
    "{}务必在9月底前完成整改",
    "{}不得擅自变更施工方案",
    "{}严禁违规动火作业",
    "{}不能只报数字、不见行动",
    "{}坚决杜绝设备带病运行",
    "{}9月底前把整改方案报上来",
    "{}紧盯重点部位，深入开展排查",
    "{}树牢安全发展理念",
    "{}管好自己的人、看好自己的门",
    "对排查出的隐患，{}逐一建立台账",
    "针对排查出的问题，{}列出清单、限期整改",
    "{}要把安全生产作为头等大事来抓",
    "{}要就群众反映的问题逐条拿出整改措施",
    "{}要在精细管理上下功夫",
    "以此次整改为契机，{}要健全长效机制",
    "{}围绕群众反映的问题，逐条拿出整改措施",
    "按照“谁主管、谁负责”的要求，{}要层层压实责任",
    "通过入户走访等方式，{}要做好政策宣传",
    "依托网格平台，{}要及时上报隐患",
    "在确保安全的前提下，{}要加快施工进度",
    "{}加快施工进度，确保9月底前通水",
    "为了让群众早日用上放心水，{}要倒排工期",
    "凡未经验收的，{}一律不得签字",
    "一旦发现险情，{}立即组织群众转移",
    "{}未经批准不得擅自复工",
    "{}对拒不整改的要依法从严查处",
    "{}既要抓好当前整改，又要着眼长远建立机制",
    "{}一方面要抓好整改，另一方面要建立机制",
    "{}要坚持宁可十防九空，不可失防万一",
    "希望{}再接再厉，加快建设进度",
    "请{}在9月底前报送整改方案",
    "{}夜间值守要有人管",
    "责任要压实到人，{}要逐级签订责任书",
    "整改工作由{}负责，9月底前完成",
    "责成{}9月底前完成整改",
    "9月底前，{}完成12公里管网改造",
    "9月底前{}要完成12公里管网改造",
    "{}要确保9月底前整改率达到95%以上",
    "{}要树立一盘棋思想，密切协作配合",
    "{}要排查重点场所（含学校、医院、商场）安全隐患",
    "{}要督促施工单位加快整改",
    "{}要配合县公安局做好交通疏导",
    "{}要让群众看到实实在在的变化",
]

WHO = {
    "县住建局": "县住建局",
    "青石镇": "青石镇",
    "县住建局与青石镇": "县住建局与青石镇",
    "发改、财政、住建等部门": "发改、财政、住建等部门",
    "县住建局会同县水利局": "县住建局",
    "各乡镇，特别是沿河乡镇": "各乡镇",
    "广大党员干部": "广大党员干部",
}
# Where a pair is not said: somebody with others, or with some besides, does not stand behind another's front.
PLAIN = frozenset({"县住建局会同县水利局", "各乡镇，特别是沿河乡镇"})
FRONTED = re.compile(r".+?\{\}|\{\}(?!要|务必|不得|须|应)")

INSTRUCTED = ("县住建局", "青石镇", "宏远公司", "各乡镇")
PAIRS = [
    "{}要全面排查安全隐患",
    "{}不得擅自变更施工方案",
    "{}9月底前把整改方案报上来",
    "对排查出的隐患，{}要逐一建立台账",
    "{}要加快施工进度，确保9月底前通水",
    "一旦发现险情，{}要立即组织群众转移",
    "9月底前，{}完成12公里管网改造",
    "{}管好自己的人、看好自己的门",
]

SILENT = re.compile(
    "[^\u3400-\u9fff0-9%]|要|须|应|务必|由|请|希望|责成|会同县水利局|特别是沿河乡镇"
)


def found_in(text: str, start: int, end: int) -> list[Directive]:
    """Return the directives that lie mostly within a place of a text."""

    def within(one: Directive) -> int:
        return sum(max(0, min(each.end, end) - max(each.start, start)) for each in one.spans)

    return [one for one in read(text, year=None).directives if 2 * within(one) > len(one.action)]


def what_is_wrong(found: list[Directive], words: str, name: str, told: str) -> list[str]:
    """Return what is wrong with the directives of one demand of somebody named so."""
    wrong = [] if found else ["missed"]
    wrong += ["who" for one in found if [each.text for each in one.addressees] != [told]]
    said = "".join(one.action.removeprefix("一、") for one in found)
    whole, read_so = (
        SILENT.sub("", each.replace(name, "").replace(told, "")) for each in (words, said)
    )
    wrong += ["words"] if whole != read_so else []
    dated = "9月底" not in words or any(one.deadline.day for one in found)
    return wrong if dated else [*wrong, "day"]


@pytest.mark.parametrize("name", WHO)
def test_whoever_is_named_is_told_the_whole_however_it_is_built(name: str) -> None:
    wrong: dict[str, list[str]] = {}
    for turn, form in enumerate(FORMS):
        if name in PLAIN and FRONTED.match(form):
            continue
        words = form.format(name)
        frame = FRAMES[(turn + len(name)) % len(FRAMES)]
        start = frame.index("{}")
        found = found_in(frame.format(words), start, start + len(words))
        wrong[words] = what_is_wrong(found, words, name, WHO[name])
    assert {words: each for words, each in wrong.items() if each} == {}


@pytest.mark.parametrize("mark", "，。")
def test_of_two_told_in_turn_each_has_its_own(mark: str) -> None:
    wrong: dict[str, list[str]] = {}
    for turn, first in enumerate(PAIRS):
        for behind, second in enumerate(PAIRS):
            one, other = INSTRUCTED[turn % 4], INSTRUCTED[(turn + 1 + behind % 3) % 4]
            words, more = first.format(one), second.format(other)
            frame = FRAMES[(turn + behind) % 3]
            start = frame.index("{}")
            text, middle = frame.format(words + mark + more), start + len(words)
            faults = what_is_wrong(found_in(text, start, middle), words, one, one)
            found = found_in(text, middle + 1, middle + 1 + len(more))
            wrong[words + mark + more] = faults + what_is_wrong(found, more, other, other)
    assert {words: each for words, each in wrong.items() if each} == {}
