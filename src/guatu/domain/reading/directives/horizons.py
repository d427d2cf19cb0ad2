"""The year at the front of a row of aims, which all of them are due in: 到2027年，甲达到…；乙达到….

A row stands in one sentence; an aim with a year of its own keeps it.
"""

import re

from guatu.domain.reading.directives.demand import Demand

_YEAR = re.compile("(?:力争)?(?P<limit>到(?:\\d{4}|[二〇○零一三四五六七八九]{4})年(?:年?底|末)?)，")


class Horizons:
    """Keeps the years that open sentences of the paragraph being read, with where each sentence ends."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: list[tuple[int, int, tuple[int, int, int]]] = []

    def enter(self, paragraph: int, text: str) -> None:
        """Take the next paragraph in."""
        self._rows = []
        if "；" not in text or "到" not in text:
            return
        for found in _YEAR.finditer(text):
            stop = text.find("。", found.end())
            end = stop if stop >= 0 else len(text)
            self._rows.append((found.start(), end, (paragraph, *found.span("limit"))))

    def limited(self, demand: Demand) -> Demand:
        """Return the demand with the year of its row, which holds where its own words state no day."""
        if demand.phase is not None:
            return demand
        before = [year for start, end, year in self._rows if start < demand.start < end]
        return demand._replace(phase=before[-1]) if before else demand
