import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from guatu.domain.kernel.acting import Role
from guatu.entry.api.acting import ForRoles
from guatu.entry.api.urls import api
from guatu.entry.web.routing import PUBLIC, SIGNED_IN, GuardedPage
from tests.entry.web.access import CALLS, PAGES

# Addresses of Django and ninja themselves: switching the language, the API's description.
OF_LIBRARIES = {"i18n/setlang/", "api/v1/openapi.json", "api/v1/"}
SAMPLES = {"int": "999999", "str": "units.unit"}


def _walk(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, address)
        else:
            yield address or "/", pattern


def _pages() -> dict[str, URLPattern]:
    return {
        address: pattern
        for address, pattern in _walk(get_resolver().url_patterns)
        if not address.startswith("api/") and address not in OF_LIBRARIES
    }


def _calls() -> dict[str, Any]:
    found = {}
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    chosen = operation.auth_callbacks or _listed(router.auth) or _listed(api.auth)
                    found[f"{method} {prefix.rstrip('/')}{path}"] = chosen
    return found


def _listed(auth: Any) -> list[Any]:
    if isinstance(auth, (list, tuple)):
        return list(auth)
    return [auth] if isinstance(auth, ForRoles) else []


def _address(pattern: str) -> str:
    filled = re.sub(r"[<{](?:(\w+):)?\w+[>}]", lambda found: SAMPLES[found[1] or "int"], pattern)
    return "/" + filled.lstrip("/")


def test_every_page_stands_in_the_table_with_the_same_rights():
    found = {address: pattern.callback for address, pattern in _pages().items()}
    unguarded = [address for address, view in found.items() if not isinstance(view, GuardedPage)]
    assert unguarded == []
    assert {address: view.rights for address, view in found.items()} == PAGES


def test_every_call_stands_in_the_table_with_the_same_rights():
    found = _calls()
    assert all(len(guards) == 1 for guards in found.values())
    assert {call: guards[0].roles for call, guards in found.items()} == CALLS


def test_every_address_has_a_name_of_its_own():
    names = [pattern.name for pattern in _pages().values()]
    assert None not in names
    assert len(names) == len(set(names))


@pytest.mark.django_db
def test_a_visitor_reaches_public_pages_only():
    client = Client()
    for pattern, rights in PAGES.items():
        address = _address(pattern)
        for answer in (client.get(address), client.post(address)):
            if rights is PUBLIC:
                assert not answer.get("Location", "").startswith("/sign-in/?next"), pattern
            else:
                assert answer.status_code == 302, pattern
                assert answer["Location"].startswith("/sign-in/?next=/"), pattern


def test_a_visitor_is_told_to_sign_in_by_every_call(db):
    client = Client()
    for call in CALLS:
        method, path = call.split(" ")
        answer = client.generic(method, "/api/v1" + _address(path), "{}", "application/json")
        assert answer.status_code == 401, call
        assert answer.json()["code"] == "entry.not_signed_in"


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_its_pages_and_no_other(clients, role):
    client = clients[role]
    wrong = []
    for pattern, rights in PAGES.items():
        allowed = rights in {PUBLIC, SIGNED_IN} or role in rights
        address = _address(pattern)
        seen = client.get(address).status_code
        if allowed and (seen == 403 or seen >= 500):
            wrong.append((pattern, seen))
        if not allowed:
            pressed = client.post(address).status_code
            if (seen, pressed) != (403, 403):
                wrong.append((pattern, seen, pressed))
    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
def test_a_role_makes_its_calls_and_no_other(clients, role):
    client = clients[role]
    wrong = []
    for call, rights in CALLS.items():
        method, path = call.split(" ")
        answer = client.generic(method, "/api/v1" + _address(path), "{}", "application/json")
        if role not in rights and (
            answer.status_code != 403 or answer.json()["code"] != "entry.wrong_role"
        ):
            wrong.append((call, answer.status_code))
        if role in rights and (answer.status_code == 403 or answer.status_code >= 500):
            wrong.append((call, answer.status_code))
    assert wrong == []
