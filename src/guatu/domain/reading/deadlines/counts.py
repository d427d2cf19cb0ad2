"""A count from the day spoken: 三日内, 十个工作日内, 两周内, 半年内, 限5天.

A count from another event (自收到通知之日起10日内) is quoted and stays without a day.
"""

import re
from datetime import date, timedelta
from re import Match

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.reading.deadlines.cases import is_each_case
from guatu.domain.reading.deadlines.limits import (
    COUNT,
    DUE,
    LAST_MONTH,
    Anchor,
    LimitRule,
    count_of,
    month_end,
)
from guatu.domain.reading.deadlines.standing import is_pointed_at, is_standing
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.values import DeadlineBasis

_DONE_BY = "(?=让|把|将|完成|整改|报|上报|书面|反馈|办结|拿出|到位|全部|全面|见面|核查|摸[清排]|清[零完]|转移|必须|务必|撤)"
_OTHER_EVENT = re.compile(
    r"(?:自|从|在|于)?[^，。；、]{0,14}?(?:之日起|(?<!会)(?<!会议)(?<!会议结束)(?<!调研)(?<!回去)(?<!回去以)(?<!回来)(?<!散会)后)的?$"
    r"|(?:入学|入园|入职|上岗|到岗|开学|毕业|上户口|入住|入院|出院|签约|竣工|投产|开工|验收|到期|届满|期满|生效|出生)$"
)
_HERE = re.compile(
    r"(?:即日|今日|今天|本次会议|会议|会后|本通知|本(?:公告|通告|方案|意见|决定|文件|通报|函|令|告知书|通知书)(?:印发|下发|发布|公布|发出|张贴|下达)|通知(?:印发|下发|发布|公布)|(?<!办法)(?<!细则)(?<!规定)(?<!条例)(?<!政策)(?<!政策文件)印发|发文)[^，。；、]{0,6}$"
)
# 3—5年内: two counts fix no day.
_RANGE = re.compile("[\\d一二两三四五六七八九十](?:—|－|-|~|～|至|到)$")
_LOOK_BACK = 18
# 受理申请后，应在十个工作日内…; 镇里提出的请求，五日内…: each case has a count of its own.
_EACH_CASE = late(
    "(?:受理|收到|接到|接报|发现|签收)[^，。；]{0,12}后，(?:应|须|要|必须|应当|务必)?[在于]?$"
    "|凡[^，。；]{2,16}，(?:应当?|须|要|必须|务必)?[在于]?$"
    "|发现(?:有|了)?[^，。；的]{1,10}的，(?:应当?|须|要|必须|务必)?[在于]?$"
    "|对[^，。；]{2,14}的，(?:应当?|须|要|必须|务必)?[在于]?$"
    "|(?:诉求|来信|来电|投诉|信访事项|信访件|举报|申请|(?<!施)工单|热线|咨询|求助|报修)(?:(?!机制|制度|中心|平台|办法|大厅)[^，。；]){0,4}(?:，|在|于|要|须|应|必须)*(?:[^，。；、]{0,12}(?:小时|分钟|天|日)内[^，。；、]{1,6}、)?$"
    # 拿到林地批文二十天内, 接到派单两天内: the count begins with each.
    "|(?:收到|接到|接获|拿到|领到|取得|获得|签收|领取|签完|办完|交完|缴完|领完|发现)(?!的)[^，。；、的]{1,10}(?:要|须|应当?|必须|务必|在|于)*$"
    "|新(?:进|任|聘|入职|录用|招录|调入|提拔|上任|到岗|报到|入学|入园|入驻|入住|立案|签约|落户|接收|成立|注册|开办|确诊|返乡|分配|转入|搬来|迁入|登记|招引|引进|开业|认定|纳入)[^，。；、]{0,8}(?:要|须|应当?|必须|在|于|，)*$"
    "|(?:齐全|完备|合格|符合[^，。；]{0,8}|属实|通过|受理|补正)的，(?:应当?|须|要|必须|务必)?[在于]?$"
    "|(?:提出|反映|报来|交来|来信|来访|投诉)[^，。；]{0,10}(?:请求|诉求|问题|事项|申请|困难|意见|建议)，?(?:应|须|要|必须|务必|应当)?[在于]?$"
)
# 凡突发事件…两小时内报告: what is reported may happen on any day.
_WHENEVER = re.compile("凡|一旦|突发|如遇|遇有|每次|随时")
_HOURS_OF_A_DAY = 24
_MOST_YEARS = 10


