"""Names of persons by the grammar around them: posts, lists, speech verbs, bylines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from guatu.domain.reading.attendance import labelled_names, named_he, present_names
from guatu.domain.reading.dotted_names import dotted_names
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.many_words import ManyWords, many_words, words_of
from guatu.domain.reading.name_ends import (
    SAYS,
    TELLS_AT_MEETING,
    begins_a_verb,
    is_given_towards,
)
from guatu.domain.reading.name_lists import OF_TOWNS, carried_on, is_member, whole_name
from guatu.domain.reading.name_patterns import (
    CALLINGS,
    STOPS,
    NamePatterns,
    name_patterns,
    printed_at,
)
from guatu.domain.reading.name_sense import (
    cut_back,
    is_duty,
    is_phrase,
    is_row_of_words,
    is_word,
    name_end,
    settled,
)
from guatu.domain.reading.patterns import HAN, is_han, sought
from guatu.domain.reading.printed_posts import post_before, post_behind
from guatu.domain.reading.rare_names import rare_name_at
from guatu.domain.reading.seldom_names import seldom_name_end
from guatu.domain.reading.spelled_names import is_spelled, spelled_name_at
from guatu.domain.reading.titled_names import titled_names
from guatu.domain.reading.verbs import verb_at
from guatu.domain.reading.word_like_names import word_like_names

_NEVER_IN_NAMES = "在等就对率赴的了是说并还也与及向把被给没着到要"
# 书记来某地调研: 来 is a surname seldom, and a verb often.
_ARRIVES = re.compile(
    f"来{HAN}{{1,3}}(?:调研|考察|检查|视察|指导|督导|督查|宣讲|座谈|慰问|看望|访问)"
)
# These follow a name spelled by sound, and end it seldom.
_BEHIND_SPELLED = "也还都则将并和说就便"
_USUAL = 3
_NOBODY: Mapping[str, str | None] = {}
_LONGEST_NAME = 4
# The mark of a list and the shortest name behind it.
_LEAST_BEHIND = 3
# 甲、乙在主会场参加会议, 甲、乙和局长丙参加: a place or others stand between the list and what its persons do.
_ATTENDS_AT = re.compile("(?:在|和|及|以及|与)[^，。；]{1,24}(?:出席|列席|参加|陪同|参会|收听收看)")
_ATTENDANCE = re.compile(
    "(?:出席|列席|参加|参会|与会)(?:人员|领导)?[：，]?$|[县市区旗州盟](?:级|直)?领导(?:同志)?(?:还|分别)?有：?$"
)


class Mention(NamedTuple):
    """One place where a person is named: paragraph number, half-open place, printed post."""

    name: str
    post: str | None
    paragraph: int
    start: int
    end: int


def _bounded(text: str, place: int, patterns: NamePatterns) -> bool:
    bounded = place >= len(text) or patterns.after.match(text, place) is not None
    return bounded or begins_a_verb(text, place)


def name_at(text: str, start: int, lexicon: Lexicon, *, known: frozenset[str]) -> int | None:
    """Return where the name beginning at ``start`` ends, or None if none stands there.

    Names known from elsewhere on the page win, then those spelled by sound where they are longer.
    """
    patterns = name_patterns(lexicon)
    end = _plain_name_at(text, start, lexicon, known=known)
    spelled = spelled_name_at(text, start, lexicon, patterns.after)
    if end is None or spelled is None or text[start:end] in known:
        return end or spelled
    return spelled if spelled > end or text[end - 1] in _BEHIND_SPELLED else end


def _plain_name_at(text: str, start: int, lexicon: Lexicon, *, known: frozenset[str]) -> int | None:
    """Return where a Chinese name ends: one or two characters after the surname; which, the next word decides."""
    patterns = name_patterns(lexicon)
    surname = patterns.surname.match(text, start)
    if surname is None:
        return None
    if text[start] == "来" and _ARRIVES.match(text, start):
        return None
    given = surname.end()
    short, long = given + 1, given + 2
    for end in (long, short):
        if text[start:end] in known:
            return end
    if not _may_be_given(text[given:short]) and not is_given_towards(text, given, patterns.after):
        return None
    third = text[short:long]
    long_fits = _may_be_given(third)
    if long_fits and _bounded(text, long, patterns):
        tight = third in "和同为任到作" and _bounded(text, short, patterns)
        word = patterns.after.match(text, short)
        if tight and not patterns.after.match(text, long):
            return short
        if word is not None and len(word.group()) > 1 and not TELLS_AT_MEETING.match(text, long):
            return short
        behind = patterns.after.match(text, long)
        if begins_a_verb(text, short):
            return short
        loose = (
            behind is not None
            and len(behind.group()) < 2
            and behind.group() not in STOPS + SAYS + "在"
        )
        if loose and verb_at(text, short, lexicon, nouns=False) > 1:
            # 县委书记闻人越|奔到堤上: the verb would be cut in two.
            return short
        return long
    return short if _bounded(text, short, patterns) or begins_a_verb(text, short) else None


def _may_be_given(sign: str) -> bool:
    """Tell whether a character may stand in a given name: Chinese, and none that never does."""
    return is_han(sign) and sign not in _NEVER_IN_NAMES


def _listed(text: str, lexicon: Lexicon, patterns: NamePatterns) -> Iterator[tuple[int, int]]:
    """Yield the names of lists (县领导甲、乙、丙参加): most of them must have a known surname."""
    if "、" not in text:
        return
    place = 0
    while (found := _next_list(text, place, patterns)) is not None:
        items = _items(text, found.start("first"), lexicon, patterns)
        place = max(found.start("first") + 1, items[-1][1] if items else 0)
        known = sum(1 for start, _ in items if patterns.surname.match(text, start))
        grouped = text[found.start("first") - 1 : found.start("first")] not in "，。；：（、"
        if not grouped and _holds_words([text[slice(*one)] for one in items], lexicon, patterns):
            continue
        if (
            len(items) > 1
            and 2 * known > len(items) - 1
            and _is_closed(text, found, items, patterns)
        ):
            yield from items


def _next_list(text: str, place: int, patterns: NamePatterns) -> re.Match[str] | None:
    """Return where the next list begins from a place on: a few signs before the mark that parts its first two."""
    mark = text.find("、", place)
    while mark >= 0:
        first = max(place, mark - patterns.list_reach)
        found = patterns.listed.search(text, first, mark + _LEAST_BEHIND)
        if found is not None:
            return found
        mark = text.find("、", mark + 1)
    return None


def _holds_words(names: Sequence[str], lexicon: Lexicon, patterns: NamePatterns) -> bool:
    """Tell whether a bare list is of things (发现渗漏、管涌等): a long item, or few that are no words."""
    plain = sum(1 for one in names if not is_word(one, lexicon) and patterns.surname.match(one))
    compound = tuple(lexicon.compound_surnames)
    long = any(len(one) > 3 and not one.startswith(compound) for one in names)
    return long or (plain < len(names) and plain < 2)


def _items(
    text: str, start: int, lexicon: Lexicon, patterns: NamePatterns
) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    while True:
        stop = text.find("、", start, start + _LONGEST_NAME + 1)
        words = text[start:stop] if stop > start else ""
        if 2 <= len(words) <= _LONGEST_NAME and _may_be_name(words, lexicon):
            items.append((start, stop))
            start = stop + 1
            continue
        end = spelled_name_at(text, start, lexicon, patterns.after)
        end = (
            end
            or name_at(text, start, lexicon, known=frozenset())
            or rare_name_at(text, start, lexicon, patterns.after, listed=True)
        )
        if end is not None:
            items.append((start, end))
        return items


@lru_cache(maxsize=4)
def _no_names(lexicon: Lexicon) -> ManyWords:
    """Return what no name begins with."""
    return many_words((*lexicon.not_names, *(one for one in lexicon.imperatives if len(one) > 1)))


def _may_be_name(words: str, lexicon: Lexicon) -> bool:
    if (
        words[0] in _NEVER_IN_NAMES
        or _no_names(lexicon).begin(words)
        or words_of(lexicon, "unit_suffixes").end(words)
    ):
        return False
    return is_han(words)


def _is_closed(
    text: str,
    found: re.Match[str],
    items: Sequence[tuple[int, int]],
    patterns: NamePatterns,
) -> bool:
    """Tell whether a list is one of persons by what stands before and behind it."""
    last = items[-1][1]
    closed = any(one.match(text, last) for one in (patterns.follower, _ATTENDS_AT))
    before = text[max(0, found.start("first") - 8) : found.start("first")]
    if _ATTENDANCE.search(before):
        return True
    if not (closed or len(items) > 2):
        return False
    if before[-1:] in "，。；：（、":
        if _ATTENDS_AT.match(text, last):
            return True
        follows = patterns.follower.match(text, last)
        if follows is None or follows.group() in "，。；）":
            return False
        if OF_TOWNS.match(text, last):
            return False
        return len(follows.group()) > 1 or follows.group() in "等及为"
    return patterns.group_end.search(before) is not None or not before


def _is_attribute(text: str, post: int, end: int, patterns: NamePatterns) -> bool:
    """Tell whether 的 + post + words is a thing of the post (破损的河长…) with nobody acting after it."""
    if text[post - 1 : post] != "的":
        return False
    word = patterns.after.match(text, end)
    return word is None or len(word.group()) < 2


def _is_loose(text: str, start: int, end: int, patterns: NamePatterns) -> bool:
    """Tell whether only one character bounds a short name behind a calling (让教师安心从教)."""
    word = patterns.after.match(text, end)
    short = end - start < 3
    bound = word is not None and (len(word.group()) > 1 or word.group() in STOPS + "等")
    return short and not (bound or text.startswith("则", end))


def _recurring(text: str, start: int, page: str, lexicon: Lexicon) -> int | None:
    """Return where a name behind a post ends that the page prints twice, whatever follows it here."""
    surname = name_patterns(lexicon).surname.match(text, start)
    if surname is None:
        return None
    for end in (surname.end() + 2, surname.end() + 1):
        words = text[start:end]
        if len(words) < end - start or any(sign in _NEVER_IN_NAMES for sign in words[1:]):
            continue
        if is_han(words) and page.count(words) > 1:
            return end
    return None


def _shorter_elsewhere(text: str, start: int, end: int, page: str, patterns: NamePatterns) -> int:
    """Return where a name ends: a sign earlier where the page names somebody so, and what he does begins with another sign.

    县长王立以普通党员身份…。王立希望…: 王立以 stands nowhere else. An office before the shorter one elsewhere is of another person.
    """
    short, last = text[start : end - 1], text[end - 1]
    if end - start != _USUAL or page.count(text[start:end]) > 1:
        return end
    if patterns.in_office(short, page, unless=last):
        return end
    found = (
        at + len(short)
        for at in printed_at(short, page)
        if not page.startswith(last, at + len(short))
    )
    acts = any(patterns.after.match(page, place) is not None for place in found)
    return end - 1 if acts else end


def _places(
    text: str, page: str, lexicon: Lexicon, patterns: NamePatterns
) -> Iterator[tuple[int, int]]:
    """Yield the places of names that the grammar shows, dotted ones whole."""
    dotted = tuple(dotted_names(text, patterns.after, patterns.post_end))
    for start, end in dotted:
        yield start, end
        items = _items(text, end + 1, lexicon, patterns) if text[end : end + 1] == "、" else []
        if items and patterns.follower.match(text, items[-1][1]):
            yield from items
    for start, end in _plain_places(text, page, lexicon, patterns):
        if not any(left < end and start < right for left, right in dotted):
            yield start, end


def _plain_places(
    text: str, page: str, lexicon: Lexicon, patterns: NamePatterns
) -> Iterator[tuple[int, int]]:
    yield from _listed(text, lexicon, patterns)
    for found in patterns.after_post.finditer(text):
        end = name_at(text, found.end(), lexicon, known=frozenset())
        if end is None:
            end = _recurring(text, found.end(), page, lexicon)
        else:
            end = _shorter_elsewhere(text, found.end(), end, page, patterns)
        if end is None or (
            found.group() in CALLINGS and _is_loose(text, found.end(), end, patterns)
        ):
            continue
        if not _is_attribute(text, found.start(), end, patterns):
            yield found.end(), end
    # Few texts hold a post before a syllable of such names.
    for found in patterns.before_spelled.finditer(text) if patterns.may_spell.search(text) else ():
        end = spelled_name_at(text, found.end(), lexicon, patterns.after)
        if end is not None and not _is_attribute(text, found.start(), end, patterns):
            yield found.end(), end
    for found in patterns.before_rare.finditer(text):
        spelled = spelled_name_at(text, found.end(), lexicon, patterns.after)
        if spelled or name_at(text, found.end(), lexicon, known=frozenset()) is None:
            end = rare_name_at(text, found.end(), lexicon, patterns.after, listed=False)
            if end == found.end() + _USUAL and patterns.surname.match(text, found.end()):
                # Of a surname that is known the sense of the words tells more.
                end = None
            end = spelled or end or name_end(text, found.end(), lexicon, patterns.after, page=page)
            end = end or seldom_name_end(text, found.end(), page, lexicon)
            if end is not None and text[found.start() - 1 : found.start()] != "的":
                yield found.end(), end
    for named in (titled_names, present_names, labelled_names, named_he, word_like_names):
        yield from named(text, lexicon)
    for pattern in (patterns.spoken, patterns.acting):
        for found in pattern.finditer(text):
            end = name_at(text, found.start(1), lexicon, known=frozenset())
            yield found.start(1), end or found.end(1)


def find_mentions(
    texts: Sequence[str], lexicon: Lexicon, rolls: Mapping[str, str | None] = _NOBODY
) -> tuple[Mention, ...]:
    """Return every place that names a person, in order; each name once per place.

    First the grammar shows names, and ``rolls`` with posts; then each is found wherever it stands.
    """
    patterns = name_patterns(lexicon)
    shown: dict[str, int] = {}
    page = "\n".join(texts)
    for text in texts:
        places = list(_places(text, page, lexicon, patterns))
        places += carried_on(text, places, lexicon, patterns.after, page=page)
        for start, end in places:
            name: str | None = text[start:end]
            if not is_spelled(text[start:end], lexicon):
                whole = whole_name(text[start:end], page, patterns.after)
                name = cut_back(whole, page, lexicon)
            if name is not None:
                shown[name] = shown.get(name, 0) + 1
    names = tuple(
        one
        for one in settled(shown, page, lexicon, patterns)
        if not is_duty(one)
        and (not is_phrase(one, lexicon, page) or is_spelled(one, lexicon))
        and not is_row_of_words(one)
        and (not is_word(one, lexicon) or patterns.in_office(one, page) or is_member(one, page))
    )
    names += tuple(one for one in rolls if one not in names)
    if not names:
        return ()
    anywhere = re.compile(sought((names, "")))
    found: list[Mention] = []
    for number, text in enumerate(texts):
        last = 0
        for one in anywhere.finditer(text):
            found.append(
                Mention(
                    name=one.group(),
                    post=post_before(text, one.start(), patterns, after=last)
                    or post_behind(text, one.end(), patterns)
                    or rolls.get(one.group()),
                    paragraph=number,
                    start=one.start(),
                    end=one.end(),
                )
            )
            last = one.end()
    return tuple(found)


def words_after(texts: Sequence[str], one: Mention) -> str:
    """Return the words behind a name, to the end of its sentence."""
    text = texts[one.paragraph]
    stop = text.find("。", one.end)
    return text[one.end : stop if stop >= 0 else len(text)]
