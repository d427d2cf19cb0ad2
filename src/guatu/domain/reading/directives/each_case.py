"""What is demanded for each of several things, of whoever is in a case, and of things that are only counted.

每处水域至少明确2名巡护员 is told to who was named before; 从业人员没有健康证的，一律不得上岗 to who is in the case;
抢修队伍再增加4支 to whoever has such teams.
"""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_at_front
from guatu.domain.reading.units import Named, is_unit

_EACH = re.compile(
    "(?:[^，。；每]{0,8})(?:每一?|逐)(?:[餐趟顿个处条座段口栋辆艘台块项村户家镇班组车船站点所名位间片层期批]|公里|支队伍)"
)
_SHARE = re.compile(
    "每一?(?:[处条座段口栋辆艘台块项个村户家镇班组车船站点所片层期批间]|公里|平方公里|百米)[^，。；每]{0,14}?"
    "(?:至少|不少于|最少|不得|不低于|都要|必须|要|确定|明确|落实|安排|选派?|立|建|设|配备?|备足?|留足?|抽|张贴|签订|只|限)"
)
_IN_CASE = late(
    "(?:没有|未|不|拒|无|缺|逾期|超|存在|发现|拾到|捡到|看到|遇到?|收到|违反|发生|出现|擅自|达到|达不到|接到|确需|需要|有|仍|尚|因|凡是?|如需?|若需?|若要|一旦|遇有?|确因|拟|想|欲|向(?=[^，。；]{1,8}[要索征收摊申报请借]))[^，。；]{1,20}的"
)
# 包户干部遇到红色预警，必须…: an event told of those who must.
_ON_MEETING = re.compile(
    "(?:一旦|如|若|凡)?(?:遇到?|遇有|发现|接到|收到|碰到|出现|发生)(?!的)[^，。；的]{2,20}"
)
# 统计人员变动的，须…: what becomes of those who must.
_CHANGES = re.compile(
    "(?:变动|变更|调整|调离|离岗|离开|外出|请假|因故|参加|担任|聘用|招用|经营|从事|申请|申报|办理|使用|驾驶|乘坐|进入|承接|承担|饲养|持有)[^，。；]{0,20}的"
)
_MUST_THEN = re.compile(
    "(?:一律|坚决|原则上)?(?:不得|不准|不许|不能|必须|应当|应(?=[立及当主自按])|须|要(?!依法|从严|严肃|予以|坚决|严厉|追)|立即停|马上停|停止|暂停|先行?)"
    # 各村发现疫木的，两小时内上报: what is to be done in each such case.
    "|(?:要|须|应)?(?:在?(?:\\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:小时|分钟|工作日|天|日)(?:之|以)?内|第一时间|立即|及时|马上|当[场天]|即刻)(?:要|须|应)?(?=[向报上书劝制通登转派赶拨启拆清查办关修补复])"
)
_GROWS = late(
    "(?:再|还|也|都|要|应|须|必须|尽快|全部|一次)*(?:增加|增至|增配|增派|扩充|扩大|扩编|充实|减少|压减|压降|补充|补足|配足|配齐|不少于|不低于|不得少于|达到|保持在?|稳定在|控制在|提高到|提升到)"
    "[^，。；]{0,4}?(?:[\\d一二三四五六七八九十百两]+(?:[支名人个家所辆台处座]|%)|一倍)"
)
_COUNTED = re.compile("(?:队伍|力量|人员|人手|人数|名额|编制|床位|网点|站点|窗口|专班|小组|班组)$")
_ONE_BY_ONE = re.compile(
    "[^。；]{0,16}?(?:逐[户人家村企个名一项]|建档|登记造册|挨[户家个]|全部(?:安置|纳入)|一户一|一人一|一企一|分类)"
)


_WHOEVER = re.compile("(?:要是|只要|凡是)?谁[^，。；谁]{1,18}，(?:就)?[^，。；谁]{0,8}谁(?!都|也)")


def is_whoever(text: str) -> bool:
    """Tell whether words are a rule for whoever does a thing: 谁的项目掉链子，谁到会上作说明."""
    return _WHOEVER.match(text) is not None


