"""A project as another program's file states it, to the tick: tasks, links, constraints, facts.

All moments and durations are whole ticks (``ticks``). Nothing here is computed: the
dates that a program stored beside its inputs are kept apart (``StoredDates``).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from guatu.domain.planning.project.shift_calendar import ShiftCalendar


class Dialect(StrEnum):
    """Whose rules hold: those of Microsoft Project or of Primavera P6."""

    MICROSOFT = "microsoft"
    PRIMAVERA = "primavera"


class LinkType(StrEnum):
    """Which edge of the predecessor holds which edge of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class ConstraintKind(StrEnum):
    """What a constraint asks; the two ``must`` kinds also override links."""

    AS_SOON = "as_soon_as_possible"
    AS_LATE = "as_late_as_possible"
    START_NOT_BEFORE = "start_no_earlier_than"
    START_NOT_AFTER = "start_no_later_than"
    FINISH_NOT_BEFORE = "finish_no_earlier_than"
    FINISH_NOT_AFTER = "finish_no_later_than"
    START_ON = "start_on"
    FINISH_ON = "finish_on"
    MUST_START = "must_start_on"
    MUST_FINISH = "must_finish_on"


class TaskKind(StrEnum):
    """What a task is: work, one of two kinds of moment, or a bar that others stretch."""

    TASK = "task"
    START_MILESTONE = "start_milestone"
    FINISH_MILESTONE = "finish_milestone"
    LEVEL_OF_EFFORT = "level_of_effort"
    WBS_SUMMARY = "wbs_summary"
    RESOURCE_DEPENDENT = "resource_dependent"


class ProgressMode(StrEnum):
    """How begun work and its links share the rest: P6's three modes."""

    RETAINED_LOGIC = "retained_logic"
    PROGRESS_OVERRIDE = "progress_override"
    ACTUAL_DATES = "actual_dates"


class FloatMode(StrEnum):
    """Which float is the total float: the smaller one, that of the start or of the finish."""

    SMALLEST = "smallest"
    START = "start"
    FINISH = "finish"


