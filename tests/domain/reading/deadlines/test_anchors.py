"""What a limit rests on: the day that was spoken, and the festival that an article names."""

from datetime import date

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading.deadlines import Anchor, deadlines_in


def test_a_relative_limit_when_no_day_was_spoken_then_it_has_none() -> None:
    anchor = Anchor(spoken=None, year=2025, working=five_days())
    for words in ("下周五之前", "三天之内", "明天上午报来", "限期十天整改", "月底前"):
        found = deadlines_in(words, anchor, load_lexicon())
        assert [one.day for one in found if one.day] == [], words


@pytest.mark.parametrize(
    ("words", "festival", "day"),
    [
        ("节前把景区再查一遍", "国庆", ["2025-09-30"]),
        ("两节前把景区再查一遍", "国庆", []),
        ("节前连续三天播报", "国庆", []),
        ("节前把景区再查一遍", "春节", []),
        ("节前把景区再查一遍", None, []),
    ],
)
def test_before_the_festival_when_the_article_names_one_near_at_hand_then_its_eve(
    words: str, festival: str | None, day: list[str]
) -> None:
    anchor = Anchor(spoken=date(2025, 9, 20), year=2025, working=five_days(), festival=festival)
    found = deadlines_in(words, anchor, load_lexicon())
    assert [one.day.isoformat() for one in found if one.day] == day


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("元旦前完成清淤", []),
        ("春节前完成清淤", []),
        ("明年春节前完成清淤", ["2026-02-16"]),
        ("国庆节前完成清淤", ["2025-09-30"]),
    ],
)
def test_a_festival_at_the_turn_of_the_year_when_no_day_was_spoken_then_it_has_none(
    words: str, days: list[str]
) -> None:
    anchor = Anchor(spoken=None, year=2025, working=five_days())
    found = deadlines_in(words, anchor, load_lexicon())
    assert [one.day.isoformat() for one in found if one.day] == days
