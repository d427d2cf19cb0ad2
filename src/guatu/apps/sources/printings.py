"""Proposals as a source prints them, for laying two sources side by side."""

from collections.abc import Iterable

from guatu.apps.sources.values import ProposalFacts
from guatu.domain.reading.comparison import Printed


def printed_of(proposals: Iterable[ProposalFacts]) -> tuple[Printed, ...]:
    """Return the checkable proposals that stand for themselves; a known unit by its own name."""
    return tuple(
        Printed(
            id=str(one.id),
            action=one.action,
            addressees=(one.unit_name,) if one.unit_name else _named(one),
            deadline=one.deadline_day,
        )
        for one in proposals
        if one.checkable and one.state not in {"SPLIT", "MERGED"}
    )


def _named(one: ProposalFacts) -> tuple[str, ...]:
    return tuple(str(each["text"]) for each in one.addressees)
