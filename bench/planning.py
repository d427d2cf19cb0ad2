"""Planning measured: passes beside their peers, files, edits, cold starts, draws, in one run.

Usage: ``guatu bench planning [SIZE ...] [--million] [--mpxj SIZE ...] [--draws N] [--levelling S] [--svg FILE]``
(activities; default 1000 10000 100000, with ``--million`` also 1000000; MPXJ, where Java
is to be had, at 1000 and 10000 unless sizes are named, ``--mpxj 0`` for none). ``floor``
is the time to copy the columns once: nothing can be faster.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import levelling
import numpy as np
import planning_nets as nets
import planning_peers as peers
from planning_plot import plotted

from guatu.adapters.local_workers import ThreadWorkers
from guatu.adapters.plan_npz import write_columns
from guatu.domain.planning import RiskTerms, Spread, SpreadShape, live_plan, risk, schedule
from guatu.domain.planning.columnar import columnar_engine
from guatu.domain.planning.compiled.engine import compiled_engine
from guatu.domain.planning.network import Network
from guatu.domain.planning.passes import plain_engine, settled_links

PLAIN_UP_TO = 100_000
NETWORKX_UP_TO = 100_000


def timed(work: Callable[[], Any], times: int = 5) -> tuple[float, Any]:
    """Return the best time in milliseconds, and the result."""
    best, result = float("inf"), None
    for _ in range(times):
        begun = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - begun)
    return 1000 * best, result


def both_passes(engine: Any, network: Network) -> tuple[int, int]:
    """Forward, backward and floats; return what must agree between engines."""
    early = engine.forward(nets.START)
    ceiling = [max(early[1])] * len(network)
    late = engine.backward(ceiling, settled_links(network))
    joined = engine.floats(early, late, ceiling)
    return max(early[1]), sum(joined.total_float)


def compiled_passes(engine: Any) -> tuple[float, float, tuple[int, int]]:
    """Milliseconds of both passes, and of the floats after them, on warm columns."""
    count = len(engine.layout.order)
    bound = np.ones(count, dtype=np.int8)
    early = engine.early(nets.START)
    ceiling = np.full(count, early[1::2].max(), dtype=np.int32)

    def passes() -> tuple[Any, Any]:
        return engine.early(nets.START), engine.late(ceiling, bound)

    both, (early, late) = timed(passes, 7)
    floats, found = timed(lambda: engine.spare(early, late, ceiling))
    return both, floats, (int(early[1::2].max()), int(found.total.sum()))


def pass_row(size: int, *, with_mpxj: bool) -> tuple[bool, dict[str, float]]:
    """Print one row of the table of passes; return whether the engines agree, and the times."""
    network = nets.layered(size)
    links = len(network.before)
    compiled_engine(network)
    prepare, engine = timed(lambda: compiled_engine(network), 3)
    both, floats, found = compiled_passes(engine)
    agreed = True
    plain_time = columnar_time = float("nan")
    if size <= PLAIN_UP_TO:
        plain, columnar = plain_engine(network), columnar_engine(network)
        plain_time, same = timed(lambda: both_passes(plain, network), 1)
        columnar_time, also = timed(lambda: both_passes(columnar, network), 3)
        agreed = same == also == found
    columns = [np.asarray(getattr(network, one), dtype=np.int32) for one in ("days", "calendar", "before", "after", "lag")]  # fmt: skip
    floor = peers.copy_floor(columns)
    text = peers.textbook(network.days, network.before, network.after, network.lag)
    nx = float("nan")
    if size <= NETWORKX_UP_TO:
        nx = peers.with_networkx(network.days, network.before, network.after)
    cells = (both, floats, prepare, floor, columnar_time, plain_time, text, nx)
    shown = "".join(f"{one:10.2f}" if one == one else f"{'-':>10}" for one in cells)  # noqa: PLR0124 NaN
    mpxj, said = mpxj_cell(size) if with_mpxj else (float("nan"), "-")
    print(f"{size:10d}{links:10d}{shown}  {said}", flush=True)
    times = {"compiled": both, "MPXJ": mpxj, "plain loops": plain_time, "textbook": text}
    return agreed, times | {"networkx": nx, "copying": floor}


def mpxj_cell(size: int) -> tuple[float, str]:
    """MPXJ on a net of that size with one Mon-Fri calendar, and ours on the same net."""
    network = nets.layered(size, 1)
    found = peers.with_mpxj(network.days, network.before, network.after, network.lag)
    if "fault" in found:
        return float("nan"), f"- ({found['fault']})"
    engine = compiled_engine(network)
    ours = timed(lambda: engine.early(nets.START))[1]
    last_day = str(date.fromordinal(int(ours[1::2].max()) - 1))
    same = "same last day" if last_day == found["last_day"] else f"{last_day} / {found['last_day']}"
    return 1000 * found["seconds"], f"{1000 * found['seconds']:.0f} ({same})"


def edits(size: int) -> None:
    """Print the milliseconds from an edit to all dates."""
    plan = nets.plan_of(nets.layered(size), date(2060, 1, 1))
    live = live_plan(plan)
    live.dates()
    far, near = f"A{size // 3}", f"A{size - 5}"

    def changed(what: Callable[[int], Any]) -> float:
        best = float("inf")
        for turn in range(15):
            begun = time.perf_counter()
            what(turn)
            live.dates()
            best = min(best, time.perf_counter() - begun)
        return 1000 * best

    found = (
        changed(lambda turn: live.set_days(far, turn + 1)),
        changed(lambda turn: live.set_not_before(far, date(2025, 3, turn + 1))),
        changed(lambda turn: live.set_link(far, near, lag=turn)),
    )
    objects = timed(lambda: schedule(plan, today=nets.FIRST_DAY), 2)[0]
    cells = "".join(f"{one:10.2f}" for one in found)
    print(f"{size:10d}{cells}{objects:12.0f}", flush=True)


def command_seconds(words: list[str], times: int) -> float:
    """The best wall time of a cold ``guatu`` process, in seconds."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(  # noqa: S603 our own command
            [sys.executable, "-m", "guatu.entry.cli.main", *words],
            check=True, env=environment, capture_output=True,
        )  # fmt: skip
        best = min(best, time.perf_counter() - begun)
    return best


