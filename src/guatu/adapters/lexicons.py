"""Reads ``guatu/packs/lexicons`` and ``models`` into the value that reading stands on."""

import json
import tomllib
from dataclasses import fields
from functools import cache

from guatu.adapters.packs import pack_folder
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.lexicon import Lexicon

_NO_LISTS = {"models"}


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
    missing = ({field.name for field in fields(Lexicon)} - _NO_LISTS) ^ set(words)
    if missing:
        raise ValueError(f"word lists missing or unknown: {sorted(missing)}")
    return Lexicon(**words, models=load_models())


@cache
def load_models() -> dict[str, DecisionModel]:
    """Return the trained models that ship with the program, by the names of their files."""
    models: dict[str, DecisionModel] = {}
    for one in sorted(pack_folder("models").iterdir(), key=lambda each: each.name):
        if one.name.endswith(".json"):
            content = json.loads(one.read_text(encoding="utf-8"))
            models[one.name.removesuffix(".json")] = DecisionModel(
                names=tuple(content["weights"]),
                weights=tuple(content["weights"].values()),
                bias=content["bias"],
                knots=tuple((raw, said) for raw, said in content["knots"]),
            )
    return models
