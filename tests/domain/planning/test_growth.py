"""Growth targets: the needed growth of the rest, by vintage."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.adapters.packs import load_messages
from guatu.domain.kernel.outlook import Verdict
from guatu.domain.planning.growth import (
    CumulativeGrowth,
    GrowthTarget,
    growth_document,
    growth_outlook,
    needed_growth,
    period_growths,
)
from guatu.domain.planning.growth_reading import read_growths

SEPTEMBER = CumulativeGrowth(through=date(2024, 9, 30), base=63.2, percent=5.2, vintage="初步核算")
GDP = GrowthTarget(
    id="G1", name="地区生产总值", target_percent=6.0, base_total=90.0, by=date(2024, 12, 31),
    observed=(SEPTEMBER,),
)  # fmt: skip


def test_story_27_the_fourth_quarter_must_grow_by_7_9_percent():
    answer = growth_outlook(GDP)
    assert answer.needed_percent is not None
    assert round(answer.needed_percent, 1) == 7.9
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE


def test_story_27_a_new_vintage_stands_beside_the_old_one():
    verified = replace(SEPTEMBER, base=63.9, vintage="初步核实")
    answer = growth_outlook(replace(GDP, observed=(SEPTEMBER, verified)))
    names = [name for name, _ in answer.by_vintage]
    assert names == ["初步核算", "初步核实"]
    old, new = (needed for _, needed in answer.by_vintage)
    assert old == needed_growth(GDP, SEPTEMBER)
    assert new == answer.needed_percent != old


def test_a_quarter_is_a_difference_within_one_vintage_alone():
    june = CumulativeGrowth(through=date(2024, 6, 30), base=40.0, percent=4.0, vintage="初步核算")
    other = replace(june, percent=9.0, vintage="初步核实")
    periods = dict(period_growths(replace(GDP, observed=(june, SEPTEMBER, other))))
    assert periods[date(2024, 9, 30)] == pytest.approx(
        100 * ((63.2 * 1.052 - 40 * 1.04) / 23.2 - 1)
    )


def test_a_best_quarter_that_would_do_makes_it_late_and_a_growth_at_target_is_on_track():
    june = CumulativeGrowth(through=date(2024, 6, 30), base=40.0, percent=3.0, vintage="初步核算")
    late = growth_outlook(replace(GDP, observed=(june, SEPTEMBER)))
    assert late.outlook.verdict is Verdict.LATE
    done = growth_outlook(replace(GDP, target_percent=5.0))
    assert done.outlook.verdict is Verdict.ON_TRACK
    over = growth_outlook(replace(GDP, base_total=63.2))
    assert (over.needed_percent, over.outlook.reason.code) == (None, "growth.over")


@given(st.floats(1, 99), st.floats(-20, 40), st.floats(-10, 30))
def test_the_needed_growth_of_the_rest_gives_the_target(base, percent, target):
    whole = replace(GDP, base_total=100.0, target_percent=target)
    part = CumulativeGrowth(through=date(2024, 9, 30), base=base, percent=percent)
    needed = needed_growth(whole, part)
    assert needed is not None
    total = part.level + (100 - base) * (1 + needed / 100)
    assert total == pytest.approx(100 + target)


def stated(**changed: Any) -> dict[str, Any]:
    row = {"through": "2024-09-30", "base": 63.2, "percent": 5.2, "vintage": "初步核算"}
    return {
        "id": "G1", "name": "地区生产总值", "target_percent": 6.0, "base_total": 90.0,
        "by": "2024-12-31", "observed": [row],
    } | changed  # fmt: skip


def test_a_growth_target_is_read_and_its_answer_written():
    found, told = read_growths({"growths": [stated()]}, source="q.json")
    assert told == ()
    assert found == (GDP,)
    document = growth_document(growth_outlook(GDP), messages=load_messages("zh"))
    assert document["verdict"] == "impossible"
    assert "7.9%" in document["reason"]
    assert document["vintages"][0]["vintage"] == "初步核算"


@pytest.mark.parametrize(
    ("changed", "position"),
    [
        ({"base_total": 0}, "growths[0].base_total"),
        ({"by": None}, "growths[0].by"),
        ({"observed": []}, "growths[0].observed"),
        ({"observed": [{"through": "2024-09-30", "base": -1, "percent": 5}]}, "growths[0].observed[0].base"),
        ({"observed": [{"base": 1, "percent": 5}]}, "growths[0].observed[0].through"),
        ({"target_percent": "6"}, "growths[0].target_percent"),
    ],
)  # fmt: skip
def test_a_fault_of_a_growth_target_is_told_with_its_place(changed, position):
    found, told = read_growths({"growths": [stated(**changed)]}, source="q.json")
    assert found is None
    assert [one.position for one in told] == [position]
