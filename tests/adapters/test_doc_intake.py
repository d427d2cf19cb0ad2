"""DOC and XLS as another program wrote them, beside the same papers as DOCX and XLSX."""

import io
import struct
from pathlib import Path

import olefile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters.biff_bounds import cells_spanned
from guatu.adapters.doc_intake import shown
from guatu.adapters.doc_streams import properties
from guatu.adapters.doc_tables import DocRow, row_of, rows_as_lines
from guatu.adapters.intake import take_in
from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import LineRole

PAPERS = Path(__file__).parent / "papers"
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def lines_of(name: str) -> list[tuple[str, LineRole]]:
    """Return the lines of a paper with their roles."""
    source, told = take_in((PAPERS / name).read_bytes(), name=name)
    assert source is not None, told
    assert not told
    return [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]


def test_a_doc_is_read_as_the_docx_it_was_saved_from():
    """Heads, feet, lists, merged cells, changes, hidden words, fields and wide tables alike."""
    assert lines_of("notice.doc") == lines_of("notice.docx")


def test_what_the_page_does_not_show_is_not_read():
    words = "\n".join(words for words, _ in lines_of("notice.doc"))
    assert "储煤5万吨，详见𠮷塘站台账，县政府网站公布。" in words
    assert not [one for one in ("四万吨", "内部掌握", "HYPERLINK") if one in words]


def test_an_xls_is_read_as_the_xlsx_it_was_saved_from_and_its_hidden_sheet_is_not():
    old, new = (
        take_in((PAPERS / name).read_bytes(), name=name)[0]
        for name in ("docket.xls", "docket.xlsx")
    )
    assert old is not None
    assert new is not None
    assert old.text == new.text
    assert old.ledger
    assert "草稿" not in new.text
    assert f"公布服务电话\t{DITTO}" in old.text


def changed(name: str, stream: str, at: int, value: bytes) -> bytes:
    """Return a paper with some bytes of a stream exchanged."""
    held = io.BytesIO((PAPERS / name).read_bytes())
    with olefile.OleFileIO(held, write_mode=True) as container:
        words = bytearray(container.openstream(stream).read())
        words[at : at + len(value)] = value
        container.write_stream(stream, bytes(words))
    return held.getvalue()


@pytest.mark.parametrize(
    ("at", "value", "code"),
    [
        (0x00, b"\xdc\xa5", "reading.old_office"),
        (0x02, b"\x65\x00", "reading.old_office"),
        (0x0A, b"\xff\xff", "reading.encrypted"),
        (0x1A2, b"\xff\xff\xff\x7f", "reading.broken_file"),
        (0x4C, b"\xff\xff\xff\x7f", "reading.broken_file"),
        (0x4C, b"\xff\xff\xff\xff", "reading.broken_file"),
    ],
)
def test_a_head_that_does_not_fit_is_one_error(at: int, value: bytes, code: str):
    source, told = take_in(changed("notice.doc", "WordDocument", at, value), name="x.doc")
    assert source is None
    assert [one.code for one in told] == [code]


@QUICK
@given(
    st.sampled_from(
        [("notice.doc", "WordDocument"), ("notice.doc", "1Table"), ("docket.xls", "Workbook")]
    ),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_any_stream_with_bytes_changed_is_a_text_or_one_error(
    place: tuple[str, str], changes: list[tuple[float, int]]
):
    name, stream = place
    held = io.BytesIO((PAPERS / name).read_bytes())
    with olefile.OleFileIO(held, write_mode=True) as container:
        words = bytearray(container.openstream(stream).read())
        for share, value in changes:
            words[int(share * len(words))] = value
        container.write_stream(stream, bytes(words))
    source, told = take_in(held.getvalue(), name=name)
    errors = [one for one in told if one.severity is Severity.ERROR]
    assert (source is None) == bool(errors)
    assert len(errors) <= 1


def test_a_workbook_whose_cells_lie_far_apart_is_not_opened():
    first = struct.pack("<HHHHHd", 0x0203, 14, 0, 0, 0, 1.0)
    last = struct.pack("<HHHHHd", 0x0203, 14, 65535, 255, 0, 1.0)
    begins = struct.pack("<HH", 0x0809, 0)
    assert cells_spanned(begins + first) == 1
    assert cells_spanned(begins + first + last) == 65536 * 256
    assert cells_spanned(begins + first + begins + last) == 1
    several = struct.pack("<HHHHHHHH", 0x00BE, 12, 4, 2, 0, 0, 0, 9)
    assert cells_spanned(begins + several) == 8


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("第\x13PAGE\x141\x15页", "第1页"),
        ("见\x13HYPERLINK \x13REF a\x14甲\x15\x14附件\x15。", "见附件。"),
        ("甲\x0b乙\x01\x08丙\x1e丁\x1f", "甲 乙丙-丁"),
        ("收件\x15人", "收件人"),
        ("前文\x13PAGE", "前文"),
    ],
)
def test_a_field_is_read_by_its_result(words: str, seen: str):
    assert shown(words) == seen


def test_single_properties_are_told_apart_by_their_length():
    packed = bytes.fromhex("1624 01 0b46 0300 0ad6 02 aabb 434a 2c00".replace(" ", ""))
    assert properties(packed) == {
        0x2416: b"\x01",
        0x460B: b"\x03\x00",
        0xD60A: b"\xaa\xbb",
        0x4A43: b"\x2c\x00",
    }
    assert properties(packed[:-1]) == {0x2416: b"\x01", 0x460B: b"\x03\x00", 0xD60A: b"\xaa\xbb"}


def test_cells_stand_in_the_column_of_their_left_edge():
    rows = [
        DocRow(cells=("甲", "乙", "丙"), edges=(0, 1000, 2000, 3000)),
        DocRow(cells=("合计", "1"), edges=(0, 2010, 3000)),
        DocRow(cells=("", "", "丁"), edges=(0, 1000, 2000, 3000), merged=frozenset((0,))),
    ]
    assert list(rows_as_lines(rows)) == ["甲\t乙\t丙", "合计\t\t1", f"{DITTO}\t\t丁"]


def test_tables_that_stand_together_keep_their_own_columns():
    rows = [
        DocRow(cells=("甲", "乙", "丙"), edges=(0, 900, 2000, 3000)),
        DocRow(cells=("子", "丑", "寅"), edges=(0, 1400, 2500, 3000)),
    ]
    assert list(rows_as_lines(rows)) == ["甲\t乙\t丙", "子\t丑\t寅"]


def test_a_row_that_does_not_say_where_its_cells_lie_is_read_from_left_to_right():
    assert row_of(["甲", "乙"], b"") == DocRow(cells=("甲", "乙"))
    assert list(rows_as_lines([row_of(["甲", "乙"], b"\x05\x00")])) == ["甲\t乙"]
