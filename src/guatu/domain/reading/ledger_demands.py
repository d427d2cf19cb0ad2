"""What a row of a ledger demands: of whom, by when, in the words of its cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.deadlines import Anchor, deadline_in
from guatu.domain.reading.directives.kinds import kind_of_demand
from guatu.domain.reading.ledger_grid import GridCell
from guatu.domain.reading.ledger_heads import unit_of_group
from guatu.domain.reading.ledger_limits import day_printed, limit_in_cell
from guatu.domain.reading.ledger_row import LedgerRow, RowsAbove, is_group, is_note, is_total
from guatu.domain.reading.ledger_states import says_finished
from guatu.domain.reading.ledger_units import person_of, units_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.measures import measures_in
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.values import Addressee, Deadline, Directive, DirectiveKind, Issuer

_SURE = 0.97
_CARRIED = 0.9
_OF_A_PROBLEM = 0.8
_NOBODY = 0.6
_HAN = re.compile("[\u3400-\u9fff]")
_SHORT = 12
_SHORTEST = 6
_FEWEST_LETTERS = 2

_Who = tuple[tuple[Addressee, ...], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSheet:
    """What the rows of one sheet are read with."""

    article: str
    text: str
    anchor: Anchor
    lexicon: Lexicon
    titled: Addressee | None = None
    filled_by: Addressee | None = None
    received: date | None = None


def demands_of(
    row: LedgerRow, above: RowsAbove, sheet: LedgerSheet, *, first: int
) -> Iterator[Directive]:
    """Yield the directives of a row, numbered from ``first`` on; a total, a note and what stands over a group of rows make none."""
    if is_total(row) or is_note(row):
        return
    if is_group(row):
        above.group = unit_of_group(row.cells, sheet.lexicon)
        return
    who = _who(row, above, sheet)
    spans = _action(row)
    steps = [one for one in row.columns.steps if _is_step(row.cell(one[0]))]
    if spans and not (
        steps and not row.columns.demands and row.first(row.columns.deadlines) is None
    ):
        yield _directive(row, spans, who, _limits(row, spans, sheet), sheet, number=first)
        first += 1
    for place, heading in steps:
        cell, task = row.cell(place), row.cell(row.first(row.columns.tasks))
        if cell is not None:
            limit = limit_in_cell(heading, sheet.anchor, sheet.lexicon, received=None)
            spans = (cell.span,) if task is None else (_with_blank(task.span), cell.span)
            yield _directive(row, spans, who, (limit,), sheet, number=first)
            first += 1


def _is_step(cell: GridCell | None) -> bool:
    return cell is not None and len(_HAN.findall(cell.words)) >= _FEWEST_LETTERS


def _who(row: LedgerRow, above: RowsAbove, sheet: LedgerSheet) -> _Who:
    """Return who acts in a row, and who leads."""
    columns, lexicon = row.columns, sheet.lexicon
    place = row.first((*columns.leads, *columns.units))
    if place is None:
        titled = None if columns.leads or columns.units else above.group or sheet.titled
        person = row.first(columns.persons)
        if titled is None and person is not None:
            return person_of(row.cell(person), lexicon, inherited=person in row.carried), None
        whose = titled or (None if columns.leads or columns.units else sheet.filled_by)
        return ((whose,) if whose is not None else ()), None
    units, lead = _named(row, place, lexicon)
    beside = columns.leads if place in columns.leading else ()
    helpers: list[Addressee] = []
    for one in (*beside, *columns.helpers):
        known = {each.text for each in (*units, *helpers)}
        helpers += (each for each in _named(row, one, lexicon)[0] if each.text not in known)
    if lead is None and units and (helpers or place in columns.leading):
        lead = units[0].text
    return (*units, *helpers), lead


def _named(row: LedgerRow, place: int, lexicon: Lexicon) -> _Who:
    return units_of(
        row.cell(place), lexicon, inherited=place in row.carried, persons=place in row.columns.mixed
    )


def _action(row: LedgerRow) -> tuple[Span, ...]:
    """Return the places of what a row demands: the task, and what is to be done for it.

    What is wrong is the demand where nothing else is asked, and goes with a demand of few words.
    """
    columns = row.columns
    demand = next(
        (one for one in columns.demands if one not in row.carried and _says(row, one)), None
    )
    task = next((one for one in columns.tasks if _says(row, one)), None)
    problem = next((one for one in columns.problems if _says(row, one)), None)
    cell = row.cell(demand)
    if cell is None:
        own = next((one for one in (task, problem) if one not in row.carried | {None}), None)
        held = row.cell(own)
        if own is None or held is None:
            return ()
        return (*_spans(row, _where(row, own)), held.span)
    about = task
    if about in row.carried | row.spanning and len(cell.words) > _SHORTEST:
        # What several rows are for: each says enough by itself.
        about = None
    if about is None and task is None and len(cell.words) <= _SHORT:
        about = problem
    if about is None or demand is None or about > demand:
        return (cell.span,)
    return (*_spans(row, (*_where(row, about), about)), cell.span)


def _where(row: LedgerRow, problem: int) -> tuple[int, ...]:
    """Return the columns before what is wrong that say where it is."""
    if problem not in row.columns.problems:
        return ()
    return tuple(one for one in row.columns.places if one < problem and row.cell(one) is not None)


def _spans(row: LedgerRow, places: Sequence[int]) -> tuple[Span, ...]:
    return tuple(_with_blank(cell.span) for one in places if (cell := row.cell(one)) is not None)


def _with_blank(span: Span) -> Span:
    """Return a cell with the blank behind it, which parts it from the next one."""
    return Span(start=span.start, end=span.end + 1)


def _says(row: LedgerRow, place: int) -> bool:
    cell = row.cell(place)
    return cell is not None and len(cell.words) > 1 and any(map(str.isalpha, cell.words))


def _limits(row: LedgerRow, spans: Sequence[Span], sheet: LedgerSheet) -> tuple[Deadline, ...]:
    """Return the limit of the row's own column and the one that its words state, first that which rules."""
    columns = row.columns
    held = row.cell(row.first(columns.deadlines))
    came = row.cell(columns.received)
    received = (day_printed(came.words) if came is not None else None) or sheet.received
    limits: list[Deadline] = []
    if held is not None:
        unit = dict(columns.counted).get(row.first(columns.deadlines) or 0, "")
        limits.append(
            limit_in_cell(held, sheet.anchor, sheet.lexicon, received=received, unit=unit)
        )
    anchor = replace(sheet.anchor, spoken=received) if received is not None else sheet.anchor
    # What is wrong states no limit: 报送不及时, 路灯不亮已有半个月.
    asking = spans[-1:] if columns.problems else spans
    for one in asking if columns.demands or columns.tasks else ():
        words = sheet.text[one.start : one.end]
        found = deadline_in(plain_form(words), anchor, sheet.lexicon)
        if found is not None and (found.day is not None or not limits):
            span = Span(start=one.start + found.start, end=one.start + found.end)
            stated = words[found.start : found.end]
            limits.append(Deadline(text=stated, day=found.day, basis=found.basis, span=span))
    if limits and limits[0].day is None:
        limits.sort(key=lambda one: one.day is None)
    return tuple(limits)