def is_share(words: str) -> bool:
    """Tell whether a clause demands something for each of several things: 每处危险水域至少明确2名巡护员."""
    return _SHARE.match(words) is not None


def is_for_each(head: str) -> bool:
    """Tell whether the words before a modal are each of several things: 早晚高峰每个投放点."""
    if head.startswith("由") or not ("每" in head or "逐" in head):
        return False
    return _EACH.match(head) is not None


_THESE = re.compile("[这那][一二两三四五六七八九十几\\d]?[家个处户座间条].{0,8}")
_AWAY = re.compile(
    "(?:一律|全部|都|立即|马上|彻底|坚决)*(?:换|撤|拆|关|停|清|退|销|扔|取缔|淘汰|拉黑|整改)"
)


def is_done_away(head: str, rest: str) -> bool:
    """Tell whether these named before a modal are but done away with: 这两家 + 换掉."""
    return _THESE.fullmatch(head) is not None and _AWAY.match(rest) is not None


def whoever_in_case(words: str, after: str, lexicon: Lexicon) -> Named | None:
    """Return who is told by a case that names them: 从业人员没有健康证的， before 一律不得上岗."""
    if words.startswith(("对", "凡", "如", "若")) or _MUST_THEN.match(after) is None:
        return None
    case = words.endswith("的")
    for stop in range(len(words) - 2, 1, -1):
        met = _IN_CASE.fullmatch(words, stop) if case else _ON_MEETING.fullmatch(words, stop)
        if met is None and not (case and _CHANGES.fullmatch(words, stop)):
            continue
        name = words[:stop]
        if "的" not in name and is_unit(name, lexicon):
            found = unit_at_front(name + "要", lexicon)
            if found is not None and found.end == stop:
                return found
    return None


def is_own_case(rest: str) -> bool:
    """Tell whether the words behind a unit but say the case it is in: 矿上 + 装不出车的，."""
    return rest.endswith("的") and rest[0] not in "对把将去找给按就在凡由向为从、"


_COUNTED_THING = re.compile(
    "[^，。；把将对要须]{1,10}的(?:这|那)?(?:\\d+|[一二两三四五六七八九十百几]+)[件个处条户项家宗起座口台份张栋批笔名位][^，。；的]{1,10}"
)


def is_counted_thing(rest: str) -> bool:
    """Tell whether the words behind a unit make it but say whose things they are: 县级领导 + 包案的23件积案，."""
    return _COUNTED_THING.fullmatch(rest) is not None


_WHERE = re.compile(
    "[^，。；]{3,}(?:路段|路口|区域|地段|地带|水域|时段|部位|场所|地块|沿线|接合部|结合部|交界处|交叉口)"
)


def is_where(words: str) -> bool:
    """Tell whether a clause but names where something is to be done: 车队与畜群交会路段，."""
    return _WHERE.fullmatch(words) is not None and "要" not in words


def only_counted(name: str, rest: str) -> bool:
    """Tell whether those named are but to be more or fewer: 抢修队伍 + 再增加4支."""
    return _COUNTED.search(name) is not None and _GROWS.match(rest) is not None


_FIGURED = re.compile("\\d+(?:多|余)?[家个户处座所辆艘台名条口]")
_LOOKED_INTO = late(
    "[^。；，]{0,12}?(?:挨[家户个村][挨逐]?[\u3400-\u9fff]?|逐[家户个村处一座条台艘辆]|一[家户个处座条][一不][家户个处座条漏落]|全部|全面|彻底|统统|通通)(?:要|须|必须)?[^。；，]{0,4}(?:查|过筛|过一遍|体检|排查|走访|筛|核|验|检测|摸排|摸一遍|清点|登记|回头看|评估|鉴定)"
)


def seen_to(name: str, rest: str) -> bool:
    """Tell whether persons told by a relative clause are dealt with one by one: 室温不达标的住户，…逐户建档."""
    if _FIGURED.search(name) is not None and _LOOKED_INTO.match(rest) is not None:
        # 全县28家烟花爆竹企业，月底前要挨家挨户查一遍: they are looked into by whoever was told.
        return True
    return "的" in name and _ONE_BY_ONE.match(rest) is not None
