"""Which lines open an article and which lines follow them, in the order of the file."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import pairs
from guatu.domain.reading.lines import Line, LineKind, is_finished
from guatu.domain.reading.patterns import layout_patterns

_HEADLINE_SHARE = 0.34
_REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article in the making: indexes of its lines by what they are to it."""

    body: tuple[int, ...] = ()
    byline: tuple[int, ...] = ()
    headline: tuple[int, ...] = ()


def _speaks_of(headline: str, body: str) -> float:
    wanted = pairs(headline)
    return len(wanted & pairs(body[:400])) / max(1, len(wanted))


def _opens_without_mark(
    index: int, lines: Sequence[Line], significant: Sequence[int], lexicon: Lexicon
) -> bool:
    """Tell whether a body line opens an article although its 本报讯 is lost."""
    line = lines[index]
    place = significant.index(index) if len(significant) <= _REACH else len(significant) - 1
    earlier = [lines[i] for i in significant[max(0, place - _REACH) : place]]
    if not earlier:
        return True
    previous = earlier[-1]
    fresh = line.opens or layout_patterns(lexicon).fresh_start.match(line.words)
    if previous.kind is LineKind.BYLINE:
        return (
            line.opens or (not fresh and is_finished(earlier[-2].words))
            if len(earlier) > 1
            else True
        )
    if previous.kind is not LineKind.SHORT:
        return False
    bodies = [one for one in earlier if one.kind in (LineKind.BODY, LineKind.LEAD)]
    after_byline = any(one.kind is LineKind.BYLINE for one in earlier[-3:])
    if bodies and not is_finished(bodies[-1].words) and not line.opens:
        return False
    if line.opens:
        return True
    likeness = _speaks_of(previous.words, line.words)
    own = _speaks_of(previous.words, bodies[-1].words) if bodies else 0.0
    return likeness > own and (likeness >= _HEADLINE_SHARE or after_byline)


def drafts(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Draft, ...]:
    """Group the lines: a lead opens an article, body and byline lines follow it.

    Short lines (headline candidates), furniture and garble stay out; a page with any
    words at all yields at least one draft.
    """
    bodies: list[list[int]] = []
    bylines: list[list[int]] = []
    significant: list[int] = []
    for index, line in enumerate(lines):
        if line.kind in (LineKind.FURNITURE, LineKind.GARBLED):
            continue
        significant = [*significant[-2 * _REACH :], index]
        if line.kind is LineKind.LEAD:
            opens = True
        elif line.kind is LineKind.BODY:
            opens = not bodies or _opens_without_mark(index, lines, significant, lexicon)
        else:
            opens = False
        if opens:
            bodies.append([])
            bylines.append([])
        if line.kind in (LineKind.LEAD, LineKind.BODY):
            bodies[-1].append(index)
        elif line.kind is LineKind.BYLINE:
            if not bodies:
                bodies.append([])
                bylines.append([])
            bylines[-1].append(index)
    if not bodies and lines:
        bodies.append([])
        bylines.append([])
    return tuple(
        Draft(body=tuple(body), byline=tuple(byline))
        for body, byline in zip(bodies, bylines, strict=True)
    )
