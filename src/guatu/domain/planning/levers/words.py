"""Levers from purchases and proposals, each with the reason that words are made of."""

from guatu.domain.kernel.interval import day_of
from guatu.domain.kernel.outlook import Lever, LeverKind, Reason
from guatu.domain.planning.levers.menu import Purchase
from guatu.domain.planning.plan import Activity

_CODES = {
    LeverKind.CRASH: "planning.lever.crash",
    LeverKind.RESOURCE: "levers.crew",
    LeverKind.SHIFT: "levers.shift",
}


def bought_lever(one: Activity, purchase: Purchase) -> Lever:
    """Return the lever of one purchase."""
    if purchase.kind is LeverKind.OVERLAP:
        arguments = (("activity", one.id), ("name", one.name))
        reason = Reason(code="levers.promise", arguments=arguments)
    else:
        reason = Reason(
            code=_CODES[purchase.kind],
            arguments=(
                ("activity", one.id),
                ("name", one.name),
                ("days", purchase.days),
                ("cost", purchase.cost),
            ),
        )
    return Lever(
        kind=purchase.kind, subject=one.id, days=purchase.days, cost=purchase.cost, reason=reason
    )


def overlap_lever(one: Activity, follower: str, won: int) -> Lever:
    """Return the lever of a promise that nobody has agreed to yet."""
    arguments: tuple[tuple[str, str | int], ...] = (
        ("activity", one.id),
        ("name", one.name),
        ("follower", follower),
        ("days", won),
    )
    reason = Reason(code="levers.overlap_unnamed", arguments=arguments)
    if one.unit:
        named = (*arguments, ("unit", one.unit))
        reason = Reason(code="planning.lever.overlap", arguments=named)
    return Lever(kind=LeverKind.OVERLAP, subject=one.id, days=won, reason=reason)


def weekend_lever(one: Activity, won: int, extra: int, cost: int) -> Lever:
    """Return the lever of an activity that works ``extra`` days off at its stated price."""
    arguments = (
        ("activity", one.id),
        ("name", one.name),
        ("days", won),
        ("extra", extra),
        ("cost", cost),
    )
    reason = Reason(code="levers.weekend", arguments=arguments)
    return Lever(kind=LeverKind.CALENDAR, subject=one.id, days=won, cost=cost, reason=reason)


def calendar_lever(calendar: str, won: int, extra: int, cost: int | None) -> Lever:
    """Return the lever of working the days off of a calendar; ``extra`` are those days."""
    arguments: tuple[tuple[str, str | int], ...] = (
        ("calendar", calendar),
        ("days", won),
        ("extra", extra),
    )
    code = "levers.calendar" if cost is None else "levers.calendar_priced"
    if cost is not None:
        arguments = (*arguments, ("cost", cost))
    reason = Reason(code=code, arguments=arguments)
    return Lever(kind=LeverKind.CALENDAR, subject=calendar, days=won, cost=cost, reason=reason)


def target_lever(one: Activity, late: int, finish: int) -> Lever:
    """Return the lever of a moved target: by how many days, and to which last day."""
    return Lever(
        kind=LeverKind.TARGET,
        subject=one.id,
        days=late,
        reason=Reason(
            code="planning.lever.target",
            arguments=(
                ("activity", one.id),
                ("name", one.name),
                ("days", late),
                ("day", day_of(finish - 1).isoformat()),
            ),
        ),
    )
