"""From the characters of a page to its articles, with every character in one place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.article_graph import ArticleGraph
from guatu.domain.reading.article_walk import parted
from guatu.domain.reading.belonging import belongings, in_file_order
from guatu.domain.reading.bonds import PageWalk, walk_of
from guatu.domain.reading.bulletins import bulletin_pieces, without_masthead
from guatu.domain.reading.bylines import byline_chances
from guatu.domain.reading.bylines_below import article_below, bylines_below, set_apart
from guatu.domain.reading.chats import chat_pieces
from guatu.domain.reading.digests import digest_pieces
from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.heading_runs import LIKELY, headings_heard
from guatu.domain.reading.headline_bonds import headline_bonds, issues
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, kind_of
from guatu.domain.reading.mail_threads import mail_pieces
from guatu.domain.reading.one_paper import one_paper
from guatu.domain.reading.openings import opening_rows
from guatu.domain.reading.pairings import SeamTable, seam_table
from guatu.domain.reading.pieces import Piece, doubt_of, paper_piece, spans_of
from guatu.domain.reading.seams import Seam, choose_seams, heard_together
from guatu.domain.reading.site_parts import without_site
from guatu.domain.reading.strand import weave
from guatu.domain.reading.told_lines import told_lines
from guatu.domain.reading.values import Doubt, DoubtKind

_EDGE = 12
HEADING = 0.5
_IN_ORDER = 0.75
_SURE_SEAM = 0.9
_BYLINE = 0.5
_SEAM = 0.5
_OF_A_SENTENCE = -3.0
_SHARED = 0.25

Features = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is decided of a page: its lines, which are headings, where articles open, the seams.

    ``below`` are the bylines that stand below a headline; among the lines they count as asides.
    """

    plain: str
    lines: Sequence[Line]
    table: SeamTable
    headings: Mapping[int, float]
    openings: Mapping[int, float]
    seams: Sequence[Seam]
    bylines: Mapping[int, float]
    headlines: Mapping[int, tuple[tuple[int, ...], float]]
    below: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMatch:
    """The lines that make up an article's headline, and how sure the match is (0 to 1)."""

    lines: tuple[int, ...]
    displaced: bool
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article in the making: the numbers of its lines by what they are to it."""

    body: tuple[int, ...]
    byline: tuple[int, ...]
    headline: HeadlineMatch | None = None
    aside: tuple[int, ...] = ()


def sheet_of(plain: str, lexicon: Lexicon, found: Sequence[Line] | None = None) -> Sheet:
    """Decide what the lines of a page are (``found`` where they are known already): headings, openings, then the seams."""
    lines = tuple(found) if found else told_lines(plain, lexicon)
    table = heard_together(seam_table(lines, lexicon), lexicon.models["seam_together"])
    bylines = byline_chances(lines, table, lexicon)
    lines = with_bylines(lines, bylines, table, lexicon)
    below = bylines_below(lines)
    lines = set_apart(lines, below) if below else lines
    chances = headings_heard(lines, table, lexicon)
    graph = graph_of(lines, table, chances, lexicon)
    parts = parted(graph, lexicon.models["articles"].weights)
    openings = parts.openings
    chosen = {index for found, _ in parts.headlines.values() for index in found}
    headings = {
        index: sure
        for index, sure in chances.items()
        if index in chosen or (sure >= HEADING and index not in openings)
    }
    free = table.kept(lambda _, after: after not in openings)
    model = lexicon.models["seam_choice"]
    left_out = {index for index, one in enumerate(lines) if one.kind is LineKind.BYLINE}
    seams = choose_seams(free, frozenset(headings) | left_out, model, _SEAM)
    return Sheet(
        plain=plain,
        lines=lines,
        table=table,
        headings=headings,
        openings=openings,
        seams=seams,
        bylines=bylines,
        headlines=parts.headlines,
        below=below,
    )


def graph_of(
    lines: Sequence[Line], table: SeamTable, chances: Mapping[int, float], lexicon: Lexicon
) -> ArticleGraph:
    """Return the ways of parting a page into articles, once it is known which lines are headlines."""
    rows = opening_rows(lines, table, chances, lexicon)
    return ArticleGraph(
        lines=lines,
        table=table,
        headings={index: sure for index, sure in chances.items() if sure >= LIKELY},
        bonds=headline_bonds(lines, table, chances, lexicon),
        rows=rows,
        chances=lexicon.models["opening"].sure_of(rows),
        lexicon=lexicon,
    )


def with_bylines(
    lines: Sequence[Line], chances: Mapping[int, float], table: SeamTable, lexicon: Lexicon
) -> tuple[Line, ...]:
    """Return the lines with those that are names, and only those, as bylines."""
    judged = list(lines)
    for index, sure in chances.items():
        one = lines[index]
        if sure >= _BYLINE:
            judged[index] = replace(one, kind=LineKind.BYLINE)
        elif one.kind is LineKind.BYLINE:
            weighed = index in table.place
            kind = kind_of(one.words, lexicon, names=False) if weighed else LineKind.BODY
            judged[index] = replace(one, kind=kind, glued=False)
    return tuple(judged)


def lay_out(plain: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the articles of a page in the order of the file; none for a page without a character."""
    said = chat_pieces(plain)
    if said is not None:
        return said
    lines = without_site(told_lines(plain, lexicon), lexicon)
    parts = mail_pieces(lines, plain) or bulletin_pieces(lines, plain, lexicon)
    if parts is not None:
        return parts
    paper = one_paper(lines, plain)
    if paper is None:
        lines = without_masthead(lines, plain)
        paper = one_paper(lines, plain)
    if paper is not None:
        return (paper_piece(paper, lines, plain),)
    items = digest_pieces(lines, plain)
    if items is not None:
        return items
    sheet = sheet_of(plain, lexicon, lines)
    if not sheet.lines:
        return ()
    sheet, drafts = _drafts(sheet, lexicon)
    return tuple(_piece(number, one, sheet) for number, one in enumerate(drafts))


