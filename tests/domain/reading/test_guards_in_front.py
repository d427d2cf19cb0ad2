"""Patterns with a look at the first sign in front, (?=[…]): the look rules out nothing that the rest would find.

What the rest may begin with is worked out from the pattern as Python parses it, so that a sign that a later hand adds
to the rest and forgets in the look is told by name.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import guatu.domain.reading

_LOOK = re.compile(r"\A\(\?=(\[(?:[^\]\\]|\\.)*\])\)")
# Every sign that any pattern of the reader holds, a figure, a letter and a sign that stands in none.
_OTHERS = frozenset("0aZ\n龘")


def _guarded() -> Iterator[tuple[str, str]]:
    """Yield the patterns of all modules of the reader that begin with such a look, each once."""
    seen: set[str] = set()
    package = guatu.domain.reading
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        for name, value in vars(importlib.import_module(module.name)).items():
            pattern = getattr(value, "pattern", None)
            if isinstance(pattern, str) and _LOOK.match(pattern) and pattern not in seen:
                seen.add(pattern)
                yield f"{module.name.rpartition('.')[2]}.{name}", pattern


GUARDED = dict(_guarded())


def _begins(items: Sequence[Any], signs: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Return which of some signs what parsed items find may begin with, and whether they may find nothing."""
    found: frozenset[str] = frozenset()
    for kind, value in items:
        first, empty = _begin(kind, value, signs)
        found |= first
        if not empty:
            return found, False
    return found, True


def _begin(kind: Any, value: Any, signs: frozenset[str]) -> tuple[frozenset[str], bool]:
    if kind is code.BRANCH:
        parts = [_begins(one, signs) for one in value[1]]
        return frozenset().union(*(one for one, _ in parts)), any(empty for _, empty in parts)
    if kind is code.SUBPATTERN:
        return _begins(value[-1], signs)
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        first, empty = _begins(value[-1], signs)
        return first, empty or value[0] == 0
    if kind in (code.ASSERT, code.ASSERT_NOT, code.AT):
        return frozenset(), True
    made = {
        code.LITERAL: lambda sign: ord(sign) == value,
        code.NOT_LITERAL: lambda sign: ord(sign) != value,
        code.ANY: lambda sign: sign != "\n",
        code.IN: lambda sign: _is_in(value, sign),
    }[kind]
    return frozenset(filter(made, signs)), False


def _is_in(items: Sequence[Any], sign: str) -> bool:
    negated = bool(items) and items[0][0] is code.NEGATE
    held = any(
        (kind is code.LITERAL and ord(sign) == value)
        or (kind is code.RANGE and value[0] <= ord(sign) <= value[1])
        or (kind is code.CATEGORY and value is code.CATEGORY_DIGIT and sign.isdecimal())
        or (kind is code.CATEGORY and value is code.CATEGORY_SPACE and sign.isspace())
        for kind, value in items
    )
    return held is not negated


def missing(pattern: str) -> str:
    """Return the signs that the rest of a pattern may begin with and the look in front of it rules out."""
    look = _LOOK.match(pattern)
    assert look is not None
    rest = pattern[look.end() :]
    first, _ = _begins(list(parser.parse(rest)), frozenset(rest) | _OTHERS)
    return "".join(sorted(sign for sign in first if re.match(look.group(1), sign) is None))


def test_there_are_such_patterns():
    assert len(GUARDED) > 20


@pytest.mark.parametrize("name", GUARDED)
def test_a_look_in_front_rules_out_nothing(name: str):
    assert missing(GUARDED[name]) == ""


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("(?=[上下])(?:上台|下去)", ""),
        ("(?=[下])(?:上台|下去)", "上"),
        ("(?=[下])(?:再)?(?:(?<=县)下去)", "再"),
        ("(?=[下])(?:再){0,2}下去|[一二]", "一二再"),
        ("(?=[下])\\d?下", "0"),
        ("(?=[下])[^下]", "0\nZa龘"),
    ],
)
def test_a_sign_that_the_look_forgets_is_told(pattern: str, signs: str):
    assert set(signs) <= set(missing(pattern))
    assert signs or not missing(pattern)
