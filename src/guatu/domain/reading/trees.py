"""Small trees that correct a logistic model where features tell only together."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTrees:
    """Trees that ask the same question on a level; what their leaves say is added up.

    ``asked[t]`` are the numbers of the features that tree ``t`` asks, ``beyond[t]`` the values above
    which the answer is yes, ``leaves[t]`` what it adds to the log odds: the first answer is the
    highest bit of the leaf's number.
    """

    asked: tuple[tuple[int, ...], ...]
    beyond: tuple[tuple[float, ...], ...]
    leaves: tuple[tuple[float, ...], ...]
    _tables: tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        depths = {len(one) for one in (*self.asked, *self.beyond)}
        if not self.asked or len(depths) != 1:
            raise ValueError("trees ask the same number of questions, at least one")
        if not len(self.asked) == len(self.beyond) == len(self.leaves):
            raise ValueError("a tree has questions, values and leaves")
        if {len(one) for one in self.leaves} != {2 ** depths.pop()}:
            raise ValueError("a tree has two leaves for each way to its last question")
        tables = np.array(self.asked), np.array(self.beyond), np.array(self.leaves)
        object.__setattr__(self, "_tables", tables)

    def sums(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for each row what all trees add to its log odds."""
        asked, beyond, leaves = self._tables
        depth = asked.shape[1]
        answers = rows[:, asked] > beyond
        leaf = answers @ (1 << np.arange(depth - 1, -1, -1))
        found: NDArray[np.float64] = leaves[np.arange(len(leaves)), leaf].sum(axis=1)
        return found
