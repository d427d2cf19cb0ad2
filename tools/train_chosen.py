"""Trains the choice of whom a demand is for, among all it may be for.

Usage: ``python -m tools.train_chosen [GROUP LEFT OUT...]`` from the root of the repository. Writes
``chosen.json`` of ``src/guatu/packs/models``.

It learns from what was made of each group before anybody had opened it (``tests/corpus/heard``, written by
``tools/record_heard.py``), for on pages that rules were written for they choose right nearly always.
"""

import sys
from collections.abc import Iterator, Sequence

from tests.corpus.grades import bare
from tests.corpus.truth import Directive

from guatu.domain.reading.directives.chosen import Chosen
from guatu.domain.reading.weighing import CHOSEN
from tools.fitting import write_model
from tools.fitting_options import Choice, fit_options
from tools.train_hindsight import LEXICON, MODELS, Case, cases

BY_RULES = ("tuning", "first", "last", "third", "practice", "fourth", "papers", "fifth")
WHOLE = ("sixth", "seventh", "eighth", "gazettes", "dailies", "ninth")
_RIDGE = 2.0
_LEAST = 5


def choices_of(case: Case) -> Iterator[Choice]:
    """Yield the choices of an article that have a right option."""
    heard = case.heard
    chosen = Chosen(heard, LEXICON)
    for number, demand in enumerate(heard.demands):
        true = _true(case, number)
        if true is None or demand.promise or true.kind == "promise":
            continue
        who = {bare(one.text) for one in true.addressees}
        options = chosen.options(number)
        right = [{bare(name) for name in one.names} == who for one in options]
        if any(right):
            yield Choice(signs=[one.signs for one in options], right=right)


def _true(case: Case, number: int) -> Directive | None:
    """Return the directive in which the first true clause of a demand lies."""
    mine = (case.true[i] for i, over in enumerate(case.heard.over) if over == number)
    return next((one for one in mine if one is not None), None)


def main(left_out: Sequence[str]) -> None:
    """Train on every group that is not left out and write the model."""
    groups = [(one, one in WHOLE) for one in (*BY_RULES, *WHOLE) if one not in left_out]
    found = [
        choice
        for group, whole in groups
        for case in cases(group, whole=whole)
        for choice in choices_of(case)
    ]
    model = fit_options(found, ridge=_RIDGE, least=_LEAST)
    trained_on = ", ".join(group for group, _ in groups)
    write_model(model, MODELS / f"{CHOSEN}.json", trained_on=trained_on, decisions=len(found))


if __name__ == "__main__":
    main(sys.argv[1:])
