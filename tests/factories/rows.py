"""A row of any recorded model, filled by the types of its columns, saved through the one door."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import models

from guatu.apps.journal.actions import write
from guatu.apps.journal.models import Recorded
from guatu.domain.kernel.acting import Acting

# Where a constraint wants more than any value of the type.
PARTICULAR = {"alert.ends_at": datetime(2026, 11, 9, tzinfo=UTC)}


def make_row(acting: Acting, model: type[Recorded]) -> Recorded:
    """Return a saved row of the model, with the rows that it points at."""
    needed: list[Recorded] = []
    row = _unsaved(model, needed)
    write(acting, "test.made", changed=[*needed, row])
    return row


def _unsaved(model: type[Recorded], needed: list[Recorded]) -> Recorded:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name == "version" or (field.null and not field.has_default()):
            continue
        if field.is_relation:
            values[field.name] = _parent(field.related_model, needed)
        else:
            values[field.name] = _value(field)
    return model(**values)


def _parent(model: type[Recorded], needed: list[Recorded]) -> Recorded:
    for one in needed:
        if type(one) is model:
            return one
    parent = _unsaved(model, needed)
    needed.append(parent)
    return parent


def _value(field: models.Field) -> Any:
    named = f"{field.model._meta.model_name}.{field.name}"
    if named in PARTICULAR:
        return PARTICULAR[named]
    return other_values(field, None)[0]


def other_values(field: models.Field, current: Any) -> list[Any]:
    """Return values that the column could hold in place of the current one."""
    if isinstance(field, models.DateTimeField):
        start = datetime(2026, 11, 5, 1, 30, tzinfo=UTC)
        found: list[Any] = [start, start + timedelta(days=30), start + timedelta(microseconds=1)]
    elif isinstance(field, models.DateField):
        found = [date(2026, 11, 5), date(2027, 11, 6), date(2025, 1, 1)]
    elif isinstance(field, models.BooleanField):
        found = [True, False]
    elif isinstance(field, models.JSONField):
        found = [["a", 1], {"b": None}]
    elif isinstance(field, models.FloatField):
        found = [0.1, 0.1000000001]
    elif isinstance(field, models.IntegerField):
        found = [7, 8]
    elif field.choices:
        found = [value for value, _ in field.choices]
    elif field.name == "sha256":
        found = ["a" * 64, "b" * 64]
    elif field.name == "region":
        found = ["149921", "149922"]
    else:
        longest = field.max_length or 50
        found = ["甲乙丙"[:longest], "甲乙丁"[:longest]]
    return [value for value in found if value != current]
