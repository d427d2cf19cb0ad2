from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from guatu.apps.units.access import make_sign_in_link
from guatu.entry import clock
from tests.factories.acting import MOMENT
from tests.factories.units import PASSWORD, make_account, make_acting


@pytest.fixture
def account(county):
    return make_account(county.administrator, county.clerk, username="miao")


def link_of(county, acting) -> str:
    secret = make_sign_in_link(acting=county.administrator, person_id=acting.person_id)
    return reverse("sign-in-link", kwargs={"secret": secret})


def test_a_visitor_is_sent_to_sign_in_and_back_to_where_they_were_headed(account, page_of):
    client = Client()
    sent = client.get("/units/")
    assert sent.status_code == 302
    assert sent["Location"] == "/sign-in/?next=/units/"
    page_of(client.get(sent["Location"]))
    done = client.post("/sign-in/", {"username": "miao", "password": PASSWORD, "next": "/units/"})
    assert done["Location"] == "/units/"
    assert client.get("/units/").status_code == 200


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example/", "x:y"])
def test_signing_in_never_leads_to_another_site(account, wanted):
    done = Client().post("/sign-in/", {"username": "miao", "password": PASSWORD, "next": wanted})
    assert done["Location"] == "/"


@pytest.mark.parametrize(
    ("username", "password"), [("miao", "not the password"), ("nobody", PASSWORD)]
)
def test_a_failed_sign_in_never_tells_which_part_was_wrong(account, page_of, username, password):
    response = Client().post("/sign-in/", {"username": username, "password": password})
    page = page_of(response, status=422)
    assert "登录名与密码不符" in page.text


def test_many_failed_sign_ins_lock_the_name_for_a_while(account, page_of):
    client = Client()
    for _ in range(7):
        client.post("/sign-in/", {"username": "miao", "password": "wrong"})
    page = page_of(client.post("/sign-in/", {"username": "miao", "password": "wrong"}), status=429)
    assert "暂时锁定" in page.heading
    right = client.post("/sign-in/", {"username": "miao", "password": PASSWORD})
    assert right.status_code == 429


def test_looking_at_a_link_does_not_spend_it(county, account, page_of):
    address = link_of(county, county.clerk)
    client = Client()
    for _ in range(3):
        page = page_of(client.get(address))
        assert len(page.all("button", class_="button button-primary")) == 1
    assert client.post(address)["Location"] == "/account/password/"
    assert client.get("/").status_code == 200


def test_a_link_signs_in_once_only(county, account, page_of):
    address = link_of(county, county.clerk)
    Client().post(address)
    second = Client()
    page_of(second.post(address), status=409)
    page = page_of(second.get(address))
    assert page.all("button", class_="button button-primary") == []
    assert second.get("/").status_code == 302


def test_a_link_dies_after_a_day(county, account, monkeypatch):
    address = link_of(county, county.clerk)
    monkeypatch.setattr(clock, "moment", lambda: MOMENT + timedelta(hours=25))
    client = Client()
    assert client.post(address).status_code == 409


def test_after_a_link_a_password_is_set_without_the_present_one(county, account, page_of):
    client = Client()
    client.post(link_of(county, county.clerk))
    page = page_of(client.get("/account/password/"))
    assert [one.get("name") for one in page.all("input", type="password")] == ["password", "again"]
    new = "挂图-long-enough-9"
    done = client.post("/account/password/", {"password": new, "again": new})
    assert done["Location"] == "/"
    other = Client()
    assert other.post("/sign-in/", {"username": "miao", "password": new})["Location"] == "/"


