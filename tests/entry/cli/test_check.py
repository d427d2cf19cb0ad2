import json
import re
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from tests.entry.cli.conftest import WRITER, guatu, start


def _sql(data, *statements: str) -> None:
    with closing(sqlite3.connect(data / "guatu.sqlite3")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _head(data) -> str:
    with closing(sqlite3.connect(data / "guatu.sqlite3")) as connection:
        return connection.execute("SELECT hash FROM journal_chainhead").fetchone()[0]


def test_check_when_all_is_sound_then_says_so_and_exits_0(data):
    done = guatu("check", "--data", data, "--head", _head(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert _head(data) in done.stdout


def test_check_when_a_row_was_altered_then_names_row_and_column_and_exits_1(data):
    _sql(data, "UPDATE units_person SET name = '冒名' WHERE id = 1")
    done = guatu("check", "--data", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("units.person:1: ")
    assert "name" in done.stderr
    english = guatu("check", "--data", data, GUATU_LANG="en")
    assert "columns altered: name" in english.stderr


def test_check_when_the_tail_was_cut_then_only_the_printed_head_tells(data):
    printed = _head(data)
    _sql(
        data,
        "DELETE FROM journal_entrysubject WHERE entry_id = (SELECT max(id) FROM journal_entry)",
        "UPDATE journal_chainhead SET number = number - 1,"
        " hash = (SELECT previous_hash FROM journal_entry ORDER BY number DESC LIMIT 1)",
        "DELETE FROM journal_entry WHERE id = (SELECT max(id) FROM journal_entry)",
    )
    assert guatu("check", "--data", data).returncode == 0
    done = guatu("check", "--data", data, "--head", printed)
    assert done.returncode == 1
    assert printed in done.stderr


def test_check_when_a_reference_points_nowhere_then_names_the_table(data):
    _sql(data, "PRAGMA foreign_keys=OFF", "UPDATE units_account SET person_id = 77 WHERE id = 1")
    done = guatu("check", "--data", data)
    assert done.returncode == 1
    assert "units_account" in done.stderr


def test_check_when_the_database_is_damaged_then_says_so_without_a_traceback(data):
    path = data / "guatu.sqlite3"
    content = bytearray(path.read_bytes())
    content[40_000:60_000] = b"\xff" * 20_000
    path.write_bytes(content)
    done = guatu("check", "--data", data)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("database: ")


def test_check_when_a_file_was_altered_then_names_its_hash(data):
    folder = data / "files" / "ab"
    folder.mkdir(parents=True)
    (folder / ("ab" * 32)).write_bytes(b"not that")
    done = guatu("check", "--data", data)
    assert done.returncode == 1
    assert "ab" * 32 in done.stderr


@pytest.mark.parametrize("command", ["check", "link", "backup", "export", "serve", "work"])
def test_command_when_the_folder_holds_no_data_then_says_so_and_makes_nothing(tmp_path, command):
    words = {"link": ["x"], "backup": ["-o", "b.zip"], "export": ["-o", "e.zip"]}
    folder = tmp_path / "none"
    done = guatu(command, *words.get(command, []), "--data", folder)
    assert done.returncode == 1
    assert str(folder) in done.stderr
    assert "Traceback" not in done.stderr
    assert not folder.exists()


@pytest.mark.parametrize("command", ["check", "backup", "up"])
def test_data_when_written_by_a_newer_program_then_are_refused_and_untouched(data, command):
    (data / "guatu.json").write_text(json.dumps({"format": 99, "program": "9.0"}))
    before = (data / "guatu.sqlite3").read_bytes()
    words = {"backup": ["-o", data.parent / "b.zip"], "up": ["--port", "0"]}
    done = guatu(command, "--data", data, *words.get(command, []))
    assert done.returncode == 1
    assert "9.0" in done.stderr
    assert (data / "guatu.sqlite3").read_bytes() == before


def test_data_when_their_tables_are_newer_then_are_refused(data):
    _sql(
        data,
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('units', '0099_from_the_future', '2030-01-01')",
    )
    assert guatu("check", "--data", data).returncode == 1
    done = guatu("up", "--data", data, "--port", "0")
    assert done.returncode == 1


def test_writer_when_killed_in_mid_write_then_check_is_clean(data):
    for delay in (0.2, 0.5, 0.9):
        writer = start(WRITER, data)
        assert writer.stdout.readline().strip() == "0"
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        done = guatu("check", "--data", data)
        assert (done.returncode, done.stderr) == (0, "")
    assert int(re.search(r"日志 (\d+) 条", done.stdout)[1]) > 10


def test_writers_when_many_at_once_then_every_entry_is_in_one_chain(data):
    with closing(sqlite3.connect(data / "guatu.sqlite3")) as connection:
        (before,) = connection.execute("SELECT number FROM journal_chainhead").fetchone()
    writers = [start(WRITER, data, "40", name) for name in ("a", "b", "c")]
    # The proof reads one unmoving state while others write.
    meanwhile = guatu("check", "--data", data)
    assert (meanwhile.returncode, meanwhile.stderr) == (0, "")
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert (writer.returncode, said) == (0, "")
    done = guatu("check", "--data", data)
    assert done.returncode == 0
    assert int(re.search(r"日志 (\d+) 条", done.stdout)[1]) == before + 120
