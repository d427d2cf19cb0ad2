"""The peers of the planning bench: MPXJ's scheduler in a cold Java machine, networkx, a textbook pass.

Run as a program (``planning_peers.py mpxj``) it is the child that holds the machine.
"""

import json
import subprocess
import sys
import time
from array import array
from pathlib import Path
from typing import Any

START = "2025-01-06"
_SECONDS = 1500


def with_networkx(days: Any, before: Any, after: Any) -> float:
    """Milliseconds of networkx's longest path: forward only, no calendars, no lags."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(days)))
    graph.add_weighted_edges_from(
        (one, two, days[one]) for one, two in zip(before, after, strict=True)
    )
    begun = time.perf_counter()
    nx.dag_longest_path_length(graph)
    return 1000 * (time.perf_counter() - begun)


def textbook(days: Any, before: Any, after: Any, lag: Any) -> float:
    """Milliseconds of a textbook pass in plain Python both ways: every day worked, lags kept."""
    links: list[list[tuple[int, int]]] = [[] for _ in range(len(days))]
    for one, two, wait in zip(before, after, lag, strict=True):
        links[two].append((one, wait))
    begun = time.perf_counter()
    finish = [0] * len(days)
    for number, lasting in enumerate(days):
        ready = max((finish[one] + wait for one, wait in links[number]), default=0)
        finish[number] = ready + lasting
    late = [max(finish)] * len(days)
    for number in range(len(days) - 1, -1, -1):
        start = late[number] - days[number]
        for one, wait in links[number]:
            late[one] = min(late[one], start - wait)
    return 1000 * (time.perf_counter() - begun)


def with_mpxj(days: Any, before: Any, after: Any, lag: Any) -> dict[str, Any]:
    """Schedule with MPXJ in a machine of its own, Mon-Fri, cold; seconds and the last day.

    The time is that of its call ``schedule`` alone: starting the machine and building its
    project are not counted. ``{"fault": why}`` where there is no machine.
    """
    task = {"days": list(days), "before": list(before), "after": list(after), "lag": list(lag)}
    try:
        done = subprocess.run(  # noqa: S603 this very file
            [sys.executable, __file__, "mpxj"],
            input=json.dumps(task), capture_output=True, text=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"fault": f"more than {_SECONDS} s"}
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"fault": (done.stderr.strip().splitlines() or ["no answer"])[-1][:120]}
    return found


def _mpxj_child(task: dict[str, list[int]]) -> dict[str, Any]:
    import jpype
    import mpxj  # noqa: F401 puts its archives on the path of the machine

    large = len(task["days"]) > 300_000
    jpype.startJVM("-Xmx9g" if large else "-Xmx3g", "-Djava.awt.headless=true", "-Dlog4j2.level=OFF")  # fmt: skip
    named = {
        name: jpype.JClass(f"org.mpxj.{name}")
        for name in ("ProjectFile", "Duration", "TimeUnit", "Relation", "RelationType")
    }
    unit = named["TimeUnit"].DAYS
    lengths = [named["Duration"].getInstance(one, unit) for one in range(64)]
    project = named["ProjectFile"]()
    project.setDefaultCalendar(project.addDefaultBaseCalendar())
    config = project.getProjectConfig()
    config.setAutoWBS(False)
    config.setAutoOutlineNumber(False)
    made = []
    for lasting in task["days"]:
        one = project.addTask()
        one.setDuration(lengths[lasting])
        one.setActualDuration(lengths[0])
        one.setRemainingDuration(lengths[lasting])
        made.append(one)
    builder = jpype.JClass("org.mpxj.Relation$Builder")
    kind = named["RelationType"].FINISH_START
    for first, last, wait in zip(task["before"], task["after"], task["lag"], strict=True):
        link = builder().predecessorTask(made[first]).type(kind).lag(lengths[wait])
        made[last].addPredecessor(link)
    moment = jpype.JClass("java.time.LocalDateTime").parse(f"{START}T08:00")
    project.getProjectProperties().setStartDate(moment)
    scheduler = jpype.JClass("org.mpxj.cpm.MicrosoftScheduler")()
    begun = time.perf_counter()
    scheduler.schedule(project, moment)
    seconds = time.perf_counter() - begun
    last = max(str(one.getEarlyFinish()) for one in made)
    return {"seconds": seconds, "last_day": last[:10]}


def copy_floor(columns: list[Any]) -> float:
    """Milliseconds to copy every column once: nothing can be faster than memory."""
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        for one in columns:
            one.copy() if hasattr(one, "copy") else array("q", one)
        best = min(best, time.perf_counter() - begun)
    return 1000 * best


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    answer = _mpxj_child(json.load(sys.stdin))
    print(json.dumps(answer))
