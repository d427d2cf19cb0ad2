"""Trains the models of segmentation on damaged pages of the opened parts of the corpus.

Usage: ``python -m tools.train_reading`` from the root of the repository. Writes
``src/guatu/packs/models/*.json`` and ``src/guatu/packs/words/genre_pairs.txt``. Only articles
of the opened groups (``GROUPS``) are read; pages are composed by seed, so the same sources give the same
weights. Each model is trained on what the models before it decide.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from tests.corpus.damage import (
    DamagedPage,
    clean_of_counties,
    clean_of_pages,
    compose,
    county_pages,
)
from tests.corpus.harms import CLEAN, HARD, NORMAL

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import (
    article_graph,
    article_segments,
    article_walk,
    belonging,
    bonds,
    bylines,
    headings,
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
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import pairs
from guatu.domain.reading.lines import Line, LineKind, page_lines
from guatu.domain.reading.repeated import printed
from guatu.domain.reading.strand import plain_form
from tools import fitting_walks
from tools.boosting import Growth, boosted
from tools.fitting import (
    fit_choice,
    fit_isotonic,
    fit_logistic,
    raw_probabilities,
    write_model,
)

PACKS = Path(__file__).parent.parent / "src" / "guatu" / "packs"
SEEDS = (101, 102, 103)
PAGES = 28
# All of these were opened; nothing is ever learned from the closed groups.
GROUPS = ("tuning", "first", "last", "third", "practice", "fourth")
TRAINED_ON = f"damaged pages of the groups {', '.join(GROUPS)}, seeds 101 to 103"

_LATIN = re.compile("[!-~]")

# Tails and whole ends of articles displaced oftener than on an ordinary page.
TAILS = replace(NORMAL, name="tails", tail=0.35, run_over=0.3, lost_lead=0.25)

# A choice rests on few features: small trees that learn slowly.
TOGETHER_TREES = Growth(trees=80, depth=5, step=0.1, ridge=20.0)
OWNER_TREES = Growth(trees=60, depth=3, step=0.12, ridge=10.0)
CHOICE_TREES = Growth(trees=50, depth=4, step=0.1, ridge=20.0)

Row = tuple[float, ...]


@dataclass(frozen=True)
class Case:
    """A page with its lines and the truth of each line."""

    page: DamagedPage
    lines: tuple[Line, ...]
    follows: Mapping[int, int]
    firsts: frozenset[int]

    def origin(self, index: int, *, last: bool = False) -> tuple[object, ...]:
        """Return where the first (or last) character of a line comes from."""
        span = self.lines[index].span
        return self.page.origins[span.end - 1 if last else span.start] or ("none",)

    def article(self, index: int) -> int | None:
        """Return the article that most of a line's characters belong to."""
        votes = Counter(
            origin[1]
            for span in self.lines[index].spans
            for origin in self.page.origins[span.start : span.end]
            if origin and origin[0] in "phb"
        )
        return votes.most_common(1)[0][0] if votes else None

    def true_seams(self, table: pairings.SeamTable) -> set[tuple[int, int]]:
        """Return the pairs of lines that are one sentence in truth."""
        ends = {self.lines[one.index].span.end - 1: one.index for one in table.edges}
        starts = {self.lines[one.index].span.start: one.index for one in table.edges}
        return {(ends[a], starts[b]) for a, b in self.follows.items() if a in ends and b in starts}


def case_of(page: DamagedPage, lexicon: Lexicon) -> Case:
    """Return a page with its lines and its truth."""
    runs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, origin in enumerate(page.origins):
        if origin and origin[0] == "p" and not page.text[i].isspace():
            runs.setdefault((origin[1], origin[2]), []).append((origin[3], i))
    follows: dict[int, int] = {}
    firsts: dict[int, tuple[int, int]] = {}
    for (article, paragraph), run in runs.items():
        places = [place for _, place in sorted(run)]
        follows.update(pairwise(places))
        known = firsts.get(article)
        if known is None or paragraph < known[0]:
            firsts[article] = (paragraph, places[0])
    return Case(
        page=page,
        lines=page_lines(plain_form(page.text, lexicon.simplified), lexicon),
        follows=follows,
        firsts=frozenset(place for _, place in firsts.values()),
    )


def training_pages() -> list[DamagedPage]:
    """Return pages of every tuning county, and pages that mix the counties of the page files."""
    mixed = tuple(one for group in clean_of_pages("tuning").values() for one in group)
    found: list[DamagedPage] = []
    for harm, count in ((CLEAN, 1), (NORMAL, 3), (TAILS, 1), (HARD, 1)):
        for group in GROUPS:
            counties = len(clean_of_counties(group))
            found += county_pages(group, harm, seeds=SEEDS, count=count * counties)
        found += [
            compose(mixed, county="mixed", seed=seed, number=number, harm=harm)
            for seed in SEEDS
            for number in range(2 * count)
        ]
    return found


