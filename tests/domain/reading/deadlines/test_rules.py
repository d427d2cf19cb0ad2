"""One case or more for each file of ``domain/reading/deadlines``; see also ``test_deadlines.py``."""

from datetime import date

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading.deadlines import Anchor, Season, deadlines_in
from guatu.domain.reading.values import DeadlineBasis

SPOKEN = date(2026, 5, 11)  # a Monday


def days(words: str, **more) -> list[tuple[str, str | None]]:
    anchor = Anchor(spoken=SPOKEN, year=2026, working=five_days(), **more)
    found = deadlines_in(words, anchor, load_lexicon())
    return [(words[one.start : one.end], one.day.isoformat() if one.day else None) for one in found]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("国庆节前全部完工", "2026-09-30"),
        ("春节前兑付到位", "2027-02-05"),
        ("中秋节前投放", "2026-09-24"),
    ],
)
def test_festivals(words: str, day: str) -> None:
    assert [one for _, one in days(words)] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("元旦前发放到位", date(2026, 12, 31)),
        ("春节前清零", date(2027, 2, 5)),
        ("元月10日前报送", date(2027, 1, 10)),
        ("元月底前完成", date(2027, 1, 31)),
        ("2月底前完成", date(2027, 2, 28)),
    ],
)
def test_a_limit_named_in_december_is_of_the_coming_winter(words: str, day: date) -> None:
    anchor = Anchor(spoken=date(2026, 12, 25), year=2026, working=five_days())
    assert [one.day for one in deadlines_in(words, anchor, load_lexicon())] == [day]


def test_a_season_has_a_day_only_where_the_county_says_it() -> None:
    assert [one for _, one in days("汛期前完成清淤")] == [None]
    season = Season(words=("汛期", "汛"), month=6, day=1)
    assert [one for _, one in days("汛期前完成清淤", seasons=(season,))] == ["2026-05-31"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("三日内书面反馈", "2026-05-14"),
        ("十个工作日内完成", "2026-05-25"),
        ("两周内报来", "2026-05-25"),
    ],
)
def test_counts(words: str, day: str) -> None:
    assert [one for _, one in days(words)] == [day]


def test_a_count_from_another_event_is_quoted_only() -> None:
    assert [one for _, one in days("自收到通知之日起10日内报送")] == [None]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("下周五前交账", "2026-05-22"),
        ("本周内完成", "2026-05-17"),
        ("明天上班前交到督查室", "2026-05-12"),
    ],
)
def test_weeks(words: str, day: str) -> None:
    assert [one for _, one in days(words)] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("三季度末完成", "2026-09-30"),
        ("上半年完成主体", "2026-06-30"),
        ("11月上旬完成", "2026-11-10"),
        ("明年3月底前投用", "2027-03-31"),
    ],
)
def test_months_and_periods(words: str, day: str) -> None:
    assert [one for _, one in days(words)] == [day]


def test_two_limits_in_one_clause() -> None:
    assert [day for _, day in days("三天内拿出方案，月底前完工")] == ["2026-05-14", "2026-05-31"]


def test_a_range_ends_with_its_last_day() -> None:
    assert [day for _, day in days("从5月20日到6月10日集中整治")] == ["2026-06-10"]


@pytest.mark.parametrize("words", ["离年底只有七个月", "把今天交办的19个问题认领"])
def test_what_is_left_or_was_handed_out_is_no_limit(words: str) -> None:
    assert [day for _, day in days(words) if day] == []


def test_campaign_words_are_quoted() -> None:
    anchor = Anchor(spoken=SPOKEN, year=2026, working=five_days())
    (one,) = deadlines_in("尽快拿出方案", anchor, load_lexicon())
    assert (one.day, one.basis) == (None, DeadlineBasis.NONE) or one.day is None
