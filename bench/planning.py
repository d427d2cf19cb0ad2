"""Both passes of the planning engines beside networkx and plain Python, in one run.

Usage: ``guatu bench planning [SIZE ...]`` (activities; default 1000 10000 100000).
The nets are layered, five links for three activities, 30 % of them with lags, eight
calendars. ``floor`` is the time to copy the columns once: nothing can be faster.
"""

import random
import sys
import time
from array import array
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from guatu.domain.kernel.calendar import WorkingCalendar, run_off
from guatu.domain.planning import Activity, Link, Plan, schedule
from guatu.domain.planning.columnar import columnar_engine
from guatu.domain.planning.network import ALWAYS, NEVER, Network
from guatu.domain.planning.passes import plain_engine, settled_links
from guatu.domain.planning.worktime import worktime

START = date(2025, 1, 6).toordinal()
PLAIN_UP_TO = 100_000


def calendars() -> list[WorkingCalendar]:
    """Eight calendars: weeks of five to seven days, each with its own closed weeks."""
    listed = []
    for number in range(8):
        week = tuple(day < 5 + number % 3 for day in range(7))
        first = date(2025, 1 + number, 10)
        off = tuple(
            run_off(first + timedelta(days=365 * year), first + timedelta(days=365 * year + 9))
            for year in range(20)
        )
        listed.append(WorkingCalendar(name=f"c{number}", week=week, off=off))
    return listed


def layered(count: int) -> Network:
    """A layered net of that many activities."""
    chance = random.Random(count)
    levels = max(20, min(1000, int(count**0.5)))
    width = -(-count // levels)
    before, after, lag = array("q"), array("q"), array("q")
    for number in range(width, count):
        low = max(0, (number // width - 1) * width)
        for _ in range(2 if number % 3 else 1):
            before.append(chance.randrange(low, (number // width) * width))
            after.append(number)
            lag.append(chance.randint(1, 5) if chance.random() < 0.3 else 0)
    own = array("q", [chance.randrange(8) for _ in range(count)])
    fill = array("q", [0]) * count
    return Network(
        days=array("q", [chance.randint(1, 12) for _ in range(count)]),
        calendar=own,
        floor=array("q", [ALWAYS]) * count,
        ceiling=array("q", [NEVER]) * count,
        state=fill,
        actual_start=fill,
        actual_finish=fill,
        before=before,
        after=after,
        kind=array("q", [0]) * len(before),
        lag=lag,
        lag_calendar=array("q", [own[one] for one in after]),
        calendars=tuple(worktime(one) for one in calendars()),
    )


def timed(work: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """Return the best time in milliseconds, and the result."""
    best, result = float("inf"), None
    for _ in range(times):
        begun = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - begun)
    return 1000 * best, result


def both_passes(engine: Any, network: Network) -> tuple[int, int]:
    """Forward, backward and floats; return what must agree between engines."""
    early = engine.forward(START)
    ceiling = [max(early[1])] * len(network)
    late = engine.backward(ceiling, settled_links(network))
    joined = engine.floats(early, late, ceiling)
    return max(early[1]), sum(joined.total_float)


def with_networkx(network: Network) -> float:
    """The longest path of networkx: forward only, no calendars, no lags."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(network)))
    for before, after in zip(network.before, network.after, strict=True):
        graph.add_edge(before, after, weight=network.days[before])
    return timed(lambda: nx.dag_longest_path_length(graph), 1)[0]


def textbook(network: Network) -> float:
    """A textbook pass in plain Python both ways: every day worked, lags kept."""
    links: list[list[tuple[int, int]]] = [[] for _ in range(len(network))]
    for before, after, lag in zip(network.before, network.after, network.lag, strict=True):
        links[after].append((before, lag))

    def run() -> None:
        finish = [0] * len(network)
        for number, days in enumerate(network.days):
            ready = max((finish[before] + lag for before, lag in links[number]), default=0)
            finish[number] = ready + days
        late = [max(finish)] * len(network)
        for number in range(len(network) - 1, -1, -1):
            start = late[number] - network.days[number]
            for before, lag in links[number]:
                late[before] = min(late[before], start - lag)

    return timed(run, 1)[0]


def copy_floor(network: Network) -> float:
    """Copy every column once."""
    columns = (network.days, network.calendar, network.before, network.after, network.lag)
    return timed(lambda: [array("q", one) for one in columns])[0]


def whole(network: Network) -> float:
    """From plan values to the judged schedule."""
    links: list[list[Link]] = [[] for _ in range(len(network))]
    for before, after, lag in zip(network.before, network.after, network.lag, strict=True):
        links[after].append(Link(predecessor=f"A{before}", lag=lag))
    activities = tuple(
        Activity(id=f"A{n}", days=days, calendar=f"c{own}", links=tuple(links[n]))
        for n, (days, own) in enumerate(zip(network.days, network.calendar, strict=True))
    )
    start = date.fromordinal(START)
    plan = Plan(id="P", start=start, calendars=tuple(calendars()), activities=activities)
    return timed(lambda: schedule(plan, today=start), 1)[0]


def run(arguments: list[str]) -> int:
    """Print the table; 1 if two engines disagree."""
    sizes = [int(one) for one in arguments] or [1_000, 10_000, 100_000]
    print("milliseconds; both passes with floats, 8 calendars, 30 % lags")
    print("activities    links  columnar  (prepare)     plain  textbook  networkx  schedule  floor")
    agreed = True
    for size in sizes:
        network = layered(size)
        prepare, engine = timed(lambda net=network: columnar_engine(net), 1)
        columnar, found = timed(lambda net=network, own=engine: both_passes(own, net))
        plain_time = float("nan")
        if size <= PLAIN_UP_TO:
            plain = plain_engine(network)
            plain_time, same = timed(lambda net=network, own=plain: both_passes(own, net), 1)
            agreed = agreed and same == found
        cells = (textbook(network), with_networkx(network), whole(network), copy_floor(network))
        shown = " ".join(f"{one:9.1f}" for one in cells)
        print(
            f"{size:10d} {len(network.before):8d} {columnar:9.1f} {prepare:10.1f} "
            f"{plain_time:9.1f} {shown}"
        )
    print("engines agree" if agreed else "ENGINES DISAGREE")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
