"""Every call of the API's own description: whatever it is sent, it answers in order.

The calls are taken from ``/api/v1/openapi.json``, so a new route is tried without a new test.
"""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from pydantic import BaseModel

from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import Stage
from tests.factories.matters import attach, make_matter
from tests.factories.sources import make_source
from tests.factories.units import County, make_account, make_county
from tests.factories.watch import a_source, an_alert
from tests.factories.works import a_work, site_document

JSON = "application/json"
LONG = "长" * 50_000
BEYOND = 10**30
# What no field can mean.
WRONG_TEXTS = (LONG, "\x00", "\ud800")
WRONG_NUMBERS = (-1, 2**31, BEYOND)
WRONG_DAYS = ("0001-01-01", "9999-12-31", "2026-02-30", "9999-12-31T23:00:00-08:00")
WRONG_KINDS: tuple[Any, ...] = (None, [], {}, True, [[]] * 3, {"a": {"a": None}})


class Route(BaseModel):
    """One call of the description."""

    method: str
    path: str
    parts: list[dict[str, Any]]
    body: dict[str, Any] | None
    as_form: bool


def _routes() -> tuple[list[Route], dict[str, Any]]:
    described = Client().get("/api/v1/openapi.json").json()
    found = []
    for path, calls in described["paths"].items():
        for method, call in calls.items():
            ((media, content),) = call.get("requestBody", {}).get("content", {"": {}}).items()
            found.append(
                Route(
                    method=method,
                    path=path,
                    parts=call.get("parameters", []),
                    body=content.get("schema"),
                    as_form=media.startswith("multipart"),
                )
            )
    return found, described["components"]["schemas"]


@pytest.fixture
def rows(county: County) -> dict[str, int]:
    """One row for every name that a path asks for, all of the liaison's own unit."""
    matter = make_matter(county, Stage.REPORTED)
    attach(county, matter, grade=EvidenceClass.E2)
    a_source(county)
    alert = an_alert(county.clerk)
    return {
        "matter_id": matter.pk,
        "evidence_id": matter.evidence.get().pk,
        "source_id": make_source(county.clerk).pk,
        "work_id": a_work(county),
        "alert_id": alert.pk,
        "order_id": alert.orders.get().pk,
        "unit_id": county.units["31"].pk,
        "person_id": county.liaison.person_id,
        "post_id": county.liaison.post_id,
        "row_id": matter.pk,
        "proposal_id": 1,
        "extension_id": 1,
    }


