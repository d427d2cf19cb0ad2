import ast

import pytest

from tests.architecture.source_tree import PACKAGE, SourceFile, source_files

BANNED_MODULES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "misc",
    "base",
}
CLOCK_CALLS = {
    "date.today",
    "datetime.today",
    "datetime.now",
    "datetime.utcnow",
    "timezone.now",
    "time.time",
    "time.localtime",
    "localdate",
}
SIGNAL_MODULES = {"django.dispatch", "django.db.models.signals", "django.core.signals"}


def _in_entry(file: SourceFile) -> bool:
    return (PACKAGE / "entry") in file.path.parents


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_no_module_has_a_name_that_says_nothing(file: SourceFile):
    assert file.path.stem not in BANNED_MODULES
    assert file.path.parent.name not in BANNED_MODULES


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_nothing_prints_and_only_entry_reads_the_clock(file: SourceFile):
    for node in ast.walk(file.tree):
        if not isinstance(node, ast.Call):
            continue
        called = _dotted(node.func)
        assert called != "print", f"line {node.lineno}"
        clock = any(called == name or called.endswith("." + name) for name in CLOCK_CALLS)
        assert not clock or _in_entry(file), f"line {node.lineno}: {called}"


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_no_effect_hangs_on_a_signal(file: SourceFile):
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in SIGNAL_MODULES
        if isinstance(node, ast.Import):
            assert not SIGNAL_MODULES & {alias.name for alias in node.names}


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_nothing_catches_everything(file: SourceFile):
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}"
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            caught = {_dotted(one) for one in kinds}
            assert not caught & {"BaseException", "Exception"}, f"line {node.lineno}"
