"""As late as possible in P6: after the forward pass the free float is used up, links stay met."""

from guatu.domain.planning.project.primavera.early import EarlyPass
from guatu.domain.planning.project.values import ConstraintKind, LinkType


def hang_late(early: EarlyPass, finish: int) -> None:
    """Move the early dates of such tasks to what their successors' early dates leave them.

    Successors are visited first, so that a chain hangs as one. Without successor a
    task ends with the project.
    """
    for node in reversed(early.net.order):
        if node >= len(early.net.tasks):
            continue
        task = early.net.tasks[node]
        constraint = task.constraint
        if constraint is None or constraint.kind is not ConstraintKind.AS_LATE:
            continue
        if task.actual_finish is not None:
            continue
        rest = early.rests[node]
        latest = finish
        for edge in early.net.leaving[node]:
            to_finish = edge.kind in {LinkType.FF, LinkType.SF}
            place = (early.finishes if to_finish else early.starts)[edge.after]
            place = edge.unshifted(place)
            if edge.kind in {LinkType.SS, LinkType.SF}:
                place = rest.finish(place)
            latest = min(latest, place)
        latest = max(rest.last_finish(latest), early.finishes[node])
        early.finishes[node] = latest
        early.starts[node] = rest.start(latest)
