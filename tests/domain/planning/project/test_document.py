"""The plain document of a project: units, placeholders for none, tasks placed by hand."""

from typing import Any

from tests.domain.planning.project.files import at, early

from guatu.domain.planning.project.document import read_project
from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.values import ConstraintKind, Dialect

WEEK = {day: [["08:00", "12:00"], ["13:00", "17:00"]] for day in ("MON", "TUE", "WED")}
WEEK |= {"THU": [["20:00", "00:00"]], "FRI": None, "SAT": [], "SUN": []}


def read(*tasks: dict[str, Any], links: Any = (), **stated: Any):
    project = {"start": "2026-06-01T08:00", "default_calendar": 1, "minutes_per_day": 480} | stated
    return read_project(
        {
            "id": "x",
            "source": {"engine": "Microsoft Project"},
            "project": project,
            "calendars": [{"id": 1, "parent": None, "days": WEEK, "exceptions": []}],
            "resources": [],
            "tasks": list(tasks),
            "links": list(links),
            "assignments": [],
        }
    )


def test_units_and_lags_are_read():
    stated = read(
        {"id": 1, "duration": {"elapsed_min": 90}},
        {"id": 2, "duration": 28.8, "leveling_delay": 480},
        links=[[1, 2, "SS", {"percent": 50}], [1, 2, "FF", {"elapsed_min": 60}]],
    )
    assert (stated.tasks[0].duration.ticks, stated.tasks[0].duration.elapsed) == (900, True)
    assert stated.tasks[1].duration.ticks == 288
    assert stated.tasks[1].delay.ticks == 14400
    assert stated.links[0].percent == 50
    assert (stated.links[1].lag, stated.links[1].elapsed) == (600, True)
    assert stated.calendars[0].week[3] == ((12000, 14400),)
    assert stated.options.dialect is Dialect.MICROSOFT


def test_a_moment_that_stands_for_none_is_none():
    none = "2000-01-01T00:00"
    bogus = {"actual_start": none, "actual_finish": none, "deadline": none, "resume": none}
    stated = read({"id": 1, "duration": 480, "remaining": 480, "pct": 0.0, **bogus})
    found = stated.tasks[0]
    assert found.actual_start is found.actual_finish is found.deadline is found.resume is None


def test_a_project_that_finishes_before_it_starts_got_its_finish_from_tasks_placed_by_hand():
    stated = read(
        {"id": 1, "duration": 480, "manual": True},
        start="2026-06-10T08:00",
        finish="2026-06-02T17:00",
    )
    answer, _told = schedule_project(stated)
    assert early(answer.tasks[0]) == "06-02 08:00 - 06-02 17:00"


def test_constraints_and_stored_dates_are_read():
    stated = read(
        {
            "id": 1,
            "duration": 480,
            "constraint": "MUST_START_ON",
            "constraint_date": "2026-06-02T08:00",
            "stored": {"early_start": "2026-06-02T08:00:06", "total_float": 1.5},
        }
    )
    found = stated.tasks[0]
    assert found.constraint.kind is ConstraintKind.MUST_START
    assert found.stored.early_start == at("2026-06-02 08:00") + 1
    assert found.stored.total_float == 15
    assert found.stored.late_start is None


def test_a_document_without_task_or_calendar_is_no_project():
    assert read() is None
