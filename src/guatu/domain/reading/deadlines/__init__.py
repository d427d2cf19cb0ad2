"""By when: one file per way of stating a limit; ``find`` tries them all. Nothing is invented."""

from guatu.domain.reading.deadlines.cases import is_each_case
from guatu.domain.reading.deadlines.find import deadline_in, deadlines_in, may_hold_day
from guatu.domain.reading.deadlines.limits import Anchor, Found, Season

__all__ = [
    "Anchor",
    "Found",
    "Season",
    "deadline_in",
    "deadlines_in",
    "is_each_case",
    "may_hold_day",
]
