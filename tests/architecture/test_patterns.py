"""Patterns that are put together: a count in braces must not be taken for a value of an f-string."""

import ast
from pathlib import Path

import pytest

_SOURCES = Path(__file__).parents[2] / "src" / "guatu"
_FILES = sorted(_SOURCES.rglob("*.py"))


@pytest.mark.parametrize("path", _FILES, ids=lambda one: str(one.relative_to(_SOURCES)))
def test_no_f_string_holds_a_mere_number(path):
    # [a-z]{2} within an f-string is the word 2 behind a letter: {{2}} is meant.
    tree = ast.parse(path.read_text(encoding="utf-8"))
    held = [
        (one.lineno, ast.unparse(one.value))
        for one in ast.walk(tree)
        if isinstance(one, ast.FormattedValue) and isinstance(one.value, ast.Constant | ast.Tuple)
    ]
    assert held == []
