"""Trains what says which short lines are headlines, and which of them are one headline.

Used by ``tools/train_reading.py``, which trains one model after the other.
"""

from collections.abc import Iterator

from guatu.domain.reading import heading_runs, headings, headline_bonds
from tools.boosting import Growth
from tools.training import Decision, Training, fold_of

LINE_TREES = Growth(trees=80, depth=4, step=0.09, ridge=20.0)
CHOICE_TREES = Growth(trees=50, depth=4, step=0.1, ridge=20.0)


def train_headings(training: Training) -> None:
    """Train what says of a short line whether it is one of a headline, alone and among those beside it."""
    training.fit_lines("heading", headings.HEADING_FEATURES, _lines(training), grown=LINE_TREES)
    training.fit_lines(
        "heading_run", heading_runs.RUN_FEATURES, _lines_heard(training), grown=CHOICE_TREES
    )
    training.fit_lines(
        "headline_bond", headline_bonds.BOND_FEATURES, _pairs(training), grown=CHOICE_TREES
    )


def _lines(training: Training) -> Iterator[Decision]:
    """Yield the short lines, by their own words."""
    for found in (*training.cases, *training.clean):
        table = training.table(found)
        case = training.judged(found)
        for index, row in headings.heading_rows(case.lines, table, training.lexicon).items():
            yield row, case.origin(index)[0] == "h", fold_of(case)


def _lines_heard(training: Training) -> Iterator[Decision]:
    """Yield the short lines once those beside them are heard."""
    for found in (*training.cases, *training.clean):
        table = training.table(found)
        case = training.judged(found)
        lexicon = training.strange_to(case)
        chances = headings.heading_chances(case.lines, table, lexicon)
        for index, row in heading_runs.run_rows(case.lines, table, chances, lexicon).items():
            yield row, case.origin(index)[0] == "h", fold_of(case)


def _pairs(training: Training) -> Iterator[Decision]:
    """Yield pairs of lines, one below the other, and whether they are one headline."""
    for found in (*training.cases, *training.clean):
        table = training.table(found)
        case = training.judged(found)
        lexicon = training.strange_to(case)
        chances = heading_runs.headings_heard(case.lines, table, lexicon)
        for (a, b), row in headline_bonds.bond_rows(case.lines, table, chances, lexicon).items():
            one, two = case.origin(a), case.origin(b)
            yield row, one[0] == two[0] == "h" and one[1] == two[1], fold_of(case)
