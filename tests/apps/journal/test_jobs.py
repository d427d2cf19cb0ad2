from datetime import timedelta

import pytest
from django.db import transaction

from guatu.apps.journal.actions import ask_for
from guatu.apps.journal.jobs import claim_next, fail, finish, job_by_id, prolong, release
from guatu.apps.journal.refusal import Absent
from tests.factories.acting import MOMENT

LEASE = timedelta(minutes=5)


def _claim(minutes: float = 0):
    return claim_next(at=MOMENT + timedelta(minutes=minutes), lease=LEASE)


def test_job_when_asked_for_then_is_claimed_once_in_order_and_finished(county):
    first = ask_for(county.clerk, "source.read", {"source_id": 1})
    second = ask_for(county.clerk, "source.read", {"source_id": 2})
    claimed = _claim()
    assert (claimed.id, claimed.arguments) == (first.pk, {"source_id": 1})
    assert (claimed.person_id, claimed.post_id) == (county.clerk.person_id, county.clerk.post_id)
    assert _claim().id == second.pk
    assert _claim() is None
    assert finish(claimed, result={"proposals": 3}, at=MOMENT)
    facts = job_by_id(county.clerk.scope, first.pk)
    assert (facts.state, facts.result) == ("DONE", {"proposals": 3})


def test_job_when_its_transaction_is_undone_then_never_was(county):
    with transaction.atomic():
        ask_for(county.clerk, "source.read", {})
        transaction.set_rollback(True)
    assert _claim() is None


def test_job_when_its_worker_died_then_is_free_after_the_lease_and_the_old_claim_is_lost(county):
    ask_for(county.clerk, "source.read", {})
    lost = _claim()
    assert _claim(4) is None
    again = _claim(6)
    assert (again.id, again.attempt) == (lost.id, 2)
    assert not finish(lost, result={}, at=MOMENT)
    assert not release(lost)
    assert finish(again, result={}, at=MOMENT)


def test_job_when_its_worker_prolongs_then_stays_in_its_hands(county):
    ask_for(county.clerk, "source.read", {})
    claimed = _claim()
    assert prolong(claimed, until=MOMENT + timedelta(hours=1))
    assert _claim(6) is None


def test_job_when_it_killed_three_workers_then_has_failed(county):
    job = ask_for(county.clerk, "source.read", {})
    for minutes in (0, 6, 12):
        assert _claim(minutes) is not None
    assert _claim(18) is None
    assert job_by_id(county.clerk.scope, job.pk).failure == "jobs.worker_died"


def test_job_when_refused_then_keeps_the_reason(county):
    job = ask_for(county.clerk, "source.read", {})
    assert fail(_claim(), failure="files.gone", arguments={"sha256": "ab"}, at=MOMENT)
    facts = job_by_id(county.clerk.scope, job.pk)
    assert (facts.state, facts.failure, facts.result) == ("FAILED", "files.gone", {"sha256": "ab"})


def test_job_when_of_another_county_then_looks_absent(county, other_county):
    job = ask_for(county.clerk, "source.read", {})
    with pytest.raises(Absent):
        job_by_id(other_county.clerk.scope, job.pk)
