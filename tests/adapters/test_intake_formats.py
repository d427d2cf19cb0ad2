import io

import docx
import pypdfium2
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from pypdfium2 import raw

from guatu.adapters.intake import take_in
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.pdf_intake import read_pdf
from guatu.adapters.typesetting import TypstTypesetter
from guatu.adapters.word_numbers import chinese, counted
from guatu.domain.kernel.protocols import TypesetJob
from guatu.domain.reading import SourceText, read_source
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.radicals import repaired
from tests.factories.papers import HEADLINE, PARAGRAPHS, docx_of, html_of, pdf_of, xlsx_of


def read(raw: bytes) -> tuple[SourceText, list[str]]:
    """Return the source with its lines."""
    source, told = take_in(raw, name="x")
    assert source is not None, told
    return source, [source.text[one.span.start : one.span.end] for one in source.marks]


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_pdf_of_two_columns_comes_back_whole_and_in_order():
    source, lines = read(pdf_of())
    assert lines[0] == HEADLINE
    assert ["".join(one.split()) for one in lines[1:]] == [
        "".join(one.split()) for one in PARAGRAPHS
    ]
    assert next(one.role for one in source.marks) is LineRole.HEADLINE


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn: int):
    """A landscape page is often drawn lying and turned when it is shown."""
    markup = (
        '#set page(width: 120mm, height: 120mm, margin: 10mm)\n#set text(font: "Noto Sans SC", size: 11pt)\n'
        f"#rotate({-turn}deg, reflow: true)[#box(width: 60mm)[县政府召开会议研究工作，要求县住建局在年底前完成整改。]]"
    )
    document = pypdfium2.PdfDocument(
        TypstTypesetter().pdf(TypesetJob(markup=markup, inputs={}, files={}))
    )
    document[0].set_rotation(turn)
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue())[1] == ["县政府召开会议研究工作，要求县住建局在年底前完成整改。"]


def test_words_across_the_page_are_kept_but_aside():
    markup = (
        '#set page(width: 120mm, height: 120mm, margin: 10mm)\n#set text(font: "Noto Sans SC", size: 11pt)\n'
        "#place(center + horizon, rotate(45deg)[内部资料])\n县政府召开会议研究部署工作，要求县住建局在年底前完成整改。"
    )
    raw = TypstTypesetter().pdf(TypesetJob(markup=markup, inputs={}, files={}))
    source, lines = read(raw)
    marks = dict(zip(lines, (one.role for one in source.marks), strict=True))
    assert marks["县政府召开会议研究部署工作，要求县住建局在年底前完成整改。"] is LineRole.BODY
    assert LineRole.FURNITURE in marks.values()


def test_a_scanned_page_that_nobody_can_read_is_an_error_of_that_page():
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(200, 200)
    pixels = pypdfium2.PdfBitmap.new_native(60, 60, 4)
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(pixels)
    image.set_matrix(pypdfium2.PdfMatrix().scale(200, 200))
    page.insert_obj(image)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    _pages, told = read_pdf(out.getvalue(), name="x", see=None)
    assert [one.code for one in told] == ["reading.scan_unread"]


def test_radicals_become_the_characters_they_look_like():
    assert repaired("⻋⻓⻔⼈⺠⻩⻛⻚") == "车长门人民黄风页"
    assert repaired("本报讯，2025") == "本报讯，2025"


def numbered(words: str, form: str, text: str) -> bytes:
    """Return a document whose one paragraph is numbered by its style alone."""
    document = docx.Document()
    root = document.part.numbering_part.element
    draft = OxmlElement("w:abstractNum")
    draft.set(qn("w:abstractNumId"), "900")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
        one = OxmlElement(tag)
        one.set(qn("w:val"), value)
        level.append(one)
    draft.append(level)
    root.insert(0, draft)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "901")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "900")
    number.append(link)
    root.append(number)
    for one in words.split("|"):
        properties = document.add_paragraph(one)._p.get_or_add_pPr()
        listed = properties.get_or_add_numPr()
        listed.get_or_add_numId().val = 901
        listed.get_or_add_ilvl().val = 0
    return saved(document)


@pytest.mark.parametrize(
    ("form", "text", "lines"),
    [
        ("chineseCounting", "%1、", ["一、整改。", "二、报送。"]),
        ("decimal", "（%1）", ["（1）整改。", "（2）报送。"]),
        ("bullet", "•", ["整改。", "报送。"]),
        ("decimalEnclosedCircle", "%1", ["①整改。", "②报送。"]),
    ],
)
def test_printed_numbers_of_paragraphs_are_read(form: str, text: str, lines: list[str]):
    assert read(numbered("整改。|报送。", form, text))[1] == lines


