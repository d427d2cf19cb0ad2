"""Tables of requirements within a document: the annex of a notice, the list below minutes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guatu.domain.kernel.calendar import WorkingCalendar, five_days
from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.deadlines import Anchor
from guatu.domain.reading.ledger_grid import GridRow, grid_row
from guatu.domain.reading.ledger_rows import table_directives
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marks import LineMark, LineRole, SourceText
from guatu.domain.reading.values import Directive, Reading

# 节点, 处理人, 意见, 处理时间: the way that a paper went.
_DONE_BY = re.compile(
    "(?:处理|办理|操作|经办|审批|签收|流转)人员?|(?:当前|流转|办理)?(?:节点|环节)"
)


def with_annexes(
    reading: Reading, source: SourceText, *, lexicon: Lexicon, working: WorkingCalendar | None
) -> Reading:
    """Return the reading with the rows of its tables as directives.

    Rows whose headings name a task are read as a ledger's; what was read in them as in
    sentences gives way. A table without such headings stays as it was read.
    """
    for rows in _tables(source):
        place = Span(start=rows[0][0].span.start, end=rows[-1][-1].span.end)
        article = _article_at(reading, place)
        day = next(
            (one.dateline.day for one in reading.articles if one.id == article and one.dateline),
            None,
        )
        anchor = Anchor(spoken=day, year=reading.year.value, working=working or five_days())
        found = table_directives(
            rows,
            text=source.text,
            article=article,
            first=_next(reading.directives),
            lexicon=lexicon,
            anchor=anchor,
        )
        if found or _is_log(rows):
            kept = [one for one in reading.directives if not _within(one, place)]
            merged = sorted((*kept, *found), key=lambda one: one.spans[0].start)
            reading = replace(reading, directives=tuple(merged))
    return reading


def _is_log(rows: Sequence[GridRow]) -> bool:
    """Tell whether a table keeps who did what and when with a paper: nothing in it is asked."""
    heads = ["".join(cell.words.split()) for cell in rows[0]]
    return any(_DONE_BY.fullmatch(one) for one in heads) and any(
        one.endswith(("时间", "日期")) for one in heads
    )


def _tables(source: SourceText) -> Iterator[Sequence[GridRow]]:
    rows: list[GridRow] = []
    for mark in source.marks or _plain_lines(source.text):
        words = source.text[mark.span.start : mark.span.end]
        if "\t" in words:
            rows.append(grid_row(words, mark.span.start))
        elif rows and mark.role is not LineRole.FURNITURE:
            # The foot of a page does not end a table that goes on over it.
            yield rows
            rows = []
    if rows:
        yield rows


def _plain_lines(text: str) -> Iterator[LineMark]:
    """Yield the lines of a text that no layout marks: tabs part the cells of a row there too."""
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            end = place + len(line.rstrip())
            yield LineMark(span=Span(start=place, end=end), role=LineRole.BODY)
        place += len(line)


def _article_at(reading: Reading, place: Span) -> str:
    for article in reading.articles:
        for paragraph in article.paragraphs:
            if any(one.start < place.end and place.start < one.end for one in paragraph.spans):
                return article.id
    return reading.articles[0].id


def _next(directives: Sequence[Directive]) -> int:
    return 1 + max((int(one.id[1:]) for one in directives), default=0)


def _within(directive: Directive, place: Span) -> bool:
    return all(place.start <= one.start and one.end <= place.end for one in directive.spans)
