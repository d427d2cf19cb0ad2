"""Trains the weights of signs by which doubtful demands and names are weighed beside the rules.

Usage: ``python -m tools.train_weighing [GROUP LEFT OUT...]`` from the root of the repository. Writes
``demands.json`` and ``told.json`` of ``src/guatu/packs/models``.

The clauses of every opened county are read by the rules alone, each with the signs of what it is heard
in. A clause demands where most of it lies in an annotated directive; a name is told where it
is one of the directive's addressees. Names are weighed within demands only.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar
from unittest.mock import patch

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.grades import bare
from tests.corpus.grading import clean_page
from tests.corpus.places import Places
from tests.corpus.plain_speech import plain_scenes
from tests.corpus.running_demands import running_demands
from tests.corpus.truth import Article

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import page, read_page
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives import collect
from guatu.domain.reading.directives.clause_signs import clause_signs
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand
from guatu.domain.reading.directives.listening import Listening
from guatu.domain.reading.directives.name_signs import (
    name_signs,
    runs_in_front,
    told_signs,
)
from guatu.domain.reading.directives.overheard import behind_number
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.walk import Walk
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.weighing import DEMANDS, SEEN, TOLD, weighing_of
from tools.fitting import fit_signs, write_model

PLAIN = "plain speech"
RUNNING = "running demands"
_SCENES = 700
_SPEECHES = 500
MODELS = Path(__file__).parent.parent / "src" / "guatu" / "packs" / "models"
GROUPS = (
    *("tuning", "first", "last", "third", "fourth", "practice", "papers", "fifth", "scenes"),
    *("sixth", "seventh", "eighth", "gazettes", PLAIN, RUNNING),
)
_LEAST = 6
_MOST = 1200

Signs = list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedClause:
    """A clause as the walk came to it: its place in the paragraph, and what it is heard in."""

    paragraph: int
    start: int
    words: str
    plain: str
    context: tuple[str, ...]
    open: bool


class Recorder(Listening):
    """Reads by the rules alone and keeps every clause; ``overheard`` is of the article read last."""

    __slots__ = ()
    overheard: ClassVar[list[AskedClause]] = []

    def _clause(self, clause: Clause, skip: int, *, speech: SpeechAct | None) -> None:
        context = self._heard(clause, speech, self._moment())
        words = clause.words[skip:]
        behind = behind_number(words, context)
        if words[behind:]:
            self.overheard.append(
                AskedClause(
                    paragraph=self._paragraph,
                    start=clause.start + skip + behind,
                    words=words[behind:],
                    plain=self._plain,
                    context=tuple(context),
                    open=self._open is not None,
                )
            )
        Walk._clause(self, clause, skip, speech=speech)  # noqa: SLF001 the rules alone


def heard_in(article: Article) -> Iterator[tuple[AskedClause, Piece, Places]]:
    """Yield the clauses of an article as they are heard on a clean page of its own."""
    text, places = clean_page([article])
    last: dict[str, tuple[Piece, list[AskedClause]]] = {}
    rules = collect.demands_of

    def listening(piece: Piece, *args: object, **named: object) -> tuple[Demand, ...]:
        Recorder.overheard.clear()
        found = rules(piece, *args, **named)  # type: ignore[arg-type]
        last[piece.id] = (piece, list(Recorder.overheard))
        return found

    working = five_days(holidays=china_holidays())
    with patch.object(collect, "Listening", Recorder), patch.object(page, "demands_of", listening):
        read_page(text, lexicon=_by_rules(), year=article.year, working=working)
    for piece, heard in last.values():
        for one in heard:
            yield one, piece, places[0]


def _by_rules() -> Lexicon:
    """Return the lexicon without the model by which an article is looked at again."""
    models = {name: one for name, one in load_lexicon().models.items() if name != SEEN}
    return replace(load_lexicon(), models=models)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A clause with who is told in it (None where it demands nothing), and the half of articles it is of."""

    clause: AskedClause
    who: frozenset[str] | None
    half: int


def asked_in(groups: Sequence[str]) -> list[Asked]:
    """Return the clauses of groups, as the walk came to them."""
    return [
        Asked(clause=one, who=told_at(one, piece, article, places), half=number % 2)
        for group in groups
        for number, article in enumerate(_articles(group))
        for one, piece, places in heard_in(article)
    ]


def _articles(group: str) -> Sequence[Article]:
    if group == PLAIN:
        return plain_scenes(_SCENES)
    return running_demands(_SPEECHES) if group == RUNNING else read_counties(COUNTIES, group)


def fit_names(rows: Sequence[Asked], lexicon: Lexicon) -> tuple[DecisionModel, int]:
    """Return the model of names, and on how many it stands: those at the front of clauses that demand."""
    names: Signs = []
    told: list[bool] = []
    for row in rows:
        one = row.clause
        if row.who is None:
            continue
        for run in runs_in_front(one.words, lexicon):
            names.append(name_signs(one.words, run, one.context, lexicon))
            told.append(bare(one.words[run[0] : run[1]]) in row.who)
    return fit_signs(names, told, ridge=1.0, least=_LEAST, most=_MOST), len(names)


def fit_clauses(
    rows: Sequence[Asked], models: Sequence[DecisionModel], lexicon: Lexicon
) -> tuple[DecisionModel, int]:
    """Return the model of clauses; ``models`` weigh the names of the half of articles they have not seen."""
    weighings = [weighing_of(model) for model in models]
    clauses: Signs = []
    demands: list[bool] = []
    for row in rows:
        one = row.clause
        if one.open:
            continue
        named = max(
            (
                weighings[row.half].sure(name_signs(one.words, run, one.context, lexicon))
                for run in runs_in_front(one.words, lexicon)
            ),
            default=0.0,
        )
        signs = clause_signs(one.words, one.plain, one.start, lexicon)
        clauses.append([*one.context, *signs, *told_signs(named)])
        demands.append(row.who is not None)
    return fit_signs(clauses, demands, ridge=2.0, least=_LEAST, most=_MOST), len(clauses)


def told_at(
    one: AskedClause, piece: Piece, article: Article, places: Places
) -> frozenset[str] | None:
    """Return who is told in the annotated directive that a clause mostly lies in, or None."""
    at = piece.paragraphs[one.paragraph].at
    mine = {at[i] for i in range(one.start, one.start + len(one.words))}
    for true in article.directives:
        span = range(true.at.start, true.at.end)
        whole = {places[true.at.paragraph, i] for i in span if (true.at.paragraph, i) in places}
        if 2 * len(mine & whole) >= len(mine):
            return frozenset(bare(each.text) for each in true.addressees)
    return None


def trained(groups: Sequence[str]) -> dict[str, tuple[DecisionModel, int]]:
    """Return both models and how many decisions each stands on."""
    lexicon = load_lexicon()
    rows = asked_in(groups)
    halves = [fit_names([one for one in rows if one.half != half], lexicon)[0] for half in (0, 1)]
    return {TOLD: fit_names(rows, lexicon), DEMANDS: fit_clauses(rows, halves, lexicon)}


def main(arguments: Sequence[str]) -> None:
    """Train on every opened group and write both models."""
    groups = [one for one in GROUPS if one not in arguments]
    for name, (model, decisions) in trained(groups).items():
        write_model(
            model,
            MODELS / f"{name}.json",
            trained_on=", ".join(groups),
            decisions=decisions,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
