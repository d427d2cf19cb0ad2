"""Project files of other programs: read in every format that can be written here, and written back."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guatu.adapters.plan_files import plan_from_project, read_plan_file
from guatu.adapters.project_files import read_project_file
from guatu.adapters.project_machine import charset_of
from guatu.domain.planning import read_plan
from guatu.domain.planning.project.comparison import compare_dates
from guatu.domain.planning.project.days import iso
from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.values import Dialect, Project
from guatu.entry.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("bridge.xml", "bridge.xer", "bridge.pmxml", "bridge.mpx")
DATES = {
    "Survey": ("2026-06-01T08:00", "2026-06-03T17:00", "2026-06-11T17:00", 2400),
    "Piles": ("2026-06-05T08:00", "2026-06-11T17:00", "2026-06-18T17:00", 2400),
    "Deck": ("2026-06-09T08:00", "2026-06-12T17:00", "2026-06-19T17:00", 2400),
    "Paint": ("2026-06-22T08:00", "2026-06-23T17:00", "2026-06-23T17:00", 0),
    "Opened": ("2026-06-23T17:00", "2026-06-23T17:00", "2026-06-23T17:00", 0),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the fictional bridge in four formats."""
    if shutil.which("java") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI has no Java; .ci/run installs openjdk-17-jre-headless")
        pytest.skip("no Java on this machine")
    made = tmp_path_factory.mktemp("projects")
    command = [sys.executable, "-m", "tests.adapters.project_samples"]
    outs = [str(made / name) for name in FORMATS]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": paths}
    subprocess.run([*command, *outs], check=True, cwd=ROOT, env=environment, timeout=120)
    return made


def dates_of(project: Project) -> dict[str, tuple[str, str, str, float]]:
    names = {task.id: task.name for task in project.tasks if not task.summary}
    answer, told = schedule_project(project)
    assert answer is not None
    assert not told
    return {
        names[one.id]: (
            iso(one.early_start),
            iso(one.early_finish),
            iso(one.late_finish),
            one.total_float / 10,
        )
        for one in answer.tasks
        if one.id in names
    }


@pytest.mark.parametrize("name", FORMATS)
def test_a_project_has_the_same_dates_in_every_format(folder, name):
    project, told = read_project_file(folder / name)
    assert project is not None, told
    p6 = name in {"bridge.xer", "bridge.pmxml"}
    assert project.options.dialect is (Dialect.PRIMAVERA if p6 else Dialect.MICROSOFT)
    assert dates_of(project) == DATES


def test_what_java_prints_does_not_mix_with_the_answer(folder, monkeypatch):
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-verbose:class")
    project, told = read_project_file(folder / "bridge.mpx")
    assert project is not None, told


def test_calendars_of_older_xer_files_are_read_and_not_replaced(folder, tmp_path):
    content = (folder / "bridge.xer").read_bytes()
    head, calendars = content.split(b"%T\tCALENDAR", 1)
    rows, rest = calendars.split(b"%T\t", 1)
    assert b"()(" in rows
    older = rows.replace(b"()(", b"()(\x7f\x7f  ")
    (tmp_path / "older.xer").write_bytes(head + b"%T\tCALENDAR" + older + b"%T\t" + rest)
    project, told = read_project_file(tmp_path / "older.xer")
    assert project is not None, told
    assert dates_of(project) == DATES


def test_a_torn_calendar_is_refused_and_not_replaced(folder, tmp_path):
    content = (folder / "bridge.xer").read_bytes()
    assert b"DaysOfWeek" in content
    (tmp_path / "torn.xer").write_bytes(content.replace(b"DaysOfWeek", b"Days"))
    project, told = read_project_file(tmp_path / "torn.xer")
    assert project is None
    assert [one.code for one in told] == ["project.calendar_unreadable"]


@pytest.mark.parametrize(("name", "out"), [("bridge.xml", "o.xer"), ("bridge.xer", "o.xml")])
def test_what_is_written_back_is_read_with_our_dates_in_it(folder, name, out, tmp_path, capsys):
    written = tmp_path / out
    assert main(["plan", str(folder / name), "-o", str(written)]) == 0
    assert out in capsys.readouterr().out
    project, told = read_project_file(written)
    assert project is not None, told
    answer, _ = schedule_project(project)
    assert answer is not None
    compared = compare_dates(answer)
    assert (compared.tasks, compared.equal_tasks, compared.differences) == (5, 5, ())
    assert dict(compared.compared)["early_start"] == 5


