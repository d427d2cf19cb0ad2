"""A plan as columns gives the dates and the judgment of the same plan as values; faults name their row."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.planning import schedule
from guatu.domain.planning.column_answer import answer_columns
from guatu.domain.planning.column_export import plan_columns
from guatu.domain.planning.column_plan import read_columns
from guatu.domain.planning.compiled.column_schedule import schedule_columns

FREE = settings(deadline=None, max_examples=80)
HEADER = {"id": "P", "start": "2025-01-06", "calendars": {"cal": {"week": "1111111"}}}


def read(columns, header=HEADER):
    arrays = {name: np.asarray(one) for name, one in columns.items()}
    return read_columns(header, arrays, source="big.npz", holidays=None)


@FREE
@given(
    plans(facts=True, most=12), st.none() | st.integers(5, 80), st.booleans(), st.integers(-9, 40)
)
def test_a_plan_as_columns_gives_the_same_answer(plan, room, from_start, today):
    plan = replace(
        plan,
        start=MONDAY if from_start else None,
        target=None if room is None else MONDAY + timedelta(days=room),
    )
    day = MONDAY + timedelta(days=today)
    expected, told = schedule(plan, today=day)
    columnar, faults = read(*reversed(plan_columns(plan)))
    assert not faults
    answer, told_columns = schedule_columns(columnar, today=day)
    if expected is None:
        assert [one.code for one in told_columns] == [one.code for one in told]
        return
    columns = answer_columns(answer)
    for number, one in enumerate(expected.activities):
        found = {name: column[number].item() for name, column in columns.items() if name != "critical_path"}  # fmt: skip
        assert found == {name: getattr(one, name) for name in found}
    assert [plan.activities[row].id for row in columns["critical_path"]] == list(
        expected.critical_path
    )
    assert answer.late_by_days == expected.late_by_days
    assert answer.latest_start == expected.latest_start
    assert (answer.start, answer.last_day) == (expected.start, expected.last_day)
    assert answer.buffer_days == expected.buffer_days
    assert answer.outlook.verdict == expected.outlook.verdict
    assert answer.outlook.slack == expected.outlook.slack


@pytest.mark.parametrize(
    ("columns", "code", "position"),
    [
        ({}, "planning.missing", "days"),
        ({"days": np.zeros(0, dtype=int)}, "planning.empty", "days"),
        ({"days": [3, -1, -2]}, "planning.rows_wrong", "days[1]"),
        ({"days": [3.5, 1.0]}, "planning.bad_value", "days"),
        ({"days": [3, 1], "calendar": [0, 7]}, "planning.rows_wrong", "calendar[1]"),
        ({"days": [3, 1], "calendar": [0]}, "planning.column_length", "calendar"),
        ({"days": [3, 1], "before": [0], "after": [5]}, "planning.rows_wrong", "after[0]"),
        ({"days": [3, 1], "before": [0]}, "planning.missing", "after"),
        ({"days": [3, 1], "before": [0], "after": [1], "kind": [4]}, "planning.rows_wrong", "kind[0]"),
        ({"days": [3, 1], "id": ["A", "A"]}, "planning.rows_twice", "id[1]"),
        ({"days": [3, 1], "id": ["A", ""]}, "planning.rows_nameless", "id[1]"),
        ({"days": [3, 1], "id": [1, 2]}, "planning.bad_value", "id"),
        ({"days": [3, 1], "percent": [0.0, float("nan")]}, "planning.rows_wrong", "percent[1]"),
        ({"days": [3, 1], "must_by": [20250101, 20250102]}, "planning.bad_value", "must_by"),
        ({"days": [3, 1], "ends": [2]}, "planning.rows_wrong", "ends[0]"),
    ],
)  # fmt: skip
def test_a_fault_names_its_column_and_row(columns, code, position):
    plan, told = read(columns)
    assert plan is None
    assert (told[-1].code, told[-1].position) == (code, position)


def test_an_actual_finish_before_its_start_is_a_backward_pair():
    days = np.asarray(["2025-01-06", "2025-01-09"], dtype="datetime64[D]")
    finish = np.asarray(["NaT", "2025-01-08"], dtype="datetime64[D]")
    plan, told = read({"days": [3, 1], "actual_start": days, "actual_finish": finish})
    assert plan is None
    assert (told[0].code, told[0].position) == ("planning.backward_pair", "actual_finish[1]")


def test_a_circle_of_rows_is_named():
    plan, _ = read({"days": [3, 1, 2], "id": ["甲", "乙", "丙"], "before": [1, 2], "after": [2, 1]})
    answer, told = schedule_columns(plan, today=date(2025, 1, 6))
    assert answer is None
    assert told[0].code == "planning.circle"
    assert dict(told[0].arguments)["path"] == "乙 → 丙 → 乙"


def test_rows_without_ids_are_named_by_their_numbers():
    plan, _ = read({"days": [3, 1]})
    assert plan.id_of(1) == "1"
    assert plan.ids is None
