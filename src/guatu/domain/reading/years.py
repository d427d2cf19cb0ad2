"""The year of a page: printed, given, or unknown; never guessed from the clock."""

import re
from collections import Counter

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.values import PageYear, YearBasis

_FULL_DATE = re.compile(r"((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_PLAIN_YEAR = re.compile(r"((?:19|20)\d{2})\s*年度?")
# A year after these words is a goal, a look back, or part of a longer stretch.
_OTHER_YEAR = re.compile(r"(?:到|至|截至|力争|自|从|早在|起于|始于|建于|成立于|[-—~])\s*$")
_AFTER = re.compile(r"\s*(?:以来|至|到|前|底前|[-—~])")


def page_year(plain: str, *, given: int | None) -> PageYear:
    """Return the year of the page with the words that show it.

    A year the caller gives wins. Else the commonest year among full dates of the page,
    else among other mentions that are neither goals nor looks back (2024年度, 2024年).
    """
    if given is not None:
        return PageYear(value=given, basis=YearBasis.GIVEN)
    for pattern in (_FULL_DATE, _PLAIN_YEAR):
        found = [
            one
            for one in pattern.finditer(plain)
            if not _OTHER_YEAR.search(plain, max(0, one.start() - 4), one.start())
            and not _AFTER.match(plain, one.end())
        ]
        if found:
            counts = Counter(one.group(1) for one in found)
            best = max(counts, key=lambda year: (counts[year], -_first(found, year)))
            chosen = next(one for one in found if one.group(1) == best)
            return PageYear(
                value=int(best),
                basis=YearBasis.TEXT,
                quote=plain[chosen.start() : chosen.end()],
                span=Span(start=chosen.start(), end=chosen.end()),
            )
    return PageYear(value=None, basis=YearBasis.UNKNOWN)


def _first(found: list[re.Match[str]], year: str) -> int:
    return next(one.start() for one in found if one.group(1) == year)
