"""Grades whole groups of annotated counties: clean article by article, or on damaged pages.

For tests, for ``bench/reading.py`` and for training; see ``docs/guide/annotation.md``.
Call ``grade_clean("tuning")`` or ``grade_damaged("tuning", NORMAL, seeds=(7,), count=42)``.
"""

from collections.abc import Iterable, Mapping, Sequence

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES, county_pages
from tests.corpus.grades import Grade
from tests.corpus.grading import clean_page, grade, places_from_origins, strict_f1
from tests.corpus.harms import Harm
from tests.corpus.truth import Article

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import read_page


def grade_clean(group: str) -> Grade:
    """Grade each article of a group on a page of its own, undamaged."""
    return grade_alone(read_counties(COUNTIES, group))


def grade_alone(articles: Iterable[Article]) -> Grade:
    """Grade each of some articles on a page of its own, undamaged."""
    lexicon, working = load_lexicon(), five_days(holidays=china_holidays())
    total = Grade()
    for article in articles:
        text, places = clean_page([article])
        reading = read_page(text, lexicon=lexicon, year=article.year, working=working)
        total.merge(grade(text, reading, [article], places))
    return total


def grade_damaged(group: str, harm: Harm, *, seeds: Sequence[int], count: int) -> Grade:
    """Grade composed pages of three to five articles of a group, damaged as ``harm`` says."""
    lexicon, working = load_lexicon(), five_days(holidays=china_holidays())
    total = Grade()
    for page in county_pages(group, harm, seeds=seeds, count=count):
        articles = [one.source for one in page.articles]
        reading = read_page(page.text, lexicon=lexicon, year=articles[0].year, working=working)
        places = places_from_origins(page.origins, len(articles))
        total.merge(grade(page.text, reading, articles, places))
    return total


def figures(total: Grade) -> Mapping[str, float]:
    """Return what is reported of a group: strict F1 first, then every measure."""
    named = {name: round(one.f1, 3) for name, one in total.measures.items() if "strict" not in name}
    return {
        "strict": round(strict_f1(total), 3),
        **dict(sorted(named.items())),
        "invented": total.invented,
    }
