"""Bylines that stand below their headline and above the report, and not at the report's end."""

from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.reading.edges import LEADING_MARKS
from guatu.domain.reading.headings import neighbours
from guatu.domain.reading.lines import Line, LineKind


def bylines_below(lines: Sequence[Line]) -> frozenset[int]:
    """Return the bylines above which a headline stands, and a report's beginning below.

    Above that headline stands nothing, or what ends there. The order of a page is told without
    them: most papers print a byline last, and to the models one ends a report.
    """
    named = [index for index, line in enumerate(lines) if line.kind is LineKind.BYLINE]
    if not named:
        return frozenset()
    before, after = neighbours(lines)
    return frozenset(
        index
        for index in named
        if _stands_below_headline(before[index], lines, before) and _begins(after[index], lines)
    )


def set_apart(lines: Sequence[Line], below: frozenset[int]) -> tuple[Line, ...]:
    """Return the lines with some of them as asides of the page."""
    return tuple(
        replace(one, kind=LineKind.FURNITURE) if index in below else one
        for index, one in enumerate(lines)
    )


def article_below(index: int, bodies: Sequence[Sequence[int]]) -> int:
    """Return the number of the article (its lines are given) whose line stands next below a place."""
    owners = {line: number for number, body in enumerate(bodies) for line in body}
    return owners[min((line for line in owners if line > index), default=max(owners))]


def _stands_below_headline(
    above: int | None, lines: Sequence[Line], before: Sequence[int | None]
) -> bool:
    """Tell whether short lines stand above, and above these nothing that goes on."""
    if above is None or lines[above].kind is not LineKind.SHORT:
        return False
    while above is not None and lines[above].kind is LineKind.SHORT:
        above = before[above]
    return above is None or lines[above].kind is LineKind.BYLINE or lines[above].ended


def _begins(below: int | None, lines: Sequence[Line]) -> bool:
    """Tell whether a line is text that may be the first of a report: behind a headline most may."""
    if below is None or lines[below].kind not in (LineKind.LEAD, LineKind.BODY):
        return False
    return lines[below].words[0] not in LEADING_MARKS
