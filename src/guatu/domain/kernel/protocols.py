"""What the domain asks of the outside world; adapters fulfil it, tests have fakes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Tagger(Protocol):
    """Finds names in a sentence; reading votes with it and survives without it."""

    def names(self, sentence: str) -> Sequence[tuple[int, int, str]]:
        """Return ``(start, end, kind)`` with kind ``person``, ``place`` or ``organisation``."""
        ...


class LanguageModel(Protocol):
    """Answers a narrow question in words; what it says is checked, never trusted."""

    @property
    def name(self) -> str:
        """The model's name, shown wherever its advice is."""
        ...

    def answer(self, instructions: str, question: str) -> str | None:
        """Return the answer, or None where the model could not be reached in time."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenName:
    """A name as it is typed in pinyin: its first letters and its whole syllables, lower case."""

    initials: str
    syllables: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypesetJob:
    """A page description and the files it needs, to be set into PDF, PNG or SVG pages."""

    markup: str
    inputs: Mapping[str, str]
    files: Mapping[str, bytes]


class Typesetter(Protocol):
    """Sets a job with embedded fonts; no system font may be needed."""

    def pdf(self, job: TypesetJob) -> bytes:
        """Return one PDF document."""
        ...

    def png(self, job: TypesetJob, *, pixels_per_inch: float) -> bytes:
        """Return the first page as PNG."""
        ...


class Workers(Protocol):
    """Runs tasks somewhere: in threads, in processes, on other machines."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks, whichever is done first.

        ``function`` stands at the top of a module and tasks are plain values, so that
        both can travel.
        """
        ...


class Stopwatch(Protocol):
    """How long a computation has run and may still run; a stop button makes ``left`` zero."""

    def spent(self) -> float:
        """Return the seconds since the beginning."""
        ...

    def left(self) -> float:
        """Return the seconds that remain; zero or less means stop now."""
        ...


class Hands(Protocol):
    """Threads that do several jobs at the same time."""

    @property
    def count(self) -> int:
        """Return how many jobs run at once."""
        ...

    def together(self, jobs: Sequence[Callable[[], None]]) -> None:
        """Run the jobs and return when all are done; what one raises is raised here."""
        ...
