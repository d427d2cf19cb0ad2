"""Figures of segmentation for tests and benchmarks: one call, one table's worth of counts.

``segmentation_of("first", "normal")`` reads damaged pages of a group of counties and returns the
counts; ``segmentation.table`` prints them. ``confidence_of`` returns what the reader said of its
decisions and whether they were right.
"""

from collections.abc import Sequence

from tests.corpus.damage import DamagedPage, county_pages
from tests.corpus.harms import CLEAN, HARD, NORMAL
from tests.corpus.scoring import Score
from tests.corpus.segmentation import decisions, score_segmentation

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

HARMS = {one.name: one for one in (CLEAN, NORMAL, HARD)}
SEEDS = (1, 2, 3)
PAGES = 12


def pages_of(
    group: str, harm: str, *, seeds: Sequence[int] = SEEDS, count: int = PAGES
) -> list[DamagedPage]:
    """Return the pages that figures are quoted on: ``count`` a seed over the counties of a group."""
    return county_pages(group, HARMS[harm], seeds=seeds, count=count)


def segmentation_of(
    group: str, harm: str, *, seeds: Sequence[int] = SEEDS, count: int = PAGES
) -> Score:
    """Return how the damaged pages of a group were put together again."""
    lexicon = load_lexicon()
    result = Score()
    for page in pages_of(group, harm, seeds=seeds, count=count):
        result.merge(score_segmentation(page, read_page(page.text, lexicon=lexicon)))
    return result


def confidence_of(
    group: str, harm: str, *, seeds: Sequence[int] = SEEDS, count: int = PAGES
) -> tuple[list[float], list[bool]]:
    """Return the probability of every weighed decision of a group's pages, and whether it held."""
    lexicon = load_lexicon()
    said: list[float] = []
    right: list[bool] = []
    for page in pages_of(group, harm, seeds=seeds, count=count):
        for sure, held in decisions(page, read_page(page.text, lexicon=lexicon)):
            said.append(sure)
            right.append(held)
    return said, right
