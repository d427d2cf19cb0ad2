from datetime import date

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.plan_reading import read_plan
from guatu.domain.planning.resource_use import daily_use, days_over, week_peaks
from guatu.domain.planning.schedule import schedule

TODAY = date(2026, 11, 2)


def scheduled(**changed):
    rows = [
        {"id": "A", "days": 5, "calendar": "wd", "uses": {"crew": 2}},
        {"id": "B", "days": 3, "calendar": "wd", "uses": {"crew": 1}},
    ]
    for row in rows:
        row.update(changed.get(row["id"], {}))
    document = {
        "id": "P",
        "start": "2026-11-02",
        "data_date": changed.get("data_date"),
        "calendars": {"wd": {"week": "1111100"}},
        "resources": {"crew": {"capacity": 2}},
        "activities": rows,
    }
    document = {key: value for key, value in document.items() if value is not None}
    plan, told = read_plan(document, source="P", holidays=None)
    assert plan is not None, told
    answer, _ = schedule(plan, today=TODAY)
    assert answer is not None
    return answer


def by_day(use):
    first = day_number(TODAY)
    return [use.get(first + day, 0) for day in range(7)]


def test_use_adds_up_on_worked_days_only():
    assert by_day(daily_use([scheduled()])["crew"]) == [3, 3, 3, 2, 2, 0, 0]
    assert by_day(daily_use([scheduled(), scheduled()])["crew"])[:4] == [6, 6, 6, 4]


def test_finished_work_asks_for_nothing_and_begun_work_for_its_rest():
    done = {"actual_start": "2026-10-26", "actual_finish": "2026-10-30", "percent": 100}
    begun = {"actual_start": "2026-10-28", "percent": 60}
    use = daily_use([scheduled(A=done, B=begun, data_date="2026-10-30")])
    assert sum(use["crew"].values()) == 2  # 60 of 100 done: a part day counts whole


def test_peaks_are_told_by_week_with_the_least_there_is():
    before = {day_number(date(2026, 11, 3)): 3, day_number(date(2026, 11, 12)): 1}
    after = {day_number(date(2026, 11, 4)): 2}
    peaks = week_peaks(before, after, lambda day: 2 if day < date(2026, 11, 5) else 1)
    assert [(one.monday.day, one.before, one.after, one.units) for one in peaks] == [
        (2, 3, 2, 1),
        (9, 1, 0, 1),
    ]
    assert week_peaks({}, {}, lambda _: 1) == ()


def test_days_over_what_there_is_are_counted():
    use = {day_number(date(2026, 11, day)): day for day in (2, 3, 4)}
    assert days_over(use, lambda _: 3) == 1
    assert days_over(use, lambda day: day.day) == 0
