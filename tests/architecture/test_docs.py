import re
import tomllib

import pytest

from guatu.entry.cli.main import COMMANDS
from tests.architecture.source_tree import PACKAGE, ROOT

DOCS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_docs_name_every_command(command: str):
    assert f"guatu {command}" in DOCS


def test_the_docs_name_every_environment_variable():
    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        used |= set(re.findall(r'"(GUATU_[A-Z_]+)"', path.read_text(encoding="utf-8")))
    assert used
    assert sorted(name for name in used if name not in DOCS) == []


def test_a_decision_records_every_dependency():
    decisions = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "decisions").glob("*.md")
    ).lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    for group in project["dependency-groups"].values():
        wanted += group
    names = {re.split(r"[\[<>=]", one)[0].lower() for one in wanted}
    assert sorted(name for name in names if name not in decisions) == []


def test_the_readme_opens_with_the_two_commands():
    opening = (ROOT / "README.md").read_text(encoding="utf-8")[:2500]
    assert "make up" in opening
    assert "make test" in opening
    assert (ROOT / "README.zh-CN.md").exists()


def test_nothing_committed_names_a_registry():
    for name in (
        "requirements.txt",
        "requirements-dev.txt",
        "pyproject.toml",
        "Makefile",
        ".ci/run",
    ):
        assert "http" not in (ROOT / name).read_text(encoding="utf-8"), name
