"""What a text is about, by its characters: those of one matter stand in the same articles.

汛 and 堤 point the same way, 秸 and 烟 another, so that a headline and its report are found to speak of one thing
though they share no word. The directions of characters are learned from the articles of the corpus
(S. Deerwester and others, Indexing by latent semantic analysis, 1990).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Beyond the plane of usual characters nothing is known; no character has this code.
_LAST_CODE = 0xFFFF


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Topics:
    """Where each character points: ``directions`` has a row for each of ``rows`` and a last one, of noughts, for all others."""

    rows: Mapping[str, int] = field(default_factory=dict)
    directions: Floats = field(default_factory=lambda: np.zeros((1, 1)))
    _places: NDArray[np.intp] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        places = np.full(_LAST_CODE + 1, len(self.rows))
        for sign, row in self.rows.items():
            places[ord(sign)] = row
        object.__setattr__(self, "_places", places)

    def of(self, texts: Sequence[str]) -> Floats:
        """Return where each text points, the sum over its characters; a text has one at least."""
        if not texts:
            return np.zeros((0, self.directions.shape[1]))
        codes = np.frombuffer("".join(texts).encode("utf-32-le"), dtype="<u4")
        at = self._places[np.minimum(codes, _LAST_CODE)]
        starts = np.cumsum([0, *map(len, texts[:-1])])
        return np.add.reduceat(self.directions[at], starts, axis=0)


def alike(pointing: Floats) -> Floats:
    """Return how alike any two of some texts are in what they are about, -1 to 1, by where they point."""
    one = pointing / np.maximum(np.linalg.norm(pointing, axis=1, keepdims=True), 1.0)
    found: Floats = one @ one.T
    return found
