from datetime import timedelta

import pytest

from guatu.apps.journal.actions import ask_for, ask_to_stop
from guatu.apps.journal.jobs import claim_next, finish, job_by_id, tell_progress
from guatu.apps.journal.refusal import Absent
from tests.factories.acting import MOMENT

LEASE = timedelta(minutes=5)


def _claim(minutes: float = 0):
    return claim_next(at=MOMENT + timedelta(minutes=minutes), lease=LEASE)


def test_progress_when_told_then_is_shown_and_the_job_stays_in_the_worker_s_hands(county):
    job = ask_for(county.clerk, "works.level", {})
    claimed = _claim()
    assert tell_progress(claimed, {"bound": 3}, until=MOMENT + timedelta(hours=1))
    facts = job_by_id(county.clerk.scope, job.pk)
    assert (facts.progress, facts.is_open, facts.stop_asked) == ({"bound": 3}, True, False)
    assert _claim(30) is None


def test_stop_when_asked_of_a_running_job_then_its_worker_hears_of_it_and_may_still_finish(county):
    job = ask_for(county.clerk, "works.level", {})
    claimed = _claim()
    ask_to_stop(county.clerk, job.pk)
    assert not tell_progress(claimed, {"bound": 3}, until=MOMENT + LEASE)
    assert finish(claimed, result={"kept": 1}, at=MOMENT)
    facts = job_by_id(county.clerk.scope, job.pk)
    assert (facts.state, facts.progress, facts.stop_asked) == ("DONE", {"bound": 3}, True)


def test_stop_when_asked_of_a_waiting_job_then_it_never_begins(county):
    job = ask_for(county.clerk, "works.level", {})
    ask_to_stop(county.clerk, job.pk)
    assert _claim() is None
    facts = job_by_id(county.clerk.scope, job.pk)
    assert (facts.state, facts.failure, facts.is_open) == ("FAILED", "jobs.stopped", False)


def test_progress_when_another_worker_has_the_job_then_the_first_is_told_to_end(county):
    job = ask_for(county.clerk, "works.level", {})
    lost = _claim()
    again = _claim(6)
    assert not tell_progress(lost, {"bound": 1}, until=MOMENT + LEASE)
    assert tell_progress(again, {"bound": 2}, until=MOMENT + timedelta(hours=1))
    assert job_by_id(county.clerk.scope, job.pk).progress == {"bound": 2}


def test_stop_when_asked_from_another_county_then_the_job_is_not_there(county, other_county):
    job = ask_for(county.clerk, "works.level", {})
    with pytest.raises(Absent):
        ask_to_stop(other_county.clerk, job.pk)
    assert _claim().id == job.pk
