import pytest
from django.test import Client

from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Role
from tests.factories.matters import make_matter

NAVIGATION = ["首页", "来文", "事项", "重点项目", "挂图", "预警", "单位人员", "日志"]


def test_the_frame_names_county_person_post_and_language(clerk, page_of):
    page = page_of(clerk.get("/units/"))
    assert page.root.get("lang") == "zh-Hans"
    assert "岚川县" in page.text
    assert "苗可欣" in page.text
    assert "政府督查室 督查室科员" in page.text
    assert page.all("a", class_="skip-link")[0].get("href") == "#content"
    assert page.all("main", id="content")
    assert [one for one in page.links if one.startswith("mailto:")]


def test_the_navigation_shows_what_the_role_may_open(clients, page_of):
    def shown(role: Role) -> list[str]:
        page = page_of(clients[role].get("/account/"))
        first = page.all("nav", class_="navigation")[0]
        listed = next(iter(first.iter("{http://www.w3.org/1999/xhtml}ul")))
        return ["".join(one.itertext()).strip() for one in listed]

    assert set(shown(Role.CLERK)) <= set(NAVIGATION)
    assert "日志" in shown(Role.CLERK)
    assert "日志" not in shown(Role.LIAISON)
    assert "来文" not in shown(Role.LIAISON)
    assert "首页" in shown(Role.LIAISON)


@pytest.mark.parametrize("address", ["/units/", "/people/"])
def test_the_page_being_read_is_marked_in_the_navigation(clerk, page_of, address):
    page = page_of(clerk.get(address))
    current = [one for one in page.all("a") if one.get("aria-current") == "page"]
    assert "单位人员" in {"".join(one.itertext()).strip() for one in current}


def test_the_language_is_switched_by_a_post_and_stays(clerk, page_of):
    done = clerk.post("/i18n/setlang/", {"language": "en", "next": "/units/"})
    assert done["Location"] == "/units/"
    page = page_of(clerk.get("/units/"))
    assert page.root.get("lang") == "en"
    assert page.heading == "Units and people"
    clerk.post("/i18n/setlang/", {"language": "zh-hans", "next": "/units/"})
    assert page_of(clerk.get("/units/")).heading == "单位人员"


def test_a_page_for_signed_in_people_is_kept_by_no_shared_cache(clerk):
    response = clerk.get("/units/")
    assert "private" in response["Cache-Control"]
    assert "no-cache" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nowhere/", "/units/999999/"])
def test_nothing_there_and_nothing_in_sight_look_the_same(clerk, page_of, address):
    assert page_of(clerk.get(address), status=404).heading == "没有找到"


def test_a_stale_change_is_refused_in_words(county, administrator, page_of):
    unit = county.units["12"]
    entered = {"name": "县发改局", "short_name": "发改局", "aliases": "", "position": 3}
    administrator.post(f"/units/{unit.pk}/change/", {**entered, "version": unit.version})
    page = page_of(
        administrator.post(f"/units/{unit.pk}/change/", {**entered, "version": unit.version}),
        status=409,
    )
    assert page.heading == "他人已先行修改"


def test_a_refusal_within_a_page_goes_to_the_notices(county, administrator):
    answer = administrator.post(
        f"/people/{county.clerk.person_id}/account/link/", headers={"HX-Request": "true"}
    )
    assert answer.status_code == 409
    assert answer["HX-Retarget"] == "#notices"
    assert "<html" not in answer.content.decode()


def test_a_forged_form_gets_a_page_with_what_to_do_next(page_of, db):
    page = page_of(Client(enforce_csrf_checks=True).post("/sign-in/", {}), status=403)
    assert page.heading == "页面打开过久"


def test_a_refused_step_leads_back_to_the_page_it_was_sent_from(county, clerk, page_of):
    matter = make_matter(county, Stage.ISSUED)
    address, sent = (
        f"/matters/{matter.pk}/close/",
        {"version": matter.version, "close_reason": "done"},
    )
    for site, offered in (("http://testserver", True), ("http://elsewhere.example", False)):
        before = f"{site}/matters/{matter.pk}/?from=ledger"
        page = page_of(clerk.post(address, sent, headers={"referer": before}), status=409)
        assert (f"/matters/{matter.pk}/?from=ledger" in page.links) is offered
