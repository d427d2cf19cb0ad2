"""The day of the event an article reports on: printed in its first words, or under a letter."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.deadlines.limits import real_day
from guatu.domain.reading.directives.notices import letter_by_headline
from guatu.domain.reading.directives.spoken_papers import day_given, is_form_of_address
from guatu.domain.reading.event_days import (
    half_in_words,
    told_later,
    without_month_sign,
    written_out,
)
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.paper_heads import is_issued, is_series
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Dateline, DoubtKind

_DAY = re.compile(
    r"(?=[\d])(?<![\d截至自从])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})(?:[日号]|(?=(?:[—－～~、-]|——|至|到|和)\d{1,2}日))"
    r"(?!之?[前内]|以[来前]|起(?![，至到])|为止|止|为期|\d*(?:号|次)(?:台风|令))"
    # 4月19日至25日，督察组下沉督察以来，; 6月3日全省电视电话会议精神: long before the event, or another one.
    r"(?![^。；，]{0,6}，?[^，。；]{0,20}以来，|[^，。；]{0,24}(?:会议|讲话|文件|通知)精神)"
)
_YESTERDAY = re.compile(
    r"(?:昨日|昨天|昨晚|昨|今日|今天|当日|前日)[（(]?(?P<day>\d{1,2})[）)]?日[）)]?|(?:^(?:[^，。；]{0,16}[）)讯] ?)?|(?<=[，。；！？”]))(?P<bare>[12]?[1-9]|[123]0|31)日(?:上午|下午|晚|清晨|早上|早晨|一早|凌晨|傍晚|深夜|中午|夜|，)"
)
_MONTH = re.compile(r"(?<!\d)(?P<month>\d{1,2})月")
_SIGNED = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日$")
# 二○一○年五月十一日.
_SIGNED_IN_WORDS = re.compile(
    "(?P<year>[二两][〇○零0OＯ][〇○零0OＯ一二三四五六七八九]{2})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日$"
)
# 2025-10-15 as a line of its own.
_SIGNED_IN_FIGURES = re.compile(
    r"(?P<year>20\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
)
# 2025年10月15日（此件公开发布）, 2025年10月15日印发.
_BEHIND_DAY = re.compile("(?<=日)(?:印发)?(?:（[^（）\\d]{2,12}）)?$")
_FIGURES = {
    sign: str(number) for number, sign in enumerate("〇一二三四五六七八九")
} | dict.fromkeys("○零0OＯ", "0")
# 某县新闻网6月16日消息：6月14日，…: what the report is dated by.
_DATED_REPORT = re.compile(r"(?:电|讯)(?:[（(]|\s?)|消息[：:，]?\s?")
# What follows the day of an event: 3月1日上午, 3月1日，.
_EVENT = re.compile("[（(]?(?:[上下中]午|晚|凌晨|早|，|至|—|、)")
_RETOLD = re.compile(r"(?:电|讯) ?|消息[：:，]")
# 预计9月6日登陆: a day that is only looked forward to.
# 继7月23日全省会议后，7月25日，: what went before.
_EXPECTED = re.compile(
    "(?:离|距|距离|预计|预报|将于|定于|拟于|计划)(?:在|于)?$|继(?:今年|去年|本月)?$"
)
# 11月1日零时起，船闸将停航大修。10月15日，…: what is to come is told before the event.
_AHEAD = re.compile(
    "(?:零时|\\d{1,2}[时点])?起(?!草)|[^，。；]{0,12}(?:，[^，。；]{0,12})?(?:将(?!军|信|要求)|即将|就要|正式(?:施行|实施|启用))"
)
_LABELLED = re.compile(
    r"(?:会议|批示|交办|签发|印发|发布|派单|转办|来电|受理|登记|下达|督办|收文|发文|发送|发件)?(?:时间|日期)[：:] ?(?P<date>(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日)"
)
_REPORTED = re.compile("[^，。；]{0,20}(?:讯|电)(?:[（(]| ?)")
# 8月15日，县长主持召开…会议。现将主要内容纪要如下：: minutes are of the day of the meeting, not of their print.
_MINUTED = re.compile(
    "(?:召开|召集|主持|办公|会议)[^：]{4,200}(?:纪要|议定|会议(?:决定|确定|明确)|形成)[^，。；：]{0,14}：$"
)
_SPOKEN_DAY = late(
    "[^，。；！？]{0,30}?(?P<word>前天|昨天|昨日|昨晚|今天|今日|今晨)(?![（(\\d])(?=[上下中]午|晚|清晨|傍晚|夜|，|一早|[\u3400-\u9fff])"
)
_BACK = {"前": 2, "昨": 1, "今": 0}
_HEAD_LINES = 6
_WITHIN = 260
_ASIDE = (DoubtKind.PAGE_FURNITURE, DoubtKind.GARBLED_LINE)
_LAST = 3
_SHORTEST_TITLE = 8
_NUMBERED = re.compile("[^，。；：]{0,16}[〔﹝\\[【（(]\\d{4}[〕﹞\\]】）)]第?\\d+号")
_ISSUED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_OFFICE = late(
    "[\u3400-\u9fff（）、]{3,30}(?:局|委|委员会|办公室|政府|指挥部|领导小组|督查室|办|大队|支队|院|部|会|组|中心|公司)(?:（[^）]{1,6}）)?"
)


def without_tables(paragraphs: Sequence[Strand], plain: str) -> tuple[Strand, ...]:
    """Return the paragraphs but the rows of tables, whose days are those by which things are due.

    ``plain`` is the source's text; tabs part the cells of a row.
    """
    return tuple(
        one for one in paragraphs if not one.at or "\t" not in plain[one.at[0] : one.at[-1]]
    )


def with_annexes_dated(
    datelines: Sequence[Dateline | None], pieces: Sequence[Piece]
) -> tuple[Dateline | None, ...]:
    """Return the days, where a plan without one takes that of the paper above that prints it on."""
    known = list(datelines)
    titles = [one.headline.plain if one.headline else "" for one in pieces]
    for place, title in enumerate(titles):
        if known[place] is not None or len(title) < _SHORTEST_TITLE:
            continue
        above = (i for i in range(place) if title in titles[i] + pieces[i].plain)
        known[place] = next((known[i] for i in above), None)
    return tuple(known)


def dateline_of(
    paragraphs: Sequence[Strand], *, year: int | None, months: Sequence[int] = ()
) -> Dateline | None:
    """Return the day of the event; without a year it stays unresolved.

    The first day that the opening names counts, wherever its sentence stands; 昨日（22日） takes its month from the
    opening's other words or from ``months``, those that the page's other reports agree on; a
    letter is dated by the line under it.
    """
    if not paragraphs:
        return None
    labelled = _labelled(paragraphs, year) or _below_title(paragraphs, year)
    if labelled is not None:
        return labelled
    signed = _signed(paragraphs, year)
    lead = _lead(paragraphs)
    announces = lead.plain.endswith(("：", "如下。"))
    if signed is not None and announces and _MINUTED.search(lead.plain) is None:
        # 各乡镇：3月18日，…作出批示: what a letter tells of is not its own day.
        return signed
    opening = lead.plain[:_WITHIN]
    yesterday = _YESTERDAY.search(opening)
    found = _event_day(opening)
    dated = found is not None and any(
        one.match(opening, found.end()) for one in (_DATED_REPORT, _RETOLD)
    )
    if yesterday is not None and (found is None or dated or yesterday.start() < found.start()):
        told = _yesterday(lead, yesterday, year, months)
        return signed if signed is not None and told.day is None else told
    if found is None:
        return (
            signed
            or without_month_sign(lead, year)
            or written_out(lead, year)
            or half_in_words(lead, year)
            or told_later(paragraphs, year)
        )
    spoken = _SPOKEN_DAY.match(opening, found.end()) if dated else None
    if spoken is not None:
        return _day_before(lead, found, spoken, year)
    day = _resolved(found, year)
    if signed is not None and found.start() > _WITHIN // 4:
        # A day deep in the opening of a letter is one that it speaks of.
        return signed
    return Dateline(text=found.group(), day=day, span=lead.cover(found.start(), found.end()))


def _lead(paragraphs: Sequence[Strand]) -> Strand:
    """Return the opening: no sub-headline nor a paper's number (某专纪〔2025〕17号) taken for a paragraph."""
    first = paragraphs[0]
    if len(paragraphs) == 1 or re.search("[。：！？]", first.plain):
        return first
    second = paragraphs[1]
    numbered = _NUMBERED.fullmatch(first.plain) is not None
    return second if numbered or _REPORTED.match(second.plain) is not None else first