def _directive(
    row: LedgerRow,
    spans: tuple[Span, ...],
    who: _Who,
    limits: tuple[Deadline, ...],
    sheet: LedgerSheet,
    *,
    number: int,
) -> Directive:
    lexicon = sheet.lexicon
    action = "".join(sheet.text[one.start : one.end] for one in spans)
    words = plain_form(action)
    measures = measures_in(words, lexicon, without=())
    addressees, lead = who
    deadline = limits[0] if limits else Deadline()
    issuer = row.cell(row.columns.issuer)
    return Directive(
        id=f"d{number}",
        article=sheet.article,
        record=None,
        issuer=Issuer(name=issuer.words, post=None) if issuer is not None else None,
        verb="",
        addressees=addressees,
        lead=lead,
        action=action,
        spans=spans,
        kind=DirectiveKind.CONTEXT
        if is_finished(row)
        else kind_of_demand(
            words, lexicon, dated=deadline.day is not None, measured=bool(measures)
        ),
        deadline=deadline,
        measures=measures,
        confidence=_confidence(row, addressees),
        repeats=None,
        limits=limits,
    )


def _confidence(row: LedgerRow, addressees: Sequence[Addressee]) -> float:
    if not addressees:
        return _NOBODY
    if not row.columns.demands and not row.columns.tasks:
        return _OF_A_PROBLEM
    return _CARRIED if any(one.inherited for one in addressees) or row.carried else _SURE


def is_finished(row: LedgerRow) -> bool:
    """Tell whether the ledger itself calls a row finished: it is kept, and nobody is to follow it."""
    return says_finished([(kind, row.words(place)) for place, kind in row.columns.states])


def names_more(row: LedgerRow) -> bool:
    """Tell whether a row only names more who do what a merged cell over it says."""
    columns = row.columns
    asked = [one for one in (*columns.tasks, *columns.demands) if row.cell(one) is not None]
    own = [one for one in (*columns.leads, *columns.units) if one not in row.carried]
    return bool(asked) and row.carried.issuperset(asked) and row.first(own) is not None


def with_more(
    directive: Directive, row: LedgerRow, above: RowsAbove, sheet: LedgerSheet
) -> Directive:
    """Return a directive for those too that a further row names."""
    who = _who(row, above, sheet)
    known = {one.text for one in directive.addressees}
    more = tuple(one for one in who[0] if one.text not in known)
    return replace(directive, addressees=(*directive.addressees, *more))
