"""From lines with boxes to the text as read: reading order, headlines, paragraphs joined.

A line of the text is a paragraph, a headline or a piece of furniture; its mark says which,
and where on the page each of its pieces stands. Words are never changed; a blank is put
between two words of Latin letters that a line end parted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.boxes import BoxedLine, BoxedPage, body_size
from guatu.domain.reading.furniture import is_bare_date
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.letterhead import is_letterhead
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marks import BoxedPiece, LineMark, LineRole, SourceText
from guatu.domain.reading.row_breaks import is_finished
from guatu.domain.reading.ruled_tables import RuledTable, ruled_tables
from guatu.domain.reading.running_heads import running_lines
from guatu.domain.reading.signing import signed_role
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.xy_cut import HEADING, Block, cut_page

_INDENT = 1.1
_WIDEST_INDENT = 3.5
_KICKER = 1.2
_ALIKE = 1.2
_UNFILLED = 1.5
_WIDE_LEADING = 1.5
_WORD_GAP = 0.8
_LONGEST_HEADLINE = 70
_SMALL = 0.93
_HEAD_LINES = 16
_SET_RIGHT = 5.0
_TOLD = 2
_TELLING = 8
_LARGE = 1.45
_ITEM = re.compile(
    r"\d{1,3}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳]"
)
# 报：县委常委, 抄送：市水利局: who gets a paper or a bulletin, a row for each sort.
_SENT_TO = re.compile(r"(?:[主抄分呈]?[报送发]送?|抄报)[：:]")
_HALF_WAY = 0.6
_TABLE = "▦"
_INDENTED_SHARE = 0.04

Row = tuple[BoxedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A row with what its column says of it; ``reach`` is how far across the column it ends."""

    row: Row
    block: int
    indent: float
    filled: bool
    wide_above: bool
    reach: float = 1.0

    @property
    def size(self) -> float:
        return max(one.size for one in self.row)


def lay_pages(pages: Sequence[BoxedPage], lexicon: Lexicon, *, media_type: str) -> SourceText:
    """Return the text of the pages in reading order, with a mark for each of its lines."""
    body = body_size(tuple(one for page in pages for one in page.lines))
    tables = [_tables_of(page) for page in pages]
    # A row of a table at the foot of a page is no foot, whatever it says.
    in_tables = {id(line) for found in tables for one in found for line in one.lines}
    untabled = [
        replace(page, lines=tuple(one for one in page.lines if id(one) not in in_tables))
        for page in pages
    ]
    running = running_lines(untabled, lexicon, body=body)
    writer = _Writer(body=body, lexicon=lexicon)
    block = 0
    for page, found in zip(pages, tables, strict=True):
        for one in sorted(page.lines, key=lambda line: (line.box.y0, line.box.x0)):
            if id(one) in running:
                writer.asides.append((LineRole.FURNITURE, [(one,)]))
        writer.stand_for(found)
        set_apart = running | in_tables
        free = [one for one in page.lines if id(one) not in set_apart]
        blocks = cut_page([*free, *writer.standing], body=body)
        placed = _placed(blocks, body, first=block)
        writer.indented = writer.indented or _uses_indents(placed)
        writer.page(placed)
        block += len(blocks)
    writer.close()
    return SourceText(
        text="".join(writer.parts),
        media_type=media_type,
        pages=max(1, len(pages)),
        marks=tuple(writer.marks),
        page_sizes=tuple((page.width, page.height) for page in pages),
        heads=tuple(_head(page) for page in pages),
    )


def _tables_of(page: BoxedPage) -> tuple[RuledTable, ...]:
    return ruled_tables(page.rulings, page.lines, page.number) if page.rulings else ()


def _head(page: BoxedPage) -> str:
    upper = sorted(page.lines, key=lambda one: (one.box.y0, one.box.x0))[:_HEAD_LINES]
    return "\n".join(one.words for one in upper)


def _uses_indents(placed: Sequence[_Placed]) -> bool:
    indented = sum(1 for one in placed if _INDENT <= one.indent <= _WIDEST_INDENT)
    return indented >= max(1, len(placed) * _INDENTED_SHARE)


def _placed(blocks: Sequence[Block], body: float, *, first: int) -> list[_Placed]:
    """Measure each row against the column it stands in."""
    edges = _column_edges(blocks, body)
    placed: list[_Placed] = []
    for number, block in enumerate(blocks):
        left, right = edges[number]
        steps = [b[0].box.y0 - a[0].box.y0 for a, b in pairwise(block.rows)]
        leading = median(steps) if steps else 0.0
        for place, row in enumerate(block.rows):
            placed.append(
                _Placed(
                    row=row,
                    block=first + number,
                    indent=(row[0].box.x0 - left) / body,
                    filled=row[-1].box.x1 > right - _UNFILLED * body,
                    wide_above=place > 0 and steps[place - 1] > _WIDE_LEADING * leading,
                    reach=(row[-1].box.x1 - left) / max(right - left, body),
                )
            )
    return placed


