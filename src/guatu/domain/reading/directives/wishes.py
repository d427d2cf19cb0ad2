"""Whom 要求, 责成, 勉励, 希望 and 叮嘱 are turned to, and when they begin a speech of their own."""

import re

from guatu.domain.reading.directives.assertions import states
from guatu.domain.reading.directives.assigned import charged_in
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.fronted import is_fronted
from guatu.domain.reading.directives.imperatives import begins_imperative, sounds_demanding
from guatu.domain.reading.directives.personified import realm_at_front
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_ending import unit_ends
from guatu.domain.reading.unit_fronts import audience_at_front, unit_at_front, unit_by_place
from guatu.domain.reading.units import Named, is_unit, kind_of
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.verbs import verb_at

_ALWAYS = (
    "允许",
    "要求",
    "责成",
    "责令",
    "叮嘱",
    "嘱咐",
    "嘱托",
    "叮咛",
    "勉励",
    "寄语",
    "号召",
    "希望",
    "吩咐",
)
# 鼓励 and 督促 inside a demand are what the addressee shall do.
_OWN_ACT = ("鼓励", "督促", "提醒", "安排", "建议", "倡议", "协调")
_HOPED = ("希望", "期望", "勉励", "寄语")
_STRESSED = ("强调", "指出")
_ONLY_TO_SOMEBODY = ("允许", "安排", "督促", "指令", "让", "提醒", "协调")
TOLD = ("要求", "叮嘱", "嘱咐", "交代", "交待", "吩咐")
TOLD_BEHIND = (*TOLD, "明确", "指出", "强调", "提醒", "告诫")
TELLS_SOMEBODY = frozenset((*TOLD, "叮咛", "嘱托", "告诫", "提醒", "告知", "责令", "责成"))
"""Verbs right behind which stands who is told, whatever is spoken of behind him."""
CALLED_TO = re.compile(
    "(?:拨通了?|致电|打给|叫来|找来|召来|喊来|请来|叫住|约见|约谈|电话连线|连线|给|对|向|跟)(?P<to>[^，。；：“”]{2,16}?)"
    "(?:主要|分管|相关|有关)?(?:负责人|负责同志|经理|工作人员|同志)?(?:的?电话|打(?:去|了)?电话|说|讲)?，$"
)
"""Who was called or rung up in the clause before 要求: the offices whose people they are."""
_LINKED = re.compile("(?:并|并且|还|同时|积极|主动|及时|又|也)*")
_AT_NEED = re.compile("(?:必要时|视情况?|酌情|适时|择机|有条件的|需要时|立即|马上|立刻)+")
_A_PLACE = re.compile(
    "(?!今后|以后|接下|下一|进一|能够|通过|双方|在座|大家|继续|认真|切实|全县|更多|越来|早日|这)[\u3400-\u9fff]{2,3}?(?:在|要|既要|也要|应|能|继续|对|把|以|抓|坚持|进一步|发挥)"
)
_STATES = ("强调", "指出")
_BY_SOMEBODY = late("(?:^|[，、])(?:他|她)$|[\u3400-\u9fff]{2,3}(?:当即|现场|当场)?$")
# 让工作人员把表投到屏幕上: it is done as he says it, there and then.
_AT_HAND = ("工作人员", "随行", "身边", "司机", "秘书", "话务员", "民警", "技术员", "人")
_LONG_NAME = 3
_LONGEST_CHARGED = 16
_WILL = late(
    "将|会(?!议)|一定|要|保证|争取|坚决(?![打贯反拥])|马上|立即|立刻|回去就|今[天晚]就?|明[天早]就?|后天|本周|这就|[一二两三四五六七\\d]+[天日周][之以]?内|[月年]底前|[下这]周"
)
# 责令其停业整改: whoever was named before.
_PRONOUN = re.compile(
    "其(?=[停限立按尽马及在于整改补关拆退缴清下配加落严做作说写签腾])|他们|她们|他|她|对方|大家|老人们?|孩子们|同学们|企业家们|同志们|青年们|老师们|干部们"
)


def pronoun_in(words: str) -> Named | None:
    """Return the pronoun or the people that words begin with: 他们, 老人们."""
    found = _PRONOUN.match(words)
    return Named(start=0, end=found.end(), kind=AddresseeKind.CLASS) if found is not None else None


def object_of(speech: SpeechAct, words: str, lexicon: Lexicon) -> Named | None:
    """Return whom a speech verb of charge or wish is turned to, named right behind it."""
    soft = speech.verb in lexicon.soft_verbs
    if not soft and speech.verb not in lexicon.charge_verbs:
        return None
    if words.startswith(_MAKES_SURE):
        return None
    pronoun = _PRONOUN.match(words)
    if pronoun is not None and len(words) > pronoun.end():
        return Named(start=0, end=pronoun.end(), kind=AddresseeKind.CLASS)
    by_place = speech.verb in ("责成", "责令") or (bool(speech.head) and speech.verb in TOLD)
    placed = ("希望", "勉励", "建议", "期望", "要求")
    acts = begins_imperative(words, lexicon) or verb_at(words, 0, lexicon) > 1
    if speech.verb in placed and _A_PLACE.match(words) is not None and not acts:
        # 希望云岭在产业上…: a county by its bare name.
        by_place = True
    named = unit_by_place(words, lexicon) if by_place else unit_at_front(words, lexicon)
    if named is not None and not _may_be_asked(words[named.start : named.end]):
        return None
    if named is not None and soft and words[: named.end] in ("各位", "在座", "全体", "广大"):
        # 各位党外朋友: the whole of it.
        named = audience_at_front(words, lexicon) or named
    if named is not None:
        return named
    if not soft:
        return None
    return audience_at_front(words, lexicon) or realm_at_front(words, lexicon)


