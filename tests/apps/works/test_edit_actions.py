import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Refused
from guatu.apps.reports.editing import edited_work
from guatu.apps.works.edit_actions import edit_plan, undo_plan_change
from guatu.apps.works.models import Plan
from guatu.apps.works.plan_actions import FaultyPlan, freeze_baseline
from guatu.domain.planning.plan_edits import EditVerb, PlanEdit
from tests.factories.places import MORNING
from tests.factories.units import make_county
from tests.factories.works import GROUNDS, a_work

pytestmark = pytest.mark.django_db

LONGER = PlanEdit(verb=EditVerb.SET, activity="A3", field="days", value=25)
CIRCLE = PlanEdit(verb=EditVerb.LINK, activity="A1", other="A4")


@pytest.fixture
def county():
    return make_county(at=MORNING)


def save(county, work_id, *edits, version=1, who="clerk"):
    return edit_plan(
        acting=getattr(county, who),
        work_id=work_id,
        expected_version=version,
        edits=edits,
        holidays=GROUNDS.holidays,
    )


def days_of(work_id, name):
    document = Plan.objects.get(work_id=work_id).document
    return next(one["days"] for one in document["activities"] if one["id"] == name)


def looked_at(county, work_id, *edits, **more):
    acting = county.clerk
    return edited_work(
        acting.scope, work_id, edits, at=acting.at, today=acting.today, grounds=GROUNDS, **more
    )


def test_edits_are_saved_together_as_one_entry(county):
    work_id = a_work(county)
    before = Entry.objects.count()
    shorter = PlanEdit(verb=EditVerb.SET, activity="A2", field="days", value=8)
    row = save(county, work_id, LONGER, shorter)
    assert (row.version, days_of(work_id, "A3"), days_of(work_id, "A2")) == (2, 25, 8)
    assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("number").kind == "plan.edited"
    assert list(compare_rows()) == []


def test_a_plan_that_an_edit_breaks_is_not_kept(county):
    work_id = a_work(county)
    with pytest.raises(FaultyPlan) as faulty:
        save(county, work_id, LONGER, CIRCLE)
    assert faulty.value.diagnostics
    assert days_of(work_id, "A3") == 20


def test_a_stale_page_no_edit_and_a_stranger_change_nothing(county):
    work_id = a_work(county)
    with pytest.raises(StaleVersion):
        save(county, work_id, LONGER, version=7)
    with pytest.raises(Refused, match="no_edit"):
        save(county, work_id)
    with pytest.raises(Refused):
        save(county, work_id, LONGER, who="viewer")
    assert days_of(work_id, "A3") == 20


def test_a_change_is_taken_back_and_given_again(county):
    work_id = a_work(county)
    save(county, work_id, LONGER)
    for version, days in ((2, 20), (3, 25)):
        undo_plan_change(acting=county.clerk, work_id=work_id, expected_version=version)
        assert days_of(work_id, "A3") == days
    assert list(compare_rows()) == []


def test_the_first_plan_has_nothing_to_go_back_to(county):
    work_id = a_work(county)
    with pytest.raises(Refused, match="no_former_plan"):
        undo_plan_change(acting=county.clerk, work_id=work_id, expected_version=1)


def test_edits_show_what_they_would_do_and_write_nothing(county):
    work_id = a_work(county)
    seen = looked_at(county, work_id, LONGER)
    assert (seen.moved_days, days_of(work_id, "A3")) == (5, 20)
    assert seen.shown.schedule.by_id()["A4"].last_day.isoformat() == "2024-12-25"


def test_a_broken_edit_shows_the_kept_plan_and_the_fault(county):
    work_id = a_work(county)
    seen = looked_at(county, work_id, CIRCLE)
    assert seen.after is None
    assert seen.shown is seen.kept
    assert [one.code for one in seen.faults]


def test_moves_are_told_against_a_frozen_baseline_too(county):
    work_id = a_work(county)
    frozen = freeze_baseline(acting=county.clerk, work_id=work_id, expected_version=1)
    save(county, work_id, LONGER)
    assert looked_at(county, work_id).moved_days == 0
    assert looked_at(county, work_id, baseline_id=frozen.pk).moved_days == 5