@dataclass
class Training:
    """The models so far and the pages they are trained on."""

    lexicon: Lexicon
    cases: list[Case]
    plain: dict[int, pairings.SeamTable] = field(default_factory=dict)
    tables: dict[int, pairings.SeamTable] = field(default_factory=dict)
    sheets: dict[int, layout.Sheet] = field(default_factory=dict)
    named: dict[int, Case] = field(default_factory=dict)

    def rows(self, case: Case) -> pairings.SeamTable:
        """Return the seam table of a page with the features of all pairs, none left out."""
        if id(case) not in self.plain:
            blank = {"seam": _blank(pair_rows.PAIR_FEATURES)}
            lexicon = replace(self.lexicon, models={**self.lexicon.models, **blank})
            self.plain[id(case)] = pairings.seam_table(case.lines, lexicon)
        return self.plain[id(case)]

    def table(self, case: Case) -> pairings.SeamTable:
        """Return the seam table of a page, made once the seam model is trained."""
        if id(case) not in self.tables:
            models = self.lexicon.models
            table = self.rows(case).judged(models["seam"])
            self.tables[id(case)] = seams.heard_together(table, models["seam_together"])
        return self.tables[id(case)]

    def judged(self, case: Case) -> Case:
        """Return a page with its bylines judged, once their model is trained."""
        if id(case) not in self.named:
            table = self.table(case)
            chances = bylines.byline_chances(case.lines, table, self.lexicon)
            lines = layout.with_bylines(case.lines, chances, table, self.lexicon)
            self.named[id(case)] = replace(case, lines=lines)
        return self.named[id(case)]

    def sheet(self, case: Case) -> layout.Sheet:
        """Return what the models up to the choice of seams decide of a page."""
        if id(case) not in self.sheets:
            self.sheets[id(case)] = layout.sheet_of(
                plain_form(case.page.text, self.lexicon.simplified), self.lexicon
            )
        return self.sheets[id(case)]

    def keep(self, name: str, model: DecisionModel, decisions: int) -> None:
        """Add a model and write it."""
        self.lexicon = replace(self.lexicon, models={**self.lexicon.models, name: model})
        path = PACKS / "models" / f"{name}.json"
        write_model(model, path, trained_on=TRAINED_ON, decisions=decisions)
        sys.stdout.write(f"{name}: {decisions} decisions\n")

    def fit(
        self,
        name: str,
        names: Sequence[str],
        rows: list[Row],
        right: list[bool],
        *,
        ridge: float = 1.0,
        grown: Growth | None = None,
    ) -> None:
        """Fit a logistic model with its isotonic table, corrected by trees where they are asked for."""
        model = fit_logistic(names, rows, right, ridge=ridge)
        if grown is not None:
            model = boosted(model, rows, right, grown)
        knots = fit_isotonic(raw_probabilities(model, rows), right)
        self.keep(name, replace(model, knots=knots), len(rows))


def _blank(names: Sequence[str]) -> DecisionModel:
    return DecisionModel(names=tuple(names), weights=(0.0,) * len(names), bias=0.0)


