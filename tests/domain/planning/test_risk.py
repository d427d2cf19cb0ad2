"""Draws: each one is a plan of its own, and what is said of many does not depend on where they ran."""

import math
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.interval import Window, day_of
from guatu.domain.planning import Activity, Link, Plan, StopWork, schedule, with_stop_work
from guatu.domain.planning.chain import link_drives
from guatu.domain.planning.compiled.alert_cost import alert_costs, season_values
from guatu.domain.planning.compiled.risk import risk
from guatu.domain.planning.compiled.risk_model import RiskModel, risk_model, works_of
from guatu.domain.planning.compiled.spreads import curve_of
from guatu.domain.planning.compiled.tallies import (
    Draw,
    DrawChunk,
    draw_columns,
    one_draw,
    run_chunk,
)
from guatu.domain.planning.network import FINISHED, Passes, network_of
from guatu.domain.planning.passes import plain_engine, settled_links
from guatu.domain.planning.risk_terms import (
    AlertHistory,
    RiskTerms,
    Spread,
    SpreadShape,
    WeatherKind,
)

EARTH = frozenset({"earth"})
WIDE = Spread(shape=SpreadShape.TRIANGULAR, low=0.5, mode=1.0, high=2.5)


def stop(first: str, days: int, classes: frozenset[str] = EARTH, places: frozenset[str] = frozenset()) -> StopWork:  # fmt: skip
    start = datetime.fromisoformat(first)
    return StopWork(
        window=Window(start=start, end=start + timedelta(days=days)), classes=classes, places=places
    )


HISTORY = AlertHistory(
    first=date(2020, 7, 1),
    last=date(2024, 6, 30),
    stops=(
        stop("2021-01-08", 9),
        stop("2021-02-11", 4, frozenset({"paint"})),
        stop("2022-01-12", 3),
        stop("2022-01-20", 6, frozenset({"earth", "paint"})),
        stop("2023-12-30", 14),
        stop("2024-01-28", 5, EARTH, frozenset({"北区"})),
    ),
)


@settings(deadline=None, max_examples=40)
@given(
    plans(facts=True, most=9),
    st.integers(15, 70),
    st.sampled_from(list(WeatherKind)),
    st.integers(0, 2**32),
)
def test_each_draw_is_the_plan_with_its_own_days_and_stops(plan, room, weather, seed):
    plan = replace(plan, target=MONDAY + timedelta(days=room), place="北区")
    terms = RiskTerms(spreads={"earth": WIDE}, history=HISTORY, weather=weather)
    works, latest = works_of([plan], MONDAY.toordinal())
    model = risk_model(works, terms, latest=latest, years=1)
    draw = one_draw(model, seed, 3)
    assert draw is not None
    low = model.calendars.low
    stopped = [
        stop(day_of(low + day).isoformat(), 1)
        for day in np.flatnonzero(draw.states)
        if model.stops.stopped[0, draw.states[day]]
    ]
    network = network_of(with_stop_work(plan, tuple(stopped)))
    days = np.empty(len(network), dtype=int)
    days[model.order] = draw.days
    network = replace(network, days=days.tolist())
    engine = plain_engine(network)
    number = model.order.tolist()
    starts, finishes = engine.forward(works[0].begin)
    assert draw.early[0::2].tolist() == [starts[one] for one in number]
    assert draw.early[1::2].tolist() == [finishes[one] for one in number]
    ceiling = np.empty(len(network), dtype=int)
    ceiling[model.order] = model.net.ceiling
    bound = np.empty(len(network), dtype=bool)
    bound[model.order] = model.net.bound == 1
    skipped = [
        one or (bound[before] and not bound[after])
        for one, before, after in zip(
            settled_links(network), network.before, network.after, strict=True
        )
    ]
    late = engine.backward(ceiling.tolist(), skipped)
    held = [at for at, one in enumerate(number) if bound[one]]
    assert [draw.late[2 * at] for at in held] == [late[0][number[at]] for at in held]
    assert [draw.late[2 * at + 1] for at in held] == [late[1][number[at]] for at in held]


