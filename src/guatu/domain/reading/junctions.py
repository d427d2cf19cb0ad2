"""Whether words run on from one piece of text into another: the word that was cut in two."""

from guatu.domain.reading.lexicon import Lexicon

MARKS = frozenset("，。；：、！？“”‘’（）《》【】…—·")
_MOST = 16.0
_WINDOW = 3
_LONGEST_WORD = 3
# Binary logarithms of how many words and characters the tables were counted on.
_ALL_WORDS, _ALL_SIGNS = 25.8, 26.0
_RARE_SIGN = 6
NO_WORD, _MOST_GAIN = -8.0, 24.0
_ACROSS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
_NONE = [None] * len(_ACROSS)


def crossing(before: str, after: str, lexicon: Lexicon) -> float:
    """Return how common the commonest word is that spans the junction, 0 (none) to about 1."""
    if not before or not after or before[-1] in MARKS or after[0] in MARKS:
        return 0.0
    known = lexicon.usage.common_words
    return max([known.get(before[-a:] + after[:b], 0) for a, b in _ACROSS]) / _MOST


def word_start(after: str, lexicon: Lexicon) -> float:
    """Return how common the commonest word is that opens a text, 0 to about 1."""
    known = lexicon.usage.common_words.get
    return max(known(after[:2], 0), known(after[:3], 0), known(after[:4], 0)) / _MOST


def word_end(before: str, lexicon: Lexicon) -> float:
    """Return how common the commonest word is that ends a text, 0 to about 1."""
    known = lexicon.usage.common_words.get
    return max(known(before[-2:], 0), known(before[-3:], 0), known(before[-4:], 0)) / _MOST


def _parted(words: str, lexicon: Lexicon, *, backwards: bool = False) -> list[float]:
    """Return for each prefix of a few characters how well it parts into known words; ``backwards`` for each end.

    A part costs the binary logarithm of how often it is written; one of several characters is a known word.
    """
    known, signs = lexicon.usage.common_words, lexicon.usage.signs
    best = [0.0]
    for size in range(1, len(words) + 1):
        part = words[-size:] if backwards else words[:size]
        sign = part[0] if backwards else part[-1]
        found = best[-1] + (signs.get(sign, _RARE_SIGN) / 2 - _ALL_SIGNS)
        for length in range(2, min(size, _LONGEST_WORD) + 1):
            level = known.get(part[:length] if backwards else part[-length:])
            if level is not None:
                found = max(found, best[size - length] + (level - _ALL_WORDS))
        best.append(found)
    return best


def tail_parts(words: str, lexicon: Lexicon) -> tuple[float, ...]:
    """Return how well the end of a text parts into words when none to three characters go on."""
    return tuple(_parted(words[-_WINDOW:], lexicon)[::-1])


def head_parts(words: str, lexicon: Lexicon) -> tuple[float, ...]:
    """Return how well the start of a text parts into words without its first none to three characters."""
    return tuple(_parted(words[:_WINDOW], lexicon, backwards=True)[::-1])


def spanned(
    before: str,
    after: str,
    parts: tuple[tuple[float, ...], tuple[float, ...]],
    lexicon: Lexicon,
) -> tuple[float, float]:
    """Return how common the commonest word over a junction is, and what joining the two ends wins.

    The one is 0 to about 1; the other how much better the ends part into words together than apart
    (binary logarithm). ``parts`` are the ``tail_parts`` of the one and the ``head_parts`` of the other.
    """
    if before[-1] in MARKS or after[0] in MARKS:
        return 0.0, NO_WORD
    if before[-1].isdecimal() and _figure_goes_on(after):
        return 1.0, _MOST_GAIN
    known = lexicon.usage.common_words
    ends = "", before[-1], before[-2:], before[-3:]
    starts = "", after[0], after[:2], after[:3]
    levels = [known.get(ends[a] + starts[b]) for a, b in _ACROSS]
    if levels == _NONE:
        return 0.0, NO_WORD
    tail, head = parts
    apart = tail[0] + head[0] + _ALL_WORDS
    common, best = 0, NO_WORD
    for (a, b), level in zip(_ACROSS, levels, strict=True):
        if level is not None and a < len(tail) and b < len(head):
            common = max(common, level)
            best = max(best, tail[a] + level + head[b] - apart)
    return common / _MOST, min(_MOST_GAIN, best)


def _figure_goes_on(after: str) -> bool:
    """Tell whether a text opens with what only a figure before it can have left: 4|.7公里, 60|%."""
    return after[0] in "%％‰℃" or (after[0] in ".．" and after[1:2].isdecimal())


def echoes(before: str, after: str, page: str) -> float:
    """Return how long a run over the junction stands elsewhere on the page: 0, or 2 to 6 signs.

    ``page`` is the page without white space, in which the junction itself does not stand
    unless the two are neighbours there.
    """
    if not before or not after or before[-1] in MARKS or after[0] in MARKS:
        return 0.0
    if before[-1] + after[0] not in page:
        # What does not stand there is part of no longer run that does.
        return 0.0
    found = 2
    for a, b in ((2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3)):
        if len(before) < a or len(after) < b:
            continue
        run = before[-a:] + after[:b]
        if not MARKS.isdisjoint(run):
            continue
        if a + b > found and run in page:
            found = a + b
    return float(found)


def depth(words: str) -> int:
    """Return how many quotes and brackets a text leaves open; negative where it closes more."""
    opened = sum(words.count(sign) for sign in "“（《")
    closed = sum(words.count(sign) for sign in "”）》")
    return opened - closed
