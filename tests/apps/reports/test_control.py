from datetime import date

import pytest

from guatu.apps.reports.control import work_control
from guatu.apps.reports.queries import planned_work
from guatu.apps.works.plan_actions import ProgressReport, enter_progress, freeze_baseline
from guatu.apps.works.queries import baselines
from tests.factories.places import MORNING
from tests.factories.units import make_county
from tests.factories.works import GROUNDS, a_work, site_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county(at=MORNING)


def controlled(county, work_id):
    acting = county.clerk
    work = planned_work(acting.scope, work_id, at=acting.at, today=acting.today, grounds=GROUNDS)
    frozen = baselines(acting.scope, work_id, holidays=GROUNDS.holidays)
    return work_control(work, frozen, grounds=GROUNDS)


def test_every_deadline_is_judged_alone_and_every_open_permit_has_its_last_day(county):
    document = site_document()
    document["activities"][2]["must_by"] = "2024-12-05"
    document["activities"][0]["permit"] = "construction"
    told = controlled(county, a_work(county, document=document))
    early, target = told.deadlines
    assert (early.deadline.day, early.outlook.verdict.value) == (date(2024, 12, 5), "impossible")
    assert target.outlook.slack > 0
    assert target.chain == ("A1", "A2", "A3", "A4")
    (permit,) = told.open_permits
    assert permit.hand_in_by < date(2024, 11, 15)


def test_the_newest_baseline_is_compared_and_none_where_none_was_frozen(county):
    work_id = a_work(county)
    assert controlled(county, work_id).baseline is None
    freeze_baseline(acting=county.clerk, work_id=work_id, expected_version=1, words="年初")
    report = ProgressReport(
        activity_id="A1", actual_start=date(2024, 11, 11), percent=40, data_date=MORNING.date()
    )
    enter_progress(
        acting=county.clerk, work_id=work_id, expected_version=1, report=report,
        holidays=GROUNDS.holidays,
    )  # fmt: skip
    against = controlled(county, work_id).baseline
    assert against.facts.words == "年初"
    assert against.earned.budget == 40
    assert against.earned.earned == pytest.approx(2.0)
    assert not against.is_priced
    assert against.curves[-1].planned == pytest.approx(40)


def test_an_alert_is_priced_in_days_until_the_plan_is_late(county):
    told = controlled(county, a_work(county))
    moved = {days: cost.moved_days for days, cost in told.alert.costs}
    assert moved[1] <= moved[10]
    assert told.alert.stood is not None
    document = site_document(target="2024-11-20")
    assert controlled(county, a_work(county, "W2", document=document)).alert.stood is None


def test_a_work_without_dates_has_nothing_to_control(county):
    work_id = a_work(county)
    from dataclasses import replace

    acting = county.clerk
    work = planned_work(acting.scope, work_id, at=acting.at, today=acting.today, grounds=GROUNDS)
    assert work_control(replace(work, schedule=None), (), grounds=GROUNDS) is None
