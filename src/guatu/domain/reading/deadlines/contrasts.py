"""Pairs of time words that scold a habit and fix no day: 别今天种桃、明天砍桃, 今天一个通知、明天一个通知."""

import re

from guatu.domain.reading.late_patterns import late

_SOONER = "(?:今[天日晚年]|眼下|现在|上午|白天|前脚|上半年|年初|月初|季初|[一二三]季度|早上|去年)"
_LATER = "(?:明[天日早晚年儿]|后[天日年]|次日|来年|下午|晚上|夜里|下半年|年[底末尾]|月底|季末|[二三四]季度)"
# 今天报名单、明天报方案 are two limits: only what scolds, or says the same of both, is none.
_SCOLDS = re.compile(
    "(?:别|不能|不可|不得|不许|不准|不要|不应|不该|莫[要让]?|勿|切忌|切莫|切勿|切不可|防止|避免|杜绝|克服|谨防|决不|绝不|岂能|宁可|宁愿|宁肯|与其|搞)"
    f"[^，。；！？]{{0,6}}?{_SOONER}[^。；！？]{{1,14}}$"
)
_ALIKE = re.compile(
    f"{_SOONER}(?P<same>一[个条套种份副阵次遍道场]|又是?|[说喊要搞])[^，。；、]{{1,8}}[，、]$"
)
# 今天不算安全账，明天就要算事故账: what comes of it, and no day on which it is to be done.
_ELSE = re.compile(f"{_SOONER}(?:不|没|多|少|怕|省|松|图|躲|退|欠|丢)[^。；！？、]{{1,12}}[，、]$")
# 今天的裂缝不补，明天就会塌; 上半年的账不清，下半年就要背债.
_UNDONE = re.compile(f"{_SOONER}的[^，。；！？]{{1,10}}?(?:不|没|别)[^，。；！？]{{1,6}}[，、]$")
_BAD_END = late(
    "(?:就|便)?(?:要|会|得|可能)?(?:吃[大苦亏]|付出|赔|酿|出(?:大?事|乱|险|问题)|后悔|背|挨|埋|[变成拖]成|成[了大]|垮|塌|烂|溃|返工|买单|还债|堵|抓瞎|被动)"
)
_COMES_OF_IT = re.compile("(?:就|便|少|多|可能|势必|必然|必定|早晚|多|砸|哭|就会)")
_HABIT = re.compile(
    "[^，。；！？]{1,10}的(?:事|事情|做法|现象|问题|毛病|情况|老路|怪圈|习惯|作风)(?=[，。；！？]|不|再|决|绝|必|要|$)"
)
_PAIR = re.compile(f"{_SOONER}[^，。；！？]{{1,8}}[、，]$")
# 今天拖明天、明天拖后天: a chain of days.
_CHAIN = re.compile(f"{_SOONER}[\u3400-\u9fff]{{1,2}}{_LATER}[，、]$")
# 杜绝“今天发文、明天要数”: the first of a pair that is scolded.
_SCOLDED = re.compile("(?:别|不能|不可|不许|不要|莫|切忌|切莫|切勿|防止|避免|杜绝|克服|谨防)“?$")
_PAIRED = re.compile(f"[^，。；！？]{{1,8}}[、，]{_LATER}")
# 节前必查、节后必访: around every feast, and by none.
_ROUND_THE_FEAST = re.compile("[^，。；、]{1,8}[、，](?:节[中间日][^，。；、]{1,8}[、，])?节后")
_LONGEST = 30


def is_contrast(words: str, start: int, end: int) -> bool:
    """Tell whether the later word of a pair stands here, in a figure of speech and not as a day."""
    if words.endswith("节前", start, end) and _ROUND_THE_FEAST.match(words, end) is not None:
        return True
    before = words[max(0, start - _LONGEST) : start]
    if _SCOLDED.search(before) is not None and _PAIRED.match(words, end) is not None:
        return True
    if re.fullmatch(f"{_LATER}.{{0,2}}", words[start:end]) is None:
        return False
    if _SCOLDS.search(before) is not None or _CHAIN.search(before) is not None:
        return True
    alike = _ALIKE.search(before)
    if alike is not None and words.startswith(alike.group("same"), end):
        return True
    if _ELSE.search(before) is not None and _COMES_OF_IT.match(words, end) is not None:
        return True
    if _UNDONE.search(before) is not None and _BAD_END.match(words, end) is not None:
        return True
    return _PAIR.search(before) is not None and _HABIT.match(words, end) is not None
