"""The values of the sample county: everything that fills a new folder, with days resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import Move, Stage
from guatu.domain.watching.air_index import DailyReading
from guatu.domain.watching.alert import Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleUnit:
    """One unit; ``parent`` is the code of the unit above, "" for the county itself."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePerson:
    """One invented person with the one post held; ``key`` names the person in the sample."""

    key: str
    name: str
    unit: str
    title: str
    role: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePlace:
    """A place in degrees of longitude and latitude; ``kind`` as places keep it."""

    code: str
    name: str
    kind: str
    unit: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLine:
    """The outline, a river or a road of the map."""

    name: str
    kind: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleProgress:
    """What was reported of one activity on one day; ``on`` is also the data date."""

    on: date
    activity: str
    actual_start: date
    actual_finish: date | None
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWork:
    """A key project with its plan as it is now, as it was entered, and what was reported since.

    ``opening`` is the plan file on ``opened_on``; ``progress`` leads from it to
    ``document``. ``baseline`` is the plan without facts. Money in fen.
    """

    code: str
    name: str
    template: str
    lead: str
    sponsor: str
    group: str
    place: str
    livelihood: bool
    guaranteed: bool
    in_statistics: bool
    maturity: str
    problem: str
    total_fen: int
    annual_fen: int
    done_fen: int
    opened_on: date
    opening: Mapping[str, Any]
    baseline: Mapping[str, Any]
    progress: tuple[SampleProgress, ...]
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleStep:
    """One step of a matter's history: who made which move on which day, and in which words.

    ``reason`` is the code of a return or a close; ``percent`` and ``problem`` belong
    to reports.
    """

    move: Move
    on: date
    person: str
    words: str = ""
    reason: str = ""
    percent: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePart:
    """What a co-unit told the lead of its part of a matter."""

    on: date
    person: str
    percent: int
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvidence:
    """One piece of evidence; a statement (E0) has no file, the others have a short text file."""

    on: date
    person: str
    grade: EvidenceClass
    note: str
    file_name: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMatter:
    """A matter as drafted, with the steps that brought it to its stage.

    ``steps`` and ``evidence`` stand in the order of their days; on one day evidence comes
    before steps. ``deadline_basis`` is STATED, PERSON or ``RULE:`` with the name of the limit.
    ``parent`` is the number (1 …) of the matter above it in the sample, 0 for none.
    """

    number: int
    title: str
    result: str
    lead: str
    co_units: tuple[str, ...]
    leader: str
    kind: str
    weight: str
    stage: Stage
    drafted_on: date
    deadline: date | None
    deadline_basis: str
    deadline_words: str
    quote: str
    parent: int
    steps: tuple[SampleStep, ...]
    evidence: tuple[SampleEvidence, ...]
    parts: tuple[SamplePart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSource:
    """One row of the emission list; ``work`` is the code of the work whose site it is, or ""."""

    code: str
    name: str
    kind: str
    unit: str
    place: str
    work: str
    grade: str
    protection: str
    activity_classes: tuple[str, ...]
    own_measures: Mapping[str, str]
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleResource:
    """What works share: units a day, and from each day of ``changes`` on so many."""

    code: str
    name: str
    kind: str
    units: int
    changes: tuple[tuple[date, int], ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAlert:
    """An alert of the past, lifted early, with the moments of the receipts by source code."""

    alert: Alert
    basis: str
    receipts: Mapping[str, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCounty:
    """The whole invented county as it stands on ``today``."""

    today: date
    region: str
    name: str
    city: str
    units: tuple[SampleUnit, ...]
    people: tuple[SamplePerson, ...]
    places: tuple[SamplePlace, ...]
    lines: tuple[SampleLine, ...]
    works: tuple[SampleWork, ...]
    resources: tuple[SampleResource, ...]
    matters: tuple[SampleMatter, ...]
    sources: tuple[SampleSource, ...]
    alert: SampleAlert
    readings: tuple[DailyReading, ...]
    page_name: str
    page: str
