"""Moments, and people acting at them."""

from datetime import datetime, timedelta, timezone

from guatu.apps.units.queries import acting_of
from guatu.domain.kernel.acting import Acting

MOMENT = datetime(2026, 11, 5, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def later(acting: Acting, **delta: float) -> Acting:
    """Return the same person and post acting later."""
    return acting_of(acting.person_id, post_id=acting.post_id, at=acting.at + timedelta(**delta))