# 一两天, 三五天: about so many fix no day.
_ABOUT = re.compile("[一二三四五六七八九][两二三四五六七八九]")
# 自收到本通知之日起: the day it is received is not known.
_RECEIVED = re.compile(
    "(?:收到|接到|收悉|领取|签收|拿到)[^，。；、]{0,12}(?:之?日起?|后|时起)[^，。；、]{0,4}$"
)


# 接诉后24小时内联系、5个工作日内办结: one count leads to the next.
_COUNTS_BEFORE = re.compile(
    r"(?:[\d一二两三四五六七八九十半]+个?(?:小时|分钟|工作日|天|日|周|月)内[^，。；、]{1,8}[、，])+$"
)


# 汛期四个月要天天巡堤; 房龄须在十年以内: how long a season lasts, how old a thing is.
_SEASON = re.compile(
    "(?:暑[期假]|寒假|假期|入[伏冬汛夏秋春]|[春夏秋冬]季|[三暑]伏|汛期|农忙|农闲|旺季|淡季|梅雨|雨季|旱季|采暖季?|供暖[期季]|休渔期?|禁渔期?|春运|长假|黄金周)$"
)
# 早一天开工，早一天见效; 多耽误一天: no time to do it in.
_SOONER = re.compile("(?:(?<![尽及提最趁])早|(?<![最至])[晚迟]|(?<![最至顶])[多少]|耽误|拖延?)$")
_AGE = re.compile(
    "(?:龄|年限)(?:要|须|应当?|必须|一律)?(?:控制|保持|限定)?(?:要|须|应当?|必须)?[在为]?$"
)


def _counted_from_here(found: Match[str]) -> bool:
    before = found.string[max(0, found.start() - _LOOK_BACK) : found.start()]
    if (
        _SOONER.search(before)
        or _AGE.search(before)
        or (_SEASON.search(before) and "内" not in found.group())
    ):
        return False
    if _RANGE.search(before) or _RECEIVED.search(before):
        return False
    if _HERE.search(before) is None and _begins_with_case(found):
        return False
    if _ABOUT.match(found.groupdict().get("count") or ""):
        return False
    pointed = is_pointed_at(found.string[: found.start()])
    if not pointed and _EACH_CASE.search(
        found.string, max(0, found.start() - 2 * _LOOK_BACK), found.start()
    ):
        return False
    earlier = _COUNTS_BEFORE.search(before)
    if earlier is not None and _OTHER_EVENT.search(before[: earlier.start()]):
        return False
    if found.groupdict().get("unit") == "小时" and _WHENEVER.search(_sentence_before(found)):
        return False
    return _OTHER_EVENT.search(before) is None or _HERE.search(before) is not None


def _begins_with_case(found: Match[str]) -> bool:
    before = found.string[: found.start()]
    each = is_each_case(before) and not is_pointed_at(before)
    return each or is_standing(found.string, found.start(), found.end())


def _sentence_before(found: Match[str]) -> str:
    return re.split("[。；！]", found.string[: found.start()])[-1]


def _working_days(found: Match[str], anchor: Anchor) -> date | None:
    count = count_of(found)
    if anchor.spoken is None or count is None or not _counted_from_here(found):
        return None
    return day_of(anchor.working.after(day_number(anchor.spoken), count))


