"""What people decided at the desk, beside what was read: cases to test and train reading on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guatu.apps.sources.models import Proposal, Source

_KEPT = frozenset({Proposal.State.OPEN, Proposal.State.CONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCase:
    """One source that people decided whole: its text and what they made of it.

    ``document`` is plain JSON: ``name``, ``sha256``, ``year``, ``text``, the kept
    ``directives`` (spans, words, unit, kind, deadline, and the directive of the reading
    that each came from, null for one cut anew), and what was ``dropped`` with its reason.
    ``changes`` counts how the directives of the reading fared: ``kept``, ``unit``,
    ``words``, ``kind``, ``dropped``, ``cut`` (split or merged).
    """

    document: Mapping[str, Any]
    changes: Mapping[str, int]


def desk_cases() -> Iterator[DeskCase]:
    """Yield a case for every source whose proposals are all decided, oldest first.

    It goes over all regions of the data folder and is for its keeper, not for a page.
    """
    rows = Source.objects.filter(state=Source.State.CONFIRMED)
    for source in rows.order_by("pk").iterator():
        proposals = list(source.proposals.select_related("unit").order_by("position", "pk"))
        yield _case(source, proposals)


def _case(source: Source, proposals: list[Proposal]) -> DeskCase:
    read = {one["id"]: one for one in (source.reading or {}).get("directives", ())}
    changes: Counter[str] = Counter()
    for one in proposals:
        if one.directive_id in read:
            changes.update(_changes_of(one, read[one.directive_id]))
    document = {
        "name": source.name,
        "sha256": source.sha256,
        "year": source.year,
        "text": source.text,
        "directives": [_directive(one) for one in proposals if one.state in _KEPT],
        "dropped": [
            {"spans": one.spans, "action": one.action, "reason": one.reason}
            for one in proposals
            if one.state == Proposal.State.DROPPED
        ],
    }
    return DeskCase(document=document, changes=dict(changes))


def _directive(one: Proposal) -> dict[str, Any]:
    return {
        "directive": one.directive_id or None,
        "spans": one.spans,
        "action": one.action,
        "unit": one.unit.name if one.unit is not None else None,
        "addressees": [
            {"text": each.get("text"), "kind": each.get("kind")} for each in one.addressees
        ],
        "kind": one.kind,
        "deadline": one.deadline,
    }


def _changes_of(one: Proposal, read: Mapping[str, Any]) -> list[str]:
    """Return how a directive of the reading fared; several changes count each."""
    if one.state == Proposal.State.DROPPED:
        return ["dropped"]
    if one.state in {Proposal.State.SPLIT, Proposal.State.MERGED}:
        # A repeat that the reader found itself was settled by the reader, not by a person.
        return [] if read.get("repeats") else ["cut"]
    found = []
    if one.spans != read["spans"]:
        found.append("words")
    if one.kind != read["kind"]:
        found.append("kind")
    if one.version > 1 and _named_anew(one, read):
        found.append("unit")
    return found or ["kept"]


def _named_anew(one: Proposal, read: Mapping[str, Any]) -> bool:
    """Tell whether the unit is none that the words of the reading name."""
    if one.unit is None:
        return False
    names = {one.unit.name, one.unit.short_name, *one.unit.aliases}
    said = [read.get("lead") or "", *(each["text"] for each in read["addressees"])]
    return not any(
        name and (name in words or words in name) for words in said for name in names if words
    )
