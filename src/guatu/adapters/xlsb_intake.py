"""XLSB, the binary workbook: read as XLSX ledgers are.

The library for workbooks takes whole days of this kind for numbers and does not tell its merged cells.
Source: [MS-XLSB] 2.1.7 (parts), 2.4 (records), 2.5 (cells, strings).
"""

import io
import posixpath
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from guatu.adapters.biff12_records import biff12_records
from guatu.adapters.intake_faults import TORN_PACKAGE, Taken, fault
from guatu.adapters.intake_kinds import XLSB
from guatu.adapters.number_formats import day_of_number, shows_a_day
from guatu.adapters.sheet_text import MOST_ROWS, CrowdedSheetError, SheetCells, ledger_of

_BOOK_PART = "xl/workbook.bin"
_RELATED = "xl/_rels/workbook.bin.rels"
_ROW, _MERGE, _BUNDLE, _BOOK = 0, 176, 156, 153
_CELLS_BEGIN, _CELLS_END = 145, 146
_STRING, _FORMAT, _LOOK = 19, 44, 47
_LOOKS_BEGIN, _LOOKS_END = 617, 618
_RK, _ERROR, _BOOL, _REAL, _WORDS, _SHARED, _RICH = 2, 3, 4, 5, 6, 7, 62
_LIKE = {8: _WORDS, 9: _REAL, 10: _BOOL, 11: _ERROR}
"""Results of formulas, by the plain cells that look alike."""
_SHORT = range(12, 19)
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_MOST_COLUMNS = 16_384
_MOST_MERGES = 20_000
_BROKEN = (*TORN_PACKAGE, struct.error, etree.XMLSyntaxError, IndexError)


def read_xlsb(raw: bytes, name: str) -> Taken:
    """Return the tables of a binary workbook as text, or None with the diagnostic that says why."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            sheets = _sheets(parts)
    except CrowdedSheetError as crowded:
        return None, (fault(crowded.code, name, ("most", MOST_ROWS)),)
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return ledger_of(sheets, name, media_type=XLSB)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the cells of every sheet refer to: the shared words, which looks show days, the calendar."""

    words: Sequence[str]
    days: Sequence[bool]
    from_1904: bool


def _sheets(parts: zipfile.ZipFile) -> list[SheetCells]:
    held = {one.lower(): one for one in parts.namelist()}
    targets = _targets(parts.read(_RELATED), held)
    content = parts.read(_BOOK_PART)
    named: list[tuple[str, str, bool]] = []
    from_1904 = False
    for kind, at, _ in biff12_records(content):
        if kind == _BOOK:
            from_1904 = bool(content[at] & 1)
        elif kind == _BUNDLE:
            link, used = _string(content, at + 8)
            called, _ = _string(content, used)
            named.append((called, targets.get(link, ""), content[at] != 0))
    words, looks = held.get("xl/sharedstrings.bin"), held.get("xl/styles.bin")
    book = _Book(
        words=_shared(parts.read(words)) if words else (),
        days=_days(parts.read(looks)) if looks else (),
        from_1904=from_1904,
    )
    found = []
    for called, place, hidden in named:
        if "/worksheets/" in place:
            sheet = SheetCells(name=called, hidden=hidden)
            _Rows(sheet, book).read(parts.read(place))
            found.append(sheet)
    return found


def _targets(related: bytes, held: Mapping[str, str]) -> Mapping[str, str]:
    """Return the parts that the workbook's relations point to; names of parts are of any case."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    places = {
        one.get("Id") or "": posixpath.normpath(posixpath.join("/xl", one.get("Target") or ""))
        for one in etree.fromstring(related, parser)
    }
    return {
        link: held[place.lower()[1:]] for link, place in places.items() if place.lower()[1:] in held
    }


def _shared(part: bytes) -> list[str]:
    return [_string(part, at + 1)[0] for kind, at, _ in biff12_records(part) if kind == _STRING]


def _days(part: bytes) -> list[bool]:
    """Return for every look of cells whether it shows numbers as days."""
    codes: dict[int, str] = {}
    days: list[bool] = []
    inside = False
    for kind, at, _ in biff12_records(part):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", part, at)[0]] = _string(part, at + 2)[0]
        elif kind in {_LOOKS_BEGIN, _LOOKS_END}:
            inside = kind == _LOOKS_BEGIN
        elif kind == _LOOK and inside:
            number = struct.unpack_from("<H", part, at + 2)[0]
            days.append(shows_a_day(number, codes.get(number)))
    return days


def _string(raw: bytes, at: int) -> tuple[str, int]:
    """Return the words of a counted string and where it ends; one that is not there is empty."""
    length = int.from_bytes(raw[at : at + 4], "little")
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(raw):
        raise ValueError("a string is cut off")
    return raw[at + 4 : end].decode("utf-16-le", "replace"), end


class _Rows:
    """The rows of one sheet, cell by cell."""

    def __init__(self, sheet: SheetCells, book: _Book) -> None:
        self._sheet, self._book = sheet, book
        self._number = 0
        self._cells: list[object] = []

    def read(self, part: bytes) -> None:
        """Put the sheet of a part together."""
        inside = False
        for kind, at, size in biff12_records(part):
            if kind in {_CELLS_BEGIN, _CELLS_END}:
                inside = kind == _CELLS_BEGIN
            elif kind == _MERGE and len(self._sheet.merges) < _MOST_MERGES:
                top, bottom, left, right = struct.unpack_from("<IIII", part, at)
                self._sheet.merges.append(((top, left), (bottom, right)))
            elif not inside:
                continue
            elif kind == _ROW:
                self._close()
                self._number = struct.unpack_from("<I", part, at)[0]
            elif kind in _SHORT:
                self._put(len(self._cells), kind - 11, part[at : at + size], 4)
            elif 0 < kind < _SHORT.start or kind == _RICH:
                place = struct.unpack_from("<I", part, at)[0]
                self._put(place, _LIKE.get(kind, kind), part[at : at + size], 8)
        self._close()

    def _put(self, place: int, kind: int, cell: bytes, at: int) -> None:
        if place >= _MOST_COLUMNS:
            raise ValueError("no sheet has so many columns")
        self._cells.extend([""] * (place + 1 - len(self._cells)))
        self._cells[place] = self._value(kind, cell, at)

    def _close(self) -> None:
        self._sheet.add(self._number, self._cells)
        self._cells = []

    def _value(self, kind: int, cell: bytes, at: int) -> object:
        if kind == _WORDS:
            return _string(cell, at)[0]
        if kind == _RICH:
            return _string(cell, at + 1)[0]
        if kind == _SHARED:
            return self._book.words[struct.unpack_from("<I", cell, at)[0]]
        if kind == _BOOL:
            return bool(cell[at])
        if kind == _ERROR:
            return _ERRORS.get(cell[at], "")
        if kind == _RK:
            value = _packed_number(struct.unpack_from("<i", cell, at)[0])
        elif kind == _REAL:
            value = struct.unpack_from("<d", cell, at)[0]
        else:
            return ""
        look = int.from_bytes(cell[at - 4 : at - 1], "little")
        if look < len(self._book.days) and self._book.days[look]:
            return day_of_number(value, from_1904=self._book.from_1904)
        return value


def _packed_number(packed: int) -> float:
    """Return the number of four bytes: a whole one or the upper half of a float, or a hundredth of it."""
    whole, hundredth = packed & 2, packed & 1
    bits = packed & ~3
    value = float(packed >> 2) if whole else struct.unpack("<d", struct.pack("<ii", 0, bits))[0]
    return float(value) / 100 if hundredth else float(value)
