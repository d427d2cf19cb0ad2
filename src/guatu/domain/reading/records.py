"""What an article reports on: the meeting or visit, who led it, who was there, where it went."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.agenda import agenda_of
from guatu.domain.reading.bodies import NamedBody, body_kind
from guatu.domain.reading.directives.notices import is_letter
from guatu.domain.reading.events import kind_of_event
from guatu.domain.reading.leads import lead_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.named_bodies import bodies_acting
from guatu.domain.reading.people import Mention
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.presence import those_present
from guatu.domain.reading.roles import role_of
from guatu.domain.reading.values import (
    Dateline,
    DoubtKind,
    Organisation,
    Person,
    Record,
    RecordKind,
    VisitedPlace,
)
from guatu.domain.reading.visits import visited

_ASIDE = (DoubtKind.GARBLED_LINE, DoubtKind.PAGE_FURNITURE)
_LAST = 3
_LONGEST_SIGNATURE = 30
_DAY = re.compile(
    "(?:\\d{4}|[二〇○零一九]{4})年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_ORDERED = re.compile("(?:令|决定|方案|意见|规定|办法|清单)$")
_TITLE = re.compile(
    r"(?:主持召开|召开|召集|举行|组织召开)(?:了)?(?P<title>[^，。；]{3,48}?(?:会议|会))(?=[，。；]|并|$)"
)
_VISITORS = (
    "他",
    "她",
    "一行",
    "调研组",
    "检查组",
    "督导组",
    "督查组",
    "考察团",
    "代表们",
    "委员们",
    "检查组一行",
)
_LATER = re.compile(
    r"(?:随后|之后|当天|当日)[^，。]{0,8}(?:召开|举行)(?:了|的)?(?P<title>[^，。；]{0,30}?座谈会)"
)


# A page that lost its title still says in its opening that what follows are minutes.
_RECORDED = re.compile(
    "纪要如下|(?:议定|明确)(?:以下|如下)?事项(?:纪要)?(?:如下)?[：。]|形成(?:如下|以下)(?:意见|纪要)"
)


def _is_minutes(headline: str, texts: Sequence[str]) -> bool:
    return "纪要" in headline or _RECORDED.search("".join(texts[:2])) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The records of one article, which paragraph belongs to which record, and the bodies visited and acting."""

    records: tuple[Record, ...]
    record_at: dict[int, str]
    bodies: tuple[NamedBody, ...] = ()


def _place(piece: Piece, paragraph: int, start: int, end: int) -> Span:
    return piece.paragraphs[paragraph].cover(start, end)


def _people(
    piece: Piece,
    mentions: Sequence[Mention],
    lead: str | None,
    kind: RecordKind,
) -> tuple[Person, ...]:
    texts = [one.plain for one in piece.paragraphs]
    chosen: dict[str, Mention] = {}
    posts: dict[str, str] = {}
    for mention in mentions:
        chosen.setdefault(mention.name, mention)
        known = posts.get(mention.name, "")
        if mention.post and len(mention.post) > len(known) and mention.post.endswith(known):
            posts[mention.name] = mention.post
    return tuple(
        Person(
            name=name,
            post=posts.get(name),
            role=role_of(one, mentions, texts, post=posts.get(name, ""), lead=lead, kind=kind),
            span=_place(piece, one.paragraph, one.start, one.end),
        )
        for name, one in chosen.items()
    )


def _visitors(people: Sequence[Person], kind: RecordKind) -> tuple[str, ...]:
    return (*(one.name for one in people), *_VISITORS) if kind is RecordKind.VISIT else ()


def _bodies(
    piece: Piece, source: str, lexicon: Lexicon, visitors: tuple[str, ...]
) -> tuple[tuple[NamedBody, ...], tuple[VisitedPlace, ...]]:
    """Return the bodies visited, acting or reporting, and the places visited."""
    visits, places = visited(piece.paragraphs, source, lexicon, visitors=visitors)
    return (*visits, *bodies_acting(piece.paragraphs, lexicon)), places


def _signing(piece: Piece, source: str) -> tuple[Organisation, ...]:
    """Return the office that signs a letter: a line of its own behind the last paragraph."""
    headline = piece.headline.plain if piece.headline else ""
    if not is_letter(headline) and not _ORDERED.search(headline):
        return _signing_above_a_day(piece, source)
    last = max((span.end for spans in piece.paragraph_spans for span in spans), default=0)
    lines = [doubt.spans[0] for doubt in piece.doubts if doubt.kind in _ASIDE]
    lines += [spans[0] for spans in piece.paragraph_spans[-_LAST:] if len(spans) == 1]
    found: list[Organisation] = []
    for span in lines:
        name = source[span.start : span.end].strip()
        kind = body_kind(name) if span.start >= last or len(name) <= _LONGEST_SIGNATURE else None
        if kind is not None:
            found.append(Organisation(name=name, kind=kind, span=span))
    return tuple(found)


def _signing_above_a_day(piece: Piece, source: str) -> tuple[Organisation, ...]:
    """Return the office on the last line but one, where the last is nothing but a day."""
    lines = [one.plain for one in piece.paragraphs[-2:]]
    if len(lines) < 2 or _DAY.fullmatch(lines[1]) is None:
        return ()
    strand, kind = piece.paragraphs[-2], body_kind(lines[0])
    if kind is None or len(lines[0]) > _LONGEST_SIGNATURE:
        return ()
    name, span = strand.sliced(source, 0, len(lines[0])), strand.cover(0, len(lines[0]))
    return (Organisation(name=name, kind=kind, span=span),)


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
    kind = kind_of_event(piece, mentions, texts, lexicon)
    headline = piece.headline.plain if piece.headline else ""
    there = those_present(mentions, texts, lexicon)
    lead = lead_of(there, texts, kind, headline, lexicon)
    people = _people(piece, there, lead, kind)
    bodies, places = _bodies(piece, source, lexicon, _visitors(people, kind))
    title = _TITLE.search(texts[0])
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
            organisations=_signing(piece, source),
            places=places,
            agenda=agenda_of(
                piece.paragraphs,
                source,
                minutes=_is_minutes(headline, texts),
                visit=kind is RecordKind.VISIT,
                dispatch=kind is RecordKind.DISPATCH_MEETING,
            ),
        )
    ]
    record_at = dict.fromkeys(range(len(texts)), name)
    later = _symposium(texts) if kind is RecordKind.VISIT else None
    if later is not None:
        paragraph, words = later
        second = f"r{first_number + 1}"
        inside = {one.name for one in mentions if one.paragraph >= paragraph}
        records.append(_held_later(records[0], second, words, inside))
        for number in range(paragraph, len(texts)):
            record_at[number] = second
    return Told(records=tuple(records), record_at=record_at, bodies=bodies)


def _held_later(visit: Record, name: str, title: str, inside: set[str]) -> Record:
    """Return the record of a symposium after a visit, with the persons named from there on."""
    return replace(
        visit,
        id=name,
        kind=RecordKind.SYMPOSIUM,
        title=title,
        lead=visit.lead if visit.lead and visit.lead.name in inside else None,
        people=tuple(one for one in visit.people if one.name in inside),
        organisations=(),
        places=(),
        agenda=(),
    )


def _symposium(texts: Sequence[str]) -> tuple[int, str] | None:
    """Return the paragraph where a symposium begins that followed the visit, and its name."""
    for number, text in enumerate(texts[1:], start=1):
        found = _LATER.search(text, 0, 60)
        if found is not None:
            return number, found.group("title") or "座谈会"
    return None
