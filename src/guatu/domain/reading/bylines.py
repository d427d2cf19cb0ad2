"""Whether a line of names is a byline or a piece of a list of names that a column cut."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from guatu.domain.reading.edges import LEADING_MARKS
from guatu.domain.reading.headings import neighbours
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, is_fresh
from guatu.domain.reading.pairings import SeamTable
from guatu.domain.reading.patterns import ORNAMENTS, layout_patterns, name_start
from guatu.domain.reading.spelled_names import is_spelled
from guatu.domain.reading.writers import names_column, names_writers, sent_by_office

BYLINE_FEATURES = (
    "marked",
    "glued",
    "listed",
    "after_finished",
    "after_byline",
    "last",
    "before_short",
    "before_opening",
    "before_fresh",
    "before_mark",
    "joins_before",
    "joins_after",
    "short",
    "before_stale",
    "surnamed",
    "again",
    "word",
    "run_together",
    "in_brackets",
    "before_short_after_end",
    "long_names",
    "wordy",
    "told",
    "calm_framed",
    "many_names",
    "strangers",
    "many_strangers",
)
_LONGEST_NAMES = 9
_LONG_NAME = 3.5
_ONE_NAME = 4
_MANY_NAMES = 3
_COMMON = 8
_SPELLED, _WORDS = 0.8, 0.05
# （马某折某某）: names run together of which no surname need be known.
_IN_BRACKETS = re.compile(
    r"[（(][\u3400-\u9fff·]{2,4}(?:[、/／]?[\u3400-\u9fff·]{2,4}){0,3}[）)]|[（(].{0,6}融媒体?(?:中心)?[）)]"
)
# 塘上人, 水边的王大嘴: what people are not called with, unless with a surname of two signs (上官) or with a role.
_NO_NAME = frozenset("的了着上下是这我你他她们么吗呢把被让给到又再谁哪很")
_MARKED = ("（", "(", "记者", "本报", "通讯员", "作者", "文", "图", "供稿")


def byline_rows(
    lines: Sequence[Line], table: SeamTable, lexicon: Lexicon
) -> dict[int, tuple[float, ...]]:
    """Return the features of every line of names, in the order of ``BYLINE_FEATURES``."""
    before, after = neighbours(lines)
    later, earlier = table.bests()
    speech = layout_patterns(lexicon).speech_start
    rows: dict[int, tuple[float, ...]] = {}
    pattern = layout_patterns(lexicon).byline
    alone = Counter(one.words for one in lines if len(one.words) <= _LONGEST_NAMES)
    text = "。".join(one.words for one in lines if one.kind in (LineKind.BODY, LineKind.LEAD))
    for index, line in enumerate(lines):
        if (line.kind is not LineKind.BYLINE and not _may_name(line)) or names_column(line.words):
            continue
        previous, following = before[index], after[index]
        last = lines[previous] if previous is not None else None
        following_line = lines[following] if following is not None else None
        body = following_line is not None and following_line.kind in (LineKind.BODY, LineKind.LEAD)
        spoken = following_line is not None and speech.match(line.words + following_line.words[:40])
        marked = names_writers(line.words) or line.words.lstrip(ORNAMENTS).startswith(_MARKED)
        rows[index] = (
            float(marked),
            float(line.glued),
            float("、" in line.words),
            float(last is None or last.ended),
            float(last is not None and last.kind is LineKind.BYLINE),
            float(following_line is None),
            float(following_line is not None and following_line.kind is LineKind.SHORT),
            float(
                following_line is not None
                and (following_line.kind is LineKind.LEAD or following_line.opens)
            ),
            float(
                bool(body and following_line and is_fresh(following_line, lexicon)) and not spoken
            ),
            float(bool(following_line and following_line.words[0] in LEADING_MARKS)),
            max(-6.0, min(6.0, later.get(index, -6.0))),
            max(-6.0, min(6.0, earlier.get(index, -6.0))),
            float(len(line.words) <= 4),
            float(bool(body and following_line and not is_fresh(following_line, lexicon))),
            float(bool(pattern.match(line.words)) or names_writers(line.words)),
            float(alone[line.words] > 1 or _of_known_names(line, alone)),
            float(line.words in lexicon.usage.common_words),
            float(_run_together(line)),
            float(bool(_IN_BRACKETS.fullmatch(line.words))),
            float(
                (last is None or last.ended)
                and (following_line is None or following_line.kind is not LineKind.BODY)
            ),
            float(not marked and _size_of_names(line) >= _LONG_NAME),
            0.0 if marked else _wordy(line.words, lexicon),
            float(line.words in text),
            table.calm * _stands_alone(last, following_line),
            *((0.0,) * 3 if marked else _strangers(line, lexicon)),
        )
    return rows


def _run_together(line: Line) -> bool:
    """Tell whether more characters than a name has stand together with nothing that marks writers."""
    parted = line.blanks or "、" in line.words
    marked = line.words.lstrip(ORNAMENTS).startswith(_MARKED)
    return len(line.words) > _ONE_NAME and not parted and not marked


def _stands_alone(last: Line | None, following: Line | None) -> bool:
    """Tell whether a line stands between the end of a sentence and no running text."""
    ended = last is not None and last.ended
    return ended and (following is None or following.kind is not LineKind.BODY)


def _of_known_names(line: Line, alone: Counter[str]) -> bool:
    """Tell whether one of two names stands on a line of its own elsewhere on the page: writers write again."""
    if not (line.blanks or "、" in line.words):
        return False
    rest = line.words.replace("、", "")
    known = [one for one in alone if 2 <= len(one) <= _ONE_NAME and one != line.words]
    return any(rest.startswith(one) or rest.endswith(one) for one in known)


def _size_of_names(line: Line) -> float:
    """Return how many characters each name of a line has if it is one of names."""
    parts = 1 + line.blanks + sum(line.words.count(mark) for mark in "、/／")
    return len(line.words) / parts


def _strangers(line: Line, lexicon: Lexicon) -> tuple[float, float, float]:
    """Return whether a line would be three names or more, and what share of them no known surname opens.

    话渔事 听真言 解难题 is a headline in three beats, not three writers.
    """
    parts = 1 + line.blanks + sum(line.words.count(mark) for mark in "、/／")
    size, rest = divmod(len(line.words), parts)
    if rest or not 2 <= size <= _ONE_NAME:
        return 0.0, 0.0, 0.0
    surnames = frozenset((*lexicon.surnames, *(one[0] for one in lexicon.compound_surnames)))
    strange = sum(line.words[at] not in surnames for at in range(0, len(line.words), size)) / parts
    many = float(parts >= _MANY_NAMES)
    return many, strange, many * strange


def _wordy(words: str, lexicon: Lexicon) -> float:
    """Return the share of neighbouring characters that make up a common word: few in names."""
    known = lexicon.usage.common_words
    pairs = [a + b for a, b in pairwise(words)]
    return sum(1 for one in pairs if known.get(one, 0) >= _COMMON) / max(1, len(pairs))


def _may_name(line: Line) -> bool:
    """Tell whether a short line may be names of people whose surnames are not in the lists."""
    most = _LONGEST_NAMES if line.blanks else 4
    if line.kind is LineKind.SHORT and _IN_BRACKETS.fullmatch(line.words):
        return True
    return (
        line.kind is LineKind.SHORT
        and 2 <= len(line.words) <= most
        and all("\u3400" <= sign <= "\u9fff" or sign == "·" for sign in line.words)
    )


def byline_chances(lines: Sequence[Line], table: SeamTable, lexicon: Lexicon) -> dict[int, float]:
    """Return how likely each line of names is a byline."""
    model = lexicon.models["byline"]
    before, after = neighbours(lines)
    chances: dict[int, float] = {}
    for index, row in byline_rows(lines, table, lexicon).items():
        chance, words = model.sure(row), lines[index].words
        if reads_as_words(words, lexicon):
            chance = min(chance, _WORDS)
        elif chance < _SPELLED and _may_stand_alone(lines[index], lexicon):
            last, following = (
                None if one is None else lines[one] for one in (before[index], after[index])
            )
            # 通拉嘎, without surname or role, 县政府办 方小满: between a report and what is no text.
            chance = _SPELLED if _stands_alone(last, following) else chance
        chances[index] = chance
    return chances


def _may_stand_alone(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a line names somebody though neither a surname nor a role of the press says so."""
    if line.blanks == 1 and sent_by_office(line.words, name_start(lexicon)):
        return True
    return is_spelled(line.words, lexicon)


def reads_as_words(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line that may be names holds what no name does, and says nothing of writers: 塘上人."""
    if _NO_NAME.isdisjoint(words) or words.startswith(tuple(lexicon.compound_surnames)):
        return False
    marked = names_writers(words) or words.lstrip(ORNAMENTS).startswith(_MARKED)
    return not marked and not is_spelled(words, lexicon)
