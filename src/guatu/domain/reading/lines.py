"""The lines of a page and what each of them is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.furniture import is_furniture
from guatu.domain.reading.garble import is_garbled
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import layout_patterns

_LONGEST_HEADLINE = 44
_LONGEST_BYLINE = 24
_ENDS = "。！？；…"
_CLOSERS = "”’）》」』】)"


class LineKind(Enum):
    """What a line is, judged by itself."""

    LEAD = auto()
    BODY = auto()
    SHORT = auto()
    BYLINE = auto()
    FURNITURE = auto()
    GARBLED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stripped line: where it stands, its plain words, and the empty lines before it."""

    span: Span
    words: str
    gap: int
    kind: LineKind = LineKind.BODY
    glued: bool = False
    opens: bool = False


def is_finished(words: str) -> bool:
    """Tell whether a line ends where a sentence or list item ends."""
    bare = words.rstrip(_CLOSERS)
    if not bare:
        return False
    if bare[-1] in _ENDS or bare[-1] == "：":
        return words.count("“") <= words.count("”")
    return False


def _raw_lines(plain: str) -> Iterator[tuple[int, int, int]]:
    offset, gap = 0, 0
    for raw in plain.splitlines(keepends=True):
        solid = raw.strip()
        if solid:
            start = offset + len(raw) - len(raw.lstrip())
            yield start, start + len(solid), gap
            gap = 0
        else:
            gap += 1
        offset += len(raw)


def _split_glued(start: int, end: int, plain: str, lexicon: Lexicon) -> list[tuple[int, int, bool]]:
    """Cut a headline glued before a lead and a byline glued after a full stop off a line."""
    patterns = layout_patterns(lexicon)
    pieces: list[tuple[int, int, bool]] = []
    inner = patterns.inner_lead.search(plain, start, min(end, start + 60))
    if inner and "。" not in plain[start : inner.start()] and inner.start() - start >= 6:
        pieces.append((start, inner.start(), True))
        start = inner.start()
    tail_from = max(start, end - 40)
    tail = patterns.glued_byline.search(plain[tail_from:end])
    if tail and tail_from + tail.start() > start:
        cut = tail_from + tail.start()
        pieces += [(start, cut, False), (cut, end, True)]
    else:
        pieces.append((start, end, False))
    return pieces


def _kind(words: str, lexicon: Lexicon) -> LineKind:
    patterns = layout_patterns(lexicon)
    if is_garbled(words, lexicon):
        return LineKind.GARBLED
    if is_furniture(words, lexicon):
        return LineKind.FURNITURE
    if len(words) <= _LONGEST_BYLINE and patterns.byline.match(words):
        return LineKind.BYLINE
    if patterns.lead.match(words):
        return LineKind.LEAD
    if len(words) > _LONGEST_HEADLINE or is_finished(words) or words[-1] in "，、：；。":
        return LineKind.BODY
    if words.startswith(lexicon.label_starts):
        return LineKind.BODY
    if words[0] in "，、。；：”）" or words.count("，") > 1 or words[-1] in "的和及与或以在":
        return LineKind.BODY
    if "。" in words or "；" in words or patterns.timed_lead.match(words):
        return LineKind.BODY
    opening = patterns.fresh_start.match(words) or patterns.speech_start.match(words)
    if "，" in words and opening:
        return LineKind.BODY
    return LineKind.SHORT


def page_lines(plain: str, lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the lines of a page in order, each with its kind."""
    lines: list[Line] = []
    patterns = layout_patterns(lexicon)
    for start, end, gap in _raw_lines(plain):
        for a, b, glued in _split_glued(start, end, plain, lexicon):
            stripped = plain[a:b].strip()
            if not stripped:
                continue
            first = a + plain[a:b].index(stripped[0])
            words = "".join(stripped.split())
            kind = _kind(words, lexicon)
            if glued and kind is LineKind.BODY:
                kind = LineKind.SHORT
            lines.append(
                Line(
                    span=Span(start=first, end=first + len(stripped)),
                    words=words,
                    gap=gap if a == start else 0,
                    kind=kind,
                    glued=glued and kind is LineKind.BYLINE,
                    opens=bool(patterns.timed_lead.match(words)),
                )
            )
    return tuple(_continued(lines, lexicon))


def _continued(lines: list[Line], lexicon: Lexicon) -> Iterator[Line]:
    """Turn short lines and names that only continue a sentence back into body."""
    patterns = layout_patterns(lexicon)
    before: Line | None = None
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        current = line
        open_body = before is not None and _is_open(before)
        if line.kind is LineKind.SHORT and line.gap == 0 and open_body:
            leads = after is not None and (after.kind is LineKind.LEAD or after.opens)
            if not leads:
                current = replace(line, kind=LineKind.BODY)
        elif line.kind is LineKind.BYLINE and after is not None:
            spoken = after.kind is LineKind.BODY and patterns.speech_start.match(
                line.words + after.words[:40]
            )
            if spoken and not line.words.startswith(("（", "(")) and after.gap <= 1:
                current = replace(line, kind=LineKind.BODY, glued=False)
        yield current
        if current.kind in (LineKind.BODY, LineKind.LEAD):
            before = current
        elif current.kind not in (LineKind.FURNITURE, LineKind.GARBLED):
            before = None


def _is_open(line: Line) -> bool:
    return not is_finished(line.words)
