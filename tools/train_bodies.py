"""Trains the choice of which bodies that an article names are of its record, model ``body``.

Usage: ``python -m tools.train_bodies [GROUP LEFT OUT...]`` from the root of the repository. Writes
``body.json`` of ``src/guatu/packs/models`` and prints how many bodies are right, on the groups it learned
from and on those left out.

It learns from the opened counties; from the same again with lists that name their level once or never
(县水利局、农业局), as real pages print them; and from short invented reports (``tests/corpus/bodies``).
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from tests.corpus.annotation import parse, read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.grades import bare
from tests.corpus.grading import clean_page
from tests.corpus.truth import Article

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import body_choice, read_page
from guatu.domain.reading.body_choice import PossibleBody
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.weighing import BODY
from tools.fitting import write_model

MODELS = Path(__file__).parent.parent / "src" / "guatu" / "packs" / "models"
REPORTS = COUNTIES.parent / "bodies"
GROUPS = (
    "tuning",
    "first",
    "last",
    "third",
    "practice",
    "fourth",
    "papers",
    "fifth",
    "scenes",
    "sixth",
)
LEXICON = load_lexicon()
_RIDGE, _LEAST = 2.0, 8
_ROUNDS, _TURNS = 12, 4
_SMALLEST_STEP = 1e-3
_OF_REPORTS = 2.0
"""Each construction stands in the reports a few times, and in real texts often."""
_OF_A_LEVEL = re.compile(
    "[县市区旗州盟](?!委$|政府|长|级|直|域|城)[\u3400-\u9fff]{2,}(?:局|委|办|中心|大队|支队|院|会|站|所|公司|办公室|队)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The bodies that an article names, and the names of those that count."""

    possible: tuple[PossibleBody, ...]
    known: tuple[str, ...]
    true: frozenset[str]
    weight: float = 1.0

    def told(self, odds: Sequence[float]) -> frozenset[str]:
        """Return the names that odds choose, as the reader does."""
        pairs = {id(one): worth for one, worth in zip(self.possible, odds, strict=True)}
        kept = body_choice.favoured(self.possible, lambda one: pairs[id(one)], ())
        return frozenset(bare(one.name) for one in kept) | frozenset(self.known)


def heard(text: str, year: int, true: frozenset[str]) -> Case:
    """Return the case of one article as the reader comes to it."""
    possible: list[PossibleBody] = []
    known: list[str] = []

    def listen(found: Any, signing: Any, _: Any) -> tuple[()]:
        possible.extend(found)
        known.extend(bare(one.name) for one in signing)
        return ()

    with patch.object(body_choice, "chosen", listen):
        read_page(text, lexicon=LEXICON, year=year)
    return Case(possible=tuple(possible), known=tuple(known), true=true)


def truth(article: Article) -> frozenset[str]:
    """Return the names of an article's bodies."""
    return frozenset(one.name for one in article.organisations)


def with_levels_left_out(
    text: str, names: frozenset[str], *, never: bool
) -> tuple[str, frozenset[str]]:
    """Return a text whose lists of bodies name their level once (县水利局、农业局) or ``never``, with its bodies."""
    changed = set(names)
    for name in sorted(names, key=lambda one: (-len(one), one)):
        places = [one.start() for one in re.finditer(re.escape(name), text)]
        if not places or _OF_A_LEVEL.match(name) is None:
            continue
        joined = [text[at - 1 : at] in tuple("、和及与") for at in places]
        ahead = [text[at + len(name) : at + len(name) + 1] in tuple("、和及等") for at in places]
        listed = [a or (never and b) for a, b in zip(joined, ahead, strict=True)]
        if all(listed):
            text = text.replace(name, name[1:])
            changed = changed - {name} | {name[1:]}
    return text, frozenset(changed)


def cases(group: str, *, varied: bool) -> Iterator[Case]:
    """Yield the articles of a group; ``varied`` with their lists in other forms besides."""
    for article in read_counties(COUNTIES, group):
        text, names = clean_page([article])[0], truth(article)
        yield heard(text, article.year, names)
        for never in (False, True) if varied else ():
            other, changed = with_levels_left_out(text, names, never=never)
            if other != text:
                yield heard(other, article.year, changed)


