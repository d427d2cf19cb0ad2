"""From report to close: verify, return, complete, close, and the side steps."""

from guatu.apps.journal.models import Recorded
from guatu.apps.journal.refusal import Refused
from guatu.apps.matters.actions.advancing import Asked, Step, advance
from guatu.apps.matters.models import Matter, Report, Verification
from guatu.apps.matters.values import Rulebook
from guatu.domain.following.stages import RETURN_REASONS, Move, Need
from guatu.domain.kernel.acting import Acting


def verify_matter(
    *, acting: Acting, matter_id: int, expected_version: int, note: str, rules: Rulebook
) -> Matter:
    """Accept the last report after checking it; never by who reported it.

    The day of the report becomes the day on which the matter was done.
    """

    def accept(matter: Matter) -> list[Recorded]:
        report = _last_report(matter)
        matter.done_on = report.on
        return [_verification(acting, report, Verification.Result.ACCEPTED, "", note)]

    step = Step(
        move=Move.VERIFY,
        kind="matter.verified",
        given=(Need.VERIFICATION,) if note.strip() else (),
        arguments={"note": note.strip()[:80]},
    )
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(acting, asked, step, rules=rules, alter=accept)


def return_for_rework(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    reason: str,
    note: str = "",
    rules: Rulebook,
) -> Matter:
    """Return a report for rework with a reason code of domain A7; the due day stays."""
    if reason not in RETURN_REASONS:
        raise Refused("matters.return_reason", reason=reason)

    def give_back(matter: Matter) -> list[Recorded]:
        matter.done_on = None
        report = _last_report(matter)
        return [_verification(acting, report, Verification.Result.RETURNED, reason, note)]

    step = Step(
        move=Move.RETURN,
        kind="matter.returned",
        given=(Need.REASON,),
        arguments={"reason": reason, "note": note.strip()[:80]},
    )
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(acting, asked, step, rules=rules, alter=give_back)


def complete_matter(
    *, acting: Acting, matter_id: int, expected_version: int, opinion: str, rules: Rulebook
) -> Matter:
    """Complete a verified matter with the approving leader's opinion."""

    def finish(matter: Matter) -> list[Recorded]:
        matter.completed_on = acting.today
        matter.opinion = opinion.strip()
        return []

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    step = _with_opinion(Move.COMPLETE, "matter.completed", opinion)
    return advance(acting, asked, step, rules=rules, alter=finish)


def order_anew(
    *, acting: Acting, matter_id: int, expected_version: int, opinion: str, rules: Rulebook
) -> Matter:
    """Give a new order on a verified or completed matter: it is issued again."""

    def begin_again(matter: Matter) -> list[Recorded]:
        matter.issued_on = acting.today
        matter.signed_on = matter.done_on = matter.completed_on = None
        matter.opinion = opinion.strip()
        return []

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    step = _with_opinion(Move.ORDER_ANEW, "matter.ordered_anew", opinion)
    return advance(acting, asked, step, rules=rules, alter=begin_again)


def close_matter(
    *,
    acting: Acting,
    matter_id: int,
    expected_version: int,
    close_reason: str,
    rules: Rulebook,
) -> Matter:
    """Close a completed matter: ``done`` (asks for evidence), merged, changed or impossible."""

    def end(matter: Matter) -> list[Recorded]:
        matter.closed_on = acting.today
        matter.close_reason = close_reason
        return []

    step = Step(
        move=Move.CLOSE,
        kind="matter.closed",
        given=(Need.REASON,) if close_reason else (),
        close_reason=close_reason,
        arguments={"reason": close_reason},
    )
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(acting, asked, step, rules=rules, alter=end)


def reopen_matter(
    *, acting: Acting, matter_id: int, expected_version: int, reason: str, rules: Rulebook
) -> Matter:
    """Reopen a closed matter after a second look; its history and original deadline stay."""

    def open_again(matter: Matter) -> list[Recorded]:
        matter.done_on = matter.completed_on = matter.closed_on = None
        matter.close_reason = ""
        return []

    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    step = _reasoned(Move.REOPEN, "matter.reopened", reason)
    return advance(acting, asked, step, rules=rules, alter=open_again)


def suspend_matter(
    *, acting: Acting, matter_id: int, expected_version: int, reason: str, rules: Rulebook
) -> Matter:
    """Suspend a matter that law, weather or higher policy stops; its light is grey meanwhile."""
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    step = _reasoned(Move.SUSPEND, "matter.suspended", reason)
    return advance(acting, asked, step, rules=rules)


def resume_matter(
    *, acting: Acting, matter_id: int, expected_version: int, rules: Rulebook
) -> Matter:
    """Take a suspended matter up again; the deadline is as before."""
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(acting, asked, Step(move=Move.RESUME, kind="matter.resumed"), rules=rules)


def _last_report(matter: Matter) -> Report:
    report = matter.reports.filter(kind=Report.Kind.DONE).last()
    if report is None:
        raise Refused("matters.no_report", title=matter.title)
    return report


def _verification(
    acting: Acting, report: Report, result: str, reason: str, note: str
) -> Verification:
    return Verification(
        matter=report.matter,
        report=report,
        on=acting.today,
        result=result,
        reason=reason,
        note=note.strip(),
        person_id=acting.person_id,
    )


def _with_opinion(move: Move, kind: str, opinion: str) -> Step:
    return Step(
        move=move,
        kind=kind,
        given=(Need.OPINION,) if opinion.strip() else (),
        arguments={"opinion": opinion.strip()[:80]},
    )


def _reasoned(move: Move, kind: str, reason: str) -> Step:
    return Step(
        move=move,
        kind=kind,
        given=(Need.REASON,) if reason.strip() else (),
        arguments={"reason": reason.strip()},
    )
