"""Where the columns were cut: which line continues which, within and across articles."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guatu.domain.reading.articles import Draft
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import pairs
from guatu.domain.reading.lines import Line, LineKind, is_finished
from guatu.domain.reading.patterns import layout_patterns

_LEADING_MARKS = "，、。；：”）！？》"
_REACH = 12
_COPIED = 24
# Two loose ends within reach are evidence in themselves; only a clear misfit is refused.
_LEAST_LIKELY = -0.25
_WRAPPED_LINES = 8
_WRAPPED_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """A place where the end of one line was joined to the start of another across a break."""

    before: int
    after: int


def is_fresh(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a line reads as the start of a paragraph."""
    if line.kind is LineKind.LEAD or line.opens:
        return True
    if line.words[0] in _LEADING_MARKS:
        return False
    if line.words[0] in "“《":
        return True
    patterns = layout_patterns(lexicon)
    return bool(patterns.fresh_start.match(line.words) or patterns.speech_start.match(line.words))


def wrapped_width(lines: Sequence[Line]) -> int | None:
    """Return the width of a page whose lines were broken by hand at one width, else None."""
    body = [one for one in lines if one.kind in (LineKind.BODY, LineKind.LEAD)]
    tight = [one for one in body if one.gap == 0]
    if len(body) < _WRAPPED_LINES or len(tight) < len(body) * _WRAPPED_SHARE:
        return None
    width = max(len(one.words) for one in body)
    full = sum(1 for one in body if len(one.words) >= width - 2)
    return width if full >= len(body) * _WRAPPED_SHARE else None


def _continues(before: Line, after: Line, width: int | None, lexicon: Lexicon) -> bool:
    if after.kind is LineKind.LEAD:
        return False
    if after.words[0] in _LEADING_MARKS:
        return True
    if not is_finished(before.words):
        return True
    if width is not None and after.gap == 0 and len(before.words) >= width - 1:
        return not is_fresh(after, lexicon)
    return False


def paragraphs(
    body: Sequence[int], lines: Sequence[Line], lexicon: Lexicon, *, width: int | None
) -> tuple[tuple[int, ...], ...]:
    """Return the body's lines grouped into paragraphs."""
    grouped: list[list[int]] = []
    for index in body:
        if grouped and _continues(lines[grouped[-1][-1]], lines[index], width, lexicon):
            grouped[-1].append(index)
        else:
            grouped.append([index])
    return tuple(tuple(group) for group in grouped)


def seams(
    grouped: Sequence[Sequence[int]], lines: Sequence[Line], *, width: int | None
) -> tuple[Seam, ...]:
    """Return the joins worth telling: those across an empty line or another text, not mere wraps."""
    return tuple(
        Seam(before=a, after=b)
        for group in grouped
        for a, b in pairwise(group)
        if width is None or b != a + 1 or lines[b].gap > 0
    )


def move_tails(
    found: Sequence[Draft], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[Draft, ...]:
    """Bring the rest of a cut sentence back to its article when it stands in another one.

    An open end is a line whose sentence breaks off before a fresh start or the
    article's end; an orphan is a line that continues a sentence although the line
    before it was finished. The nearest likely orphan is moved to its open end.
    """
    bodies = [list(one.body) for one in found]
    open_ends = _open_ends(bodies, lines, lexicon)
    if not open_ends:
        return tuple(found)
    orphans = _orphans(bodies, lines, lexicon)
    # A line can be both an orphan and an open end, so its article is looked up afresh.
    owner = {index: article for article, body in enumerate(bodies) for index in body}
    for end in open_ends:
        best = _best_orphan(end, orphans, owner, bodies, lines)
        if best is None:
            continue
        orphans.remove(best)
        bodies[owner[best]].remove(best)
        owner[best] = owner[end]
        home = bodies[owner[end]]
        home.insert(home.index(end) + 1, best)
    return tuple(replace(one, body=tuple(body)) for one, body in zip(found, bodies, strict=True))


def _open_ends(
    bodies: Sequence[Sequence[int]], lines: Sequence[Line], lexicon: Lexicon
) -> list[int]:
    ends: list[int] = []
    for body in bodies:
        for place, index in enumerate(body):
            following = body[place + 1] if place + 1 < len(body) else None
            if is_finished(lines[index].words):
                continue
            if following is None or is_fresh(lines[following], lexicon):
                ends.append(index)
    return ends


def _orphans(bodies: Sequence[Sequence[int]], lines: Sequence[Line], lexicon: Lexicon) -> list[int]:
    found: list[int] = []
    for body in bodies:
        for place, index in enumerate(body):
            if place == 0:
                continue
            closed = is_finished(lines[body[place - 1]].words)
            if closed and not is_fresh(lines[index], lexicon):
                found.append(index)
    return sorted(found)


def _best_orphan(
    end: int,
    orphans: Sequence[int],
    owner: Mapping[int, int],
    bodies: Sequence[Sequence[int]],
    lines: Sequence[Line],
) -> int | None:
    low, high = bisect_left(orphans, end - _REACH), bisect_right(orphans, end + _REACH)
    near = [one for one in orphans[low:high] if one != end]
    if not near:
        return None
    own = pairs(_around(bodies[owner[end]], end, lines))

    def score(index: int) -> float:
        piece = pairs(lines[index].words)
        rest = pairs(_around(bodies[owner[index]], index, lines, without=index))
        likeness = len(piece & own) / max(1, len(piece))
        elsewhere = 0.0
        if owner[index] != owner[end] and not _printed_twice(index, bodies[owner[index]], lines):
            elsewhere = len(piece & rest) / max(1, len(piece))
        lead = 0.3 if lines[index].words[0] in _LEADING_MARKS else 0.0
        crossing = lines[end].words[-1] + lines[index].words[0]
        word = 0.2 if crossing in own else 0.0
        after = 0.1 if index > end else 0.0
        return likeness - 0.6 * elsewhere + lead + word + after - 0.02 * abs(index - end)

    best = max(near, key=score)
    return best if score(best) > _LEAST_LIKELY else None


def _printed_twice(index: int, body: Sequence[int], lines: Sequence[Line]) -> bool:
    """Tell whether a line's words also stand in another line of its article.

    Such a line is a copy, and its likeness to the article says nothing of where it belongs.
    """
    words = lines[index].words[:_COPIED]
    return len(words) == _COPIED and any(words in lines[i].words for i in body if i != index)


def _around(
    body: Sequence[int], index: int, lines: Sequence[Line], *, without: int | None = None
) -> str:
    """Return the words of an article near a line; the whole of any ordinary article."""
    place = bisect_left(body, index)
    near = body[max(0, place - 2 * _REACH) : place + 2 * _REACH]
    return "".join(lines[i].words for i in near if i != without)
