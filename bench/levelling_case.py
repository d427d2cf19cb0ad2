"""``level(instance, …)``: the levelling engine on a published instance of the scheduling libraries.

An instance has ``activities`` with ``modes`` (``d`` days, ``r`` units of each resource)
and ``succ`` (a number, or ``[number, lag]`` after the finish), ``resources`` (units, or
units over time), ``nonrenewable`` resources that are used up, and ``projects`` with
their ``release``. What is minimised is the end of the whole.
"""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from guatu.domain.planning.levelling.search import Allowance, level_workload
from guatu.domain.planning.levelling.workload import (
    Bond,
    Capacity,
    Goal,
    Option,
    Placeable,
    Workload,
    steady,
)
from guatu.entry.kernels import ready_kernels
from guatu.entry.stopwatch import ThreadHands, WallStopwatch

Instance = dict[str, Any]


def capacity_of(stated: Any) -> Capacity:
    """Read units, units by period, or steps of ``[from, units]``."""
    if isinstance(stated, dict):
        stated = stated.get("capacity", stated.get("units", stated.get("profile")))
    if isinstance(stated, list) and stated and isinstance(stated[0], list):
        return Capacity(steps=tuple((int(place), int(units)) for place, units in stated))
    if isinstance(stated, list):
        changes = [
            (place, int(units))
            for place, units in enumerate(stated)
            if not place or units != stated[place - 1]
        ]
        return Capacity(steps=tuple(changes))
    return steady(int(stated))


def stocks_of(instance: Instance) -> tuple[list[int], list[int]]:
    """Return which entries of ``r`` are used up, and how much there is of each.

    ``nonrenewable`` states flags or numbers of resources where ``r`` has one entry a
    resource, and further amounts where ``r`` goes on beyond them.
    """
    resources = instance["resources"]
    stated = [
        one.get("capacity", one.get("units")) if isinstance(one, dict) else one
        for one in instance.get("nonrenewable") or []
    ]
    width = max(
        (len(mode["r"]) for one in instance["activities"] for mode in one["modes"]), default=0
    )
    if len(resources) + len(stated) == width and stated:
        return [len(resources) + at for at in range(len(stated))], [int(one) for one in stated]
    are_apart = any(_apart(mode) for one in instance["activities"] for mode in one["modes"])
    if are_apart:
        return [width + at for at in range(len(stated))], [int(one) for one in stated]
    are_flags = len(stated) == len(resources) and set(stated) <= {0, 1} and len(stated) > 2
    if are_flags or all(isinstance(one, bool) for one in stated):
        spent = [at for at, flag in enumerate(stated) if flag]
    else:
        spent = [int(one) for one in stated if 0 <= int(one) < len(resources)]
    return spent, [capacity_of(resources[at]).most for at in spent]


def _apart(mode: Instance) -> list[int]:
    """Return the amounts of a mode that stand apart from ``r``, where they do."""
    return next((mode[key] for key in ("n", "nr", "nonrenewable") if mode.get(key)), [])


def workload_of(instance: Instance) -> Workload:
    """Lay an instance out as one workload with one goal, the end of everything."""
    spent, stocks = stocks_of(instance)
    stock_at = {entry: number for number, entry in enumerate(spent)}
    release: dict[int, int] = {}
    for project in instance.get("projects") or []:
        for number in project["activities"]:
            release[number] = int(project.get("release") or 0)
    count = len(instance["resources"])
    activities, bonds = [], []
    for number, one in enumerate(instance["activities"]):
        floor = max(release.get(number, 0), int(one.get("release") or 0))
        options = tuple(
            Option(
                days=int(mode["d"]),
                uses=tuple(
                    (at, int(units))
                    for at, units in enumerate(mode["r"])
                    if units and at not in stock_at and at < count
                ),
                spends=_spends(mode, stock_at, len(stocks)),
                not_before=floor,
            )
            for mode in one["modes"]
        )
        activities.append(Placeable(options=options, goal=0))
        for after in one["succ"]:
            other, lag = after if isinstance(after, list) else (after, 0)
            bonds.append(Bond(before=number, after=int(other), lag=int(lag)))
    return Workload(
        activities=tuple(activities),
        bonds=tuple(bonds),
        capacities=tuple(capacity_of(one) for one in instance["resources"]),
        stocks=tuple(stocks),
        goals=(Goal(),),
    )


def _spends(mode: Instance, stock_at: dict[int, int], count: int) -> tuple[tuple[int, int], ...]:
    apart = _apart(mode)
    if len(apart) == count > 0:
        return tuple((at, int(units)) for at, units in enumerate(apart) if units)
    return tuple(
        (stock_at[at], int(units)) for at, units in enumerate(mode["r"]) if units and at in stock_at
    )


def level(instance: Instance, seconds: float = 10, workers: int = 2, seed: int = 1) -> Instance:
    """Return starts, modes, objective (the end), bound, status and seconds of an instance."""
    stopwatch = WallStopwatch(seconds)
    answer = level_workload(
        workload_of(instance),
        allowance=Allowance(seed=seed),
        stopwatch=stopwatch,
        hands=ThreadHands(max(1, workers)),
    )
    return {
        "starts": list(answer.starts),
        "modes": list(answer.options),
        "objective": answer.cost if answer.starts else None,
        "bound": answer.bound,
        "status": answer.status.value,
        "seconds": round(stopwatch.spent(), 3),
        "steps": answer.steps,
    }


# Libraries and kernels are loaded (compiled, once a checkout) before anything is timed.
ready_kernels()
