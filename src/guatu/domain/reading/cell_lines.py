"""Tables copied a cell a line: their headings one below the other, then the cells of each row.

What parts the cells of a row becomes a tab, so that the text is read as one with tables; every character keeps its
place. Rows are told by their numbers, else by as many lines as there are headings where each holds what its heading asks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.ledger_grid import GridCell
from guatu.domain.reading.ledger_headings import GridColumns, columns_at
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.wraps import Row, text_rows

_FEWEST, _MOST = 3, 12
_LONGEST_HEADING = 12
_FEWEST_ROWS = 2
_HEAD = 5
_NUMBERED = ("序号", "编号", "序")
_SIGNS = ("时限", "期限", "时间", "单位", "部门")
_NUMBER = late("[（(]?(?P<number>\\d{1,3}|[一二三四五六七八九十]{1,3})[）).．、]?")
_IN_WORDS = dict.fromkeys("一", 1) | {
    one: number
    for number, one in enumerate(
        ("二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"), start=2
    )
}
_LIMIT = late(
    "[^。；]{0,16}(?:\\d{1,2}[月日号]|年[底末]|月底|季度|[上中下]旬|长期|持续|全年|半年|每[日天周月季年]|立即|即日|常态|年内|\\d+(?:个)?(?:工作)?(?:日|天)|20\\d\\d)[^。；]{0,14}"
)
_STOPS = "。；"
_MOST_AROUND = 4
# A table has headings and two rows at least, three columns wide, and hardly a cell of more than a line.
_SHORT_LINES = re.compile("^(?:[ \\t\u3000\\r]*[^\\s][^\\n]{0,40}\\n\\s*){6}", re.MULTILINE)
_BLANK_LINES = late("\n(?:[ \u3000\r]*\n)+")

Cells = list[Row]


def with_rows(text: str, lexicon: Lexicon) -> str:
    """Return a text with tabs between the cells of such tables; any other text as it is."""
    if not any(sign in text for sign in _SIGNS) or _SHORT_LINES.search(text) is None:
        return text
    lines = text_rows(text)
    short = [one.end - one.start <= _LONGEST_HEADING for one in lines]
    made: list[str] | None = None
    place = run = 0
    while place + 2 * _FEWEST <= len(lines):
        run = run + 1 if short[place] else 0
        table: list[Cells] = []
        if all(short[place : place + _FEWEST]):
            # A title and what stands below it may be as short as headings are.
            numbered = _words(lines[place], text) in _NUMBERED
            table = _table_at(lines, place, text, lexicon) if numbered or run <= _HEAD else []
        if not table:
            place += 1
            continue
        made = made or list(text)
        for before, after in (pair for row in table for pair in pairwise(row)):
            made[before.end : after.start] = "\t" + " " * (after.start - before.end - 1)
        place, run = place + sum(map(len, table)), 0
    return text if made is None else "".join(made)


def is_table(text: str) -> bool:
    """Tell whether a text is a title and a table below it, and next to nothing else."""
    lines = text_rows(text)
    rows = [one for one in lines if "\t" in text[one.start : one.end]]
    around = [one for one in lines if "\t" not in text[one.start : one.end]]
    told = any(text[one.end - 1] in _STOPS + "：" for one in around)
    return len(rows) > _FEWEST_ROWS and len(around) <= _MOST_AROUND and not told


def without_blank_lines(text: str) -> str:
    """Return a text whose blank lines part nothing, every character in its place."""
    return _BLANK_LINES.sub(lambda found: " " * (len(found.group()) - 1) + "\n", text)


def _table_at(lines: Sequence[Row], place: int, text: str, lexicon: Lexicon) -> list[Cells]:
    """Return the rows of a table whose headings begin at a line, those first; none where none do."""
    heads = list(lines[place : place + _MOST])
    words = [_words(one, text) for one in heads]
    fit = [len(one) <= _LONGEST_HEADING for one in words]
    fit[1:] = [a and not _is_no_heading(b) for a, b in zip(fit[1:], words[1:], strict=True)]
    most = fit.index(False) if False in fit else len(fit)
    for size in range(most, _FEWEST - 1, -1):
        heads, words = heads[:size], words[:size]
        columns = columns_at([tuple(map(_cell, words))], 0, lexicon)
        if columns is None:
            continue
        below = place + size
        numbered = words[0] in _NUMBERED
        rows = (
            list(_numbered_rows(lines, below, size, text))
            if numbered
            else list(_rows_of(lines, below, size, columns, text))
        )
        if len(rows) >= _FEWEST_ROWS:
            return [heads, *rows]
    return []


def _words(line: Row, text: str) -> str:
    return "".join(text[line.start : line.end].split())


def _is_no_heading(words: str) -> bool:
    return words in _NUMBERED or _number(words) is not None or words[0] in "（("


def _cell(words: str) -> GridCell:
    return GridCell(words=words, span=Span(start=0, end=len(words)))


def _numbered_rows(lines: Sequence[Row], place: int, size: int, text: str) -> Iterator[Cells]:
    """Yield the rows that begin with 1, 2, 3 on lines of their own and have a line for each heading."""
    number = 1
    while place < len(lines) and _number(_words(lines[place], text)) == number:
        row = list(lines[place : place + size])
        after = place + size
        ends = after >= len(lines) or _number(_words(lines[after], text)) == number + 1
        if len(row) < size or (not ends and number == 1):
            return
        yield row
        place, number = after, number + 1


def _number(words: str) -> int | None:
    found = _NUMBER.fullmatch(words)
    if found is None:
        return None
    number = found.group("number")
    return int(number) if number.isdecimal() else _IN_WORDS.get(number)


def _rows_of(
    lines: Sequence[Row], start: int, size: int, columns: GridColumns, text: str
) -> Iterator[Cells]:
    """Yield the rows of as many lines as there are headings, while limits and units stand where theirs are."""
    if not columns.deadlines:
        return
    for place in range(start, len(lines) - size + 1, size):
        row = list(lines[place : place + size])
        words = [_words(one, text) for one in row]
        dated = all(_LIMIT.fullmatch(words[one]) for one in columns.deadlines)
        named = not any(sign in words[one] for one in columns.leads for sign in _STOPS)
        if not dated or not named:
            return
        yield row