@pytest.fixture
def callers(county: County, sign_in, caplog) -> dict[str, Client]:
    """A clerk, a liaison, the administrator, and the clerk of another county."""
    caplog.set_level(logging.ERROR, "django.request")  # a refusal is no news here
    other, stranger = make_county("149922"), Client()
    stranger.force_login(
        make_account(other.administrator, other.clerk, username="stranger"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    found = {
        "clerk": sign_in(county.clerk),
        "liaison": sign_in(county.liaison),
        "administrator": sign_in(county.administrator),
        "stranger": stranger,
    }
    for client in found.values():
        client.raise_request_exception = False
    return found


def _address(route: Route, rows: dict[str, Any]) -> str:
    words = {"label": "matters.Matter", "activity": "A1", "form": "svg"}
    named = {part["name"]: rows.get(part["name"], words.get(part["name"])) for part in route.parts}
    return route.path.format(**named)


def _fitting(
    schema: dict[str, Any], shapes: dict[str, Any], rows: dict[str, int], name: str
) -> Any:
    """Return a value of a schema's shape: the least that is let in."""
    for one in ("anyOf", "allOf"):
        schema = next((each for each in schema.get(one, ()) if each.get("type") != "null"), schema)
    if "$ref" in schema:
        schema = shapes[schema["$ref"].rsplit("/", 1)[1]]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "object" and "properties" in schema:
        return {
            key: _fitting(each, shapes, rows, key) for key, each in schema["properties"].items()
        }
    fitting: dict[str | None, Any] = {
        "string": {"date": "2026-11-06", "date-time": "2026-11-06T08:00:00+08:00"}.get(
            schema.get("format", ""), "字"
        ),
        "integer": rows.get(name, rows["unit_id"] if name.endswith("_id") else 1),
        "number": 1,
        "boolean": False,
        "array": [],
        "object": {},
    }
    if schema.get("type") == "array" and "$ref" in schema.get("items", {}):
        return [_fitting(schema["items"], shapes, rows, name)]
    return site_document() if name == "plan" else fitting.get(schema.get("type"))


def _spoilt(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return the body with one field at a time left out or put wrong."""
    for name, value in body.items():
        yield {key: each for key, each in body.items() if key != name}
        wrong: tuple[Any, ...] = (WRONG_KINDS[len(name) % len(WRONG_KINDS)],)
        if isinstance(value, str):
            wrong = (*wrong, *(WRONG_DAYS if value[:2] == "20" else WRONG_TEXTS))
        elif isinstance(value, int | float):
            wrong = (*wrong, *WRONG_NUMBERS)
        elif isinstance(value, list):
            wrong = (*wrong, [LONG], ["\x00"], [-1, BEYOND], [None])
        elif isinstance(value, dict):
            wrong = (*wrong, "字", 1, [], {"\x00": LONG})
        for each in wrong:
            yield {**body, name: each}


def _send(client: Client, route: Route, address: str, body: dict[str, Any] | None) -> str:
    """Send one call inside a savepoint that is rolled back; return what is wrong with the answer."""
    with transaction.atomic():
        if body is None:
            answer = client.generic(route.method.upper(), address)
        elif route.as_form:
            file = SimpleUploadedFile("../../../x\x01.png", b"\x89PNG\r\n\x1a\n")
            told = {
                key: str(value).replace("\ud800", "?")
                for key, value in body.items()
                if value is not None
            }
            answer = client.post(address, {**told, "file": file})
        else:
            answer = client.generic(route.method.upper(), address, json.dumps(body), JSON)
        if connection.needs_rollback is False:
            # Keys that lead nowhere are found at the commit, which never comes here.
            connection.check_constraints()
            transaction.set_rollback(True)
    if answer.status_code < 400:
        return ""
    shown = f"{route.method} {address} {str(body)[:160]} -> {answer.status_code}"
    if answer.status_code >= 500:
        return f"{shown} {getattr(answer, 'exc_info', ('', ''))[1]!r}"
    return "" if _is_fault(answer) else f"{shown} {answer.content[:120]!r}"


def _is_fault(answer: Any) -> bool:
    return answer["Content-Type"].startswith(JSON) and set(answer.json()) == {
        "code",
        "message",
        "arguments",
    }


def test_every_question_is_answered_to_its_people_and_refused_in_words_to_others(rows, callers):
    routes, _ = _routes()
    odd = []
    for route in (one for one in routes if one.method == "get"):
        for values in (rows, dict.fromkeys(rows, 999_999), dict.fromkeys(rows, 2**70)):
            address = _address(route, values)
            asked = [f"{address}?{part['name']}={word}"
                     for part in route.parts if part["in"] == "query" and values is rows
                     for word in ("-1", "2000000000000000000000000", "%00", "字")]  # fmt: skip
            for who in callers if values is rows else ("clerk", "liaison"):
                odd.append(_send(callers[who], route, address, None))
            odd += [_send(callers["clerk"], route, one, None) for one in asked]
    assert [one for one in odd if one] == []


def test_the_rows_of_another_county_are_not_there(rows, callers):
    routes, _ = _routes()
    own = [
        one for one in routes if one.method == "get" and any(p["in"] == "path" for p in one.parts)
    ]
    seen = [
        address
        for address in (_address(one, rows) for one in own)
        if "wall" not in address and callers["stranger"].get(address).status_code < 400
    ]
    assert seen in ([], [f"/api/v1/journal/rows/matters.Matter/{rows['row_id']}"])


def test_every_malformed_write_is_refused_in_words(rows, callers):
    routes, shapes = _routes()
    odd: list[str] = []
    seen: dict[str, int] = {}
    for route in (one for one in routes if one.method != "get"):
        address = _address(route, rows)
        # Steps of one body share its faults among them: each tries every eighth.
        turn = seen[str(route.body)] = seen.get(str(route.body), -1) + 1
        body = None if route.body is None else _fitting(route.body, shapes, rows, "")
        who = "administrator" if "units" in address or "people" in address else "clerk"
        tried: list[dict[str, Any] | None] = [body]
        if body is not None:
            tried += [{}, *list(_spoilt(body))[turn % 8 if turn else 0 :: 8 if turn else 1]]
        odd += [_send(callers[who], route, address, one) for one in tried]
        odd.append(_send(callers["liaison"], route, address, body))
        odd.append(
            _send(callers["clerk"], route, _address(route, dict.fromkeys(rows, 2**70)), body)
        )
    assert [one for one in odd if one] == []


@pytest.mark.parametrize(
    "sent", [b"", b"{", b"[]", b"null", b"1", b'"1"', b"[" * 100_000, b"\xff", b"NaN"]
)
def test_a_body_that_is_no_object_is_refused_in_words(sent, callers):
    answer = callers["clerk"].post("/api/v1/matters", sent, JSON)
    assert answer.status_code in {400, 422}
    assert answer.json()["code"] == "entry.malformed"
