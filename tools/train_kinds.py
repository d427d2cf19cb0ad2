"""Trains how the kind of a demand is told by its words, models ``attitude`` and ``standing``.

Usage: ``python -m tools.train_kinds [GROUP LEFT OUT...]`` from the root of the repository. Writes
both models to ``src/guatu/packs/models`` unless groups are left out, and prints how many kinds are right
by the rules alone and with the models, on the groups learned from and on those left out.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives.kind_signs import kind_signs
from guatu.domain.reading.directives.kinds import kind_of_demand
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.weighing import ATTITUDE, STANDING
from tools.fitting import fit_signs, write_model

MODELS = Path(__file__).parent.parent / "src" / "guatu" / "packs" / "models"
# Not *tuning*, *first* and *last*: they were marked before the guideline told duties from tasks.
GROUPS = (
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
    "tenth",
    "eleventh",
    "thirteenth",
)
_RIDGE, _LEAST, _MOST = 4.0, 4, 2500
_ASKED = {ATTITUDE: "context", STANDING: "standing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A demand as it was marked: its words, whether a day or a figure stands in it, its kind."""

    words: str
    dated: bool
    measured: bool
    kind: str


def marked(group: str) -> Iterator[Marked]:
    """Yield the demands of a group; what somebody promises is none."""
    for article in read_counties(COUNTIES, group):
        for one in article.directives:
            if one.kind != "promise":
                yield Marked(
                    words=one.at.text,
                    dated=any(each.day for each in one.deadlines),
                    measured=bool(one.measures),
                    kind=one.kind,
                )


def without_models(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon with rules alone to tell a kind by."""
    left = {name: model for name, model in lexicon.models.items() if name not in _ASKED}
    return replace(lexicon, models=left)


def fit(rows: Sequence[Marked], rules: Lexicon) -> dict[str, DecisionModel]:
    """Return both models; demands with a day are tasks whatever they say, and none to learn from."""
    asked = [one for one in rows if not one.dated]
    shown = [_signs(one, rules) for one in asked]
    return {
        name: fit_signs(
            shown,
            [one.kind == kind for one in asked],
            ridge=_RIDGE,
            least=_LEAST,
            most=_MOST,
        )
        for name, kind in _ASKED.items()
    }


def _signs(one: Marked, rules: Lexicon) -> list[str]:
    ruled = kind_of_demand(one.words, rules, dated=False, measured=one.measured)
    groups = kind_signs(one.words, ruled, measured=one.measured)
    return sorted(front + sign for front, signs in groups for sign in signs)


def rightly_told(rows: Sequence[Marked], lexicon: Lexicon) -> int:
    """Return how many demands get their kind."""
    return sum(
        kind_of_demand(one.words, lexicon, dated=one.dated, measured=one.measured).value == one.kind
        for one in rows
    )


def main(left_out: Sequence[str]) -> None:
    """Train on every opened group but those left out."""
    rules = without_models(load_lexicon())
    learned = [one for group in GROUPS if group not in left_out for one in marked(group)]
    models = fit(learned, rules)
    lexicon = replace(rules, models={**rules.models, **models})
    told = [f"{len(learned)} learned: {rightly_told(learned, lexicon)} right"]
    for group in left_out:
        rows = list(marked(group))
        told.append(
            f"{group}, {len(rows)}: {rightly_told(rows, rules)} by rules, {rightly_told(rows, lexicon)} with the models"
        )
    if not left_out:
        for name, model in models.items():
            write_model(
                model,
                MODELS / f"{name}.json",
                trained_on=f"the opened counties, {len(learned)} demands",
                decisions=len(learned),
            )
    sys.stdout.write("\n".join((*told, "")))


if __name__ == "__main__":
    main(sys.argv[1:])
