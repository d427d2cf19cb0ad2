"""From schedules to rows of the wall: what a plan says of one work, in the wall's own values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from guatu.domain.drawing.gantt import Gantt, GanttLine
from guatu.domain.drawing.time_axis import month_start, next_month
from guatu.domain.drawing.wall_values import (
    LANES,
    LaneState,
    PermitDot,
    WallBar,
    WallLight,
    WallRow,
    WallStop,
)
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.outlook import Verdict
from guatu.domain.planning.plan import Activity
from guatu.domain.planning.schedule import Schedule, ScheduledActivity

_DAY = timedelta(days=1)
# The months that a wall shows around today unless told otherwise: enough for a work of two years.
_MONTHS_BACK = 9
_MONTHS_AHEAD = 18
_FEWEST_MONTHS = 6
_FEN_PER_YUAN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOnWall:
    """One work as the office knows it: its plan with dates, the former plan, its facts, its light.

    ``former`` is what the wall showed before (a frozen baseline or the plan before an
    alert); ``blocked`` are the ids of activities that someone reported as blocked.
    Money is in fen; ``light`` None takes the color of the plan's verdict.
    """

    code: str
    name: str
    lead_unit: str = ""
    sponsor: str = ""
    group: str = ""
    total_fen: int = 0
    annual_fen: int = 0
    done_fen: int = 0
    schedule: Schedule | None = None
    former: Schedule | None = None
    light: WallLight | None = None
    problem: str = ""
    blocked: frozenset[str] = frozenset()
    href: str = ""


_VERDICT_COLORS = {
    Verdict.ON_TRACK: LightColor.GREEN,
    Verdict.TIGHT: LightColor.YELLOW,
    Verdict.LATE: LightColor.RED,
    Verdict.IMPOSSIBLE: LightColor.RED,
}


def light_of(schedule: Schedule | None) -> WallLight:
    """Return the light of a plan's verdict with its reason; gray where there is no plan."""
    if schedule is None:
        return WallLight(color=LightColor.GREY)
    outlook = schedule.outlook
    return WallLight(color=_VERDICT_COLORS[outlook.verdict], reason=outlook.reason)


def _end_of(activity: Activity, last_day: date) -> date:
    """The exclusive end of days that are printed with their last day; a milestone has no length."""
    return last_day if activity.is_milestone else last_day + _DAY


def _is_finished(activity: Activity) -> bool:
    return activity.actual_finish is not None


def _bar(
    activity: Activity,
    dated: ScheduledActivity,
    former: ScheduledActivity | None,
    critical: frozenset[str],
) -> WallBar:
    end = max(dated.start, _end_of(activity, dated.last_day))
    moved = (dated.last_day - former.last_day).days if former is not None else 0
    started = activity.actual_start is not None
    actual_end = activity.actual_finish + _DAY if activity.actual_finish is not None else None
    return WallBar(
        key=activity.id,
        name=activity.name or activity.id,
        start=dated.start,
        end=end,
        actual_start=activity.actual_start,
        actual_end=actual_end,
        latest_start=None if started else dated.late_start,
        latest_end=None if started else _end_of(activity, dated.late_last_day),
        critical=activity.id in critical,
        former_start=former.start if former is not None else None,
        former_end=max(former.start, _end_of(activity, former.last_day))
        if former is not None
        else None,
        moved_days=moved,
        percent=100.0 if _is_finished(activity) else activity.percent,
    )


def bars_of(schedule: Schedule, former: Schedule | None = None) -> tuple[WallBar, ...]:
    """Return the bars of a plan; where a former schedule is given, with where they stood."""
    before = former.by_id() if former is not None else {}
    critical = frozenset(schedule.critical_path) | {
        one.id for one in schedule.activities if one.critical
    }
    dated = schedule.by_id()
    return tuple(
        _bar(activity, dated[activity.id], before.get(activity.id), critical)
        for activity in schedule.plan.activities
        if activity.id in dated
    )


def _dot(
    activity: Activity, dated: ScheduledActivity, today: date, blocked: frozenset[str]
) -> PermitDot:
    """A permit is blocked where someone says so or where its latest start passed without a start."""
    started = activity.actual_start is not None or activity.percent > 0
    if _is_finished(activity) or activity.percent >= 100:
        state = LaneState.DONE
    elif activity.id in blocked or (not started and dated.late_start < today):
        state = LaneState.BLOCKED
    elif started:
        state = LaneState.CURRENT
    else:
        state = LaneState.OPEN
    return PermitDot(name=activity.name or activity.id, state=state, due=dated.late_last_day)


def lanes_of(
    schedule: Schedule, today: date, blocked: frozenset[str] = frozenset()
) -> tuple[tuple[PermitDot, ...], ...]:
    """Return the permits of a plan in their four lanes, in the plan's order."""
    dated = schedule.by_id()
    return tuple(
        tuple(
            _dot(activity, dated[activity.id], today, blocked)
            for activity in schedule.plan.activities
            if activity.lane == lane and activity.id in dated
        )
        for lane in LANES
    )


