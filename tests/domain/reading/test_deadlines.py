from datetime import date

import pytest
from tests.domain.reading.reading_of import demands

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import HolidayTable, five_days
from guatu.domain.reading.deadlines import Anchor, deadline_in
from guatu.domain.reading.values import DeadlineBasis

WEDNESDAY = date(2024, 11, 6)


def resolved(words: str, *, spoken: date | None = WEDNESDAY, year: int | None = 2024):
    anchor = Anchor(spoken=spoken, year=year, working=five_days())
    return deadline_in(words, anchor, load_lexicon())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("于11月15日前完成整改", "2024-11-15"),
        ("2025年3月1日前建成", "2025-03-01"),
        ("最迟11月20日拿出方案", "2024-11-20"),
        ("11月底前完成", "2024-11-30"),
        ("十二月底前完成", "2024-12-31"),
        ("1月底前完成", "2025-01-31"),
        ("2月末前完成", "2025-02-28"),
        ("12月中旬前完成", "2024-12-20"),
        ("明年6月底前投产", "2025-06-30"),
        ("本月底前完成", "2024-11-30"),
        ("月底前报送", "2024-11-30"),
        ("下月底前报送", "2024-12-31"),
        ("下月5日前报送", "2024-12-05"),
        ("年底前全部完成", "2024-12-31"),
        ("年内建成", "2024-12-31"),
        ("今年内建成", "2024-12-31"),
        ("四季度末完成", "2024-12-31"),
        ("一季度末完成", "2025-03-31"),
        ("上半年完成主体工程", "2025-06-30"),
        ("明年上半年前完成", "2025-06-30"),
        ("三日内整改到位", "2024-11-09"),
        ("10天内办结", "2024-11-16"),
        ("两周内完成", "2024-11-20"),
        ("一个月内完成", "2024-12-06"),
        ("半年内完成", "2025-05-06"),
        ("五个工作日内反馈", "2024-11-13"),
        ("十个工作日内反馈", "2024-11-20"),
        ("下周五前报送", "2024-11-15"),
        ("本周五前报送", "2024-11-08"),
        ("本周内完成", "2024-11-10"),
        ("24小时内报告", "2024-11-07"),
        ("次日前上报", "2024-11-07"),
        ("春节前完成", "2025-01-28"),
        ("国庆节前开放", "2025-09-30"),
        ("2026年中秋节前开园", "2026-09-24"),
        ("清明前完成防火准备", "2025-04-03"),
        ("“五一”前开放", "2025-04-30"),
        ("20日前上报", "2024-11-20"),
        ("5日前上报", "2024-12-05"),
        ("11月20日下班前报送", "2024-11-20"),
        ("11月20日（星期三）17:00前报送", "2024-11-20"),
        ("周五前报送", "2024-11-08"),
        ("周一前报送", "2024-11-11"),
        ("11月10日至25日开展集中整治", "2024-11-25"),
        ("从即日起至12月底开展排查", "2024-12-31"),
        ("用一个月时间完成摸排", "2024-12-06"),
        ("限5天整改", "2024-11-11"),
        ("两年内建成", "2026-11-06"),
        ("本季度内完成", "2024-12-31"),
        ("明年3月底前完成", "2025-03-31"),
        ("2026年底前投用", "2026-12-31"),
        ("今年改造12个小区", "2024-12-31"),
        ("明年6月建成", "2025-06-30"),
        ("三季度建成", "2025-09-30"),
        ("“十五五”末建成", "2030-12-31"),
    ],
)
def test_words_that_fix_a_day_when_resolved_then_that_day(words: str, day: str):
    found = resolved(words)
    assert found is not None
    assert found.day == date.fromisoformat(day)
    assert found.basis is not DeadlineBasis.NONE


@pytest.mark.parametrize(
    "words",
    [
        "推动项目早日投产",
        "抓紧谋划项目",
        "确保按时限完成",
        "冲刺四季度",
        "决胜全年",
        "尽快完善设施",
        "汛期前清淤",
        "立即整改",
        "每月25日前报送",
        "节前完成",
    ],
)
def test_campaign_words_when_resolved_then_quoted_without_a_day(words: str):
    found = resolved(words)
    assert found is not None
    assert found.day is None
    assert found.basis is DeadlineBasis.NONE
    assert words[found.start : found.end]


@pytest.mark.parametrize(
    "words",
    [
        "全年播种32万亩",
        "前三季度经济运行平稳",
        "10月29日的事故",
        "保证4小时内恢复",
        "24小时值班",
        "上半年经济运行良好",
        "每月巡河两次",
    ],
)
def test_times_that_are_no_deadline_when_read_then_none(words: str):
    assert resolved(words) is None


@pytest.mark.parametrize("words", ["11月15日前完成", "三日内完成", "年底前完成", "下周五前完成"])
def test_a_deadline_when_the_year_is_unknown_then_quoted_without_a_day(words: str):
    found = resolved(words, spoken=None, year=None)
    assert found is not None
    assert found.day is None


def test_an_impossible_day_when_resolved_then_no_day_is_made_up():
    found = resolved("2月30日前完成")
    assert found is not None
    assert found.day is None


def test_working_days_when_a_holiday_lies_between_then_it_is_not_counted():
    off = frozenset({date(2024, 11, 8).toordinal()})
    table = HolidayTable(name="test", first_year=2024, last_year=2024, off=off)
    anchor = Anchor(spoken=WEDNESDAY, year=2024, working=five_days(holidays=table))
    found = deadline_in("五个工作日内反馈", anchor, load_lexicon())
    assert found is not None
    assert found.day == date(2024, 11, 14)


def test_a_directive_without_time_words_has_no_deadline():
    (one,) = demands("会议要求，县住建局要完善配套设施。")
    assert one.deadline.text is None
    assert one.deadline.day is None


def test_a_deadline_cut_by_a_column_break_is_read_across_it():
    (one,) = demands("会议要求，县住建局要于11月\n\n15日前完成整改。")
    assert one.deadline.text == "11月15日前"
    assert one.deadline.day == date(2024, 11, 15)
