"""Clauses of a demand that go on and name nobody else, though they begin like a name."""

import pytest
from tests.domain.reading.reading_of import told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.deeds_in_names import (
    holds_deed,
    is_all_of_something,
    says_what_is,
)


@pytest.mark.parametrize(
    ("name", "yes"),
    [
        ("指导属地", True),
        ("高度重视委员", True),
        ("高质量完成两委", True),
        ("指导中心", False),
        ("督导组", False),
        ("救援力量", False),
    ],
)
def test_a_deed_is_no_name(name: str, yes: bool) -> None:
    assert holds_deed(name, load_lexicon()) is yes


def test_things_and_states_are_no_names() -> None:
    assert is_all_of_something("所有聚餐")
    assert says_what_is("无围墙")
    assert says_what_is("全覆盖")
    assert not says_what_is("无偿配建车位")


@pytest.mark.parametrize(
    "words",
    [
        "县住建局要完善预案，指导属地备足炉具，建立台账。",
        "县住建局要提高认识，高度重视政协委员提案，超前谋划。",
        "县住建局要摸清底数，确保施工工地、各行业全覆盖。",
    ],
)
def test_the_one_told_stays_told(words: str) -> None:
    said = told("罗远航强调，" + words)
    assert {tuple(who) for who, _ in said} == {("县住建局",)}


def test_a_case_in_front_is_told_nothing() -> None:
    said = told("罗远航强调，各派出所要摸清路线。对开通公交车的镇村，要安排专人。")
    assert [who for who, _ in said] == [["各派出所"], ["各派出所"]]