def next_node(schedule: Schedule, today: date) -> tuple[str, date | None]:
    """Return the unfinished activity that ends next, critical ones first on the same day."""
    waiting = [
        (dated.last_day, not dated.critical, activity.name or activity.id)
        for activity, dated in zip(schedule.plan.activities, schedule.activities, strict=True)
        if not _is_finished(activity) and dated.last_day >= today
    ]
    if not waiting:
        return "", None
    day, _, name = min(waiting)
    return name, day


def stops_of(schedule: Schedule) -> tuple[WallStop, ...]:
    """Return the stop-work windows of a plan that bind any of its activities."""
    classes = {activity.activity_class for activity in schedule.plan.activities}
    return tuple(
        WallStop(
            start=stop.window.start,
            end=stop.window.end,
            reason=stop.reason,
            classes=tuple(sorted(stop.classes)),
        )
        for stop in schedule.plan.stop_work
        if stop.classes & classes
    )


def _money(work: WorkOnWall) -> tuple[int, int, int]:
    """The stated amounts; a plan's own costs stand in where none is stated."""
    if work.total_fen or work.schedule is None:
        return work.total_fen, work.annual_fen, work.done_fen
    costed = [
        (one.cost_yuan or 0, one.percent, _is_finished(one))
        for one in work.schedule.plan.activities
    ]
    total = sum(cost for cost, _, _ in costed) * _FEN_PER_YUAN
    done = sum(
        round(cost * _FEN_PER_YUAN * (1.0 if finished else percent / 100))
        for cost, percent, finished in costed
    )
    return total, work.annual_fen, work.done_fen or done


def _row(number: int, work: WorkOnWall, today: date) -> WallRow:
    total, annual, done = _money(work)
    schedule, former = work.schedule, work.former
    common = WallRow(
        number=number, code=work.code, name=work.name, lead_unit=work.lead_unit, sponsor=work.sponsor,
        group=work.group, total_fen=total, annual_fen=annual, done_fen=done,
        light=work.light or light_of(schedule), problem=work.problem, href=work.href,
    )  # fmt: skip
    if schedule is None:
        return common
    name, day = next_node(schedule, today)
    moved = (schedule.last_day - former.last_day).days if former is not None else 0
    return replace(
        common,
        lanes=lanes_of(schedule, today, work.blocked),
        bars=bars_of(schedule, former),
        next_node=name,
        next_day=day,
        target=schedule.plan.target,
        forecast=schedule.forecast_last_day,
        moved_days=moved,
        stops=stops_of(schedule),
    )


def wall_rows(works: Sequence[WorkOnWall], *, today: date) -> tuple[WallRow, ...]:
    """Return the rows of the wall, numbered in the order in which the groups are hung."""
    groups = list(dict.fromkeys(work.group for work in works))
    ordered = sorted(works, key=lambda work: groups.index(work.group))
    return tuple(_row(number, work, today) for number, work in enumerate(ordered, start=1))


def stops_on_wall(rows: Sequence[WallRow]) -> tuple[WallStop, ...]:
    """Return the stop-work windows of all rows once each, earliest first, for the sheet's list."""
    merged: dict[tuple[object, ...], WallStop] = {}
    for row in rows:
        for stop in row.stops:
            merged.setdefault((stop.start, stop.end, stop.reason), stop)
    return tuple(sorted(merged.values(), key=lambda one: (one.start, one.end, one.reason)))


def months_around(rows: Sequence[WallRow], *, today: date) -> tuple[date, date]:
    """Return the months worth drawing: all bars, but at most nine months back and eighteen ahead.

    Where no bar lies in that stretch (a plan of other years), the plan's own months.
    """
    days = [day for row in rows for bar in row.bars for day in (bar.start, bar.end)]
    days += [row.target for row in rows if row.target is not None]
    earliest, latest = min(days, default=today), max(days, default=today)
    low, high = next_month(today, -_MONTHS_BACK), next_month(today, _MONTHS_AHEAD)
    if latest < low or earliest >= high:
        low, high = month_start(earliest), next_month(latest)
    first = max(month_start(earliest), low)
    end = min(next_month(latest), high)
    return first, max(end, next_month(first, _FEWEST_MONTHS))


def gantt_of(
    schedule: Schedule, former: Schedule | None = None, *, today: date, href: str = ""
) -> Gantt:
    """Return the Gantt chart of a plan; ``href`` with ``{id}`` in it opens a step."""
    dated = schedule.by_id()
    steps = {activity.id: activity for activity in schedule.plan.activities}
    lines = tuple(
        GanttLine(
            bar=bar,
            unit=steps[bar.key].unit,
            total_float=dated[bar.key].total_float,
            href=href.replace("{id}", bar.key),
        )
        for bar in bars_of(schedule, former)
    )
    return Gantt(
        title=schedule.plan.name or schedule.plan.id,
        today=today,
        lines=lines,
        stops=stops_of(schedule),
        target=schedule.plan.target,
    )
