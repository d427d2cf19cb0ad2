"""What stands above and below the rows of a ledger: its title, its year, whose it is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.ledger_grid import DITTO, GridRow
from guatu.domain.reading.ledger_limits import day_printed
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.units import is_unit
from guatu.domain.reading.values import Addressee, AddresseeKind, Headline, PageYear, YearBasis

_LONGEST_TITLE = 60
_SHORTEST_UNIT, _LONGEST_UNIT = 4, 20
# 附件2, （2025年第9期）, 单位：万元, 填报时间：…, 截至2025年10月31日, 2025年3月28日.
_NO_TITLE = re.compile(
    "附[件表录]|[（(][^（）()]*[）)]$|.{0,14}[：:]|截[至止]|(?:20\\d\\d年)?\\d{1,2}月\\d{1,2}日$|20\\d\\d[-./]|第.{1,4}[期周号]$|[\\d\\W]+$"
)
_DAY_OF_IT = re.compile(
    "(?:(?:填报|填表|制表|更新|统计|报送|上报|报告|编制|印发|下发)?(?:时间|日期)|截[至止](?:时间|日期)?)[：:]?\\s*(?P<quote>(?P<year>20\\d\\d)\\s*[年./-]\\s*\\d{1,2}(?:\\s*[月./-]\\s*\\d{1,2}日?|月)?)"
)
_LONE_DAY = re.compile(
    "[（(]?(?P<quote>(?P<year>20\\d\\d)[年./-]\\d{1,2}(?:[月./-](?:\\d{1,2}日?)?)?)[^\\d，。；]{0,6}[）)]?"
)
_YEAR = re.compile(
    "(?<!\\d)(?P<quote>(?P<year>20\\d\\d)\\s*(?:年度?)?)(?=(?<=年)\\s*\\d{1,2}月|[^\\d年以之前度—–~～至到-]|$)"
)
_RANGE = re.compile("[—–~～至到-]\\s*$")
# 2024年度考核反馈问题整改台账 of 2025: last year's faults, mended this year.
_OF_LAST_YEAR = re.compile("反馈|问题|整改|审计|巡[察视]|考核|督[察查]")
_DAY_GIVEN = re.compile(
    "(?:交办|印发|下发|督[查办导]|暗访|检查|排查|巡查|签发|发现)(?:时间|日期)[：:]"
)
_HANDED_ON = re.compile("交办|督办|通知")
_NAMED = "(?:[（(]?(?:盖章|公章|章)[）)]?)?[：:]\\s*(?P<unit>[^\\s：:，。；、]{2,30}?)(?:[（(]|(?=\\s)|$)"
_FILLS_IN = re.compile(f"(?:填报|报送|填表|上报)(?:单位|部门|科室){_NAMED}")
_WHOSE = re.compile(f"(?:(?:责任|承办)(?:单位|部门|科室)|工作表){_NAMED}")
_BEHIND_UNIT = frozenset("2关重年一二三四第（(工")
_OF_GROUP = re.compile(
    "^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|\\d{1,2}[、.．])?\\s*(?P<unit>[^\\s：:，。；、（）()]{2,30})(?:[（(][^（）()]*[）)])?[：:]?$"
)


def headline_of(rows: Sequence[GridRow], text: str) -> Headline | None:
    """Return the title among the rows above the headings: the first that fills a row and says what the table is."""
    spans: list[Span] = []
    place = 0
    for row in rows:
        filled = [(at, cell) for at, cell in enumerate(row) if cell.words not in {"", DITTO}]
        at, cell = filled[0] if filled else (0, row[0])
        lone = len(filled) == 1 and len(cell.words) <= _LONGEST_TITLE
        if lone and not _NO_TITLE.match(cell.words) and (not spans or at == place):
            spans.append(cell.span)
            place = at
        elif spans:
            break
    if not spans:
        return None
    return Headline(text="".join(text[one.start : one.end] for one in spans), spans=tuple(spans))


def year_above(rows: Sequence[GridRow]) -> PageYear | None:
    """Return the year that the rows around a table print: of its title, or of the day it was filled in.

    A title of tasks names the year in which they are due; one of faults that were found, or an earlier
    one, the year in which they were.
    """
    cells = [cell for row in rows for cell in row if cell.words]
    title = next((one for cell in cells for one in _years(_YEAR, cell.words, cell.span)), None)
    filled = next(
        (
            one
            for pattern in (_DAY_OF_IT, _LONE_DAY)
            for cell in cells
            if pattern is _DAY_OF_IT or _LONE_DAY.fullmatch(plain_form(cell.words))
            for one in _years(pattern, cell.words, cell.span)
        ),
        None,
    )
    if title is None or filled is None or title.value == filled.value:
        return filled or title
    words = "".join(cell.words for cell in cells)
    earlier = title.value is not None and filled.value is not None and title.value < filled.value
    return filled if earlier and _OF_LAST_YEAR.search(words) else title


def _years(pattern: re.Pattern[str], words: str, span: Span) -> Iterator[PageYear]:
    for one in pattern.finditer(plain_form(words)):
        if pattern is _YEAR and _RANGE.search(words, 0, one.start()):
            continue
        start, end = span.start + one.start("quote"), span.start + one.end("quote")
        yield PageYear(
            value=int(one["year"]),
            basis=YearBasis.TEXT,
            quote=words[one.start("quote") : one.end("quote")],
            span=Span(start=start, end=end),
        )


def day_above(rows: Sequence[GridRow]) -> date | None:
    """Return the day on which the matters of a table were given or found, if a row above its headings says so."""
    cells = [cell.words for row in rows for cell in row if cell.words]
    handed = any(_HANDED_ON.search(one) for one in cells)
    for one in cells:
        if _DAY_GIVEN.search(one) or (handed and _LONE_DAY.fullmatch(plain_form(one))):
            day = day_printed(one)
            if day is not None:
                return day
    return None


def unit_that_fills_in(rows: Sequence[GridRow], lexicon: Lexicon) -> Addressee | None:
    """Return the unit that a row above the headings says a ledger is filled in by: 填报单位：县住建局."""
    return _labelled(rows, _FILLS_IN, lexicon)


def unit_in_title(rows: Sequence[GridRow], lexicon: Lexicon) -> Addressee | None:
    """Return the unit whose tasks a ledger is by its title, the name of its sheet, or a label."""
    labelled = _labelled(rows, _WHOSE, lexicon)
    if labelled is not None:
        return labelled
    for cell in (cell for row in rows for cell in row if cell.words):
        if len(cell.words) > _LONGEST_TITLE or _NO_TITLE.match(cell.words):
            continue
        for end in range(min(len(cell.words), _LONGEST_UNIT), _SHORTEST_UNIT - 1, -1):
            # 县住建局2025年重点工作清单, 县住建局
            after = cell.words[end : end + 1]
            if (not after or after in _BEHIND_UNIT) and is_unit(cell.words[:end], lexicon):
                return _whose(cell.words[:end], cell.span.start)
    return None


def _labelled(
    rows: Sequence[GridRow], label: re.Pattern[str], lexicon: Lexicon
) -> Addressee | None:
    for cell in (cell for row in rows for cell in row if cell.words):
        found = label.search(cell.words)
        if found is not None and is_unit(found["unit"], lexicon):
            return _whose(found["unit"], cell.span.start + found.start("unit"))
    return None


def unit_of_group(row: GridRow, lexicon: Lexicon) -> Addressee | None:
    """Return the unit that a row over a group of rows names: 一、县住建局（5项）."""
    filled = [cell for cell in row if cell.words and cell.words != DITTO]
    for cell in filled:
        found = _OF_GROUP.match(cell.words)
        if found is not None and is_unit(found["unit"], lexicon):
            return _whose(found["unit"], cell.span.start + found.start("unit"))
    return None


def _whose(words: str, start: int) -> Addressee:
    return Addressee(
        text=words,
        kind=AddresseeKind.UNIT,
        inherited=True,
        span=Span(start=start, end=start + len(words)),
    )
