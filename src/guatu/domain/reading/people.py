"""Names of persons by the grammar around them: posts, lists, speech verbs, bylines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.dotted_names import dotted_names
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, any_of, name_pattern, one_of
from guatu.domain.reading.rare_names import rare_name_at

_STOPS = "，。；：、！？“”‘’（）《》"
_HAN_SIGN = re.compile(HAN)
_NEVER_IN_NAMES = "在等就对率赴的了是说并还也与及向"
# 书记来某地调研: 来 is a surname seldom, and a verb often.
_ARRIVES = re.compile(
    f"来{HAN}{{1,3}}(?:调研|考察|检查|视察|指导|督导|督查|宣讲|座谈|慰问|看望|访问)"
)
_LONGEST_POST = 40
_LONGEST_NAME = 4
# 甲、乙在主会场参加会议, 甲、乙和局长丙参加: a place or others stand between the list and what its persons do.
_ATTENDS_AT = re.compile("(?:在|和|及|以及|与)[^，。；]{1,24}(?:出席|列席|参加|陪同|参会|收听收看)")
# Of these many are spoken of that have no name; only a known surname shows one behind them.
_CALLINGS = frozenset(
    ("教师", "医生", "村医", "护士", "专家", "无党派人士", "代表人士", "人士代表", "教师代表")
)
_ATTENDANCE = re.compile("(?:出席|列席|参加|参会|与会)(?:人员|领导)?[：，]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a person is named: paragraph number, half-open place, printed post."""

    name: str
    post: str | None
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePatterns:
    """Compiled patterns around names."""

    after: Pattern[str]
    after_post: Pattern[str]
    before_rare: Pattern[str]
    listed: Pattern[str]
    spoken: Pattern[str]
    acting: Pattern[str]
    post_end: Pattern[str]
    follower: Pattern[str]
    surname: Pattern[str]
    group_end: Pattern[str]


@lru_cache(maxsize=4)
def name_patterns(lexicon: Lexicon) -> NamePatterns:
    """Return the compiled name patterns of a lexicon."""
    posts = any_of(lexicon.posts)
    grouped = any_of(set(lexicon.posts) - _CALLINGS)
    compound = any_of(lexicon.compound_surnames)
    speech = any_of(lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs)
    doing = any_of(
        (
            "主持",
            "带队",
            "率队",
            "一行",
            "先后",
            "来到",
            "实地",
            "深入",
            "详细",
            "作工作",
            "作情况",
            "作动员",
            "作表态",
            "作交流",
            "作发言",
            "通报了",
            "传达了",
            "宣读了",
            "出席",
            "列席",
            "参加",
            "陪同",
            "宣布",
            "致辞",
            "随行",
            "结合",
        )
    )
    return NamePatterns(
        after=re.compile(
            any_of((*lexicon.after_names, *(one for one in lexicon.imperatives if len(one) > 1)))
            + f"|[{_STOPS}]"
        ),
        after_post=re.compile(
            f"(?:{posts}|{any_of(lexicon.person_words)})(?={compound}|{one_of(lexicon.surnames)})"
        ),
        before_rare=re.compile(
            f"{any_of(set(lexicon.posts) - set(lexicon.not_posts) - _CALLINGS)}(?={HAN}{{2}})"
        ),
        listed=re.compile(
            f"(?:^|{grouped}|领导|同志|成员|人员|代表|[，。；：（]|分别是|有)(?P<first>{HAN}{{2,4}})(?=、{HAN}{{2,4}})"
        ),
        spoken=re.compile(
            f"(?:^|(?<=[，。；：]))({name_pattern(lexicon)})(?:在[^，。；]{{1,30}}[时中上后])?"
            f"(?:还|也|再次|特别|最后|现场|首先|反复|着重|并)?{speech}(?=[，：要]|{HAN}{{2,16}}要)"
        ),
        acting=re.compile(f"(?:^|(?<=[，。；：]))({name_pattern(lexicon)})(?={doing})"),
        post_end=re.compile(f"{any_of(set(lexicon.posts) - set(lexicon.not_posts))}$"),
        follower=re.compile(any_of(lexicon.list_followers) + "|[，。；）]"),
        surname=re.compile(f"{compound}|{one_of(lexicon.surnames)}"),
        group_end=re.compile(f"(?:{grouped}|领导|同志|成员|人员|代表|[，。；：（]|分别是|有)$"),
    )


def _bounded(text: str, place: int, patterns: NamePatterns) -> bool:
    return place >= len(text) or patterns.after.match(text, place) is not None


def name_at(text: str, start: int, lexicon: Lexicon, *, known: frozenset[str]) -> int | None:
    """Return where the name beginning at ``start`` ends, or None if none stands there.

    A name has one or two characters after the surname; which, the next word decides.
    Names known from elsewhere on the page win.
    """
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
    if not _may_be_given(text[given:short]):
        return None
    third = text[short:long]
    long_fits = _may_be_given(third)
    if long_fits and _bounded(text, long, patterns):
        tight = third in "和同为任到" and _bounded(text, short, patterns)
        word = patterns.after.match(text, short)
        if tight and not patterns.after.match(text, long):
            return short
        if word is not None and len(word.group()) > 1:
            return short
        return long
    return short if _bounded(text, short, patterns) else None


def _may_be_given(sign: str) -> bool:
    """Tell whether a character may stand in a given name: Chinese, and none that never does."""
    return _HAN_SIGN.match(sign) is not None and sign not in _NEVER_IN_NAMES


