"""Plans as papers of their own (工作方案, 实施方案), and the phases of work they are divided into."""

import re
from collections.abc import Sequence
from functools import lru_cache

from guatu.domain.reading.directives.clauses import BRACKETED_HEAD
from guatu.domain.reading.directives.demand import Demand
from guatu.domain.reading.directives.notices import NOTICE
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.paper_parts import level_of
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late

_TITLE = re.compile(
    "[\u3400-\u9fff”》](?:规定|办法|规则|守则|制度|公约|规程|准则|章程|须知)(?:[（〔(][^）〕)]*[）〕)])?$|[\u3400-\u9fff”》](?:方案|预案|计划|要点|细则|任务(?:清单|分工|分解))|(?:工作|实施|行动|整治|整改|治理|防控|攻坚|应急|活动|建设|总体|处置|推进|保障|提升|检查|督查|分工|落实|若干|指导|条)意见"
    "(?:[（〔(][^）〕)]*[）〕)])?$"
    # 就诊流程明白纸, 任务责任分工, 防范和整改措施建议: how a thing is done, and who does what.
    "|[\u3400-\u9fff](?:(?:办理|办事|就[诊医]|工作|处置|服务|申[报请]|操作|转运|接访)流程图?|明白[纸卡]|(?:责任|职责|任务|工作)分工|(?:工作|任务|工期|活动|生产|整改|检查)安排|倒排工期表?|(?:目标|工作|管理|安全|保护)?责任[书状]|(?:若干|防范|整改|工作|政策|具体|条)措施(?:建议)?)"
    "(?:[（〔(][^）〕)]*[）〕)])?$"
)
# A report of a plan says what was done with it.
_TOLD = re.compile(
    "出台|审议|通过|讨论|制定|发布|解读|听取|召开|公布|评审|论证|汇报|介绍|征求|修改|启动|印发"
)
_PART = re.compile(f"一、|第一[条章，]|（一）|{BRACKETED_HEAD.pattern}")
_NUMBER = "(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\\d{1,2}[.．、]|第[一二三四五六七八九十]阶段[：，]?)?"
_STEPS = "自查|检查|排查|整改|整治|抽查|督查|验收|总结|评估|考核"
# 集中整治阶段（5月21日至8月31日）, 水厂自查（11月30日前）: a step by its name alone is due where it says 前.
_PHASE = re.compile(
    f"{_NUMBER}[\u3400-\u9fff、]{{2,16}}(?:阶段|步骤|(?:{_STEPS})(?=[（(][^（()）]{{2,30}}[前底末内][）)]))"
    "[（(](?P<limit>[^（()）]{3,30})[）)](?=[。：]|$)"
)
_STEP = re.compile(
    f"{_NUMBER}[\u3400-\u9fff、]{{2,16}}(?:阶段|步骤|{_STEPS})[（(](?P<limit>[^（()）]{{3,30}})[）)](?=[。：]|$)"
)
_PLAIN_STEP = re.compile(
    "(?:第[一二三四]阶段，?)?(?![各县市区镇乡]|[^，]*[要须应])[\u3400-\u9fff]{2,8}阶段"
)
# 一、7月底前完成的任务, （二）立行立改问题（6月底前完成）: a heading that says by when all below it is due.
_NUMBERED = (
    "(?:(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\\d{1,2}[.．、]))?"
)
_HEAD = re.compile(
    f"{_NUMBERED}(?P<limit>[^，。；：（）]{{2,16}}?[前底末内])(?:需|应|要|须|必须|可)?(?:完成|办结|落实|整改到位|到位|解决|销号|启动|见效)(?:的(?:重点|主要|具体|整改|各项|以下)*(?:任务|工作|事项|项目|问题|内容|措施)|(?:重点|主要|整改)?(?:任务|事项|清单|类))(?:[（(][^）)]{{1,12}}[）)])?[。：]?"
    f"|{_NUMBERED}[\u3400-\u9fff、]{{2,14}}(?:类|问题|任务|事项|整改)[（(](?P<inside>[^（()）]{{3,20}}[前底末内])(?:完成|办结|整改|到位|整改到位|全部)*[）)][。：]?"
)
# 各学校9月底前要办好三件事：; 要在8月15日前完成以下任务：
_LISTED = re.compile(
    "(?:[一二两三四五六七八九十几\\d]{1,2}(?:件|项|个方面|大|方面|条|个)[^，。；：、]{0,8}|(?:以下|下列|如下)[^，。；：、]{0,10})："
)
_ANNOUNCES = late(
    f"[^。；：]{{0,50}}?(?:要(?!求)|须|务必|力争|确保|完成|办[结好成]|做[好到]|抓[好实]|落实|解决|推进)[^。；：]{{0,12}}?{_LISTED.pattern}"
)
# 12月6日上午10点，市领导到你县调研，请做好以下准备：: when somebody comes is no limit of the list.
_OF_EVENT = re.compile(
    "(?:[上下中]午|晚上?|\\d{1,2}[点时])(?![^，。；]{0,6}前)|[到来赴][^，。；]{0,12}(?:调研|检查|督导|考察|视察|验收|考核|观摩)"
)
_TIMED = re.compile("[月日旬底前]")
# 到2027年: at its end.
_TO_YEAR = re.compile("到\\d{4}年")
_LOWEST = 9
_YEAR = re.compile("(\\d{4}年)")
_MONTH = re.compile("(?:\\d{4}年)?(?:\\d{1,2}|十[一二]|[一二三四五六七八九十])月")


