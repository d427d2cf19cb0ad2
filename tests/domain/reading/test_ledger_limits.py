"""By when a row of a ledger is due: days in any writing, and words that fix none."""

from datetime import date

import pytest
from tests.domain.reading.ledgers import LEXICON, anchor, cell

from guatu.domain.reading.ledger_limits import limit_in_cell, waits_for_year


def day_in(words: str, *, year: int | None = 2025, received: date | None = None) -> str:
    found = limit_in_cell(cell(words), anchor(year), LEXICON, received=received)
    assert found.text == words
    return str(found.day or "")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-11-10", "2025-11-10"),
        ("2025-11-03 17:30:00", "2025-11-03"),
        ("2025/10/26 18:00", "2025-10-26"),
        ("2025.12.31前", "2025-12-31"),
        ("2025年11月5日前完成", "2025-11-05"),
        ("25.6.30", "2025-06-30"),
        ("20251231", "2025-12-31"),
        ("202512", "2025-12-31"),
        ("45991", "2025-11-30"),
        ("2025年12月", "2025-12-31"),
        ("2026/2", "2026-02-28"),
        ("2026.6", "2026-06-30"),
        ("2025年12月中旬", "2025-12-20"),
        ("2026年3月底前", "2026-03-31"),
        ("2026年底", "2026-12-31"),
        ("2025年", "2025-12-31"),
        ("2025年10月—12月", "2025-12-31"),
        ("2025年11月1日至2026年1月15日", "2026-01-15"),
        ("2025年11月1日—1月15日", "2026-01-15"),
    ],
)
def test_a_day_that_prints_its_year_needs_no_other(words: str, day: str):
    assert day_in(words, year=None) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12月底前", "2025-12-31"),
        ("12月", "2025-12-31"),
        ("10-12月", "2025-12-31"),
        ("11月15日-12月20日", "2025-12-20"),
        ("12.31", "2025-12-31"),
        ("10/28", "2025-10-28"),
        ("年底", "2025-12-31"),
        ("全年", "2025-12-31"),
        ("第四季度", "2025-12-31"),
        ("上半年", "2025-06-30"),
        ("次年1月15日前", "2026-01-15"),
        ("6月底前建成2个，年底前全部建成", "2025-12-31"),
        ("国庆节前", "2025-09-30"),
    ],
)
def test_words_without_a_year_take_that_of_the_ledger(words: str, day: str):
    assert day_in(words) == day
    assert day_in(words, year=None) == ""


@pytest.mark.parametrize(
    "words",
    [
        "长期坚持", "立行立改", "即知即改", "已完成", "已于10月12日完成", "每周五", "每月25日前", "每季度一次", "2025年9月起", "按序时进度", "下次常务会前",
        "汛期前", "3日内", "2小时内", "13.45", "99999", "K12",
    ],
)  # fmt: skip
def test_words_that_fix_no_day_have_none(words: str):
    assert day_in(words) == ""


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("5个工作日", "2025-10-29"),
        ("3日内", "2025-10-25"),
        ("11月8日前", "2025-11-08"),
        ("1月15日前", "2026-01-15"),
        ("1.15", "2026-01-15"),
    ],
)
def test_what_is_counted_is_counted_from_the_day_on_which_the_matter_came_in(words: str, day: str):
    assert day_in(words, received=date(2025, 10, 22), year=None) == day


@pytest.mark.parametrize(("words", "waits"), [("12月底前", True), ("长期", False), ("2025.12.1", False), ("3日内", False)])  # fmt: skip
def test_only_a_limit_that_a_year_would_fix_waits_for_it(words: str, waits: bool):
    limit = limit_in_cell(cell(words), anchor(None), LEXICON, received=None)
    assert waits_for_year(limit, anchor(None), LEXICON) is waits
