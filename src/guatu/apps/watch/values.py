"""What questions about alerts and orders answer: plain values, no rows."""

from dataclasses import dataclass
from datetime import datetime

from guatu.domain.kernel.outlook import Reason
from guatu.domain.watching.alert import Alert
from guatu.domain.watching.orders import EmissionSource, OrderedStop, ReceiptState, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """One row of the emission list; ``listed`` is what an alert asks with.

    ``listed`` carries the row's own number as its id and, where the row itself is not
    protected, the protection that its place's work gives it.
    """

    id: int
    version: int
    code: str
    place_id: int | None
    place: str
    unit_id: int
    unit: str
    contact: str
    listed: EmissionSource


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptCount:
    """How many orders of an alert there are and how their receipts stand."""

    orders: int
    received: int
    late: int
    overdue: int

    @property
    def waiting(self) -> int:
        """Orders without a receipt whose time is not over."""
        return self.orders - self.received - self.overdue


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFacts:
    """One alert as received, with how its receipts stand."""

    id: int
    version: int
    alert: Alert
    basis: str
    received_at: datetime
    pack_name: str
    pack_version: str
    receipts: ReceiptCount

    def state(self, at: datetime) -> str:
        """Return ``lifted``, ``coming``, ``running`` or ``over`` at a moment."""
        if self.alert.lifted_at is not None and self.alert.lifted_at <= at:
            return "lifted"
        if at < self.alert.window.start:
            return "coming"
        return "running" if at < self.alert.window.end else "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """One order as printed: what the source must do, what it stops, and its receipt."""

    id: int
    version: int
    alert_id: int
    source_id: int
    source_code: str
    source: str
    kind: SourceKind
    place_id: int | None
    unit_id: int
    unit: str
    contact: str
    measures: tuple[Reason, ...]
    stops: tuple[str, ...]
    exemption: Reason | None
    issued_at: datetime
    receipt_due_at: datetime
    received_at: datetime | None
    received_by: str
    state: ReceiptState


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceStop:
    """A stop-work that an order lays on a place, as long as its alert is in force."""

    alert_id: int
    place_id: int
    stop: OrderedStop
