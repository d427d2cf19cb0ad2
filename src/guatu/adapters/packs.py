"""Reads the data files of ``guatu/packs`` into rule packs and message catalogues."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from typing_extensions import override

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


class LazyTemplates(Mapping[str, str]):
    """The templates of one language, read room by room: a command pays only for what it says.

    A code's first part names its file in nearly all cases; otherwise every file is read.
    """

    def __init__(self, language: str) -> None:
        """Start empty; nothing is read before a code is asked for."""
        self._language = language
        self._known: dict[str, str] = {}
        self._read: set[str] = set()

    @override
    def __getitem__(self, code: str) -> str:
        if code not in self._known:
            self._read_file(code.partition(".")[0])
        if code not in self._known:
            self._read_all()
        return self._known[code]

    @override
    def __iter__(self) -> Iterator[str]:
        self._read_all()
        return iter(self._known)

    @override
    def __len__(self) -> int:
        self._read_all()
        return len(self._known)

    def _read_all(self) -> None:
        for one in pack_folder("messages").iterdir():
            if one.name.endswith(".toml"):
                self._read_file(one.name.removesuffix(".toml"))

    def _read_file(self, stem: str) -> None:
        file = pack_folder("messages") / f"{stem}.toml"
        if stem in self._read or not file.is_file():
            return
        self._read.add(stem)
        for code, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in self._known:
                raise ValueError(f"{file.name} repeats the message {code}")
            self._known[code] = words[self._language]


@cache
def load_messages(language: str) -> Messages:
    """Return the message catalogue of ``zh`` or ``en`` (``packs/messages/*.toml``)."""
    if language not in LANGUAGES:
        raise ValueError(f"no messages in {language!r}")
    return Messages(language=language, templates=LazyTemplates(language))
