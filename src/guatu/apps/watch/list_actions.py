"""Changes of the emission list."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.places.models import Place
from guatu.apps.units.models import Unit
from guatu.apps.watch.models import EmissionSource
from guatu.apps.watch.rules import may_keep_list
from guatu.domain.kernel.acting import Acting
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import Protection, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft:
    """What a person states about a row of the emission list."""

    code: str
    name: str
    kind: SourceKind
    unit_id: int
    place_id: int | None = None
    activity_classes: Sequence[str] = ()
    protection: Protection | None = None
    grade: str = ""
    own_measures: tuple[tuple[AlertLevel, str], ...] = ()
    contact: str = ""


def add_source(*, acting: Acting, draft: SourceDraft) -> EmissionSource:
    """Add a row to the emission list; Refused where the code is taken or words are missing."""
    _require_keeper(acting)
    region = acting.scope.region
    with transaction.atomic():
        if EmissionSource.objects.filter(region=region, code=draft.code.strip()).exists():
            raise Refused("watch.code_taken", taken=draft.code.strip())
        row = EmissionSource(region=region)
        _fill(row, draft, region)
        write(acting, "source_row.added", changed=[row], arguments={"name": row.name})
        return row


def change_source(
    *, acting: Acting, source_id: int, expected_version: int, draft: SourceDraft
) -> EmissionSource:
    """Change a row of the list; orders already issued stand as they were issued."""
    _require_keeper(acting)
    region = acting.scope.region
    with transaction.atomic():
        row = EmissionSource.objects.select_for_update().filter(region=region, pk=source_id).first()
        if row is None:
            raise Absent(f"source {source_id}")
        expect_version(row, expected_version)
        others = EmissionSource.objects.filter(region=region, code=draft.code.strip())
        if others.exclude(pk=row.pk).exists():
            raise Refused("watch.code_taken", taken=draft.code.strip())
        _fill(row, draft, region)
        write(acting, "source_row.changed", changed=[row], arguments={"name": row.name})
        return row


def _require_keeper(acting: Acting) -> None:
    demand(may_keep_list(acting))


def _fill(row: EmissionSource, draft: SourceDraft, region: str) -> None:
    if not draft.code.strip() or not draft.name.strip():
        raise Refused("watch.words_missing")
    unit = Unit.objects.filter(region=region, pk=draft.unit_id).first()
    if unit is None:
        raise Absent(f"unit {draft.unit_id}")
    place = None
    if draft.place_id is not None:
        place = Place.objects.filter(region=region, pk=draft.place_id).first()
        if place is None:
            raise Absent(f"place {draft.place_id}")
    row.code, row.name, row.kind = draft.code.strip(), draft.name.strip(), draft.kind.value
    row.unit, row.place = unit, place
    row.activity_classes = list(draft.activity_classes)
    row.protection = "" if draft.protection is None else draft.protection.value
    row.grade, row.contact = draft.grade.strip(), draft.contact.strip()
    row.own_measures = {level.value: words for level, words in draft.own_measures}
