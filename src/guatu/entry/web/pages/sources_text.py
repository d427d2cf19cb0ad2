"""The text of a source cut into pieces, each knowing which proposals and doubts it lies in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from guatu.apps.sources.values import DeskSource, ProposalFacts
from guatu.domain.kernel.diagnostic import Span
from guatu.entry.packs_at_hand import messages, page_language

_HIDDEN = frozenset({"SPLIT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPiece:
    """A run of text; ``proposal`` is the one it quotes, ``first`` marks where its quote begins."""

    text: str
    proposal: ProposalFacts | None
    first: bool
    headline: bool
    doubt: str
    doubt_number: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtLine:
    """A doubt of the reading as a note: what kind, where, and the note in the page's language."""

    number: int
    kind: str
    article: str
    words: str
    note: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """Pieces of one thing over the text."""

    span: Span
    value: Any


def pieces_of(source: DeskSource) -> tuple[TextPiece, ...]:
    """Return the text in order, cut wherever a quote, a headline or a doubt begins or ends."""
    quotes = [
        _Layer(span=span, value=one)
        for one in source.proposals
        if one.state not in _HIDDEN and not (one.state == "MERGED" and not one.directive_id)
        for span in one.spans
    ]
    headlines = [
        _Layer(span=span, value=True)
        for article in _articles(source)
        if article.get("headline")
        for span in _spans(article["headline"]["spans"])
    ]
    doubts = [_Layer(span=span, value=line) for line, spans in _doubts(source) for span in spans]
    cuts = {0, len(source.text)}
    for layer in (*quotes, *headlines, *doubts):
        cuts |= {layer.span.start, layer.span.end}
    seen: set[int] = set()
    noted: set[int] = set()
    found: list[TextPiece] = []
    for start, end in pairwise(sorted(cuts)):
        quote = _at(quotes, start)
        doubt = _at(doubts, start)
        first = quote is not None and quote.id not in seen
        if quote is not None:
            seen.add(quote.id)
        found.append(
            TextPiece(
                text=source.text[start:end],
                proposal=quote,
                first=first,
                headline=_at(headlines, start) is not None,
                doubt=doubt.kind if doubt is not None else "",
                doubt_number=0 if doubt is None or doubt.number in noted else doubt.number,
                start=start,
            )
        )
        if doubt is not None:
            noted.add(doubt.number)
    return tuple(found)


def doubts_of(source: DeskSource) -> tuple[DoubtLine, ...]:
    """Return the doubts of the reading in the order of the page."""
    return tuple(line for line, _ in _doubts(source))


def notes_of(source: DeskSource) -> tuple[tuple[str, str], ...]:
    """Return what is to be known of the source as a whole: severity and words, the gravest first.

    Such as a page, an attachment or a sheet that was not read.
    """
    rank = {"error": 0, "warning": 1}
    told = sorted(source.notes, key=lambda one: rank.get(one["severity"], 2))
    said = ((one["severity"], _note(one)) for one in told)
    return tuple(dict.fromkeys(one for one in said if one[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitPlace:
    """A place at which a proposal may be split: the offset, and the words around it."""

    offset: int
    before: str
    after: str


def split_places(source_text: str, proposal: ProposalFacts) -> tuple[SplitPlace, ...]:
    """Return the places after a comma, stop or semicolon inside the quote."""
    found: list[SplitPlace] = []
    last = proposal.spans[-1].end if proposal.spans else 0
    for span in proposal.spans:
        for place in range(span.start + 1, span.end):
            if not _ends_a_clause(source_text, place) or place >= last:
                continue
            found.append(
                SplitPlace(
                    offset=place,
                    before=source_text[max(span.start, place - 10) : place],
                    after=source_text[place : min(span.end, place + 10)],
                )
            )
    return tuple(found)


def _ends_a_clause(text: str, place: int) -> bool:
    """Tell whether a clause ends before a place; a half-width comma in a number (3,100) ends none."""
    sign = text[place - 1]
    if sign in "，；。、：":
        return True
    return sign in ",;:" and not (text[place - 2].isdigit() and text[place : place + 1].isdigit())


def _at(layers: Sequence[_Layer], place: int) -> Any:
    return next((one.value for one in layers if one.span.start <= place < one.span.end), None)


def _articles(source: DeskSource) -> Sequence[Mapping[str, Any]]:
    articles: Sequence[Mapping[str, Any]] = (source.reading or {}).get("articles", ())
    return articles


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start=pair[0], end=pair[1]) for pair in pairs)


def _note(told: Mapping[str, Any]) -> str:
    """Return the note in the page's language; a reading kept without codes has Chinese words only."""
    try:
        return messages().words(told["code"], dict(told["arguments"]))
    except KeyError:
        # Kept before codes were, or under a code whose words ask for other arguments by now.
        return (told.get("note") or told.get("message") or "") if page_language() == "zh" else ""


def _doubts(source: DeskSource) -> list[tuple[DoubtLine, tuple[Span, ...]]]:
    found: list[tuple[DoubtLine, tuple[Span, ...]]] = []
    listed = [(article, doubt) for article in _articles(source) for doubt in article["doubts"]]
    for number, (article, doubt) in enumerate(listed, start=1):
        spans = _spans(doubt["spans"])
        words = "".join(source.text[span.start : span.end] for span in spans)
        line = DoubtLine(
            number=number,
            kind=doubt["kind"],
            article=article["id"],
            words=words.replace("\n", "")[:60],
            note=_note(doubt),
            owner=doubt.get("owner") or "",
        )
        found.append((line, spans))
    return found
