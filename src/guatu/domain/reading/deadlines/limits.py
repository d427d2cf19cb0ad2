"""What a limit is found as, what it is resolved against, and the arithmetic that all rules share."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from re import Match, Pattern
from typing import NamedTuple

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

COUNT = "(?P<count>[一两二三四五六七八九十百]{1,4}|\\d{1,3})"
BEFORE = "(?:之前|以前|前|为止|止|底前)"
_RESULTS = (
    "见[效底到]|完成|建成|完工|竣工|开工|动工|复工|投[产用运入]|交[付工卷账差]|启动|到位|到账|达[到标产效]|落实|办结|办完|销号|销户|清零|清空|清完"
    "|拿(?=[出下方意结])|摆到|交到|形成|制定|出台|印发|提交|提出|上报|报送|开展|举行|召开|验收|收官|通[水车电气航]|开园|运营|使用|入库|签约"
    "|兑[付现]|补齐|还清|结清|付清|发放到|发到|赶回|追回|公[布开]|挂网|上[网线架墙]|投放|封顶|发布|整改|拆[除完净]|搬[迁入]|装完|修[好通]|铺[开设]|新[增建]|新引进"
    "|拿下|全覆盖|清运|退出|摘帽|走访|贯通|试运行|投运|开馆|开业|开放|竣验|扫尾|见面"
)
"""What is there when something is done: told of a time, it makes the time a limit."""
_DEEDS = (
    "到岗|到任|回迁|入地|出水(?!口)|亮相|交钥匙|开班|[^，。；不没未充十富知圆美自干纯洁饱丰届期][清净完齐满掉](?=[，。；、]|$)|报(?![道名考纸价废酬销告])|交(?![通易流界叉警])|点火|供[热暖电水气]|送[电水气]|并网|试[产运行水]|抢[通修]|兑现|清欠|审议|提请|[开配建补]齐|开[诊行机街班课工业镰]|复[课学市航耕种垦]|定下|报[批审送]|送审"
    "|摸[清排]|排查|查[清完]|核[清实完]|补[上足种栽]|[换装铺修种栽割收播建拆搬]完|[转撤]移|撤离|上岸|[回进返]港|返岗|[发开]车|发[放货出]|就位|上[岗门路车工]|进[场村驻厂]"
    "|腾[空退出]|关[停闭]|停[工产用]|[检抽]查|复[查核]|回访|挂[牌出]|张贴|下[发达]|通[报知]|汇总|反馈|答复|回复|见分晓|配送|交接|移[交送]|改造?完|合龙|具备[^，。；的]{2,10}(?:条件|能力)|封堵|加固|疏通|清[淤理运退]|堵[上住]"
    "|再次|重新|正式|全线|逐[一户村个项]|分批|集中|统一|一次性|基本|率先|先(?!进)|就(?![是在有会业地近此])|即可|起码|至少|最少"
)
DUE = f"(?=再|力争|确保|必须|务必|要|须|需(?![求要])|全部|全面|实现|把|将(?!军)|让|交|报|达|组织|{_RESULTS})"
DEED = f"(?={_DEEDS})"
"""A deed that stands right behind a month, a quarter or a day: 11月发车两趟, 20日点火, 三月份就试产."""
TOWARDS = f"(?=(?:再|要|务必|必须)?(?:[向给与同]|面向)[^，。；的]{{1,8}}?(?:{_RESULTS}))"
"""A thing done towards others: 11月份向社会公开一份清单, 三季度与作业公司签约."""
DONE = (
    "(?=(?:再|力争|确保|必须|务必|要|须|再)?(?![^，。；]{0,8}[没未欠亏])[^，。；]{0,14}"
    f"(?:{_RESULTS}|出成效|见成效|见实效))"
)
"""What makes a bare half or quarter a limit: a thing that is done in it, near behind."""
NO_DEED = (
    "[^，。；]{0,4}?(?:加强|加大|加密|加快|加紧|抓[好紧实牢早]|抓住|坚持|坚守|坚定|守[住好牢]|严[防守格控查管]|防[止范控]|紧盯|盯[紧住牢]|突出|聚焦|围绕|保持|继续|持续|推[进动]|做[好细实到优强]|落实|深化|强化|提[升高振醒]"
    "|用[好足]|带班|值[班守]|限|禁|早|提早|及早|提前|再接再厉|咬[住定]|乘势|迎头|赶超|奋力|冲刺|决[胜战]|稳[中住定]|统筹|注重|重视|把握|抢抓|扭住|瞄准|对标|对照|总结|谋划|分析|研[判究]|关注|警惕|重点|安排|勇|敢|敢于|主动|积极|认真|切实|着[力眼]|务实|鼓足|拿出|下大力|发扬|维护|确保.{0,4}稳|有(?!\\d|[一二三四五六七八九十])|看|比|像|争先|进位|发力)"
)
MADE_BY = (
    "(?=，?(?![^，。；]{0,10}(?:工作|任务|形势|经济|安排|重点|计划|目标|压力|成绩|纪律|风险|苗头|短板|矛盾|困难|经验|教训|情况|局面|走势|氛围|仍|依然|依旧|照样|照旧))[^，。；、的没未欠]{0,14}?(?:要(?!求|点|素|闻)|必须|务必)"
    f"(?!{NO_DEED})[^，。；的]{{4,}}(?:[，。；]|$))"
)
"""Any deed demanded of a half or a quarter but a bearing that has no end (加强, 紧盯, 稳中求进)."""
MADE = (
    "(?=，?[^，。；、的没未欠]{0,14}?(?:要(?!求|点|素|闻)|必须|务必|须|需(?![求要])|确保|力争|争取|全部|悉数)[^，。；没未]{0,24}?"
    f"(?:{_RESULTS}|出成效|追平|翻番|交钥匙|到手|到户|到底|有着落|[治修建换改补清拆装铺种收发还栽整办摸查跑][^，。；]{{0,4}}(?:完|掉|净|齐|通|满|足)(?=[，。；、]|$)"
    "|[补还接用立建换装顶挂搬改](?:上|起来|下来|出来)(?=[，。；、]|$)|全覆盖|清零))"
)
"""A thing that is demanded of a half or a quarter and can be seen when it is there, with a subject before it or none."""
COMES_ABOUT = (
    "(?=[^，。；的没未欠不]{0,12}?(?:[补追赶抢夺找拉捡拿要讨收争挣填立建搭盘扳拼抓][^，。；的了]{0,3}(?:回来|上来|起来|出来)"
    "|(?:接通|硬化|铺|修|通|送|卖|租|搬|装|发|补|种|拉|运|覆盖|延伸|架|引|管)[^，。；的了]{0,2}(?:到[户村组家田地山园校厂岸边头门口底]{1,3}|出去|下去|进去))(?:[，。；、]|$))"
)
"""What is brought about at the clause's end: 三季度抢回来, 下半年硬化到田头; not 补上了不少, nor 落下来的活."""
DONE_HERE = f"(?={_RESULTS})"
"""The thing done, with nothing in between."""
RESULT = r"(?=[^，。；没未欠“的]{0,16}(?:(?<![\d.])[\d.]+(?![\d.月日号时])|[一两二三四五六七八九十百千]+(?:家|项|条|户|处|座|公里|亩|万|亿|场|趟|批|台|套|大|[个所](?!月|百分))))"
"""What makes a bare period (今年, 上半年) a limit: a figure that is due in it."""