def _resolved(found: re.Match[str], year: int | None) -> date | None:
    """Return the day of a match with its groups; without a year of its own it takes ``year``."""
    known = int(found.group("year")) if found.group("year") else year
    if known is None:
        return None
    return real_day(known, int(found.group("month")), int(found.group("day")))


def _day_before(
    lead: Strand, found: re.Match[str], spoken: re.Match[str], year: int | None
) -> Dateline:
    """Return the day of 昨天 in a report that prints its own: 本报3月25日讯 昨天，…."""
    printed = _resolved(found, year)
    day = printed - timedelta(days=_BACK[spoken.group("word")[0]]) if printed else None
    start, end = spoken.span("word")
    return Dateline(text=spoken.group("word"), day=day, span=lead.cover(start, end))


def _labelled(paragraphs: Sequence[Strand], year: int | None) -> Dateline | None:
    """Return the day that minutes give on a line of its own: 时间：2025年10月20日下午3时."""
    for strand in paragraphs[:_HEAD_LINES]:
        found = _LABELLED.match(strand.plain)
        if found is None:
            continue
        day = _resolved(found, year)
        start, end = found.span("date")
        return Dateline(text=found.group("date"), day=day, span=strand.cover(start, end))
    return None


def _below_title(paragraphs: Sequence[Strand], year: int | None) -> Dateline | None:
    """Return the day that stands alone below the title of a speech, above its greeting: （2026年4月2日）."""
    head = paragraphs[:_HEAD_LINES]
    greeted = next((n for n, one in enumerate(head) if is_form_of_address(one.plain)), 0)
    for strand in head[:greeted]:
        found = day_given(strand.plain)
        if found is None:
            continue
        day = _resolved(found, year)
        start, end = found.start("date"), found.end("date")
        return Dateline(text=found.group("date"), day=day, span=strand.cover(start, end))
    return None


