import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from guatu.entry.cli.family import Child, Family
from guatu.entry.cli.outlet import Outlet
from tests.entry.cli.conftest import environment, guatu, wait_until

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Running:
    """A running ``guatu up`` with what it said so far."""

    def __init__(self, *words: str | Path) -> None:
        self.port = _free_port()
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "guatu.entry.cli.main", "up"),
                *("--port", str(self.port), *map(str, words)),
            ],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line)

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def await_address(self) -> None:
        wait_until(
            lambda: f":{self.port}/" in self.said or self.process.poll() is not None,
            seconds=90,
        )
        assert self.process.poll() is None, self.process.stderr.read()

    def children(self) -> dict[str, int]:
        """Return the process ids of the children by command."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        return {
            name: int(line.split()[0])
            for line in listed.splitlines()
            for name in ("serve", "work")
            if f"guatu.entry.cli.main {name} " in line
        }

    def end(self) -> None:
        """End it, whatever became of it, and close what was listened to."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.listener.join(timeout=20)
        self.process.stdout.close()
        self.process.stderr.close()

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


@contextmanager
def running(*words: str | Path):
    up = Running(*words)
    try:
        up.await_address()
        yield up
    finally:
        up.end()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def _alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process_id}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_up_on_an_empty_folder_makes_it_serves_and_stops_cleanly(tmp_path):
    folder = tmp_path / "new"
    with running("--data", folder) as up:
        addresses = ADDRESS.findall(up.said)
        assert oct(folder.stat().st_mode)[-3:] == "700"
        assert _answers(up.port)
        wait_until(lambda: "/sign-in/link/" in up.said)
        link = next(one for one in ADDRESS.findall(up.said) if "/sign-in/link/" in one)
        with urllib.request.urlopen(link, timeout=10) as answer:
            assert "csrfmiddlewaretoken" in answer.read().decode()
        assert addresses
        children = up.children()
        assert set(children) == {"serve", "work"}
        assert up.stop() == 0
        assert not any(_alive(one) for one in children.values())
    assert guatu("check", "--data", folder).returncode == 0


def test_up_when_a_child_is_killed_then_starts_it_again_and_stops_on_ctrl_c(data):
    with running("--data", data) as up:
        first = up.children()
        os.kill(first["serve"], signal.SIGKILL)
        os.kill(first["work"], signal.SIGKILL)
        wait_until(
            lambda: (
                set(up.children()) == {"serve", "work"}
                and not (set(up.children().values()) & set(first.values()))
            )
        )
        wait_until(lambda: _answers(up.port))
        assert up.stop(signal.SIGINT) == 0
    assert guatu("check", "--data", data).returncode == 0


def test_up_when_the_parent_is_killed_then_the_children_end_too(data):
    with running("--data", data) as up:
        children = up.children()
        up.process.kill()
        up.process.wait()
        wait_until(lambda: not any(_alive(one) for one in children.values()))
    assert guatu("check", "--data", data).returncode == 0


def test_up_when_stopped_while_it_prepares_then_ends_cleanly_and_can_start_again(tmp_path):
    folder = tmp_path / "new"
    up = Running("--data", folder)
    try:
        wait_until((folder / "files").exists)
        assert up.stop() == 0
    finally:
        up.end()
        assert up.process.returncode == 0
    listed = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True)
    assert str(folder) not in listed.stdout
    with running("--data", folder) as again:
        assert again.stop() == 0


def test_up_when_the_port_is_taken_then_says_which_and_exits_1(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = guatu("up", "--data", tmp_path / "new", "--port", port)
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_up_when_the_host_is_not_ours_then_says_so(tmp_path, host):
    done = guatu("up", "--data", tmp_path / "new", "--host", host, "--port", str(_free_port()))
    assert done.returncode == 1
    assert "--host" in done.stderr
    assert "Traceback" not in done.stderr


def test_up_when_the_folder_cannot_be_made_then_says_so(tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = guatu("up", "--data", tmp_path / "file" / "data", "--port", str(_free_port()))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_up_when_the_data_are_older_then_backs_up_before_it_upgrades(data, tmp_path):
    # As an older program left them: without the last table, which its migration adds again.
    with closing(sqlite3.connect(data / "guatu.sqlite3")) as connection:
        connection.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        connection.execute("DROP TABLE django_session")
        connection.commit()
    assert guatu("check", "--data", data).returncode == 1
    with running("--data", data) as up:
        assert up.stop() == 0
    (backup,) = (data / "backups").iterdir()
    assert backup.name in up.said
    restored = guatu("restore", backup, "--data", tmp_path / "old")
    assert restored.returncode == 0, restored.stderr
    assert guatu("check", "--data", data).returncode == 0


def test_prepare_when_there_are_people_then_the_sample_is_not_added(data):
    done = subprocess.run(
        [
            *(sys.executable, "-m", "guatu.entry.cli.prepare"),
            *("--data", str(data), "--sample"),
        ],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["skipped"] == str(data)


def test_parent_when_it_loads_then_loads_no_django():
    probe = "import guatu.entry.cli.up, sys; sys.exit('django' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", probe], env=environment(), check=False).returncode
        == 0
    )


def test_family_when_a_child_never_starts_then_gives_up_and_stops_the_others(monkeypatch, capsys):
    monkeypatch.setattr("guatu.entry.cli.family._MOST_FALSE_STARTS", 2)
    healthy = Child(name="web", command=[sys.executable, "-c", "import time; time.sleep(60)"])
    broken = Child(name="jobs", command=[sys.executable, "-c", "raise SystemExit(3)"])
    family = Family(children=(healthy, broken), out=Outlet(language="en"))
    family.start()
    started = time.monotonic()
    assert family.watch() == 1
    assert time.monotonic() - started < 20
    assert not healthy.runs
    told = capsys.readouterr().err
    assert "jobs process ended unexpectedly (status 3)" in told
    assert "failed to start 2 times in a row" in told
