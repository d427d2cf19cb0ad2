"""Scenes of plain speech composed from lists: the truth is theirs, and most of it is read."""

import tomllib

from tests.corpus.directive_corpus import grade_alone
from tests.corpus.grading import strict_f1
from tests.corpus.plain_speech import WORDS, plain_scenes

_SCENES, _SEED, _SEEN = 60, 9, 5


def test_the_same_seed_gives_the_same_scenes() -> None:
    assert plain_scenes(3, seed=4) == plain_scenes(3, seed=4)
    assert plain_scenes(3, seed=4) != plain_scenes(3, seed=5)


def test_who_is_told_opens_the_demand_or_stands_behind_its_topic_or_was_told_before() -> None:
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    opened = behind = inherited = 0
    for article in plain_scenes(40):
        for one in article.directives:
            text, at = article.paragraphs[one.at.paragraph], one.at
            demand = text[at.start : at.end]
            names = [each.text for each in one.addressees]
            if names and demand.startswith(names[0]):
                opened += 1
            elif names and f"，{names[0]}" in demand:
                assert demand.startswith(tuple(words["things"]))
                behind += 1
            elif demand.startswith(tuple(words["things"])):
                assert not names or names[0] in text[: at.start]
                inherited += 1
            else:
                # What stands in front of the scene's own demand, of nobody.
                assert not names
    assert min(opened, behind, inherited) >= _SEEN


def test_plain_speech_is_read_no_worse_than_measured() -> None:
    total = grade_alone(plain_scenes(_SCENES, seed=_SEED))
    addressees = total.measures["addressees"]
    assert strict_f1(total) >= _FLOOR
    assert addressees.right / addressees.true >= _FLOOR_OF_NAMES


_FLOOR, _FLOOR_OF_NAMES = 0.87, 0.92
