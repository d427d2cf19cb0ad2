"""Articles of a source whose layout is known: a headline and what is read below it.

The layout has put the lines in order and joined the columns, so nothing is matched or moved
by its words; they only tell bylines, leads without a headline, and what belongs to the page.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.bulletins import bulletin_pieces, names_column, without_masthead
from guatu.domain.reading.digests import digest_pieces
from guatu.domain.reading.directives.notices import letter_by_headline
from guatu.domain.reading.directives.spoken_papers import is_spoken_title
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, page_lines
from guatu.domain.reading.marks import LineMark, LineRole
from guatu.domain.reading.one_paper import numbered_head
from guatu.domain.reading.page_parts import parts_beside, with_parts
from guatu.domain.reading.paper_heads import head_below_title, is_series, names_paper
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.short_news import with_short_news
from guatu.domain.reading.site_parts import without_site
from guatu.domain.reading.strand import weave
from guatu.domain.reading.values import Doubt, DoubtKind

_EDGE = 12
_HEAD_ROWS = 6
_LOW_SCORE = 0.8
_LARGER = 1.15
_FURNITURE = (LineRole.FURNITURE, LineRole.CAPTION)


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An article in the making."""

    headline: list[Span] = field(default_factory=list)
    title: str = ""
    byline: list[Span] = field(default_factory=list)
    glued: list[Span] = field(default_factory=list)
    paragraphs: list[list[Span]] = field(default_factory=list)
    aside: list[tuple[Span, DoubtKind]] = field(default_factory=list)
    bodied: bool = False

    def take_rows(self) -> None:
        """Short rows in a size between, below a headline and above all text, are a sub-headline."""
        if self.headline and not self.bodied and not self.byline:
            self.headline += [span for spans in self.paragraphs for span in spans]
            self.paragraphs.clear()


def is_laid_out(marks: Sequence[LineMark]) -> bool:
    """Tell whether marks say enough to part articles by: boxes, or a headline by its style."""
    return any(mark.pieces or mark.role is LineRole.HEADLINE for mark in marks)


def lay_out_marked(plain: str, lexicon: Lexicon, marks: Sequence[LineMark]) -> tuple[Piece, ...]:
    """Return the articles of a marked text in reading order; every character is in one place."""
    lines = without_site(page_lines(plain, lexicon, whole=True), lexicon)
    told = _told(lines, marks)
    reports = bulletin_pieces(told, plain, lexicon)
    if reports is not None:
        return reports
    items = None if any(mark.pieces for mark in marks) else digest_pieces(told, plain)
    if items is not None:
        return items
    below = without_masthead(told, plain)
    away, heads = _of_bulletin(told, below, marks)
    lines = below if away else lines
    beside: frozenset[int] = frozenset()
    if any(mark.pieces for mark in marks):
        lines = with_short_news(lines, plain, lexicon)
        lines, beside = with_parts(lines, lexicon), parts_beside(lines, lexicon)
    drafts = _Drafts(lines=lines, marks=marks, beside=beside, away=away, heads=heads).collect()
    for one in drafts:
        _part_head(one, plain)
    return tuple(_piece(number, one, plain, marks) for number, one in enumerate(drafts, start=1))