def plan_by(headline: str, texts: Sequence[str]) -> SpeechAct | None:
    """Return the speech act of a plan: its title names one, and its parts are numbered."""
    if not is_plan_title(headline):
        return None
    return NOTICE if any(_PART.match(text) for text in texts) else None


@lru_cache(maxsize=8)  # The page asks it of the same title, and the reading of its article again.
def is_plan_title(headline: str) -> bool:
    """Tell whether a title names a plan, its measures or who does what, and does not tell of one."""
    return _TITLE.search(headline) is not None and not tells_of_plan(headline)


def tells_of_plan(headline: str) -> bool:
    """Tell whether a headline tells what was done with a plan: 我县出台…方案."""
    return _TOLD.search(headline) is not None


_OPENS_WITH_LIMIT = re.compile(
    "(?:到|在|力争)?(?:\\d{4}年)?(?:\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底|末)前|年底前)，|(?:力争)?到\\d{4}年(?:年?底|末)?，"
)


_AIM_YEAR = re.compile("(?:力争)?到\\d{4}年(?:年?底|末)?，[^。]{4,}；")


def opens_row(text: str) -> bool:
    """Tell whether a paragraph begins with a row of aims for one year: 到2027年，…；…；…."""
    return _AIM_YEAR.match(text) is not None


def opens_with_limit(text: str) -> bool:
    """Tell whether a paragraph begins by saying by when: 2026年10月底前，…; a paper's first words then are a task."""
    return _OPENS_WITH_LIMIT.match(text) is not None


def begins_text(paragraph: str) -> bool:
    """Tell whether the first paragraph below a title already asks: by its number, or by saying by when."""
    return level_of(paragraph) is not None or opens_with_limit(paragraph)


class Phases:
    """Keeps the limit of the phase that a plan is reading: 动员部署阶段（11月25日前）。."""

    __slots__ = ("_here", "_level", "_limit")

    def __init__(self) -> None:
        self._limit: tuple[int, int, int] | None = None
        self._level = 0
        self._here: list[tuple[int, tuple[int, int, int]]] = []

    def enter(self, paragraph: int, text: str) -> None:
        """Take the next paragraph in; a phase ends at the next number of its kind or a higher one."""
        found, level = _PHASE.match(text), level_of(text)
        head = _HEAD.fullmatch(text) if level is not None else None
        self._here = [
            (one.start(), (paragraph, *one.span("limit")))
            for one in _PHASE.finditer(text)
            if _TIMED.search(one.group("limit"))
        ]
        if found is not None and _TIMED.search(found.group("limit")):
            self._limit = (paragraph, *found.span("limit"))
            self._level = _LOWEST if level is None else level
        elif head is not None and level is not None and _TIMED.search(text):
            self._limit = (paragraph, *head.span("limit" if head.group("limit") else "inside"))
            self._level = level
        elif level is not None and level <= self._level:
            self._limit = None

    def limited(self, demand: Demand) -> Demand:
        """Return the demand with the phase's limit, which holds where its own words state none."""
        inside = [limit for start, limit in self._here if start <= demand.start]
        limit = inside[-1] if inside and len(self._here) > 1 else self._limit
        return demand if limit is None else demand._replace(phase=limit)


