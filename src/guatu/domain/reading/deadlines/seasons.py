"""The day before a season (汛期前, 供暖前), where the county's calendar states the season."""

import re
from datetime import timedelta

from guatu.domain.reading.deadlines.limits import Anchor, Found, real_day
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DeadlineBasis


def seasons_in(words: str, anchor: Anchor) -> tuple[Found, ...]:
    """Return the limits that name a season of the county's calendar; none without a calendar."""
    found: list[Found] = []
    for season in anchor.seasons:
        pattern = f"{any_of(season.words)}(?:到来|来临|开始)?(?:之前|以前|前)"
        for one in re.finditer(pattern, words):
            year = anchor.spoken.year if anchor.spoken else anchor.year
            begins = real_day(year, season.month, season.day) if year else None
            if begins and anchor.spoken and begins <= anchor.spoken:
                begins = real_day(begins.year + 1, season.month, season.day)
            found.append(
                Found(
                    start=one.start(),
                    end=one.end(),
                    day=begins - timedelta(days=1) if begins else None,
                    basis=DeadlineBasis.STATED if begins else DeadlineBasis.NONE,
                )
            )
    return tuple(found)
