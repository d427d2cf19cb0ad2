"""Tries every rule on the words of a demand; of overlapping finds the earliest and longest counts."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain

from guatu.domain.reading.deadlines import (
    bare,
    counts,
    days,
    grants,
    lost_signs,
    months,
    periods,
    ranges,
    steps,
    weeks,
)
from guatu.domain.reading.deadlines.anothers import is_anothers
from guatu.domain.reading.deadlines.attributes import is_attribute
from guatu.domain.reading.deadlines.contrasts import is_contrast
from guatu.domain.reading.deadlines.decoys import is_decoy
from guatu.domain.reading.deadlines.festivals import (
    bare_festival_in,
    festival_day,
    festival_rule,
)
from guatu.domain.reading.deadlines.happenings import happenings_in
from guatu.domain.reading.deadlines.limits import Anchor, Found, LimitRule
from guatu.domain.reading.deadlines.lunar import lunar_rules
from guatu.domain.reading.deadlines.plain_deeds import BARE_PERIODS, is_done_in
from guatu.domain.reading.deadlines.seasons import seasons_in
from guatu.domain.reading.deadlines.supposed import is_supposed
from guatu.domain.reading.deadlines.vague import recurring_in, vague_in
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import one_of
from guatu.domain.reading.values import DeadlineBasis

_TELLS = re.compile("[年月日号天周期旬末底前内时止季今明晚]")


# Each kind of rule with the signs one of which all its wordings hold: words with none are passed by.
_KINDS = (
    (frozenset("月"), ranges.RULES),
    (frozenset("月日号"), days.RULES),
    (frozenset("./-"), days.IN_FIGURES),
    (frozenset("日"), lost_signs.RULES),
    (frozenset("月"), months.RULES),
    (frozenset("年岁季五"), periods.RULES),
    (frozenset("天日周期拜时月年"), counts.RULES),
    (frozenset("周期拜天日午傍末"), weeks.RULES),
    (frozenset("月周期拜今明后"), bare.RULES),
    (frozenset("天日周期月"), grants.RULES),
)


# Festivals and seasons with a day all end in 前.
_SIGNS_OF_DAYS = re.compile(one_of(sorted(frozenset("前").union(*(signs for signs, _ in _KINDS)))))


def may_hold_day(words: str) -> bool:
    """Tell whether a limit with a day may stand in words: each holds one of a few signs."""
    return _SIGNS_OF_DAYS.search(words) is not None


@lru_cache(maxsize=4)
def _lunar_rules(lexicon: Lexicon) -> tuple[LimitRule, ...]:
    return lunar_rules(partial(festival_day, lexicon=lexicon))


@lru_cache(maxsize=4)
def _telling(lexicon: Lexicon) -> frozenset[str]:
    """Return the signs by which the rules are chosen that may find a limit in words."""
    listed = chain.from_iterable(rules for _, rules in _KINDS)
    rules = (*listed, *BARE_PERIODS, festival_rule(lexicon), *_lunar_rules(lexicon))
    kinds = (signs for signs, _ in _KINDS)
    return frozenset("月").union(*kinds, *(rule.signs for rule in rules))


# Few of the signs stand in any one demand, and the same ones come again.
@lru_cache(maxsize=1024)
def _rules(held: frozenset[str], lexicon: Lexicon) -> tuple[LimitRule, ...]:
    """Return the rules that may find a limit in words, by the telling signs that stand in them."""
    kinds = (rules for signs, rules in _KINDS if not signs.isdisjoint(held))
    lunar = _lunar_rules(lexicon) if "月" in held else ()
    return tuple(
        rule
        for rule in chain.from_iterable((*kinds, (festival_rule(lexicon),), lunar))
        if not rule.signs or not rule.signs.isdisjoint(held)
    )


def deadlines_in(words: str, anchor: Anchor, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return every limit that a demand states, in order; the campaign word where it states none."""
    found: list[Found] = []
    words = lost_signs.with_years_in_figures(words)
    if _TELLS.search(words) is not None:
        found += seasons_in(words, anchor)
        found += recurring_in(words)
        found += bare_festival_in(words, anchor, lexicon)
        held = _telling(lexicon).intersection(words)
        for rule in _rules(held, lexicon):
            if rule.pattern.search(words) is not None:
                found += _of_rule(rule, words, anchor)
        for rule in BARE_PERIODS:
            if not rule.signs.isdisjoint(held):
                found += _plainly_done(rule, words, anchor, lexicon)
        if "月" in words and any(one.day for one in found):
            months_named = tuple(_of_rule(months.BARE_MONTH, words, anchor))
            found += _clear_of(found, tuple(steps.steps_in(words, found, months_named)))
        found = _bare_that_describe(_last_resort(found, words), words)
        found += _clear_of(found, happenings_in(words, lexicon))
    apart = _said_once(_apart(found), words)
    if apart:
        return apart
    vague = vague_in(words, lexicon)
    return (vague,) if vague is not None else ()


# What stands around a time may say that it is no limit of what is demanded.
_FIX_NONE = (is_decoy, is_contrast, is_supposed, is_attribute, is_anothers)


def _of_rule(rule: LimitRule, words: str, anchor: Anchor) -> Iterator[Found]:
    """Yield what a rule finds, but no day gone by: such a day is told about, and nobody is to keep it."""
    for one in rule.pattern.finditer(words):
        if not one.group() or any(
            fixes_none(words, one.start(), one.end()) for fixes_none in _FIX_NONE
        ):
            continue
        day = rule.resolve(one, anchor)
        if day is None or anchor.spoken is None or day >= anchor.spoken:
            yield Found(start=one.start(), end=one.end(), day=day, basis=rule.basis)


