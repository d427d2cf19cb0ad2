"""Which article each line belongs to, decided over the whole page: the likeliest walk through it.

An article usually runs on; it may be interrupted by another one and come back. A line is drawn
to the article whose words it shares, whose people speak in it, and to the one before it.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guatu.domain.reading.bonds import STANDING_FEATURES, Bonds, PageWalk, bonds_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import LineKind, is_finished

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
    state_of = {index: number for number, index in enumerate(walk.opens)}
    current = 0
    for index in walk.order:
        current = state_of.get(index, current)
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
        float(same and not byline and not is_finished(before.words)),
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


def _step(
    path: _Path, index: int, walk: PageWalk, standing: Mapping[int, float], weights: Sequence[float]
) -> list[_Path]:
    state_of = {one: number for number, one in enumerate(walk.opens)}
    line = walk.lines[index]

    def grown(state: int, score: float, opened: int) -> _Path:
        ended = path.ended | {state} if line.kind is LineKind.BYLINE else path.ended
        return _Path(
            score=path.score + score,
            labels={**path.labels, index: state},
            last=index,
            opened=opened,
            ended=ended,
            pulled=path.pulled | {index} if _pulled(walk, index, state, path) else path.pulled,
        )

    if index in state_of:
        return [grown(state_of[index], 0.0, state_of[index])]
    if path.last < 0:
        # A byline or a stray line before the first article opens.
        return [grown(0, 0.0, path.opened)]
    states = list(standing)
    mother = walk.mother.get(index)
    if mother in path.labels:
        return _beside_mother(path.labels[mother], standing, walk.sure[index], grown, path)
    odds = {
        state: standing[state]
        + sum(
            w * v
            for w, v in zip(weights, moving_row(walk, index, state, path.last, path), strict=True)
        )
        for state in states
    }
    total = _log_sum(list(odds.values()))
    return [grown(state, one - total, path.opened) for state, one in odds.items()]


def _beside_mother(
    home: int,
    standing: Mapping[int, float],
    sure: float,
    grown: Callable[[int, float, int], _Path],
    path: _Path,
) -> list[_Path]:
    """A line goes where the line goes that it continues, or the seam between them is wrong."""
    total = _log_sum(list(standing.values()))
    certain = min(_SUREST, max(0.5, sure))
    found = [grown(home, standing.get(home, total) - total + math.log(certain), path.opened)]
    found += [
        grown(state, one - total + math.log(1 - certain), path.opened)
        for state, one in standing.items()
        if state != home
    ]
    return found


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(one - top) for one in values))


def belongings(walk: PageWalk, lexicon: Lexicon) -> dict[int, int]:
    """Return the number of the article of each line that takes part."""
    labels = in_file_order(walk)
    if len(walk.opens) < 2:
        return labels
    model = lexicon.models["belonging"]
    split = len(STANDING_FEATURES)
    for _ in range(2):
        bonds = bonds_of(walk, labels, lexicon)
        labels = _best_walk(walk, bonds, model.weights[:split], model.weights[split:])
    return labels


def _best_walk(
    walk: PageWalk, bonds: Bonds, standing: Sequence[float], moving: Sequence[float]
) -> dict[int, int]:
    beam = [_Path()]
    daughters = {mother: index for index, mother in walk.mother.items()}
    opened = 0
    state_of = {index: number for number, index in enumerate(walk.opens)}
    for index in walk.order:
        opened = state_of.get(index, opened)
        rows = bonds.rows(index, states_near(opened))
        odds = {
            state: sum(w * v for w, v in zip(standing, row, strict=True))
            for state, row in rows.items()
        }
        grown = [one for path in beam for one in _step(path, index, walk, odds, moving)]
        early = daughters.get(index)
        if early is not None and early in beam[0].labels:
            # The rest of this line stood higher up, before its article opened: it goes along.
            grown = [_relabelled(one, early, one.labels[index]) for one in grown]
        grown.sort(key=lambda one: -one.score)
        beam = _distinct(grown)
    return beam[0].labels


def _relabelled(path: _Path, index: int, state: int) -> _Path:
    return replace(path, labels={**path.labels, index: state})


def _distinct(paths: Sequence[_Path]) -> list[_Path]:
    """Keep the best paths; of those that look alike from here on only the better one."""
    kept: dict[tuple[int, int, frozenset[int], tuple[int, ...]], _Path] = {}
    for one in paths:
        recent = tuple(list(one.labels.values())[-4:])
        kept.setdefault((one.last, one.opened, one.ended, recent), one)
        if len(kept) == _BEAM:
            break
    return list(kept.values())
