"""What the rules leave doubtful is weighed by signs, and overruled only where the weight is heavy."""

from dataclasses import replace
from functools import cache

import pytest
from tests.domain.reading.reading_of import LEAD, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives.clause_signs import clause_signs, step
from guatu.domain.reading.directives.name_signs import name_signs, names_in_front
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.weighing import DEMANDS, SEEN, TOLD, weighing

WORDS = "县园林局把枯枝清下来，堆到苗圃去。"


@cache
def lexicon_with(demands: float, told_by: float) -> Lexicon:
    """Return the lexicon with models that find every clause and every name equally likely."""
    models = {name: model for name, model in load_lexicon().models.items() if name != SEEN}
    for name, bias in ((DEMANDS, demands), (TOLD, told_by)):
        models[name] = DecisionModel(names=("none",), weights=(0.0,), bias=bias)
    return replace(load_lexicon(), models=models)


@cache
def rules_alone() -> Lexicon:
    models = load_lexicon().models
    kept = {name: model for name, model in models.items() if name not in (DEMANDS, TOLD, SEEN)}
    return replace(load_lexicon(), models=kept)


def said(words: str, lexicon: Lexicon) -> list[tuple[list[str], str]]:
    reading = read_page(LEAD + words, lexicon=lexicon, year=2024)
    return [([one.text for one in each.addressees], each.action) for each in reading.directives]


def test_signs_of_a_clause_tell_its_front_and_what_stands_in_it() -> None:
    signs = clause_signs("县园林局把枯枝清下来", WORDS, 0, load_lexicon())
    assert {"unit_end:局", "unit_front:县", "u1:把", "p:把", "no_unit"} - set(signs) == {"no_unit"}
    assert "modal" in clause_signs("务必今晚清完", "务必今晚清完。", 0, load_lexicon())


def test_names_in_front_when_offered_then_the_right_one_is_among_them() -> None:
    words = "县园林局把枯枝清下来"
    names = [words[a:b] for a, b in names_in_front(words, load_lexicon())]
    assert "县园林局" in names
    signs = name_signs(words, (0, 4), ["v:demand"], load_lexicon())
    assert {"e1:局", "r1:把", "is_unit", "xv:demand"} <= set(signs)


def test_steps_of_a_size() -> None:
    assert [step(number, (2, 5)) for number in (1, 2, 4, 5, 9)] == [0, 1, 1, 2, 2]


def test_a_lexicon_without_models_weighs_nothing() -> None:
    assert weighing(rules_alone(), DEMANDS) is None
    assert said("会议要求，各乡镇要管好水闸。", rules_alone()) == [(["各乡镇"], "各乡镇要管好水闸")]


@pytest.mark.parametrize("words", ["会议指出，河水一天天清了。", "会议指出，天气转凉，菜价平稳。"])
def test_a_sentence_without_demand_when_it_weighs_enough_then_it_is_one(words: str) -> None:
    assert said(words, lexicon_with(-9.0, -9.0)) == []
    found = said(words, lexicon_with(9.0, -9.0))
    # What is done already is told, however heavy it weighs.
    assert [action for _, action in found] == ([] if "了" in words else ["天气转凉，菜价平稳"])


def test_what_shows_by_its_form_that_it_demands_when_it_weighs_nothing_then_it_stands() -> None:
    words = "会议要求，各乡镇要管好水闸。加快清淤进度。能修的马上修。三天内报结果。"
    assert said(words, lexicon_with(-9.0, -9.0)) == said(words, rules_alone())


@pytest.mark.parametrize(
    "words",
    [
        "会议要求，由县园林局补种。",
        "会议要求，各灌区晾晒渠床。",
        "罗远航勉励青年学生学好本领。",
        "会议要求，县水利局、青石镇今晚把闸口守住。",
    ],
)
def test_a_name_that_shows_by_its_form_who_is_told_when_it_weighs_nothing_then_it_stands(
    words: str,
) -> None:
    assert said(words, lexicon_with(9.0, -9.0)) == said(words, rules_alone())


@pytest.mark.parametrize(
    "words",
    [
        "会议认为，企业的发展与全县息息相关。",
        "会上，县园林局汇报了补种情况。",
        "罗远航走进车间，询问一天能出多少件。",
    ],
)
def test_what_is_only_told_is_no_demand(words: str) -> None:
    assert told(words) == []


def test_the_models_that_ship_are_sparse_and_of_hundreds_of_signs() -> None:
    for name in (DEMANDS, TOLD):
        model = load_lexicon().models[name]
        assert 300 < len(model.names) <= 1200
        assert max(map(abs, model.weights)) < 10
