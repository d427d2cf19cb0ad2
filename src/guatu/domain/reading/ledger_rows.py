"""A ledger of requirements: each row below the headings is one directive."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.kernel.calendar import WorkingCalendar, five_days
from guatu.domain.kernel.diagnostic import Diagnostic, Severity, Span
from guatu.domain.reading.deadlines import Anchor, deadline_in
from guatu.domain.reading.directives.kinds import kind_of_demand
from guatu.domain.reading.ledger_grid import (
    GridCell,
    GridColumns,
    GridRow,
    columns_of,
    grid_sheets,
)
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.measures import measures_in
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.units import kind_of
from guatu.domain.reading.values import (
    Addressee,
    AddresseeKind,
    Article,
    Deadline,
    DeadlineBasis,
    Directive,
    Headline,
    Issuer,
    Paragraph,
    Reading,
    YearBasis,
)
from guatu.domain.reading.years import page_year

_SURE = 0.97
_CARRIED = 0.9
_NOBODY = 0.6
_PARTS = re.compile(r"[、，,；;/\s]+")
_DAY = re.compile(r"(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_LEAST_TOTAL = ("合计", "总计", "小计")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What the rows of one sheet are read with."""

    article: str
    columns: GridColumns
    anchor: Anchor
    lexicon: Lexicon


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
    known = page_year(plain_form(text), given=year)
    anchor = Anchor(spoken=None, year=known.value, working=working or five_days())
    articles: list[Article] = []
    directives: list[Directive] = []
    told: list[Diagnostic] = []
    for number, rows in enumerate(grid_sheets(text), start=1):
        columns = columns_of(rows, lexicon)
        articles.append(_article(number, rows, columns.head if columns else 0, text))
        if columns is None:
            told.append(
                Diagnostic(
                    code="reading.no_ledger_columns",
                    severity=Severity.WARNING,
                    span=rows[0][0].span,
                    arguments=(("sheet", number),),
                )
            )
            continue
        sheet = _Sheet(article=f"a{number}", columns=columns, anchor=anchor, lexicon=lexicon)
        directives += _directives(rows, sheet, first=len(directives) + 1)
    if known.basis is YearBasis.UNKNOWN and directives:
        told.append(Diagnostic(code="reading.year_unknown", severity=Severity.WARNING))
    return Reading(
        year=known,
        articles=tuple(articles),
        records=(),
        directives=tuple(directives),
        diagnostics=tuple(told),
    )


def table_directives(
    rows: Sequence[GridRow], *, article: str, first: int, lexicon: Lexicon, anchor: Anchor
) -> list[Directive]:
    """Return the directives of a table within a document; none where its headings name no task."""
    columns = columns_of(rows, lexicon)
    if columns is None:
        return []
    sheet = _Sheet(article=article, columns=columns, anchor=anchor, lexicon=lexicon)
    return _directives(rows, sheet, first=first)


def _whole_words(row: GridRow) -> tuple[str, ...]:
    return tuple("".join(cell.words.split()) for cell in row)


def _whole(row: GridRow) -> Span:
    filled = [cell.span for cell in row if cell.words]
    return Span(start=filled[0].start, end=filled[-1].end)


def _article(number: int, rows: Sequence[GridRow], head: int, text: str) -> Article:
    titles = tuple(_whole(row) for row in rows[:head])
    headline = None
    if titles:
        words = "".join(text[one.start : one.end] for one in titles)
        headline = Headline(text=words, spans=titles)
    spans = [_whole(row) for row in rows[head:]]
    return Article(
        id=f"a{number}",
        headline=headline,
        dateline=None,
        byline=None,
        paragraphs=tuple(Paragraph(text=text[one.start : one.end], spans=(one,)) for one in spans),
        doubts=(),
        confidence=_SURE,
    )


def _directives(rows: Sequence[GridRow], sheet: _Sheet, *, first: int) -> list[Directive]:
    found: list[Directive] = []
    above: dict[int, GridCell] = {}
    head = _whole_words(rows[sheet.columns.head])
    for row in rows[sheet.columns.head + 1 :]:
        if _whole_words(row) == head:
            # The headings again, on the next page.
            continue
        carried: set[int] = set()
        for place in (sheet.columns.lead, sheet.columns.helpers, sheet.columns.deadline):
            cell = _cell(row, place)
            if place is None or cell is None:
                continue
            if cell.words in sheet.lexicon.ditto_marks:
                carried.add(place)
            else:
                above[place] = cell
        action = _action(row, sheet)
        if action is not None:
            number = first + len(found)
            found.append(_directive(number, row, action, above=above, carried=carried, sheet=sheet))
    return found


