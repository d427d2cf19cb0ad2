"""The pages that segmentation is trained on, with their truth, and the models so far.

Used by ``tools/train_reading.py``, which trains one model after the other.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tests.corpus.damage import (
    DamagedPage,
    clean_of_counties,
    clean_of_pages,
    compose,
    county_pages,
)
from tests.corpus.harms import CLEAN, HARD, NORMAL

from guatu.domain.reading import (
    bylines,
    layout,
    pair_rows,
    pairings,
    seams,
)
from guatu.domain.reading.article_graph import ArticleGraph
from guatu.domain.reading.article_segments import Segment
from guatu.domain.reading.calibration import DecisionModel, logistic
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, page_lines
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.topics import Topics
from tools.boosting import Growth, boosted
from tools.fitting import (
    fit_isotonic,
    fit_logistic,
    raw_probabilities,
    write_model,
)
from tools.training_tables import FOLDS, GROUPS, PACKS, fold_of_county

SEEDS = (101, 102, 103)
PAGES = 28
CLEAN_SEEDS = (104, 105, 106)
# Whole papers teach how lines run on, not what a newspaper's headline is: its number stands in theirs.
PAPERS = "papers"
TRAINED_ON = f"damaged pages of the groups {', '.join(GROUPS)}, seeds 101 to 106"

# Tails and whole ends of articles displaced oftener than on an ordinary page.
TAILS = replace(NORMAL, name="tails", tail=0.35, run_over=0.3, lost_lead=0.25)

Row = tuple[float, ...]
Decision = tuple[Row, bool, int]
"""The features of a decision, whether it is right, and to which part of the counties it belongs."""


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


def true_walk(case: Case, graph: ArticleGraph, segments: Sequence[Segment]) -> list[bool]:
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


def training_pages() -> list[DamagedPage]:
    """Return pages of every tuning county, and pages that mix the counties of the page files."""
    mixed = tuple(one for group in clean_of_pages("tuning").values() for one in group)
    found: list[DamagedPage] = []
    for harm, count in ((CLEAN, 1), (NORMAL, 5), (TAILS, 1), (HARD, 1)):
        for group in GROUPS:
            counties = len(clean_of_counties(group))
            found += county_pages(group, harm, seeds=SEEDS, count=count * counties)
        found += [
            compose(mixed, county="mixed", seed=seed, number=number, harm=harm)
            for seed in SEEDS
            for number in range(2 * count)
        ]
    return found


def clean_pages() -> list[DamagedPage]:
    """Return further undamaged pages, for what says where articles open and what their headlines are."""
    return [
        one
        for group in GROUPS
        for one in county_pages(
            group, CLEAN, seeds=CLEAN_SEEDS, count=len(clean_of_counties(group))
        )
    ]


def paper_pages() -> list[DamagedPage]:
    """Return pages of official papers, for what says whether two lines are one sentence."""
    count = len(clean_of_counties(PAPERS))
    return [
        one
        for harm, times in ((CLEAN, 1), (NORMAL, 5), (HARD, 1))
        for one in county_pages(PAPERS, harm, seeds=SEEDS, count=times * count)
    ]


@dataclass
class Training:
    """The models so far and the pages they are trained on."""

    lexicon: Lexicon
    cases: list[Case]
    papers: list[Case] = field(default_factory=list)
    clean: list[Case] = field(default_factory=list)
    plain: dict[int, pairings.SeamTable] = field(default_factory=dict)
    tables: dict[int, pairings.SeamTable] = field(default_factory=dict)
    sheets: dict[int, layout.Sheet] = field(default_factory=dict)
    named: dict[int, Case] = field(default_factory=dict)
    unseen: dict[str, dict[int, DecisionModel]] = field(default_factory=dict)
    topics: Mapping[int, Topics] = field(default_factory=dict)
    made: dict[int, tuple[Lexicon, Lexicon]] = field(default_factory=dict)

    def strange_to(self, case: Case) -> Lexicon:
        """Return the lexicon with models and topics that have not seen the county of a page, where there are such.

        What is trained on decisions is to meet them as they are on a new page: on pages that a model was
        trained on it is too sure of itself, and in articles that topics rest on all is of one matter.
        """
        return self.strange(fold_of(case))

    def strange(self, fold: int) -> Lexicon:
        """Return the lexicon that has not seen a part of the counties.

        It is the same value until a model is added, for compiled patterns are kept per lexicon.
        """
        made = self.made.get(fold)
        if made is not None and made[0] is self.lexicon:
            return made[1]
        known = {name: held[fold] for name, held in self.unseen.items()}
        usage = self.lexicon.usage
        usage = replace(usage, topics=self.topics.get(fold, usage.topics))
        found = replace(self.lexicon, models={**self.lexicon.models, **known}, usage=usage)
        self.made[fold] = self.lexicon, found
        return found

    def rows(self, case: Case) -> pairings.SeamTable:
        """Return the seam table of a page with the features of all pairs, none left out."""
        if id(case) not in self.plain:
            blank = {"seam": blank_model(pair_rows.PAIR_FEATURES)}
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
                plain_form(case.page.text, self.lexicon.simplified), self.strange_to(case)
            )
        return self.sheets[id(case)]

    def keep(self, name: str, model: DecisionModel, decisions: int) -> None:
        """Add a model and write it."""
        self.lexicon = replace(self.lexicon, models={**self.lexicon.models, name: model})
        path = PACKS / "models" / f"{name}.json"
        write_model(model, path, trained_on=TRAINED_ON, decisions=decisions)
        sys.stdout.write(f"{name}: {decisions} decisions\n")

    def fit_lines(
        self,
        name: str,
        names: Sequence[str],
        decisions: Iterable[Decision],
        *,
        grown: Growth,
    ) -> None:
        """Fit a model of lines, corrected by trees, each part of the counties held apart in turn."""
        rows, right, folds = zip(*decisions, strict=True)
        self.fit(name, names, list(rows), list(right), ridge=2.0, grown=grown, folds=folds)

    def fit(
        self,
        name: str,
        names: Sequence[str],
        rows: list[Row],
        right: list[bool],
        *,
        ridge: float = 1.0,
        grown: Growth | None = None,
        folds: Sequence[int] = (),
    ) -> None:
        """Fit a logistic model with its isotonic table, corrected by trees where they are asked for.

        ``folds`` tells for each row to which part of the counties it belongs: the table of the model
        then rests on what models say of the part that they have not seen, and these are kept.
        """
        model = _fitted(names, rows, right, ridge, grown)
        if not folds:
            knots = fit_isotonic(raw_probabilities(model, rows), right)
            self.keep(name, replace(model, knots=knots), len(rows))
            return
        said = [0.0] * len(rows)
        held: dict[int, DecisionModel] = {}
        for fold in range(FOLDS):
            inside = [n for n, one in enumerate(folds) if one != fold]
            outside = [n for n, one in enumerate(folds) if one == fold]
            held[fold] = _fitted(
                names, [rows[n] for n in inside], [right[n] for n in inside], ridge, grown
            )
            chances = held[fold].log_odds_of([rows[n] for n in outside])
            for n, odds in zip(outside, chances, strict=True):
                said[n] = logistic(odds)
        knots = fit_isotonic(said, right)
        self.unseen[name] = {fold: replace(one, knots=knots) for fold, one in held.items()}
        self.keep(name, replace(model, knots=knots), len(rows))


def fold_of(case: Case) -> int:
    """Return to which part of the counties a page belongs."""
    return fold_of_county(case.page.name.split("-")[0])


def _fitted(
    names: Sequence[str],
    rows: Sequence[Row],
    right: Sequence[bool],
    ridge: float,
    grown: Growth | None,
) -> DecisionModel:
    model = fit_logistic(names, rows, right, ridge=ridge)
    return model if grown is None else boosted(model, rows, right, grown)


def blank_model(names: Sequence[str]) -> DecisionModel:
    """Return a model that leaves every row as likely as not, to get at the rows."""
    return DecisionModel(names=tuple(names), weights=(0.0,) * len(names), bias=0.0)
