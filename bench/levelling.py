"""Levelling measured: published instances beside plain CP-SAT (and PyJobShop, where it is installed), in one run.

Usage: ``guatu bench levelling [ID ...] [--folder DIR] [--seconds 10] [--seed 1] [--alone]``.
Every answer is checked. ``gap`` is the percentage above the best end known; the mean is
over the instances with a proven or published bound of ours and of theirs alike.
``energy``: the bound by work against capacity, below which no bound may lie.
"""

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from levelling_case import Instance, level, workload_of

from guatu.domain.planning.levelling.bounds import heads_of, lower_bound
from guatu.domain.planning.levelling.workload import Workload, cost_of

_WANTED = Path("shared") / "planning" / "rcpsp" / "instances"
FOLDER = next(
    (one / _WANTED for one in Path(__file__).resolve().parents if (one / _WANTED).is_dir()), _WANTED
)
MEASURED = (
    *("J30_125", "J60_123", "J60_449", "J90_117", "J90_281", "J120_84", "J120_301", "J120_502"),
    *("RG300_241", "MPLIB1_Set3_782", "MPSPLIB_mp_j30_a5_nr2", "MPSPLIB_mp_j120_a10_nr5"),
)


def checked(workload: Workload, answer: Instance) -> int | None:
    """Return the end of an answer; an AssertionError where it breaks a rule."""
    if not answer["starts"]:
        return None
    from guatu.domain.planning.levelling.checking import broken_rules

    options = [
        one.options[at] for one, at in zip(workload.activities, answer["modes"], strict=True)
    ]
    finishes = [start + two.days for start, two in zip(answer["starts"], options, strict=True)]
    assert broken_rules(workload, answer["starts"], finishes, answer["modes"]) == ()
    end = cost_of(workload, tuple(finishes))
    assert end == answer["objective"] >= answer["bound"]
    return end


def cpsat_alone(instance: Instance, seconds: float, workers: int) -> tuple[int | None, int]:
    """Return end and bound of the plain model: intervals, links, capacities, nothing more."""
    from ortools.sat.python import cp_model

    workload, model = workload_of(instance), cp_model.CpModel()
    last = sum(max(two.days for two in one.options) for one in workload.activities)
    last += sum(max(0, bond.lag) for bond in workload.bonds)
    starts, ends, chosen, intervals = [], [], [], []
    for one in workload.activities:
        starts.append(model.new_int_var(one.options[0].not_before, last, ""))
        ends.append(model.new_int_var(0, last, ""))
        chosen.append([model.new_bool_var("") for _ in one.options])
        model.add_exactly_one(chosen[-1])
        intervals.append(
            [
                model.new_optional_interval_var(starts[-1], option.days, ends[-1], is_it, "")
                for option, is_it in zip(one.options, chosen[-1], strict=True)
            ]
        )
    for bond in workload.bonds:
        model.add(starts[bond.after] >= ends[bond.before] + bond.lag)
    for resource, capacity in enumerate(workload.capacities):
        used = [
            (intervals[number][at], units)
            for number, one in enumerate(workload.activities)
            for at, option in enumerate(one.options)
            for used_resource, units in option.uses
            if used_resource == resource and option.days
        ]
        if used:
            model.add_cumulative([one for one, _ in used], [two for _, two in used], capacity.most)
    for stock, units in enumerate(workload.stocks):
        model.add(
            sum(
                spent * chosen[number][at]
                for number, one in enumerate(workload.activities)
                for at, option in enumerate(one.options)
                for other, spent in option.spends
                if other == stock
            )
            <= units
        )
    whole = model.new_int_var(0, last, "")
    model.add_max_equality(whole, ends)
    model.minimize(whole)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    known = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return int(solver.objective_value) if known else None, round(solver.best_objective_bound)


def pyjobshop(instance: Instance, seconds: float, workers: int) -> tuple[int | None, int]:
    """Return end and bound of PyJobShop on an instance without resources that are used up."""
    from pyjobshop import Model

    workload, model = workload_of(instance), Model()
    resources = [model.add_renewable(one.most) for one in workload.capacities]
    tasks = [
        model.add_task(earliest_start=one.options[0].not_before) for one in workload.activities
    ]
    for task, one in zip(tasks, workload.activities, strict=True):
        for option in one.options:
            uses = dict(option.uses)
            units = [uses.get(number, 0) for number in range(len(resources))]
            model.add_mode(task, resources, option.days, units)
    for bond in workload.bonds:
        model.add_end_before_start(tasks[bond.before], tasks[bond.after], bond.lag)
    model.set_objective(weight_makespan=1)
    found = model.solve(time_limit=seconds, display=False, num_workers=workers)
    end = None if found.best is None else max(task.end for task in found.best.tasks)
    return end, round(found.lower_bound)


def row(name: str, instance: Instance, asked: argparse.Namespace) -> dict[str, Any]:
    """Measure one instance and print its line."""
    workload = workload_of(instance)
    best = instance.get("best") or {}
    begun = time.perf_counter()
    answer = level(instance, asked.seconds, 2, asked.seed)
    taken = time.perf_counter() - begun
    found = {"ours": checked(workload, answer)}
    bounds = {}
    if not asked.alone:
        found["cpsat"], bounds["cpsat"] = cpsat_alone(instance, asked.seconds, 2)
        if importlib.util.find_spec("pyjobshop") and not workload.stocks:
            found["pyjobshop"], bounds["pyjobshop"] = pyjobshop(instance, asked.seconds, 2)
    known = best.get("ub")
    cells = [f"{name:24} {len(workload.activities):5} {best.get('lb') or '-':>5} {known or '-':>5}"]
    for peer, end in found.items():
        bound = answer["bound"] if peer == "ours" else bounds[peer]
        gap = f"{100 * (end / known - 1):6.2f}" if end and known else "     -"
        cells.append(f"{end or '-':>6} {bound:>5} {gap}")
    energy = lower_bound(workload, heads_of(workload))
    assert answer["bound"] >= energy
    print("  ".join([*cells, f"{energy:>6} {answer['status']:9} {taken:6.2f}"]), flush=True)
    return {"ends": found, "known": known, "is_bounded": best.get("lb") is not None}


def run(arguments: list[str]) -> int:
    """Print the table; 1 where no instance is at hand."""
    parser = argparse.ArgumentParser(prog="guatu bench levelling")
    parser.add_argument("names", nargs="*", metavar="ID")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without the peers")
    asked = parser.parse_args(arguments)
    files = [asked.folder / f"{name}.json" for name in asked.names or MEASURED]
    files = [file for file in files if file.is_file()]
    if not files:
        print(f"no instance in {asked.folder}; name the folder by --folder")
        return 1
    peers = [] if asked.alone else ["cpsat"]
    if peers and importlib.util.find_spec("pyjobshop"):
        peers.append("pyjobshop")
    heads = "  ".join(f"{one:>6} bound    gap" for one in ["ours", *peers])
    print(f"{'instance':24} {'n':>5} {'lb':>5} {'best':>5}  {heads}  energy status    seconds")
    rows = [row(file.stem, json.loads(file.read_text(encoding="utf-8")), asked) for file in files]
    for peer in ["ours", *peers]:
        gaps = [
            100 * (one["ends"][peer] / one["known"] - 1)
            for one in rows
            if one["is_bounded"] and one["ends"].get(peer)
        ]
        if gaps:
            print(f"mean gap of {peer} over {len(gaps)}: {sum(gaps) / len(gaps):.2f} %")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
