"""Extensions of a deadline: asked before the due day, decided by a leader, the original kept."""

from datetime import date

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.matters.actions.advancing import Asked, load_matter
from guatu.apps.matters.models import Extension, Matter
from guatu.apps.matters.rules import may_ask_extension, may_decide_extension
from guatu.apps.matters.values import Rulebook
from guatu.domain.following.extension import Term, check_extension
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Acting


def ask_extension(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    new_deadline: date,
    reason: str,
    rules: Rulebook,
) -> Extension:
    """Ask for a later deadline as the lead unit (domain A7, story 9).

    Refused after the due day, for a day no later than now, beyond the number and length
    that the rule pack permits, while another request waits, and without a reason.
    """
    with transaction.atomic():
        matter = load_matter(acting, Asked(matter_id=matter_id, expected_version=expected_version))
        demand(may_ask_extension(acting, Stage(matter.stage), matter.lead_id))
        if matter.deadline is None:
            raise Refused("matters.extension_without_deadline")
        if not reason.strip():
            raise Refused("matters.extension_without_reason")
        if matter.extension_requests.filter(state=Extension.State.PENDING).exists():
            raise Refused("matters.extension_pending")
        pack = rules.pack("matter_limits", on=acting.today, region=matter.region)
        term = Term(
            issued=matter.issued_on or matter.drafted_on,
            original_due=matter.original_deadline or matter.deadline,
            due=matter.deadline,
            extensions=matter.extensions,
        )
        demand(check_extension(term, new_deadline, asked_on=acting.today, pack=pack))
        request = Extension(
            matter=matter,
            asked_on=acting.today,
            asked_by_id=acting.person_id,
            reason=reason.strip(),
            old_deadline=matter.deadline,
            new_deadline=new_deadline,
        )
        write(
            acting,
            "extension.asked",
            changed=[matter, request],
            arguments={**_named(matter), "day": new_deadline.isoformat(), "reason": request.reason},
        )
    return request


def decide_extension(
    *,
    acting: Acting,
    extension_id: int,
    expected_version: int,
    granted: bool,
    note: str = "",
) -> Extension:
    """Grant or refuse a request for a later deadline, as approver or leader.

    Granting moves the deadline; the original stays for the rate of matters done in time.
    Raises Absent, StaleVersion, Refused.
    """
    demand(may_decide_extension(acting))
    with transaction.atomic():
        found = Extension.objects.select_for_update(of=("self",)).select_related("matter")
        request = found.filter(matter__region=acting.scope.region, pk=extension_id).first()
        if request is None:
            raise Absent(f"extension {extension_id}")
        expect_version(request, expected_version)
        if request.state != Extension.State.PENDING:
            raise Refused("matters.extension_decided")
        matter = Matter.objects.select_for_update().get(pk=request.matter_id)
        request.decided_on, request.decided_by_id = acting.today, acting.person_id
        request.note = note.strip()
        request.state = Extension.State.GRANTED if granted else Extension.State.REFUSED
        if granted:
            matter.deadline = request.new_deadline
            matter.extensions += 1
        write(
            acting,
            "extension.granted" if granted else "extension.refused",
            changed=[matter, request],
            arguments={**_named(matter), "day": request.new_deadline.isoformat(), "note": note},
        )
    return request


def _named(matter: Matter) -> dict[str, str]:
    return {"number": matter.number, "title": matter.title}
