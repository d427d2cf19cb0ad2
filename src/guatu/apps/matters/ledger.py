"""The ledger: filtered, searched, sorted and paged by keyset, the same on every database."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, LPad

from guatu.apps.matters.access import matters_in
from guatu.apps.matters.grams import grams_of, holds
from guatu.apps.matters.mapping import LampRoom, ledger_row
from guatu.apps.matters.models import Matter, MatterGram, Report
from guatu.apps.matters.values import LedgerFilters, LedgerPage, LedgerRow, Rulebook
from guatu.domain.following.light import Light
from guatu.domain.following.stages import OPEN_STAGES, Stage
from guatu.domain.kernel.acting import Scope

SORTS = ("deadline", "number", "title", "lead", "stage", "latest")
"""What the ledger may be sorted by; a minus before the word turns the order round."""

_FAR = date(9999, 12, 31)
_CHUNK = 200
_DAYS_CHUNK = 1000
_BATCH = 60
# What a light is worked out from; the rest of a row is read only where its light fits.
LIGHT_COLUMNS = ("stage", "issued_on", "drafted_on", "deadline", "done_on", "close_reason")
_OPEN = [stage.value for stage in OPEN_STAGES]


def ledger(
    scope: Scope,
    filters: LedgerFilters,
    *,
    rules: Rulebook,
    today: date,
    sort: str = "deadline",
    after: str = "",
    most: int = 50,
) -> LedgerPage:
    """Return one page of the ledger; ``after`` is the mark that the page before gave.

    Light and words are checked row by row after the database has narrowed them down, so
    that both databases find the same; of rows whose light does not fit only the days are read. An unknown sort or mark counts as none.
    """
    lamps = LampRoom.of(rules, today=today, region=scope.region)
    rows: list[LedgerRow] = []
    last = ""
    for row, mark in _found(scope, filters, lamps, sort=_known(sort), after=after):
        if len(rows) == most:
            return LedgerPage(rows=tuple(rows), following=last)
        rows.append(row)
        last = mark
    return LedgerPage(rows=tuple(rows))


def ledger_rows(
    scope: Scope, filters: LedgerFilters, *, rules: Rulebook, today: date, sort: str = "deadline"
) -> tuple[LedgerRow, ...]:
    """Return all rows of the filtered ledger, for a workbook."""
    lamps = LampRoom.of(rules, today=today, region=scope.region)
    return tuple(row for row, _ in _found(scope, filters, lamps, sort=_known(sort), after=""))


def ordinary(scope: Scope, filters: LedgerFilters) -> QuerySet[Matter]:
    """Return the rows that the filters leave, but for light and exact words; unordered."""
    return _told(_narrowed(scope, filters))


def _narrowed(scope: Scope, filters: LedgerFilters) -> QuerySet[Matter]:
    rows = matters_in(scope)
    if not filters.show_dropped and filters.stage != Stage.DROPPED:
        rows = rows.exclude(stage=Stage.DROPPED.value)
    if filters.stage == "open":
        rows = rows.filter(stage__in=_OPEN)
    elif filters.stage:
        rows = rows.filter(stage=filters.stage)
    if filters.unit_id is not None:
        ours = Q(lead_id=filters.unit_id) | Q(
            pk__in=Matter.objects.filter(co_units__unit_id=filters.unit_id).values("pk")
        )
        rows = rows.filter(ours)
    if filters.weight:
        rows = rows.filter(weight=filters.weight)
    if filters.due_from is not None:
        rows = rows.filter(deadline__gte=filters.due_from)
    if filters.due_to is not None:
        rows = rows.filter(deadline__lte=filters.due_to)
    if filters.source_id is not None:
        rows = rows.filter(source_id=filters.source_id)
    for gram in sorted({gram for word in filters.text.split() for gram in grams_of(word)}):
        rows = rows.filter(pk__in=MatterGram.objects.filter(gram=gram).values("matter_id"))
    return rows


def _told(rows: QuerySet[Matter]) -> QuerySet[Matter]:
    """Return the rows with what a line shows: names, co-units, the lead's last report."""
    told = Report.objects.filter(matter=OuterRef("pk")).exclude(kind=Report.Kind.PART)
    last = told.order_by("-id")
    return (
        rows.annotate(
            percent=Subquery(last.values("percent")[:1]),
            reported_on=Subquery(last.values("on")[:1]),
        )
        .select_related("lead", "leader")
        .prefetch_related("co_units__unit")
    )


