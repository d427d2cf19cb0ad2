"""Changes of works: adding, changing, taking back."""

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.places.models import Place
from guatu.apps.units.models import Person, Unit
from guatu.apps.works.models import Baseline, Plan, Work
from guatu.apps.works.rules import may_keep_works
from guatu.apps.works.values import WorkDraft
from guatu.domain.kernel.acting import Acting

# The largest amount a column holds without loss anywhere: 9 * 10^16 fen.
_MOST_FEN = 9 * 10**16
# What the columns hold; SQLite would take more in silence, PostgreSQL would not.
_LONGEST = {"code": 20, "name": 120, "kind": 40, "group": 60, "sponsor_words": 80, "problem": 300}


def add_work(*, acting: Acting, draft: WorkDraft) -> Work:
    """Add a work; its plan comes with ``plan_work``.

    Raises Refused (not the office, code taken, no code or name, bad amount) and Absent
    for a unit, person or place of another region.
    """
    _require_keeper(acting)
    region = acting.scope.region
    with transaction.atomic():
        if Work.objects.filter(region=region, code=draft.code.strip()).exists():
            raise Refused("works.code_taken", taken=draft.code.strip())
        work = Work(region=region)
        _fill(work, draft, region)
        write(acting, "work.added", changed=[work], arguments=told_of(work))
        return work


def change_work(*, acting: Acting, work_id: int, expected_version: int, draft: WorkDraft) -> Work:
    """Change what is stated about a work; the plan stays. Raises Refused, Absent, StaleVersion."""
    _require_keeper(acting)
    with transaction.atomic():
        work = locked_work(acting, work_id)
        expect_version(work, expected_version)
        others = Work.objects.filter(region=work.region, code=draft.code.strip())
        if others.exclude(pk=work.pk).exists():
            raise Refused("works.code_taken", taken=draft.code.strip())
        _fill(work, draft, work.region)
        write(acting, "work.changed", changed=[work], arguments=told_of(work))
        return work


def remove_work(*, acting: Acting, work_id: int, expected_version: int) -> None:
    """Take back a work that was added by mistake: the inverse of ``add_work``.

    Refused once it has a plan or a baseline; those are kept for good.
    """
    _require_keeper(acting)
    with transaction.atomic():
        work = locked_work(acting, work_id)
        expect_version(work, expected_version)
        if Plan.objects.filter(work=work).exists() or Baseline.objects.filter(work=work).exists():
            raise Refused("works.has_plan", name=work.name)
        write(acting, "work.removed", changed=[], removed=[work], arguments=told_of(work))


def locked_work(acting: Acting, work_id: int) -> Work:
    """Return the work locked for a change; raises Absent where it is not in sight."""
    rows = Work.objects.select_for_update(of=("self",)).filter(
        region=acting.scope.region, pk=work_id
    )
    if acting.scope.unit_ids is not None:
        rows = rows.filter(lead_id__in=acting.scope.unit_ids)
    work = rows.first()
    if work is None:
        raise Absent(f"work {work_id}")
    return work


def told_of(work: Work) -> dict[str, str | int]:
    """Return how entries name the work."""
    return {"code": work.code, "name": work.name}


def _require_keeper(acting: Acting) -> None:
    demand(may_keep_works(acting))


def _fill(work: Work, draft: WorkDraft, region: str) -> None:
    if not draft.code.strip() or not draft.name.strip():
        raise Refused("works.words_missing")
    for amount in (draft.total_fen, draft.annual_fen, draft.done_fen):
        if not 0 <= amount <= _MOST_FEN:
            raise Refused("works.amount_off", amount=str(amount))
    _check_lengths(draft)
    if draft.maturity is not None and draft.maturity not in Work.Maturity.values:
        raise Refused("works.maturity_unknown", maturity=draft.maturity)
    work.code, work.name = draft.code.strip(), draft.name.strip()
    work.kind, work.group = draft.kind.strip(), draft.group.strip()
    work.lead = _unit(region, draft.lead_id)
    work.sponsor = None if draft.sponsor_id is None else _person(region, draft.sponsor_id)
    work.sponsor_words = draft.sponsor_words.strip()
    work.place = None if draft.place_id is None else _place(region, draft.place_id)
    work.livelihood, work.guaranteed = draft.livelihood, draft.guaranteed
    work.total_fen, work.annual_fen = draft.total_fen, draft.annual_fen
    work.done_fen, work.problem = draft.done_fen, draft.problem.strip()
    work.maturity = draft.maturity


def _check_lengths(draft: WorkDraft) -> None:
    for name, most in _LONGEST.items():
        words: str = getattr(draft, name).strip()
        if len(words) > most:
            raise Refused("works.words_long", words=words[:20], most=most)


def _unit(region: str, unit_id: int) -> Unit:
    unit = Unit.objects.filter(region=region, pk=unit_id).first()
    if unit is None:
        raise Absent(f"unit {unit_id}")
    return unit


def _person(region: str, person_id: int) -> Person:
    person = Person.objects.filter(region=region, pk=person_id).first()
    if person is None:
        raise Absent(f"person {person_id}")
    return person


def _place(region: str, place_id: int) -> Place:
    place = Place.objects.filter(region=region, pk=place_id).first()
    if place is None:
        raise Absent(f"place {place_id}")
    return place
