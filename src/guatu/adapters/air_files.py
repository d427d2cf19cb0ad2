"""Reads the CSV files of ``guatu air``: daily concentrations and daily forecasts.

UTF-8 with or without a byte order mark, and GB18030. Every bad cell is named by
its line; a file with an error gives nothing.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias, TypeVar

from guatu.domain.kernel.diagnostic import Diagnostic, Severity, has_error
from guatu.domain.watching.air_index import POLLUTANTS, DailyReading
from guatu.domain.watching.alert import ForecastDay

_NOT_MEASURED = frozenset({"", "-", "—", "--", "NA", "N/A", "null"})
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLAIN_NUMBER = re.compile(r"\+?(\d{1,9}(\.\d{0,9})?|\.\d{1,9})", re.ASCII)
_HIGHEST_INDEX = 10_000
_MOST_SHOWN = 40

Value = TypeVar("Value")
Answer: TypeAlias = tuple[tuple[Value, ...] | None, tuple[Diagnostic, ...]]


class CsvReader(Protocol):
    """What is used of ``csv.reader``: its lines and the number of the last one."""

    @property
    def line_num(self) -> int:
        """How many lines were read."""
        ...

    def __next__(self) -> list[str]:
        """Return the cells of the next line."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of the file under its headings."""

    line: int
    cells: dict[str, str]


class _Faults:
    """Collects the diagnostics of one file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def add(
        self,
        code: str,
        line: int | None = None,
        severity: Severity = Severity.ERROR,
        **arguments: str | int,
    ) -> None:
        position = "" if line is None else f"line {line}"
        self.found.append(
            Diagnostic(
                code=f"watching.file.{code}",
                severity=severity,
                arguments=tuple(arguments.items()),
                source=self.source,
                position=position,
            )
        )


def read_air_file(content: bytes, source: str) -> Answer[DailyReading]:
    """Return the readings of a file with ``date``, pollutants and optional ``place``."""
    faults = _Faults(source)
    rows = _rows(content, faults, known=("date", "place", *POLLUTANTS), needs=("date",))
    if rows is None:
        return None, tuple(faults.found)
    if rows and not rows[0].cells.keys() & set(POLLUTANTS):
        faults.add("no_pollutant", 1, columns=", ".join(POLLUTANTS))
    readings = [one for row in rows for one in (_reading(row, faults),) if one is not None]
    _tell_repeats(readings, faults)
    return _result(tuple(readings), faults)


def read_forecast_file(content: bytes, source: str) -> Answer[ForecastDay]:
    """Return the days of a forecast file with ``date``, ``aqi`` and optional ``primary``."""
    faults = _Faults(source)
    known = ("date", "aqi", "primary")
    rows = _rows(content, faults, known=known, needs=("date", "aqi"))
    if rows is None:
        return None, tuple(faults.found)
    days = [one for row in rows for one in (_forecast_day(row, faults),) if one is not None]
    return _result(tuple(days), faults)


def _result(values: tuple[Value, ...], faults: _Faults) -> Answer[Value]:
    found = tuple(faults.found)
    return (None if has_error(found) else values), found


def _text(content: bytes, faults: _Faults) -> str | None:
    if not content.strip():
        faults.add("empty")
        return None
    if b"\0" in content:
        faults.add("not_text")
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    faults.add("not_text")
    return None


def _rows(
    content: bytes, faults: _Faults, *, known: Sequence[str], needs: Sequence[str]
) -> list[_Row] | None:
    """Return the lines under the headings; None where the file or its headings are unusable."""
    text = _text(content, faults)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines = _lines(reader, faults)
    first = next(lines, None)
    if first is None:
        if not faults.found:
            faults.add("empty")
        return None
    heading_line, cells = first
    headings = [cell.strip().lower() for cell in cells]
    if not _headings_hold(headings, heading_line, faults, known=known, needs=needs):
        return None
    rows = [_row(line, cells, headings, faults) for line, cells in lines]
    if not rows and not faults.found:
        faults.add("no_rows", heading_line)
    return rows


def _lines(reader: CsvReader, faults: _Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield every line that holds something, with its number; a broken quote ends the file."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            faults.add("broken", reader.line_num, detail=str(fault))
            return
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _headings_hold(
    headings: list[str],
    line: int,
    faults: _Faults,
    *,
    known: Sequence[str],
    needs: Sequence[str],
) -> bool:
    missing = [name for name in needs if name not in headings]
    for name in missing:
        faults.add("no_column", line, column=name, columns=", ".join(known))
    twice = sorted({name for name in headings if name and headings.count(name) > 1})
    for name in twice:
        faults.add("column_twice", line, column=name)
    for name in headings:
        if name and name not in known:
            faults.add("column_unknown", line, Severity.WARNING, column=_shown(name))
    return not missing and not twice


def _row(line: int, cells: list[str], headings: list[str], faults: _Faults) -> _Row:
    surplus = [cell for cell in cells[len(headings) :] if cell.strip()]
    if surplus:
        faults.add("cells_surplus", line, count=len(surplus))
    named = zip(headings, cells, strict=False)
    held = dict.fromkeys(headings, "")
    held.update((name, cell.strip()) for name, cell in named)
    return _Row(line=line, cells=held)


def _reading(row: _Row, faults: _Faults) -> DailyReading | None:
    day = _day(row, faults)
    values: list[tuple[str, Decimal]] = []
    for pollutant in POLLUTANTS:
        cell = row.cells.get(pollutant, "")
        if cell in _NOT_MEASURED:
            continue
        value = _number(cell)
        if value is None:
            faults.add("bad_value", row.line, column=pollutant, value=_shown(cell))
        else:
            values.append((pollutant, value))
    if day is None:
        return None
    return DailyReading(
        day=day,
        place=row.cells.get("place", ""),
        values=tuple(values),
        source=faults.source,
        position=f"line {row.line}",
    )


def _forecast_day(row: _Row, faults: _Faults) -> ForecastDay | None:
    day = _day(row, faults)
    cell = row.cells["aqi"]
    index = _number(cell)
    whole = index is not None and index == int(index) and index <= _HIGHEST_INDEX
    if index is None or not whole:
        faults.add("bad_value", row.line, column="aqi", value=_shown(cell))
        return None
    if day is None:
        return None
    return ForecastDay(
        day=day,
        index=int(index),
        primary=row.cells.get("primary", "").lower(),
        source=faults.source,
        position=f"line {row.line}",
    )


def _day(row: _Row, faults: _Faults) -> date | None:
    cell = row.cells["date"]
    if _ISO_DAY.fullmatch(cell):
        try:
            return date.fromisoformat(cell)
        except ValueError:
            pass
    faults.add("bad_date", row.line, value=_shown(cell))
    return None


def _number(cell: str) -> Decimal | None:
    """Return a plain number that is not negative and within the range of any instrument."""
    if not _PLAIN_NUMBER.fullmatch(cell):
        return None
    return Decimal(cell)


def _tell_repeats(readings: list[DailyReading], faults: _Faults) -> None:
    seen: set[tuple[date, str]] = set()
    for one in readings:
        key = (one.day, one.place)
        if key in seen:
            line = int(one.position.removeprefix("line "))
            faults.add("twice", line, Severity.WARNING, day=one.day.isoformat(), place=one.place)
        seen.add(key)


def _shown(cell: str) -> str:
    return cell if len(cell) <= _MOST_SHOWN else cell[:_MOST_SHOWN] + "…"
