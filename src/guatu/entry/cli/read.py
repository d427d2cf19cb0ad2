"""``guatu read``: pages of text into articles, records and directives."""

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.text_intake import LARGEST_BYTES, decode_text
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.reading import Reading, SourceFacts, read_page, reading_document
from guatu.entry.cli.outlet import Outlet
from guatu.entry.cli.read_report import report_lines


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text page; - is standard input")
    parser.add_argument("--year", type=_year, metavar="Y", help="the year of the page")
    parser.add_argument("--json", action="store_true", help="print one JSON document a file")


def _year(words: str) -> int:
    if not words.isdecimal() or not 1900 <= int(words) <= 2999:
        raise argparse.ArgumentTypeError(f"a year has four digits, not {words!r}")
    return int(words)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Read every file first, then print; if one cannot be read, print no document at all."""
    read: list[tuple[Reading, SourceFacts]] = []
    faults: list[Diagnostic] = []
    for name in arguments.files:
        found = _read_file(name, arguments.year, faults)
        if found is not None:
            read.append(found)
    if has_error(faults):
        return out.diagnostics(faults)
    for reading, source in read:
        if arguments.json:
            out.json(_document(reading, source, out))
        else:
            for line in report_lines(reading, source, out.messages, language=out.language):
                out.text(line)
    return out.diagnostics(faults)


def _document(reading: Reading, source: SourceFacts, out: Outlet) -> dict[str, Any]:
    return reading_document(reading, source=source, messages=out.messages)


def _read_file(
    name: str, year: int | None, faults: list[Diagnostic]
) -> tuple[Reading, SourceFacts] | None:
    shown = "stdin" if name == "-" else Path(name).name
    try:
        # One byte over the limit is enough to refuse the file without reading it all.
        raw = _bytes_of(name)
    except FileNotFoundError:
        faults.append(Diagnostic(code="file.missing", source=name, arguments=(("name", name),)))
        return None
    except OSError as fault:
        detail = fault.strerror or str(fault)
        faults.append(
            Diagnostic(
                code="file.unreadable", source=name, arguments=(("name", name), ("detail", detail))
            )
        )
        return None
    text, told = decode_text(raw, name=shown)
    faults.extend(told)
    if text is None:
        return None
    reading = read_page(text, lexicon=load_lexicon(), year=year)
    if has_error(reading.diagnostics):
        faults.extend(reading.diagnostics)
        return None
    sha256 = hashlib.sha256(raw).hexdigest()
    return reading, SourceFacts(name=shown, sha256=sha256, chars=len(text))


def _bytes_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST_BYTES + 1)
