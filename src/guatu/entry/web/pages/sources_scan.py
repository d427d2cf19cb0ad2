"""Pages of a scan or PDF with the quotes of proposals boxed on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guatu.apps.sources.values import DeskSource, ProposalFacts
from guatu.domain.kernel.diagnostic import Span

_HIDDEN = frozenset({"SPLIT"})
# Lines that recognition itself was less sure of than this are shaded for a second look.
_UNSURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBox:
    """A rectangle on a page, in the page's own measure; ``proposal`` None marks an unsure line.

    ``first`` is the box at which a proposal's quote begins.
    """

    x: float
    y: float
    width: float
    height: float
    proposal: ProposalFacts | None = None
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanPage:
    """One page: its number, its size in the measure of its boxes, what is boxed on it."""

    number: int
    width: float
    height: float
    boxes: tuple[PageBox, ...]


def has_pictures(source: DeskSource) -> bool:
    """Tell whether the source's pages can be shown as pictures with boxes."""
    return bool(_facts(source).get("page_sizes"))


def scan_pages(source: DeskSource) -> tuple[ScanPage, ...]:
    """Return the pages in order with the boxes of every quote; none for a source without boxes."""
    facts = _facts(source)
    pieces = [box for line in facts.get("lines", ()) for box in line["boxes"]]
    boxes: dict[int, list[PageBox]] = {}
    for piece in pieces:
        if piece["score"] < _UNSURE:
            boxes.setdefault(piece["page"], []).append(_box(piece, 0.0, 1.0))
    for one in source.proposals:
        if one.state in _HIDDEN or (one.state == "MERGED" and not one.directive_id):
            continue
        for place, (page, left, right, piece) in enumerate(_parts(one.spans, pieces)):
            box = _box(piece, left, right, proposal=one, first=place == 0)
            boxes.setdefault(page, []).append(box)
    return tuple(
        ScanPage(number=number, width=size[0], height=size[1], boxes=tuple(boxes.get(number, ())))
        for number, size in enumerate(facts.get("page_sizes", ()), start=1)
    )


def _facts(source: DeskSource) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = (source.reading or {}).get("source") or {}
    return facts


def _parts(
    spans: Iterable[Span], pieces: Sequence[Mapping[str, Any]]
) -> Iterable[tuple[int, float, float, Mapping[str, Any]]]:
    """Yield page, left and right share of each printed piece that a quote covers, in its order."""
    for span in spans:
        for piece in pieces:
            start, end = piece["span"]
            first, last = max(start, span.start), min(end, span.end)
            if first < last:
                length = end - start
                yield piece["page"], (first - start) / length, (last - start) / length, piece


def _box(
    piece: Mapping[str, Any],
    left: float,
    right: float,
    *,
    proposal: ProposalFacts | None = None,
    first: bool = False,
) -> PageBox:
    """Return the box of a part of a line; characters of one line are taken as equally wide."""
    width = piece["x1"] - piece["x0"]
    return PageBox(
        x=round(piece["x0"] + left * width, 1),
        y=piece["y0"],
        width=round((right - left) * width, 1),
        height=round(piece["y1"] - piece["y0"], 1),
        proposal=proposal,
        first=first,
    )
