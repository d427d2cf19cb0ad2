"""The text of a mail put together line by line, each line with its mark."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.ledger_grid import grid_row
from guatu.domain.reading.mail_heads import MailHead, MailPart, mail_heads, quote_sign
from guatu.domain.reading.marks import LineMark, LineRole, SourceText

_SHORT = 60
_LONGEST_SIGNATURE = 30
_SIGNED = re.compile(r"[〇○零一二三四五六七八九\d]{4}年.{1,3}月.{1,3}日")
_HEAD_LINES = 40


class MailWriter:
    """Writes a mail's subject and heads, its words, and the words of what is attached."""

    def __init__(self, *, subject: str) -> None:
        self._parts: list[str] = []
        self._marks: list[LineMark] = []
        self._length = 0
        self._pages = 0
        self._blocks = 0
        self._below_headline = False
        self._heads: list[str] = []
        self._names: list[str] = []
        self._day: int | None = None
        self._signed = False
        self._own_end: int | None = None
        self.holds_words = bool(subject)
        if subject:
            self._line(subject, LineRole.HEADLINE, size=2.0)

    def heads(self, heads: Sequence[tuple[str, str]], *, day: str) -> None:
        """Write who sends to whom, and when."""
        for label, words in (*heads, ("日期", day)):
            if words:
                self._line(f"{label}：{words}", LineRole.FURNITURE)
        self._day = len(self._marks) - 1 if _SIGNED.search(day) else None

    def plain(self, text: str) -> None:
        """Write a text of lines that no layout marks."""
        rows = text.splitlines()
        heads = mail_heads(rows)
        waiting: list[str] = []
        for number, row in enumerate(rows):
            words = row[quote_sign(row) :].strip() if heads else row.strip()
            if not words:
                continue
            self.holds_words = True
            if number in heads:
                waiting += self._head(row, heads[number])
                continue
            self._sent(waiting)
            waiting = []
            self._line(words, _role(words))
        self._sent(waiting)

    def _sent(self, days: Sequence[str]) -> None:
        """Write when a quoted mail was sent, below its subject; at the end where nothing stands below."""
        for day in days:
            self._line(day, LineRole.SIGNATURE)

    def _head(self, row: str, head: MailHead) -> list[str]:
        """Write a head of a mail that is quoted; return when it was sent, which stands below its subject."""
        sign = quote_sign(row)
        if head.part is MailPart.SUBJECT:
            self._own_end = self._own_end or len(self._marks)
            self._line(row[sign : head.value].strip(), LineRole.FURNITURE)
            self._line(row[head.value :].strip(), LineRole.HEADLINE, size=1.5)
        elif head.part is MailPart.DAY:
            return [row[sign:].strip()]
        else:
            self._own_end = self._own_end or len(self._marks)
            self._line(row[sign:].strip(), LineRole.FURNITURE)
        return []

    def own(self, source: SourceText) -> None:
        """Write the mail's own page: nothing that stands on it is about another."""
        marks = tuple(
            replace(one, role=_role(source.text[one.span.start : one.span.end]))
            if one.role is LineRole.FURNITURE
            else one
            for one in source.marks
        )
        self.add(replace(source, marks=marks))

    def words_end(self) -> None:
        """Note that the mail's own words are written: whether they say when they were signed."""
        text = "".join(self._parts)
        marks = self._marks[(self._day or 0) + 1 : self._own_end]
        own = (text[one.span.start : one.span.end] for one in marks)
        self._signed = any(len(one) <= _LONGEST_SIGNATURE and _SIGNED.search(one) for one in own)

    def add(self, source: SourceText) -> None:
        """Write a text with its marks; one without any is written line by line."""
        self.holds_words = True
        block = self._blocks + 1
        for mark in source.marks:
            words = source.text[mark.span.start : mark.span.end]
            if not words.strip():
                continue
            self._line(words, mark.role, size=mark.size, opens=mark.opens, block=block + mark.block)
            self._take_pieces(mark)
        if not source.marks:
            self.plain(source.text)
        self._pages += source.pages

    def file(self, name: str, source: SourceText) -> None:
        """Write an attached file below its name."""
        self._heads += source.heads or ("\n".join(source.text.splitlines()[:_HEAD_LINES]),)
        self._names += (name, *source.names)
        self._line(f"附件：{name}", LineRole.FURNITURE)
        if source.ledger:
            self._ledger(name, source)
        else:
            self.add(source)

    def unread(self, name: str) -> None:
        """Write the name of an attached file that is not read."""
        self._names.append(name)
        self._line(f"附件（未读）：{name}", LineRole.FURNITURE)

    def source(self, *, media_type: str) -> SourceText:
        """Return the whole; a subject above a headline of its own is one of the heads."""
        first = next((one for one in self._marks[1:] if one.role is not LineRole.FURNITURE), None)
        if first is not None and first.role is LineRole.HEADLINE:
            self._marks[0] = replace(self._marks[0], role=LineRole.FURNITURE, size=1.0)
        elif first is not None and self._day is not None and not self._signed:
            # What the mail itself does not date is dated by the day it was sent on.
            self._marks[self._day] = replace(self._marks[self._day], role=LineRole.SIGNATURE)
        return SourceText(
            text="".join(self._parts),
            media_type=media_type,
            pages=max(1, self._pages),
            marks=tuple(self._marks),
            heads=tuple(self._heads),
            names=tuple(self._names),
        )

    def _ledger(self, name: str, source: SourceText) -> None:
        """Write the tables of a ledger, each below its title or else below the file's name."""
        self.holds_words = True
        title = PurePosixPath(name).stem
        for number, sheet in enumerate(source.text.split("\n\n")):
            lines = sheet.split("\n")
            titled = len(grid_row(lines[0], 0)) == 1
            if not titled:
                self._line(f"{title}（{number + 1}）" if number else title, LineRole.HEADLINE)
            for place, line in enumerate(lines):
                headline = titled and place == 0
                self._line(line, LineRole.HEADLINE if headline else LineRole.BODY)
        self._pages += source.pages

    def _line(
        self, words: str, role: LineRole, *, size: float = 1.0, opens: bool = False, block: int = 0
    ) -> None:
        headline = role is LineRole.HEADLINE
        if self._parts:
            follows = self._marks[-1].role is LineRole.HEADLINE
            joint = "\n\n" if headline and not follows else "\n"
            self._parts.append(joint)
            self._length += len(joint)
        opens = opens or (self._below_headline and role in (LineRole.BODY, LineRole.UNSURE))
        self._below_headline = headline or (self._below_headline and not opens)
        self._blocks = max(self._blocks, block)
        span = Span(start=self._length, end=self._length + len(words))
        mark = LineMark(span=span, role=role, block=block, size=size, opens=opens)
        self._marks.append(mark)
        self._parts.append(words)
        self._length += len(words)

    def _take_pieces(self, mark: LineMark) -> None:
        """Keep how sure each piece of a line was read, and on which of all pages."""
        moved = self._marks[-1].span.start - mark.span.start
        pieces = tuple(
            replace(
                one,
                span=Span(start=one.span.start + moved, end=one.span.end + moved),
                box=replace(one.box, page=one.box.page + self._pages),
            )
            for one in mark.pieces
        )
        self._marks[-1] = replace(self._marks[-1], pieces=pieces)


def _role(words: str) -> LineRole:
    if "\t" in words:
        return LineRole.BODY
    bare = "".join(words.split())
    return LineRole.UNSURE if len(bare) <= _SHORT and bare[-1] not in "。；：！" else LineRole.BODY
