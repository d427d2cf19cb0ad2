"""From half-open places to the days that people read; the one place where milestones get a day."""

from guatu.domain.planning.engine import Engine
from guatu.domain.planning.network import FF, FINISHED, FS, Passes
from guatu.domain.planning.plan import Plan

Days = tuple[int, int, int, int]


def printed_days(engine: Engine, plan: Plan, passes: Passes) -> list[Days]:
    """Return early start, early last day, late start, late last day of each activity.

    A milestone that its predecessors' finishes set is reached on the last of their
    days; any other stands at the start of its day. Both ways it prints one day.
    """
    at_end = _milestones_at_end(engine, plan, passes)
    printed = []
    for number, one in enumerate(plan.activities):
        early, late = passes.early_start[number], passes.late_start[number]
        last = passes.early_finish[number] - 1
        late_last = passes.late_finish[number] - 1
        if one.is_milestone:
            shift = 1 if at_end[number] else 0
            first = early - shift
            latest = first if passes.total_float[number] == 0 else late - shift
            printed.append((first, first, latest, latest))
        else:
            printed.append((min(early, last), max(early, last), min(late, late_last), late_last))
    return [(int(a), int(b), int(c), int(d)) for a, b, c, d in printed]


def _milestones_at_end(engine: Engine, plan: Plan, passes: Passes) -> dict[int, bool]:
    """Tell of each milestone whether finished work brings it about.

    A link from a milestone passes on what that milestone is; the order of the
    engine makes sure that it is known.
    """
    network = engine.network
    found: dict[int, bool] = {}
    if not any(one.is_milestone for one in plan.activities):
        return found
    for number in engine.order:
        if not plan.activities[number].is_milestone:
            continue
        if network.state[number] == FINISHED:
            found[number] = False
            continue
        reached = passes.early_finish[number]
        finishing, other = False, reached == network.floor[number]
        for link in engine.arriving_links(number):
            before = network.before[link]
            from_finish = network.kind[link] in (FS, FF)
            edge = passes.early_finish[before] if from_finish else passes.early_start[before]
            lag = network.lag[link]
            if lag:
                own = network.calendars[network.lag_calendar[link]]
                edge = own.finish_at(own.before(edge) + lag)
            if edge == reached:
                ends = from_finish and found.get(before, True)
                finishing = finishing or ends
                other = other or not ends
        found[number] = finishing and not other
    return found
