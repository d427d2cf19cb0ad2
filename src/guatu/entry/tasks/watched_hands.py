"""Threads for a long computation that a page watches: progress out, stop in, the claim kept."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from guatu.apps.journal.jobs import ClaimedJob, tell_progress
from guatu.apps.reports.levelling import late_days
from guatu.entry import clock
from guatu.entry.stopwatch import WallStopwatch

if TYPE_CHECKING:
    from guatu.domain.planning import Levelled

_TICK_SECONDS = 0.5
_LEASE = timedelta(minutes=30)


@dataclass(slots=True)
class WatchedHands:
    """Runs jobs side by side; the calling thread alone speaks to the database meanwhile.

    Each tick writes what was heard last and asks whether the run should end; a lost claim
    ends it too.
    """

    claimed: ClaimedJob
    stopwatch: WallStopwatch
    count: int = 2
    _heard: dict[str, Any] = field(default_factory=dict)

    def hear(self, better: "Levelled") -> None:
        """Take a better plan into the progress; called from any of the threads."""
        self._heard = {**late_days(better), "found_at": round(better.seconds, 1)}

    def together(self, jobs: Sequence[Callable[[], None]]) -> None:
        """Run the jobs and return when all are done; the first error is raised then."""
        with ThreadPoolExecutor(max_workers=max(1, len(jobs))) as pool:
            running: set[Future[None]] = {pool.submit(job) for job in jobs}
            every = tuple(running)
            is_watched = False
            try:
                while running:
                    self._tick()
                    _, running = wait(running, timeout=_TICK_SECONDS, return_when=FIRST_COMPLETED)
                is_watched = True
            finally:
                # Without the database nobody could stop the threads any more.
                if not is_watched:
                    self.stopwatch.stop()
        for one in every:
            one.result()

    def _tick(self) -> None:
        if not tell_progress(self.claimed, self._progress(), until=clock.moment() + _LEASE):
            self.stopwatch.stop()

    def _progress(self) -> Mapping[str, Any]:
        return self._heard | {"seconds": round(self.stopwatch.spent(), 1)}
