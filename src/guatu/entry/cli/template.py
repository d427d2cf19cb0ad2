"""``guatu template``: empty workbooks with headings, choices and an example row."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.outlet import Outlet


def _matters(language: str, _today: date) -> bytes:
    from guatu.adapters.ledger_xlsx import ledger_template

    return ledger_template(language=language)


def _plan(_language: str, _today: date) -> bytes:
    from guatu.adapters.plan_template import plan_workbook

    return plan_workbook()


def _sources(language: str, today: date) -> bytes:
    from guatu.adapters.emission_xlsx import emission_form
    from guatu.adapters.packs import load_shelf

    return emission_form(load_shelf().choose("alert_measures", on=today)).template(
        language=language
    )


KINDS: dict[str, Callable[[str, date], bytes]] = {
    "matters": _matters,
    "plan": _plan,
    "sources": _sources,
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "kind", choices=sorted(KINDS), metavar="KIND", help=", ".join(sorted(KINDS))
    )
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE.xlsx", help="where to write it"
    )

    parser.add_argument(
        "--work", metavar="NAME", help="plan: fill it from a work template, such as road"
    )
    parser.add_argument("--target", type=date.fromisoformat, help="plan: last day of the work")
    parser.add_argument(
        "--learn",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="plan: finished plans from which the template's days are learned",
    )


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Write the workbook; return 1 where the place cannot be written."""
    if arguments.kind == "plan" and arguments.work:
        from guatu.entry.cli.template_work import filled_plan

        filled, found = filled_plan(arguments, out)
        if filled is None:
            return out.diagnostics(found)
        content = filled
    else:
        content = KINDS[arguments.kind](out.language, out.today)
    try:
        arguments.output.write_bytes(content)
    except OSError as fault:
        told = (("name", str(arguments.output)), ("detail", fault.strerror or str(fault)))
        return out.diagnostics([Diagnostic(code="load.unwritable", arguments=told)])
    out.text(out.messages.words("load.template", {"name": str(arguments.output)}))
    return 0