@settings(deadline=None, max_examples=25)
@given(plans(facts=True, most=9), st.integers(15, 70), st.integers(1, 19))
def test_draws_side_by_side_are_those_drawn_one_by_one(plan, room, count):
    plan = replace(plan, target=MONDAY + timedelta(days=room), place="北区")
    terms = RiskTerms(spreads={"earth": WIDE}, history=HISTORY, weather=WeatherKind.CHAIN)
    works, latest = works_of([plan], MONDAY.toordinal())
    model = risk_model(works, terms, latest=latest, years=1)
    columns = draw_columns(model, 7)
    tally = run_chunk(DrawChunk(model=model, columns=columns, seed=7, first=3, count=count))
    draws = [one_draw(model, 7, 3 + number) for number in range(count)]
    places = model.ends.place[model.ends.group == 0]
    ends = [max(draw.early[2 * place + 1] for place in places) for draw in draws]
    assert tally.ends[:, 0].tolist() == ends
    begin, end = (day - model.calendars.low for day in model.counted)
    assert tally.alert_days.tolist() == [(one.states[begin:end] != 0).sum() for one in draws]
    width = columns.finish_columns - 1
    for at in range(model.count):
        days = [
            min(max(one.early[2 * at + 1] - columns.finish_from[at], 0), width) for one in draws
        ]
        assert np.flatnonzero(tally.finishes[at]).tolist() == sorted(set(days))
        if model.net.bound[at]:
            width_late = columns.start_columns - 1
            late = [
                min(max(one.late[2 * at] - columns.start_from[at], 0), width_late) for one in draws
            ]
            assert np.flatnonzero(tally.late_starts[at]).tolist() == sorted(set(late))
    held = (model.net.bound == 1) & (model.net.facts.state != FINISHED)
    if held.any():
        assert tally.starts[:, 0].tolist() == [draw.late[0::2][held].min() for draw in draws]
    assert tally.critical.tolist() == [
        sum(at in drivers(plan, model, draw) for draw in draws) for at in range(model.count)
    ]


def drivers(plan: Plan, model: RiskModel, draw: Draw) -> set[int]:
    """Places that drive the end of the plan: by pushing each follower alone, with the plain calendars."""
    low = model.calendars.low
    stopped = [
        stop(day_of(low + day).isoformat(), 1)
        for day in np.flatnonzero(draw.states)
        if model.stops.stopped[0, draw.states[day]]
    ]
    network = network_of(with_stop_work(plan, tuple(stopped)))
    days = np.empty(len(network), dtype=int)
    days[model.order] = draw.days
    network = replace(network, days=days.tolist())
    engine = plain_engine(network)
    early = np.empty((2, len(network)), dtype=int)
    early[0][model.order], early[1][model.order] = draw.early[0::2], draw.early[1::2]
    passes = Passes(early_start=early[0], early_finish=early[1], late_start=[], late_finish=[], total_float=[], free_float=[])  # fmt: skip
    ends = [model.order[place] for place in model.ends.place[model.ends.group == 0]]
    reached = max(early[1][one] for one in ends)
    waiting = [one for one in ends if early[1][one] == reached]
    found: set[int] = set()
    while waiting:
        one = waiting.pop()
        if one in found or network.state[one] == FINISHED:
            continue
        found.add(one)
        waiting += [network.before[link] for link in engine.arriving[one] if link_drives(engine, passes, link)]  # fmt: skip
    return {int(at) for at, number in enumerate(model.order) if number in found}


def two_steps(**changed: object) -> Plan:
    activities = (
        Activity(id="土方", days=20, calendar="cal", activity_class="earth"),
        Activity(id="涂装", days=5, calendar="cal", activity_class="paint", links=(Link(predecessor="土方"),)),
        Activity(id="报批", days=3, calendar="cal"),
    )  # fmt: skip
    stated = {"id": "P", "start": date(2025, 1, 1), "target": date(2025, 2, 10), "calendars": (WorkingCalendar(name="cal"),), "activities": activities}  # fmt: skip
    return Plan(**{**stated, **changed})


TODAY = date(2024, 12, 1)
TERMS = RiskTerms(spreads={"earth": WIDE, "paint": WIDE}, history=HISTORY)


class Backwards:
    """Workers that do the last task first, in threads."""

    def run(self, function: object, tasks: Iterable[object]) -> Iterable[object]:
        with ThreadPoolExecutor(2) as pool:
            waiting = [pool.submit(function, task) for task in reversed(list(tasks))]
            return [one.result() for one in reversed(waiting)]


def test_the_answer_does_not_depend_on_where_the_chunks_ran():
    plan = two_steps()
    here, told = risk([plan], TERMS, today=TODAY, draws=1000, seed=5)
    there, _ = risk([plan], TERMS, today=TODAY, draws=1000, seed=5, workers=Backwards())
    assert not told
    assert here == there
    assert here != risk([plan], TERMS, today=TODAY, draws=1000, seed=6)[0]


def test_a_plan_without_luck_and_weather_has_its_own_dates():
    answer, _ = risk([two_steps()], RiskTerms(spreads={}), today=TODAY, draws=10)
    end = answer.ends[0]
    assert (end.chance, end.p50, end.p80) == (1.0, date(2025, 1, 25), date(2025, 1, 25))
    shares = {one.id: one.criticality for one in answer.activities}
    assert shares == {"土方": 1.0, "涂装": 1.0, "报批": 0.0}
    assert answer.weather == "none"
    assert answer.activities[0].p80_latest_start == date(2025, 1, 17)
    assert end.p80_latest_start == date(2025, 1, 17)


