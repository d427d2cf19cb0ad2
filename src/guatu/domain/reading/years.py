"""The year of a page: printed, given, or unknown; never guessed from the clock."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.stamps import stamps_in
from guatu.domain.reading.values import PageYear, YearBasis

_FULL_DATE = re.compile(r"((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_PLAIN_YEAR = re.compile(r"((?:19|20)\d{2})\s*年度?")
# 一周要闻（2025.11.24—11.30）: a stretch of days in figures.
_DOTTED = re.compile(
    r"(?<![\d.])((?:19|20)\d{2})\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])(?![\d.])(?:\s*(?:[-—~]+|至|到)\s*\d[\d.]*)?"
)
# A year after these words is a goal, a look back, or part of a longer stretch.
_OTHER_YEAR = re.compile(
    r"(?:到|至|截至|力争|自|从|早在|起于|始于|建于|成立于|[\d年月日][ \u3000]?[-—~]{1,2})[ \u3000]*$"
)
_AFTER = re.compile(r"[ \u3000]*(?:以来|至|到|前|底前|[-—~])")
# The day under a paper or in a masthead fills its line, but for who signs, the weekday, the issue;
# a table's cells stand between tabs.
_OF_ITS_OWN = re.compile(
    r"^(?:[^\n\t，。；：\d]{0,30}[ \u3000])?[ \u3000]*(?P<year>(?:19|20)\d{2})\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"(?:[ \u3000]*(?:印发|星期.|周.|[（(]星期.[)）]|农历[^\n\t，。；]{0,12}|第[^\n\t，。；]{1,12}期|总第[^\n\t，。；]{1,10}期))*[ \u3000]*$",
    re.MULTILINE,
)

# —— 2025-07-12 ——, 2025-07-12 08:15 某某: the day in figures above what is written, as messengers print it.
_IN_FIGURES = re.compile(
    r"^[—\-= \u3000]*(?P<year>20\d\d)([-/.])\d{1,2}\2\d{1,2}(?:[ \u3000]+\d{1,2}:\d\d(?::\d\d)?[^\n\t，。；]{0,26})?[—\-= \u3000]*$",
    re.MULTILINE,
)
# 发布时间：2024-11-07 10:28, 会议时间：2024/11/7: the stamp of a web page or of minutes, and no 完成时间：.
_STAMP = re.compile(
    r"(?:(?:发布|发文|成文|更新|刊发|发表|印发|会议|收文|来文|来电|登记|签发|交办|派单)(?:时间|日期)?|(?<![\u3400-\u9fff])(?:时间|日期))[：:]\s?(?P<year>20\d\d)([-/.])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])(?!\d)"
)
# 2 0 2 5 年 1 2 月 1 5 日: as some programs copy what is set with space between the signs.
_SPACED_DATE = re.compile(
    r"(2[ \u3000]0(?:[ \u3000]\d){2})[ \u3000]?年[ \u3000]?\d(?:[ \u3000]?\d)?[ \u3000]?月[ \u3000]?\d(?:[ \u3000]?\d)?[ \u3000]?日"
)


def _stamps(plain: str) -> Iterator[re.Match[str]]:
    yield from stamps_in(plain)
    yield from _STAMP.finditer(plain)


_PRINTED: tuple[Callable[[str], Iterator[re.Match[str]]], ...] = (
    _OF_ITS_OWN.finditer,
    _stamps,
    _FULL_DATE.finditer,
    _IN_FIGURES.finditer,
    _SPACED_DATE.finditer,
    _PLAIN_YEAR.finditer,
    _DOTTED.finditer,
)
"""What prints a year, the most telling first; its first group is the year."""


def page_year(plain: str, *, given: int | None) -> PageYear:
    """Return the year of the page with the words that show it.

    A year the caller gives wins. Else the commonest year among the dates that stand by
    themselves (under a paper, in a masthead), else of a web page's stamp (发布时间：2024-11-07), else
    among all full dates of the page, else among other mentions that are neither goals nor looks
    back (2024年度, 2024年): the days in a paper's table are those by which things are due.
    """
    if given is not None:
        return PageYear(value=given, basis=YearBasis.GIVEN)
    for printed in _PRINTED:
        found = [
            one
            for one in printed(plain)
            if not _OTHER_YEAR.search(plain, max(0, one.start(1) - 4), one.start(1))
            and not _AFTER.match(plain, one.end())
        ]
        if found:
            counts = Counter(one.group(1) for one in found)
            best = max(counts, key=lambda year: (counts[year], -_first(found, year)))
            chosen = next(one for one in found if one.group(1) == best)
            full = _FULL_DATE.match(plain, chosen.start(1)) or chosen
            start = chosen.start(1)
            return PageYear(
                value=int("".join(best.split())),
                basis=YearBasis.TEXT,
                quote=plain[start : full.end()],
                span=Span(start=start, end=full.end()),
            )
    return PageYear(value=None, basis=YearBasis.UNKNOWN)


def _first(found: list[re.Match[str]], year: str) -> int:
    return next(one.start() for one in found if one.group(1) == year)
