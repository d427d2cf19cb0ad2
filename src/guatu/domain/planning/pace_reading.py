"""Reads a quantities file, and writes the answer of ``guatu pace``."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Severity, has_error
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.fields import Fields
from guatu.domain.planning.pace import Aggregate, Observed, PacedQuantity, PaceOutlook


def read_quantities(
    document: object, *, source: str
) -> tuple[tuple[PacedQuantity, ...] | None, tuple[Diagnostic, ...]]:
    """Read a quantities document; faults are told and give no quantities."""
    fields = Fields(source)
    if not isinstance(document, dict):
        fields.subject = source
        fields.wrong("quantities", "object", document)
        return None, tuple(fields.found)
    fields.subject = source
    stated = fields.rows(document, "quantities")
    if not stated and not fields.found:
        fields.fault("no_quantity", "quantities")
    found: list[PacedQuantity] = []
    seen: set[str] = set()
    for number, one in enumerate(stated):
        quantity = _quantity(fields, one, f"quantities[{number}]")
        if quantity is None:
            continue
        if quantity.id in seen:
            fields.fault("duplicate_quantity", f"quantities[{number}]")
        seen.add(quantity.id)
        found.append(quantity)
    if has_error(fields.found):
        return None, tuple(fields.found)
    return tuple(found), tuple(fields.found)


def _quantity(fields: Fields, stated: object, place: str) -> PacedQuantity | None:
    fields.subject = place
    if not isinstance(stated, dict):
        fields.wrong(place, "object", stated)
        return None
    before = len(fields.found)
    name = fields.text(stated, "id", f"{place}.")
    if not name and len(fields.found) == before:
        fields.fault("missing", f"{place}.id", field="id")
    fields.subject = name or place
    target = fields.number(stated, "target", f"{place}.")
    by = fields.day(stated, "by", f"{place}.")
    for key in ("target", "by", "observed"):
        if stated.get(key) is None:
            fields.fault("missing", f"{place}.{key}", field=key)
    aggregate = stated.get("aggregate", "sum")
    if not isinstance(aggregate, str) or aggregate not in {"sum", "mean"}:
        fields.wrong(f"{place}.aggregate", "sum, mean", aggregate)
    if target is not None and target <= 0:
        fields.wrong(f"{place}.target", "positive number", target)
    today = fields.day(stated, "today", f"{place}.")
    seasonal = _seasonal(fields, stated, place)
    observed = _observed(fields, stated, place)
    words = {key: fields.text(stated, key, f"{place}.") for key in ("name", "unit")}
    if has_error(fields.found[before:]) or target is None or by is None:
        return None
    return PacedQuantity(
        id=name,
        name=words["name"],
        unit=words["unit"],
        target=target,
        by=by,
        aggregate=Aggregate(aggregate),
        today=today,
        observed=observed,
        seasonal=seasonal,
    )


def _seasonal(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[float, ...]:
    seasonal = stated.get("seasonal")
    if seasonal is None:
        return ()
    position = f"{place}.seasonal"
    numbers = seasonal if isinstance(seasonal, list) else [seasonal]
    if len(numbers) not in {1, 12}:
        fields.wrong(position, "12 numbers or one share", seasonal)
        return ()
    read = [fields.number({"seasonal": one}, "seasonal", f"{place}.") for one in numbers]
    known = tuple(one for one in read if one is not None and one >= 0)
    is_share = len(known) != 1 or 0 < known[0] <= 1
    if len(known) != len(numbers) or not is_share or sum(known) <= 0:
        fields.wrong(position, "12 numbers or one share", seasonal)
        return ()
    return known


def _observed(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[Observed, ...]:
    found: list[Observed] = []
    rows = fields.rows(stated, "observed", f"{place}.")
    if stated.get("observed") == []:
        fields.fault("nothing_observed", f"{place}.observed")
    for number, row in enumerate(rows):
        position = f"{place}.observed[{number}]"
        if not isinstance(row, list) or len(row) != 3:
            fields.wrong(position, "[first, last, value]", row)
            continue
        first, last = (fields.as_day(one, position) for one in row[:2])
        if row[2] is None:
            fields.wrong(position, "number", row[2])
        value = fields.number({position: row[2]}, position, "")
        if first is None or last is None or value is None:
            continue
        if last < first:
            fields.fault("backward_pair", position, first=str(first), last=str(last))
            continue
        found.append(Observed(first=first, last=last, value=value))
    found.sort(key=lambda one: one.first)
    for one, other in pairwise(found):
        if other.first <= one.last:
            fields.fault("overlapping", f"{place}.observed", day=str(other.first))
            break
        if (other.first - one.last).days > 1:
            fields.fault("gap", f"{place}.observed", Severity.WARNING, day=str(one.last))
    return tuple(found)


def pace_document(answer: PaceOutlook, *, messages: Messages) -> dict[str, Any]:
    """Return the answer of one quantity as plain data by the outside contract."""
    quantity, outlook = answer.quantity, answer.outlook
    needed = answer.needed_per_day
    return {
        "id": quantity.id,
        "name": quantity.name,
        "unit": quantity.unit,
        "today": answer.today.isoformat(),
        "verdict": outlook.verdict.value,
        "reason": messages.of(outlook.reason),
        "slack": round(outlook.slack, 6),
        "attained": round(answer.attained, 6),
        "needed_per_day": None if needed is None else round(needed, 6),
        "best_past_per_day": round(answer.best_past_per_day, 6),
        "projected": round(answer.projected, 6),
        "completion": round(answer.completion, 6),
        "expected_share": round(answer.expected_share, 6),
        "gap_points": round(answer.gap_points, 4),
        "days_left": answer.days_left,
        "so_far_per_day": round(answer.so_far_per_day, 6),
        "needed_ratio": None if answer.needed_ratio is None else round(answer.needed_ratio, 4),
        "best_attainable": round(answer.best_attainable, 6),
        "levers": [
            {
                "kind": one.kind.value,
                "activity": one.subject,
                "days": one.days,
                "cost": one.cost,
                "text": messages.of(one.reason),
            }
            for one in outlook.levers
        ],
    }
