from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from guatu.domain.reading.comparison import Difference, Printed, compare_printings

PAPER = (
    Printed(id="p1", action="加快推进城南污水厂提标改造", addressees=("县住建局",)),
    Printed(id="p2", action="抓好秋粮收储，确保应收尽收", addressees=("县粮食中心",)),
    Printed(id="p3", action="提高政治站位，压实工作责任"),
)
MINUTES = (
    Printed(id="m1", action="抓好秋粮收储，确保应收尽收", addressees=("县粮食中心",)),
    Printed(
        id="m2",
        action="由县住建局牵头加快城南污水厂提标改造，于12月底前通水",
        addressees=("县住建局",),
        deadline=date(2026, 12, 31),
    ),
    Printed(id="m3", action="同意启动第二水源前期工作", addressees=("县水利局",)),
)


def shown(pairs):
    return [
        (one.first and one.first.id, one.second and one.second.id, one.differences) for one in pairs
    ]


def test_requirements_of_minutes_stand_beside_those_of_the_paper():
    assert shown(compare_printings(PAPER, MINUTES)) == [
        ("p2", "m1", ()),
        ("p1", "m2", (Difference.WORDS, Difference.DEADLINE)),
        (None, "m3", ()),
        ("p3", None, ()),
    ]


def test_another_unit_for_the_same_words_is_a_difference():
    one = Printed(id="a", action="抓好秋粮收储", addressees=("县粮食中心",))
    other = Printed(id="b", action="抓好秋粮收储", addressees=("县发改局",))
    (pair,) = compare_printings((one,), (other,))
    assert pair.differences == (Difference.UNIT,)


WORDS = st.lists(st.text(alphabet="城南污水厂改造粮", min_size=1, max_size=8), max_size=6)


@given(WORDS, WORDS)
def test_every_requirement_of_both_stands_exactly_once(first, second):
    one = tuple(Printed(id=f"a{place}", action=words) for place, words in enumerate(first))
    other = tuple(Printed(id=f"b{place}", action=words) for place, words in enumerate(second))
    pairs = compare_printings(one, other)
    assert sorted(pair.first.id for pair in pairs if pair.first) == [each.id for each in one]
    assert [pair.second.id for pair in pairs if pair.second] == [each.id for each in other]


@given(WORDS)
def test_a_paper_beside_itself_differs_nowhere(words):
    listed = tuple(Printed(id=str(place), action=one) for place, one in enumerate(words))
    assert all(
        pair.first and pair.second and pair.first.action == pair.second.action
        for pair in compare_printings(listed, listed)
    )
