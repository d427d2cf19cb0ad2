"""The air index against the values of both standards."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.packs import load_shelf
from guatu.domain.watching.air_index import (
    POLLUTANTS,
    AirClass,
    DailyReading,
    air_index,
    air_index_by,
)

OLD, NEW = date(2026, 2, 28), date(2026, 3, 1)
CONCENTRATIONS = st.decimals(min_value=0, max_value=3000, places=2)


def index_of(day, **values):
    reading = DailyReading(
        day=day, values=tuple((name, Decimal(str(value))) for name, value in values.items())
    )
    found, faults = air_index(reading, load_shelf())
    assert not faults
    return found


@pytest.mark.parametrize(
    ("day", "values", "expected"),
    [
        (OLD, {"pm25": 75}, 100),
        (NEW, {"pm25": 75}, 114),
        (OLD, {"pm10": 150}, 100),
        (NEW, {"pm10": 150}, 112),
        (OLD, {"pm25": 160}, 210),
        (NEW, {"pm25": 160}, 210),
        (NEW, {"pm25": 60}, 100),
        (NEW, {"pm10": 120}, 100),
        (OLD, {"so2": 50}, 50),
        (OLD, {"no2": 40}, 50),
        (OLD, {"co": 4}, 100),
        (OLD, {"o3_8h": 160}, 100),
        (OLD, {"o3_8h": 800}, 300),
        (OLD, {"pm25": 0}, 0),
    ],
)
def test_sub_index_at_the_points_of_the_standards_is_theirs(day, values, expected):
    assert index_of(day, **values).index == expected


def test_two_pollutants_with_the_highest_index_are_both_primary_until_the_new_standard():
    before, after = index_of(OLD, pm25=75, pm10=150), index_of(NEW, pm25=75, pm10=150)
    assert (before.index, before.category, before.primary) == (100, AirClass.GOOD, ("pm25", "pm10"))
    assert (after.index, after.category, after.primary) == (114, AirClass.LIGHT, ("pm25",))
    assert (before.pack.version, after.pack.version) == ("HJ 633-2012", "HJ 633-2026")


@pytest.mark.parametrize(
    ("value", "index"),
    # 35.5 -> 36 and 36.5 -> 36 (half to even); 37.5 -> 38; each then rounded up.
    [(34.5, 49), (35.5, 52), (36.5, 52), (37.5, 54)],
)
def test_concentration_is_rounded_half_to_even_and_the_index_up(value, index):
    assert index_of(OLD, pm25=value).index == index


def test_carbon_monoxide_keeps_one_decimal():
    # 2.05 -> 2.0 (half to even) -> 50; 2.15 -> 2.2 -> 55.
    assert index_of(OLD, co=2.05).index == 50
    assert index_of(OLD, co=2.15).index == 55


def test_value_above_the_last_point_counts_as_500_and_is_told():
    found = index_of(OLD, pm25=620)
    assert found.index == 500
    assert "watching.air.beyond" in [one.code for one in found.diagnostics]


def test_ozone_above_800_stays_at_300_and_is_told():
    found = index_of(OLD, o3_8h=901)
    assert found.index == 300
    assert "watching.air.ozone_beyond" in [one.code for one in found.diagnostics]


def test_primary_pollutant_is_named_only_above_50():
    assert index_of(OLD, pm25=35).primary == ()
    assert index_of(OLD, pm25=36).primary == ("pm25",)


def test_missing_pollutant_is_left_out_and_told():
    found = index_of(OLD, pm25=10)
    told = [one.named()["pollutant"] for one in found.diagnostics]
    assert dict(found.sub_indexes) == {"pm25": 15}
    assert told == ["pm10", "so2", "no2", "o3_8h", "co"]


def test_reading_without_any_value_has_no_index_and_no_class():
    found = index_of(OLD)
    assert (found.index, found.category, found.primary) == (None, None, ())


def test_day_before_any_standard_is_a_fault():
    reading = DailyReading(day=date(1999, 1, 1), values=(("pm25", Decimal(1)),))
    found, faults = air_index(reading, load_shelf())
    assert found is None
    assert [one.code for one in faults] == ["watching.air.no_standard"]


def test_the_two_standards_follow_each_other_without_gap():
    day = date(2026, 2, 26)
    versions = []
    for _ in range(5):
        versions.append(load_shelf().choose("air_index", on=day).version)
        day += timedelta(days=1)
    assert versions == ["HJ 633-2012"] * 3 + ["HJ 633-2026"] * 2


@settings(deadline=None)
@given(pollutant=st.sampled_from(POLLUTANTS), low=CONCENTRATIONS, high=CONCENTRATIONS)
def test_more_of_a_pollutant_never_gives_a_lower_index(pollutant, low, high):
    low, high = sorted((low, high))
    for pack in load_shelf().named("air_index"):
        cleaner, dirtier = (
            air_index_by(DailyReading(day=OLD, values=((pollutant, value),)), pack).index
            for value in (low, high)
        )
        assert 0 <= cleaner <= dirtier <= 500


@settings(deadline=None)
@given(values=st.dictionaries(st.sampled_from(POLLUTANTS), CONCENTRATIONS, min_size=1))
def test_index_is_the_highest_sub_index_and_the_new_standard_is_never_milder(values):
    reading = DailyReading(day=OLD, values=tuple(values.items()))
    old, new = (air_index_by(reading, pack) for pack in load_shelf().named("air_index"))
    assert old.index == max(value for _, value in old.sub_indexes)
    assert old.index <= new.index
