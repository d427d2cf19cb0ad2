"""Three numbers kept apart: what stands, what the unit reports, what the statistics hold.

They answer different questions and none replaces another: the statistics office alone
says what is in the statistics, and nobody may press it (Statistics Law). Each statement
keeps its day, its source and its vintage; a revision adds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class FigureKind(StrEnum):
    """Physical progress on the ground, the unit's own figure, the statistics office's figure."""

    PHYSICAL = "physical"
    UNIT = "unit"
    STATISTICS = "statistics"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFigure:
    """One statement: a value in yuan or percent through a day, from a source, in a vintage."""

    kind: FigureKind
    through: date
    value: float
    unit: str
    source: str
    vintage: str = ""
    stated_on: date

    def __post_init__(self) -> None:
        if not self.source:
            raise ValueError("a figure names its source")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeFigures:
    """The newest statement of each kind through a day, with every older vintage behind it.

    A gap is only told between figures of one unit of measure; it is a question, never a
    correction.
    """

    through: date
    physical: WorkFigure | None
    unit: WorkFigure | None
    statistics: WorkFigure | None
    older: tuple[WorkFigure, ...]

    def gap(self, one: FigureKind, other: FigureKind) -> float | None:
        """Return one figure less another; None where either is missing or they measure otherwise."""
        first, second = getattr(self, one.value), getattr(self, other.value)
        if first is None or second is None or first.unit != second.unit:
            return None
        if first.through != second.through:
            return None
        return float(first.value - second.value)


def three_figures(figures: Iterable[WorkFigure], *, through: date) -> ThreeFigures:
    """Return the newest statement of each kind that reaches no further than a day."""
    known = sorted(
        (one for one in figures if one.through <= through),
        key=lambda one: (one.through, one.stated_on),
    )
    newest = {one.kind: one for one in known}
    older = [one for one in known if newest[one.kind] is not one]
    return ThreeFigures(
        through=through,
        physical=newest.get(FigureKind.PHYSICAL),
        unit=newest.get(FigureKind.UNIT),
        statistics=newest.get(FigureKind.STATISTICS),
        older=tuple(reversed(older)),
    )


def figures_document(three: ThreeFigures) -> dict[str, Any]:
    """Return the three figures as plain data, side by side and never merged."""

    def stated(one: WorkFigure | None) -> dict[str, Any] | None:
        if one is None:
            return None
        return {
            "through": one.through.isoformat(),
            "value": one.value,
            "unit": one.unit,
            "source": one.source,
            "vintage": one.vintage,
            "stated_on": one.stated_on.isoformat(),
        }

    return {
        "through": three.through.isoformat(),
        "physical": stated(three.physical),
        "unit": stated(three.unit),
        "statistics": stated(three.statistics),
        "older": [{"kind": one.kind.value} | (stated(one) or {}) for one in three.older],
        "unit_less_statistics": three.gap(FigureKind.UNIT, FigureKind.STATISTICS),
    }
