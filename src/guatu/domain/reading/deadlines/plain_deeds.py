"""A bare quarter, half or month with any verb of doing right behind it: 二季度铺设主管12公里, 四月份张榜.

No list of this genre holds all that can be done in a quarter; the word list of the language does. The time stands at
the head of its clause, behind who is told or behind 要 and its like; what follows is a deed and its object, no noun made of a
deed (三季度检修任务), nothing that describes (5月普查的数据), nothing that happens, lasts or has no end.
"""

import re

from guatu.domain.reading.deadlines.limits import DONE, NO_DEED
from guatu.domain.reading.deadlines.months import BARE_MONTH, BARE_THIS_MONTH
from guatu.domain.reading.deadlines.periods import BARE_HALF, BARE_QUARTER
from guatu.domain.reading.deadlines.weeks import BARE_WEEK
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.verbs import verb_at

BARE_PERIODS = (BARE_QUARTER, BARE_HALF, BARE_MONTH, BARE_THIS_MONTH, BARE_WEEK)
"""The rules that find bare periods, whatever stands behind them."""

# Who is told, or what presses, stands right in front; else the time is what a verb or a preposition takes.
_IN_FRONT = re.compile(
    "(?:^|[，；：。、“将]|要(?!闻)|[应须于在]|确保|保证|力争|争取|务必|必须|最迟|计划"
    "|(?:[县市区旗镇乡村局办委院校站所队中心厅处科股公司街道部门单位企业厂社会联社组班团矿场馆库]))$"
)
# 最迟于四季度, 务必在下周, 赶在7月: a preposition that presses makes a limit of any period, unless a noun takes it up.
_PRESSED = re.compile(
    "(?:最[迟晚](?:于|在)?|不[迟晚]于|(?:务必|必须|确保|力争|争取|须|须要|一定要)[于在]|赶在|抢在|锁定在)$"
)
# 力争明年9月主管线贯通: what is striven for is there at the end, whoever brings it about.
_STRIVEN = re.compile("(?:力争|争取|确保|务必|保证|力促|必须|一定)(?:让|使)?$")
_COMES_TO_BE = re.compile(DONE)
_ITS_OWN = late("[^，。；]{0,8}?(?:的(?!话)|这|那|中|里|期间|[上下时后前]$|[，。；：])|$")
_TAKES = re.compile(
    "(?:抓[住紧好]|用[好足]|把握|利用|对照|宣传好?|完成|列入|纳入|学习|总结|看清|做好|办好|开好|针对|按照|参照|围绕|迎接|回顾|分析|通报|复盘)[^，。；]{0,6}$"
)
_NO_END = re.compile(NO_DEED)
# 出现新情况, 进入汛期, 面临高峰, 已签约四家: told, and not to be done.
_HAPPENS = late(
    "天气|气温|降[雨水雪温]|[雨雪风雾晴阴]|高温|寒潮|出现|发生|面临|迎来|进入|遭遇|下降|上升|增[长速]|回[升落暖]|呈现|保持|需要|显示|反映|暴露|受[到灾]|遇|有|是|属|即将|就要|以来|来|起|开始|以后|之后|达到?了|到期|届满|结束|安排|计划|继续|仍|还|又|也|都|不|没|未|应|会|可|能|接近|超过|位居|排名|名列"
    "|已|曾|均|累计|共|正|遗留|剩余|积压|拖欠|结转|注意|着力|致力|处于|处在|属于|成为|作为|意味|取决|预计|估计|看好|考验|影响|导致|造成|引发|带来|欠|例会|开门[红稳]|收官|攻坚战"
)
_NOUN = late(
    "[^，。；、]{0,4}?(?:工作|任务|压力|情况|形势|问题|高峰|经验|成果|成绩|结果|数据|指标|数字|计划|方案(?=[里中要]|$)|责任|难度|力度|进度|质量|标准|细则|纪律|风险|重点|难点|时期|时节|时段|期间|期(?![末初刊货权])|会议|例会|班(?!级|子)|现场|季|月|节|周|日|中(?![心小学间医药])|时(?![间装]))(?:[要得须的里中上重大多紧难]|$|[，。；、])"
)
_DONE_ALREADY = re.compile("[了过](?!渡|滤|磅|户)")
# 灌完, 招满商户, 晒干, 挖通排洪沟: what is there when it is done.
_RESULTATIVE = late(
    "(?!不满|圆满|充满|美满|饱满|不足|充足|满足|十足|知足|不清|太空|时空|天空|落空|干净|能干|骨干|补齐|交通|普通|沟通|精通|流通|畅通|卡通|[上以之天地乡名旗]下)"
    "[\u3400-\u9fff](?:完(?![善整美])|满(?!意)|齐|净(?![化资])|光(?![伏电荣])|掉|清(?![单洁理])|足|空(?![间气])|干(?![部事旱])|通(?![知报告过])|(?<=[签拿打接定收留买租谈])下(?!乡|[午半月周])|到手|到位|出来|下来|上来|回来)"
)
# 二季度采购费用偏高, 下半年面试名单要公示: what stands behind the time is spoken of.
_SPOKEN_OF = re.compile("要(?!闻)|须|务必|应(?![急用])|偏|太|较|很|更(?!新|换)")
# 一季度体检一次: once in each.
_EVERY = re.compile("一(?:季度|月)[^，。；]{1,8}一[次遍回轮趟](?=[，。；、]|$)")
_PLACE = re.compile("[上里中下时后前]")
_SHORTEST = 2
_CLAUSE_ENDS = "，。；：！？、\n"


def is_done_in(words: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a deed stands right behind a bare period (half-open place) that is to be done in it."""
    front = words[max(0, start - 12) : start]
    if _IN_FRONT.search(front) is None or _TAKES.search(front) is not None:
        return False
    if _HAPPENS.match(words, end) or _NO_END.match(words, end):
        return False
    if _PRESSED.search(front) is not None and _ITS_OWN.match(words, end) is None:
        return True
    if _STRIVEN.search(front) is not None and _COMES_TO_BE.match(words, end) is not None:
        return True
    last = min(
        (at for sign in _CLAUSE_ENDS if (at := words.find(sign, end)) >= 0), default=len(words)
    )
    if _EVERY.match(words, start):
        return False
    finished = _RESULTATIVE.match(words, end)
    size = len(finished.group()) if finished else verb_at(words, end, lexicon)
    behind = words[end + size : last]
    # 检修 is a deed with what is repaired behind it (检修收割机), and a noun by itself.
    alone = len(behind) < _SHORTEST and finished is None
    if size < _SHORTEST or (alone and verb_at(words, end, lexicon, nouns=False) < _SHORTEST):
        return False
    spoken_of = _SPOKEN_OF.search(behind) or _NOUN.match(words[end + size : last + 1])
    told = "的" in behind or _DONE_ALREADY.search(behind) or _PLACE.fullmatch(behind)
    return not (spoken_of or told)
