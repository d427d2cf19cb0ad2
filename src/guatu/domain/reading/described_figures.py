"""Figures that only describe what a demand is about: who acts, which ones are meant, how large a thing is, how often it is looked at.

两家煤矿要整改, 借调三个月以上的一律报备, 占地96亩, 每户每月800元标准, 两个小时看一次, 二次供水 are none.
"""

import re
from re import Match

from guatu.domain.reading.late_patterns import late

_WRITTEN = frozenset("两二三四五六七八九十")
# 三家单位每月联合执法, 移动、联通两家公司参与: those who act, at the head of a clause or behind their names.
_HEAD = late("(?:^|[，；：。、“]|这|那|上述|以上|其余|[\u3400-\u9fff]、[\u3400-\u9fff]{2,8})$")
_ACTORS = late(
    "(?:[\u3400-\u9fff]{0,3}?(?:单位|公司|企业|煤矿|部门|厂|医院|学校|银行|合作社))?(?:的?(?:主要)?负责人|[^，。；把将]{0,6}?(?:要(?!求)|应当?|须|必须|务必|不得|谁|参与|配合|一起|联合|共同|分头|轮流|各自|自(?!来)|按|每[月周天]|[本下]周|明天|今[天晚]|[一两三四五十\\d]+[天日周]|半|节前))"
)
_OF_ACTORS = frozenset("家户名人")
# 借调三个月以上的一律报备, 五亩以下的小户: which of them are meant.
_CLASS = re.compile(
    "及?以[上下]的(?=一律|先|按|不|要|须|从|由|可|应|必须|，|小?户|地块|农户|企业|车|船|项目|单位|人|超|违|\\d)"
)
_WANTED = re.compile("(?:培育|储备|落实|建|打造|留|配|保持|达到?|新增|引进)[^，。；]{0,8}$")
_LARGE = re.compile(
    "(?:占地(?:面积)?|用地面积|建筑面积|概算(?:总?投资)?|估算(?:总?投资)?|总投资|造价|全长)(?:约|共|为|共计)?$"
)
_STANDARD = re.compile("的?(?:补助|补偿|奖补|缴费|收费|发放|执行)?标准(?!厂房|地)")
_PER = re.compile("(?:每[\u3400-\u9fff]{1,2}){1,2}$")
_LOOKED_AT = re.compile("(?!以?内|之内)(?:(?![一第])[\u3400-\u9fff]){1,4}一[次遍回趟轮]")
_SECOND = re.compile(
    "(?:供水|管网|污染|元|加压|泵房|搬迁|分配|创业|开发|利用|转[运移]|装修|感染|灾害|扬尘)"
)
_RANKED = re.compile("(?:[倒后末前]|排名[前后末])$")
_OFFENDED = re.compile(
    "(?:超标|超限|违[规法章]|被[查罚]|上[访榜]|垫底|挂牌|停产|反弹)[^，。；]{0,4}的"
)
# 能见度不足500米、水位超过警戒线等情形: when something is to be done.
_BELOW = re.compile("(?:不足|低于|超过|高于|达到?)$")
_SUCH_CASES = re.compile(
    "[^。；]{0,40}?(?:等(?:情[形况]|恶劣|天气)|[，]?(?:必须)?(?:立即)?停[航工产])"
)
_LAST_MILE = ("最后", "“最后")
_RUN = re.compile("一连$")
# 出生满三个月, 原来二十个工作日的: since when, and how long it took.
_FROM_WHAT = re.compile("(?<!不)满$|(?:原来|原先|过去|以往|此前)的?$")
# 这两天就派人, 前两轮整治: about now, and which ones went before; 涉及居民6.2万户 tells how large a thing is.
_NEAR_NOW = re.compile("(?:[这近]|(?<![超越经难不])过)$")
_WENT_BEFORE = re.compile("(?<![目当日号月年])前$")
_INVOLVES = re.compile("，(?:共)?涉及(?:居民|群众|人口|住户|农户|村民)(?:约|近|共)?$")
_LASTING = ("天", "日", "月", "年", "周", "星期")
_HOURS = ("小时", "个小时", "分钟", "个钟头", "天")


def is_described(one: Match[str], unit: str, before: str) -> bool:
    """Tell whether a figure says who, which or how large, and not how much is asked for."""
    words, end = one.string, one.end()
    written = one.group("words")
    if written and _WRITTEN.issuperset(written) and _is_of_these(words, one.start(), end, unit):
        return True
    meant = unit != "%" and _CLASS.match(words, end) is not None
    if (meant and not _WANTED.search(before)) or _LARGE.search(before) or _RUN.search(before):
        return True
    if unit == "元" and _PER.search(before) and _STANDARD.match(words, end):
        return True
    if written and unit in ("天", "周") and _NEAR_NOW.search(before):
        return not words.startswith(("内", "以内", "之内"), end)
    if written and unit in ("轮", "次") and _WENT_BEFORE.search(before):
        return True
    if unit != "%" and _INVOLVES.search(before):
        return True
    if unit.endswith(_LASTING) and _FROM_WHAT.search(before):
        return True
    if unit.endswith(_HOURS) and _LOOKED_AT.match(words, end):
        return True
    if unit == "次" and (
        (written == "二" and _SECOND.match(words, end)) or _OFFENDED.match(words, end)
    ):
        return True
    if unit in ("名", "位") and _RANKED.search(before) and words.startswith("的", end):
        return True
    if unit in ("米", "公里") and before.endswith(_LAST_MILE):
        return True
    return _BELOW.search(before) is not None and _SUCH_CASES.match(words, end) is not None


def _is_of_these(words: str, start: int, end: int, unit: str) -> bool:
    before = words[max(0, start - 16) : start]
    return (
        unit in _OF_ACTORS
        and _HEAD.search(before) is not None
        and _ACTORS.match(words, end) is not None
    )


# 把五个问题拉出来过一遍, 渠里的两道私坝: given things that are dealt with, in any unit.
_TAKEN = late(
    "对(?:于)?[^，。；的]{1,8}的$|[把将](?:[^，。；的]{1,6}的|[^，。；]{1,4}里的?|今天[^，。；]{1,6}的)?$"
)
_IDIOMS = frozenset("笔篇块层道头条")
_DEALT_WITH = late("(?!大|方面|环节|维度|字|关|“|文章|角度|层面|层次)[\u3400-\u9fff]{2}")


def is_taken(one: Match[str]) -> bool:
    """Tell whether things counted in any unit stand behind 把, and so are given and dealt with."""
    before = one.string[max(0, one.start() - 16) : one.start()]
    return (
        _TAKEN.search(before) is not None
        and (one.group("of") not in _IDIOMS or before.endswith("的"))
        and _DEALT_WITH.match(one.string, one.end()) is not None
    )
