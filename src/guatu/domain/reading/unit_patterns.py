"""The patterns of the unit grammar, compiled once per lexicon."""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.limit_words import LIMIT_AFTER_UNIT
from guatu.domain.reading.patterns import HAN, ORDINAL_NUMBER, any_of
from guatu.domain.reading.unit_signs import OFFICE_BY_ACT, UPON_SOMEBODY

_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPatterns:
    """Compiled patterns of the unit grammar."""

    trim: Pattern[str]
    adverbs: Pattern[str]
    refused: Pattern[str]
    admitted: Pattern[str]
    abbreviations: Pattern[str]
    leading: Pattern[str]
    starts: Pattern[str]
    acts: Pattern[str]
    acts_lightly: Pattern[str]
    no_class: Pattern[str]
    verbs: Pattern[str]


@lru_cache(maxsize=4)
def unit_patterns(lexicon: Lexicon) -> UnitPatterns:
    """Return the compiled unit patterns of a lexicon."""
    short = any_of(lexicon.unit_abbreviations)
    acts = tuple(
        one
        for one in lexicon.imperatives
        if len(one) >= _SHORTEST and not one.startswith(lexicon.not_unit_starts)
    )
    acting = any_of(
        (*lexicon.imperatives, *lexicon.modals, *lexicon.adverbs, *lexicon.acting_words)
    )
    soon = r"半个?(?:小时|天|月)|(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个?工作日|日|天|小时|周|个?星期|个月|月|年)(?!工资|的)"
    return UnitPatterns(
        trim=re.compile(
            rf"(?:【[^】]{{1,12}}】|@|(?!第[一二三四五](?:方|产业|批|轮|阶段|人民|小学|中学|实验|幼儿|医院|书记|责任))(?:{any_of(lexicon.head_trims)})|限(?=[县市区旗各](?![内外])|(?![期时价量额高制速行令购产定度])[\u3400-\u9fff、]{{3,20}}?(?:[\d一二三四五六七八九十两]+个?(?:日|天|周|月|工作日|小时)|于|在|本[周月年]))|[（(]{ORDINAL_NUMBER}[）)]|{ORDINAL_NUMBER}是|\d{{1,2}}[.、．])"
        ),
        adverbs=re.compile(f"(?:{any_of(lexicon.adverbs)})+$"),
        refused=re.compile(f"{any_of((*lexicon.not_unit_starts, *acts))}|{UPON_SOMEBODY}"),
        admitted=re.compile(
            f"{any_of(lexicon.admitted_unit_starts)}|{any_of(acts)}{OFFICE_BY_ACT}"
        ),
        abbreviations=re.compile(f"[县市区旗镇乡]?{short}(?:(?:、|和|与|及){short})*$"),
        leading=re.compile(
            rf"发挥(?:好)?(?!好?(?:牵头|统筹|抓总))(?P<unit>{HAN}{{2,14}}?)(?:的)?(?:牵头|统筹协调|统筹|抓总|总牵头)"
        ),
        starts=re.compile(any_of(lexicon.class_starts)),
        acts=re.compile(
            f"(?!不得不)同?(?:{acting})|{soon}|[本下]?(?:周|月|年|季度)(?:[一二三四五六日]|底|内|末)|{LIMIT_AFTER_UNIT}"
        ),
        acts_lightly=re.compile(any_of(lexicon.light_acting_words)),
        verbs=re.compile(
            f"(?:{any_of(word for word in lexicon.imperatives if len(word) > 1)}){{2}}"
        ),
        no_class=re.compile(
            "项|种|类|时候|时间|时刻|场合|情况|借口|理由|形式|阶段|方面|环节|领域|地方|问题|风险|隐患|指标|任务|措施|工作|政策|事项"
            "|如(?:[遇有发出需]|$)|若(?:[遇有]|$)|一旦|遇有|(?:表示|表态)$"
            "|活动$|交通$|聚[会餐集]|聚$|走亲|充分|认识|过程|流程|手续$|货物$|物品$"
        ),
    )
