"""Who is told to act: words that name a unit, a list, a class or everyone.

A unit is a run of words that ends in one of the lexicon's suffixes and holds no word that
breaks a name (a verb or a preposition); 各…, 有关… and 广大… begin a class of any noun.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from guatu.domain.reading.actors import COUNTED, DOER, PARTIES, ROLE, ends_as_actor
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.many_words import words_of
from guatu.domain.reading.name_bounds import (
    BY_ACT,
    CHARGES,
    FAMILIES,
    HOLDS,
    PREPOSITION,
    WHO_DO,
)
from guatu.domain.reading.name_form import reads_as_clause
from guatu.domain.reading.task_names import named_by_task
from guatu.domain.reading.unit_ending import ends_as_unit, unit_ends
from guatu.domain.reading.unit_gaps import (
    BETWEEN,
    BY_LEVEL,
    CONDITION,
    EVENT,
    GOES,
    OWN_DUTY,
    RELATION,
    UNDERTAKER,
    UNDERTAKES,
)
from guatu.domain.reading.unit_patterns import UnitPatterns, unit_patterns
from guatu.domain.reading.unit_signs import (
    ACTING_PART,
    BREAK,
    BY_SIZE,
    CASE_NOUN,
    CLASS,
    CLASS_END,
    CLASSES_THAT_ACT,
    DOES_WITH,
    EACH_ONE,
    EVERYONE,
    IN_NAMES,
    LIMIT_FIRST,
    NO_NAME,
    OF_EACH_LEVEL,
    PRESENT,
    RELATED,
    RELATIVE,
    RESULTS,
    THEMED,
    TIME_FIRST,
    WEAK,
)
from guatu.domain.reading.unit_states import is_said_of, laid_down_end, needed_end
from guatu.domain.reading.unit_times import is_time
from guatu.domain.reading.unit_topics import topic_end
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.verbs import is_paired, verb_at, verb_till

_LONGEST_UNIT = 48
SHORTEST_UNIT = 2
_LONGEST_CLASS = 16
_LONGEST_FRONT = 14
_TELLING_MARK = 4


# 河道是九个村的取水口: what somebody is said to be, and no name.
_IS = re.compile("(?=[是])(?<=[\u3400-\u9fff]{2})(?<![凡于要正但只总就都可])是(?!非)")

_LEVELS = frozenset("省州市县区旗镇乡村")


class Named(NamedTuple):
    """A unit found in words: half-open place and kind."""

    start: int
    end: int
    kind: AddresseeKind


_LIST = re.compile("[、和及与]|等(?:部门|单位|乡镇|局|镇)")


@lru_cache(maxsize=4)
def _telling_marks(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(mark for mark in lexicon.everyone_marks if len(mark) >= _TELLING_MARK)


def kind_of(words: str, lexicon: Lexicon) -> AddresseeKind:
    """Return how an addressee is named: everyone, a class, an enterprise, a list, or one unit."""
    if words.endswith(("各级各部门", "各部门各单位")) or words in lexicon.everyone_marks:
        return AddresseeKind.EVERYONE
    marks = _telling_marks(lexicon)
    if EVERYONE.match(words) or words.startswith(marks) or words.endswith(marks):
        return AddresseeKind.EVERYONE
    if CLASS.match(words) or words.startswith(lexicon.class_starts):
        return AddresseeKind.CLASS
    if _LIST.search(words):
        return AddresseeKind.LIST
    if words.endswith(lexicon.enterprise_ends):
        return AddresseeKind.ENTERPRISE
    return AddresseeKind.UNIT


@lru_cache(maxsize=1024)
def is_unit(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are the name of a unit, a list or a class and nothing else."""
    patterns = unit_patterns(lexicon)
    if not SHORTEST_UNIT <= len(words) <= _LONGEST_UNIT:
        return False
    if words in words_of(lexicon, "not_units").words:
        return False
    ends = ends_as_unit(words, lexicon)
    unlike = not (ends or _may_be_unit(words, patterns))
    if unlike or _IS.search(words) or _deals_with(words, lexicon):
        return False
    if words.endswith("等") and "、" in words:
        return is_unit(words[:-1], lexicon)  # 县教育局、县水利局等要…
    if _is_related(words, lexicon) or COUNTED.fullmatch(words) or PARTIES.fullmatch(words):
        return True
    admitted = patterns.admitted.match(words) or ROLE.match(words) or named_by_task(words)
    if patterns.refused.match(words) and not admitted:
        return False
    if NO_NAME.search(words) or is_said_of(words):
        return False
    doubled = patterns.verbs.match(words)
    if (
        BREAK.search(words, 1)
        or DOES_WITH.match(words)
        or (doubled and not ends_as_unit(words[doubled.end() :], lexicon))
    ):
        return False
    parts = words.split("、")
    if "等" not in words and any(
        len(part) < SHORTEST_UNIT and part not in _LEVELS for part in parts
    ):
        return False
    if any(
        len(part) >= _TELLING_MARK
        and not ends_as_unit(part, lexicon)
        and not part.endswith(lexicon.unit_abbreviations)
        and verb_at(part, len(part) - 1, lexicon) == 0
        and part.startswith(CLASSES_THAT_ACT)
        for part in parts[:-1]
    ):
        # 企业吹哨、专班报到: two acts, and no list.
        return False
    if len(parts) > 1 and (len(parts[-1]) < SHORTEST_UNIT or ACTING_PART.search(words)):
        return False
    whole = len(words) > _TELLING_MARK and words.endswith(("全县", "全市", "全旗", "全镇"))
    if whole or (TIME_FIRST.match(words) and "的" not in words):
        return False
    classed = _CLASS_BEHIND.fullmatch(words)
    if classed is not None and _is_class(classed.group("tail"), patterns):
        # 教育部门及各校: a class of any noun ends the list.
        if is_unit(classed.group("head"), lexicon):
            return True
    if _joins_present(words, lexicon):
        return True
    if ends:
        sound = _plausible(words) or _is_part(words, lexicon)
        sound = sound and not _acts_within(words, lexicon)
        named = bool(admitted) or BY_SIZE.search(words) is not None
        return sound and (named or not reads_as_clause(words, lexicon))
    return _is_class(words, patterns) and not _acts_within(words, lexicon)


