"""What commands in a leader's spoken words though neither modal nor unit tells: limits, bare acts, maxims.

水价的材料明天送来, 把门打开, 压到一小时以内, 不通水不剪彩, 宁停三分，不抢一秒: nobody speaks so to
those below him but to have it done.
"""

import re

from guatu.domain.reading.directives.assertions import states, tells
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.verbs import verb_at

_COUNT = "[一二两三四五六七八九十半\\d]{1,3}"
_BY_THEN = (
    r"(?:(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}月(?:底|初|[上中下]旬)?|[这本下]?个?月底?|年底|[这本下]个?(?:周|星期|礼拜)[一二三四五六日天末]?"
    f"|天[亮黑]|{_COUNT}(?:个?月|天|日|周|个?星期|个?礼拜|个?小时|个?钟头|分钟|个工作日)|春节|国庆节?|元旦|中秋节?|清明|端午节?|五一|节|汛期|入冬|开学|放假|封冻|降温)"
    "[^，。；、的]{0,6}?(?:之前|以前|前|之内|以内|[内里])"
)
_ON_THAT_DAY = "(?:今天|今晚|今夜|明天|明早|明晚|后天|现在|马上|立刻|立即|会后|散会|回去|[这下]个?(?:周|星期|礼拜)[一二三四五六日天末])"
_NO_ACT = "(?!不|回去|下来|过去|开始|听|谈|讲|说|看到|来[看听问]|是|有|的|来(?:的|到|了)|会|可能|预计|我|还[是有会能差]|就[是有会能像]|又|已|要|来不及|最|更|太|很|都是|刚|才|没|不[是会算])"
_DUE = re.compile(
    f"(?P<thing>[^，。；我已说会听]{{0,16}}?)(?:{_BY_THEN}|{_ON_THAT_DAY})(?:都|就|先|全部|一律|必须)?{_NO_ACT}(?P<act>[^，。；]{{2,}})"
)
# 看到大家，…; 感谢…; 干得好: what one feels, meets or praises is told.
_TOLD = re.compile(
    "看到|听到|听说|听着|感谢|谢谢|多谢|祝|恭喜|想起|记得|记住了|欢迎|辛苦|说|讲|知道|觉得|认为|相信|担心|害怕|怕|没|有|是|像|等于|走到|走在|住在|坐在|可以|能|会|算|叫|属于|希望|喜欢|爱|愿|靠|过去|出去|出来|看来|看样子|来|去年|到了|听得|看得|为|给|跟|和|从|在|不"
    "|[\u3400-\u9fff]{1,2}得[\u3400-\u9fff]|[\u3400-\u9fff]{1,2}[一两三四五六七八九十几半]辈子"
)
_PREFERS = re.compile(
    "宁(?:可|愿|肯|叫|让|要)?[^，。；不]{1,14}[，、]?(?:也|而)?(?:绝|决)?[不莫勿]"
)
# 派人去看, 叫人来修, 贴个公告, 打个电话: acts in one character with whom or what they take.
_SENDS = re.compile(
    "(?:派|叫|喊|请|找|让|带|调|换|抽|安排|组织)(?:个|几个|两个|一批|几[名台辆]|[一两三四五\\d]+[个名台辆支])?(?:人手?|专人|车|泵|机器|队伍|师傅|技术员)(?:去|来|到|上|下|守|盯|$)"
    "|[贴打写列张立开签拉建设配装腾留]个(?!没)[\u3400-\u9fff]{1,6}|去[\u3400-\u9fff]{1,6}[问看查找跑接](?:一[趟下遍]|[清明]|$)"
)
_SAYING = re.compile("宁[^，。；不]{1,14}不[^，。；]{0,8}，[^，。；不]{0,4}不[^，。；]{1,14}")
_UNTIL = re.compile(
    "[^，。；不]{0,3}不(?!是|会|能|可|等于|到|同|少|仅|但|光|如)[^，。；不]{2,5}(?:就|绝|决)?不(?!是|会|能|可|等于|同|少|得)[^，。；不]{2,5}"
)
_WHO_DOES = re.compile("谁[^，。；谁]{1,6}谁(?!都|也)[^，。；谁]{1,6}")
_AS_IT_OUGHT = re.compile(
    "[^，。；]{0,14}?该(?P<one>[^，。；该]{1,4})(?:的就?|就|则)[^，。；该了]{1,8}(?:、该.*)?"
)
_IN_ORDER = re.compile("(?:那就|就)?先[\u3400-\u9fff]{2,6}[、，]?[再后][\u3400-\u9fff]{2,6}")
# 人手不够就加人, 谈不妥就天天去谈: what is to be done if it cannot be done otherwise.
_IF_NOT = re.compile(
    "[^，。；]{0,6}(?:不[够了上下妥住完行通动好到]|没[\u3400-\u9fff]{1,2}|缺[\u3400-\u9fff]{1,2})的?就(?!是|会|能|可|有|像|没|不)[^，。；、]{2,8}(?:、[^，。；]{0,6}(?:不|没|缺)[^，。；]{1,3}就[^，。；]{2,8})*"
)
# 不够去租，租不到来找我: and what if not, in so few words.
_ELSE = re.compile(
    "[^，。；]{0,6}?(?:不[够了上下妥住完行通动好到]|没[\u3400-\u9fff]{1,2}|缺[\u3400-\u9fff]{1,2})(?:的?就)?(?:先)?(?:去|来找|找|加|换|派|调|借|抬|背)[^，。；]{0,8}"
)
# 水退到哪里，消杀就跟到哪里; 要什么，给什么: what the one is, the other is to be.
_SO_FAR_AS = re.compile(
    "[^，。；]{0,14}(?P<one>哪[里儿个家边一]?|谁|什么|啥|几|多少)[^，。；]{0,8}，(?!是|都)[^，。；]{0,12}(?P=one)[^，。；]{0,6}(?=[，。；！]|$)"
)
# 让厂里的老板明天到指挥部来: somebody is sent for.
_SENT_FOR = re.compile(
    "(?:马上|立即|赶紧|快)?(?:让|叫|喊|通知)(?P<who>[^，。；我你他她]{2,14}?(?:老板|负责人|经理|董事长|法人|业主|书记|[镇局乡校院站所队厂场村]长|主任|同志|方|公司|部门|单位|街道|[局镇乡]))"
    "(?=明|今|后天|马上|立即|立刻|现在|过来|赶来|来|到|去|把|给|带|派|出|也|都|先|[一二两三四五\\d]+[天日])"
)
# 车里干净点，说话客气点: how it is to be.
_BE_SO = re.compile(
    "[^，。；]{1,6}(?:干净|客气|细|实|早|勤|轻|稳|严|热情|耐心|上心|主动|利索|麻利|大声|认真|仔细|清楚|明白|快|慢|紧|松|亮|硬|宽)(?:一)?[点些]"
)
# 闹也得看, 再难也得啃下来.
_MUST_ANYHOW = re.compile("[^，。；我]{1,8}也得(?!到|知|不|体|分|意|罪|出|失)[\u3400-\u9fff]{1,8}")
# 把这堵墙拆了: told to be done, though it sounds as if it were.
_DO_AWAY = re.compile(
    "(?:快|赶紧|马上|都|统统)?把[^，。；]{1,12}[拆换撤关停清退还填补扔搬挪收锁断修扫铲]了"
)
# 县自然资源局把证先办了, 先把下水道通了: first or at once, so it is still to be done.
_DO_FIRST = re.compile(
    "[^，。；已昨前刚才]{0,12}(?:先|赶紧|抓紧|快点?|马上|立刻|都|全|一并)?把[^，。；已]{1,16}?(?:先|都|全|也|一并|统统|赶紧|马上)[^，。；]{0,4}了|[^，。；已昨前刚才]{0,6}(?:明[天早晚]|后天|[天日周月][之以]?内|[底日号周][之以]?前|马上|立[刻即]|回去|会后|散会)[^，。；已]{0,6}把[^，。；已]{1,16}[㐀-鿿]了|[^，。；已昨前刚才]{0,12}(?:先|赶紧|抓紧|快|马上|立刻)把[^，。；已]{1,16}了"
)
# 把事办好了，群众就把你当亲人: what follows once it is done.
_ONCE_DONE = re.compile("把[^，。；]+了，[^，。；]{0,8}(?:就|才|自然|便)")
_LEAST_ACT = 2
# 压到一小时, 派人去看, 换完: whither, for whom or to what end, as one says it who wants it so.
_TO_AN_END = late(
    "到(?!底)|成|给|(?<!一)个|[上下起出回过进][来去]$|[好完掉清齐足]$|去[看查问办找接叫]|一[遍次下趟道]|[\\d一二两三四五六七八九十百]+[台辆名支处人]"
)


