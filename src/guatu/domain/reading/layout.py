"""From the characters of a page to its articles, with every character in one place."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.articles import Draft, drafts
from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.headlines import HeadlineMatch, match_headlines
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import pairs
from guatu.domain.reading.lines import Line, LineKind, page_lines
from guatu.domain.reading.seams import Seam, is_fresh, move_tails, paragraphs, seams, wrapped_width
from guatu.domain.reading.strand import Strand, weave
from guatu.domain.reading.values import Doubt, DoubtKind

_EDGE = 12
_REACH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article as laid out: strands to read and the doubts of laying it out."""

    id: str
    headline: Strand | None
    headline_spans: tuple[Span, ...]
    headline_score: float
    byline_spans: tuple[Span, ...]
    paragraphs: tuple[Strand, ...]
    paragraph_spans: tuple[tuple[Span, ...], ...]
    doubts: tuple[Doubt, ...]

    @property
    def plain(self) -> str:
        """The words of all paragraphs in a row."""
        return "".join(one.plain for one in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What all articles of a page share: its text, its lines, and the width it was wrapped at."""

    plain: str
    lines: Sequence[Line]
    lexicon: Lexicon
    width: int | None


def lay_out(plain: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the articles of a page in the order of the file; none for a page without a character."""
    lines = page_lines(plain, lexicon)
    found = move_tails(drafts(lines, lexicon), lines, lexicon)
    matches, left = match_headlines(found, lines)
    found, stray = _place_left_over(found, left, lines, lexicon)
    if len(stray) < len(left):
        found = move_tails(found, lines, lexicon)
    width = wrapped_width(lines)
    aside = _aside(found, lines, stray)
    return tuple(
        _piece(
            number,
            one,
            matches.get(number),
            sheet=Sheet(plain=plain, lines=lines, lexicon=lexicon, width=width),
            aside=aside[number],
        )
        for number, one in enumerate(found)
    )


def _place_left_over(
    found: tuple[Draft, ...], left: Sequence[int], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[tuple[Draft, ...], frozenset[int]]:
    """Short lines that are no headline: pieces of sentences and sub-headings stay, the rest is stray.

    A piece of a sentence goes to the article it follows; ``move_tails`` may move it on.
    """
    stray = set(left)
    bodies = [list(one.body) for one in found]
    owners = {index: number for number, body in enumerate(bodies) for index in body}
    for index in left:
        before = next(
            (owners[i] for i in range(index - 1, max(-1, index - 4), -1) if i in owners), None
        )
        after = next(
            (owners[i] for i in range(index + 1, min(len(lines), index + 4)) if i in owners), None
        )
        if before is None:
            continue
        body = bodies[before]
        place = bisect_left(body, index)
        if _reads_on(index, body[place:], lines, lexicon):
            body.insert(place, index)
            owners[index] = before
            stray.discard(index)
            continue
        if before != after:
            continue
        near = "".join(lines[i].words for i in body[max(0, place - 3) : place + 3])
        wanted = pairs(lines[index].words)
        if wanted and len(wanted & pairs(near)) >= 0.25 * len(wanted):
            body.insert(place, index)
            owners[index] = before
            stray.discard(index)
    placed = tuple(
        Draft(body=tuple(body), byline=one.byline) for one, body in zip(found, bodies, strict=True)
    )
    return placed, frozenset(stray)


def _reads_on(
    index: int, following: Sequence[int], lines: Sequence[Line], lexicon: Lexicon
) -> bool:
    """Tell whether a short line is a piece of a sentence: by its grammar, or by what it runs into."""
    if sentence_like(lines[index].words, lexicon):
        return True
    near = following[0] if following else None
    return (
        near is not None
        and near - index <= _REACH
        and not is_fresh(lines[near], lexicon)
        and lines[near].kind is LineKind.BODY
    )


def _aside(
    found: Sequence[Draft], lines: Sequence[Line], stray: frozenset[int]
) -> list[list[tuple[int, DoubtKind]]]:
    """Give each line that belongs to no article to the article it follows, as a doubt."""
    aside: list[list[tuple[int, DoubtKind]]] = [[] for _ in found]
    opened = {one.body[0]: number for number, one in enumerate(found) if one.body}
    current = 0
    for index, line in enumerate(lines):
        current = opened.get(index, current)
        if line.kind is LineKind.GARBLED or index in stray:
            aside[current].append((index, DoubtKind.GARBLED_LINE))
        elif line.kind is LineKind.FURNITURE:
            aside[current].append((index, DoubtKind.PAGE_FURNITURE))
    return aside


def _strand(indexes: Sequence[int], plain: str, lines: Sequence[Line]) -> Strand:
    return weave(plain, [lines[index].span for index in indexes])


def _piece(
    number: int,
    draft: Draft,
    match: HeadlineMatch | None,
    *,
    sheet: Sheet,
    aside: Sequence[tuple[int, DoubtKind]],
) -> Piece:
    plain, lines, width = sheet.plain, sheet.lines, sheet.width
    grouped = paragraphs(draft.body, lines, sheet.lexicon, width=width)
    headline = match.lines if match else ()
    doubts = [
        *(_seam_doubt(seam, lines) for seam in seams(grouped, lines, width=width)),
        *(_aside_doubt(index, kind, lines) for index, kind in aside),
        *(
            _doubt(DoubtKind.GLUED_BYLINE, (lines[index].span,), "reading.glued_byline")
            for index in draft.byline
            if lines[index].glued
        ),
    ]
    if match and match.displaced:
        spans = tuple(lines[index].span for index in headline)
        doubts.append(_doubt(DoubtKind.DISPLACED_HEADLINE, spans, "reading.displaced_headline"))
    if not match and draft.body:
        first = lines[draft.body[0]].span
        edge = Span(start=first.start, end=min(first.end, first.start + _EDGE))
        doubts.append(_doubt(DoubtKind.MISSING_HEADLINE, (edge,), "reading.missing_headline"))
    return Piece(
        id=f"a{number + 1}",
        headline=_strand(headline, plain, lines) if headline else None,
        headline_spans=tuple(lines[index].span for index in headline),
        headline_score=match.score if match else 0.0,
        byline_spans=tuple(lines[index].span for index in draft.byline),
        paragraphs=tuple(_strand(group, plain, lines) for group in grouped),
        paragraph_spans=tuple(tuple(lines[i].span for i in group) for group in grouped),
        doubts=tuple(sorted(doubts, key=lambda one: one.spans[0].start)),
    )


def _doubt(kind: DoubtKind, spans: tuple[Span, ...], code: str) -> Doubt:
    return Doubt(kind=kind, spans=spans, code=code)


def _seam_doubt(seam: Seam, lines: Sequence[Line]) -> Doubt:
    before, after = lines[seam.before].span, lines[seam.after].span
    spans = (
        Span(start=max(before.start, before.end - _EDGE), end=before.end),
        Span(start=after.start, end=min(after.end, after.start + _EDGE)),
    )
    return _doubt(DoubtKind.JOINED_ACROSS_BREAK, spans, "reading.joined_across_break")


def _aside_doubt(index: int, kind: DoubtKind, lines: Sequence[Line]) -> Doubt:
    code = "reading.garbled_line" if kind is DoubtKind.GARBLED_LINE else "reading.page_furniture"
    return _doubt(kind, (lines[index].span,), code)
