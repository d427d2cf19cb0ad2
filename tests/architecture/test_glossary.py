import ast
import re

from tests.architecture.source_tree import PACKAGE, ROOT, public_classes, source_files

GLOSSARY = ROOT / "docs" / "glossary.md"


def _words_of_code() -> set[str]:
    found: set[str] = set()
    for file in source_files():
        if (PACKAGE / "domain") in file.path.parents:
            found |= {node.name for node in public_classes(file)}
        if "models" in file.path.parts and (PACKAGE / "apps") in file.path.parents:
            found |= {node.name for node in public_classes(file) if _is_model(node)}
    return found


def _is_model(node: ast.ClassDef) -> bool:
    return any(isinstance(one, ast.ClassDef) and one.name == "Meta" for one in node.body)


def test_the_glossary_knows_every_domain_class_and_every_model():
    known = set(re.findall(r"`([A-Za-z]+)`", GLOSSARY.read_text(encoding="utf-8")))
    assert sorted(_words_of_code() - known) == []


def test_the_glossary_names_no_class_that_is_gone():
    classes = {node.name for file in source_files() for node in public_classes(file)}
    named = set(re.findall(r"`([A-Z][A-Za-z]+)`", GLOSSARY.read_text(encoding="utf-8")))
    assert sorted(named - classes) == []
