from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guatu.apps.units.queries import people, posts_of, unit_by_code
from guatu.domain.kernel.acting import Role
from tests.factories.acting import MOMENT
from tests.factories.units import make_acting, make_county

TODAY = MOMENT.date()


def test_the_tree_shows_each_unit_with_who_acts_in_it(clerk, page_of):
    page = page_of(clerk.get("/units/"))
    assert "云溪镇" in page.text
    assert "上河村" in page.text
    assert "柏文清" in page.text


def test_a_liaison_sees_the_own_unit_with_what_is_below(county, liaison, page_of):
    page = page_of(liaison.get("/units/"))
    assert "云溪镇" in page.text
    assert "上河村" in page.text
    assert "柳沟镇" not in page.text
    page_of(liaison.get(f"/units/{county.units['32'].pk}/"), status=404)
    page_of(liaison.get(f"/people/{county.clerk.person_id}/"), status=404)


def test_nothing_of_another_county_is_in_sight(county, clerk, administrator, page_of):
    other = make_county("149922")
    page_of(clerk.get(f"/units/{other.units['12'].pk}/"), status=404)
    page_of(clerk.get(f"/people/{other.clerk.person_id}/"), status=404)
    assert "石坪县" not in page_of(clerk.get("/units/")).text
    done = administrator.post(
        f"/people/{other.clerk.person_id}/account/open/", {"account-username": "thief"}
    )
    assert done.status_code == 404


def test_an_administrator_adds_a_unit_below_another(county, administrator, page_of):
    parent = county.units["31"].pk
    page_of(administrator.get(f"/units/add/?parent={parent}"))
    entered = {
        "code": "3102",
        "name": "下河村",
        "kind": "VILLAGE",
        "parent": parent,
        "aliases": "下河 下河村委会",
        "position": 2,
    }
    done = administrator.post("/units/add/", entered)
    unit = unit_by_code(county.administrator.scope, "3102")
    assert done["Location"] == f"/units/{unit.id}/"
    assert unit.aliases == ("下河", "下河村委会")
    page = page_of(administrator.post("/units/add/", entered), status=422)
    assert "已被使用" in page.text


def test_a_form_says_what_is_missing_beside_the_field(administrator, page_of):
    page = page_of(administrator.post("/units/add/", {"name": ""}), status=422)
    faulty = [one for one in page.all("div") if "field-faulty" in (one.get("class") or "")]
    assert len(faulty) >= 4


def test_an_administrator_changes_and_closes_a_unit(county, administrator, page_of):
    unit = county.units["21"]
    page_of(administrator.get(f"/units/{unit.pk}/change/"))
    administrator.post(
        f"/units/{unit.pk}/change/",
        {"name": "县经开区", "short_name": "经开区", "aliases": "", "position": 1, "version": 1},
    )
    page = page_of(administrator.get(f"/units/{unit.pk}/"))
    assert page.heading == "县经开区"
    administrator.post(
        f"/units/{unit.pk}/close/", {"close-closed_on": TODAY.isoformat(), "close-version": 2}
    )
    assert "已撤销" in page_of(administrator.get(f"/units/{unit.pk}/")).text


def test_a_person_is_added_appointed_and_gets_an_account(county, administrator, page_of):
    page_of(administrator.get("/people/add/"))
    done = administrator.post("/people/add/", {"name": "温如许", "phone": "0359-1"})
    person = next(one for one in people(county.administrator.scope) if one.name == "温如许")
    assert done["Location"] == f"/people/{person.id}/"
    page_of(administrator.get(f"/people/{person.id}/appoint/"))
    administrator.post(
        f"/people/{person.id}/appoint/",
        {
            "unit": county.units["12"].pk,
            "title": "副局长",
            "role": "viewer",
            "valid_from": TODAY.isoformat(),
            "valid_to": (TODAY + timedelta(days=9)).isoformat(),
        },
    )
    post = posts_of(county.administrator.scope, person.id)[0]
    assert post.valid_to == TODAY + timedelta(days=10), "the last day is the last day in force"
    page = page_of(administrator.get(f"/people/{person.id}/"))
    assert (TODAY + timedelta(days=9)).isoformat() in page.text
    page_of(
        administrator.post(f"/people/{person.id}/account/open/", {"account-username": "wen.ruxu"})
    )
    page_of(
        administrator.post(f"/people/{person.id}/account/open/", {"account-username": "wen ruxu"}),
        status=422,
    )


