"""``guatu template plan --work``: a plan workbook filled from a work template, its days learned."""

import argparse

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_files import plan_of_file
from guatu.adapters.plan_template import plan_workbook
from guatu.adapters.work_templates import load_templates
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning import Plan, template_plan
from guatu.domain.planning.learning import (
    LearnedDuration,
    finished_steps,
    learned_durations,
    learned_template,
    learning_rules,
)
from guatu.domain.planning.permits import permit_rules
from guatu.entry.cli.outlet import Outlet

_PREFIX = "work_"


def filled_plan(
    arguments: argparse.Namespace, out: Outlet
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return the workbook, or what is wrong with the name of the work or with a finished plan."""
    known = {one.name.removeprefix(_PREFIX): one for one in load_templates().packs}
    chosen = known.get(arguments.work.removeprefix(_PREFIX))
    if chosen is None:
        named = (("name", arguments.work), ("known", ", ".join(sorted(known))))
        return None, (Diagnostic(code="learning.no_template", arguments=named),)
    plans: list[Plan] = []
    for path in arguments.learn:
        plan, told = plan_of_file(path, china_holidays)
        if plan is None:
            return None, told
        plans.append(plan)
    shelf = load_shelf()
    learned = learned_durations(
        chosen.body,
        finished_steps(plans),
        permits=permit_rules(shelf.choose("permits", on=out.today)),
        rules=learning_rules(shelf.choose("planning", on=out.today).body),
    )
    if plans:
        _say(learned, out)
    language = "title_en" if out.language == "en" else "title_zh"
    document = template_plan(
        learned_template(chosen.body, learned),
        id="P1",
        name=str(chosen.body[language]),
        target=arguments.target,
    )
    return plan_workbook(document), ()


def _say(learned: tuple[LearnedDuration, ...], out: Outlet) -> None:
    """Print every step that learned, with how many works and from what range."""
    for one in learned:
        if one.seen and one.least is not None and one.most is not None:
            figures: dict[str, str | int] = {
                "activity": one.activity,
                "kind": one.kind,
                "prior": one.prior,
                "days": one.days,
                "seen": one.seen,
                "least": one.least,
                "most": one.most,
            }
            out.text(out.messages.words("learning.step", figures))
