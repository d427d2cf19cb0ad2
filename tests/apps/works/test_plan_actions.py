from datetime import date

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.works.actions import add_work
from guatu.apps.works.models import Baseline, Plan
from guatu.apps.works.plan_actions import (
    FaultyPlan,
    ProgressReport,
    add_planned_work,
    change_plan,
    enter_progress,
    freeze_baseline,
    plan_work,
    withdraw_progress,
)
from guatu.apps.works.queries import baselines, plan_document_of, work_by_id, works
from tests.factories.places import MORNING
from tests.factories.units import make_county
from tests.factories.works import GROUNDS, a_draft, a_work, site_document

pytestmark = pytest.mark.django_db

PERMIT_HELD = ProgressReport(
    activity_id="A1",
    actual_start=date(2024, 11, 11),
    actual_finish=date(2024, 11, 15),
    percent=100,
)


def the_county():
    return make_county(at=MORNING)


def report(county, work_id, version, told, *, who="clerk"):
    return enter_progress(
        acting=getattr(county, who),
        work_id=work_id,
        expected_version=version,
        report=told,
        holidays=GROUNDS.holidays,
    )


def test_a_plan_that_is_kept_reads_the_same_again():
    county = the_county()
    work_id = a_work(county)
    facts = work_by_id(county.clerk.scope, work_id, holidays=GROUNDS.holidays)
    assert [one.id for one in facts.plan.plan.activities] == ["A1", "A2", "A3", "A4"]
    assert facts.plan.plan.activity("A2").cost_yuan == 1_000_000
    assert facts.plan.plan.activity("A4").lane == "acceptance"
    assert plan_document_of(county.clerk.scope, work_id)["target"] == "2024-12-31"


def test_a_work_is_planned_once_and_then_changed():
    county = the_county()
    work_id = a_work(county)
    with pytest.raises(Refused, match=r"works\.planned_already"):
        plan_work(
            acting=county.clerk,
            work_id=work_id,
            document=site_document(),
            holidays=GROUNDS.holidays,
        )
    row = change_plan(
        acting=county.clerk,
        work_id=work_id,
        expected_version=1,
        document=site_document(target="2025-01-31"),
        holidays=GROUNDS.holidays,
    )
    assert (row.version, row.document["target"]) == (2, "2025-01-31")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"activities": []}, "planning.empty"),
        ("not a plan", "planning."),
        (
            {
                "start": "2024-11-11",
                "activities": [
                    {"id": "X", "days": 1, "after": ["Y"]},
                    {"id": "Y", "days": 1, "after": ["X"]},
                ],
            },
            "planning.circle",
        ),
        ({"start": "2024-11-11", "activities": [{"id": "X", "days": -1}]}, "planning."),
        ({"activities": [{"id": "X", "days": 1}]}, "planning.no_anchor"),
    ],
    ids=["empty", "no object", "circle", "negative", "no anchor"],
)
def test_a_faulty_plan_names_its_faults_and_leaves_nothing_behind(document, code):
    county = the_county()
    work = add_work(acting=county.clerk, draft=a_draft(county))
    entries = Entry.objects.count()
    with pytest.raises(FaultyPlan) as refused:
        plan_work(
            acting=county.clerk,
            work_id=work.pk,
            document=document,
            holidays=GROUNDS.holidays,
        )
    assert refused.value.diagnostics
    assert refused.value.diagnostics[0].code.startswith(code)
    assert not Plan.objects.exists()
    assert Entry.objects.count() == entries


def test_the_liaison_of_the_lead_unit_enters_progress_and_the_journal_tells_it():
    county = the_county()
    work_id = a_work(county)
    row = report(county, work_id, 1, PERMIT_HELD, who="liaison")
    assert row.data_date == date(2024, 11, 15)
    entry = Entry.objects.order_by("number").last()
    assert entry.kind == "progress.entered"
    assert "施工许可" in entry.payload
    assert entry.person_id == county.liaison.person_id


def test_the_liaison_of_another_unit_does_not_see_the_work():
    county = the_county()
    work_id = a_work(county, lead_id=county.units["32"].pk)
    with pytest.raises(Absent):
        report(county, work_id, 1, PERMIT_HELD, who="liaison")


@pytest.mark.parametrize("who", ["viewer", "leader", "approver"])
def test_who_neither_leads_nor_keeps_enters_no_progress(who):
    county = the_county()
    work_id = a_work(county)
    with pytest.raises(Refused, match=r"works\.lead_unit_only"):
        report(county, work_id, 1, PERMIT_HELD, who=who)


