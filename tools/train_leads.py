"""Trains the choice of who leads an event, model ``lead``.

Usage: ``python -m tools.train_leads [GROUP LEFT OUT...]`` from the root of the repository. Writes
``lead.json`` of ``src/guatu/packs/models`` and prints how often the choice is right, on the groups it
learned from and on those left out.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.grades import bare
from tests.corpus.grading import clean_page

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page, records
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.lead_signs import PossibleLead, possible_leads
from guatu.domain.reading.weighing import LEAD
from tools.fitting import fit_choice, write_model

MODELS = Path(__file__).parent.parent / "src" / "guatu" / "packs" / "models"
GROUPS = (
    "tuning",
    "first",
    "last",
    "third",
    "practice",
    "fourth",
    "papers",
    "fifth",
    "sixth",
    "meetings",
    "scenes",
    "seventh",
    "eighth",
    "gazettes",
    "dailies",
    "ninth",
    "drills",
)
LEXICON = load_lexicon()
_RIDGE, _LEAST = 1.0, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everybody who might lead an event, and who does."""

    candidates: tuple[PossibleLead, ...]
    true: str

    @property
    def right(self) -> int | None:
        """The number of the candidate who leads; None where reading did not find him at all."""
        names = [bare(one.name or "") for one in self.candidates]
        return names.index(self.true) if self.true in names else None


def cases(group: str) -> Iterator[Case]:
    """Yield the events of a group as the reader comes to them, one an article."""
    heard: list[tuple[PossibleLead, ...]] = []

    def listen(mentions: Any, texts: Any, kind: Any, headline: str, _: Any) -> None:
        heard.append(possible_leads(mentions, texts, kind, headline))

    with patch.object(records, "lead_of", listen):
        for article in read_counties(COUNTIES, group):
            heard.clear()
            read_page(clean_page([article])[0], lexicon=LEXICON, year=article.year)
            if heard:
                true = article.lead.name if article.lead else ""
                yield Case(candidates=heard[0], true=bare(true))


def fit(learned: Sequence[Case]) -> DecisionModel:
    """Return the weights of the signs that enough candidates show."""
    counted = Counter(
        sign for case in learned for one in case.candidates for sign in set(one.signs)
    )
    names = sorted(sign for sign, count in counted.items() if count >= _LEAST)
    place = {name: i for i, name in enumerate(names)}
    known = [(case, case.right) for case in learned]
    choices = [_rows(case, place) for case, right in known if right is not None]
    chosen = [right for _, right in known if right is not None]
    return fit_choice(names, choices, chosen, ridge=_RIDGE)


def _rows(case: Case, place: dict[str, int]) -> list[list[float]]:
    rows = np.zeros((len(case.candidates), len(place)))
    for row, one in zip(rows, case.candidates, strict=True):
        row[[place[sign] for sign in one.signs if sign in place]] = 1.0
    found: list[list[float]] = rows.tolist()
    return found


def rightly_chosen(model: DecisionModel, asked: Sequence[Case]) -> int:
    """Return how many events the model gives the right lead."""
    worth = dict(zip(model.names, model.weights, strict=True))
    right = 0
    for case in asked:
        best = max(case.candidates, key=lambda one: sum(worth.get(sign, 0.0) for sign in one.signs))
        right += bare(best.name or "") == case.true
    return right


def main(left_out: Sequence[str]) -> None:
    """Train on every opened group but those left out."""
    learned = [case for group in GROUPS if group not in left_out for case in cases(group)]
    model = fit(learned)
    told = f"learned {rightly_chosen(model, learned)} of {len(learned)}"
    asked = [case for group in left_out for case in cases(group)]
    if asked:
        told += f", left out {rightly_chosen(model, asked)} of {len(asked)}"
    sys.stdout.write(f"{told}\n")
    groups = ", ".join(one for one in GROUPS if one not in left_out)
    write_model(model, MODELS / f"{LEAD}.json", trained_on=groups, decisions=len(learned))


if __name__ == "__main__":
    main(sys.argv[1:])