def _plainly_done(rule: LimitRule, words: str, anchor: Anchor, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the bare quarters, halves or months with a deed of any kind right behind them."""
    return (
        one
        for one in _of_rule(rule, words, anchor)
        if is_done_in(words, one.start, one.end, lexicon)
    )


# 2月10日我再走一遍: one comes back then; a limit only where the demand has no other.
_COMES_BACK = re.compile(
    "，?(?:我|咱们?|我们|县里|调研组|督[查导]组)[^，。；]{0,3}(?:再|还|又|要|会|来|回来|去|过来)[^，。；]{0,4}[来看查走听验]"
)


# 我明早看结果, 县里7月10日来验收: the day stands behind whoever comes.
_WHO_COMES = re.compile(
    "(?:^|[，。；：“])(?:我们?|咱们?|县里|市里|区里|县上|上面|调研组)(?:会|就|还|再|要|将)?$"
)
_TO_LOOK = late(
    "(?:就|再|还|要|会|将|来|去|过来|回来|到[^，。；]{1,4}|上门|逐[户村个家]|一个个|挨个){0,4}(?:看(?!望)|查(?!封)|听|验|点名|抽查|回头|问|等(?!级)|核|复[查核]|要结果|收账|对账|检查|走一?[遍趟圈])"
)


def _comes_back(one: Found, words: str) -> bool:
    if _COMES_BACK.match(words, one.end) is not None:
        return True
    before = words[max(0, one.start - 8) : one.start]
    return _WHO_COMES.search(before) is not None and _TO_LOOK.match(words, one.end) is not None


def _last_resort(found: Sequence[Found], words: str) -> list[Found]:
    """Leave out the days on which the speaker comes back where anything else is dated."""
    kept = [one for one in found if one.day is None or not _comes_back(one, words)]
    return kept if any(one.day for one in kept) else list(found)


_ENDED = re.compile("[前内底末止日号]$")
_NOUNS_BETWEEN = re.compile("(?:[^，。；：、！？把将要须]|要求){1,12}?[于在]?")


# 全县今年筛查1.6万人: what a year is to hold is told, where nothing asks for it.
_TELLS_OF_YEAR = re.compile("(?:^|[，；])全[县市区镇乡](?:今年|全年)$")
_ASKS = re.compile(
    "要(?![求点素])|必须|务必|确保|力争|至少|不少于|不低于|须|再|应|达到|把|将|新|完成|争取"
)


# 到9月底今年全县开工率达到八成: the year of what is due then.
_YEAR_OF_IT = re.compile("(?:今|本|当|明)年(?:度)?")
_WHOSE = re.compile("(?:全[县市省区镇乡]|我[县市省区]|[把将的])?")


def _stands_behind_limit(one: Found, found: Sequence[Found], words: str) -> bool:
    """Tell whether a bare year stands right behind a limit, and says of which year a thing is."""
    if _YEAR_OF_IT.fullmatch(words, one.start, one.end) is None:
        return False
    return any(
        each.day is not None
        and each.end <= one.start
        and _WHOSE.fullmatch(words, each.end, one.start)
        for each in found
    )


def _is_told_of_year(one: Found, words: str) -> bool:
    clause = words[one.end :].partition("，")[0]
    return _TELLS_OF_YEAR.search(words[: one.end]) is not None and _ASKS.search(clause) is None


def _bare_that_describe(found: Sequence[Found], words: str) -> list[Found]:
    """Leave out bare periods that name which one is meant, before the limit of the clause: 明年预算9月底前编好."""
    found = [one for one in found if not _is_told_of_year(one, words)]
    found = [one for one in found if not _stands_behind_limit(one, found, words)]
    ended = [one.start for one in found if one.day and _ENDED.search(words[one.start : one.end])]
    return [
        one
        for one in found
        if one.day is None
        or _ENDED.search(words[one.start : one.end])
        or not any(
            one.end < start and _NOUNS_BETWEEN.fullmatch(words, one.end, start) for start in ended
        )
    ]


def _clear_of(found: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    return [
        one
        for one in others
        if all(one.end <= each.start or each.end <= one.start for each in found)
    ]


def _apart(found: list[Found]) -> tuple[Found, ...]:
    """Keep the earliest and longest of finds that overlap."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


# 10月25日至11月25日，各乡镇要逐处排查，11月25日前完成: the stretch says when, and the limit until when.
_STRETCH = re.compile("[月日旬起][^，。；]{0,2}(?:至|到|—|－|-|~|～)")


def _said_once(found: tuple[Found, ...], words: str) -> tuple[Found, ...]:
    """Leave out a stretch of days whose end the same demand states as its limit."""
    return tuple(
        one
        for i, one in enumerate(found)
        if one.day is None
        or _STRETCH.search(words[one.start : one.end]) is None
        or all(one.day != later.day for later in found[i + 1 :])
    )


def deadline_in(words: str, anchor: Anchor, lexicon: Lexicon) -> Found | None:
    """Return the limit that rules a demand: the first with a day, else the first, or None."""
    found = deadlines_in(words, anchor, lexicon)
    dated = next((one for one in found if one.basis is not DeadlineBasis.NONE), None)
    return dated or (found[0] if found else None)
