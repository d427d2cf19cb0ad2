"""RTF: read as DOCX is. Chinese stands in it as bytes of a code page or as numbers of characters.

Paragraphs with the numbers printed before them, tables as rows, text boxes; heads, feet and notes
as furniture; tracked deletions, hidden words, comments and the codes of fields are not read.
Source: Rich Text Format (RTF) Specification 1.9.1.
"""

from collections.abc import Callable, Iterator
from statistics import median

from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.adapters.intake_faults import Taken, fault, text_of_lines
from guatu.adapters.intake_kinds import RTF
from guatu.adapters.rtf_flows import RtfFlow, RtfRowLook, RtfStyle
from guatu.adapters.rtf_places import (
    BOXES,
    DESTINATIONS,
    FLOWS,
    LOOKS,
    RtfPlace,
    RtfState,
    place_of,
)
from guatu.adapters.rtf_signs import (
    GUESSED,
    charset_coding,
    decoded,
    from_number,
    in_figures,
    is_wide,
    language_coding,
    numbered,
    page_coding,
    signs,
)
from guatu.domain.reading.styled import StyledLine

DEEPEST = 10_000
MOST_SIGNS = 6_000_000
_SIGNS = {
    b"tab": " ",
    b"line": " ",
    b"page": " ",
    b"column": " ",
    b"softline": " ",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
_SYMBOLS = {b"{": "{", b"}": "}", b"\\": "\\", b"~": " ", b"_": "-", b"\t": " "}


class _Torn(Exception):
    """The file cannot be read; its argument is the code that says why."""


_Held = tuple[str, RtfFlow, RtfPlace, bool, int]
"""What bytes are for that wait to be decoded: coding, flow, place, whether unseen, size of type."""


def read_rtf(raw: bytes, name: str) -> Taken:
    """Return the text of an RTF file as read, or None with the diagnostic that says why."""
    try:
        lines = tuple(_Rtf(raw).lines())
    except _Torn as torn:
        most = (("most", MOST_CHARACTERS),) if torn.args[0] == "reading.too_long" else ()
        return None, (fault(torn.args[0], name, *most),)
    return text_of_lines(lines, name, media_type=RTF)


class _Rtf:
    """Walks a file from its first brace to its last."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._heads, self._body, self._notes, self._feet = (RtfFlow() for _ in range(4))
        self._state = RtfState(flow=self._body)
        self._open: list[RtfState] = []
        self._coding = GUESSED
        self._language = GUESSED
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, RtfStyle] = {}
        self._naming: list[str] = []
        self._row = RtfRowLook()
        self._skip = 0
        self._length = 0
        self._bytes = bytearray()
        self._held: _Held | None = None

    def lines(self) -> Iterator[StyledLine]:
        """Yield the body between what is printed around it."""
        self._walk()
        yield from self._heads.asides()
        self._body.ended()
        yield from self._body.lines(median(self._body.sizes) if self._body.sizes else 1)
        yield from self._notes.asides()
        yield from self._feet.asides()

    def _walk(self) -> None:
        head = self._raw[:4096]
        wide = any(sign in head for sign in (b"cpg936", b"cpg950", b"fcharset134", b"fcharset136"))
        for count, sign in enumerate(signs(self._raw, wide=wide)):
            run, word, number, figures, symbol, brace, text = sign.groups()
            if run is not None:
                self._run(run)
            elif word is not None:
                self._word(word, number)
            elif text is not None:
                self._text(text)
            elif figures is not None:
                self._text(in_figures(figures))
            elif brace is not None:
                self._brace(brace)
            else:
                self._symbol(symbol)
            if count > MOST_SIGNS:
                raise _Torn("reading.too_long")
        self._flush()
        if self._open:
            raise _Torn("reading.broken_file")

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{":
            if len(self._open) >= DEEPEST:
                raise _Torn("reading.broken_file")
            self._open.append(self._state)
            self._state = self._state.inner()
            return
        if not self._open:
            return
        closed, self._state = self._state, self._open.pop()
        if closed.place is RtfPlace.STYLES:
            self._flush()
            self._name_style(closed)
        if closed.flow is not self._state.flow:
            self._flush()
            closed.flow.end_paragraph(RtfStyle(), to_the_right=False, in_table=closed.in_table)
            if closed.flow not in (self._heads, self._notes, self._feet):
                self._state.flow.hang(closed.flow)

    def _symbol(self, symbol: bytes) -> None:
        if self._skip:
            self._skip -= 1
        elif symbol == b"*":
            self._state.starred = True
        elif symbol in b"\r\n":
            self.end_paragraph()
        elif symbol in _SYMBOLS:
            self._sign(_SYMBOLS[symbol])

    def _word(self, word: bytes, digits: bytes | None) -> None:
        number = None if digits is None else int(digits)
        if self._skip:
            # What an older program shows instead of a numbered character is passed over.
            if word in _SIGNS:
                self._skip -= 1
                return
            self._skip = 0
        if self._state.starred or word in DESTINATIONS:
            self._open_destination(word)
            self._state.starred = False
        if word in _SIGNS:
            self._sign(_SIGNS[word])
            return
        look = LOOKS.get(word)
        if look is not None:
            look(self._state, number)
        elif word in _ACTS:
            _ACTS[word](self, number)

    def _open_destination(self, word: bytes) -> None:
        """Turn to what a group is for, and to the flow that its words belong to."""
        state = self._state
        state.outside, place = (
            state.place if word == b"upr" else state.outside,
            place_of(word, state),
        )
        if place is RtfPlace.READ and (word in FLOWS or word in BOXES):
            flows = {"heads": self._heads, "feet": self._feet, "notes": self._notes}
            state.flow = flows[FLOWS[word]] if word in FLOWS else RtfFlow()
            state.in_table, state.style, state.right = False, 0, None
        state.place = place

    def _text(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        state = self._state
        if not text or state.place in (RtfPlace.SILENT, RtfPlace.HOLDS, RtfPlace.FONTS):
            return
        held = (self._coding_of(state), state.flow, state.place, state.hidden or state.deleted)
        # A character may be split over groups: bytes go on as long as they are for one place.
        if self._held is None or self._held[:4] != held:
            self._flush()
            self._held = (*held, state.size)
        self._bytes += text

    def _run(self, run: bytes) -> None:
        """Take numbered characters that stand together."""
        characters = numbered(run)
        if self._state.skips == 1:
            self._skip = 0
            self._sign("".join(from_number(number) for number, _ in characters))
            return
        for number, instead in characters:
            self.character(number)
            self._text(instead)

    def _coding_of(self, state: RtfState) -> str:
        """Return the coding of bytes: a font's own goes before the document's, a wide one before others."""
        own = self._fonts.get(state.font, GUESSED)
        wide = self._fonts.get(state.wide_font, GUESSED)
        if own:
            return own
        if is_wide(wide) and state.wide:
            return wide
        return self._coding or self._language

    def _flush(self) -> None:
        if self._held is None:
            return
        coding, flow, place, unseen, size = self._held
        self._held = None
        words = decoded(bytes(self._bytes), coding)
        self._bytes.clear()
        self._put(words, flow, place, size, unseen=unseen)

    def _sign(self, words: str) -> None:
        """Take a character that the file names."""
        self._flush()
        state = self._state
        unseen = state.hidden or state.deleted
        self._put(words, state.flow, state.place, state.size, unseen=unseen)

    def _put(self, words: str, flow: RtfFlow, place: RtfPlace, size: int, *, unseen: bool) -> None:
        if place is RtfPlace.STYLES:
            self._naming.append(words)
        elif unseen:
            return
        elif place is RtfPlace.NUMBER:
            flow.number.append(words)
        elif place is RtfPlace.READ:
            flow.add(words, size)
        self._length += len(words)
        if self._length > MOST_CHARACTERS:
            raise _Torn("reading.too_long")

    def _name_style(self, state: RtfState) -> None:
        name = "".join(self._naming).strip()
        if name:
            base = self._styles.get(state.based_on, RtfStyle())
            right = base.to_the_right if state.right is None else state.right
            self._styles[state.style] = RtfStyle(
                name=name.rstrip(";"), size=state.size or base.size, to_the_right=right
            )
        self._naming.clear()

    def _style(self) -> RtfStyle:
        return self._styles.get(self._state.style, RtfStyle())

    def _reads(self) -> bool:
        self._flush()
        return self._state.place is RtfPlace.READ

    def end_paragraph(self, _: int | None = None) -> None:
        """End a paragraph where words are read."""
        if self._reads():
            state, style = self._state, self._style()
            right = style.to_the_right if state.right is None else state.right
            state.flow.end_paragraph(style, to_the_right=right, in_table=state.in_table)

    def end_cell(self, _: int | None = None) -> None:
        """End a cell where words are read."""
        if self._reads():
            self._state.flow.end_cell(self._style())

    def end_row(self, _: int | None = None) -> None:
        """End a row where words are read."""
        if self._reads():
            self._state.flow.end_row(self._row)

    def character(self, number: int | None) -> None:
        """Take a character by its number; what follows for older programs is passed over."""
        self._sign(from_number(number or 0))
        self._skip = self._state.skips

    def font_coding(self, coding: str) -> None:
        """Note the coding of the font that is being described."""
        if self._state.place is RtfPlace.FONTS and coding:
            self._fonts[self._state.font] = coding

    def page(self, number: int | None) -> None:
        """Note the code page of the document."""
        self._coding = page_coding(number or 0)

    def language(self, number: int | None) -> None:
        """Note the language that the document's Chinese would be in."""
        self._language = self._language or language_coding(number or 0)

    def new_row(self, _: int | None) -> None:
        """Begin to say how a row looks."""
        self._row = RtfRowLook()

    def row_left(self, number: int | None) -> None:
        """Note where a row begins."""
        self._row.left = number or 0

    def cell_merged(self, _: int | None) -> None:
        """Note that the next cell belongs to the one above."""
        self._row.next_merged = True

    def cell_edge(self, number: int | None) -> None:
        """Note where a cell ends."""
        self._row.add_edge(number or 0)


_ACTS: dict[bytes, Callable[[_Rtf, int | None], None]] = {
    b"u": _Rtf.character,
    b"ansicpg": _Rtf.page,
    b"mac": lambda rtf, _: rtf.page(10000),
    b"pc": lambda rtf, _: rtf.page(437),
    b"pca": lambda rtf, _: rtf.page(850),
    b"deflangfe": _Rtf.language,
    b"fcharset": lambda rtf, number: rtf.font_coding(charset_coding(number or 0)),
    b"cpg": lambda rtf, number: rtf.font_coding(page_coding(number or 0)),
    b"trowd": _Rtf.new_row,
    b"trleft": _Rtf.row_left,
    b"clvmrg": _Rtf.cell_merged,
    b"cellx": _Rtf.cell_edge,
    b"cell": _Rtf.end_cell,
    b"row": _Rtf.end_row,
    **dict.fromkeys((b"par", b"sect", b"nestcell"), _Rtf.end_paragraph),
}
