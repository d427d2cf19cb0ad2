"""The reasons and levers of rounds: more hands, another day a week, a moved date."""

from datetime import date

from guatu.domain.kernel.outlook import Lever, LeverKind, Reason, Verdict
from guatu.domain.planning.coverage_round import CoverageRound

_MOST_NAMED = 5


def outlook_reason(
    stated: CoverageRound,
    verdict: Verdict,
    *,
    left: int,
    days: int,
    possible: int,
    blocked: tuple[str, ...],
) -> Reason:
    """Return the reason of a verdict on a round."""
    named = _named(stated)
    if not left:
        return Reason(code="coverage.done", arguments=(("name", named),))
    by = stated.by.isoformat()
    if blocked:
        shown = "、".join(blocked[:_MOST_NAMED])
        return Reason(
            code="coverage.blocked",
            arguments=(
                ("name", named),
                ("count", len(blocked)),
                ("places", shown if len(blocked) <= _MOST_NAMED else f"{shown}…"),
                ("gap", stated.least_gap_days),
                ("by", by),
            ),
        )
    return Reason(
        code=f"coverage.{verdict.value}",
        arguments=(
            ("name", named),
            ("left", left),
            ("days", days),
            ("hands", stated.hands),
            ("possible", possible),
            ("missing", max(left - possible, 0)),
            ("by", by),
        ),
    )


def hand_lever(stated: CoverageRound, more: int, days: int) -> Lever:
    """Return the lever of so many more hands on the working days left."""
    cost = None if stated.hand_day_yuan is None else stated.hand_day_yuan * more * days
    arguments = (("name", _named(stated)), ("more", more), ("days", days))
    return _lever(stated, LeverKind.RESOURCE, "hand", days, cost, arguments)


def day_lever(stated: CoverageRound, a_week: int, added: int) -> Lever:
    """Return the lever of so many more days a week, which add so many days."""
    price = stated.hand_day_yuan
    cost = None if price is None else price * stated.hands * added
    arguments = (("name", _named(stated)), ("week", a_week), ("days", added))
    return _lever(stated, LeverKind.CALENDAR, "day", added, cost, arguments)


def date_lever(stated: CoverageRound, day: date) -> Lever:
    """Return the lever of a later date."""
    more = (day - stated.by).days
    arguments = (("name", _named(stated)), ("days", more), ("day", day.isoformat()))
    return _lever(stated, LeverKind.TARGET, "date", more, None, arguments)


def _lever(  # noqa: PLR0917 the parts of one lever
    stated: CoverageRound,
    kind: LeverKind,
    word: str,
    days: int,
    cost: int | None,
    arguments: tuple[tuple[str, str | int], ...],
) -> Lever:
    code, more = f"coverage.lever.{word}", arguments
    if cost is not None:
        code, more = f"{code}_priced", (*arguments, ("cost", cost))
    return Lever(
        kind=kind,
        subject=stated.id,
        days=days,
        cost=cost,
        reason=Reason(code=code, arguments=more),
    )


def _named(stated: CoverageRound) -> str:
    return stated.name or stated.id
