"""The order sheet of a heavy-pollution alert: one page for each source, ready to sign for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guatu.domain.kernel.messages import Messages
from guatu.domain.watching.orders import Order
from guatu.domain.writing.paper import Block, Fields, Listing, Paragraph, PrintedPaper, Signatures
from guatu.domain.writing.wording import day_words, moment_words, origin_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEffect:
    """What an order does to the plan of a work: days lost and how its finish moves."""

    work: str
    stopped_days: int
    last_day_before: date | None = None
    last_day_after: date | None = None

    @property
    def moved_days(self) -> int:
        """How many calendar days the finish moves."""
        if self.last_day_before is None or self.last_day_after is None:
            return 0
        return (self.last_day_after - self.last_day_before).days


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSheet:
    """An order as it is handed out: who issues it, to whom, and from which state of the journal."""

    order: Order
    number: str
    organ: str
    issued_on: date
    lead_unit: str = ""
    contact: str = ""
    effects: tuple[PlanEffect, ...] = ()
    data_time: datetime | None = None
    content_hash: str = ""
    journal_head: str = ""


def _class_words(activity_class: str, messages: Messages) -> str:
    """The words of a class of activity; a class without words is printed as it is."""
    code = f"writing.class.{activity_class}"
    return messages.words(code, {}) if code in messages.templates else activity_class


def _effect_words(effect: PlanEffect, messages: Messages) -> str:
    words: dict[str, str | int] = {"work": effect.work, "days": effect.stopped_days}
    if effect.last_day_before is None or effect.last_day_after is None:
        return messages.words("writing.order.effect_plain", words)
    words["before"] = effect.last_day_before.isoformat()
    words["after"] = effect.last_day_after.isoformat()
    words["moved"] = f"{effect.moved_days:+d}"
    code = "writing.order.effect" if effect.moved_days else "writing.order.effect_none"
    return messages.words(code, words)


def _fields(sheet: OrderSheet, messages: Messages) -> Fields:
    order = sheet.order

    def named(code: str) -> str:
        return messages.words(f"writing.order.{code}", {})

    level = messages.words(f"watching.level.{order.level}", {})
    window = messages.words(
        "writing.order.window",
        {
            "from": moment_words(order.window.start, messages),
            "to": moment_words(order.window.end, messages),
        },
    )
    due = moment_words(order.receipt_due, messages)
    return Fields(
        rows=(
            ((named("source"), order.source_name),),
            ((named("level"), level), (named("lead_unit"), sheet.lead_unit or "—")),
            ((named("time"), window),),
            ((named("receipt"), due), (named("contact"), sheet.contact or "—")),
        )
    )


def order_paper(sheet: OrderSheet, messages: Messages) -> PrintedPaper:
    """Return the sheet of one order: what stops, what must be done, by when to sign for it."""
    order = sheet.order
    blocks: list[Block] = [_fields(sheet, messages)]
    if order.exemption is not None:
        blocks.append(Paragraph(text=messages.of(order.exemption)))
    if order.stops:
        stops = messages.words("writing.and", {}).join(
            _class_words(one, messages) for one in order.stops
        )
        blocks.append(Paragraph(text=messages.words("writing.order.stops", {"stops": stops})))
    if order.measures:
        heading = messages.words("writing.order.measures", {})
        blocks.append(
            Listing(heading=heading, items=tuple(messages.of(one) for one in order.measures))
        )
    if sheet.effects:
        heading = messages.words("writing.order.effects", {})
        items = tuple(_effect_words(one, messages) for one in sheet.effects)
        blocks.append(Listing(heading=heading, items=items))
    basis = messages.words("writing.order.basis", {"version": order.pack.version})
    penalty = messages.words("writing.order.penalty", {}) if order.stops else ""
    blocks.append(Paragraph(text=basis + penalty))
    labels = ("issuer", "receiver", "checker")
    blocks.append(
        Signatures(labels=tuple(messages.words(f"writing.sign.{one}", {}) for one in labels))
    )
    return PrintedPaper(
        title=messages.words("writing.order.title", {}),
        organ=sheet.organ,
        number=sheet.number,
        addressee=messages.words("writing.to", {"name": order.source_name}),
        blocks=tuple(blocks),
        signed_by=sheet.organ,
        day=day_words(sheet.issued_on, messages),
        origin=origin_words(sheet.data_time, sheet.content_hash, sheet.journal_head, messages),
    )


def order_papers(sheets: Sequence[OrderSheet], messages: Messages) -> tuple[PrintedPaper, ...]:
    """Return the sheets of all orders of an alert, in the order given."""
    return tuple(order_paper(one, messages) for one in sheets)
