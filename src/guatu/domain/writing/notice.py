"""The supervision notice and the slips that follow it (parts of domain research E3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from guatu.domain.kernel.messages import Messages
from guatu.domain.writing.paper import (
    Block,
    Fields,
    Listing,
    Paragraph,
    PrintedPaper,
    Signatures,
    Tone,
)
from guatu.domain.writing.wording import day_words, origin_words


class SlipColor(StrEnum):
    """The three colors of slips, from a reminder to the last one."""

    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What every paper carries: organ, number, day, and the state of the journal behind it."""

    organ: str
    number: str
    issued_on: date
    data_time: datetime | None = None
    content_hash: str = ""
    journal_head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionNotice:
    """What a unit is asked: the matter, its measurable result, its deadline and its basis.

    ``source`` names the paper or meeting, ``quote`` its exact sentence; ``nodes`` are
    stages with their days; ``light_rule`` says in words when the matter turns yellow or red.
    """

    stamp: Stamp
    matter_number: str
    matter: str
    source: str
    quote: str
    result: str
    lead_unit: str
    co_units: tuple[str, ...] = ()
    leader: str = ""
    deadline: date | None = None
    deadline_basis: str = ""
    nodes: tuple[tuple[date, str], ...] = ()
    report_by: str = ""
    contact: str = ""
    light_rule: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A reminder of a matter that is late: how late, the how manieth, what follows, what is asked."""

    stamp: Stamp
    color: SlipColor
    matter_number: str
    matter: str
    lead_unit: str
    due: date
    days_late: int
    place: int
    standing: str = ""
    consequence: str = ""
    demand: str = ""
    new_deadline: date | None = None


class _Labels:
    """Labels of one paper, looked up under its prefix."""

    def __init__(self, prefix: str, messages: Messages) -> None:
        self._prefix = prefix
        self._messages = messages

    def __call__(self, code: str, **arguments: str | int) -> str:
        return self._messages.words(f"writing.{self._prefix}.{code}", arguments)


def _deadline(day: date | None, messages: Messages) -> str:
    return day_words(day, messages) if day is not None else messages.words("writing.no_day", {})


def _origin(stamp: Stamp, messages: Messages) -> tuple[str, ...]:
    return origin_words(stamp.data_time, stamp.content_hash, stamp.journal_head, messages)


def notice_paper(notice: SupervisionNotice, messages: Messages) -> PrintedPaper:
    """Return the supervision notice (督办通知单) of one matter."""
    label = _Labels("notice", messages)
    co_units = messages.words("writing.and", {}).join(notice.co_units) or "—"
    rows: tuple[tuple[tuple[str, str], ...], ...] = (
        ((label("matter_number"), notice.matter_number), (label("leader"), notice.leader or "—")),
        ((label("matter"), notice.matter),),
        ((label("source"), notice.source),),
        ((label("quote"), notice.quote),),
        ((label("result"), notice.result),),
        ((label("lead_unit"), notice.lead_unit), (label("co_units"), co_units)),
        (
            (label("deadline"), _deadline(notice.deadline, messages)),
            (label("deadline_basis"), notice.deadline_basis or "—"),
        ),
        ((label("report_by"), notice.report_by or "—"), (label("contact"), notice.contact or "—")),
    )
    blocks: list[Block] = [Fields(rows=rows)]
    if notice.nodes:
        items = tuple(
            label("node", day=day_words(day, messages), name=name) for day, name in notice.nodes
        )
        blocks.append(Listing(heading=label("nodes"), items=items))
    for code, words in (("light_rule", notice.light_rule), ("basis", notice.basis)):
        if words:
            blocks.append(Paragraph(text=label(code, words=words)))
    signs = tuple(messages.words(f"writing.sign.{one}", {}) for one in ("receiver", "received_at"))
    blocks.append(Signatures(labels=signs))
    stamp = notice.stamp
    return PrintedPaper(
        title=label("title"), organ=stamp.organ, number=stamp.number,
        addressee=messages.words("writing.to", {"name": notice.lead_unit}), blocks=tuple(blocks),
        signed_by=stamp.organ, day=day_words(stamp.issued_on, messages),
        origin=_origin(stamp, messages),
    )  # fmt: skip


def slip_paper(slip: Slip, messages: Messages) -> PrintedPaper:
    """Return a slip (蓝、黄、红色督办单); its head has the slip's color and its name says it."""
    label = _Labels("slip", messages)
    rows: list[tuple[tuple[str, str], ...]] = [
        (
            (label("matter_number"), slip.matter_number),
            (label("place"), label("times", place=slip.place)),
        ),
        ((label("matter"), slip.matter),),
        ((label("lead_unit"), slip.lead_unit), (label("due"), day_words(slip.due, messages))),
        (
            (label("days_late"), label("days", days=slip.days_late)),
            (label("new_deadline"), _deadline(slip.new_deadline, messages)),
        ),
    ]
    for code, words in (
        ("standing", slip.standing),
        ("demand", slip.demand),
        ("consequence", slip.consequence),
    ):
        if words:
            rows.append(((label(code), words),))
    signs = tuple(
        messages.words(f"writing.sign.{one}", {}) for one in ("approver", "receiver", "received_at")
    )
    stamp = slip.stamp
    return PrintedPaper(
        title=label(f"title.{slip.color}"), organ=stamp.organ, number=stamp.number,
        addressee=messages.words("writing.to", {"name": slip.lead_unit}),
        blocks=(Fields(rows=tuple(rows)), Signatures(labels=signs)),
        signed_by=stamp.organ, day=day_words(stamp.issued_on, messages),
        origin=_origin(stamp, messages), tone=Tone(slip.color.value),
    )  # fmt: skip
