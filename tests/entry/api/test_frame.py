from django.test import Client

from guatu.domain.kernel.acting import Role
from tests.factories.units import PASSWORD, make_account, make_county

JSON = "application/json"


def test_the_description_of_the_api_is_served_and_names_its_twins(db):
    described = Client().get("/api/v1/openapi.json").json()
    assert described["info"]["version"] == "1"
    assert {"/api/v1/units", "/api/v1/journal", "/api/v1/home"} <= set(described["paths"])


def test_chinese_is_sent_as_it_is(clerk):
    answer = clerk.get("/api/v1/units")
    assert "云溪镇" in answer.content.decode()
    assert answer["Content-Type"].startswith(JSON)


def test_a_refusal_tells_code_words_and_arguments(county, administrator):
    body = {"code": "31", "name": "又一镇", "kind": "TOWNSHIP", "parent_id": county.units["0"].pk}
    answer = administrator.post("/api/v1/units", body, JSON)
    assert answer.status_code == 409
    told = answer.json()
    assert told["code"] == "units.code_taken"
    assert told["arguments"]
    assert "31" in told["message"]


def test_words_come_in_the_language_asked_for(county, administrator):
    answer = administrator.get("/api/v1/units/999999", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert answer.json()["message"].startswith("There is nothing")
    chinese = administrator.get("/api/v1/units/999999")
    assert "没有您能看到的内容" in chinese.json()["message"]


def test_a_malformed_body_is_told_part_by_part(administrator):
    answer = administrator.post("/api/v1/people", {"phone": 1}, JSON)
    assert answer.status_code == 422
    assert "body.name" in answer.json()["message"].replace("body.body.", "body.")
    broken = administrator.post("/api/v1/people", "{", JSON)
    assert broken.status_code == 400
    assert broken.json()["code"] == "entry.malformed"


def test_a_write_without_the_token_is_refused(county):
    make_account(county.administrator, county.clerk, username="miao")
    client = Client(enforce_csrf_checks=True)
    client.get("/sign-in/")
    token = client.cookies["csrftoken"].value
    client.post(
        "/sign-in/",
        {"username": "miao", "password": PASSWORD, "csrfmiddlewaretoken": token},
    )
    forged = client.post("/api/v1/people", {"name": "某"}, JSON)
    assert forged.status_code == 403
    assert forged.json()["code"] == "entry.forged"
    token = client.cookies["csrftoken"].value
    named = client.post("/api/v1/people", {"name": "某"}, JSON, headers={"X-CSRFToken": token})
    assert named.json()["code"] == "entry.wrong_role"


def test_an_older_version_is_refused(county, administrator):
    unit = county.units["12"]
    body = {"version": 1, "name": "县发改局", "short_name": "发改局"}
    address = f"/api/v1/units/{unit.pk}"
    assert administrator.put(address, body, JSON).status_code == 200
    answer = administrator.put(address, body, JSON)
    assert answer.status_code == 409
    assert answer.json()["code"] == "entry.stale"


def test_the_home_twin_answers_every_role(clients):
    for role in Role:
        told = clients[role].get("/api/v1/home").json()
        assert told["today"] == "2026-11-05"
        assert set(told["matters_by_light"]) >= {"red", "green"}


def test_nothing_of_another_county_is_answered(county, administrator):
    other = make_county("149922")
    assert administrator.get(f"/api/v1/units/{other.units['12'].pk}").status_code == 404
    named = {one["name"] for one in administrator.get("/api/v1/units").json()}
    assert "石坪县" not in named
