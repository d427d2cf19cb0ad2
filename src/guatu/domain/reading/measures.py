"""Figures that a demand names: three sites, 20 per cent, 1.2 hundred million yuan."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.described_figures import is_described, is_taken
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.numerals import ARABIC_NUMBER, CHINESE_NUMBER, number_of
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.single_figures import is_half_length, is_remitted, is_single
from guatu.domain.reading.values import Measure

_CHINESE_ONLY_ABOVE = 1
_NEAR, _WIDER = 8, 24
_HALF = Decimal("0.5")
# Written numbers of 个, 条 and the like are counts only where something is to come to that many.
_COUNTED = re.compile(
    "(?:至少|不少于|不低于|不超过|不得少于|不得低于|不得超过|新[建增设开选]|[再成满完各每设抓达进出降增添加补调购租架铺栽种修拆腾压缩减]了?(?:成|到|立|设|办|加|配|掉|通|好)?|打造|引进|开展|组织|召开|培育|创建|达到|形成|实施|建设|举办"
    "|[另再要]选|选(?=[两三四五六七八九十])|[增再]开|暗访|抽查|抽取|选[派配出]|分成|组成|组建|配[备强齐]|安排|办[够足满班]?|刊播|播[放出]|降低|提高|减少|压减|预付|留足|走访|包联|联系|储备|备足|够|加派|增派|[，前要须]开|招|认领|选准|再发|最多留|每[\u3400-\u9fff]{1,3}带)了?$"
)
_AT_LEAST = re.compile(
    "(?:至少|最少|不少于|不低于|不超过|不得少于|不得低于|不得超过|形成|撰写|组成一?|组建|各派|[选抽]派|另派|[选各]配|配一?)(?:[^，。；]{0,4})$"
)
_RETURNING = re.compile("每(?:年|个?季度?|个?月|周|天|日|旬|学期)[^，。；：]{0,16}$")
_EVERY = re.compile("每(?:隔)?$")
_ROUNDS = re.compile(
    "一(?![个次遍步])[\\u3400-\\u9fff]{1,2}(?=[、，。；]|$|制度|机制)|一(?:检查|评比|调度|通报|会商|汇总|报告|[换轮班])"
)
# 超过110株的枣园, 低于90%的要补植, 达到八成即限流: when something is to be done, and not how much.
_IF = re.compile(
    "(?<!不)(?<!不得)(?<!不能)(?:超过|低于|高于|不足|达到?|大于|小于|满|未达到?|少于|多于|逾期?|够|熟到|不到|误期|超期|拖[过了延]?)(?:零下)?$"
)
_THEN = late(
    "(?:以上|及以上|以下)?(?:[^，。；、]{0,8}?的(?=[\u3400-\u9fff]{2,}|，|\\d)|时(?![间段])|后再?|[即就](?![将要])|立即|一律|仍|停(?!车)|启动|通报|关[停闭门]|约谈|问责|暂停|取消|报警|撤)"
)
_BUT_DUE = re.compile("(?:确保|力争|务必|必须|要|须|应|不得|实现|争取|保证)[^，。；]{0,12}$")
_VAGUE = frozenset("个条张项类期片道面口部门块件位组对层班成笔方字场本副")
# 剩下的三条, 未整改的五个: given things are counted in any unit.
_GIVEN = late("(?:剩余|剩下的?|其余的?|余下的?|未[\u3400-\u9fff]{1,4}的|欠下的|落下的|漏掉的)$")
# 对照8个方面, 突出四个重点: parts of speech, and no figures.
_ABSTRACT = re.compile(
    "(?:大|主要|关键)?(?:方面|环节|维度|层面|层次|(?:重点|关键|难点|痛点|堵点|亮点)(?=[，。；、：“”]|$|上|下)|关系|到位|坚持|统筹|确保|必须|一批|意识|阶段|步骤|抓手|着力点|突破口|导向|原则|底线|红线|短板|弱项|思维|循环|班子|百分之百|全覆盖|不放过|时间节点|关口|字(?!以))"
)
_WORKS = re.compile(
    "(?:重点|专项|主要|具体)?(?:工作(?!人员|组|队|站|室|者|服|餐|证|面)|举措|措施|行动|机制|制度|要求)"
)
_ABSTRACT_UNITS = frozenset("个条项类套层道面处")
# 达到三成; 先付三成: a share that is given.
_BORNE = re.compile("(?:[先再]?[付补拨交出]|垫付|预付|兑付|返还|占|留|让利?)$")
_SHARED = re.compile(f"(?:[到至达熟了]$|{_BORNE.pattern})")
# 二期种植项目: a stage, though 实施 stands before it.
_STAGE = re.compile("[^，。；、]{0,8}(?:项目|工程|建设|厂房|片区|改造|泵站|管网)")
# 督促三家供热企业备煤: they are to act.
_URGED = re.compile("(?:督促|责令|敦促|催促)[^，。；0-9]{0,4}$")
_BY_WHOM = re.compile("(?:由|靠)[^，。；0-9]{0,6}$")
_CARRIES = re.compile("[^，。；]{1,8}(?:负责|包干|承担|牵头|落实|实施|包保|分担|分头|认领)")
_TEAM = re.compile(
    "(?:技术|服务|工作|宣讲|督查|督导|巡查|突击|应急|指导|医疗|专家)*(?:小组|服务队|工作队|工作组|专班|小?分队|突击队|督查组|指导组|服务团|医疗队)(?=要|必须|明|今|于|每|逐|下|到|分|全部|立即|即|负责|进|包)"
)
_OWNER = re.compile("(?:[局委办镇乡院校社司站所中心]的|[局委办镇乡院]下[属设]的?)$")
# 今年3600万元衔接资金，用于…不低于65%: money that is merely there.
_ON_HAND = re.compile("(?:今年|本级|上级|下达的?|到位的?|已有的?|这笔|缺口资金|资金缺口)$")
_SAYING = ("宁等", "宁要", "宁可", "宁愿", "宁肯")
_ALWAYS = {"24小时", "二十四小时"}
# 办好4期转产培训班: what is held again and again, and no stage (二期工程).
_SERIES = re.compile(
    "[^，。；、]{0,8}(?:班(?![子车])|培训|讲座|讲堂|课|专栏|专题|简报|沙龙|夜校|训练营)"
)
# 预产期在三天内的孕妇: which of them are meant.
_WITHIN_OF = ("内的", "以内的", "之内的")
_UP_TO, _WITHIN = ("到", "过", "于", "在", "至"), ("内", "以内", "之内")
# 24小时内办结, 实行24小时先行调处: an answer in that time; the watch of 24 hours is none.
_WATCHED = re.compile(
    "(?:专?人)?(?:值班|值守|在岗|带班|轮班|轮流|待命|备勤|不间断|不断|全天|领导|双[人岗]|专班|有人|都有|专人|人守|巡查|巡护|监测|监控|开机|畅通|服务|营业|运转|响应|看守|盯守|驻守|[，。；、]|$)"
)
_AROUND = re.compile("(?:周边|周围|四周|方圆|范围|半径|沿线|两侧|以外|林缘|外围|边缘)$")
_WITHIN_REACH = re.compile(
    "(?:距离?|离|上游|下游|周[边围]|沿线|两[侧岸旁边]|[林水]源?[缘边]|以外|门口|校门|考点|库区|河道|堤脚|保护区)[^，。；]{0,8}$"
)
_REACH = re.compile("(?:的?范围|以内|之内|内|的?[路河江渠岸]段|的?区域|的?地段)")
_SPELL = re.compile("(?:(?<![拖超越晚推])过|[日月节考会讯期]前|[^受办]后|假期|期间|工期)$")
# 按四十天备: by how many days it is reckoned; 按三个月的量储备 says how much.
_YARDSTICK = ("的", "以上", "用量", "不少于")
_LENGTHS, _DAYS, _HOURS = ("米", "公里", "千米"), ("天", "周", "个月"), ("小时", "分钟", "个钟头")
# 开闸前2小时必须通知: how early is asked for.
_TOLD_AHEAD = ("必须", "通知", "告知", "发布", "公告", "向", "务必", "预警", "报", "张贴", "要")
# 15分钟医疗圈: the name of a thing.
_CIRCLE = re.compile("[\u3400-\u9fff]{1,4}圈")
_ROUND_NUMBERS = frozenset({"百", "千", "万", "千百", "百千", "千万", "万千"})
_PROPOSED = re.compile("[^，。；]{0,16}(?:一事|事项|的(?:问题|申请|请示|诉求|建议|议案|请求))")
_REFUSED = re.compile("(?:暂?不予|暂缓|暂不|不同意)(?!.*(?:同意|批准))")
_PER_CENT = str.maketrans("％", "%")
_CONDITION = re.compile("(?:以?内|之内)?[^，。；]{0,6}(?:不了|不上|未[^，。；]{1,6})的")


# 10日内发牌, 提前15日报批: days as a length; elsewhere 日 is a day of a month.
_OF_DAYS = "日(?=(?:之|以)?内|报批|告知|通知|公告|申请|发布|申报|向)"


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    units = any_of(lexicon.measure_units)
    # The sign of a number first: what must not stand before it is asked at few places.
    return re.compile(
        rf"(?=[\d零〇一二两三四五六七八九十百千万半])(?<![第\d.一二三四五六七八九十百千万半])(?:(?P<value>{ARABIC_NUMBER})[多余]?(?P<unit>[万亿]?{units}|{_OF_DAYS})|(?P<words>{CHINESE_NUMBER})(?P<of>{units}|{_OF_DAYS})|半(?P<half>小时|天|年|个?月|个小时|米|公里))"
        r"(?!(?<=周)年|(?<=[个年])[月季体]|(?<=个)工作日|(?<=年)[前内底末级度中上下]|(?<=[个项条])[中上下]|以(?![上下内外来])|(?<=次)(?:[网生品]|全会|全体|会议|党代会|常委会|代表)|(?<=轮)(?:车|摩托|电动))"
    )


def measures_in(
    words: str, lexicon: Lexicon, *, without: Sequence[tuple[int, int]]
) -> tuple[Measure, ...]:
    """Return the figures of a demand outside its deadline; 一个, 一批 and the like are no figures."""
    found: list[Measure] = []
    for one in _pattern(lexicon).finditer(words):
        if any(one.start() < end and one.end() > start for start, end in without):
            continue
        printed = one.group("value") or one.group("words")
        value = _HALF if printed is None else number_of(printed)
        if value is None or not _is_figure(one, value):
            continue
        unit = (one.group("unit") or one.group("of") or one.group("half")).translate(_PER_CENT)
        found.append(Measure(text=one.group(), value=value, unit=unit))
    return tuple(found)


def _is_figure(one: Match[str], value: Decimal) -> bool:
    """Tell a figure from 一个, a slogan (“三个一”), a stage (二期) and a standing watch (24小时值班)."""
    words = one.string
    unit = one.group("unit") or one.group("of") or one.group("half")
    before = words[max(0, one.start() - _NEAR) : one.start()]
    at_least, counted = _AT_LEAST.search(before), _COUNTED.search(before)
    if one.group("half"):
        return _is_half(one, unit)
    if (
        unit == "期"
        and (_STAGE.match(words, one.end()) or not (counted or _SERIES.match(words, one.end())))
    ) or (unit == "年" and not (at_least or before.endswith("提前") or is_remitted(before))):
        return False
    if one.group() in _ALWAYS and not _is_answer(one, before):
        return False
    if unit == "日" and (
        before.endswith("月")
        or not (words.startswith(_WITHIN, one.end()) or before.endswith("提前"))
    ):
        return False
    if _is_spoken_of(one, unit, before):
        return False
    if before.endswith(("“", "‘")) and one.string.find("”", one.end(), one.end() + _NEAR) > 0:
        return False
    if one.group("value"):
        return True
    if (
        # 三本账, 念好两本经: sayings.
        unit == "本"
        or _WORKS.match(words, one.end())
        or before.endswith(("“", "‘"))
        or one.group("words") in _ROUND_NUMBERS
    ):
        return False
    if value <= _CHINESE_ONLY_ABOVE:
        return (unit == "成" and (counted or _BORNE.search(before)) is not None) or is_single(
            one, unit, floor=at_least is not None
        )
    if unit == "成" and _SHARED.search(before):
        return True
    return (
        unit not in _VAGUE
        or counted is not None
        or at_least is not None
        or _GIVEN.search(before) is not None
        or is_taken(one)
    )


def _is_answer(one: Match[str], before: str) -> bool:
    """Tell whether 24 hours are the time to answer in, and no watch day and night."""
    after = one.string[one.end() :]
    return (
        before.endswith((*_UP_TO, "提前"))
        or after.startswith(_WITHIN)
        or (before.endswith(("实行", "须在", "应在")) and not _WATCHED.match(after))
    )


def _is_half(one: Match[str], unit: str) -> bool:
    """Tell whether 半天, 半小时 is asked for: 不少于半年, 半小时内报告, 每周安排半天."""
    words = one.string
    before = words[max(0, one.start() - _WIDER) : one.start()]
    if unit in _LENGTHS:
        return is_half_length(one)
    if unit.endswith("小时"):
        if _EVERY.search(before) is not None:
            return False
        return not words.startswith(("一次", "一", "后"), one.end())
    return _AT_LEAST.search(before[-_NEAR:]) is not None or (
        unit == "天" and _RETURNING.search(before) is not None
    )


def _is_actor_or_idle(one: Match[str], unit: str, before: str) -> bool:
    """Tell whether a figure counts who acts, parts of a speech, years of age or money merely there."""
    words, end = one.string, one.end()
    if (
        unit == "周岁"
        or before.endswith(_SAYING)
        or (unit in _ABSTRACT_UNITS and _ABSTRACT.match(words, end))
    ):
        return True
    if unit in ("家", "个", "名") and _URGED.search(before):
        return True
    if _BY_WHOM.search(before) and _CARRIES.match(words, end):
        return True
    if _OWNER.search(before) and _TEAM.match(words, end):
        return True
    if not unit.endswith("元") or _ON_HAND.search(before) is None:
        return False
    # 资金缺口860万元由县财政解决: what is to be found.
    return not (before.endswith("缺口") and words.startswith("由", end))


def _is_spoken_of(one: Match[str], unit: str, before: str) -> bool:
    """Tell whether a figure only describes: 周边200米内, 会后三天, 两小时一换班, what is proposed."""
    words, end = one.string, one.end()
    if unit in _DAYS and words.startswith(_WITHIN_OF, end):
        return True
    if _EVERY.search(before) or (unit in (*_DAYS, *_HOURS) and _ROUNDS.match(words, end)):
        return True
    wide = words[max(0, one.start() - _WIDER) : one.start()]
    if _IF.search(before) and _THEN.match(words, end) and not _BUT_DUE.search(wide):
        return True
    if unit in _LENGTHS and (
        _AROUND.search(before) or (_WITHIN_REACH.search(before) and _REACH.match(words, end))
    ):
        return True
    if _is_actor_or_idle(one, unit, before):
        return True
    answered = words.startswith(_WITHIN, end)
    if unit in _DAYS and (
        (_SPELL.search(before) and not answered) or words.startswith(("里", "时间里"), end)
    ):
        return True
    if unit in _DAYS and before.endswith(("按", "照")) and not words.startswith(_YARDSTICK, end):
        return True
    if unit in _HOURS and re.match("一[换轮班]", words[end : end + 2]):
        return True
    if unit in _HOURS and (_CONDITION.match(words, end) or _CIRCLE.match(words, end)):
        return True
    if unit in _HOURS and before.endswith("前") and not before.endswith("提前"):
        return not words.startswith(_TOLD_AHEAD, end)
    if before.endswith(("连续", "当作", "宁可多走", "不到")) and not one.group("value"):
        return True
    if is_described(one, unit, before):
        return True
    if before.endswith("每减少") or words.startswith("及以上的", end):
        return True
    return _PROPOSED.match(words, end) is not None and _REFUSED.search(words) is not None
