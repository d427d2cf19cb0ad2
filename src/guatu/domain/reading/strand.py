"""Text put together from pieces of a source, with the way back to every character.

Rules read the ``plain`` form (no white space, full-width marks, half-width digits);
``spans`` leads from there to the exact pieces of the source.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.silent_signs import silent_places

_WIDE = str.maketrans(",;:?!()%０１２３４５６７８９", "，；：？！（）％0123456789")
_DIGIT_MARK = re.compile(r"(?<=[0-9])[，：](?=[0-9])")
_FULL_STOP = re.compile(r"(?<=[\u3400-\u9fff”’）])\.(?![0-9A-Za-z.])")
_OTHER_FORMS = re.compile(f"[{re.escape(''.join(map(chr, _WIDE)))}.]")
_WIDEST_BREAK = 64
_HAN = re.compile("[\u3400-\u9fff]")
# A page is in traditional script where so many of its signs are, these ones not among them: names keep them.
_TRADITIONAL, _LEAST_TRADITIONAL = 0.08, 4
_OF_NAMES = frozenset(map(ord, "樑甦昇陞氾祕脩剋鍾峯羣旂琱壎寀嶽巖榦朮桿眞絃誌釐霑儁慤勛勳沖淩"))


def plain_form(text: str, simplified: Mapping[int, int] | None = None) -> str:
    """Return the text with marks and digits in one form; every character keeps its place.

    ``simplified`` gives the simple form of traditional characters; none of these forms has another. They are
    turned where the page is in traditional script alone: on others they stand in names (谌国樑, 王昇) and are right.
    """
    if not simplified and _OTHER_FORMS.search(text) is None:
        return text
    # Few signs of a text have another form: to put each in its place is faster than to look all up.
    signs = set(map(ord, set(text)))
    simple = simplified if simplified and _is_traditional(text, simplified.keys() & signs) else {}
    wide = text
    for code in (_WIDE.keys() & signs) | (simple.keys() & signs):
        wide = wide.replace(chr(code), chr(_WIDE.get(code) or simple[code]))
    if "," in text or ":" in text:
        wide = _DIGIT_MARK.sub(lambda found: text[found.start()], wide)
    return _FULL_STOP.sub("。", wide) if "." in wide else wide


def _is_traditional(text: str, signs: AbstractSet[int]) -> bool:
    """Tell whether a page is in traditional script by how many of its signs are; ``signs`` are those it holds."""
    telling = signs - _OF_NAMES
    if len(telling) < _LEAST_TRADITIONAL:
        return False
    held = sum(text.count(chr(one)) for one in telling)
    return held >= _TRADITIONAL * len(_HAN.findall(text))


# In Blue Sky the space is part of the name.
_WESTERN = re.compile("[A-Za-z] +[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Joined pieces: ``at[i]`` is the source offset of ``plain[i]``; ``cuts`` begin later pieces.

    ``broken`` are the cuts with more than white space between, or with the later piece
    standing earlier on the page.
    """

    plain: str
    at: Sequence[int]
    cuts: tuple[int, ...] = ()
    broken: tuple[int, ...] = ()

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the source pieces of ``plain[start:end]``, in reading order."""
        if end <= start:
            return ()
        first, last = bisect_right(self.cuts, start), bisect_left(self.cuts, end)
        if first == last:
            return (Span(start=self.at[start], end=self.at[end - 1] + 1),)
        edges = [start, *self.cuts[first:last], end]
        return tuple(Span(start=self.at[a], end=self.at[b - 1] + 1) for a, b in pairwise(edges))

    def cover(self, start: int, end: int) -> Span:
        """Return one span for a short phrase, which must not be empty.

        A phrase cut by nothing but white space is covered whole; of one cut by other
        text the first piece is given.
        """
        if bisect_right(self.broken, start) >= bisect_left(self.broken, end):
            return Span(start=self.at[start], end=self.at[end - 1] + 1)
        return self.spans(start, end)[0]

    def named(self, source: str, start: int, end: int) -> str:
        """Return the name that stands there as printed, without what a program set between its signs (县 住 建 局)."""
        words = self.sliced(source, start, end)
        return words if _WESTERN.search(words) else "".join(words.split())

    def sliced(self, source: str, start: int, end: int) -> str:
        """Return the source's own characters of ``plain[start:end]``, pieces joined."""
        if start < end and bisect_right(self.cuts, start) == bisect_left(self.cuts, end):
            # Most phrases lie in one piece.
            return source[self.at[start] : self.at[end - 1] + 1]
        return "".join(source[one.start : one.end] for one in self.spans(start, end))


def weave(plain_source: str, pieces: Sequence[Span]) -> Strand:
    """Join pieces of a source (already in plain form) into one strand."""
    words: list[str] = []
    at: list[int] = []
    cuts: list[int] = []
    broken: list[int] = []
    for piece in pieces:
        raw = plain_source[piece.start : piece.end]
        solid = "".join(raw.split())
        unheard = silent_places(raw)
        if unheard and len(unheard) < len(solid):
            kept = [i for i, sign in enumerate(raw) if i not in unheard and not sign.isspace()]
            solid = "".join(raw[i] for i in kept)
        else:
            kept = []
        if not solid:
            continue
        if at:
            cuts.append(len(at))
            gap = plain_source[at[-1] + 1 : min(piece.start, at[-1] + _WIDEST_BREAK)]
            if not at[-1] < piece.start <= at[-1] + _WIDEST_BREAK or gap.strip():
                broken.append(len(at))
        words.append(solid)
        if kept:
            at += [piece.start + i for i in kept]
        elif len(solid) == len(raw):
            at.extend(range(piece.start, piece.end))
        else:
            at += [piece.start + i for i, sign in enumerate(raw) if not sign.isspace()]
    return Strand(plain="".join(words), at=at, cuts=tuple(cuts), broken=tuple(broken))
