"""The day an article reports on, from its first words."""

import calendar
import re
from datetime import date

from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Dateline

_DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_WITHIN = 60
_NEXT_SENTENCE = 120


def real_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def dateline_of(lead: Strand, *, year: int | None) -> Dateline | None:
    """Return the first day that the opening sentence names; without a year it stays unresolved."""
    stop = lead.plain.find("。")
    within = min(stop if stop >= 0 else _NEXT_SENTENCE, _NEXT_SENTENCE)
    found = _DAY.search(lead.plain[:within])
    if found is None or found.start() > _WITHIN:
        return None
    printed = found.group("year")
    known = int(printed) if printed else year
    day = None
    if known is not None:
        day = real_day(known, int(found.group("month")), int(found.group("day")))
    return Dateline(text=found.group(), day=day, span=lead.cover(found.start(), found.end()))
