"""Rows of persons: 县长甲，副县长乙、丙出席会议: what one does stands behind the last of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from guatu.domain.reading.people import Mention, words_after

_JOINED = re.compile(
    "(?:同志)?(?:等)?(?:、|和|及|以及|，|与|同)(?:以及|及|和)?(?:[^，。；：“”、]{0,14}(?:领导|同志|成员|代表|负责人|委员))?"
)

_FRONT = 8


class Row(NamedTuple):
    """Where somebody stands among those named together (0 the first), how many they are, and the words around them."""

    place: int
    size: int
    front: str
    words: str


def rows_of(mentions: Sequence[Mention], texts: Sequence[str]) -> tuple[Row, ...]:
    """Return for each mention, in order, the row that it stands in; one alone is a row of one."""
    found: list[Row] = []
    begin = 0
    for i, one in enumerate(mentions):
        follows = mentions[i + 1] if i + 1 < len(mentions) else None
        if follows is not None and _continues(one, follows, texts):
            continue
        first = mentions[begin]
        front = texts[first.paragraph][max(0, first.start - _FRONT) : first.start]
        words = words_behind(texts, one)
        size = i + 1 - begin
        found += [Row(place=place, size=size, front=front, words=words) for place in range(size)]
        begin = i + 1
    return tuple(found)


def _continues(one: Mention, follows: Mention, texts: Sequence[str]) -> bool:
    """Tell whether nothing but a joint and a post stands between two persons."""
    if one.paragraph != follows.paragraph:
        return False
    text = texts[one.paragraph]
    begin, end = one.end, follows.start
    if one.post and text.startswith(one.post, begin):
        begin += len(one.post)
    if follows.post and text.endswith(follows.post, begin, end):
        end -= len(follows.post)
    return _JOINED.fullmatch(text, begin, end) is not None


def words_behind(texts: Sequence[str], one: Mention) -> str:
    """Return the words behind a name and the post that may follow it, to the end of the sentence."""
    words = words_after(texts, one)
    return words[len(one.post) :] if one.post and words.startswith(one.post) else words
