"""What the rules of a dialect hand back: the dates of the leaves and the net they ran on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guatu.domain.planning.project.net import Edge, Net
from guatu.domain.planning.project.values import TaskDates


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedNet:
    """Dates of every leaf in the order of the net, the early pass, and what each edge asks."""

    net: Net
    dates: tuple[TaskDates, ...]
    starts: Sequence[int]
    finishes: Sequence[int]
    asked: Callable[[Edge], int]
