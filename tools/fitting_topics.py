"""Finds where characters point: those that stand in the same articles point the same way."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from guatu.domain.reading.topics import Topics

SIZE = 24
# A step is an eighth of the spread; what is farther out than four times the spread is cut off.
_STEPS, _FARTHEST = 8, 31
_LEAST = 3
_MOST_SHARE = 0.6


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"


def fit_topics(articles: Sequence[str]) -> Topics:
    """Return the directions of characters by a singular value decomposition of what articles say.

    A character stands in at least three articles and at most in six of ten. Directions are in whole steps,
    so that they are written and read alike.
    """
    said = [Counter(filter(_is_han, one)) for one in articles]
    held = Counter(sign for one in said for sign in one)
    known = sorted(s for s, n in held.items() if _LEAST <= n < _MOST_SHARE * len(said))
    place = {sign: n for n, sign in enumerate(known)}
    rare = np.array([math.log(len(said) / held[sign]) for sign in known])
    table = np.zeros((len(known), len(said)))
    for column, one in enumerate(said):
        for sign, count in one.items():
            if sign in place:
                table[place[sign], column] = 1.0 + math.log(count)
    table *= rare[:, None]
    table /= np.linalg.norm(table, axis=0, keepdims=True) + 1e-9
    found = np.linalg.svd(table, full_matrices=False)[0][:, :SIZE]
    # A direction and its opposite are as good: the longest character points on.
    longest = np.abs(found).argmax(axis=0)
    found *= np.sign(found[longest, range(found.shape[1])]) * rare[:, None]
    steps = np.clip(np.round(found / found.std() * _STEPS), -_FARTHEST, _FARTHEST)
    return Topics(rows=place, directions=np.vstack([steps, np.zeros((1, found.shape[1]))]))