_CLASS_BEHIND = re.compile(
    "(?P<head>[\u3400-\u9fff]{2,16})(?:及|和|与|、)(?P<tail>各[\u3400-\u9fff]{1,5})"
)


def _may_be_unit(words: str, patterns: UnitPatterns) -> bool:
    """Tell whether words that end as no unit may be one all the same: a class, a list, those just named, persons told of."""
    if words.endswith("等") or "的" in words or _is_class(words, patterns):
        return True
    joined = "各" in words and _CLASS_BEHIND.fullmatch(words) is not None
    counted = COUNTED.fullmatch(words) or PARTIES.fullmatch(words) or PRESENT.fullmatch(words)
    return joined or counted is not None


def _joins_present(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are a unit and, joined to it, those who are there: …以及列席会议的同志."""
    found = PRESENT.fullmatch(words)
    return found is not None and is_unit(found["head"], lexicon)


def _deals_with(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit at the front is followed by a preposition and what it has to do with."""
    return any(
        ends_as_unit(words[: found.start()], lexicon) or CLASS.match(words)
        for found in PREPOSITION.finditer(words, SHORTEST_UNIT)
    )


def _is_related(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a relative clause in front of persons begins as one: with a verb, or 无, 未, 被."""
    found = RELATED.fullmatch(words) if "的" in words else None
    if found is None:
        return False
    who = found.group("who")
    persons = is_unit(who, lexicon) and (who in _LEVELS_OF_PLACES or not WEAK.search(who))
    if not persons and who not in FAMILIES:
        return False
    if words[0] in "凡如若对把将由在从为因当":
        return False
    if _charges_another(words, lexicon):
        return False
    place = words.rfind("的")
    if any(verb_at(words, at, lexicon) > 1 for at in range(1, place - 1)):
        return True
    if HOLDS.search(words, 0, place + 1) is not None or WHO_DO.match(words) is not None:
        return True
    return verb_at(words, 0, lexicon, nouns=False) > 1 or words[0] in "未被受无有排没欠缺"


def _charges_another(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit at the front has others act for it: 县国资中心委托 + 有资质的机构."""
    found = CHARGES.search(words, SHORTEST_UNIT)
    return found is not None and ends_as_unit(words[: found.start()], lexicon)


_LEVELS_OF_PLACES = ("乡镇", "镇村", "县区", "村居", "村组", "镇街")


@lru_cache(maxsize=4)
def _acting(lexicon: Lexicon) -> frozenset[str]:
    """Return the acts of two characters that the genre's own lists name."""
    listed = (*lexicon.acting_words, *lexicon.imperatives)
    return frozenset(word for word in listed if len(word) == SHORTEST_UNIT)


def _acts_within(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit is told to act within the words already: 各部门遇到企业, 公安局调集派出所."""
    if "的" in words:
        return False
    for stop in range(SHORTEST_UNIT, min(len(words) - 1, _LONGEST_FRONT)):
        word = words[stop : stop + 2]
        acts = (
            verb_at(words, stop, lexicon, nouns=False) >= SHORTEST_UNIT
            or word in _acting(lexicon)
            or EVENT.match(words, stop) is not None
            or is_paired(words, stop)
            or RESULTS.match(words, stop) is not None
        )
        if not acts or IN_NAMES.match(words, stop) or words[stop] in "、和及与":
            continue
        if BY_ACT.fullmatch(words, stop):
            # 乡村振兴 + 促进中心, 城管局 + 清运队: the act tells what an office is for.
            continue
        if (WEAK.search(words[:stop]) and ends_as_unit(words, lexicon)) or DOER.fullmatch(
            words, stop + SHORTEST_UNIT
        ):
            continue
        each = words.startswith("各") and stop > SHORTEST_UNIT
        each = each or (stop == SHORTEST_UNIT and words.startswith(CLASSES_THAT_ACT))
        if each and RESULTS.match(words, stop):
            # 各小区 + 建好车棚, 企业 + 配齐人员: a class of any noun, and what it is to bring about.
            return True
        if words.startswith("各") or stop > SHORTEST_UNIT:
            if ends_as_unit(words[:stop], lexicon) or words.endswith(CLASSES_THAT_ACT, 0, stop):
                return True
    return False


def _is_part(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a part of a unit: 卫生院的消杀队."""
    place = words.rfind("的")
    if place < SHORTEST_UNIT or words.count("的") > 1:
        return False
    return is_unit(words[:place], lexicon) and is_unit(words[place + 1 :], lexicon)


def _plausible(words: str) -> bool:
    """Refuse a run with 的 that no relative clause explains (发展的企业), and unpaired signs."""
    if words.count("（") != words.count("）") or words.count("“") != words.count("”"):
        return False
    if words.startswith(("、", "的", "）")):
        return False
    place = words.rfind("的")
    if place < 0 or RELATIVE.search(words[: place + 1]) or words.startswith("各"):
        return True
    return place > 1 and CASE_NOUN.fullmatch(words, place + 1) is not None


def _is_class(words: str, patterns: UnitPatterns) -> bool:
    """Tell whether words are 各, 全体, 广大 and a noun, whatever noun that is."""
    parts = words.split("、")
    return len(words) <= _LONGEST_CLASS and all(
        patterns.starts.match(part) and len(part) > 1 and not patterns.no_class.search(part)
        for part in parts
    )


def unit_start(words: str, lexicon: Lexicon) -> int:
    """Return where a unit at the front may begin: behind connectives, a limit, what is spoken of."""
    patterns = unit_patterns(lexicon)
    start = 0
    while (found := patterns.trim.match(words, start)) is not None and found.end() > start:
        start = found.end()
    if "规定" in words:
        start = laid_down_end(words, start)
    limit = LIMIT_FIRST.match(words, start)
    start = limit.end() if limit is not None else start
    each = EACH_ONE.match(words, start) if words.startswith("每", start) else None
    start = each.end() if each is not None else start
    return topic_end(words, start, lexicon)


def is_limit_first(words: str, end: int) -> bool:
    """Tell whether nothing but a limit stands before a place: 明天上午 + 各镇."""
    limit = LIMIT_FIRST.match(words)
    return limit is not None and limit.end() == end


@lru_cache(maxsize=256)
def unit_before(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit that the words before a modal consist of, or None for another subject.

    Adverbs at the end and what may stand between a unit and its modal (在…中, 未经…) are
    left out of the name.
    """
    patterns = unit_patterns(lexicon)
    start = unit_start(words, lexicon)
    themed = THEMED.match(words, start)
    start = themed.end() if themed is not None else start
    needed = needed_end(words, start)
    start = needed if is_unit(words[needed:], lexicon) else start
    end = len(words)
    adverb = patterns.adverbs.search(words, start)
    if adverb is not None and adverb.start() > start:
        end = adverb.start()
    if _joins_present(words[start:end], lexicon):
        return named_at(words, start, end, lexicon)
    for stop in (end, len(words)):
        if ends_as_unit(words[start:stop], lexicon) and is_unit(words[start:stop], lexicon):
            return named_at(words, start, stop, lexicon)
    condition = CONDITION.search(words, start, end)
    if condition is not None and is_unit(words[start : condition.start()], lexicon):
        # 各企业未经验收不得…: the condition stands between the unit and its modal.
        return named_at(words, start, condition.start(), lexicon)
    ends = unit_ends(words, start, lexicon)
    for stop in reversed(ends):
        name = words[start:stop]
        if not UNDERTAKES.fullmatch(words, stop, end) or not UNDERTAKER.search(name):
            continue
        if is_unit(name, lexicon):
            return named_at(words, start, stop, lexicon)
    level = OF_EACH_LEVEL.match(words, start, end)
    if level is not None and is_unit(words[start : level.end()], lexicon):
        return named_at(words, start, level.end(), lexicon)
    for stop in ends:
        if RELATION.match(words[stop:end]) is not None:
            # 经营主体与农户的联结机制要…: what is between them must, and nobody.
            continue
        between = (
            BETWEEN.match(words, stop)
            or patterns.starts.match(words, start)
            or EVENT.match(words, stop)
            or is_time(words, stop, end)
            or (stop - start > SHORTEST_UNIT and GOES.fullmatch(words, stop, end) is not None)
            or (stop - start > SHORTEST_UNIT and verb_till(words, stop, end, lexicon))
            or (BY_LEVEL.match(words, start) and OWN_DUTY.fullmatch(words, stop, end))
        )
        if between and is_unit(words[start:stop], lexicon):
            if CLASS_END.fullmatch(words, stop, end) and is_unit(words[start:end], lexicon):
                # 各校点必须…: the class goes on to the modal.
                return named_at(words, start, end, lexicon)
            return named_at(words, start, stop, lexicon)
    return _until_event(words, start, end, lexicon)


def _until_event(words: str, start: int, end: int, lexicon: Lexicon) -> Named | None:
    """Return the unit that words are, or the one that a time or an event follows: 滑雪场开园前."""
    if is_unit(words[start:end], lexicon):
        return named_at(words, start, end, lexicon)
    for stop in range(min(end - 1, start + _LONGEST_FRONT), start + SHORTEST_UNIT, -1):
        if not ends_as_actor(words[start:stop]) and CLASS.match(words, start) is None:
            continue
        happens = EVENT.match(words, stop) and verb_at(words, stop, lexicon) > 1
        gap = is_time(words, stop, end) or PREPOSITION.match(words, stop) or happens
        if gap and is_unit(words[start:stop], lexicon):
            return named_at(words, start, stop, lexicon)
    return None


def named_at(words: str, start: int, end: int, lexicon: Lexicon) -> Named:
    """Return the unit at a place of words, with its kind."""
    return Named(start=start, end=end, kind=kind_of(words[start:end], lexicon))
