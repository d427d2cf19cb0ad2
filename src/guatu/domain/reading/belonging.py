"""Which article each line belongs to, decided over the whole page: the likeliest walk through it.

An article usually runs on; it may be interrupted by another one and come back. A line is drawn
to the article whose words it shares, whose people speak in it, and to the one before it.
"""

import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from guatu.domain.reading.bonds import STANDING_FEATURES, Bonds, PageWalk, bonds_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import LineKind

MOVING_FEATURES = (
    "same",
    "same_after_byline",
    "same_after_open",
    "same_after_heading",
    "byline_same",
    "back",
    "near",
    "ended",
    "same_after_pulled",
    "byline_again",
)
BELONGING_FEATURES = (*STANDING_FEATURES, *MOVING_FEATURES)
_BEAM = 8
_RECENT = 4
_REACH = 3
_SUREST = 0.999


@dataclass(slots=True, kw_only=True)
class _Path:
    """One way of giving the lines so far to articles."""

    score: float = 0.0
    labels: dict[int, int] = field(default_factory=dict)
    last: int = -1
    opened: int = -1
    ended: frozenset[int] = frozenset()
    pulled: frozenset[int] = frozenset()


def in_file_order(walk: PageWalk) -> dict[int, int]:
    """Return the labels of the plainest reading: an article runs until the next one opens."""
    labels: dict[int, int] = {}
    current = 0
    for index in walk.order:
        current = walk.state_of.get(index, current)
        labels[index] = labels[walk.mother[index]] if walk.mother.get(index) in labels else current
    return labels


def moving_row(walk: PageWalk, index: int, state: int, last: int, path: _Path) -> tuple[float, ...]:
    """Return the features of a step from line ``last`` on, in the order of ``MOVING_FEATURES``."""
    line, before = walk.lines[index], walk.lines[last]
    same = state == path.labels[last]
    byline = before.kind is LineKind.BYLINE
    return (
        float(same),
        float(same and byline),
        float(same and not byline and not before.ended),
        float(same and index in walk.after_heading),
        float(same and line.kind is LineKind.BYLINE),
        float(state < path.labels[last]),
        float(abs(state - path.labels[last]) == 1),
        float(state in path.ended),
        float(same and last in path.pulled),
        float(line.kind is LineKind.BYLINE and state in path.ended),
    )


def states_near(opened: int) -> range:
    """Return the articles that a line may belong to: the latest few that are open."""
    return range(max(0, opened - _REACH), opened + 1)


def _pulled(walk: PageWalk, index: int, state: int, path: _Path) -> bool:
    """Tell whether a line stands among lines of another article than its own."""
    return path.last >= 0 and index in walk.mother and path.labels[path.last] != state


# Made for every path, line and article of the page: a tuple is made soonest.
class _Step(NamedTuple):
    """One way on from a path: the next line goes to ``state``."""

    path: _Path
    score: float
    state: int
    opened: int

    def taken(self, index: int, walk: PageWalk) -> _Path:
        """Return the path with the line ``index`` given to its article."""
        path, state = self.path, self.state
        byline = walk.lines[index].kind is LineKind.BYLINE
        pulled = _pulled(walk, index, state, path)
        return _Path(
            score=self.score,
            labels={**path.labels, index: state},
            last=index,
            opened=self.opened,
            ended=path.ended | {state} if byline else path.ended,
            pulled=path.pulled | {index} if pulled else path.pulled,
        )


_Move = tuple[int, int, bool, bool]


def _steps(
    path: _Path,
    index: int,
    walk: PageWalk,
    standing: Mapping[int, float],
    weights: Sequence[float],
    *,
    moved: dict[_Move, float],
) -> list[_Step]:
    """Return the ways on from a path, each with the score it would have.

    ``moved`` remembers what steps to this line weigh.
    """
    if index in walk.state_of:
        state = walk.state_of[index]
        return [_Step(path, path.score, state, state)]
    if path.last < 0:
        # A byline or a stray line before the first article opens.
        return [_Step(path, path.score, 0, path.opened)]
    mother = walk.mother.get(index)
    if mother in path.labels:
        odds = _beside_mother(path.labels[mother], standing, walk.sure[index])
    else:
        last = path.last
        home, pulled = path.labels[last], last in path.pulled
        odds = {}
        for state, value in standing.items():
            # Of many paths few differ in what a step is weighed by.
            key = state, home, pulled, state in path.ended
            step = moved.get(key)
            if step is None:
                row = moving_row(walk, index, state, last, path)
                step = moved[key] = sum(map(operator.mul, weights, row))
            odds[state] = value + step
        total = _log_sum(list(odds.values()))
        odds = {state: one - total for state, one in odds.items()}
    return [_Step(path, path.score + one, state, path.opened) for state, one in odds.items()]


def _beside_mother(home: int, standing: Mapping[int, float], sure: float) -> dict[int, float]:
    """A line goes where the line goes that it continues, or the seam between them is wrong."""
    total = _log_sum(list(standing.values()))
    certain = min(_SUREST, max(0.5, sure))
    found = {home: standing.get(home, total) - total + math.log(certain)}
    for state, one in standing.items():
        found.setdefault(state, one - total + math.log(1 - certain))
    return found


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum([math.exp(one - top) for one in values]))


def belongings(walk: PageWalk, lexicon: Lexicon) -> dict[int, int]:
    """Return the number of the article of each line that takes part."""
    labels = in_file_order(walk)
    if len(walk.opens) < 2:
        return labels
    model = lexicon.models["belonging"]
    split = len(STANDING_FEATURES)
    bonds = bonds_of(walk, labels, lexicon)
    standing, moving = model.weights[:split], model.weights[split:]
    found = _best_walk(walk, bonds, standing, moving)
    if found == labels:
        # The bonds of the same labels are the same, and so is the walk they lead to.
        return found
    return _best_walk(walk, bonds.relabelled(found), standing, moving)


def _best_walk(
    walk: PageWalk, bonds: Bonds, standing: Sequence[float], moving: Sequence[float]
) -> dict[int, int]:
    beam = [_Path()]
    daughters = {mother: index for index, mother in walk.mother.items()}
    opened = 0
    for index in walk.order:
        opened = walk.state_of.get(index, opened)
        odds = {
            state: sum(map(operator.mul, standing, row))
            for state, row in bonds.rows(index, states_near(opened)).items()
        }
        moved: dict[_Move, float] = {}
        steps = [
            one for path in beam for one in _steps(path, index, walk, odds, moving, moved=moved)
        ]
        steps.sort(key=lambda one: -one.score)
        early = daughters.get(index)
        if early is not None and early not in beam[0].labels:
            early = None
        beam = _distinct(steps, index, walk, early)
    return beam[0].labels


def _relabelled(path: _Path, index: int, state: int) -> _Path:
    return replace(path, labels={**path.labels, index: state})


def _distinct(steps: Sequence[_Step], index: int, walk: PageWalk, early: int | None) -> list[_Path]:
    """Take the best steps; of paths that look alike from here on keep only the better one.

    ``early`` is the line that goes on this one and stood higher up, before its article opened:
    it goes along.
    """
    kept: dict[tuple[int, int, frozenset[int], tuple[int, ...]], _Path] = {}
    for step in steps:
        one = step.taken(index, walk)
        if early is not None:
            one = _relabelled(one, early, one.labels[index])
        recent = tuple(islice(reversed(one.labels.values()), _RECENT))
        kept.setdefault((one.last, one.opened, one.ended, recent), one)
        if len(kept) == _BEAM:
            break
    return list(kept.values())
