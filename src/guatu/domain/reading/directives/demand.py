"""A demand as it stands in a paragraph, before its deadline, figures and kind are read."""

from enum import Enum, auto
from typing import NamedTuple

from guatu.domain.reading.values import AddresseeKind


class Source(Enum):
    """How the addressee of a demand is known."""

    EXPLICIT = auto()
    INHERITED = auto()
    DEFAULT = auto()
    PLACE = auto()
    NOBODY = auto()


class PlacedUnit(NamedTuple):
    """An addressee with the place of its words: paragraph number and half-open run."""

    text: str
    kind: AddresseeKind
    paragraph: int
    start: int
    end: int


class Demand(NamedTuple):
    """A directive in the making: its place, who said it with which verb, and to whom.

    ``rule`` names the rule that found it, ``crossed`` counts semicolons and numbers since the
    addressee was named, ``sentences`` the sentences since the speech began; ``until`` is the
    paragraph and half-open place of a limit that stands under a label (完成时限：) behind it,
    ``phase`` that of the phase of a plan it stands in.
    """

    paragraph: int
    start: int
    end: int
    speaker: str | None
    verb: str
    units: tuple[PlacedUnit, ...]
    source: Source
    crossed: int = 0
    promise: bool = False
    bare: bool = False
    lead: PlacedUnit | None = None
    rule: str = "modal"
    sentences: int = 0
    numbered: bool = False
    until: tuple[int, int, int] | None = None
    phase: tuple[int, int, int] | None = None
