"""Rows of works and plans as values."""

import json
from functools import lru_cache
from typing import Any

from guatu.apps.works.models import Baseline, Plan, Work
from guatu.apps.works.values import BaselineFacts, PlanFacts, WorkFacts
from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning import plan as planning
from guatu.domain.planning.plan_reading import read_plan

# As many plans as a county has works, a few versions each; a plan is some tens of kilobytes.
_PLANS_KEPT = 1024


def work_facts(row: Work, *, holidays: HolidayTable | None) -> WorkFacts:
    """Return the work's value; lead, sponsor, place and plan are read along by the query."""
    plan: Plan | None = getattr(row, "plan", None)
    return WorkFacts(
        id=row.pk,
        version=row.version,
        region=row.region,
        code=row.code,
        name=row.name,
        kind=row.kind,
        lead_id=row.lead_id,
        lead=row.lead.short_name,
        sponsor_id=row.sponsor_id,
        sponsor=row.sponsor_words if row.sponsor is None else row.sponsor.name,
        place_id=row.place_id,
        place="" if row.place is None else row.place.name,
        livelihood=row.livelihood,
        guaranteed=row.guaranteed,
        group=row.group,
        total_fen=row.total_fen,
        annual_fen=row.annual_fen,
        done_fen=row.done_fen,
        template=row.template,
        problem=row.problem,
        maturity=row.maturity,
        plan=None if plan is None else _plan_facts(plan, row.code, holidays),
    )


def baseline_facts(row: Baseline, *, holidays: HolidayTable | None) -> BaselineFacts:
    """Return the frozen plan's value."""
    plan, _ = read_document(row.document, source=str(row.pk), holidays=holidays)
    return BaselineFacts(
        id=row.pk, frozen_at=row.frozen_at, words=row.words, plan=plan, document=row.document
    )


def read_document(
    document: Any, *, source: str, holidays: HolidayTable | None
) -> tuple[planning.Plan | None, tuple[Diagnostic, ...]]:
    """Read a plan document; the same document is read once and kept, since plans are values."""
    return _read_text(json.dumps(document), source, holidays)


@lru_cache(maxsize=_PLANS_KEPT)
def _read_text(
    text: str, source: str, holidays: HolidayTable | None
) -> tuple[planning.Plan | None, tuple[Diagnostic, ...]]:
    return read_plan(json.loads(text), source=source, holidays=holidays)


def _plan_facts(row: Plan, code: str, holidays: HolidayTable | None) -> PlanFacts:
    plan, faults = read_document(row.document, source=code, holidays=holidays)
    return PlanFacts(
        id=row.pk, version=row.version, data_date=row.data_date, plan=plan, faults=faults
    )
