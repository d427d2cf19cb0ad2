"""Bodies that an article names by a name of their own, wherever in a sentence they stand."""

from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.body_mentions import is_called_in, mentioned
from guatu.domain.reading.layout import Piece
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.values import Directive, Organisation, Record

_LEAST = 16
_LONGEST_PREFIX = 4


def with_told(
    records: Sequence[Record],
    directives: Sequence[Directive],
    pieces: Sequence[Piece],
    source: str,
    lexicon: Lexicon,
) -> tuple[Record, ...]:
    """Return the records with the bodies that their articles name, each once.

    A body that a demand only calls in beside the one addressed (甲局要会同乙局…) is none.
    """
    demanded: dict[str, list[Span]] = {}
    for one in directives:
        demanded.setdefault(one.article, []).extend(one.spans)
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
            if len(shown) < _LEAST or shown.endswith("："):
                continue
            for start, end, kind in mentioned(shown, lexicon):
                span = strand.cover(start, end)
                within = any(
                    each.start < span.end and span.start < each.end
                    for each in demanded.get(record.article, ())
                )
                if within and is_called_in(shown, start):
                    continue
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
