"""Trains what says which short lines are headlines, and which of them are one headline.

Used by ``tools/train_reading.py``, which trains one model after the other.
"""

from guatu.domain.reading import heading_runs, headings, headline_bonds
from tools.boosting import Growth
from tools.training import Row, Training, fold_of

LINE_TREES = Growth(trees=80, depth=4, step=0.09, ridge=20.0)
CHOICE_TREES = Growth(trees=50, depth=4, step=0.1, ridge=20.0)


def train_headings(training: Training) -> None:
    """Train what says of a short line whether it is one of a headline."""
    rows: list[Row] = []
    right: list[bool] = []
    folds: list[int] = []
    for found_case in (*training.cases, *training.clean):
        table = training.table(found_case)
        case = training.judged(found_case)
        for index, row in headings.heading_rows(case.lines, table, training.lexicon).items():
            rows.append(row)
            right.append(case.origin(index)[0] == "h")
            folds.append(fold_of(case))
    training.fit(
        "heading",
        headings.HEADING_FEATURES,
        rows,
        right,
        ridge=2.0,
        grown=LINE_TREES,
        folds=folds,
    )
    _train_heading_runs(training)
    _train_headline_bonds(training)


def _train_heading_runs(training: Training) -> None:
    """Train what says the same once the short lines beside it are heard."""
    rows: list[Row] = []
    right: list[bool] = []
    folds: list[int] = []
    for found in (*training.cases, *training.clean):
        table = training.table(found)
        case = training.judged(found)
        lexicon = training.strange_to(case)
        chances = headings.heading_chances(case.lines, table, lexicon)
        for index, row in heading_runs.run_rows(case.lines, table, chances, lexicon).items():
            rows.append(row)
            right.append(case.origin(index)[0] == "h")
            folds.append(fold_of(case))
    training.fit(
        "heading_run",
        heading_runs.RUN_FEATURES,
        rows,
        right,
        ridge=2.0,
        grown=CHOICE_TREES,
        folds=folds,
    )


def _train_headline_bonds(training: Training) -> None:
    """Train what says of two lines, one below the other, whether they are one headline."""
    rows: list[Row] = []
    right: list[bool] = []
    folds: list[int] = []
    for found in (*training.cases, *training.clean):
        table = training.table(found)
        case = training.judged(found)
        lexicon = training.strange_to(case)
        chances = heading_runs.headings_heard(case.lines, table, lexicon)
        for (a, b), row in headline_bonds.bond_rows(case.lines, table, chances, lexicon).items():
            rows.append(row)
            one, two = case.origin(a), case.origin(b)
            right.append(one[0] == two[0] == "h" and one[1] == two[1])
            folds.append(fold_of(case))
    training.fit(
        "headline_bond",
        headline_bonds.BOND_FEATURES,
        rows,
        right,
        ridge=2.0,
        grown=CHOICE_TREES,
        folds=folds,
    )
