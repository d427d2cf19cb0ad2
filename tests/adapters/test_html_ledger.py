"""Web pages of nothing but tables, as office systems export them under the name of a workbook."""

import pytest

from guatu.adapters.intake import take_in
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_source
from guatu.domain.reading.ledger_grid import DITTO
from tests.adapters.test_mhtml_intake import mhtml, part
from tests.factories.papers import html_of

TABLE = (
    "<table border=1><caption>重点任务清单</caption><tr><th>序号<th>重点任务<th>牵头单位<th>完成时限</tr>"
    "<tr><td>1<td>清淤<br>除障<td rowspan=2>县水利局<td>2026-11-30</tr><tr><td><td>巡河<td>长期</tr>"
    '<tr style="display:none"><td>9<td>不给人看<td>某局<td>年底</tr></table>'
)
READ = f"重点任务清单\n序号\t重点任务\t牵头单位\t完成时限\n1\t清淤 除障\t县水利局\t2026-11-30\n\t巡河\t{DITTO}\t长期"
EXCEL = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head>'


@pytest.mark.parametrize(
    "page",
    [
        TABLE,
        f"<meta charset=gb2312><style>td{{}}</style>{TABLE}",
        f"{EXCEL}<body><div align=center>{TABLE}</div></body></html>",
        f"<html><body><form>{TABLE}</form></body></html>",
    ],
)
def test_a_page_of_nothing_but_a_table_is_a_ledger(page: str):
    source, _ = take_in(page.encode("gb18030"), name="台账.xls")
    assert (source.text, source.ledger, source.media_type) == (READ, True, "text/html")
    found = read_source(source, lexicon=load_lexicon()).directives
    assert [(one.action, one.addressees[0].text, str(one.deadline.day)) for one in found] == [
        ("清淤 除障", "县水利局", "2026-11-30"),
        ("巡河", "县水利局", "None"),
    ]


def test_words_above_a_table_are_its_title_and_each_table_is_a_sheet():
    page = f"<h3>一、在建</h3>{TABLE}<p>二、续建</p>{TABLE}<p>填报人：某</p>"
    source, _ = take_in(page.encode(), name="x.xls")
    assert source.text == f"一、在建\n{READ}\n\n二、续建\n{READ}\n填报人：某"
    assert source.pages == 2


def test_a_table_of_a_program_for_sheets_is_a_ledger_though_it_names_no_task():
    table = "<table><tr><td>姓名<td>电话</tr><tr><td>某人<td>1</tr></table>"
    source, _ = take_in(f"{EXCEL}<body>{table}".encode("gb18030"), name="x.xls")
    assert source.ledger
    assert [one.code for one in read_source(source, lexicon=load_lexicon()).diagnostics] == [
        "reading.no_ledger_columns"
    ]
    assert not take_in(table.encode(), name="x.xls")[0].ledger


@pytest.mark.parametrize(
    "page",
    [
        html_of().replace(b"</div>", TABLE.encode() + b"</div>"),
        f"<p>请各乡镇按下表抓好落实。</p>{TABLE}".encode(),
        f"<a href='/'>首页</a>{TABLE}".encode(),
        f"<p>{'很长的一句说明' * 10}</p>{TABLE}".encode(),
    ],
)
def test_a_table_among_words_of_a_page_is_read_with_the_page(page: bytes):
    source, _ = take_in(page, name="x")
    assert not source.ledger
    assert "巡河" in source.text


def test_rows_that_begin_with_an_empty_cell_keep_their_columns_on_a_page_too():
    page = f"<p>请各乡镇按下表抓好落实。</p>{TABLE}".encode()
    found = read_source(take_in(page, name="x")[0], lexicon=load_lexicon()).directives
    assert ("巡河", "县水利局") in [(one.action, one.addressees[0].text) for one in found]


def test_a_workbook_saved_as_one_page_shows_all_its_sheets():
    frames = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head></head><frameset rows="*,39"><frame src="b.files/sheet001.htm">'
        '<frame src="b.files/tabstrip.htm"><noframes><body><p>此页使用了框架。</p></body></noframes></frameset></html>'
    )
    sheet = f"<html><body>{TABLE}</body></html>".encode()
    raw = mhtml(
        part("file:///C:/b.htm", frames.encode()),
        part("file:///C:/b.files/sheet001.htm", sheet),
        part("file:///C:/b.files/tabstrip.htm", "<table><tr><td>甲表<td>乙表</table>".encode()),
        part("file:///C:/b.files/sheet002.htm", sheet),
    )
    source, _ = take_in(raw, name="x.mht")
    assert (source.text, source.ledger) == (f"{READ}\n\n{READ}", True)