def reports() -> Iterator[Case]:
    """Yield the short invented reports."""
    for path in sorted(REPORTS.glob("*.articles")):
        for article in parse(path.read_text(encoding="utf-8"), path.name):
            case = heard(clean_page([article])[0], article.year, truth(article))
            yield replace(case, weight=_OF_REPORTS)


def fit(learned: Sequence[Case]) -> DecisionModel:
    """Return the weights of the signs that enough bodies show.

    Of several mentions of a body that counts only the likeliest has to: which that is changes with the
    weights, so that it is asked anew each turn.
    """
    rows = [(case, one) for case in learned for one in case.possible]
    counted = Counter(sign for _, one in rows for sign in set(one.signs))
    names = sorted(sign for sign, count in counted.items() if count >= _LEAST)
    place = {name: i for i, name in enumerate(names)}
    shown = np.zeros((len(rows), len(names) + 1), dtype=np.float32)
    shown[:, -1] = 1.0
    mentions: dict[tuple[int, str], list[int]] = defaultdict(list)
    right = np.zeros(len(rows))
    for i, (case, one) in enumerate(rows):
        shown[i, [place[sign] for sign in set(one.signs) if sign in place]] = 1.0
        name = bare(one.organisation.name)
        if name in case.true:
            right[i] = 1.0
            mentions[id(case), name].append(i)
    found = np.zeros(len(names) + 1)
    whole = np.array([case.weight for case, _ in rows])
    weight = whole
    for turn in range(_TURNS):
        if turn:
            odds = shown @ found
            weight = whole.copy()
            for each in mentions.values():
                best = max(each, key=lambda i: (odds[i], -i))
                weight[[i for i in each if i != best]] = 0.0
        found = _fitted(shown, right, weight, found)
    return DecisionModel(
        names=tuple(names),
        weights=tuple(round(float(one), 4) for one in found[:-1]),
        bias=round(float(found[-1]), 4),
    )


def _fitted(
    shown: NDArray[np.float32],
    right: NDArray[np.float64],
    weight: NDArray[np.float64],
    found: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return logistic weights by Newton's steps, drawn towards 0 but for the bias."""
    ridge = np.full(shown.shape[1], _RIDGE)
    ridge[-1] = 1e-3
    for _ in range(_ROUNDS):
        share = 1.0 / (1.0 + np.exp(-np.clip(shown @ found, -30, 30)))
        slope = shown.T @ (weight * (right - share)) - ridge * found
        bend = (shown * (weight * share * (1 - share))[:, None]).T @ shown + np.diag(ridge)
        step: NDArray[np.float64] = np.linalg.solve(bend, slope)
        found = found + step
        if np.abs(step).max() < _SMALLEST_STEP:
            break
    return found


def counted(model: DecisionModel, asked: Sequence[Case]) -> tuple[int, int, int]:
    """Return how many bodies are said rightly, how many are said, and how many there are."""
    worth = dict(zip(model.names, model.weights, strict=True))
    right = said = true = 0
    for case in asked:
        odds = [
            model.bias + sum(worth.get(sign, 0.0) for sign in one.signs) for one in case.possible
        ]
        told = case.told(odds)
        right += len(told & case.true)
        said += len(told)
        true += len(case.true)
    return right, said, true


def main(left_out: Sequence[str]) -> None:
    """Train on every opened group but those left out."""
    learned = [
        case for group in GROUPS if group not in left_out for case in cases(group, varied=True)
    ]
    learned += reports()
    model = fit(learned)
    told = f"learned {counted(model, learned)}"
    for group in left_out:
        told += f", {group} left out {counted(model, list(cases(group, varied=False)))}"
    sys.stdout.write(f"{told}; {len(model.names)} signs\n")
    groups = ", ".join(one for one in GROUPS if one not in left_out)
    write_model(
        model,
        MODELS / f"{BODY}.json",
        trained_on=f"{groups}, bodies",
        decisions=sum(len(one.possible) for one in learned),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
