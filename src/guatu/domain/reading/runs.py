"""The characters of a line of a page, white space and silent signs left out, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.silent_signs import silent_places
from guatu.domain.reading.wraps import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The characters of one line with their places; ``ends`` is where each ends, silent signs behind it included."""

    words: str
    at: Sequence[int]
    ends: Sequence[int] | None = None

    def spans(self, start: int, end: int, rows: Sequence[Row]) -> tuple[Span, ...]:
        """Return the piece of each row that ``words[start:end]`` covers."""
        first, last = self.at[start], self.at[end - 1] + 1
        if self.ends is not None:
            # Silent signs at the head of the line belong to its first piece.
            first, last = first if start else rows[0].start, self.ends[end - 1]
        pieces = ((max(one.start, first), min(one.end, last)) for one in rows)
        return tuple(Span(start=a, end=b) for a, b in pieces if a < b)


def run_of(rows: Sequence[Row], plain: str) -> Run:
    """Return the characters of some rows in a row; rows of silent signs alone keep them."""
    words: list[str] = []
    at: list[int] = []
    silent = False
    for one in rows:
        raw = plain[one.start : one.end]
        solid = "".join(raw.split())
        unheard = silent_places(raw)
        if unheard:
            silent = True
            kept = [i for i, sign in enumerate(raw) if i not in unheard and not sign.isspace()]
            words += [raw[i] for i in kept]
            at += [one.start + i for i in kept]
            continue
        words.append(solid)
        if len(solid) == len(raw):
            at.extend(range(one.start, one.end))
        else:
            at += [one.start + i for i, sign in enumerate(raw) if not sign.isspace()]
    if not silent:
        return Run(words="".join(words), at=at)
    if not at:
        at = [i for one in rows for i in range(one.start, one.end) if not plain[i].isspace()]
        return Run(words="".join(plain[i] for i in at), at=at)
    return Run(words="".join(words), at=at, ends=_ends(at, rows, plain))


def _ends(at: Sequence[int], rows: Sequence[Row], plain: str) -> tuple[int, ...]:
    """Return where each character ends, with the silent signs that stand between it and the next."""
    ends: list[int] = []
    for place, following in zip(at, (*at[1:], rows[-1].end), strict=True):
        # Rows of one line stand one below the other: what is between them is white space.
        raw = plain[place:following]
        ends.append(place + len(raw.rstrip()))
    return tuple(ends)
