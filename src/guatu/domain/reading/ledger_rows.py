"""A ledger of requirements: each row below the headings is one directive."""

import re
from collections.abc import Iterator, Sequence

from guatu.domain.kernel.calendar import WorkingCalendar, five_days
from guatu.domain.kernel.diagnostic import Diagnostic, Severity, Span
from guatu.domain.reading.deadlines import Anchor
from guatu.domain.reading.ledger_demands import (
    LedgerSheet,
    demands_of,
    is_finished,
    names_more,
    with_more,
)
from guatu.domain.reading.ledger_grid import GridRow, grid_sheets
from guatu.domain.reading.ledger_headings import GridColumns, columns_at, columns_of
from guatu.domain.reading.ledger_heads import (
    day_above,
    headline_of,
    unit_in_title,
    unit_that_fills_in,
    year_above,
)
from guatu.domain.reading.ledger_limits import (
    waits_for_year,
    year_printed,
)
from guatu.domain.reading.ledger_row import RowsAbove, row_of, says_ditto
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.values import (
    Article,
    Directive,
    Headline,
    PageYear,
    Paragraph,
    Reading,
    YearBasis,
)
from guatu.domain.reading.years import page_year

_SURE = 0.97
_DIGIT = re.compile("\\d")
_FOOT = 3


def read_ledger(
    text: str,
    *,
    lexicon: Lexicon,
    year: int | None = None,
    working: WorkingCalendar | None = None,
) -> Reading:
    """Read a table of requirements kept as text (tabs between cells, empty lines between sheets).

    Every sheet is an article whose paragraphs are its rows. A sheet without a column of
    tasks makes no directive and is told; a cell that says *ditto* takes the unit or limit
    of the row above, as inherited.
    """
    sheets = grid_sheets(text)
    columns = [columns_of(rows, lexicon) for rows in sheets]
    known = _year(text, sheets, columns, given=year)
    articles: list[Article] = []
    directives: list[Directive] = []
    told: list[Diagnostic] = []
    waiting, finished = False, 0
    for number, (rows, own) in enumerate(zip(sheets, columns, strict=True), start=1):
        headline = headline_of(rows[: own.head] if own is not None else rows[:1], text)
        articles.append(_article(number, rows, headline, text))
        if own is None:
            told.append(_no_columns(number, rows))
            continue
        around = year_above(_around(rows, own)) if year is None else None
        anchor = Anchor(
            spoken=None,
            year=around.value if around is not None else known.value,
            working=working or five_days(),
        )
        sheet = _sheet(rows[: own.head], f"a{number}", text, anchor, lexicon)
        found, closed = _directives(rows, own, sheet, first=len(directives) + 1)
        finished += closed
        waiting = waiting or any(
            waits_for_year(limit, anchor, lexicon) for one in found for limit in one.limits
        )
        directives += found
    told += _of_all_rows(waiting=waiting and known.basis is YearBasis.UNKNOWN, finished=finished)
    return Reading(
        year=known,
        articles=tuple(articles),
        records=(),
        directives=tuple(directives),
        diagnostics=tuple(told),
    )


def _sheet(
    head: Sequence[GridRow], article: str, text: str, anchor: Anchor, lexicon: Lexicon
) -> LedgerSheet:
    return LedgerSheet(
        article=article,
        text=text,
        anchor=anchor,
        lexicon=lexicon,
        titled=unit_in_title(head, lexicon),
        filled_by=unit_that_fills_in(head, lexicon),
        received=day_above(head),
    )


def _of_all_rows(*, waiting: bool, finished: int) -> Iterator[Diagnostic]:
    """Yield what is told of the rows together: that days wait for the year, how many are finished."""
    if waiting:
        yield Diagnostic(code="reading.year_unknown", severity=Severity.WARNING)
    if finished:
        arguments = (("count", finished),)
        yield Diagnostic(code="reading.rows_finished", severity=Severity.INFO, arguments=arguments)


def table_directives(
    rows: Sequence[GridRow],
    *,
    text: str,
    article: str,
    first: int,
    lexicon: Lexicon,
    anchor: Anchor,
) -> list[Directive]:
    """Return the directives of a table within a document; none where its headings name no task."""
    columns = columns_of(rows, lexicon)
    if columns is None:
        return []
    sheet = LedgerSheet(article=article, text=text, anchor=anchor, lexicon=lexicon)
    return _directives(rows, columns, sheet, first=first)[0]


