"""Days counted one by one on a plan's calendars: the slow twin of the compiled working time.

Certificates are checked with it, so that no fault of the engine can hide behind itself.
"""

from datetime import date, datetime, timedelta

from guatu.domain.planning.plan import Activity, Link, Plan

_HALF_A_DAY = timedelta(hours=12)


def works(plan: Plan, day: int, calendar: str, one: Activity | None = None) -> bool:
    """Tell whether a calendar works on a day and, for an activity, no window stops it then."""
    reached = datetime.combine(date.fromordinal(day), datetime.min.time())
    midnight, lost = reached + timedelta(days=1), timedelta()
    for stop in sorted(plan.stop_work, key=lambda stop: stop.window.start):
        begin, end = max(stop.window.start, reached), min(stop.window.end, midnight)
        if one and begin < end and stop.stops(one.activity_class, plan.place_of(one)):
            lost, reached = lost + (end - begin), end
    known = next(known for known in plan.calendars if known.name == calendar)
    return known.works(day) and lost < _HALF_A_DAY


def moved(plan: Plan, at: int, days: int, calendar: str, one: Activity | None = None) -> int:
    """Return the place so many worked days after another (before it, where negative)."""
    for _ in range(abs(days)):
        at -= days < 0
        while not works(plan, at, calendar, one):
            at += 1 if days > 0 else -1
        at += days > 0
    return at


def lagged(plan: Plan, at: int, link: Link, one: Activity) -> int:
    """Return the place to which a link's lag moves the edge of the predecessor."""
    own = None if link.lag_calendar else one
    calendar = link.lag_calendar or one.calendar
    at = moved(plan, at, link.lag, calendar, own)
    while link.lag < 0 and not works(plan, at - 1, calendar, own):
        at -= 1
    return at


def span(plan: Plan, one: Activity, at: int, *, by_end: bool, won: int = 0) -> tuple[int, int]:
    """Return start and end of an activity whose start (or end) may not lie before a place."""
    begun, ended = one.actual_start, one.actual_finish
    if ended is not None or (one.is_milestone and begun is not None):
        end = (ended or begun or date.min).toordinal() + (not one.is_milestone)
        return (end - one.days if begun is None or one.is_milestone else begun.toordinal()), end
    done = one.percent if plan.data_date is not None else 0
    days = -int(-one.days * (100 - done) // 100) - won
    end = at
    if days:
        end = moved(plan, at - 1, 1, one.calendar, one) if by_end else at
        end = end if by_end else moved(plan, at, days, one.calendar, one)
    start = moved(plan, end, -days, one.calendar, one)
    return (start if begun is None else begun.toordinal()), end
