"""``guatu plan`` beside the dates: deadlines, permits, proofs, checks, baselines, seasons."""

import json
from pathlib import Path
from typing import Any

import pytest

from guatu.entry.cli.main import main

PLANT: dict[str, Any] = {
    "guatu": 1, "id": "P1", "name": "厂房", "start": "2025-01-06", "target": "2025-03-20",
    "calendars": {"cal": {}, "wd": {"week": "1111100"}},
    "activities": [
        {"id": "A", "name": "许可", "days": 10, "calendar": "wd", "class": "permit",
         "lane": "construction", "unit": "住建局", "permit": "construction_permit"},
        {"id": "B", "name": "基础", "days": 20, "after": ["A"], "class": "earthwork",
         "calendar": "cal", "must_by": "2025-02-01", "deadline_name": "春节前出正负零"},
        {"id": "C", "name": "养护", "days": 14, "after": ["B"], "technical": True,
         "calendar": "cal", "crash": {"days": 5, "cost": 1}},
    ],
}  # fmt: skip


def written(folder: Path, name: str = "plan.json", **changed: Any) -> str:
    path = folder / name
    path.write_text(json.dumps(PLANT | changed), encoding="utf-8")
    return str(path)


def planned(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["plan", *words, "--json", "--today", "2025-01-06"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_every_deadline_and_permit_stands_in_the_document(tmp_path, capsys):
    found = planned(capsys, written(tmp_path))
    winter, target = found["deadlines"]
    assert (winter["name"], winter["verdict"]) == ("春节前出正负零", "impossible")
    assert (winter["late_by_days"], winter["chain"]) == (5, ["A", "B"])
    assert (target["kind"], target["verdict"], target["slack"]) == ("target", "on_track", 20)
    (permit,) = found["permits"]
    assert (permit["hand_in_by"], permit["overdue"]) == ("2024-12-30", True)
    assert (permit["limit_days"], permit["unit"]) == (7, "住建局")
    assert "findings" not in found


def test_an_impossible_plan_carries_its_proof_its_cure_and_what_is_refused(tmp_path, capsys):
    found = planned(capsys, written(tmp_path, target="2025-02-10"))
    proof = found["certificate"]
    assert [one["activity"] for one in proof["steps"]] == ["A", "B", "C"]
    assert proof["missing_days"] == found["late_by_days"]
    assert proof["minimal"] is True
    assert found["cure"]["left_days"] == found["late_by_days"]
    assert {one["rule"] for one in found["refused_levers"]} == {"technical", "start_permit"}
    assert main(["plan", written(tmp_path, target="2025-02-10"), "--today", "2025-01-06"]) == 0
    printed = capsys.readouterr().out
    assert "证明：" in printed
    assert "不可用：" in printed
    assert "春节前出正负零" in printed


def test_a_plan_in_time_has_neither_proof_nor_cure(tmp_path, capsys):
    rows = [one | {"must_by": None} for one in PLANT["activities"]]
    found = planned(capsys, written(tmp_path, activities=rows))
    assert (found["certificate"], found["cure"], found["refused_levers"]) == (None, None, [])
    assert len(found["deadlines"]) == 1


def test_checks_are_printed_when_asked_for_with_their_cure(tmp_path, capsys):
    found = planned(capsys, written(tmp_path), "--check")
    rules = [one["rule"] for one in found["findings"]]
    assert "quality.negative_float" in rules
    assert all(one["cure"] for one in found["findings"])
    assert found["stands"]["days"] is None
    assert "earthwork" in found["stands"]["classes"]
    later = [one | {"must_by": None} for one in PLANT["activities"]]
    stands = planned(capsys, written(tmp_path, activities=later), "--check")["stands"]
    assert stands["days"] == 40


def test_a_baseline_gives_variance_and_earned_value(tmp_path, capsys):
    base = written(tmp_path, "base.json")
    longer = [one | {"days": one["days"] + 3} for one in PLANT["activities"]]
    found = planned(capsys, written(tmp_path, activities=longer), "--baseline", base)
    assert found["variance"]["moved"][0]["activity"] == "C"
    assert found["variance"]["finish_days"] == 11
    assert found["earned"]["bac"] == 44.0
    assert main(["plan", written(tmp_path), "--baseline", base, "--today", "2025-01-06"]) == 0
    assert "与基线相比" in capsys.readouterr().out


def test_a_baseline_that_cannot_be_read_is_told(tmp_path, capsys):
    missing = str(tmp_path / "none.json")
    assert main(["plan", written(tmp_path), "--baseline", missing, "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "none.json" in streams.err


def test_levelling_that_ends_late_names_the_overloaded_days(tmp_path, capsys):
    rows = [{"id": name, "days": 5, "calendar": "cal", "uses": {"crew": 1}} for name in ("A", "B")]
    file = written(
        tmp_path, activities=rows, target="2025-01-13", resources={"crew": {"capacity": 1}}
    )
    found = planned(capsys, file, "--level", "--seconds", "1")
    proof = found["certificate"]
    assert (proof["kind"], proof["resource"], proof["missing"]) == ("overload", "crew", 2)
    assert (proof["from"], proof["last_day"]) == ("2025-01-06", "2025-01-13")


def test_seasons_become_windows_and_unknown_ones_are_told(tmp_path, capsys):
    road = [{"id": "A", "days": 4, "calendar": "cal", "class": "asphalt"}]
    file = written(
        tmp_path, activities=road, start="2025-10-30", target=None, seasons=["winter_asphalt"]
    )
    assert planned(capsys, file)["last_day"] == "2026-04-02"
    bad = written(tmp_path, activities=road, seasons=["harvest"])
    assert main(["plan", bad, "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "harvest" in streams.err


def test_a_workbook_of_a_work_learns_from_finished_plans_and_is_a_plan(tmp_path, capsys):
    done = {
        "id": "W1", "start": "2023-03-01", "calendars": {"cal": {}},
        "activities": [
            {"id": "X", "name": "路基", "days": 90, "actual_start": "2023-03-01",
             "actual_finish": "2023-06-28", "percent": 100},
        ],
    }  # fmt: skip
    finished = tmp_path / "done.json"
    finished.write_text(json.dumps(done), encoding="utf-8")
    book = str(tmp_path / "road.xlsx")
    words = ["--work", "road", "--target", "2027-06-30", "--learn", str(finished)]
    assert main(["template", "plan", "-o", book, *words]) == 0
    assert "路基：90 天 → 98 天（1 个已完工程，120 至 120 天）" in capsys.readouterr().out
    found = planned(capsys, book)
    assert found["last_day"] == "2027-06-30"
    assert found["span_days"] == 588


def test_a_plant_from_a_workbook_keeps_story_13(tmp_path, capsys):
    book = str(tmp_path / "plant.xlsx")
    words = ["--work", "industrial_plant", "--target", "2026-06-30"]
    assert main(["template", "plan", "-o", book, *words]) == 0
    capsys.readouterr()
    found = planned(capsys, book)
    assert (found["latest_start"], found["span_days"]) == ("2025-03-17", 471)
    assert "-".join(found["critical_path"]) == "I1-I7-I9-I10-I11-I13-I14-I15-I17-I20-I24"


def test_an_unknown_work_is_told_with_those_that_are_known(tmp_path, capsys):
    book = tmp_path / "x.xlsx"
    assert main(["template", "plan", "-o", str(book), "--work", "bridge"]) == 1
    assert "road" in capsys.readouterr().err
    assert not book.exists()
