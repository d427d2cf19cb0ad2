"""Speeches composed from lists, in which a demand runs on: the truth is theirs, and most of it is read."""

from tests.corpus.directive_corpus import grade_alone
from tests.corpus.grading import strict_f1
from tests.corpus.running_demands import running_demands

_SPEECHES, _SEED, _SEEN = 50, 7, 20
_FLOOR, _FLOOR_OF_NAMES = 0.84, 0.86


def test_the_same_seed_gives_the_same_speeches() -> None:
    assert running_demands(3, seed=4) == running_demands(3, seed=4)
    assert running_demands(3, seed=4) != running_demands(3, seed=5)


def test_who_is_told_opens_each_demand_and_others_are_only_named_within() -> None:
    alone = followed = 0
    for article in running_demands(40):
        for one in article.directives:
            text = article.paragraphs[one.at.paragraph][one.at.start : one.at.end]
            (told,) = one.addressees
            assert text.startswith(told.text)
            alone += "，" not in text
            followed += "，" in text
    assert min(alone, followed) >= _SEEN


def test_running_demands_are_read_no_worse_than_measured() -> None:
    total = grade_alone(running_demands(_SPEECHES, seed=_SEED))
    addressees = total.measures["addressees"]
    assert strict_f1(total) >= _FLOOR
    assert addressees.right / addressees.true >= _FLOOR_OF_NAMES
