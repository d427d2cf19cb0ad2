"""Characters that look misread: a doubled particle. Told, never mended."""

import re

_DOUBLED = re.compile(
    r"(?<![目])的的(?!确)|(?<![为得不])了了|是是(?!非)|(?<![存实自所])在在|和和(?!美|睦|气)|于于|将将(?!要)"
)

# Any of them said twice: one look that rules out nearly every paragraph.
_TWICE = re.compile(r"([的了是在和于将])\1")


def misread_places(plain: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open places of doubled particles in a paragraph."""
    if _TWICE.search(plain) is None:
        return ()
    return tuple((found.start(), found.end()) for found in _DOUBLED.finditer(plain))
