"""Columns of short news: one item each behind an ornament (▲, ●), a report by itself; and captions above who took the photo."""

import re
from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.patterns import layout_patterns

_ORNAMENTS = "▲△●○■□◆◇★☆※►▶"
_ASIDE = (LineKind.FURNITURE, LineKind.GARBLED, LineKind.BYLINE)
# 一句话新闻, 各地动态, 简讯: what a column of such items is called.
_COLUMN = re.compile(
    "[【\\[]?[\u3400-\u9fff]{0,6}(?:简讯|短讯|快讯|速览|速递|速读|快递|集锦|集萃|动态|短波|简报|简明新闻|一句话新闻|新闻简报|微新闻|点击)[】\\]]?"
)
_FEWEST, _SHORTEST = 2, 12
_TAKEN = re.compile(
    "[（(]?(?:本报|特约|见习|实习|[\u3400-\u9fff]{0,4}融媒体?(?:中心)?)*(?:记者|通讯员|摄影)?[：:]?[\u3400-\u9fff、]{2,10}(?:摄影报道|摄影|摄|供图|航拍|图)[）)]?"
    "|(?:摄影|供图|图片?)[：:/／][\u3400-\u9fff、]{2,10}"
)
# 县领导要求… is no caption, whoever took a photo below it.
_TELLS = re.compile("[要须]|强调|指出|说[，：。]|说$|表示|介绍|“")
_LONGEST_TAKEN, _LONGEST_CAPTION = 24, 70


def with_short_news(lines: Sequence[Line], plain: str, lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the lines with each item of short news as a report's opening, and captions as asides."""
    items = _items(lines, lexicon)
    found: list[Line] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if index in items:
            found += _apart(line, plain)
        elif line.kind is LineKind.BODY and after is not None and _is_caption(line, after):
            found.append(replace(line, kind=LineKind.FURNITURE))
        else:
            found.append(line)
    return tuple(found)


def _items(lines: Sequence[Line], lexicon: Lexicon) -> frozenset[int]:
    """Return the lines that are items: of one ornament, one after the other, below a column's name or with days of their own."""
    found: set[int] = set()
    index = 0
    while index < len(lines):
        run = _run_from(lines, index)
        index = run[-1] + 1 if run else index + 1
        if len(run) < _FEWEST:
            continue
        timed = layout_patterns(lexicon).timed_lead
        dated = sum(timed.match(_bare(lines[one])) is not None for one in run)
        if dated * 2 >= len(run) or _stands_below_column(lines, run[0]):
            found.update(run)
    return frozenset(found)


def _bare(line: Line) -> str:
    return line.words.lstrip(_ORNAMENTS)


def _run_from(lines: Sequence[Line], start: int) -> list[int]:
    """Return the items from a line on: each ends where a sentence does, and only bylines stand between."""
    mark = lines[start].words[0]
    if mark not in _ORNAMENTS:
        return []
    run: list[int] = []
    for index in range(start, len(lines)):
        line = lines[index]
        item = (
            line.words[0] == mark and len(line.words) >= _SHORTEST and line.words[-1] in "。！？”）"
        )
        if item and line.kind is not LineKind.BYLINE:
            run.append(index)
        elif line.kind is not LineKind.BYLINE:
            break
    return run


def _stands_below_column(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the next line above is what a column of short news is called."""
    above = index - 1
    while (
        above >= 0 and lines[above].kind in _ASIDE and _COLUMN.fullmatch(lines[above].words) is None
    ):
        above -= 1
    return above >= 0 and _COLUMN.fullmatch(lines[above].words) is not None


def _apart(line: Line, plain: str) -> tuple[Line, Line]:
    """Return the ornament of an item as a line of its own, and the item as a report's opening."""
    first = line.spans[0]
    mark = replace(
        line,
        spans=(Span(start=first.start, end=first.start + 1),),
        words=line.words[0],
        kind=LineKind.GARBLED,
    )
    start = first.start + 1
    while start < first.end and plain[start].isspace():
        start += 1
    spans = (
        (Span(start=start, end=first.end), *line.spans[1:]) if start < first.end else line.spans[1:]
    )
    return mark, replace(line, spans=spans, words=line.words[1:], kind=LineKind.LEAD, gap=0)


def _is_caption(line: Line, after: Line) -> bool:
    """Tell whether one plain sentence stands right above who took the photo that it tells of."""
    if len(after.words) > _LONGEST_TAKEN or len(line.words) > _LONGEST_CAPTION:
        return False
    return (
        _TAKEN.fullmatch(after.words) is not None
        and line.words.endswith("。")
        and line.words.count("。") == 1
        and _TELLS.search(line.words) is None
    )
