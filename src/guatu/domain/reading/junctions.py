"""Whether words run on from one piece of text into another: the word that was cut in two."""

from guatu.domain.reading.lexicon import Lexicon

_MARKS = frozenset("，。；：、！？“”‘’（）《》【】…—·")
_MOST = 16.0
_ACROSS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))


def crossing(before: str, after: str, lexicon: Lexicon) -> float:
    """Return how common the commonest word is that spans the junction, 0 (none) to about 1."""
    if not before or not after or before[-1] in _MARKS or after[0] in _MARKS:
        return 0.0
    known = lexicon.usage.common_words
    return max([known.get(before[-a:] + after[:b], 0) for a, b in _ACROSS]) / _MOST


def word_start(after: str, lexicon: Lexicon) -> float:
    """Return how common the commonest word is that opens a text, 0 to about 1."""
    known = lexicon.usage.common_words
    return max(known.get(after[:size], 0) for size in (2, 3, 4)) / _MOST


def word_end(before: str, lexicon: Lexicon) -> float:
    """Return how common the commonest word is that ends a text, 0 to about 1."""
    known = lexicon.usage.common_words
    return max(known.get(before[-size:], 0) for size in (2, 3, 4)) / _MOST


def echoes(before: str, after: str, page: str) -> float:
    """Return how long a run over the junction stands elsewhere on the page: 0, or 2 to 6 signs.

    ``page`` is the page without white space, in which the junction itself does not stand
    unless the two are neighbours there.
    """
    if not before or not after or before[-1] in _MARKS or after[0] in _MARKS:
        return 0.0
    if before[-1] + after[0] not in page:
        # What does not stand there is part of no longer run that does.
        return 0.0
    found = 2
    for a, b in ((2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3)):
        if len(before) < a or len(after) < b:
            continue
        run = before[-a:] + after[:b]
        if not _MARKS.isdisjoint(run):
            continue
        if a + b > found and run in page:
            found = a + b
    return float(found)


def depth(words: str) -> int:
    """Return how many quotes and brackets a text leaves open; negative where it closes more."""
    opened = sum(words.count(sign) for sign in "“（《")
    closed = sum(words.count(sign) for sign in "”）》")
    return opened - closed