def _event_day(opening: str) -> re.Match[str] | None:
    """Return the first day; one that dates the report (本报4月23日讯) only where no other follows."""
    days = list(_DAY.finditer(opening))
    if not days:
        return None
    days = [one for one in days if not _EXPECTED.search(opening[: one.start()])]
    if not days:
        return None
    if len(days) > 1 and _AHEAD.match(opening, days[0].end()) is not None:
        days = days[1:]
    dated = _DATED_REPORT.match(opening, days[0].end())
    if dated is None or len(days) == 1:
        return days[0]
    bare = dated.group().isalpha() or dated.group().startswith("消息")
    if bare and _EVENT.match(opening, days[1].end()) is None:
        return days[0]
    return days[1]


def _yesterday(
    lead: Strand, found: re.Match[str], year: int | None, months: Sequence[int]
) -> Dateline:
    group = "day" if found.group("day") else "bare"
    named = [int(one.group("month")) for one in _MONTH.finditer(lead.plain[:_WITHIN])]
    month = next((one for one in (*named, *dict.fromkeys(months)) if 1 <= one <= 12), None)
    sure = named or len(set(months)) == 1
    day = None
    if month and sure and year:
        number = int(found.group(group))
        printed = _DAY.search(lead.plain[:_WITHIN])
        if printed is not None and number > int(printed.group("day")) and month > 1:
            # 本报5月2日讯 30日下午: of the month before.
            month -= _DATED_REPORT.match(lead.plain, printed.end()) is not None
        day = real_day(year, month, number)
    start, end = found.start(group), lead.plain.index("日", found.end(group)) + 1
    return Dateline(text=lead.plain[start:end], day=day, span=lead.cover(start, end))


def _signed(paragraphs: Sequence[Strand], year: int | None) -> Dateline | None:
    """Return the day under a letter: a last line that is nothing but a date."""
    if len(paragraphs) == 1:
        return None
    for strand in (*_below_issuer(paragraphs), *paragraphs[-_LAST:]):
        found = _signed_in(_BEHIND_DAY.sub("", strand.plain))
        if found is None or (found.start() and not _is_signature(strand.plain[: found.start()])):
            continue
        day = _in_words(found) if found.re is _SIGNED_IN_WORDS else _resolved(found, year)
        return Dateline(text=found.group(), day=day, span=strand.cover(found.start(), found.end()))
    return None


