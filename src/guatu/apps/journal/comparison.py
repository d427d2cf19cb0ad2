"""Every recorded row against its last image in the journal."""

import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import DateField, Model

from guatu.apps.journal.images import canonical, field_image, row_image, row_label
from guatu.apps.journal.models import Entry, Recorded
from guatu.domain.kernel.diagnostic import Diagnostic

_CHUNK = 500
_UNREADABLE = (ValueError, TypeError, ArithmeticError, ValidationError)

# Number of the entry that holds the last image, and a short hash of it; None: the row is gone.
_Last = tuple[int, bytes | None]


def recorded_models() -> tuple[type[Recorded], ...]:
    """Return every model whose rows the journal proves, by label."""
    found: list[type[Recorded]] = []
    waiting: list[type[Recorded]] = Recorded.__subclasses__()
    while waiting:
        model = waiting.pop()
        waiting.extend(model.__subclasses__())
        if not model._meta.abstract and model._meta.managed:
            found.append(model)
    return tuple(sorted(set(found), key=lambda model: model._meta.label_lower))


def compare_rows() -> Iterator[Diagnostic]:
    """Yield one finding for each row that is not what its last entry says.

    Found are altered columns (named), rows that were deleted, rows that came back, and rows
    that no entry knows. A column younger than the image must hold its default. Costs about
    a hundred bytes of memory a row.
    """
    last = _last_images()
    for model in recorded_models():
        label = model._meta.label_lower
        of_model = last.pop(label, {})
        for row_id, row in _rows_of(model):
            finding = _compare(label, row_id, row, of_model.pop(row_id, None))
            if finding is not None:
                yield finding
        yield from _missing(label, of_model)
    for label, of_model in sorted(last.items()):
        yield from _missing(label, of_model)


def count_rows() -> int:
    """Return how many recorded rows there are."""
    return sum(model._default_manager.count() for model in recorded_models())


def _missing(label: str, rows: dict[int, _Last]) -> Iterator[Diagnostic]:
    for row_id, (number, digest) in sorted(rows.items()):
        if digest is not None:
            yield _finding("journal.row_missing", label, row_id, number=number)


def _last_images() -> dict[str, dict[int, _Last]]:
    last: dict[str, dict[int, _Last]] = {}
    entries = Entry.objects.order_by("number").values_list("number", "payload")
    for number, payload in entries.iterator(_CHUNK):
        for row in _rows_stated(payload):
            after = row["after"]
            digest = None if after is None else _digest(after)
            last.setdefault(row["label"], {})[row["id"]] = (number, digest)
    return last


def _rows_stated(payload: str | None) -> list[dict[str, Any]]:
    try:
        return list(json.loads(payload)["rows"]) if payload is not None else []
    except (ValueError, KeyError, TypeError):
        # The proof of the chain names the entry whose payload was tampered with.
        return []


def _rows_of(model: type[Recorded]) -> Iterator[tuple[int, Recorded | None]]:
    """Yield every row with its id; None where the database's value cannot be read at all."""
    ids = model._default_manager.order_by("pk").values_list("pk", flat=True).iterator(_CHUNK)
    while chunk := list(islice(ids, _CHUNK)):
        try:
            # Ordered by number: a default order through a parent would hide its orphans.
            rows: dict[int, Recorded] = model._default_manager.order_by("pk").in_bulk(chunk)
        except _UNREADABLE:
            rows = {row.pk: row for row in _one_by_one(model, chunk)}
        junk = _read_as_nothing(model, rows)
        for row_id in chunk:
            yield row_id, None if row_id in junk else rows.get(row_id)


def _read_as_nothing(model: type[Recorded], rows: dict[int, Recorded]) -> set[int]:
    """Return the rows with a date that is stored but read as none: SQLite keeps any junk."""
    found: set[int] = set()
    for field in model._meta.concrete_fields:
        if not (isinstance(field, DateField) and field.null):
            continue
        empty = [row_id for row_id, row in rows.items() if getattr(row, field.attname) is None]
        stored = model._default_manager.filter(**{"pk__in": empty, f"{field.name}__isnull": False})
        found.update(stored.order_by("pk").values_list("pk", flat=True))
    return found


def _one_by_one(model: type[Recorded], ids: list[int]) -> Iterator[Recorded]:
    for row_id in ids:
        try:
            yield model._default_manager.order_by("pk").get(pk=row_id)
        except _UNREADABLE:
            continue


def _compare(
    label: str, row_id: int, row: Recorded | None, expected: _Last | None
) -> Diagnostic | None:
    if expected is None:
        return _finding("journal.row_unknown", label, row_id)
    number, digest = expected
    if digest is None:
        return _finding("journal.row_returned", label, row_id, number=number)
    image = _readable_image(row)
    if row is None or image is None:
        return _finding("journal.row_unreadable", label, row_id, number=number)
    if _digest(image) == digest:
        return None
    columns = _differing(row, image, number)
    if not columns:
        return None
    return _finding("journal.row_changed", label, row_id, number=number, columns=", ".join(columns))


def _readable_image(row: Recorded | None) -> dict[str, Any] | None:
    try:
        return None if row is None else row_image(row)
    except _UNREADABLE:
        return None


def _differing(row: Model, image: dict[str, Any], number: int) -> list[str]:
    payload = Entry.objects.values_list("payload", flat=True).get(number=number)
    (stated,) = [
        one["after"]
        for one in _rows_stated(payload)
        if (one["label"], one["id"]) == (row_label(row), row.pk)
    ][-1:]
    defaults = {
        field.attname: field_image(field, field.get_default())
        for field in row._meta.concrete_fields
        if field.attname not in stated
    }
    return [name for name, value in image.items() if {**stated, **defaults}[name] != value]


def _digest(image: dict[str, Any]) -> bytes:
    return hashlib.blake2b(canonical(image).encode(), digest_size=16).digest()


def _finding(
    code: str, label: str, row_id: int, *, number: int = 0, columns: str = ""
) -> Diagnostic:
    arguments: list[tuple[str, str | int | float]] = [("label", label), ("id", row_id)]
    if number:
        arguments.append(("number", number))
    if columns:
        arguments.append(("columns", columns))
    return Diagnostic(code=code, arguments=tuple(arguments), source=label, position=str(row_id))
