"""The office's clock: the only place where web, API and tasks learn the moment and the day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


def moment() -> datetime:
    """Return this moment, with the office's zone."""
    return datetime.now(OFFICE_ZONE)


def day_of(at: datetime) -> date:
    """Return the office's calendar day of a moment."""
    return at.astimezone(OFFICE_ZONE).date()
