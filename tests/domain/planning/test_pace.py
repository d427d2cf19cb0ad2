"""Quantities by a date."""

from datetime import date
from typing import Any

import pytest

from guatu.domain.kernel.outlook import LeverKind, Verdict
from guatu.domain.planning import Aggregate, Observed, PacedQuantity, pace_outlook, read_quantities


def quantity(**changed: Any) -> PacedQuantity:
    stated: dict[str, Any] = {
        "id": "Q1",
        "target": 365.0,
        "by": date(2026, 12, 31),
        "observed": (Observed(first=date(2026, 1, 1), last=date(2026, 6, 30), value=181.0),),
    }
    return PacedQuantity(**(stated | changed))


def revenue(seasonal: tuple[float, ...] = ()) -> PacedQuantity:
    observed = (Observed(first=date(2025, 1, 1), last=date(2025, 10, 31), value=1.28),)
    return quantity(target=2.0, by=date(2025, 12, 31), observed=observed, seasonal=seasonal)


def test_revenue_at_october_lies_19_points_behind_the_calendar():
    answer = pace_outlook(revenue(), today=date(2025, 10, 31))
    assert round(100 * answer.completion, 1) == 64.0
    assert round(100 * answer.expected_share, 1) == 83.3
    assert round(answer.gap_points, 1) == -19.3


def test_revenue_at_october_lies_16_points_behind_last_years_share():
    answer = pace_outlook(revenue(seasonal=(0.801,)), today=date(2025, 10, 31))
    assert round(answer.gap_points, 1) == -16.1
    assert answer.projected == pytest.approx(1.28 / 0.801)


def test_last_years_months_give_the_share_that_they_add_up_to():
    months = (8.01,) * 10 + (9.95,) * 2
    answer = pace_outlook(revenue(seasonal=months), today=date(2025, 10, 31))
    assert answer.expected_share == pytest.approx(0.801)


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(181.0, Verdict.TIGHT), (210.0, Verdict.ON_TRACK), (400.0, Verdict.ON_TRACK)],
)
def test_a_sum_is_judged_by_its_projection_with_a_buffer(value, verdict):
    observed = (Observed(first=date(2026, 1, 1), last=date(2026, 6, 30), value=value),)
    answer = pace_outlook(quantity(observed=observed), today=date(2026, 6, 30))
    assert answer.outlook.verdict is verdict


def halves(first: float, second: float) -> tuple[Observed, ...]:
    return (
        Observed(first=date(2026, 1, 1), last=date(2026, 3, 31), value=first),
        Observed(first=date(2026, 4, 1), last=date(2026, 6, 30), value=second),
    )


def test_a_sum_that_its_best_quarter_would_cure_is_late_and_says_so():
    answer = pace_outlook(quantity(observed=halves(40, 140)), today=date(2026, 6, 30))
    assert answer.needed_per_day == pytest.approx(185 / 184)
    assert answer.best_past_per_day == pytest.approx(140 / 91)
    assert answer.outlook.verdict is Verdict.LATE
    assert [one.kind for one in answer.outlook.levers] == [LeverKind.RESOURCE]


def test_a_sum_beyond_the_best_past_pace_is_impossible_and_names_the_date_it_takes():
    answer = pace_outlook(quantity(observed=halves(40, 60)), today=date(2026, 6, 30))
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    lever = answer.outlook.levers[0]
    assert lever.kind is LeverKind.TARGET
    assert (184 + lever.days) * 60 / 91 >= 265 > (184 + lever.days - 1) * 60 / 91


def test_a_sum_past_its_date_is_impossible_unless_met():
    over = date(2027, 1, 5)
    assert pace_outlook(quantity(), today=over).outlook.verdict is Verdict.IMPOSSIBLE
    met = quantity(target=181.0)
    assert pace_outlook(met, today=over).outlook.verdict is Verdict.ON_TRACK


