"""The same tests of journal and units on PostgreSQL, and several writers at once there."""

import os
import re
import subprocess
import sys

import pytest

from tests.apps.postgresql import running_server, server_programs
from tests.entry.cli.conftest import ROOT, WRITER, environment, guatu, start

pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("postgresql")]


@pytest.fixture(scope="module")
def server() -> str:
    programs = server_programs()
    if programs is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is missing; .ci/run installs it")
        pytest.skip("no PostgreSQL server on this machine (apt install postgresql)")
    with running_server(programs) as address:
        yield address


def test_journal_and_units_when_on_postgresql_then_pass_the_same_tests(server):
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("-m", "not postgresql", "tests/apps/journal", "tests/apps/units"),
        ],
        cwd=ROOT,
        env={**environment(), "GUATU_TEST_DATABASE": server},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) > 80


@pytest.fixture(scope="module")
def office(server, tmp_path_factory):
    """Return a data folder and environment whose database is a new one on the server."""
    address = server.rsplit("/", 1)[0] + "/office"
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE office")
    folder = tmp_path_factory.mktemp("office") / "data"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "guatu.entry.cli.prepare", "--data", str(folder)),
            *("--region", "149921", "--county", "岚川县"),
        ],
        env=environment(GUATU_DATABASE=address),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder, address


def test_writers_when_many_at_once_on_postgresql_then_every_entry_is_in_one_chain(office):
    folder, address = office
    writers = [start(WRITER, folder, "40", name, GUATU_DATABASE=address) for name in "abc"]
    meanwhile = guatu("check", "--data", folder, GUATU_DATABASE=address)
    assert (meanwhile.returncode, meanwhile.stderr) == (0, "")
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert (writer.returncode, said) == (0, "")
    done = guatu("check", "--data", folder, GUATU_DATABASE=address)
    assert done.returncode == 0
    assert int(re.search(r"日志 (\d+) 条", done.stdout)[1]) >= 120


CLAIMER = """
import sys
from datetime import timedelta
from pathlib import Path
from guatu.entry.cli.django_door import open_door
open_door(Path(sys.argv[1]))
from guatu.apps.journal.jobs import claim_next, finish
from guatu.apps.journal.actions import ask_for
from guatu.apps.units.access import operator_of
from guatu.entry.clock import moment
if sys.argv[2] == "ask":
    for number in range(60):
        ask_for(operator_of("149921", at=moment()), "test", {"number": number})
else:
    misses = 0
    while misses < 20:
        claimed = claim_next(at=moment(), lease=timedelta(minutes=5))
        misses = misses + 1 if claimed is None else 0
        if claimed is not None:
            print(claimed.arguments["number"])
            finish(claimed, result={}, at=moment())
"""


def test_jobs_when_claimed_by_many_workers_then_each_is_done_once(office):
    folder, address = office
    asked = start(CLAIMER, folder, "ask", GUATU_DATABASE=address)
    assert asked.communicate(timeout=60)[1] == ""
    workers = [start(CLAIMER, folder, "claim", GUATU_DATABASE=address) for _ in range(3)]
    numbers: list[int] = []
    for worker in workers:
        said, faults = worker.communicate(timeout=120)
        assert faults == ""
        numbers += [int(line) for line in said.split()]
    assert sorted(numbers) == list(range(60))


def test_export_when_taken_from_postgresql_then_is_clean_on_sqlite(office, tmp_path):
    folder, address = office
    made = guatu("export", "--data", folder, "-o", tmp_path / "all.zip", GUATU_DATABASE=address)
    assert made.returncode == 0, made.stderr
    taken = guatu("import", tmp_path / "all.zip", "--data", tmp_path / "desk")
    assert taken.returncode == 0, taken.stderr
    assert guatu("check", "--data", tmp_path / "desk").returncode == 0


def test_backup_when_the_database_is_on_a_server_then_says_what_to_use(office, tmp_path):
    folder, address = office
    done = guatu("backup", "--data", folder, "-o", tmp_path / "b.zip", GUATU_DATABASE=address)
    assert done.returncode == 1
    assert "pg_dump" in done.stderr
