"""The project's own Python files as parsed trees, for the tests that read code."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "guatu"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One Python file: its path below ``src``, its text and its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return str(self.path.relative_to(PACKAGE.parent))


@cache
def source_files() -> tuple[SourceFile, ...]:
    """Return every Python file of the package."""
    return tuple(
        SourceFile(path=path, text=text, tree=ast.parse(text))
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in [path.read_text(encoding="utf-8")]
    )


def public_classes(file: SourceFile) -> Iterator[ast.ClassDef]:
    """Yield the public classes that stand at the top of a file."""
    for node in file.tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