def labels_of(walk: PageWalk, table: SeamTable, lexicon: Lexicon) -> dict[int, int]:
    """Return the number of the article of each line: as they stand where the page reads in order.

    Where nearly every sentence runs on in the next line few lines are far from home, and what two
    reports share would draw away more lines than it brings home: only a sure seam does.
    """
    if table.order < _IN_ORDER:
        return belongings(walk, lexicon)
    sure = {index: one for index, one in walk.mother.items() if walk.sure[index] >= _SURE_SEAM}
    return in_file_order(replace(walk, mother=sure))


def _drafts(sheet: Sheet, lexicon: Lexicon) -> tuple[Sheet, tuple[Draft, ...]]:
    opens = sorted(sheet.openings)
    walk = walk_of(sheet.lines, opens, sheet.seams, frozenset(sheet.headings))
    labels = labels_of(walk, sheet.table, lexicon) if opens else dict.fromkeys(walk.order, 0)
    sheet = _seamed_again(sheet, labels, lexicon)
    bodies: list[list[int]] = [[] for _ in opens] or [[]]
    bylines: list[list[int]] = [[] for _ in bodies]
    for index in walk.order:
        byline = sheet.lines[index].kind is LineKind.BYLINE
        (bylines if byline else bodies)[labels[index]].append(index)
    matches = {
        number: _match(opening, sheet)
        for number, opening in enumerate(opens)
        if opening in sheet.headlines
    }
    for index in sheet.below:
        bylines[article_below(index, bodies)].append(index)
    used = {index for one in matches.values() for index in one.lines}
    left = tuple(sorted(set(sheet.headings) - used))
    stray = _place_left_over(bodies, left, sheet, lexicon)
    aside = _aside(bodies, stray, sheet, matches)
    return sheet, tuple(
        Draft(
            body=tuple(sorted(body)),
            byline=tuple(sorted(bylines[number])),
            headline=matches.get(number),
            aside=tuple(aside[number]),
        )
        for number, body in enumerate(bodies)
    )


def _seamed_again(sheet: Sheet, labels: Mapping[int, int], lexicon: Lexicon) -> Sheet:
    """Choose the seams once more, now that it is known which lines share an article."""
    openings = sheet.openings
    table = sheet.table.kept(
        lambda a, b: b not in openings and a in labels and labels[a] == labels.get(b)
    )
    left_out = frozenset(i for i, one in enumerate(sheet.lines) if one.kind is LineKind.BYLINE)
    model = lexicon.models["seam_final"]
    seams = choose_seams(table, left_out | frozenset(sheet.headings), model, _SEAM)
    return replace(sheet, seams=seams)


def _match(opening: int, sheet: Sheet) -> HeadlineMatch:
    """Return the headline of an article; displaced is one that does not stand right above it."""
    lines, sure = sheet.headlines[opening]
    office = lines[0] - 1
    if _is_left_over(office, sheet) and issues(
        sheet.lines[office].words, sheet.lines[lines[0]].words
    ):
        lines = (office, *lines)
    asides = (LineKind.FURNITURE, LineKind.GARBLED)
    between = range(lines[-1] + 1, opening)
    above = lines[-1] < opening and all(sheet.lines[i].kind in asides for i in between)
    return HeadlineMatch(lines=lines, displaced=not above, score=sure)


def _is_left_over(index: int, sheet: Sheet) -> bool:
    """Tell whether a line is one of a headline that no article was given."""
    return index in sheet.headings and all(index not in one for one, _ in sheet.headlines.values())