def files(sizes: list[int]) -> None:
    """Print cold runs of the command: a small JSON plan, and large plans as columns."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.json"
        small.write_text(json.dumps(small_document()), encoding="utf-8")
        seconds = command_seconds(["plan", str(small), "--today", "2025-01-06"], 7)
        print(f"{'JSON, 500 activities':32}{seconds:8.2f} s")
        for size in sizes:
            path, out = Path(folder) / "big.npz", Path(folder) / "answer.npz"
            write_columns(path, *nets.columns_of(nets.layered(size)))
            words = ["plan", str(path), "-o", str(out), "--today", "2025-01-06"]
            print(f"{f'columns, {size} activities':32}{command_seconds(words, 3):8.2f} s", flush=True)  # fmt: skip


def small_document() -> dict[str, Any]:
    """A plan document of 500 activities."""
    network = nets.layered(500)
    header, _ = nets.columns_of(network)
    after: list[list[Any]] = [[] for _ in range(500)]
    for before, number, lag in zip(network.before, network.after, network.lag, strict=True):
        after[number].append({"id": f"A{before}", "lag": lag} if lag else f"A{before}")
    rows = zip(network.days, network.calendar, after, strict=True)
    activities = [
        {"id": f"A{number}", "days": days, "calendar": f"c{own}", "after": links}
        for number, (days, own, links) in enumerate(rows)
    ]
    return header | {"activities": activities}


def draws_of_a_county(draws: int) -> None:
    """Print the seconds of a risk run over 100 works of 100 activities."""
    works = nets.county(100)
    alerts = RiskTerms(spreads={}, history=nets.alert_history())
    wide = Spread(shape=SpreadShape.TRIANGULAR, low=0.8, mode=1.0, high=1.6)
    both = RiskTerms(spreads={"*": wide}, history=nets.alert_history())
    risk(works, both, today=date(2026, 1, 1), draws=300, workers=ThreadWorkers())
    for name, terms in (("alerts", alerts), ("alerts and durations", both)):
        begun, spent = time.perf_counter(), time.process_time()
        answer, _ = risk(works, terms, today=date(2026, 1, 1), draws=draws, workers=ThreadWorkers())
        wall, cpu = time.perf_counter() - begun, time.process_time() - spent
        assert answer is not None
        chance = np.mean([one.chance for one in answer.ends])
        print(f"{name:22}{draws:8d} draws{wall:8.2f} s ({cpu:.2f} s of processor)   mean chance {chance:.3f}", flush=True)  # fmt: skip


def run(arguments: list[str]) -> int:
    """Print the tables; 1 if two engines disagree."""
    parser = argparse.ArgumentParser(prog="guatu bench planning")
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--mpxj", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--levelling", type=float, default=10, help="seconds an instance, 0: none")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="the growth as a picture")
    asked = parser.parse_args(arguments)
    sizes = [*asked.sizes, *([1_000_000] if asked.million else [])]
    print("Passes: milliseconds, 8 calendars, 30 % lags; both = forward and backward, warm")
    heads = ("both", "floats", "prepare", "floor", "columnar*", "plain*", "textbook", "networkx")
    print(f"{'activities':>10}{'links':>10}{''.join(f'{one:>10}' for one in heads)}  MPXJ cold")
    rows = [pass_row(size, with_mpxj=size in asked.mpxj) for size in sizes]
    print("* with floats and lists. MPXJ: MS Project's rules, Mon-Fri alone, its call only.")
    lines = {name: [times[name] for _, times in rows] for name in rows[0][1]}
    for (less, faster), (size, both) in pairwise(zip(sizes, lines["compiled"], strict=True)):
        print(f"growth {less} to {size}: {size / less:.0f} times the activities, {both / faster:.1f} times the time")  # fmt: skip
    if asked.svg is not None:
        asked.svg.write_text(plotted(sizes, lines), encoding="utf-8")
    print("\nEdit to all dates: milliseconds (days, date, link), and schedule() with objects")
    for size in sizes:
        if size <= PLAIN_UP_TO:
            edits(size)
    print("\nCold `guatu plan`, the whole process, best of some")
    files([size for size in sizes if size >= 100_000])
    print("\nRisk of a county: 100 works of 100 activities, 2 threads")
    draws_of_a_county(asked.draws)
    if asked.levelling:
        print("\nLevelling: published instances beside the peers, 2 workers")
        levelling.run(["--seconds", str(asked.levelling)])
    agreed = all(one for one, _ in rows)
    print("\nengines agree" if agreed else "\nENGINES DISAGREE")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
