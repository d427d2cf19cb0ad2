"""The loop of the job process: claim, act for whoever asked, finish; one job at a time."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.core.management import call_command
from django.db import close_old_connections

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.jobs import ClaimedJob, claim_next, fail, finish, release
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units.queries import acting_of
from guatu.domain.kernel.acting import Acting
from guatu.entry.clock import moment
from guatu.entry.tasks.kinds import RUNNERS, WATCHED

LEASE = timedelta(minutes=30)
_PAUSE_SECONDS = 1.0
_DAY = timedelta(days=1)

Runner = Callable[..., Mapping[str, Any]]


def work_on(stopping: threading.Event) -> None:
    """Do jobs as they come, and once a day what is due daily, until told to stop."""
    tidied: datetime | None = None
    while not stopping.is_set():
        close_old_connections()
        if tidied is None or moment() - tidied > _DAY:
            call_command("clearsessions")
            tidied = moment()
        if not do_next():
            stopping.wait(_PAUSE_SECONDS)


def work_off(stopping: threading.Event) -> int:
    """Do the jobs that wait now; return how many."""
    done = 0
    while not stopping.is_set() and do_next():
        done += 1
    return done


def do_next() -> bool:
    """Do one job if one waits; tell whether there was one.

    What a rule refuses fails with the rule's words. A bug goes through and ends the process:
    the job is given back, the parent starts the process again, and after three such attempts
    the job has failed.
    """
    claimed = claim_next(at=moment(), lease=LEASE)
    if claimed is None:
        return False
    ended = False
    try:
        ended = _do(claimed)
    finally:
        if not ended:
            release(claimed)
    return True


def _do(claimed: ClaimedJob) -> bool:
    if claimed.kind not in RUNNERS:
        fail(claimed, failure="jobs.kind_unknown", at=moment())
        return True
    try:
        given: tuple[Any, ...] = (_acting(claimed), claimed.arguments)
        if claimed.kind in WATCHED:
            given = (*given, claimed)
        result = _runner(claimed.kind)(*given)
    except Refused as refused:
        fail(claimed, failure=refused.code, arguments=dict(refused.arguments), at=moment())
    except Absent:
        fail(claimed, failure="jobs.subject_gone", at=moment())
    except StaleVersion:
        fail(claimed, failure="jobs.subject_changed", at=moment())
    else:
        finish(claimed, result=result, at=moment())
    return True


def _runner(kind: str) -> Runner:
    module, _, name = RUNNERS[kind].partition(":")
    runner: Runner = getattr(import_module(module), name)
    return runner


def _acting(claimed: ClaimedJob) -> Acting:
    """Return whoever asked, acting now: rights that ended meanwhile are gone."""
    if claimed.person_id is None:
        raise Refused("jobs.no_right")
    return acting_of(claimed.person_id, post_id=claimed.post_id, at=moment())
