"""What a lower unit or a guest says it will do: 某县将…, 表示将…, 下一步，某局将…, 我们打算…."""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_at_front
from guatu.domain.reading.units import Named, unit_before
from guatu.domain.reading.values import AddresseeKind

_WILL = re.compile(
    r"(?P<who>[^将]{0,24}?)(?:将会|会将|定将|将|打算|准备|愿意?(?!望)|拟(?!定)|有信心|争取|力争|保证|计划(?=[^，]{0,6}(?:投资|新|上|建|再|把))|一定会|一定(?=不负|不辜负|把|牢记|努力|尽[快力心]|抓好|做好|全力)|会继续)(?![军领士帅近])"
)
_SELF = re.compile(
    r"(?:我们|我县|我局|全县|下一步|今后|今年|明年|年内|下半年|节后|本月|下月|接下来|公司|企业|我镇|我乡|我村|也|还|就|，)*$"
)
_LATER = re.compile(
    r"(?=[下今会届年据接明未目近])(?:(?:下一?步|今后|接下来|下一阶段|近期|会后|年内|据悉|据了解|目前|届时)(?:的?(?:一段(?:时间|时期)|一个时期|工作))?[中里内]?$"
    r"|^(?:今|明)年(?:(?:上|下)半年|年?底前|[\d一二三四五六七八九十]{1,2}月(?:份|底|[上中下]旬)?前)?$|^未来[一二三两几\d]+年内?$)"
)
# 该县将进一步加强巡查: what a body goes on to do; a shower that a county will have is none of it.
_GOES_ON = re.compile(
    "将(?:会)?(?:进一步|继续|引以为[戒鉴]|照单全收|虚心接受|诚恳接受|持续(?![降阴高低])|以此|以这次|认真|坚决|切实|不断|一如既往|始终|坚持|严格|全面|在此基础上|围绕|聚焦|紧扣|立足|着力|加大|努力|积极|大力|深入|以[^，。；]{2,16}为(?:契机|抓手|目标|重点|引领|导向|动力))"
)
_BEFALLS = re.compile(
    "将(?:会)?(?:再次|再度|陆续|可能)?(?:迎来|有(?:一次|新一轮|较?[大强])|出现|遭遇|面临|受|持续[降阴高低]|进入|达到?|是|成为)"
)
_PLAN_OF_A_THING = re.compile(
    "(?:项目|工程|活动|会议|大桥|道路|公路|新区|校区|建设|园区|建成后|竣工后|投产后)$|建成|投产|竣工"
)


# 我县照单全收，立行立改: the own side's word, though no 将 says so.
_TAKES = re.compile(
    "(?P<who>我[县市区旗镇乡])(?=(?:都|均|一定)?(?:照单全收|虚心接受|诚恳接受|全盘接受|诚恳认领|坚决(?!执行了|完成了)))"
)


def will_at(words: str) -> int | None:
    """Return where the future 将 of a promise stands in a clause, or what is as good (照单全收), or None."""
    if words.startswith("由"):
        return None
    found = _WILL.match(words) or _TAKES.match(words)
    return found.end("who") if found is not None else None


def speaks_of_itself(who: str) -> bool:
    """Tell whether the subject of a promise is the speaker's own side or left out."""
    return _SELF.fullmatch(who) is not None


def is_later(words: str) -> bool:
    """Tell whether a clause is nothing but 下一步, 接下来 or 据悉, which a plan follows."""
    return _LATER.search(words) is not None


# 下一步，督查组将…: what comes next opens the sentence, whatever was demanded before it.
_NEXT = re.compile(
    "(?:^|。)(?:下一?步|接下来|下一阶段|下阶段|今后)(?:的?工作)?[中里]?，(?P<who>[\u3400-\u9fff]{2,20})将(?![军领士帅近])"
)


def next_at(plain: str, start: int) -> str | None:
    """Return who will act in the clause that 下一步 opens a sentence for: 下一步，督查组将…."""
    found = _NEXT.search(plain[max(start - 12, 0) : start + 24])
    return found["who"] if found is not None and plain.startswith(found["who"], start) else None


_WEATHER = re.compile(
    "将[^，。；]{0,14}?(?:迎来|出现|遭遇|有|持续|受)[^，。；]{0,14}?(?:降雨|降雪|暴雨|暴雪|大雨|大雪|雨雪|降温|寒潮|高温|台风|大风|沙尘|洪峰|洪水|霜冻|冰冻|强对流|雷暴)"
)


def is_weather(words: str) -> bool:
    """Tell whether a clause foretells the weather, whoever is heard: 今年我县将迎来三轮强降温."""
    return _WEATHER.search(words) is not None


def goes_on(words: str, place: int) -> bool:
    """Tell whether the 将 at a place says that somebody goes on with what the story tells."""
    return _GOES_ON.match(words, place) is not None


# 市整治办将于近期对我县开展检查: what those above will do with us.
_FROM_ABOVE = re.compile(
    "(?:国家|省|自治区|市|州|盟|上级)[^，。；]{1,14}将[^，。；]{0,8}(?:对|来|赴|到)(?:我[县市区旗]|全[县市区旗])"
)


def befalls(words: str, place: int) -> bool:
    """Tell whether the 将 at a place says what will befall somebody (将迎来强降雨), which nobody promises."""
    return _BEFALLS.match(words, place) is not None or _FROM_ABOVE.match(words) is not None


def tells_of_a_thing(who: str) -> bool:
    """Tell whether what 将 speaks of is a thing (项目将…) and no one who could promise."""
    return _PLAN_OF_A_THING.search(who) is not None


_IN_TIME = "(?:今年|明年|后年|年内|今后|接下来|下一步|下半年|上半年|本月|下月|本周|下周|会后|节后|近期|未来[一二三两几]年)"
_TIMED = re.compile(f"(?:{_IN_TIME}，?)?(?P<who>.*?)(?:在?{_IN_TIME})?")
_OF_ITS_OWN = re.compile("(?P<who>公司|集团|企业|合作社|商会|协会|学校|医院)的[^，。；的]{2,12}")
# 瑞丰棉业将…, where the page prints 瑞丰棉业有限公司: the short name of a body.
_REST_OF_NAME = (
    "(?:股份|有限|责任|集团|公司|合作社|[县市区旗镇乡州盟](?![长里内外上])|学校|医院|商会|协会)"
)


def promiser_in(who: str, lexicon: Lexicon, page: str = "") -> Named | None:
    """Return the unit or the own side (我们, 公司, 乡里) that the words before 将 name.

    ``page`` is what is printed around: a body that it names in full may be named in short.
    """
    timed = _TIMED.fullmatch(who)
    start, end = timed.span("who") if timed is not None else (0, len(who))
    bare = who[start:end]
    named = unit_before(bare, lexicon)
    if named is not None and named.end == len(bare):
        return Named(start=start + named.start, end=start + named.end, kind=named.kind)
    own = _OF_ITS_OWN.fullmatch(bare)
    if own is not None:
        return Named(start=start, end=start + own.end("who"), kind=AddresseeKind.ENTERPRISE)
    if _SHORT_NAME.fullmatch(bare) and re.search(re.escape(bare) + _REST_OF_NAME, page):
        return Named(start=start, end=end, kind=AddresseeKind.UNIT)
    return unit_at_front(who + "将", lexicon)


_SHORT_NAME = re.compile("[\u3400-\u9fff]{2,8}")
