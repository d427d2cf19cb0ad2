"""Ledgers in the formats of several programs: read alike, and refused alike where they cannot be read."""

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineError

from guatu.adapters.biff_bounds import is_locked
from guatu.adapters.intake import take_in
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.number_formats import day_of_number, shows_a_day
from guatu.adapters.workbook_stops import ForeseenFaults
from guatu.domain.reading import read_source
from guatu.domain.reading.ledger_grid import DITTO
from tests.adapters.taken_in import assert_text_or_one_error
from tests.factories.workbooks import (
    Sheet,
    fods_book,
    ods_book,
    record,
    string,
    xlsb_book,
    xlsx_book,
    xml_book,
)

QUICK = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
DOCKET = Path(__file__).parent / "papers" / "docket.xls"

LEDGER = Sheet(
    rows=(
        ("云岭县2026年重点任务清单", None, None, None, None),
        ("序号", "重点任务", "责任单位", "完成时限", "进度"),
        (1, "清除阻水林木1200株", "县水利局", date(2026, 5, 20), 0.5),
        (2, "疏浚淤积河段8公里", None, None, True),
        (None, "加固堤防&护岸", "县住建局；各乡镇", "12月底", None),
    ),
    merged=((0, 0, 0, 4), (2, 2, 3, 2), (2, 3, 3, 3)),
    hidden_rows=(4,),
)
SECOND = Sheet(name="附表", rows=(("任务", "责任单位", "时限"), ("巡河", "云溪镇", "年底")))
HIDDEN = Sheet(name="备查", rows=(("任务", "责任单位"), ("不读的任务", "某局")), hidden=True)
MADE: Sequence[Callable[[Sequence[Sheet]], bytes]] = (
    xlsx_book,
    xlsb_book,
    ods_book,
    fods_book,
    xml_book,
)
MEDIA = {
    xlsb_book: "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    ods_book: "application/vnd.oasis.opendocument.spreadsheet",
    fods_book: "application/vnd.oasis.opendocument.spreadsheet-flat-xml",
    xml_book: "application/vnd.ms-excel+xml",
}
WANTED = "\n".join(
    (
        "云岭县2026年重点任务清单",
        "序号\t重点任务\t责任单位\t完成时限\t进度",
        "1\t清除阻水林木1200株\t县水利局\t2026-05-20\t0.5",
        f"2\t疏浚淤积河段8公里\t{DITTO}\t{DITTO}\tTrue",
        "\t加固堤防&护岸\t县住建局；各乡镇\t12月底",
        "",
        "任务\t责任单位\t时限",
        "巡河\t云溪镇\t年底",
    )
)


@pytest.mark.parametrize("made", MADE)
def test_a_ledger_is_read_alike_whichever_program_wrote_it(made):
    """Days, merged cells, hidden rows, empty first cells, two sheets; a hidden one is told and not read."""
    source, told = take_in(made([LEDGER, SECOND, HIDDEN]), name="台账.xls")
    assert source.text == WANTED
    assert (source.ledger, source.pages) == (True, 2)
    assert source.media_type == MEDIA.get(made, source.media_type)
    assert [(one.code, dict(one.arguments)["sheets"]) for one in told] == [
        ("reading.hidden_sheets", "备查")
    ]


@pytest.mark.parametrize("made", MADE)
def test_the_rows_of_a_ledger_of_any_program_are_directives(made):
    source, _ = take_in(made([LEDGER]), name="x")
    found = read_source(source, lexicon=load_lexicon()).directives
    assert [(one.action, one.addressees[0].text, str(one.deadline.day)) for one in found] == [
        ("清除阻水林木1200株", "县水利局", "2026-05-20"),
        ("疏浚淤积河段8公里", "县水利局", "2026-05-20"),
        ("加固堤防&护岸", "县住建局", "2026-12-31"),
    ]


@pytest.mark.parametrize(
    ("name", "title", "headings", "told"),
    [
        ("2026年", "督办台账", ("督办事项", "责任单位", "时限"), True),
        ("2026年", "2026年督办台账", ("督办事项", "责任单位", "时限"), False),
        ("县水利局", "督办台账", ("督办事项", "时限", "备注"), True),
        ("县水利局", "督办台账", ("督办事项", "责任单位", "时限"), False),
        ("Sheet1", "督办台账", ("督办事项", "责任单位", "时限"), False),
        ("2026年", "名册", ("姓名", "职务", "电话"), False),
    ],
)
@pytest.mark.parametrize("made", MADE)
def test_the_name_of_a_sheet_is_read_where_it_alone_tells_the_year_or_the_unit(
    made, name, title, headings, told
):
    sheet = Sheet(name=name, rows=((title, None, None), headings, ("清淤", "年底", "年底")))
    source, _ = take_in(made([sheet]), name="x")
    assert source.text.startswith(f"工作表：{name}\n{title}" if told else f"{title}\n")


