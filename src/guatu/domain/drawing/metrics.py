"""How wide words are, and how they are shortened and broken to fit.

The widths are the advance widths of Noto Sans SC (thousandths of the size),
read once from the font that the sheets embed. Every sign beyond ASCII counts as a
full em: true for Han and full-width marks, an upper bound for the rest.
"""

ELLIPSIS = "…"

# Advance widths of U+0020 to U+007E in Noto Sans SC Regular, 1000 units to the em.
_ASCII_WIDTHS = (
    *(224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392),
    *(555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474),
    *(946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742),
    *(633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559),
    *(606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606),
    *(620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555),
)
_EM = 1000
# Marks that no line may begin with, and marks that no line may end with.
_NOT_FIRST = frozenset("，。；：、！？）》】〉〕”’…%,.;:!?)]")
_NOT_LAST = frozenset("（《【〈〔“‘([")


def _advance(sign: str) -> int:
    code = ord(sign)
    return _ASCII_WIDTHS[code - 32] if 32 <= code < 127 else _EM


def text_width(words: str, size: float) -> float:
    """Return the width of the words, in the unit of the size."""
    return sum(map(_advance, words)) * size / _EM


def fit(words: str, size: float, width: float) -> str:
    """Return the words, cut and ended with … where they are wider than the width.

    Empty if not even the … fits.
    """
    if text_width(words, size) <= width:
        return words
    room = width * _EM / size - _EM
    kept = 0
    for sign in words:
        room -= _advance(sign)
        if room < 0:
            break
        kept += 1
    if kept == 0:
        return ELLIPSIS if width >= size else ""
    return words[:kept].rstrip() + ELLIPSIS


def _is_latin(sign: str) -> bool:
    return sign.isascii() and not sign.isspace()


def _joined(one: str, other: str) -> bool:
    """Tell whether two signs belong to one Latin word; a hyphen or slash may end a line."""
    return _is_latin(one) and _is_latin(other) and one not in "-/_"


def _break_at(words: str, size: float, width: float) -> int:
    """Return how many signs go on this line: whole Latin words, no mark at a wrong end."""
    used = 0.0
    kept = 0
    for sign in words:
        used += _advance(sign) * size / _EM
        if used > width:
            break
        kept += 1
    if kept in (0, len(words)):
        return max(kept, 1)
    place = kept
    while place > 0 and _joined(words[place - 1], words[place]):
        place -= 1
    while place > 1 and (words[place] in _NOT_FIRST or words[place - 1] in _NOT_LAST):
        place -= 1
    return place if place > kept // 3 else kept


def wrap(words: str, size: float, width: float, lines: int) -> tuple[str, ...]:
    """Break the words into at most so many lines; the last is shortened where they are too long."""
    rest = " ".join(words.split())
    broken: list[str] = []
    while rest and len(broken) < lines - 1 and text_width(rest, size) > width:
        place = _break_at(rest, size, width)
        broken.append(rest[:place].rstrip())
        rest = rest[place:].lstrip()
    if rest:
        last = fit(rest, size, width)
        if last:
            broken.append(last)
    return tuple(broken)
