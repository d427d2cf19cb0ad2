"""The cheapest purchases, against trying every combination."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.kernel.outlook import LeverKind
from guatu.domain.planning import Crash, Plan, Terms, schedule, with_target
from guatu.domain.planning.engine import engine_for
from guatu.domain.planning.gate_rules import GateRules
from guatu.domain.planning.levers import cheapest, menu_of
from guatu.domain.planning.levers.lateness import Purse
from guatu.domain.planning.levers.weekend import cheapest_mix
from guatu.domain.planning.network import network_of
from guatu.domain.planning.proving import ceilings


def purse_of(plan: Plan) -> Purse:
    network = network_of(plan)
    menus = {}
    for number, one in enumerate(plan.activities):
        menu, _ = menu_of(one, number, network.days[number], GateRules())
        if menu is not None:
            menus[number] = menu
    return Purse(
        engine=engine_for(network),
        begin=MONDAY.toordinal(),
        ceiling=ceilings(plan),
        live=tuple(range(len(network))),
        menus=menus,
    )


@st.composite
def offers(draw: Any) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    if draw(st.booleans()):
        stated["crash"] = Crash(days=draw(st.integers(1, 4)), cost=draw(st.integers(0, 90)))
    crew = Crash(days=draw(st.integers(1, 3)), cost=draw(st.integers(0, 90)))
    stated["terms"] = Terms(
        crew=crew if draw(st.booleans()) else None,
        shift_cost=draw(st.sampled_from([None, 20, 60])),
    )
    return stated


@settings(max_examples=80, deadline=None)
@given(plans(most=4, bounds=False), st.lists(offers(), min_size=4, max_size=4), st.integers(1, 6))
def test_no_combination_is_cheaper_and_what_is_called_proved_is(plan, stated, short):
    activities = tuple(
        replace(one, **more) for one, more in zip(plan.activities, stated, strict=False)
    )
    plan = replace(plan, activities=activities)
    alone, _ = schedule(plan, today=MONDAY)
    assert alone is not None
    plan = with_target(plan, alone.last_day - timedelta(days=short))
    purse = purse_of(plan)
    ranges = [range(len(menu.options)) for menu in purse.menus.values()]
    every = [dict(zip(purse.menus, levels, strict=True)) for levels in product(*ranges)]
    found = cheapest(purse)
    assert purse.late(found.levels) <= found.left
    assert found.cost == purse.cost(found.levels)
    if purse.is_regular():
        best = min((purse.late(levels), purse.cost(levels)) for levels in every)
        goal = min(purse.late(levels) for levels in every)
        price = min(purse.cost(levels) for levels in every if purse.late(levels) == goal)
        assert (found.left, found.cost) == (goal, price) == best
        assert found.is_proved
        event(f"{len(found.levels)} activities bought from")


TWO_CHAINS = """
A ##########
B #####       after A
C #####       after A
D ##########  after B  after C
"""


def crashed(**offers: tuple[int, int]) -> Plan:
    plan = drawn(TWO_CHAINS, target=day(19))
    return replace(
        plan,
        activities=tuple(
            replace(one, crash=Crash(days=offers[one.id][0], cost=offers[one.id][1]))
            if one.id in offers
            else one
            for one in plan.activities
        ),
    )


def test_one_dear_day_on_the_trunk_is_cheaper_than_two_cheap_ones_on_the_branches():
    plan = crashed(A=(2, 3000), B=(5, 4000), C=(5, 4500))
    found = cheapest(purse_of(with_target(plan, day(23))))
    assert found.levels == {0: 1}
    assert (found.cost, found.is_proved) == (1500, True)


def test_work_that_runs_out_gives_a_set_that_cures_and_a_bound_below_it():
    plan = crashed(A=(4, 9000), B=(4, 4000), C=(4, 4500), D=(4, 8100))
    purse = purse_of(with_target(plan, day(18)))
    found = cheapest(purse, work=1)
    assert purse.late(found.levels) == found.left == 0
    assert found.bound <= found.cost
    proved = cheapest(purse)
    assert proved.is_proved
    assert found.bound <= proved.cost <= found.cost


def test_a_menu_mixes_crew_shift_and_crash_and_drops_what_is_dearer_and_longer():
    one = replace(
        crashed(A=(2, 10)).activity("A"),
        terms=Terms(crew=Crash(days=2, cost=30), shift_cost=25),
    )
    menu, refused = menu_of(one, 0, 10, GateRules())
    assert refused == []
    assert menu is not None
    assert [(option.days, option.cost) for option in menu.options] == [
        (10, 0), (9, 5), (8, 10), (5, 25), (4, 30), (3, 35), (2, 65),
    ]  # fmt: skip
    assert [each.kind for each in menu.options[-1].purchases] == [
        LeverKind.RESOURCE,
        LeverKind.SHIFT,
        LeverKind.CRASH,
    ]


@settings(max_examples=60, deadline=None)
@given(plans(most=5, bounds=False), st.lists(offers(), min_size=5, max_size=5), st.integers(1, 6))
def test_days_off_worked_never_make_a_cure_worse_or_dearer_and_the_bound_holds(plan, stated, short):
    rows = tuple(
        replace(one, crash=more.get("crash"), terms=replace(more["terms"], weekend_cost=7))
        for one, more in zip(plan.activities, stated, strict=False)
    )
    plan = replace(plan, activities=rows)
    alone, _ = schedule(plan, today=MONDAY)
    assert alone is not None
    purse = purse_of(with_target(plan, alone.last_day - timedelta(days=short)))
    if not purse.is_regular():
        return
    mix, _ = cheapest_mix(plan, purse, [-1] * len(rows), GateRules())
    base = cheapest(purse)
    assert (mix.bought.left, mix.bought.cost) <= (base.left, base.cost)
    assert mix.purse.late(mix.bought.levels) <= mix.bought.left
    assert mix.bought.bound <= mix.bought.cost
