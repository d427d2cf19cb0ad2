"""Many files of ``guatu read`` by several processes, answered in order, with memory flat."""

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.read_answer import Answer, Asked, answer_of

SECONDS_A_FILE = 1800
FEWEST = 24
"""So many text files are read sooner by one process than others take to start."""

_SMALL = 256 * 1024
_AHEAD = 4
_CHUNK = 8
_PATIENCE = 5.0


def answers(files: Sequence[str], asked: Asked, *, jobs: int) -> Iterator[Answer]:
    """Yield the answer of each file, in order.

    A file that ends its process or takes longer than ``SECONDS_A_FILE`` is told as such;
    the others are read all the same.
    """
    if jobs == 1 or "-" in files or (len(files) < FEWEST and all(map(_is_small, files))):
        for name in files:
            yield answer_of(name, asked)
        return
    chunk = _CHUNK if len(files) >= FEWEST * jobs and all(map(_is_small, files[:FEWEST])) else 1
    chunks = [files[start : start + chunk] for start in range(0, len(files), chunk)]
    done = 0
    while done < len(chunks):
        for found in _of_pool(chunks[done:], asked, jobs):
            done += 1
            yield from found
        if done < len(chunks):
            # A process ended: the file that ended it is among the next; each gets its own.
            yield from _one_by_one(chunks[done], asked)
            done += 1


def _is_small(name: str) -> bool:
    path = Path(name)
    return (
        path.suffix.lower() in {".txt", ".md", ""}
        and path.is_file()
        and path.stat().st_size < _SMALL
    )


def _of_pool(chunks: Sequence[Sequence[str]], asked: Asked, jobs: int) -> Iterator[list[Answer]]:
    """Yield the answers of chunks in order until a process dies or a chunk takes too long."""
    pool = _pool(jobs)
    ahead: deque[tuple[Future[list[Answer]], int]] = deque()
    place = 0
    try:
        while place < len(chunks) or ahead:
            while place < len(chunks) and len(ahead) < jobs * _AHEAD:
                ahead.append((pool.submit(_chunk, chunks[place], asked), len(chunks[place])))
                place += 1
            future, size = ahead.popleft()
            yield future.result(timeout=SECONDS_A_FILE * size)
    except (BrokenProcessPool, TimeoutError):
        return
    finally:
        _end(pool)


def _one_by_one(names: Sequence[str], asked: Asked) -> Iterator[Answer]:
    for name in names:
        pool = _pool(1)
        try:
            yield pool.submit(answer_of, name, asked).result(timeout=SECONDS_A_FILE)
        except (BrokenProcessPool, TimeoutError) as fault:
            slow = isinstance(fault, TimeoutError)
            code = "reading.too_slow" if slow else "reading.reader_died"
            told = Diagnostic(
                code=code,
                source=Path(name).name,
                arguments=(("name", Path(name).name), ("seconds", SECONDS_A_FILE)),
            )
            yield Answer(diagnostics=(told,))
        finally:
            _end(pool)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: engines of the readers start threads.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes at once; one that hangs would be waited for for ever."""
    processes = list((pool._processes or {}).values())  # noqa: SLF001 the pool offers no way to end a hanging one
    pool.shutdown(wait=False, cancel_futures=True)
    for one in processes:
        one.terminate()
    for one in processes:
        one.join(timeout=_PATIENCE)


def _chunk(names: Sequence[str], asked: Asked) -> list[Answer]:
    return [answer_of(name, asked) for name in names]
