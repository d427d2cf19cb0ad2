"""Levelling keeps every capacity and every link, whatever the plan."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning import LinkKind, Plan, Resource, Schedule, level, schedule
from guatu.domain.planning.network import network_of

CAPACITY = {"crane": 1, "crew": 3}


@st.composite
def shared(draw: Any) -> Plan:
    plan = draw(plans(bounds=False, milestones=False))
    activities = tuple(
        replace(
            one,
            uses=tuple(
                (name, draw(st.integers(1, most)))
                for name, most in CAPACITY.items()
                if draw(st.booleans())
            ),
            links=tuple(replace(link, kind=LinkKind.FS, lag=0) for link in one.links),
        )
        for one in plan.activities
    )
    resources = tuple(Resource(id=name, capacity=most) for name, most in CAPACITY.items())
    return replace(plan, activities=activities, resources=resources)


def levelled(plan: Plan) -> tuple[Schedule, Schedule]:
    before, _ = schedule(plan, today=MONDAY)
    assert before is not None
    return before, level(before)


@settings(deadline=None, max_examples=40)
@given(shared())
def test_no_day_uses_more_than_there_is_and_no_link_is_broken(plan):
    before, after = levelled(plan)
    network = network_of(plan)
    used: Counter[tuple[str, int]] = Counter()
    dated = after.by_id()
    for number, one in enumerate(plan.activities):
        calendar = network.calendars[network.calendar[number]]
        first, last = (day_number(day) for day in (dated[one.id].start, dated[one.id].last_day))
        worked = [day for day in range(first, last + 1) if calendar.works(day)]
        assert len(worked) == one.days
        for name, need in one.uses:
            used.update({(name, day): need for day in worked})
        for link in one.links:
            assert dated[one.id].start > dated[link.predecessor].last_day
        assert dated[one.id].start >= before.by_id()[one.id].early_start
    assert all(amount <= CAPACITY[name] for (name, _), amount in used.items())


@settings(deadline=None, max_examples=40)
@given(shared())
def test_optimal_is_said_only_where_the_bound_is_reached(plan):
    before, after = levelled(plan)
    reached = after.levelling
    assert reached is not None
    assert reached.bound <= reached.objective
    assert (reached.status == "optimal") == (reached.bound == reached.objective)
    whole = max(one.last_day for one in before.activities) - before.start + timedelta(days=1)
    assert reached.bound >= whole.days


@settings(deadline=None, max_examples=40)
@given(plans(most=12), st.integers(5, 90))
def test_floats_lie_between_early_and_late_dates(plan, room):
    answer, told = schedule(replace(plan, target=MONDAY + timedelta(days=room)), today=MONDAY)
    assert told == ()
    assert answer is not None
    for one in answer.activities:
        assert one.free_float >= 0
        if one.total_float == 0:
            assert (one.early_start, one.early_last_day) == (one.late_start, one.late_last_day)
        if one.total_float > 0:
            assert one.early_last_day <= one.late_last_day
        if one.total_float < 0:
            assert one.late_last_day <= one.early_last_day
            assert answer.late_by_days > 0