def _signed_in(words: str) -> re.Match[str] | None:
    if words.endswith("日"):
        return _SIGNED.search(words) or _SIGNED_IN_WORDS.search(words)
    return _SIGNED_IN_FIGURES.fullmatch(words)


def _in_words(found: re.Match[str]) -> date | None:
    """Return the day that is written out: 二○二五年十一月三日."""
    year = "".join(_FIGURES.get(sign, "2") for sign in found.group("year"))
    month, day = (int(number_of(found.group(part)) or 0) for part in ("month", "day"))
    return real_day(int(year), month, day)


def _below_issuer(paragraphs: Sequence[Strand]) -> Iterator[Strand]:
    """Yield the lines that are a full date below an office's name: what a paper prints on, its plan or list, follows."""
    for above, strand in pairwise(paragraphs):
        if _ISSUED.fullmatch(strand.plain) and _OFFICE.fullmatch(above.plain):
            yield strand


def _is_signature(words: str) -> bool:
    return len(words) <= 40 and not re.search("[，。；：]", words)


_MADE_KNOWN = re.compile("现[将就把][^。；]{2,60}(?:通报|通知|报告|专报)如下")


# 3月2日，县委副书记主持召开…: minutes and reports open with the day of what they tell.
_OPENS_WITH_DAY = re.compile(
    "[^，。；]{0,6}(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[^。；]{0,60}?(?:召开|主持|召集|举行|来到|深入|调研|办公|带队|率队|带领|组织|前往|赴|听取|检查|暗访|出席|参加|先后)"
)


def issued_day(plain: str, piece: Piece, year: int | None) -> Dateline | None:
    """Return the day in the head of a paper that tells of no event of its own: a list, a bulletin of what was found."""
    head = piece.paragraphs[:_HEAD_LINES]
    told = [one.plain for one in head if re.search("[。：]", one.plain)][:2]
    if any(_LABELLED.match(one.plain) for one in head):
        return None
    made_known = any(_MADE_KNOWN.search(one) for one in told)
    if not made_known and any(_OPENS_WITH_DAY.match(one) for one in told[:1]):
        return None
    return signed_day(plain, piece, year, only_head=True)


_WRITTEN = late(r"(?:(?P<year>20\d\d)[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?")


def written_day(plain: str, piece: Piece, year: int | None) -> Dateline | None:
    """Return the day on which all of an article was written, where it stands outside: the day of a chat."""
    found = _WRITTEN.search(plain, piece.day.start, piece.day.end) if piece.day else None
    if found is None:
        return None
    span = Span(start=found.start(), end=found.end())
    return Dateline(text=found.group(), day=_resolved(found, year), span=span)


# 关于受灾情况的报告 below who reports and when.
_ACCOUNT = re.compile("(?:报告|汇报|通报|专报|情况|建议|提示)$")


def signed_day(
    plain: str, piece: Piece, year: int | None, *, only_head: bool = False
) -> Dateline | None:
    """Return the day of a letter that was laid aside as furniture: behind its last words, or below its title."""
    if not piece.paragraph_spans:
        return None
    places = [span for spans in piece.paragraph_spans for span in spans]
    last, first = max(one.end for one in places), min(one.start for one in places)
    # 县长　某某 may stand between the title of a speech and its day.
    top = piece.paragraph_spans[:2][-1][0].start
    title = piece.headline.plain if piece.headline is not None else ""
    titled = letter_by_headline(title) is not None or is_series(title)
    for doubt in piece.doubts:
        span = doubt.spans[0]
        words = plain[span.start : span.end].strip()
        bracketed = words.startswith("（") and span.start < max(first, top)
        issued = is_issued("".join(words.split())) and _ACCOUNT.search(title) is not None
        headed = (
            (titled or issued) and span.start < first and doubt.kind is DoubtKind.PAGE_FURNITURE
        )
        if doubt.kind not in _ASIDE or not (bracketed or headed or span.start >= last):
            continue
        if only_head and not headed:
            continue
        words = words.strip("（）")
        found = _SIGNED.search(words) if headed else _SIGNED.fullmatch(words)
        if found is None or "印" in words:
            continue
        day = _resolved(found, year)
        start = plain.rfind(found.group(), span.start, span.end)
        place = Span(start=start, end=start + len(found.group())) if start >= 0 else span
        return Dateline(text=found.group(), day=day, span=place)
    return None
