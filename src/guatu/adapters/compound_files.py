"""Compound files: the containers of office programs before 2007, and which kind one holds."""

import io
from collections.abc import Mapping

import olefile

MOST_STREAM = 64 * 1024 * 1024
_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError)


class BrokenContainerError(Exception):
    """A container whose table of contents, or a stream that it names, cannot be read."""


def stream_names(raw: bytes) -> frozenset[str]:
    """Return the names of the streams at the top of a compound file.

    Raises :class:`BrokenContainerError`.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(raw)) as container:
            return frozenset(path[0] for path in container.listdir(storages=False))
    except _BROKEN as fault:
        raise BrokenContainerError from fault


def streams_of(raw: bytes, names: frozenset[str]) -> Mapping[str, bytes]:
    """Return the streams of some names that stand at the top; those that are not there are left out.

    Raises :class:`BrokenContainerError`, also for a stream of more than 64 MB.
    """
    found = {}
    try:
        with olefile.OleFileIO(io.BytesIO(raw)) as container:
            for name in sorted(names):
                if container.exists(name):
                    if container.get_size(name) > MOST_STREAM:
                        raise BrokenContainerError
                    found[name] = bytes(container.openstream(name).read())
    except _BROKEN as fault:
        raise BrokenContainerError from fault
    return found
