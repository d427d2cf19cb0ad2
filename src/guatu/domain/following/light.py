"""Lights: colors that come from dates, verified nodes and outlooks by a dated pack, never typed in.

Every light unfolds to its arithmetic: ``steps`` are codes with the numbers used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference, RulePack


class LightColor(StrEnum):
    """The colors; blue = done in time, grey = nothing to judge (suspended, closed late, no day)."""

    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


_SEVERITY = {
    LightColor.GREY: 0,
    LightColor.BLUE: 0,
    LightColor.GREEN: 1,
    LightColor.YELLOW: 2,
    LightColor.ORANGE: 3,
    LightColor.RED: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """A color with the sentence that says why, the arithmetic under it, and the rule used."""

    color: LightColor
    reason: Reason
    steps: tuple[Reason, ...] = ()
    pack: PackReference

    @property
    def severity(self) -> int:
        """How grave the color is, from 0 (blue, grey) to 4 (red)."""
        return _SEVERITY[self.color]


def worst(lights: Sequence[Light]) -> Light | None:
    """Return the gravest light, the first of equals; None of none."""
    return max(lights, key=lambda one: one.severity, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterClock:
    """The dates that color a matter.

    ``done_on`` is the day of the report that verification accepted; ``missed_nodes``
    counts nodes of its plan that passed unverified; ``unreachable`` is a verified
    judgment that the due day cannot be held.
    """

    started: date
    due: date | None
    done_on: date | None = None
    suspended: bool = False
    missed_nodes: int = 0
    unreachable: bool = False


def matter_light(clock: MatterClock, pack: RulePack, *, today: date) -> Light:
    """Return the light of a matter by a ``matter_lights`` pack (domain A6, story 6)."""
    if clock.suspended:
        return _light(LightColor.GREY, "suspended", (), pack)
    if clock.due is None:
        return _light(LightColor.GREY, "no_deadline", (), pack)
    if clock.done_on is not None:
        return _done_light(clock.done_on, clock.due, pack)
    left = (clock.due - today).days
    warning = warning_days(clock.started, clock.due, pack)
    steps = _steps(clock.started, clock.due, today, pack)
    if left < 0:
        return _light(LightColor.RED, "overdue", (("days", -left),), pack, steps)
    if clock.unreachable:
        return _light(LightColor.RED, "unreachable", (("days", left),), pack, steps)
    if clock.missed_nodes:
        nodes = (("nodes", clock.missed_nodes), ("days", left))
        return _light(LightColor.YELLOW, "node_missed", nodes, pack, steps)
    numbers = (("days", left), ("warning", warning))
    if left <= warning:
        return _light(LightColor.YELLOW, "near", numbers, pack, steps)
    return _light(LightColor.GREEN, "ample", numbers, pack, steps)


def warning_days(started: date, due: date, pack: RulePack) -> int:
    """Return N: from so many days before the due day the light is yellow."""
    rules = pack.body["yellow"]
    share = int((due - started).days * rules["share_of_duration"])
    longest: int = min(max(rules["floor_days"], share), max(rules["cap_days"], rules["floor_days"]))
    return longest


def parent_light(own: Light, open_children: Sequence[Light]) -> Light:
    """Return the worst of the own light and the lights of open children (story 8)."""
    gravest = worst(open_children)
    if gravest is None or gravest.severity <= own.severity:
        return own
    reason = Reason(
        code="following.light.child",
        arguments=(("children", len(open_children)), ("color", gravest.color)),
    )
    return Light(
        color=gravest.color, reason=reason, steps=(own.reason, gravest.reason), pack=own.pack
    )


def _done_light(done_on: date, due: date, pack: RulePack) -> Light:
    late = (done_on - due).days
    days = (("done_on", done_on.isoformat()), ("due", due.isoformat()), ("days", abs(late)))
    if late > 0:
        return _light(LightColor.GREY, "done_late", days, pack)
    return _light(LightColor.BLUE, "done_in_time", days, pack)


def _steps(started: date, due: date, today: date, pack: RulePack) -> tuple[Reason, ...]:
    rules = pack.body["yellow"]
    duration = (due - started).days
    return (
        Reason(
            code="following.light.step_left",
            arguments=(
                ("due", due.isoformat()),
                ("today", today.isoformat()),
                ("days", (due - today).days),
            ),
        ),
        Reason(
            code="following.light.step_warning",
            arguments=(
                ("floor", rules["floor_days"]),
                ("percent", round(rules["share_of_duration"] * 100)),
                ("duration", duration),
                ("cap", rules["cap_days"]),
                ("warning", warning_days(started, due, pack)),
            ),
        ),
    )


def _light(
    color: LightColor,
    code: str,
    arguments: tuple[tuple[str, str | int], ...],
    pack: RulePack,
    steps: tuple[Reason, ...] = (),
) -> Light:
    reason = Reason(code=f"following.light.{code}", arguments=tuple(arguments))
    return Light(color=color, reason=reason, steps=steps, pack=pack.reference)
