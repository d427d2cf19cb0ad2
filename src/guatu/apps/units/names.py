"""Which unit a written name means: exact names first, then unique beginnings and ends."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from guatu.apps.units.values import NameFit, NameMatch, UnitFacts

_SHORTEST_PIECE = 2


def match_name(name: str, units: Sequence[UnitFacts]) -> NameMatch:
    """Return the units that a name may mean.

    Tried in order, the first that finds any decides: the written name equals a name, short
    name or alias; it does so once the county's own name before it is dropped; a unit's name
    begins or ends with it; it ends with a unit's name. Two units are never merged silently:
    more than one is ambiguous, and anything but equality is only likely.
    """
    wanted = plain(name)
    shorn = _without_county(wanted, units)
    steps: tuple[tuple[NameFit, Callable[[str], bool]], ...] = (
        (NameFit.EXACT, lambda known: known == wanted),
        (NameFit.LIKELY, lambda known: known == shorn or _without_county(known, units) == shorn),
        (
            NameFit.LIKELY,
            lambda known: (
                len(shorn) >= _SHORTEST_PIECE and (known.startswith(shorn) or known.endswith(shorn))
            ),
        ),
        (
            NameFit.LIKELY,
            lambda known: len(known) >= _SHORTEST_PIECE and shorn.endswith(known),
        ),
    )
    if wanted:
        for fit, fits in steps:
            found = tuple(unit for unit in units if any(map(fits, names_of(unit))))
            if found:
                return NameMatch(
                    name=name, fit=fit if len(found) == 1 else NameFit.AMBIGUOUS, units=found
                )
    return NameMatch(name=name, fit=NameFit.UNKNOWN, units=())


def plain(name: str) -> str:
    """Return a name without white space and with full-width letters made plain."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def names_of(unit: UnitFacts) -> Iterable[str]:
    """Yield every name that the unit is known by."""
    for name in (unit.name, unit.short_name, *unit.aliases):
        if name:
            yield plain(name)


def _without_county(name: str, units: Sequence[UnitFacts]) -> str:
    """Drop the county's name, or the bare 县 or 区 before a name, unless nothing would be left."""
    roots = [known for unit in units if unit.parent_id is None for known in names_of(unit)]
    for prefix in (*sorted(roots, key=len, reverse=True), "县", "区", "我县"):
        if name.startswith(prefix) and len(name) >= len(prefix) + _SHORTEST_PIECE:
            return name[len(prefix) :]
    return name