_STOP = re.compile("[。！？；]")


def asks_with(text: str, start: int, place: int) -> bool:
    """Tell whether a clause (from ``start`` to ``place`` of a text) asks, or says what comes of a deed.

    几点能开？ is no demand, nor is 把事办好了，群众就把你当亲人.
    """
    if text.startswith("把", start) and _ONCE_DONE.match(text, start) is not None:
        return True
    if text.find("？", place) < 0:
        return False
    stop = _STOP.search(text, place)
    return stop is not None and stop.group() == "？"


# 今晚吵完就算完: with that it is settled, and nobody is told to quarrel.
_SETTLED = re.compile("就(?:算完|算了|算数|行|好|够)了?$")


def is_due(words: str) -> bool:
    """Tell whether words say of a thing by when it is done: 水价的材料明天送来, 月底前一分不少发下去."""
    return _DUE.fullmatch(words) is not None and _SETTLED.search(words) is None


def who_by_then(words: str) -> str:
    """Return what stands before the limit of such words, be it a thing or who is told: 大家 + 回去就办."""
    found = _DUE.fullmatch(words)
    return found.group("thing") if found is not None else ""


def does_first(words: str) -> bool:
    """Tell whether 了 at the end of words is of what is to be done first: 把证先办了, 先把路通了."""
    return _DO_FIRST.fullmatch(words) is not None


