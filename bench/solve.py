"""The planning engine as others call it, in one warm process.

``solve(case)`` answers a case of the conformance suite: ``score.py bench/solve.py``.
``level(instance, seconds, workers, seed)`` levels an instance of the scheduling libraries.
"""

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_ROOT), str(_ROOT / "src")]

from bench.conformance_case import solve  # noqa: E402 the folders come first
from bench.levelling_case import level  # noqa: E402

__all__ = ["level", "solve"]
