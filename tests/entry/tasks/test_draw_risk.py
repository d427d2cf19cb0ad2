import threading

import pytest

from guatu.apps.journal.jobs import job_by_id
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.reports.risk_grounds import observed_factors, risk_grounds
from guatu.apps.works.risk_actions import ask_risk
from guatu.domain.planning.plan_reading import read_plan
from guatu.entry.tasks import draw_risk, worker
from tests.factories.units import make_county
from tests.factories.works import GROUNDS, a_work, site_document


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch):
    monkeypatch.setattr(draw_risk, "DRAWS", 200)


def finished(plan_id, *worked):
    """A plan whose first steps are finished and took so many days each, one after the other."""
    document = site_document(
        plan_id, start="2026-07-01", target="2027-03-01", data_date="2026-11-04"
    )
    day = 1
    for row, days in zip(document["activities"], worked, strict=False):
        row["actual_start"] = f"2026-07-{day:02d}"
        row["actual_finish"] = f"2026-07-{day + days - 1:02d}"
        row["percent"] = 100
        day += days
    return document


def test_the_risk_of_a_work_is_drawn_from_what_the_county_really_took(county):
    late = finished("W1", 10, 15)
    on_time = finished("W2", 5, 10)
    work_id = a_work(county, "W1", document=late)
    a_work(county, "W2", document=on_time)
    job_id = ask_risk(acting=county.clerk, work_id=work_id)
    assert ask_risk(acting=county.clerk, work_id=work_id) == job_id
    worker.work_off(threading.Event())
    job = job_by_id(county.clerk.scope, job_id)
    assert (job.state, job.failure) == ("DONE", "")
    found = job.result
    assert (found["draws"], found["finished"], found["has_history"]) == (200, 4, False)
    (end,) = found["ends"]
    assert 0 <= end["chance"] <= 1
    assert end["p50"] <= end["p80"]
    assert {one["id"] for one in found["drivers"]} <= {"A3", "A4"}


def test_factors_leave_out_what_is_not_finished():
    plan, _ = read_plan(finished("W1", 10, 15), source="W1", holidays=None)
    assert observed_factors([plan]) == {"permit": [2.0], "earthwork": [1.5]}


def test_a_liaison_draws_the_own_work_and_no_other(county):
    own = a_work(county, "W1")
    other = a_work(county, "W2", lead_id=county.units["12"].pk)
    assert ask_risk(acting=county.liaison, work_id=own)
    with pytest.raises(Absent):
        ask_risk(acting=county.liaison, work_id=other)
    with pytest.raises(Refused):
        ask_risk(acting=county.viewer, work_id=own)
    scope = county.liaison.scope
    shared = {"at": county.liaison.at, "today": county.liaison.today, "grounds": GROUNDS}
    assert risk_grounds(scope, own, **shared) is not None
    assert risk_grounds(scope, other, **shared) is None


def test_the_risk_of_a_county_is_its_own(county):
    work_id = a_work(county, "W1")
    with pytest.raises(Absent):
        ask_risk(acting=make_county("149922").clerk, work_id=work_id)
