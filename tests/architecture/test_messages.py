import ast
import re
import string
import tomllib

import pytest

from guatu.adapters.packs import load_messages
from tests.architecture.source_tree import PACKAGE, source_files

# Calls whose first word or ``code=`` is a message code.
SPEAKERS = {"Diagnostic", "Denied", "Refused", "Reason"}
CODE = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")


def _codes_spoken() -> set[tuple[str, str]]:
    spoken: set[tuple[str, str]] = set()
    for file in source_files():
        for node in ast.walk(file.tree):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            if name not in SPEAKERS:
                continue
            said = [word.value for word in node.keywords if word.arg == "code"] + node.args[:1]
            for value in said:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    spoken.add((value.value, file.name))
    return spoken


def _endings(code: str) -> list[str]:
    parts = code.split(".")
    return [".".join(parts[start:]) for start in range(1, len(parts))]


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_code_that_is_spoken_has_words():
    known = set(load_messages("zh").templates)
    assert sorted(pair for pair in _codes_spoken() if pair[0] not in known) == []


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "packs" / "messages").glob("*.toml")), ids=lambda path: path.stem
)
def test_words_stand_in_both_languages_with_the_same_arguments(path):
    for code, words in tomllib.loads(path.read_text(encoding="utf-8")).items():
        assert CODE.match(code), code
        assert set(words) == {"zh", "en"}, code
        assert words["zh"].strip(), code
        assert words["en"].strip(), code
        # English writes a month by its name, Chinese by its number.
        if code != "drawing.month":
            assert _fields(words["zh"]) == _fields(words["en"]), code


def test_every_code_with_words_is_spoken_somewhere():
    texts = "\n".join(file.text for file in source_files())
    data = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("rules", "templates", "lexicons")
        for path in (PACKAGE / "packs" / folder).glob("*.toml")
    )
    # A code may be put together from a prefix and a value; then a part of it stands in quotes.
    quoted = set(re.findall(r"""["'{.]([a-z0-9_.]+)["'}.]""", texts + data))
    silent = [
        code
        for code in load_messages("zh").templates
        if f'"{code}"' not in texts + data
        and not any(part in quoted for part in _endings(code))
        and f'"{code.rsplit(".", 1)[0]}.' not in texts + data
    ]
    assert silent == []
