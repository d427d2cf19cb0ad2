"""Points of a paper that are all headed alike: （一）压实责任，强化监管。各部门要…. （二）….

One heading in two clauses looks like a demand; that the points beside it are headed in the same way tells.
"""

import re
from collections import Counter
from collections.abc import Sequence

from guatu.domain.reading.directives.paper_parts import level_of, point_start

_FEWEST = 3
_LONGEST_HEAD, _SHORTEST_TEXT = 30, 24
_MOST = 2 / 3
_HEAD = re.compile("[\u3400-\u9fff、，“”《》]+")
# 险段加固项目。: what a plan calls a piece of its work.
_NAMED = re.compile("[^，]{2,20}(?:项目|工程|行动|计划|制度|机制|体系)")


def headed_levels(texts: Sequence[str]) -> frozenset[int]:
    """Return the kinds of numbers whose points nearly all open with a short sentence before text of their own."""
    points: Counter[int] = Counter()
    headed: Counter[int] = Counter()
    for text in texts:
        level = level_of(text)
        if level is None:
            continue
        points[level] += 1
        headed[level] += opens_headed(text[point_start(text, level) :])
    return frozenset(
        level
        for level, count in points.items()
        if headed[level] >= _FEWEST and headed[level] >= _MOST * count
    )


def opens_headed(point: str) -> bool:
    """Tell whether the words of a point are a short sentence and longer text behind it."""
    head, stop, text = point.partition("。")
    short = bool(stop) and len(head) <= _LONGEST_HEAD and len(text) >= _SHORTEST_TEXT
    return short and _HEAD.fullmatch(head) is not None


def leaf_points(texts: Sequence[str]) -> frozenset[int]:
    """Return the paragraphs that are points of one sentence with nothing below them but more such points.

    A heading heads something: where 2.开展大排查。 is followed by 3.…, it is itself what is to be done.
    """
    leaves: set[int] = set()
    for number, text in enumerate(texts):
        level = level_of(text)
        if level is None or text.find("。") != len(text) - 1:
            continue
        below = level_of(texts[number + 1]) if number + 1 < len(texts) else None
        last = number - 1 in leaves and level_of(texts[number - 1]) == level
        if below == level or (last and (below is None or below < level)):
            leaves.add(number)
    return frozenset(leaves)


def names_work(words: str) -> bool:
    """Tell whether a heading names a piece of work of a plan: 险段加固项目."""
    return _NAMED.fullmatch(words) is not None
