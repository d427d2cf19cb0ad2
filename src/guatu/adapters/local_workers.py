"""Workers on this machine: threads for compiled chunks, processes for the rest."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

from guatu.domain.kernel.protocols import Result, Task


class ThreadWorkers:
    """Runs tasks in threads: right for compiled chunks, which hold no lock."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks."""
        return _mapped(ThreadPoolExecutor(self.count), function, tasks)


class ProcessWorkers:
    """Runs tasks in fresh processes: right for Python code, at the price of sending the tasks."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks."""
        executor = ProcessPoolExecutor(self.count, mp_context=get_context("spawn"))
        return _mapped(executor, function, tasks)


def _mapped(
    executor: Executor, function: Callable[[Task], Result], tasks: Iterable[Task]
) -> Iterator[Result]:
    with executor:
        yield from executor.map(function, tasks)