def test_the_comparison_names_each_difference(folder, tmp_path, capsys):
    written = tmp_path / "changed.xml"
    assert main(["plan", str(folder / "bridge.xml"), "-o", str(written)]) == 0
    text = written.read_text(encoding="utf-8")
    assert "<EarlyFinish>2026-06-12T17:00:00</EarlyFinish>" in text
    changed = text.replace(
        "<EarlyFinish>2026-06-12T17:00:00</EarlyFinish>",
        "<EarlyFinish>2026-06-11T12:00:00</EarlyFinish>",
    )
    written.write_text(changed, encoding="utf-8")
    capsys.readouterr()
    assert main(["plan", str(written), "--compare", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["comparison"]
    assert (found["tasks"], found["equal"]) == (5, 4)
    assert found["fields"]["early_finish"] == {"compared": 5, "equal": 4}
    assert found["differences"] == [
        {
            "task": "4",
            "name": "Deck",
            "field": "early_finish",
            "ours": "2026-06-12T17:00",
            "stored": "2026-06-11T12:00",
        }
    ]


def test_a_file_without_stored_dates_cannot_be_compared(folder, capsys):
    assert main(["plan", str(folder / "bridge.xml"), "--compare"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert len(streams.err.splitlines()) == 1


def test_a_project_file_becomes_a_plan_document(folder):
    document, told = read_plan_file(folder / "bridge.mpx")
    assert [one.source for one in told] == ["bridge.mpx"] * len(told)
    plan, faults = read_plan(document, source="bridge.mpx", holidays=None)
    assert plan is not None
    assert not faults
    assert [one.name for one in plan.activities] == list(DATES)
    uploaded, _ = plan_from_project((folder / "bridge.xml").read_bytes(), "桥.xml")
    assert [one["id"] for one in uploaded["activities"]] == ["2", "3", "4", "5", "6"]
    assert uploaded["id"] == "桥"


PLAN = {
    "guatu": 1,
    "id": "P1",
    "name": "河堤",
    "target": "2026-06-30",
    "calendars": {
        "cal": {"week": "1111111"},
        "wd": {"week": "1111100", "off": [["2026-05-01", "2026-05-05"]]},
    },
    "stop_work": [{"from": "2026-06-01T00:00", "to": "2026-06-04T00:00", "classes": ["earthwork"]}],
    "resources": {"crane": {"capacity": 2}},
    "activities": [
        {"id": "I1", "name": "备案", "days": 3, "calendar": "cal"},
        {
            "id": "I2",
            "name": "土方",
            "days": 20,
            "calendar": "wd",
            "class": "earthwork",
            "after": ["I1"],
            "uses": {"crane": 1},
        },
        {
            "id": "I3",
            "name": "砌筑",
            "days": 10,
            "calendar": "wd",
            "after": [{"id": "I2", "type": "SS", "lag": 5}],
            "must_by": "2026-06-20",
        },
        {"id": "I4", "name": "验收", "days": 0, "calendar": "wd", "after": ["I2", "I3"]},
    ],
}


# P6 counts free float to the successor also where a bound leaves less total float.
@pytest.mark.parametrize(("ending", "counted_anew"), [(".xml", set()), (".xer", {"free_float"})])
def test_a_plan_of_days_is_written_with_its_dates(folder, tmp_path, capsys, ending, counted_anew):
    plan, out = tmp_path / "plan.json", tmp_path / f"out{ending}"
    plan.write_text(json.dumps(PLAN), encoding="utf-8")
    arguments = ["plan", str(plan), "--today", "2026-04-01", "-o", str(out)]
    assert main(arguments) == 0
    capsys.readouterr()
    project, told = read_project_file(out)
    assert project is not None, told
    assert [task.name for task in project.tasks if not task.summary] == [
        "备案",
        "土方",
        "砌筑",
        "验收",
    ]
    answer, _ = schedule_project(project)
    assert answer is not None
    assert iso(answer.start) == "2026-05-26T08:00"
    assert {one.field for one in compare_dates(answer).differences} == counted_anew


def test_the_characters_of_a_xer_file_are_recognised():
    assert charset_of("任务 Démolition".encode()) == "utf-8"
    assert charset_of("名称：土方开挖\tA1".encode("gbk")) == "gb18030"
    assert charset_of("Démolition générale".encode("cp1252")) == "windows-1252"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.mpp", b""),
        ("cut.mpp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("other.xml", b"<note>no project</note>"),
        ("torn.xer", b"ERMHDR\t19.12\n%T\tTASK\n%F\n"),
    ],
)
def test_a_garbled_file_is_one_diagnostic(folder, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    project, told = read_project_file(tmp_path / name)
    assert project is None
    assert [one.source for one in told] == [name]


def test_an_output_of_another_kind_is_refused_before_anything_is_read(tmp_path, capsys):
    arguments = ["plan", str(tmp_path / "none.mpp"), "-o", str(tmp_path / "out.mpp")]
    assert main(arguments) == 1
    assert ".mpp" in capsys.readouterr().err


def test_comparing_is_for_project_files(tmp_path, capsys):
    assert main(["plan", str(tmp_path / "plan.json"), "--compare"]) == 1
    assert "plan.json" in capsys.readouterr().err
