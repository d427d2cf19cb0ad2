"""Whom a demand is for is chosen once more among all it may be for, when the article has been read."""

from dataclasses import replace

import pytest
from tests.domain.reading.reading_of import demands

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.chosen import SURE, Option, likeliest
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.weighing import CHOSEN, Weighing, weighing


def option(name: str | None, *signs: str, kept: bool = False) -> Option:
    names = frozenset((name,) if name is not None else ())
    return Option(names=names, signs=signs, unit=None, source=Source.NOBODY, kept=kept)


MODEL = Weighing(weights={"near": 1.0, "far": -1.0, "by rule": 2.0}, bias=0.0)


def test_the_option_with_the_heaviest_signs_is_likeliest_and_shares_sum_to_one() -> None:
    found, share = likeliest([option("甲村", "near"), option(None, "far")], MODEL)
    assert found is not None
    assert found.names == {"甲村"}
    assert share == pytest.approx(1 / (1 + 2.718281828**-2))


def test_somebody_who_can_be_named_in_two_ways_counts_once() -> None:
    options = [option("甲村"), option("甲村"), option("乙村", "near")]
    found, share = likeliest(options, MODEL)
    assert found is not None
    assert found.names == {"乙村"}
    assert share < SURE
    assert likeliest([*options[:2], option("丙村")], MODEL)[0] == options[0]


def test_without_options_nobody_is_likeliest() -> None:
    assert likeliest([], MODEL) == (None, 0.0)


def test_without_the_model_the_choice_of_the_rules_stands() -> None:
    lexicon = load_lexicon()
    bare = replace(lexicon, models={k: v for k, v in lexicon.models.items() if k != CHOSEN})
    assert weighing(lexicon, CHOSEN) is not None
    assert weighing(bare, CHOSEN) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # What is done is nobody: it stays with who was told before.
        ("会议要求，各乡镇要排好班次。劝离不能走过场，发现一处、处置一处。", ["各乡镇", "各乡镇"]),
        # What is talked of to somebody's face is no new name.
        ("“食堂明天就换菜谱。”罗远航对校长方明说，“库房的门要对家长敞开。”", ["方明", "方明"]),
        # Somebody told anew is told all the same.
        ("会议要求，各乡镇要排好班次。护林员不能脱岗，每天巡山一次。", ["各乡镇", "护林员"]),
        ("罗远航要求，各乡镇要抓好劝返。县教育局要做好登记。", ["各乡镇", "县教育局"]),
    ],
)
def test_what_is_done_is_no_name_and_who_does_it_is(words: str, told: list[str]) -> None:
    assert [one.text for each in demands(words) for one in each.addressees] == told
