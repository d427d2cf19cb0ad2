"""What a meeting heard, studied and reviewed, each item for itself, and what it decided on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guatu.domain.reading.agenda_heads import (
    ends_alike,
    is_spirit,
    is_theme_of_study,
    names_nothing,
    tail_of_all,
    twins_in,
    under_one_head,
    with_bodies,
)
from guatu.domain.reading.agenda_sources import PROPOSED_BY, REPORTER, own_start
from guatu.domain.reading.bodies import body_kind
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import AgendaItem

_STOP = "[^。；：]"
# 甲局《关于某事的请示》，乙镇送审的《某方案》: the list goes on behind a comma with the next body's paper.
_WHOSE = "(?:[^《，。；：研讨听审通传学同原决要会]{2,12}(?:送审的|提交的|报送的)?)?"
_HEARD = re.compile(
    rf"听取(?:并审议|和审议|审议)?(?:了)?(?P<items>(?!发言|大家|意见|情况、|汇报|(?:相关|有关|现场|工作|情况|专题)汇报|介绍){_STOP}{{3,240}}?)(?P<case>(?:有关|相关)?(?:情况|进展)?)"
    r"(?P<end>(?:等)?(?:的)?(?:专题|综合|(?<=的)工作)?(?:汇报|报告|介绍|通报)(?![材单（》]|后|的意见)|(?=，(?:审议|研究|讨论|逐[一项条]|分析|面对面|现场|集体|对|并|指出|经|会议|与会)|。|$))"
)
# The signs that its verbs begin with first: what must not stand before them is asked at few places.
_STUDIED = re.compile(
    rf"(?=[专重会集研讨部传学认])(?<![调科])(?:(?:专题|重点|会议|集中)?(?:研究贯彻落实(?=[^，。；]{{4,40}}精神)|研究贯彻(?=[^，。；落]{{4,40}}精神)|研究讨论|研究部署|研究审议|(?<!暂不)(?<!再)(?<!暂缓)(?<!性)研究(?!员|所|院|会|中心|生|审定|并?(?:原则|一致)?上?(?:同意|通过))|讨论(?!稿)|(?:(?<=[，。；、])|(?<=会议))部署(?![会了]))(?:了|并通过了?|议定)?|(?:(?<!主席)(?<!主任)(?<!书记)(?<!局长)(?<!部长)(?:传达学习|学习传达)|传达贯彻|(?<!深入)学习贯彻|认真学习|集体学习|集中学习|(?<![\u3400-\u9fff])传达(?!到)|(?<=会议)传达(?!到)|(?<=[并还再])传达(?!到)|(?<!传达)(?<!理论)(?<!观摩)(?<!参观)(?<!交流)学习(?!会|教育|中心|借鉴|宣传|贯彻))(?:了|贯彻)?)"
    rf"(?P<items>(?!，|其他|有关人员|制定|出台|谋划|干部任免|干部事宜|推进|解决|讨论|部署|下一步|如何|贯彻|意见|措施|会商|问题|、){_STOP}{{3,240}}?)"
    r"(?P<end>(?:等(?:相关|有关|重点)?(?:事宜|事项|工作|议题|内容|问题)?|(?:事宜|事项|议题|内容)|(?:[一二两三四五六七]个)?(?<!有关)(?<!相关)问题)?(?=[。；]|，(?!《)|$))"
)
_REVIEWED = re.compile(
    rf"(?=[审表票研讨通])(?:(?<=会议)通过(?=了)|(?<!听取并)(?<!听取和)审议(?!意见|稿)|审定(?!后)|(?:审查|表决|票决)(?=(?:通过)?了?《)|(?:研究|讨论)(?=并?(?:原则|一致)?上?(?:同意|通过)))(?:并)?(?P<how>(?:原则|一致)?上?(?:通过|同意))?(?:了)?(?P<items>(?!，){_STOP}{{3,240}}?)(?P<end>(?:等(?:文件|方案|议题|事项|提案|议案)?)?(?=[。；]|，(?!{_WHOSE}《)|$))"
)
_SPLIT = re.compile(
    f"、|，(?={_WHOSE}《)|"
    "(?<=》)(?:和|及|以及)(?=[\u3400-\u9fff]{0,12}《)|(?<=[^《“]{3})(?:以及|和(?!政府|[\u3400-\u9fff]{2,10}(?:局|委|厅|会|办|室|署|队|院|站|处|所|中心|公司|集团)关于))(?=[^、]{3,30}$)|(?<=精神)(?:和|及|以及)(?=[国中省市上全自县区州盟])|(?<=》)(?:和|及|以及)(?=[^、《]{4,24}(?:文件|规定|要求|精神|知识)$)|(?<=思想)(?:和|及|以及)(?=习近平)|(?<=[话神示述])(?:和|及|以及)(?=《)"
)
_NO_ITEM = re.compile(
    "^各[^《“]{0,12}经验$|^[\u3400-\u9fff]{2,3}(?:主任|书记|主席|经理|副?[局镇乡县区市院校]长)(?:同志)?$|具体做法|^[^《“]*，|^这|^(?:上述|以上)|^工作(?:情况)?$|^重要讲话$|^(?:应对|防范|整改|处置)(?:措施|对策|办法)$|具体要求$|后$|(?:干部|群众|村民|职工|员工)$|^干部(?:任免|人事|事宜|问题)|^(?:下一步|下步|下阶段|下半年|近期|当前|今后|今年|明年|全年|\\d{4}年)[^《“]{0,6}(?:工作|任务)$|汇报后|^(?:和|及)|干部事项|人事(?:事项|任免)|等地$|^规范性|(?<!我[县市区旗])(?:贯彻落实|贯彻)(?:意见|措施|工作)$|受[^，]{2,12}委托|所作|[局镇乡校院所站]长(?!馆长|会议|[^，]{0,4}会议精神)[^，]{2,9}(?:关于|$)|(?:书记|主任)[\u3400-\u9fff]{2,3}(?:关于|$)|^[^，]{0,3}(?:其他|有关)(?:事项|事宜|工作)?$|(?<!期间)有关(?:事项|事宜|工作)$|等其他$|^[\\d一二三四五六七八九十]+[个项](?:项目|议题|事项)$|^(?:有关|相关)?(?:文件|会议|工作|汇报)(?:精神)?$|^(?:安排|决定)了?|^研究审议|方式(?:$|详细)|^(?:实地|现场)(?:查看|察看|走访)$|^(?:施工方|负责人)的?情况$|^(?:相关|有关)?负责(?:人|同志)$|^(?:会议精神|具体工作|有关精神|讲话|精神|意见|措施|工作|方案|汇报)$|^(?:就|在|对|为|并)|^(?:部门|各方)?情况(?:介绍|汇报)?$|(?:具体|有关|相关)(?:措施|办法|意见)$|时(?:强调|指出|要求|说)?$|发言$|^不时|负责(?:人|同志)$|意见(?:和|及)?建议$|^(?:相关|有关)情况|等(?:部门|单位)$"
)
# 听取各方意见, 听取大户的介绍: people were listened to, no item was heard.
_OPINIONS = re.compile("(?:意见|建议|发言|诉求)$|[人户者员表家]的?介绍$")
# 听取甲局汇报后，县长要求…: what was heard is only the occasion.
_ONCE_HEARD = re.compile("(?:汇报|报告|介绍|通报|情况|进展|工作|发言)后")
# A numbered title of minutes on which a decision follows: 3.某规划。会议不予通过。
_TITLED = re.compile(
    "\\d{1,2}[.．、](?P<item>(?!关于)[^，。；：]{4,40})。(?:会议)?"
    "(?=(?:一致|原则)*(?:同意|通过)|不予|暂不|暂缓|缓议)"
)
_DEMANDED = re.compile(
    "将(?!军)|意见：|要求：|[一二三四]是|(?<![主重])要(?!求)|(?<!有关)(?<!相关)(?<!具体)(?<!工作)(?<!部署)(?<!领导)要求|须|(?<!申)请(?!示)|责成|由[^，]{2,20}$|必须|应当|(?<![党会团员])组织(?!书记|部|生活|建设)|督促|强调|指出|各[^，。；]{0,6}支部|支部(?:组织|开展|书记|学习|党员)|抓好"
)
# 就认真学习某精神、抓好某事提出了要求: what is spoken about.
_ABOUT_WHICH = re.compile("就[^，。；]{0,8}$")
_ONE_LEVEL = "(?:近期自治区|中共中央|国务院|中央[军政]委|省政府|全?[国省市县盟旗区州]|中央|自治区|国家|上级|省[委级]|市[委级])"
_LEVEL = re.compile(f"{_ONE_LEVEL}(?:[、和及]{_ONE_LEVEL})*$")
# 会议同意某方案，要求…: told in a newspaper; in minutes the same words decide.
_AGREED = re.compile(
    "(?<=会议)(?:研究|一致|原则|讨论)*上?(?:同意|通过)了?(?P<items>[^，。；：]{3,70}?(?:方案|办法|规划|计划|细则|预案|规定|条例|草案|》))(?=[，。；])"
)
# 第19、20次, 在中共中央、国务院团拜会上: numbers and a pair of bodies.
_IN_NUMBERS = re.compile(
    "\\d、\\d|央、国务院|[一二三四五六七八九十]、[一二三四五六七八九十][中小高号期]"
)
_TITLES = re.compile("《[^》]*》|“[^”]*”")
_JOINED = re.compile("[^和、《“，]{2,14}和[^和、《“，]{2,10}")
_FORMAL = re.compile(
    "常务会|常委会|党组|党委会|中心组|学习|主席会|主任会|全会|全体会|委员会[^，。]{0,12}会议|领导小组[^，。]{0,8}会议|专题会|办公会|联席会|座谈会|规委会|扩大会|研究"
)
_OPENING = 160
_SHORTEST = 3
_NAMED = 10
_VAGUE = re.compile("项目|工程|工作|有关|相关|社区|企业|各|当地|现场")
_OPENED = re.compile("如下[：。]?$")
_RECORDS = re.compile("(?:纪要|议定)[^。]{0,8}如下[：。]?$")
_MET = re.compile("会议(?:还|分别|先后|集中)?(?:听取|审议|研究|讨论|通过)[^。]*$")
_LATER_VERB = re.compile(
    "，(?:详细|深入|梳理|针对|视察|检查组|视察组|实地|现场|认真|仔细|通过|查看|了解|要求|[\u3400-\u9fff]{2,3}(?:指出|要求|强调|表示|说)|传达|学习|听取|研究|审议|讨论|部署|并|同时|安排|分析|会议|对|就|围绕)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """An item of an agenda as a place in the words of a paragraph."""

    start: int
    end: int
    kind: str
    decision: str | None


def _outside_quotes(words: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of the items of a list; marks inside 《》 and “” divide nothing."""
    depth, start, i = 0, 0, 0
    names = [one.span() for one in _ONE_NAME.finditer(words)]
    # 高考组考和交通保障情况: one 和 without any other mark joins what is one item.
    alone = "、" not in _TITLES.sub("", words) and _JOINED.fullmatch(words) is not None
    if alone and ends_alike(words):
        alone = False
    while i < len(words):
        sign = words[i]
        if sign == "《" and depth <= 0 and i > start and words[i - 1] == "》":
            # 《甲》《乙》: titles stand side by side.
            yield start, i
            start = i
        depth += (sign in "《“（") - (sign in "》”）")
        found = _SPLIT.match(words, i) if depth <= 0 and not alone else None
        if any(first < i < last for first, last in names):
            found = None
        if found is not None and (
            _LEVEL.fullmatch(words, start, i) or _IN_NUMBERS.match(words, i - 1)
        ):
            # 省、市会议精神 is one item.
            found = None
        if found is not None and found.end() > found.start():
            yield start, i
            start = i = found.end()
            continue
        i += 1
    yield start, len(words)


