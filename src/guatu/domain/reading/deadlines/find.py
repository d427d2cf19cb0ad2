"""Tries every rule on the words of a demand; of overlapping finds the earliest and longest counts."""

import re
from functools import lru_cache

from guatu.domain.reading.deadlines import counts, days, months, periods, ranges, weeks
from guatu.domain.reading.deadlines.festivals import festival_rule
from guatu.domain.reading.deadlines.limits import Anchor, Found, LimitRule
from guatu.domain.reading.deadlines.seasons import seasons_in
from guatu.domain.reading.deadlines.vague import recurring_in, vague_in
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.values import DeadlineBasis

_TELLS = re.compile("[年月日号天周期旬末底前内时止季今明晚]")
# 离年底只有五个月 says how long is left, not by when.
_DISTANT = ("离", "距离", "距", "离着")


@lru_cache(maxsize=4)
def _rules(lexicon: Lexicon) -> tuple[LimitRule, ...]:
    return (
        *ranges.RULES,
        *days.RULES,
        *months.RULES,
        *periods.RULES,
        *counts.RULES,
        *weeks.RULES,
        festival_rule(lexicon),
    )


def deadlines_in(words: str, anchor: Anchor, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return every limit that a demand states, in order; the campaign word where it states none."""
    found: list[Found] = []
    if _TELLS.search(words) is not None:
        found += seasons_in(words, anchor)
        found += recurring_in(words)
        for rule in _rules(lexicon):
            found += (
                Found(
                    start=one.start(),
                    end=one.end(),
                    day=rule.resolve(one, anchor),
                    basis=rule.basis,
                )
                for one in rule.pattern.finditer(words)
                if one.group() and not words.endswith(_DISTANT, 0, one.start())
            )
    apart = _apart(found)
    if apart:
        return apart
    vague = vague_in(words, lexicon)
    return (vague,) if vague is not None else ()


def _apart(found: list[Found]) -> tuple[Found, ...]:
    """Keep the earliest and longest of finds that overlap."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def deadline_in(words: str, anchor: Anchor, lexicon: Lexicon) -> Found | None:
    """Return the limit that rules a demand: the first with a day, else the first, or None."""
    found = deadlines_in(words, anchor, lexicon)
    dated = next((one for one in found if one.basis is not DeadlineBasis.NONE), None)
    return dated or (found[0] if found else None)
