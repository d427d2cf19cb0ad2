"""The image of a row: every column as plain JSON, the same when written and when read back."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model


def row_label(row: Model) -> str:
    """Return ``app.model`` of a row, as entries name it."""
    return row._meta.label_lower


def row_image(row: Model) -> dict[str, Any]:
    """Return every concrete column of a row as a JSON value."""
    return {
        field.attname: _plain(field.to_python(getattr(row, field.attname)))
        for field in row._meta.concrete_fields
    }


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
