"""Trains the models of segmentation on damaged pages of the opened parts of the corpus.

Usage: ``python -m tools.train_reading`` from the root of the repository. Writes
``src/guatu/packs/models/*.json``, and ``genre_pairs.txt`` and ``topics.txt`` of ``src/guatu/packs/words``. Only articles
of the opened groups (``GROUPS``) are read; pages are composed by seed, so the same sources give the same
weights. Each model is trained on what the models before it decide.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tests.corpus.damage import (
    DamagedPage,
    clean_of_pages,
    compose,
    county_pages,
)
from tests.corpus.harms import CLEAN, HARD, NORMAL

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import (
    article_segments,
    article_walk,
    belonging,
    bonds,
    bylines,
    heading_runs,
    layout,
    opening_signs,
    openings,
    owners,
    pair_rows,
    pairings,
    repeats,
    seams,
)
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.lines import LineKind
from guatu.domain.reading.repeated import printed
from guatu.domain.reading.strand import plain_form
from tools import fitting_walks
from tools.boosting import Growth, boosted
from tools.fitting import (
    fit_choice,
    fit_isotonic,
    fit_logistic,
)
from tools.train_headings import CHOICE_TREES, LINE_TREES, train_headings
from tools.training import (
    PAGES,
    SEEDS,
    TAILS,
    Case,
    Decision,
    Row,
    Training,
    blank_model,
    case_of,
    clean_pages,
    fold_of,
    paper_pages,
    training_pages,
    true_walk,
)
from tools.training_tables import GROUPS, fold_of_county, unseen_topics, write_tables

# A choice rests on few features: small trees that learn slowly.
TOGETHER_TREES = Growth(trees=80, depth=5, step=0.1, ridge=20.0)
OWNER_TREES = Growth(trees=60, depth=3, step=0.12, ridge=10.0)


def train_seams(training: Training) -> None:
    """Train what says of two lines whether they are one sentence."""
    rows: list[Row] = []
    right: list[bool] = []
    for case in (*training.cases, *training.papers):
        table = training.rows(case)
        true = case.true_seams(table)
        for (a, b), row in table.rows.items():
            if "copy" in (case.origin(a, last=True)[0], case.origin(b)[0]):
                continue
            rows.append(row)
            right.append((a, b) in true)
    plain = fit_logistic(pair_rows.PAIR_FEATURES, rows, right)
    training.keep("seam", boosted(plain, rows, right), len(rows))
    _train_seams_together(training)


def _train_seams_together(training: Training) -> None:
    """Train what says the same once all other pairs of the page are known."""
    rows: list[Row] = []
    right: list[bool] = []
    for case in (*training.cases, *training.papers):
        table = training.rows(case).judged(training.lexicon.models["seam"])
        true = case.true_seams(table)
        for (a, b), row in seams.choices(table, frozenset()).items():
            if "copy" not in (case.origin(a, last=True)[0], case.origin(b)[0]):
                rows.append(row)
                right.append((a, b) in true)
    plain = fit_logistic(seams.CHOICE_FEATURES, rows, right)
    training.keep("seam_together", boosted(plain, rows, right, TOGETHER_TREES), len(rows))


def train_bylines(training: Training) -> None:
    """Train what says of a line of names whether it is a byline."""
    rows: list[Row] = []
    right: list[bool] = []
    for case in (*training.cases, *training.clean):
        table = training.table(case)
        for index, row in bylines.byline_rows(case.lines, table, training.lexicon).items():
            rows.append(row)
            right.append(case.origin(index)[0] == "b")
    training.fit("byline", bylines.BYLINE_FEATURES, rows, right, ridge=10.0)


def train_openings(training: Training) -> None:
    """Train what says of a line whether an article opens with it."""
    training.fit_lines(
        "opening", opening_signs.OPENING_FEATURES, _openings(training), grown=LINE_TREES
    )


def _openings(training: Training) -> Iterator[Decision]:
    for found_case in (*training.cases, *training.clean):
        table = training.table(found_case)
        case = training.judged(found_case)
        chances = heading_runs.headings_heard(case.lines, table, training.strange_to(case))
        found = openings.opening_rows(case.lines, table, chances, training.lexicon)
        for index, row in found.items():
            yield row, case.lines[index].span.start in case.firsts, fold_of(case)


def train_articles(training: Training) -> None:
    """Train what parts a page into articles, each with its headline."""
    graphs: list[fitting_walks.Graph] = []
    for found in (*training.cases, *training.clean):
        table = training.table(found)
        case = training.judged(found)
        if any(f"-{one.name}-" in case.page.name for one in (HARD, TAILS)):
            # Articles that run over or are interleaved are no stretches of a page.
            continue
        lexicon = training.strange_to(case)
        chances = heading_runs.headings_heard(case.lines, table, lexicon)
        graph = layout.graph_of(case.lines, table, chances, lexicon)
        if len(graph.places) < 2:
            continue
        segments = sorted(graph.segments(), key=lambda one: one.stop)
        starts, ends = article_walk.ends_of(graph)
        made = fitting_walks.graph_of(
            len(graph.nodes), starts, ends, segments, true_walk(case, graph, segments)
        )
        if made is not None:
            # An undamaged page is the commonest of all.
            graphs += [made] * (3 if f"-{CLEAN.name}-" in case.page.name else 1)
    weights, loss = fitting_walks.fit_walks(
        graphs, len(article_segments.SEGMENT_FEATURES), ridge=0.05
    )
    model = DecisionModel(
        names=article_segments.SEGMENT_FEATURES,
        weights=tuple(round(float(one), 4) for one in weights),
        bias=0.0,
    )
    training.keep("articles", model, len(graphs))
    sys.stdout.write(f"  loss a page {loss:.4f}\n")


def _fit_choice_of_seams(
    training: Training, name: str, tables: Iterator[tuple[Case, layout.Sheet, pairings.SeamTable]]
) -> None:
    rows: list[Row] = []
    right: list[bool] = []
    for case, sheet, table in tables:
        true = case.true_seams(sheet.table)
        left_out = {i for i, one in enumerate(sheet.lines) if one.kind is LineKind.BYLINE}
        for (a, b), row in seams.choices(table, frozenset(sheet.headings) | left_out).items():
            if "copy" in (case.origin(a, last=True)[0], case.origin(b)[0]):
                continue
            rows.append(row)
            right.append((a, b) in true)
    training.fit(name, seams.CHOICE_FEATURES, rows, right, grown=CHOICE_TREES)


def train_choices(training: Training) -> None:
    """Train how sure a seam is once the rivals at both its ends are known."""
    blank = {"seam_choice": blank_model(seams.CHOICE_FEATURES)}
    before = training.lexicon
    training.lexicon = replace(before, models={**before.models, **blank})

    def tables() -> Iterator[tuple[Case, layout.Sheet, pairings.SeamTable]]:
        for case in training.cases:
            sheet = training.sheet(case)
            opens = sheet.openings
            yield case, sheet, sheet.table.kept(lambda _, after, opens=opens: after not in opens)

    _fit_choice_of_seams(training, "seam_choice", tables())
    training.sheets.clear()


def train_final_choices(training: Training) -> None:
    """Train how sure a seam is once it is known which lines share an article."""

    def tables() -> Iterator[tuple[Case, layout.Sheet, pairings.SeamTable]]:
        for case, walk, _ in _walks(training):
            sheet = training.sheet(case)
            labels = layout.labels_of(walk, sheet.table, training.lexicon)
            opens = sheet.openings
            yield (
                case,
                sheet,
                sheet.table.kept(
                    lambda a, b, opens=opens, labels=labels: (
                        b not in opens and a in labels and labels[a] == labels.get(b)
                    )
                ),
            )

    _fit_choice_of_seams(training, "seam_final", tables())


def _walks(training: Training) -> Iterator[tuple[Case, bonds.PageWalk, dict[int, int]]]:
    """Yield the walk of each page with the true article of each line, as a number of openings."""
    for case in training.cases:
        sheet = training.sheet(case)
        opens = sorted(sheet.openings)
        walk = bonds.walk_of(sheet.lines, opens, sheet.seams, frozenset(sheet.headings))
        state_of = {
            case.article(index): number for number, index in reversed(list(enumerate(opens)))
        }
        true = {
            index: state_of[article]
            for index in walk.order
            for article in [case.article(index)]
            if article in state_of
        }
        yield case, walk, true


def train_belonging(training: Training) -> None:
    """Train what draws a line to an article."""
    choices: list[list[Row]] = []
    chosen: list[int] = []
    for _, walk, true in _walks(training):
        if len(walk.opens) < 2:
            continue
        opens = set(walk.opens)
        for labels in (belonging.in_file_order(walk), true):
            drawn = bonds.bonds_of(walk, labels, training.lexicon)
            path = belonging._Path()  # noqa: SLF001 the walk is replayed along the truth
            opened = 0
            for place, index in enumerate(walk.order):
                opened = walk.opens.index(index) if index in opens else opened
                states = list(belonging.states_near(opened))
                state = true.get(index)
                if place and index not in opens and state in states and len(states) > 1:
                    if index not in walk.mother:
                        rows = drawn.rows(index, states)
                        last = walk.order[place - 1]
                        choices.append(
                            [
                                (*rows[one], *belonging.moving_row(walk, index, one, last, path))
                                for one in states
                            ]
                        )
                        chosen.append(states.index(state))
                state = state if state is not None else opened
                if belonging._pulled(walk, index, state, path):  # noqa: SLF001 as above
                    path.pulled |= {index}
                path.labels[index] = state
                path.last = index
                if walk.lines[index].kind is LineKind.BYLINE:
                    path.ended |= {path.labels[index]}
    model = fit_choice(belonging.BELONGING_FEATURES, choices, chosen)
    training.keep("belonging", model, len(choices))


def train_owners(training: Training) -> None:
    """Train which of two articles a repeated passage belongs to."""
    harm = replace(NORMAL, name="spliced", splice=1.0, splices=4, interleave=0.0)
    pages = [
        one for group in GROUPS for one in county_pages(group, harm, seeds=SEEDS, count=3 * PAGES)
    ]
    mixed = tuple(one for group in clean_of_pages("tuning").values() for one in group)
    pages += [compose(mixed, county="mixed", seed=1, number=n, harm=harm) for n in range(2 * PAGES)]
    rows: list[Row] = []
    right: list[bool] = []
    for page in pages:
        plain = plain_form(page.text, training.lexicon.simplified)
        lexicon = training.strange(fold_of_county(page.name.split("-")[0]))
        pieces = layout.lay_out(plain, training.lexicon)
        articles = [printed(one) for one in pieces]
        twins = repeats.twin_passages([one.words for one in articles])
        scale = owners.scale_of(articles, chain.from_iterable(twins), lexicon)
        for a, b in twins:
            copied = [_copied(page, pieces[one.text], one) for one in (a, b)]
            if abs(copied[0] - copied[1]) < 0.5:
                continue
            row = owners.owner_difference(articles, a, b, scale)
            rows += [row, tuple(-one for one in row)]
            right += [copied[0] > copied[1], copied[0] < copied[1]]
    model = replace(fit_logistic(owners.OWNER_FEATURES, rows, right, ridge=5.0), bias=0.0)
    model = boosted(model, rows, right, OWNER_TREES)
    raw = [owners.owner_chance(model, row) for row in rows]
    knots = fit_isotonic(raw, right)
    # Both sides of a pair are asked, so the table must be the same from either side.
    even = tuple(
        (round((a + 1 - c) / 2, 4), round((b + 1 - d) / 2, 4))
        for (a, b), (c, d) in zip(knots, reversed(knots), strict=True)
    )
    training.keep("owner", replace(model, knots=even), len(rows))


def _copied(page: DamagedPage, piece: layout.Piece, one: repeats.Passage) -> float:
    """Return the share of a passage's characters that are printed out of place."""
    at = [i for strand in piece.paragraphs for i in strand.at][one.start : one.end]
    return sum((page.origins[i] or " ")[0] == "copy" for i in at) / max(1, len(at))


STEPS: tuple[Callable[[Training], None], ...] = (
    train_seams,
    train_bylines,
    train_headings,
    train_openings,
    train_articles,
    train_choices,
    train_belonging,
    train_final_choices,
    train_owners,
)


def main(only: Sequence[str]) -> int:
    """Train every model in order, or only the steps named (``headings``, ``owners``)."""
    write_tables()
    load_lexicon.cache_clear()
    lexicon = load_lexicon()
    training = Training(
        lexicon=lexicon,
        cases=[case_of(page, lexicon) for page in training_pages()],
        clean=[case_of(page, lexicon) for page in clean_pages()],
        papers=[case_of(page, lexicon) for page in paper_pages()],
        topics=unseen_topics(),
    )
    for step in STEPS:
        if not only or step.__name__.removeprefix("train_") in only:
            step(training)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
