"""The day of a report below a web page's stamp: words like 昨日, and days of the year before."""

import pytest
from tests.domain.reading.reading_of import read


def day(opening: str, stamp: str = "2026-01-04 17:20") -> str | None:
    page = f"县长罗远航调研供水工作\n{stamp}\n{opening}县长罗远航到城东水厂调研。罗远航要求，县水利局三日内完成检修。"
    (record,) = read(page, year=None).records
    return str(record.day) if record.day else None


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("昨日，", "2026-01-03"),
        ("昨天下午，", "2026-01-03"),
        ("今天上午，", "2026-01-04"),
        ("本网讯（记者 方小满）昨日，", "2026-01-03"),
        ("昨日（31日），", "2025-12-31"),
        ("昨（3）日，", "2026-01-03"),
        ("1月2日，", "2026-01-02"),
        ("12月30日，", "2025-12-30"),
        ("近日，", None),
        ("", None),
    ],
)
def test_the_stamp_says_from_where_a_day_is_spoken(opening, expected):
    assert day(opening) == expected


def test_each_report_has_its_own_stamp():
    page = "县长罗远航调研供水\n2025-12-31 10:28\n12月30日，县长罗远航到水厂调研。\n书记与果农座谈\n2026-01-02 09:10\n昨天，县委书记齐小雨邀请果农座谈。"
    assert [str(one.day) for one in read(page, year=None).records] == ["2025-12-30", "2026-01-01"]


def test_a_relative_limit_counts_from_the_day_so_known():
    page = "县长罗远航调研供水工作\n2025-12-16 10:28\n昨日，县长罗远航到水厂调研。罗远航要求，县水利局三日内完成检修。"
    (one,) = read(page, year=None).directives
    assert str(one.limits[0].day) == "2025-12-18"


def test_no_stamp_no_day():
    page = "县长罗远航调研供水工作\n昨日，县长罗远航到水厂调研。罗远航要求，县水利局2025年年底前完成检修。"
    assert [one.day for one in read(page, year=None).records] == [None]
