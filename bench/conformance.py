"""Our dates beside those of other programs: the suite by tier, the random cases by class, the mirror.

Usage: ``guatu bench conformance [FOLDER]`` (the folder of the suite; by default the
one beside the checkout). A task is equal when every early and late date and float
that the program stored is; Friday's end and Monday's beginning are the same moment.
The random cases have a peer for an oracle, not an application: each task on which
we differ is put into a class.
"""

import gzip
import json
import time
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.conformance_case import solve

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.document import read_project
from guatu.domain.planning.project.ticks import MINUTE, tick_of
from guatu.domain.planning.project.values import Project

MOMENTS = ("early_start", "early_finish", "late_start", "late_finish")
FLOATS = ("total_float", "free_float")
SPANS = (("early_start", "early_finish"), ("late_start", "late_finish"))
Case = dict[str, Any]
Dates = dict[str, Any]


def run(arguments: list[str]) -> int:
    """Print the three tables."""
    folder = Path(arguments[0]) if arguments else _beside()
    if folder is None or not (folder / "index.json").is_file():
        print("no suite: name its folder")
        return 1
    _print_tiers(folder)
    _print_random(folder)
    return 0


def _beside() -> Path | None:
    wanted = Path("shared") / "planning" / "conformance"
    parents = Path(__file__).resolve().parents
    return next((one / wanted for one in parents if (one / wanted).is_dir()), None)


def _load(path: Path) -> Any:
    data = path.read_bytes()
    return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)


def _print_tiers(folder: Path) -> None:
    tasks: Counter[str] = Counter()
    equal: Counter[str] = Counter()
    files: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    slowest, seconds = ("", 0.0), 0.0
    for one in _load(folder / "index.json")["files"]:
        case = _load(folder / "inputs" / one["input"])
        expected = _load(folder / "expected" / one["expected"])["tasks"]
        begun = time.perf_counter()
        answer = solve(case)
        lasted = time.perf_counter() - begun
        seconds += lasted
        slowest = max(slowest, (one["id"], lasted), key=lambda pair: pair[1])
        different = _different(case, answer, expected)
        count = sum(_counts(task, expected) for task in case["tasks"])
        for tier in (one["tier"], "all"):
            files[tier] += 1
            tasks[tier] += count
            equal[tier] += count - len(different)
            whole[tier] += count > 0 and not different
    print(f"{'tier':10s} {'files':>6s} {'whole':>6s} {'tasks':>7s} {'equal':>7s}  share")
    for tier in sorted(tasks, key=lambda name: (name == "all", name)):
        share = 100 * equal[tier] / max(tasks[tier], 1)
        row = f"{files[tier]:6d} {whole[tier]:6d} {tasks[tier]:7d} {equal[tier]:7d}  {share:.2f} %"
        print(f"{tier:10s} {row}")
    print(f"solving took {seconds:.1f} s, at most {slowest[1]:.2f} s ({slowest[0]})")


def _counts(task: Case, expected: Case) -> bool:
    found = expected.get(str(task["id"])) or {}
    return not task.get("summary") and "early_start" in found and "late_finish" in found


def _different(case: Case, answer: Any, expected: Case) -> dict[Any, set[str]]:
    """Return the fields in which a task differs, for those that do."""
    project = read_project(case)
    assert project is not None
    clocks = _clocks(project)
    found: dict[Any, set[str]] = {}
    for task in case["tasks"]:
        if not _counts(task, expected):
            continue
        wanted, ours = expected[str(task["id"])], answer.get(task["id"]) or {}
        clock = clocks[str(task["id"])]
        fields = {
            key for key in MOMENTS if key in wanted and not _same(clock, ours.get(key), wanted[key])
        }
        fields |= {
            key
            for key in FLOATS
            if isinstance(wanted.get(key), int | float)
            and abs(ours.get(key, 10**9) - wanted[key]) > 1
        }
        if fields:
            found[task["id"]] = fields
    return found


def _clocks(project: Project) -> dict[str, Any]:
    clocks = Clocks(project)
    return {
        one.id: ELAPSED if one.duration.elapsed else clocks.of(one.calendar)
        for one in project.tasks
    }


def _tick(text: str) -> int:
    return tick_of(datetime.fromisoformat(text[:19]))


def _same(clock: Any, ours: str | None, wanted: str) -> bool:
    if ours is None:
        return False
    return abs(clock.before(_tick(ours)) - clock.before(_tick(wanted))) < MINUTE // 2


def _print_random(folder: Path) -> None:
    total: Counter[str] = Counter()
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((folder / "fuzz").glob("*.json")):
        case = _load(path)
        expected = case.pop("expected")
        expected = expected.get("tasks", expected)
        kind = path.name.split("-")[0]
        total[kind] += sum(_counts(task, expected) for task in case["tasks"])
        different = _different(case, solve(case), expected)
        for why in _classed(case, expected, different).values():
            classes[kind][why] += 1
    for kind, count in total.items():
        listed = sum(classes[kind].values())
        print(f"\nrandom {kind}: {count - listed} of {count} tasks equal the peer's")
        for why, number in classes[kind].most_common():
            print(f"{number:6d}  {why}")


def _classed(case: Case, expected: Case, different: dict[Any, set[str]]) -> dict[Any, str]:
    """Say of each task why it differs; what only follows another difference says so."""
    project = read_project(case)
    assert project is not None
    clocks = _clocks(project)
    found: dict[Any, str] = {}
    for task in case["tasks"]:
        if task["id"] in different:
            found[task["id"]] = _why(case, task, expected, different, clocks)
    return found


def _why(
    case: Case,
    task: Case,
    expected: Case,
    different: dict[Any, set[str]],
    clocks: dict[str, Any],
) -> str:
    wanted, clock = expected[str(task["id"])], clocks[str(task["id"])]
    for start, finish in SPANS:
        span = clock.before(_tick(wanted[finish])) - clock.before(_tick(wanted[start]))
        if abs(span - task["duration"] * MINUTE) >= MINUTE:
            return "the peer's finish is not its start plus the duration"
    arriving = [link for link in case["links"] if link[1] == task["id"]]
    leaving = [link for link in case["links"] if link[0] == task["id"]]
    if different[task["id"]] & {"early_start", "early_finish"}:
        if any(link[0] in different for link in arriving):
            return "follows a predecessor"
        if any(kind == "SF" for *_, kind, _ in arriving):
            return "the peer lets SF lead before the project's start, we do not"
        return "not classed"
    if any(link[1] in different for link in leaving):
        return "follows a successor"
    ends = _ends(case, expected, clocks)
    if wanted["late_finish"] == max(ends)[1]:
        off = max(ends)[2]
        return (
            "the peer ends the project at a finish date on a day off" if off else "follows the end"
        )
    if any(lag < 0 for *_, lag in leaving):
        return "a lead over a day off of its calendar: ours is the latest date that fits"
    return "follows the end"


def _ends(case: Case, expected: Case, clocks: dict[str, Any]) -> list[tuple[int, str, bool]]:
    """Return the peer's early finishes, and whether each lies outside its calendar's work."""
    found = []
    for task in case["tasks"]:
        if _counts(task, expected):
            text, clock = expected[str(task["id"])]["early_finish"], clocks[str(task["id"])]
            tick = _tick(text)
            found.append((tick, text, clock.finish_at(clock.before(tick)) != tick))
    return found


if __name__ == "__main__":
    import sys

    sys.exit(run(sys.argv[1:]))
