"""Cuts of an emission list against what a level asks (story 23)."""

from datetime import date
from decimal import Decimal

import pytest

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.list_check import ListedCut, check_cuts

PACK = load_shelf().choose("alert_measures", on=date(2024, 11, 20))


def judged(level, **cuts):
    listed = [
        ListedCut(pollutant=name, base=Decimal(10), cut=Decimal(str(cut)))
        for name, cut in cuts.items()
    ]
    found = check_cuts(AlertLevel(level), listed, PACK)
    for language in ("zh", "en"):
        assert all(load_messages(language).of(one.reason) for one in found)
    return {one.pollutant: one for one in found}


def test_nineteen_per_cent_of_so2_passes_with_a_note_where_nox_makes_up_for_it():
    found = judged("orange", so2=1.9, nox=2.2)
    assert found["so2"].holds
    assert found["so2"].reason.code == "watching.cut.traded"
    assert dict(found["so2"].reason.arguments)["sum"] == "41"
    assert found["nox"].reason.code == "watching.cut.enough"


def test_nineteen_per_cent_of_so2_fails_where_the_sum_is_thirty_nine():
    found = judged("orange", so2=1.9, nox=2.0)
    assert not found["so2"].holds
    assert dict(found["so2"].reason.arguments)["sum"] == "39"


def test_particulates_are_never_traded():
    found = judged("orange", pm=1.9, so2=3.0, nox=3.0)
    assert not found["pm"].holds
    assert found["pm"].reason.code == "watching.cut.too_little"


@pytest.mark.parametrize(
    ("level", "cut", "holds"),
    [("yellow", 1.0, True), ("yellow", 0.9, False), ("red", 3.0, True), ("red", 2.9, False)],
)
def test_each_level_asks_its_own_share(level, cut, holds):
    assert judged(level, vocs=cut)["vocs"].holds is holds


def test_cut_beyond_the_base_is_refused():
    with pytest.raises(ValueError, match="so2"):
        ListedCut(pollutant="so2", base=Decimal(10), cut=Decimal(11))
