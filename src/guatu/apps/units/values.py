"""What questions about units and people answer: plain values, no rows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guatu.domain.kernel.acting import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """One unit as pages and other apps see it; ``depth`` is 0 at the root of the tree."""

    id: int
    version: int
    region: str
    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    kind: str
    parent_id: int | None
    path: str
    position: int
    closed_on: date | None

    @property
    def depth(self) -> int:
        """How many units stand above this one."""
        return self.path.count("/") - 2

    def is_open(self, day: date) -> bool:
        """Tell whether the unit acts on the day."""
        return self.closed_on is None or day < self.closed_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """One person, with the name to sign in by where an account is open."""

    id: int
    version: int
    region: str
    name: str
    phone: str
    username: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    """One post with the names that pages show; ``valid_to`` is exclusive, None is open."""

    id: int
    version: int
    person_id: int
    person_name: str
    unit_id: int
    unit_name: str
    title: str
    role: Role
    valid_from: date
    valid_to: date | None
    deputy_of_id: int | None

    def in_force(self, day: date) -> bool:
        """Tell whether the post gives rights on the day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostInForce:
    """A post that a person may act in on a day, with all that acting in it needs."""

    post_id: int
    person_id: int
    region: str
    unit_id: int
    unit_name: str
    unit_path: str
    title: str
    role: Role
    is_deputy: bool


class NameFit(StrEnum):
    """How a written name meets the units: only ``EXACT`` may be taken without a person's word."""

    EXACT = "exact"
    LIKELY = "likely"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """The units that a written name may mean; one for exact and likely, none for unknown."""

    name: str
    fit: NameFit
    units: tuple[UnitFacts, ...]

    @property
    def unit(self) -> UnitFacts | None:
        """The one unit meant, where there is only one."""
        return self.units[0] if self.fit in {NameFit.EXACT, NameFit.LIKELY} else None
