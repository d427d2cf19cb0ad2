"""What stop-work windows do to works: two schedules compared, and the money of both by month."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from guatu.apps.reports.schedules import schedule_without
from guatu.apps.reports.values import Grounds, NamedEffect, PlannedWork, WindowEffect
from guatu.apps.watch.values import SourceFacts
from guatu.domain.following.light import Light
from guatu.domain.following.work_light import work_light
from guatu.domain.kernel.interval import day_of, merged
from guatu.domain.linking.alert_walk import (
    ActivityMove,
    AlertEffect,
    MonthChange,
    WorkEffect,
    WorkUnderAlert,
)
from guatu.domain.planning.cost import cost_by_month
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.plan import StopWork
from guatu.domain.planning.schedule import Schedule
from guatu.domain.watching.orders import SourceKind

Pair = tuple[Schedule | None, Schedule | None]


def effect_of_alert(works: Sequence[PlannedWork], alert_id: int, grounds: Grounds) -> WindowEffect:
    """Return what one kept alert does, beside what every other alert does already."""
    effects: list[NamedEffect] = []
    pairs: list[Pair] = []
    for work in works:
        own = tuple(one.stop for one in work.stops if one.alert_id == alert_id)
        if not own:
            pairs.append((work.schedule, work.schedule))
            continue
        before = schedule_without(work, alert_id, grounds)
        pairs.append((before, work.schedule))
        effect = compared(work, before, work.schedule, own, grounds)
        effects.append(NamedEffect(facts=work.facts, effect=effect))
    return WindowEffect(works=tuple(effects), months=months_of(pairs))


def effect_of_walk(works: Sequence[PlannedWork], walked: AlertEffect) -> WindowEffect:
    """Return a what-if over some works as the effect over all in sight, money included."""
    by_id = {one.work: one for one in walked.works}
    effects: list[NamedEffect] = []
    pairs: list[Pair] = []
    for work in works:
        effect = by_id.get(str(work.facts.id))
        if effect is None:
            pairs.append((work.schedule, work.schedule))
            continue
        pairs.append((effect.before, effect.after))
        if effect.stops:
            effects.append(NamedEffect(facts=work.facts, effect=effect))
    return WindowEffect(works=tuple(effects), months=months_of(pairs))


def works_under_alert(
    works: Sequence[PlannedWork], sources: Sequence[SourceFacts]
) -> tuple[tuple[WorkUnderAlert, ...], tuple[SourceFacts, ...]]:
    """Return the works that stand on the emission list by their place, and the other list rows.

    Where several rows share the place, the site's row is the work's.
    """
    by_place: dict[int, SourceFacts] = {}
    for row in sorted(sources, key=lambda one: one.listed.kind is not SourceKind.SITE):
        if row.place_id is not None:
            by_place.setdefault(row.place_id, row)
    found = [
        (work, by_place[work.facts.place_id])
        for work in works
        if work.schedule is not None and work.facts.place_id in by_place
    ]
    taken = {row.id for _, row in found}
    joined = tuple(
        WorkUnderAlert(id=str(work.facts.id), plan=work.schedule.plan, source=row.listed)
        for work, row in found
        if work.schedule is not None
    )
    return joined, tuple(row for row in sources if row.id not in taken)


def compared(
    work: PlannedWork,
    before: Schedule | None,
    after: Schedule | None,
    stops: tuple[StopWork, ...],
    grounds: Grounds,
) -> WorkEffect:
    """Return what windows do to one work, from its schedules without and with them."""
    return WorkEffect(
        work=str(work.facts.id),
        orders=(),
        stops=(),
        stopped_days=stopped_days(stops),
        before=before,
        after=after,
        light_before=_light(before, work, grounds),
        light_after=_light(after, work, grounds),
        moves=moves_between(before, after),
        diagnostics=work.faults,
    )


def stopped_days(stops: Iterable[StopWork]) -> tuple[date, ...]:
    """Return the days lost to any class that the windows name."""
    windows = tuple(stops)
    classes = {name for one in windows for name in one.classes}
    runs = merged(run for name in classes for run in lost_runs(windows, name))
    return tuple(day_of(day) for run in runs for day in range(run.start, run.end))


def moves_between(before: Schedule | None, after: Schedule | None) -> tuple[ActivityMove, ...]:
    """Return the activities whose days differ between two schedules of one plan."""
    if before is None or after is None:
        return ()
    now = after.by_id()
    return tuple(
        ActivityMove(
            activity=one.id,
            start_before=one.start,
            last_day_before=one.last_day,
            start_after=now[one.id].start,
            last_day_after=now[one.id].last_day,
        )
        for one in before.activities
        if (one.start, one.last_day) != (now[one.id].start, now[one.id].last_day)
    )


def months_of(pairs: Iterable[Pair]) -> tuple[MonthChange, ...]:
    """Return the money of all works by month, before and after, in yuan."""
    before: Counter[tuple[int, int]] = Counter()
    after: Counter[tuple[int, int]] = Counter()
    for former, current in pairs:
        for total, one in ((before, former), (after, current)):
            if one is not None:
                for year, month, yuan in cost_by_month(one):
                    total[year, month] += yuan
    return tuple(
        MonthChange(year=year, month=month, before=before[year, month], after=after[year, month])
        for year, month in sorted(before.keys() | after.keys())
    )


def _light(found: Schedule | None, work: PlannedWork, grounds: Grounds) -> Light | None:
    if found is None:
        return None
    lights = grounds.shelf.choose("project_lights", on=work.today, region=work.facts.region)
    return work_light(found.outlook, lights)
