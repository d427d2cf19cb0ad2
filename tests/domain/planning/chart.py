"""Plans and answers drawn as text, one row an activity, one column a day from Monday 6 January 2025.

``####`` asks for an activity of so many days; after it stand words: ``after A``,
``after A SS+2``, ``cal wd``, ``class earth``, ``started``, ``by 3`` (a must_by in
column 3). A row of ``|`` marks draws Mondays and is passed over. In answers ``=``
is an early day, ``.`` the float after it, ``<>`` a milestone.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.planning import Activity, Link, LinkKind, Plan, Schedule

MONDAY = date(2025, 1, 6)
_LINK = re.compile(r"after (\w+)(?: (FS|SS|FF|SF)?([+-]\d+)?)?(?: in (\w+))?")


def day(column: int) -> date:
    return MONDAY + timedelta(days=column)


def drawn(text: str, **changed: Any) -> Plan:
    """Read a chart into a plan that starts on the Monday unless told otherwise."""
    activities = []
    for line in text.strip("\n").splitlines():
        if not line.strip():
            continue
        name, _, rest = line.strip().partition(" ")
        bar = re.match(r"\s*([#]+|<>)", rest)
        assert bar is not None, line
        words = rest[bar.end() :]
        links = tuple(
            Link(
                predecessor=found[1],
                kind=LinkKind(found[2] or "FS"),
                lag=int(found[3] or 0),
                lag_calendar=found[4],
            )
            for found in _LINK.finditer(words)
        )
        calendar = re.search(r"cal (\w+)", words)
        kind = re.search(r"class (\w+)", words)
        by = re.search(r"by (\d+)", words)
        activities.append(
            Activity(
                id=name,
                days=0 if bar[1] == "<>" else len(bar[1]),
                calendar=calendar[1] if calendar else "cal",
                activity_class=kind[1] if kind else "",
                links=links,
                must_by=day(int(by[1])) if by else None,
            )
        )
    plan = Plan(
        id="P",
        start=MONDAY,
        calendars=(
            WorkingCalendar(name="cal"),
            WorkingCalendar(name="wd", week=(True,) * 5 + (False,) * 2),
        ),
        activities=tuple(activities),
    )
    return replace(plan, **changed)


def early(schedule: Schedule) -> str:
    """Draw early bars, floats up to the late last day, and milestones."""
    rows = []
    for one in schedule.activities:
        first, last = (one.early_start - MONDAY).days, (one.early_last_day - MONDAY).days
        late = (one.late_last_day - MONDAY).days
        if schedule.plan.activity(one.id).is_milestone:
            bar = "<>"[:1]
        else:
            bar = "=" * (last - first + 1)
        rows.append(f"{one.id} {' ' * first}{bar}{'.' * (late - last)}")
    return "\n".join(rows)


def expected(text: str) -> str:
    """Bring a drawing in a test into the form of ``early``."""
    lines = [line for line in text.strip("\n").splitlines() if line.strip()]
    indent = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[indent:].rstrip() for line in lines)
