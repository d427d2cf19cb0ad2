"""A stretch of days, due at its end: 11月1日至15日, 从即日起至12月10日, 10月到12月底."""

import re
from datetime import date
from re import Match

from guatu.domain.reading.deadlines.limits import (
    Anchor,
    LimitRule,
    month_end,
    real_day,
    year_of,
)
from guatu.domain.reading.values import DeadlineBasis

_YEAR = r"(?:(?P<year>\d{4}|明|次|来|今|本|当)年)?"
# 2月15日至23日，须24小时值班: a duty that lasts so long is not due at its end.
# 7月1日至8月31日，河道内一律禁止采砂: what is forbidden so long is not done by its end either.
_FORBIDS = "(?:[禁封休][渔猎采火牧烧放捕航钓伐山路湖河海]|严禁|禁止(?![类性事])|不得|不准|不许|谢绝|暂停|停办|管制)"
# 自即日起至12月20日，每三天通报一次: a rhythm ends with the stretch, and is not due then; what is also finished is.
_NO_END = "(?:(?!完成|排查|清[理查底]|开展|整治|收缴|登记|普查|拉网|集中|整改|建成|销号)[^。；])"
_LASTS = rf"(?!，凡)(?!(?:期间)?，?[^，。；]{{0,14}}{_FORBIDS})(?!{_NO_END}{{0,40}}(?:每(?:隔)?[一二两三四五六七八九十半\d]*个?(?:[天日周月旬季]|小时|星期|礼拜)|逐[日周旬月](?!项)|[日周旬月](?:调度|通报|报告|巡查|排名)|昼夜|轮[流班值]|不间断))(?![^。；]{{0,24}}(?:值班|值守|在岗|带班|24小时|实行|执行|开放|不打烊|轮[流休班]|封闭|[禁限]行|停[业运航]|放假|休[假市]|个阶段|常态))"
_ENDS_DONE = re.compile(_LASTS)
_TO = "(?:起)?(?:至|到|—|－|-|~|～|——)"


def lasts_until(words: str, end: int) -> bool:
    """Tell whether what follows the end of a stretch lasts until then (每三天通报一次) and is done by no day."""
    return _ENDS_DONE.match(words, end) is None


def _end_of_stretch(found: Match[str], anchor: Anchor) -> date | None:
    year = year_of(found, anchor)
    if year is None:
        return None
    begins = found.groupdict().get("from_month")
    month = int(found.group("month") or begins or 0)
    if begins and month < int(begins) and not found.group("year"):
        year += 1
    third = {"上": 10, "中": 20}.get(found.groupdict().get("third") or "")
    if third is not None:
        return real_day(year, month, third)
    number = found.group("day")
    day = real_day(year, month, int(number)) if number else month_end(year, month)
    if day and not begins and not found.group("year") and anchor.spoken and day < anchor.spoken:
        return real_day(year + 1, month, day.day)
    return day


RULES = tuple(
    LimitRule(pattern=re.compile(pattern), resolve=_end_of_stretch, basis=DeadlineBasis.STATED)
    for pattern in (
        rf"(?<![（(])(?<!期限为)(?<![期间]为)(?<![\d年])(?:自|从)?(?:\d{{4}}年)?(?P<from_month>\d{{1,2}})月\d{{1,2}}日{_TO}{_YEAR}(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})日(?:前|止|期间(?!发生|产生|形成|取得)|之?间)?(?!止|，?共|，?为期|为){_LASTS}",
        rf"(?:自|从)?(?:\d{{4}}年)?(?P<from_month>\d{{1,2}})月(?:份|\d{{1,2}}日|初|[上中下]旬)?{_TO}{_YEAR}(?P<month>\d{{1,2}})月(?:底|末|(?P<third>[上中下])旬)(?P<day>\d)?(?:前)?{_LASTS}",
        rf"(?<![\d年（(])(?:自|从)?(?P<from_month>\d{{1,2}})月份?{_TO}{_YEAR}(?P<month>\d{{1,2}})月份?(?P<day>\d)?(?=，?(?:集中|开展|组织(?!安排)|完成|逐[村户个家]|全面(?:排查|清理|完成|摸|开展)|对[^，。；]{{1,14}}(?:再|进行|全面|逐|过一?遍|排查|清理))){_LASTS}",
        rf"(?:从|自)?(?:即日|现在|今[天日]|本日|目前|(?:本)?(?:通知|方案|文件)?(?:下发|印发|发布)之日){_TO}{_YEAR}(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日|底|末)(?:前|止)?{_LASTS}",
    )
)
"""Rules for stretches of days."""
