"""What questions about works answer, and what actions take: plain values, no rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDraft:
    """What a person states about a work; money in fen, the sponsor a person or words."""

    code: str
    name: str
    lead_id: int
    kind: str = ""
    sponsor_id: int | None = None
    sponsor_words: str = ""
    place_id: int | None = None
    livelihood: bool = False
    guaranteed: bool = False
    group: str = ""
    total_fen: int = 0
    annual_fen: int = 0
    done_fen: int = 0
    problem: str = ""
    maturity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """The plan of a work as kept: read into a value, or the faults that keep it from being read."""

    id: int
    version: int
    data_date: date | None
    plan: Plan | None
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """One work with its plan; ``sponsor`` is the person's name or the words in its place."""

    id: int
    version: int
    region: str
    code: str
    name: str
    kind: str
    lead_id: int
    lead: str
    sponsor_id: int | None
    sponsor: str
    place_id: int | None
    place: str
    livelihood: bool
    guaranteed: bool
    group: str
    total_fen: int
    annual_fen: int
    done_fen: int
    template: str
    problem: str
    maturity: str | None
    plan: PlanFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineFacts:
    """A frozen plan, with the plan file as it stood."""

    id: int
    frozen_at: date
    words: str
    plan: Plan | None
    document: Any
