"""``guatu pace``: the outlook of quantities by a date."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_files import read_json_file
from guatu.domain.planning import (
    PaceOutlook,
    pace_document,
    pace_outlook,
    planning_rules,
    read_quantities,
)
from guatu.entry.cli.outlet import Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", type=Path, help="quantities as .json")
    parser.add_argument("--today", type=date.fromisoformat, help="day to judge by")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Judge every quantity of one file; nothing is printed on stdout where it has a fault."""
    document, told = read_json_file(arguments.file)
    if document is None:
        return out.diagnostics(told)
    quantities, told = read_quantities(document, source=arguments.file.name)
    status = out.diagnostics(told)
    if quantities is None:
        return status
    answers = []
    for one in quantities:
        today = arguments.today or one.today or out.today
        rules = planning_rules(load_shelf().choose("planning", on=today))
        answers.append(pace_outlook(one, today=today, rules=rules))
    if arguments.json:
        out.json({"quantities": [pace_document(one, messages=out.messages) for one in answers]})
    else:
        _print(answers, out)
    return status


def _print(answers: Sequence[PaceOutlook], out: Outlet) -> None:
    for one in answers:
        verdict = out.messages.words(f"planning.print.verdict.{one.outlook.verdict.value}", {})
        named = one.quantity.name or one.quantity.id
        out.text(f"{one.quantity.id}  {named}  {verdict}")
        out.text(f"  {out.messages.of(one.outlook.reason)}")
        for lever in one.outlook.levers:
            words = out.messages.of(lever.reason)
            out.text(out.messages.words("planning.print.lever", {"words": words}))
