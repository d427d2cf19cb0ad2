"""Trains the model that says how sure a directive is, on pages of the tuning part of the corpus.

Usage: ``python -m tools.train_directives`` from the root of the repository. Writes
``src/guatu/packs/models/directive.json``. Only articles of the tuning group are opened; pages
are composed by seed, so the same sources give the same weights.

The rules were written with the tuning articles in view and are right more often there than
elsewhere. ``SHRUNK`` and ``LOWERED`` take part of that back: they were set between what was
counted on the group ``first`` before it was opened and what is counted on it since. Nothing is
learned from the group ``last``.
"""

from pathlib import Path

from tests.corpus.damage import county_pages
from tests.corpus.grades import Decision
from tests.corpus.grading import grade, places_from_origins
from tests.corpus.harms import CLEAN, HARD, NORMAL, Harm

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import read_page
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives.sureness import GROUNDS, MODEL
from tools.fitting import fit_logistic, write_model

PACKS = Path(__file__).parent.parent / "src" / "guatu" / "packs"
SEEDS = (201, 202, 203)
PAGES = 42
RIDGE = 100.0
# Log odds on pages never seen before, against those of the tuning group.
SHRUNK, LOWERED = 0.8, 0.0


def decisions_on(group: str, harm: Harm, seeds: tuple[int, ...]) -> list[Decision]:
    """Return every directive said on the pages of a group, with whether it is right."""
    lexicon = load_lexicon()
    working = five_days(holidays=china_holidays())
    found: list[Decision] = []
    for page in county_pages(group, harm, seeds=seeds, count=PAGES):
        articles = [one.source for one in page.articles]
        reading = read_page(page.text, lexicon=lexicon, year=articles[0].year, working=working)
        places = places_from_origins(page.origins, len(articles))
        found += grade(page.text, reading, articles, places).decisions
    return found


def rows_of(decisions: list[Decision]) -> list[list[float]]:
    """Return the grounds of decisions as numbers, in the order of ``GROUNDS``."""
    return [[float(name in one.one.grounds) for name in GROUNDS] for one in decisions]


def tempered(model: DecisionModel) -> DecisionModel:
    """Return the model as it holds for pages that the rules were not written on."""
    return DecisionModel(
        names=model.names,
        weights=tuple(round(SHRUNK * one, 4) for one in model.weights),
        bias=round(SHRUNK * model.bias + LOWERED, 4),
    )


def main() -> None:
    """Train and write the model."""
    every = [one for harm in (CLEAN, NORMAL, HARD) for one in decisions_on("tuning", harm, SEEDS)]
    model = fit_logistic(GROUNDS, rows_of(every), [one.right for one in every], ridge=RIDGE)
    model = tempered(model)
    write_model(
        model,
        PACKS / "models" / f"{MODEL}.json",
        trained_on="clean and damaged pages of the tuning group, seeds 201 to 203",
        decisions=len(every),
    )


if __name__ == "__main__":
    main()