def test_numbers_as_chinese_counts_them():
    assert [chinese(n) for n in (1, 10, 12, 20, 35)] == ["一", "十", "十二", "二十", "三十五"]
    assert counted(3, "upperRoman") == "III"


def test_deleted_words_are_not_read_and_inserted_ones_are():
    document = docx.Document()
    paragraph = document.add_paragraph("县住建局要")._p
    for tag, words in (("w:del", "立即"), ("w:ins", "于年底前")):
        change = OxmlElement(tag)
        run = OxmlElement("w:r")
        text = OxmlElement("w:delText" if tag == "w:del" else "w:t")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph.append(change)
    document.paragraphs[0].add_run("完成整改。")
    assert read(saved(document))[1] == ["县住建局要于年底前完成整改。"]


def test_the_head_of_an_official_document_is_no_headline():
    document = docx.Document()
    for words, points in (
        ("云岭县人民政府文件", 30),
        ("云政发〔2025〕3号", 16),
        ("关于开展专项整治的通知", 22),
    ):
        document.add_paragraph().add_run(words).font.size = Pt(points)
    document.add_paragraph("各乡镇要于2025年11月底前完成排查，并报送整治情况，确保不漏一户。")
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    reading = read_source(read(saved(document))[0], lexicon=load_lexicon())
    assert [one.headline.text for one in reading.articles] == ["关于开展专项整治的通知"]
    assert reading.directives[0].deadline.day.isoformat() == "2025-11-30"


def test_rows_of_an_annexed_table_are_directives():
    document = docx.Document(io.BytesIO(docx_of()))
    table = document.add_table(rows=2, cols=3)
    rows = (("任务", "责任单位", "时限"), ("更换管网20公里", "县住建局、县水利局", "2026年12月底"))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, one in zip(row.cells, words, strict=True):
            cell.text = one
    source, _ = read(saved(document))
    last = read_source(source, lexicon=load_lexicon()).directives[-1]
    assert (last.action, [one.text for one in last.addressees]) == (
        "更换管网20公里", ["县住建局", "县水利局"],
    )  # fmt: skip
    assert last.deadline.day.isoformat() == "2026-12-31"
    assert source.text[last.spans[0].start : last.spans[0].end] == last.action


def test_the_article_of_a_web_page_stands_apart_from_its_furniture():
    source, lines = read(html_of())
    roles = dict(zip(lines, (one.role for one in source.marks), strict=True))
    assert roles[HEADLINE] is LineRole.HEADLINE
    assert roles["首页"] is roles["主办：岚川县人民政府办公室"] is LineRole.FURNITURE
    assert "location" not in source.text


def test_a_web_pages_heading_that_breaks_is_one_headline():
    page = html_of("岚川县人民政府办公室关于做好防汛工作的通知").replace(
        "办公室关于".encode(), "办公室<br>关于".encode()
    )
    source, lines = read(page)
    assert [
        words
        for words, one in zip(lines, source.marks, strict=True)
        if one.role is LineRole.HEADLINE
    ] == ["岚川县人民政府办公室", "关于做好防汛工作的通知"]


def test_a_web_page_is_decoded_by_its_own_word():
    raw = html_of().decode().replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
    assert HEADLINE in read(raw)[1]


MERGED = (
    ("重点任务", "具体措施", "责任单位", "完成时限"),
    ("河道清障", "清除阻水林木1200株", "县水利局", "2026年5月20日前"),
    ("〃", "疏浚淤积河段8公里", "〃", "2026年5月底"),
)
MERGED_READ = [
    ("清除阻水林木1200株", "县水利局", "2026-05-20"),
    ("疏浚淤积河段8公里", "县水利局", "2026-05-31"),
]


def of_table(source: SourceText) -> list[tuple[str, str, str]]:
    """Return what the rows of a table ask: action, first addressee, day."""
    return [
        (one.action, one.addressees[0].text, str(one.deadline.day))
        for one in read_source(source, lexicon=load_lexicon()).directives
    ]


def test_a_ruled_table_of_a_pdf_is_read_by_its_cells():
    cells = "".join(f"[{one}]," for one in MERGED[0])
    first, second = MERGED[1], MERGED[2]
    markup = (
        '#set page(width: 150mm, height: 120mm)\n#set text(font: "Noto Sans SC", size: 10pt)\n'
        "#align(center, text(size: 16pt)[岚川县防汛任务清单])\n为做好防汛工作，制定本清单。\n"
        f"#table(columns: (20mm, 22mm, 30mm, 30mm), {cells}"
        f"table.cell(rowspan: 2)[{first[0]}],[{first[1]}],table.cell(rowspan: 2)[{first[2]}],[{first[3]}],"
        f"[{second[1]}],[{second[3]}])"
    )
    pdf = TypstTypesetter().pdf(TypesetJob(markup=markup, inputs={}, files={}))
    source, lines = read(pdf)
    assert "\t".join(MERGED[2]) in lines
    assert of_table(source) == MERGED_READ


