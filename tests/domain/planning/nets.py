"""Random small plans for property tests."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from guatu.domain.kernel.calendar import WorkingCalendar, run_off
from guatu.domain.kernel.interval import Window
from guatu.domain.planning import Activity, Link, LinkKind, Plan, StopWork

MONDAY = date(2025, 1, 6)
CALENDARS = (
    WorkingCalendar(name="cal"),
    WorkingCalendar(name="wd", week=(True,) * 5 + (False,) * 2),
    WorkingCalendar(
        name="site",
        week=(True,) * 6 + (False,),
        off=(run_off(date(2025, 1, 20), date(2025, 2, 2)),),
        make_up=frozenset({date(2025, 2, 9).toordinal()}),
    ),
)
NAMES = tuple(one.name for one in CALENDARS)
DAYS = st.integers(0, 40).map(lambda n: MONDAY + timedelta(days=n))


@st.composite
def stops(draw: Any) -> StopWork:
    start = datetime.fromisoformat("2025-01-01") + timedelta(hours=draw(st.integers(0, 900)))
    end = start + timedelta(hours=draw(st.integers(1, 120)))
    return StopWork(window=Window(start=start, end=end), classes=frozenset({"earth"}))


@st.composite
def links(draw: Any, number: int) -> tuple[Link, ...]:
    if not number:
        return ()
    chosen = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True))
    return tuple(
        Link(
            predecessor=f"A{one}",
            kind=draw(st.sampled_from(list(LinkKind))),
            lag=draw(st.sampled_from([0, 0, 0, 1, 3, -1, -4])),
            lag_calendar=draw(st.sampled_from([None, *NAMES])),
        )
        for one in chosen
    )


@st.composite
def plans(
    draw: Any, *, facts: bool = False, bounds: bool = True, milestones: bool = True, most: int = 9
) -> Plan:
    """A plan from Monday 6 January 2025 without target; add one by ``with_target``."""
    activities = []
    for number in range(draw(st.integers(1, most))):
        stated: dict[str, Any] = {}
        if bounds and draw(st.integers(0, 5)) == 0:
            stated["not_before"] = draw(DAYS)
        if bounds and draw(st.integers(0, 5)) == 0:
            stated["must_by"] = draw(DAYS)
        if facts and draw(st.integers(0, 3)) == 0:
            stated["actual_start"] = MONDAY + timedelta(days=draw(st.integers(-9, 3)))
            stated["percent"] = draw(st.sampled_from([0.0, 33.0, 50.0, 100.0]))
            if draw(st.booleans()):
                stated["actual_finish"] = stated["actual_start"] + timedelta(days=2)
        activities.append(
            Activity(
                id=f"A{number}",
                days=draw(st.integers(0 if milestones else 1, 8)),
                calendar=draw(st.sampled_from(NAMES)),
                activity_class=draw(st.sampled_from(["", "earth"])),
                links=draw(links(number)),
                **stated,
            )
        )
    return Plan(
        id="P",
        start=MONDAY,
        data_date=date(2025, 1, 10) if facts else None,
        calendars=CALENDARS,
        stop_work=tuple(draw(st.lists(stops(), max_size=2))),
        activities=tuple(activities),
    )
