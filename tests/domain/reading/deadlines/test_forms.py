"""Limits in the forms a county prints, and the words around them that make them none.

The cases stand in ``forms/*.txt``. One line is a case: what is expected, a bar, the words. A day is printed without its year where it is the year
of the day spoken (a line beginning with @); several are joined by +. ``-`` means no day, ``q`` that the limit
is quoted without one.
"""

from datetime import date
from pathlib import Path

import pytest

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading.deadlines import Anchor, deadlines_in

FORMS = Path(__file__).parent / "forms"


def _day(printed: str, year: int) -> str:
    return printed if len(printed) == len("2025-01-01") else f"{year}-{printed}"


@pytest.mark.parametrize(
    "name",
    ["autumn", "spring", "papers", "summer", "winter", "fresh", "grid", "roles", "roles_fresh"],
)
def test_limits_as_a_county_prints_them(name: str) -> None:
    _holds(name, more_than=100)


@pytest.mark.parametrize(
    "name",
    [
        "clauses",
        "clauses_fresh",
        "turns",
        "turns_fresh",
        "deeds",
        "deeds_fresh",
        "that_day",
        "that_day_fresh",
        "of_each_case",
        "of_each_case_fresh",
        "named_days",
        "named_days_fresh",
        "standing",
        "as_printed",
        "of_objects",
    ],
)
def test_whose_deed_a_time_dates(name: str) -> None:
    """What comes of itself, lasts, is told of or counted from another event, each beside limits of the same words."""
    _holds(name, more_than=20)


def _holds(name: str, *, more_than: int) -> None:
    first, *lines = (FORMS / f"{name}.txt").read_text("utf-8").splitlines()
    assert len(lines) > more_than
    spoken = date.fromisoformat(first.removeprefix("@"))
    anchor = Anchor(spoken=spoken, year=spoken.year, working=five_days(holidays=china_holidays()))
    wrong = {}
    for line in lines:
        expected, words = line.split("|")
        found = deadlines_in(words, anchor, load_lexicon())
        days = [one.day.isoformat() for one in found if one.day]
        wanted = [] if expected in "-q" else [_day(one, spoken.year) for one in expected.split("+")]
        if days != wanted or (expected == "q" and not found):
            wrong[words] = days
    assert wrong == {}
