"""Questions about works and plans; each takes a scope and never leaves its region."""

from collections.abc import Mapping

from django.db.models import Q, QuerySet

from guatu.apps.journal.refusal import Absent
from guatu.apps.works.mapping import baseline_facts, work_facts
from guatu.apps.works.models import Baseline, Work
from guatu.apps.works.values import BaselineFacts, WorkFacts
from guatu.domain.kernel.acting import Scope
from guatu.domain.kernel.calendar import HolidayTable


def works(scope: Scope, *, holidays: HolidayTable | None) -> tuple[WorkFacts, ...]:
    """Return the works in sight with their plans, by group and code; one question to the rows."""
    return tuple(work_facts(row, holidays=holidays) for row in _works(scope))


def work_by_id(scope: Scope, work_id: int, *, holidays: HolidayTable | None) -> WorkFacts:
    """Return one work with its plan; raises Absent where it is not there or not in sight."""
    row = _works(scope).filter(pk=work_id).first()
    if row is None:
        raise Absent(f"work {work_id}")
    return work_facts(row, holidays=holidays)


def works_at(
    scope: Scope, place_ids: frozenset[int], *, holidays: HolidayTable | None
) -> tuple[WorkFacts, ...]:
    """Return the works in sight that stand at any of the places."""
    rows = _works(scope).filter(place_id__in=place_ids)
    return tuple(work_facts(row, holidays=holidays) for row in rows)


def work_codes(scope: Scope) -> frozenset[str]:
    """Return the codes in use in the region, seen or not, for choosing a free one."""
    return frozenset(Work.objects.filter(region=scope.region).values_list("code", flat=True))


def regions_with_works() -> tuple[str, ...]:
    """Return the regions that have works, for a command that draws a whole data folder."""
    rows = Work.objects.order_by("region").values_list("region", flat=True)
    return tuple(rows.distinct())


def plan_document_of(scope: Scope, work_id: int) -> dict[str, object]:
    """Return the plan file of a work as kept; raises Absent where there is none in sight."""
    row = _works(scope).filter(pk=work_id, plan__isnull=False).first()
    if row is None:
        raise Absent(f"plan of work {work_id}")
    document: dict[str, object] = row.plan.document
    return document


def baselines(
    scope: Scope, work_id: int, *, holidays: HolidayTable | None
) -> tuple[BaselineFacts, ...]:
    """Return the frozen plans of a work in sight, the newest first."""
    rows = Baseline.objects.filter(work_id=work_id, work__in=_works(scope).values("pk"))
    rows = rows.order_by("-frozen_at", "-id")
    return tuple(baseline_facts(row, holidays=holidays) for row in rows)


def protected_places(region: str) -> Mapping[int, str]:
    """Return the places whose works go on under an alert: ``livelihood`` or ``guaranteed``.

    Livelihood stands before guaranteed where a place has both.
    """
    rows = Work.objects.filter(
        Q(livelihood=True) | Q(guaranteed=True), region=region, place__isnull=False
    ).values_list("place_id", "livelihood")
    protected: dict[int, str] = {}
    for place_id, livelihood in rows:
        if livelihood:
            protected[place_id] = "livelihood"
        else:
            protected.setdefault(place_id, "guaranteed")
    return protected


def _works(scope: Scope) -> QuerySet[Work]:
    rows = Work.objects.filter(region=scope.region)
    if scope.unit_ids is not None:
        rows = rows.filter(lead_id__in=scope.unit_ids)
    return rows.select_related("lead", "sponsor", "place", "plan")
