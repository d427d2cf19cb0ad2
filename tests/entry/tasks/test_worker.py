import ast
import threading
from datetime import timedelta
from importlib import import_module

import pytest

from guatu.apps.journal.actions import StaleVersion, ask_for
from guatu.apps.journal.jobs import job_by_id
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units.actions import end_post
from guatu.entry.tasks import kinds, worker
from tests.architecture.source_tree import source_files


@pytest.fixture
def done(monkeypatch) -> list:
    """Let jobs of the kind ``test.note`` be noted and those of other kinds go wrong."""
    noted: list = []

    def runner(kind: str):
        def run(acting, arguments):
            noted.append((acting, arguments))
            if kind != "test.note":
                raise {
                    "test.refuse": Refused("files.gone", sha256="ab"),
                    "test.absent": Absent("row"),
                    "test.stale": StaleVersion("row"),
                    "test.bug": ZeroDivisionError("bug"),
                }[kind]
            return {"noted": len(noted)}

        return run

    known = {f"test.{one}": "" for one in ("note", "refuse", "absent", "stale", "bug")}
    monkeypatch.setattr(worker, "RUNNERS", known)
    monkeypatch.setattr(worker, "_runner", runner)
    monkeypatch.setattr(worker, "moment", lambda: done_at)
    from tests.factories.acting import MOMENT

    done_at = MOMENT + timedelta(minutes=1)
    return noted


def _state(county, job) -> tuple[str, str]:
    facts = job_by_id(county.clerk.scope, job.pk)
    return facts.state, facts.failure


def test_job_when_done_then_was_done_by_whoever_asked_at_the_worker_s_moment(county, done):
    job = ask_for(county.clerk, "test.note", {"a": 1})
    assert worker.work_off(threading.Event()) == 1
    ((acting, arguments),) = done
    assert (acting.person_id, acting.post_id, arguments) == (
        county.clerk.person_id,
        county.clerk.post_id,
        {"a": 1},
    )
    assert acting.at > county.clerk.at
    assert _state(county, job) == ("DONE", "")


@pytest.mark.parametrize(
    ("kind", "failure"),
    [
        ("test.refuse", "files.gone"),
        ("test.absent", "jobs.subject_gone"),
        ("test.stale", "jobs.subject_changed"),
        ("never.heard", "jobs.kind_unknown"),
    ],
)
def test_job_when_it_cannot_be_done_then_fails_with_its_reason_and_the_next_is_done(
    county, done, kind, failure
):
    job, following = ask_for(county.clerk, kind, {}), ask_for(county.clerk, "test.note", {})
    assert worker.work_off(threading.Event()) == 2
    assert _state(county, job) == ("FAILED", failure)
    assert _state(county, following) == ("DONE", "")


def test_job_when_whoever_asked_lost_the_post_then_is_not_done(county, done):
    job = ask_for(county.clerk, "test.note", {})
    from guatu.apps.units.models import Post

    Post.objects.filter(pk=county.clerk.post_id).update(valid_from="2020-01-01")
    end_post(
        acting=county.administrator,
        post_id=county.clerk.post_id,
        expected_version=1,
        valid_to=county.clerk.today,
    )
    worker.work_off(threading.Event())
    assert _state(county, job) == ("FAILED", "units.no_post_in_force")
    assert done == []


def test_job_when_it_meets_a_bug_then_ends_the_worker_and_fails_after_three_attempts(county, done):
    job = ask_for(county.clerk, "test.bug", {})
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            worker.do_next()
    assert worker.do_next() is False
    assert len(done) == 3
    assert _state(county, job) == ("FAILED", "jobs.worker_died")


def test_worker_when_told_to_stop_then_starts_no_further_job(county, done):
    job = ask_for(county.clerk, "test.note", {})
    stopping = threading.Event()
    stopping.set()
    worker.work_on(stopping)
    assert _state(county, job) == ("WAITING", "")


def test_every_kind_of_job_that_is_asked_for_has_a_runner():
    asked = {
        node.args[1].value
        for file in source_files()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "ask_for"
        and isinstance(node.args[1], ast.Constant)
    }
    assert asked <= set(kinds.RUNNERS)
    for place in kinds.RUNNERS.values():
        module, _, name = place.partition(":")
        assert callable(getattr(import_module(module), name))
