"""The numbered lists of a Word 97 to 2003 document. Source: [MS-DOC] 2.9.131 (LFO) to 2.9.150 (LVL)."""

import struct
from collections.abc import Mapping

from guatu.adapters.word_numbers import ListLevel, Numbering

_LIST, _OVERRIDE, _LEVEL = 28, 16, 28
_LEVELS = 9
_FORMS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    18: "decimalEnclosedCircle",
    23: "bullet",
    28: "decimalEnclosedCircle",
    30: "ideographTraditional",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}


def doc_numbering(lists: bytes, overrides: bytes) -> Numbering:
    """Return the numbering of a document from its lists (levels behind them) and overrides.

    A list is named by the number of its override, from 1 on. Overrides that begin anew are not
    heeded. What is torn off at the end is left out.
    """
    drafts = _drafts(lists)
    levels: dict[str, Mapping[int, ListLevel]] = {}
    named: dict[str, str] = {}
    count = struct.unpack_from("<I", overrides)[0] if len(overrides) >= 4 else 0
    for number in range(min(count, (len(overrides) - 4) // _OVERRIDE)):
        draft = struct.unpack_from("<i", overrides, 4 + _OVERRIDE * number)[0]
        if draft in drafts:
            levels[str(number + 1)] = drafts[draft]
            named[str(number + 1)] = str(draft)
    return Numbering(levels, named)


def _drafts(lists: bytes) -> Mapping[int, Mapping[int, ListLevel]]:
    count = struct.unpack_from("<H", lists)[0] if len(lists) >= 2 else 0
    at = 2 + _LIST * count
    found: dict[int, Mapping[int, ListLevel]] = {}
    for number in range(count):
        head = lists[2 + _LIST * number :][:_LIST]
        if len(head) < _LIST:
            break
        levels: dict[int, ListLevel] = {}
        for place in range(1 if head[26] & 1 else _LEVELS):
            if at + _LEVEL + 2 > len(lists):
                return found
            level, at = _level(lists, at)
            levels[place] = level
        found[struct.unpack_from("<i", head)[0]] = levels
    return found


def _level(lists: bytes, at: int) -> tuple[ListLevel, int]:
    """Return the level that stands at a place, and where the next one begins."""
    start, form = struct.unpack_from("<iB", lists, at)
    words_at = at + _LEVEL + lists[at + 24] + lists[at + 25]
    if words_at + 2 > len(lists):
        return ListLevel(form="none", words="", start=start), len(lists)
    size = struct.unpack_from("<H", lists, words_at)[0]
    printed = lists[words_at + 2 : words_at + 2 + 2 * size].decode("utf-16-le", "replace")
    # A character below nine stands for the number of that level.
    words = "".join(f"%{ord(one) + 1}" if ord(one) < _LEVELS else one for one in printed)
    level = ListLevel(form=_FORMS.get(form, "decimal"), words=words, start=start)
    return level, words_at + 2 + 2 * size
