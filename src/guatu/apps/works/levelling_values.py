"""Shared resources and levelling runs as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceDraft:
    """What a person states of a shared resource; ``changes`` are days with the units from then on."""

    code: str
    name: str
    kind: str
    units: int
    changes: tuple[tuple[date, int], ...] = ()
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceFacts(ResourceDraft):
    """A shared resource as kept."""

    id: int
    version: int

    @property
    def is_money(self) -> bool:
        """Whether its units are 10,000 yuan a month."""
        return self.kind == "MONEY"

    def units_on(self, day: date) -> int:
        """Return the units that there are on a day."""
        units = self.units
        for begun, changed in self.changes:
            if begun <= day:
                units = changed
        return units


@dataclass(frozen=True, slots=True, kw_only=True)
class LevellingWishes:
    """What a run is asked: works with the weight of a day of their lateness, seconds, what is frozen."""

    weights: Mapping[int, int]
    seconds: int
    seed: int = 1
    frozen_until: date | None = None
    with_crashes: bool = False

    def document(self) -> dict[str, Any]:
        """Return the wishes as they are kept."""
        frozen = self.frozen_until
        return {
            "weights": {str(work): weight for work, weight in self.weights.items()},
            "seconds": self.seconds,
            "seed": self.seed,
            "frozen_until": None if frozen is None else frozen.isoformat(),
            "with_crashes": self.with_crashes,
        }


def wishes_of(document: Mapping[str, Any]) -> LevellingWishes:
    """Return the wishes that a run keeps."""
    frozen = document["frozen_until"]
    return LevellingWishes(
        weights={int(work): weight for work, weight in document["weights"].items()},
        seconds=document["seconds"],
        seed=document["seed"],
        frozen_until=None if frozen is None else date.fromisoformat(frozen),
        with_crashes=document["with_crashes"],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """A levelling run; ``result`` is None until it has ended (see ``reports.levelling``)."""

    id: int
    version: int
    asked_at: datetime
    wishes: LevellingWishes
    job_id: int | None
    result: Mapping[str, Any] | None
    taken: Mapping[int, int] = field(default_factory=dict)

    @property
    def status(self) -> str:
        """What the run reached, empty before it has ended."""
        return "" if self.result is None else str(self.result["status"])
