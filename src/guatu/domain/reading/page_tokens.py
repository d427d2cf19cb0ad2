"""Which lines of a page hold which pairs of characters, asked of many lines at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from guatu.domain.reading.likeness import Rarity

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTokens:
    """The pairs of characters of the lines of a page as numbers of columns, line after line.

    ``at`` are the columns of all lines in a row, those of line ``n`` from ``ends[n]`` to
    ``ends[n + 1]``; ``weights`` is how much each column tells; ``wholes`` what each line weighs.
    """

    at: Ints
    ends: Ints
    weights: Floats
    wholes: Floats

    def held(self, first: int, stop: int) -> "HeldTokens":
        """Return which of the lines from one on up to another hold what."""
        at = self.at[self.ends[first] : self.ends[stop]]
        place = np.full(len(self.weights), -1)
        place[at] = 0
        found = np.flatnonzero(place == 0)
        place[found] = np.arange(len(found))
        lines = np.zeros((stop - first, len(found)), dtype=bool)
        sizes = np.diff(self.ends[first : stop + 1])
        lines[np.repeat(np.arange(stop - first), sizes), place[at]] = True
        return HeldTokens(page=self, first=first, lines=lines, place=place)

    def counted(self, lines: Sequence[int], place: Ints, size: int) -> Ints:
        """Return in how many of some lines each column stands; ``place`` renumbers, -1 leaves out."""
        at = [place[self.at[self.ends[n] : self.ends[n + 1]]] for n in lines]
        said = np.concatenate(at) if at else np.zeros(0, dtype=np.intp)
        return np.bincount(said[said >= 0], minlength=size)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTokens:
    """A stretch of lines with the pairs that they hold: a row of flags a line, from ``first`` on.

    ``place`` gives for each column of the page the one it has here, -1 for none.
    """

    page: PageTokens
    first: int
    lines: Flags
    place: Ints

    def grouped(self, lines: Sequence[int]) -> tuple[Flags, Flags]:
        """Return what any of some lines of the page holds, and what two or more of them do."""
        counts = self.page.counted(lines, self.place, self.lines.shape[1])
        return counts > 0, counts > 1

    def shares(self, bags: Flags, which: Ints, whose: Ints) -> Floats:
        """Return the containment of lines in bags: of line ``whose[n]`` in row ``which[n]``."""
        page = self.page
        sizes = page.ends[whose + 1] - page.ends[whose]
        found = np.zeros(len(whose))
        some = sizes > 0
        which, whose, sizes = which[some], whose[some], sizes[some]
        if not len(whose):
            return found
        starts = np.cumsum(sizes) - sizes
        at = page.at[np.arange(sizes.sum()) + np.repeat(page.ends[whose] - starts, sizes)]
        inside = bags.ravel().take(np.repeat(which * bags.shape[1], sizes) + self.place[at])
        held = np.add.reduceat(page.weights[at] * inside, starts)
        found[some] = held / page.wholes[whose]
        return found


def page_tokens(texts: Sequence[frozenset[str]], rare: Rarity) -> PageTokens:
    """Return the pairs of lines as columns; ``rare`` knows all of them."""
    column = dict(zip(rare.weights, range(len(rare.weights)), strict=True))
    ends = np.cumsum([0, *map(len, texts)])
    at = np.fromiter(map(column.__getitem__, chain.from_iterable(texts)), np.intp, ends[-1])
    weights = np.fromiter(rare.weights.values(), float, len(rare.weights))
    wholes = np.zeros(len(texts))
    some = np.diff(ends) > 0
    if some.any():
        wholes[some] = np.add.reduceat(weights[at], ends[:-1][some])
    return PageTokens(at=at, ends=ends, weights=weights, wholes=wholes)
