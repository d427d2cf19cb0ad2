"""The three engines give the same answer; both obey the links; the mirror exchanges early and late."""

from array import array
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import CALENDARS, MONDAY, plans

from guatu.domain.planning.columnar import columnar_engine
from guatu.domain.planning.compiled.engine import compiled_engine
from guatu.domain.planning.network import ALWAYS, FF, FS, NEVER, SF, SS, Network, network_of
from guatu.domain.planning.passes import PlainEngine, plain_engine, settled_links
from guatu.domain.planning.worktime import WorkTime, worktime

START = MONDAY.toordinal()
FREE = settings(deadline=None, max_examples=60)


def ceilings(network: Network, late: int) -> list[int]:
    leaving = set(network.before)
    return [
        min(place, late) if number not in leaving else place
        for number, place in enumerate(network.ceiling)
    ]


@FREE
@given(plans(facts=True, most=14), st.integers(20, 80))
def test_the_three_engines_give_the_same_dates_and_floats(plan, room):
    network = network_of(plan)
    plain = plain_engine(network)
    early = plain.forward(START)
    ceiling = [min(place, START + 200) for place in ceilings(network, START + room)]
    skipped = settled_links(network)
    late = plain.backward(ceiling, skipped)
    for engine in (columnar_engine(network), compiled_engine(network)):
        assert tuple(map(list, engine.forward(START))) == early
        assert tuple(map(list, engine.backward(ceiling, skipped))) == late
        assert engine.floats(early, late, ceiling) == plain.floats(early, late, ceiling)


def holds(engine: PlainEngine, link: int, starts: list[int], finishes: list[int]) -> bool:
    network = engine.network
    before, after, kind = network.before[link], network.after[link], network.kind[link]
    edge = engine.shifted(link, finishes[before] if kind in (FS, FF) else starts[before])
    return (starts if kind in (FS, SS) else finishes)[after] >= edge


@FREE
@given(plans(most=8))
def test_early_dates_obey_every_link_and_none_could_be_a_day_earlier(plan):
    network = network_of(plan)
    engine = plain_engine(network)
    starts, finishes = engine.forward(START)
    for link in range(len(network.before)):
        assert holds(engine, link, starts, finishes)
    for number, days in enumerate(network.days):
        calendar = network.calendars[network.calendar[number]]
        if days:
            assert calendar.works(starts[number])
            assert calendar.before(finishes[number]) - calendar.before(starts[number]) == days
            sooner = calendar.start_at(calendar.before(starts[number]) - 1)
            ending = calendar.finish_at(calendar.before(sooner) + days)
        else:
            sooner = ending = starts[number] - 1
        moved = [*starts[:number], sooner, *starts[number + 1 :]]
        ended = [*finishes[:number], ending, *finishes[number + 1 :]]
        floor = max(START, network.floor[number])
        assert sooner < floor or not all(
            holds(engine, link, moved, ended) for link in engine.arriving[number]
        )


@FREE
@given(plans(most=7), st.integers(10, 60))
def test_starting_at_the_late_dates_meets_every_ceiling_and_a_day_later_misses_one(plan, room):
    network = network_of(plan)
    engine = plain_engine(network)
    ceiling = [min(place, START + 300) for place in ceilings(network, START + room)]
    starts, finishes = engine.backward(ceiling, settled_links(network))
    for link in range(len(network.before)):
        assert holds(engine, link, starts, finishes)
    for number, days in enumerate(network.days):
        assert finishes[number] <= ceiling[number]
        calendar = network.calendars[network.calendar[number]]
        later = (
            calendar.start_at(calendar.before(starts[number]) + 1) if days else starts[number] + 1
        )
        ending = calendar.finish_at(calendar.before(later) + days) if days else later
        moved = [*starts[:number], later, *starts[number + 1 :]]
        ended = [*finishes[:number], ending, *finishes[number + 1 :]]
        assert ending > ceiling[number] or not all(
            holds(engine, link, moved, ended) for link in engine.leaving[number]
        )


def mirrored(calendar: WorkTime, axis: int) -> WorkTime:
    """The calendar on which day ``d`` is worked as day ``axis - 1 - d`` is on the given one."""
    week = tuple(calendar.week[(axis - 1 - (day + 1) - 1) % 7] for day in range(7))
    runs = list(zip(calendar.starts[1:], calendar.modes[1:], strict=True))
    turned = []
    for (start, mode), (end, _) in pairwise(runs):
        if mode != WorkTime.WEEK:
            turned.append((axis - end, axis - start, mode))
    from guatu.domain.planning.worktime import _compiled

    return _compiled(week, sorted(turned))


def mirror(network: Network, axis: int) -> Network:
    kinds = {FS: FS, SS: FF, FF: SS, SF: SF}
    return replace(
        network,
        floor=array("q", [axis - place for place in network.ceiling]),
        ceiling=array("q", [axis - place for place in network.floor]),
        before=network.after,
        after=network.before,
        kind=array("q", [kinds[kind] for kind in network.kind]),
        calendars=tuple(mirrored(one, axis) for one in network.calendars),
    )


