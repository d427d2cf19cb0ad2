"""The image of a row: every column as plain JSON, the same when written and when read back."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model


def row_label(row: Model) -> str:
    """Return ``app.model`` of a row, as entries name it."""
    return row._meta.label_lower


def row_image(row: Model) -> dict[str, Any]:
    """Return every concrete column of a row as a JSON value."""
    return {
        field.attname: field_image(field, getattr(row, field.attname))
        for field in row._meta.concrete_fields
    }


def field_image(field: "Field[Any, Any]", value: Any) -> Any:
    """Return one column's value as a JSON value, in the type of its field."""
    plain = _plain(field.to_python(value))
    # Through JSON and back, so that a tuple is the list it will be when read again.
    return json.loads(canonical(plain)) if isinstance(plain, (list, tuple, dict)) else plain


def canonical(value: Any) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value