# 听取了甲，乙、丙等工作汇报: commas part the reports.
_PARTED = re.compile(
    "[^，《“]{4,40}(?:，(?!并|同时|要求|认为|指出|强调|会议|对|就|经)[^，《“]{4,60})+"
)
# 研究了甲，乙、丙，丁等工作: commas part the items where the list is closed as one.
_RUNNING = re.compile(
    "(?:，(?!并|同时|会议|对|就|要求|强调|指出)[^，。；：]{4,40}?)+(?=等(?:相关|有关)?(?:工作|事项|事宜|议题|问题)(?:[，。；]|$))"
)


def _run_on(plain: str, found: re.Match[str], words: str) -> str:
    """Return the words of a list of items with what commas part from them, if it is closed as one."""
    more = _RUNNING.match(plain, found.end("items"))
    if more is None or found.end("items") != found.end() or _LATER_VERB.search(more.group()):
        return words
    return words + more.group().replace("，", "、")


# 存在问题, 下一步打算 behind a report belong to it.
_TAIL = re.compile(
    "(?:当前|目前|现阶段)?(?:主要|突出)?(?:存在|面临|遇到)的?[^、]{0,4}(?:问题|困难|短板|不足)|存在[^、]{0,6}|(?:下一?步|下一?阶段)[^、]{0,8}(?:打算|计划|安排|思路|举措|措施|工作)?|困难问题|工作(?:打算|思路|建议)|意见建议"
)
_AND_SUCH = re.compile(
    "[^、]{1,24}等(?:重点|重大|在建|主要|骨干)?(?:项目|工程|企业|园区|行业|产业|片区|工地|乡镇|改革)[^、]{2,}"
)
# 关于甲和乙的重要论述, 关于甲、乙的请示: what stands in between is one name.
_ONE_NAME = re.compile(
    "关于(?:(?!关于)[^《，；。]){2,60}?的(?:重要(?:论述|讲话|指示|批示)|请示|议案|建议|提案)|当前和今后"
)
_SUMMED = re.compile(
    "[^等]{2,}(?:[两二三四五六七八九十]|\\d+)[个项大](?:项目|方面|领域|乡镇|单位|工程|片区|园区|市场)"
)
_OFFICES_ON = re.compile("等(?:有关|相关)?(?:部门|单位|乡镇|镇)[^、]{0,6}关于")
# 对某方案进行了审议, 就某事进行专题研究: the item stands in front of the verb.
_FRONTED = re.compile(
    rf"(?:会议|会上|，)(?:分别|专门)?(?:对|就)(?P<items>{_STOP}{{3,80}}?)(?:等(?:工作|事项|议题|问题))?(?:进行|作|开展)了?(?:专题|集中|认真|充分|深入)?(?P<verb>审议|研究|学习)(?=[，。；]|$)"
)
_REPORTED_TOO = re.compile(
    "(?:、|和|，?以?及)(?P<item>[^，。；、]{4,40}?)(?:的)?(?:汇报|报告)(?=[，。；、和]|$)"
)


