"""What is wrong or doubtful in an input, as a value that travels beside the result.

A diagnostic holds a code and arguments, never words: the words of a code stand in
``packs/messages`` in Chinese and English and are put in at the edge. Bugs raise
exceptions; faults of an input never do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops the result, a warning or info does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open piece ``[start, end)`` of a source text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} is not half-open")

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One fault or doubt: a dotted code, its arguments, and where in which source it lies.

    ``position`` is written for people (``line 3``, ``B7``, ``activities[2].days``);
    ``span`` is set instead where the source is a text. Arguments are words and
    numbers that the message of the code names in braces.
    """

    code: str
    severity: Severity = Severity.ERROR
    arguments: tuple[tuple[str, str | int | float], ...] = ()
    source: str = ""
    position: str = ""
    span: Span | None = None

    def __post_init__(self) -> None:
        if not self.code or self.code != self.code.lower() or "." not in self.code:
            raise ValueError(f"a diagnostic code is dotted and lower case, not {self.code!r}")

    def named(self) -> dict[str, str | int | float]:
        """Return the arguments as the mapping that a message template takes."""
        return dict(self.arguments)


def has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any diagnostic is an error, so that the result beside it must not be used."""
    return any(one.severity is Severity.ERROR for one in diagnostics)
