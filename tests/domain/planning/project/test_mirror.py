"""The mirror: time, calendars and links reversed, early and late dates exchange exactly."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.project.files import (
    NIGHT,
    at,
    calendar,
    link,
    project,
    suite_cases,
    task,
)
from tests.domain.planning.project.mirror import core, exchanged

from guatu.domain.planning.project.document import read_project
from guatu.domain.planning.project.shift_calendar import ShiftException
from guatu.domain.planning.project.values import LinkType, Project

CLOSED = ShiftException(first=date(2026, 6, 8), last=date(2026, 6, 12))
SHORT = ShiftException(first=date(2026, 6, 20), last=date(2026, 6, 20), shifts=((3000, 6000),))
CALENDARS = (
    calendar("std", off=(CLOSED,)),
    calendar("six", days=6, off=(SHORT,)),
    calendar("night", NIGHT, 7),
)
NAMES = st.sampled_from(["std", "six", "night", None])


@st.composite
def nets(draw: Any) -> Project:
    size = draw(st.integers(1, 12))
    tasks = [
        task(f"T{at}", draw(st.sampled_from([0, 0.25, 1, 2.5, 7])), calendar=draw(NAMES))
        for at in range(size)
    ]
    links = []
    for after in range(1, size):
        for before in draw(st.lists(st.integers(0, after - 1), max_size=3, unique=True)):
            kind = draw(st.sampled_from(list(LinkType)))
            lag = draw(st.sampled_from([0, 0, 1, 3.5, -1, -0.5]))
            elapsed = draw(st.booleans())
            links.append(link(f"T{before}", f"T{after}", kind, lag, elapsed=elapsed))
    return project(tasks, links, calendars=CALENDARS)


@settings(deadline=None, max_examples=150)
@given(nets(), st.integers(0, 60))
def test_random_nets_exchange_early_and_late(net: Project, room: int):
    exchanged(net, at("2026-06-01 08:00"), at("2026-06-01 17:00") + room * 14400)


def test_every_case_of_the_suite_exchanges_early_and_late():
    for case in suite_cases():
        stated = read_project(case)
        if stated is None:
            pytest.fail(f"{case['id']} holds no project")
        exchanged(core(stated), stated.options.start, stated.options.start + 3650 * 14400)
