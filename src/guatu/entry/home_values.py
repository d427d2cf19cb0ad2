"""What the first page and its API twin show: gathered from matters, works, alerts, sources."""

from dataclasses import dataclass

from guatu.apps.journal.queries import chain_head, latest_entries
from guatu.apps.matters import queries as matters
from guatu.apps.matters.values import LedgerCounts, LedgerRow
from guatu.apps.matters.waiting import WaitingMatter, waiting_for
from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.values import PlannedWork
from guatu.apps.sources import queries as sources
from guatu.apps.sources.values import SourceRow
from guatu.apps.watch import queries as watch
from guatu.apps.watch.values import AlertFacts, ReceiptCount
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.acting import Acting
from guatu.entry.desk_tools import rulebook
from guatu.entry.journal_words import ToldEntry, told
from guatu.entry.report_grounds import grounds

_MOST = 12
_LAST_SOURCES = 5
_LAST_ENTRIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeValues:
    """The day's work of a post: counts by light, what waits for it, is due, red, came in, was done last."""

    counts: LedgerCounts
    waiting: tuple[WaitingMatter, ...]
    due: tuple[LedgerRow, ...]
    red_matters: tuple[LedgerRow, ...]
    works: tuple[PlannedWork, ...]
    alerts: tuple[AlertFacts, ...]
    receipts: ReceiptCount
    sources: tuple[SourceRow, ...]
    proposals: int
    entries: tuple[ToldEntry, ...]
    head: str

    def works_of(self, color: LightColor) -> tuple[PlannedWork, ...]:
        """Return the works with a light of the color."""
        return tuple(
            one for one in self.works if one.light is not None and one.light.color is color
        )


def home_values(acting: Acting) -> HomeValues:
    """Return what the first page shows to who acts; every part within the scope of the post."""
    scope, today, rules = acting.scope, acting.today, rulebook()
    alerts = watch.alerts(scope, at=acting.at)
    return HomeValues(
        counts=matters.counts(scope, rules=rules, today=today),
        waiting=waiting_for(acting, most=_MOST),
        due=matters.due_soon(scope, rules=rules, today=today, most=_MOST),
        red_matters=matters.reds(scope, rules=rules, today=today, most=_MOST),
        works=planned_works(scope, at=acting.at, today=today, grounds=grounds()),
        alerts=tuple(one for one in alerts if one.state(acting.at) in {"coming", "running"}),
        receipts=watch.waiting_receipts(scope, at=acting.at),
        sources=sources.source_list(scope, most=_LAST_SOURCES),
        proposals=sources.open_proposal_count(scope),
        entries=told(scope, latest_entries(scope, limit=_LAST_ENTRIES)),
        head=chain_head()[1],
    )
