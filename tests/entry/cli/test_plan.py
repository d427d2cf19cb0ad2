"""``guatu plan`` from the outside: files in, one document or diagnostics out."""

import json
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from guatu.adapters.plan_template import plan_workbook
from guatu.adapters.work_templates import load_templates
from guatu.domain.planning import template_plan
from guatu.entry.cli.main import main


def plant(**changed: Any) -> dict[str, Any]:
    body = load_templates().named("work_industrial_plant")[0].body
    document = template_plan(body, id="W1", name="岚川工业园一期")
    return document | {"target": "2026-06-30"} | changed


def written(folder: Path, document: Any, name: str = "plan.json") -> str:
    path = folder / name
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return str(path)


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["plan", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_plant_is_worked_back_from_its_target(tmp_path, capsys):
    file = written(tmp_path, plant())
    found = answer(capsys, file, "--today", "2025-01-06")
    assert (found["id"], found["verdict"], found["today"]) == ("W1", "on_track", "2025-01-06")
    assert (found["latest_start"], found["start"]) == ("2025-03-17", "2025-03-17")
    assert (found["last_day"], found["span_days"]) == ("2026-06-30", 471)
    dated = {one["id"]: one for one in found["activities"]}
    assert dated["I11"]["late_last_day"] == "2025-08-04"
    assert dated["I2"]["total_float"] == 35
    assert found["critical_path"][:3] == ["I1", "I7", "I9"]
    assert found["diagnostics"] == []
    assert found["levelling"] is None


def test_the_target_of_the_command_line_overrides_the_file(tmp_path, capsys):
    file = written(tmp_path, plant())
    found = answer(capsys, file, "--target", "2026-07-10", "--today", "2025-01-06")
    assert found["latest_start"] == "2025-03-27"


def test_today_defaults_to_the_data_date(tmp_path, capsys):
    file = written(tmp_path, plant(data_date="2025-03-17"))
    assert answer(capsys, file)["today"] == "2025-03-17"


def test_a_late_plan_is_an_answer_and_not_a_fault(tmp_path, capsys):
    file = written(tmp_path, plant())
    found = answer(capsys, file, "--today", "2025-03-27")
    assert (found["verdict"], found["late_by_days"]) == ("impossible", 10)
    assert found["levers"][-1]["kind"] == "target"
    assert "2026-07-10" in found["levers"][-1]["text"]


def test_levelling_says_what_it_reached(tmp_path, capsys):
    file = written(tmp_path, plant())
    found = answer(capsys, file, "--today", "2025-01-06", "--level")
    assert found["levelling"]["status"] == "optimal"
    assert found["levelling"]["objective"] == found["levelling"]["bound"] == 501
    assert found["levelling"]["seconds"] >= 0


def test_the_answer_for_people_shows_chain_and_dates(tmp_path, capsys):
    assert main(["plan", written(tmp_path, plant()), "--today", "2025-01-06"]) == 0
    shown = capsys.readouterr().out
    assert "I1-I7-I9-I10-I11-I13-I14-I15-I17-I20-I24" in shown
    assert "2025-03-17" in shown
    assert "岚川工业园一期" in shown


@pytest.mark.parametrize(
    ("document", "named"),
    [
        (plant(activities=[]), "W1"),
        (plant(ends=["Z9"]), "Z9"),
        (plant(calendars={"cal": {"week": "0000000"}}), "cal"),
        (plant(ends=[], activities=[{"id": "K1", "days": -2}]), "K1"),
        (plant(ends=[], activities=[{"id": "K1", "days": 2, "after": ["K2"]}]), "K2"),
        (plant(ends=[], activities=[{"id": "K1", "days": 2, "after": ["K1"]}]), "K1 → K1"),
    ],
)
def test_a_fault_is_one_line_on_the_error_stream(tmp_path, capsys, document, named):
    assert main(["plan", written(tmp_path, document), "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert len(streams.err.splitlines()) == 1
    assert streams.err.startswith("plan.json:")
    assert named in streams.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.json", b""),
        ("junk.json", bytes(range(256)) * 8),
        ("null.json", b"null"),
        ("cut.json", b'{"id": "P1", "activities": ['),
        ("deep.json", b"[" * 200_000),
        ("number.json", b'{"activities": [{"id": "A", "days": ' + b"9" * 5000 + b"}]}"),
        ("twice.json", b'{"id": "P1", "name": "a", "name": "b", "activities": []}'),
        ("half.json", b'{"id": "P1", "name": "\\ud800", "activities": []}'),
        ("nul.json", b'{"id": "P1", "name": "\\u0000", "activities": []}'),
        ("nan.json", b'{"activities": [{"id": "A", "days": NaN}]}'),
        ("line\n\x1b[31m.json", b"{"),
        ("junk.xlsx", b"no workbook at all"),
        ("plan.mpp", b""),
        ("plan.docx", b""),
    ],
)
def test_what_is_no_plan_is_one_line_and_nothing_else(tmp_path, capsys, name, content):
    (tmp_path / name).write_bytes(content)
    assert main(["plan", str(tmp_path / name), "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert len(streams.err.splitlines()) == 1
    assert name.replace("\n", "\\x0a").replace("\x1b", "\\x1b") in streams.err


def test_a_project_file_asks_for_its_extra_where_it_is_not_installed(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("guatu.adapters.project_files.reads_projects", lambda: False)
    assert main(["plan", str(tmp_path / "plan.xer")]) == 1
    assert "guatu[formats]" in capsys.readouterr().err


def test_a_missing_file_is_told(tmp_path, capsys):
    assert main(["plan", str(tmp_path / "none.json")]) == 1
    assert "none.json" in capsys.readouterr().err


def test_a_wrong_date_is_wrong_usage(tmp_path):
    with pytest.raises(SystemExit) as stopped:
        main(["plan", written(tmp_path, plant()), "--target", "June"])
    assert stopped.value.code == 2


def filled(rows: list[list[Any]], changes: dict[str, Any] | None = None) -> bytes:
    book = openpyxl.load_workbook(BytesIO(plan_workbook()))
    book["计划"]["B4"] = "2026-06-30"
    sheet = book["工序"]
    for number, row in enumerate(rows, start=2):
        for place in range(1, 18):
            sheet.cell(number, place).value = row[place - 1] if place <= len(row) else None
    for cell, value in (changes or {}).items():
        sheet[cell] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


ROWS: list[list[Any]] = [
    [
        "I1",
        "备案",
        1,
        "cal",
        "permit",
        "发改局",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        500,
        "立项用地",
    ],
    ["I2", "土方", 20, "wd", "earthwork", "", "I1"],
    ["I3", "基础", 30, "cal", "", "", "I1 SS+5；I2 FF-2"],
]


def test_a_workbook_made_from_the_template_is_a_plan(tmp_path, capsys):
    (tmp_path / "plan.xlsx").write_bytes(filled(ROWS))
    found = answer(capsys, str(tmp_path / "plan.xlsx"), "--today", "2026-01-05")
    assert [one["id"] for one in found["activities"]] == ["I1", "I2", "I3"]
    assert found["last_day"] == "2026-06-30"


@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        ({"C3": "很久"}, "工序!C3"),
        ({"C3": -4}, "工序!C3"),
        ({"G4": "I9"}, "工序!G4"),
        ({"D3": "night"}, "工序!D3"),
        ({"J3": "soon"}, "工序!J3"),
        ({"H3": "crane"}, "工序!H3"),
        ({"B1": "什么"}, "工序!B1"),
    ],
)
def test_a_fault_in_a_workbook_names_its_cell(tmp_path, capsys, changes, cell):
    (tmp_path / "plan.xlsx").write_bytes(filled(ROWS, changes))
    assert main(["plan", str(tmp_path / "plan.xlsx"), "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert [line.split(":")[1] for line in streams.err.splitlines()] == [cell]


def test_a_workbook_without_its_sheets_is_told(tmp_path, capsys):
    file = BytesIO()
    openpyxl.Workbook().save(file)
    (tmp_path / "plan.xlsx").write_bytes(file.getvalue())
    assert main(["plan", str(tmp_path / "plan.xlsx")]) == 1
    assert "工序" in capsys.readouterr().err


def test_years_beyond_the_known_holidays_are_told(tmp_path, capsys):
    calendars = {"cal": {"week": "1111100", "holidays": "CN"}}
    file = written(tmp_path, plant(calendars=calendars, target="2051-06-30"))
    assert main(["plan", file, "--json", "--today", "2025-01-06"]) == 0
    streams = capsys.readouterr()
    assert len(streams.err.splitlines()) == 1
    told = json.loads(streams.out)["diagnostics"]
    assert [one["code"] for one in told] == ["planning.holidays_unknown"]


def test_a_plan_of_500_activities_is_answered_without_django_and_numpy(tmp_path):
    activities = [
        {"id": f"A{n}", "days": n % 9, "calendar": "wd", "after": [f"A{n // 2}"] if n else []}
        for n in range(500)
    ]
    file = written(
        tmp_path,
        {"id": "P", "target": "2026-06-30", "calendars": {"wd": {"week": "1111100"}}, "activities": activities},
    )  # fmt: skip
    program = (
        "import sys\nfrom guatu.entry.cli.main import main\n"
        f"status = main(['plan', {file!r}, '--json', '--today', '2025-01-06'])\n"
        "heavy = {'django', 'numpy', 'ortools', 'numba', 'xlsxwriter', 'python_calamine'}\n"
        "heavy |= {'guatu.domain.planning.project', 'jpype', 'mpxj'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "sys.exit(status)\n"
    )
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
        best = min(best, time.perf_counter() - begun)
        assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["activities"]) == 500
    assert best < 1.5, "cold start is meant to take 0.3 s on a quiet machine"
