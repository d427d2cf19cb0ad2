"""Several deadlines at once, each judged as if it were alone."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.nets import MONDAY, plans

from guatu.adapters.packs import load_messages
from guatu.domain.kernel.outlook import Verdict
from guatu.domain.planning import schedule, with_target
from guatu.domain.planning.certificate import DeadlineKind
from guatu.domain.planning.deadlines import deadline_document, deadline_outlooks, deadlines_of
from guatu.domain.planning.terms import Terms

HALL = """
A ##########
B ##########  after A by 18
C #####       after B
D ##########  after A by 40
"""


def test_a_plan_is_late_for_winter_and_on_track_for_its_opening():
    plan = drawn(HALL, target=day(39))
    roof = replace(plan.activities[1], name="屋面", terms=Terms(deadline_name="入冬"))
    plan = replace(plan, activities=(plan.activities[0], roof, *plan.activities[2:]))
    winter, opening, inside = deadline_outlooks(plan, today=day(0))
    assert (winter.deadline.name, winter.outlook.verdict) == ("入冬", Verdict.IMPOSSIBLE)
    assert (winter.late_by_days, winter.chain, winter.forecast) == (1, ("A", "B"), day(19))
    assert winter.certificate is not None
    assert (opening.deadline.kind, opening.outlook.verdict) == (
        DeadlineKind.TARGET,
        Verdict.ON_TRACK,
    )
    assert (opening.outlook.slack, opening.buffer_days) == (15, 3)
    assert opening.chain == ("A", "B", "C")
    assert (inside.deadline.activities, inside.outlook.slack) == (("D",), 21)
    assert inside.chain == ("A", "D")


@settings(max_examples=100, deadline=None)
@given(plans(), st.integers(5, 40))
def test_the_worst_deadline_is_as_late_as_the_plan(plan, target):
    plan = with_target(plan, day(target))
    answer, _ = schedule(plan, today=MONDAY)
    assert answer is not None
    each = deadline_outlooks(plan, today=MONDAY)
    assert len(each) == len(deadlines_of(plan))
    assert max(one.late_by_days for one in each) == answer.late_by_days
    if not answer.late_by_days:
        assert min(one.outlook.slack for one in each) == answer.outlook.slack


def test_a_deadline_stands_in_the_document_with_its_reason_in_words():
    (one,) = deadline_outlooks(drawn("A ####", target=day(9)), today=day(0))
    document = deadline_document(one, messages=load_messages("zh"))
    assert document["verdict"] == "on_track"
    assert (document["slack"], document["buffer_days"]) == (6, 1)
    assert "余量 6" in document["reason"]


def test_a_plan_without_deadline_has_none():
    assert deadline_outlooks(drawn("A ####"), today=day(0)) == ()
