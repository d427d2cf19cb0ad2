"""An article is looked at once more: sentences that prove to demand, demands that prove to be none."""

from dataclasses import replace
from functools import cache

import pytest
from tests.domain.reading.reading_of import LEAD, VISIT

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.directives.demand import Demand, Source
from guatu.domain.reading.directives.heard import STATE, Heard, HeardArticle, state_signs
from guatu.domain.reading.directives.hindsight import (
    looked_at_again,
    pledged_signs,
    seen_signs,
    stretches,
)
from guatu.domain.reading.directives.whom import candidates
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.weighing import PLEDGED, SEEN, WHOM, weighing


@cache
def lexicon_with(seen: float, whom: float, pledged: float) -> Lexicon:
    """Return the lexicon with models of hindsight that find everything equally likely."""
    models = dict(load_lexicon().models)
    for name, bias in ((SEEN, seen), (WHOM, whom), (PLEDGED, pledged)):
        models[name] = DecisionModel(names=("none",), weights=(0.0,), bias=bias)
    return replace(load_lexicon(), models=models)


@cache
def without() -> Lexicon:
    models = {name: model for name, model in load_lexicon().models.items() if name != SEEN}
    return replace(load_lexicon(), models=models)


def said(words: str, lexicon: Lexicon, *, lead: str = LEAD) -> list[tuple[list[str], str, str]]:
    reading = read_page(lead + words, lexicon=lexicon, year=2024)
    return [
        ([one.text for one in each.addressees], each.action, each.kind.value)
        for each in reading.directives
    ]


def heard(words: str, start: int, **told: str | bool | int) -> Heard:
    """Return a clause in a paragraph; ``told`` is what was heard and is not as in plain narration."""
    plain = dict.fromkeys(STATE, 0) | {
        "verb": "none",
        "speaker": "none",
        "quote": "none",
        "mark": "，",
        "source": "NOBODY",
        "begins": "",
        "open": "",
        "speech": "",
    }
    return Heard(
        paragraph=0,
        start=start,
        end=start + len(words),
        words=words,
        state=tuple((plain | told).values()),
        unit=None,
        source=Source.NOBODY,
    )


TEXT = "天冷了，县园林局给树干刷白，盖好草垫。垫子晚上盖。"
CLAUSES = (
    heard("天冷了", 0, begins="first"),
    heard("县园林局给树干刷白", 4),
    heard("盖好草垫", 14, mark="。"),
    heard("垫子晚上盖", 19, mark="。", begins="first", speaker="lead"),
)


def article(*demands: Demand) -> HeardArticle:
    return HeardArticle((TEXT,), CLAUSES, demands, load_lexicon())


def demand(start: int, end: int) -> Demand:
    return Demand(
        paragraph=0, start=start, end=end, speaker=None, verb="", units=(), source=Source.NOBODY
    )


def test_stretches_are_sentences_and_their_parts() -> None:
    assert [list(one) for one in stretches(CLAUSES)] == [[0, 1, 2], [3]]
    assert list(stretches(())) == []


def test_signs_tell_what_was_heard_and_what_the_rules_made_of_a_clause() -> None:
    state = heard("快修", 0, dem=True, verb="say", speaker="lead", begins="first", mark="。").state
    assert {"s:dem", "vs:say lead", "dvs:1saylead", "first", "mark:。"} <= set(state_signs(state))
    told = article(demand(4, 18))
    assert told.over == (None, 0, 0, None)
    signs = seen_signs(told, 1)
    assert {"R1", "R:modal", "Rb1", "u1:给", "P,", "PR,0", "NR,1", "R1&v:none"} <= set(signs)
    # A neighbour in another sentence is another thing than one in the same.
    assert {"R0", "P|", "PR|1", "N#"} <= set(seen_signs(told, 3))
    assert {"first", "no_unit"} <= set(pledged_signs(told, 0))


def test_a_number_in_front_is_no_word_of_the_clause() -> None:
    one = HeardArticle(("一是管好水闸。",), (heard("一是管好水闸", 0),), (), load_lexicon())
    assert one.words(0) == (2, "管好水闸")
    assert "ordinal" in one.lexical(0)


def test_candidates_are_names_in_front_who_was_told_before_and_nobody() -> None:
    found = candidates(article(), [1, 2], None, load_lexicon())
    names = [one.unit.text if one.unit is not None else None for one in found]
    assert "县园林局" in names
    assert names[-1] is None
    assert found[names.index("县园林局")].source is Source.EXPLICIT
    prior = found[names.index("县园林局")].unit
    again = candidates(article(), [3], prior, load_lexicon())
    assert [one.source for one in again[-2:]] == [Source.INHERITED, Source.NOBODY]


