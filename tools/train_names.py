"""Trains the weights by which words that end as a unit are a name, and no clause.

Usage: ``python -m tools.train_names [GROUP LEFT OUT...]`` from the root of the repository. Writes
``named.json`` of ``src/guatu/packs/models``.

Names are the addressees and bodies of every opened county, the unit words of the lexicon, and those of
``tests/corpus/name_forms.toml``. Against them stands what a rule might take for one in the demands of
the corpus: from a name on past its end, and from behind it, up to where a unit may end; and the runs
that the same file lists.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.truth import Article

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.name_form import form_signs, parts_of
from guatu.domain.reading.unit_ending import unit_ends
from guatu.domain.reading.units import unit_start
from guatu.domain.reading.weighing import NAMED
from tools.fitting import fit_signs, write_model
from tools.train_weighing import MODELS

GROUPS = (
    *("tuning", "first", "last", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("practice", "papers", "meetings", "gazettes", "dailies", "scenes"),
)
FORMS = COUNTIES.parent / "name_forms.toml"
_RIDGE, _LEAST, _MOST = 1.0, 3, 3000
_CLAUSES = re.compile("[，。；：！？]")
_RUN = re.compile("[\u3400-\u9fff0-9A-Za-z“”]{2,}")
_BEHIND = 3


def names_in(article: Article) -> frozenset[str]:
    """Return the addressees and bodies of an article as they are printed."""
    told = {unit.text for one in article.directives for unit in one.addressees}
    return frozenset(told | {one.name for one in article.organisations})


def runs_in(article: Article, lexicon: Lexicon) -> Iterator[str]:
    """Yield what stands in the demands of an article up to where a unit may end, and is cut at none of its names."""
    for one in article.directives:
        words = article.paragraphs[one.at.paragraph][one.at.start : one.at.end]
        names = [unit.text for unit in one.addressees]
        for clause in _CLAUSES.split(words):
            told = [name for name in names if name in clause]
            yield from _past(clause, told, lexicon)
            for name in told:
                rest = clause[clause.index(name) + len(name) :]
                for at in range(_BEHIND):
                    yield from (rest[at:stop] for stop in unit_ends(rest, at, lexicon))


def _past(clause: str, names: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """Yield the runs at the front of a clause that are no part of a name in it, nor of a list it opens."""
    start = unit_start(clause, lexicon)
    for stop in unit_ends(clause, start, lexicon):
        places = [(clause.index(name), len(name)) for name in names]
        if not places or any(
            (start < at < stop)
            or (start <= at and stop > at + size and clause[at + size] not in "、和及与")
            for at, size in places
        ):
            yield clause[start:stop]


def trained(groups: Sequence[str]) -> tuple[DecisionModel, int]:
    """Return the model and how many decisions it stands on."""
    lexicon = load_lexicon()
    listed = tomllib.loads(FORMS.read_text(encoding="utf-8"))
    articles = [one for group in groups for one in read_counties(COUNTIES, group)]
    rows = [
        (part, True)
        for one in articles
        for name in sorted(names_in(one))
        for part in parts_of(name)
    ]
    rows += [(name, True) for name in (*lexicon.unit_words, *listed["names"]) if len(name) > 1]
    rows += [(run, False) for run in listed["no_names"]]
    known = {words for words, name in rows if name}
    for one in articles:
        runs = {
            run for run in runs_in(one, lexicon) if _RUN.fullmatch(run) and parts_of(run) == [run]
        }
        rows += [(run, False) for run in sorted(runs - known)]
    model = fit_signs(
        [form_signs(words, lexicon) for words, _ in rows],
        [name for _, name in rows],
        ridge=_RIDGE,
        least=_LEAST,
        most=_MOST,
    )
    return model, len(rows)


def main(arguments: Sequence[str]) -> None:
    """Train on every opened group and write the model."""
    groups = [one for one in GROUPS if one not in arguments]
    model, decisions = trained(groups)
    path = Path(MODELS) / f"{NAMED}.json"
    write_model(model, path, trained_on=", ".join(groups), decisions=decisions)


if __name__ == "__main__":
    main(sys.argv[1:])
