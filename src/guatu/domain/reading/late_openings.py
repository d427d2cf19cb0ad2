"""Articles that open without a day or 本报讯: told by a headline that no other article claims."""

import math
from collections.abc import Mapping, Sequence

from guatu.domain.reading.headings import neighbours
from guatu.domain.reading.headlines import Body, heading_runs, match_headlines
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, rarity
from guatu.domain.reading.lines import Line, LineKind, is_finished
from guatu.domain.reading.patterns import layout_patterns

_LEAST = 0.03
_SURE_HEADING = 0.7
_SHORTEST = 16
_SHORTEST_HEADLINE = 6
_PARTED = 0.25


def late_openings(
    lines: Sequence[Line],
    headings: Mapping[int, float],
    chances: Mapping[int, float],
    openings: Mapping[int, float],
    lexicon: Lexicon,
) -> dict[int, float]:
    """Return lines that open an article because the headline right above them is nobody's.

    ``chances`` are how likely each line opens an article, ``openings`` those taken already.
    A headline left over once each of these has its own asks for an article of its own.
    """
    sure = {
        index: one
        for index, one in headings.items()
        if one >= _SURE_HEADING and len(lines[index].words) >= _SHORTEST_HEADLINE
    }
    if not sure or not openings:
        return {}
    _, left = match_headlines(_bodies(lines, openings, headings), lines, sure, lexicon)
    unclaimed = set(left)
    before, after = neighbours(lines)
    found: dict[int, float] = {}
    for run in heading_runs(lines, sorted(headings)):
        if not unclaimed & set(run) or run[-1] not in unclaimed:
            continue
        place = after[run[-1]]
        previous = before[run[0]]
        higher = _opening_above(
            run, lines, headings, chances, openings={**openings, **found}, lexicon=lexicon
        )
        if higher is not None:
            found[higher] = max(0.5, chances[higher])
            continue
        if place is None or place in openings or chances.get(place, 0.0) < _LEAST:
            continue
        ended = previous is None or lines[previous].kind is LineKind.BYLINE
        ended = ended or (previous is not None and _ends(lines[previous]))
        if ended and _may_open(lines[place], lexicon):
            found[place] = max(0.5, chances[place])
    return found


def _opening_above(
    run: Sequence[int],
    lines: Sequence[Line],
    headings: Mapping[int, float],
    chances: Mapping[int, float],
    *,
    openings: Mapping[int, float],
    lexicon: Lexicon,
) -> int | None:
    """Return where an article begins whose headline stands below it, if the text tells of one.

    The text between the last opening and the headline is parted where the part below tells
    of the headline, the part above does not, and the two share little.
    """
    opened = max((index for index in openings if index < run[0]), default=None)
    if opened is None:
        return None
    between = [i for i in range(opened, run[0]) if i not in headings]
    tokens = {i: lines[i].pairs for i in between}
    rare = rarity(tokens.values(), lexicon.usage.genre_pairs)
    wanted = frozenset().union(*(lines[i].pairs for i in run))
    best: tuple[float, int] | None = None
    ended = False
    above: set[str] = set()
    for place, index in enumerate(between):
        if ended and index in chances and _may_open(lines[index], lexicon):
            below = frozenset().union(*(tokens[i] for i in between[place:]))
            score = _parting(wanted, frozenset(above), below, rare)
            score += 0.1 * math.log(max(1e-4, chances[index]))
            if best is None or score > best[0]:
                best = score, index
        above |= tokens[index]
        if lines[index].kind not in (LineKind.FURNITURE, LineKind.GARBLED):
            ended = lines[index].kind is LineKind.BYLINE or _ends(lines[index])
    return best[1] if best is not None and best[0] >= _PARTED else None


def _parting(
    wanted: frozenset[str], above: frozenset[str], below: frozenset[str], rare: Rarity
) -> float:
    """Return how well a headline parts two texts: told below, not above, and little shared."""
    told = containment(wanted, below, rare) - containment(wanted, above, rare)
    return told - containment(below, above, rare)


def _ends(line: Line) -> bool:
    return line.alone or is_finished(line.words)


def _may_open(line: Line, lexicon: Lexicon) -> bool:
    patterns = layout_patterns(lexicon)
    if line.alone or len(line.words) < _SHORTEST or line.kind is LineKind.SHORT:
        return False
    return not patterns.speech_start.match(line.words) and line.words[0] not in "，、。；：”）"


def _bodies(
    lines: Sequence[Line], openings: Mapping[int, float], headings: Mapping[int, float]
) -> list[Body]:
    """Return the articles as the file has them, from each opening to the next."""
    bodies: list[list[int]] = []
    for index, line in enumerate(lines):
        if index in openings:
            bodies.append([])
        if bodies and index not in headings and line.kind in (LineKind.BODY, LineKind.LEAD):
            bodies[-1].append(index)
    return [
        Body(lines=tuple(one), opening="".join(lines[i].words for i in one[:2])) for one in bodies
    ]