class LagCalendar(StrEnum):
    """On which calendar the lag of a link runs in P6."""

    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    PROJECT = "project"
    ELAPSED = "24_hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSpan:
    """A duration: working ticks of a calendar, or elapsed ones."""

    ticks: int
    elapsed: bool = False

    def __post_init__(self) -> None:
        if self.ticks < 0:
            raise ValueError("a duration is not negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskConstraint:
    """A constraint and its moment; the two kinds without a moment hold none."""

    kind: ConstraintKind
    at: int | None = None

    def __post_init__(self) -> None:
        free = self.kind in {ConstraintKind.AS_SOON, ConstraintKind.AS_LATE}
        if free is not (self.at is None):
            raise ValueError(f"a constraint of kind {self.kind} does not fit its date")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLink:
    """A link between two tasks; its lag in working or elapsed ticks, or in percent of the predecessor."""

    before: str
    after: str
    kind: LinkType = LinkType.FS
    lag: int = 0
    elapsed: bool = False
    percent: float | None = None

    def __post_init__(self) -> None:
        if self.percent is not None and (self.lag or self.elapsed):
            raise ValueError("a lag in percent has no ticks of its own")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAssignment:
    """A resource that works on a task: units in percent, work in ticks of one unit.

    ``even`` is false where the work is spread by a contour or begins with a delay,
    so that it does not tell how long it takes.
    """

    task: str
    resource: str
    units: float = 100.0
    work: int = 0
    remaining: int = 0
    even: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectResource:
    """A resource with its calendar; only one that works (no material, no cost) takes time.

    ``units`` is how much of it there is, in percent of one.
    """

    id: str
    name: str = ""
    calendar: str | None = None
    works: bool = True
    units: float = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDates:
    """What the program that wrote the file computed itself; ``None`` where the file is silent."""

    early_start: int | None = None
    early_finish: int | None = None
    late_start: int | None = None
    late_finish: int | None = None
    total_float: int | None = None
    free_float: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTask:
    """One task or summary of a project file.

    ``remaining`` is what is still to be worked of a begun task; ``resume`` the moment
    from which it is; ``parts`` the pieces of a split task as the file lays them out;
    ``delay`` a levelling delay. A manual task stands where ``start`` and ``finish``
    put it; without them it follows its links like any other.
    """

    id: str
    name: str = ""
    parent: str | None = None
    summary: bool = False
    kind: TaskKind = TaskKind.TASK
    milestone: bool = False
    duration: WorkSpan
    remaining: int | None = None
    calendar: str | None = None
    ignores_resources: bool = False
    fixed_duration: bool = False
    constraint: TaskConstraint | None = None
    second_constraint: TaskConstraint | None = None
    deadline: int | None = None
    expected_finish: int | None = None
    external_start: int | None = None
    external_finish: int | None = None
    actual_start: int | None = None
    actual_finish: int | None = None
    resume: int | None = None
    suspend: int | None = None
    percent: float = 0.0
    manual: bool = False
    start: int | None = None
    finish: int | None = None
    inactive: bool = False
    external: bool = False
    parts: tuple[tuple[int, int], ...] = ()
    delay: WorkSpan | None = None
    stored: StoredDates = field(default_factory=StoredDates)

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a task has an id")

    @property
    def remaining_ticks(self) -> int:
        """Return what is still to be worked; the whole duration of a task that did not begin."""
        if self.actual_start is None or self.remaining is None:
            return self.duration.ticks
        return self.remaining


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectOptions:
    """What the file says about how it is to be computed.

    ``finish`` anchors a project that is computed from its finish; ``must_finish`` is
    P6's own bound. ``honours_dates`` tells whether a hard date wins over links.
    """

    dialect: Dialect
    start: int
    finish: int | None = None
    from_finish: bool = False
    data_date: int | None = None
    planned_start: int | None = None
    must_finish: int | None = None
    calendar: str
    honours_dates: bool = True
    progress: ProgressMode = ProgressMode.RETAINED_LOGIC
    total_float: FloatMode = FloatMode.SMALLEST
    lag_calendar: LagCalendar = LagCalendar.PREDECESSOR
    longest_path: bool = False
    critical_below: int = 0
    day_ticks: int = 4800


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project file: options, calendars, tasks in file order, links, resources, assignments."""

    id: str
    name: str = ""
    options: ProjectOptions
    calendars: tuple[ShiftCalendar, ...]
    tasks: tuple[ProjectTask, ...]
    links: tuple[ProjectLink, ...] = ()
    resources: tuple[ProjectResource, ...] = ()
    assignments: tuple[TaskAssignment, ...] = ()

    def __post_init__(self) -> None:
        known = {one.id for one in self.tasks}
        if len(known) != len(self.tasks):
            raise ValueError(f"project {self.id} names a task twice")
        if self.options.calendar not in {one.id for one in self.calendars}:
            raise ValueError(f"project {self.id} has no calendar {self.options.calendar}")
        for link in self.links:
            if link.before not in known or link.after not in known:
                raise ValueError(f"a link of project {self.id} names an unknown task")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDates:
    """The computed dates of one task or summary in ticks; floats in working ticks of its calendar."""

    id: str
    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    start: int
    finish: int
    total_float: int
    free_float: int
    critical: bool = False
    longest_path: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FloatChain:
    """Tasks that drive each other, first to last, and the smallest total float among them."""

    tasks: tuple[str, ...]
    total_float: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSchedule:
    """The answer for a project: its dates by task, its span, driving links and chains by float."""

    project: Project
    start: int
    finish: int
    tasks: tuple[TaskDates, ...]
    driving: tuple[ProjectLink, ...] = ()
    chains: tuple[FloatChain, ...] = ()

    def of(self, task_id: str) -> TaskDates:
        """Return the dates of a task; KeyError if the project has none of that id."""
        for one in self.tasks:
            if one.id == task_id:
                return one
        raise KeyError(task_id)
