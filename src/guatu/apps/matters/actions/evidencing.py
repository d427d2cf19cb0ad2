"""Evidence: statements and files, checked by content before anything is kept."""

from django.db import transaction

from guatu.apps.journal.actions import write
from guatu.apps.journal.files import keep_file
from guatu.apps.journal.refusal import Refused, demand
from guatu.apps.matters.actions.advancing import Asked, load_matter
from guatu.apps.matters.models import Evidence, Matter
from guatu.apps.matters.rules import may_attach
from guatu.apps.matters.values import Upload
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Acting

LARGEST = 20 * 1024 * 1024
"""Most bytes of one piece of evidence: a few photos, a scanned report."""


def attach_evidence(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    grade: EvidenceClass,
    note: str = "",
    upload: Upload | None = None,
) -> Evidence:
    """Add one piece of evidence: a statement (E0), or a file with its class.

    The file store finds the type in the content: active content (HTML, SVG, programs),
    what only pretends to be a picture, secret papers, empty and overlong files are
    refused unsaved. Raises Absent, StaleVersion, Refused.
    """
    if upload is None and not note.strip():
        raise Refused("matters.evidence_empty")
    if upload is None and grade > EvidenceClass.E1:
        raise Refused("matters.evidence_needs_file", grade=grade.name)
    with transaction.atomic():
        matter = load_matter(acting, Asked(matter_id=matter_id, expected_version=expected_version))
        _demand(acting, matter)
        evidence = Evidence(
            matter=matter,
            grade=int(grade),
            note=note.strip(),
            on=acting.today,
            person_id=acting.person_id,
        )
        if upload is not None:
            kept = keep_file(upload.name, upload.content, largest=LARGEST)
            evidence.sha256, evidence.size = kept.sha256, kept.size
            evidence.name, evidence.media_type = upload.name[-200:], kept.media_type
        arguments = {
            "number": matter.number,
            "title": matter.title,
            "grade": grade.name,
            "name": evidence.name or evidence.note[:40],
        }
        write(acting, "matter.evidenced", changed=[matter, evidence], arguments=arguments)
    return evidence


def _demand(acting: Acting, matter: Matter) -> None:
    units = frozenset({matter.lead_id, *matter.co_units.values_list("unit_id", flat=True)})
    demand(may_attach(acting, Stage(matter.stage), units))