def sent_for(words: str) -> tuple[int, int] | None:
    """Return the place of whom words send for or have told: 让甲公司的老板明天到指挥部来."""
    found = _SENT_FOR.match(words)
    return found.span("who") if found is not None else None


# 渗水的地方，你亲自守.
_YOU = re.compile(
    "(?P<who>你)(?=亲自|去(?![年哪])|把|带[着队人]|负责|牵头|盯|守|先|马上|今[天晚]|明[天早]|回去|来[办抓管牵])"
)


def turned_to_you(words: str) -> tuple[int, int] | None:
    """Return the place of 你 where words tell him who listens what to do himself."""
    found = _YOU.match(words)
    return found.span("who") if found is not None else None


def is_rule(words: str) -> bool:
    """Tell whether words are a rule by their form: 谁签字谁负责, 该停就停, 不通水不剪彩."""
    rules = (_UNTIL, _WHO_DOES, _AS_IT_OUGHT)
    return any(one.fullmatch(words) is not None for one in rules)


def is_maxim(words: str, rest: str) -> bool:
    """Tell whether words command as a saying does; ``rest`` is the sentence from them on."""
    if is_rule(words):
        return True
    if _IN_ORDER.fullmatch(words) or _IF_NOT.fullmatch(words) or _ELSE.fullmatch(words):
        return True
    if _BE_SO.fullmatch(words) or _MUST_ANYHOW.fullmatch(words):
        return True
    if _SO_FAR_AS.match(rest) is not None:
        return True
    return words.startswith("宁") and _PREFERS.match(rest) is not None


def is_saying(quoted: str) -> bool:
    """Tell whether quoted words are a saying and no more: “宁可备而不用，不可用而无备。”."""
    return _SAYING.fullmatch(quoted.rstrip("。！")) is not None


def begins_act(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with what is to be done, nobody standing before it: 派人去看, 压到一小时."""
    if words.startswith("把"):
        return True
    if _TOLD.match(words) is not None:
        return False
    if _SENDS.match(words) is not None:
        return True
    size = verb_at(words, 0, lexicon, nouns=False)
    return size >= _LEAST_ACT and _TO_AN_END.search(words, size - 1) is not None


def commands_aloud(words: str, rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause of a leader's quoted speech is told to be done."""
    if is_maxim(words, rest):
        return True
    if _DO_AWAY.fullmatch(words) is not None or does_first(words):
        return True
    if tells(words) or states(words, lexicon):
        return False
    return is_due(words) or begins_act(words, lexicon)