def test_a_replayed_year_gives_the_plan_under_that_years_alerts():
    year = AlertHistory(first=date(2020, 7, 1), last=date(2021, 6, 30), stops=HISTORY.stops)
    answer, _ = risk([two_steps()], RiskTerms(spreads={}, history=year), today=TODAY, draws=20)
    then = with_stop_work(two_steps(), (stop("2025-01-08", 9), stop("2025-02-11", 4, frozenset({"paint"}))))  # fmt: skip
    expected, _ = schedule(then, today=TODAY)
    assert {answer.ends[0].p50, answer.ends[0].p80} == {expected.last_day}
    assert answer.alerts.p50_days == 9
    assert answer.weather == "years"


def test_a_work_must_start_sooner_to_be_sure():
    answer, _ = risk([two_steps()], RiskTerms(spreads={"*": WIDE}), today=TODAY, draws=2000)
    end = answer.ends[0]
    sooner = two_steps(start=end.p80_latest_start)
    again, _ = risk([sooner], RiskTerms(spreads={"*": WIDE}), today=TODAY, draws=2000)
    day_later = two_steps(start=end.p80_latest_start + timedelta(days=1))
    later, _ = risk([day_later], RiskTerms(spreads={"*": WIDE}), today=TODAY, draws=2000)
    assert later.ends[0].chance < 0.8 <= again.ends[0].chance


def test_works_share_their_weather():
    wet = AlertHistory(first=date(2020, 7, 1), last=date(2022, 6, 30), stops=(stop("2021-01-03", 12),))  # fmt: skip
    pair = [two_steps(id="一"), two_steps(id="二")]
    answer, _ = risk(pair, RiskTerms(spreads={}, history=wet), today=TODAY, draws=400)
    one, other = answer.ends
    assert (one.chance, one.p50) == (other.chance, other.p50)
    assert answer.alerts.correlations == pytest.approx([1.0, 1.0])


def test_variants_meet_the_same_weather_and_the_same_luck():
    crashed = tuple(replace(one, days=10) if one.id == "土方" else one for one in two_steps().activities)  # fmt: skip
    found = []
    for plan in (two_steps(), two_steps(activities=crashed)):
        works, latest = works_of([plan], TODAY.toordinal())
        found.append(one_draw(risk_model(works, TERMS, latest=latest + 100), 9, 17))
    assert found[0].states[:200].tolist() == found[1].states[:200].tolist()
    paint = [draw.days[-1] for draw in found]
    assert paint[0] == paint[1]


def test_the_duration_that_decides_has_the_rank_correlation_of_one():
    answer, _ = risk([two_steps()], RiskTerms(spreads={"earth": WIDE}), today=TODAY, draws=2000)
    first = answer.drivers()[0]
    assert first.id == "土方"
    assert first.correlation == pytest.approx(1.0, abs=0.03)
    assert {one.id: one.correlation for one in answer.activities}["报批"] == 0.0


def test_chances_and_quantiles_come_close_to_the_law_of_the_spread():
    alone = replace(two_steps(), activities=two_steps().activities[:1], target=date(2025, 1, 30))
    answer, _ = risk([alone], RiskTerms(spreads={"earth": WIDE}), today=TODAY, draws=20_000)
    # 30 days or fewer: a factor under 30.5 / 20 of the triangle from 0.5 over 1 to 2.5.
    expected = 1 - (2.5 - 1.525) ** 2 / (2.0 * 1.5)
    assert answer.ends[0].chance == pytest.approx(expected, abs=0.012)


@pytest.mark.parametrize("month", [1, 7])
def test_a_chain_has_the_share_of_alert_days_of_its_month(month):
    terms = RiskTerms(spreads={}, history=HISTORY, weather=WeatherKind.CHAIN)
    works, latest = works_of([two_steps()], TODAY.toordinal())
    model = risk_model(works, terms, latest=latest, years=2)
    low = model.calendars.low
    mine = np.asarray([day_of(low + day).month == month for day in range(len(model.days.year))])
    share = np.mean([(one_draw(model, 1, draw).states[mine] != 0).mean() for draw in range(400)])
    past = sum(
        (day_of(one).month == month)
        for run in HISTORY.stops if not run.places
        for one in range(run.window.start.toordinal(), run.window.end.toordinal())
    )  # fmt: skip
    assert share == pytest.approx(past / (4 * 31), abs=0.04)


