"""Asking for a risk run of a work; the job process draws, nothing of the ledger changes."""

from django.db import transaction

from guatu.apps.journal.actions import ask_for
from guatu.apps.journal.jobs import latest_job
from guatu.apps.journal.models import Job
from guatu.apps.journal.refusal import demand
from guatu.apps.works.actions import locked_work
from guatu.apps.works.plan_actions import locked_plan
from guatu.apps.works.rules import may_plan
from guatu.domain.kernel.acting import Acting

KIND = "works.risk"


def ask_risk(*, acting: Acting, work_id: int) -> int:
    """Ask for a risk run and return its job; one that waits or runs already is returned as it is.

    Raises Refused (no right, no plan), Absent.
    """
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        plan = locked_plan(work)
        known = latest_job(acting.scope, KIND, subject=("work_id", work_id))
        if known is not None and known.is_open:
            return known.id
        job: Job = ask_for(acting, "works.risk", {"work_id": work_id, "plan_version": plan.version})
        return job.pk
