"""Articles with their truth, as values; `annotation.py` reads them from files."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words in one paragraph of an article: `paragraphs[paragraph][start:end] == text`."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    post: str | None
    role: str
    at: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    name: str
    kind: str
    visited: bool
    at: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    kind: str
    at: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    text: str
    value: float
    unit: str
    at: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """`day` is None for campaign words; `at` is None where the words stand before the directive."""

    text: str
    day: date | None
    at: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    text: str
    kind: str
    inherited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    at: Mark
    addressees: tuple[Addressee, ...]
    kind: str
    deadlines: tuple[Deadline, ...]
    measures: tuple[Measure, ...]
    lead: str | None
    issuer: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    county: str
    year: int
    file: str
    line: int
    genre: str
    kind: str
    kicker: str | None
    headline: tuple[str, ...]
    sub_headline: str | None
    byline: str | None
    captions: tuple[str, ...]
    paragraphs: tuple[str, ...]
    date: date | None
    date_words: Mark | None
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Mark, ...]
    agenda: tuple[AgendaItem, ...]
    directives: tuple[Directive, ...]

    @property
    def lead(self) -> Person | None:
        return next((one for one in self.people if one.role == "lead"), None)

    @property
    def year_given(self) -> bool:
        return any(f"{self.year}年" in one for one in (*self.headline, *self.paragraphs))

    @property
    def text(self) -> str:
        return "\n".join((*self.headline, *self.paragraphs))
