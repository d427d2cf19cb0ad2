"""How long a task takes from a moment: one or several clocks, each with what is worked on it."""

from dataclasses import dataclass

from guatu.domain.planning.project.shift_time import WorkingClock


@dataclass(frozen=True, slots=True)
class Effort:
    """Pieces worked side by side from one start; the task ends with the last of them.

    ``pieces`` pair a clock with its ticks. Most tasks have one piece: their duration
    on their calendar; a task of resources with different calendars has one for each.
    """

    pieces: tuple[tuple[WorkingClock, int], ...]

    @property
    def is_moment(self) -> bool:
        """Tell whether the task takes no time."""
        return not any(ticks for _, ticks in self.pieces)

    def finish(self, start: int) -> int:
        """Return when work begun at a moment ends."""
        if self.is_moment:
            return start
        return max(clock.finish_at(clock.before(start) + ticks) for clock, ticks in self.pieces)

    def start(self, finish: int) -> int:
        """Return the latest moment at which work that ends by a moment may begin."""
        if self.is_moment:
            return finish
        return min(clock.start_at(clock.before(finish) - ticks) for clock, ticks in self.pieces)

    def next_start(self, place: int) -> int:
        """Return the first moment from a place at which work is possible."""
        return min(clock.start_at(clock.before(place)) for clock, _ in self.pieces)

    def last_finish(self, place: int) -> int:
        """Return the last moment up to a place at which work can have ended."""
        return max(clock.finish_at(clock.before(place)) for clock, _ in self.pieces)

    def resting(self, ticks: int, whole: int) -> "Effort":
        """Return the effort that is left: each piece in the share of the whole."""
        if len(self.pieces) == 1:
            return Effort(((self.pieces[0][0], ticks),))
        share = ticks / whole if whole else 0.0
        return Effort(tuple((clock, round(amount * share)) for clock, amount in self.pieces))
