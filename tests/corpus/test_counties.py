"""The invented counties parse, and hold what figures need."""

import hashlib
import re
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from chinese_calendar import is_workday
from tests.corpus.annotation import GENRES, read_counties
from tests.corpus.naming import number

_COUNTIES = Path(__file__).parent / "counties"
_GROUPS = tuple(sorted(one.name for one in _COUNTIES.iterdir() if one.is_dir()))
_TRAINED_ON = {"practice", "papers", "scenes", "meetings", "gazettes", "dailies", "drills"}
_OPEN = {"tuning", *_TRAINED_ON}
_FIGURES = tuple(one for one in _GROUPS if one not in _TRAINED_ON)
_CLOSED = tuple(one for one in _GROUPS if one not in _OPEN)


def _month_end(year, month):
    return date(year, month, monthrange(year, month)[1])


def _fixed(words, year, event):
    """Return the day that plain words fix, or None where this check does not know them."""
    year += "明年" in words
    # A stretch (9月8日至9月20日) is due at its end.
    words = re.sub(r"^.*\d+日(?:至|—|－|-)(?=(?:\d{4}年)?\d{1,2}月)", "", words)
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
    if re.search(r"((?<![一二两三四五六七八九十\d])年内|^年底|今年|年末|明年年底)", words):
        return date(year, 12, 31)
    if "上半年" in words:
        return date(year, 6, 30)
    if (found := re.search(r"^(本|下|这)周([一二三四五六日])", words)) and event:
        monday = event - timedelta(days=event.weekday())
        week = 7 if found[1] == "下" else 0
        return monday + timedelta(days=week + "一二三四五六日".index(found[2]))
    return None


def _counted(words, event):
    """Return the day that a number of days, weeks, months or working days leads to, or None."""
    found = re.match(r"(\d+|[一二三四五六七八九十两]+)个?(工作日|天|日|周|星期|月)(之)?内", words)
    if not found or event is None:
        return None
    count, unit, day = int(number(found[1])), found[2], event
    if unit == "工作日":
        while count:
            day += timedelta(days=1)
            count -= is_workday(day)
        return day
    if unit == "月":
        month = event.month - 1 + count
        return event.replace(year=event.year + month // 12, month=month % 12 + 1)
    return event + timedelta(days=count * (7 if unit in {"周", "星期"} else 1))


@pytest.fixture(scope="module")
def articles():
    return read_counties(_COUNTIES, *_GROUPS)


def test_plain_words_of_deadlines_fix_the_day_written(articles):
    wrong, seen = [], 0
    for one in articles:
        for directive in one.directives:
            for deadline in directive.deadlines:
                year = one.year
                if one.date and one.date.month > 9 and "年" not in deadline.text:
                    # 1月20日前, said in December, is of the coming year.
                    coming = _fixed(deadline.text, year, one.date)
                    year += coming is not None and (one.date - coming).days > 180
                day = _fixed(deadline.text, year, one.date) or _counted(deadline.text, one.date)
                seen += day is not None
                if day and deadline.day and day != deadline.day:
                    wrong.append((one.file, directive.line, deadline.text, deadline.day, day))
    assert wrong == []
    assert seen > 200


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


def digest_of(group):
    """Return the SHA-256 over names and bytes of a group that was written without sight of the rules."""
    digest = hashlib.sha256()
    for path in sorted((_COUNTIES / group).glob("*.articles")):
        digest.update(f"{group}/{path.name}".encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def test_closed_counties_are_those_that_were_committed_before_any_run():
    lines = (_COUNTIES.parent / "untouched.sha256").read_text(encoding="utf-8").splitlines()
    written = {group: digest for digest, group in (line.split() for line in lines)}
    assert {group: digest_of(group) for group in _CLOSED} == written


def test_the_corpus_is_as_large_and_as_varied_as_the_figures_need(articles):
    assert len(articles) >= 120
    assert len({one.county for one in articles}) >= 15
    for group in _FIGURES:
        counties = 7 if group == "tuning" else 4
        part = [one for one in articles if one.file.startswith(group)]
        assert len({one.county for one in part}) >= counties
        assert len(part) >= counties * 8
        kinds = Counter(one.kind for one in part)
        assert set(kinds) == set(GENRES.values())
        assert {"minutes", "notice", "ceremony", "feature"} <= {one.genre for one in part}


@pytest.mark.parametrize("group", _FIGURES)
def test_every_part_holds_dates_measures_inheritance_and_silence(group):
    part = read_counties(_COUNTIES, group)
    directives = [d for one in part for d in one.directives]
    deadlines = [t for d in directives for t in d.deadlines]
    assert sum(t.day is not None for t in deadlines) >= 60
    assert sum(t.day is None for t in deadlines) >= 8
    assert sum(len(d.measures) for d in directives) >= 60
    assert any(a.inherited for d in directives for a in d.addressees)
    assert {d.kind for d in directives} == {"task", "standing", "context", "promise"}
    assert sum(not one.directives for one in part) >= 4


def test_a_record_has_a_lead_where_somebody_leads(articles):
    silent = {"notice", "feature"}
    without = [one for one in articles if one.lead is None and one.genre not in silent]
    # Who only attends or goes along leads nothing; who chairs, or demands something, does.
    assert [one.file for one in without if any(p.role == "host" for p in one.people)] == []
    assert [
        (one.file, each.issuer)
        for one in without
        for each in one.directives
        if each.issuer in {p.name for p in one.people} and each.kind != "promise"
    ] == []
    assert all(one.file.startswith("meetings/") for one in without)
    assert any(one.year_given for one in articles)
    assert any(not one.year_given for one in articles)
