import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import guatu

PACKAGE = Path(guatu.__file__).parent
WEB = PACKAGE / "entry"
TEMPLATES = sorted((WEB / "web" / "templates").rglob("*.html"))
MODULES = sorted(WEB.rglob("*.py"))
CATALOGUES = sorted((PACKAGE / "locale").glob("*/zh_Hans/LC_MESSAGES/django.po"))
CALLS = {"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "ngettext_lazy"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
# The name of a language is written in that language; a list of names is joined by its comma.
OWN_WORDS = {"中文"}


def _strings(call: ast.Call) -> tuple[str, ...]:
    return tuple(
        one.value
        for one in call.args
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )


def _in_python(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in CALLS:
            words = _strings(node)
            yield from words[1:] if name.startswith("p") else words


def _in_template(text: str) -> Iterator[str]:
    code = templatize(text)
    quoted = r"""(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")"""
    for found in re.finditer(rf"\bn?p?gettext\({quoted}(?:,\s*{quoted})?", code):
        yield from (ast.literal_eval(one) for one in found.groups() if one)
    for found in re.finditer(rf"\b_\({quoted}\)", code):
        yield ast.literal_eval(found[1])


def _messages() -> dict[str, object]:
    merged: dict[str, object] = {}
    for path in CATALOGUES:
        with path.open("rb") as lines:
            for message in read_po(lines, locale="zh_Hans"):
                names = message.id if isinstance(message.id, tuple) else (message.id,)
                merged.update((name, message.string) for name in names if name)
    return merged


def _spoken() -> dict[str, str]:
    spoken: dict[str, str] = {}
    for path in TEMPLATES:
        for text in _in_template(path.read_text(encoding="utf-8")):
            spoken.setdefault(text, path.name)
    for path in MODULES:
        for text in _in_python(path.read_text(encoding="utf-8")):
            spoken.setdefault(text, path.name)
    return spoken


def test_the_collector_finds_words_in_templates_and_modules():
    template = (
        '{% load i18n %}{% translate "One" %}{% blocktranslate count n=n trimmed %}\n'
        "{{ n }} unit{% plural %}{{ n }} units{% endblocktranslate %}"
    )
    assert list(_in_template(template)) == ["One", "%(n)s unit", "%(n)s units"]
    assert list(_in_python('_("Two"); pgettext("place", "Three")')) == ["Two", "Three"]


def test_every_word_of_the_pages_has_its_chinese():
    known = _messages()
    missing = {text: where for text, where in _spoken().items() if text not in known}
    assert missing == {}


def test_no_chinese_is_empty_and_its_placeholders_agree():
    for text, chinese in _messages().items():
        forms = chinese if isinstance(chinese, (tuple, list)) else (chinese,)
        for form in forms:
            assert form, text
            assert set(PLACEHOLDER.findall(form)) == set(PLACEHOLDER.findall(text)), text


def test_no_word_of_a_catalogue_is_spoken_nowhere():
    spoken = set(_spoken())
    assert sorted(text for text in _messages() if text not in spoken) == []


def test_two_catalogues_never_translate_a_word_differently():
    seen: dict[str, tuple[object, str]] = {}
    for path in CATALOGUES:
        with path.open("rb") as lines:
            for message in read_po(lines, locale="zh_Hans"):
                if message.id:
                    name = str(message.id)
                    first = seen.setdefault(name, (message.string, str(path)))
                    assert first[0] == message.string, f"{name}: {first[1]} and {path}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_template_holds_no_chinese_of_its_own(path: Path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"))
    for own in OWN_WORDS:
        text = text.replace(own, "")
    assert HAN.findall(text) == []
