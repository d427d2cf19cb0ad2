"""A long list of bodies counts as a whole where most of it does."""

from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.body_choice import PossibleBody, listed_with_many
from guatu.domain.reading.values import Organisation


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    odds: float


def _raised(*items: _Item, between: int = 1) -> list[bool]:
    """Return of each item of a list whether its odds were raised."""
    possible: list[PossibleBody] = []
    place = 0
    for one in items:
        end = place + len(one.name)
        named = Organisation(name=one.name, kind="department", span=Span(start=place, end=end))
        possible.append(PossibleBody(organisation=named, at=(0, place, end), signs=()))
        place = end + between
    odds = [one.odds for one in items]
    return [a != b for a, b in zip(odds, listed_with_many(possible, odds), strict=True)]


_LIKELY = [
    _Item("县水利局", 2.0),
    _Item("县住建局", 2.0),
    _Item("县教体局", 2.0),
    _Item("县民政局", 2.0),
]


def test_one_of_many_is_raised() -> None:
    assert _raised(*_LIKELY, _Item("龙塘乡", -1.0)) == [False] * 4 + [True]


def test_none_in_a_short_list() -> None:
    assert not any(_raised(*_LIKELY[:2], _Item("龙塘乡", -1.0)))


def test_none_that_is_far_off_or_cut_wrongly() -> None:
    assert not any(_raised(*_LIKELY, _Item("龙塘乡", -4.0)))
    assert not any(_raised(*_LIKELY, _Item("属地街道", -1.0)))


def test_none_where_words_stand_between() -> None:
    assert not any(_raised(*_LIKELY, _Item("龙塘乡", -1.0), between=3))


def test_none_where_most_count_for_nothing() -> None:
    unlikely = [_Item(one.name, -1.0) for one in _LIKELY]
    assert not any(_raised(*unlikely, _Item("龙塘乡", 2.0)))
