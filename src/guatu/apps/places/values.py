"""What questions about places answer: plain values, no rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """One place; ``x`` and ``y`` are degrees of longitude and latitude, None where not measured."""

    id: int
    version: int
    code: str
    name: str
    kind: str
    unit_id: int | None
    unit: str
    x: float | None
    y: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryFacts:
    """One line of the map as pairs of longitude and latitude."""

    id: int
    name: str
    kind: str
    points: tuple[tuple[float, float], ...]
