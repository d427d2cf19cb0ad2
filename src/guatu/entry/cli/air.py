"""``guatu air``: the air index of each row of a file, or the alert level of a forecast."""

import argparse
from pathlib import Path
from typing import Any

from guatu.adapters.air_files import read_air_file, read_forecast_file
from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.kernel.diagnostic import Diagnostic, Severity, has_error
from guatu.domain.watching.air_index import AirIndex, air_index
from guatu.domain.watching.alert import ForecastLevel, level_of_forecast
from guatu.entry.cli.outlet import Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guatu air``."""
    parser.add_argument("file", metavar="FILE.csv", help="date, pollutants, optional place")
    parser.add_argument(
        "--forecast", action="store_true", help="FILE holds date,aqi on consecutive days"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Answer for one file; 1 where the file has an error, and then nothing on standard output."""
    content = _content(arguments.file)
    if isinstance(content, Diagnostic):
        return out.diagnostics((content,))
    if arguments.forecast:
        return _run_forecast(content, arguments, out)
    return _run_readings(content, arguments, out)


def _content(name: str) -> bytes | Diagnostic:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        return Diagnostic(code="file.missing", arguments=(("name", name),))
    except OSError as fault:
        detail = fault.strerror or type(fault).__name__
        return Diagnostic(code="file.unreadable", arguments=(("name", name), ("detail", detail)))


def _run_readings(content: bytes, arguments: argparse.Namespace, out: Outlet) -> int:
    readings, found = read_air_file(content, Path(arguments.file).name)
    if readings is None:
        return out.diagnostics(found)
    shelf = load_shelf()
    rows: list[AirIndex] = []
    told = list(found)
    for reading in readings:
        row, faults = air_index(reading, shelf)
        told.extend(faults)
        if row is not None:
            rows.append(row)
            told.extend(one for one in row.diagnostics if one.severity is not Severity.INFO)
    code = out.diagnostics(told)
    if has_error(told):
        return code
    if arguments.json:
        out.json([_row_document(row, out) for row in rows])
    else:
        _print_rows(rows, out)
    return 0


def _row_document(row: AirIndex, out: Outlet) -> dict[str, Any]:
    # The contract fixes the Chinese names of the classes, whatever language is spoken.
    words = load_messages("zh")
    category = None
    if row.category is not None:
        category = words.words(f"watching.air_class.{row.category}", {})
    return {
        "date": row.day.isoformat(),
        "place": row.place,
        "standard": row.pack.version,
        "iaqi": dict(row.sub_indexes),
        "aqi": row.index,
        "class": category,
        "primary": list(row.primary),
        "diagnostics": [_diagnostic_document(one, out) for one in row.diagnostics],
    }


def _diagnostic_document(one: Diagnostic, out: Outlet) -> dict[str, Any]:
    return {
        "severity": one.severity,
        "code": one.code,
        "message": out.messages.of(one),
        "position": one.position,
    }


def _print_rows(rows: list[AirIndex], out: Outlet) -> None:
    for row in rows:
        words = "—"
        if row.category is not None:
            words = out.messages.words(f"watching.air_class.{row.category}", {})
        index = "—" if row.index is None else str(row.index)
        cells = [row.day.isoformat(), row.place, index, words, "+".join(row.primary)]
        out.text("\t".join([*cells, row.pack.version]))


def _run_forecast(content: bytes, arguments: argparse.Namespace, out: Outlet) -> int:
    days, found = read_forecast_file(content, Path(arguments.file).name)
    if days is None:
        return out.diagnostics(found)
    level, faults = level_of_forecast(days, load_shelf())
    code = out.diagnostics((*found, *faults))
    if level is None:
        return code
    if arguments.json:
        out.json(_level_document(level, out))
    else:
        out.text(out.messages.of(level.reason))
    return 0


def _level_document(level: ForecastLevel, out: Outlet) -> dict[str, Any]:
    return {
        "level": "none" if level.level is None else level.level,
        "from": None if level.first_day is None else level.first_day.isoformat(),
        "last_day": None if level.last_day is None else level.last_day.isoformat(),
        "rule": {"pack": level.pack.name, "version": level.pack.version},
        "reason": out.messages.of(level.reason),
    }
