"""The door for published instances: how their fields are read, and small instances levelled."""

import pytest
from bench.levelling_case import capacity_of, level, workload_of

from guatu.domain.planning.levelling.workload import Capacity, steady

ONE = {"modes": [{"d": 2, "r": [1, 2, 3, 4]}], "succ": []}


@pytest.mark.parametrize(
    ("resources", "nonrenewable"),
    [
        ([5, 6, 7, 8], [2, 3]),
        ([5, 6, 7, 8], [0, 0, 1, 1]),
        ([5, 6, 7, 8], [False, False, True, True]),
        ([5, 6], [7, 8]),
        ([5, 6], [{"capacity": 7}, {"capacity": 8}]),
    ],
)
def test_resources_that_are_used_up_are_known_however_they_are_stated(resources, nonrenewable):
    stated = {"activities": [ONE], "resources": resources, "nonrenewable": nonrenewable}
    workload = workload_of(stated)
    assert workload.stocks == (7, 8)
    (option,) = workload.activities[0].options
    assert option.uses == ((0, 1), (1, 2))
    assert option.spends == ((0, 3), (1, 4))


def test_amounts_that_stand_apart_are_spent_too():
    apart = {"modes": [{"d": 1, "r": [1], "n": [3]}], "succ": []}
    workload = workload_of({"activities": [apart], "resources": [2], "nonrenewable": [9]})
    assert (workload.stocks, workload.activities[0].options[0].spends) == ((9,), ((0, 3),))


def test_capacities_over_time_are_read():
    assert capacity_of(4) == steady(4)
    assert capacity_of([2, 2, 3]) == Capacity(steps=((0, 2), (2, 3)))
    assert capacity_of([[0, 2], [5, 1]]) == Capacity(steps=((0, 2), (5, 1)))


def test_an_instance_with_modes_lags_and_releases_is_levelled_within_its_seconds():
    instance = {
        "activities": [
            {"modes": [{"d": 4, "r": [1, 0]}, {"d": 2, "r": [1, 5]}], "succ": [[2, 1]]},
            {"modes": [{"d": 3, "r": [1, 0]}], "succ": [2]},
            {"modes": [{"d": 1, "r": [0, 0]}], "succ": []},
        ],
        "resources": [1, 5],
        "nonrenewable": [1],
        "projects": [{"activities": [1], "release": 3}],
    }
    answer = level(instance, seconds=5, workers=2, seed=1)
    assert (answer["status"], answer["objective"], answer["bound"]) == ("optimal", 7, 7)
    assert answer["starts"][1] >= 3
    assert answer["modes"] == [1, 0, 0]
    assert answer["seconds"] < 5.3
