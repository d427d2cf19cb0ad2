from dataclasses import replace
from datetime import date

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.models import Entry, Job
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.works import levelling_actions as actions
from guatu.apps.works.levelling_queries import levelling_run, levelling_runs, resources
from guatu.apps.works.levelling_values import LevellingWishes, ResourceDraft
from guatu.apps.works.models import LevellingRun, Plan
from tests.factories.units import make_county
from tests.factories.works import GROUNDS, a_work

pytestmark = pytest.mark.django_db

CREW = ResourceDraft(
    code="crew",
    name="主体施工队",
    kind="CREW",
    units=2,
    changes=((date(2027, 3, 1), 3),),
    classes=("structure",),
)


@pytest.fixture
def county():
    return make_county()


def asked(county, *works, **more):
    wishes = LevellingWishes(weights=dict.fromkeys(works, 1), seconds=5, **more)
    return actions.ask_levelling(acting=county.clerk, wishes=wishes)


def found(work_id, starts=None, days=None, start=None):
    work = {"id": work_id, "plan_version": 1, "start": start}
    work |= {"starts": starts or {}, "days": days or {}}
    return {"status": "feasible", "late_before": 3, "late_after": 1, "works": [work]}


def ended(county, work_id, **moved):
    run = asked(county, work_id)
    return actions.keep_levelling(
        acting=county.clerk, run_id=run.pk, result=found(work_id, **moved)
    )


def row_of(work_id, name):
    document = Plan.objects.get(work_id=work_id).document
    return next(one for one in document["activities"] if one["id"] == name)


def take(county, run, version=None):
    return actions.take_over(
        acting=county.clerk,
        run_id=run.pk,
        expected_version=version or run.version,
        holidays=GROUNDS.holidays,
    )


def test_a_resource_is_kept_changed_and_taken_away_with_an_entry_each(county):
    row = actions.add_resource(acting=county.clerk, draft=CREW)
    (facts,) = resources(county.viewer.scope)
    assert [facts.units_on(date(2027, 2, day)) for day in (1, 28)] == [2, 2]
    assert facts.units_on(date(2027, 3, 1)) == 3
    actions.change_resource(
        acting=county.clerk, resource_id=row.pk, expected_version=1, draft=replace(CREW, units=5)
    )
    assert resources(county.clerk.scope)[0].units == 5
    actions.remove_resource(acting=county.clerk, resource_id=row.pk, expected_version=2)
    assert resources(county.clerk.scope) == ()
    kinds = Entry.objects.filter(kind__startswith="resource.").order_by("number")
    assert [one.kind for one in kinds] == ["resource.added", "resource.changed", "resource.removed"]
    assert list(compare_rows()) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "words_missing"),
        ({"kind": "MAGIC"}, "kind_unknown"),
        ({"units": -1}, "units_off"),
        ({"changes": ((date(2027, 3, 1), 3), (date(2027, 2, 1), 2))}, "days_not_rising"),
        ({"changes": ((date(2027, 3, 1), 3), (date(2027, 3, 1), 2))}, "days_not_rising"),
        ({"changes": ((date(2027, 3, 1), 9_000_000),)}, "units_off"),
    ],
)
def test_a_resource_that_makes_no_sense_is_refused(county, changed, code):
    with pytest.raises(Refused, match=code):
        actions.add_resource(acting=county.clerk, draft=replace(CREW, **changed))
    assert resources(county.clerk.scope) == ()


def test_a_code_is_used_once_in_a_county_and_versions_are_guarded(county):
    other = make_county("149922")
    row = actions.add_resource(acting=county.clerk, draft=CREW)
    actions.add_resource(acting=other.clerk, draft=CREW)
    with pytest.raises(Refused, match="code_taken"):
        actions.add_resource(acting=county.clerk, draft=CREW)
    with pytest.raises(StaleVersion):
        actions.remove_resource(acting=county.clerk, resource_id=row.pk, expected_version=4)
    with pytest.raises(Absent):
        actions.remove_resource(acting=other.clerk, resource_id=row.pk, expected_version=1)


@pytest.mark.parametrize("who", ["liaison", "viewer", "leader", "approver"])
def test_only_the_office_keeps_resources_and_levels(county, who):
    work_id = a_work(county)
    acting = getattr(county, who)
    run = ended(county, work_id, starts={"A3": "2024-12-01"})
    with pytest.raises(Refused, match="clerk_only"):
        actions.add_resource(acting=acting, draft=CREW)
    with pytest.raises(Refused, match="clerk_only"):
        actions.ask_levelling(
            acting=acting, wishes=LevellingWishes(weights={work_id: 1}, seconds=5)
        )
    with pytest.raises(Refused, match="clerk_only"):
        actions.take_over(acting=acting, run_id=run.pk, expected_version=2, holidays=None)
    assert row_of(work_id, "A3").get("not_before") is None


