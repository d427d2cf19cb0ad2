"""``read_page``: from the text of a page to everything read from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from guatu.domain.kernel.calendar import WorkingCalendar, five_days
from guatu.domain.kernel.diagnostic import Diagnostic, Severity, Span
from guatu.domain.reading.body_choice import with_bodies
from guatu.domain.reading.datelines import (
    dateline_of,
    issued_day,
    signed_day,
    with_annexes_dated,
    without_tables,
    written_day,
)
from guatu.domain.reading.deadlines import Anchor, Season, deadline_in
from guatu.domain.reading.deadlines.festivals import festival_named
from guatu.domain.reading.directives.collect import (
    Context,
    demands_of,
    finished,
)
from guatu.domain.reading.directives.demand import Demand
from guatu.domain.reading.directives.ranks import commanders_of, speakers_by_post
from guatu.domain.reading.directives.spoken_papers import author_in
from guatu.domain.reading.directives.voices import voices_of
from guatu.domain.reading.form_marks import with_form_marks
from guatu.domain.reading.guests import guests_of
from guatu.domain.reading.layout import lay_out
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marked_layout import is_laid_out, lay_out_marked
from guatu.domain.reading.marks import LineMark
from guatu.domain.reading.misprints import misread_places
from guatu.domain.reading.owners import repetitions
from guatu.domain.reading.people import Mention, find_mentions
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.printed_names import with_printed_names
from guatu.domain.reading.records import Told, told_by
from guatu.domain.reading.repeated import cuts_of, printed, repeat_doubts, with_repeats
from guatu.domain.reading.repeats import Repetition
from guatu.domain.reading.roll_names import roll_names
from guatu.domain.reading.spliced import set_apart
from guatu.domain.reading.stamped_reports import by_stamp, stamps_of
from guatu.domain.reading.stamps import stamped_days
from guatu.domain.reading.strand import plain_form
from guatu.domain.reading.values import (
    Article,
    Byline,
    Dateline,
    Directive,
    Doubt,
    DoubtKind,
    Headline,
    PageYear,
    Paragraph,
    Reading,
    YearBasis,
)
from guatu.domain.reading.years import page_year

_NO_HEADLINE = 0.8
_ANY_YEAR = 2024


def read_page(
    text: str,
    *,
    lexicon: Lexicon,
    year: int | None = None,
    working: WorkingCalendar | None = None,
    seasons: Sequence[Season] = (),
    marks: Sequence[LineMark] = (),
) -> Reading:
    """Read a page of reports.

    ``year`` is the year of the page where the caller knows it; ``working`` counts
    working days (default: Monday to Friday without holidays); ``seasons`` are the days of
    the county's own calendar (汛期, 供暖期); ``marks`` say what the layout of the source
    knows of the lines of the text. Never raises on any text: what is wrong stands in ``diagnostics``. Every character that is not white
    space lies in exactly one headline, byline, paragraph, or doubt of kind
    ``garbled_line`` or ``page_furniture``.
    """
    plain = with_form_marks(plain_form(text, lexicon.simplified))
    laid = is_laid_out(marks)
    pieces = lay_out_marked(plain, lexicon, marks) if laid else lay_out(plain, lexicon)
    known_year = page_year(plain, given=year)
    found = repetitions([printed(one) for one in pieces], lexicon)
    if found:
        before = [one.plain for one in pieces]
        pieces = set_apart(pieces, found, plain)
        moved = before != [one.plain for one in pieces]
        now = [printed(one) for one in pieces]
        found = repetitions(now, lexicon, before=found, moved=moved)
    datelines = _datelines(plain, pieces, known_year)
    mentions = _mentions(pieces, lexicon, plain)
    told = _told(text, pieces, mentions, datelines, lexicon)
    directives = _directives(
        text,
        pieces,
        mentions=mentions,
        told=told,
        datelines=datelines,
        found=found,
        lexicon=lexicon,
        year=known_year.value,
        calendars=(working or five_days(), tuple(seasons)),
    )
    articles = tuple(
        _article(text, piece, datelines[number], found, pieces)
        for number, piece in enumerate(pieces)
    )
    reading = Reading(
        year=_printed_year(known_year, text),
        articles=articles,
        records=with_bodies(told, directives, pieces, text, lexicon),
        directives=directives,
        diagnostics=_diagnostics(text, known_year, articles, directives, lexicon),
    )
    return with_printed_names(reading, text, plain)


def _datelines(plain: str, pieces: Sequence[Piece], year: PageYear) -> tuple[Dateline | None, ...]:
    """Read the days; 昨日（22日） takes its month from the other reports of the page, or the stamp of its own."""
    told = [without_tables(one.paragraphs, plain) for one in pieces]
    stamps = stamps_of(pieces, tuple(stamped_days(plain)))
    years = [
        stamp.year if stamp and year.basis is not YearBasis.GIVEN else year.value
        for stamp in stamps
    ]
    first = with_annexes_dated(
        [
            written_day(plain, one, known)
            or issued_day(plain, one, known)
            or dateline_of(own, year=known)
            or signed_day(plain, one, known)
            for own, one, known in zip(told, pieces, years, strict=True)
        ],
        pieces,
    )
    first = tuple(
        known if stamp is None else by_stamp(known, stamp, own)
        for own, known, stamp in zip(told, first, stamps, strict=True)
    )
    months = [one.day.month for one in first if one is not None and one.day is not None]
    return tuple(
        known
        if known is None or known.day is not None
        else dateline_of(own, year=year.value, months=months)
        for own, known in zip(told, first, strict=True)
    )


def _printed_year(year: PageYear, text: str) -> PageYear:
    if year.span is None:
        return year
    return replace(year, quote=text[year.span.start : year.span.end])


def _mentions(
    pieces: Sequence[Piece], lexicon: Lexicon, plain: str
) -> tuple[tuple[Mention, ...], ...]:
    """Find the names of the whole page at once, so that articles help each other."""
    texts = [strand.plain for one in pieces for strand in one.paragraphs]
    sizes = [len(one.paragraphs) for one in pieces]
    firsts = list(accumulate(sizes, initial=0))
    shared: list[list[Mention]] = [[] for _ in pieces]
    owner = [number for number, size in enumerate(sizes) for _ in range(size)]
    rolls = roll_names([strand for one in pieces for strand in one.paragraphs], plain, lexicon)
    for one in find_mentions(texts, lexicon, rolls):
        number = owner[one.paragraph]
        shared[number].append(one._replace(paragraph=one.paragraph - firsts[number]))
    return tuple(tuple(one) for one in shared)


def _told(
    text: str,
    pieces: Sequence[Piece],
    mentions: Sequence[tuple[Mention, ...]],
    datelines: Sequence[Dateline | None],
    lexicon: Lexicon,
) -> tuple[Told, ...]:
    told: list[Told] = []
    number = 1
    for piece, named, dateline in zip(pieces, mentions, datelines, strict=True):
        one = told_by(piece, named, dateline, lexicon, source=text, first_number=number)
        number += len(one.records)
        told.append(one)
    return tuple(told)


def _directives(
    text: str,
    pieces: Sequence[Piece],
    *,
    mentions: Sequence[tuple[Mention, ...]],
    told: Sequence[Told],
    datelines: Sequence[Dateline | None],
    found: Sequence[Repetition],
    lexicon: Lexicon,
    year: int | None,
    calendars: tuple[WorkingCalendar, tuple[Season, ...]],
) -> tuple[Directive, ...]:
    everyone = tuple({mention.name: None for one in mentions for mention in one})
    voices = voices_of(everyone, lexicon)
    posts = _posts(mentions)
    commanders = commanders_of([mention for one in mentions for mention in one])
    speakers = speakers_by_post(posts)
    directives: list[Directive] = []
    for number, piece in enumerate(pieces):
        dateline = datelines[number]
        context = Context(
            anchor=Anchor(
                spoken=dateline.day if dateline else None,
                year=year,
                working=calendars[0],
                seasons=calendars[1],
                festival=festival_named(one.plain for one in piece.paragraphs),
            ),
            posts=posts,
            record_at=told[number].record_at,
        )
        cuts = cuts_of(number, piece, found)
        leads = (one.lead.name for one in told[number].records if one.lead)
        title = piece.headline.plain if piece.headline is not None else ""
        lead = next(leads, None) or author_in(title, lexicon)
        guests = guests_of(mentions[number])
        before: Demand | None = None
        for demand in demands_of(
            piece,
            voices,
            lexicon,
            cuts=cuts,
            lead=lead,
            leaders=commanders,
            guests=guests - {lead},
            posted=speakers,
        ):
            directives.append(
                finished(
                    demand,
                    len(directives) + 1,
                    piece,
                    context=context,
                    lexicon=lexicon,
                    source=text,
                    before=before,
                )
            )
            before = demand
    return with_repeats(tuple(directives), pieces, found)


def _posts(mentions: Sequence[tuple[Mention, ...]]) -> Mapping[str, str]:
    posts: dict[str, str] = {}
    for one in mentions:
        for mention in one:
            if mention.post:
                posts.setdefault(mention.name, mention.post)
    return posts


def _article(
    text: str,
    piece: Piece,
    dateline: Dateline | None,
    found: Sequence[Repetition],
    pieces: Sequence[Piece],
) -> Article:
    doubts = [*piece.doubts, *repeat_doubts(piece, found, pieces), *_misprint_doubts(piece)]
    doubts.sort(key=lambda one: one.spans[0].start)
    paragraphs = tuple(
        Paragraph(text=_joined(text, spans), spans=spans) for spans in piece.paragraph_spans
    )
    headline = None
    if piece.headline_spans:
        headline = Headline(
            text=_joined(text, piece.headline_spans),
            spans=piece.headline_spans,
            confidence=round(piece.headline_score, 3),
        )
    byline = None
    if piece.byline_spans:
        byline = Byline(
            text=_joined(text, piece.byline_spans),
            spans=piece.byline_spans,
            confidence=round(piece.byline_score, 3),
        )
    return Article(
        id=piece.id,
        headline=headline,
        dateline=_printed(dateline, text),
        byline=byline,
        paragraphs=paragraphs,
        doubts=tuple(doubts),
        confidence=_confidence(piece),
    )


def _printed(dateline: Dateline | None, text: str) -> Dateline | None:
    if dateline is None:
        return None
    return replace(dateline, text=text[dateline.span.start : dateline.span.end])


def _joined(text: str, spans: Sequence[Span]) -> str:
    return "".join(text[one.start : one.end] for one in spans)


def _misprint_doubts(piece: Piece) -> list[Doubt]:
    return [
        Doubt(
            kind=DoubtKind.MISREAD_CHARACTER,
            spans=strand.spans(start, end),
            code="reading.misread_character",
            arguments=(("words", strand.plain[start:end]),),
        )
        for strand in piece.paragraphs
        for start, end in misread_places(strand.plain)
    ]


def _confidence(piece: Piece) -> float:
    """Return how likely an article is whole and its own: its opening, headline, byline and seams."""
    value = piece.opened * (piece.headline_score if piece.headline_spans else _NO_HEADLINE)
    if piece.byline_spans:
        value *= piece.byline_score
    for doubt in piece.doubts:
        if doubt.kind is DoubtKind.JOINED_ACROSS_BREAK and doubt.confidence is not None:
            value *= doubt.confidence
    return round(value, 3)


def _waits_for_year(
    articles: Sequence[Article], directives: Sequence[Directive], lexicon: Lexicon
) -> bool:
    """Tell whether a day is printed that the year alone would make whole."""
    if any(one.dateline is not None and one.dateline.day is None for one in articles):
        return True
    known = Anchor(spoken=None, year=_ANY_YEAR, working=five_days())
    found = (
        deadline_in(plain_form(limit.text), known, lexicon)
        for one in directives
        for limit in one.limits
        if limit.day is None and limit.text is not None
    )
    return any(one is not None and one.day is not None for one in found)


def _diagnostics(
    text: str,
    year: PageYear,
    articles: Sequence[Article],
    directives: Sequence[Directive],
    lexicon: Lexicon,
) -> tuple[Diagnostic, ...]:
    found: list[Diagnostic] = []
    if not articles:
        return (Diagnostic(code="reading.empty", severity=Severity.ERROR),)
    if year.basis is YearBasis.UNKNOWN and _waits_for_year(articles, directives, lexicon):
        found.append(Diagnostic(code="reading.year_unknown", severity=Severity.WARNING))
    elif year.basis is YearBasis.TEXT and year.value is not None:
        found.append(
            Diagnostic(
                code="reading.year_inferred",
                severity=Severity.INFO,
                span=year.span,
                arguments=(("year", year.value), ("quote", year.quote or "")),
            )
        )
    opened, closed = text.count("“"), text.count("”")
    if opened != closed:
        found.append(
            Diagnostic(
                code="reading.unmatched_quotes",
                severity=Severity.WARNING,
                arguments=(("opened", opened), ("closed", closed)),
            )
        )
    if not any(one.paragraphs for one in articles):
        found.append(Diagnostic(code="reading.no_articles", severity=Severity.WARNING))
    return tuple(found)