def test_a_workbook_of_wps_is_known_by_its_bytes():
    one, _ = take_in(DOCKET.read_bytes(), name="x.xls")
    other, _ = take_in(DOCKET.read_bytes(), name="x.et")
    assert one == other
    assert other.ledger


def test_a_stream_called_in_capitals_is_the_same_stream():
    raw = DOCKET.read_bytes()
    capital = raw.replace("Workbook".encode("utf-16-le"), "WORKBOOK".encode("utf-16-le"))
    assert capital != raw
    assert take_in(capital, name="x")[0] == take_in(raw, name="x")[0]


@pytest.mark.parametrize("encoding", ["gb2312", "utf-16"])
def test_a_workbook_in_xml_is_decoded_by_its_own_word(encoding: str):
    source, told = take_in(xml_book([SECOND], encoding=encoding), name="x.xml")
    assert not told
    assert source.text.endswith("巡河\t云溪镇\t年底")


def test_signs_that_no_xml_may_hold_are_left_out_of_a_workbook():
    raw = xml_book([SECOND]).replace("巡河".encode(), "巡&#7;河\x0c".encode())
    assert take_in(raw, name="x.xml")[0].text.endswith("巡河\t云溪镇\t年底")


def test_rows_and_cells_that_an_open_workbook_repeats_are_so_many():
    row = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2">'
        "<text:p>巡<text:s/>河<text:span>一</text:span>次</text:p></table:table-cell></table:table-row>"
    ).encode()
    raw = fods_book([Sheet()]).replace(b"<table:table-row", row + b"<table:table-row", 1)
    assert take_in(raw, name="x")[0].text == "\n".join(["巡 河一次\t巡 河一次"] * 3)


def test_what_an_open_workbook_shows_goes_before_what_it_keeps():
    cells = (
        '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="7"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-11-30T17:30:00"><text:p>昨天</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="某日"><text:p>某日</text:p></table:table-cell></table:table-row>'
    ).encode()
    raw = fods_book([Sheet()]).replace(b"<table:table-row", cells + b"<table:table-row", 1)
    assert take_in(raw, name="x")[0].text == "50%\t7\t2026-11-30 17:30:00\t某日"


def test_every_kind_of_cell_of_a_binary_workbook():
    place = bytes(8)
    cells = [
        record(6, place + string("直写")),
        record(62, b"\x01\0\0\0" + bytes(4) + b"\0" + string("带格式")),
        record(8, b"\x02\0\0\0" + bytes(4) + string("算出的字") + bytes(6)),
        record(9, b"\x03\0\0\0" + bytes(4) + b"\0\0\0\0\0\0\xf8\x3f" + bytes(6)),
        record(3, b"\x04\0\0\0" + bytes(4) + b"\x07"),
        record(2, b"\x05\0\0\0" + bytes(4) + (250 << 2 | 3).to_bytes(4, "little")),
        record(1, b"\x06\0\0\0" + bytes(4)),
        record(17, bytes(4) + string("接着写")),
    ]
    sheet = record(145, b"") + record(0, bytes(17)) + b"".join(cells) + record(146, b"")
    raw = repacked(xlsb_book([Sheet()]), "xl/worksheets/sheet1.bin", sheet)
    assert take_in(raw, name="x")[0].text == "直写\t带格式\t算出的字\t1.5\t#DIV/0!\t2.5\t\t接着写"


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


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (14, None, True),
        (31, None, True),
        (57, None, True),
        (2, None, False),
        (176, 'yyyy"年"m"月"d"日";@', True),
        (177, "[$-804]aaaa", True),
        (178, "[h]:mm", True),
        (179, '#,##0.00"亩"', False),
        (180, "0.0%", False),
        (181, "General", False),
        (182, "[Red]0.00E+00", False),
        (183, '0"days"', False),
    ],
)
def test_a_number_is_a_day_where_its_format_shows_one(number: int, code: str | None, shown: bool):
    assert shows_a_day(number, code) is shown


def test_days_are_counted_from_the_beginning_of_the_calendar():
    told = (
        day_of_number(one, from_1904=False) for one in (1, 59, 61, 46356, 46356.75, 0.25, -1, 1e9)
    )
    assert [str(one) for one in told] == [
        "1900-01-01", "1900-02-28", "1900-03-01", "2026-11-30", "2026-11-30 18:00:00", "06:00:00", "-1", "1000000000.0",
    ]  # fmt: skip
    assert str(day_of_number(44894, from_1904=True)) == "2026-11-30"
    assert day_of_number(2_958_465, from_1904=True) == 2_958_465


