"""Days of a week and of tomorrow: 下周五前, 本周内, 周五下班前, 次日前."""

import re
from datetime import date, timedelta
from re import Match

from guatu.domain.reading.deadlines.limits import DEED, DONE_HERE, DUE, Anchor, LimitRule
from guatu.domain.reading.values import DeadlineBasis

_DAYS = "一二三四五六"
_SUNDAY = 6
_NIGHT = re.compile("今[晚夜]|连夜")
_BEFORE = "(?:上午|下午|中午)?(?:\\d{1,2}[时点])?(?:之前|以前|前|下班前|下班之前)"


def _weekday(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    name = found.groupdict().get("weekday")
    place = _DAYS.index(name) if name and name in _DAYS else _SUNDAY
    monday = anchor.spoken - timedelta(days=anchor.spoken.weekday())
    which = found.group("which") or ""
    day = monday + timedelta(days=7 * which.count("下") + place)
    if not which and day < anchor.spoken:
        day += timedelta(days=7)
    return day


def _friday(found: Match[str], anchor: Anchor) -> date | None:
    """双休日前: the last day of work before the two days off."""
    sunday = _weekday(found, anchor)
    if sunday is None or anchor.spoken is None:
        return None
    friday = sunday - timedelta(days=2)
    return friday if friday >= anchor.spoken else None


def _tomorrow(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    ahead = {"次": 1, "翌": 1, "明": 1, "后": 2}.get(found.group()[0], 0)
    return anchor.spoken + timedelta(days=ahead)


# 下周贴出去: whatever stands behind it; see ``plain_deeds``.
BARE_WEEK = LimitRule(
    pattern=re.compile(
        r"(?P<which>本|这|下下|下)个?(?:周|星期|礼拜)(?P<weekday>)(?![一二三四五六日天末底内岁年期前])"
    ),
    resolve=_weekday,
    basis=DeadlineBasis.RELATIVE,
    signs=frozenset("周期拜"),
)
# 周五给我对一次账: a weekday by itself, unless it returns (每周五, 周一…、周五…).
_BARE_WEEKDAY = (
    r"(?<![本这下上每隔逢双单各个前去连一二三四五六日天\d至到—和、与及])(?P<which>)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?:上午|下午|中午|晚上?)?(?:\d{1,2}[时点]|下班)?"
    r"(?![一二三四五六日天至到—～、和与及起前以之内])(?=[^每周期拜]*$)"
)
_DAY_NAMED = re.compile("(今|明|当)[天日晚早]")


def _dawn(found: Match[str], anchor: Anchor) -> date | None:
    """今晚就派队员，天亮前到场: the dawn behind the night that is spoken of; else no day."""
    if anchor.spoken is None or _NIGHT.search(found.string[: found.start()]) is None:
        return None
    return anchor.spoken + timedelta(days=1)


def _dusk(found: Match[str], anchor: Anchor) -> date | None:
    """今天…天黑前, 明天傍晚前: the evening of the day that is named; else no day."""
    named = _DAY_NAMED.findall(found.string[: found.start()])
    if anchor.spoken is None or not named:
        return None
    return anchor.spoken + timedelta(days=int(named[-1] == "明"))


RULES = tuple(
    LimitRule(
        pattern=re.compile(pattern),
        resolve=resolve,
        basis=DeadlineBasis.RELATIVE,
        signs=frozenset(signs),
    )
    for pattern, resolve, signs in (
        (
            f"{_BARE_WEEKDAY}(?:{DEED}|{DONE_HERE}|(?=给我|报我|给县|把|将(?!有|会|举|召)|全部|见|拿))",
            _weekday,
            "周期拜",
        ),
        (
            rf"(?P<which>本|这|下下|下)?(?<![每两一二三四五六七八九十\d])(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]){_BEFORE}",
            _weekday,
            "周期拜",
        ),
        (
            rf"(?P<which>本|这|下下|下)个?(?:周|星期|礼拜)(?:之?内|末前|末|底前|底|前|{DUE})",
            _weekday,
            "周期拜",
        ),
        (r"(?<![每逢各双])周末(?:之前|以前|前)(?!后)(?P<which>)(?P<weekday>)", _weekday, "周"),
        (r"(?<![每逢各])双休日(?:之前|以前|前)(?!后)(?P<which>)(?P<weekday>)", _friday, "双"),
        (
            r"(?:当日|当天|今日|今天|次日|明日|明天|后天)(?:上午|下午|中午|傍晚|晚上?)?(?:\d{1,2}[时点])?(?:之?内|[上下]班前|前|之前|以前)",
            _tomorrow,
            "当今次明后",
        ),
        (
            rf"(?:今天|今日)(?:上午|下午|晚上?)?(?:[^，。；不没未难明]{{0,4}}就(?!是)|(?=回去|散会|会后)|(?=进(?!会|来)|下(?!午)|去|派|上门|转移|撤|到(?!会|场的|[^，。；]{{0,6}}的)|发|送)|(?!再[看来去到访]){DUE}|(?=[\u3400-\u9fff]完))(?!(?![把将就让])[^，。；]{{0,3}}的)",
            _tomorrow,
            "今",
        ),
        (
            # 甲公司当日清空: told to one unit at once; elsewhere 当日 is a routine (当天问题当天解决).
            rf"(?<=[局镇乡村厂队站所院司])当[日天](?!的|问题|垃圾){DUE}(?![^，。；]*当[日天])",
            _tomorrow,
            "当",
        ),
        # 次日上午把照片报来: at the head of a demand; 活动当日要安排专人 is a day of its own.
        (
            r"^(?:当[天日]|次日|翌日)(?:上午|下午|中午|傍晚|晚上?)?(?=把|将|全部|必须|务必|报|完成)(?![^。；]*(?:当[天日]|[次翌]日|[前内]))",
            _tomorrow,
            "当次翌",
        ),
        (r"天[亮明](?:之前|以前|前)", _dawn, "亮明"),
        (
            r"(?<!的，须在)(?<!的，)(?<!天天)(?<!每[天日])(?:天黑|中午|晌午|傍晚|日落)(?:之前|以前|前)",
            _dusk,
            "黑午傍落",
        ),
    )
)
"""Rules for days of the week."""
