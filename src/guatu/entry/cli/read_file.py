"""One file of ``guatu read``, from its bytes to the words printed of it."""

import hashlib
import json
import sys
from pathlib import Path

from guatu.adapters.holidays import china_holidays
from guatu.adapters.intake import LARGEST_BYTES, take_in
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.packs import load_messages
from guatu.domain.kernel.calendar import five_days
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.reading import facts_of, read_source, reading_document
from guatu.entry.cli.read_answer import Answer, Asked
from guatu.entry.cli.read_report import report_lines


def read_file(name: str, asked: Asked) -> Answer:
    """Read one file; ``-`` is standard input."""
    shown = "stdin" if name == "-" else Path(name).name
    try:
        # One byte over the limit is enough to refuse the file without reading it all.
        raw = _bytes_of(name)
    except FileNotFoundError:
        missing = Diagnostic(code="file.missing", source=name, arguments=(("name", name),))
        return Answer(diagnostics=(missing,))
    except OSError as fault:
        detail = (("name", name), ("detail", fault.strerror or str(fault)))
        unreadable = Diagnostic(code="file.unreadable", source=name, arguments=detail)
        return Answer(diagnostics=(unreadable,))
    source, told = take_in(raw, name=shown)
    if source is None:
        return Answer(diagnostics=told)
    working = five_days(holidays=china_holidays())
    reading = read_source(source, lexicon=load_lexicon(), year=asked.year, working=working)
    if has_error(reading.diagnostics):
        return Answer(diagnostics=(*told, *reading.diagnostics))
    facts = facts_of(source, name=shown, sha256=hashlib.sha256(raw).hexdigest())
    messages = load_messages(asked.language)
    if asked.as_json:
        document = reading_document(reading, source=facts, messages=messages)
        words = json.dumps(document, ensure_ascii=False) + "\n"
    else:
        lines = report_lines(reading, facts, messages, language=asked.language)
        words = "".join(f"{line}\n" for line in lines)
    return Answer(words=words, diagnostics=told)


def _bytes_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST_BYTES + 1)
