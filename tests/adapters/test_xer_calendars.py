"""Torn calendars of XER files are found; those of older files and children of others are not torn."""

import pytest

from guatu.adapters.xer_calendars import unreadable_calendars

WHOLE = "(0||CalendarData()((0||DaysOfWeek()((0||2()((0||0(s|08:00|f|16:00)())))))))"


def file_of(data: str, base: str = "") -> bytes:
    rows = (
        "ERMHDR\t19.12",
        "%T\tCALENDAR",
        "%F\tclndr_id\tclndr_name\tbase_clndr_id\tclndr_data",
        f"%R\t7\tStandard\t{base}\t{data}",
        "%T\tTASK",
        "%F\ttask_id\tclndr_id",
        "%R\t1\t7",
        "%E",
    )
    return "\r\n".join(rows).encode()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (WHOLE, ()),
        (WHOLE.replace("()(", "()(\x7f\x7f  "), ()),
        ("", ("7",)),
        ("garbage", ("7",)),
        (WHOLE[:-3], ("7",)),
        (WHOLE.replace("DaysOfWeek", "Days"), ("7",)),
        (f"){WHOLE}(", ("7",)),
    ],
)
def test_data_that_is_missing_or_torn_is_found(data, found):
    assert unreadable_calendars(file_of(data)) == found


def test_a_calendar_without_data_may_stand_on_another():
    assert unreadable_calendars(file_of("", base="3")) == ()


def test_chinese_names_do_not_tear_a_line():
    named = file_of(WHOLE).replace(b"Standard", b"\xb0\x85\x85\xa0")
    assert unreadable_calendars(named) == ()
    assert unreadable_calendars(named.replace(b"DaysOfWeek", b"Days")) == ("7",)


def test_what_is_no_xer_has_no_calendars():
    assert unreadable_calendars(b"\xd0\xcf\x11\xe0") == ()
