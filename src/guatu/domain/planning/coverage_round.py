"""What a round of places owes, and who goes there, as values."""

from dataclasses import dataclass, field
from datetime import date

from guatu.domain.kernel.calendar import WorkingCalendar, every_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceVisits:
    """A place of a round with the days on which it was visited."""

    name: str
    visited: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRound:
    """So many rounds of every place by a day, with the hands that go there.

    ``visits_per_hand`` is what one hand does on one working day; None takes the best day
    so far. ``most_hands`` is how many could be had at most (None: no limit is known).
    ``least_gap_days`` is how many days must lie between two counted visits to one place.
    ``hand_day_yuan`` prices one hand for one day. ``week`` days outside ``calendar`` that
    may be worked besides stand in ``spare_weekdays`` (0 is Monday).
    """

    id: str
    name: str = ""
    unit: str = ""
    places: tuple[PlaceVisits, ...]
    rounds: int = 1
    by: date
    start: date | None = None
    today: date | None = None
    hands: int
    most_hands: int | None = None
    visits_per_hand: float | None = None
    least_gap_days: int = 0
    hand_day_yuan: int | None = None
    calendar: WorkingCalendar = field(default_factory=every_day)
    spare_weekdays: tuple[int, ...] = (5, 6)

    def __post_init__(self) -> None:
        if not self.places:
            raise ValueError(f"round {self.id} has no place")
        if self.rounds < 1 or self.hands < 0 or self.least_gap_days < 0:
            raise ValueError(f"round {self.id} asks for less than nothing")
        if self.visits_per_hand is not None and self.visits_per_hand <= 0:
            raise ValueError(f"a hand of round {self.id} visits {self.visits_per_hand} places")
