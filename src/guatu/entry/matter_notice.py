"""The supervision notice of a matter: its card as the words of a paper, set into PDF."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from guatu.adapters.typesetting import TypstTypesetter
from guatu.apps.journal.queries import head_hash
from guatu.apps.journal.refusal import Refused
from guatu.apps.matters import queries
from guatu.apps.matters.values import MatterCard
from guatu.apps.units.queries import county_name
from guatu.domain.following.light import warning_days
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.messages import Messages
from guatu.domain.writing.notice import Stamp, SupervisionNotice, notice_paper
from guatu.domain.writing.typeset import papers_job
from guatu.domain.writing.wording import day_words
from guatu.entry.desk_tools import rulebook
from guatu.entry.journal_words import ToldEntry, told
from guatu.entry.packs_at_hand import messages

_NOT_ISSUED = frozenset({Stage.CANDIDATE, Stage.DRAFT, Stage.REGISTERED, Stage.DROPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHeading:
    """Who issues the notice, at which moment it was printed, from which state of the journal."""

    organ: str
    data_time: datetime
    journal_head: str
    contact: str = ""


def has_notice(card: MatterCard) -> bool:
    """Tell whether a matter stands issued, so that a notice of it can be printed."""
    return card.issued_on is not None and card.stage not in _NOT_ISSUED


def notice_pdf(acting: Acting, matter_id: int) -> bytes:
    """Return the notice of an issued matter; raises Absent out of sight, Refused before the issue."""
    card = queries.matter_card(acting, matter_id, rules=rulebook())
    if not has_notice(card):
        raise Refused("matters.notice_not_issued", title=card.title)
    heading = NoticeHeading(
        organ=county_name(acting.scope),
        data_time=acting.at,
        journal_head=head_hash(),
        contact=_issuer(acting, matter_id),
    )
    words = messages()
    paper = notice_paper(notice_of(card, heading, words), words)
    return TypstTypesetter().pdf(papers_job([paper], language=words.language))


def notice_of(card: MatterCard, heading: NoticeHeading, words: Messages) -> SupervisionNotice:
    """Return what the notice says: nothing that the card does not hold."""
    assert card.issued_on is not None
    stamp = Stamp(
        organ=heading.organ,
        number=card.number,
        issued_on=card.issued_on,
        data_time=heading.data_time,
        content_hash=_content_hash(card),
        journal_head=heading.journal_head,
    )
    content = words.words(f"matters.content.{card.content.lower()}", {})
    return SupervisionNotice(
        stamp=stamp,
        matter_number=card.number,
        matter=card.title,
        source=card.source_title or card.parent_title or "—",
        quote=card.quote or "—",
        result=card.result,
        lead_unit=card.lead_name,
        co_units=tuple(one.name for one in card.co_units),
        leader=card.leader_name,
        deadline=card.deadline,
        deadline_basis=_basis(card, words),
        nodes=tuple(
            (one.deadline, f"{one.title}（{one.lead_name}）")
            for one in card.children
            if one.deadline is not None
        ),
        report_by=_report_by(card, words),
        contact=heading.contact,
        light_rule=_light_rule(card, words),
        basis=words.words("matters.notice_basis", {"content": content}),
    )


def _basis(card: MatterCard, words: Messages) -> str:
    if not card.deadline_basis:
        return ""
    kind, _, rule = card.deadline_basis.partition(":")
    code = f"matters.limit.{rule}" if rule else f"matters.basis_printed.{kind.lower()}"
    told_basis = words.words(code, {})
    return f"{told_basis}（{card.deadline_words}）" if card.deadline_words else told_basis


def _report_by(card: MatterCard, words: Messages) -> str:
    if card.feedback_due is None:
        return ""
    day = day_words(card.feedback_due, words)
    return words.words("matters.notice_report_by", {"day": day})


def _light_rule(card: MatterCard, words: Messages) -> str:
    if card.deadline is None or card.issued_on is None:
        return ""
    pack = rulebook().pack("matter_lights", on=card.issued_on, region=card.region)
    days = warning_days(card.issued_on, card.deadline, pack)
    return words.words("matters.notice_light_rule", {"days": days})


def _issuer(acting: Acting, matter_id: int) -> str:
    """Return who issued the matter last, as the journal has it: unit, post and name."""
    steps = queries.history(acting.scope, matter_id)
    issued = [
        one.entry for one in steps if one.entry.kind in {"matter.issued", "matter.ordered_anew"}
    ]
    entries: tuple[ToldEntry, ...] = told(acting.scope, issued[-1:])
    return f"{entries[0].post} {entries[0].person}".strip() if entries else ""


def _content_hash(card: MatterCard) -> str:
    said = (
        card.id,
        card.number,
        card.title,
        card.quote,
        card.result,
        card.lead_name,
        tuple(one.name for one in card.co_units),
        card.leader_name,
        card.deadline,
        card.deadline_basis,
        card.deadline_words,
        card.issued_on,
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()
