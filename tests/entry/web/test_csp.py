from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string
from django.test import Client

from tests.factories.units import PASSWORD, make_account

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
