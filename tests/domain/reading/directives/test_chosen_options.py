"""The options of a demand, seen through a whole reading."""

import pytest
from tests.domain.reading.reading_of import LEAD

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.directives import hindsight
from guatu.domain.reading.directives.chosen import Chosen, Option
from guatu.domain.reading.directives.heard import HeardArticle
from guatu.domain.reading.lexicon import Lexicon


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> list[list[Option]]:
    """Return the options of the demands of one paragraph, as they are weighed."""
    found: list[list[Option]] = []

    class Kept(Chosen):
        __slots__ = ()

        def __init__(self, article: HeardArticle, lexicon: Lexicon) -> None:
            super().__init__(article, lexicon)
            found.extend(self.options(n) for n in range(len(article.demands)))

    monkeypatch.setattr(hindsight, "Chosen", Kept)
    text = LEAD + "罗远航要求，各乡镇要排好班次。巡山不能走过场，发现一处、处置一处。"
    read_page(text, lexicon=load_lexicon(), year=2024)
    return found


def test_the_choice_of_the_rules_is_one_option_of_each_demand(
    options: list[list[Option]],
) -> None:
    assert [sum(one.kept for one in each) for each in options] == [1, 1]


def test_nobody_and_who_was_told_before_are_options(options: list[list[Option]]) -> None:
    assert {frozenset(), frozenset({"各乡镇"})} <= {one.names for one in options[1]}


def test_signs_tell_whether_the_demand_before_is_for_the_same(
    options: list[list[Option]],
) -> None:
    (same,) = [one for one in options[1] if one.names == {"各乡镇"}]
    (nobody,) = [one for one in options[1] if not one.names]
    assert "Cpv1EXPLICIT" in same.signs
    assert "Cpv0EXPLICIT" in nobody.signs
