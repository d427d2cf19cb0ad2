"""The proof of the chain: every entry hashed again, in order, streaming."""

import json
from dataclasses import dataclass

from guatu.apps.journal.chain import GENESIS, LinkFacts, link_hash, payload_hash
from guatu.apps.journal.kinds import ERASED
from guatu.apps.journal.models import ChainHead, Entry
from guatu.domain.kernel.diagnostic import Diagnostic

_CHUNK = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What walking the chain found: how far it holds, its head, and what is broken."""

    entries: int
    head: str
    findings: tuple[Diagnostic, ...]

    @property
    def holds(self) -> bool:
        """Tell whether nothing is broken."""
        return not self.findings


def prove_chain(head: str | None = None) -> Proof:
    """Walk every entry from the first; the first broken one is named and the walk ends there.

    Checked of each entry: its number, its link to the one before, its own hash, its payload's
    hash or that a later entry erased the payload, and that its subjects are the rows it states.
    At the end: the stored head is the last entry, and ``head`` (as printed on a sheet or in a
    backup) occurred on the way, so that a cut tail is found. Costs memory only for erased
    payloads; time grows with the journal's size.
    """
    walk = _Walk(wanted=head)
    for entry in Entry.objects.order_by("number").prefetch_related("subjects").iterator(_CHUNK):
        broken = walk.broken_at(entry)
        if broken is not None:
            return Proof(entries=walk.number, head=walk.hash, findings=(broken,))
        walk.step(entry)
    return Proof(entries=walk.number, head=walk.hash, findings=tuple(walk.at_the_end()))


class _Walk:
    """Where the walk stands: number and hash of the last sound entry, payloads still to excuse."""

    def __init__(self, *, wanted: str | None) -> None:
        self.number = 0
        self.hash = GENESIS
        self.unexcused: set[int] = set()
        self.wanted = wanted.strip().lower() if wanted else None
        self.wanted_seen = self.wanted in {None, GENESIS}

    def broken_at(self, entry: Entry) -> Diagnostic | None:
        if entry.number != self.number + 1:
            return _broken("journal.entry_missing", self.number + 1)
        if entry.previous_hash != self.hash:
            return _broken("journal.link_broken", entry.number)
        if entry.hash != link_hash(_facts(entry)):
            return _broken("journal.entry_changed", entry.number)
        if entry.payload is None:
            return None
        if payload_hash(entry.salt or "", entry.payload) != entry.payload_hash:
            return _broken("journal.payload_changed", entry.number)
        if not _subjects_agree(entry, entry.payload):
            return _broken("journal.subjects_differ", entry.number)
        return None

    def step(self, entry: Entry) -> None:
        self.number, self.hash = entry.number, entry.hash
        self.wanted_seen = self.wanted_seen or entry.hash == self.wanted
        if entry.payload is None:
            self.unexcused.add(entry.number)
        elif entry.kind == ERASED:
            self.unexcused -= set(json.loads(entry.payload)["arguments"]["numbers"])

    def at_the_end(self) -> list[Diagnostic]:
        found: list[Diagnostic] = []
        if self.unexcused:
            found.append(_broken("journal.payload_gone", min(self.unexcused)))
        stored = ChainHead.objects.filter(pk=1).values_list("number", "hash").first()
        if (stored or (0, GENESIS)) != (self.number, self.hash):
            found.append(_broken("journal.head_differs", self.number))
        if not self.wanted_seen:
            found.append(
                Diagnostic(
                    code="journal.head_unknown",
                    arguments=(("head", self.wanted or ""), ("number", self.number)),
                    source="journal",
                )
            )
        return found


def _facts(entry: Entry) -> LinkFacts:
    return LinkFacts(
        number=entry.number,
        region=entry.region,
        kind=entry.kind,
        at=entry.at,
        person_id=entry.person_id,
        post_id=entry.post_id,
        payload_hash=entry.payload_hash,
        previous_hash=entry.previous_hash,
    )


def _subjects_agree(entry: Entry, payload: str) -> bool:
    stated = sorted((row["label"], row["id"]) for row in json.loads(payload)["rows"])
    return stated == sorted((one.label, one.row_id) for one in entry.subjects.all())


def _broken(code: str, number: int) -> Diagnostic:
    return Diagnostic(
        code=code, arguments=(("number", number),), source="journal", position=str(number)
    )
