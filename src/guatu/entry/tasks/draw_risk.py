"""The job that draws the risk of one work from the county's own durations and alerts."""

from collections.abc import Mapping
from typing import Any

from guatu.adapters.local_workers import ThreadWorkers
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.reports.risk_grounds import risk_grounds
from guatu.domain.kernel.acting import Acting
from guatu.domain.planning.risk_answer import risk_document
from guatu.entry.report_grounds import grounds

DRAWS = 2000
_DRIVERS = 8


def draw_risk(acting: Acting, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Draw the work that ``work_id`` names; the answer is kept with the job alone."""
    from guatu.domain.planning.compiled.risk import risk  # noqa: PLC0415 numba is loaded where a run begins

    work_id = int(arguments["work_id"])
    given = risk_grounds(acting.scope, work_id, at=acting.at, today=acting.today, grounds=grounds())
    if given is None or given.work.schedule is None or given.work.facts.plan is None:
        raise Absent(f"plan of work {work_id}")
    plan = given.work.schedule.plan
    answer, told = risk(
        [plan], given.terms, today=acting.today, draws=DRAWS, workers=ThreadWorkers(2)
    )
    if answer is None:
        said = {key: value for key, value in told[-1].arguments if not isinstance(value, float)}
        raise Refused(told[-1].code, **said)
    document = risk_document(answer)
    drivers = [one.id for one in answer.drivers(_DRIVERS)]
    return {
        "work_id": work_id,
        "plan_version": given.work.facts.plan.version,
        "today": acting.today.isoformat(),
        "finished": given.finished,
        "has_history": given.terms.history is not None,
        **{key: document[key] for key in ("draws", "seed", "weather", "ends", "alert_days")},
        "drivers": [one for one in document["activities"] if one["id"] in drivers],
    }