def test_progress_on_an_older_version_is_stale():
    county = the_county()
    work_id = a_work(county)
    report(county, work_id, 1, PERMIT_HELD)
    with pytest.raises(StaleVersion):
        report(county, work_id, 1, PERMIT_HELD)


def test_a_start_without_the_construction_permit_is_refused():
    county = the_county()
    work_id = a_work(county)
    for activity_id in ("A2", "A3"):
        started = ProgressReport(activity_id=activity_id, actual_start=date(2024, 11, 16))
        with pytest.raises(Refused, match=r"works\.start_without_permit") as refused:
            report(county, work_id, 1, started)
        assert ("permit", "施工许可") in refused.value.arguments


def test_a_start_before_the_day_of_the_permit_is_refused_and_on_it_is_not():
    county = the_county()
    work_id = a_work(county)
    report(county, work_id, 1, PERMIT_HELD)
    early = ProgressReport(activity_id="A2", actual_start=date(2024, 11, 14))
    with pytest.raises(Refused, match=r"works\.start_before_permit"):
        report(county, work_id, 2, early)
    report(county, work_id, 2, ProgressReport(activity_id="A2", actual_start=date(2024, 11, 15)))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"actual_finish": date(2024, 11, 12)}, "works.finish_without_start"),
        (
            {"actual_start": date(2024, 11, 15), "actual_finish": date(2024, 11, 14)},
            "works.finish_before_start",
        ),
        ({"actual_start": date(2024, 11, 21)}, "works.day_to_come"),
        ({"data_date": date(2024, 11, 21)}, "works.day_to_come"),
        ({"percent": 20.0}, "works.percent_without_start"),
        ({"actual_start": date(2024, 11, 12), "percent": 101.0}, "works.percent_off"),
        ({"actual_start": date(2024, 11, 12), "percent": float("nan")}, "works.percent_off"),
        ({"activity_id": "Z9"}, "works.unknown_activity"),
    ],
)
def test_progress_that_cannot_be_is_refused(told, code):
    county = the_county()
    work_id = a_work(county)
    with pytest.raises(Refused, match=code):
        report(county, work_id, 1, ProgressReport(**({"activity_id": "A1"} | told)))


def test_progress_taken_back_leaves_the_plan_as_it_was():
    county = the_county()
    work_id = a_work(county)
    report(county, work_id, 1, PERMIT_HELD)
    row = withdraw_progress(
        acting=county.clerk,
        work_id=work_id,
        expected_version=2,
        activity_id="A1",
        holidays=GROUNDS.holidays,
    )
    assert "actual_start" not in row.document["activities"][0]


def test_a_permit_on_which_a_start_rests_is_not_taken_back():
    county = the_county()
    work_id = a_work(county)
    report(county, work_id, 1, PERMIT_HELD)
    report(county, work_id, 2, ProgressReport(activity_id="A2", actual_start=date(2024, 11, 16)))
    with pytest.raises(Refused, match=r"works\.start_without_permit"):
        withdraw_progress(
            acting=county.clerk,
            work_id=work_id,
            expected_version=3,
            activity_id="A1",
            holidays=GROUNDS.holidays,
        )


def test_a_frozen_baseline_stays_when_the_plan_changes():
    county = the_county()
    work_id = a_work(county)
    freeze_baseline(acting=county.leader, work_id=work_id, expected_version=1, words="年初批复")
    change_plan(
        acting=county.clerk,
        work_id=work_id,
        expected_version=1,
        document=site_document(target="2025-06-30"),
        holidays=GROUNDS.holidays,
    )
    (frozen,) = baselines(county.viewer.scope, work_id, holidays=GROUNDS.holidays)
    assert (frozen.frozen_at, frozen.words) == (date(2024, 11, 20), "年初批复")
    assert frozen.plan.target == date(2024, 12, 31)


def test_a_liaison_freezes_nothing_and_an_unplanned_work_has_nothing_to_freeze():
    county = the_county()
    work_id = a_work(county)
    with pytest.raises(Refused, match=r"works\.office_only"):
        freeze_baseline(acting=county.liaison, work_id=work_id, expected_version=1)
    bare = add_work(acting=county.clerk, draft=a_draft(county, "W2"))
    with pytest.raises(Refused, match=r"works\.no_plan"):
        freeze_baseline(acting=county.clerk, work_id=bare.pk, expected_version=1)
    assert not Baseline.objects.exists()


def test_a_work_with_a_faulty_plan_is_not_added_at_all():
    county = the_county()
    with pytest.raises(FaultyPlan):
        add_planned_work(
            acting=county.clerk,
            draft=a_draft(county),
            document={"activities": []},
            holidays=GROUNDS.holidays,
        )
    assert works(county.clerk.scope, holidays=None) == ()
