"""Small workbooks of one content in the formats of several programs: XLSX, XLSB, ODS, XML of 2003."""

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import chain

import xlsxwriter

from tests.factories.open_documents import SPACES

ODS = "application/vnd.oasis.opendocument.spreadsheet"
Cell = str | float | date | bool | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet; ``merged`` are the corners (top, left, bottom, right) of its merged cells."""

    name: str = "台账"
    rows: Sequence[Sequence[Cell]] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    hidden_rows: Sequence[int] = ()

    def covered(self) -> set[tuple[int, int]]:
        """Return the cells that merges cover."""
        return {
            (row, column)
            for top, left, bottom, right in self.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }

    def span(self, row: int, column: int) -> tuple[int, int]:
        """Return how many rows and columns a cell takes."""
        found = next((one for one in self.merged if one[:2] == (row, column)), None)
        return (1, 1) if found is None else (found[2] - row + 1, found[3] - column + 1)


def xlsx_book(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of Excel 2007."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for top, left, bottom, right in sheet.merged:
                page.merge_range(top, left, bottom, right, "")
            for row, cells in enumerate(sheet.rows):
                for column, value in enumerate(cells):
                    if value is None:
                        continue
                    if isinstance(value, date):
                        page.write_datetime(row, column, value, day)
                    elif isinstance(value, str):
                        page.write_string(row, column, value)
                    else:
                        page.write(row, column, value)
            for row in sheet.hidden_rows:
                page.set_row(row, None, None, {"hidden": True})
            if sheet.hidden:
                page.hide()
    return out.getvalue()


def xml_book(sheets: Sequence[Sheet], *, encoding: str = "utf-8") -> bytes:
    """Return a workbook in the XML of 2003, rows and cells that are empty left out."""
    parts = []
    for sheet in sheets:
        rows = []
        for number, cells in enumerate(sheet.rows):
            row = "".join(_xml_cells(sheet, number, cells))
            hidden = ' ss:Hidden="1"' if number in sheet.hidden_rows else ""
            rows.append(f'<Row ss:Index="{number + 1}"{hidden}>{row}</Row>')
        visible = "<Visible>SheetHidden</Visible>" if sheet.hidden else ""
        parts.append(
            f'<Worksheet ss:Name="{sheet.name}"><Table>{"".join(rows)}</Table>'
            f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{visible}</WorksheetOptions></Worksheet>'
        )
    head = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    whole = f'<Workbook xmlns="{space}" xmlns:ss="{space}">{"".join(parts)}</Workbook>'
    return (head + whole).encode(encoding)


def _xml_cells(sheet: Sheet, number: int, cells: Sequence[Cell]) -> Iterator[str]:
    for column, value in enumerate(cells):
        high, wide = sheet.span(number, column)
        more = f' ss:MergeAcross="{wide - 1}"' if wide > 1 else ""
        more += f' ss:MergeDown="{high - 1}"' if high > 1 else ""
        if (value is None and not more) or (number, column) in sheet.covered():
            continue
        kind, words = "String", escape(str(value or ""))
        if isinstance(value, bool):
            kind, words = "Boolean", str(int(value))
        elif isinstance(value, int | float):
            kind = "Number"
        elif isinstance(value, date):
            kind, words = "DateTime", f"{value.isoformat()}T00:00:00.000"
        comment = '<Comment ss:Author="某"><ss:Data>批注不读</ss:Data></Comment>'
        yield f'<Cell ss:Index="{column + 1}"{more}><Data ss:Type="{kind}">{words}</Data>{comment}</Cell>'


def fods_book(sheets: Sequence[Sheet]) -> bytes:
    """Return an OpenDocument workbook in one XML file."""
    tables = "".join(map(_ods_table, sheets))
    styles = (
        '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="on" style:family="table"><style:table-properties table:display="true"/></style:style>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:mimetype="{ODS}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>"
    ).encode()


def ods_book(sheets: Sequence[Sheet], *, content: bytes = b"", manifest: str = "") -> bytes:
    """Return an OpenDocument workbook."""
    flat = content or fods_book(sheets)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", ODS)
        parts.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest>{manifest}</manifest:manifest>"
        )
        parts.writestr("content.xml", flat)
    return out.getvalue()


def _ods_table(sheet: Sheet) -> str:
    rows = []
    for number, cells in enumerate(sheet.rows):
        made = []
        for column, value in enumerate(cells):
            high, wide = sheet.span(number, column)
            tag = "covered-table-cell" if (number, column) in sheet.covered() else "table-cell"
            spans = f' table:number-rows-spanned="{high}" table:number-columns-spanned="{wide}"'
            kind, words = "", "" if value is None else escape(str(value))
            if isinstance(value, bool):
                kind = f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
            elif isinstance(value, int | float):
                kind = f' office:value-type="float" office:value="{value}"'
            elif isinstance(value, date):
                kind = f' office:value-type="date" office:date-value="{value.isoformat()}"'
                words = f"{value:%m/%d/%y}"
            note = "<office:annotation><text:p>批注不读</text:p></office:annotation>"
            made.append(
                f"<table:{tag}{kind}{spans if high * wide > 1 else ''}>{note}<text:p>{words}</text:p></table:{tag}>"
            )
        made.append('<table:table-cell table:number-columns-repeated="1016"/>')
        seen = ' table:visibility="collapse"' if number in sheet.hidden_rows else ""
        rows.append(f"<table:table-row{seen}>{''.join(made)}</table:table-row>")
    rows.append(
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    style = "off" if sheet.hidden else "on"
    return f'<table:table table:name="{sheet.name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def xlsb_book(sheets: Sequence[Sheet]) -> bytes:
    """Return a binary workbook, its words shared, its days as whole numbers in the look of days."""
    words = list(
        dict.fromkeys(
            one for one in chain(*(chain(*each.rows) for each in sheets)) if isinstance(one, str)
        )
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.bin"/>'
        for n in range(1, len(sheets) + 1)
    )
    bundles = b"".join(
        record(156, struct.pack("<II", int(one.hidden), n) + string(f"rId{n}") + string(one.name))
        for n, one in enumerate(sheets, start=1)
    )
    looks = b"".join(record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, 176))
    styles = (
        record(44, struct.pack("<H", 176) + string('yyyy"年"m"月"d"日"'))
        + record(617, b"\x02\0\0\0")
        + looks
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.bin", record(153, bytes(8)) + bundles)
        parts.writestr("xl/_rels/workbook.bin.rels", f"<Relationships>{links}</Relationships>")
        parts.writestr(
            "xl/sharedStrings.bin", b"".join(record(19, b"\0" + string(one)) for one in words)
        )
        parts.writestr("xl/styles.bin", styles + record(618, b""))
        for n, sheet in enumerate(sheets, start=1):
            parts.writestr(f"xl/worksheets/sheet{n}.bin", b"".join(_xlsb_records(sheet, words)))
    return out.getvalue()


def _xlsb_records(sheet: Sheet, words: Sequence[str]) -> Iterator[bytes]:
    yield record(145, b"")
    for number, cells in enumerate(sheet.rows):
        yield record(0, struct.pack("<I", number) + bytes(13))
        for column, value in enumerate(cells):
            place = struct.pack("<II", column, int(isinstance(value, date)))
            if isinstance(value, str):
                yield record(7, place + struct.pack("<I", words.index(value)))
            elif isinstance(value, bool):
                yield record(4, place + bytes([value]))
            elif isinstance(value, date):
                yield record(
                    2, place + struct.pack("<i", (value - date(1899, 12, 30)).days << 2 | 2)
                )
            elif value is not None:
                yield record(5, place + struct.pack("<d", value))
    yield record(146, b"")
    for top, left, bottom, right in sheet.merged:
        yield record(176, struct.pack("<IIII", top, bottom, left, right))


def record(kind: int, content: bytes) -> bytes:
    """Return a record of a binary workbook."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(content)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + content


def string(words: str) -> bytes:
    """Return a counted string of a binary workbook."""
    return struct.pack("<I", len(words.encode("utf-16-le")) // 2) + words.encode("utf-16-le")
