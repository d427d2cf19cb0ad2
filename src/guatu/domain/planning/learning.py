"""Durations that learn from the county's finished works, shown with what they learned from.

The template's days are the prior. The median of the last ten finished steps of the same
kind pulls it, the more the more of them there are: ``(n * median + k * prior) / (n + k)``.
A median forgives one work that stood still for a year. Never below what the law asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.control.curves import clocks_of
from guatu.domain.planning.permits import PermitRule
from guatu.domain.planning.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningRules:
    """How much is learned: from how many works at most, and how many works the prior counts for."""

    last: int = 10
    prior_weight: float = 3.0


def learning_rules(body: Mapping[str, Any]) -> LearningRules:
    """Return the rules of learning that the body of the pack ``planning`` states."""
    stated = body.get("learning", {})
    default = LearningRules()
    return LearningRules(
        last=int(stated.get("last", default.last)),
        prior_weight=float(stated.get("prior_weight", default.prior_weight)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedStep:
    """A step as it was really done: its kind (permit code, else name), worked days, last day."""

    kind: str
    days: int
    finished_on: date
    work: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedDuration:
    """The days of one template step: the prior, what was seen, and what came of both.

    ``seen`` works from ``least`` to ``most`` days with the given ``median``; where none was
    seen the prior stands. ``is_held`` tells that the law allows no fewer.
    """

    activity: str
    kind: str
    prior: int
    days: int
    seen: int = 0
    least: int | None = None
    most: int | None = None
    median: float | None = None
    is_held: bool = False


def finished_steps(plans: Sequence[Plan]) -> tuple[FinishedStep, ...]:
    """Return every finished step with a start, its days counted as worked, stops left out."""
    found = []
    for plan in plans:
        clocks = clocks_of(plan)
        for one in plan.activities:
            if one.actual_start is None or one.actual_finish is None or one.is_milestone:
                continue
            clock = clocks[one.id]
            end = day_number(one.actual_finish) + 1
            worked = clock.before(end) - clock.before(day_number(one.actual_start))
            found.append(
                FinishedStep(
                    kind=one.terms.permit or one.name or one.id,
                    days=max(worked, 1),
                    finished_on=one.actual_finish,
                    work=plan.id,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.finished_on, one.work)))


def learned_durations(
    body: Mapping[str, Any],
    steps: Sequence[FinishedStep],
    *,
    permits: Mapping[str, PermitRule],
    rules: LearningRules | None = None,
) -> tuple[LearnedDuration, ...]:
    """Return what each step of a template lasts by the finished works, in the template's order."""
    known = rules or LearningRules()
    return tuple(_learned(one, steps, permits, known) for one in body["activities"])


def _learned(
    stated: Mapping[str, Any],
    steps: Sequence[FinishedStep],
    permits: Mapping[str, PermitRule],
    rules: LearningRules,
) -> LearnedDuration:
    permit = stated.get("permit", "")
    kind, prior = permit or stated["name"], int(stated["days"])
    seen = [one.days for one in steps if one.kind == kind][-rules.last :]
    days = prior
    if seen and prior:
        weight = rules.prior_weight
        days = round((len(seen) * median(seen) + weight * prior) / (len(seen) + weight))
    rule = permits.get(permit)
    floor = rule.least_days if rule is not None and rule.least_days is not None else 0
    return LearnedDuration(
        activity=stated["id"],
        kind=kind,
        prior=prior,
        days=max(days, floor, min(prior, 1)),
        seen=len(seen),
        least=min(seen, default=None),
        most=max(seen, default=None),
        median=float(median(seen)) if seen else None,
        is_held=bool(seen) and floor > days,
    )


def learned_template(body: Mapping[str, Any], learned: Sequence[LearnedDuration]) -> dict[str, Any]:
    """Return the body of a template with the learned days."""
    days = {one.activity: one.days for one in learned}
    activities = [dict(one) | {"days": days[one["id"]]} for one in body["activities"]]
    return dict(body) | {"activities": activities}


def learned_document(one: LearnedDuration) -> dict[str, Any]:
    """Return one learned duration as plain data: never without its number and its range."""
    return {
        "activity": one.activity,
        "kind": one.kind,
        "prior": one.prior,
        "days": one.days,
        "seen": one.seen,
        "range": None if one.least is None else [one.least, one.most],
        "median": one.median,
        "held_by_law": one.is_held,
    }