def _of_bulletin(
    told: Sequence[Line], below: Sequence[Line], marks: Sequence[LineMark]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return where lines begin that are of a bulletin's masthead or feet, and where short ones in larger type do."""
    away = frozenset(
        one.span.start
        for one, before in zip(below, told, strict=True)
        if one.outside and not before.outside
    )
    # 县长办公会议纪要（第3期） right above its text in a newspaper: the headline of that.
    headlines = {mark.span.start for mark in marks if mark.role is LineRole.HEADLINE}
    away -= {
        one.span.start
        for one, after in pairwise(told)
        if one.span.start in headlines
        and after.span.start not in away | headlines
        and after.kind in (LineKind.BODY, LineKind.LEAD)
    }
    if not away:
        return away, frozenset()
    large = {
        mark.span.start for mark in marks if mark.role is LineRole.UNSURE and mark.size >= _LARGER
    }
    heads = {
        one.span.start
        for one, after in pairwise(below)
        if one.kind is LineKind.SHORT
        and not numbered_head(one.words)
        and (one.span.start in large or (names_column(one) and after.kind is LineKind.BODY))
    }
    columns = {one.span.start for one in below if names_column(one)}
    return away | (columns - heads), frozenset(heads)


def _part_head(draft: _Draft, plain: str) -> None:
    """Set aside what stands between the title of a paper and its text: its number, who issues it and when."""
    if not names_paper(draft.title) and not is_series(draft.title):
        return
    rows = [
        "".join("".join(plain[one.start : one.end].split()) for one in spans)
        for spans in draft.paragraphs[:_HEAD_ROWS]
    ]
    aside, title = head_below_title(draft.title, rows)
    away = [span for number in sorted(aside) for span in draft.paragraphs[number]]
    taken = set(aside)
    if title is not None:
        away += draft.headline
        draft.headline, draft.title = list(draft.paragraphs[title]), rows[title]
        taken.add(title)
    draft.aside += [(span, DoubtKind.PAGE_FURNITURE) for span in away]
    draft.paragraphs = [one for number, one in enumerate(draft.paragraphs) if number not in taken]


def _told(lines: Sequence[Line], marks: Sequence[LineMark]) -> tuple[Line, ...]:
    """Return the lines with those that the layout sets aside as no words of an article."""
    around = [mark.span for mark in marks if mark.role in _FURNITURE]
    return tuple(
        replace(line, kind=LineKind.FURNITURE, outside=True)
        if any(one.start <= line.span.start < one.end for one in around)
        else line
        for line in lines
    )


@dataclass(slots=True, kw_only=True)
class _Drafts:
    """Deals the lines out to articles, one after the other; ``beside`` begin those of advertisements and boxes.

    ``away`` begin lines of a bulletin's masthead and feet, ``heads`` its headlines in type hardly larger.
    """

    lines: Sequence[Line]
    marks: Sequence[LineMark]
    found: list[_Draft] = field(default_factory=list)
    waiting: list[tuple[Span, DoubtKind]] = field(default_factory=list)
    short: Span | None = None
    beside: frozenset[int] = frozenset()
    away: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()

    def collect(self) -> list[_Draft]:
        """Return the drafts; what stands before the first article is put aside in it."""
        starts = [mark.span.start for mark in self.marks]
        last = -1
        for line in self.lines:
            place = bisect_right(starts, line.span.start) - 1
            mark = self.marks[place] if place >= 0 else None
            self._deal(line, mark, goes_on=place == last and place >= 0)
            last = place
        if self.waiting or (not self.found and self.lines):
            self._current().aside[:0] = self.waiting
        return self.found

    def _current(self) -> _Draft:
        if not self.found:
            self.found.append(_Draft())
        return self.found[-1]

    def _open(self) -> _Draft:
        self.found.append(_Draft())
        if self.waiting:
            self.found[-1].aside, self.waiting = self.waiting, []
        return self.found[-1]

    def _deal(self, line: Line, mark: LineMark | None, *, goes_on: bool) -> None:
        role = mark.role if mark is not None else LineRole.UNSURE
        beside = line.span.start in self.beside
        away = line.span.start in self.away
        if role in _FURNITURE or beside or away or self._is_aside(line, role):
            kind = DoubtKind.GARBLED_LINE
            if beside or role in _FURNITURE or line.kind is LineKind.FURNITURE:
                kind = DoubtKind.PAGE_FURNITURE
            (self.found[-1].aside if self.found else self.waiting).append((line.span, kind))
            return
        short, self.short = self.short, None
        heads = line.span.start in self.heads or role is LineRole.HEADLINE
        if (heads and not self._heads_part(line)) or self._goes_on(line, role):
            self._headline(line)
        elif self._gives_speech():
            self._words(line, role, short, goes_on=goes_on)
        elif role is LineRole.BYLINE or (
            line.kind is LineKind.BYLINE and role is not LineRole.BODY
        ):
            self._byline(line)
        elif line.glued:
            self._byline(line)
            self._current().glued.append(line.span)
        else:
            self._words(line, role, short, goes_on=goes_on)

    def _is_aside(self, line: Line, role: LineRole) -> bool:
        if role in (LineRole.SIGNATURE, LineRole.HEADLINE):
            return line.kind is LineKind.GARBLED
        return line.kind in (LineKind.GARBLED, LineKind.FURNITURE)

    def _headline(self, line: Line) -> None:
        draft = self.found[-1] if self.found else None
        if draft is not None:
            draft.take_rows()
        if draft is None or draft.paragraphs or draft.byline:
            draft = self._open()
        draft.headline.append(line.span)
        draft.title += line.words

    def _goes_on(self, line: Line, role: LineRole) -> bool:
        """Tell whether a line below a headline and above the stamp is the headline's too."""
        if not line.stamped or role is not LineRole.UNSURE or not self.found:
            return False
        draft = self.found[-1]
        return bool(draft.headline) and not draft.paragraphs and not draft.byline

    def _heads_part(self, line: Line) -> bool:
        """Tell whether a line in large type is the numbered head of a part of an official paper."""
        if not self.found or not numbered_head(line.words):
            return False
        return letter_by_headline(self.found[-1].title) is not None

    def _gives_speech(self) -> bool:
        """Tell whether a line stands right below the title of a speech, where who gives it is named."""
        draft = self.found[-1] if self.found else None
        return draft is not None and not draft.paragraphs and is_spoken_title(draft.title)

    def _byline(self, line: Line) -> None:
        self._current().byline.append(line.span)

    def _words(self, line: Line, role: LineRole, short: Span | None, *, goes_on: bool) -> None:
        """Add words to the article; a lead below a finished article opens one of its own."""
        draft = self.found[-1] if self.found else None
        if draft is None:
            draft = self._open()
        elif line.kind is LineKind.LEAD:
            draft.take_rows()
            if draft.paragraphs or not draft.headline:
                draft = self._opened_by_lead(draft, short)
        if goes_on and draft.paragraphs and draft.paragraphs[-1][-1].end <= line.span.start:
            draft.paragraphs[-1].append(line.span)
        else:
            draft.paragraphs.append([line.span])
        if role is LineRole.UNSURE and line.kind is LineKind.SHORT:
            self.short = line.span
        else:
            draft.bodied = True

    def _opened_by_lead(self, draft: _Draft, short: Span | None) -> _Draft:
        """Open an article at a lead; the short line right above it is its headline."""
        if short is not None and draft.paragraphs and draft.paragraphs[-1] == [short]:
            draft.paragraphs.pop()
            opened = self._open() if draft.paragraphs or draft.headline else draft
            opened.headline.append(short)
            return opened
        return self._open() if draft.paragraphs else draft


def _piece(number: int, draft: _Draft, plain: str, marks: Sequence[LineMark]) -> Piece:
    doubts = [
        *(_aside_doubt(span, kind) for span, kind in draft.aside),
        *(_doubt(DoubtKind.GLUED_BYLINE, span, "reading.glued_byline") for span in draft.glued),
        *_low_scores(draft, marks),
    ]
    if not draft.headline and draft.paragraphs:
        first = draft.paragraphs[0][0]
        edge = Span(start=first.start, end=min(first.end, first.start + _EDGE))
        doubts.append(_doubt(DoubtKind.MISSING_HEADLINE, edge, "reading.missing_headline"))
    return Piece(
        id=f"a{number}",
        headline=weave(plain, draft.headline) if draft.headline else None,
        headline_spans=tuple(draft.headline),
        headline_score=1.0 if draft.headline else 0.0,
        byline_spans=tuple(draft.byline),
        paragraphs=tuple(weave(plain, one) for one in draft.paragraphs),
        paragraph_spans=tuple(tuple(one) for one in draft.paragraphs),
        doubts=tuple(sorted(doubts, key=lambda one: one.spans[0].start)),
    )


def _doubt(kind: DoubtKind, span: Span, code: str) -> Doubt:
    return Doubt(kind=kind, spans=(span,), code=code)


def _aside_doubt(span: Span, kind: DoubtKind) -> Doubt:
    code = "reading.garbled_line" if kind is DoubtKind.GARBLED_LINE else "reading.page_furniture"
    return _doubt(kind, span, code)


def _low_scores(draft: _Draft, marks: Sequence[LineMark]) -> list[Doubt]:
    """Return a doubt for each seen line of the article that the eye was unsure of."""
    places = [span for one in draft.paragraphs for span in one] + draft.headline
    found: list[Doubt] = []
    for mark in marks:
        inside = any(one.start < mark.span.end and mark.span.start < one.end for one in places)
        for piece in mark.pieces if inside else ():
            if piece.score < _LOW_SCORE and len(piece.span):
                found.append(
                    Doubt(
                        kind=DoubtKind.MISREAD_CHARACTER,
                        spans=(piece.span,),
                        code="reading.low_score",
                        arguments=(("score", round(100 * piece.score)),),
                    )
                )
    return found
