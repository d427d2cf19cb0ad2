"""Extensions: asked before the due day, few, and never longer than the first term."""

from dataclasses import dataclass
from datetime import date

from guatu.domain.kernel.acting import Allowed, Denied, Permission
from guatu.domain.kernel.packs import RulePack


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The days of a matter: issued, first due, due now, and how often it was extended.

    ``original_due`` never changes: the rate of matters done in time is counted by it.
    """

    issued: date
    original_due: date
    due: date
    extensions: int = 0

    def in_time(self, done_on: date) -> bool:
        """Tell whether the work was done by the original due day (按期率)."""
        return done_on <= self.original_due

    def in_time_as_extended(self, done_on: date) -> bool:
        """Tell whether the work was done by the due day as extended (展期后按期率)."""
        return done_on <= self.due


def check_extension(term: Term, new_due: date, *, asked_on: date, pack: RulePack) -> Permission:
    """Tell whether an extension may be asked for; a leader still decides (domain A7, story 9)."""
    rules = pack.body["extension"]
    if asked_on > term.due:
        return Denied(
            code="following.extension.too_late", arguments=(("due", term.due.isoformat()),)
        )
    if new_due <= term.due:
        return Denied(
            code="following.extension.not_later", arguments=(("due", term.due.isoformat()),)
        )
    if term.extensions >= rules["most"]:
        return Denied(code="following.extension.too_many", arguments=(("most", rules["most"]),))
    first_days = (term.original_due - term.issued).days
    longest = int(first_days * rules["share_of_duration"])
    added = (new_due - term.original_due).days
    if added > longest:
        return Denied(
            code="following.extension.too_long", arguments=(("days", added), ("longest", longest))
        )
    return Allowed()
