"""Certificates against brute force: there is one exactly where nothing meets the deadlines."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.planning import (
    Activity,
    Link,
    LinkKind,
    Plan,
    certificate_check,
    day_count,
    with_target,
)
from guatu.domain.planning.certificate import ChainProof, DeadlineKind, Element, FloorKind
from guatu.domain.planning.certificate_check import accepts
from guatu.domain.planning.conflict import ChainWalk
from guatu.domain.planning.proving import certificate_of

HORIZON = 40


def spans(plan: Plan, one: Activity, at: int) -> list[tuple[int, int]]:
    """List every start and end that an activity can have at or after a place."""
    if one.is_milestone:
        return [(place, place) for place in range(at, at + HORIZON)]
    starts = [d for d in range(at, at + HORIZON) if day_count.works(plan, d, one.calendar, one)]
    return [(d, day_count.moved(plan, d, one.days, one.calendar, one)) for d in starts]


def meets(plan: Plan, placed: dict[str, tuple[int, int]]) -> bool:
    """Tell whether starts and ends keep every link and every deadline."""
    for one in plan.activities:
        start, end = placed[one.id]
        for link in one.links:
            before = placed[link.predecessor]
            edge = before[1] if link.kind in {LinkKind.FS, LinkKind.FF} else before[0]
            edge = day_count.lagged(plan, edge, link, one) if link.lag else edge
            held = end if link.kind in {LinkKind.FF, LinkKind.SF} else start
            if held < edge:
                return False
        early = one.is_milestone and not one.links
        bounds = [one.must_by, plan.target if one.id in plan.end_ids() else None]
        if any(by is not None and end > by.toordinal() + 1 - early for by in bounds):
            return False
    return True


def is_possible(plan: Plan, today: date) -> bool:
    """Try every way to place three activities or fewer; slow, and knows no engine."""
    begin = max(today, plan.start or today).toordinal()
    choices = []
    for one in plan.activities:
        floor = max(begin, one.not_before.toordinal() if one.not_before else begin)
        bounds = (one.must_by, plan.target if one.id in plan.end_ids() else None)
        limits = [d.toordinal() + 1 for d in bounds if d is not None]
        latest = min(limits, default=floor + HORIZON)
        choices.append([pair for pair in spans(plan, one, floor) if pair[1] <= latest])
    names = [one.id for one in plan.activities]
    return any(meets(plan, dict(zip(names, placed, strict=True))) for placed in product(*choices))


@settings(max_examples=80, deadline=None)
@given(plans(most=3), st.integers(0, 24), st.integers(-2, 6))
def test_there_is_a_certificate_exactly_where_brute_force_finds_no_way(plan, target, shift):
    today = MONDAY + timedelta(days=shift)
    plan = with_target(plan, MONDAY + timedelta(days=target))
    proof = certificate_of(plan, today=today)
    assert (proof is None) == is_possible(plan, today)
    if proof is not None:
        assert accepts(plan, proof, today)


@settings(max_examples=80, deadline=None)
@given(plans(facts=True), st.integers(0, 40), st.integers(0, 12))
def test_the_checker_accepts_every_certificate_also_of_begun_work(plan, target, shift):
    today = MONDAY + timedelta(days=shift)
    plan = with_target(plan, MONDAY + timedelta(days=target))
    proof = certificate_of(plan, today=today)
    assume(proof is not None)
    assert proof is not None
    assert accepts(plan, proof, today)


@settings(max_examples=80, deadline=None)
@given(plans(facts=True), st.integers(0, 40), st.integers(0, 12))
def test_the_set_is_minimal_and_the_chain_late_with_it_alone(plan, target, shift):
    plan = with_target(plan, MONDAY + timedelta(days=target))
    proof = certificate_of(plan, today=MONDAY + timedelta(days=shift))
    assume(proof is not None)
    assert proof is not None
    walk = ChainWalk(plan, proof)
    spared = [one for one in walk.elements() if one not in proof.needed]
    assert proof.is_minimal
    assert walk.is_late([])
    assert walk.is_late(spared)
    assert not any(walk.is_late([*spared, one]) for one in proof.needed)


@settings(max_examples=100, deadline=None)
@given(plans(), st.integers(0, 25))
def test_a_certificate_does_not_survive_a_later_deadline(plan, target):
    plan = with_target(plan, MONDAY + timedelta(days=target))
    proof = certificate_of(plan, today=MONDAY)
    assume(proof is not None)
    assert proof is not None
    later = timedelta(days=proof.missing_days)
    cured = replace(
        with_target(plan, plan.target and plan.target + later),
        activities=tuple(
            replace(one, must_by=one.must_by and one.must_by + later) for one in plan.activities
        ),
    )
    assert not accepts(cured, proof, MONDAY)


CHAIN = """
A ####
B ######  after A
C ##      after A
D ###     after B  after C
"""


def test_a_chain_names_its_head_its_links_its_deadline_and_what_is_missing():
    plan = drawn(CHAIN, target=day(9))
    proof = certificate_of(plan, today=day(1))
    assert proof is not None
    assert [one.activity for one in proof.steps] == ["A", "B", "D"]
    assert proof.steps[1].link == Link(predecessor="A")
    assert (proof.floor.kind, proof.floor.day) == (FloorKind.TODAY, day(1).toordinal())
    assert (proof.deadline.kind, proof.deadline.activity) == (DeadlineKind.TARGET, "D")
    assert (proof.missing_days, proof.missing_working_days) == (4, 4)
    assert date.fromordinal(proof.ends_on) == day(13)
    assert proof.needed == tuple(Element(kind="days", name=name) for name in "AB")


def test_a_calendar_stands_in_the_set_only_where_the_days_off_decide():
    plan = drawn("A ######  cal wd", target=day(6))
    proof = certificate_of(plan, today=day(0))
    assert proof is not None
    assert set(proof.needed) == {
        Element(kind="days", name="A"),
        Element(kind="calendar", name="wd"),
    }
    alone = certificate_of(drawn("A ########  cal wd", target=day(6)), today=day(0))
    assert alone is not None
    assert set(alone.needed) == {Element(kind="days", name="A")}


def changed(proof: ChainProof) -> list[ChainProof]:
    floor, deadline = proof.floor, proof.deadline
    return [
        replace(proof, floor=replace(floor, day=floor.day + 3)),
        replace(proof, deadline=replace(deadline, activity="C")),
        replace(proof, steps=proof.steps[1:]),
        replace(proof, steps=proof.steps[:-1]),
        replace(proof, won={"B": 5}),
    ]


def test_a_forged_certificate_is_refused():
    plan = drawn(CHAIN, target=day(9))
    proof = certificate_of(plan, today=day(0))
    assert proof is not None
    assert accepts(plan, proof, day(0))
    assert not any(accepts(plan, one, day(0)) for one in changed(proof))


def test_the_checker_is_short_and_knows_no_engine():
    for module in (certificate_check, day_count):
        text = Path(module.__file__).read_text(encoding="utf-8")
        assert len(text.splitlines()) < 60
        for word in ("engine", "network", "worktime", "passes", "proving"):
            assert f"planning.{word}" not in text
