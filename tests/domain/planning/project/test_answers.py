"""The contract's answer, the comparison with stored dates, and the project as a plan of days."""

from dataclasses import replace
from datetime import date

from tests.domain.planning.project.files import (
    STANDARD,
    at,
    calendar,
    held,
    link,
    project,
    scheduled,
    task,
)

from guatu.domain.kernel.outlook import Verdict
from guatu.domain.planning import read_plan
from guatu.domain.planning.project.answer import answer_document, judged
from guatu.domain.planning.project.as_plan import plan_of_project
from guatu.domain.planning.project.comparison import compare_dates, has_stored_dates
from guatu.domain.planning.project.shift_calendar import ShiftException
from guatu.domain.planning.project.values import (
    ConstraintKind,
    ProjectResource,
    StoredDates,
    TaskAssignment,
    WorkSpan,
)


def test_the_answer_holds_days_and_moments():
    answer = scheduled(
        [task("S", 0, summary=True), task("A", 1.5, parent="S"), task("M", 0)], [link("A", "M")]
    )
    document = answer_document(answer)
    row = document["activities"][0]
    assert (row["early_start"], row["early_last_day"]) == ("2026-06-01", "2026-06-02")
    assert (row["early_start_at"], row["early_finish_at"]) == (
        "2026-06-01T08:00",
        "2026-06-02T12:00",
    )
    milestone = document["activities"][1]
    assert milestone["start"] == milestone["last_day"] == "2026-06-02"
    assert document["critical_path"] == ["A", "M"]
    assert [one["id"] for one in document["summaries"]] == ["S"]
    assert document["verdict"] == "on_track"


def test_the_verdict_knows_the_target_and_missed_deadlines():
    answer = scheduled([task("A", 5)])
    assert judged(answer, target=date(2026, 6, 4)) == (Verdict.LATE, 1)
    assert judged(answer, target=date(2026, 6, 5)) == (Verdict.TIGHT, 0)
    assert judged(answer, target=date(2026, 6, 30)) == (Verdict.ON_TRACK, 0)
    missed = scheduled([task("A", 5, deadline=at("2026-06-03 17:00"))])
    assert judged(missed, target=None) == (Verdict.LATE, 2)


def test_friday_evening_equals_monday_morning_and_silent_fields_do_not_count():
    stored = StoredDates(
        early_start=at("2026-06-01 08:00"),
        early_finish=at("2026-06-08 08:00"),
        late_finish=at("2026-06-09 12:00"),
        total_float=5,
    )
    stated = project([replace(task("A", 5), stored=stored), task("B", 1)])
    assert has_stored_dates(stated)
    found = compare_dates(scheduled(list(stated.tasks)))
    assert (found.tasks, found.equal_tasks) == (1, 0)
    assert dict(found.compared)["late_start"] == 0
    assert dict(found.equal)["early_finish"] == 1
    assert [(one.task, one.field) for one in found.differences] == [("A", "late_finish")]


def test_a_project_becomes_a_plan_that_the_planning_room_reads():
    closed = ShiftException(first=date(2026, 6, 4), last=date(2026, 6, 5))
    extra = ShiftException(first=date(2026, 6, 13), last=date(2026, 6, 13), shifts=((4800, 9600),))
    tasks = [
        task("S", 0, summary=True),
        task("A", 1.5, parent="S"),
        task(
            "B", 2, parent="S", constraint=held(ConstraintKind.FINISH_NOT_AFTER, "2026-06-30 00:00")
        ),
        task("C", duration=WorkSpan(ticks=2 * 14400, elapsed=True), calendar="six"),
        task("D", 1, inactive=True),
    ]
    stated = project(
        tasks,
        [link("A", "B", "SS", 1), link("S", "C")],
        calendars=(calendar("std", off=(closed, extra)), *STANDARD[1:]),
        data_date=at("2026-06-02 08:00"),
        resources=(
            ProjectResource(id="r", name="Crane", units=100),
            ProjectResource(id="m", works=False),
        ),
        assignments=(
            TaskAssignment(task="A", resource="r", units=150),
            TaskAssignment(task="B", resource="m"),
        ),
    )
    document, told = plan_of_project(stated)
    assert document["calendars"]["std"] == {
        "week": "1111100",
        "off": [["2026-06-04", "2026-06-05"]],
        "make_up": ["2026-06-13"],
    }
    rows = {one["id"]: one for one in document["activities"]}
    assert rows["A"]["days"] == 2
    assert rows["A"]["uses"] == {"Crane": 150}
    assert document["resources"] == {"Crane": {"capacity": 150}}
    assert "uses" not in rows["B"]
    assert rows["B"]["after"] == [{"id": "A", "type": "SS", "lag": 1}]
    assert rows["B"]["must_by"] == "2026-06-29"
    assert rows["C"]["after"] == ["A", "B"]
    assert rows["C"]["calendar"] == "every day"
    assert set(rows) == {"A", "B", "C"}
    assert [one.code for one in told] == ["project.plan_inactive", "project.plan_rounded"]
    plan, faults = read_plan(document, source="x", holidays=None)
    assert plan is not None
    assert not faults
