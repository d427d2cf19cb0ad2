"""Reads what a risk run draws from: the ``risk`` object of a plan file, or a county's own file."""

from collections.abc import Mapping
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.planning.fields import Fields
from guatu.domain.planning.plan_reading import read_stop_work
from guatu.domain.planning.risk_terms import (
    AlertHistory,
    RiskTerms,
    Spread,
    SpreadShape,
    WeatherKind,
)


def read_risk(stated: object, *, source: str) -> tuple[RiskTerms | None, tuple[Diagnostic, ...]]:
    """Read the terms of a risk run; faults are told, one diagnostic each, and give none."""
    fields = Fields(source)
    fields.subject = "risk"
    if not isinstance(stated, dict):
        fields.wrong("risk", "object", stated)
        return None, tuple(fields.found)
    durations = fields.table(stated, "durations", "risk.")
    spreads = {
        name: spread
        for name, one in durations.items()
        if (spread := _spread(fields, one, f"risk.durations.{name}")) is not None
    }
    history = _history(fields, fields.table(stated, "history", "risk."))
    weather = fields.text(stated, "weather", "risk.", WeatherKind.YEARS.value)
    if weather not in list(WeatherKind):
        fields.wrong("risk.weather", ", ".join(WeatherKind), weather)
    if not (spreads or history or has_error(fields.found)):
        fields.fault("risk_nothing", "risk")
    if has_error(fields.found):
        return None, tuple(fields.found)
    terms = RiskTerms(spreads=spreads, history=history, weather=WeatherKind(weather))
    return terms, tuple(fields.found)


def _spread(fields: Fields, stated: object, place: str) -> Spread | None:
    if not isinstance(stated, dict):
        fields.wrong(place, "object", stated)
        return None
    if stated.get("observed") is not None:
        return _observed(fields, stated, place)
    shape = fields.text(stated, "shape", f"{place}.", SpreadShape.TRIANGULAR.value)
    factors = [fields.number(stated, key, f"{place}.") for key in ("low", "mode", "high")]
    low, mode, high = (1.0 if one is None else one for one in factors)
    if shape not in {SpreadShape.TRIANGULAR.value, SpreadShape.PERT.value}:
        fields.wrong(f"{place}.shape", "triangular, pert", shape)
    elif not 0 < low <= mode <= high <= 100:
        fields.wrong(place, "0 < low <= mode <= high <= 100", f"{low}, {mode}, {high}")
    else:
        return Spread(shape=SpreadShape(shape), low=low, mode=mode, high=high)
    return None


def _observed(fields: Fields, stated: Mapping[str, Any], place: str) -> Spread | None:
    before = len(fields.found)
    factors = [
        fields.number({"factor": one}, "factor", f"{place}.observed[{number}].") or 0.0
        for number, one in enumerate(fields.rows(stated, "observed", f"{place}."))
    ]
    if len(fields.found) > before:
        return None
    if len(factors) < 2 or min(factors) <= 0 or max(factors) > 100:
        fields.wrong(f"{place}.observed", "2+ x 0-100", str(factors))
        return None
    return Spread(shape=SpreadShape.OBSERVED, observed=tuple(factors))


def _history(fields: Fields, stated: Mapping[str, Any]) -> AlertHistory | None:
    if not stated:
        return None
    before = len(fields.found)
    first = fields.day(stated, "first", "risk.history.")
    last = fields.day(stated, "last", "risk.history.")
    for key, day in (("first", first), ("last", last)):
        if day is None and len(fields.found) == before:
            fields.fault("missing", f"risk.history.{key}", field=key)
    stops = read_stop_work(fields, stated, "risk.history.")
    fields.subject = "risk"
    if first is None or last is None or len(fields.found) > before:
        return None
    if last < first:
        fields.fault("backward_pair", "risk.history", first=str(first), last=str(last))
        return None
    return AlertHistory(first=first, last=last, stops=stops)
