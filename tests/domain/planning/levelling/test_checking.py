"""The checker refuses each way in which a plan can be wrong."""

from dataclasses import replace

import pytest
from tests.domain.planning.levelling.workloads import FIVE_OF_SEVEN

from guatu.domain.planning.levelling.checking import broken_rules
from guatu.domain.planning.levelling.workload import (
    Bond,
    Capacity,
    Goal,
    Option,
    Placeable,
    Workload,
)

WORK = Workload(
    activities=(
        Placeable(
            options=(Option(days=3, uses=((0, 1),), spends=((0, 1),), not_before=1),), calendar=0
        ),
        Placeable(
            options=(Option(days=2, uses=((0, 2),), not_before=1), Option(days=1, spends=((0, 2),)))
        ),
    ),
    bonds=(Bond(before=0, after=1, lag=1),),
    capacities=(Capacity(steps=((1, 2), (20, 1))),),
    stocks=(2,),
    calendars=(FIVE_OF_SEVEN,),
    goals=(Goal(),),
    origin=1,
)
# Place 1 is a Monday: the first activity works on places 4, 5 and, after the weekend, 8.
KEPT = ((4, 10), (9, 12), (0, 0))


def test_a_plan_that_keeps_everything_passes():
    assert broken_rules(WORK, *KEPT) == ()


@pytest.mark.parametrize(
    ("starts", "finishes", "options", "words"),
    [
        ((4, 9), (9, 11), (0, 0), "does not wait"),
        ((4, 10), (8, 12), (0, 0), "works 2 days of 3"),
        ((6, 12), (11, 14), (0, 0), "day off"),
        ((4, 20), (9, 22), (0, 0), "lacks units on place 20"),
        ((4, 10), (9, 11), (0, 1), "overspent"),
        ((4, 10), (9, 8), (0, 0), "works 0 days of 2"),
        ((-2, 10), (2, 12), (0, 0), "starts too early"),
    ],
)
def test_each_broken_rule_is_named(starts, finishes, options, words):
    assert any(words in one for one in broken_rules(WORK, starts, finishes, options))


def test_activities_together_may_not_take_more_than_there_is():
    free = replace(WORK, bonds=())
    assert any("lacks units" in one for one in broken_rules(free, (4, 5), (9, 7), (0, 0)))
