"""Compiles the kernels of levelling before a clock runs: once an installation, kept on disk.

``python -m guatu.entry.kernels`` does it at installation; a run that finds them not yet
compiled does it itself, so that the seconds a person allows are seconds of search.
"""

from functools import cache

from guatu.entry.stopwatch import ThreadHands, WallStopwatch

_LONGEST = 300.0


@cache
def ready_kernels() -> None:
    """Level two activities, which compiles or loads every kernel that a real run needs."""
    from guatu.domain.planning.levelling.search import Allowance, level_workload  # noqa: PLC0415 numba is loaded where a run begins
    from guatu.domain.planning.levelling.workload import (  # noqa: PLC0415 the same
        Bond,
        Goal,
        Option,
        Placeable,
        Workload,
        steady,
    )

    option = Option(days=1, uses=((0, 1),))
    activities = (
        Placeable(options=(option,)),
        Placeable(options=(option,), goal=0),
    )
    level_workload(
        Workload(
            activities=activities,
            bonds=(Bond(before=0, after=1),),
            capacities=(steady(1),),
            goals=(Goal(),),
        ),
        allowance=Allowance(steps=100),
        stopwatch=WallStopwatch(_LONGEST),
        hands=ThreadHands(2),
    )


if __name__ == "__main__":
    ready_kernels()
