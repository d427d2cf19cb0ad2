"""The signs that what a pattern finds may begin with, so that at most places it need not be tried at all.

Patterns of head nouns hold hundreds of signs and begin with a few dozen. They are read as they are
written: literals, classes without ranges, ``(?:…|…)``, looks around without brackets in them, and quantifiers.
"""

import re

_FIGURE = "0"
_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!][^()]*\))|(?P<open>\(\?:)|(?P<close>\))|(?P<or>\|)"
    r"|\[(?P<class>[^]^-]+)\]|(?P<figure>\\d)|(?P<sign>[^\\\[(){}?*+.^$])"
)
_QUANTIFIER = re.compile(r"(?P<none>[?*]|\{0,\d+\})|\+|\{\d+(?:,\d*)?\}")


def sign_of(sign: str) -> str:
    """Return the sign under which ``first_signs`` knows a sign: every figure is one."""
    return _FIGURE if sign.isdecimal() else sign


def first_signs(pattern: str) -> frozenset[str]:
    """Return the signs that what a pattern finds may begin with; any figure is one of them.

    Raises ValueError where the pattern is written otherwise than the module says.
    """
    signs, end, empty = _alternatives(pattern, 0)
    if end != len(pattern) or empty:
        raise ValueError(f"what {pattern!r} begins with cannot be told at {end}")
    return frozenset(signs)


def _alternatives(pattern: str, at: int) -> tuple[set[str], int, bool]:
    """Return the first signs from a place on, where the alternatives end, and whether one may be empty."""
    found: set[str] = set()
    may_be_empty = False
    going = True
    while (token := _TOKEN.match(pattern, at)) is not None and not token["close"]:
        if token["or"]:
            may_be_empty, going, at = may_be_empty or going, True, token.end()
            continue
        signs, at, empty = _one(pattern, token)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier is not None:
            at, empty = quantifier.end(), empty or quantifier["none"] is not None
        if going:
            found |= signs
            going = empty
    return found, at, may_be_empty or going


def _one(pattern: str, token: re.Match[str]) -> tuple[set[str], int, bool]:
    """Return the first signs of what begins with a token, where it ends, and whether it may be empty."""
    if token["look"]:
        return set(), token.end(), True
    if token["open"]:
        signs, at, empty = _alternatives(pattern, token.end())
        if pattern[at : at + 1] != ")":
            raise ValueError(f"what {pattern!r} begins with cannot be told at {at}")
        return signs, at + 1, empty
    held = token["class"] or token["sign"] or _FIGURE
    return set(map(sign_of, held.replace("\\d", _FIGURE))), token.end(), False
