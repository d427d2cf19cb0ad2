"""Bodies that an article names by a name of their own, wherever in a sentence they stand."""

from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.reading.bodies import is_foot
from guatu.domain.reading.body_mentions import mentioned
from guatu.domain.reading.layout import Piece
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.values import Organisation, Record

_LEAST = 16
_LONGEST_PREFIX = 4


def with_told(
    records: Sequence[Record],
    pieces: Sequence[Piece],
    source: str,
    lexicon: Lexicon,
) -> tuple[Record, ...]:
    """Return the records with the bodies that their articles name, each once."""
    by_article = {piece.id: piece for piece in pieces}
    seen: set[str] = set()
    found: list[Record] = []
    for record in records:
        if record.article in seen:
            found.append(record)
            continue
        seen.add(record.article)
        known = {one.name: one for one in record.organisations}
        for strand in by_article[record.article].paragraphs:
            shown = strand.plain
            if len(shown) < _LEAST or shown.endswith("：") or is_foot(shown):
                continue
            for start, end, kind in mentioned(shown, lexicon):
                span = strand.cover(start, end)
                name = strand.sliced(source, start, end)
                if not any(name in other for other in known):
                    known[name] = Organisation(name=name, kind=kind, span=span)
        found.append(replace(record, organisations=_at_full_length(tuple(known.values()))))
    return tuple(found)


def _at_full_length(bodies: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
    """Return the bodies without those that another names at full length (财政局 beside 县财政局)."""
    return tuple(
        one
        for one in bodies
        if not any(
            other.name != one.name
            and other.name.endswith(one.name)
            and len(other.name) - len(one.name) <= _LONGEST_PREFIX
            for other in bodies
        )
    )
