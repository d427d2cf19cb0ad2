"""Reads the growth targets of a quantities file."""

from collections.abc import Mapping
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.planning.fields import Fields
from guatu.domain.planning.growth import CumulativeGrowth, GrowthTarget


def read_growths(
    document: Mapping[str, Any], *, source: str
) -> tuple[tuple[GrowthTarget, ...] | None, tuple[Diagnostic, ...]]:
    """Read the ``growths`` of a quantities document; none stated gives none."""
    fields = Fields(source)
    fields.subject = source
    found: list[GrowthTarget] = []
    for number, stated in enumerate(fields.rows(document, "growths")):
        one = _growth(fields, stated, f"growths[{number}]")
        if one is None:
            continue
        if any(other.id == one.id for other in found):
            fields.fault("duplicate_quantity", f"growths[{number}]")
        found.append(one)
    if has_error(fields.found):
        return None, tuple(fields.found)
    return tuple(found), tuple(fields.found)


def _growth(fields: Fields, stated: object, place: str) -> GrowthTarget | None:
    fields.subject = place
    if not isinstance(stated, dict):
        fields.wrong(place, "object", stated)
        return None
    before = len(fields.found)
    name = fields.text(stated, "id", f"{place}.")
    fields.subject = name or place
    for key in ("id", "target_percent", "base_total", "by", "observed"):
        if stated.get(key) is None:
            fields.fault("missing", f"{place}.{key}", field=key)
    percent = fields.number(stated, "target_percent", f"{place}.")
    base = _base(fields, stated, "base_total", place)
    by = fields.day(stated, "by", f"{place}.")
    observed = tuple(
        row
        for number, one in enumerate(fields.rows(stated, "observed", f"{place}."))
        if (row := _observed(fields, one, f"{place}.observed[{number}]")) is not None
    )
    if stated.get("observed") == []:
        fields.fault("nothing_observed", f"{place}.observed")
    title = fields.text(stated, "name", f"{place}.")
    if has_error(fields.found[before:]) or percent is None or base is None or by is None:
        return None
    return GrowthTarget(
        id=name, name=title, target_percent=percent, base_total=base, by=by, observed=observed
    )


def _base(fields: Fields, stated: Mapping[str, Any], key: str, place: str) -> float | None:
    value = fields.number(stated, key, f"{place}.")
    if value is not None and value <= 0:
        fields.wrong(f"{place}.{key}", "positive number", value)
        return None
    return value


def _observed(fields: Fields, stated: object, place: str) -> CumulativeGrowth | None:
    if not isinstance(stated, dict):
        fields.wrong(place, "object", stated)
        return None
    for key in ("through", "base", "percent"):
        if stated.get(key) is None:
            fields.fault("missing", f"{place}.{key}", field=key)
    through = fields.day(stated, "through", f"{place}.")
    base = _base(fields, stated, "base", place)
    percent = fields.number(stated, "percent", f"{place}.")
    vintage = fields.text(stated, "vintage", f"{place}.")
    if through is None or base is None or percent is None:
        return None
    return CumulativeGrowth(through=through, base=base, percent=percent, vintage=vintage)
