"""The streams of a Word 97 to 2003 document: its characters, and the properties that run along them.

Characters are numbered in the order they are read (``cp``), and stand somewhere in the main
stream (``fc``); a table of pieces leads from one to the other. Properties of characters and of
paragraphs are kept by place in the stream, on pages of 512 bytes. Source: [MS-DOC], sections
2.4 (retrieving text and properties), 2.5 (FIB), 2.9 (Clx, PapxFkp, ChpxFkp) and 2.6 (Sprm).
"""

import struct
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from guatu.adapters.intake_bounds import MOST_CHARACTERS

_WORD_97 = 0xA5EC
_OLDEST = 193
_PAGE = 512
_STSHF, _AROUND, _CHPX, _PAPX, _CLX, _LST, _LFO = 1, 11, 12, 13, 33, 73, 74
_LENGTHS = {"text": 0, "notes": 1, "around": 2, "ends": 6, "boxes": 7}
"""The places of the lengths in characters, counted from that of the main text."""
_DELETED, _HIDDEN, _SIZE = 0x0800, 0x083C, 0x4A43
_HEADS = frozenset((0, 1, 4))
_HUGE = 0x6646
"""Properties too long for their page stand in the stream of data."""
_DEFINES_TABLE, _CHANGES_TABS = 0xD608, 0xC615
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


ReadsPage = Callable[[bytes], Iterator[tuple[int, bytes]]]
"""Reads the runs of a page of properties: where each begins, and its properties."""


class UnreadableDocError(Exception):
    """A document whose parts do not fit together; ``reason`` is broken, old, locked or long."""

    def __init__(self, reason: str = "broken") -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters that stand together in the stream: from ``cp`` on, at byte ``fc``, ``width`` bytes each."""

    cp: int
    end: int
    fc: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Properties along the stream: those at ``starts[i]`` hold until ``starts[i + 1]``."""

    starts: list[int] = field(default_factory=list)
    values: list[bytes] = field(default_factory=list)

    def at(self, fc: int) -> bytes:
        """Return the properties at a byte of the stream; none outside all runs."""
        place = bisect_right(self.starts, fc) - 1
        return self.values[place] if place >= 0 else b""


def properties(packed: bytes) -> Mapping[int, bytes]:
    """Return the operands of a list of single properties by their codes; the last of one code holds.

    What is cut off at the end is left out.
    """
    found: dict[int, bytes] = {}
    at = 0
    while at + 2 <= len(packed):
        code = packed[at] | packed[at + 1] << 8
        at += 2
        kind = code >> 13
        if kind != 6:
            size, head = _OPERANDS[kind], 0
        elif code == _DEFINES_TABLE:
            size, head = int.from_bytes(packed[at : at + 2], "little") - 1, 2
        elif code == _CHANGES_TABS and packed[at : at + 1] == b"\xff":
            return found
        else:
            size, head = int.from_bytes(packed[at : at + 1], "little"), 1
        operand = packed[at + head : at + head + size]
        if size < 0 or len(operand) < size:
            break
        found[code] = operand
        at += head + size
    return found


