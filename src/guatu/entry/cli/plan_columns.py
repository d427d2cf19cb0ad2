"""``guatu plan FILE.npz -o ANSWER.npz``: a columnar plan in, its dates out as columns."""

import argparse
from dataclasses import replace

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_npz import column_plan_of_file, write_columns
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.column_answer import answer_columns, answer_header
from guatu.domain.planning.judging import planning_rules
from guatu.entry.cli.outlet import Outlet


def run_columns(arguments: argparse.Namespace, out: Outlet) -> int:
    """Schedule one columnar plan; nothing is written where it has a fault."""
    name = arguments.file.name
    for option in ("level", "risk", "compare"):
        if getattr(arguments, option):
            named = (("name", name), ("option", f"--{option}"))
            refused = Diagnostic(code="planning.npz_option", arguments=named, source=name)
            return out.diagnostics([refused])
    if arguments.output is None and not arguments.json:
        asked = Diagnostic(code="planning.npz_needs_output", arguments=(("name", name),))
        return out.diagnostics([replace(asked, source=name)])
    plan, told = column_plan_of_file(arguments.file, china_holidays)
    if plan is None:
        return out.diagnostics(told)
    if arguments.target is not None:
        plan = replace(plan, header=replace(plan.header, target=arguments.target))
    # Only here: it loads numba, which a plan with a fault need not wait for.
    from guatu.domain.planning.compiled.column_schedule import schedule_columns

    today = arguments.today or plan.header.data_date or out.today
    rules = planning_rules(load_shelf().choose("planning", on=today))
    answer, found = schedule_columns(plan, today=today, rules=rules)
    status = out.diagnostics((*told, *(replace(one, source=name) for one in found)))
    if answer is None:
        return status
    header = answer_header(answer, messages=out.messages)
    if arguments.output is not None:
        write_columns(arguments.output, header, answer_columns(answer))
    if arguments.json:
        out.json(header)
    else:
        verdict = out.messages.words(f"planning.print.verdict.{header['verdict']}", {})
        out.text(f"{verdict}  {header['reason']}")
    return status
