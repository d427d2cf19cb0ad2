"""Rounds of places: visits left against the hands and days that are left.

River patrols, sign boards, village re-checks: every place is owed so many rounds by a
day. A visit counts for its own place alone, so that ten visits to the near bank do not
stand in for one to the far one; where rounds must lie apart, the last place may be
lost although there are hands enough.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.kernel.calendar import NoWorkingDay
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.outlook import Lever, LeverKind, Outlook, Verdict
from guatu.domain.planning.coverage_levers import (
    date_lever,
    day_lever,
    hand_lever,
    outlook_reason,
)
from guatu.domain.planning.coverage_round import CoverageRound, PlaceVisits
from guatu.domain.planning.judging import PlanningRules


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOutlook:
    """The outlook of a round; figures count visits and working days.

    ``left`` visits are owed from ``today`` on; ``possible`` can be made by the hands on
    the working days left; ``latest_start`` is the last day on which the rest may begin;
    ``finish`` the day on which it ends at the pace of all hands. ``blocked`` are places
    whose gaps no longer fit before the day. ``extra_visits`` counted for nothing.
    """

    round: CoverageRound
    today: date
    outlook: Outlook
    owed: int
    done: int
    left: int
    possible: int
    days_left: int
    per_hand: float
    needed_per_day: float | None
    latest_start: date | None
    finish: date | None
    blocked: tuple[str, ...]
    extra_visits: int

    @property
    def completion(self) -> float:
        """The part of the visits owed that is done."""
        return self.done / self.owed


def counted_visits(one: PlaceVisits, rounds: int, least_gap_days: int) -> tuple[date, ...]:
    """Return the visits that count: at most one a round, each the stated gap after the one before."""
    kept: list[date] = []
    for day in sorted(one.visited):
        if len(kept) < rounds and (not kept or (day - kept[-1]).days >= least_gap_days):
            kept.append(day)
    return tuple(kept)


def coverage_outlook(
    stated: CoverageRound, *, today: date, rules: PlanningRules | None = None
) -> CoverageOutlook:
    """Judge a round on a day; the day itself may still be worked."""
    known = rules or PlanningRules()
    counted = [counted_visits(one, stated.rounds, stated.least_gap_days) for one in stated.places]
    owed = stated.rounds * len(stated.places)
    done = sum(len(one) for one in counted)
    left = owed - done
    begin = max(today, stated.start or today)
    days_left = stated.calendar.count(day_number(begin), day_number(stated.by) + 1)
    per_hand = _per_hand(stated)
    possible = math.floor(days_left * stated.hands * per_hand + 1e-9)
    blocked = _blocked(stated, counted, begin)
    slack = possible - left
    buffer = math.ceil(left * known.buffer_percent / 100)
    levers = _levers(stated, begin, left, days_left, per_hand) if slack < 0 else []
    verdict = _verdict(slack, buffer, left, blocked, levers)
    if blocked and left:
        levers = [date_lever(stated, _day_for_gaps(stated, counted, begin))]
    outlook = Outlook(
        verdict=verdict,
        slack=float(slack),
        needed=left / days_left if days_left else float(left),
        attained=stated.hands * per_hand,
        reason=outlook_reason(
            stated,
            verdict,
            left=left,
            days=days_left,
            possible=possible,
            blocked=tuple(blocked),
        ),
        levers=tuple(levers),
    )
    return CoverageOutlook(
        round=stated,
        today=today,
        outlook=outlook,
        owed=owed,
        done=done,
        left=left,
        possible=possible,
        days_left=days_left,
        per_hand=per_hand,
        needed_per_day=left / days_left if days_left else None,
        latest_start=_latest_start(stated, left, per_hand),
        finish=_finish(stated, begin, left, per_hand),
        blocked=tuple(blocked),
        extra_visits=sum(len(one.visited) for one in stated.places) - done,
    )


def _per_hand(stated: CoverageRound) -> float:
    """Return what one hand does on a day: as stated, else on the best day so far."""
    if stated.visits_per_hand is not None:
        return stated.visits_per_hand
    visits: dict[date, int] = {}
    for one in stated.places:
        for day in one.visited:
            visits[day] = visits.get(day, 0) + 1
    return max(visits.values(), default=0) / max(stated.hands, 1)


def _verdict(
    slack: int,
    buffer: int,
    left: int,
    blocked: Sequence[str],
    levers: Sequence[Lever],
) -> Verdict:
    if not left:
        return Verdict.ON_TRACK
    if blocked:
        return Verdict.IMPOSSIBLE
    if slack < 0:
        is_curable = any(one.kind is not LeverKind.TARGET for one in levers)
        return Verdict.LATE if is_curable else Verdict.IMPOSSIBLE
    return Verdict.ON_TRACK if slack >= buffer else Verdict.TIGHT


def _levers(
    stated: CoverageRound, begin: date, left: int, days_left: int, per_hand: float
) -> list[Lever]:
    """Return what would do it alone: more hands, another day a week; and the moved date."""
    found: list[Lever] = []
    if days_left and per_hand > 0:
        wanted = math.ceil(left / (days_left * per_hand) - 1e-9)
        if stated.most_hands is None or wanted <= stated.most_hands:
            found.append(hand_lever(stated, wanted - stated.hands, days_left))
    more = _more_days(stated, begin, left, per_hand)
    if more is not None:
        found.append(day_lever(stated, *more))
    found.sort(key=lambda one: (one.cost is None, one.cost or 0))
    finish = _finish(stated, begin, left, per_hand)
    if finish is not None and finish > stated.by:
        found.append(date_lever(stated, finish))
    return found


def _more_days(
    stated: CoverageRound, begin: date, left: int, per_hand: float
) -> tuple[int, int] | None:
    """Return how many spare weekdays must be worked, and how many days that adds."""
    calendar, added, count = stated.calendar, 0, 0
    first, last = day_number(begin), day_number(stated.by)
    for weekday in stated.spare_weekdays:
        days = [
            day
            for day in range(first, last + 1)
            if (day - 1) % 7 == weekday and not calendar.works(day)
        ]
        added += len(days)
        count += bool(days)
        worked = calendar.count(first, last + 1) + added
        if days and worked * stated.hands * per_hand + 1e-9 >= left:
            return count, added
    return None


def _working_days(stated: CoverageRound, left: int, per_hand: float) -> int | None:
    a_day = stated.hands * per_hand
    return math.ceil(left / a_day - 1e-9) if a_day > 0 else None


def _latest_start(stated: CoverageRound, left: int, per_hand: float) -> date | None:
    days = _working_days(stated, left, per_hand)
    if not days:
        return None
    try:
        last = stated.calendar.last_working(day_number(stated.by))
        return day_of(stated.calendar.before(last, days - 1))
    except NoWorkingDay:
        return None


def _finish(stated: CoverageRound, begin: date, left: int, per_hand: float) -> date | None:
    days = _working_days(stated, left, per_hand)
    if not days or days > 40_000:
        return None
    try:
        first = stated.calendar.next_working(day_number(begin))
        return day_of(stated.calendar.after(first, days - 1))
    except NoWorkingDay:
        return None


def _blocked(stated: CoverageRound, counted: Sequence[tuple[date, ...]], begin: date) -> list[str]:
    """Return the places whose remaining visits, each its gap apart, end after the day."""
    return [
        one.name
        for one, visits in zip(stated.places, counted, strict=True)
        if _last_visit(stated, visits, begin) > stated.by
    ]


def _last_visit(stated: CoverageRound, visits: tuple[date, ...], begin: date) -> date:
    """Return the earliest day of the last visit owed to a place, by gaps alone."""
    left = stated.rounds - len(visits)
    if not left:
        return visits[-1]
    first = day_number(begin)
    if visits:
        first = max(first, day_number(visits[-1]) + stated.least_gap_days)
    try:
        at = stated.calendar.next_working(first)
        for _ in range(left - 1):
            at = stated.calendar.next_working(at + max(stated.least_gap_days, 0))
    except NoWorkingDay:
        return date.max
    return day_of(at)


def _day_for_gaps(stated: CoverageRound, counted: Sequence[tuple[date, ...]], begin: date) -> date:
    return max(_last_visit(stated, visits, begin) for visits in counted)
