import json
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from tests.domain.drawing.county import wall
from tests.domain.writing.papers import EN, ZH, ledger, notice, order_sheets, slip

from guatu.adapters.typesetting import TypstTypesetter, drawings_job
from guatu.domain.drawing.wall_paper import Paper, draw_wall
from guatu.domain.kernel.messages import Messages
from guatu.domain.writing.ledger_list import ledger_paper
from guatu.domain.writing.notice import SlipColor, notice_paper, slip_paper
from guatu.domain.writing.order_sheet import PlanEffect, order_paper, order_papers
from guatu.domain.writing.paper import Fields, Grid, Listing, Paragraph, PrintedPaper
from guatu.domain.writing.typeset import papers_job

HOSTILE = '#panic("x") $x^2$ *b* _i_ `c` \\ " </text> <script> ] } 岚川'


def pages(*papers: PrintedPaper, messages: Messages = ZH) -> list[str]:
    """The text of each page, white space taken out: lines break where they will."""
    content = TypstTypesetter().pdf(papers_job(papers, language=messages.language))
    with pypdfium2.PdfDocument(content) as document:
        read = [page.get_textpage().get_text_range() for page in document]
    return ["".join(one.split()) for one in read]


@pytest.mark.parametrize("messages", [ZH, EN], ids=["zh", "en"])
def test_each_source_gets_one_page(messages: Messages) -> None:
    sheets = order_sheets()
    printed = pages(*order_papers(sheets, messages), messages=messages)
    assert len(printed) == len(sheets) == 3
    for page, sheet in zip(printed, sheets, strict=True):
        assert "".join(sheet.order.source_name.split()) in page
        assert sheet.number in page
        assert "7f" * 32 in page


def test_an_order_says_level_times_stops_measures_receipt_effect_and_basis() -> None:
    (page,) = pages(order_paper(order_sheets()[0], ZH))
    for expected in (
        "橙色预警（Ⅱ级响应）", "2026年11月26日12:00起，至2026年11月30日00:00止", "土石方作业",
        "停止喷涂粉刷、护坡喷浆和现场混凝土搅拌", "签收期限2026年11月25日20:00",
        "停工4天，预计完成由2027-06-26变为2027-06-30（+4天）", "第一百二十一条", "签收人（单位盖章）",
    ):  # fmt: skip
        assert expected in page


def test_a_guaranteed_work_is_told_that_it_goes_on_and_no_penalty() -> None:
    (page,) = pages(order_paper(order_sheets()[2], ZH))
    assert "民生保障工程，可继续施工" in page
    assert "停止下列作业" not in page
    assert "罚款" not in page


def test_a_stop_that_float_covers_is_told_as_that() -> None:
    same = PlanEffect(
        work="甲", stopped_days=3, last_day_before=date(2027, 1, 1), last_day_after=date(2027, 1, 1)
    )
    (page,) = pages(order_paper(replace(order_sheets()[0], effects=(same,)), ZH))
    assert "停工3天，由机动时间吸收，预计完成仍为2027-01-01" in page


def test_a_notice_carries_the_exact_quote_the_result_and_the_deadline_with_its_basis() -> None:
    (page,) = pages(notice_paper(notice(), ZH))
    for expected in (
        notice().quote,
        notice().result,
        "2026年12月10日",
        "原文明确",
        "城关镇人民政府、县自然资源局",
        "岚政督〔2026〕43号",
    ):
        assert expected in page


def test_a_notice_without_a_deadline_says_so_and_invents_none() -> None:
    (page,) = pages(notice_paper(notice(deadline=None, nodes=()), ZH))
    assert "办结时限待明确" in page
    assert "阶段节点" not in page


@pytest.mark.parametrize(
    ("color", "name"),
    [
        (SlipColor.BLUE, "蓝色督办单"),
        (SlipColor.YELLOW, "黄色督办单"),
        (SlipColor.RED, "红色督办单"),
    ],
)
def test_a_slip_names_its_color_in_words(color: SlipColor, name: str) -> None:
    (page,) = pages(slip_paper(slip(color), ZH))
    for expected in (name, "第2次", "已逾期13天", "应办结日2026年11月10日"):
        assert expected in page


def test_a_long_ledger_repeats_its_head_on_every_page_and_loses_no_row() -> None:
    printed = pages(ledger_paper(ledger(60), ZH))
    assert len(printed) > 1
    assert all("牵头单位" in page and "序号" in page for page in printed)
    whole = "".join(printed)
    assert all(f"岚督〔2026〕{place}" in whole for place in range(1, 61))
    assert "共60条" in printed[0]


def test_what_people_wrote_is_printed_and_never_run_as_markup() -> None:
    (page, *_) = pages(notice_paper(notice(matter=HOSTILE, quote=HOSTILE, lead_unit=HOSTILE), ZH))
    assert page.count("".join(HOSTILE.split())) == 4


def test_the_markup_is_the_same_whatever_is_printed() -> None:
    one, other = papers_job([notice_paper(notice(), ZH)]), papers_job([ledger_paper(ledger(3), ZH)])
    assert one.markup == other.markup
    assert "岚川" not in one.markup
    assert json.loads(one.inputs["papers"])[0]["title"] == "督办通知单"


def test_papers_of_the_wrong_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="a cell for each column"):
        Grid(head=("a", "b"), rows=(("1",),), widths=(1, 1))
    with pytest.raises(ValueError, match="one width for each column"):
        Grid(head=("a", "b"), rows=(), widths=(1,))
    with pytest.raises(ValueError, match="one or two pairs"):
        Fields(rows=((),))
    with pytest.raises(ValueError, match="no paper"):
        papers_job([])


def test_an_empty_ledger_prints_its_head() -> None:
    (page,) = pages(ledger_paper(replace(ledger(1), rows=()), ZH))
    assert "共0条" in page


def test_a_page_without_organ_number_or_origin_is_set() -> None:
    plain = PrintedPaper(
        title="清单", blocks=(Paragraph(text="无"), Listing(heading="一、", items=()))
    )
    assert "清单" in pages(plain)[0]


def test_the_wall_is_found_by_its_chinese_words_in_the_pdf() -> None:
    content = TypstTypesetter().pdf(drawings_job(draw_wall(wall(3), Paper.A0, ZH)))
    with pypdfium2.PdfDocument(content) as document:
        page = document[0].get_textpage()
        for expected in (
            "岚川县重点项目挂图作战总图",
            "县经济开发区管委会",
            "主体钢构",
            "停工窗口",
        ):
            assert page.search(expected).get_next() is not None
