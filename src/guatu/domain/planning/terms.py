"""The terms of an activity: what may be done to win days on it, what may not, and what proves it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash:
    """An offer to shorten an activity by up to ``days`` for ``cost`` yuan (all days together)."""

    days: int
    cost: int

    def __post_init__(self) -> None:
        if self.days < 1 or self.cost < 0:
            raise ValueError("a crash wins at least one day and never pays")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the plan file states of an activity beside its network.

    Offers: ``crew`` is another crew, taken whole; ``shift_cost`` the price in yuan of a
    second shift, which halves the days; ``weekend_cost`` the price of one more day
    worked on the calendar's days off; ``promise`` says that the approving unit accepts
    a promise in advance (承诺制, 容缺), so that followers need not wait.

    Limits, which the gate holds: ``technical`` is time that a material needs (curing,
    settlement, drying); ``minimum_days`` the least days at any price; ``acceptance`` a
    check that nobody may skip; ``hazard`` the words of an open major hazard;
    ``template_days`` what the template asks for, and ``compression_reason`` the signed
    reason for going far below it.

    Facts: ``permit`` is the code of the permit in the pack ``permits``; ``evidence``
    what proves the dates; ``reports`` the days and percents that were reported, in order of
    time; ``is_accepted`` whether the finished step was accepted;
    ``deadline_name`` what its own deadline is called (start of winter, opening day).
    """

    crew: Crash | None = None
    shift_cost: int | None = None
    weekend_cost: int | None = None
    promise: bool = False
    technical: bool = False
    minimum_days: int | None = None
    acceptance: bool = False
    hazard: str = ""
    template_days: int | None = None
    compression_reason: str = ""
    permit: str = ""
    evidence: tuple[str, ...] = ()
    reports: tuple[tuple[date, float], ...] = ()
    is_accepted: bool = False
    deadline_name: str = ""

    def __post_init__(self) -> None:
        for stated in (
            self.shift_cost,
            self.weekend_cost,
            self.minimum_days,
            self.template_days,
        ):
            if stated is not None and stated < 0:
                raise ValueError(f"a term of an activity is {stated}")


NO_TERMS = Terms()
