"""Large plans are computed on columns; the answer is that of the loops, to the last float."""

import sys
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning import schedule
from guatu.domain.planning.columnar import ColumnarEngine
from guatu.domain.planning.compiled.engine import compiled_engine
from guatu.domain.planning.computed import computed
from guatu.domain.planning.engine import engine_for
from guatu.domain.planning.network import network_of
from guatu.domain.planning.passes import plain_engine
from guatu.domain.planning.plan import Activity, Link, LinkKind, Plan
from guatu.domain.planning.scheduled import ScheduledActivities

FREE = settings(deadline=None, max_examples=80)


def shuffled(plan: Plan, order: list[int]) -> Plan:
    return replace(plan, activities=tuple(plan.activities[one] for one in order))


@FREE
@given(
    plans(facts=True, most=14),
    st.none() | st.integers(5, 80),
    st.booleans(),
    st.lists(st.sampled_from([f"A{one}" for one in range(6)]), max_size=2, unique=True),
    st.randoms(use_true_random=False),
)
def test_columns_and_loops_compute_the_same(plan, room, from_start, ends, chance):
    known = {one.id for one in plan.activities}
    plan = replace(
        plan,
        start=MONDAY if from_start else None,
        target=None if room is None else MONDAY + timedelta(days=room),
        ends=tuple(one for one in ends if one in known),
    )
    order = list(range(len(plan.activities)))
    chance.shuffle(order)
    plan = shuffled(plan, order)
    network = network_of(plan)
    start = MONDAY.toordinal() if from_start else None
    by_loops = computed(plan, plain_engine(network), start)
    by_columns = computed(plan, compiled_engine(network), start)
    if isinstance(by_loops, Diagnostic):
        assert by_columns == by_loops
        return
    loops, columns = by_loops.dates, by_columns.dates
    for name in ("ids", "early_start", "early_last", "late_start", "late_last", "total_float", "free_float", "critical"):  # fmt: skip
        assert list(getattr(columns, name)) == list(getattr(loops, name)), name
    assert by_columns.latest_start == by_loops.latest_start
    assert list(by_columns.ceiling) == list(by_loops.ceiling)
    assert list(by_columns.bound) == list(by_loops.bound)


def test_the_activities_of_a_large_plan_are_built_when_they_are_read():
    links = (Link(predecessor="A0"), Link(predecessor="A1", kind=LinkKind.SS, lag=2))
    large = Plan(
        id="P",
        start=MONDAY,
        calendars=(WorkingCalendar(name="cal"),),
        activities=tuple(
            Activity(id=f"A{n}", days=n % 5, calendar="cal", links=links if n > 1 else ())
            for n in range(10_000)
        ),
    )
    small = replace(large, activities=large.activities[:50])
    lazy = schedule(large, today=MONDAY)[0].activities
    eager = schedule(small, today=MONDAY)[0].activities
    assert isinstance(lazy, ScheduledActivities)
    assert isinstance(eager, tuple)
    assert len(lazy) == 10_000
    assert [one.early_start for one in lazy[:50]] == [one.early_start for one in eager]
    assert lazy[-1] == lazy[9_999] == tuple(lazy)[-1]
    assert lazy == tuple(lazy)
    assert lazy != eager
    assert hash(lazy) == hash(tuple(lazy))


def test_large_networks_run_on_numpy_where_numba_is_not_to_be_had(monkeypatch):
    large = Plan(
        id="P",
        start=MONDAY,
        calendars=(WorkingCalendar(name="cal"),),
        activities=tuple(Activity(id=f"A{n}", days=n % 5, calendar="cal") for n in range(10_000)),
    )
    expected, _ = schedule(large, today=MONDAY)
    monkeypatch.setitem(sys.modules, "guatu.domain.planning.compiled.engine", None)
    engine = engine_for(network_of(large))
    assert isinstance(engine, ColumnarEngine)
    assert schedule(large, today=MONDAY)[0] == expected
