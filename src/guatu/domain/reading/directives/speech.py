"""Speech acts: who begins to speak, with which verb, to whom."""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, any_of
from guatu.domain.reading.units import Named, unit_before

_LONGEST_OPENER = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechAct:
    """The start of speech: the clause's words before the verb, the verb, what follows in the clause.

    ``content`` is where the demand itself begins inside the clause (its end if the
    clause holds nothing else); ``to`` is a unit that the whole speech addresses.
    """

    head: str
    verb: str
    content: int
    demanding: bool
    direct: bool
    to: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechPatterns:
    """Compiled patterns of speech openings."""

    closing: Pattern[str]
    request: Pattern[str]
    direct: Pattern[str]
    refused: Pattern[str]
    linking: Pattern[str]
    demand: frozenset[str]


@lru_cache(maxsize=4)
def speech_patterns(lexicon: Lexicon) -> SpeechPatterns:
    """Return the compiled speech patterns of a lexicon."""
    closing = any_of(lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs)
    nouns = any_of(lexicon.request_nouns)
    direct = any_of(lexicon.charge_verbs + lexicon.soft_verbs + ("强调", "指出", "表示"))
    return SpeechPatterns(
        closing=re.compile(f"(?P<verb>{closing})$"),
        request=re.compile(
            rf"(?:提出|作出|做出|进行|(?<!工)作|做|讲)(?:了|如下|以下|具体|明确|相关|全面|工作|几点|严格|进一步|"
            rf"[\d一二两三四五六七八九十]+[点个方面条项]+){{0,4}}(?:的)?{nouns}$"
        ),
        direct=re.compile(f"(?P<verb>{direct})(?P<rest>.+)$"),
        refused=re.compile(any_of(lexicon.not_speech_heads)),
        linking=re.compile(
            rf"(?:并|还|时|中|后|上|同志|特别|再次|进一步|同时|最后|着重|反复|明确|就此|期间|一行|随后|现场|"
            rf"当场|首先|也|又|一致|为此|对此|郑重|严肃|代表{HAN}{{0,10}})$"
        ),
        demand=frozenset(lexicon.demand_verbs + lexicon.charge_verbs + lexicon.soft_verbs),
    )


def _speaks(head: str, speakers: Pattern[str], lexicon: Lexicon) -> bool:
    """Tell whether the words before a speech verb name a speaker or continue one."""
    patterns = speech_patterns(lexicon)
    if patterns.refused.search(head[-14:]):
        return False
    return not head or speakers.search(head) is not None or bool(patterns.linking.search(head))


def find_speech(clause: Clause, speakers: Pattern[str], lexicon: Lexicon) -> SpeechAct | None:
    """Return the speech act that a clause opens, or None.

    Three shapes: X强调， / X对某单位提出要求： / X要求某单位…. A verb inside 按照…要求 opens none.
    """
    words = clause.words
    if len(words) > _LONGEST_OPENER * 4:
        return None
    patterns = speech_patterns(lexicon)
    request = patterns.request.search(words)
    if request is not None and not patterns.refused.match(words):
        head = words[: request.start()]
        return SpeechAct(
            head=head,
            verb="要求",
            content=len(words),
            demanding=True,
            direct=False,
            to=_spoken_to(head, lexicon),
        )
    closing = patterns.closing.search(words)
    if closing is not None and clause.mark in ("，", "：", "。"):
        head = words[: closing.start()]
        if len(head) <= _LONGEST_OPENER and _speaks(head, speakers, lexicon):
            verb = closing.group("verb")
            return SpeechAct(
                head=head,
                verb=verb,
                content=len(words),
                demanding=verb in patterns.demand,
                direct=False,
                to=_spoken_to(head, lexicon),
            )
    direct = patterns.direct.search(words)
    if direct is None or direct.start() > _LONGEST_OPENER:
        return None
    head = words[: direct.start()]
    if not _speaks(head, speakers, lexicon):
        return None
    verb = direct.group("verb")
    whole = unit_before(direct.group("rest"), lexicon) if clause.mark in ("，", "：") else None
    if whole is not None and verb in patterns.demand and head:
        # 要求各乡镇，要…: the clause names the audience and nothing else.
        shift = direct.start("rest")
        return SpeechAct(
            head=head,
            verb=verb,
            content=len(words),
            demanding=True,
            direct=False,
            to=Named(start=whole.start + shift, end=whole.end + shift, kind=whole.kind),
        )
    return SpeechAct(
        head=head,
        verb=verb,
        content=direct.start("rest"),
        demanding=verb in patterns.demand,
        direct=True,
    )


_TO = re.compile(r"(?:对|向|就|给|要求)(?P<unit>[^，。；]{2,30}?)$")


def _spoken_to(head: str, lexicon: Lexicon) -> Named | None:
    """Return the unit in 对某单位提出要求."""
    found = _TO.search(head)
    if found is None:
        return None
    named = unit_before(found.group("unit"), lexicon)
    if named is None:
        return None
    shift = found.start("unit")
    return Named(start=named.start + shift, end=named.end + shift, kind=named.kind)
