"""Directives and records of the annotated counties: graded, printed, and never allowed to fall."""

import json
import sys
from pathlib import Path

import pytest
from tests.corpus.directive_corpus import figures, grade_clean, grade_damaged
from tests.corpus.harms import NORMAL

from guatu.domain.reading.calibration import expected_calibration_error

RATCHET = Path(__file__).parent / "directive_ratchet.json"
_ROUNDING = 0.0005
# Damaged pages also move with the layout, whose own ratchet is finer.
_LEEWAY = {
    "tuning": 0.003,
    "first": 0.01,
    "last": 0.01,
    "third": 0.01,
    "fourth": 0.01,
    "practice": 0.01,
    "papers": 0.01,
    "fifth": 0.01,
    "scenes": 0.01,
    "meetings": 0.01,
    "sixth": 0.01,
    "seventh": 0.01,
    "eighth": 0.01,
    "gazettes": 0.01,
    "dailies": 0.01,
    "ninth": 0.01,
    "tenth": 0.01,
    "drills": 0.01,
    "tuning, damaged": 0.03,
}


def _graded(name: str):
    if name == "tuning, damaged":
        return grade_damaged("tuning", NORMAL, seeds=(7,), count=21)
    return grade_clean(name)


@pytest.mark.parametrize("name", list(_LEEWAY))
def test_the_counties_when_read_then_no_figure_falls_below_the_ratchet(name: str, capsys):
    floor = json.loads(RATCHET.read_text(encoding="utf-8"))[name]
    total = _graded(name)
    said = figures(total)
    sure = [one.one.confidence for one in total.decisions]
    error = expected_calibration_error(sure, [one.right for one in total.decisions])
    with capsys.disabled():
        rows = "  ".join(f"{key} {value}" for key, value in said.items())
        sys.stdout.write(f"\n{name}: {rows}  calibration {error:.3f} of {len(sure)}\n")
    assert set(floor) == set(said)
    fallen = {
        key: (value, floor[key])
        for key, value in said.items()
        if key != "invented" and value < floor[key] - _LEEWAY[name] - _ROUNDING
    }
    assert fallen == {}
    assert said["invented"] <= floor["invented"] + (2 if "damaged" in name else 0)
