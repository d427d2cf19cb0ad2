"""Slips: the reminders that a color causes, always proposals that a named leader approves."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guatu.domain.following.light import Light, LightColor
from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference, RulePack


class SlipKind(StrEnum):
    """What is proposed: to the liaison, to the unit's head, a talk, a line in the bulletin."""

    REMINDER = "reminder"
    UNIT_HEAD = "unit_head"
    INTERVIEW = "interview"
    BULLETIN = "bulletin"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipProposal:
    """A slip that may be sent after approval; nothing is sent by itself."""

    kind: SlipKind
    reason: Reason
    pack: PackReference


def slip_proposals(
    light: Light, *, red_since: date | None, returns: int, today: date, pack: RulePack
) -> tuple[SlipProposal, ...]:
    """Return the slips that the rule proposes today, mildest first (domain A6, story 10).

    ``red_since`` is the first day of the present red; the first red day counts as day 1.
    """
    rules = pack.body["slips"]
    found: list[tuple[SlipKind, str, int]] = []
    if light.color is LightColor.YELLOW:
        found.append((SlipKind.REMINDER, "yellow", 0))
    if light.color is LightColor.RED and red_since is not None:
        days = (today - red_since).days + 1
        if days >= rules["unit_head_after_red_days"]:
            found.append((SlipKind.UNIT_HEAD, "red", days))
        if days > rules["interview_after_red_days"]:
            found.append((SlipKind.INTERVIEW, "red", days))
        if days > rules["bulletin_after_red_days"]:
            found.append((SlipKind.BULLETIN, "red", days))
    if returns >= rules["interview_after_returns"]:
        if all(kind is not SlipKind.INTERVIEW for kind, _, _ in found):
            found.append((SlipKind.INTERVIEW, "returns", returns))
    return tuple(
        SlipProposal(
            kind=kind,
            reason=Reason(code=f"following.slip.{code}", arguments=(("count", count),)),
            pack=pack.reference,
        )
        for kind, code, count in found
    )
