"""Overloaded intervals: accepted by the checker, and never where levelling finds a way."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.nets import MONDAY, plans
from tests.domain.planning.test_certificate import meets, spans

from guatu.domain.planning import Plan, Resource, day_count, schedule, with_target
from guatu.domain.planning.certificate_check import accepts
from guatu.domain.planning.overload import overloaded_interval


def shared(plan: Plan, capacity: int, amounts: list[int]) -> Plan:
    activities = tuple(
        replace(one, uses=(("crew", amount),)) if amount and one.days else one
        for one, amount in zip(plan.activities, amounts, strict=False)
    )
    rest = plan.activities[len(activities) :]
    return replace(
        plan, resources=(Resource(id="crew", capacity=capacity),), activities=activities + rest
    )


def busy(plan: Plan, placed: dict[str, tuple[int, int]]) -> bool:
    """Tell whether the crew is ever needed more than there is of it."""
    load: dict[int, int] = {}
    for one in plan.activities:
        start, end = placed[one.id]
        for at in range(start, end):
            if day_count.works(plan, at, one.calendar, one):
                load[at] = load.get(at, 0) + dict(one.uses).get("crew", 0)
    return any(amount > plan.resources[0].capacity for amount in load.values())


def is_possible(plan: Plan, today: date) -> bool:
    begin = max(today, MONDAY).toordinal()
    choices = []
    for one in plan.activities:
        bounds = (one.must_by, plan.target if one.id in plan.end_ids() else None)
        limits = [d.toordinal() + 1 for d in bounds if d is not None]
        latest = min(limits, default=begin + 25)
        floor = max(begin, one.not_before.toordinal() if one.not_before else begin)
        choices.append([pair for pair in spans(plan, one, floor) if pair[1] <= latest])
    names = [one.id for one in plan.activities]
    placements: Any = (dict(zip(names, one, strict=True)) for one in product(*choices))
    return any(meets(plan, one) and not busy(plan, one) for one in placements)


@settings(max_examples=80, deadline=None)
@given(
    plans(most=4, bounds=False, milestones=False),
    st.integers(0, 2),
    st.lists(st.integers(1, 2), min_size=4, max_size=4),
)
def test_an_overloaded_interval_is_accepted_and_brute_force_agrees(plan, spare, amounts):
    alone, _ = schedule(plan, today=MONDAY)
    assert alone is not None
    target = max(one.early_last_day for one in alone.activities) + timedelta(days=spare)
    plan = shared(with_target(plan, target), 2, amounts)
    proof = overloaded_interval(plan, today=MONDAY)
    if proof is None:
        return
    event("an interval is overloaded")
    assert proof.missing > 0
    assert accepts(plan, proof, MONDAY)
    if len(plan.activities) < 4:
        assert not is_possible(plan, MONDAY)


def test_the_core_is_too_much_alone_and_nothing_of_it_can_be_spared():
    plan = drawn("A ##\nB #####\nC #####\nD #", target=day(7))
    proof = overloaded_interval(shared(plan, 1, [1, 1, 1, 1]), today=MONDAY)
    assert proof is not None
    assert (proof.needed, proof.available) == (13, 8)
    assert proof.core == ("B", "C")


TWO = """
A #####
B #####
"""


def crowded(capacity: int, target: int) -> Plan:
    return shared(drawn(TWO, target=day(target)), capacity, [1, 1])


def test_two_activities_and_one_crew_in_eight_days_miss_two_crew_days():
    proof = overloaded_interval(crowded(1, 7), today=MONDAY)
    assert proof is not None
    assert (proof.needed, proof.available, proof.missing) == (10, 8, 2)
    assert [one.activity for one in proof.forced] == ["A", "B"]
    assert accepts(crowded(1, 7), proof, MONDAY)


def test_the_proof_falls_with_a_second_crew_and_with_two_more_days():
    proof = overloaded_interval(crowded(1, 7), today=MONDAY)
    assert proof is not None
    assert not accepts(crowded(2, 7), proof, MONDAY)
    assert not accepts(crowded(1, 9), proof, MONDAY)
    assert overloaded_interval(crowded(2, 7), today=MONDAY) is None
    assert overloaded_interval(crowded(1, 9), today=MONDAY) is None


def test_days_on_which_none_of_the_work_runs_do_not_count_as_available():
    plan = shared(drawn("A ####  cal wd\nB ####  cal wd", target=day(8)), 1, [1, 1])
    proof = overloaded_interval(plan, today=MONDAY)
    assert proof is not None
    assert (proof.needed, proof.available) == (8, 7)
    assert accepts(plan, proof, MONDAY)
