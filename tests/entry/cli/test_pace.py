"""``guatu pace`` from the outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from guatu.entry.cli.main import main

INVESTMENT: dict[str, Any] = {
    "id": "Q1", "name": "固定资产投资", "unit": "亿元", "target": 120, "by": "2026-12-31",
    "aggregate": "sum", "today": "2026-03-31", "seasonal": None,
    "observed": [["2026-01-01", "2026-02-28", 12.0], ["2026-03-01", "2026-03-31", 9.5]],
}  # fmt: skip


def written(folder: Path, *quantities: dict[str, Any]) -> str:
    path = folder / "quantities.json"
    path.write_text(json.dumps({"quantities": quantities}), encoding="utf-8")
    return str(path)


def test_the_pace_that_investment_still_needs(tmp_path, capsys):
    assert main(["pace", written(tmp_path, INVESTMENT), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["quantities"][0]
    assert found["attained"] == 21.5
    assert found["needed_per_day"] == pytest.approx(98.5 / 275, abs=1e-6)
    assert found["best_past_per_day"] == pytest.approx(9.5 / 31, abs=1e-6)
    assert found["projected"] == pytest.approx(21.5 * 365 / 90, abs=1e-5)
    assert found["slack"] == pytest.approx(found["projected"] - 120, abs=1e-5)
    assert found["verdict"] == "impossible"
    assert found["levers"][0]["kind"] == "target"


def test_the_day_of_the_command_line_overrides_the_file(tmp_path, capsys):
    file = written(tmp_path, INVESTMENT)
    assert main(["pace", file, "--json", "--today", "2026-09-30"]) == 0
    found = json.loads(capsys.readouterr().out)["quantities"][0]
    assert (found["today"], found["days_left"]) == ("2026-09-30", 92)
    assert found["needed_per_day"] == pytest.approx(98.5 / 92, abs=1e-6)


def test_the_answer_for_people_names_the_quantity(tmp_path, capsys):
    assert main(["pace", written(tmp_path, INVESTMENT)]) == 0
    assert "固定资产投资" in capsys.readouterr().out


def test_a_fault_prints_nothing_on_stdout(tmp_path, capsys):
    file = written(tmp_path, INVESTMENT, INVESTMENT | {"id": "Q2", "by": "31.12.2026"})
    assert main(["pace", file, "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert len(streams.err.splitlines()) == 1
    assert "Q2" in streams.err


ROUND: dict[str, Any] = {
    "id": "R1", "name": "河道巡查", "places": ["北河", "南河"], "rounds": 4, "by": "2026-12-31",
    "hands": 1, "visits_per_hand": 1, "today": "2026-12-28", "most_hands": 2,
    "calendar": {"week": "1111100"},
}  # fmt: skip
GROWTH: dict[str, Any] = {
    "id": "G1", "name": "地区生产总值", "target_percent": 6.0, "base_total": 90.0,
    "by": "2024-12-31", "observed": [{"through": "2024-09-30", "base": 63.2, "percent": 5.2}],
}  # fmt: skip


def test_rounds_and_growths_stand_beside_quantities(tmp_path, capsys):
    path = tmp_path / "quantities.json"
    document = {"quantities": [INVESTMENT], "rounds": [ROUND], "growths": [GROWTH]}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert main(["pace", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in found["quantities"]] == ["Q1"]
    (patrol,) = found["rounds"]
    assert (patrol["left"], patrol["possible"], patrol["verdict"]) == (8, 4, "late")
    assert patrol["levers"][0]["kind"] == "resource"
    assert round(found["growths"][0]["needed_percent"], 1) == 7.9
    assert main(["pace", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "河道巡查" in printed
    assert "7.9%" in printed


def test_a_fault_of_a_round_prints_nothing_on_stdout(tmp_path, capsys):
    path = tmp_path / "rounds.json"
    path.write_text(json.dumps({"rounds": [ROUND | {"hands": "two"}]}), encoding="utf-8")
    assert main(["pace", str(path), "--json"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "rounds[0].hands" in streams.err
