"""``guatu plan``: works a plan file back from its deadline and prints its dates and verdict."""

import argparse
import gc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_files import PROJECT_FORMATS, plan_of_file
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning import (
    Allowance,
    Plan,
    Schedule,
    certificate_text,
    level,
    named_in,
    planning_rules,
    schedule,
    schedule_document,
)
from guatu.entry.cli.outlet import Outlet
from guatu.entry.kernels import ready_kernels
from guatu.entry.stopwatch import ThreadHands, WallStopwatch


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="plan as .json, .xlsx or .npz, or a project file (.mpp, .xml, .xer, …)",
    )
    parser.add_argument("--target", type=date.fromisoformat, help="last day that may be worked")
    parser.add_argument("--today", type=date.fromisoformat, help="day to judge by")
    parser.add_argument("--level", action="store_true", help="respect the capacities of resources")
    parser.add_argument("--seconds", type=float, default=10.0, help="time allowed for --level")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="dates of a .npz plan as columns, or the plan as a project file .xml or .xer",
    )
    parser.add_argument(
        "--compare", action="store_true", help="show where our dates differ from a project file's"
    )
    parser.add_argument("--risk", action="store_true", help="draw durations and alerts many times")
    parser.add_argument("--draws", type=int, default=2000, help="draws of --risk")
    parser.add_argument("--seed", type=int, default=1, help="seed of --risk")
    parser.add_argument("--history", type=Path, metavar="FILE.json", help="terms of --risk")
    parser.add_argument("--check", action="store_true", help="check the plan and its reports")
    parser.add_argument(
        "--baseline", metavar="FILE", type=Path, help="hold the plan against a frozen plan file"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Schedule one plan file; nothing is printed on stdout where it has a fault."""
    if arguments.file.suffix.lower() in PROJECT_FORMATS and not (arguments.level or arguments.risk):
        from guatu.entry.cli.plan_project import run_project

        return run_project(arguments, out)
    if arguments.file.suffix.lower() == ".npz":
        from guatu.entry.cli.plan_columns import run_columns

        return run_columns(arguments, out)
    if arguments.compare:
        named = (("name", arguments.file.name),)
        return out.diagnostics([Diagnostic(code="project.compare_needs_file", arguments=named)])
    return _run_days(arguments, out)


def _run_days(arguments: argparse.Namespace, out: Outlet) -> int:
    """Schedule a plan of days, or a project file as one."""
    plan, told = _plan(arguments.file)
    if plan is None:
        return out.diagnostics(told)
    if arguments.target is not None:
        plan = replace(plan, target=arguments.target)
    plan = named_in(plan, out.language)
    today = arguments.today or plan.data_date or out.today
    rules = planning_rules(load_shelf().choose("planning", on=today))
    answer, found = schedule(plan, today=today, rules=rules)
    told = (*told, *(replace(one, source=arguments.file.name) for one in found))
    status = out.diagnostics(told)
    if answer is None:
        return status
    seconds = 0.0
    if arguments.level:
        answer, seconds = _levelled(answer, today, arguments.seconds)
    from guatu.entry.cli.plan_control import Control

    control = Control(arguments, answer, rules)
    found = control.run()
    if out.diagnostics(found):
        return 1
    asked = None
    if arguments.risk:
        from guatu.entry.cli.plan_risk import Asked

        asked = Asked(arguments, answer, today)
        found = asked.run()
        told = (*told, *found)
        if out.diagnostics(found):
            return 1
    if arguments.output is not None:
        written = _written(arguments.output, answer)
        told = (*told, *written)
        if out.diagnostics(written):
            return 1
    if arguments.json:
        document = _document(answer, told, out.messages, seconds) | control.document(out.messages)
        out.json(document if asked is None else document | {"risk": asked.document()})
    else:
        for line in _lines(answer, control.lines(out.messages), out.messages):
            out.text(line)
        for line in () if asked is None else asked.lines(out.messages):
            out.text(line)
    return status


def _levelled(answer: Schedule, today: date, allowed: float) -> tuple[Schedule, float]:
    """Return the plan levelled within the seconds allowed, with the proof where it is late, and the seconds it took."""
    ready_kernels()
    stopwatch = WallStopwatch(allowed)
    answer = level(answer, allowance=Allowance(), stopwatch=stopwatch, hands=ThreadHands(count=2))
    seconds = round(stopwatch.spent(), 3)
    if answer.late_by_days and answer.certificate is None:
        from guatu.domain.planning.overload import overloaded_interval

        answer = replace(answer, certificate=overloaded_interval(answer.plan, today=today))
    return answer, seconds


def _written(output: Path, answer: Schedule) -> tuple[Diagnostic, ...]:
    """Write the plan as a project file; what it does not carry comes back as diagnostics."""
    from guatu.adapters.project_export import write_plan_file

    return write_plan_file(output, answer)


def _plan(path: Path) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Read a plan. It makes many values and no garbage: looking for some costs a third more."""
    gc.disable()
    try:
        return plan_of_file(path, china_holidays)
    finally:
        gc.enable()


def _document(
    answer: Schedule, told: Iterable[Diagnostic], messages: Messages, seconds: float
) -> dict[str, Any]:
    document = schedule_document(answer, messages=messages)
    document["diagnostics"] = [
        {
            "severity": one.severity.value,
            "code": one.code,
            "message": messages.of(one),
            "position": one.position,
        }
        for one in told
    ]
    if document["levelling"] is not None:
        document["levelling"]["seconds"] = seconds
    return document


def _lines(answer: Schedule, beside: Iterable[str], messages: Messages) -> Iterator[str]:
    """Render the answer for people: verdict, span, chain, levers, what stands beside, the rows."""
    names = {one.id: one.name for one in answer.plan.activities}

    def said(key: str, **arguments: str | int) -> str:
        return messages.words(f"planning.print.{key}", arguments)

    outlook = answer.outlook
    plan = answer.plan
    yield said("head", name=plan.name, id=plan.id, today=answer.today.isoformat())
    verdict = messages.words(f"planning.print.verdict.{outlook.verdict.value}", {})
    yield f"{verdict}  {messages.of(outlook.reason)}"
    if answer.latest_start is not None:
        yield said("latest", day=answer.latest_start.isoformat())
    yield said(
        "span",
        start=answer.start.isoformat(),
        last_day=answer.last_day.isoformat(),
        span=answer.span_days,
        buffer=answer.buffer_days,
    )
    yield said("chain", chain="-".join(answer.critical_path))
    for lever in outlook.levers:
        yield said("lever", words=messages.of(lever.reason))
    if answer.cure is not None:
        for refused in answer.cure.refused:
            yield messages.words("gate.refused", {"words": messages.of(refused.reason)})
    if answer.certificate is not None:
        words = certificate_text(answer.certificate, plan, messages=messages)
        yield messages.words("certificate.proof", {"words": words})
    reached = answer.levelling
    if reached is not None:
        yield said(
            "levelling", status=reached.status, objective=reached.objective, bound=reached.bound
        )
    yield from beside
    yield ""
    yield said("columns")
    for one in answer.activities:
        dates = (one.early_start, one.early_last_day, one.late_start, one.late_last_day)
        cells = [one.id, *(day.isoformat() for day in dates)]
        cells += [str(one.total_float), str(one.free_float), "*" if one.critical else ""]
        yield "\t".join([*cells, names[one.id]])
