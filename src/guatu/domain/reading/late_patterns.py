"""Patterns that are compiled when they are first asked.

A thousand and a half patterns are written down beside the rules that ask them, and compiling them is most of a cold
start. What fewer than a quarter of pages ask, and takes long to compile, is written ``late(…)`` in place of
``re.compile(…)``. What most pages ask is not: a late pattern takes a little longer to ask.
"""

import re
from collections.abc import Callable
from re import Pattern
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class LatePattern:
    """A pattern that has not been asked yet, or what it is asked with: the methods of the compiled one."""

    __slots__ = (*_ASKED, "pattern")

    pattern: str

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Callable[..., Any]:
        # Only called while a method is missing: all are there from the first question on.
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for each in _ASKED:
            setattr(self, each, getattr(compiled, each))
        found: Callable[..., Any] = getattr(compiled, name)
        return found


def late(pattern: str) -> Pattern[str]:
    """Return a pattern that is compiled when it is first asked, and may be asked like any other.

    What is wrong with it shows then, and not when its module is imported; a test compiles them all. The ``re`` of its
    matches is the compiled pattern, and not what is returned here.
    """
    return cast("Pattern[str]", LatePattern(pattern))
