import ast

import pytest

from guatu.adapters.packs import load_messages
from guatu.apps.journal.kinds import known_kinds
from tests.architecture.source_tree import PACKAGE, source_files


def _kinds_written() -> set[tuple[str, str]]:
    """Return every literal kind that a call of ``write`` names, with its file."""
    found: set[tuple[str, str]] = set()
    for file in source_files():
        if (PACKAGE / "apps") not in file.path.parents:
            continue
        for node in ast.walk(file.tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "write"):
                continue
            named = [*node.args[1:2], *(one.value for one in node.keywords if one.arg == "kind")]
            for value in named:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found.add((value.value, file.name))
    return found


def test_every_kind_that_is_written_is_registered_with_words():
    assert _kinds_written()
    assert sorted(pair for pair in _kinds_written() if pair[0] not in known_kinds()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_registered_kind_has_words(language):
    templates = load_messages(language).templates
    assert sorted(code for code in known_kinds().values() if code not in templates) == []
