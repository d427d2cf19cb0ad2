"""The planning engine as others call it, in one warm process.

``solve(case)`` answers a case of the conformance suite: ``score.py bench/solve.py``.
"""

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_ROOT), str(_ROOT / "src")]

from bench.conformance_case import solve  # noqa: E402 the folders come first

__all__ = ["solve"]
