"""What every database keeps: the same bounds of a row whether SQLite or PostgreSQL stands below."""

import re
from typing import Any

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from guatu.apps.journal.refusal import Refused

# PostgreSQL keeps no NUL, and UTF-8 no half of a character.
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def require_keepable(row: models.Model) -> None:
    """Refuse a row with a text or a number that a column cannot keep.

    SQLite would take a text of any length and PostgreSQL would fail without words. Raises
    Refused (text too long, text with NUL or half a character, number out of range).
    """
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, str):
            _require_text(field, value)
        elif isinstance(value, int) and not isinstance(value, bool):
            _require_number(field, value)


def _require_text(field: "models.Field[Any, Any]", value: str) -> None:
    if field.max_length is not None and len(value) > field.max_length:
        raise Refused(
            "journal.text_too_long", column=field.name, length=len(value), most=field.max_length
        )
    if _UNKEEPABLE.search(value):
        raise Refused("journal.text_unkeepable", column=field.name)


def _require_number(field: "models.Field[Any, Any]", value: int) -> None:
    ranges = BaseDatabaseOperations.integer_field_ranges
    least, most = ranges.get(field.get_internal_type(), ranges["BigIntegerField"])
    if not least <= value <= most:
        raise Refused(
            "journal.number_out_of_range", column=field.name, least=str(least), most=str(most)
        )