def test_an_article_without_clauses_or_models_stays_as_it_is() -> None:
    found = (demand(4, 18),)
    assert looked_at_again((TEXT,), (), found, load_lexicon()) == found
    assert looked_at_again((TEXT,), CLAUSES, found, without()) == found
    assert weighing(without(), SEEN) is None


def test_a_sentence_in_which_nothing_was_found_when_it_weighs_enough_then_it_demands() -> None:
    sure = lexicon_with(9.0, 9.0, -9.0)
    found = looked_at_again((TEXT,), CLAUSES, (demand(4, 18),), sure)
    assert [(one.start, one.end) for one in found] == [(4, 18), (19, 24)]
    # Unless nobody can tell whom it is for.
    assert len(looked_at_again((TEXT,), CLAUSES, (demand(4, 18),), lexicon_with(9, -9, -9))) == 1


def test_what_stands_under_a_label_is_no_demand_of_its_own() -> None:
    text = "责任单位：县园林局；时限：入冬前刷完。"
    sure = lexicon_with(9.0, 9.0, -9.0)
    assert (
        looked_at_again(
            (text,), (heard("入冬前刷完", 13, begins="semi", speaker="lead"),), (), sure
        )
        == ()
    )
    free = text.replace("时限：", "大家，")
    assert (
        looked_at_again(
            (free,), (heard("入冬前刷完", 13, begins="semi", speaker="lead"),), (), sure
        )
        != ()
    )


def test_what_somebody_takes_upon_himself_is_a_promise() -> None:
    found = looked_at_again((TEXT,), CLAUSES, (), lexicon_with(9.0, 9.0, 9.0))
    assert [one.promise for one in found] == [True]


def test_what_nobody_says_or_what_is_told_is_never_made_a_demand() -> None:
    sure = lexicon_with(9.0, 9.0, -9.0)
    told = "草垫已经盖好"
    for words, speaker in (("盖好草垫", "none"), (told, "lead")):
        clause = (heard(words, 0, begins="first", mark="。", speaker=speaker),)
        assert looked_at_again((words + "。",), clause, (), sure) == ()
    clause = (heard("盖好草垫", 0, begins="first", mark="。", speaker="lead"),)
    assert len(looked_at_again(("盖好草垫。",), clause, (), sure)) == 1


def test_a_demand_when_it_weighs_nothing_then_it_is_none_unless_it_presses() -> None:
    never = lexicon_with(-9.0, -9.0, -9.0)
    assert looked_at_again((TEXT,), CLAUSES, (demand(4, 18),), never) == ()
    for words in ("必须盖好草垫", "月底前盖好", "请园林局盖好"):
        clause = (heard(words, 0, begins="first", mark="。"),)
        one = (demand(0, len(words))._replace(rule="bare"),)
        assert looked_at_again((words + "。",), clause, one, never) == one


def test_a_task_with_its_limit_under_a_label_is_not_dropped() -> None:
    one = (demand(4, 18)._replace(until=(0, 19, 24)),)
    assert looked_at_again((TEXT,), CLAUSES, one, lexicon_with(-9.0, -9.0, -9.0)) == one


def test_words_of_one_who_commands_are_not_dropped() -> None:
    never = lexicon_with(-9.0, -9.0, -9.0)
    clause = (heard("盖好草垫", 0, begins="first", quote="commands"),)
    assert looked_at_again(("盖好草垫。",), clause, (demand(0, 4),), never) == (demand(0, 4),)


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("罗远航看过泵房，转身说：“县水务局今晚就派人来，天亮前换好。”", VISIT),
        ("会议要求，各乡镇要管好水闸。县园林局给树干刷白。", LEAD),
    ],
)
def test_a_body_told_in_plain_words_is_heard(words: str, lead: str) -> None:
    assert any("县" in who for each in said(words, load_lexicon(), lead=lead) for who in each[0])


@pytest.mark.parametrize(
    "words",
    [
        "春天的河滩上，柳树一天比一天绿。",
        "会前，与会人员参观了苗圃。",
        "老人说，从前这里一下雨就淹。",
        "去年全县新栽树木三万株。",
    ],
)
def test_what_is_only_told_stays_no_demand(words: str) -> None:
    assert said(words, load_lexicon()) == []


def test_the_models_that_ship_are_of_some_thousand_signs_and_small() -> None:
    for name, most in ((SEEN, 5000), (WHOM, 5000), (PLEDGED, 1200)):
        model = load_lexicon().models[name]
        assert 300 < len(model.names) <= most
        assert max(map(abs, model.weights)) < 10
