"""Counts how characters follow one another in a folder of news texts, for the tables of reading.

Usage: ``python -m tools.count_pairs FOLDER`` from the root of the repository. Writes
``pairs.txt``, ``signs.txt``, ``starters.txt`` and ``clauses.txt`` into
``src/guatu/packs/words``: counts only, no words of the texts. The tables that ship were counted
over the folder ``news`` of github.com/DuckBurnIncense/xin-wen-lian-bo (MIT licence).
"""

import math
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

WORDS = Path(__file__).parent.parent / "src" / "guatu" / "packs" / "words"
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_FEWEST_PAIRS = 15
_FEWEST_SIGNS = 30
_FEWEST_STARTS = 50
_SOURCE = "counted by tools/count_pairs.py over xin-wen-lian-bo (MIT licence)"


def _write(name: str, remark: str, levels: dict[str, int]) -> None:
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for words, level in levels.items():
        rows[level].append(words)
    lines = [f"# {remark}; {_SOURCE}."]
    lines += [f"{level} {''.join(sorted(found))}" for level, found in sorted(rows.items())]
    (WORDS / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(folder: Path) -> int:
    """Count the texts of a folder and write the tables."""
    signs: Counter[str] = Counter()
    followed: Counter[str] = Counter()
    sentence: Counter[str] = Counter()
    clause: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        text = path.read_text(encoding="utf-8").replace("\\n", "。").replace("\n", "。")
        for run in _HAN.finditer(text):
            words = run[0]
            signs.update(words)
            followed.update(map("".join, pairwise(words)))
            before = text[run.start() - 1] if run.start() else "。"
            if len(words) > 1 and before in "。！？":
                sentence[words[:2]] += 1
            elif len(words) > 1 and before in "，；":
                clause[words[:2]] += 1
    common = {pair: count for pair, count in followed.items() if count >= _FEWEST_PAIRS}
    _write(
        "pairs.txt",
        "Pairs of characters by twice the binary logarithm of their count",
        {pair: round(2 * math.log2(count)) for pair, count in common.items()},
    )
    _write(
        "signs.txt",
        "Characters by twice the binary logarithm of their count",
        {one: round(2 * math.log2(n)) for one, n in signs.items() if n >= _FEWEST_SIGNS},
    )
    for name, what, found in (
        ("starters.txt", "sentence", sentence),
        ("clauses.txt", "clause after a comma", clause),
    ):
        shares = {
            pair: round(100 * found[pair] / count)
            for pair, count in common.items()
            if count >= _FEWEST_STARTS
        }
        _write(name, f"The share (in 100) of uses of a pair that open a {what}", shares)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
