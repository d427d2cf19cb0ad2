"""How much a person has to look at until what is left is as right as the office wants it.

Stands on confidences that mean what they say: of decisions said to be 90 % sure, nine in
ten are right. What a person reviews counts as right.
"""

from collections.abc import Sequence


def reviews_needed(confidences: Sequence[float], *, aim: float) -> int:
    """Return how many of the least sure decisions must be reviewed for ``aim`` of all to be right.

    ``aim`` is a share from 0 to 1 of all decisions, in expectation; 0 for an empty list.
    """
    if not 0 <= aim <= 1:
        raise ValueError(f"the aim is a share between 0 and 1, not {aim}")
    if any(not 0 <= one <= 1 for one in confidences):
        raise ValueError("a confidence lies between 0 and 1")
    expected = sum(confidences)
    wanted = aim * len(confidences)
    for count, one in enumerate(sorted(confidences)):
        if expected >= wanted - 1e-9:
            return count
        expected += 1 - one
    return len(confidences)
