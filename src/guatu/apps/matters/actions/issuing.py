"""From the approved draft to work: register, issue, sign, object, start."""

from datetime import date

from guatu.apps.journal.models import Recorded
from guatu.apps.matters.actions.advancing import Asked, Step, advance
from guatu.apps.matters.grams import renew_grams
from guatu.apps.matters.models import Matter, NumberSeries
from guatu.apps.matters.values import Rulebook
from guatu.apps.units.queries import open_units
from guatu.domain.following.stages import Move, Need
from guatu.domain.kernel.acting import Acting, Scope


def register_matter(
    *, acting: Acting, matter_id: int, expected_version: int, rules: Rulebook
) -> Matter:
    """Approve a draft: it gets its number and the approver's name (domain A3, step 3).

    Refused without title, measurable result, lead, deadline and its basis.
    """

    def number(matter: Matter) -> list[Recorded]:
        matter.registered_on = acting.today
        matter.approved_by_id = acting.person_id
        if matter.number:
            return []
        series = _series(acting.scope, acting.today)
        series.last += 1
        matter.number = f"{series.mark}〔{series.year}〕{series.last}号"
        renew_grams(matter)
        return [series]

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    step = Step(move=Move.REGISTER, kind="matter.registered")
    return advance(acting, asked, step, rules=rules, alter=number)


def _series(scope: Scope, today: date) -> NumberSeries:
    """Return the locked series of the year; its mark is the county's first character with 政督."""
    found = NumberSeries.objects.select_for_update().filter(region=scope.region, year=today.year)
    series = found.first()
    if series is not None:
        return series
    before = NumberSeries.objects.filter(region=scope.region).order_by("-year").first()
    roots = [unit for unit in open_units(Scope(region=scope.region)) if unit.parent_id is None]
    mark = before.mark if before is not None else f"{roots[0].name[:1] if roots else ''}政督"
    return NumberSeries(region=scope.region, year=today.year, mark=mark)


def send_back_matter(
    *, acting: Acting, matter_id: int, expected_version: int, reason: str, rules: Rulebook
) -> Matter:
    """Send a registered matter back to draft with the reason; it keeps its number."""
    return _with_reason(
        acting,
        Asked(matter_id=matter_id, expected_version=expected_version),
        move=Move.SEND_BACK,
        kind="matter.sent_back",
        reason=reason,
        rules=rules,
    )


def issue_matter(
    *, acting: Acting, matter_id: int, expected_version: int, rules: Rulebook
) -> Matter:
    """Issue a registered matter to its lead; from now on the original deadline never changes."""

    def begin(matter: Matter) -> list[Recorded]:
        matter.issued_on = acting.today
        matter.signed_on = None
        matter.original_deadline = matter.original_deadline or matter.deadline
        return []

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(
        acting, asked, Step(move=Move.ISSUE, kind="matter.issued"), rules=rules, alter=begin
    )


def sign_matter(
    *, acting: Acting, matter_id: int, expected_version: int, rules: Rulebook
) -> Matter:
    """Sign for an issued matter, as the lead unit."""

    def sign(matter: Matter) -> list[Recorded]:
        matter.signed_on = acting.today
        return []

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(
        acting, asked, Step(move=Move.SIGN, kind="matter.signed"), rules=rules, alter=sign
    )


def object_to_matter(
    *, acting: Acting, matter_id: int, expected_version: int, reason: str, rules: Rulebook
) -> Matter:
    """Object that the matter is not the own unit's duty (非本单位职责): it becomes a draft again."""
    return _with_reason(
        acting,
        Asked(matter_id=matter_id, expected_version=expected_version),
        move=Move.OBJECT,
        kind="matter.objected",
        reason=reason,
        rules=rules,
    )


def start_matter(
    *, acting: Acting, matter_id: int, expected_version: int, plan: str, rules: Rulebook
) -> Matter:
    """Start work with a plan: sub-tasks, nodes and who does them, in words."""

    def keep(matter: Matter) -> list[Recorded]:
        matter.plan = plan.strip()
        return []

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    step = Step(move=Move.START, kind="matter.started", given=(Need.PLAN,) if plan.strip() else ())
    return advance(acting, asked, step, rules=rules, alter=keep)


def _with_reason(
    acting: Acting, asked: Asked, *, move: Move, kind: str, reason: str, rules: Rulebook
) -> Matter:
    step = Step(
        move=move,
        kind=kind,
        given=(Need.REASON,) if reason.strip() else (),
        arguments={"reason": reason.strip()},
    )
    return advance(acting, asked, step, rules=rules)
