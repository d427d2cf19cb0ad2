"""Hostile and broken files at every intake: a text or one error, never a crash, soon."""

import io
import struct
import time
import zipfile
import zlib
from functools import cache

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters.intake import take_in
from guatu.domain.kernel.diagnostic import Severity
from tests.factories.mails import mail_of
from tests.factories.papers import docx_of, html_of, pdf_of, xlsx_of
from tests.factories.workbooks import Sheet, ods_book, xlsb_book, xml_book

QUICK = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
LIMIT_SECONDS = 20


@cache
def real(kind: str) -> bytes:
    """Return a whole file of a kind."""
    rows = [("事项", "责任单位", "时限"), ("清淤", "云溪镇", "年底")]
    makers = {
        "pdf": pdf_of,
        "docx": docx_of,
        "html": html_of,
        "xlsx": lambda: xlsx_of(rows),
        "ods": lambda: ods_book([Sheet(rows=rows)]),
        "xlsb": lambda: xlsb_book([Sheet(rows=rows)]),
        "xml": lambda: xml_book([Sheet(rows=rows)]),
        "csv": lambda: "\n".join(map(",".join, rows)).encode("gb18030"),
        "eml": mail_of,
    }
    return makers[kind]()


KINDS = ["pdf", "docx", "html", "xlsx", "ods", "xlsb", "xml", "csv", "eml"]


def taken(raw: bytes, name: str = "x"):
    """Take a file in; a text comes without errors, an error without text, both within the limit."""
    begun = time.monotonic()
    source, told = take_in(raw, name=name)
    assert time.monotonic() - begun < LIMIT_SECONDS
    errors = [one for one in told if one.severity is Severity.ERROR]
    assert (source is None) == bool(errors)
    assert len(errors) <= 1
    return source, [one.code for one in told]


SIGNS = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<!DOCTYPE html><html><body>", b"BM", b"II*\x00", b"{\\rtf", b"Rar!", b"From: a\nTo: b\n",
    b'<?mso-application progid="Excel.Sheet"?><Workbook>', "任务,责任单位,时限\n".encode(),
)  # fmt: skip


@QUICK
@given(st.sampled_from(SIGNS), st.binary(max_size=400))
def test_any_bytes_behind_any_sign(sign: bytes, rest: bytes):
    taken(sign + rest)


@QUICK
@given(st.sampled_from(KINDS), st.floats(0, 1))
def test_any_file_cut_off_anywhere(kind: str, share: float):
    raw = real(kind)
    taken(raw[: int(len(raw) * share)])


@QUICK
@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_any_file_with_bytes_changed(kind: str, changes: list[tuple[float, int]]):
    raw = bytearray(real(kind))
    for share, value in changes:
        raw[int(share * len(raw))] = value
    taken(bytes(raw))


def repacked(raw: bytes, name: str, content: bytes) -> bytes:
    """Return a container with one part exchanged."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


@QUICK
@given(st.binary(max_size=300))
def test_containers_whose_inner_part_is_anything(part: bytes):
    taken(repacked(real("docx"), "word/document.xml", part))
    taken(repacked(real("xlsx"), "xl/worksheets/sheet1.xml", part))


def test_containers_that_unfold_without_end_are_not_opened():
    bomb = b"0" * (256 * 1024 * 1024)
    assert taken(repacked(real("docx"), "word/document.xml", bomb))[1] == [
        "reading.unfolds_too_much"
    ]
    assert taken(repacked(real("xlsx"), "xl/worksheets/sheet1.xml", bomb))[1] == [
        "reading.unfolds_too_much"
    ]


def test_entities_that_multiply_are_not_unfolded():
    laugh = '<!DOCTYPE a [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    source, _ = taken(repacked(real("docx"), "word/document.xml", f"{laugh}]>{body}".encode()))
    assert source is None or len(source.text) < 1000


def test_a_sheet_whose_last_cell_is_the_last_of_all_takes_no_memory():
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f'<worksheet xmlns="{space}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>事项</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    _, codes = taken(repacked(real("xlsx"), "xl/worksheets/sheet1.xml", sheet.encode()))
    assert codes == ["reading.unfolds_too_much"]


def test_markup_nested_without_end():
    source, _ = taken(b"<html><body>" + b"<div>" * 60_000 + "深处".encode())
    assert source is None or source.text == "深处"


def png_head(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(b"IHDR" + head))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (png_head(60_000, 60_000), "reading.too_many_pixels"),
        (png_head(0, 10), "reading.broken_file"),
        (b"\x89PNG\r\n\x1a\n", "reading.broken_file"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 60, "reading.broken_file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "reading.encrypted",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "reading.broken_file"),
        (b"{\\rtf1 abc", "reading.broken_file"),
        (b"Rar!\x1a\x07\x00", "reading.archive"),
        (b"%PDF-1.4\n%%EOF", "reading.broken_file"),
        (b"", "reading.empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_own_advice(raw: bytes, code: str):
    assert taken(raw) == (None, [code])


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name in names:
            parts.writestr(name, b"<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("OFD.xml", "Doc_0/Document.xml"), "reading.broken_file"),
        (("content.xml", "META-INF/manifest.xml"), "reading.open_document"),
        (("encrypted-package", "META-INF/manifest.xml"), "reading.encrypted"),
        (("ppt/presentation.xml",), "reading.slides"),
        (("a.txt",), "reading.archive"),
        (("word/document.xml",), "reading.broken_file"),
    ],
)
def test_containers_of_other_kinds_are_named(names: tuple[str, ...], code: str):
    assert taken(zipped(*names))[1] == [code]


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=40,
)


def solid(words: str) -> list[str]:
    return sorted("".join(words.split()))


@QUICK
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_every_character_of_a_document_comes_through(paragraphs: list[str]):
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    source, _ = taken(out.getvalue())
    assert solid(source.text if source else "") == solid("".join(paragraphs))


@QUICK
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_every_character_of_a_web_page_comes_through(paragraphs: list[str]):
    from html import escape

    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    source, _ = taken(
        f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()
    )
    assert solid(source.text if source else "") == solid("".join(paragraphs))


@QUICK
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_every_character_of_a_sheet_comes_through(rows: list[list[str]]):
    source, _ = taken(xlsx_of([["事项", "单位"], *rows]))
    assert solid(source.text) == solid("事项单位" + "".join(map("".join, rows)))
