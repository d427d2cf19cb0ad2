"""Workers of a Dask cluster (extra ``guatu[distributed]``): a county's draws over many machines."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from guatu.domain.kernel.protocols import Result, Task


class DaskWorkers:
    """Runs tasks on the cluster of a ``distributed.Client``; the caller opens and closes it."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks, each as soon as it and those before are there."""
        futures = [self.client.submit(function, task, pure=False) for task in tasks]
        for future in futures:
            yield future.result()
            future.release()