MONTH = r"(?P<month>\d{1,2}|十[一二]|[元一二三四五六七八九十])月"
DAY_NUMBER = r"(?P<day>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
"""A month and a day in Arabic or Chinese numerals: 11月5日, 十一月二十五日."""
ASIDE = "(?:[（(](?:(?:本|这|下)?个?(?:周|星期|礼拜)[一二三四五六日天]|含(?:当[日天]|本[日数]|\\d{1,2}[日号])?)[）)])?"
"""What brackets may say behind a day: 11月5日（星期二）, 12月31日（含当日）."""

HOUR = (
    r"(?:(?:凌晨|清晨|早晨|早上|一早|清早|大早|晚间|夜间|早|上午|中午|下午|傍晚|晚上?|夜里|午夜|下半晌|后半晌|前半晌)?(?:\d{1,2}|十[一二]|[零两一二三四五六七八九十])"
    r"(?:[:：]\d{2}时?|[时点](?:\d{1,2}分|[一二三四五]?十?五?分|半|整|钟)?)"
    r"|凌晨|清晨|早晨|早上|一早|上午|中午|下午|傍晚|晚上?|下半晌|后半晌|前半晌|晌午|后半夜|擦黑|日落|天[黑亮])?(?:[上下]班|收工|收市)?"
)
"""An hour or part of a day that may stand behind a day."""

