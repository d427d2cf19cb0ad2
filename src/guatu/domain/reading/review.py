"""What a clerk must look at so that a reading can be relied on: the least sure decisions first."""

from collections.abc import Sequence


def to_review(confidences: Sequence[float], *, target: float = 0.99) -> tuple[int, ...]:
    """Return which decisions to review, least sure first, until ``target`` of all is expected right.

    A decision that was reviewed counts as right; equal ones are taken in their order. What
    comes back is empty where the decisions are good enough as they are: "review k of n" is
    ``len(to_review(...))`` of ``len(confidences)``.
    """
    if not 0 <= target <= 1:
        raise ValueError("a target is a share from 0 to 1")
    order = sorted(range(len(confidences)), key=lambda one: (confidences[one], one))
    wrong = sum(1 - one for one in confidences)
    allowed = (1 - target) * len(confidences)
    found: list[int] = []
    for one in order:
        if wrong <= allowed + 1e-9:
            break
        found.append(one)
        wrong -= 1 - confidences[one]
    return tuple(found)
