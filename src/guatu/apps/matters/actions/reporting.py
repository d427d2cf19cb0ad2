"""What units tell of a matter: progress on the way, the claim that it is done, a co-unit's part."""

from dataclasses import dataclass

from django.db import transaction

from guatu.apps.journal.actions import write
from guatu.apps.journal.models import Recorded
from guatu.apps.journal.refusal import Refused, demand
from guatu.apps.matters.actions.advancing import Asked, Step, advance, load_matter
from guatu.apps.matters.models import Matter, Report
from guatu.apps.matters.rules import may_report_part
from guatu.apps.matters.values import Rulebook
from guatu.apps.units.queries import unit_by_id
from guatu.domain.following.stages import Move, Need, Stage
from guatu.domain.kernel.acting import Acting


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a report states, checked and stripped."""

    percent: int
    facts: str
    problem: str

    def row(self, acting: Acting, matter: Matter, kind: Report.Kind, unit_id: int) -> Report:
        return Report(
            matter=matter,
            kind=kind,
            on=acting.today,
            percent=self.percent,
            facts=self.facts,
            problem=self.problem,
            person_id=acting.person_id,
            unit_id=unit_id,
        )


def inform_matter(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    percent: int,
    facts: str,
    problem: str = "",
    rules: Rulebook,
) -> Matter:
    """Tell as the lead unit how far the work is; the matter stays in progress (报送进展).

    Raises Absent, StaleVersion, and Refused without facts or with a per cent outside 0 to 100.
    """
    told = _told(percent, facts, problem)
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return _by_lead(acting, asked, told, Report.Kind.PROGRESS, rules)


def report_matter(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    percent: int,
    facts: str,
    problem: str = "",
    rules: Rulebook,
) -> Matter:
    """Claim as the lead unit that the result is reached, to be verified (反馈办结).

    Raises as ``inform_matter``.
    """
    told = _told(percent, facts, problem)
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return _by_lead(acting, asked, told, Report.Kind.DONE, rules)


def report_part(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    percent: int,
    facts: str,
    problem: str = "",
) -> Report:
    """Tell the lead as a co-unit how far the own part is; the stage never moves.

    ``percent`` is of the part. Raises Absent, StaleVersion, Refused.
    """
    told = _told(percent, facts, problem)
    with transaction.atomic():
        matter = load_matter(acting, Asked(matter_id=matter_id, expected_version=expected_version))
        shared = frozenset(matter.co_units.values_list("unit_id", flat=True))
        demand(may_report_part(acting, Stage(matter.stage), shared))
        if not told.facts:
            raise Refused("following.need.facts")
        unit_id = _own_of(acting, shared)
        part = told.row(acting, matter, Report.Kind.PART, unit_id)
        arguments = {
            "number": matter.number,
            "title": matter.title,
            "unit": unit_by_id(acting.scope, unit_id).short_name,
            "percent": told.percent,
            "facts": told.facts[:80],
        }
        write(acting, "matter.part_reported", changed=[matter, part], arguments=arguments)
    return part


def _own_of(acting: Acting, shared: frozenset[int]) -> int:
    """Return the co-unit that the person speaks for: the own unit, else the first one below it."""
    if acting.unit_id in shared:
        return acting.unit_id
    return min(one for one in shared if acting.scope.sees_unit(one))


def _told(percent: int, facts: str, problem: str) -> _Told:
    if not 0 <= percent <= 100:
        raise Refused("matters.percent_outside", percent=percent)
    return _Told(percent=percent, facts=facts.strip(), problem=problem.strip())


def _by_lead(
    acting: Acting, asked: Asked, told: _Told, kind: Report.Kind, rules: Rulebook
) -> Matter:
    def report(matter: Matter) -> list[Recorded]:
        return [told.row(acting, matter, kind, acting.unit_id)]

    done = kind is Report.Kind.DONE
    step = Step(
        move=Move.REPORT if done else Move.INFORM,
        kind="matter.reported" if done else "matter.informed",
        given=(Need.FACTS,) if told.facts else (),
        arguments={"percent": told.percent, "facts": told.facts[:80]},
    )
    return advance(acting, asked, step, rules=rules, alter=report)
