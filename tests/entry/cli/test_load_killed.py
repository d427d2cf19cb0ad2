"""A load that is killed while it writes leaves nothing behind."""

import shutil
import sqlite3
import subprocess
import sys
import time

from guatu.adapters.ledger_xlsx import ledger_workbook
from tests.entry.cli.conftest import environment, guatu, wait_until
from tests.entry.cli.test_load import COUNT, WITH_CLERK, _python

ROWS = 250


def _is_writing(folder) -> bool:
    """Tell whether another process holds the one right to write."""
    with sqlite3.connect(folder / "guatu.sqlite3", timeout=0) as door:
        door.isolation_level = None
        try:
            door.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        door.execute("ROLLBACK")
    return False


def test_load_when_killed_while_it_writes_then_nothing_is_there_and_check_is_clean(
    prepared, tmp_path
):
    folder, ledger = tmp_path / "data", tmp_path / "ledger.xlsx"
    shutil.copytree(prepared, folder)
    _python(WITH_CLERK, folder)
    rows = [
        {"title": f"完成第 {n} 段清淤", "lead": "云溪镇", "result": "清淤 1 公里"}
        for n in range(ROWS)
    ]
    ledger.write_bytes(ledger_workbook(rows, language="zh"))
    words = ["load", str(ledger), "--data", str(folder), "--as", "苗可欣"]
    for moment in (0.0, 0.4, 0.8):
        load = subprocess.Popen(
            [sys.executable, "-m", "guatu.entry.cli.main", *words],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        wait_until(lambda: _is_writing(folder))
        time.sleep(moment)
        assert load.poll() is None, "the load was over before it could be killed"
        load.kill()
        load.communicate()
        assert _python(COUNT, folder)[:2] == ["0", "0"]
        assert guatu("check", "--data", folder).returncode == 0
    assert guatu(*words).returncode == 0
    assert _python(COUNT, folder)[:2] == ["0", str(ROWS)]
