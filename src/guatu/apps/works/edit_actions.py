"""Edits of a work's plan, saved together as one change, and taken back from the journal."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.queries import former_images
from guatu.apps.journal.refusal import Refused, demand
from guatu.apps.works.actions import locked_work, told_of
from guatu.apps.works.models import Plan
from guatu.apps.works.plan_actions import FaultyPlan, kept_document, locked_plan, sound_plan
from guatu.apps.works.rules import may_plan
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.planning.plan_edits import PlanEdit, with_edits


def edit_plan(
    *,
    acting: Acting,
    work_id: int,
    expected_version: int,
    edits: Sequence[PlanEdit],
    holidays: HolidayTable | None,
    kind: str = "plan.edited",
) -> Plan:
    """Apply edits to the plan that is kept, all or none, as one entry of the journal.

    ``expected_version`` is the plan's; ``kind`` is the entry's. ``undo_plan_change`` takes it back. Raises Refused (no
    right, no edit), FaultyPlan (an edit or the plan after it has faults), Absent, StaleVersion.
    """
    if not edits:
        raise Refused("works.no_edit")
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        row = locked_plan(work)
        expect_version(row, expected_version)
        document, faults = with_edits(row.document, edits)
        if document is None:
            raise FaultyPlan(faults)
        sound = sound_plan(document, work, acting.today, holidays)
        row.document, row.data_date = kept_document(sound), sound.data_date
        arguments = told_of(work) | {"count": len(edits)}
        write(acting, kind, changed=[row], arguments=arguments)
        return row


def undo_plan_change(*, acting: Acting, work_id: int, expected_version: int) -> Plan:
    """Put the plan back as it stood before its last change, whatever that was.

    A second call takes the undoing back again: nothing is ever lost. ``expected_version`` is
    the plan's. Raises Refused where the plan has no former state, Absent, StaleVersion.
    """
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        row = locked_plan(work)
        expect_version(row, expected_version)
        images = former_images("works.plan", row.pk, most=2)
        if len(images) < 2:
            raise Refused("works.no_former_plan", name=work.name)
        former: dict[str, Any] = images[1]
        row.document = former["document"]
        row.data_date = Plan._meta.get_field("data_date").to_python(former["data_date"])
        write(acting, "plan.change_undone", changed=[row], arguments=told_of(work))
        return row
