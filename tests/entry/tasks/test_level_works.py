"""Levelling as the job process does it: asked for, watched, stopped, kept, taken over."""

import threading
from datetime import date

import pytest

from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.jobs import job_by_id
from guatu.apps.reports.queries import planned_work, planned_works
from guatu.apps.works import levelling_actions as actions
from guatu.apps.works.levelling_queries import levelling_run
from guatu.apps.works.levelling_values import LevellingWishes, ResourceDraft
from guatu.apps.works.models import Plan
from guatu.entry.tasks import watched_hands, worker
from tests.factories.works import GROUNDS, a_work, site_document

SECONDS = 1


@pytest.fixture
def works(county) -> list[int]:
    """Two works whose structures run at the same time, and one crew for structures."""
    actions.add_resource(
        acting=county.clerk,
        draft=ResourceDraft(
            code="crew", name="主体施工队", kind="CREW", units=1, classes=("structure",)
        ),
    )
    return [a_work(county, "W1"), a_work(county, "W2")]


def asked(county, works, **more):
    wishes = LevellingWishes(weights=dict.fromkeys(works, 1), seconds=SECONDS, **more)
    return actions.ask_levelling(acting=county.clerk, wishes=wishes)


def done(county, run):
    worker.work_off(threading.Event())
    job = job_by_id(county.clerk.scope, run.job_id)
    assert (job.state, job.failure) == ("DONE", "")
    return job, levelling_run(county.clerk.scope, run.pk)


def last_days(county):
    acting = county.clerk
    found = planned_works(acting.scope, at=acting.at, today=acting.today, grounds=GROUNDS)
    return [one.schedule.last_day for one in found]


def test_a_run_spreads_what_is_shared_and_changes_no_plan_by_itself(county, works):
    job, run = done(county, asked(county, works))
    result = run.result
    (crew,) = result["resources"]
    assert (crew["peak_before"], crew["peak_after"]) == (2, 1)
    assert (crew["over_before"], crew["over_after"]) == (20, 0)
    assert result["status"] in {"optimal", "feasible"}
    assert 0 <= result["bound"] <= result["objective"]
    assert result["seconds"] > 0
    assert job.progress["seconds"] >= 0
    assert (result["late_before"], result["late_after"]) == (0, 9)
    (moved,) = (one for one in result["works"] if one["dates"])
    assert moved["starts"] == {"A3": "2024-12-16"}
    (structure,) = (one for one in result["moves"] if one["activity"] == "A3")
    assert structure["reason"]["code"] == "planning.move.resource"
    assert structure["reason"]["arguments"]["resource"] == "crew"
    assert set(Plan.objects.values_list("version", flat=True)) == {1}
    assert list(compare_rows()) == []


def test_a_run_that_is_taken_over_hangs_the_dates_that_it_showed(county, works):
    _, run = done(county, asked(county, works))
    shown = sorted(one["last_after"] for one in run.result["works"])
    actions.take_over(
        acting=county.clerk,
        run_id=run.id,
        expected_version=run.version,
        holidays=GROUNDS.holidays,
    )
    assert sorted(day.isoformat() for day in last_days(county)) == shown
    _, again = done(county, asked(county, works))
    assert again.result["moves"] == []
    actions.take_back(acting=county.clerk, run_id=run.id, expected_version=run.version + 1)
    assert last_days(county) == [date(2024, 12, 20)] * 2


def test_plans_worked_back_begin_earlier_rather_than_ending_late(county, works):
    back = []
    for code in ("W3", "W4"):
        document = site_document(code, target="2024-12-20")
        document.pop("start")
        back.append(a_work(county, code, document=document))
    _, run = done(county, asked(county, back))
    assert run.result["late_after"] == 0
    (moved,) = (one for one in run.result["works"] if one["dates"])
    assert moved["start"] < "2024-11-11"
    actions.take_over(
        acting=county.clerk,
        run_id=run.id,
        expected_version=run.version,
        holidays=GROUNDS.holidays,
    )
    acting = county.clerk
    work = planned_work(
        acting.scope, moved["id"], at=acting.at, today=acting.today, grounds=GROUNDS
    )
    hung = {one.id: one.start.isoformat() for one in work.schedule.activities}
    shown = {name: after[0] for name, (_, after) in moved["dates"].items()}
    assert {name: hung[name] for name in shown} == shown


def test_the_heavier_work_keeps_its_dates(county, works):
    heavy, light = works
    wishes = LevellingWishes(weights={heavy: 1, light: 9}, seconds=SECONDS)
    run = actions.ask_levelling(acting=county.clerk, wishes=wishes)
    _, run = done(county, run)
    late = {one["id"]: one["late_after"] for one in run.result["works"]}
    assert late == {heavy: 9, light: 0}


def test_a_stop_ends_a_run_long_before_its_time_with_the_best_so_far(county, works, monkeypatch):
    wishes = LevellingWishes(weights=dict.fromkeys(works, 1), seconds=300)
    run = actions.ask_levelling(acting=county.clerk, wishes=wishes)
    tell = watched_hands.tell_progress

    def stopped(claimed, progress, *, until):
        actions.stop_levelling(acting=county.clerk, run_id=run.pk)
        return tell(claimed, progress, until=until)

    monkeypatch.setattr(watched_hands, "tell_progress", stopped)
    job, run = done(county, run)
    assert job.stop_asked
    assert run.result["seconds"] < 60
    assert run.result["status"] in {"optimal", "feasible", "unknown"}


def test_what_can_never_be_placed_is_said_and_nothing_moves(county, works):
    document = {
        **Plan.objects.get(work_id=works[0]).document,
        "resources": {"crane": {"capacity": 1}},
    }
    document["activities"][2]["uses"] = {"crane": 3}
    third = a_work(county, "W3", document=document)
    _, run = done(county, asked(county, [*works, third]))
    assert run.result["status"] == "infeasible"
    assert run.result["moves"] == []
    assert run.result["short_of"]["arguments"]["resource"] == "crane"


def test_money_of_a_month_is_shared_by_what_activities_cost(county):
    works = [a_work(county, "W1"), a_work(county, "W2")]
    money = ResourceDraft(code="money", name="专项资金", kind="MONEY", units=600)
    actions.add_resource(acting=county.clerk, draft=money)
    _, run = done(county, asked(county, works))
    (one,) = run.result["resources"]
    assert one["is_money"]
    assert one["peak_before"] == 400_000
    assert one["peak_after"] == 200_000
    assert one["over_after"] == 0