def test_the_present_password_is_asked_for_when_signed_in_by_password(account, page_of):
    client = Client()
    client.post("/sign-in/", {"username": "miao", "password": PASSWORD})
    new = "挂图-long-enough-9"
    page_of(
        client.post("/account/password/", {"present": "wrong", "password": new, "again": new}),
        status=422,
    )
    page_of(
        client.post(
            "/account/password/", {"present": PASSWORD, "password": new, "again": new + "x"}
        ),
        status=422,
    )
    weak = client.post(
        "/account/password/", {"present": PASSWORD, "password": "12345", "again": "12345"}
    )
    page_of(weak, status=422)
    done = client.post("/account/password/", {"present": PASSWORD, "password": new, "again": new})
    assert done["Location"] == "/"
    assert client.get("/").status_code == 200, "the session outlives the change"


def test_the_session_gets_a_new_key_when_somebody_signs_in(account):
    client = Client()
    client.get("/sign-in/")
    session = client.session
    session["planted"] = 1
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    client.post("/sign-in/", {"username": "miao", "password": PASSWORD})
    assert client.session.session_key != planted


def test_signing_out_ends_the_session_and_needs_a_post(account):
    client = Client()
    client.post("/sign-in/", {"username": "miao", "password": PASSWORD})
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("address", ["/sign-in/", "/sign-out/", "/account/acting/"])
def test_a_forged_post_is_refused(account, address):
    client = Client(enforce_csrf_checks=True)
    assert client.post(address, {}).status_code == 403


def test_somebody_with_two_posts_chooses_which_to_act_in(county, sign_in, page_of):
    client = sign_in(county.liaison)
    second = make_acting_in_second_post(county)
    page = page_of(client.get("/account/"))
    assert "县发展和改革局" in page.text
    client.post("/account/acting/", {"post": second, "next": "/journal/"})
    assert client.get("/journal/").status_code == 200
    refused = client.post("/account/acting/", {"post": 999_999, "next": "/"}, follow=True)
    assert "不是您今天" in refused.content.decode()


def make_acting_in_second_post(county) -> int:
    from guatu.apps.units.actions import appoint
    from guatu.domain.kernel.acting import Role

    return appoint(
        acting=county.administrator,
        person_id=county.liaison.person_id,
        unit_id=county.units["12"].pk,
        title="联络科员",
        role=Role.VIEWER,
        valid_from=county.administrator.today,
    ).pk


def test_an_account_without_a_post_in_force_is_told_so(county, page_of, monkeypatch):
    from guatu.apps.units.actions import end_post
    from guatu.apps.units.queries import posts_of

    account = make_account(county.administrator, county.viewer, username="wu")
    post = posts_of(county.administrator.scope, county.viewer.person_id)[0]
    end_post(
        acting=county.administrator,
        post_id=post.id,
        expected_version=post.version,
        valid_to=MOMENT.date() + timedelta(days=1),
    )
    monkeypatch.setattr(clock, "moment", lambda: MOMENT + timedelta(days=2))
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    page = page_of(client.get("/"), status=403)
    assert "没有在任" in page.text
    assert page.all("nav") == []
    page_of(client.get("/account/"))


def test_a_closed_account_signs_in_no_longer(county, account, administrator):
    client = Client()
    client.post("/sign-in/", {"username": "miao", "password": PASSWORD})
    administrator.post(f"/people/{county.clerk.person_id}/account/close/")
    assert client.get("/").status_code == 302
    again = client.post("/sign-in/", {"username": "miao", "password": PASSWORD})
    assert again.status_code == 422


def test_a_new_person_signs_in_by_the_link_that_opening_an_account_shows(
    county, administrator, page_of
):
    acting = make_acting(
        county.administrator,
        name="温如许",
        title="科员",
        unit=county.units["12"],
        role=county.viewer.role,
    )
    page = page_of(
        administrator.post(
            f"/people/{acting.person_id}/account/open/", {"account-username": "wen.ruxu"}
        )
    )
    link = page.all("input", id="link")[0].get("value", "")
    assert link.startswith("http://testserver/sign-in/link/")
    client = Client()
    client.post(link.removeprefix("http://testserver"))
    assert client.get("/units/").status_code == 200
