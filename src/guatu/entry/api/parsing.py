"""What a request may hold: JSON and words that every database and every sheet can keep."""

import json
import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja import Field
from ninja.errors import HttpError
from ninja.parser import Parser
from pydantic import AwareDatetime

# A database keeps integers of 64 bits; PostgreSQL keeps no NUL, and no encoding half a character.
_GREATEST = 2**63 - 1
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

# A day that leaves the calendar room to count from it; the pages ask for the same years.
PlainDay = Annotated[date, Field(ge=date(1949, 1, 1), le=date(2999, 12, 31))]
PlainMoment = Annotated[
    AwareDatetime,
    Field(ge=datetime(1949, 1, 2, tzinfo=UTC), lt=datetime(2999, 12, 31, tzinfo=UTC)),
]
PlainYear = Annotated[int, Field(ge=1949, le=2999)]


class KeepableParser(Parser):
    """Reads bodies, forms and queries; answers 400 to what could not be kept as it is."""

    def parse_body(self, request: HttpRequest) -> Any:  # type: ignore[explicit-override]  # typing.override needs Python 3.12
        """Return the JSON of a body; ninja answers 400 to any other."""
        told = json.loads(request.body)
        _require_keepable(told)
        return told

    def parse_querydict(  # type: ignore[explicit-override]  # typing.override needs Python 3.12
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Return the fields of a query or a form."""
        told = super().parse_querydict(data, list_fields, request)
        _require_keepable(told)
        return told


def _require_keepable(told: Any) -> None:
    waiting = [told]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and _UNKEEPABLE.search(one):
            raise HttpError(400, "a text holds NUL or half a character")
        elif isinstance(one, int) and not -_GREATEST <= one <= _GREATEST:
            raise HttpError(400, "a number is out of bounds")
