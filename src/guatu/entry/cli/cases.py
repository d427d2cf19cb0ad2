"""``guatu cases``: what people decided at the desk, as cases to test and train reading on."""

import argparse
import json
from collections import Counter
from pathlib import Path

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.outlet import Outlet

_CHANGES = ("kept", "unit", "words", "kind", "cut", "dropped")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu cases``."""
    add_data_option(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.jsonl", help="one source a line"
    )


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Write every decided source with its decisions, and tell how the reader fared."""
    fault = open_data(arguments)
    if fault is not None:
        return out.diagnostics([fault])
    from guatu.apps.sources.corrections import desk_cases

    output: Path = arguments.output
    changes: Counter[str] = Counter()
    count = 0
    try:
        with output.open("x", encoding="utf-8") as file:
            for case in desk_cases():
                file.write(json.dumps(case.document, ensure_ascii=False) + "\n")
                changes.update(case.changes)
                count += 1
    except OSError as error:
        why = (("name", str(output)), ("detail", error.strerror or str(error)))
        return out.diagnostics([Diagnostic(code="file.unreadable", arguments=why)])
    told = {name: changes[name] for name in _CHANGES}
    out.text(out.messages.words("cases.written", {"name": str(output), "count": count, **told}))
    return 0
