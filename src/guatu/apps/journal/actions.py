"""The only door through which recorded rows are saved, and jobs are asked for."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db import transaction

from guatu.apps.journal.bounds import require_keepable
from guatu.apps.journal.chain import GENESIS, LinkFacts, link_hash, new_salt, payload_hash
from guatu.apps.journal.images import canonical, row_image, row_label
from guatu.apps.journal.kinds import ERASED
from guatu.apps.journal.models import ChainHead, Entry, EntrySubject, Job, Recorded
from guatu.apps.journal.refusal import Absent, Refused
from guatu.domain.kernel.acting import Acting, Role


class StaleVersion(Exception):
    """Another change came first: the row is no longer the one the person saw."""


def expect_version(row: Recorded, expected: int) -> None:
    """Refuse an action that saw an older version of the row; raises StaleVersion."""
    if row.version != expected:
        raise StaleVersion(f"{row_label(row)} {row.pk}: saw {expected}, is {row.version}")


def write(
    acting: Acting,
    kind: str,
    *,
    changed: Sequence[Recorded],
    removed: Sequence[Recorded] = (),
    arguments: Mapping[str, Any] | None = None,
) -> Entry:
    """Save the changed rows and append one entry that holds their images, in one transaction.

    Rows are saved in the order given (parents first); each version goes up by one.
    ``kind`` is dotted and past tense (``matter.issued``). The caller's own
    ``transaction.atomic`` block, if any, is joined. Returns the entry. Raises Refused where a
    text or a number is out of its column's bounds.
    """
    with transaction.atomic():
        for row in changed:
            _save(row)
        images = [_stated(row) for row in changed]
        for row in removed:
            images.append({"label": row_label(row), "id": row.pk, "after": None})
            row.delete()
        return _append(acting, kind, {"arguments": dict(arguments or {}), "rows": images})


def _stated(row: Recorded) -> dict[str, Any]:
    return {"label": row_label(row), "id": row.pk, "after": row_image(row)}


def _save(row: Recorded) -> None:
    """Save with a guard on the version, so that two writers at once cannot both win."""
    require_keepable(row)
    if row._state.adding:
        row.version = 1
        row.save(force_insert=True)
        return
    seen = row.version
    row.version = seen + 1
    columns = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    saved = type(row)._default_manager.filter(pk=row.pk, version=seen).update(**columns)
    if saved != 1:
        row.version = seen
        raise StaleVersion(f"{row_label(row)} {row.pk}: version {seen} is gone")


def _append(acting: Acting, kind: str, payload: Mapping[str, Any]) -> Entry:
    head = _locked_head()
    text = canonical(payload)
    salt = new_salt()
    facts = LinkFacts(
        number=head.number + 1,
        region=acting.scope.region,
        kind=kind,
        at=acting.at,
        person_id=acting.person_id or None,
        post_id=acting.post_id or None,
        payload_hash=payload_hash(salt, text),
        previous_hash=head.hash,
    )
    entry = Entry.objects.create(
        number=facts.number,
        region=facts.region,
        kind=facts.kind,
        at=facts.at,
        person_id=facts.person_id,
        post_id=facts.post_id,
        payload=text,
        salt=salt,
        payload_hash=facts.payload_hash,
        previous_hash=facts.previous_hash,
        hash=link_hash(facts),
    )
    EntrySubject.objects.bulk_create(
        EntrySubject(entry=entry, label=row["label"], row_id=row["id"]) for row in payload["rows"]
    )
    ChainHead.objects.filter(pk=head.pk).update(number=entry.number, hash=entry.hash)
    return entry


def _locked_head() -> ChainHead:
    head = ChainHead.objects.select_for_update().filter(pk=1).first()
    if head is not None:
        return head
    ChainHead.objects.get_or_create(pk=1, defaults={"number": 0, "hash": GENESIS})
    return ChainHead.objects.select_for_update().get(pk=1)


def erase_payloads(
    acting: Acting, numbers: Sequence[int], *, reason: str, changed: Sequence[Recorded] = ()
) -> Entry:
    """Erase what entries say while the chain stays whole, by one more entry that says so.

    ``changed`` are the rows whose own content goes too (already altered by the caller, saved
    here). Every other row whose last image stood in an erased entry is stated anew, so that
    each row still equals its last entry. The erasing entry itself cannot be erased. Raises
    Refused (not an administrator, already erased), Absent (no such entry in the region).
    """
    if acting.role is not Role.ADMINISTRATOR:
        raise Refused("journal.administrator_only")
    with transaction.atomic():
        entries = list(
            Entry.objects.select_for_update().filter(number__in=numbers, region=acting.scope.region)
        )
        if not entries or len(entries) != len(set(numbers)):
            raise Absent(f"entries {numbers}")
        for entry in entries:
            if entry.payload is None or entry.kind == ERASED:
                raise Refused("journal.not_erasable", number=entry.number)
        for row in changed:
            _save(row)
        images = [_stated(row) for row in changed]
        stated = {(image["label"], image["id"]) for image in images}
        images += [_stated_anew(*known) for known in _last_stated_in(entries) - stated]
        arguments = {"numbers": sorted(set(numbers)), "reason": reason}
        erasing = _append(acting, ERASED, {"arguments": arguments, "rows": images})
        Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(payload=None, salt=None)
        return erasing


def _last_stated_in(entries: Sequence[Entry]) -> set[tuple[str, int]]:
    """Return label and id of the rows whose last image stands in one of the entries."""
    last: set[tuple[str, int]] = set()
    for entry in entries:
        for subject in entry.subjects.all():
            later = EntrySubject.objects.filter(
                label=subject.label, row_id=subject.row_id, entry__number__gt=entry.number
            )
            if not later.exclude(entry__in=entries).exists():
                last.add((subject.label, subject.row_id))
    return last


def _stated_anew(label: str, row_id: int) -> dict[str, Any]:
    model = apps.get_model(label)
    assert issubclass(model, Recorded)
    row = model._default_manager.filter(pk=row_id).first()
    return {"label": label, "id": row_id, "after": None} if row is None else _stated(row)


def ask_for(acting: Acting, kind: str, arguments: Mapping[str, Any]) -> Job:
    """Write a job row in the caller's transaction; the job process claims it after the commit."""
    return Job.objects.create(
        region=acting.scope.region,
        kind=kind,
        person_id=acting.person_id or None,
        post_id=acting.post_id or None,
        arguments=dict(arguments),
        created_at=acting.at,
    )


def ask_to_stop(acting: Acting, job_id: int) -> None:
    """Ask a job to end with what it has; one that still waits is not begun any more.

    A job that has ended stays as it is. The caller has settled who may ask. Raises Absent.
    """
    with transaction.atomic():
        rows = Job.objects.select_for_update().filter(pk=job_id, region=acting.scope.region)
        job = rows.first()
        if job is None:
            raise Absent(f"job {job_id}")
        if job.state == Job.State.WAITING:
            job.state, job.failure, job.finished_at = Job.State.FAILED, "jobs.stopped", acting.at
        job.stop_asked = True
        # A worker may write its progress meanwhile.
        job.save(update_fields=["state", "failure", "finished_at", "stop_asked"])
