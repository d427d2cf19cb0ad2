"""Questions about matters; each takes a scope and never leaves its region."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from guatu.apps.journal.queries import HistoryStep, history_of
from guatu.apps.journal.refusal import Absent
from guatu.apps.matters.access import matters_in
from guatu.apps.matters.card import card_of
from guatu.apps.matters.ledger import (
    LIGHT_COLUMNS,
    colored,
    ledger,
    ledger_rows,
    lights_of,
    ordinary,
)
from guatu.apps.matters.mapping import LampRoom
from guatu.apps.matters.models import Evidence
from guatu.apps.matters.values import (
    LedgerCounts,
    LedgerFilters,
    LedgerRow,
    MatterCard,
    Rulebook,
)
from guatu.apps.units.queries import posts_on
from guatu.apps.units.values import PostFacts
from guatu.domain.following.light import LightColor
from guatu.domain.following.stages import OPEN_STAGES, Stage
from guatu.domain.kernel.acting import Acting, Role, Scope

__all__ = [
    "StoredEvidence",
    "counts",
    "due_soon",
    "evidence_file",
    "history",
    "known_numbers",
    "leader_posts",
    "ledger",
    "ledger_rows",
    "matter_card",
    "matter_ids_of_proposals",
    "reds",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvidence:
    """What is needed to hand a piece of evidence out: name, hash and type found in its content."""

    name: str
    sha256: str
    media_type: str


def matter_card(acting: Acting, matter_id: int, *, rules: Rulebook) -> MatterCard:
    """Return a matter with light, permitted moves, reports, evidence; raises Absent out of sight."""
    found = matters_in(acting.scope).select_related(
        "lead", "leader", "source", "approved_by", "parent"
    )
    row = found.filter(pk=matter_id).first()
    if row is None:
        raise Absent(f"matter {matter_id}")
    return card_of(row, acting, rules)


def history(scope: Scope, matter_id: int) -> tuple[HistoryStep, ...]:
    """Return what happened to a matter from the journal, the oldest first; raises Absent."""
    if not matters_in(scope).filter(pk=matter_id).exists():
        raise Absent(f"matter {matter_id}")
    return history_of(scope, "matters.matter", matter_id)


def due_soon(
    scope: Scope, *, rules: Rulebook, today: date, within_days: int = 7, most: int = 20
) -> tuple[LedgerRow, ...]:
    """Return the open matters due from today within so many days, the nearest first."""
    last = today + timedelta(days=within_days)
    filters = LedgerFilters(due_from=today, due_to=last)
    rows = ordinary(scope, filters).filter(_running()).order_by("deadline", "id")[:most]
    return colored(tuple(rows), LampRoom.of(rules, today=today, region=scope.region))


def reds(scope: Scope, *, rules: Rulebook, today: date, most: int = 20) -> tuple[LedgerRow, ...]:
    """Return the open matters whose light is red, the longest overdue first."""
    filters = LedgerFilters(light=LightColor.RED.value)
    page = ledger(scope, filters, rules=rules, today=today, sort="deadline", most=most)
    return page.rows


def counts(scope: Scope, *, rules: Rulebook, today: date) -> LedgerCounts:
    """Return how many matters there are by stage and by light, without dropped ones."""
    lamps = LampRoom.of(rules, today=today, region=scope.region)
    by_stage: dict[str, int] = {}
    by_light: dict[str, int] = {color.value: 0 for color in LightColor}
    rows = list(matters_in(scope).exclude(stage=Stage.DROPPED.value).only(*LIGHT_COLUMNS))
    for row, light in zip(rows, lights_of(rows, lamps), strict=True):
        by_stage[row.stage] = by_stage.get(row.stage, 0) + 1
        if light is not None:
            by_light[light.color.value] += 1
    total = sum(by_stage.values())
    closed = by_stage.get(Stage.CLOSED.value, 0)
    return LedgerCounts(
        total=total, open=total - closed, closed=closed, by_stage=by_stage, by_light=by_light
    )


def evidence_file(scope: Scope, evidence_id: int) -> StoredEvidence:
    """Return under which hash and name a piece of evidence is kept; raises Absent."""
    row = Evidence.objects.filter(matter__in=matters_in(scope), pk=evidence_id).first()
    if row is None or not row.sha256:
        raise Absent(f"evidence {evidence_id}")
    return StoredEvidence(name=row.name, sha256=row.sha256, media_type=row.media_type)


def matter_ids_of_proposals(scope: Scope, source_id: int) -> dict[int, int]:
    """Return which matter each confirmed proposal of a source became."""
    rows = matters_in(scope).filter(source_id=source_id).exclude(proposal=None)
    return {row.proposal_id or 0: row.pk for row in rows.only("proposal")}


def known_numbers(scope: Scope, numbers: tuple[str, ...]) -> frozenset[str]:
    """Return which of the numbers belong to matters of the region already."""
    wanted = [number for number in numbers if number]
    rows = matters_in(scope).filter(number__in=wanted)
    return frozenset(rows.values_list("number", flat=True))


def leader_posts(scope: Scope, day: date) -> tuple[PostFacts, ...]:
    """Return the posts of leaders in force on the day: who may be a matter's leader in charge."""
    return tuple(post for post in posts_on(scope, day) if post.role is Role.LEADER)


def _running() -> Q:
    stages = [stage.value for stage in OPEN_STAGES - {Stage.SUSPENDED}]
    return Q(stage__in=stages, done_on__isnull=True)
