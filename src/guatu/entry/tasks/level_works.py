"""The job that levels works of a county: watched by the page, stopped by its button."""

from collections.abc import Mapping
from typing import Any

from guatu.apps.journal.jobs import ClaimedJob
from guatu.apps.reports.levelling import levelling_input, levelling_result
from guatu.apps.works.levelling_actions import keep_levelling
from guatu.apps.works.levelling_queries import levelling_run
from guatu.domain.kernel.acting import Acting
from guatu.entry.kernels import ready_kernels
from guatu.entry.report_grounds import grounds
from guatu.entry.stopwatch import WallStopwatch
from guatu.entry.tasks.watched_hands import WatchedHands


def level_works(
    acting: Acting, arguments: Mapping[str, Any], claimed: ClaimedJob
) -> Mapping[str, Any]:
    """Level the works of the run that ``run_id`` names, and keep what was found."""
    from guatu.domain.planning import Allowance, level_county  # noqa: PLC0415 numba is loaded where a run begins

    run = levelling_run(acting.scope, int(arguments["run_id"]))
    ground = grounds()
    given = levelling_input(
        acting.scope, run.wishes, at=acting.at, today=acting.today, grounds=ground
    )
    ready_kernels()
    stopwatch = WallStopwatch(seconds=run.wishes.seconds)
    hands = WatchedHands(claimed, stopwatch)
    found = level_county(
        given.county,
        wishes=given.wishes,
        allowance=Allowance(seed=run.wishes.seed),
        stopwatch=stopwatch,
        hands=hands,
        told=hands.hear,
    )
    result = levelling_result(given, found, today=acting.today, grounds=ground)
    keep_levelling(acting=acting, run_id=run.id, result=result)
    return {"run_id": run.id, "status": result["status"]}
