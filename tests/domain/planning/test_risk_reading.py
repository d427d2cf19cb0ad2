"""The terms of a risk run are read whole, or each fault is told."""

from datetime import date

import pytest

from guatu.domain.planning.risk_reading import read_risk
from guatu.domain.planning.risk_terms import SpreadShape, WeatherKind

STATED = {
    "durations": {
        "earth": {"low": 0.9, "mode": 1, "high": 1.6},
        "permit": {"shape": "pert", "low": 0.8, "high": 2},
        "*": {"observed": [0.9, 1.0, 1.3]},
    },
    "history": {
        "first": "2020-07-01",
        "last": "2024-06-30",
        "stop_work": [{"from": "2021-01-08", "to": "2021-01-12", "classes": ["earth"]}],
    },
    "weather": "chain",
}


def test_terms_are_read_whole():
    terms, told = read_risk(STATED, source="county.json")
    assert not told
    assert terms.weather is WeatherKind.CHAIN
    assert terms.spread_of("earth").high == 1.6
    assert terms.spread_of("permit").shape is SpreadShape.PERT
    assert terms.spread_of("anything").observed == (0.9, 1.0, 1.3)
    assert terms.history.last == date(2024, 6, 30)
    assert len(terms.history.stops) == 1


@pytest.mark.parametrize(
    ("changed", "code", "position"),
    [
        ([], "planning.bad_value", "risk"),
        ({}, "planning.risk_nothing", "risk"),
        ({"durations": {"a": 3}}, "planning.bad_value", "risk.durations.a"),
        ({"durations": {"a": {"low": 2}}}, "planning.bad_value", "risk.durations.a"),
        ({"durations": {"a": {"shape": "flat"}}}, "planning.bad_value", "risk.durations.a.shape"),
        ({"durations": {"a": {"observed": [1]}}}, "planning.bad_value", "risk.durations.a.observed"),
        ({"durations": {"a": {"observed": [1, "x"]}}}, "planning.bad_value", "risk.durations.a.observed[1].factor"),
        ({"history": {"first": "2020-01-01"}}, "planning.missing", "risk.history.last"),
        ({"history": {"first": "2020-01-01", "last": "2019-01-01"}}, "planning.backward_pair", "risk.history"),
        ({"history": {"first": "x", "last": "2019-01-01"}}, "planning.bad_date", "risk.history.first"),
        (STATED | {"weather": "sun"}, "planning.bad_value", "risk.weather"),
        (STATED | {"history": STATED["history"] | {"stop_work": [3]}}, "planning.bad_value", "risk.history.stop_work[0]"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place(changed, code, position):
    terms, told = read_risk(changed, source="county.json")
    assert terms is None
    assert (told[0].code, told[0].position) == (code, position)
