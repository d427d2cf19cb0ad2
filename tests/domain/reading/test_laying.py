from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.reading.pages_drawn import column, line, page, upright

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_source
from guatu.domain.reading.laying import lay_pages
from guatu.domain.reading.marks import LineRole, SourceText


def laid(*pages) -> SourceText:
    return lay_pages(pages, load_lexicon(), media_type="application/pdf")


def lines_of(source: SourceText) -> list[str]:
    return [source.text[one.span.start : one.span.end] for one in source.marks]


FIRST = column(
    0,
    60,
    "  本报讯十一月六日，",
    "县长主持召开会议。会",
    "议要求抓好落实，确保",
    "如期完成全年的任务。",
)
SECOND = column(150, 60, "要求各部门加快进度。", "  会议还研究其他事项", "，并作出了安排部署。")


def test_a_column_top_without_indent_goes_on_even_after_a_full_stop():
    source = laid(page(line("县政府召开会议", 40, 20, size=22), *FIRST, *SECOND))
    assert lines_of(source) == [
        "县政府召开会议",
        "本报讯十一月六日，县长主持召开会议。会议要求抓好落实，确保如期完成全年的任务。要求各部门加快进度。",
        "会议还研究其他事项，并作出了安排部署。",
    ]
    assert [one.opens for one in source.marks] == [False, True, False]


def test_each_piece_points_at_its_line_and_its_box():
    source = laid(page(line("县政府召开会议", 40, 20, size=22), *FIRST, *SECOND))
    for mark in source.marks:
        for piece in mark.pieces:
            words = source.text[piece.span.start : piece.span.end]
            assert piece.box.x1 - piece.box.x0 == len(words) * (piece.box.y1 - piece.box.y0)


def test_page_numbers_and_running_heads_are_furniture_and_paragraphs_run_over_pages():
    first = page(
        line("云岭县人民政府公报", 200, 10), *column(50, 100, "  各乡镇要抓紧整改存在问", "题，做到立行立改，并于"),
        line("— 1 —", 280, 780),
    )  # fmt: skip
    second = page(
        line("云岭县人民政府公报", 200, 10), *column(50, 100, "月底前报送整改情况。", "  特此通知。"),
        line("— 2 —", 280, 780),
    )  # fmt: skip
    source = laid(first, second)
    body = [
        words
        for words, mark in zip(lines_of(source), source.marks, strict=True)
        if mark.role is not LineRole.FURNITURE
    ]
    assert body == [
        "各乡镇要抓紧整改存在问题，做到立行立改，并于月底前报送整改情况。",
        "特此通知。",
    ]
    assert sum(mark.role is LineRole.FURNITURE for mark in source.marks) == 4


def test_items_of_a_list_that_begin_each_page_are_no_running_heads():
    item = "{n}.县水利局要在月底前完成第{n}座水库的除险加固任务。"
    pages = [
        page(*column(50, 40, "  " + item.format(n=n), "  " + item.format(n=n + 1)))
        for n in (1, 3, 5)
    ]
    assert lines_of(laid(*pages)) == [item.format(n=n) for n in range(1, 7)]


def test_a_caption_stands_aside_and_does_not_break_its_column():
    upper = column(0, 60, "  本报讯县长调研工地，", "要求施工单位严把质量")
    caption = [line("图为调研现场。", 0, 130, size=8)]
    lower = column(0, 180, "关，确保按期完工。")
    source = laid(page(line("县长调研工地", 0, 20, size=20), *upper, *caption, *lower))
    assert "本报讯县长调研工地，要求施工单位严把质量关，确保按期完工。" in lines_of(source)
    assert LineRole.CAPTION in {one.role for one in source.marks}


