"""The network of a project: its leaves, the gates of summaries, and the edges between them.

A link of a summary holds for all its leaves. Where the predecessor is a summary its
leaves lead through a gate: the moment at which the last of them ends, or at which the
first begins. Inactive tasks are laid out so that they get dates, but hold nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import LinkType, Project, ProjectLink, ProjectTask


class Role(IntEnum):
    """What a node of the network is: a task, the end of a summary, or its beginning."""

    TASK = 0
    LAST_END = 1
    FIRST_START = 2


@dataclass(frozen=True, slots=True)
class Edge:
    """One link between two nodes with its lag in ticks of a clock.

    ``to_summary`` marks a link that the file draws to a summary and that holds the
    node as its leaf.
    """

    before: int
    after: int
    kind: LinkType
    lag: int
    clock: WorkingClock
    link: ProjectLink
    to_summary: bool = False

    def shifted(self, place: int) -> int:
        """Return the place moved by the lag."""
        if not self.lag:
            return place
        return self.clock.finish_at(self.clock.before(place) + self.lag)

    def unshifted(self, place: int) -> int:
        """Return the latest place that the lag moves to the given one or before."""
        if not self.lag:
            return place
        return self.clock.start_at(self.clock.before(place) - self.lag)


LagOf = Callable[[ProjectLink], tuple[int, WorkingClock]]


@dataclass(frozen=True, slots=True)
class Net:
    """Nodes and edges; nodes below ``len(tasks)`` are the tasks in file order, then the gates."""

    tasks: tuple[ProjectTask, ...]
    roles: Sequence[Role]
    arriving: Sequence[Sequence[Edge]]
    leaving: Sequence[Sequence[Edge]]
    order: Sequence[int]
    leaves: dict[str, tuple[int, ...]]

    @property
    def circle(self) -> tuple[str, ...]:
        """Return the ids of the tasks that wait for each other; empty where there is an order."""
        seen = set(self.order)
        return tuple(task.id for number, task in enumerate(self.tasks) if number not in seen)


def leaf_numbers(project: Project) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the leaves at or below each task; of inactive ones only the task's own."""
    place = {task.id: at for at, task in enumerate(t for t in project.tasks if not t.summary)}
    children: dict[str | None, list[ProjectTask]] = defaultdict(list)
    for task in project.tasks:
        children[task.parent].append(task)
    found: dict[str, tuple[int, ...]] = {}

    def gather(task: ProjectTask) -> tuple[int, ...]:
        if task.id not in found:
            found[task.id] = ()
            found[task.id] = (
                (place[task.id],)
                if not task.summary
                else tuple(
                    leaf
                    for one in children[task.id]
                    for leaf in gather(one)
                    if one.summary or not one.inactive
                )
            )
        return found[task.id]

    for task in reversed(project.tasks):
        gather(task)
    return found


class _Laying:
    """Collects the edges of a project."""

    def __init__(self, project: Project, lag_of: LagOf) -> None:
        self.project = project
        self.lag_of = lag_of
        self.tasks = tuple(task for task in project.tasks if not task.summary)
        self.roles = [Role.TASK] * len(self.tasks)
        self.leaves = leaf_numbers(project)
        self.summaries = {task.id for task in project.tasks if task.summary}
        self.edges: list[Edge] = []

    def lay(self) -> None:
        for link in self.project.links:
            befores, afters = self.leaves[link.before], self.leaves[link.after]
            if not befores or not afters or self._is_idle(link):
                continue
            lag, clock = self.lag_of(link)
            if link.before in self.summaries:
                befores = (self._gate(link, befores),)
            to_summary = link.after in self.summaries
            for before in befores:
                kind = self._kind(link, before)
                self.edges += (
                    Edge(before, after, kind, lag, clock, link, to_summary) for after in afters
                )

    def _is_idle(self, link: ProjectLink) -> bool:
        numbers = self.leaves[link.before]
        return link.before not in self.summaries and self.tasks[numbers[0]].inactive

    def _kind(self, link: ProjectLink, before: int) -> LinkType:
        if self.roles[before] is Role.TASK:
            return link.kind
        return LinkType.FS if link.kind in {LinkType.FS, LinkType.SS} else LinkType.FF

    def _gate(self, link: ProjectLink, befores: Iterable[int]) -> int:
        by_end = link.kind in {LinkType.FS, LinkType.FF}
        gate = len(self.roles)
        self.roles.append(Role.LAST_END if by_end else Role.FIRST_START)
        _, clock = self.lag_of(link)
        kind = LinkType.FS if by_end else LinkType.SS
        self.edges += (Edge(one, gate, kind, 0, clock, link) for one in befores)
        return gate


def net_of(project: Project, lag_of: LagOf) -> Net:
    """Lay a project out as a network; its order is short where tasks wait for each other."""
    laid = _Laying(project, lag_of)
    laid.lay()
    size = len(laid.roles)
    arriving: list[list[Edge]] = [[] for _ in range(size)]
    leaving: list[list[Edge]] = [[] for _ in range(size)]
    for edge in laid.edges:
        arriving[edge.after].append(edge)
        leaving[edge.before].append(edge)
    return Net(
        tasks=laid.tasks,
        roles=laid.roles,
        arriving=arriving,
        leaving=leaving,
        order=_order(arriving, leaving),
        leaves=laid.leaves,
    )


def _order(arriving: Sequence[Sequence[Edge]], leaving: Sequence[Sequence[Edge]]) -> list[int]:
    waiting = [len(edges) for edges in arriving]
    ready = [node for node, count in enumerate(waiting) if not count]
    for node in ready:
        for edge in leaving[node]:
            waiting[edge.after] -= 1
            if not waiting[edge.after]:
                ready.append(edge.after)
    return ready
