"""Who is told to act: the words before a modal that name a unit, a list, a class or everyone."""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, ORDINAL_NUMBER, any_of
from guatu.domain.reading.values import AddresseeKind

_LONGEST_UNIT = 48
_TELLING_MARK = 4
_CONDITION = re.compile(r"(?:未经|未按|没有|不经|未)[^，。；、]{1,12}$")
_OFFICE = re.compile(
    r"(?:督查|督导|检查|巡查|考核|监督|协调|调度|服务|保障)(?:室|组|办|队|中心|专班|局|科|股)"
)
_SIGNS = "\u3400-\u9fffA-Za-z0-9“”（）、·"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPatterns:
    """Compiled patterns of the unit grammar."""

    whole: Pattern[str]
    trim: Pattern[str]
    adverbs: Pattern[str]
    refused: Pattern[str]
    admitted: Pattern[str]
    abbreviations: Pattern[str]
    leading: Pattern[str]


@lru_cache(maxsize=4)
def unit_patterns(lexicon: Lexicon) -> UnitPatterns:
    """Return the compiled unit patterns of a lexicon."""
    suffix = any_of(lexicon.unit_suffixes)
    words = any_of(lexicon.unit_words)
    short = any_of(lexicon.unit_abbreviations)
    core = f"(?:[{_SIGNS}]{{0,{_LONGEST_UNIT}}}?(?:{suffix}|{words})(?:（[^）]{{1,20}}）)?)"
    return UnitPatterns(
        whole=re.compile(core),
        trim=re.compile(
            rf"(?:{any_of(lexicon.head_trims)}|[（(]{ORDINAL_NUMBER}[）)]|{ORDINAL_NUMBER}是|\d{{1,2}}[.、．])"
        ),
        adverbs=re.compile(f"(?:{any_of(lexicon.adverbs)})+$"),
        refused=re.compile(any_of(lexicon.not_unit_starts)),
        admitted=re.compile(any_of(lexicon.admitted_unit_starts)),
        abbreviations=re.compile(f"{short}(?:(?:、|和|与|及){short})*$"),
        leading=re.compile(
            rf"发挥(?:好)?(?P<unit>{HAN}{{2,14}}?)(?:的)?(?:牵头|统筹协调|统筹|抓总|总牵头)"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A unit found in words: half-open place and kind."""

    start: int
    end: int
    kind: AddresseeKind


def kind_of(words: str, lexicon: Lexicon) -> AddresseeKind:
    """Return how an addressee is named: everyone, a class, an enterprise, a list, or one unit."""
    if words.endswith(("各级各部门", "各部门各单位")) or words in lexicon.everyone_marks:
        return AddresseeKind.EVERYONE
    long_marks = tuple(mark for mark in lexicon.everyone_marks if len(mark) >= _TELLING_MARK)
    if words.startswith(long_marks) or words.endswith(long_marks):
        return AddresseeKind.EVERYONE
    if words.endswith(lexicon.enterprise_ends):
        return AddresseeKind.CLASS if words.startswith("各") else AddresseeKind.ENTERPRISE
    if words.startswith(lexicon.class_starts):
        return AddresseeKind.CLASS
    if re.search("[、和及与]", words):
        return AddresseeKind.LIST
    return AddresseeKind.UNIT


def unit_before(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit that the words before a modal consist of, or None for another subject."""
    patterns = unit_patterns(lexicon)
    start = 0
    while (trimmed := patterns.trim.match(words, start)) is not None and trimmed.end() > start:
        start = trimmed.end()
    end = len(words)
    adverb = patterns.adverbs.search(words, start)
    if adverb is not None:
        end = adverb.start()
    bare = words[start:end]
    if not bare or len(bare) > _LONGEST_UNIT:
        return None
    if patterns.refused.match(bare) and not patterns.admitted.match(bare):
        return None
    named = patterns.whole.fullmatch(bare) or patterns.abbreviations.match(bare)
    condition = _CONDITION.search(bare)
    if named is None and condition is not None:
        # 各企业未经验收不得…: the condition stands between the unit and its modal.
        end = start + condition.start()
        bare = words[start:end]
        named = patterns.whole.fullmatch(bare)
    if named is None or bare in lexicon.not_units:
        return None
    return Named(start=start, end=end, kind=kind_of(bare, lexicon))


@lru_cache(maxsize=4)
def _audience(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(f"(?:广大|各位|全体|各)?[{_SIGNS}]{{0,8}}?{any_of(lexicon.audiences)}+")


def audience_at_front(words: str, lexicon: Lexicon) -> Named | None:
    """Return the people that a 勉励, 希望 or 鼓励 begins with: 青年学生, 企业家们."""
    found = _audience(lexicon).match(words)
    if found is None:
        return None
    return Named(start=0, end=found.end(), kind=AddresseeKind.CLASS)


@lru_cache(maxsize=4)
def _doing(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of(lexicon.unit_suffixes)
    words = any_of(lexicon.unit_words)
    verbs = any_of((*lexicon.imperatives, "牵头", "负责", "会同", "联合", "于", "限期", "尽快"))
    soon = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个?工作日|日|天|小时|周|个月)"
    return re.compile(f"(?P<unit>[{_SIGNS}]{{0,30}}?(?:{suffix}|{words}))(?=同?{verbs}|{soon})")


def unit_doing(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit at the front that an imperative follows: 各级河长严格…, 县住建局于…."""
    patterns = unit_patterns(lexicon)
    trimmed = patterns.trim.match(words)
    start = trimmed.end() if trimmed else 0
    if patterns.refused.match(words, start) and not patterns.admitted.match(words, start):
        return None
    found = _doing(lexicon).match(words, start)
    office = _OFFICE.match(words, found.end()) if found else None
    if office is not None:
        return Named(
            start=start, end=office.end(), kind=kind_of(words[start : office.end()], lexicon)
        )
    if found is None or found.group("unit") in lexicon.not_units:
        return None
    return Named(start=start, end=found.end(), kind=kind_of(found.group("unit"), lexicon))
