"""How far the cells of an XLS workbook lie apart: its reader takes room for all between them.

Source: [MS-XLS] 2.1.4 (records), 2.4.21 (BOF), 2.4.117 (FilePass), 2.5 (cell records).
"""

import struct

_BEGINS = 0x0809
_ONE_CELL = frozenset((0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
_LOCKED = 0x002F
_SHEET = 0x0085
_SEVERAL_CELLS = frozenset((0x00BD, 0x00BE))


def cells_spanned(workbook: bytes) -> int:
    """Return how many cells the largest sheet of a workbook stream spans, empty ones counted.

    What is torn off at the end is not counted.
    """
    most, at = 0, 0
    top = left = 1 << 16
    bottom = right = -1
    while at + 4 <= len(workbook):
        kind, size = struct.unpack_from("<HH", workbook, at)
        at += 4
        if kind == _BEGINS:
            top = left = 1 << 16
            bottom = right = -1
        elif kind in _ONE_CELL | _SEVERAL_CELLS and size >= 6 and at + size <= len(workbook):
            row, column = struct.unpack_from("<HH", workbook, at)
            last = column
            if kind in _SEVERAL_CELLS:
                last = struct.unpack_from("<H", workbook, at + size - 2)[0]
            top, bottom = min(top, row), max(bottom, row)
            left, right = min(left, column), max(right, last)
            most = max(most, (bottom - top + 1) * (right - left + 1))
        at += size
    return most


def is_locked(workbook: bytes) -> bool:
    """Tell whether a workbook stream is locked by a password: its head says so before its sheets."""
    at = 0
    while at + 4 <= len(workbook):
        kind, size = struct.unpack_from("<HH", workbook, at)
        if kind in {_LOCKED, _SHEET}:
            return bool(kind == _LOCKED)
        at += 4 + size
    return False
