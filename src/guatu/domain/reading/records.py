"""What an article reports on: the meeting or visit, who led it, who was there, where it went."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.layout import Piece
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.people import Mention
from guatu.domain.reading.values import (
    AgendaItem,
    Dateline,
    Person,
    PersonRole,
    Record,
    RecordKind,
)
from guatu.domain.reading.visits import visited

_MEETING = re.compile(
    r"会议|座谈会|调度会|推进会|部署会|动员会|例会|全会|分析会|谋划会|现场会|约谈会|办公会|[专]题会|大会"
)
_KINDS = (
    (
        re.compile("常务会|县长办公会|市长办公会|区长办公会|政府党组会"),
        RecordKind.EXECUTIVE_MEETING,
    ),
    (re.compile("调度"), RecordKind.DISPATCH_MEETING),
    (re.compile("座谈"), RecordKind.SYMPOSIUM),
    (_MEETING, RecordKind.MEETING),
)
_TITLE = re.compile(
    r"(?:主持召开|召开|召集|举行|组织召开)(?:了)?(?P<title>[^，。；]{3,48}?(?:会议|会))(?=[，。；]|并|$)"
)
_LATER = re.compile(
    r"(?:随后|之后|当天|当日)[^，。]{0,8}(?:召开|举行)(?:了|的)?(?P<title>[^，。；]{0,30}?座谈会)"
)
_HOST = re.compile(r"主持")
_AGENDA = (
    (
        re.compile(r"听取(?:了)?(?P<text>[^。；]{4,200}?)(?:情况)?(?:的)?(?:工作)?(?:情况)?汇报"),
        "heard",
    ),
    (
        re.compile(
            r"(?:研究讨论|研究|讨论)(?:了|并通过了?)?(?P<text>[^。；]{4,200}?)(?:等)?(?:相关)?(?:事宜|事项|工作)(?=[。；，]|$)"
        ),
        "studied",
    ),
    (
        re.compile(
            r"审议(?:并)?(?:原则)?(?:通过|讨论)?(?:了)?(?P<text>[^。；]{4,200}?)(?=[。；]|$)"
        ),
        "reviewed",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The records of one article, and which paragraph belongs to which record."""

    records: tuple[Record, ...]
    record_at: dict[int, str]


def _place(piece: Piece, paragraph: int, start: int, end: int) -> Span:
    return piece.paragraphs[paragraph].cover(start, end)


def _kind(piece: Piece, lexicon: Lexicon) -> RecordKind:
    opening = piece.paragraphs[0].plain[:160] if piece.paragraphs else ""
    for words in (piece.headline.plain if piece.headline else "", opening):
        visited = any(word in words for word in lexicon.visit_words)
        met = _MEETING.search(words)
        if visited and not met:
            return RecordKind.VISIT
        for pattern, kind in _KINDS:
            if pattern.search(words) and met:
                return kind
        if visited:
            return RecordKind.VISIT
    return RecordKind.OTHER


def _role(mention: Mention, texts: Sequence[str], lead: str | None) -> PersonRole:
    if mention.name == lead:
        return PersonRole.LEAD
    text = texts[mention.paragraph]
    stop = text.find("。", mention.end)
    after = text[mention.end : stop if stop >= 0 else len(text)]
    clause = after.split("，")[0][:40]
    if re.match(r"(?:[^，]{0,20})?主持", clause):
        return PersonRole.HOST
    if re.search(r"陪同|随同|一同参加|一同调研|陪", after[:200]):
        return PersonRole.ACCOMPANYING
    if re.search(r"汇报|介绍|发言|通报|安排部署|宣读", clause) or re.match("就", clause):
        return PersonRole.REPORTING
    return PersonRole.ATTENDING


def _people(piece: Piece, mentions: Sequence[Mention], lead: str | None) -> tuple[Person, ...]:
    texts = [one.plain for one in piece.paragraphs]
    chosen: dict[str, Person] = {}
    posts: dict[str, str] = {}
    for mention in mentions:
        if mention.post:
            posts.setdefault(mention.name, mention.post)
        if mention.name not in chosen:
            chosen[mention.name] = Person(
                name=mention.name,
                post=None,
                role=_role(mention, texts, lead),
                span=_place(piece, mention.paragraph, mention.start, mention.end),
            )
    return tuple(
        Person(name=one.name, post=posts.get(name), role=one.role, span=one.span)
        for name, one in chosen.items()
    )


def _lead(mentions: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """The first person of the opening who presides, leads a visit, or simply comes first."""
    opening = [one for one in mentions if one.paragraph == 0]
    for one in opening:
        after = texts[0][one.end : one.end + 24]
        if re.match(
            r"(?:主持|带队|率队|率|深入|调研|到|赴|一行|先后|在|检查|督导|走访|召集|出席|讲话|带领|采取|调度|来到|宣讲|暗访)",
            after,
        ):
            return one.name
    return opening[0].name if opening else (mentions[0].name if mentions else None)


def _agenda(piece: Piece, source: str) -> tuple[AgendaItem, ...]:
    items: list[AgendaItem] = []
    for number, strand in enumerate(piece.paragraphs):
        if "会议" not in strand.plain and "会上" not in strand.plain:
            continue
        for pattern, kind in _AGENDA:
            for found in pattern.finditer(strand.plain):
                start, end = found.span("text")
                items.append(
                    AgendaItem(
                        text=strand.sliced(source, start, end),
                        kind=kind,
                        span=_place(piece, number, start, end),
                    )
                )
    return tuple(items)


def told_by(
    piece: Piece,
    mentions: Sequence[Mention],
    dateline: Dateline | None,
    lexicon: Lexicon,
    *,
    source: str,
    first_number: int,
) -> Told:
    """Return the records of an article: its event, and a symposium held after a visit."""
    texts = [one.plain for one in piece.paragraphs]
    if not texts:
        return Told(records=(), record_at={})
    kind = _kind(piece, lexicon)
    lead = _lead(mentions, texts)
    people = _people(piece, mentions, lead)
    organisations, places = visited(piece.paragraphs, source, lexicon)
    title = _TITLE.search(texts[0])
    headline = piece.headline.plain if piece.headline else ""
    name = f"r{first_number}"
    day = dateline.day if dateline else None
    records = [
        Record(
            id=name,
            article=piece.id,
            kind=kind,
            title=title.group("title") if title and kind is not RecordKind.VISIT else headline,
            day=day,
            lead=next((one for one in people if one.name == lead), None),
            people=people,
            organisations=organisations,
            places=places,
            agenda=_agenda(piece, source),
        )
    ]
    record_at = dict.fromkeys(range(len(texts)), name)
    later = _symposium(texts) if kind is RecordKind.VISIT else None
    if later is not None:
        paragraph, words = later
        second = f"r{first_number + 1}"
        inside = {one.name for one in mentions if one.paragraph >= paragraph}
        records.append(
            Record(
                id=second,
                article=piece.id,
                kind=RecordKind.SYMPOSIUM,
                title=words,
                day=day,
                lead=records[0].lead
                if records[0].lead and records[0].lead.name in inside
                else None,
                people=tuple(one for one in people if one.name in inside),
                organisations=(),
                places=(),
                agenda=(),
            )
        )
        for number in range(paragraph, len(texts)):
            record_at[number] = second
    return Told(records=tuple(records), record_at=record_at)


def _symposium(texts: Sequence[str]) -> tuple[int, str] | None:
    """Return the paragraph where a symposium begins that followed the visit, and its name."""
    for number, text in enumerate(texts[1:], start=1):
        found = _LATER.search(text, 0, 60)
        if found is not None:
            return number, found.group("title") or "座谈会"
    return None
