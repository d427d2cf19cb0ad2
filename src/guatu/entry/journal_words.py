"""Entries of the journal in words: what was done, by whom in which post."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guatu.apps.journal.queries import EntryFacts
from guatu.apps.units.queries import post_names
from guatu.domain.kernel.acting import Scope
from guatu.entry.packs_at_hand import messages


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntry:
    """One entry as people read it; ``person`` and ``post`` are empty where nobody acted yet."""

    number: int
    at: datetime
    kind: str
    words: str
    person: str
    post: str
    hash: str
    erased: bool
    subjects: tuple[tuple[str, int], ...]


class _Known(dict[str, Any]):
    """Arguments of an entry; one that an older entry did not state is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"


def told(scope: Scope, entries: Iterable[EntryFacts]) -> tuple[ToldEntry, ...]:
    """Return entries with words and names, with one question for all the posts."""
    listed = tuple(entries)
    posts = post_names(
        scope.region, frozenset(one.post_id for one in listed if one.post_id is not None)
    )
    shown: list[ToldEntry] = []
    for one in listed:
        post = None if one.post_id is None else posts.get(one.post_id)
        shown.append(
            ToldEntry(
                number=one.number,
                at=one.at,
                kind=one.kind,
                words=messages().templates[one.code].format_map(_Known(one.arguments)),
                person=post.person_name if post else "",
                post=f"{post.unit_name} {post.title}" if post else "",
                hash=one.hash,
                erased=one.erased,
                subjects=one.subjects,
            )
        )
    return tuple(shown)
