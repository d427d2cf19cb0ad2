"""``guatu pace``: the outlook of quantities by a date."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_files import read_json_file
from guatu.domain.kernel.outlook import Lever, Outlook
from guatu.domain.planning import (
    PacedQuantity,
    PaceOutlook,
    pace_document,
    pace_outlook,
    planning_rules,
    read_quantities,
)
from guatu.domain.planning.coverage import CoverageOutlook, coverage_outlook
from guatu.domain.planning.coverage_reading import coverage_document, read_rounds
from guatu.domain.planning.coverage_round import CoverageRound
from guatu.domain.planning.growth import growth_document, growth_outlook
from guatu.domain.planning.growth_reading import read_growths
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
    stated = document if isinstance(document, dict) else {}
    has_rounds, has_growths = bool(stated.get("rounds")), bool(stated.get("growths"))
    quantities: tuple[PacedQuantity, ...] | None = ()
    told = ()
    if stated.get("quantities") or not (has_rounds or has_growths):
        quantities, told = read_quantities(document, source=arguments.file.name)
    rounds: tuple[CoverageRound, ...] | None = ()
    if has_rounds:
        table = china_holidays() if _wants_holidays(stated) else None
        rounds, found = read_rounds(stated, source=arguments.file.name, holidays=table)
        told = (*told, *found)
    growths, found = read_growths(stated, source=arguments.file.name)
    told = (*told, *found)
    status = out.diagnostics(told)
    if quantities is None or rounds is None or growths is None:
        return status
    answers = []
    for one in quantities:
        today = arguments.today or one.today or out.today
        rules = planning_rules(load_shelf().choose("planning", on=today))
        answers.append(pace_outlook(one, today=today, rules=rules))
    covered = []
    for each in rounds:
        today = arguments.today or each.today or out.today
        rules = planning_rules(load_shelf().choose("planning", on=today))
        covered.append(coverage_outlook(each, today=today, rules=rules))
    grown = [growth_outlook(one) for one in growths]
    if arguments.json:
        words = out.messages
        document = {"quantities": [pace_document(one, messages=words) for one in answers]}
        if covered:
            document["rounds"] = [coverage_document(one, messages=words) for one in covered]
        if grown:
            document["growths"] = [growth_document(one, messages=words) for one in grown]
        out.json(document)
    else:
        _print(answers, out)
        _print_rounds(covered, out)
        for growth in grown:
            _print_head(growth.target.id, growth.target.name, growth.outlook, out)
    return status


def _wants_holidays(document: Mapping[str, Any]) -> bool:
    rounds = document.get("rounds")
    listed = rounds if isinstance(rounds, list) else []
    calendars = (one.get("calendar") for one in listed if isinstance(one, dict))
    return any(isinstance(one, dict) and one.get("holidays") for one in calendars)


def _print_rounds(answers: Sequence[CoverageOutlook], out: Outlet) -> None:
    for one in answers:
        _print_head(one.round.id, one.round.name, one.outlook, out)
        figures: dict[str, str | int] = {
            "done": one.done,
            "owed": one.owed,
            "needed": "—" if one.needed_per_day is None else f"{one.needed_per_day:.4g}",
            "attained": f"{one.outlook.attained:.4g}",
            "latest": "—" if one.latest_start is None else one.latest_start.isoformat(),
        }
        out.text(out.messages.words("coverage.line", figures))
        _print_levers(one.outlook.levers, out)


def _print_head(subject: str, name: str, outlook: Outlook, out: Outlet) -> None:
    verdict = out.messages.words(f"planning.print.verdict.{outlook.verdict.value}", {})
    out.text(f"{subject}  {name or subject}  {verdict}")
    out.text(f"  {out.messages.of(outlook.reason)}")


def _print_levers(levers: Sequence[Lever], out: Outlet) -> None:
    for lever in levers:
        words = out.messages.of(lever.reason)
        out.text(out.messages.words("planning.print.lever", {"words": words}))


def _print(answers: Sequence[PaceOutlook], out: Outlet) -> None:
    for one in answers:
        _print_head(one.quantity.id, one.quantity.name, one.outlook, out)
        _print_levers(one.outlook.levers, out)
