"""How much two texts speak of the same thing, by the pairs of characters they share."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

_MARKS = set("，。；：、！？“”‘’（）《》【】…—·")


def pairs(words: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters that hold no punctuation mark."""
    return frozenset(
        words[i : i + 2]
        for i in range(len(words) - 1)
        if words[i] not in _MARKS and words[i + 1] not in _MARKS
    )


def rarity(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return the weight of each pair: the fewer texts of the page hold it, the more it tells."""
    found = list(texts)
    counts = Counter(pair for text in found for pair in text)
    return {pair: math.log((len(found) + 1) / (count + 0.5)) for pair, count in counts.items()}


def containment(
    small: frozenset[str], large: frozenset[str], weights: Mapping[str, float]
) -> float:
    """Return the weighted share of the small text's pairs that the large one holds, 0 to 1."""
    rarest = max(weights.values(), default=1.0)
    total = sum(max(weights.get(pair, rarest), 0.05) for pair in small)
    if not total:
        return 0.0
    shared = sum(max(weights.get(pair, rarest), 0.05) for pair in small if pair in large)
    return shared / total
