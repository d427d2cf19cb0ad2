"""Ledgers as plain text with separators (CSV, tab-separated), known by the headings that they begin with.

A text of sentences stays a text, however many commas it holds: only what opens with a row of headings
that name a task, and goes on in rows, is a ledger.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.intake_kinds import DELIMITED
from guatu.adapters.sheet_text import (
    HEAD_ROWS,
    LONGEST_TITLE,
    MOST_ROWS,
    CrowdedSheetError,
    SheetCells,
    ledger_of,
    named_columns,
)
from guatu.adapters.text_intake import decode_text

_SEPARATORS = "\t,;"
_PROBE = 64 * 1024
_LONE_SHARE = 0.2
_FEWEST_CELLS = 2


def is_delimited(raw: bytes) -> bool:
    """Tell whether a plain text is a ledger with separators; only its first rows are looked at."""
    head = b"\n".join(raw[:_PROBE].split(b"\n", HEAD_ROWS)[:HEAD_ROWS])
    if not any(sign.encode() in head for sign in _SEPARATORS):
        return False
    text, _ = decode_text(_whole_signs(raw), name="")
    return text is not None and _separator(text[:_PROBE]) is not None


def read_delimited(raw: bytes, name: str) -> Taken:
    """Return the table of a text with separators as a ledger, or None with the diagnostic that says why."""
    text, told = decode_text(raw, name=name)
    if text is None:
        return None, told
    separator = _separator(text[:_PROBE]) or ","
    sheet = SheetCells()
    try:
        for number, row in enumerate(_rows(text, separator)):
            sheet.add(number, row)
    except CrowdedSheetError as crowded:
        return None, (fault(crowded.code, name, ("most", MOST_ROWS)),)
    except csv.Error:
        return None, (fault("reading.broken_file", name),)
    source, more = ledger_of([sheet], name, media_type=DELIMITED)
    return source, (*told, *more)


def _whole_signs(raw: bytes) -> bytes:
    """Return so much of a file as tells its encoding, ended where a line ends."""
    if len(raw) <= _PROBE:
        return raw
    probe = raw[:_PROBE]
    return probe[: probe.rfind(b"\n") + 1] or raw


def _separator(text: str) -> str | None:
    """Return the sign that parts the cells below a row of headings; None where there are none."""
    for separator in _SEPARATORS:
        try:
            rows = list(islice(_rows(text, separator), 200))
        except csv.Error:
            continue
        if _is_ledger(rows):
            return separator
    return None


def _is_ledger(rows: Sequence[Sequence[str]]) -> bool:
    columns = named_columns(rows)
    if columns is None:
        return False
    titles = [cell for row in rows[: columns.head] for cell in row if cell]
    if any(len(cell) > LONGEST_TITLE or "。" in cell for cell in titles):
        return False
    below = rows[columns.head + 1 :]
    lone = sum(1 for row in below if len(row) < _FEWEST_CELLS)
    return bool(below) and lone <= _LONE_SHARE * len(below)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows that hold anything; a number that a program wrote as ="007" is taken out of its sign."""
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        cells = [" ".join(_bare(cell).split()) for cell in row]
        if any(cells):
            yield cells


def _bare(cell: str) -> str:
    quoted = cell.startswith('="') and cell.endswith('"') and len(cell) > len('=""')
    return cell[2:-1] if quoted else cell