LOCKED = DOCKET.read_bytes().replace(b"\x42\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\xb0\x04", 1)
FAR = '<table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell></table:table-row>'
MANY = FAR.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">')


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (LOCKED, "reading.encrypted"),
        (ods_book([LEDGER], manifest="<manifest:encryption-data/>"), "reading.encrypted"),
        (ods_book([LEDGER], content=b"<x/>"), "reading.empty"),
        (ods_book([LEDGER], content=b"<x"), "reading.broken_file"),
        (ods_book([LEDGER], content=fods_book([LEDGER])[:-60]), "reading.broken_file"),
        (fods_book([LEDGER]).replace(b"<table:table-row", MANY.encode() + b"<table:table-row", 1), "sheet.too_many_rows"),
        (fods_book([LEDGER]).replace(b"<table:table-row", FAR.encode() * 400 + b"<table:table-row", 1), "reading.unfolds_too_much"),
        (fods_book([Sheet(rows=(("甲", "乙"),)), HIDDEN][1:]), "reading.empty"),
        (ods_book([SECOND] * 51), "reading.too_many_sheets"),
        (xml_book([SECOND])[:-40], "reading.broken_file"),
        (xml_book([Sheet()]), "reading.empty"),
        (xml_book([SECOND]).replace(b'ss:Index="3"', b'ss:Index="9999999"'), "reading.broken_file"),
        (xml_book([SECOND]).replace(b'<Row ss:Index="2">', b'<Row ss:Index="99999999">'), "reading.broken_file"),
        (repacked(xlsb_book([LEDGER]), "xl/workbook.bin", b""), "reading.empty"),
        (repacked(xlsb_book([LEDGER]), "xl/sharedStrings.bin", b""), "reading.broken_file"),
        (repacked(xlsb_book([LEDGER]), "xl/_rels/workbook.bin.rels", b"<x"), "reading.broken_file"),
        (xlsb_book([Sheet(rows=[("甲", "乙")] * 20_001)]), "sheet.too_many_rows"),
    ],
)  # fmt: skip
def test_a_workbook_that_cannot_be_read_is_one_error_soon(raw: bytes, code: str):
    begun = time.monotonic()
    source, told = take_in(raw, name="x")
    assert source is None
    assert [one.code for one in told if one.severity == "error"] == [code]
    assert time.monotonic() - begun < 20


def test_a_workbook_that_unfolds_without_end_is_not_opened():
    bomb = ods_book([LEDGER], content=b"0" * (256 * 1024 * 1024))
    assert [one.code for one in take_in(bomb, name="x")[1]] == ["reading.unfolds_too_much"]


def test_entities_that_multiply_are_not_unfolded_in_a_workbook():
    laugh = '<!DOCTYPE a [<!ENTITY a "哈哈">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    for raw in (xml_book([SECOND]), fods_book([SECOND])):
        head, rest = raw.split(b"?>", 1)
        hostile = head + b"?>" + f"{laugh}]>".encode() + rest.replace("巡河".encode(), b"&j;")
        source, _ = take_in(hostile, name="x")
        assert source is None or len(source.text) < 1000


def test_a_locked_workbook_says_so_before_its_sheets():
    begin, sheet, lock = b"\x09\x08\x02\0\0\0", b"\x85\0\x02\0\0\0", b"\x2f\0\x02\0\0\0"
    assert is_locked(begin + lock + sheet)
    assert not is_locked(begin + sheet + lock)
    assert not is_locked(begin)


def test_a_stop_of_the_library_is_told_as_a_broken_file():
    class PanicException(BaseException):
        pass

    with pytest.raises(CalamineError), ForeseenFaults():
        raise PanicException
    with pytest.raises(KeyError), ForeseenFaults():
        raise KeyError


@QUICK
@given(
    st.sampled_from(MADE),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
    st.floats(0, 1),
)
def test_any_workbook_with_bytes_changed_or_cut_off_is_a_text_or_one_error(
    made, changes: list[tuple[float, int]], share: float
):
    whole = made([LEDGER, HIDDEN])
    raw = bytearray(whole)
    for place, value in changes:
        raw[int(place * len(raw))] = value
    for one in (bytes(raw), whole[: int(share * len(whole))]):
        assert_text_or_one_error(one)


@QUICK
@given(st.sampled_from(("xl/workbook.bin", "xl/styles.bin", "xl/worksheets/sheet1.bin")), st.data())
def test_any_part_of_a_binary_workbook_with_bytes_changed_is_a_text_or_one_error(part: str, data):
    whole = xlsb_book([LEDGER])
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        content = bytearray(parts.read(part))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert_text_or_one_error(repacked(whole, part, bytes(content)))


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=30,
).filter(str.strip)


@QUICK
@given(
    st.sampled_from(MADE), st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5)
)
def test_every_character_of_a_workbook_comes_through(made, rows: list[list[str]]):
    source, _ = take_in(made([Sheet(rows=(("事项", "单位"), *rows))]), name="x")
    assert sorted("".join(source.text.split())) == sorted(
        "".join(("事项单位" + "".join(map("".join, rows))).split())
    )