def test_curves_hold_the_law_of_their_shape():
    pert = curve_of(Spread(shape=SpreadShape.PERT, low=0.8, mode=1.0, high=2.0))
    assert pert[0] == pytest.approx(0.8, abs=0.01)
    assert pert[-1] == pytest.approx(2.0, abs=0.01)
    assert pert.mean() == pytest.approx((0.8 + 4 * 1.0 + 2.0) / 6, abs=0.003)
    triangle = curve_of(WIDE)
    assert triangle[512] == pytest.approx(2.5 - math.sqrt(0.5 * 2.0 * 1.5))
    assert triangle.mean() == pytest.approx((0.5 + 1.0 + 2.5) / 3, abs=0.003)
    seen = curve_of(Spread(shape=SpreadShape.OBSERVED, observed=(1.0, 1.2, 1.5)))
    assert (seen[0], seen[512], seen[-1]) == pytest.approx((1.0, 1.2, 1.5))
    assert set(curve_of(replace(WIDE, low=1.2, mode=1.2, high=1.2))) == {1.2}


def test_a_history_without_a_whole_year_is_walked_day_by_day_and_told():
    short = replace(HISTORY, first=date(2020, 12, 1), last=date(2021, 3, 1))
    answer, told = risk([two_steps()], RiskTerms(spreads={}, history=short), today=TODAY, draws=50)
    assert [one.code for one in told] == ["planning.risk_no_whole_year"]
    assert answer.weather == "chain"


def test_a_bound_in_the_far_future_costs_nothing_and_a_plan_over_centuries_is_refused():
    late = tuple(replace(one, must_by=date(9999, 12, 31)) for one in two_steps().activities)
    answer, _ = risk([two_steps(activities=late)], TERMS, today=TODAY, draws=50)
    assert {one.chance for one in answer.ends[1:]} == {1.0}
    far = (
        replace(two_steps().activities[0], not_before=date(2700, 1, 1)),
        two_steps().activities[2],
    )
    told = risk([two_steps(activities=far, target=None)], TERMS, today=TODAY, draws=50)[1]
    assert [one.code for one in told] == ["planning.risk_off_axis"]


def test_faults_of_plan_and_draws_are_told():
    assert risk([two_steps()], TERMS, today=TODAY, draws=0)[1][0].code == "planning.risk_draws"
    lost = two_steps(start=None, target=None)
    assert risk([lost], TERMS, today=TODAY, draws=9)[1][0].code == "planning.no_anchor"


@pytest.mark.parametrize(
    "stated",
    [
        {"shape": SpreadShape.TRIANGULAR, "low": 1.2, "mode": 1.0},
        {"shape": SpreadShape.PERT, "low": 0.0},
        {"shape": SpreadShape.OBSERVED, "observed": (1.0,)},
        {"shape": SpreadShape.OBSERVED, "observed": (1.0, -1.0)},
    ],
)
def test_an_impossible_spread_is_a_bug(stated):
    with pytest.raises(ValueError, match="factors"):
        Spread(**stated)


def test_an_alert_costs_each_work_what_a_stop_window_would():
    quick = two_steps(id="快", activities=two_steps().activities[2:])
    costs, _ = alert_costs([two_steps(), quick], first=date(2025, 1, 6), most=20, classes=EARTH, today=TODAY)  # fmt: skip
    for days in (0, 1, 7, 20):
        stopped = with_stop_work(two_steps(), (stop("2025-01-06", days),) if days else ())
        expected, _ = schedule(stopped, today=TODAY)
        assert day_of(int(costs.last_day[0, days])) == expected.last_day
    assert costs.delay[0].tolist() == list(range(21))
    assert costs.delay[1].tolist() == [0] * 21
    # The target leaves 16 days; the permit alone never feels the alert.
    assert costs.stands == (16, 20)
    assert costs.late[0, 18] == 2


def test_a_work_that_is_late_already_stands_no_alert_and_one_without_deadline_any():
    late = two_steps(target=date(2025, 1, 9))
    free = two_steps(id="Q", target=None)
    costs, _ = alert_costs([late, free], first=date(2025, 1, 6), most=3, classes=EARTH, today=TODAY)
    assert costs.stands == (-1, None)
    with pytest.raises(ValueError, match="out of range"):
        alert_costs([late], first=date(2025, 1, 6), most=400, classes=EARTH, today=TODAY)
    assert alert_costs([two_steps(start=None, target=None)], first=TODAY, most=1, classes=EARTH, today=TODAY)[0] is None  # fmt: skip


def test_a_start_after_the_winter_needs_fewer_days():
    terms = RiskTerms(spreads={}, history=HISTORY)
    found, _ = season_values(two_steps(), terms, [date(2025, 1, 1), date(2025, 4, 1)], today=TODAY, draws=200)  # fmt: skip
    winter, spring = found
    assert spring.span_p80 == 25
    assert winter.span_p80 > spring.span_p80
    assert (winter.end.chance, spring.end.chance) == (1.0, 0.0)
