"""Who is told to act: words that name a unit, a list, a class or everyone.

A unit is a run of words that ends in one of the lexicon's suffixes and holds no word that
breaks a name (a verb or a preposition); 各…, 有关… and 广大… begin a class of any noun.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.actors import ACTORS, COUNTED, DOER, ROLE, ends_as_actor
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, ORDINAL_NUMBER, any_of
from guatu.domain.reading.task_names import named_by_task
from guatu.domain.reading.unit_gaps import (
    BETWEEN,
    CONDITION,
    EVENT,
    RELATION,
    UNDERTAKER,
    UNDERTAKES,
)
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.verbs import verb_at

_LONGEST_UNIT = 48
_LONGEST_AT_FRONT = 40
SHORTEST_UNIT = 2
_LONGEST_CLASS = 16
_LONGEST_FRONT = 14
_TELLING_MARK = 4

# What never stands inside the name of a unit; the look-arounds let names such as 对口办 and 在建项目 pass.
BREAK = re.compile(
    "[常多](?=[来回去到听看走])|不(?!动产|锈|老|孕|良|倒)|是(?!否)|由(?!来)|报(?![社刊名])|未经|未按|不经|进一步|切实|认真|积极|不断|持续|全力|深入|坚持|严格|加快|加大|务必|必须|应当|尽快|抓紧|立即|共同"
    "|(?<![主首重需必纲摘提概机])要(?![素闻塞点件道害闸])|[须被给让您]|把(?!手)|(?<!安)全部(?!门)|之内|以内|逐[日周月个一项户级村镇]|带队|率队|委托|盯办|催办|挂牌督办|下乡|(?:定|大|全|格|布|结|战|破|新|变|败|僵|残|危)局(?![机部])|将(?!军)|对(?![口外接等台])|使(?!用|馆)|进行|实行|期间|鉴于|认为|发现|离开|同(?=[县市区镇乡村各企群有])|交(?=[县市区旗各有由给])|当好|常(?=[回来到去怀念])|找(?!平)|遇到|碰到|各(?=[派出抽选拿报][一二两三四])|该(?=约|挪|办|罚|停|关|拆|改|修|补)|(?<![所国共公私没持占享拥具只现])有(?![关限色机线轨毒力序效害奖功责])"
    "|(?<!所)在(?![建编职校岗线外乡籍册册场家])|从(?!业|事)|以(?![工上下内外来及])|通过|按照|根据|围绕|针对|结合|立足"
    "|牵头(?!单位|部门|领导|人|[县市区]领导)|配合(?!单位|部门)|会同|联合(?![会社体国执收])|负责(?![同人])|承担|作为|没有|已经|正在|履行|是否|就是|而是"
    "|(?<=.)(?<![、和及与至])各(?=[派出选抽拿交报][^，。；级]{0,2}[一二两三四五六七八九十\\d名]|自(?!然)|负其责|司其职|尽其|安排[一两三\\d]|组织[一两三\\d])"
    "|[换办修建干做弄查看忙收割种](?:完|好)(?=[县市区旗镇乡各])|一行|涉及多|强化(?!办|专班|组)|先后|来到|前往|走进|一律|不得|不能|不要|明天|今天|明晚|今晚|就(?![业地近])|向(?![阳前导])|(?<![思理设构梦])想|(?<![职功性技智节])能(?![源耗效人])|船只|车辆|设备|物资|设施|资金(?!融)|危房|受理(?![中窗单部机大])|盘活(?![专办组工])|回来|看看|联系(?![单部点人办会组])|通知|每[旬周月]|[一两三]次"
    "|(?:组织|督促|指导|帮助|引导|协调|动员|安排|抽调|选派|要求|推动|带领|支持|鼓励|保障|服务)"
    "(?=[各县市区乡镇村全本所有相辖企群干广](?!部[^分署队]|区|域))"
)
# 组织辖区内党员: what somebody does with people, and no office of organisation.
_DOES_WITH = re.compile(
    "(?:组织|督促|指导|帮助|引导|协调|动员|安排|抽调|选派|带领|支持|鼓励|保障|服务|推进|推动|促进|提升|统筹)(?=[各全本所有相辖群广](?!部))"
)
_RELATIVE = re.compile(
    r"(?:镇|村|县|乡|局|厂|社区|单位)里的$|(?:随行|同行|在场|在座|在家|参会|到会|陪同)的$|所[^，。；的]{1,8}的$|(?:涉及|有|承担|排名|未|负有|存在|参与|从事|符合|落后|靠后|达标|负责|需|具备|没有|新|已|纳入|受|相对)[^，。；]{0,20}的$"
)
_CASE_NOUN = re.compile(
    "(?:乡镇|镇村|(?:建设|施工|监理|设计|勘察|业主|代建|责任|实施|承建|运营|管理|使用|主管|牵头|参建|用人|产权|经营)?单位|(?:主管|牵头|责任|职能|监管|行业)?部门|村|镇|企业|人员|干部|党员|学校|街道|社区|项目部|责任人|负责人|业主|苏木|嘎查|户)$"
)
_TIME_FIRST = re.compile(
    "[一二三四1-4]季度|\\d{1,2}[日号]|上半年|下半年|今年|去年|明年|目前|当前|近期|近年|全年|本月|上月|同期|\\d+月|[一二两三四五六七八九十\\d]{1,3}(?:天|日|周|个月|个工作日|小时)内"
)
# 年底前各镇至少…: the limit stands in front of the unit and is no part of its name.
_LIMIT_FIRST = re.compile(
    "(?:(?:今|明)?年底|年内|[\\d一二三四五六七八九十]{1,3}月(?:\\d{1,2}日|底|[上中下]旬)?|[本下]周[一二三四五六日]?|[本下]?月底|[一二三四]季度末?|[上下]半年)"
    "(?:之前|以前|前|之内|内)?(?=[各县市区旗全])"
    r"|(?:会议?一(?:散|结束|完)|会议?结束后?|散会后?|过去|以前|未来[一二三四五六七八九十]年|往后)(?=[各我县市区旗镇乡全大])"
    r"|(?:今天|明天|后天|今晚|明晚|今夜|明早|\d{1,2}日)?(?:上午|下午|晚上|傍晚|中午|凌晨|夜里)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[时点](?:\d{1,2}分|半|整)?(?:之前|以前|前|起|后)"
)
# 在建工地“六个百分百”县住建局要…: a theme ends with its quotation, the unit begins behind it.
_THEMED = re.compile("[^、]*”(?=[县市区旗][^“”、]{1,12}(?:局|委|办|中心)$)")
# 教师待遇县财政局要优先保障: what is spoken of stands in front of the office, with no comma between.
_TOPICAL = re.compile(
    "(?![县市区旗]|国网|中国|国家|国能|大唐|华能|华电|中石|中铁|省|中共)[^，。；、：“”由请同和与及在月日号]{3,19}"
    "(?<![各省州驻全对报送到经向给让是跟找为交将把上下城超股集都楼小园社片景校库牧厂郊地灾山辖港新发矿林湖城])"
    "(?=(?:[县旗]|市(?!场)|区(?!域))[\u3400-\u9fff]{1,10}?(?:局|委|办|中心|公司|大队|支队|院|集团)(?!长|员|主任|书记|法|理)|[县市区旗](?:上(?![的半一])|里(?![的程])|财政(?![局金资补])))"
)


# 由县住建局接、县住建局派: two acts, and no list.
_ACTING_PART = re.compile("(?:局|委|办|镇|乡|公司|中心|街道)[接派管收发查报建修养拆清]、")
# 市、区供热部门: a level may stand by itself in a list.
# 所有办理过程: no office of 办.
_NO_OFFICE = re.compile("办(?:理(?!顺)|法|结|妥)|(?<![出法政税究务护])所[在属谓]")
_LEVELS = frozenset("省州市县区旗镇乡村")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPatterns:
    """Compiled patterns of the unit grammar."""

    trim: Pattern[str]
    adverbs: Pattern[str]
    refused: Pattern[str]
    admitted: Pattern[str]
    abbreviations: Pattern[str]
    leading: Pattern[str]
    end: Pattern[str]
    starts: Pattern[str]
    acts: Pattern[str]
    acts_lightly: Pattern[str]
    no_class: Pattern[str]
    verbs: Pattern[str]


@lru_cache(maxsize=4)
def unit_patterns(lexicon: Lexicon) -> UnitPatterns:
    """Return the compiled unit patterns of a lexicon."""
    end = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    short = any_of(lexicon.unit_abbreviations)
    acting = any_of(
        (*lexicon.imperatives, *lexicon.modals, *lexicon.adverbs, *lexicon.acting_words)
    )
    soon = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个?工作日|日|天|小时|周|个月|月|年)(?!工资|的)"
    return UnitPatterns(
        trim=re.compile(
            rf"(?:{any_of(lexicon.head_trims)}|[（(]{ORDINAL_NUMBER}[）)]|{ORDINAL_NUMBER}是|\d{{1,2}}[.、．])"
        ),
        adverbs=re.compile(f"(?:{any_of(lexicon.adverbs)})+$"),
        refused=re.compile(any_of(lexicon.not_unit_starts)),
        admitted=re.compile(any_of(lexicon.admitted_unit_starts)),
        abbreviations=re.compile(f"[县市区旗镇乡]?{short}(?:(?:、|和|与|及){short})*$"),
        leading=re.compile(
            rf"发挥(?:好)?(?!好?(?:牵头|统筹|抓总))(?P<unit>{HAN}{{2,14}}?)(?:的)?(?:牵头|统筹协调|统筹|抓总|总牵头)"
        ),
        end=re.compile(
            rf"(?:{end}|{ACTORS}|(?<=[县市区旗]){short})(?:们|”)?(?:（[^）]{{1,20}}）)?"
        ),
        starts=re.compile(any_of(lexicon.class_starts)),
        acts=re.compile(
            f"(?!不得不)同?(?:{acting})|{soon}|[本下]?(?:周|月|年|季度)(?:[一二三四五六日]|底|内|末)"
        ),
        acts_lightly=re.compile(any_of(lexicon.light_acting_words)),
        verbs=re.compile(
            f"(?:{any_of(word for word in lexicon.imperatives if len(word) > 1)}){{2}}"
        ),
        no_class=re.compile(
            "项|种|类|方面|环节|领域|地方|问题|风险|隐患|指标|任务|措施|工作|政策|事项"
            "|活动$|交通$|聚[会餐集]|聚$|走亲|充分|认识|过程|流程|手续$|货物$|物品$"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A unit found in words: half-open place and kind."""

    start: int
    end: int
    kind: AddresseeKind