def _by_one_speaker(words: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the bodies that report on one thing with it: 甲局、乙局关于某事 is one item."""
    spoken = next((n for n, (a, b) in enumerate(items) if _OFFICES_ON.search(words[a:b])), 0)
    if spoken:
        return [(items[0][0], items[spoken][1]), *items[spoken + 1 :]]
    if len(items) > 1 and _SUMMED.search(words[slice(*items[-1])]):
        # 水厂、泵站两个项目推进情况: what is counted together is one item.
        return [(items[0][0], items[-1][1])]
    if len(items) > 1 and _AND_SUCH.fullmatch(words[slice(*items[-1])]):
        return [(items[0][0], items[-1][1])]
    items = under_one_head(words, _with_tails(words, with_bodies(words, items)))
    last = next((n for n, (a, b) in enumerate(items) if "关于" in words[a:b]), 0)
    if last and all(body_kind(words[a:b]) is not None for a, b in items[:last]):
        return [(items[0][0], items[last][1]), *items[last + 1 :]]
    return items


def _with_tails(words: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what only goes on about the report before it: 某项目进展情况、存在问题及下一步打算."""
    joined: list[tuple[int, int]] = []
    for start, end in items:
        if joined and _TAIL.match(words, start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_one_report(words: str) -> bool:
    """Tell whether one body reports on all that is listed: 某局关于甲、乙等情况."""
    bare = _TITLES.sub("", words)
    return (
        bare.count("关于") == 1
        and REPORTER.match(words) is not None
        and ("、" in words or "和" in words)
    )


def headings_in(plain: str) -> Iterator[Heading]:
    """Yield the agenda items of a paragraph in order of their verbs."""
    for pattern, kind in ((_HEARD, "heard"), (_STUDIED, "studied"), (_REVIEWED, "reviewed")):
        for found in pattern.finditer(plain):
            if not _is_narrated(plain, found.start()):
                continue
            if kind == "heard" and (
                _OPINIONS.search(found.group()) or _ONCE_HEARD.search(found.group())
            ):
                continue
            words, base = found.group("items"), found.start("items")
            later = _LATER_VERB.search(words)
            if later is not None:
                words = words[: later.start()]
            if kind == "heard" and later is None and _PARTED.fullmatch(words):
                words = words.replace("，", "、")
            words = _run_on(plain, found, words) if kind == "studied" and later is None else words
            items = _by_one_speaker(words, list(_outside_quotes(words)))
            twins = twins_in(words, found.group("case")) if kind == "heard" else None
            if kind == "heard" and later is None and _is_one_report(words):
                items = [(0, len(words) + len(found.group("case")))]
            elif twins is not None and len(items) == 1 and later is None:
                case = len(found.group("case"))
                items = [(0, twins), (twins + 1, len(words) + case)]
            elif len(items) == 1 and later is None and kind == "heard":
                # A single report keeps its 情况; of a list it belongs to all and to none.
                items = [(items[0][0], items[0][1] + len(found.group("case")))]
            elif len(items) > 1 and later is None and kind == "heard" and found.group("case"):
                # 甲情况、乙情况汇报, 甲、乙情况等汇报: here the last keeps its own.
                tail = found.group("case")
                own = found.group("end").startswith("等")
                if own or all(words[:end].endswith(tail) for _, end in items[:-1]):
                    items[-1] = (items[-1][0], items[-1][1] + len(tail))
            tail = found.group("end") or ""
            if kind == "studied" and len(items) == 1 and later is None and tail == "问题":
                # 研究资金缺口问题: a single item keeps the word.
                items = [(items[0][0], items[0][1] + len(tail))]
            if kind == "studied":
                if is_theme_of_study(plain, found.start(), words):
                    continue
                items = tail_of_all(words, items)
            for start, end in items:
                begin, stop = _trimmed(plain, base + start, base + end)
                begin = own_start(plain, begin, stop, kind)
                item = plain[begin:stop]
                whole = item.count("《") == item.count("》") and stop - begin >= _SHORTEST
                if whole and not _is_none(item):
                    yield Heading(
                        start=begin, end=stop, kind=kind, decision=found.groupdict().get("how")
                    )
    yield from _fronted(plain)


def _is_none(item: str) -> bool:
    """Tell whether words in the place of an item name nothing that is heard or studied."""
    return bool(_NO_ITEM.search(item)) or names_nothing(item) or body_kind(item) is not None


def _fronted(plain: str) -> Iterator[Heading]:
    """Yield items in front of their verb, and further reports behind a first: 甲的汇报、乙的汇报."""
    for found in _FRONTED.finditer(plain):
        kind = "reviewed" if found.group("verb") == "审议" else "studied"
        if not _is_narrated(plain, found.start()) or "，" in found.group("items"):
            continue
        base = found.start("items")
        for start, end in _outside_quotes(found.group("items")):
            if not _NO_ITEM.search(plain[base + start : base + end]):
                yield Heading(start=base + start, end=base + end, kind=kind, decision=None)
    for heard in _HEARD.finditer(plain):
        place = heard.end()
        while heard.group("end") and (more := _REPORTED_TOO.match(plain, place)) is not None:
            place = more.end()
            start = own_start(plain, more.start("item"), more.end("item"), "heard")
            yield Heading(start=start, end=more.end("item"), kind="heard", decision=None)


def _agreed(plain: str) -> Iterator[Heading]:
    """Yield what a meeting in the news agreed to (会议同意某方案，要求抓紧)."""
    for found in _AGREED.finditer(plain):
        start = found.start("items")
        told = PROPOSED_BY.match(plain, start)
        start = told.end() if told is not None and told.end() < found.end("items") else start
        if not _NO_ITEM.search(plain[start : found.end("items")]):
            yield Heading(start=start, end=found.end("items"), kind="reviewed", decision="同意")


def _is_narrated(plain: str, start: int) -> bool:
    """Tell whether a verb tells what the meeting did, and is no part of a demand."""
    sentence = _TITLES.sub("", plain[plain.rfind("。", 0, start) + 1 : start])
    return _DEMANDED.search(sentence) is None and _ABOUT_WHICH.search(sentence) is None


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    words = plain[start:end]
    front = re.match("(?:了|并|有关|讨论|审议|原则同意|原则通过|同意|通过|，)+", words)
    if front is not None:
        start += front.end()
    back = re.search(
        "(?:等工作|(?<=》)的(?:提案|议案|请示|建议)|(?<=》)等(?:议题|文件|方案|事项)|等(?:重要|有关|相关)?(?:会议|文件|讲话)精神|事宜|事项|(?:[两三四五六七八九]|\\d)[项个](?:重点)?(?:工作|事项|议题|问题|项目|方案)(?:情况)?|等(?:[一二三四五六七八九十\\d]+[^等]{0,10})?|有关|相关|的)+$",
        plain[start:end],
    )
    if back is not None:
        end = start + back.start()
    return start, end


def _is_named_report(plain: str, one: Heading) -> bool:
    about = plain.endswith("关于", 0, one.start)
    named = one.end - one.start >= _NAMED and _VAGUE.match(plain, one.start, one.end) is None
    return one.kind == "heard" and (about or named)


def agenda_of(
    strands: tuple[Strand, ...],
    source: str,
    *,
    minutes: bool,
    visit: bool = False,
    dispatch: bool = False,
) -> tuple[AgendaItem, ...]:
    """Return the agenda of a meeting; the opening of minutes only says what they are about.

    On a visit one listens at every stop: there only a report on something named is an item. What a dispatch passes on,
    and what its opening says that it is for, are none.
    """
    items: dict[str, AgendaItem] = {}
    opened = next((n for n, one in enumerate(strands[:3]) if _OPENED.search(one.plain)), 0)
    for number, strand in enumerate(strands):
        if not minutes and not re.search(
            "会[议上前]|常委会|学习会|座谈会|集体学习|专题学习|中心组|[听审]", strand.plain[:120]
        ):
            continue
        titled = _TITLED.match(strand.plain) if minutes else None
        if titled is not None:
            start, end = titled.span("item")
            text = strand.named(source, start, end)
            span = strand.cover(start, end)
            items.setdefault(text, AgendaItem(text=text, kind="reviewed", span=span, decision=None))
            continue
        informal = (
            number == 0
            and not minutes
            and (dispatch or _FORMAL.search(strand.plain[:_OPENING].split("。")[0]) is None)
        )
        news = () if minutes else _agreed(strand.plain)
        for one in (*headings_in(strand.plain), *news):
            opening = (minutes and number <= opened) or _RECORDS.search(strand.plain)
            told = one.kind == "heard" or _MET.search(strand.plain, 0, one.start)
            if opening and not told:
                # 县长召开会议，研究某事: the opening of minutes says only what they are about.
                continue
            passed_on = dispatch and is_spirit(strand.plain[one.start : one.end])
            if one.kind == "studied" and (informal or passed_on):
                # 我县召开推进会，传达…精神，安排部署…: what a dispatch is about, and no agenda.
                continue
            if visit and not _is_named_report(strand.plain, one):
                continue
            text = strand.named(source, one.start, one.end)
            items.setdefault(
                text,
                AgendaItem(
                    text=text,
                    kind=one.kind,
                    span=strand.cover(one.start, one.end),
                    decision=one.decision,
                ),
            )
    return tuple(items.values())
