"""Where a moment may stand: tasks snap to working time, moments without duration to its edges."""

from guatu.domain.planning.project.effort import Effort


def snapped_start(effort: Effort, place: int) -> int:
    """Return the first start from a place; a moment without duration may stay at the end of work."""
    if effort.is_moment and place == effort.last_finish(place):
        return place
    return effort.next_start(place)


def snapped_finish(effort: Effort, place: int) -> int:
    """Return the last finish up to a place; a moment without duration may stay where work begins."""
    if effort.is_moment and place == effort.next_start(place):
        return place
    return effort.last_finish(place)
