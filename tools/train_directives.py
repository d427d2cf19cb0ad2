"""Trains the model that says how sure a directive is, on what was said of pages no rule had seen.

Usage: ``python -m tools.train_directives [CLOSED GROUP]`` from the root of the repository. Writes
``src/guatu/packs/models/directive.json``.

On articles that rules were written for, directives are right more often than on any new page.
So the weights are learned from the first runs that ``tools/record_first_run.py`` keeps: each
county as it was read before anybody opened it. The rules have become better since, so the level
is set anew on the last of these, or on a closed group that is named, of which only totals are known.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES

from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives.sureness import GROUNDS, MODEL
from tools.fitting import fit_logistic, write_model
from tools.record_first_run import counted, decisions_of, kept

PACKS = Path(__file__).parent.parent / "src" / "guatu" / "packs"
RIDGE = 100.0
LATEST = ("ninth", "tenth", "eleventh")
_STEPS = 40
_FARTHEST = 3.0

Rows = Sequence[Sequence[int]]


def grounds_of(bits: int) -> list[float]:
    """Return the grounds of a row as numbers, in the order of ``GROUNDS``."""
    return [float(bits >> place & 1) for place in range(len(GROUNDS))]


def fitted(rows: Rows) -> DecisionModel:
    """Return the model of counted rows: each counts as often as it was said."""
    data: list[list[float]] = []
    right: list[bool] = []
    shares: list[float] = []
    for bits, held, said in rows:
        for outcome, count in ((True, held), (False, said - held)):
            if count:
                data.append(grounds_of(bits))
                right.append(outcome)
                shares.append(float(count))
    return fit_logistic(GROUNDS, data, right, ridge=RIDGE, weights=shares)


def levelled(model: DecisionModel, rows: Rows) -> DecisionModel:
    """Return the model with the bias that says, on average over the rows, what was right."""
    right = sum(row[1] for row in rows)
    low, high = model.bias - _FARTHEST, model.bias + _FARTHEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        moved = DecisionModel(names=model.names, weights=model.weights, bias=middle)
        told = sum(moved.sure(grounds_of(bits)) * count for bits, _, count in rows)
        low, high = (middle, high) if told < right else (low, middle)
    return DecisionModel(names=model.names, weights=model.weights, bias=round(low, 4))


def main(arguments: Sequence[str]) -> None:
    """Train and write the model; a closed group may be named that sets its level."""
    runs = kept()
    level = [row for name in LATEST for row in runs[name]]
    if arguments:
        level = counted(decisions_of(read_counties(COUNTIES, arguments[0]), arguments[0]))
    if not level:
        raise SystemExit(f"{arguments[0]}: no such group, or nothing is read in it")
    model = levelled(fitted([row for rows in runs.values() for row in rows]), level)
    write_model(
        model,
        PACKS / "models" / f"{MODEL}.json",
        trained_on=f"first runs of every county; level of {', '.join(arguments or LATEST)}",
        decisions=sum(row[2] for rows in runs.values() for row in rows),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
