"""The signs that what a pattern finds may begin or end with, so that at most places it need not be tried at all.

Patterns of head nouns hold hundreds of signs and begin with a few dozen. They are read as they are
written: literals, classes without ranges, ``(?:…|…)``, looks around without brackets in them, and quantifiers.
"""

import re
from typing import NamedTuple

_FIGURE = "0"
_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!][^()]*\))|(?P<open>\(\?:)|(?P<close>\))|(?P<or>\|)"
    r"|\[(?P<class>[^]^-]+)\]|(?P<figure>\\d)|(?P<sign>[^\\\[(){}?*+.^$])"
)
_QUANTIFIER = re.compile(r"(?P<none>[?*]|\{0,\d+\})|\+|\{\d+(?:,\d*)?\}")


def sign_of(sign: str) -> str:
    """Return the sign under which ``first_signs`` knows a sign: every figure is one."""
    return _FIGURE if sign.isdecimal() else sign


class _Edges(NamedTuple):
    """What a part of a pattern may begin and end with, where it is written to its end, and whether it may be empty."""

    first: frozenset[str]
    last: frozenset[str]
    end: int
    empty: bool


def first_signs(pattern: str) -> frozenset[str]:
    """Return the signs that what a pattern finds may begin with; any figure is one of them.

    Raises ValueError where the pattern is written otherwise than the module says.
    """
    return _edges(pattern).first


def last_signs(pattern: str) -> frozenset[str]:
    """Return the signs that what a pattern finds may end with; any figure is one of them.

    Raises ValueError where the pattern is written otherwise than the module says.
    """
    return _edges(pattern).last


def _edges(pattern: str) -> _Edges:
    found = _alternatives(pattern, 0)
    if found.end != len(pattern) or found.empty:
        raise ValueError(f"what {pattern!r} begins with cannot be told at {found.end}")
    return found


def _alternatives(pattern: str, at: int) -> _Edges:
    """Return the edges of the alternatives from a place on, and whether one of them may be empty."""
    first: set[str] = set()
    last: set[str] = set()
    ended: set[str] = set()
    may_be_empty = False
    going = True
    while (token := _TOKEN.match(pattern, at)) is not None and not token["close"]:
        if token["or"]:
            may_be_empty, going, at = may_be_empty or going, True, token.end()
            ended |= last
            last = set()
            continue
        one = _one(pattern, token)
        quantifier = _QUANTIFIER.match(pattern, one.end)
        at, empty = one.end, one.empty
        if quantifier is not None:
            at, empty = quantifier.end(), empty or quantifier["none"] is not None
        last = last | one.last if empty else set(one.last)
        if going:
            first |= one.first
            going = empty
    return _Edges(frozenset(first), frozenset(ended | last), at, may_be_empty or going)


def _one(pattern: str, token: re.Match[str]) -> _Edges:
    """Return the edges of what begins with a token."""
    if token["look"]:
        return _Edges(frozenset(), frozenset(), token.end(), empty=True)
    if token["open"]:
        inner = _alternatives(pattern, token.end())
        if pattern[inner.end : inner.end + 1] != ")":
            raise ValueError(f"what {pattern!r} begins with cannot be told at {inner.end}")
        return inner._replace(end=inner.end + 1)
    held = token["class"] or token["sign"] or _FIGURE
    signs = frozenset(map(sign_of, held.replace("\\d", _FIGURE)))
    return _Edges(signs, signs, token.end(), empty=False)
