from datetime import UTC

import pytest
from django.db import IntegrityError, connection, models, transaction

from guatu.apps.journal.actions import write
from guatu.apps.journal.comparison import compare_rows, recorded_models
from guatu.apps.journal.models import Entry
from guatu.apps.units.models import Unit
from tests.factories.rows import make_row, other_values

EVERY_MODEL = pytest.mark.parametrize(
    "model", recorded_models(), ids=lambda model: model._meta.label_lower
)


def _alter(row, column: str, value) -> bool:
    """Alter one column behind the program's back; False where a constraint forbids it."""
    field = next(one for one in row._meta.concrete_fields if one.attname == column)
    stored = field.get_db_prep_save(value, connection)
    if hasattr(stored, "astimezone"):
        stored = stored.astimezone(UTC)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f'UPDATE "{row._meta.db_table}" SET "{field.column}" = %s WHERE id = %s',
                [stored, row.pk],
            )
    except IntegrityError:
        return False
    return True


def _alternatives(row, field: models.Field) -> list:
    now = getattr(row, field.attname)
    if field.is_relation or field.name == "version":
        return [row.pk] if now is None else [now + 1000]
    return [*other_values(field, now), *([None] if field.null and now is not None else [])]


@EVERY_MODEL
def test_row_when_any_of_its_columns_is_altered_by_sql_then_row_and_column_are_named(county, model):
    row = make_row(county.clerk, model)
    row.refresh_from_db()
    assert list(compare_rows()) == []
    altered = []
    for field in model._meta.concrete_fields:
        if field.primary_key:
            continue
        before = getattr(row, field.attname)
        for value in _alternatives(row, field):
            with transaction.atomic():
                if not _alter(row, field.attname, value):
                    continue
                (finding,) = compare_rows()
                assert finding.code == "journal.row_changed"
                assert (finding.source, finding.position) == (
                    model._meta.label_lower,
                    str(row.pk),
                )
                assert finding.named()["columns"] == field.attname
                assert _alter(row, field.attname, before)
                altered.append(field.attname)
                break
    assert sorted(altered) == sorted(
        field.attname for field in model._meta.concrete_fields if not field.primary_key
    )
    assert list(compare_rows()) == []


@EVERY_MODEL
def test_row_when_deleted_by_sql_then_is_named_as_missing(county, model):
    row = make_row(county.clerk, model)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}" WHERE id = %s', [row.pk])
        findings = [(one.code, one.source, one.position) for one in compare_rows()]
        transaction.set_rollback(True)
    assert findings == [("journal.row_missing", model._meta.label_lower, str(row.pk))]


def test_row_when_its_number_is_altered_then_old_and_new_are_named(county):
    unit = county.units["21"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE units_unit SET id = 9999 WHERE id = %s", [unit.pk])
    found = sorted((one.code, one.position) for one in compare_rows())
    assert found == [("journal.row_missing", str(unit.pk)), ("journal.row_unknown", "9999")]


def test_row_when_saved_past_the_journal_then_no_entry_knows_it(county):
    Unit.objects.create(
        region=county.region,
        code="X",
        name="私设机构",
        short_name="私设",
        kind="OFFICE",
        path="/X/",
    )
    (finding,) = compare_rows()
    assert finding.code == "journal.row_unknown"


def test_row_when_removed_and_put_back_then_is_found(county):
    zone = county.units["21"]
    kept = Unit.objects.get(pk=zone.pk)
    write(county.administrator, "test.removed", changed=[], removed=[zone])
    assert list(compare_rows()) == []
    kept.save(force_insert=True)
    (finding,) = compare_rows()
    assert (finding.code, finding.position) == ("journal.row_returned", str(kept.pk))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite lets junk into a column")
@pytest.mark.parametrize(("column", "junk"), [("closed_on", "31/31/31"), ("position", "junk")])
def test_row_when_a_column_holds_junk_then_is_named(county, column, junk):
    zone = county.units["21"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        cursor.execute(f"UPDATE units_unit SET {column} = %s WHERE id = %s", [junk, zone.pk])
        cursor.execute("PRAGMA ignore_check_constraints = OFF")
    findings = list(compare_rows())
    assert {one.position for one in findings} == {str(zone.pk)}
    assert findings[0].code in {"journal.row_changed", "journal.row_unreadable"}


def test_column_when_younger_than_the_last_image_then_must_hold_its_default(county):
    unit = county.units["21"]
    entry = Entry.objects.filter(subjects__label="units.unit", subjects__row_id=unit.pk).get()
    older = entry.payload.replace('"closed_on":null,', "")
    assert older != entry.payload
    Entry.objects.filter(pk=entry.pk).update(payload=older)
    assert list(compare_rows()) == []
    Unit.objects.filter(pk=unit.pk).update(closed_on="2026-01-01")
    (finding,) = compare_rows()
    assert finding.named()["columns"] == "closed_on"


def test_no_recorded_model_has_a_table_that_images_do_not_show():
    assert [model for model in recorded_models() if model._meta.many_to_many] == []