def _write_shares(name: str, remark: str, shares: Mapping[str, float]) -> None:
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for pair, share in shares.items():
        levels[round(100 * share)].append(pair)
    rows = [f"# {remark}; by tools/train_reading.py."]
    rows += [f"{level} {''.join(sorted(found))}" for level, found in sorted(levels.items())]
    (PACKS / "words" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def write_tables() -> None:
    """Write in how many articles each pair of characters stands."""
    articles = [
        one
        for groups in (clean_of_pages("tuning"), *map(clean_of_counties, GROUPS))
        for group in groups.values()
        for one in group
    ]
    held: Counter[str] = Counter()
    for one in articles:
        held.update(pairs("".join("。".join(one.paragraphs).split())))
    plain = [pair for pair, count in held.items() if count > 1 and not _LATIN.search(pair)]
    _write_shares(
        "genre_pairs.txt",
        "The share (in 100) of tuning articles that hold each pair of characters",
        {pair: held[pair] / len(articles) for pair in plain},
    )


def train_seams(training: Training) -> None:
    """Train what says of two lines whether they are one sentence."""
    rows: list[Row] = []
    right: list[bool] = []
    for case in training.cases:
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
    for case in training.cases:
        table = training.rows(case).judged(training.lexicon.models["seam"])
        true = case.true_seams(table)
        for (a, b), row in seams.choices(table, frozenset()).items():
            if "copy" not in (case.origin(a, last=True)[0], case.origin(b)[0]):
                rows.append(row)
                right.append((a, b) in true)
    plain = fit_logistic(seams.CHOICE_FEATURES, rows, right)
    training.keep("seam_together", boosted(plain, rows, right, TOGETHER_TREES), len(rows))


def train_headings(training: Training) -> None:
    """Train what says of a short line whether it is one of a headline."""
    rows: list[Row] = []
    right: list[bool] = []
    for found_case in training.cases:
        table = training.table(found_case)
        case = training.judged(found_case)
        for index, row in headings.heading_rows(case.lines, table, training.lexicon).items():
            rows.append(row)
            right.append(case.origin(index)[0] == "h")
    training.fit("heading", headings.HEADING_FEATURES, rows, right)


def train_bylines(training: Training) -> None:
    """Train what says of a line of names whether it is a byline."""
    rows: list[Row] = []
    right: list[bool] = []
    for case in training.cases:
        table = training.table(case)
        for index, row in bylines.byline_rows(case.lines, table, training.lexicon).items():
            rows.append(row)
            right.append(case.origin(index)[0] == "b")
    training.fit("byline", bylines.BYLINE_FEATURES, rows, right, ridge=10.0)


def train_openings(training: Training) -> None:
    """Train what says of a line whether an article opens with it."""
    rows: list[Row] = []
    right: list[bool] = []
    for found_case in training.cases:
        table = training.table(found_case)
        case = training.judged(found_case)
        chances = headings.heading_chances(case.lines, table, training.lexicon)
        found = openings.opening_rows(case.lines, table, chances, training.lexicon)
        for index, row in found.items():
            rows.append(row)
            right.append(case.lines[index].span.start in case.firsts)
    training.fit("opening", opening_signs.OPENING_FEATURES, rows, right, ridge=5.0)


def _true_walk(
    case: Case, graph: article_graph.ArticleGraph, segments: Sequence[article_segments.Segment]
) -> list[bool]:
    """Return which segments a true walk through a page may take."""
    places = graph.places
    opens = {p for p in places[:-1] if case.lines[p].span.start in case.firsts}
    if opens.isdisjoint(graph.starts):
        opens.add(graph.starts[-1])
    stops = sorted({*opens, places[-1]})
    following = dict(pairwise(stops))
    heads: defaultdict[int | None, list[int]] = defaultdict(list)
    for index in sorted(graph.headings):
        if case.origin(index)[0] == "h":
            heads[case.article(index)].append(index)
    own: list[bool] = []
    exact: set[int] = set()
    for one in segments:
        first, stop = graph.nodes[one.start].place, graph.nodes[one.stop].place
        own.append(first in opens and following.get(first) == stop)
        if own[-1] and list(one.headline) == heads.get(case.article(first), []):
            exact.add(first)
    if any(heads.get(case.article(p)) and p not in exact for p in opens):
        # Half a headline that is no run of lines would teach that headlines may be left over.
        return [False] * len(segments)
    return [
        held
        and (
            graph.nodes[one.start].place not in exact
            or list(one.headline) == heads.get(case.article(graph.nodes[one.start].place), [])
        )
        for one, held in zip(segments, own, strict=True)
    ]


def train_articles(training: Training) -> None:
    """Train what parts a page into articles, each with its headline."""
    graphs: list[fitting_walks.Graph] = []
    for found in training.cases:
        table = training.table(found)
        case = training.judged(found)
        if any(f"-{one.name}-" in case.page.name for one in (HARD, TAILS)):
            # Articles that run over or are interleaved are no stretches of a page.
            continue
        chances = headings.heading_chances(case.lines, table, training.lexicon)
        graph = layout.graph_of(case.lines, table, chances, training.lexicon)
        if len(graph.places) < 2:
            continue
        segments = sorted(graph.segments(), key=lambda one: one.stop)
        starts, ends = article_walk.ends_of(graph)
        made = fitting_walks.graph_of(
            len(graph.nodes), starts, ends, segments, _true_walk(case, graph, segments)
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
    blank = {"seam_choice": _blank(seams.CHOICE_FEATURES)}
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
        pieces = layout.lay_out(plain, training.lexicon)
        articles = [printed(one) for one in pieces]
        scale = owners.scale_of(articles, training.lexicon)
        for a, b in repeats.twin_passages([one.words for one in articles]):
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
        lexicon=lexicon, cases=[case_of(page, lexicon) for page in training_pages()]
    )
    for step in STEPS:
        if not only or step.__name__.removeprefix("train_") in only:
            step(training)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
