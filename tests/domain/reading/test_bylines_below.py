"""Bylines and stamps that stand below a headline: they end no report, and the headline stays its report's."""

import pytest
from tests.domain.reading.reading_of import read

FIRST = "12月14日，县长罗远航到城东水厂调研。副县长方明参加。\n罗远航要求，县水利局月底前完成检修。"
SECOND = "没有席卡，不念稿子。12月15日，县委书记齐小雨邀请果农座谈。\n齐小雨强调，各镇要管好冷库。"


def laid(text: str) -> list[tuple[str | None, str | None, int]]:
    """Return headline, byline and number of paragraphs of each article."""
    return [
        (
            one.headline.text if one.headline else None,
            one.byline.text if one.byline else None,
            len(one.paragraphs),
        )
        for one in read(text).articles
    ]


@pytest.mark.parametrize(
    "byline", ["本报记者 苗可欣", "（记者 苗可欣）", "作者：苗可欣 来源：本站"]
)
def test_a_byline_below_its_headline_is_its_report_s(byline: str) -> None:
    assert laid(f"县长调研供水\n{byline}\n{FIRST}") == [("县长调研供水", byline, 2)]


def test_two_reports_with_their_bylines_on_top_stay_two() -> None:
    page = f"县长调研供水\n记者 苗可欣\n{FIRST}\n书记与果农座谈\n记者 郝秋远\n{SECOND}"
    assert laid(page) == [
        ("县长调研供水", "记者 苗可欣", 2),
        ("书记与果农座谈", "记者 郝秋远", 2),
    ]


def test_a_byline_at_the_end_of_a_report_is_the_report_s_above() -> None:
    page = f"县长调研供水\n{FIRST}\n记者 苗可欣\n书记与果农座谈\n{SECOND}\n记者 郝秋远"
    assert laid(page) == [
        ("县长调研供水", "记者 苗可欣", 2),
        ("书记与果农座谈", "记者 郝秋远", 2),
    ]


@pytest.mark.parametrize(
    "stamp",
    [
        "发布时间：2024-12-15 10:28:37 来源：岚溪融媒 浏览次数：120",
        "来源：岚溪融媒 发布日期：2024年12月15日",
        "2024-12-15 10:28 来源：岚溪融媒",
        "日期：2024/12/15",
        "【字体：大 中 小】 打印",
    ],
)
def test_the_stamp_of_a_web_page_is_its_furniture(stamp: str) -> None:
    text = f"县长调研供水\n{stamp}\n{FIRST}"
    assert laid(text) == [("县长调研供水", None, 2)]
    (doubt,) = read(text).articles[0].doubts
    assert doubt.kind.value == "page_furniture"
    assert text[doubt.spans[0].start : doubt.spans[0].end] == stamp


@pytest.mark.parametrize(
    "line",
    [
        "来源：县财政，用途：清淤。",
        "日期定在12月20日，各镇要备好料。",
        "2024年12月15日，罗远航到白沙镇检查。",
    ],
)
def test_a_sentence_that_begins_as_a_stamp_stays_text(line: str) -> None:
    assert laid(f"县长调研供水\n{FIRST}\n{line}") == [("县长调研供水", None, 3)]
