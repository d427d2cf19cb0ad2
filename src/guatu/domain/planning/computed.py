"""The places, floats and days of a plan: worked back from its target or forward from its start."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.engine import Engine
from guatu.domain.planning.network import ALWAYS, FINISHED, NEVER, Network, Passes
from guatu.domain.planning.passes import settled_links
from guatu.domain.planning.plan import MOST_DAYS, Plan
from guatu.domain.planning.printed import printed_days
from guatu.domain.planning.scheduled import DateColumns

Places = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """Both passes of a plan with what bound them, and the days that people read."""

    passes: Passes
    ends: Sequence[int]
    bound: Sequence[bool]
    ceiling: Places
    latest_start: int | None
    dates: DateColumns


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What binds a network: places of ends, who leads to a bound end, and the ceilings."""

    ends: tuple[int, ...]
    bound: Sequence[bool]
    ceiling: Sequence[int]
    skipped: Sequence[bool]


def fault(code: str, plan: Plan, **arguments: str | int) -> Diagnostic:
    """Return an error of a plan as a whole."""
    return Diagnostic(code=code, arguments=(("plan", plan.id), *arguments.items()))


def computed(plan: Plan, engine: Engine, start: int | None) -> Computed | Diagnostic:
    """Compute a plan from its start, or from its latest start where it states none."""
    deadline = None if plan.target is None else day_number(plan.target) + 1
    number = {one.id: place for place, one in enumerate(plan.activities)}
    ends = tuple(number[one] for one in plan.end_ids())
    if engine.is_compiled:
        from guatu.domain.planning.compiled.plan_columns import computed_by_columns  # noqa: PLC0415 numba stays unloaded for small plans

        found = computed_by_columns(plan, engine, start, deadline, ends)
        if found is not None:
            return found
    return _by_loops(plan, engine, start, deadline, ends)


def _by_loops(
    plan: Plan, engine: Engine, start: int | None, deadline: int | None, ends: tuple[int, ...]
) -> Computed | Diagnostic:
    network = engine.network
    frame = _frame(plan, network, engine, ends, deadline)
    if start is None:
        late = engine.backward(frame.ceiling, frame.skipped)
        off_axis = _off_axis(plan, late, frame.bound)
        if off_axis is not None:
            return off_axis
        start = _latest_start(network, frame, late[0])
    if start is None:
        return fault("planning.no_anchor", plan)
    early = engine.forward(start)
    off_axis = _off_axis(plan, early, None)
    if off_axis is not None:
        return off_axis
    if deadline is None and not any(one.must_by for one in plan.activities):
        reached = max(early[1][number] for number in frame.ends)
        frame = _frame(plan, network, engine, ends, reached)
    frame = _with_loose_ends(frame, early[1])
    late = engine.backward(frame.ceiling, frame.skipped)
    off_axis = _off_axis(plan, late, None)
    if off_axis is not None:
        return off_axis
    passes = engine.floats(early, late, frame.ceiling)
    days = printed_days(engine, plan, passes)
    columns = list(zip(*days, strict=True))
    return Computed(
        passes=passes,
        ends=ends,
        bound=frame.bound,
        ceiling=frame.ceiling,
        latest_start=_latest_start(network, frame, late[0]),
        dates=DateColumns(
            ids=[one.id for one in plan.activities],
            early_start=columns[0],
            early_last=columns[1],
            late_start=columns[2],
            late_last=columns[3],
            total_float=passes.total_float,
            free_float=passes.free_float,
            critical=_criticals(network, frame, passes),
        ),
    )


def _frame(
    plan: Plan, network: Network, engine: Engine, ends: tuple[int, ...], deadline: int | None
) -> Frame:
    followers = set(network.after)
    ceiling = list(network.ceiling)
    if deadline is not None:
        for end in ends:
            ceiling[end] = min(ceiling[end], deadline)
    for place, one in enumerate(plan.activities):
        if one.is_milestone and place not in followers and ceiling[place] < NEVER:
            ceiling[place] -= 1
    skipped = settled_links(network)
    bound = [place < NEVER for place in ceiling]
    for place in reversed(engine.order):
        if not bound[place]:
            bound[place] = any(
                bound[network.after[link]] and not skipped[link]
                for link in engine.leaving_links(place)
            )
    for link, (before, after) in enumerate(zip(network.before, network.after, strict=True)):
        if bound[before] and not bound[after]:
            skipped[link] = True
    return Frame(ends=ends, bound=bound, ceiling=ceiling, skipped=skipped)


def _with_loose_ends(frame: Frame, finishes: Places) -> Frame:
    """Give a ceiling to activities that lead to no bound end.

    What can be done by the ends is measured against them; what comes after them
    (filing, audits) against the end of the whole plan.
    """
    if all(frame.bound):
        return frame
    held = [frame.ceiling[number] for number in frame.ends if frame.ceiling[number] < NEVER]
    by_ends = max(held, default=ALWAYS)
    whole = max(by_ends, *finishes)
    ceiling = [
        place if bound or place < NEVER else by_ends if finish <= by_ends else whole
        for place, bound, finish in zip(frame.ceiling, frame.bound, finishes, strict=True)
    ]
    return Frame(ends=frame.ends, bound=frame.bound, ceiling=ceiling, skipped=frame.skipped)


def _latest_start(network: Network, frame: Frame, starts: Places) -> int | None:
    open_starts = [
        starts[place]
        for place in range(len(network))
        if frame.bound[place] and network.state[place] != FINISHED
    ]
    return min(open_starts) if open_starts else None


def _off_axis(
    plan: Plan, places: tuple[Places, Places], only: Sequence[bool] | None
) -> Diagnostic | None:
    for number, (first, last) in enumerate(zip(*places, strict=True)):
        if (only is None or only[number]) and (first < 2 or last > MOST_DAYS):
            return fault("planning.off_axis", plan, activity=plan.activities[number].id)
    return None


def _criticals(network: Network, frame: Frame, passes: Passes) -> list[bool]:
    """Critical is a float of zero or less; where every float is positive, the smallest."""
    live = [
        bound and state != FINISHED for bound, state in zip(frame.bound, network.state, strict=True)
    ]
    floats = [spare for spare, alive in zip(passes.total_float, live, strict=True) if alive]
    limit = max(0, min(floats, default=0))
    return [alive and spare <= limit for spare, alive in zip(passes.total_float, live, strict=True)]