LAST_MONTH = 12
_FURTHEST_MONTHS_ROLLED = timedelta(days=270)


class Found(NamedTuple):
    """A deadline found in words: half-open place, resolved day, basis."""

    start: int
    end: int
    day: date | None
    basis: DeadlineBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season as a county's own calendar states it: its words and the day it begins each year."""

    words: tuple[str, ...]
    month: int
    day: int

    def __post_init__(self) -> None:
        if not self.words or not all(self.words):
            raise ValueError("a season needs words")
        date(2000, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What deadlines are resolved against: the day spoken, the year, the calendars.

    ``seasons`` is empty unless the county's calendar was given: then 汛期前 stays a phrase.
    ``festival`` is the only one that the article names: 节前 means it.
    """

    spoken: date | None
    year: int | None
    working: WorkingCalendar
    seasons: tuple[Season, ...] = ()
    festival: str | None = None


Resolve = Callable[[Match[str], Anchor], date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule:
    """One way of stating a limit: its pattern, how it resolves, and on what basis.

    ``signs`` are those one of which all its wordings hold, so that words with none need not be
    searched; empty where no such signs are known.
    """

    pattern: Pattern[str]
    resolve: Resolve
    basis: DeadlineBasis
    signs: frozenset[str] = frozenset()


def real_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    last = month_end(year, month)
    return date(year, month, day) if last is not None and 1 <= day <= last.day else None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, or None where there is no such month."""
    if not 1 <= month <= LAST_MONTH or not 1 <= year <= 9999:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def month_end_after(spoken: date, months: int) -> date | None:
    """Return the end of the month that lies so many months after the day's own."""
    place = spoken.month - 1 + months
    return month_end(spoken.year + place // LAST_MONTH, place % LAST_MONTH + 1)


def year_of(found: Match[str], anchor: Anchor) -> int | None:
    """Return the year a match prints or means (明年, 后年), else the year of the day spoken."""
    words = found.groupdict().get("year")
    if words and words.isdigit():
        return int(words)
    base = anchor.spoken.year if anchor.spoken else anchor.year
    if base is None:
        return None
    return base + {"明": 1, "次": 1, "来": 1, "后": 2}.get(words[0] if words else "", 0)


def not_past(
    day: date | None, found: Match[str], anchor: Anchor, later: Callable[[int], date | None]
) -> date | None:
    """Move a day without a printed year that lies before the day spoken to the next year."""
    if day is None or found.groupdict().get("year") or anchor.spoken is None:
        return day
    return later(day.year + 1) if day < anchor.spoken else day


def near_at_hand(
    day: date | None, found: Match[str], anchor: Anchor, later: Callable[[int], date | None]
) -> date | None:
    """Do the same for a month or a day of it, unless it only just went by: then history is told.

    In October 3月底前 is of the next spring; 9月底 is no limit eleven months away.
    """
    moved = not_past(day, found, anchor, later)
    if moved == day or moved is None or anchor.spoken is None:
        return moved
    return moved if moved - anchor.spoken <= _FURTHEST_MONTHS_ROLLED else None


def count_of(found: Match[str]) -> int | None:
    """Return the count a match prints, within what a limit may sensibly be."""
    number = number_of(found.group("count"))
    return int(number) if number is not None and 0 < number <= 1000 else None
