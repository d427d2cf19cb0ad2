"""Limits: 13710, working days, the ladder of proposals, extensions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.following.extension import Term, check_extension
from guatu.domain.following.limits import (
    DeadlineBasis,
    co_unit_due,
    due_day,
    months_after,
    propose_deadlines,
    step_limits,
)
from guatu.domain.kernel.calendar import HolidayTable, five_days
from guatu.domain.kernel.interval import day_number

ISSUED = date(2024, 10, 29)
PACK = load_shelf().choose("matter_limits", on=ISSUED, region="149921")
WEEKDAYS = five_days()


def test_13710_from_29_october_gives_the_days_of_story_4():
    dues = {one.code: one.due for one in step_limits(ISSUED, PACK, calendar=WEEKDAYS)}
    assert dues == {
        "sign": date(2024, 10, 29),
        "feedback": date(2024, 11, 1),
        "ordinary": date(2024, 11, 5),
        "major": date(2024, 11, 29),
    }


def test_seven_working_days_from_29_october_end_on_7_november():
    assert due_day(ISSUED, 7, "working_day", calendar=WEEKDAYS) == date(2024, 11, 7)


def test_five_working_days_after_the_meeting_are_the_next_monday():
    proposals = propose_deadlines(
        date(2024, 10, 28), PACK, calendar=WEEKDAYS, source_type="executive_meeting"
    )
    first = proposals[0]
    assert (first.basis, first.due) == (DeadlineBasis.SOURCE_TYPE, date(2024, 11, 4))
    assert (first.limit.count, first.limit.unit) == (5, "working_day")


def test_every_limit_of_every_pack_has_a_name_in_both_languages():
    for pack in load_shelf().named("matter_limits"):
        types = pack.body["by_source"]
        ladders = (
            propose_deadlines(ISSUED, pack, calendar=WEEKDAYS, source_type=one) for one in types
        )
        limits = [one.limit for ladder in ladders for one in ladder]
        limits += step_limits(ISSUED, pack, calendar=WEEKDAYS)
        for language in ("zh", "en"):
            templates = load_messages(language).templates
            assert [one.code for one in limits if one.message not in templates] == []


def test_holidays_and_make_up_days_shift_working_days():
    table = HolidayTable(
        name="CN",
        first_year=2024,
        last_year=2024,
        off=frozenset(range(day_number(date(2024, 10, 1)), day_number(date(2024, 10, 8)))),
        make_up=frozenset({day_number(date(2024, 10, 12))}),
    )
    worked = five_days(holidays=table)
    assert due_day(date(2024, 9, 30), 5, "working_day", calendar=worked) == date(2024, 10, 12)


def test_stated_day_stands_alone_on_the_ladder():
    stated = date(2024, 11, 20)
    (only,) = propose_deadlines(ISSUED, PACK, calendar=WEEKDAYS, stated=stated)
    assert (only.basis, only.due, only.limit) == (DeadlineBasis.STATED, stated, None)


def test_ladder_without_a_known_source_is_13710_then_thirty_days():
    found = propose_deadlines(ISSUED, PACK, calendar=WEEKDAYS)
    assert [(one.basis, one.due) for one in found] == [
        (DeadlineBasis.ORDINARY, date(2024, 11, 5)),
        (DeadlineBasis.MAJOR, date(2024, 11, 29)),
        (DeadlineBasis.FALLBACK, date(2024, 11, 28)),
    ]


def test_month_from_the_31st_ends_on_the_last_day_of_a_shorter_month():
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_after(date(2024, 12, 31), 2) == date(2025, 2, 28)


def test_co_units_owe_their_part_two_working_days_before_the_lead():
    assert co_unit_due(date(2024, 11, 5), PACK, calendar=WEEKDAYS) == date(2024, 11, 1)


@given(start=st.dates(date(2000, 1, 1), date(2090, 1, 1)), count=st.integers(0, 60))
def test_working_days_are_never_fewer_than_calendar_days(start, count):
    plain = due_day(start, count, "day", calendar=WEEKDAYS)
    worked = due_day(start, count, "working_day", calendar=WEEKDAYS)
    assert worked >= plain
    assert count == 0 or worked.weekday() < 5


TERM = Term(issued=ISSUED, original_due=date(2024, 11, 8), due=date(2024, 11, 8))


@pytest.mark.parametrize(
    ("asked", "new_due", "extensions", "code"),
    [
        (date(2024, 11, 9), date(2024, 11, 12), 0, "too_late"),
        (date(2024, 11, 5), date(2024, 11, 8), 0, "not_later"),
        (date(2024, 11, 5), date(2024, 11, 12), 2, "too_many"),
        (date(2024, 11, 5), date(2024, 11, 19), 0, "too_long"),
    ],
)
def test_extension_is_refused_with_its_reason(asked, new_due, extensions, code):
    term = Term(
        issued=TERM.issued, original_due=TERM.original_due, due=TERM.due, extensions=extensions
    )
    found = check_extension(term, new_due, asked_on=asked, pack=PACK)
    assert found.code == f"following.extension.{code}"


def test_extension_asked_by_the_due_day_up_to_the_first_term_may_be_asked():
    assert check_extension(TERM, date(2024, 11, 18), asked_on=TERM.due, pack=PACK)


def test_original_day_still_counts_after_an_extension():
    extended = Term(
        issued=ISSUED,
        original_due=TERM.due,
        due=TERM.due + timedelta(days=5),
        extensions=1,
    )
    done = TERM.due + timedelta(days=3)
    assert not extended.in_time(done)
    assert extended.in_time_as_extended(done)
