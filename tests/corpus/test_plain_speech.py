"""Scenes of plain speech composed from lists: the truth is theirs, and most of it is read."""

from tests.corpus.grades import Grade
from tests.corpus.grading import clean_page, grade
from tests.corpus.plain_speech import plain_scenes

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import read_page

_SCENES, _SEED = 60, 9


def test_the_same_seed_gives_the_same_scenes() -> None:
    assert plain_scenes(3, seed=4) == plain_scenes(3, seed=4)
    assert plain_scenes(3, seed=4) != plain_scenes(3, seed=5)


def test_what_is_told_stands_at_the_front_of_its_demand_or_behind_a_topic() -> None:
    for article in plain_scenes(40):
        for one in article.directives:
            words = article.paragraphs[one.at.paragraph][one.at.start : one.at.end]
            assert words
            assert all(each.text in article.paragraphs[one.at.paragraph] for each in one.addressees)


def test_plain_speech_is_read_no_worse_than_measured() -> None:
    lexicon, working, total = load_lexicon(), five_days(holidays=china_holidays()), Grade()
    for article in plain_scenes(_SCENES, seed=_SEED):
        text, places = clean_page([article])
        reading = read_page(text, lexicon=lexicon, year=article.year, working=working)
        total.merge(grade(text, reading, [article], places))
    strict, addressees = total.measures["strict_said"], total.measures["addressees"]
    assert strict.right / strict.true >= _FLOOR
    assert addressees.right / addressees.true >= _FLOOR_OF_NAMES


_FLOOR, _FLOOR_OF_NAMES = 0.8, 0.85
