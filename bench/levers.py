"""Levers measured: the price of the cure against the true optimum of a linear program.

Usage: ``guatu bench levers [--seeds N]``. On one calendar without lags the cheapest crash
is a linear program whose corners are whole days, so that GLOP of OR-Tools knows the
optimum; with several calendars nobody here does, and the bound alone is printed.
"""

import argparse
import random
import time
from collections.abc import Sequence
from datetime import date, timedelta

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.planning import Activity, Crash, Link, Plan, schedule, with_target
from guatu.domain.planning.engine import engine_for
from guatu.domain.planning.gate_rules import GateRules
from guatu.domain.planning.levers import cheapest, menu_of
from guatu.domain.planning.levers.lateness import Purse
from guatu.domain.planning.network import network_of
from guatu.domain.planning.proving import ceilings

MONDAY = date(2025, 1, 6)
CALENDARS = (
    WorkingCalendar(name="cal"),
    WorkingCalendar(name="wd", week=(True,) * 5 + (False,) * 2),
)
SIZES = ((30, 10, 5), (60, 40, 20), (150, 40, 15), (150, 100, 30), (500, 60, 20), (500, 200, 40))


def late_plan(size: int, offers: int, days: int, seed: int, names: Sequence[str]) -> Plan:
    rng = random.Random(seed)
    rows = []
    for number in range(size):
        before = sorted(
            {rng.randrange(max(0, number - 12), number) for _ in range(2)} if number else ()
        )
        lasting = rng.randint(3, 20)
        most = max(1, lasting // 3)
        crash = Crash(days=most, cost=most * rng.randint(1, 90) * 1000)
        rows.append(
            Activity(
                id=f"A{number}",
                days=lasting,
                calendar=rng.choice(names),
                links=tuple(Link(predecessor=f"A{one}") for one in before),
                crash=crash if rng.random() < offers / size else None,
            )
        )
    plan = Plan(id="P", start=MONDAY, calendars=CALENDARS, activities=tuple(rows))
    answer, _ = schedule(plan, today=MONDAY)
    return with_target(plan, answer.last_day - timedelta(days=days))


def purse_of(plan: Plan) -> Purse:
    network = network_of(plan)
    menus = {
        number: menu
        for number, one in enumerate(plan.activities)
        if (menu := menu_of(one, number, network.days[number], GateRules())[0]) is not None
    }
    return Purse(
        engine=engine_for(network),
        begin=MONDAY.toordinal(),
        ceiling=ceilings(plan),
        live=tuple(range(len(network))),
        menus=menus,
    )


def optimum(plan: Plan, left: int) -> float:
    from ortools.linear_solver import pywraplp

    solver = pywraplp.Solver.CreateSolver("GLOP")
    whole = (plan.target - MONDAY).days + 1 + left
    place = {one.id: number for number, one in enumerate(plan.activities)}
    starts = [solver.NumVar(0, solver.infinity(), "") for _ in plan.activities]
    taken = [solver.NumVar(0, one.crash.days if one.crash else 0, "") for one in plan.activities]
    for number, one in enumerate(plan.activities):
        for link in one.links:
            before = place[link.predecessor]
            days = plan.activities[before].days
            solver.Add(starts[number] >= starts[before] + days - taken[before])
        solver.Add(starts[number] + one.days - taken[number] <= whole)
    prices = [one.crash.cost / one.crash.days if one.crash else 0 for one in plan.activities]
    solver.Minimize(sum(price * days for price, days in zip(prices, taken, strict=True)))
    solver.Solve()
    return solver.Objective().Value()


def measured(size: int, offers: int, days: int, seeds: int, names: Sequence[str]) -> str:
    gaps, bounds, proved, seconds = [], [], 0, 0.0
    for seed in range(seeds):
        plan = late_plan(size, offers, days, seed, names)
        purse = purse_of(plan)
        begun = time.perf_counter()
        found = cheapest(purse)
        seconds += time.perf_counter() - begun
        proved += found.is_proved
        best = optimum(plan, found.left) if len(names) == 1 else float(found.cost)
        if best:
            gaps.append(found.cost / best - 1)
            bounds.append(1 - found.bound / best)
    mean = 100 * sum(gaps) / max(len(gaps), 1)
    worst = 100 * max(gaps, default=0.0)
    under = 100 * sum(bounds) / max(len(bounds), 1)
    shown = f"{mean:7.2f} {worst:7.2f}" if len(names) == 1 else "      -       -"
    return (
        f"{size:5d} {offers:6d} {days:4d} {shown} {under:8.1f} "
        f"{proved:4d}/{seeds:<3d} {seconds / seeds:7.2f}"
    )


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="guatu bench levers")
    parser.add_argument("--seeds", type=int, default=5)
    seeds = parser.parse_args(words).seeds
    for names in (("cal",), ("cal", "wd")):
        print(f"\n{len(names)} calendar(s)")
        print(" acts offers days  gap %   worst  bound %  proved  s each")
        for size, offers, days in SIZES:
            print(measured(size, offers, days, seeds, names))
    return 0