# 要求管网9月底前接通: the thing, and nobody; 希望确保群众温暖过冬: what is to be made sure of.
_THING_ENDS = re.compile(
    "(?:工程|管网|管道|路面|道路|大桥|路基|厂房|手续|工作|任务|方案|资金|设备|设施|隐患|问题|整改|改造|建设|排查|清淤|工期|进度|房屋|围挡|渣土)$"
)
_MAKES_SURE = ("确保", "保障", "切实", "坚决", "务必", "继续", "进一步")


def _may_be_asked(name: str) -> bool:
    """Tell whether words behind a verb of telling may be somebody, and are no thing and no deed."""
    return name.startswith("各") or _THING_ENDS.search(name) is None


_PLACE_ENDS = re.compile("[县市区镇乡村站所口园场馆店院]$|项目|工程|工作|建设|安全")
_GOES_ON = tuple("的、和与及们等之方")


def told_before_topic(head: str, lexicon: Lexicon) -> Named | None:
    """Return who stands right behind a verb of telling, before what is spoken of: 叮嘱养蚕大户 + 桑叶要随采随喂."""
    ends = unit_ends(head, 0, lexicon)
    # 监理 + 方: a party, whose last sign no list of ends holds.
    for stop in [*(one + 1 for one in ends if head.startswith("方", one)), *ends]:
        name = head[:stop]
        if stop >= len(head) or head.startswith(_GOES_ON, stop) or _PLACE_ENDS.search(name):
            continue
        if is_unit(name, lexicon) and begins_imperative(name, lexicon) is False:
            return Named(start=0, end=stop, kind=kind_of(name, lexicon))
    return None


def wished_at_front(words: str, lexicon: Lexicon) -> Named | None:
    """Return the people or the unit that a clause behind a wish's front begins with: 大家, 广大青年, 各乡镇."""
    if words.startswith(_MAKES_SURE):
        return None
    return pronoun_in(words) or audience_at_front(words, lexicon) or unit_at_front(words, lexicon)


def is_own_deed(speech: SpeechAct) -> bool:
    """Tell whether a charge is but linked to what was told before it: …，并协调某队深耕."""
    return speech.verb in _ONLY_TO_SOMEBODY and _LINKED.fullmatch(speech.head) is not None


def _has_done(speech: SpeechAct, rest: str, *, running: bool, lexicon: Lexicon) -> bool:
    """Tell whether 让 has somebody do a thing: 他让县水利局…, 让县水利局局长…, and not 让工作人员投到屏幕上."""
    if rest.startswith(_AT_HAND):
        return False
    named = object_of(speech, rest, lexicon)
    alone = not speech.head and not running and named is not None
    return bool(_BY_SOMEBODY.search(speech.head)) or (
        alone
        and named is not None
        and named.kind is not AddresseeKind.CLASS
        and len(rest[named.start : named.end]) > _LONG_NAME
        and named.end - named.start < _LONGEST_CHARGED
    )


def begins_speech(
    speech: SpeechAct,
    clause: Clause,
    *,
    running: bool,
    demanding: bool,
    told: bool,
    lexicon: Lexicon,
) -> bool:
    """Tell whether a speech verb with its demand in the same clause begins a new speech act.

    Inside a demand 鼓励群众… is what the addressee shall do; 要求 and 希望 turn to somebody. ``told`` says that
    it is known who speaks, by the verb's head or by what he does before it.
    """
    if speech.verb == "明确":
        return not running
    rest = clause.words[speech.content :]
    turned = object_of(speech, rest, lexicon) is not None
    if speech.verb in _ONLY_TO_SOMEBODY and not turned:
        return False
    if running and speech.verb in _ONLY_TO_SOMEBODY and _AT_NEED.fullmatch(speech.head):
        # …，必要时协调厂家退换, 立即安排专人值守: still what the addressee shall do.
        return False
    if speech.verb == "让":
        return _has_done(speech, rest, running=running, lexicon=lexicon)
    by_somebody = speech.verb in TOLD and charged_in(rest, lexicon) is not None
    demands = turned or by_somebody or sounds_demanding(rest, lexicon)
    if told and speech.verb in TOLD and not states(rest, lexicon):
        # 他要求留样柜上锁: whatever stands behind it is to be.
        demands = True
    if speech.verb == "请":
        return turned and _BY_SOMEBODY.search(speech.head) is not None
    if speech.verb in lexicon.report_verbs and _WILL.match(rest):
        return not running
    if speech.verb in lexicon.report_verbs and speech.head and is_fronted(rest):
        # 各负责人纷纷表示在今后的经营中，将…: what they will do stands behind the front.
        return not running
    if not demands and speech.verb in _HOPED and is_fronted(rest):
        # 希望今后，大家…: whom it is for stands behind the front.
        return not running
    if not demands:
        # 张书记强调某项目是重点，各部门要…; 审议了办法，强调企业是主体: a statement opens a speech too.
        opens = bool(speech.head) or not clause.first_in_sentence
        return opens and speech.verb in _STATES and not running
    if speech.head:
        return True
    if speech.verb in _STRESSED:
        # 提出要求，强调各镇要…: his words go on, and those told stand behind the verb.
        return not running
    if speech.verb == "提醒" and turned and not running:
        return True
    if speech.verb in _OWN_ACT:
        alone = clause.first_in_sentence or speech.verb not in _ONLY_TO_SOMEBODY
        return (turned and clause.after_semicolon) or (not running and not demanding and alone)
    if speech.verb in _ALWAYS:
        return turned or not running
    return not running and not demanding
