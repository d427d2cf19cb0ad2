"""The invented counties parse, and hold what figures need."""

import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.corpus.annotation import read_counties

_COUNTIES = Path(__file__).parent / "counties"
_GROUPS = ("tuning", "first", "last")


def _month_end(year, month):
    return date(year, month, monthrange(year, month)[1])


def _fixed(words, year, event):
    """Return the day that plain words fix, or None where this check does not know them."""
    year += "明年" in words
    if found := re.search(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", words):
        return date(int(found[1] or year), int(found[2]), int(found[3]))
    if found := re.search(r"(?:(\d{4})年)?(\d{1,2})月(上旬|中旬)", words):
        return date(int(found[1] or year), int(found[2]), 10 if found[3] == "上旬" else 20)
    if found := re.search(r"(?:(\d{4})年)?(\d{1,2})月(底|末|下旬|份|$)", words):
        return _month_end(int(found[1] or year), int(found[2]))
    if found := re.search(r"([一二三四])季度", words):
        return _month_end(year, "一二三四".index(found[1]) * 3 + 3)
    if re.search(r"^(本月底|月底|月末|本月内)", words) and event:
        return _month_end(event.year, event.month)
    if re.search(r"(年内|^年底|今年|年末|明年年底)", words):
        return date(year, 12, 31)
    if "上半年" in words:
        return date(year, 6, 30)
    if (found := re.search(r"^(本|下|这)周([一二三四五六日])", words)) and event:
        monday = event - timedelta(days=event.weekday())
        week = 7 if found[1] == "下" else 0
        return monday + timedelta(days=week + "一二三四五六日".index(found[2]))
    return None


@pytest.fixture(scope="module")
def articles():
    return read_counties(_COUNTIES, *_GROUPS)


def test_plain_words_of_deadlines_fix_the_day_written(articles):
    wrong, seen = [], 0
    for one in articles:
        for directive in one.directives:
            for deadline in directive.deadlines:
                day = _fixed(deadline.text, one.year, one.date)
                seen += day is not None
                if day and deadline.day and day != deadline.day:
                    wrong.append((one.file, directive.line, deadline.text, deadline.day, day))
    assert wrong == []
    assert seen


def test_written_dates_of_events_are_those_of_the_words(articles):
    for one in articles:
        if one.date is None or one.date_words is None:
            continue
        found = re.search(r"(\d{1,2})月(\d{1,2})日", one.date_words.text)
        if found:
            assert (one.date.month, one.date.day) == (int(found[1]), int(found[2])), one.file


def test_marks_slice_their_words(articles):
    for one in articles:
        marks = [d.at for d in one.directives] + [p.at for p in one.people]
        marks += [o.at for o in one.organisations] + list(one.places)
        for mark in marks:
            assert one.paragraphs[mark.paragraph][mark.start : mark.end] == mark.text
