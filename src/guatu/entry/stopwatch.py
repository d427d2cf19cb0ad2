"""The clock and the hands that long computations of the domain are given."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field


@dataclass(slots=True)
class WallStopwatch:
    """Counts real seconds from its birth up to a limit; ``stop`` ends the time at once."""

    seconds: float
    _begun: float = field(default_factory=time.perf_counter)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def spent(self) -> float:
        """Return the seconds since the birth."""
        return time.perf_counter() - self._begun

    def left(self) -> float:
        """Return the seconds that remain, 0 once stopped."""
        return 0.0 if self._stopped.is_set() else self.seconds - self.spent()

    def stop(self) -> None:
        """End the time, as a stop button does."""
        self._stopped.set()


@dataclass(frozen=True, slots=True)
class ThreadHands:
    """Runs jobs in threads: kernels and the prover work outside the interpreter's lock."""

    count: int = 2

    def together(self, jobs: Sequence[Callable[[], None]]) -> None:
        """Run the jobs side by side; the first error is raised when all have ended."""
        with ThreadPoolExecutor(max_workers=max(1, len(jobs))) as pool:
            for one in [pool.submit(job) for job in jobs]:
                one.result()