def _cell(row: GridRow, place: int | None) -> GridCell | None:
    return row[place] if place is not None and place < len(row) else None


def _action(row: GridRow, sheet: _Sheet) -> GridCell | None:
    """Return the most telling filled cell of the row's tasks; totals and numbers are none."""
    for place in sheet.columns.actions:
        cell = _cell(row, place)
        if cell is None or cell.words in sheet.lexicon.ditto_marks:
            continue
        if len(cell.words) > 1 and not cell.words.startswith(_LEAST_TOTAL):
            return cell if any(sign.isalpha() for sign in cell.words) else None
    return None


def _directive(
    number: int,
    row: GridRow,
    action: GridCell,
    *,
    above: dict[int, GridCell],
    carried: set[int],
    sheet: _Sheet,
) -> Directive:
    columns, lexicon = sheet.columns, sheet.lexicon

    def meant(place: int | None) -> GridCell | None:
        return above.get(place) if place in carried and place is not None else _cell(row, place)

    lead, helpers = meant(columns.lead), meant(columns.helpers)
    leads = _units(lead, lexicon, inherited=columns.lead in carried)
    addressees = (*leads, *_units(helpers, lexicon, inherited=columns.helpers in carried))
    deadline = _deadline(meant(columns.deadline), action, sheet)
    words = plain_form(action.words)
    measures = measures_in(words, lexicon, without=())
    issuer = _cell(row, columns.issuer)
    confidence = _SURE if not carried else _CARRIED
    return Directive(
        id=f"d{number}",
        article=sheet.article,
        record=None,
        issuer=Issuer(name=issuer.words, post=None)
        if issuer is not None and issuer.words
        else None,
        verb="",
        addressees=addressees,
        lead=leads[0].text if leads and (columns.leads or len(addressees) > len(leads)) else None,
        action=action.words,
        spans=(action.span,),
        kind=kind_of_demand(
            words, lexicon, dated=deadline.day is not None, measured=bool(measures)
        ),
        deadline=deadline,
        measures=measures,
        confidence=confidence if addressees else _NOBODY,
        repeats=None,
    )


def _units(cell: GridCell | None, lexicon: Lexicon, *, inherited: bool) -> tuple[Addressee, ...]:
    """Return the units of a cell, one each; marks and blanks part them."""
    if cell is None:
        return ()
    units: list[Addressee] = []
    place = 0
    for part in _PARTS.split(cell.words):
        start = cell.words.index(part, place) if part else place
        place = start + len(part)
        if not any(sign.isalnum() for sign in part):
            continue
        begin = cell.span.start + start
        units.append(
            Addressee(
                text=part,
                kind=kind_of(part, lexicon) if len(part) > 1 else AddresseeKind.UNKNOWN,
                inherited=inherited,
                span=Span(start=begin, end=begin + len(part)),
            )
        )
    return tuple(units)


def _deadline(cell: GridCell | None, action: GridCell, sheet: _Sheet) -> Deadline:
    """Return the limit of the row's own column, else the one that its task states."""
    if cell is not None and cell.words:
        return _limit(cell, sheet)
    found = deadline_in(plain_form(action.words), sheet.anchor, sheet.lexicon)
    if found is None:
        return Deadline()
    span = Span(start=action.span.start + found.start, end=action.span.start + found.end)
    return Deadline(
        text=action.words[found.start : found.end], day=found.day, basis=found.basis, span=span
    )


def _limit(cell: GridCell, sheet: _Sheet) -> Deadline:
    """Read a cell of limits: a day, or words that a sentence would end with 前."""
    day: date | None = None
    basis = DeadlineBasis.NONE
    plain = plain_form(cell.words)
    printed = _DAY.search(plain)
    if printed is not None:
        try:
            day = date(*(int(one) for one in printed.groups()))
        except ValueError:
            day = None
        basis = DeadlineBasis.STATED if day is not None else DeadlineBasis.NONE
    for words in (plain, f"{plain}前", f"{plain}底前") if printed is None else ():
        found = deadline_in(words, sheet.anchor, sheet.lexicon)
        if found is not None and found.basis is not DeadlineBasis.NONE:
            day, basis = found.day, found.basis
            break
    return Deadline(text=cell.words, day=day, basis=basis, span=cell.span)
