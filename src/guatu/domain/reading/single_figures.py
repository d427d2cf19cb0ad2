"""When one of something is a figure: where it returns, is a floor, falls to each or is set aside.

每小时巡查一次, 至少一名, 每户送一个, 明确一名, 提前一天 are asked for; 开展一次检查 and 一个 are none.
"""

import re
from re import Match

from guatu.domain.reading.late_patterns import late

_TIMES = frozenset("次遍场轮趟")
_OCCASIONS = frozenset("次遍场轮趟晚顿期节堂课天份篇")
_SPANS = ("小时", "天", "日", "周", "个月", "星期", "工作日", "分钟")
_SPAN = "(?:[两二三四五六七八九十\\d]+个?(?:天|日|小时|分钟|周|星期|月)|半个?[月年]|半个?小时)"
_PERIOD = f"(?:每隔?(?:年|个?季度?|个?月|周[一二三四五六日]?|星期[一二三四五六日]?|天|日|旬|学期|个?小时|{_SPAN})|逐[月周日季])"
_RETURNS = re.compile(f"{_PERIOD}[^，。；：]{{0,20}}$")
# 两个小时看一次水尺.
_BY_SPANS = re.compile(
    f"(?:^|[，。；：、下来始起])[每隔]*{_SPAN}(?![内上中下底前初旬以之里])[\u3400-\u9fff]{{1,3}}$"
)
# 每月住上一晚，开一次会，吃一顿饭: what follows shares the period as long as each piece names its one.
_SHARED = re.compile(f"{_PERIOD}[^。；：]{{0,60}}$")
_ONE_OF = re.compile("一[次遍场轮趟晚顿期节堂课天份篇]")
# 请他们再上门 + 一次: what leads to the last one is no longer.
_LAST_PIECE = 6
# 对水源水、末梢水各检测一次.
_EACH_ONCE = re.compile("各[^，。；：、]{0,3}$")
_EACH = re.compile(
    "每(?:个|户|家|村|人|条|座|所|镇|乡|校|班|车|船|艘|企|支|片|栋|幢|楼|站|点|处|段|口|场|厂|台|店|组|名|位|岗|队|餐|节|块|座|孔|井|株|头|公里|平方公里)[^，。；]{0,16}$"
)
_EACH_OF_TWO = re.compile(
    "一(?:个|户|家|村|人|条|座|所|镇|乡|校|班|车|船|艘|企|支|片|栋|幢|楼|站|点|处|段|口|场|厂|台|店|组)[\u3400-\u9fff]{0,6}(?:派|配|设|留|给|发|装|建|定|放|送|备|选)(?:上|好|足|齐)?$"
)
_SET_ASIDE = late(
    "(?:明确|确定|指定|选定|抽调|选派|指派|委派|增派|增配|配备|配强|落实|安排|固定|推选|各派|另派|派出?|配)(?:了|出|好)?$"
)
_WHO_IS_SET_ASIDE = frozenset("名位间")
_NOT_ANY = ("不漏", "不落", "不少", "不丢", "不掉", "不留", "“", "‘")
_AHEAD = ("提前", "提早", "至少提前")
_COME_DOWN = re.compile(
    "(?:压[到至缩减]?|控制|缩短|缩|降|减少|压缩|稳定|保持)(?:到|至|在|为|成|进)?$"
)
_ANSWER = re.compile("(?:[后办]|接报|接警|接诉|到场|之日起)$")
_REMITTED = re.compile("(?:免收|免除|减免|减收|缓缴|缓收|免|延长|宽限)[^，。；]{0,2}$")
_FALLING = (
    "加高",
    "加宽",
    "加固",
    "加厚",
    "加长",
    "加深",
    "挖深",
    "再降",
    "再升",
    "降低",
    "抬高",
    "垫高",
    "填高",
    "降",
    "再高",
)


# 一处一人, 一件一个专班: one falls to each; not 不落一户一人.
_ONE_TO_ONE = re.compile(
    "(?<![落漏少留丢个名])一(?:户|件|处|村|条|座|所|镇|乡|校|站|点|段|口|场|厂|店|案)$"
)


def is_single(one: Match[str], unit: str, *, floor: bool) -> bool:
    """Tell whether one of a unit is asked for; ``floor`` where 至少 or the like stands before it."""
    words = one.string
    wide = words[max(0, one.start() - 28) : one.start()]
    if wide.endswith(_NOT_ANY) or unit == "批":
        return False
    if unit == "个" and wide.endswith("形成"):
        return False
    if floor or unit == "个百分点":
        return True
    if unit in _TIMES and _EACH_ONCE.search(wide) is not None:
        return True
    if unit in _TIMES and _BY_SPANS.search(wide) is not None:
        return True
    if unit in _OCCASIONS and _returns(words[max(0, one.start() - 64) : one.start()]):
        return True
    if unit in ("人", "名", "个", "组") and _ONE_TO_ONE.search(wide) is not None:
        return True
    if _EACH.search(wide) is not None or _EACH_OF_TWO.search(wide) is not None:
        return not words.startswith("都", one.end())
    if unit in _WHO_IS_SET_ASIDE and _SET_ASIDE.search(wide) is not None:
        return True
    return _is_span(words, one.end(), wide, unit)


def _returns(before: str) -> bool:
    if _RETURNS.search(before) is not None:
        return True
    shared = _SHARED.search(before)
    if shared is None:
        return False
    pieces = shared.group().split("，")
    return all(_ONE_OF.search(each) for each in pieces[:-1]) and len(pieces[-1]) <= _LAST_PIECE


def _is_span(words: str, end: int, before: str, unit: str) -> bool:
    """Tell whether one day, week or hour is a span that is asked for: 提前一天, 压到一小时以内, 免收一年."""
    if unit not in (*_SPANS, "年", "季度", "个季度", "个小时"):
        return False
    if before.endswith(_AHEAD) or _REMITTED.search(before) is not None:
        return not words.startswith(("也", "都"), end)
    within = words.startswith(("内", "以内", "之内"), end)
    if unit == "年" or not within:
        return False
    if unit in ("小时", "个小时"):
        # 险情一小时内书面报告.
        return True
    return _COME_DOWN.search(before) is not None or _ANSWER.search(before) is not None


def is_remitted(before: str) -> bool:
    """Tell whether a span of fees or time is waived or granted: 免收一年摊位费."""
    return _REMITTED.search(before) is not None


def is_half_length(one: Match[str]) -> bool:
    """Tell whether half a metre is asked for: 再加高半米."""
    return one.string[: one.start()].endswith(_FALLING)
