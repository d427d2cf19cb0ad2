"""Reads ``guatu/packs/lexicons`` into the value that reading stands on."""

import tomllib
from dataclasses import fields
from functools import cache

from guatu.adapters.packs import pack_folder
from guatu.domain.reading.lexicon import Lexicon


@cache
def load_lexicon() -> Lexicon:
    """Return the word lists that ship with the program; a list that is missing is a bug."""
    words: dict[str, tuple[str, ...]] = {}
    for one in sorted(pack_folder("lexicons").iterdir(), key=lambda each: each.name):
        if not one.name.endswith(".toml"):
            continue
        for name, listed in tomllib.loads(one.read_text(encoding="utf-8")).items():
            if name in words:
                raise ValueError(f"{one.name} repeats the word list {name}")
            # A list of single characters is written as one string.
            words[name] = tuple(dict.fromkeys(listed))
    missing = {field.name for field in fields(Lexicon)} ^ set(words)
    if missing:
        raise ValueError(f"word lists missing or unknown: {sorted(missing)}")
    return Lexicon(**words)
