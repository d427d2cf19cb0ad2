"""Names that only their place shows: behind an office in a list of those present, and 和 as a surname."""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, any_of, one_of

_PRESENT = re.compile(
    "(?:参加会议的?(?:人员|同志|领导)?(?:有|还有)?|(?:参会|与会|出席|列席|参加|到会)(?:会议)?(?:人员|领导|同志|单位)?(?:有|还有)?)[：:]?(?P<list>[^。；：]{4,400})"
)
# 主持：方明; 参会：齐小雨、白少棠: a line of minutes that is a label and names.
_LABELLED = re.compile(
    "(?:会议)?(?:主持|召集|参会|与会|出席|列席|参加)(?:人员|领导|同志|人|者)?[：:](?P<list>[^。；：]{2,400})$"
)
_PART = re.compile("[^、，。；\\s]+")
_OFFICE = "(?:局|委|办|办公室|镇|乡|街道|公司|集团|中心|法院|检察院|大队|支队|公安|银行|联社)"
_BEHIND = late(
    "[，。；、）]|(?:出席|列席|参加|主持|带队|率队|率|陪同|讲话|强调|指出|要求|表示|说|作|代表|宣布|致辞|到会|在|等|到(?!底|位|期|账|户)|赴|对(?!接|照)|就(?!业|地)|也|将|一同|一行|先后|深入|指出|汇报|通报|介绍|指挥|召开|走访|慰问|调研|检查)"
)
_HE = re.compile(
    f"(?:书记|主席|主任|{'|'.join(f'{one}长' for one in '县市区旗镇乡局部院校')}|董事长|总经理)(?P<name>和(?P<given>{HAN}{{2}}))"
)
_COMMON = 6


@lru_cache(maxsize=4)
def _behind_office(lexicon: Lexicon) -> Pattern[str]:
    singles = (*lexicon.surnames, *lexicon.word_surnames)
    surname = f"(?:{any_of(lexicon.compound_surnames)}|{one_of(singles)})"
    return re.compile(
        f"(?:[县市区旗省]|{HAN}{{2,3}}(?=[镇乡街])){HAN}{{0,12}}?{_OFFICE}(?!公室|事处|理处)(?P<name>{surname}{HAN}{{1,2}})(?:等)?"
    )


def present_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the names that stand right behind an office in a list of those present: 县财政局钱守业、…."""
    for found in _PRESENT.finditer(text):
        base = found.start("list")
        for part in _PART.finditer(found.group("list")):
            named = _behind_office(lexicon).fullmatch(part.group())
            if named is None or named.group("name") in lexicon.usage.common_words:
                continue
            start, end = named.span("name")
            yield base + part.start() + start, base + part.start() + end


@lru_cache(maxsize=4)
def _bare(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(
        f"(?:{any_of(lexicon.compound_surnames)}|{one_of(lexicon.surnames)}){HAN}{{1,2}}"
    )


def labelled_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the names of a line of minutes that is a label and names alone: 主持：方明."""
    found = _LABELLED.match(text)
    if found is None:
        return
    base = found.start("list")
    for part in _PART.finditer(found.group("list")):
        words = part.group()
        common = words in lexicon.usage.common_words or words.startswith(lexicon.not_names)
        if not common and _bare(lexicon).fullmatch(words) is not None:
            yield base + part.start(), base + part.end()


def named_he(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield names with the surname 和 behind a post (主席和文轩出席); 书记和委员参加 joins two posts."""
    for found in _HE.finditer(text):
        given = found.group("given")
        if (
            lexicon.usage.common_words.get(given, 0) >= _COMMON
            or given[0] in "县市区旗省镇乡村各全副有其"
        ):
            continue
        if given.endswith(("长", "们", "员")) or _BEHIND.match(text, found.end()) is None:
            continue
        yield found.span("name")
