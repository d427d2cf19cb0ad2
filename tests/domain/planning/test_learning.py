"""Templates that learn: the median of the last ten, pulled to the prior, never below the law."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn

from guatu.adapters.packs import load_shelf
from guatu.adapters.work_templates import load_templates
from guatu.domain.kernel.interval import Window
from guatu.domain.planning import StopWork, Terms, read_plan, template_plan
from guatu.domain.planning.learning import (
    FinishedStep,
    LearnedDuration,
    LearningRules,
    finished_steps,
    learned_document,
    learned_durations,
    learned_template,
    learning_rules,
)
from guatu.domain.planning.permits import permit_rules

ON = date(2025, 1, 2)
BODY = load_templates().choose("work_road", on=ON).body
PERMITS = permit_rules(load_shelf().choose("permits", on=ON))


def seen(kind: str, *days: int) -> list[FinishedStep]:
    return [
        FinishedStep(kind=kind, days=one, finished_on=ON + timedelta(days=at), work=f"W{at}")
        for at, one in enumerate(days)
    ]


def learned(activity: str, steps: list[FinishedStep], **rules: float) -> LearnedDuration:
    stated = LearningRules(**rules) if rules else None  # type: ignore[arg-type]
    found = learned_durations(BODY, steps, permits=PERMITS, rules=stated)
    return next(one for one in found if one.activity == activity)


def test_a_step_that_was_never_finished_keeps_its_prior():
    one = learned("R13", [])
    assert (one.prior, one.days, one.seen, one.median) == (90, 90, 0, None)
    assert learned_document(one)["range"] is None


def test_the_median_pulls_the_prior_the_more_works_there_are():
    assert learned("R13", seen("路基", 120)).days == round((120 + 3 * 90) / 4)
    many = learned("R13", seen("路基", *[120] * 9))
    assert many.days == round((9 * 120 + 3 * 90) / 12)
    assert (many.seen, many.least, many.most) == (9, 120, 120)


def test_one_work_that_stood_still_moves_little_and_shows_in_the_range():
    one = learned("R13", seen("路基", 90, 90, 90, 90, 900))
    assert (one.days, one.most) == (90, 900)


def test_only_the_last_ten_count():
    old = seen("路基", *[300] * 5, *[100] * 10)
    one = learned("R13", old)
    assert (one.seen, one.most) == (10, 100)


def test_a_tender_is_never_learned_below_what_the_law_asks():
    one = learned("R10", seen("tender", *[9] * 10))
    assert (one.days, one.is_held) == (23, True)


@given(st.lists(st.integers(1, 400), max_size=20), st.integers(0, 20))
def test_learned_days_lie_between_prior_and_range(days, weight):
    one = learned("R13", seen("路基", *days), prior_weight=weight)
    values = [one.prior, *([] if one.median is None else [one.median])]
    assert min(values) - 1 <= one.days <= max(values) + 1


def test_finished_steps_count_worked_days_without_stops():
    plan = drawn("A #####  class earth\nB ##  after A\nC ##  cal wd")
    stop = StopWork(
        window=Window(start=datetime(2025, 1, 8), end=datetime(2025, 1, 10)),  # noqa: DTZ001 county time
        classes=frozenset({"earth"}),
    )
    facts = {"A": (0, 6), "C": (3, 8)}
    rows = tuple(
        replace(
            one,
            name="土方" if one.id == "A" else "",
            terms=Terms(permit="tender") if one.id == "C" else one.terms,
            actual_start=day(facts[one.id][0]) if one.id in facts else None,
            actual_finish=day(facts[one.id][1]) if one.id in facts else None,
        )
        for one in plan.activities
    )
    found = finished_steps([replace(plan, activities=rows, stop_work=(stop,))])
    assert [(one.kind, one.days) for one in found] == [("土方", 5), ("tender", 4)]


def test_a_learned_template_makes_a_plan_that_the_gate_measures_by_it():
    steps = seen("路基", *[120] * 9)
    body = learned_template(BODY, learned_durations(BODY, steps, permits=PERMITS))
    document = template_plan(body, id="W", name="路", target=date(2026, 6, 30))
    plan, told = read_plan(document, source="t", holidays=None)
    assert told == ()
    assert plan is not None
    assert (plan.activity("R13").days, plan.activity("R13").terms.template_days) == (112, 112)
    assert BODY["activities"][12]["days"] == 90


def test_the_pack_states_how_much_is_learned():
    body = load_shelf().choose("planning", on=ON).body
    assert learning_rules(body) == LearningRules(last=10, prior_weight=3)
    assert learning_rules({}) == LearningRules()