def after_count(found: Match[str], anchor: Anchor) -> date | None:
    """Return the day so many hours, days, weeks, months or working days after the day spoken."""
    count = count_of(found)
    if anchor.spoken is None or count is None or not _counted_from_here(found):
        return None
    unit = found.group("unit")
    if unit.endswith("工作日"):
        return day_of(anchor.working.after(day_number(anchor.spoken), count))
    if unit == "个月":
        return _after_months(anchor.spoken, count)
    if unit == "小时" and count < _HOURS_OF_A_DAY:
        # The hour spoken is not known, and so not the day that an hour or two end on.
        return None
    if unit == "小时":
        return anchor.spoken + timedelta(days=-(-count // _HOURS_OF_A_DAY))
    if unit in ("周", "个星期", "星期", "礼拜", "个礼拜"):
        return anchor.spoken + timedelta(days=7 * count)
    return anchor.spoken + timedelta(days=count)


def _after_months(spoken: date, count: int) -> date | None:
    place = spoken.month - 1 + count
    last = month_end(spoken.year + place // LAST_MONTH, place % LAST_MONTH + 1)
    return last.replace(day=min(spoken.day, last.day)) if last else None


def _months(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None or not _counted_from_here(found):
        return None
    if found.group("half"):
        return _after_months(anchor.spoken, 6)
    if found.group("fortnight"):
        return anchor.spoken + timedelta(days=15)
    if found.group("months"):
        return _after_months(anchor.spoken, "一两三".index(found.group("months")) + 1)
    count = count_of(found)
    due = _after_months(anchor.spoken, count) if count else None
    return due + timedelta(days=15) if due and found.group("more") else due


def _years(found: Match[str], anchor: Anchor) -> date | None:
    count = count_of(found)
    if anchor.spoken is None or not count or count > _MOST_YEARS or not _counted_from_here(found):
        return None
    return _after_months(anchor.spoken, LAST_MONTH * count)


# How fast questions are answered (诉求两个工作日内回复) is a standing duty and no limit.
# A number or 限, 利用, 再用 stands there: looked for first, it spares asking what stands before other signs.
_NO_ANSWER = "(?=[\\d一两二三四五六七八九十百限利用再])(?<!问题)(?<!事项)(?<!诉求)(?<!投诉)(?<!工单)(?<!故障)"
_WITHIN = "(?:(?:的?时间)?(?:之|以)?内|里(?=[要须把必，]))"
RULES = tuple(
    LimitRule(
        pattern=re.compile(pattern),
        resolve=resolve,
        basis=DeadlineBasis.RELATIVE,
        signs=frozenset(signs),
    )
    for pattern, resolve, signs in (
        (rf"{_NO_ANSWER}{COUNT}个?工作日(?:{_WITHIN}|(?:时间)?{DUE})", _working_days, "工"),
        (
            rf"(?<![月每第\d]){COUNT}(?P<unit>天|日|周|个星期|星期|个?礼拜){_WITHIN}",
            after_count,
            "内里",
        ),
        # Hours are mostly a standing speed of answer (4小时内恢复); only a report or an end is due.
        (rf"{COUNT}个?(?P<unit>小时){_WITHIN}{_DONE_BY}", after_count, "小"),
        (
            rf"(?<!故障)(?<!\d)(?P<count>24|36|48|60|72|96|二十四|四十八|七十二)个?(?P<unit>小时){_WITHIN}(?=恢复|抢通|修[复好通]|排除|送达|接通|疏通|拆除|腾[空退]|搬[离走]|到达|赶到|运[到走]|抽[干完]|堵[上住])",
            after_count,
            "小",
        ),
        (
            rf"{_NO_ANSWER}(?:限期?|利用|用|再用)?(?<![月每第\d隔前同某])(?!百日)(?<!提前)(?<![今明后昨]天){COUNT}(?P<unit>天|日|周|个星期|个礼拜)(?:时间，?)?{DUE}",
            after_count,
            "",
        ),
        # 再用两周时间逐户核查: how long one has for it, whatever it is.
        (
            rf"(?:(?<=再用)|(?<=利用)|(?<=集中)|(?<=只用)){COUNT}(?P<unit>天|周|个星期|个礼拜)的?时间(?=，?[\u3400-\u9fff]{{2}})(?!，?(?:内|里|后|以|左右|的|不|没|已|就|便))",
            after_count,
            "时",
        ),
        (
            rf"(?:(?<=限)|(?<=限期)|(?<=限你们)|(?<=限他们)|(?<=限其)){COUNT}(?P<unit>天|日|周)(?:时间)?(?![内以后外的未不满多来前之—~至])",
            after_count,
            "限",
        ),
        (
            rf"(?<![每第\d下])(?<!(?<!则)上)(?<!不少于)(?<!期为)(?:{COUNT}个(?P<more>半)?月|(?<![\d十])(?P<months>[一两三])月(?=(?:之|以)?内)|(?P<half>半年)|(?P<fortnight>(?<!个)半个?月))(?:{_WITHIN}|(?:时间，?)?{DUE}|(?:的?时间)(?=，?(?:集中|开展|把|对|将|组织|完成)))",
            _months,
            "月年",
        ),
        (rf"(?<![每第\d]){COUNT}年{_WITHIN}", _years, "年"),
    )
)
"""Rules for counts of days, weeks, months and years."""
