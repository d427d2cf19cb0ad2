import ast

import pytest

from tests.architecture.source_tree import SourceFile, source_files

FUNCTION_LINES, FILE_LINES, CLASS_LINES = 60, 400, 300


def _length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_files_functions_and_classes_keep_their_size(file: SourceFile):
    if "migrations" in file.path.parts:
        return
    assert len(file.text.splitlines()) <= FILE_LINES
    for node in ast.walk(file.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert _length(node) <= FUNCTION_LINES, node.name
        if isinstance(node, ast.ClassDef):
            assert _length(node) <= CLASS_LINES, node.name