def test_a_run_is_asked_for_as_a_job_and_nobody_else_sees_it(county):
    work_id = a_work(county)
    run = asked(county, work_id, frozen_until=date(2026, 12, 1))
    job = Job.objects.get()
    assert (job.pk, job.kind, job.arguments) == (run.job_id, "works.level", {"run_id": run.pk})
    facts = levelling_run(county.viewer.scope, run.pk)
    assert facts.wishes.frozen_until == date(2026, 12, 1)
    assert facts.status == ""
    assert levelling_runs(county.liaison.scope) == ()
    with pytest.raises(Absent):
        levelling_run(make_county("149922").clerk.scope, run.pk)
    actions.stop_levelling(acting=county.clerk, run_id=run.pk)
    assert Job.objects.get().failure == "jobs.stopped"
    assert list(compare_rows()) == []


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ({"seconds": 0}, "seconds_off"),
        ({"seconds": 301}, "seconds_off"),
        ({"weights": {}}, "no_works"),
        ({"weights": {999: 1}}, "no_works"),
    ],
)
def test_a_run_that_cannot_be_done_is_refused_and_leaves_no_job(county, wishes, code):
    work_id = a_work(county)
    stated = {"weights": {work_id: 1}, "seconds": 5} | wishes
    with pytest.raises(Refused, match=code):
        actions.ask_levelling(acting=county.clerk, wishes=LevellingWishes(**stated))
    with pytest.raises(Refused, match="weight_off"):
        actions.ask_levelling(
            acting=county.clerk, wishes=LevellingWishes(weights={work_id: 0}, seconds=5)
        )
    assert not Job.objects.exists()
    assert not LevellingRun.objects.exists()


def test_a_run_is_taken_over_by_an_entry_a_work_and_taken_back(county):
    work_id, untouched = a_work(county), a_work(county, "W2")
    moved = {"starts": {"A3": "2024-12-01"}, "days": {"A4": 4}, "start": "2024-11-08"}
    run = take(county, ended(county, work_id, **moved))
    assert Plan.objects.get(work_id=work_id).document["start"].startswith("2024-11-08")
    row = row_of(work_id, "A3")
    assert row["not_before"].startswith("2024-12-01")
    assert row_of(work_id, "A4")["days"] == 4
    assert Entry.objects.filter(kind="plan.levelled").count() == 1
    assert Plan.objects.get(work_id=untouched).version == 1
    assert run.taken == {str(work_id): 2}
    run = actions.take_back(acting=county.clerk, run_id=run.pk, expected_version=run.version)
    assert row_of(work_id, "A3").get("not_before") is None
    assert row_of(work_id, "A4")["days"] == 5
    assert Plan.objects.get(work_id=work_id).document["start"].startswith("2024-11-11")
    assert run.taken == {}
    assert list(compare_rows()) == []


def test_a_run_is_not_taken_over_twice_nor_when_it_moves_nothing(county):
    work_id = a_work(county)
    with pytest.raises(Refused, match="nothing_moves"):
        take(county, ended(county, work_id))
    run = take(county, ended(county, work_id, starts={"A3": "2024-12-01"}))
    with pytest.raises(Refused, match="taken_already"):
        take(county, run)
    with pytest.raises(StaleVersion):
        take(county, run, version=1)


def test_a_plan_that_changed_since_the_run_is_named_and_nothing_is_written(county):
    work_id, other = a_work(county), a_work(county, "W2")
    run = asked(county, work_id, other)
    result = found(work_id, starts={"A3": "2024-12-01"})
    result["works"] += found(other, starts={"A2": "2024-11-20"})["works"]
    run = actions.keep_levelling(acting=county.clerk, run_id=run.pk, result=result)
    Plan.objects.filter(work_id=other).update(version=2)
    with pytest.raises(Refused, match="plan_changed") as refused:
        take(county, run)
    assert dict(refused.value.arguments) == {"name": "W2 样板工程"}
    assert row_of(work_id, "A3").get("not_before") is None


def test_a_plan_that_changed_after_taking_over_is_not_taken_back(county):
    work_id = a_work(county)
    run = take(county, ended(county, work_id, starts={"A3": "2024-12-01"}))
    Plan.objects.filter(work_id=work_id).update(version=3)
    with pytest.raises(Refused, match="plan_changed"):
        actions.take_back(acting=county.clerk, run_id=run.pk, expected_version=run.version)
    assert row_of(work_id, "A3")["not_before"].startswith("2024-12-01")


def test_what_a_run_found_is_kept_once(county):
    work_id = a_work(county)
    run = ended(county, work_id, starts={"A3": "2024-12-01"})
    again = actions.keep_levelling(acting=county.clerk, run_id=run.pk, result=found(work_id))
    assert again.result == run.result
    assert again.version == run.version
