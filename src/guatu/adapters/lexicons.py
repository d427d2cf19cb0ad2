"""Reads ``guatu/packs/lexicons``, ``words`` and ``models`` into the value that reading stands on."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache

import numpy as np

from guatu.adapters.packs import pack_folder
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.topics import Topics
from guatu.domain.reading.trees import DecisionTrees
from guatu.domain.reading.usage import Usage

_NO_LISTS = {"models", "simplified", "usage"}


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
    return Lexicon(
        **words,
        models=load_models(),
        simplified=_simplified(),
        usage=load_usage(),
    )


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table of ``packs/words``, split at spaces; ``#`` opens a remark."""
    for line in (pack_folder("words") / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def _common_words() -> dict[str, int]:
    return {
        joined[i : i + int(size)]: int(level)
        for size, level, joined in _rows("common.txt")
        for i in range(0, len(joined), int(size))
    }


def _simplified() -> dict[int, int]:
    return {ord(pair[0]): ord(pair[1]) for row in _rows("simplified.txt") for pair in row}


def _levels(name: str, size: int) -> dict[str, int]:
    """Return the number of each entry; a row is a number and its entries of ``size`` characters."""
    return {
        joined[i : i + size]: int(number)
        for number, joined in _rows(name)
        for i in range(0, len(joined), size)
    }


def _verbs(wanted: str) -> frozenset[str]:
    return frozenset(
        joined[i : i + int(size)]
        for kind, size, joined in _rows("verbs.txt")
        if kind == wanted
        for i in range(0, len(joined), int(size))
    )


def _shares(name: str) -> dict[str, float]:
    return {pair: number / 100 for pair, number in _levels(name, 2).items()}


def _topics() -> Topics:
    """Return where characters point; a row is a character and a letter for each direction, S for nought."""
    rows = list(_rows("topics.txt"))
    letters = np.frombuffer("".join(row[1] for row in rows).encode("ascii"), dtype=np.uint8)
    steps = letters.reshape(len(rows), -1).astype(float) - ord("S")
    return Topics(
        rows={sign: n for n, (sign, _) in enumerate(rows)},
        directions=np.vstack([steps, np.zeros((1, steps.shape[1]))]),
    )


@cache
def load_usage() -> Usage:
    """Return the counts of the language that ship with the program."""
    return Usage(
        common_words=_common_words(),
        pairs=_levels("pairs.txt", 2),
        signs=_levels("signs.txt", 1),
        starters=_shares("starters.txt"),
        clauses=_shares("clauses.txt"),
        genre_pairs=_shares("genre_pairs.txt"),
        topics=_topics(),
        verbs=_verbs("v"),
        verbal_nouns=_verbs("n"),
    )


def _trees(listed: Sequence[Sequence[Sequence[float]]]) -> DecisionTrees | None:
    """Return the trees of a model as its file lists them: features, values and leaves of each."""
    if not listed:
        return None
    return DecisionTrees(
        asked=tuple(tuple(int(one) for one in asked) for asked, _, _ in listed),
        beyond=tuple(tuple(beyond) for _, beyond, _ in listed),
        leaves=tuple(tuple(leaves) for _, _, leaves in listed),
    )


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
                trees=_trees(content.get("trees", ())),
            )
    return models
