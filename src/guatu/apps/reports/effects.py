"""What stop-work windows do to works: two schedules compared, and the money of both by month."""

from collections.abc import Sequence

from guatu.apps.reports.schedules import schedule_without
from guatu.apps.reports.values import Grounds, NamedEffect, PlannedWork, WindowEffect
from guatu.apps.watch.values import SourceFacts
from guatu.domain.linking.alert_walk import (
    AlertEffect,
    SchedulePair,
    WorkEffect,
    WorkUnderAlert,
    effect_between,
    months_of,
)
from guatu.domain.planning.plan import StopWork
from guatu.domain.planning.schedule import Schedule


def effect_of_alert(works: Sequence[PlannedWork], alert_id: int, grounds: Grounds) -> WindowEffect:
    """Return what one kept alert does, beside what every other alert does already."""
    effects: list[NamedEffect] = []
    pairs: list[SchedulePair] = []
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
    pairs: list[SchedulePair] = []
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

    Every row of a place binds its works, as the orders do once they are issued.
    """
    by_place: dict[int, list[SourceFacts]] = {}
    for row in sources:
        if row.place_id is not None:
            by_place.setdefault(row.place_id, []).append(row)
    joined = []
    taken: set[int] = set()
    for work in works:
        rows = by_place.get(work.facts.place_id or 0)
        if work.schedule is None or not rows:
            continue
        taken.update(row.id for row in rows)
        joined.append(
            WorkUnderAlert(
                id=str(work.facts.id),
                plan=work.schedule.plan,
                sources=tuple(row.listed for row in rows),
            )
        )
    return tuple(joined), tuple(row for row in sources if row.id not in taken)


def compared(
    work: PlannedWork,
    before: Schedule | None,
    after: Schedule | None,
    stops: tuple[StopWork, ...],
    grounds: Grounds,
) -> WorkEffect:
    """Return what windows do to one work, from its schedules without and with them."""
    lights = grounds.shelf.choose("project_lights", on=work.today, region=work.facts.region)
    return effect_between(str(work.facts.id), before, after, stops, lights, diagnostics=work.faults)
