"""Word documents in one XML file: the schema of 2003, and the package of 2007 laid flat."""

import io
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from guatu.adapters.intake import take_in
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import LineRole
from tests.adapters.taken_in import assert_text_or_one_error, lines_of, words_of

PAPERS = Path(__file__).parent / "papers"
QUICK = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
HEAD = (
    '<?xml version="1.0" encoding="{coding}" standalone="yes"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:aml="http://schemas.microsoft.com/aml/2001/core" w:macrosPresent="no">'
)


def wordml(body: str, before: str = "", coding: str = "utf-8") -> bytes:
    markup = f"{HEAD.format(coding=coding)}{before}<w:body>{body}</w:body></w:wordDocument>"
    return markup.encode(coding)


def p(words: str, look: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}<w:r><w:t>{words}</w:t></w:r></w:p>"


def laid_flat(raw: bytes) -> bytes:
    """Return a DOCX as one XML file."""
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    root = etree.Element(f"{{{space}}}package", nsmap={"pkg": space})
    root.addprevious(etree.ProcessingInstruction("mso-application", 'progid="Word.Document"'))
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        types = etree.fromstring(parts.read("[Content_Types].xml"))
        said = {one.get("PartName"): one.get("ContentType") for one in types}
        for name in parts.namelist():
            if name == "[Content_Types].xml":
                continue
            part = etree.SubElement(root, f"{{{space}}}part")
            part.set(f"{{{space}}}name", f"/{name}")
            part.set(f"{{{space}}}contentType", said.get(f"/{name}", "application/octet-stream"))
            if name.endswith((".xml", ".rels")):
                held = etree.SubElement(part, f"{{{space}}}xmlData")
                held.append(etree.fromstring(parts.read(name)))
            else:
                held = etree.SubElement(part, f"{{{space}}}binaryData")
                held.text = b64encode(parts.read(name)).decode()
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")


def test_a_package_laid_flat_is_read_as_the_docx_it_is():
    raw = (PAPERS / "notice.docx").read_bytes()
    source, _ = take_in(raw, name="x")
    wanted = [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]
    assert lines_of(laid_flat(raw)) == wanted


def test_what_is_around_the_body_is_furniture_and_what_the_page_does_not_show_is_not_read():
    def change(kind: str, words: str, tag: str = "w:t") -> str:
        return (
            f'<aml:annotation aml:id="1" w:type="Word.{kind}"><aml:content><w:r><{tag}>{words}</{tag}></w:r>'
            "</aml:content></aml:annotation>"
        )

    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>no</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>d</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    paragraph = (
        f"<w:p><w:r><w:t>a</w:t></w:r>{change('Deletion', 'no', 'w:delText')}{change('Insertion', 'b')}"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:rStyle w:val='H'/></w:rPr><w:t>no</w:t></w:r>"
        f"<w:hlink w:dest='no'><w:r><w:t>c</w:t></w:r></w:hlink>{change('Comment', 'no')}{field}"
        f"<w:r><w:footnote>{p('note')}</w:footnote></w:r>{box}</w:p>"
    )
    styles = (
        '<w:styles><w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
        "<w:docOleData><w:binData>AAAA</w:binData></w:docOleData>"
    )
    around = f'<w:sectPr><w:hdr w:type="odd">{p("head")}</w:hdr><w:ftr w:type="odd">{p("foot")}</w:ftr></w:sectPr>'
    found = lines_of(wordml(f"<wx:sect>{paragraph}{around}</wx:sect>", styles))
    assert [words for words, _ in found] == ["head", "abcd", "box", "note", "foot"]
    assert [words for words, role in found if role is LineRole.FURNITURE] == [
        "head",
        "note",
        "foot",
    ]


def test_printed_numbers_are_read():
    def listed(number: int, printed: str) -> str:
        return f'<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="{number}"/><wx:t wx:val="{printed}"/></w:listPr>'

    lists = (
        '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    )
    body = (
        p("a", listed(1, "一、")) + p("b", listed(1, "二、")) + p("c", listed(7, "3."))
        + p("d", listed(7, "·"))
    )  # fmt: skip
    assert words_of(wordml(body, lists)) == ["一、a", "二、b", "3.c", "d"]


def test_merged_cells_hold_for_the_rows_below():
    def row(*cells: tuple[str, str]) -> str:
        return f"<w:tr>{''.join(f'<w:tc><w:tcPr>{how}</w:tcPr>{p(words)}</w:tc>' for words, how in cells)}</w:tr>"

    begins, goes_on = '<w:vmerge w:val="restart"/>', "<w:vmerge/>"
    body = f"<w:tbl>{row(('a', begins), ('b', ''))}{row(('', goes_on), ('c', ''))}</w:tbl>"
    assert words_of(wordml(body)) == ["a\tb", f"{DITTO}\tc"]


def test_a_headline_shows_by_its_type_and_a_signature_by_the_side_of_its_style():
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="R"><w:name w:val="R"/>'
        '<w:pPr><w:jc w:val="right"/></w:pPr></w:style></w:styles>'
    )
    title = '<w:p><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>关于开展排查的通知</w:t></w:r></w:p>'
    text = p("各乡镇要于2026年11月底前完成排查，并报送整治情况。")
    signed = p("云溪县人民政府", '<w:pStyle w:val="R"/>')
    for coding in ("utf-8", "utf-16"):
        assert [role for _, role in lines_of(wordml(title + text + signed, styles, coding))] == [
            LineRole.HEADLINE, LineRole.BODY, LineRole.SIGNATURE,
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (wordml(p("a"))[:-9], "reading.broken_file"),
        (wordml("")[:-30] + b"</w:wordDocument>", "reading.broken_file"),
        (wordml("<w:p/>"), "reading.empty"),
        (wordml("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000), "reading.broken_file"),
        (wordml(p("a" * 2_100_000)), "reading.too_long"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "reading.broken_file"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "reading.empty"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_error(raw: bytes, code: str):
    source, told = take_in(raw, name="x.doc")
    assert source is None
    assert [one.code for one in told] == [code]


@QUICK
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
    st.floats(0, 1),
)
def test_any_file_with_bytes_changed_or_cut_off_is_a_text_or_one_error(
    changes: list[tuple[float, int]], share: float
):
    whole = wordml(p("云溪县要完成整改。") * 20)
    raw = bytearray(whole)
    for place, value in changes:
        raw[int(place * len(raw))] = value
    for one in (bytes(raw), whole[: int(share * len(whole))]):
        assert_text_or_one_error(one)
