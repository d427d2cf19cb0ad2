from datetime import timedelta

from django.test import Client

from guatu.apps.units.actions import appoint
from guatu.apps.units.queries import posts_of
from guatu.domain.kernel.acting import Role
from tests.factories.acting import MOMENT
from tests.factories.units import PASSWORD

JSON = "application/json"
TODAY = MOMENT.date()


def test_a_unit_is_added_changed_and_closed(county, administrator):
    body = {
        "code": "41",
        "name": "县林业局",
        "kind": "DEPARTMENT",
        "parent_id": county.units["0"].pk,
        "aliases": ["林业局"],
    }
    made = administrator.post("/api/v1/units", body, JSON)
    assert made.status_code == 201
    address = f"/api/v1/units/{made.json()['id']}"
    told = administrator.get(address).json()
    assert (told["name"], told["aliases"], told["depth"]) == ("县林业局", ["林业局"], 1)
    closing = {"version": told["version"], "closed_on": TODAY.isoformat()}
    assert administrator.post(f"{address}/close", closing, JSON).status_code == 200
    assert administrator.get(address).json()["closed_on"] == TODAY.isoformat()


def test_a_person_is_appointed_and_signs_in_by_the_link(county, administrator):
    person = administrator.post("/api/v1/people", {"name": "温如许"}, JSON).json()["id"]
    post = {
        "unit_id": county.units["12"].pk,
        "title": "副局长",
        "role": "viewer",
        "valid_from": TODAY.isoformat(),
    }
    assert administrator.post(f"/api/v1/people/{person}/posts", post, JSON).status_code == 201
    opened = administrator.post(f"/api/v1/people/{person}/account", {"username": "wen.ruxu"}, JSON)
    assert opened.json() == {"username": "wen.ruxu"}
    link = administrator.post(f"/api/v1/people/{person}/link", {}, JSON).json()["address"]
    client = Client()
    client.post(link.removeprefix("http://testserver"))
    assert client.get("/api/v1/home").status_code == 200
    assert administrator.delete(f"/api/v1/people/{person}/account").status_code == 204
    assert client.get("/api/v1/home").status_code == 401


def test_a_deputy_is_named_and_the_post_ended(county, administrator):
    post = posts_of(county.administrator.scope, county.approver.person_id)[0]
    deputy = {
        "person_id": county.viewer.person_id,
        "valid_from": TODAY.isoformat(),
        "valid_to": (TODAY + timedelta(days=3)).isoformat(),
    }
    assert administrator.post(f"/api/v1/posts/{post.id}/deputies", deputy, JSON).status_code == 201
    held = administrator.get(f"/api/v1/people/{county.viewer.person_id}/posts").json()
    assert {"approver", "viewer"} == {one["role"] for one in held}
    ending = {"version": post.version, "valid_to": (TODAY + timedelta(days=1)).isoformat()}
    assert administrator.post(f"/api/v1/posts/{post.id}/end", ending, JSON).status_code == 200


def test_the_journal_answers_entries_head_and_history(county, clerk):
    entries = clerk.get("/api/v1/journal?limit=5").json()
    assert len(entries) == 5
    head = clerk.get("/api/v1/journal/head").json()
    assert head == {"number": entries[0]["number"], "hash": entries[0]["hash"]}
    unit = county.units["12"].pk
    history = clerk.get(f"/api/v1/journal/rows/units.unit/{unit}").json()
    assert history[0]["entry"]["kind"] == "unit.added"
    changed = {one["column"]: one["after"] for one in history[0]["changes"]}
    assert changed["name"] == "县发展和改革局"
    kinds = {one["kind"] for one in clerk.get("/api/v1/journal?kind=unit.added").json()}
    assert kinds == {"unit.added"}


def test_somebody_with_two_posts_chooses_which_acts(county, liaison):
    second = appoint(
        acting=county.administrator,
        person_id=county.liaison.person_id,
        unit_id=county.units["12"].pk,
        title="联络科员",
        role=Role.VIEWER,
        valid_from=TODAY,
    ).pk
    held = liaison.get("/api/v1/account").json()
    assert held["role"] == "liaison"
    assert {one["title"] for one in held["posts"]} == {"联络员", "联络科员"}
    chosen = liaison.post("/api/v1/account/acting", {"post_id": second}, JSON)
    assert chosen.status_code == 204
    assert liaison.get("/api/v1/account").json()["role"] == "viewer"
    foreign = liaison.post("/api/v1/account/acting", {"post_id": 999_999}, JSON)
    assert foreign.status_code == 404


def test_the_own_password_changes_only_with_the_present_one(clerk):
    wrong = clerk.put(
        "/api/v1/account/password", {"present": "no", "password": "挂图-long-enough-9"}, JSON
    )
    assert wrong.json()["code"] == "entry.password_wrong"
    weak = clerk.put("/api/v1/account/password", {"present": PASSWORD, "password": "1"}, JSON)
    assert weak.json()["code"] == "units.password_weak"
    done = clerk.put(
        "/api/v1/account/password", {"present": PASSWORD, "password": "挂图-long-enough-9"}, JSON
    )
    assert done.status_code == 204
    assert clerk.get("/api/v1/home").status_code == 200
