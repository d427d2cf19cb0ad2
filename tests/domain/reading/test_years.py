import pytest
from tests.domain.reading.reading_of import FIRST_PAGE, read

from guatu.domain.reading.values import YearBasis


@pytest.mark.parametrize(
    ("words", "value", "quote"),
    [
        ("研究了2024年度考核办法。", 2024, "2024年度"),
        ("到2030年全面建成。研究了2024年预算。", 2024, "2024年"),
        ("2023年以来持续向好。研究了2024年预算。", 2024, "2024年"),
        ("2024年11月7日 星期四\n\n去年即2023年，2023年。", 2024, "2024年11月7日"),
        ("发布时间：2024-11-07 10:28:37 来源：某台\n\n去年即2023年，2023年。", 2024, "2024-11-07"),
        ("来源：某台 日期：2024/11/7\n\n自2021年3月1日起施行的办法。", 2024, "2024/11/7"),
    ],
)
def test_a_year_printed_on_the_page_when_read_then_its_words_are_quoted(words, value, quote):
    text = FIRST_PAGE + "\n\n" + words
    year = read(text, year=None).year
    assert (year.value, year.basis, year.quote) == (value, YearBasis.TEXT, quote)
    assert year.span is not None
    assert text[year.span.start : year.span.end] == quote


@pytest.mark.parametrize(
    "words", ["2 0 2 5 年 1 2 月 1 5 日", "2025-12-15 青溪日报 作者：冷月", "2025-12-15 10:28"]
)
def test_a_day_set_with_space_or_without_a_word_for_it_when_read_then_gives_the_year(words):
    assert read(words + "\n" + FIRST_PAGE, year=None).year.value == 2025


def test_a_given_year_wins_over_the_page():
    year = read(FIRST_PAGE + "研究了2024年预算。", year=2022).year
    assert (year.value, year.basis, year.span) == (2022, YearBasis.GIVEN, None)


def test_a_page_without_year_when_read_then_no_date_is_made_up():
    reading = read(FIRST_PAGE, year=None)
    assert reading.year.basis is YearBasis.UNKNOWN
    assert reading.articles[0].dateline is not None
    assert reading.articles[0].dateline.day is None
    assert [one.code for one in reading.diagnostics] == ["reading.year_unknown"]


@pytest.mark.parametrize(
    ("limit", "asked"),
    [("尽快", False), ("10日内", False), ("9月底前", True), ("年底前", True)],
)
def test_the_year_is_asked_for_only_where_it_would_give_a_day(limit, asked):
    reading = read(f"县委书记路宁调研老街改造。他要求，县住建局要{limit}完成管网改造。", year=None)
    assert len(reading.directives) == 1
    assert ["reading.year_unknown"] * asked == [one.code for one in reading.diagnostics]


def test_a_figure_that_is_no_stamp_when_read_then_gives_no_year():
    for words in (
        "联系电话：2024-110-0711。",
        "文号：2024-11-07号。",
        "时间：2024-13-07。",
        "完成时间：2024-11-07。",
    ):
        assert read(FIRST_PAGE + "\n\n" + words, year=None).year.value is None, words
