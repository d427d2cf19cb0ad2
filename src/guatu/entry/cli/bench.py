"""``guatu bench NAME``: runs one benchmark of ``bench/`` of a source checkout."""

import argparse
import importlib.util
from pathlib import Path

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.outlet import Outlet

BENCH_FOLDER = Path(__file__).resolve().parents[4] / "bench"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the benchmark's name and whatever it takes itself."""
    parser.add_argument("name", help="reading, planning, drawing, …")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="options of the benchmark")


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Load ``bench/NAME.py`` and run it; 1 where the checkout or the benchmark is missing."""
    path = BENCH_FOLDER / f"{arguments.name}.py"
    spec = importlib.util.spec_from_file_location(f"bench_{arguments.name}", path)
    if not path.is_file() or spec is None or spec.loader is None:
        known = ", ".join(sorted(one.stem for one in BENCH_FOLDER.glob("*.py"))) or "-"
        missing = Diagnostic(
            code="process.no_bench", arguments=(("name", arguments.name), ("known", known))
        )
        return out.diagnostics([missing])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return int(module.run(arguments.rest))
