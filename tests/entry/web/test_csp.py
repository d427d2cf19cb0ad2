import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string
from django.test import Client

from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Role
from tests.entry.web.access import PAGES
from tests.factories.acting import MOMENT
from tests.factories.matters import make_matter
from tests.factories.sources import TEXT, make_read_source
from tests.factories.units import PASSWORD, make_account
from tests.factories.watch import a_source, an_alert
from tests.factories.works import a_levelling_run, a_work

POLICY = {
    "default-src": {"'none'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
}


def _parts(header: str) -> dict[str, set[str]]:
    return {
        words[0]: set(words[1:]) for words in (part.split() for part in header.split(";")) if words
    }


def test_every_page_carries_the_strict_policy_and_a_fresh_nonce(clerk):
    first, second = (_parts(clerk.get("/units/")["Content-Security-Policy"]) for _ in range(2))
    assert {name: first[name] for name in POLICY} == POLICY
    nonces = [next(iter(one["script-src"] - {"'self'"})) for one in (first, second)]
    assert nonces[0].startswith("'nonce-")
    assert nonces[0] != nonces[1]


def test_other_headers_keep_the_page_to_itself(clerk):
    response = clerk.get("/units/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


def test_cookies_are_out_of_reach_for_scripts(county):
    make_account(county.administrator, county.clerk, username="miao")
    done = Client().post("/sign-in/", {"username": "miao", "password": PASSWORD})
    assert done.cookies["sessionid"]["httponly"] is True
    assert done.cookies["sessionid"]["samesite"] == "Lax"
    assert settings.SESSION_COOKIE_AGE <= 12 * 3600


def test_the_fault_page_stands_without_database_and_passes_the_policy():
    text = render_to_string("500.html")
    assert "<script" not in text
    assert "style=" not in text


def test_the_look_of_the_office_is_small_and_known_to_old_browsers():
    path = find("web/base.css")
    assert path is not None
    text = Path(path).read_text(encoding="utf-8")
    assert len(text.encode()) < 60_000
    assert ":has(" not in text
    assert "url(http" not in text
    assert "@import" not in text


def test_every_page_with_its_rows_is_well_formed_and_passes_the_policy(county, clients, page_of):
    a_source(county)
    run, crew = a_levelling_run(county)
    rows = {
        "run_id": run,
        "resource_id": crew,
        "matter_id": make_matter(county, Stage.IN_PROGRESS, deadline=MOMENT.date()).pk,
        "work_id": a_work(county),
        "source_id": make_read_source(county.clerk).pk,
        "other_id": make_read_source(county.clerk, text=TEXT + "同日晚些时候再印。\n").pk,
        "number": 1,
        "record_id": 1,
        "alert_id": an_alert(county.clerk, starts_at=MOMENT, hours=24).pk,
        "unit_id": county.units["12"].pk,
        "person_id": county.clerk.person_id,
        "post_id": county.clerk.post_id,
        "row_id": county.units["12"].pk,
        "label": "units.unit",
        "form": "svg",
        "secret": "none",
        "extension_id": 1,
        "evidence_id": 1,
        "order_id": 1,
        "proposal_id": 1,
    }
    read = set()
    for pattern in PAGES:
        address = re.sub(r"<\w+:(\w+)>", lambda found: str(rows[found[1]]), pattern)
        for role in (Role.ADMINISTRATOR, Role.CLERK, Role.LIAISON):
            answer = clients[role].get("/" + address.lstrip("/"))
            # A piece of a page (for htmx) has no doctype; its own area reads it in its page.
            if answer.status_code == 200 and b"<!doctype html>" in answer.getvalue()[:100]:
                page_of(answer)
                read.add(pattern)
    assert len(read) > 25