def _place_left_over(
    bodies: list[list[int]], left: Sequence[int], sheet: Sheet, lexicon: Lexicon
) -> frozenset[int]:
    """Short lines that are no headline: sub-headings and pieces of sentences stay, the rest is stray."""
    stray = set(left)
    owners = {index: number for number, body in enumerate(bodies) for index in body}
    later, earlier = sheet.table.bests()
    for index in left:
        before = max((i for i in owners if i < index), default=None)
        after = min((i for i in owners if i > index), default=None)
        if before is None:
            continue
        words = sheet.lines[index].words
        runs_on = max(later.get(index, -9.0), earlier.get(index, -9.0)) >= _OF_A_SENTENCE
        if not (runs_on or words[-1] in "？！" or sentence_like(words, lexicon)):
            if after is None or owners[before] != owners[after]:
                continue
            near = frozenset().union(*[sheet.lines[i].pairs for i in bodies[owners[before]]])
            wanted = sheet.lines[index].pairs
            if not wanted or len(wanted & near) < _SHARED * len(wanted):
                continue
        bodies[owners[before]].append(index)
        stray.discard(index)
    return frozenset(stray)


def _aside(
    bodies: Sequence[Sequence[int]],
    stray: frozenset[int],
    sheet: Sheet,
    matches: Mapping[int, HeadlineMatch],
) -> list[list[int]]:
    """Give each line that belongs to no article to the one whose words or headline it follows, as a doubt."""
    aside: list[list[int]] = [[] for _ in bodies]
    owners = {index: number for number, body in enumerate(bodies) for index in body}
    for number, match in matches.items():
        owners.update(dict.fromkeys(() if match.displaced else match.lines, number))
    current = 0
    for index, line in enumerate(sheet.lines):
        current = owners.get(index, current)
        if index in sheet.below:
            continue
        if index in stray or line.kind in (LineKind.GARBLED, LineKind.FURNITURE):
            aside[current].append(index)
    return aside


def _paragraphs(body: Sequence[int], seams: Sequence[Seam]) -> list[list[int]]:
    """Group the lines of an article into paragraphs along the seams, in the order of the page."""
    inside = set(body)
    following = {one.before: one.after for one in seams if one.before in inside}
    later = {after for after in following.values() if after in inside}
    grouped: list[list[int]] = []
    for index in body:
        if index in later:
            continue
        chain = [index]
        while following.get(chain[-1]) in inside:
            chain.append(following[chain[-1]])
        grouped.append(chain)
    return grouped


def _piece(number: int, draft: Draft, sheet: Sheet) -> Piece:
    lines, plain = sheet.lines, sheet.plain
    grouped = _paragraphs(draft.body, sheet.seams)
    spans = [spans_of(group, lines) for group in grouped]
    match = draft.headline
    heading = spans_of(match.lines, lines) if match else ()
    return Piece(
        id=f"a{number + 1}",
        headline=weave(plain, heading) if heading else None,
        headline_spans=heading,
        headline_score=match.score if match else 0.0,
        byline_spans=spans_of(draft.byline, lines),
        paragraphs=tuple(weave(plain, one) for one in spans),
        paragraph_spans=tuple(spans),
        doubts=tuple(sorted(_doubts(draft, sheet), key=lambda one: one.spans[0].start)),
        opened=sheet.openings.get(draft.body[0], 0.5) if draft.body else 0.5,
        byline_score=min((sheet.bylines.get(i, 1.0) for i in draft.byline), default=1.0),
    )


def _doubts(draft: Draft, sheet: Sheet) -> list[Doubt]:
    lines = sheet.lines
    inside = set(draft.body)
    doubts = [_seam_doubt(one, lines) for one in sheet.seams if one.before in inside]
    for index in draft.aside:
        furniture = lines[index].kind is LineKind.FURNITURE
        kind = DoubtKind.PAGE_FURNITURE if furniture else DoubtKind.GARBLED_LINE
        doubts.append(doubt_of(kind, lines[index].spans))
    doubts += [
        _weighed(DoubtKind.GLUED_BYLINE, lines[index].spans, sheet.bylines.get(index, 1.0))
        for index in draft.byline
        if lines[index].glued
    ]
    match = draft.headline
    if match and match.displaced:
        doubts.append(
            _weighed(DoubtKind.DISPLACED_HEADLINE, spans_of(match.lines, lines), match.score)
        )
    if not match and draft.body:
        first = lines[draft.body[0]].span
        edge = Span(start=first.start, end=min(first.end, first.start + _EDGE))
        doubts.append(doubt_of(DoubtKind.MISSING_HEADLINE, (edge,)))
    return doubts


def _weighed(
    kind: DoubtKind, spans: tuple[Span, ...], sure: float, features: Features = ()
) -> Doubt:
    return replace(
        doubt_of(kind, spans),
        confidence=round(sure, 3),
        features=features,
        arguments=(("percent", round(100 * sure)),),
    )


def _seam_doubt(seam: Seam, lines: Sequence[Line]) -> Doubt:
    before, after = lines[seam.before].span, lines[seam.after].span
    spans = (
        Span(start=max(before.start, before.end - _EDGE), end=before.end),
        Span(start=after.start, end=min(after.end, after.start + _EDGE)),
    )
    return _weighed(DoubtKind.JOINED_ACROSS_BREAK, spans, seam.sure, seam.features)
