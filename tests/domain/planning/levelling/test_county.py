"""Works of a county levelled together: shared capacities, deadlines, hung dates, frozen windows, crashes."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.levelling.workloads import Clock, OneHand
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.kernel.interval import day_number
from guatu.domain.kernel.outlook import Verdict
from guatu.domain.planning import (
    Allowance,
    CountyLevelled,
    CountyWork,
    Crash,
    LevelWishes,
    Plan,
    Resource,
    SharedCapacity,
    dates_of,
    level_county,
    schedule,
)
from guatu.domain.planning.levelling.county_laying import LATE_DAY
from guatu.domain.planning.network import network_of

CREW = SharedCapacity(id="crew", units=1)


def work(text: str, name: str, *, target: date | None = None, **stated: Any) -> CountyWork:
    plan = drawn(text, target=target)
    activities = tuple(replace(one, uses=(("crew", 1),)) for one in plan.activities)
    plan = replace(
        plan, id=name, activities=activities, resources=(Resource(id="crew", capacity=1),)
    )
    return of(plan, **stated)


def of(plan: Plan, **stated: Any) -> CountyWork:
    answer, told = schedule(plan, today=day(0))
    assert answer is not None, told
    return CountyWork(schedule=answer, **stated)


def levelled(*works: CountyWork, steps: int = 300, **wishes: Any) -> CountyLevelled:
    return level_county(
        works,
        wishes=LevelWishes(**wishes),
        allowance=Allowance(steps=steps),
        stopwatch=Clock(),
        hands=OneHand(),
    )


def starts(answer: CountyLevelled) -> dict[tuple[str, str], int]:
    return {
        (one.plan.id, two.id): (two.start - day(0)).days
        for one in answer.schedules
        for two in one.activities
    }


def test_two_works_share_one_crew_and_the_one_with_the_tighter_target_goes_first():
    answer = levelled(work("A ###", "P", target=day(9)), work("B ##", "Q", target=day(1)))
    assert starts(answer) == {("P", "A"): 2, ("Q", "B"): 0}
    assert answer.late_by == (0, 0)
    assert answer.levelled.status == "optimal"


def test_the_weight_decides_who_is_late():
    first, second = work("A ###", "P", target=day(2)), work("B ###", "Q", target=day(2), weight=5)
    answer = levelled(first, second)
    assert answer.late_by == (3, 0)
    assert answer.schedules[0].outlook.verdict is Verdict.LATE
    assert levelled(replace(first, weight=9), second).late_by == (0, 3)


def test_a_crew_that_grows_later_is_used_when_it_is_there():
    grows = SharedCapacity(id="crew", units=0, changes=((day(2), 1), (day(4), 2)))
    answer = levelled(work("A ###\nB ##", "P"), capacities=(grows,))
    assert starts(answer) == {("P", "A"): 2, ("P", "B"): 4}


def test_what_hangs_stays_where_nothing_forbids_it():
    first = work("A ###\nB ## after A", "P")
    hung = {"A": (day(1), day(3)), "B": (day(6), day(7))}
    answer = levelled(replace(first, hung=hung))
    assert starts(answer) == {("P", "A"): 1, ("P", "B"): 6}
    assert answer.moves == ()
    assert answer.levelled.status == "optimal"


def test_replanning_changes_the_fewest_hung_dates_and_names_what_pushes_them():
    first = {"A": (day(0), day(2)), "B": (day(3), day(4))}
    second = {"C": (day(5), day(6))}
    longer = work("A #####\nB ## after A", "P", hung=first)
    answer = levelled(longer, work("C ##", "Q", hung=second))
    (moved,) = answer.moves
    assert (moved.plan, moved.activity, moved.after) == ("P", "B", day(7))
    assert moved.reason.code == "planning.move.resource"
    assert dict(moved.reason.arguments) == {"resource": "crew", "plan": "Q", "activity": "C"}


def test_a_move_behind_its_predecessor_names_it():
    first = {"A": (day(0), day(2)), "B": (day(3), day(4))}
    (moved,) = levelled(work("A #####\nB ## after A", "P", hung=first)).moves
    assert (moved.after, moved.reason.code) == (day(5), "planning.move.link")


def test_hung_dates_move_forward_where_a_deadline_needs_it():
    late = work("A ##", "P", target=day(3), hung={"A": (day(5), day(6))})
    answer = levelled(late)
    assert answer.late_by == (0,)
    assert [one.reason.code for one in answer.moves] == ["planning.move.earlier"]


def test_a_frozen_window_keeps_its_dates_and_lets_nothing_else_in():
    hung = {"A": (day(1), day(3)), "B": (day(5), day(6))}
    one = work("A ###\nB ##", "P", target=day(2), hung=hung)
    answer = levelled(one, frozen_until=day(4))
    found = starts(answer)
    assert found["P", "A"] == 1
    assert found["P", "B"] >= 4


def test_a_crash_is_bought_where_it_saves_lateness_and_not_otherwise():
    plan = work("A ######", "P", target=day(3)).schedule.plan
    offer = replace(plan.activities[0], crash=Crash(days=3, cost=90_000))
    crashed = replace(plan, activities=(offer,))
    answer = levelled(of(crashed), with_crashes=True)
    assert answer.late_by == (0,)
    assert answer.crashed == {("P", "A"): 2}
    relaxed = levelled(of(replace(crashed, target=day(9))), with_crashes=True)
    assert relaxed.crashed == {}
    assert levelled(of(crashed)).late_by == (2,)


def test_what_can_never_be_placed_is_named():
    answer = levelled(work("A ###", "P"), capacities=(SharedCapacity(id="crew", units=0),))
    assert answer.levelled.status == "infeasible"
    assert answer.short_of is not None
    assert dict(answer.short_of.arguments)["activity"] == "A"


def worked_back(text: str, target: date, name: str = "P") -> CountyWork:
    plan = replace(work(text, name).schedule.plan, start=None, target=target)
    return of(plan)


def test_a_plan_worked_back_begins_earlier_instead_of_ending_late():
    answer = levelled(worked_back("A ###\nB ##\nC # after A", day(20)))
    (one,) = answer.schedules
    assert answer.late_by == (0,)
    assert one.last_day == day(20)
    assert one.start == day(15)
    assert one.levelling is not None
    assert (one.levelling.status, one.levelling.objective) == ("optimal", 6)


def test_a_plan_worked_back_that_should_have_begun_is_late():
    plan = worked_back("A ###\nB ###", day(4)).schedule.plan
    answer, _ = schedule(plan, today=day(1))
    assert answer is not None
    (one,) = levelled(CountyWork(schedule=answer)).schedules
    assert one.start == day(-1)
    assert (one.late_by_days, one.outlook.verdict) == (2, Verdict.LATE)


def test_two_works_worked_back_share_the_crew_before_their_own_targets():
    answer = levelled(worked_back("A ###", day(20)), worked_back("B ##", day(20), "Q"))
    assert answer.late_by == (0, 0)
    spans = sorted((one.start, one.last_day) for one in answer.schedules)
    assert spans[0][1] < spans[1][0]
    assert spans[1][1] == day(20)


@st.composite
def counties(draw: Any) -> tuple[Plan, ...]:
    found = []
    for name in "PQR"[: draw(st.integers(1, 3))]:
        plan = draw(plans(facts=True, most=5))
        activities = tuple(
            replace(one, uses=(("crew", draw(st.integers(1, 2))),) if draw(st.booleans()) else ())
            for one in plan.activities
        )
        found.append(
            replace(
                plan,
                id=name,
                target=MONDAY + timedelta(days=draw(st.integers(5, 40))),
                activities=activities,
                resources=(Resource(id="crew", capacity=2),),
            )
        )
    return tuple(found)


@settings(deadline=None, max_examples=40)
@given(counties())
def test_no_day_of_the_county_uses_more_than_there_is_and_no_date_is_before_its_early_one(county):
    works = []
    for plan in county:
        answer, _ = schedule(plan, today=MONDAY)
        if answer is not None:
            works.append(CountyWork(schedule=answer))
    if not works:
        return
    answer = levelled(*works, steps=40)
    assert answer.levelled.status in {"optimal", "feasible"}
    used: Counter[int] = Counter()
    for one in answer.schedules:
        network = network_of(one.plan)
        for number, (activity, dated) in enumerate(
            zip(one.plan.activities, one.activities, strict=True)
        ):
            assert dated.start >= dated.early_start
            assert dated.last_day >= dated.early_last_day
            if (
                activity.actual_start is None
                and activity.actual_finish is None
                and network.days[number]
            ):
                own = network.calendars[network.calendar[number]]
                worked = [
                    place
                    for place in range(day_number(dated.start), day_number(dated.last_day) + 1)
                    if own.works(place)
                ]
                assert len(worked) == network.days[number]
                for _, units in activity.uses:
                    used.update(dict.fromkeys(worked, units))
    assert max(used.values(), default=0) <= 2


@settings(deadline=None, max_examples=25)
@given(counties())
def test_levelling_what_was_levelled_and_hung_changes_nothing(county):
    answers = [schedule(plan, today=MONDAY)[0] for plan in county]
    works = [CountyWork(schedule=one) for one in answers if one is not None]
    if not works:
        return
    first = levelled(*works, steps=40)
    hung = [
        replace(work, hung=dates_of(one)) for work, one in zip(works, first.schedules, strict=True)
    ]
    again = levelled(*hung, steps=200)
    # Targets and the activities' own deadlines count alike: one may be later for the other.
    assert again.levelled.cost // LATE_DAY <= first.levelled.cost // LATE_DAY
    assert again.levelled.cost <= again.levelled.bound or again.levelled.status == "feasible"
    if again.levelled.status == "optimal":
        assert again.moves == ()
