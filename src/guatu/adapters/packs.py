"""Reads the data files of ``guatu/packs`` into rule packs and message catalogues."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.packs import PackShelf, RulePack

LANGUAGES = ("zh", "en")


def pack_folder(name: str) -> Traversable:
    """Return a folder of ``guatu/packs`` as it lies in the installed package."""
    return files("guatu") / "packs" / name


def _toml_files(folder: str) -> list[tuple[str, dict[str, Any]]]:
    found = sorted(
        (one for one in pack_folder(folder).iterdir() if one.name.endswith(".toml")),
        key=lambda one: one.name,
    )
    return [(one.name, tomllib.loads(one.read_text(encoding="utf-8"))) for one in found]


def _rule_pack(content: dict[str, Any]) -> RulePack:
    valid_from: date = content["valid_from"]
    valid_to: date | None = content.get("valid_to")
    return RulePack(
        name=content["name"],
        version=content["version"],
        valid_from=valid_from,
        valid_to=valid_to,
        region=content.get("region", ""),
        source=content["source"],
        verify=content.get("verify", False),
        body=content["body"],
    )


@cache
def load_shelf() -> PackShelf:
    """Return every rule pack that ships with the program (``packs/rules/*.toml``)."""
    return PackShelf(packs=tuple(_rule_pack(content) for _, content in _toml_files("rules")))


@cache
def load_messages(language: str) -> Messages:
    """Return the message catalogue of ``zh`` or ``en`` (``packs/messages/*.toml``)."""
    if language not in LANGUAGES:
        raise ValueError(f"no messages in {language!r}")
    templates: dict[str, str] = {}
    for name, content in _toml_files("messages"):
        for code, words in content.items():
            if code in templates:
                raise ValueError(f"{name} repeats the message {code}")
            templates[code] = words[language]
    return Messages(language=language, templates=templates)