@FREE
@given(plans(most=9), st.integers(10, 60))
def test_in_the_mirror_early_and_late_dates_exchange(plan, room):
    axis = 2 * START + 100
    network = network_of(plan)
    ceiling = [min(place, START + 300) for place in ceilings(network, START + room)]
    network = replace(network, ceiling=array("q", ceiling))
    for build in (plain_engine, compiled_engine):
        late = build(network).backward(ceiling, [False] * len(network.before))
        turned = build(mirror(network, axis)).forward(axis - max(ceiling))
        assert [axis - place for place in turned[1]] == list(late[0])
        assert [axis - place for place in turned[0]] == list(late[1])


def tangled(seed: int, count: int = 1500) -> Network:
    """A large net numbered at random, with every kind of link, leads, facts and bounds."""
    chance = np.random.default_rng(seed)
    names = chance.permutation(count)
    last = chance.integers(1, count, 2 * count)
    first = last - 1 - (chance.random(2 * count) * np.minimum(last, 60)).astype(int)
    state = np.where(chance.random(count) < 0.1, chance.integers(1, 3, count), 0)
    begun = START - chance.integers(0, 30, count)
    days = np.where(chance.random(count) < 0.1, 0, chance.integers(1, 9, count))
    floor = np.where(chance.random(count) < 0.1, START + chance.integers(0, 90, count), ALWAYS)
    ceiling = np.where(chance.random(count) < 0.3, START + chance.integers(100, 900, count), NEVER)
    return Network(
        days=days.tolist(),
        calendar=chance.integers(0, 3, count).tolist(),
        floor=np.where(state == 1, begun, floor).tolist(),
        ceiling=ceiling.tolist(),
        state=state.tolist(),
        actual_start=begun.tolist(),
        actual_finish=(begun + 3).tolist(),
        before=names[first].tolist(),
        after=names[last].tolist(),
        kind=chance.integers(0, 4, 2 * count).tolist(),
        lag=np.where(chance.random(2 * count) < 0.5, 0, chance.integers(-6, 9, 2 * count)).tolist(),
        lag_calendar=chance.integers(0, 3, 2 * count).tolist(),
        calendars=tuple(worktime(one) for one in CALENDARS),
    )


@pytest.mark.parametrize("seed", range(4))
def test_the_three_engines_agree_on_large_tangled_nets(seed):
    network = tangled(seed)
    plain = plain_engine(network)
    early = plain.forward(START)
    ceiling = [min(place, max(early[1]) + 5) for place in network.ceiling]
    skipped = settled_links(network)
    late = plain.backward(ceiling, skipped)
    joined = plain.floats(early, late, ceiling)
    for engine in (columnar_engine(network), compiled_engine(network)):
        assert tuple(map(list, engine.forward(START))) == early
        assert tuple(map(list, engine.backward(ceiling, skipped))) == late
        assert engine.floats(early, late, ceiling) == joined


@FREE
@given(plans(bounds=False), st.integers(1, 5))
def test_a_shift_by_whole_weeks_shifts_every_date(plan, weeks):
    plan = replace(plan, calendars=tuple(replace(one, off=(), make_up=frozenset()) for one in plan.calendars), stop_work=())  # fmt: skip
    network = network_of(plan)
    engine = plain_engine(network)
    days = timedelta(weeks=weeks).days
    here, there = engine.forward(START), engine.forward(START + days)
    assert [place + days for place in here[1]] == there[1]


@FREE
@given(plans(bounds=False, milestones=False, most=7))
def test_the_span_is_the_longest_path_where_every_day_is_worked(plan):
    plain = replace(
        plan,
        stop_work=(),
        activities=tuple(
            replace(
                one,
                calendar="cal",
                links=tuple(replace(link, lag_calendar="cal", kind="FS") for link in one.links),
            )
            for one in plan.activities
        ),
    )
    network = network_of(plain)
    finishes = plain_engine(network).forward(START)[1]
    assert max(finishes) == START + max(path_lengths(network))


def path_lengths(network: Network) -> list[int]:
    """Every path's length by brute force; a path may be cut by the start of the plan."""
    lengths = []

    def walk(number: int, ready: int) -> None:
        done = max(ready, 0) + network.days[number]
        lengths.append(done)
        for link, before in enumerate(network.before):
            if before == number:
                walk(network.after[link], done + network.lag[link])

    for number in range(len(network)):
        walk(number, 0)
    return lengths


def test_a_bound_that_nobody_set_never_binds():
    assert NEVER > 3_652_059


@pytest.mark.parametrize("years", [60, 900, 4000])
def test_engines_on_tables_widen_their_window_until_the_dates_fit(years):
    network = Network(
        days=array("q", [years * 365, 5]),
        calendar=array("q", [0, 0]),
        floor=array("q", [START, START]),
        ceiling=array("q", [NEVER, START + years * 365 + 100]),
        state=array("q", [0, 0]),
        actual_start=array("q", [0, 0]),
        actual_finish=array("q", [0, 0]),
        before=array("q", [0]),
        after=array("q", [1]),
        kind=array("q", [FS]),
        lag=array("q", [2]),
        lag_calendar=array("q", [0]),
        calendars=network_of_weekdays(),
    )
    plain = plain_engine(network)
    ceiling = list(network.ceiling)
    for engine in (columnar_engine(network), compiled_engine(network)):
        assert tuple(map(list, engine.forward(START))) == plain.forward(START)
        late = engine.backward(ceiling, [False])
        assert tuple(map(list, late)) == plain.backward(ceiling, [False])


def network_of_weekdays() -> tuple[WorkTime, ...]:
    from guatu.domain.kernel.calendar import five_days

    return (worktime(five_days()),)