def is_phase_head(words: str) -> bool:
    """Tell whether words are but the name of a phase, and its days: 总结验收阶段（3月16日至31日）, 集中整治阶段."""
    if _PLAIN_STEP.fullmatch(words) is not None:
        return True
    found = _STEP.fullmatch(words)
    return found is not None and _TIMED.search(found.group("limit")) is not None


def is_limit_head(text: str) -> bool:
    """Tell whether a paragraph is but a heading that says by when all below it is due: 一、7月底前完成的任务."""
    return _HEAD.fullmatch(text) is not None


class Announced:
    """Keeps the limit of a list that is announced: 各学校9月底前要办好三件事：一是…；二是….

    The list stands behind its colon, as ordinals in the same paragraph or as numbered paragraphs below.
    """

    __slots__ = ("_here", "_level", "_limit", "_text")

    def __init__(self) -> None:
        self._limit: tuple[int, int, int] | None = None
        self._level, self._text = -1, ""
        self._here: list[tuple[int, tuple[int, int, int]]] = []

    def enter(self, paragraph: int, text: str) -> None:
        """Take the next paragraph in; a list ends at a paragraph without a number of a lower kind."""
        self._text, self._here = text, []
        if self._limit is not None:
            level = level_of(text)
            if level is None or level <= self._level:
                self._limit = None
        if "：" not in text or _TIMED.search(text) is None or _LISTED.search(text) is None:
            return
        for one in _ANNOUNCES.finditer(text):
            if _OF_EVENT.search(one.group()):
                continue
            place = (paragraph, one.start(), one.end() - 1)
            if one.end() == len(text):
                level = level_of(text)
                self._limit, self._level = place, -1 if level is None else level
            elif ordinal_at_front(text[one.end() :]) is not None:
                self._here.append((one.end(), place))

    def limited(self, demand: Demand) -> Demand:
        """Return the demand with the limit of its list, which holds where its own words state none."""
        if demand.phase is not None or not (self._here or self._limit):
            return demand
        limit = self._limit if level_of(self._text) is not None else None
        before = [place for start, place in self._here if start <= demand.start]
        if before and self._is_item(demand.start):
            limit = before[-1]
        if limit is None or (limit[0] == demand.paragraph and demand.start < limit[2]):
            return demand
        return demand._replace(phase=limit)

    def _is_item(self, start: int) -> bool:
        first = max(self._text.rfind(sign, 0, start) for sign in "。；：") + 1
        return ordinal_at_front(self._text[first:]) is not None


def phase_words(limit: str) -> str:
    """Return the words of a phase's days with the year written where its last day leaves it out.

    2027年3月16日至3月31日 ends in the year that its first day names.
    """
    year = _YEAR.search(limit)
    last = re.split("至|到|—|－|-|~|～", limit)[-1]
    if _MONTH.fullmatch(last) is not None:
        # 9月至10月: at the end of the last one.
        last, limit = f"{last}底前", f"{limit}底前"
    if _TO_YEAR.fullmatch(limit) is not None:
        return f"{limit}底前"
    if year is None or last == limit or _YEAR.search(last):
        return limit
    month = re.match("\\d{1,2}月", last)
    begun = re.search("(\\d{1,2}月)", limit)
    prefix = year.group() + ("" if month or begun is None else begun.group())
    return f"{prefix}{last}"
