import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command: no data folder, no tests' settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GUATU_") and name != "DJANGO_SETTINGS_MODULE"
    }
    return {**kept, "PYTHONPATH": str(ROOT / "src"), **more}


def guatu(*words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Guatu to its end."""
    return subprocess.run(
        [sys.executable, "-m", "guatu.entry.cli.main", *map(str, words)],
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def start(script: str, *words: str | Path, **more: str) -> subprocess.Popen[str]:
    """Start a Python script that uses Guatu."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, words)],
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


# Writes entries without end (or argv[2] of them) and says each number.
WRITER = """
import sys
from pathlib import Path
from guatu.entry.cli.django_door import open_door
open_door(Path(sys.argv[1]))
from guatu.apps.units.access import operator_of
from guatu.apps.units.actions import add_person
from guatu.apps.journal.files import keep_file
from guatu.entry.clock import moment
most = int(sys.argv[2]) if len(sys.argv) > 2 else 10**9
for number in range(most):
    acting = operator_of("149921", at=moment())
    keep_file("a.txt", f"{sys.argv[-1]} {number}".encode())
    add_person(acting=acting, name=f"人{number}")
    print(number, flush=True)
"""


def wait_until(true: Callable[[], bool], *, seconds: float = 30) -> None:
    """Wait for something to come true; fail the test when it does not."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """Return a data folder with one county, made once."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "guatu.entry.cli.prepare", "--data", str(folder)),
            *("--region", "149921", "--county", "岚川县"),
        ],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def data(prepared, tmp_path) -> Path:
    """Return a data folder of the test's own."""
    folder = tmp_path / "data"
    shutil.copytree(prepared, folder)
    return folder