def colored(rows: Sequence[Matter], lamps: LampRoom) -> tuple[LedgerRow, ...]:
    """Return rows of ``ordinary`` as lines with their lights; open children are asked at once."""
    return tuple(
        ledger_row(row, light=light)
        for row, light in zip(rows, lights_of(rows, lamps), strict=True)
    )


def lights_of(rows: Sequence[Matter], lamps: LampRoom) -> list[Light | None]:
    """Return the light of each row, colored by its open children, which are asked at once."""
    children: dict[int | None, list[Matter]] = {}
    ids = [row.pk for row in rows]
    for child in Matter.objects.filter(parent__in=ids, stage__in=_OPEN).only(
        *LIGHT_COLUMNS, "parent"
    ):
        children.setdefault(child.parent_id, []).append(child)
    return [lamps.light(row, children.get(row.pk, [])) for row in rows]


def _found(
    scope: Scope, filters: LedgerFilters, lamps: LampRoom, *, sort: str, after: str
) -> Iterator[tuple[LedgerRow, str]]:
    """Yield the lines that pass every filter in order, each with the mark to go on after it."""
    words = filters.text.split()
    narrowed = _narrowed(scope, filters)
    batches = (
        _batches_lit(narrowed, filters.light, lamps, sort=sort, after=after)
        if filters.light
        else _chunks(_ordered(_told(narrowed), sort), _CHUNK, sort=sort, after=after)
    )
    for batch in batches:
        fitting = [row for row in batch if not words or holds(row, words)]
        for row, line in zip(fitting, colored(fitting, lamps), strict=True):
            yield line, _mark(row)


def _batches_lit(
    rows: QuerySet[Matter], color: str, lamps: LampRoom, *, sort: str, after: str
) -> Iterator[list[Matter]]:
    """Yield the rows of one color: colored from their days alone, then read whole where they fit."""
    days = _ordered(rows, sort).only(*LIGHT_COLUMNS)
    for chunk in _chunks(days, _DAYS_CHUNK, sort=sort, after=after):
        lit = zip(chunk, lights_of(chunk, lamps), strict=True)
        ids = [row.pk for row, light in lit if light is not None and light.color == color]
        for start in range(0, len(ids), _BATCH):
            batch = _told(Matter.objects.filter(pk__in=ids[start : start + _BATCH]))
            yield list(_ordered(batch, sort))


def _chunks(
    ordered: QuerySet[Matter], size: int, *, sort: str, after: str
) -> Iterator[list[Matter]]:
    """Yield ordered rows in chunks, each going on after the last mark."""
    mark = after
    while True:
        chunk = list(_after(ordered, sort, mark)[:size])
        if chunk:
            yield chunk
        if len(chunk) < size:
            return
        mark = _mark(chunk[-1])


def _known(sort: str) -> str:
    return sort if sort.removeprefix("-") in SORTS else "deadline"


def _ordered(rows: QuerySet[Matter], sort: str) -> QuerySet[Matter]:
    keys: dict[str, Any] = {
        "deadline": Coalesce(F("deadline"), Value(_FAR)),
        # Padded on the left, so that 2号 stands before 10号.
        "number": LPad(F("number"), 40, Value("0")),
        "title": F("title"),
        "lead": F("lead__position"),
        "stage": F("stage"),
        "latest": F("id"),
    }
    down = sort.startswith("-")
    keyed = rows.annotate(sort_key=keys[sort.removeprefix("-")])
    return keyed.order_by("-sort_key", "-id") if down else keyed.order_by("sort_key", "id")


def _mark(row: Matter) -> str:
    key: Any = row.sort_key  # type: ignore[attr-defined]  # annotated by _ordered
    return f"{row.pk}~{key.isoformat() if isinstance(key, date) else key}"


def _after(rows: QuerySet[Matter], sort: str, mark: str) -> QuerySet[Matter]:
    number, told, key = mark.partition("~")
    if not number.isdecimal() or not told:
        return rows
    word = sort.removeprefix("-")
    value: Any = key
    if word == "deadline":
        try:
            value = date.fromisoformat(key)
        except ValueError:
            return rows
    elif word in {"lead", "latest"}:
        if not key.isdecimal():
            return rows
        value = int(key)
    side = "lt" if sort.startswith("-") else "gt"
    beyond = {f"sort_key__{side}": value}
    level = {"sort_key": value, f"id__{side}": int(number)}
    return rows.filter(Q(**beyond) | Q(**level))