class DocStreams:
    """The main stream and the table stream of a document, opened by its FIB.

    ``units`` are its characters as UTF-16 code units, ``unseen`` marks those deleted or hidden,
    ``sizes`` gives each one's size in half points where it is said (0: by the style).
    """

    def __init__(self, streams: Mapping[str, bytes]) -> None:
        """Open the parts; raises :class:`UnreadableDocError` or what a torn part stumbles over."""
        self._main = streams.get("WordDocument", b"")
        kind, version = struct.unpack_from("<HH", self._main)
        if kind != _WORD_97 or version < _OLDEST:
            raise UnreadableDocError("old")
        flags = struct.unpack_from("<H", self._main, 0x0A)[0]
        if flags & 0x0100:
            raise UnreadableDocError("locked")
        self._table = streams.get("1Table" if flags & 0x0200 else "0Table", b"")
        self._data = streams.get("Data", b"")
        words = struct.unpack_from("<H", self._main, 0x20)[0]
        longs_at = 0x22 + 2 * words
        longs = struct.unpack_from("<H", self._main, longs_at)[0]
        self._lengths_at = longs_at + 2 + 12
        self._pairs_at = longs_at + 2 + 4 * longs + 2
        self.pieces = tuple(self._pieces())
        self.units = self._characters()
        self.unseen = bytearray(len(self.units))
        self.sizes = array("H", bytes(2 * len(self.units)))
        self._paragraphs = self._runs(_PAPX, self._paragraph_pages)
        self._mark()

    def part(self, name: str) -> range:
        """Return the characters of a part: ``text``, ``notes``, ``around`` (heads and feet), ``boxes``."""
        order = struct.unpack_from("<8i", self._main, self._lengths_at)
        place = _LENGTHS[name]
        start = sum(order[:place])
        if min(order) < 0 or start + order[place] > len(self.units):
            raise UnreadableDocError
        return range(start, start + order[place])

    def around(self) -> tuple[tuple[range, ...], tuple[range, ...]]:
        """Return the heads and the feet of all sections: for each one even, odd and first pages."""
        packed, part = self._named(_AROUND), self.part("around")
        count = len(packed) // 4
        places = [part.start + one for one in struct.unpack_from(f"<{count}I", packed)]
        heads: list[range] = []
        feet: list[range] = []
        # The first six are the lines that part notes from the text.
        for number in range(6, count - 2):
            story = range(places[number], min(places[number + 1], part.stop))
            (heads if number % 6 in _HEADS else feet).append(story)
        return tuple(heads), tuple(feet)

    def words(self, start: int, end: int) -> str:
        """Return the characters from ``start`` to ``end`` that the page shows."""
        shown = array("H")
        for place in range(start, end):
            if not self.unseen[place]:
                shown.append(self.units[place])
        return shown.tobytes().decode("utf-16-le", "replace")

    def paragraph(self, mark: int) -> tuple[int, Mapping[int, bytes]]:
        """Return the style and the own properties of the paragraph that ends with a mark."""
        packed = self._paragraphs.at(self._fc(mark))
        own = properties(packed[2:])
        elsewhere = own.get(_HUGE)
        if elsewhere is not None:
            at = int.from_bytes(elsewhere, "little")
            size = int.from_bytes(self._data[at : at + 2], "little")
            own = properties(self._data[at + 2 : at + 2 + size])
        return int.from_bytes(packed[:2], "little"), own

    def styles(self) -> bytes:
        """Return the style sheet."""
        return self._named(_STSHF)

    def lists(self) -> tuple[bytes, bytes]:
        """Return the lists with the levels behind them, and the list overrides."""
        start, size = self._pair(_LST)
        # The levels stand behind the lists and are not counted in their size.
        return (self._table[start:] if size else b""), self._named(_LFO)

    def _pair(self, place: int) -> tuple[int, int]:
        start, size = struct.unpack_from("<Ii", self._main, self._pairs_at + 8 * place)
        return start, max(0, size)

    def _named(self, place: int) -> bytes:
        start, size = self._pair(place)
        return self._table[start : start + size]

    def _pieces(self) -> Iterator[Piece]:
        packed, at = self._named(_CLX), 0
        while at < len(packed) and packed[at] == 1:
            at += 3 + struct.unpack_from("<H", packed, at + 1)[0]
        if at >= len(packed) or packed[at] != 2:
            raise UnreadableDocError
        size = struct.unpack_from("<I", packed, at + 1)[0]
        table = packed[at + 5 : at + 5 + size]
        count = (len(table) - 4) // 12
        ends = struct.unpack_from(f"<{count + 1}I", table)
        for number in range(count):
            place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)[0]
            narrow = bool(place & 0x40000000)
            fc = (place & 0x3FFFFFFF) // 2 if narrow else place & 0x3FFFFFFF
            if ends[number + 1] < ends[number]:
                raise UnreadableDocError
            yield Piece(cp=ends[number], end=ends[number + 1], fc=fc, width=1 if narrow else 2)

    def _characters(self) -> "array[int]":
        if not self.pieces or self.pieces[-1].end > MOST_CHARACTERS:
            raise UnreadableDocError("long" if self.pieces else "broken")
        units = array("H")
        for one in self.pieces:
            packed = self._main[one.fc : one.fc + (one.end - one.cp) * one.width]
            if len(packed) < (one.end - one.cp) * one.width:
                raise UnreadableDocError
            if one.width == 1:
                packed = packed.decode("cp1252", "replace").encode("utf-16-le")
            units.frombytes(packed)
        return units

    def _fc(self, cp: int) -> int:
        place = bisect_right(self.pieces, cp, key=lambda one: one.cp) - 1
        piece = self.pieces[place]
        return piece.fc + (cp - piece.cp) * piece.width

    def _runs(self, place: int, read: ReadsPage) -> Runs:
        packed = self._named(place)
        count = max(0, (len(packed) - 4) // 8)
        runs = Runs()
        for number in struct.unpack_from(f"<{count}I", packed, 4 * (count + 1)) if count else ():
            page = self._main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            if len(page) < _PAGE:
                raise UnreadableDocError
            for start, value in read(page):
                if runs.starts and start < runs.starts[-1]:
                    raise UnreadableDocError
                if runs.starts and start == runs.starts[-1]:
                    runs.values[-1] = value
                    continue
                runs.starts.append(start)
                runs.values.append(value)
        return runs

    @staticmethod
    def _paragraph_pages(page: bytes) -> Iterator[tuple[int, bytes]]:
        count = page[-1]
        starts = struct.unpack_from(f"<{count}I", page)
        for number, start in enumerate(starts):
            at = 2 * page[4 * (count + 1) + 13 * number]
            size = 2 * page[at] - 1
            if page[at] == 0:
                at += 1
                size = 2 * page[at]
            yield start, page[at + 1 : at + 1 + size] if at > 1 else b""

    @staticmethod
    def _character_pages(page: bytes) -> Iterator[tuple[int, bytes]]:
        count = page[-1]
        starts = struct.unpack_from(f"<{count}I", page)
        for number, start in enumerate(starts):
            at = 2 * page[4 * (count + 1) + number]
            yield start, page[at + 1 : at + 1 + page[at]] if at else b""

    def _mark(self) -> None:
        """Note for each character whether the page shows it, and its size where it is said."""
        runs = self._runs(_CHPX, self._character_pages)
        for piece in self.pieces:
            last = piece.fc + (piece.end - piece.cp) * piece.width
            place = max(0, bisect_right(runs.starts, piece.fc) - 1)
            while place < len(runs.starts) and runs.starts[place] < last:
                begins = max(runs.starts[place], piece.fc)
                ends = min([*runs.starts[place + 1 : place + 2], last])
                start = piece.cp + (begins - piece.fc) // piece.width
                end = piece.cp + (max(begins, ends) - piece.fc) // piece.width
                self._mark_run(start, end, properties(runs.values[place]))
                place += 1

    def _mark_run(self, start: int, end: int, held: Mapping[int, bytes]) -> None:
        if any(held.get(code, b"\0") not in {b"\0", b"\x80"} for code in (_DELETED, _HIDDEN)):
            self.unseen[start:end] = b"\1" * (end - start)
        if _SIZE in held:
            size = held[_SIZE]
            self.sizes[start:end] = array("H", size * (end - start))