_EVERYONE = re.compile(
    "(?:全县|全区|全市|全旗|全镇|全乡)?(?:各级各部门|各级各单位|各级各有关部门|上下|各级$)"
    "|各(?:乡镇|镇街|镇|级|地|乡镇街道|乡镇（街道）)[、和]?各(?:部门|单位|有关部门)"
)
_CLASS = re.compile(
    "各|有关|相关|所有|全体|广大|承办|责任|任何|涉事|在建|党员干部|领导干部|党员领导干部|班子成员|大家|我们|他们"
)


def kind_of(words: str, lexicon: Lexicon) -> AddresseeKind:
    """Return how an addressee is named: everyone, a class, an enterprise, a list, or one unit."""
    if words.endswith(("各级各部门", "各部门各单位")) or words in lexicon.everyone_marks:
        return AddresseeKind.EVERYONE
    long_marks = tuple(mark for mark in lexicon.everyone_marks if len(mark) >= _TELLING_MARK)
    if _EVERYONE.match(words) or words.startswith(long_marks) or words.endswith(long_marks):
        return AddresseeKind.EVERYONE
    if _CLASS.match(words) or words.startswith(lexicon.class_starts):
        return AddresseeKind.CLASS
    if re.search("[、和及与]|等(?:部门|单位|乡镇|局|镇)", words):
        return AddresseeKind.LIST
    if words.endswith(lexicon.enterprise_ends):
        return AddresseeKind.ENTERPRISE
    return AddresseeKind.UNIT


