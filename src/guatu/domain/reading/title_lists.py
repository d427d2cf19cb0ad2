"""Lists of the titles of reports that a page or its site prints beside the reports themselves."""

import re
from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.reading.digital_page import heads_list, names_publisher
from guatu.domain.reading.furniture import signs_paper
from guatu.domain.reading.lines import Line, LineKind

_TEXT = (LineKind.BODY, LineKind.LEAD)
_ASIDE = (LineKind.FURNITURE, LineKind.GARBLED)
_SHORTEST, _LONGEST = 5, 60
_ROWS, _HEAD = 2, 12
_FEWEST_TITLES = 2
_FIRST_SIGNS, _MOST_ROWS = 3, 6
_MARKS = "●○■□◆◇▲△▶►·•*-—>＞ 　"
_NUMBER = re.compile(r"^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])")


def listed_titles(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that name reports in a list and head none.

    They stand below words that announce such a list, or are printed once more: where text stands below them.
    """
    return _below_heads(lines) | _printed_twice(lines)


def _bare(line: Line) -> str:
    return _NUMBER.sub("", line.words.strip(_MARKS))


def _below_heads(lines: Sequence[Line]) -> frozenset[int]:
    """Return the titles below 标题导航 or 本版新闻: to the end of the page, or to where one of them is printed again."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if line.kind is not LineKind.FURNITURE or not heads_list(line.words):
            continue
        run = _titles_from(lines, index + 1)
        if not run:
            continue
        stop = run[-1] + 1
        if stop < len(lines):
            stop = _printed_again(lines, run)
        found.update(one for one in run if one < stop)
    return frozenset(one for one in found if lines[one].kind not in _ASIDE)


def _titles_from(lines: Sequence[Line], start: int) -> list[int]:
    """Return the lines from one on that may be titles, and what stands aside between them."""
    run: list[int] = []
    for index in range(start, len(lines)):
        line = lines[index]
        text = line.kind is LineKind.LEAD or (line.kind is LineKind.BODY and line.ended)
        if text or len(line.words) > _LONGEST:
            break
        run.append(index)
    return run


def _printed_again(lines: Sequence[Line], run: Sequence[int]) -> int:
    """Return the first line of a run that is, or begins, one above it; else where the run begins."""
    seen: list[str] = []
    for index in run:
        words = _bare(lines[index])
        if lines[index].kind in _ASIDE or len(words) < _SHORTEST:
            continue
        if any(one.startswith(words) for one in seen):
            return index
        seen.append(words)
    return run[0]


def _printed_twice(lines: Sequence[Line]) -> frozenset[int]:
    """Return the titles that stand again elsewhere, above the text of their report."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        words = _bare(line)
        # Whose office stands above a title and below the text (某县教育局) names no report.
        named = len(words) >= _SHORTEST and not signs_paper(words)
        if line.kind is LineKind.SHORT and named:
            places.setdefault(words, []).append(index)
    found = _printed_in_rows(lines)
    if sum(len(same) > 1 for same in places.values()) < _FEWEST_TITLES:
        # One line that stands twice makes no list: a part of a headline may, and so may a slogan.
        return frozenset(found)
    twice = {one for same in places.values() if len(same) > 1 for one in same}
    for same in places.values():
        standing = [one for one in same if _stands_on_text(lines, one, twice)]
        heads = standing or [one for one in same if _text_below(lines, one)]
        if len(same) > 1 and heads:
            # Of two reports of one title each keeps its own.
            kept = {*standing, heads[-1]}
            found.update(one for one in same if one not in kept)
    return frozenset(found)


def _printed_in_rows(lines: Sequence[Line]) -> set[int]:
    """Return the titles that stand again below as rows of a headline: kicker, title and what it adds run together."""
    rows: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.kind is LineKind.SHORT:
            rows.setdefault(line.words[:_FIRST_SIGNS], []).append(index)
    found: set[int] = set()
    for index, line in enumerate(lines):
        words = _bare(line)
        if line.kind in (*_TEXT, *_ASIDE) and not (line.kind is LineKind.BODY and not line.ended):
            continue
        if signs_paper(words):
            # Offices above a title, a line for all of them, and below the text, a line for each.
            continue
        later = [one for one in rows.get(words[:_FIRST_SIGNS], ()) if one > index]
        if any(_rows_make(lines, one, words) for one in later):
            found.add(index)
    return found


def _rows_make(lines: Sequence[Line], start: int, words: str) -> bool:
    """Tell whether several rows from one on make up words."""
    made = ""
    for place in range(start, min(len(lines), start + _MOST_ROWS)):
        if lines[place].kind in _ASIDE:
            continue
        made += lines[place].words
        if made == words:
            return place > start
        if not words.startswith(made):
            return False
    return False


def _text_below(lines: Sequence[Line], index: int) -> bool:
    return any(line.kind in _TEXT for line in lines[index + 1 :])


def _stands_on_text(lines: Sequence[Line], index: int, twice: set[int]) -> bool:
    """Tell whether text stands below a line, with bylines, asides and two rows of a headline at most between."""
    rows = 0
    for place in range(index + 1, len(lines)):
        if lines[place].kind in _TEXT:
            return True
        if lines[place].kind is LineKind.SHORT:
            rows += 1
            if rows > _ROWS or place in twice:
                return False
    return False


def set_aside(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with titles in lists, and a paper's name in Latin letters and its publisher, as asides."""
    listed = listed_titles(lines)
    head = next((i for i, one in enumerate(lines) if one.kind in _TEXT), 0)
    listed |= {i for i in range(min(head, _HEAD)) if names_publisher(lines[i].words)}
    if not listed:
        return tuple(lines)
    return tuple(
        replace(one, kind=LineKind.FURNITURE) if index in listed else one
        for index, one in enumerate(lines)
    )
