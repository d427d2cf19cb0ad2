"""A page of mails printed as text, one below the other: each an article, headed by its subject, dated by when it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.mail_heads import MailHead, MailPart, mail_heads, quote_sign
from guatu.domain.reading.pieces import Piece, Spans, aside_doubt, doubt_of, piece_told
from guatu.domain.reading.row_breaks import is_finished
from guatu.domain.reading.values import Doubt, DoubtKind

_SIGNS = ("发件人", "发信人", "寄件人", "From", "写道", "wrote")
_LONGEST_SUBJECT = 60


@dataclass(slots=True, kw_only=True)
class _Mail:
    """A mail while its lines are dealt out: ``words`` are its lines, and of each what is heard of it."""

    subject: Spans = ()
    words: list[tuple[Spans, Spans]] = field(default_factory=list)
    day: tuple[Spans, Spans] | None = None
    doubts: list[Doubt] = field(default_factory=list)
    headed: bool = False

    def take(self, line: Line, row: str) -> None:
        """Take a line in that is no head; signs that it is quoted are not heard."""
        sign = quote_sign(row)
        aside = line.kind in (LineKind.GARBLED, LineKind.FURNITURE) and not sign
        if aside or not row[sign:].strip():
            self.doubts.append(aside_doubt(line))
        else:
            self.words.append((line.spans, _from(line.spans, line.span.start + sign)))

    def take_head(self, line: Line, head: MailHead, row: str) -> None:
        """Take a head in: a subject is the headline, and when it was sent stands first."""
        place = line.span.start + head.value
        if head.part is MailPart.SUBJECT and not self.subject:
            self.subject = _from(line.spans, place)
            label = tuple(one for one in _before(line.spans, place) if one.start < one.end)
            self.doubts.append(doubt_of(DoubtKind.PAGE_FURNITURE, label))
        elif head.part is MailPart.DAY and self.day is None:
            self.day = (line.spans, _from(line.spans, line.span.start + quote_sign(row)))
        else:
            self.doubts.append(aside_doubt(line))


def mail_pieces(lines: Sequence[Line], plain: str) -> tuple[Piece, ...] | None:
    """Return the mails of a page, each an article; None where no heads of mails stand on it."""
    if not any(sign in plain for sign in _SIGNS):
        return None
    rows = [plain[one.span.start : one.span.end] for one in lines]
    heads = mail_heads(rows)
    if not heads:
        return None
    mails = [_Mail()]
    for index, line in enumerate(lines):
        head = heads.get(index)
        if head is None:
            mails[-1].take(line, rows[index])
            continue
        if head.first and not mails[-1].headed and _is_subject(mails[-1], lines):
            mails[-1].subject = mails[-1].words.pop()[0]
        elif head.first and mails[-1].words:
            mails.append(_Mail())
        mails[-1].headed = mails[-1].headed or head.first
        mails[-1].take_head(line, head, rows[index])
    told = [one for one in mails if one.words or one.day or one.subject]
    return tuple(_piece(number, one, plain) for number, one in enumerate(told, start=1))


def _is_subject(mail: _Mail, lines: Sequence[Line]) -> bool:
    """Tell whether all that stands above the first heads is one short line."""
    if len(mail.words) != 1:
        return False
    line = next(one for one in lines if one.spans == mail.words[0][0])
    return len(line.words) <= _LONGEST_SUBJECT and not is_finished(line.words)


def _from(spans: Spans, place: int) -> Spans:
    return tuple(Span(start=max(one.start, place), end=one.end) for one in spans if one.end > place)


def _before(spans: Spans, place: int) -> Spans:
    return tuple(Span(start=one.start, end=min(one.end, place)) for one in spans)


def _piece(number: int, mail: _Mail, plain: str) -> Piece:
    words = [*([mail.day] if mail.day else []), *mail.words]
    doubts = sorted(mail.doubts, key=lambda one: one.spans[0].start)
    return piece_told(number, mail.subject, words, plain, doubts)