def test_who_signed_and_when_stays_with_the_notice():
    rows = column(
        0, 60, "  各乡镇要立即开展自建房安全隐患排查", "整治，并于月底前向县安委办报送情况。"
    )
    signed = [line("县安委办", 140, 100), line("2025年3月1日", 90, 115)]
    source = laid(page(line("关于排查的通知", 0, 20, size=20), *rows, *signed))
    reading = read_source(source, lexicon=load_lexicon())
    assert reading.articles[0].paragraphs[-1].text == "2025年3月1日"


def test_a_line_of_low_score_is_a_doubt_and_lowers_the_trust_in_its_directive():
    rows = column(0, 60, "  县住建局要在年底前", "完成燃气管线的改造。", "  县教育局要抓好防火。")
    seen = [
        line(one.words, one.box.x0, one.box.y0, score=0.4 if n == 1 else 1.0)
        for n, one in enumerate(rows)
    ]
    reading = read_source(
        laid(page(line("县长检查安全生产", 0, 20, size=20), *seen)), lexicon=load_lexicon()
    )
    assert [one.kind.value for one in reading.articles[0].doubts] == ["misread_character"]
    unsure, sure = reading.directives
    assert unsure.confidence < 0.5 < sure.confidence


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 500), st.floats(0, 700), st.sampled_from([7.0, 10.0, 24.0]),
            st.text("县长要求年月日，。12“”图为本报讯 一、", min_size=1, max_size=14),
        ),
        min_size=1,
        max_size=40,
    )
)  # fmt: skip
def test_any_page_when_laid_and_read_then_every_character_is_in_one_place(places):
    lines = [line(words, x, y, size=size) for x, y, size, words in places if words.strip()]
    source = laid(page(*lines))
    assert sorted("".join(source.text.split())) == sorted(
        sign for one in lines for sign in one.words if not sign.isspace()
    )
    places_of: list[int] = []
    for article in read_source(source, lexicon=load_lexicon()).articles:
        parts = [span for one in article.paragraphs for span in one.spans]
        parts += article.headline.spans if article.headline else ()
        parts += article.byline.spans if article.byline else ()
        aside = ("garbled_line", "page_furniture")
        parts += [s for one in article.doubts if one.kind.value in aside for s in one.spans]
        places_of += [
            i for s in parts for i in range(s.start, s.end) if not source.text[i].isspace()
        ]
    assert sorted(places_of) == [i for i, sign in enumerate(source.text) if not sign.isspace()]


def test_a_headline_that_runs_down_beside_its_article_is_read_from_the_right():
    rows = column(120, 20, "  本报讯十一月六日，", "县长主持召开会议。会", "议要求抓好落实工作。")
    heading = [upright("部署防汛工作", 60, 20, size=20), upright("县长调研水库", 90, 20, size=20)]
    margin = upright("云岭日报综合新闻", 5, 100)
    source = laid(page(margin, *heading, *rows))
    found = {one.role: source.text[one.span.start : one.span.end] for one in source.marks}
    assert found[LineRole.HEADLINE] == "县长调研水库部署防汛工作"
    assert found[LineRole.FURNITURE] == "云岭日报综合新闻"


def test_a_lone_character_seen_too_high_is_no_headline():
    tall = line("短", 0, 110, size=16)
    source = laid(page(line("县政府召开会议", 40, 20, size=22), *FIRST, tall, *SECOND))
    assert [one.role for one in source.marks].count(LineRole.HEADLINE) == 1
    short = laid(page(line("决定", 28, 20, size=22), *FIRST))
    assert short.marks[0].role is LineRole.HEADLINE


def test_rows_between_two_rows_of_large_type_belong_to_the_headline():
    source = laid(
        page(
            line("全县惠企大会召开", 0, 0, size=22),
            line("发布政策清单", 0, 26, size=11.5),
            line("征集意见建议", 0, 42, size=14),
            *FIRST,
        )
    )
    reading = read_source(source, lexicon=load_lexicon(), year=2026)
    assert len(reading.articles) == 1
    assert reading.articles[0].headline is not None
    assert reading.articles[0].headline.text.endswith("征集意见建议")
