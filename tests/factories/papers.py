"""Small papers in formats of other programs: PDF by typst, DOCX, XLSX and HTML."""

import io
from collections.abc import Sequence

import docx
import openpyxl

from guatu.adapters.typesetting import TypstTypesetter
from guatu.domain.kernel.protocols import TypesetJob

PARAGRAPHS = (
    "本报讯（记者 林舟） 11月3日，县委副书记、县长冯远山深入云溪镇、县经济开发区调研重点工程建设。",
    "冯远山强调，云溪镇要在2026年11月20日前完成河道清淤，确保行洪畅通；县发展和改革局要加快办理审批手续。",
)
HEADLINE = "冯远山调研重点工程建设"


def pdf_of(
    headline: str = HEADLINE, paragraphs: Sequence[str] = PARAGRAPHS, *, columns: int = 2
) -> bytes:
    """Return a PDF page: a headline over columns of indented paragraphs."""
    body = "\n\n".join(paragraphs)
    markup = (
        '#set page(width: 180mm, height: 120mm, margin: 10mm)\n#set text(font: "Noto Sans SC", size: 10pt)\n'
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n"
        f"#align(center, text(size: 22pt)[{headline}])\n#columns({columns})[\n{body}\n]\n"
    )
    return TypstTypesetter().pdf(TypesetJob(markup=markup, inputs={}, files={}))


def docx_of(headline: str = HEADLINE, paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """Return a word processor's document with a title and paragraphs."""
    document = docx.Document()
    document.add_heading(headline, 0)
    for words in paragraphs:
        document.add_paragraph(words)
    return _saved(document)


def html_of(headline: str = HEADLINE, paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """Return a web page with an article between its furniture."""
    body = "".join(f"<p>　　{words}</p>" for words in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{headline}_岚川县人民政府</title>'
        "<script>location='http://example.invalid/'</script></head><body><nav><a href='/'>首页</a></nav>"
        f"<h1>{headline}</h1><div>{body}</div><footer>主办：岚川县人民政府办公室</footer></body></html>"
    ).encode()


def xlsx_of(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for cell in (one for row in book.active.iter_rows() for one in row):
        if cell.data_type == "f":
            # Words that begin with = are words here, and no formula that nobody worked out.
            cell.data_type = "s"
    return _saved(book)


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
