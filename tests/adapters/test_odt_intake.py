"""ODT as another program wrote it, and what such files hold piece by piece."""

import io
import zipfile
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters.intake import take_in
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import LineRole
from tests.adapters.taken_in import assert_text_or_one_error, lines_of, words_of
from tests.factories.open_documents import flat_of, odt_of

PAPERS = Path(__file__).parent / "papers"
QUICK = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def test_an_odt_is_read_as_the_docx_it_was_saved_from():
    """Heads, feet, lists, merged cells, changes, hidden words, fields and wide tables alike."""
    source, _ = take_in((PAPERS / "notice.docx").read_bytes(), name="x")
    wanted = [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]
    assert lines_of((PAPERS / "notice.odt").read_bytes()) == wanted


def test_what_the_page_does_not_show_is_not_read():
    region = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>no</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="HP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        f"{region}<text:p>a<office:annotation><text:p>no</text:p></office:annotation>"
        '<text:change-start text:change-id="c1"/>no<text:span>no</text:span>no<text:change-end text:change-id="c1"/>b'
        '<text:span text:style-name="H">no</text:span><text:s text:c="3"/>c<text:tab/>d<text:line-break/>e'
        '<text:hidden-text text:is-hidden="true">no</text:hidden-text>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>"
        "<draw:frame><svg:title>no</svg:title><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>f</text:p>"
        '<text:p text:style-name="HP">no</text:p>'
        '<text:section text:display="none"><text:p>no</text:p></text:section>'
    )
    wanted = ["ab c d ef", "box", "n"]
    assert words_of(odt_of(body, styles=styles)) == wanted
    assert words_of(flat_of(body, styles)) == wanted
    assert lines_of(flat_of(body, styles))[-1][1] is LineRole.FURNITURE


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
    ' style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="("'
    ' style:num-suffix=")"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)


def test_the_numbers_that_lists_print_are_read():
    def point(words: str, within: str = "") -> str:
        return f"<text:list-item><text:p>{words}</text:p>{within}</text:list-item>"

    def points(*items: str, how: str = 'text:style-name="L"') -> str:
        return f"<text:list {how}>{''.join(items)}</text:list>"

    deeper = points(point("b", points(point("c"), how="")), point("d"), how="")
    body = points(point("a", deeper), point("e"))
    body += points(point("f")) + points(
        point("g"), how='text:style-name="L" text:continue-numbering="true"'
    )
    assert words_of(odt_of(body, styles=LIST)) == [
        "一、a", "(1)b", "c", "(2)d", "二、e", "一、f", "二、g",
    ]  # fmt: skip


def test_a_headline_shows_by_its_type_or_level_and_a_signature_by_its_side():
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties style:font-size-asian="22pt"/></style:style>'
        '<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>'
    )
    text = "<text:p>各乡镇要于2026年11月底前完成排查。</text:p>"
    body = (
        f'<text:p><text:span text:style-name="B">关于开展排查的通知</text:span></text:p>{text}'
        f'<text:h text:outline-level="1">附则</text:h>{text}<text:p text:style-name="R">云溪县人民政府</text:p>'
    )
    assert [role for _, role in lines_of(odt_of(body, styles=styles))] == [
        LineRole.HEADLINE, LineRole.BODY, LineRole.HEADLINE, LineRole.BODY, LineRole.SIGNATURE,
    ]  # fmt: skip


def test_merged_cells_hold_for_the_rows_below_and_columns_stay_columns():
    def cell(words: str, how: str = "") -> str:
        return f"<table:table-cell {how}><text:p>{words}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("a") + cell("b") + cell("c"),
        cell("d", 'table:number-rows-spanned="2"') + cell("e") + cell("f"),
        covered + cell("g") + cell("h"),
        cell("i", 'table:number-columns-spanned="2"') + covered + cell("j"),
    )
    markup = "".join(f"<table:table-row>{one}</table:table-row>" for one in rows)
    assert words_of(odt_of(f"<table:table>{markup}</table:table>")) == [
        "a\tb\tc", "d\te\tf", f"{DITTO}\tg\th", "i\t\tj",
    ]  # fmt: skip


def test_cells_repeated_without_end_take_no_memory():
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>'
    source, _ = take_in(
        flat_of(f"<table:table><table:table-row>{cell * 9}</table:table-row></table:table>"),
        name="x",
    )
    assert source is not None
    assert source.text.count("a") == 63 * 9


def repacked(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(PAPERS / "notice.odt") as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


LOCKED = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
DEEP = "<text:section>" * 50_000 + "<text:p>a</text:p>" + "</text:section>" * 50_000


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (odt_of("<text:p>a</text:p>", manifest=LOCKED), "reading.encrypted"),
        (odt_of("<text:p/>"), "reading.empty"),
        (flat_of(DEEP), "reading.broken_file"),
        (odt_of(DEEP), "reading.broken_file"),
        (flat_of("<text:p>a</text:p>")[:-20], "reading.broken_file"),
        (repacked("content.xml", b"0" * (256 * 1024 * 1024)), "reading.unfolds_too_much"),
        (repacked("content.xml", b"<x/>"), "reading.open_document"),
        (flat_of(f"<text:p>{'a' * 2_100_000}</text:p>"), "reading.too_long"),
        (
            odt_of("", mimetype="application/vnd.oasis.opendocument.graphics"),
            "reading.open_document",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error(raw: bytes, code: str):
    source, told = take_in(raw, name="x.odt")
    assert source is None
    assert [one.code for one in told] == [code]


def test_entities_that_multiply_are_not_unfolded():
    laugh = '<!DOCTYPE a [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    raw = flat_of("<text:p>&j;</text:p>").replace(b"?>", b"?>" + laugh.encode() + b"]>", 1)
    source, _ = take_in(raw, name="x")
    assert source is None or len(source.text) < 1000


@QUICK
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12),
    st.floats(0, 1),
)
def test_any_part_with_bytes_changed_or_file_cut_off_is_a_text_or_one_error(
    changes: list[tuple[float, int]], share: float
):
    whole = (PAPERS / "notice.odt").read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        content = bytearray(parts.read("content.xml"))
    for place, value in changes:
        content[int(place * len(content))] = value
    for one in (repacked("content.xml", bytes(content)), whole[: int(share * len(whole))]):
        assert_text_or_one_error(one)


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=40,
)


@QUICK
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_every_character_comes_through(paragraphs: list[str]):
    body = "".join(f"<text:p>{escape(words)}</text:p>" for words in paragraphs)
    source, _ = take_in(odt_of(body), name="x")
    found = "" if source is None else source.text
    assert "".join(found.split()) == "".join("".join(paragraphs).split())
