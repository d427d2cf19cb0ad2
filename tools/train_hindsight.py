"""Trains the models of hindsight: whether a clause demands, whom a demand is for, whether it is a promise.

Usage: ``python -m tools.train_hindsight [GROUP LEFT OUT...]`` from the root of the repository. Writes
``seen.json``, ``whom.json`` and ``pledged.json`` of ``src/guatu/packs/models``.

What rules heard in each group before anybody had opened it for them stands in ``tests/corpus/heard``
(``tools/record_heard.py``), so that the models learn what rules get wrong on pages they have not seen.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.grades import bare
from tests.corpus.truth import Article, Directive

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.heard import Heard, HeardArticle
from guatu.domain.reading.directives.hindsight import pledged_signs, seen_signs
from guatu.domain.reading.directives.whom import candidates
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.units import kind_of
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.weighing import PLEDGED, SEEN, WHOM
from tools.fitting import fit_signs, write_model

ROOT = Path(__file__).parent.parent
MODELS = ROOT / "src" / "guatu" / "packs" / "models"
HEARD = ROOT / "tests" / "corpus" / "heard"
GROUPS = (
    *("tuning", "first", "last", "third", "practice", "fourth", "papers", "fifth"),
    *("sixth", "seventh"),
)
LEXICON = load_lexicon()
_RIDGE = {SEEN: 5.0, WHOM: 1.0, PLEDGED: 1.0}
_LEAST = {SEEN: 6, WHOM: 5, PLEDGED: 5}
_MOST = {SEEN: 5000, WHOM: 5000, PLEDGED: 1200}


@dataclass
class Rows:
    """What each model learns from: the signs of a decision and whether it was right."""

    signs: list[Sequence[str]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, signs: Sequence[str], *, right: bool) -> None:
        """Add a decision."""
        self.signs.append(signs)
        self.right.append(right)


@dataclass(frozen=True)
class Case:
    """An article as rules heard it, with the true directive that each clause mostly lies in."""

    heard: HeardArticle
    true: tuple[Directive | None, ...]
    article: Article


def cases(group: str, *, whole: bool = False) -> Iterator[Case]:
    """Yield the articles of a group as rules heard them, or as they were read with what was learned (``whole``)."""
    articles = list(read_counties(COUNTIES, group))
    kept = HEARD / "whole" if whole else HEARD
    lines = json.loads((kept / f"{group}.json").read_text(encoding="utf-8"))
    states = [tuple(one) for one in lines[0]]
    for number, paragraphs, units, clauses, demands in lines[1:]:
        yield case_of(articles[number], states, paragraphs, (units, clauses, demands))


def case_of(
    article: Article,
    states: Sequence[tuple[Any, ...]],
    paragraphs: list[Any],
    kept: tuple[Any, ...],
) -> Case:
    """Return an article as it was kept, with its truth."""
    units, clauses, demands = kept
    texts = [_words(article, one) for one in paragraphs]
    placed = [_unit(texts, one) for one in units]
    heard = [
        Heard(
            paragraph=p,
            start=start,
            end=end,
            words=texts[p][start:end],
            state=states[state],
            unit=placed[unit] if unit is not None else None,
            source=Source[states[state][17]],
            crossed=crossed,
            sentences=sentences,
        )
        for p, start, end, state, unit, crossed, sentences in clauses
        if texts[p]
    ]
    said = [
        Demand(
            paragraph=p,
            start=start,
            end=end,
            speaker=None,
            verb="",
            units=tuple(placed[each] for each in told),
            source=Source[source],
            promise=bool(promise),
            numbered=bool(numbered),
            bare=bool(plain),
            rule=rule,
        )
        for p, start, end, rule, source, promise, numbered, plain, told in demands
        if texts[p]
    ]
    true = tuple(_true(one, paragraphs[one.paragraph], article) for one in heard)
    whole = HeardArticle(tuple(texts), tuple(heard), tuple(said), LEXICON)
    return Case(heard=whole, true=true, article=article)


def _words(article: Article, place: list[int] | None) -> str:
    if place is None:
        return ""
    number, start, size = place
    return plain_form(article.paragraphs[number][start : start + size], LEXICON.simplified)


def _unit(texts: Sequence[str], row: list[Any]) -> PlacedUnit:
    paragraph, start, end, kind = row
    words = texts[paragraph][start:end] or "其"
    return PlacedUnit(
        text=words, kind=AddresseeKind(kind), paragraph=paragraph, start=start, end=end
    )


def _true(one: Heard, place: list[int], article: Article) -> Directive | None:
    """Return the directive that a clause mostly lies in."""
    number, shift, _ = place
    for each in article.directives:
        if each.at.paragraph == number:
            first, last = each.at.start - shift, each.at.end - shift
            if 2 * (min(last, one.end) - max(first, one.start)) >= one.end - one.start:
                return each
    return None


def learn_from(case: Case, rows: dict[str, Rows]) -> None:
    """Add the decisions of an article to the rows of each model."""
    heard, true = case.heard, case.true
    for i in range(len(heard.heard)):
        rows[SEEN].add(seen_signs(heard, i), right=true[i] is not None)
    prior: Directive | None = None
    for i, one in enumerate(true):
        if one is None or (i and true[i - 1] is one):
            continue
        mine = [at for at in range(i, len(true)) if true[at] is one]
        rows[PLEDGED].add(pledged_signs(heard, i), right=one.kind == "promise")
        who = {bare(each.text) for each in one.addressees}
        before = _prior(prior, one)
        for each in candidates(heard, mine, before, LEXICON):
            told = bare(each.unit.text) in who if each.unit is not None else not who
            rows[WHOM].add(each.signs, right=told)
        prior = one


def _prior(prior: Directive | None, one: Directive) -> PlacedUnit | None:
    """Return whom the directive before in the same paragraph is for."""
    if prior is None or prior.at.paragraph != one.at.paragraph or len(prior.addressees) != 1:
        return None
    name = prior.addressees[0].text
    return PlacedUnit(text=name, kind=kind_of(name, LEXICON), paragraph=-1, start=0, end=1)


def trained(groups: Sequence[str]) -> dict[str, tuple[DecisionModel, int]]:
    """Return the models and how many decisions each stands on."""
    rows = {name: Rows() for name in (SEEN, WHOM, PLEDGED)}
    for group in groups:
        for case in cases(group):
            learn_from(case, rows)
    return {
        name: (
            fit_signs(
                mine.signs, mine.right, ridge=_RIDGE[name], least=_LEAST[name], most=_MOST[name]
            ),
            len(mine.signs),
        )
        for name, mine in rows.items()
    }


def main(arguments: Sequence[str]) -> None:
    """Train on every group that was kept and write the models."""
    groups = [one for one in GROUPS if one not in arguments]
    for name, (model, decisions) in trained(groups).items():
        write_model(
            model, MODELS / f"{name}.json", trained_on=", ".join(groups), decisions=decisions
        )


if __name__ == "__main__":
    main(sys.argv[1:])