# 有家长提出…, 关于乡里提出…; 县人社局、县 is cut within the second name.
_NO_NAME = re.compile("^(?:有(?![关色线限机])|关于)|[^、]{2}[、和与及][县市区镇乡旗]$")


def is_unit(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are the name of a unit, a list or a class and nothing else."""
    patterns = unit_patterns(lexicon)
    if not SHORTEST_UNIT <= len(words) <= _LONGEST_UNIT or words in lexicon.not_units:
        return False
    if _is_related(words, lexicon) or COUNTED.fullmatch(words):
        return True
    admitted = patterns.admitted.match(words) or ROLE.match(words) or named_by_task(words)
    if patterns.refused.match(words) and not admitted:
        return False
    if _NO_NAME.search(words):
        return False
    doubled = patterns.verbs.match(words)
    if (
        BREAK.search(words, 1)
        or _DOES_WITH.match(words)
        or (doubled and not ends_as_unit(words[doubled.end() :], lexicon))
    ):
        return False
    parts = words.split("、")
    if any(len(part) < SHORTEST_UNIT and part not in _LEVELS for part in parts):
        return False
    if len(parts) > 1 and (len(parts[-1]) < SHORTEST_UNIT or _ACTING_PART.search(words)):
        return False
    if len(words) > _TELLING_MARK and words.endswith(("全县", "全市", "全旗", "全镇")):
        return False
    if _TIME_FIRST.match(words) and "的" not in words:
        return False
    if ends_as_unit(words, lexicon):
        sound = _plausible(words) or _is_part(words, lexicon)
        return sound and not _acts_within(words, lexicon)
    return _is_class(words, patterns) and not _acts_within(words, lexicon)


# 失信被执行人的监护人, 进入林区的车辆和人员: whoever a relative clause speaks of, if it ends in persons.
_RELATED = re.compile(
    r"[^，。；：要须]{2,24}的(?:\d+|[一二两三四五六七八九十]+)?[个家名位]?(?P<who>[^的，。；：]{1,10})"
)


def _is_related(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a relative clause in front of persons begins as one: with a verb, or 无, 未, 被."""
    found = _RELATED.fullmatch(words) if "的" in words else None
    if found is None:
        return False
    who = found.group("who")
    persons = is_unit(who, lexicon) and (who in _LEVELS_OF_PLACES or not _WEAK.search(who))
    if not persons and who not in ("人", "车辆和人员", "人员和车辆"):
        return False
    return verb_at(words, 0, lexicon, nouns=False) > 1 or words[0] in "未被受无有排没欠缺"


_LEVELS_OF_PLACES = ("乡镇", "镇村", "县区", "村居", "村组", "镇街")
_WEAK = re.compile("[县市区镇乡村站所室院部组科股厂馆店]$|工作|项目")


# Verbs that stand inside names: 执法大队, 督查考核组, 采购中心.
_IN_NAMES = re.compile(
    "派驻|理论|学习|组成员|执法|监管|管理|服务|督[查导促]|检[查测验]|考核|巡[查察视]|调[查研解度]|审[计批查]|救援|抢险|防[汛火疫控治]|治[理安超]|建设|施工|监[理督测察]|经营|运营|运输|收[储购费]|养[护殖老]|种植|培训|教育|保[障护洁安险]|应急|值[班守]|包[保村联抓挂片]|驻[村县镇]|负责|工作|生产|加工|招[商生标]|征[收迁地]|采[购砂矿]|供[水电热气销]|排[水污涝]|护[林河路]|组织|宣传|统[战计]|指[挥导]|推[进广]|协[调会作]|领导|参[会加建保]|成员|主[管办要]|承[办包建]|配合|牵头|责任|涉[及农企]|属地|交[通警易投]|开[发采]|研究|设计|勘[察测]|测绘|登记|服役|退役|就业|创业|学习|信[访用]|报告|联[络系防合]|扶贫|帮扶|振兴|办事|营商|住建|使用|管[护委]|中标|审核|公[安证交]|安[全监]|仲裁|旅[游客]|合作|合[伙资]|代[建表理]|从业|务工|作业|监护|看[护守]|巡护|带班|分管|委托|受托|行[政业]"
)


@lru_cache(maxsize=4)
def _acting(lexicon: Lexicon) -> frozenset[str]:
    """Return the acts of two characters that the genre's own lists name."""
    listed = (*lexicon.acting_words, *lexicon.imperatives)
    return frozenset(word for word in listed if len(word) == SHORTEST_UNIT)


def _acts_within(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit is told to act within the words already: 各部门遇到企业, 公安局调集派出所."""
    if "的" in words:
        return False
    for stop in range(SHORTEST_UNIT, min(len(words) - 1, _LONGEST_FRONT)):
        word = words[stop : stop + 2]
        acts = (
            verb_at(words, stop, lexicon, nouns=False) >= SHORTEST_UNIT
            or word in _acting(lexicon)
            or EVENT.match(words, stop) is not None
        )
        if not acts or _IN_NAMES.match(words, stop) or words[stop] in "、和及与":
            continue
        if _WEAK.search(words[:stop]) or DOER.fullmatch(words, stop + SHORTEST_UNIT):
            continue
        if words.startswith("各") or stop > SHORTEST_UNIT:
            if ends_as_unit(words[:stop], lexicon):
                return True
    return False


def _is_part(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a part of a unit: 卫生院的消杀队."""
    place = words.rfind("的")
    if place < SHORTEST_UNIT or words.count("的") > 1:
        return False
    return is_unit(words[:place], lexicon) and is_unit(words[place + 1 :], lexicon)


def _plausible(words: str) -> bool:
    """Refuse a run with 的 that no relative clause explains (发展的企业), and unpaired signs."""
    if words.count("（") != words.count("）") or words.count("“") != words.count("”"):
        return False
    if words.startswith(("、", "的", "）")):
        return False
    place = words.rfind("的")
    if place < 0 or _RELATIVE.search(words[: place + 1]) or words.startswith("各"):
        return True
    return place > 1 and _CASE_NOUN.fullmatch(words, place + 1) is not None


def _is_class(words: str, patterns: UnitPatterns) -> bool:
    """Tell whether words are 各, 全体, 广大 and a noun, whatever noun that is."""
    parts = words.split("、")
    return len(words) <= _LONGEST_CLASS and all(
        patterns.starts.match(part) and len(part) > 1 and not patterns.no_class.search(part)
        for part in parts
    )


@lru_cache(maxsize=4)
def _counted(lexicon: Lexicon) -> Pattern[str]:
    """Return the pattern of a counted thing in front of an office: 两处豁口水利部门必须…."""
    short = any_of(lexicon.unit_abbreviations)
    return re.compile(
        rf"(?:\d+|[一二两三四五六七八九十]+|这|那)[个处条座家户项件些][^，。；、]{{2,8}}?(?={short}(?:、{short})*(?:等)?部门)"
    )


# 每名党组成员每季度下村: the class is who must.
_EACH_ONE = re.compile("每[名位](?=[\u3400-\u9fff]{2})")


def unit_start(words: str, lexicon: Lexicon) -> int:
    """Return where a unit at the front may begin: behind connectives, a limit, what is spoken of."""
    patterns = unit_patterns(lexicon)
    start = 0
    while (found := patterns.trim.match(words, start)) is not None and found.end() > start:
        start = found.end()
    limit = _LIMIT_FIRST.match(words, start)
    start = limit.end() if limit is not None else start
    each = _EACH_ONE.match(words, start)
    start = each.end() if each is not None else start
    topic = _TOPICAL.match(words, start) or _counted(lexicon).match(words, start)
    if topic is None or verb_at(words, topic.end() - 2, lexicon) > 1:
        return start
    return topic.end()


def unit_before(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit that the words before a modal consist of, or None for another subject.

    Adverbs at the end and what may stand between a unit and its modal (在…中, 未经…) are
    left out of the name.
    """
    patterns = unit_patterns(lexicon)
    start = unit_start(words, lexicon)
    themed = _THEMED.match(words, start)
    start = themed.end() if themed is not None else start
    end = len(words)
    adverb = patterns.adverbs.search(words, start)
    if adverb is not None and adverb.start() > start:
        end = adverb.start()
    for stop in (end, len(words)):
        if ends_as_unit(words[start:stop], lexicon) and is_unit(words[start:stop], lexicon):
            return named_at(words, start, stop, lexicon)
    condition = CONDITION.search(words, start, end)
    if condition is not None and is_unit(words[start : condition.start()], lexicon):
        # 各企业未经验收不得…: the condition stands between the unit and its modal.
        return named_at(words, start, condition.start(), lexicon)
    for stop in sorted(unit_ends(words, start, patterns)):
        name = words[start:stop]
        if not UNDERTAKES.fullmatch(words, stop, end) or not UNDERTAKER.search(name):
            continue
        if is_unit(name, lexicon):
            return named_at(words, start, stop, lexicon)
    for stop in unit_ends(words, start, patterns):
        if RELATION.match(words[stop:end]) is not None:
            # 经营主体与农户的联结机制要…: what is between them must, and nobody.
            continue
        between = (
            BETWEEN.match(words, stop)
            or patterns.starts.match(words, start)
            or EVENT.match(words, stop)
        )
        if between and is_unit(words[start:stop], lexicon):
            return named_at(words, start, stop, lexicon)
    return named_at(words, start, end, lexicon) if is_unit(words[start:end], lexicon) else None


def ends_as_unit(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words end as units do, a bracket behind them left out."""
    if words.endswith("）") and "（" in words:
        words = words[: words.rindex("（")]
    words = words.rstrip("”")
    if words.endswith("们") and not words.endswith(("我们", "他们", "她们", "你们", "咱们")):
        words = words.removesuffix("们")
    if words.endswith(lexicon.not_unit_ends):
        return False
    return (
        words.endswith((*lexicon.unit_suffixes, *lexicon.unit_words))
        or ends_as_actor(words)
        or bool(unit_patterns(lexicon).abbreviations.match(words))
    )


def named_at(words: str, start: int, end: int, lexicon: Lexicon) -> Named:
    """Return the unit at a place of words, with its kind."""
    return Named(start=start, end=end, kind=kind_of(words[start:end], lexicon))


def unit_ends(words: str, start: int, patterns: UnitPatterns) -> Iterator[int]:
    """Yield where a unit at the front may end, the longest first."""
    stops = {found.end() for found in _overlapping(patterns.end, words, start)}
    for stop in sorted(stops, reverse=True):
        if stop - start <= _LONGEST_AT_FRONT and _NO_OFFICE.match(words, stop - 1) is None:
            yield stop


def _overlapping(pattern: Pattern[str], words: str, start: int) -> Iterator[re.Match[str]]:
    place = start
    while (found := pattern.search(words, place, start + _LONGEST_AT_FRONT)) is not None:
        yield found
        place = max(found.start() + 1, found.end() - 1)
