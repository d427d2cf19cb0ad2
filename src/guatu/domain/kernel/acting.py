"""Who acts, in which post, and how far that post sees: the first argument of every action and query."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What a post may do; held by posts, never by people."""

    VIEWER = "viewer"
    LIAISON = "liaison"
    CLERK = "clerk"
    APPROVER = "approver"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What may be seen: one region, and for a liaison only the own unit with its sub-units.

    ``unit_ids`` is None where the whole region is seen.
    """

    region: str
    unit_ids: frozenset[int] | None = None

    def sees_unit(self, unit_id: int) -> bool:
        """Tell whether rows of the unit are within the scope."""
        return self.unit_ids is None or unit_id in self.unit_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """A person acting in one post at one moment; ``today`` is that moment's day in Asia/Shanghai."""

    person_id: int
    post_id: int
    unit_id: int
    role: Role
    scope: Scope
    at: datetime
    today: date

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the moment of an act carries its zone")


@dataclass(frozen=True, slots=True)
class Allowed:
    """The answer of a permission rule that permits."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """The answer of a permission rule that refuses; falsy, and says why by a message code."""

    code: str
    arguments: tuple[tuple[str, str | int], ...] = ()

    def __bool__(self) -> bool:
        return False


Permission = Allowed | Denied
