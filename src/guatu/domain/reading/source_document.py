"""What the contract's document says of the source itself, and the way back from there."""

from collections.abc import Mapping
from typing import Any

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.boxes import Box
from guatu.domain.reading.marks import BoxedPiece, LineMark, LineRole, SourceText
from guatu.domain.reading.values import SourceFacts


def source_document(facts: SourceFacts) -> dict[str, Any]:
    """Return the ``source`` of a reading's document; ``text`` and ``lines`` only where it is no plain text."""
    read = facts.read
    return {
        "name": facts.name,
        "sha256": facts.sha256,
        "chars": facts.chars,
        "text": None if read is None else read.text,
        "media_type": facts.media_type,
        "pages": facts.pages,
        "page_sizes": [] if read is None else [list(one) for one in read.page_sizes],
        "lines": [] if read is None else [_line(mark) for mark in read.marks],
        "ledger": read is not None and read.ledger,
    }


def _line(mark: LineMark) -> dict[str, Any]:
    return {
        "span": [mark.span.start, mark.span.end],
        "role": mark.role.value,
        "block": mark.block,
        "size": mark.size,
        "opens": mark.opens,
        "boxes": [
            {
                "span": [piece.span.start, piece.span.end],
                "page": piece.box.page,
                "x0": round(piece.box.x0, 1),
                "y0": round(piece.box.y0, 1),
                "x1": round(piece.box.x1, 1),
                "y1": round(piece.box.y1, 1),
                "score": piece.score,
            }
            for piece in mark.pieces
        ],
    }


def source_text_of(text: str, source: Mapping[str, Any]) -> SourceText:
    """Return the source text of a kept document, so that it is read again without its file."""
    return SourceText(
        text=text,
        media_type=str(source.get("media_type") or "text/plain"),
        pages=int(source.get("pages") or 1),
        marks=tuple(_mark(line) for line in source.get("lines") or ()),
        page_sizes=tuple((one[0], one[1]) for one in source.get("page_sizes") or ()),
        ledger=bool(source.get("ledger")),
    )


def _mark(line: Mapping[str, Any]) -> LineMark:
    return LineMark(
        span=Span(start=line["span"][0], end=line["span"][1]),
        role=LineRole(line["role"]),
        block=line["block"],
        size=line["size"],
        opens=line["opens"],
        pieces=tuple(
            BoxedPiece(
                span=Span(start=box["span"][0], end=box["span"][1]),
                box=Box(page=box["page"], x0=box["x0"], y0=box["y0"], x1=box["x1"], y1=box["y1"]),
                score=box["score"],
            )
            for box in line["boxes"]
        ),
    )
