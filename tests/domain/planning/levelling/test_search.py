"""The engine against every start tried, its bounds, its independence of luck, and its stops."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.domain.planning.levelling.workloads import Clock, OneHand, best_cost, workloads

from guatu.domain.planning.levelling.bounds import heads_of, lower_bound
from guatu.domain.planning.levelling.search import Allowance, level_workload
from guatu.domain.planning.levelling.workload import (
    Bond,
    Goal,
    Levelled,
    LevelStatus,
    Option,
    Placeable,
    Workload,
    steady,
)
from guatu.domain.planning.network import FF, FS, SF, SS


def levelled(
    workload: Workload, *, seed: int = 1, steps: int = 600, prover: bool = False
) -> Levelled:
    return level_workload(
        workload,
        allowance=Allowance(seed=seed, steps=steps, with_prover=prover),
        stopwatch=Clock(),
        hands=OneHand(),
    )


@settings(deadline=None, max_examples=40)
@given(workloads())
def test_small_work_is_levelled_as_well_as_by_trying_every_start(workload):
    best = best_cost(workload)
    assert best is not None
    answer = levelled(workload, prover=True)
    assert answer.cost == best
    assert answer.bound <= best


@settings(deadline=None, max_examples=12)
@given(workloads(calendars=True, most=4))
def test_calendars_cost_no_quality(workload):
    best = best_cost(workload)
    assert best is not None
    answer = levelled(workload)
    assert answer.cost == best
    assert answer.bound <= best


@settings(deadline=None, max_examples=12)
@given(workloads(calendars=True, kinds=(FS, SS, FF, SF), lags=(0, 1, -1), most=3))
def test_every_kind_of_link_is_kept_and_no_plan_is_better_than_the_best(workload):
    best = best_cost(workload)
    assert best is not None
    answer = levelled(workload)
    assert answer.bound <= best <= answer.cost


@settings(deadline=None, max_examples=15)
@given(workloads(modes=True, most=4))
def test_modes_and_what_is_used_up_are_chosen_as_by_trying_all(workload):
    best = best_cost(workload)
    answer = levelled(workload, prover=True)
    if best is None:
        assert answer.status in {LevelStatus.INFEASIBLE, LevelStatus.UNKNOWN}
    else:
        assert answer.cost == best


@settings(deadline=None, max_examples=40)
@given(workloads(calendars=True, kinds=(FS, SS, FF, SF), lags=(0, 1, -1)))
def test_no_bound_lies_above_a_plan(workload):
    answer = levelled(workload, steps=50)
    assert answer.status in {LevelStatus.FEASIBLE, LevelStatus.OPTIMAL}
    assert lower_bound(workload, heads_of(workload)) <= answer.cost


def crossing(count: int = 14, capacity: int = 3) -> Workload:
    """Two-by-two links and uneven needs, so that no rule of thumb is best."""
    return Workload(
        activities=tuple(
            Placeable(
                options=(Option(days=1 + n * 7 % 5, uses=((0, 1 + n * 5 % 3), (1, n % 2))),), goal=0
            )
            for n in range(count)
        ),
        bonds=tuple(Bond(before=n // 2, after=n) for n in range(3, count)),
        capacities=(steady(capacity), steady(1)),
        goals=(Goal(),),
    )


def test_a_seed_and_a_count_of_steps_give_the_same_plan():
    first, again = (replace(levelled(crossing(), steps=300, prover=True), seconds=0) for _ in "ab")
    assert first == again
    other = levelled(crossing(), seed=2, steps=300)
    assert other.cost == first.cost


def test_the_prover_proves_what_the_search_finds():
    answer = levelled(crossing(), prover=True)
    assert answer.status is LevelStatus.OPTIMAL
    assert answer.bound == answer.cost


def test_the_first_plan_stands_when_time_is_over_at_once():
    heard: list[Levelled] = []
    answer = level_workload(
        crossing(),
        allowance=Allowance(),
        stopwatch=Clock(left=0.0),
        hands=OneHand(),
        told=heard.append,
    )
    assert answer.status in {LevelStatus.FEASIBLE, LevelStatus.OPTIMAL}
    assert [one.cost for one in heard] == [answer.cost]


def test_told_hears_of_falling_costs():
    heard: list[int] = []
    level_workload(
        crossing(24, 4),
        allowance=Allowance(steps=2000, with_prover=False),
        stopwatch=Clock(),
        hands=OneHand(),
        told=lambda one: heard.append(one.cost),
    )
    assert heard == sorted(set(heard), reverse=True)


def test_more_than_there_ever_is_and_overspending_are_infeasible():
    lonely = Placeable(options=(Option(days=1, uses=((0, 2),)),), goal=0)
    short = Workload(activities=(lonely,), capacities=(steady(1),), goals=(Goal(),))
    assert levelled(short).status is LevelStatus.INFEASIBLE
    greedy = Placeable(
        options=(Option(days=1, spends=((0, 2),)), Option(days=2, spends=((0, 2),))), goal=0
    )
    spent = Workload(activities=(greedy, greedy), stocks=(3,), goals=(Goal(),))
    assert levelled(spent, prover=True).status is LevelStatus.INFEASIBLE


def test_links_in_a_circle_with_leads_are_left_to_the_prover():
    one = Placeable(options=(Option(days=2, uses=((0, 1),)),), goal=0)
    bonds = (Bond(before=0, after=1), Bond(before=1, after=0, lag=-6))
    circle = Workload(activities=(one, one), bonds=bonds, capacities=(steady(1),), goals=(Goal(),))
    answer = levelled(circle)
    assert (answer.status, answer.cost) == (LevelStatus.OPTIMAL, 4)
    broken = replace(circle, bonds=(Bond(before=0, after=1), Bond(before=1, after=0)))
    assert levelled(broken).status is LevelStatus.INFEASIBLE


@pytest.mark.parametrize("units", [1, 40_000, 3_000_000_000])
def test_units_of_any_size_are_compared_exactly(units):
    pair = tuple(
        Placeable(options=(Option(days=2, uses=((0, units), (1, units - 1), (2, 1))),), goal=0)
        for _ in range(2)
    )
    tight = Workload(
        activities=pair,
        capacities=(steady(2 * units - 1), steady(5 * units), steady(2)),
        goals=(Goal(),),
    )
    assert levelled(tight).cost == 4
    wide = replace(tight, capacities=(steady(2 * units), steady(5 * units), steady(2)))
    assert levelled(wide).cost == 2
