"""``guatu plan FILE.npz``: columns in, columns out, and every unreadable file told."""

import json
import subprocess
import sys

import numpy as np
import pytest

from guatu.adapters.plan_npz import write_columns
from guatu.domain.planning import read_plan, schedule
from guatu.domain.planning.column_export import plan_columns
from guatu.entry.cli.main import main

DOCUMENT = {
    "id": "渠首", "start": "2025-01-06", "target": "2025-02-20",
    "calendars": {"wd": {"week": "1111100"}, "cal": {"week": "1111111"}},
    "stop_work": [{"from": "2025-01-08", "to": "2025-01-11", "classes": ["earth"]}],
    "activities": [
        {"id": "甲", "days": 5, "calendar": "wd", "class": "earth"},
        {"id": "乙", "days": 9, "calendar": "cal", "after": [{"id": "甲", "type": "SS", "lag": 2}]},
        {"id": "丙", "days": 0, "calendar": "wd", "after": ["甲", "乙"]},
    ],
}  # fmt: skip


@pytest.fixture
def columns():
    plan, _ = read_plan(DOCUMENT, source="plan.json", holidays=None)
    return plan, *plan_columns(plan)


def test_the_answer_holds_the_dates_of_the_same_plan_in_json(tmp_path, columns, capsys):
    plan, header, arrays = columns
    write_columns(tmp_path / "big.npz", header, arrays)
    out = tmp_path / "answer.npz"
    assert main(["plan", str(tmp_path / "big.npz"), "-o", str(out), "--today", "2025-01-06", "--json"]) == 0  # fmt: skip
    told = json.loads(capsys.readouterr().out)
    expected, _ = schedule(plan, today=plan.start)
    with np.load(out) as found:
        assert json.loads(str(found["header"])) == told
        assert found["id"].tolist() == ["甲", "乙", "丙"]
        assert found["early_last_day"].tolist() == [one.early_last_day for one in expected.activities]  # fmt: skip
        assert found["late_start"].tolist() == [one.late_start for one in expected.activities]
        assert found["critical"].tolist() == [one.critical for one in expected.activities]
    assert told["verdict"] == expected.outlook.verdict.value
    assert told["activities"] == 3
    assert sorted(one.name for one in tmp_path.iterdir()) == ["answer.npz", "big.npz"]


def test_without_a_place_for_the_answer_nothing_is_worked_out(tmp_path, columns, capsys):
    _, header, arrays = columns
    write_columns(tmp_path / "big.npz", header, arrays)
    assert main(["plan", str(tmp_path / "big.npz")]) == 1
    assert "-o" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--risk", "--level", "--compare"])
def test_what_columns_cannot_do_is_refused_by_name(tmp_path, columns, capsys, option):
    _, header, arrays = columns
    write_columns(tmp_path / "big.npz", header, arrays)
    assert main(["plan", str(tmp_path / "big.npz"), "--json", option]) == 1
    told = capsys.readouterr()
    assert option in told.err
    assert told.out == ""


def test_another_target_may_be_asked_for(tmp_path, columns, capsys):
    _, header, arrays = columns
    write_columns(tmp_path / "big.npz", header, arrays)
    words = ["plan", str(tmp_path / "big.npz"), "--json", "--today", "2025-01-06"]
    assert main([*words, "--target", "2025-01-08"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "impossible"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.npz", None, "none.npz"),
        ("text.npz", b"no archive at all", ".npz"),
        ("broken.npz", b"PK\x03\x04" + bytes(40), ".npz"),
    ],
)
def test_a_file_that_is_no_archive_is_told(tmp_path, capsys, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["plan", str(tmp_path / name), "--json"]) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


def test_arrays_of_objects_are_refused(tmp_path, capsys):
    path = tmp_path / "objects.npz"
    np.savez(path, allow_pickle=True, days=np.asarray([1, None], dtype=object))
    assert main(["plan", str(path), "--json"]) == 1
    assert "allow_pickle" in capsys.readouterr().err


@pytest.mark.parametrize("header", ["{", '{"calendars": {"wd": {"week": "0000000"}}}', "[]"])
def test_a_wrong_header_is_told_like_a_wrong_plan(tmp_path, capsys, header):
    path = tmp_path / "big.npz"
    np.savez(path, header=np.asarray(header), days=np.asarray([1, 2]))
    assert main(["plan", str(path), "--json"]) == 1
    assert "big.npz" in capsys.readouterr().err


def test_a_column_fault_names_the_row_and_leaves_no_answer(tmp_path, columns, capsys):
    _, header, arrays = columns
    arrays["calendar"][1] = 9
    write_columns(tmp_path / "big.npz", header, arrays)
    out = tmp_path / "answer.npz"
    assert main(["plan", str(tmp_path / "big.npz"), "-o", str(out)]) == 1
    assert "calendar[1]" in capsys.readouterr().err
    assert not out.exists()


def test_a_small_plan_loads_no_numpy_numba_solver_or_web(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    probe = (
        "import sys\n"
        "from guatu.entry.cli.main import main\n"
        f"code = main(['plan', {str(path)!r}, '--today', '2025-01-06'])\n"
        "heavy = {'numpy', 'numba', 'ortools', 'django', 'jpype', 'xlsxwriter'}\n"
        "sys.exit(code or (str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
