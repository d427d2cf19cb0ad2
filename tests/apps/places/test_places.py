import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.places.actions import add_boundary, add_place, change_place, remove_boundary
from guatu.apps.places.queries import boundaries, place_by_id, places
from tests.factories.places import a_place
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db


def test_a_place_added_by_the_clerk_stands_in_the_ledger_and_the_journal():
    county = make_county()
    place_id = a_place(county)
    found = place_by_id(county.viewer.scope, place_id)
    assert (found.name, found.x, found.y, found.unit) == ("东关工地", 111.5, 35.5, "云溪镇")
    assert Entry.objects.order_by("number").last().kind == "place.added"


def test_places_of_one_county_are_not_seen_from_another():
    county, other = make_county("149921"), make_county("149922")
    place_id = a_place(county)
    assert places(other.clerk.scope) == ()
    with pytest.raises(Absent):
        place_by_id(other.clerk.scope, place_id)


def test_the_same_code_stands_in_two_counties_but_not_twice_in_one():
    county, other = make_county("149921"), make_county("149922")
    a_place(county)
    a_place(other)
    with pytest.raises(Refused, match=r"places\.code_taken"):
        a_place(county)


def test_a_liaison_adds_no_place():
    county = make_county()
    with pytest.raises(Refused, match=r"places\.clerk_only"):
        add_place(acting=county.liaison, code="P9", name="村口", kind="SITE")


def test_a_change_that_saw_an_older_version_is_refused():
    county = make_county()
    place_id = a_place(county)
    stated = {"name": "西关工地", "kind": "SITE", "unit_id": None, "x": None, "y": None}
    change_place(acting=county.clerk, place_id=place_id, expected_version=1, **stated)
    with pytest.raises(StaleVersion):
        change_place(acting=county.clerk, place_id=place_id, expected_version=1, **stated)


@pytest.mark.parametrize(
    ("x", "y", "code"),
    [
        (111.0, None, "places.half_a_point"),
        (None, 35.0, "places.half_a_point"),
        (35.0, 111.0, "places.off_the_globe"),
        (float("nan"), 35.0, "places.off_the_globe"),
    ],
)
def test_coordinates_that_are_none_are_refused(x, y, code):
    county = make_county()
    with pytest.raises(Refused, match=code):
        add_place(acting=county.clerk, code="P2", name="工地", kind="SITE", x=x, y=y)


def test_a_place_of_a_unit_of_another_county_is_absent():
    county, other = make_county("149921"), make_county("149922")
    with pytest.raises(Absent):
        add_place(
            acting=county.clerk,
            code="P3",
            name="工地",
            kind="SITE",
            unit_id=other.units["31"].pk,
        )


def test_a_line_comes_on_the_map_and_goes_again():
    county = make_county()
    row = add_boundary(
        acting=county.clerk, name="涧河", kind="RIVER", points=[(111.4, 35.4), (111.6, 35.5)]
    )
    assert boundaries(county.viewer.scope)[0].points == ((111.4, 35.4), (111.6, 35.5))
    remove_boundary(acting=county.clerk, boundary_id=row.pk, expected_version=1)
    assert boundaries(county.viewer.scope) == ()


def test_a_line_of_one_point_is_refused():
    county = make_county()
    with pytest.raises(Refused, match=r"places\.line_too_short"):
        add_boundary(acting=county.clerk, name="涧河", kind="RIVER", points=[(111.4, 35.4)])
