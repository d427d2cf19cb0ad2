"""The best walk through the articles that a page may hold, and how sure each of its steps is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.article_graph import ArticleGraph
from guatu.domain.reading.article_segments import Segment

_NEVER = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A page parted into articles: where each opens and how sure that is, and its headline.

    ``headlines`` gives for an opening the lines of its headline and how likely they are just those.
    """

    openings: Mapping[int, float]
    headlines: Mapping[int, tuple[tuple[int, ...], float]]


def scores_of(segments: Sequence[Segment], weights: Sequence[float]) -> list[float]:
    """Return the score of each segment: its features by their weights."""
    known: dict[int, float] = {}
    for one in segments:
        for part in one.parts:
            if id(part) not in known:
                known[id(part)] = sum([weights[at] * value for at, value in part.items()])
    return [sum([known[id(part)] for part in one.parts]) for one in segments]


def forward(
    segments: Sequence[Segment], scores: Sequence[float], count: int, starts: Sequence[int]
) -> list[float]:
    """Return for each node the logarithm of the sum over all walks that lead to it."""
    found = [_NEVER] * count
    for node in starts:
        found[node] = 0.0
    into: list[list[int]] = [[] for _ in range(count)]
    for number, one in enumerate(segments):
        into[one.stop].append(number)
    for node, steps in enumerate(into):
        if steps:
            # A walk may begin here too.
            begun = [found[node]] if found[node] > _NEVER else []
            found[node] = _log_sum(begun + [found[segments[n].start] + scores[n] for n in steps])
    return found


def backward(
    segments: Sequence[Segment], scores: Sequence[float], count: int, ends: Sequence[int]
) -> list[float]:
    """Return for each node the logarithm of the sum over all walks from it to the end."""
    found = [_NEVER] * count
    for node in ends:
        found[node] = 0.0
    out: list[list[int]] = [[] for _ in range(count)]
    for number, one in enumerate(segments):
        out[one.start].append(number)
    for node in range(count - 1, -1, -1):
        if out[node]:
            found[node] = _log_sum([found[segments[n].stop] + scores[n] for n in out[node]])
    return found


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum([math.exp(one - top) for one in values]))


def ends_of(graph: ArticleGraph) -> tuple[list[int], list[int]]:
    """Return the nodes where a walk may begin, and those where it may end."""
    nodes, last = graph.nodes, len(graph.lines)
    return (
        [n for n, one in enumerate(nodes) if one.place in graph.starts and not one.end],
        [n for n, one in enumerate(nodes) if one.place == last],
    )


def _best(
    segments: Sequence[Segment],
    scores: Sequence[float],
    count: int,
    ends: tuple[Sequence[int], Sequence[int]],
) -> list[Segment]:
    """Return the likeliest walk from one of the first nodes to one of the last."""
    best = [_NEVER] * count
    came: dict[int, int] = {}
    for node in ends[0]:
        best[node] = 0.0
    for n in sorted(range(len(segments)), key=lambda n: segments[n].stop):
        one = segments[n]
        value = best[one.start] + scores[n]
        if best[one.start] > _NEVER and value > best[one.stop]:
            best[one.stop] = value
            came[one.stop] = n
    node = max(ends[1], key=lambda n: best[n])
    walk: list[Segment] = []
    while node in came:
        walk.append(segments[came[node]])
        node = walk[-1].start
    return walk[::-1]


def parted(graph: ArticleGraph, weights: Sequence[float]) -> Parted:
    """Return the likeliest way of parting a page into articles with their headlines."""
    if len(graph.places) < 2:
        return Parted(openings={}, headlines={})
    segments = list(graph.segments())
    scores = scores_of(segments, weights)
    starts, ends = ends_of(graph)
    count = len(graph.nodes)
    to = forward(segments, scores, count, starts)
    on = backward(segments, scores, count, ends)
    total = _log_sum([to[n] for n in ends])
    opened: dict[int, float] = {}
    headed: dict[tuple[int, tuple[int, ...]], float] = {}
    for one, score in zip(segments, scores, strict=True):
        sure = math.exp(min(0.0, to[one.start] + score + on[one.stop] - total))
        place = graph.nodes[one.start].place
        opened[place] = opened.get(place, 0.0) + sure
        key = place, one.headline
        headed[key] = headed.get(key, 0.0) + sure
    walk = _best(segments, scores, count, (starts, ends))
    openings: dict[int, float] = {}
    headlines: dict[int, tuple[tuple[int, ...], float]] = {}
    for one in walk:
        place = graph.nodes[one.start].place
        openings[place] = min(1.0, opened[place])
        if one.headline:
            headlines[place] = one.headline, min(1.0, headed[place, one.headline])
    return Parted(openings=openings, headlines=headlines)
