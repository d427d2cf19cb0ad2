"""The one answer of every engine: is it still possible, by how much, and what would cure it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Four verdicts: slack at least the buffer; less; curable by levers; curable by none."""

    ON_TRACK = "on_track"
    TIGHT = "tight"
    LATE = "late"
    IMPOSSIBLE = "impossible"


class LeverKind(StrEnum):
    """What can be changed to win days: days bought, a promise, hands, shifts, days off, the date."""

    CRASH = "crash"
    OVERLAP = "overlap"
    RESOURCE = "resource"
    SHIFT = "shift"
    CALENDAR = "calendar"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a verdict or light is what it is: a message code with its arguments."""

    code: str
    arguments: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A change that wins ``days``; ``cost`` in yuan, None where nobody stated one."""

    kind: LeverKind
    subject: str
    days: int
    cost: int | None = None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is needed against what is attained, the slack between them and the verdict.

    ``slack`` is in working days for work made of steps and in the quantity's own
    unit otherwise; negative slack is lateness. ``levers`` stand cheapest first.
    """

    verdict: Verdict
    slack: float
    needed: float
    attained: float
    reason: Reason
    levers: tuple[Lever, ...] = ()
