"""Every row in open form, and back into empty tables with the same numbers, journal included."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from guatu.apps.journal.images import row_image

# Work in hand and keys to the door do not travel.
_LEFT_OUT = {"journal.job", "units.signinlink"}
_COLUMNS_LEFT_OUT = {"units.account": {"password", "last_login"}}
_CHUNK = 500


class NotARow(Exception):
    """A line of an export is no row of this program's tables."""


def exported_labels() -> tuple[str, ...]:
    """Return the labels of all models that an export holds, in a steady order."""
    return tuple(sorted(_exported_models()))


def exported_rows(label: str) -> Iterator[dict[str, Any]]:
    """Yield every row of a model as column and plain value, by number."""
    model = _exported_models()[label]
    left_out = _COLUMNS_LEFT_OUT.get(label, set())
    for row in model._default_manager.order_by("pk").iterator(_CHUNK):
        yield {name: value for name, value in row_image(row).items() if name not in left_out}


def take_in(label: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Put rows of an export into an empty table under their own numbers; return how many.

    Goes past the journal's one door, since the rows bring their journal with them: the caller
    proves both before the transaction commits. Raises NotARow.
    """
    model = _exported_models().get(label)
    if model is None:
        raise NotARow(label)
    count, waiting = 0, []
    for image in rows:
        waiting.append(_row(model, image))
        if len(waiting) == _CHUNK:
            count += len(model._default_manager.bulk_create(waiting))
            waiting = []
    return count + len(model._default_manager.bulk_create(waiting))


def continue_numbering() -> None:
    """Let new rows be numbered after the rows taken in (PostgreSQL counts apart from its tables)."""
    models = list(_exported_models().values())
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _row(model: type[Model], image: Mapping[str, Any]) -> Model:
    try:
        values = {
            name: model._meta.get_field(_field_name(model, name)).to_python(value)  # type: ignore[union-attr]  # columns only
            for name, value in image.items()
        }
    except (FieldDoesNotExist, ValidationError, ValueError, TypeError) as error:
        raise NotARow(f"{model._meta.label_lower}: {error}") from error
    if "password" in _COLUMNS_LEFT_OUT.get(model._meta.label_lower, set()):
        values["password"] = make_password(None)
    return model(**values)


def _field_name(model: type[Model], column: str) -> str:
    for field in model._meta.concrete_fields:
        if field.attname == column:
            return field.name
    raise FieldDoesNotExist(column)


def _exported_models() -> dict[str, type[Model]]:
    return {
        model._meta.label_lower: model
        for config in apps.get_app_configs()
        if config.name.startswith("guatu.apps.")
        for model in config.get_models()
        if model._meta.managed and model._meta.label_lower not in _LEFT_OUT
    }
