"""By when a row of a ledger is due: a day in any writing, or words that a sentence would end with 前."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from guatu.domain.reading.deadlines import Anchor, deadlines_in
from guatu.domain.reading.deadlines.limits import real_day
from guatu.domain.reading.ledger_grid import GridCell
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.values import Deadline, DeadlineBasis

_YEAR = "(?P<year>20\\d{2})\\s*[-/.年]\\s*"
_MONTH = "(?P<month>1[0-2]|0?[1-9])"
_DAY = "(?P<day>3[01]|[12]\\d|0?[1-9])"
_FULL = re.compile(f"(?<!\\d){_YEAR}{_MONTH}\\s*[-/.月]\\s*{_DAY}(?!\\d)\\s*日?(?!起|开始|以来)")
_SHORT_YEAR = re.compile(
    f"(?<![\\d.])(?P<year>2\\d)(?P<sign>[.年/-]){_MONTH}(?:(?P=sign)|月){_DAY}日?(?!\\d)"
)
_EIGHT = re.compile("(?P<year>20\\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\\d|3[01])")
_OF_YEAR = re.compile(
    f"(?<!\\d)(?:{_YEAR}{_MONTH}(?:月份?)?(?P<part>[上中]旬)?(?:下旬|底|末)?"
    "|(?P<year2>20\\d{2})(?P<month2>0[1-9]|1[0-2]))(?:之?前|完成)?(?![\\d./月起-]|\\d日|开始|以来)"
)
_MONTH_AND_DAY = re.compile(f"{_MONTH}[./-]{_DAY}(?:日?之?前)?")
_WHOLE_YEAR = re.compile("(?P<year>20\\d{2})年度?(?:全年|年内|内)?(?:底|末)?前?(?:完成)?")
_NUMBER = re.compile("[2-7]\\d{4}")
_FIRST_NUMBERED, _LAST_NUMBERED = 36526, 73050
_COUNT = re.compile("\\d{1,3}")
_EPOCH = date(1899, 12, 30)
# 2025年10月1日—12月31日: the year is said once.
_SPAN = re.compile(
    "(?:(?<=[年月日旬初底末])\\s*[-－]|(?<=[\\d年月日旬初底末])\\s*(?:[—–~～]{1,2}|至|到))\\s*(?=\\d)"
)
_YEAR_SAID = re.compile("(20\\d{2})\\s*[年./-]")
_NEXT_YEAR = re.compile("[次明]年")
# 2025年9月起, 已于10月12日完成: no day by which anything is due.
_NONE = re.compile("(?:起|开始|启动)$|^已|已(?:按[时期])?(?:完成|办结|整改|销号)$")
_PARTS = {"上旬": 10, "中旬": 20}
_ENDINGS = ("", "前", "底前", "内")


def limit_in_cell(
    cell: GridCell, anchor: Anchor, lexicon: Lexicon, *, received: date | None, unit: str = ""
) -> Deadline:
    """Return the limit that a cell of limits states, with the last of its days.

    ``received`` is when the row's matter came in: what is counted (5个工作日) is counted from it;
    ``unit`` is what the heading says is counted, where a cell holds nothing but a number.
    """
    plain = plain_form(cell.words)
    if unit and _COUNT.fullmatch(plain):
        plain = f"{plain}{unit}"
    day = None if _NONE.search(plain) else _printed(plain)
    basis = DeadlineBasis.STATED if day is not None else DeadlineBasis.NONE
    if day is None and not _NONE.search(plain):
        day, basis = _worked_out(plain, anchor, lexicon, received)
    return Deadline(text=cell.words, day=day, basis=basis, span=cell.span)


def day_printed(words: str) -> date | None:
    """Return the day that words print with its year; None where they print none."""
    return _only_day(plain_form(words))


def year_printed(words: str) -> int | None:
    """Return the last year that words print; None where they print none."""
    found = _YEAR_SAID.findall(plain_form(words))
    return int(found[-1]) if found else None


def waits_for_year(limit: Deadline, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Tell whether a limit would have a day if the year were known."""
    if limit.day is not None or limit.text is None or anchor.year is not None:
        return False
    with_year = replace(anchor, year=2024)
    plain = plain_form(limit.text)
    return not _NONE.search(plain) and _worked_out(plain, with_year, lexicon, None)[0] is not None


# The cells of a column say the same again and again.
@lru_cache(maxsize=512)
def _printed(plain: str) -> date | None:
    """Return the last day that words print in full: of a span its end, of a month its last day."""
    ends = _SPAN.split(plain)
    if len(ends) > 1 and not _YEAR_SAID.search(ends[-1]):
        said = _YEAR_SAID.findall(plain)
        if said and (end := _only_day(f"{said[-1]}年{ends[-1]}")) is not None:
            first = _only_day(ends[0])
            return end if first is None or end >= first else _a_year_on(end)
    return _only_day(ends[-1]) or _only_day(plain)


def _only_day(plain: str) -> date | None:
    found = [day for day in _days(plain) if day is not None]
    return max(found) if found else None


def _days(plain: str) -> Iterator[date | None]:
    for one in (*_FULL.finditer(plain), *_EIGHT.finditer(plain)):
        yield real_day(int(one["year"]), int(one["month"]), int(one["day"]))
    for one in _SHORT_YEAR.finditer(plain):
        yield real_day(2000 + int(one["year"]), int(one["month"]), int(one["day"]))
    for one in _OF_YEAR.finditer(plain):
        year, month = int(one["year"] or one["year2"]), int(one["month"] or one["month2"])
        yield date(year, month, _PARTS.get(one["part"] or "", monthrange(year, month)[1]))
    whole = _WHOLE_YEAR.fullmatch(plain)
    if whole is not None:
        yield date(int(whole["year"]), 12, 31)
    if _NUMBER.fullmatch(plain) and _FIRST_NUMBERED <= int(plain) <= _LAST_NUMBERED:
        # A day that the program shows as a number.
        yield _EPOCH + timedelta(days=int(plain))


def _a_year_on(day: date) -> date:
    return real_day(day.year + 1, day.month, day.day) or day


@lru_cache(maxsize=512)
def _worked_out(
    plain: str, anchor: Anchor, lexicon: Lexicon, received: date | None
) -> tuple[date | None, DeadlineBasis]:
    """Return the day that words without a year fix; what is long past stays due on its day."""
    fixed = _SPAN.split(plain)[-1]
    if received is None and anchor.year is not None and _NEXT_YEAR.search(plain):
        anchor = replace(anchor, year=anchor.year + 1)
        fixed = plain = _NEXT_YEAR.sub("", plain)
    year = received.year if received is not None else anchor.year
    figures = _MONTH_AND_DAY.fullmatch(fixed)
    if figures is not None and year is not None:
        day = real_day(year, int(figures["month"]), int(figures["day"]))
        late = day is not None and received is not None and day < received
        day = _a_year_on(day) if late and day is not None else day
        return day, DeadlineBasis.NONE if day is None else DeadlineBasis.STATED
    known = DeadlineBasis.NONE
    anchors = [anchor] if received is None else [replace(anchor, spoken=received), anchor]
    for one in anchors:
        for words in dict.fromkeys(f"{words}{end}" for words in (plain, fixed) for end in _ENDINGS):
            found = [
                each
                for each in deadlines_in(words, one, lexicon)
                if each.basis is not DeadlineBasis.NONE
            ]
            if any(each.day for each in found):
                last = max(found, key=lambda each: each.day or date.min)
                return last.day, last.basis
            known = found[0].basis if found and known is DeadlineBasis.NONE else known
    return None, known
