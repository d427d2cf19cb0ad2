"""Rule packs: every number that a regulation fixes, as dated data with its source.

Code holds none of these numbers. A pack is chosen by its name, the region and a
day; what was chosen is stored with the result as ``PackReference``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReference:
    """Which version of which pack a result was computed with."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """One version of a set of rule numbers.

    ``valid_to`` is exclusive (None: still in force); ``region`` is a division code
    whose prefix it covers ("" = the whole country); ``verify`` marks numbers whose
    text could not be confirmed; ``body`` is the plain data of the pack.
    """

    name: str
    version: str
    valid_from: date
    valid_to: date | None = None
    region: str = ""
    source: str
    verify: bool = False
    body: Mapping[str, Any]

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to <= self.valid_from:
            raise ValueError(f"pack {self.name} {self.version} is never valid")
        if not self.source:
            raise ValueError(f"pack {self.name} {self.version} names no source")

    def in_force(self, on: date, region: str = "") -> bool:
        """Tell whether the pack rules on the day in the region."""
        begun = self.valid_from <= on
        ended = self.valid_to is not None and on >= self.valid_to
        return begun and not ended and region.startswith(self.region)

    @property
    def reference(self) -> PackReference:
        """The name and version to store with a result."""
        return PackReference(name=self.name, version=self.version)


class NoPackInForce(Exception):
    """No version of a pack rules on the day asked about; the packs are incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackShelf:
    """All packs that are loaded; the nearest region wins, then the newest version."""

    packs: tuple[RulePack, ...]

    def choose(self, name: str, *, on: date, region: str = "") -> RulePack:
        """Return the pack of that name in force on the day; NoPackInForce if there is none."""
        found = [one for one in self.packs if one.name == name and one.in_force(on, region)]
        if not found:
            raise NoPackInForce(f"{name} on {on} in {region or 'any region'}")
        return max(found, key=lambda one: (len(one.region), one.valid_from, one.version))

    def named(self, name: str) -> tuple[RulePack, ...]:
        """Return every version of a pack, oldest first."""
        found = (one for one in self.packs if one.name == name)
        return tuple(sorted(found, key=lambda one: one.valid_from))