def _no_columns(number: int, rows: Sequence[GridRow]) -> Diagnostic:
    return Diagnostic(
        code="reading.no_ledger_columns",
        severity=Severity.WARNING,
        span=rows[0][0].span,
        arguments=(("sheet", number),),
    )


def _year(
    text: str,
    sheets: Sequence[Sequence[GridRow]],
    columns: Sequence[GridColumns | None],
    *,
    given: int | None,
) -> PageYear:
    """Return the year of a ledger: stated, printed around a table, else that in which all its days lie."""
    if given is None:
        for rows, own in zip(sheets, columns, strict=True):
            around = year_above(_around(rows, own)) if own is not None else None
            if around is not None:
                return around
    printed = page_year(plain_form(text), given=given)
    if printed.basis is YearBasis.GIVEN or (printed.quote or "").endswith("日"):
        return printed
    # The year of a task (编制2026年预算) is not the one in which it is due.
    return _year_of_limits(sheets, columns) or PageYear(value=None, basis=YearBasis.UNKNOWN)


def _year_of_limits(
    sheets: Sequence[Sequence[GridRow]], columns: Sequence[GridColumns | None]
) -> PageYear | None:
    """Return the year that most limits print, all the same: one that stands alone is another than the rest's."""
    limits = [
        row[place]
        for rows, own in zip(sheets, columns, strict=True)
        if own is not None
        for row in rows[own.body :]
        for place in own.deadlines
        if place < len(row) and _DIGIT.search(row[place].words)
    ]
    years = [(year, cell) for cell in limits if (year := year_printed(cell.words)) is not None]
    if len({year for year, _ in years}) != 1 or 3 * len(years) < 2 * len(limits):
        return None
    year, cell = years[0]
    return PageYear(value=year, basis=YearBasis.TEXT, quote=cell.words, span=cell.span)


def _around(rows: Sequence[GridRow], columns: GridColumns) -> Sequence[GridRow]:
    """Return the rows above the headings, and those at the foot that are none of the table's."""
    foot = [row for row in rows[columns.body :][-_FOOT:] if _is_lone(row)]
    return [*rows[: columns.head], *foot]


def _is_lone(row: GridRow) -> bool:
    return sum(1 for cell in row if cell.words) == 1


def _whole_words(row: GridRow) -> tuple[str, ...]:
    return tuple("".join(cell.words.split()) for cell in row)


def _article(number: int, rows: Sequence[GridRow], headline: Headline | None, text: str) -> Article:
    taken = set(headline.spans) if headline is not None else set()
    spans = [span for row in rows if (span := _whole(row)) not in taken]
    return Article(
        id=f"a{number}",
        headline=headline,
        dateline=None,
        byline=None,
        paragraphs=tuple(Paragraph(text=text[one.start : one.end], spans=(one,)) for one in spans),
        doubts=(),
        confidence=_SURE,
    )


def _whole(row: GridRow) -> Span:
    filled = [cell.span for cell in row if cell.words]
    return Span(start=filled[0].start, end=filled[-1].end)


def _directives(
    rows: Sequence[GridRow], columns: GridColumns, sheet: LedgerSheet, *, first: int
) -> tuple[list[Directive], int]:
    """Return the directives of a sheet, and how many of its rows it calls finished."""
    found: list[Directive] = []
    finished = 0
    written = says_ditto(rows[columns.body :], sheet.lexicon)
    above = RowsAbove(says_ditto=written)
    heads = {_whole_words(row) for row in rows[columns.head : columns.body]}
    place = columns.body
    while place < len(rows):
        again = _whole_words(rows[place]) in heads
        other = None if again else columns_at(rows, place, sheet.lexicon)
        if other is not None:
            # Another table below the first.
            columns, above, place = other, RowsAbove(says_ditto=written), other.body
            heads = {_whole_words(row) for row in rows[columns.head : columns.body]}
            continue
        if not again:
            row = row_of(rows, place, columns, above, sheet.lexicon)
            made = list(demands_of(row, above, sheet, first=first + len(found)))
            finished += bool(made) and is_finished(row)
            if not made and found and names_more(row):
                found[-1] = with_more(found[-1], row, above, sheet)
            found += made
        place += 1
    return found, finished
