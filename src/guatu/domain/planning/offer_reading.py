"""Reads and writes one offer of a plan document: so many days shorter for so many yuan."""

from collections.abc import Mapping
from typing import Any

from guatu.domain.planning.fields import Fields
from guatu.domain.planning.terms import Crash

MOST_YUAN = 10**15
MOST_DAYS = 3_652_059


def read_offer(fields: Fields, stated: Mapping[str, Any], key: str, place: str) -> Crash | None:
    """Read ``{"days": 5, "cost": 20000}``; None where it is absent, of no days, or at fault."""
    offer = fields.table(stated, key, f"{place}.")
    if not offer:
        return None
    before = len(fields.found)
    days = fields.whole(offer, "days", f"{place}.{key}.", most=MOST_DAYS)
    cost = fields.whole(offer, "cost", f"{place}.{key}.", most=MOST_YUAN)
    if len(fields.found) > before:
        return None
    if days is None:
        fields.fault("missing", f"{place}.{key}.days", field=f"{key}.days")
        return None
    if days < 0 or (cost or 0) < 0:
        fields.fault("negative", f"{place}.{key}", field=key, value=min(days, cost or 0))
        return None
    return Crash(days=days, cost=cost or 0) if days else None


def offer_document(offer: Crash | None) -> dict[str, int] | None:
    """Return the offer as the plan file states it."""
    return None if offer is None else {"days": offer.days, "cost": offer.cost}
