"""The day of an event that a report tells late or prints oddly: below a scene, without its 月, as one of two days.

A report may open with a scene or with words (“认得吗？”4月17日，…), and its first day then stands further down, at the
head of a sentence and beside what was held or who came. A web page may have lost the 月 (523日): the day is read only
where its figures can be no other.
"""

import re
from collections.abc import Sequence

from guatu.domain.reading.deadlines.limits import real_day
from guatu.domain.reading.deadlines.lost_signs import (
    days_without_month_sign,
    with_years_in_figures,
)
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Dateline

_HELD = (
    "召开|举行|举办|开会|主持|召集|组织|开展|启动|揭牌|开工|座谈|调度|部署|会议上|[会式]上|的这?[一]?[场次个]"
    "|来到|赶到|赶赴|走进|前往|深入|率队|带队|调研|检查|督[导查办]|暗访|慰问|走访|看望|察看|实地|现场|一行|值守|巡[查河田]|参加|出席|听取|汇报|接访|蹲点"
)
_PART = (
    "(?:[上下中]午|早上|早晨|清晨|清早|一早|凌晨|傍晚|晚上?|深夜|夜里|夜间|当[天日晚]|这[一]?天)"
)
# 这是12月18日的述职会, 据了解，11月22日当晚，: what may stand between the head of a sentence and the day.
_LATER = re.compile(
    r"(?:^|(?<=[。！？；”’—]))(?:那是|这是|时间是|时间定格在|据了解，|据悉，|记者获悉，|也?就在|在)?"
    r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?!之?[前内]|以[来前]|起|至|到|—|－|-|前|后)"
    r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:，?农历[^，。；]{2,8})?"
    rf"(?P<part>{_PART})?(?P<rest>[^。！？；]{{0,60}})"
)
_HAPPENED = re.compile(f"{_HELD}|^的(?:这|那)?[\u3400-\u9fff]{{0,10}}(?:会|事)")
# 11月20日，各乡镇要…; 8月3日起将…: what is to come is no event that is reported.
_TO_COME = late(
    "(?<![需主重])要(?![求点闻素])|必须|务必|应当|请(?:各|于)|将(?:[于在会有举召开]|迎来)|预计|拟|计划|之?前(?![往来去期])"
)
# What a paper that is handed on says of itself; its days are those by which something is due.
_PAPER = re.compile(
    "(?:通知|通告|公告|函告|通报|明确|部署|安排|批复|函复|报告)如下|特此(?:通知|公告|通告|函|批复|报告)|请(?:各|你)[单乡镇部局村]|现(?:将|就)[^。；]{2,40}如下"
)
_QUOTES = str.maketrans("‘’", "“”")
_LOST = re.compile(
    r"(?:^[^，。；：！？“”]{0,16}[）)讯电] ?|^|(?<=[，。！？”]))(?:(?P<year>20\d\d)年?)?(?P<both>[1-9]\d{1,3})日"
    rf"(?={_PART}|，)"
)
_IN_WORDS = re.compile(
    r"(?:^[^，。；：！？“”]{0,16}[）)讯电] ?|^|(?<=[，。！？”]))(?P<date>(?P<year>二[〇○零0O][〇○零0O一二三四五六七八九]{2}年)?"
    rf"(?P<month>十[一二]|[一二三四五六七八九十])月(?P<day>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)(?={_PART}|，)"
)
# 元月19日 says the month in a word; 11月19，她… lost the sign of its day.
_HALF_IN_WORDS = re.compile(
    r"(?:^[^，。；：！？“”]{0,30}[）)讯电] ?|^|(?<=[，。！？”]))(?P<date>(?:(?P<year>20\d\d)年)?"
    rf"(?:(?P<first>元)月(?P<of_first>\d{{1,2}})[日号](?={_PART}|，)|(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?={_PART}|，)))"
)
_WITHIN = 80
# A tail of another report may have been put below a damaged one.
_HEAD = 5


def told_later(paragraphs: Sequence[Strand], year: int | None) -> Dateline | None:
    """Return the first day below the opening at which something was held or somebody came."""
    if any(_PAPER.search(one.plain) for one in paragraphs):
        return None
    for strand in paragraphs[:_HEAD]:
        for found in _LATER.finditer(strand.plain):
            before = strand.plain[: found.start()].translate(_QUOTES)
            if before.count("“") > before.count("”") or not _tells(found):
                continue
            known = int(found.group("year")) if found.group("year") else year
            day = None
            if known is not None:
                day = real_day(known, int(found.group("month")), int(found.group("day")))
            start = found.start("year") if found.group("year") else found.start("month")
            end = found.end("day") + 1
            words = strand.plain[start:end]
            return Dateline(text=words, day=day, span=strand.cover(start, end))
    return None


def _tells(found: re.Match[str]) -> bool:
    rest = found.group("rest")
    if _TO_COME.search(rest) is not None:
        return False
    if found.group("part") in ("当天", "当日", "当晚", "这天", "这一天"):
        return True
    return _HAPPENED.search(rest) is not None


def _of(lead: Strand, found: re.Match[str], known: int | None, month: int, day: int) -> Dateline:
    start, end = found.span("date")
    return Dateline(
        text=found.group("date"),
        day=real_day(known, month, day) if known is not None else None,
        span=lead.cover(start, end),
    )


def written_out(lead: Strand, year: int | None) -> Dateline | None:
    """Return the day that an opening writes in words: 十月十五日上午, 二〇二四年十月十五日，."""
    found = _IN_WORDS.search(lead.plain, 0, _WITHIN)
    if found is None:
        return None
    printed = found.group("year")
    known = int(with_years_in_figures(printed)[:4]) if printed else year
    month, day = (int(number_of(found.group(part)) or 0) for part in ("month", "day"))
    return _of(lead, found, known, month, day)


def half_in_words(lead: Strand, year: int | None) -> Dateline | None:
    """Return the day of an opening like 元月19日， or 11月19，, which lost the sign of its day."""
    found = _HALF_IN_WORDS.search(lead.plain, 0, _WITHIN)
    if found is None:
        return None
    known = int(found.group("year")) if found.group("year") else year
    month, day = int(found.group("month") or 1), int(found.group("day") or found.group("of_first"))
    return _of(lead, found, known, month, day)


def without_month_sign(lead: Strand, year: int | None) -> Dateline | None:
    """Return the day of 523日 or 1024日上午, which lost their 月, where the figures can be no other day."""
    found = _LOST.search(lead.plain, 0, _WITHIN)
    if found is None:
        return None
    known = int(found.group("year")) if found.group("year") else year
    days = days_without_month_sign(found.group("both"), known) if known is not None else []
    if len(days) != 1:
        return None
    start = found.start("year") if found.group("year") else found.start("both")
    words = lead.plain[start : found.end()]
    return Dateline(text=words, day=days[0], span=lead.cover(start, found.end()))