def test_a_grid_drawn_as_one_path_is_seen_as_its_lines():
    """Some programs draw a whole table in one stroke."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(300, 200)
    path = raw.FPDFPageObj_CreateNewPath(10, 10)
    for x0, y0, x1, y1 in (
        (10, 10, 210, 10),
        (10, 60, 210, 60),
        (10, 10, 10, 60),
        (110, 10, 110, 60),
    ):
        raw.FPDFPath_MoveTo(path, x0, y0)
        raw.FPDFPath_LineTo(path, x1, y1)
    raw.FPDFPath_SetDrawMode(path, 0, True)
    raw.FPDFPage_InsertObject(page, path)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    (seen,), _ = read_pdf(out.getvalue(), name="x", see=None)
    assert sorted((one.level, round(one.at), round(one.start), round(one.end)) for one in seen.rulings) == [
        (False, 10, 140, 190), (False, 110, 140, 190), (True, 140, 10, 210), (True, 190, 10, 210),
    ]  # fmt: skip


def test_a_merged_cell_of_a_document_or_a_web_page_holds_for_the_rows_it_covers():
    document = docx.Document()
    table = document.add_table(rows=3, cols=4)
    for i, row in enumerate(MERGED):
        for j, words in enumerate(row):
            table.cell(i, j).text = "" if words == "〃" else words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 2).merge(table.cell(2, 2))
    head, first, second = MERGED
    page = html_of("岚川县防汛任务清单", ()).replace(
        b"</div>",
        (
            "<table><tr>"
            + "".join(f"<th>{one}</th>" for one in head)
            + f"</tr><tr><td rowspan=2>{first[0]}</td><td>{first[1]}</td><td rowspan=2>{first[2]}</td><td>{first[3]}</td></tr>"
            f"<tr><td>{second[1]}</td><td>{second[3]}</td></tr></table></div>"
        ).encode(),
    )
    assert of_table(read(saved(document))[0]) == of_table(read(page)[0]) == MERGED_READ


def test_a_web_page_of_nothing_but_wide_cells_adds_no_more_than_a_table_has():
    cells = "<td colspan=60000 rowspan=60000>甲</td>" * 3000
    page = html_of("岚川县防汛任务清单", ()).replace(
        b"</div>", f"<table><tr>{cells}</tr></table></div>".encode()
    )
    source, _ = read(page)
    assert source.text.count("甲") == 3000
    assert source.text.count("\t") < 25_000


LEDGER = (
    ("2026年重点任务清单", None, None, None),
    ("序号", "重点任务", "牵头单位", "完成时限"),
    (1, "铺设云河路主路面3公里", "县住建局", "2026/11/30"),
    (2, "改造老旧小区5个", "〃", "12月底"),
    (3, "长期坚持巡河", "县水利局；各乡镇", "长期"),
    ("合计", None, None, None),
)


def test_each_row_of_a_ledger_is_a_directive_at_its_place():
    source, _ = read(xlsx_of(LEDGER))
    reading = read_source(source, lexicon=load_lexicon())
    assert [
        (
            one.action,
            [(each.text, each.inherited) for each in one.addressees],
            one.deadline.day and one.deadline.day.isoformat(),
        )
        for one in reading.directives
    ] == [
        ("铺设云河路主路面3公里", [("县住建局", False)], "2026-11-30"),
        ("改造老旧小区5个", [("县住建局", True)], "2026-12-31"),
        ("长期坚持巡河", [("县水利局", False), ("各乡镇", False)], None),
    ]
    for one in reading.directives:
        assert source.text[one.spans[0].start : one.spans[0].end] == one.action
    assert reading.articles[0].headline.text == "2026年重点任务清单"


def test_a_table_without_headings_of_tasks_makes_no_directive_and_says_so():
    reading = read_source(
        read(xlsx_of([("姓名", "电话"), ("某人", "1")]))[0], lexicon=load_lexicon()
    )
    assert reading.directives == ()
    assert [one.code for one in reading.diagnostics] == ["reading.no_ledger_columns"]


def test_a_text_page_loads_no_reader_of_other_kinds():
    import subprocess
    import sys

    code = (
        "import sys\nfrom guatu.adapters.intake import take_in\ntake_in('县政府开会。'.encode(), name='x')\n"
        "heavy = {'lxml', 'docx', 'pypdfium2', 'rapidocr', 'cv2', 'PIL', 'python_calamine', 'onnxruntime'}\n"
        "sys.exit(len(heavy & {one.split('.')[0] for one in sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
