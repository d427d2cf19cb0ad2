"""What a repeated passage means for an article: a doubt, a cut, and directives that count once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.owners import Printed
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.repeats import Passage, Repetition
from guatu.domain.reading.spliced import SURE
from guatu.domain.reading.values import Directive, Doubt, DoubtKind, Repeat


def printed(piece: Piece) -> Printed:
    """Return an article as passages are looked for in it."""
    starts: list[int] = []
    cuts: list[int] = []
    offset = 0
    for strand in piece.paragraphs:
        starts.append(offset)
        cuts += [offset + cut for cut in strand.cuts]
        offset += len(strand.plain)
    return Printed(
        words=piece.plain,
        starts=frozenset(starts),
        topic=piece.headline.plain if piece.headline else "",
        cuts=frozenset(cuts),
    )


def cuts_of(number: int, piece: Piece, found: Sequence[Repetition]) -> tuple[tuple[int, ...], ...]:
    """Return, per paragraph of an article, where a passage of another article begins."""
    starts = [one.copy.start for one in found if one.copy.text == number]
    cuts: list[tuple[int, ...]] = []
    offset = 0
    for strand in piece.paragraphs:
        end = offset + len(strand.plain)
        cuts.append(tuple(start - offset for start in starts if offset < start < end))
        offset = end
    return tuple(cuts)


def _passage_spans(piece: Piece, passage: Passage) -> tuple[Span, ...]:
    """Return the source pieces of a passage that may run over several paragraphs."""
    spans: list[Span] = []
    offset = 0
    for strand in piece.paragraphs:
        start, end = passage.start - offset, passage.end - offset
        spans += strand.spans(max(0, start), min(len(strand.plain), end))
        offset += len(strand.plain)
    return tuple(spans)


def _places(piece: Piece, passage: Passage) -> list[int]:
    """Return the source offset of every character of a passage."""
    at: list[int] = []
    offset = 0
    for strand in piece.paragraphs:
        start, end = passage.start - offset, passage.end - offset
        at.extend(strand.at[max(0, start) : max(0, min(len(strand.plain), end))])
        offset += len(strand.plain)
    return at


def with_repeats(
    directives: tuple[Directive, ...], pieces: Sequence[Piece], found: Sequence[Repetition]
) -> tuple[Directive, ...]:
    """Mark each directive that lies mostly in the copy of a passage of another article."""
    if not found:
        return directives
    of_article: dict[str, list[Directive]] = {}
    for one in directives:
        of_article.setdefault(one.article, []).append(one)
    marked = {one.id: one for one in directives}
    for repetition in found:
        copy, original = pieces[repetition.copy.text], pieces[repetition.original.text]
        twin = dict(
            zip(
                _places(copy, repetition.copy), _places(original, repetition.original), strict=False
            )
        )
        for one in of_article.get(copy.id, []):
            there = frozenset(
                twin[i] for span in one.spans for i in range(span.start, span.end) if i in twin
            )
            if len(there) * 2 <= sum(len(span) for span in one.spans):
                continue
            best = max(
                of_article.get(original.id, []),
                key=lambda other: _inside(there, other.spans),
                default=None,
            )
            if best is not None and best.id != one.id:
                marked[one.id] = replace(one, repeats=Repeat(of=best.id, owner=original.id))
    return tuple(marked[one.id] for one in directives)


def _inside(places: frozenset[int], spans: Sequence[Span]) -> int:
    """Return how many of some places lie in spans."""
    covered = chain.from_iterable(range(span.start, span.end) for span in spans)
    return len(places.intersection(covered))


def repeat_doubts(
    piece: Piece, found: Sequence[Repetition], pieces: Sequence[Piece]
) -> list[Doubt]:
    """Return a doubt for each passage of an article that belongs to another one."""
    doubts: list[Doubt] = []
    for one in found:
        if pieces[one.copy.text] is not piece:
            continue
        owner = pieces[one.original.text].id
        sure = one.sure >= SURE
        doubts.append(
            Doubt(
                kind=DoubtKind.REPEATED_PASSAGE,
                spans=_passage_spans(piece, one.copy),
                code="reading.repeated_passage" if sure else "reading.repeated_unsure",
                arguments=(
                    ("owner", owner),
                    ("chars", one.copy.end - one.copy.start),
                    ("percent", round(100 * one.sure)),
                ),
                owner=owner,
                confidence=round(one.sure, 3),
                features=one.features,
            )
        )
    return doubts
