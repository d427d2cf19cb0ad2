"""Which short line is the headline of which article, wherever it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.reading.articles import Draft
from guatu.domain.reading.likeness import containment, pairs, rarity
from guatu.domain.reading.lines import Line, LineKind

_REACH = 6
_LEAST = 0.42
_BEFORE_LEAD = 0.45
_BODY_WORTH = 0.5
_LAST_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMatch:
    """The lines that make up an article's headline, and how sure the match is."""

    lines: tuple[int, ...]
    displaced: bool
    score: float


def match_headlines(
    found: Sequence[Draft], lines: Sequence[Line]
) -> tuple[dict[int, HeadlineMatch], tuple[int, ...]]:
    """Give each article its headline, best match first, one to one; return the lines left over.

    A short line scores by how much of it the article's first paragraph (or, at half
    worth, its body) repeats, plus its standing right before the article.
    """
    shorts = [i for i, one in enumerate(lines) if one.kind is LineKind.SHORT]
    firsts = [one.body[0] if one.body else -1 for one in found]
    place_of = {first: article for article, first in enumerate(firsts) if first >= 0}
    leads = [pairs(lines[one.body[0]].words) if one.body else frozenset() for one in found]
    bodies = [pairs("".join(lines[i].words for i in one.body)) for one in found]
    weights = rarity(bodies)
    scored: list[tuple[float, int, int]] = []
    for index in shorts:
        wanted = pairs(lines[index].words)
        after = _lead_after(index, place_of, lines)
        for article in _near(index, found):
            share = max(
                containment(wanted, leads[article], weights),
                _BODY_WORTH * containment(wanted, bodies[article], weights),
            )
            score = share + (_BEFORE_LEAD if after == article else 0.0)
            scored.append((score - 0.004 * abs(index - firsts[article]), index, article))
    taken: dict[int, HeadlineMatch] = {}
    used: set[int] = set()
    for score, index, article in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if article in taken or index in used or score < _LEAST:
            continue
        displaced = index > firsts[article] >= 0 or _lead_after(index, place_of, lines) != article
        taken[article] = HeadlineMatch(lines=(index,), displaced=displaced, score=score)
        used.add(index)
    _give_the_last(taken, used, shorts=shorts, firsts=firsts, bodies=bodies, lines=lines)
    _add_neighbours(taken, used, lines)
    return taken, tuple(index for index in shorts if index not in used)


def _give_the_last(
    taken: dict[int, HeadlineMatch],
    used: set[int],
    *,
    shorts: Sequence[int],
    firsts: Sequence[int],
    bodies: Sequence[frozenset[str]],
    lines: Sequence[Line],
) -> None:
    """Give the one short line that stands inside an article without headline to that article."""
    for article, first in enumerate(firsts):
        if article in taken or first < 0:
            continue
        end = firsts[article + 1] if article + 1 < len(firsts) else len(lines)
        inside = [index for index in shorts if first < index < end and index not in used]
        if len(inside) != 1:
            continue
        wanted = pairs(lines[inside[0]].words)
        share = len(wanted & bodies[article]) / max(1, len(wanted))
        if share >= _LAST_SHARE:
            taken[article] = HeadlineMatch(lines=(inside[0],), displaced=True, score=share)
            used.add(inside[0])


def _lead_after(index: int, place_of: dict[int, int], lines: Sequence[Line]) -> int | None:
    """Return the article that opens after this line with nothing but its own kind between."""
    for place in range(index + 1, min(len(lines), index + _REACH)):
        kind = lines[place].kind
        if kind in (LineKind.FURNITURE, LineKind.GARBLED):
            continue
        if kind is LineKind.SHORT and lines[place].gap <= 1:
            # A further line of the same heading may stand between.
            continue
        return place_of.get(place)
    return None


def _near(index: int, found: Sequence[Draft]) -> range:
    """Return the few articles around a line, so that a long file stays linear."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        first = found[middle].body[0] if found[middle].body else 0
        if first < index:
            low = middle + 1
        else:
            high = middle
    return range(max(0, low - _REACH), min(len(found), low + _REACH))


def _add_neighbours(taken: dict[int, HeadlineMatch], used: set[int], lines: Sequence[Line]) -> None:
    """Add kickers and second lines: short lines left over that touch a headline."""
    for article, match in list(taken.items()):
        chosen = list(match.lines)
        for step in (-1, 1):
            edge = chosen[0] if step < 0 else chosen[-1]
            near = edge + step
            while 0 <= near < len(lines) and lines[near].kind is LineKind.SHORT:
                tight = lines[max(near, near - step)].gap <= 1
                if near in used or not tight:
                    break
                chosen = [near, *chosen] if step < 0 else [*chosen, near]
                used.add(near)
                near += step
        taken[article] = HeadlineMatch(
            lines=tuple(chosen), displaced=match.displaced, score=match.score
        )