def test_a_deputy_acts_for_the_days_named(county, administrator, page_of):
    post = posts_of(county.administrator.scope, county.approver.person_id)[0]
    address = f"/people/{county.approver.person_id}/posts/{post.id}/deputy/"
    page_of(administrator.get(address))
    entered = {
        "person": county.viewer.person_id,
        "valid_from": TODAY.isoformat(),
        "valid_to": (TODAY + timedelta(days=2)).isoformat(),
    }
    administrator.post(address, entered)
    held = posts_of(county.administrator.scope, county.viewer.person_id)
    deputy = next(one for one in held if one.deputy_of_id == post.id)
    assert deputy.role is Role.APPROVER
    assert deputy.in_force(TODAY + timedelta(days=2))
    assert not deputy.in_force(TODAY + timedelta(days=3))
    backward = {**entered, "valid_to": (TODAY - timedelta(days=2)).isoformat()}
    page_of(administrator.post(address, backward), status=422)


def test_a_post_ends_on_its_last_day(county, administrator, page_of):
    post = posts_of(county.administrator.scope, county.viewer.person_id)[0]
    address = f"/people/{county.viewer.person_id}/posts/{post.id}/end/"
    page_of(administrator.get(address))
    administrator.post(address, {"valid_to": TODAY.isoformat(), "version": post.version})
    assert posts_of(county.administrator.scope, county.viewer.person_id)[
        0
    ].valid_to == TODAY + timedelta(days=1)


@pytest.mark.parametrize("address", ["/units/", "/people/"])
def test_a_page_asks_as_often_for_three_rows_as_for_one(county, clerk, address):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            clerk.get(address)
        return len(seen)

    asked()
    few = asked()
    for number in range(3):
        make_acting(
            county.administrator,
            name=f"新人{number}",
            title="科员",
            unit=county.units["32"],
            role=Role.VIEWER,
        )
    assert asked() == few
    assert few <= 12


def test_the_journal_tells_what_was_done_and_by_whom(county, clerk, page_of):
    page = page_of(clerk.get("/journal/"))
    assert "管理员" in page.text
    assert len(page.all("code")) > 3
    filtered = page_of(clerk.get("/journal/?kind=unit.added"))
    assert len(filtered.all("tr")) == 1 + len(county.units) - 1
    nothing = page_of(clerk.get("/journal/?kind=unit.closed"))
    assert nothing.all("table") == []
    page_of(clerk.get("/journal/?kind=no.such.kind&before=x"))


def test_the_journal_goes_on_to_older_entries(clerk, page_of, county):
    for number in range(15):
        make_acting(
            county.administrator,
            name=f"新人{number}",
            title="科员",
            unit=county.units["32"],
            role=Role.VIEWER,
        )
    page = page_of(clerk.get("/journal/"))
    older = next(one for one in page.links if "before=" in one)
    assert page_of(clerk.get(older)).all("td", class_="numeric")


def test_the_history_of_a_row_shows_columns_before_and_after(county, administrator, page_of):
    unit = county.units["12"]
    administrator.post(
        f"/units/{unit.pk}/change/",
        {"name": "县发改局", "short_name": "发改局", "aliases": "", "position": 2, "version": 1},
    )
    page = page_of(administrator.get(f"/journal/units.unit/{unit.pk}/"))
    assert "县发展和改革局" in page.text
    assert "县发改局" in page.text
    page_of(administrator.get("/journal/units.unit/999999/"), status=404)
    other = make_county("149922")
    page_of(administrator.get(f"/journal/units.unit/{other.units['12'].pk}/"), status=404)