def post_before(text: str, start: int, patterns: NamePatterns, *, after: int = 0) -> str | None:
    """Return the post printed right before a name, as far back as the clause or ``after`` goes."""
    begin = start
    while (
        begin > after
        and start - begin < _LONGEST_POST
        and text[begin - 1] not in "，。；：（“”《》"
    ):
        begin -= 1
    words = text[begin:start].lstrip("、和及与")
    day = re.search(r"日(?:上午|下午|晚)?", words)
    if day is not None:
        words = words[day.end() :]
    words = re.sub(r"^(?:本报讯|又讯|在|由|受|随后|邀请|特邀|昨日|近日|日前|同时|会上)+", "", words)
    # Of "A、B和县长C" only the part after the last conjunction belongs to this name.
    words = re.split(r"与|同(?!志)|(?<=[^、])(?:和|及)(?=县|市|省|区|副|乡|镇|党)", words)[-1]
    return words if patterns.post_end.search(words) and len(words) >= 2 else None


def _listed(text: str, lexicon: Lexicon, patterns: NamePatterns) -> Iterator[tuple[int, int]]:
    """Yield the names of lists (县领导甲、乙、丙参加): most of them must have a known surname."""
    place = 0
    while (found := patterns.listed.search(text, place)) is not None:
        items = _items(text, found.start("first"), lexicon, patterns)
        place = max(found.start("first") + 1, items[-1][1] if items else 0)
        known = sum(1 for start, _ in items if patterns.surname.match(text, start))
        if (
            len(items) > 1
            and 2 * known > len(items) - 1
            and _is_closed(text, found, items, patterns)
        ):
            yield from items


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
        end = name_at(text, start, lexicon, known=frozenset()) or rare_name_at(
            text, start, lexicon, patterns.after, listed=True
        )
        if end is not None:
            items.append((start, end))
        return items


@lru_cache(maxsize=4)
def _no_names(lexicon: Lexicon) -> tuple[str, ...]:
    """Return what no name begins with."""
    return (*lexicon.not_names, *(one for one in lexicon.imperatives if len(one) > 1))


def _may_be_name(words: str, lexicon: Lexicon) -> bool:
    if (
        words[0] in _NEVER_IN_NAMES
        or words.startswith(_no_names(lexicon))
        or words.endswith(lexicon.unit_suffixes)
    ):
        return False
    return re.fullmatch(f"{HAN}+", words) is not None


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
        return text[last : last + 1] in "等及参出列陪一分" and text[last : last + 1] != ""
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
    bound = word is not None and (len(word.group()) > 1 or word.group() in _STOPS + "等")
    return short and not bound


def _recurring(text: str, start: int, page: str, lexicon: Lexicon) -> int | None:
    """Return where a name behind a post ends that the page prints twice, whatever follows it here."""
    surname = name_patterns(lexicon).surname.match(text, start)
    if surname is None:
        return None
    for end in (surname.end() + 2, surname.end() + 1):
        words = text[start:end]
        if len(words) < end - start or any(sign in _NEVER_IN_NAMES for sign in words[1:]):
            continue
        if re.fullmatch(f"{HAN}+", words) and page.count(words) > 1:
            return end
    return None


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
        if end is None or (
            found.group() in _CALLINGS and _is_loose(text, found.end(), end, patterns)
        ):
            continue
        if not _is_attribute(text, found.start(), end, patterns):
            yield found.end(), end
    for found in patterns.before_rare.finditer(text):
        if name_at(text, found.end(), lexicon, known=frozenset()) is None:
            end = rare_name_at(text, found.end(), lexicon, patterns.after, listed=False)
            if end is not None and text[found.start() - 1 : found.start()] != "的":
                yield found.end(), end
    for pattern in (patterns.spoken, patterns.acting):
        for found in pattern.finditer(text):
            end = name_at(text, found.start(1), lexicon, known=frozenset())
            yield found.start(1), end or found.end(1)


def find_mentions(texts: Sequence[str], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return every place that names a person, in order; each name once per place.

    First the grammar shows names; then each name shown anywhere is found wherever it
    stands, which also settles names that the first look cut too long or too short.
    """
    patterns = name_patterns(lexicon)
    shown: dict[str, int] = {}
    page = "\n".join(texts)
    for text in texts:
        for start, end in _places(text, page, lexicon, patterns):
            name = text[start:end]
            shown[name] = shown.get(name, 0) + 1
    names = _settled(shown, lexicon)
    if not names:
        return ()
    anywhere = re.compile(any_of(names))
    found: list[Mention] = []
    for number, text in enumerate(texts):
        last = 0
        for one in anywhere.finditer(text):
            found.append(
                Mention(
                    name=one.group(),
                    post=post_before(text, one.start(), patterns, after=last),
                    paragraph=number,
                    start=one.start(),
                    end=one.end(),
                )
            )
            last = one.end()
    return tuple(found)


def _settled(shown: Mapping[str, int], lexicon: Lexicon) -> tuple[str, ...]:
    """Drop a longer form that is a shown shorter name plus the start of another word."""
    blocked = set(lexicon.unit_abbreviations) | set(lexicon.section_words)
    surnames = set(lexicon.compound_surnames)
    kept: list[str] = []
    for name, count in shown.items():
        given = name[2:] if name[:2] in surnames else name[1:]
        if name in blocked or given in lexicon.not_given_names:
            continue
        if name.startswith(lexicon.not_names):
            continue
        shorter = next((one for one in shown if one != name and name.startswith(one)), None)
        longer = next((one for one in shown if one != name and one.startswith(name)), None)
        if shorter is not None and shown[shorter] > count:
            continue
        if longer is not None and shown[longer] >= count:
            continue
        kept.append(name)
    return tuple(kept)
