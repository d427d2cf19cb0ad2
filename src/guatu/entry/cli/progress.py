"""A line of progress on the error stream, for people at a terminal only."""

import time
from dataclasses import dataclass, field
from typing import TextIO

_WIDTH = 30
_PAUSE = 0.1


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counts files; draws itself at most ten times a second, and nowhere but on a terminal."""

    total: int
    stream: TextIO
    done: int = 0
    begun: float = field(default_factory=time.monotonic)
    drawn: float = 0.0

    def step(self) -> None:
        """Count one file."""
        self.done += 1
        now = time.monotonic()
        if self.stream.isatty() and (now - self.drawn > _PAUSE or self.done == self.total):
            self.drawn = now
            full = _WIDTH * self.done // self.total
            rate = self.done / max(now - self.begun, 1e-6)
            bar = "█" * full + "·" * (_WIDTH - full)
            self.stream.write(f"\r{bar} {self.done}/{self.total}  {rate:.1f}/s ")
            self.stream.flush()

    def close(self) -> None:
        """Leave the line as it stands and go on below it."""
        if self.stream.isatty():
            self.stream.write("\n")
