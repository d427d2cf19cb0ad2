"""The figures of the corpus of invented counties; a part of ``guatu bench reading``."""

from tests.corpus.damage import DamagedPage, county_pages
from tests.corpus.grades import Grade
from tests.corpus.grading import grade, strict_f1
from tests.corpus.harms import CLEAN, HARD, NORMAL
from tests.corpus.scoring import Score
from tests.corpus.segmentation import score_segmentation, table

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

_COUNT = 24
_SEEDS = (11, 12)


def _places(page: DamagedPage) -> list[dict[tuple[int, int], int]]:
    places: list[dict[tuple[int, int], int]] = [{} for _ in page.articles]
    for origin, at in page.where.items():
        if origin[0] == "p":
            places[origin[1]][origin[2], origin[3]] = at
    return places


def corpus_figures(group: str) -> None:
    """Print layout and directives of a group's pages: as written, and damaged in two degrees."""
    for harm in (CLEAN, NORMAL, HARD):
        pages = county_pages(group, harm, seeds=_SEEDS, count=_COUNT)
        if not pages:
            print(f"\ncorpus {group}: no articles")
            return
        laid, graded = Score(), Grade()
        for page in pages:
            articles = [one.source for one in page.articles]
            reading = read_page(page.text, lexicon=load_lexicon(), year=articles[0].year)
            laid.merge(score_segmentation(page, reading))
            graded.merge(grade(page.text, reading, articles, _places(page)))
        print(table(f"{group} {harm.name} ({len(pages)} pages)", laid))
        print(
            f"  {'directives':16} strict F1 {strict_f1(graded):.3f}, invented days {graded.invented}"
        )
        for name, one in graded.measures.items():
            print(f"  {name:16} {one.precision:6.3f} {one.recall:6.3f} {one.f1:6.3f} {one.true:6}")
