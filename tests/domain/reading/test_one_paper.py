"""A page that is one official paper stays one article, whatever its paragraphs open with."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading import read_page
from guatu.domain.reading.marks import LineMark, LineRole

REPORT = "县政府召开例会\n\n本报讯 11月6日，县长罗远航主持召开会议。\n\n会议强调，要抓好秋播。\n\n"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "岚川县安委办关于液化气站检查情况的通报",
            "各乡镇人民政府：",
            "3月6日至9日，县安委办对9个液化气站进行了抽查。现将有关情况通报如下：",
            "一、基本情况",
            "总体看，各站能够落实制度。",
            "二、下一步工作要求",
            "（一）立即整改。各站要逐项销号。",
            "岚川县安全生产委员会办公室",
            "2024年3月12日",
        ),
        (
            "岚政纪〔2024〕9号",
            "关于县一中迁建有关问题的专题会议纪要",
            "时间：2024年3月1日",
            "地点：县政府二楼会议室",
            "主持人：方明",
            "会议就县一中迁建进行了研究，现将议定事项纪要如下：",
            "一、关于用地工作",
            "会议同意选址方案。",
            "二、关于资金筹措",
            "由县财政局先行垫付。",
        ),
        (
            "岚川县总河长令",
            "第3号",
            "为加强河湖管护，现命令如下：",
            "一、各级河长要按时巡河。",
            "此令。",
            "2024年3月20日",
        ),
    ],
)
def test_a_page_when_it_is_one_paper_then_it_is_one_article(lines: tuple[str, ...]):
    (article,) = read(page(*lines)).articles

    assert article.headline is not None
    assert "".join(one.text for one in article.paragraphs).endswith(lines[-1])


def test_a_number_above_the_title_when_a_paper_is_read_then_it_belongs_to_the_page():
    (article,) = read(
        page("岚政纪〔2024〕9号", "关于校舍的会议纪要", "会议议定：", "一、同意选址方案。")
    ).articles

    assert article.headline is not None
    assert article.headline.text == "关于校舍的会议纪要"
    assert [one.kind.value for one in article.doubts] == ["page_furniture"]


def test_a_notice_when_a_report_stands_on_the_page_too_then_they_are_two_articles():
    notice = page(
        "关于冬季检查的通知", "各乡镇人民政府：", "现将有关事项通知如下：", "一、严管火源。"
    )
    assert len(read(REPORT + notice).articles) == 2


def test_a_report_when_its_headline_is_no_papers_then_its_lines_are_weighed_as_ever():
    (article,) = read(REPORT).articles
    assert article.headline is not None
    assert article.headline.text == "县政府召开例会"


def test_a_report_when_it_stands_below_the_notice_then_they_are_two_articles():
    notice = page(
        "关于冬季检查的通知", "各乡镇人民政府：", "请于11月底前自查一遍。", "联系人：方明"
    )
    report = page(
        "罗远航检查供暖",
        "11月9日，县长罗远航到供热站检查冬季供暖保障工作，并看望一线职工。",
        "他要求，要备足煤炭。",
    )
    assert len(read(page(notice, report)).articles) == 2


def test_a_paper_when_its_heads_are_set_in_large_type_then_they_open_no_article():
    lines = (
        (LineRole.HEADLINE, "关于校舍改造的专题会议纪要"),
        (LineRole.BODY, "3月1日，副县长方明主持召开会议。现将议定事项纪要如下："),
        (LineRole.HEADLINE, "一、关于资金筹措"),
        (LineRole.BODY, "由县财政局于3月底前拨付。"),
        (LineRole.HEADLINE, "二、关于工程建设"),
        (LineRole.BODY, "3月15日前，县教育局完成招标。"),
    )
    text, marks = "", []
    for role, words in lines:
        marks.append(
            LineMark(span=Span(start=len(text), end=len(text) + len(words)), role=role, block=0)
        )
        text += words + "\n"
    found = read_page(text, lexicon=load_lexicon(), year=2024, marks=marks)

    assert len(found.articles) == 1
    assert [one.addressees[0].text for one in found.directives] == ["县财政局", "县教育局"]
