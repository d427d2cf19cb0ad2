"""The API of version 1: every page action's twin, errors as code, words and arguments."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import JSONRenderer

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.refusal import Absent, Refused
from guatu.entry.api import (
    account,
    home,
    journal,
    levelling,
    matters,
    records,
    sources,
    units,
    wall,
    watch,
    works,
    works_control,
)
from guatu.entry.api.acting import ForRoles, NotPermitted
from guatu.entry.api.parsing import KeepableParser
from guatu.entry.packs_at_hand import messages


class PlainJSON(JSONRenderer):
    """JSON with its characters as they are: Chinese is not escaped."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


api = NinjaAPI(
    title="Guatu",
    version="1",
    description="The ledger, its changes and its questions; the same rights as the pages.",
    auth=ForRoles(),
    renderer=PlainJSON(),
    parser=KeepableParser(),
    openapi_url="/openapi.json",
    docs_url=None,
    urls_namespace="api",
)


def _fault(request: HttpRequest, status: int, code: str, **arguments: Any) -> HttpResponse:
    told = {
        "code": code,
        "message": messages().words(code, arguments),
        "arguments": arguments,
    }
    return api.create_response(request, told, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, fault: Refused) -> HttpResponse:
    """Answer a refused action: 403 where the role has no right, else 409."""
    status = 403 if isinstance(fault, NotPermitted) else 409
    return _fault(request, status, fault.code, **dict(fault.arguments))


@api.exception_handler(StaleVersion)
def stale(request: HttpRequest, _: StaleVersion) -> HttpResponse:
    """Answer an action that saw an older version."""
    return _fault(request, 409, "entry.stale")


@api.exception_handler(Absent)
def absent(request: HttpRequest, _: Absent) -> HttpResponse:
    """Answer a question about a row that is not there or not in sight."""
    return _fault(request, 404, "entry.absent")


@api.exception_handler(AuthenticationError)
def not_signed_in(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    """Answer a request without a session."""
    return _fault(request, 401, "entry.not_signed_in")


@api.exception_handler(ValidationError)
def malformed(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Answer a request whose parts have the wrong shape, naming each part."""
    parts = (".".join(str(step) for step in one["loc"]) + ": " + one["msg"] for one in fault.errors)
    return _fault(request, 422, "entry.malformed", detail="; ".join(parts))


@api.exception_handler(HttpError)
def http_fault(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """Answer what ninja itself refuses: a forged write or a body that is no JSON."""
    if fault.status_code == 403:
        return _fault(request, 403, "entry.forged")
    return _fault(request, fault.status_code, "entry.malformed", detail=str(fault))


for _area in (
    account,
    home,
    sources,
    records,
    matters,
    works,
    works_control,
    levelling,
    wall,
    watch,
    units,
    journal,
):
    api.add_router("", _area.router)