@pytest.mark.parametrize(
    ("value", "permitted", "verdict"),
    [(30.0, 40.0, Verdict.ON_TRACK), (34.0, 36.0, Verdict.TIGHT), (40.0, 30.0, Verdict.IMPOSSIBLE)],
)
def test_a_mean_permits_on_the_days_left_what_the_days_so_far_leave(value, permitted, verdict):
    observed = (Observed(first=date(2026, 1, 1), last=date(2026, 1, 31), value=value),)
    air = quantity(target=35.0, by=date(2026, 3, 3), observed=observed, aggregate=Aggregate.MEAN)
    answer = pace_outlook(air, today=date(2026, 1, 31))
    assert answer.days_left == 31
    assert answer.needed_per_day == pytest.approx(permitted)
    assert answer.outlook.verdict is verdict


def test_a_mean_that_its_best_month_would_cure_is_late():
    observed = (
        Observed(first=date(2026, 1, 1), last=date(2026, 1, 31), value=50.0),
        Observed(first=date(2026, 2, 1), last=date(2026, 2, 28), value=20.0),
    )
    air = quantity(target=35.0, by=date(2026, 4, 30), observed=observed, aggregate=Aggregate.MEAN)
    assert pace_outlook(air, today=date(2026, 2, 28)).outlook.verdict is Verdict.LATE


GOOD: dict[str, Any] = {
    "id": "Q1", "target": 120, "by": "2026-12-31",
    "observed": [["2026-01-01", "2026-02-28", 12.0]],
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"id": None}, "planning.missing"),
        ({"target": None}, "planning.missing"),
        ({"target": float("nan")}, "planning.bad_value"),
        ({"target": True}, "planning.bad_value"),
        ({"target": -3}, "planning.bad_value"),
        ({"by": "soon"}, "planning.bad_date"),
        ({"aggregate": "median"}, "planning.bad_value"),
        ({"observed": []}, "planning.nothing_observed"),
        ({"observed": "none"}, "planning.bad_value"),
        ({"observed": [["2026-02-01", "2026-01-01", 1]]}, "planning.backward_pair"),
        ({"observed": [["2026-01-01", "2026-02-01", None]]}, "planning.bad_value"),
        ({"observed": [["2026-01-01", "2026-02-01", 1]] * 2}, "planning.overlapping"),
        ({"seasonal": [1, 2]}, "planning.bad_value"),
        ({"seasonal": 1.4}, "planning.bad_value"),
    ],
)
def test_a_fault_of_a_quantity_is_one_diagnostic(changed, code):
    found, told = read_quantities({"quantities": [GOOD | changed]}, source="q.json")
    assert found is None
    assert [one.code for one in told] == [code]


@pytest.mark.parametrize("document", [None, [], {}, {"quantities": []}, {"quantities": "x"}])
def test_a_document_without_quantities_is_one_diagnostic(document):
    found, told = read_quantities(document, source="q.json")
    assert found is None
    assert len(told) == 1


def test_a_gap_between_periods_is_told():
    rows = [["2026-01-01", "2026-01-31", 1], ["2026-03-01", "2026-03-31", 1]]
    found, told = read_quantities({"quantities": [GOOD | {"observed": rows}]}, source="q.json")
    assert found is not None
    assert [one.code for one in told] == ["planning.gap"]


def test_what_is_needed_is_told_as_times_the_pace_so_far_and_the_best_that_can_be_reached():
    answer = pace_outlook(quantity(observed=halves(45.0, 91.0)), today=date(2026, 6, 30))
    assert answer.so_far_per_day == pytest.approx(136 / 181)
    assert answer.needed_ratio == pytest.approx((229 / 184) / (136 / 181))
    assert answer.best_attainable == pytest.approx(136 + 184)
    air = quantity(aggregate=Aggregate.MEAN, target=40.0, observed=halves(50.0, 30.0))
    mean = pace_outlook(air, today=date(2026, 6, 30))
    assert mean.best_attainable == pytest.approx((90 * 50 + 91 * 30 + 184 * 30) / 365)
    over = pace_outlook(quantity(by=date(2026, 6, 30)), today=date(2026, 6, 30))
    assert over.needed_ratio is None
