"""Writes the papers beside this file: run it, then turn them into their older forms with LibreOffice.

python tests/adapters/papers/make_papers.py
soffice --headless --convert-to doc --outdir tests/adapters/papers tests/adapters/papers/notice.docx
soffice --headless --convert-to rtf --outdir tests/adapters/papers tests/adapters/papers/notice.docx
soffice --headless --convert-to odt --outdir tests/adapters/papers tests/adapters/papers/notice.docx
soffice --headless --convert-to xls --outdir tests/adapters/papers tests/adapters/papers/docket.xlsx
"""

from datetime import date
from pathlib import Path

import docx
import openpyxl
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

HERE = Path(__file__).parent
ROWS = (
    ("序号", "重点任务", "责任单位", "完成时限"),
    ("1", "完成管网检修", "县热力公司", "10月15日前"),
    ("2", "开展入户走访", "各乡镇", "10月底前"),
    ("3", "公布服务电话", "", ""),
)


def run(element: str, words: str, tag: str = "w:t") -> OxmlElement:
    """Return a run of words, wrapped in an insertion or deletion where one is named."""
    inner = OxmlElement("w:r")
    text = OxmlElement(tag)
    text.text = words
    inner.append(text)
    if not element:
        return inner
    change = OxmlElement(element)
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "办公室")
    change.set(qn("w:date"), "2026-09-20T09:00:00Z")
    change.append(inner)
    return change


def field(code: str, shown: str) -> list[OxmlElement]:
    """Return the runs of a field: its code, which is not read, and what it shows."""
    parts = []
    for kind in ("begin", "", "separate", "shown", "end"):
        if kind == "shown":
            parts.append(run("", shown))
            continue
        one = OxmlElement("w:r")
        if kind:
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
        else:
            sign = OxmlElement("w:instrText")
            sign.text = code
        one.append(sign)
        parts.append(one)
    return parts


def notice() -> None:
    """Write a notice with all that an office's paper holds: head, number, list, table, changes."""
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "内部资料 注意保存"
    paper.sections[0].footer.paragraphs[0].text = "第1页"
    for words, size in (
        ("云溪县人民政府办公室文件", 30),
        ("云政办发〔2026〕18号", 0),
        ("关于做好今冬明春供暖保障工作的通知", 22),
    ):
        one = paper.add_paragraph()
        one.alignment = WD_ALIGN_PARAGRAPH.CENTER
        part = one.add_run(words)
        if size:
            part.font.size = Pt(size)
    paper.add_paragraph("各乡镇人民政府，县政府各部门：")
    changed = paper.add_paragraph("县热力公司要在10月31日前储煤")
    changed._p.append(run("w:del", "四万吨", "w:delText"))
    changed._p.append(run("w:ins", "5万吨"))
    hidden = changed.add_run("（内部掌握）")
    hidden.font.hidden = True
    changed.add_run("，详见𠮷塘站台账，")
    for part in field(' HYPERLINK "http://example.invalid/" ', "县政府网站"):
        changed._p.append(part)
    changed.add_run("公布。")
    table = paper.add_table(rows=4, cols=4)
    for i, row in enumerate(ROWS):
        for j, words in enumerate(row):
            table.cell(i, j).text = words
    table.cell(2, 2).merge(table.cell(3, 2))
    table.cell(2, 3).merge(table.cell(3, 3))
    wide = paper.add_table(rows=2, cols=30)
    for j in range(30):
        wide.cell(0, j).text = f"栏{j + 1}"
        wide.cell(1, j).text = str(j)
    wide.cell(1, 0).merge(wide.cell(1, 4))
    paper.add_paragraph("各乡镇每日报送供暖情况。", style="List Number")
    paper.add_paragraph("县住建局每周通报一次。", style="List Number")
    paper.add_paragraph("附则", style="Heading 1")
    paper.add_paragraph("Contact 0799-123456 (24h).")
    for words in ("云溪县人民政府办公室", "2026年9月20日"):
        paper.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paper.save(HERE / "notice.docx")


def docket() -> None:
    """Write a list of tasks with merged cells, days as days, and a sheet that is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet.append(["2026年重点任务督办台账"])
    sheet.append([*ROWS[0], "备注"])
    sheet.append([1, "完成管网检修", "县热力公司", date(2026, 10, 15), ""])
    sheet.append([2, "开展入户走访", "各乡镇", "10月底前", ""])
    sheet.append([3, "公布服务电话", "", "", ""])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("C4:C5")
    kept = book.create_sheet("底稿")
    kept.append(["不给人看的草稿"])
    kept.sheet_state = "hidden"
    book.save(HERE / "docket.xlsx")


if __name__ == "__main__":
    notice()
    docket()
