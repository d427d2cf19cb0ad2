"""Fits the weights of a walk through a graph: of all walks, the true one is to be the likeliest.

Used by ``tools/train_reading.py`` for the parting of a page into articles. Plain numpy: a limited
memory of past slopes (L-BFGS) finds the weights; the same graphs give the same weights.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
_STEPS = 250
_MEMORY = 8
_NEVER = -1e9


@dataclass(frozen=True)
class Graph:
    """A graph with nodes 0 to ``count`` - 1 in order, its steps sorted by their end.

    ``true`` tells which steps a true walk may take; ``rows`` and ``columns`` with ``values`` are
    the features of the steps.
    """

    count: int
    starts: Sequence[int]
    ends: Sequence[int]
    start: Vector
    stop: Vector
    true: Vector
    rows: Vector
    columns: Vector
    values: Vector


class Step(Protocol):
    """A step of a graph: from which node to which, and its features by their numbers."""

    @property
    def start(self) -> int:
        """The number of the node it leaves."""

    @property
    def stop(self) -> int:
        """The number of the node it leads to."""

    @property
    def features(self) -> Mapping[int, float]:
        """The values of its features by their numbers."""


def graph_of(
    count: int,
    starts: Sequence[int],
    ends: Sequence[int],
    steps: Sequence[Step],
    true: Sequence[bool],
) -> Graph | None:
    """Return steps (sorted by their ends) as arrays, or None where no true walk leads through."""
    sizes = [len(one.features) for one in steps]
    graph = Graph(
        count=count,
        starts=starts,
        ends=ends,
        start=np.array([one.start for one in steps]),
        stop=np.array([one.stop for one in steps]),
        true=np.array(true),
        rows=np.repeat(np.arange(len(steps)), sizes),
        columns=np.array([at for one in steps for at in one.features]),
        values=np.array([value for one in steps for value in one.features.values()]),
    )
    held, _ = _shares(graph, np.where(graph.true, 0.0, _NEVER))
    return graph if held > _NEVER / 2 else None


def _shares(graph: Graph, scores: Vector) -> tuple[float, Vector]:
    """Return the logarithm of the sum over all walks, and how likely each step is taken."""
    start, stop = graph.start.tolist(), graph.stop.tolist()
    said = scores.tolist()
    to = [_NEVER] * graph.count
    for one in graph.starts:
        to[one] = 0.0
    size = len(start)
    at = 0
    spans: list[tuple[int, int, int]] = []
    while at < size:
        end = at
        while end < size and stop[end] == stop[at]:
            end += 1
        values = [to[start[n]] + said[n] for n in range(at, end)]
        # A walk may begin where others lead to.
        values.append(to[stop[at]])
        top = max(values)
        if top > _NEVER / 2:
            to[stop[at]] = top + math.log(sum(math.exp(one - top) for one in values))
        spans.append((at, end, stop[at]))
        at = end
    total = np.logaddexp.reduce([to[n] for n in graph.ends])
    shares = np.zeros(size)
    mass = [0.0] * graph.count
    for one in graph.ends:
        mass[one] = math.exp(to[one] - total) if to[one] > _NEVER / 2 else 0.0
    for first, last, node in reversed(spans):
        if mass[node] <= 0:
            continue
        for n in range(first, last):
            back = to[start[n]]
            if back <= _NEVER / 2:
                continue
            part = mass[node] * math.exp(back + said[n] - to[node])
            shares[n] = part
            mass[start[n]] += part
    return float(total), shares


def _loss(
    graphs: Sequence[Graph], weights: Vector, prior: Vector, ridge: float
) -> tuple[float, Vector]:
    loss = 0.5 * ridge * float((weights - prior) @ (weights - prior))
    slope = ridge * (weights - prior)
    for one in graphs:
        rows = one.rows
        scores = np.bincount(
            rows, weights=one.values * weights[one.columns], minlength=len(one.start)
        )
        every, wide = _shares(one, scores)
        held, narrow = _shares(one, np.where(one.true, scores, _NEVER))
        loss += every - held
        slope += np.bincount(
            one.columns, weights=one.values * (wide - narrow)[rows], minlength=len(weights)
        )
    return loss, slope


def fit_walks(
    graphs: Sequence[Graph], count: int, *, ridge: float = 1.0, begin: Vector | None = None
) -> tuple[Vector, float]:
    """Return the weights under which the true walks are likeliest, and the loss a graph."""
    weights = np.zeros(count) if begin is None else begin.copy()
    prior = np.zeros(count)
    loss, slope = _loss(graphs, weights, prior, ridge)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(_STEPS):
        turn = slope.copy()
        kept: list[tuple[float, Vector, Vector]] = []
        for move, change in reversed(moves):
            share = float(move @ turn) / float(move @ change)
            kept.append((share, move, change))
            turn -= share * change
        if moves:
            move, change = moves[-1]
            turn *= float(move @ change) / float(change @ change)
        else:
            turn /= max(1.0, float(np.abs(slope).max()))
        for share, move, change in reversed(kept):
            turn += (share - float(change @ turn) / float(move @ change)) * move
        step = 1.0
        gain = float(slope @ turn)
        while True:
            tried = weights - step * turn
            new_loss, new_slope = _loss(graphs, tried, prior, ridge)
            if new_loss <= loss - 1e-4 * step * gain or step < 1e-6:
                break
            step *= 0.4
        move, change = tried - weights, new_slope - slope
        done = loss - new_loss < 1e-7 * max(1.0, loss)
        weights, loss, slope = tried, new_loss, new_slope
        if float(move @ change) > 1e-10:
            moves = [*moves, (move, change)][-_MEMORY:]
        if done:
            break
    return weights, loss / max(1, len(graphs))
