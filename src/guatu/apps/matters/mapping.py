"""Rows of matters as values: clocks for lights, lines of the ledger, parts of a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guatu.apps.matters.models import Evidence, Extension, Matter, Report, Verification
from guatu.apps.matters.values import (
    EvidenceFacts,
    ExtensionFacts,
    LedgerRow,
    ReportFacts,
    Rulebook,
    VerificationFacts,
)
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.light import Light, MatterClock, matter_light, parent_light
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.packs import RulePack

_NO_LIGHT = frozenset({Stage.CANDIDATE, Stage.DROPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class LampRoom:
    """What coloring needs: the day, the packs, and the pack chosen for a region."""

    rules: Rulebook
    today: date
    pack: RulePack

    @classmethod
    def of(cls, rules: Rulebook, *, today: date, region: str) -> "LampRoom":
        """Return the room of a region on a day."""
        return cls(
            rules=rules, today=today, pack=rules.pack("matter_lights", on=today, region=region)
        )

    def light(self, row: Matter, children: Sequence[Matter] = ()) -> Light | None:
        """Return the light of a matter, colored by its open children too; None where none is due."""
        own = self._own(row)
        if own is None:
            return None
        lights = [light for child in children if (light := self._own(child)) is not None]
        return parent_light(own, lights)

    def _own(self, row: Matter) -> Light | None:
        stage = Stage(row.stage)
        ended_otherwise = stage is Stage.CLOSED and row.close_reason != "done"
        if stage in _NO_LIGHT or ended_otherwise:
            return None
        clock = MatterClock(
            started=row.issued_on or row.drafted_on,
            due=row.deadline,
            done_on=row.done_on,
            suspended=stage is Stage.SUSPENDED,
        )
        return matter_light(clock, self.pack, today=self.today)


def ledger_row(row: Matter, *, light: Light | None) -> LedgerRow:
    """Return the line; lead, leader and co-units are read along by the caller's query.

    The last report's per cent and day are there where the query annotated them.
    """
    return LedgerRow(
        id=row.pk,
        version=row.version,
        number=row.number,
        title=row.title,
        result=row.result,
        lead_id=row.lead_id,
        lead_name=row.lead.short_name,
        co_units=tuple(one.unit.short_name for one in row.co_units.all()),
        leader_name=row.leader.name if row.leader is not None else "",
        kind=row.kind,
        weight=row.weight,
        stage=Stage(row.stage),
        deadline=row.deadline,
        original_deadline=row.original_deadline,
        deadline_basis=row.deadline_basis,
        deadline_words=row.deadline_words,
        percent=getattr(row, "percent", None),
        reported_on=getattr(row, "reported_on", None),
        returns=row.returns,
        quote=row.quote,
        light=light,
    )


def report_facts(row: Report) -> ReportFacts:
    """Return the report's value; person and unit are read along."""
    return ReportFacts(
        id=row.pk,
        kind=row.kind,
        on=row.on,
        percent=row.percent,
        facts=row.facts,
        problem=row.problem,
        person=row.person.name,
        unit=row.unit.short_name,
    )


def evidence_facts(row: Evidence) -> EvidenceFacts:
    """Return the value of a piece of evidence; its person is read along."""
    return EvidenceFacts(
        id=row.pk,
        grade=EvidenceClass(row.grade),
        sha256=row.sha256,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        note=row.note,
        on=row.on,
        person=row.person.name,
    )


def verification_facts(row: Verification) -> VerificationFacts:
    """Return the verification's value; its person is read along."""
    return VerificationFacts(
        on=row.on, result=row.result, reason=row.reason, note=row.note, person=row.person.name
    )


def extension_facts(row: Extension) -> ExtensionFacts:
    """Return the request's value; its people are read along."""
    return ExtensionFacts(
        id=row.pk,
        version=row.version,
        asked_on=row.asked_on,
        asked_by=row.asked_by.name,
        reason=row.reason,
        old_deadline=row.old_deadline,
        new_deadline=row.new_deadline,
        state=row.state,
        decided_on=row.decided_on,
        decided_by=row.decided_by.name if row.decided_by is not None else "",
        note=row.note,
    )