def _column_edges(blocks: Sequence[Block], body: float) -> list[tuple[float, float]]:
    """Return the left and right edge of each block's column; a short block borrows a long one's."""
    long = [(one.left, one.right) for one in blocks if len(one.rows) >= 3]
    edges: list[tuple[float, float]] = []
    for block in blocks:
        left, right = block.left, block.right
        if len(block.rows) < 3:
            around = [(a, b) for a, b in long if a - body <= left and right <= b + body]
            if around:
                # The narrowest column that holds it, not a headline's width of several.
                near = min(around, key=lambda edge: edge[1] - edge[0])
                left, right = min(near[0], left), max(near[1], right)
        edges.append((left, right))
    return edges


@dataclass(slots=True, kw_only=True)
class _Writer:
    """Builds the text: the paragraph being read, what waits beside it, and what is written."""

    body: float
    lexicon: Lexicon
    indented: bool = False
    parts: list[str] = field(default_factory=list)
    marks: list[LineMark] = field(default_factory=list)
    asides: list[tuple[LineRole, list[Row]]] = field(default_factory=list)
    current: list[_Placed] = field(default_factory=list)
    length: int = 0
    after_headline: bool = False
    tables: dict[int, RuledTable] = field(default_factory=dict)
    standing: list[BoxedLine] = field(default_factory=list)

    def stand_for(self, tables: Sequence[RuledTable]) -> None:
        """Let a line stand in the place of each table of a page while its columns are found."""
        self.standing = [BoxedLine(words=_TABLE, box=one.box, size=self.body) for one in tables]
        self.tables = {id(line): one for line, one in zip(self.standing, tables, strict=True)}

    def page(self, placed: Sequence[_Placed]) -> None:
        """Take the rows of a page in; the last paragraph stays open for the next page."""
        place = 0
        while place < len(placed):
            if self._takes_table(placed[place]):
                place += 1
                continue
            if self._is_letterhead(placed[place]):
                self.asides.append((LineRole.FURNITURE, [placed[place].row]))
                place += 1
                continue
            end = self._headline_end(placed, place)
            if end > place:
                self._headline(placed[place:end])
                place = end
                continue
            caption = self._caption_end(placed, place)
            if caption > place:
                self.asides.append((LineRole.CAPTION, [one.row for one in placed[place:caption]]))
                place = caption
                continue
            self._row(placed[place])
            place += 1

    def _takes_table(self, one: _Placed) -> bool:
        """Write the table that a row stands for, a line of the text a row; tell whether it does."""
        found = [self.tables[id(line)] for line in one.row if id(line) in self.tables]
        if not found:
            return False
        self._flush()
        beside = tuple(line for line in one.row if id(line) not in self.tables)
        if beside:
            self._write(LineRole.UNSURE, [beside], one.block)
        for table in found:
            for row in table.rows:
                self._write(LineRole.BODY, row.cells, one.block, covered=row.covered)
        return True

    def close(self) -> None:
        """Write what is still open."""
        self._flush()

    def _is_letterhead(self, one: _Placed) -> bool:
        """Tell whether a row stands in an official document's head; in print a number may be headline."""
        words = _words(one.row)
        begun = any(mark.role is LineRole.BODY for mark in self.marks)
        small = one.size <= HEADING * self.body or words.rstrip().endswith("件")
        return not begun and small and is_letterhead(words)

    def _headline_end(self, placed: Sequence[_Placed], place: int) -> int:
        """Return where the headline lines that begin here end; ``place`` itself for none."""
        end = place
        while (
            end < len(placed) and self._heads(placed[end]) and not self._is_letterhead(placed[end])
        ):
            end += 1
        rows = placed[place:end]
        # The box of a lone character, as seen, may be as high as it likes: it is no headline.
        if not any(
            one.size > HEADING * self.body and len(_words(one.row).strip()) > 1 for one in rows
        ):
            return place
        return end if sum(len(_words(one.row)) for one in rows) <= _LONGEST_HEADLINE * 2 else place

    def _heads(self, one: _Placed) -> bool:
        words = plain_form(_words(one.row))
        if one.size > _LARGE * self.body:
            # A speck behind a headline is seen as a mark.
            words = words.rstrip("：，、·")
        short = len(words) <= _LONGEST_HEADLINE and not is_finished(words)
        return short and one.size > _KICKER * self.body

    def _headline(self, rows: Sequence[_Placed]) -> None:
        self._flush()
        group: list[_Placed] = []
        for one in rows:
            if group and not _alike(group[-1].size, one.size):
                self._write(LineRole.HEADLINE, [each.row for each in group], group[0].block)
                group = []
            group.append(one)
        self._write(LineRole.HEADLINE, [each.row for each in group], group[0].block)
        self.after_headline = True

    def _caption_end(self, placed: Sequence[_Placed], place: int) -> int:
        """A block that opens as captions do is one as far as its type stays as small."""
        words = "".join(_words(placed[place].row).split())
        first = place == 0 or placed[place - 1].block != placed[place].block
        if not first or not words.startswith(self.lexicon.caption_starts):
            return place
        end = place + 1
        while (
            end < len(placed)
            and placed[end].block == placed[place].block
            and (placed[end].size < _SMALL * self.body or placed[end].indent < _INDENT)
        ):
            end += 1
        return end

    def _row(self, one: _Placed) -> None:
        if self.current and self._starts(one):
            self._flush()
        self.current.append(one)

    def _starts(self, one: _Placed) -> bool:
        before = self.current[-1]
        if one.indent >= _INDENT:
            return True
        # The size of a few characters is a guess where they were seen, not written.
        written = all(each.score == 1.0 for each in (*before.row, *one.row))
        least = _TOLD if written else _TELLING
        if len(_words(one.row)) >= least and not _alike(before.size, one.size):
            return True
        if is_bare_date(plain_form("".join(_words(before.row).split()))):
            return True
        if _SENT_TO.match(_words(one.row)):
            return True
        finished = is_finished(plain_form(_words(before.row)))
        if before.block == one.block and one.wide_above:
            return True
        if finished and _ITEM.match(_words(one.row)):
            return True
        if before.filled:
            return False
        if before.reach < _HALF_WAY:
            return True
        return finished or not self.indented

    def _flush(self) -> None:
        if self.current:
            rows, self.current = self.current, []
            self._write(_role(rows, self.lexicon), [one.row for one in rows], rows[0].block)
        asides, self.asides = self.asides, []
        for role, aside in asides:
            self._write(role, aside, self.marks[-1].block if self.marks else 0)

    def _write(
        self,
        role: LineRole,
        rows: Sequence[Row],
        block: int,
        *,
        covered: frozenset[int] | None = None,
    ) -> None:
        """Write rows as one line of the text.

        With ``covered`` they are cells: a tab parts each from the next, and those numbered so say
        *ditto* of the cell above.
        """
        lines = [one for row in rows for one in row]
        headline = role is LineRole.HEADLINE
        if self.parts:
            follows = self.marks[-1].role is LineRole.HEADLINE
            self._put("\n\n" if headline and not follows else "\n")
        start = self.length
        pieces: list[BoxedPiece] = []
        for number, row in enumerate((lines,) if covered is None else rows):
            self._put("\t" if number else "")
            pieces += self._pieces(row)
            self._put(DITTO if covered and number in covered and not row else "")
        opens = self.after_headline and role in (LineRole.BODY, LineRole.UNSURE)
        if opens or headline:
            self.after_headline = False
        self.marks.append(
            LineMark(
                span=Span(start=start, end=self.length),
                role=role,
                block=block,
                size=round(max(one.size for one in lines) / self.body, 2),
                opens=opens,
                pieces=tuple(pieces),
            )
        )

    def _pieces(self, lines: Sequence[BoxedLine]) -> Iterator[BoxedPiece]:
        """Write lines that run on, and yield the place of each."""
        before: BoxedLine | None = None
        for one in lines:
            if before is not None:
                self._put(_glue(before, one))
            begin = self.length
            self._put(one.words.strip())
            span = Span(start=begin, end=self.length)
            yield BoxedPiece(span=span, box=one.on_picture, score=one.score)
            before = one

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def _role(rows: Sequence[_Placed], lexicon: Lexicon) -> LineRole:
    """Return what a paragraph is; a single line set to the right is signed with a name or a date."""
    words = "".join(_words(rows[-1].row).split())
    if len(rows) > 1 or is_finished(plain_form(words)):
        return LineRole.BODY
    if rows[0].indent < _SET_RIGHT:
        return LineRole.UNSURE
    if any(word in words for word in lexicon.reporter_words):
        return LineRole.BYLINE
    return signed_role(words)


def _words(row: Row) -> str:
    return "".join(one.words for one in row)


def _alike(size: float, other: float) -> bool:
    return max(size, other) < _ALIKE * min(size, other)


def _glue(before: BoxedLine, after: BoxedLine) -> str:
    """Return what stands between two pieces: a blank where the page shows one, else nothing."""
    left, right = before.words.rstrip()[-1:], after.words.lstrip()[:1]
    same_row = before.box.y0 < (after.box.y0 + after.box.y1) / 2 < before.box.y1
    if same_row and after.box.x0 - before.box.x1 > _WORD_GAP * after.size:
        return " "
    latin = left.isascii() and right.isascii() and left.isalpha() and right.isalpha()
    return " " if latin else ""
