"""A day to come without 前: 11月20日验收, 下周一上午报来, 明早8点, 后天下午. Where something begins (起) it is none."""

import re
from datetime import date, timedelta
from re import Match

from guatu.domain.reading.deadlines.days import day_of_month
from guatu.domain.reading.deadlines.limits import (
    ASIDE,
    DAY_NUMBER,
    HOUR,
    MONTH,
    Anchor,
    LimitRule,
    real_day,
    year_of,
)
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

_DAYS = "一二三四五六"
_SUNDAY = 6
_YEAR = r"(?:(?P<year>\d{4}|明|次|来|今|本|当)年)?"
_ENDED = "(?:之前|以前|前(?![后夕期往来]))?"
# What makes a day the beginning, the age or the name of something, and no limit of it.
_NO_LIMIT = (
    r"(?!(?:零|\d{1,2})[时点](?:\d{1,2}分|半|整)?(?:[至到]|起[^，。；]{0,4}[停禁封限暂])|半(?=[到至])|(?:凌晨|清晨|早上?|上午|中午|下午|晚上?|夜间)?\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|半)?)起?(?:至|到|—|－|-|~|～)|起(?!草)|开始|开展以来|(?:之前|以前|前)的|后|以后|之后|以来|至|到(?=本|下|周|\d|[一二三四五六七八九十])|—|－|-|~|～|、|的|这[个天]|[“”（(]|\d|例会|大集|集市|赶集|早会|晨会|晚会|班会|就是|是|又|都?[别不]|为(?!最后|期限|限|止|底线)|凌晨|期间|前[后夕]"
    r"|[^，。；]{1,8}[日节](?=[，。；、期“”活集主宣前]|$)|(?:[^，。；]{0,12}(?:召开|举行|发生|印发|下发|发布|施行|实施|生效|开幕|闭幕)的))"
)
# 下次会议定于11月3日召开 tells when something will be.
# A number, or a word of a day, stands there: looked for first, it spares asking what stands before other signs.
_NOT_FROM = "(?=[\\d一二三四五六七八九十元明次来今本当这下后大翌])(?<![从自起由至到—-])(?<!截至)(?<!定于)(?<!拟于)(?<!将于)(?<![办开做好迎]好)(?<!障好)(?<!备好)(?<!织好)"

_EVENING = re.compile("[日号](?:当?晚|傍晚|夜[间里]|深夜)")


def _printed(found: Match[str], anchor: Anchor) -> date | None:
    year = year_of(found, anchor)
    printed = found.group("month")
    month = 1 if printed == "元" else number_of(printed)
    day = number_of(found.group("day"))
    if year is None or month is None or day is None:
        return None
    printed = real_day(year, int(month), int(day))
    if printed == anchor.spoken and _EVENING.match(found.string, found.end("day")):
        # 6月9日上午开会，6月9日晚要值守: later on the day itself.
        return printed
    return _to_come(printed, anchor)


def _to_come(day: date | None, anchor: Anchor) -> date | None:
    """Return a day that lies ahead; one gone by is told about, and nobody is to keep it."""
    return day if day is None or anchor.spoken is None or day > anchor.spoken else None


def _weekday(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    name = found.group("weekday")
    place = _DAYS.index(name) if name in _DAYS else _SUNDAY
    monday = anchor.spoken - timedelta(days=anchor.spoken.weekday())
    day = monday + timedelta(days=7 * found.group("which").count("下") + place)
    return day if day >= anchor.spoken else None


def _of_month(found: Match[str], anchor: Anchor) -> date | None:
    """本月20日完成首批拨付: a day of this month or the next."""
    return _to_come(day_of_month(found, anchor), anchor)


def _ahead(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    ahead = {"次": 1, "翌": 1, "明": 1, "后": 2, "大": 3}.get(found.group("which")[0], 0)
    return anchor.spoken + timedelta(days=ahead)


RULES = tuple(
    LimitRule(pattern=re.compile(pattern), resolve=resolve, basis=basis, signs=frozenset(signs))
    for pattern, resolve, basis, signs in (
        (
            rf"{_NOT_FROM}(?<![\d年]){_YEAR}{MONTH}{DAY_NUMBER}{ASIDE}{HOUR}{_ENDED}{_NO_LIMIT}",
            _printed,
            DeadlineBasis.STATED,
            "月",
        ),
        (
            rf"{_NOT_FROM}(?P<which>本|这|下下|下)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!气){HOUR}{_ENDED}{_NO_LIMIT}",
            _weekday,
            DeadlineBasis.RELATIVE,
            "周期拜",
        ),
        (
            rf"{_NOT_FROM}(?<![的向为好])(?<!今天[\u3400-\u9fff]、)(?P<which>明[天日早晚晨]|大?后[天日]|明儿)(?:之?内)?{HOUR}{_ENDED}{_NO_LIMIT}",
            _ahead,
            DeadlineBasis.RELATIVE,
            "明后",
        ),
        (
            rf"{_NOT_FROM}(?P<which>本月|这个月|下个?月){DAY_NUMBER}{HOUR}{_NO_LIMIT}(?!前|之前|以前)",
            _of_month,
            DeadlineBasis.RELATIVE,
            "月",
        ),
        (
            rf"(?<=的)(?P<which>明[天日早晚晨]|后[天日])(?:{HOUR}(?:之前|以前|前)|(?<=[天日])(?:上午|中午|下午|晚上))",
            _ahead,
            DeadlineBasis.RELATIVE,
            "明后",
        ),
        # 散会后当天就要传达到村: the day of the meeting.
        (
            r"(?P<which>(?:散会|会议?|会议结束)(?:之|以)?后当[天日晚])(?:之?内)?(?=[就要须必务即把将全\u3400-\u9fff])(?!的)",
            _ahead,
            DeadlineBasis.RELATIVE,
            "会",
        ),
        (
            rf"{_NOT_FROM}(?P<which>今[晚夜])(?:之?内)?{HOUR}{_ENDED}{_NO_LIMIT}",
            _ahead,
            DeadlineBasis.RELATIVE,
            "今",
        ),
    )
)
"""Rules for days to come that stand bare."""
