import re

from tests.architecture.source_tree import PACKAGE, ROOT

PAGE = (ROOT / "docs" / "field-rules.md").read_text(encoding="utf-8")


def _texts() -> str:
    files = [*PACKAGE.rglob("*.py"), *(PACKAGE / "packs").rglob("*.toml")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_rule_that_the_code_names_stands_on_the_page():
    marks = set(re.findall(r"domain ([A-G]\d+)|field-rules\.md ([A-G]\d+)", _texts()))
    named = {one or other for one, other in marks}
    assert named
    assert sorted(mark for mark in named if not re.search(rf"\b{mark}\b", PAGE)) == []


def test_every_story_that_the_code_names_stands_on_the_page():
    named = set(re.findall(r"\bstory (\d+)", _texts()))
    told = set(re.findall(r"\d+", " ".join(re.findall(r"^\| ([\d, ]+) \|", PAGE, re.MULTILINE))))
    assert named
    assert sorted(named - told) == []
