"""Passages printed twice on one page: found although a few characters of one were misread."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np

_GRAM = 9
_LEAST = 22
_LEAST_LISTED = 60
# Two reports open alike: 本报讯 10月28日，县委副书记、县长某某主持召开…
_OPENING = 40
_LEAST_OPENING = 60
# 县领导…参加会议 around a list of names.
_LIST_FRAME = 14
_SURE_AGAIN = 4
_SLIPS = ((1, 1), (1, 0), (0, 1), (2, 2), (2, 1), (1, 2))
_SLIP_EVERY = 9
_MOST_PLACES = 6
_MARKS = "，、。；：！？“”‘’（）《》"
# 关于加快某事的实施意见》的通知, whole or its end.
_CLAUSE = re.compile("[，。；、]")
# Who leads a county: heads of bureaus and towns are listed for one matter.
_POST = re.compile("书记|[县市区旗州]长|主任|主席|常委")
_CAME = re.compile("(?:会议|活动|座谈会?|主持|出席|参加|列席|讲话|并|作|陪同)+")
_CHAIRS = re.compile("主持|出席|讲话")
_LONGEST_POST = 16
_TITLE = re.compile("《?[^，。；：《》]*》[^，。；：《》]{0,6}[，。；]?")
# An odd number of 64 bits, its bits spread evenly: runs are summed up by its powers.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class Passage(NamedTuple):
    """A run of one text: the number of the text and the half-open place in it."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A passage standing in two texts: the copy that is out of place and the rightful one.

    ``sure`` is how likely the owner is right, 0.5 to 1; ``features`` what it was decided by.
    """

    copy: Passage
    original: Passage
    sure: float
    features: tuple[tuple[str, float], ...] = ()


def twin_passages(texts: Sequence[str]) -> tuple[tuple[Passage, Passage], ...]:
    """Return the passages of about two dozen or more characters that two texts share."""
    # Most runs stand once: only the others are looked at.
    again = _said_again(texts)
    index: dict[str, list[tuple[int, int]]] = {}
    twins: list[tuple[Passage, Passage]] = []
    for number, text in enumerate(texts):
        twins += _twins(texts, number, index, again[number])
        for start in again[number]:
            places = index.setdefault(text[start : start + _GRAM], [])
            if len(places) < _MOST_PLACES:
                places.append((number, start))
    return tuple(twins)


def _said_again(texts: Sequence[str]) -> list[list[int]]:
    """Return for each text the places where a run begins that stands in the texts more than once.

    Runs are told apart by a sum of their signs; one that is alike by chance alone finds no twin.
    """
    signs = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    last = max(0, len(signs) - _GRAM + 1)
    sums = np.zeros(last, dtype=np.uint64)
    for step in range(_GRAM):
        sums = sums * _SPREAD + signs[step : step + last]
    ranked = np.sort(sums)
    places = np.flatnonzero(np.isin(sums, ranked[1:][ranked[1:] == ranked[:-1]]))
    firsts = accumulate(map(len, texts), initial=0)
    return [
        (places[(places >= first) & (places <= first + len(text) - _GRAM)] - first).tolist()
        for first, text in zip(firsts, texts, strict=False)
    ]


def _twins(
    texts: Sequence[str],
    number: int,
    index: Mapping[str, list[tuple[int, int]]],
    again: Sequence[int],
) -> list[tuple[Passage, Passage]]:
    """Return the passages of a text that an earlier text holds too.

    ``again`` are the places where a run begins that stands in the texts more than once.
    """
    text = texts[number]
    found: list[tuple[Passage, Passage]] = []
    floor = 0
    for place in again:
        twins = index.get(text[place : place + _GRAM]) if place >= floor else None
        if twins is None:
            continue
        grown = [_grown(texts, number, place, other, at, floor=floor) for other, at in twins]
        here, there = max(grown, key=lambda one: one[0].end - one[0].start)
        if here.end - here.start < _LEAST:
            continue
        floor = here.end
        here, there = _trimmed(text, here, there)
        words = text[here.start : here.end]
        opening = max(here.start, there.start) < _OPENING and len(words) < _LEAST_OPENING
        if len(words) >= _LEAST and not opening and not _is_set_phrase(words):
            found.append((here, there))
    return found


def _grown(
    texts: Sequence[str], number: int, place: int, other: int, at: int, *, floor: int
) -> tuple[Passage, Passage]:
    """Extend an equal run to both sides as far as the two agree but for a few slips."""
    one, two = texts[number], texts[other]
    right_one, right_two = _reach(one[place + _GRAM :], two[at + _GRAM :])
    left_one, left_two = _reach(one[floor:place][::-1], two[:at][::-1])
    return (
        Passage(text=number, start=place - left_one, end=place + _GRAM + right_one),
        Passage(text=other, start=at - left_two, end=at + _GRAM + right_two),
    )


def _reach(one: str, two: str) -> tuple[int, int]:
    """Return how far two texts agree from their beginnings; a slip needs firm ground after it."""
    i = j = 0
    slips = 0
    while i < len(one) and j < len(two):
        if one[i] == two[j]:
            i, j = i + 1, j + 1
            continue
        if slips * _SLIP_EVERY > i + _SLIP_EVERY:
            break
        for a, b in _SLIPS:
            ahead = one[i + a : i + a + _SURE_AGAIN]
            if len(ahead) == _SURE_AGAIN and two.startswith(ahead, j + b):
                i, j = i + a, j + b
                slips += 1
                break
        else:
            break
    return i, j


def _trimmed(text: str, a: Passage, b: Passage) -> tuple[Passage, Passage]:
    """Drop marks at the front of both passages, so that they begin with a word."""
    drop = 0
    while a.start + drop < a.end and text[a.start + drop] in _MARKS:
        drop += 1
    return (
        Passage(text=a.text, start=a.start + drop, end=a.end),
        Passage(text=b.text, start=b.start + drop, end=b.end),
    )


def _is_set_phrase(words: str) -> bool:
    """Lists of names, quoted slogans and titles return from article to article without being misprints."""
    if _TITLE.fullmatch(words) or _tells_who_came(words):
        return True
    listed = words.count("、") * 4 >= len(words) - _LIST_FRAME
    quoted = words.count("“") and len(words) < 40
    return (listed and len(words) < _LEAST_LISTED) or bool(quoted)


def _tells_who_came(words: str) -> bool:
    """Tell whether a passage is who of the leaders chaired, spoke and came, and nothing else."""
    clauses = [one for one in _CLAUSE.split(words) if one]
    short = len(words) < _LEAST_LISTED and _CHAIRS.search(words) is not None
    return short and all(
        _CAME.fullmatch(one) or (len(one) <= _LONGEST_POST and _POST.search(one)) for one in clauses
    )
