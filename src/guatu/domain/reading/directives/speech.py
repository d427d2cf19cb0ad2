"""Speech acts: who begins to speak, with which verb, to whom."""

import re
from typing import NamedTuple

from guatu.domain.reading.directives.bodies_speaking import body_speaks, is_office_speaking
from guatu.domain.reading.directives.calling_up import SAID_TO, called_by_name
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.hearers import (
    OFFICE_PEOPLE,
    PERSONS,
    faces_person,
    is_person_told,
    lets_person,
    persons_told,
    spoken_to,
    told_alone,
    turns_next,
)
from guatu.domain.reading.directives.held_to import HELD, HELD_TO, KEPT, LAID_DOWN
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.no_speech import goes_by, is_no_speech
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.outsiders import is_heard_of_others, listens
from guatu.domain.reading.directives.speech_patterns import SpeechPatterns, speech_patterns
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN
from guatu.domain.reading.units import Named
from guatu.domain.reading.values import AddresseeKind

_LONGEST_OPENER = 90
# Where a line ends with the verb (某某同志强调) no mark stands.
_BEFORE_WORDS = ("，", "：", "。", "")
_LONGEST_CLAUSE = 360
_FAR_ENOUGH = 24
_LONGEST_LINK = 4
# Posts, a name, an occasion and adverbs; longer words before a verb of saying tell of more.
_LONGEST_NAMING = 48
_DEED = re.compile(
    "(?:现场)?交办|部署|安排|协调|拍板|点评|敲定|确定|决定|明确|商定|交代|认领|回应|答复|解释"
)
_OF_PERSONS = ("报告", "汇报", "答", "回答", "打断", "插话")
# 及时回应 and 作出承诺 are no speech: what reports must stand right behind its speaker.
_NEAR = 18
_SAYS = ("说", "讲", "道", "说道", "讲道")
# 要求 and its like as nouns: 按要求, 工作要求, 时限要求.
_NOUN_BEFORE = re.compile(
    "(?:[按的有]|工作|相关|有关|各项|任务|目标|上级|部署|质量|技术|标准|时限|政策|安全|环保|规范|规定|进度|节点|合同|设计|考核|防控|明确|具体|严格|统一|最新|中央|省|市|县|委|府|会议|法律|制度|群众|形势|时代|新|高|总体|硬性|基本|符合|达到|满足|提出|作出|传达|落实|贯彻|执行)$"
)


# 按批示和通知要求及时办理: what is gone by.
_BY_PAPER = re.compile(
    "(?:(?<![遵依参对])按照?|遵照|依照|参照|对照)[^，。；：]{0,12}(?:通知|批示|交办|督办单|清单|方案|纪要|文件|办法|合同)$"
)


class SpeechAct(NamedTuple):
    """The start of speech: the clause's words before the verb, the verb, what follows in the clause.

    ``numbered``: it is a point of a list (一是要求各乡镇…); ``content`` is where the demand itself begins inside the clause (its end if the
    clause holds nothing else); ``to`` is a unit that the whole speech addresses.
    """

    head: str
    verb: str
    content: int
    demanding: bool
    direct: bool
    to: Named | None = None
    decided: bool = False
    numbered: bool = False


# 对防灭火的工作部署, 进行了安排部署: nouns, no speech.
_NOUNS = ("部署", "安排", "要求", "指示", "决定", "提醒", "建议", "倡议", "报告", "汇报", "回答")
_NOUN_ENDS = re.compile(
    "(?:[的、]|(?:召开|举行)[^，。；：]{0,20}(?:会议?|大会)(?:进行|专题|再)*(?:安排)?|^(?:按照|对照|根据|依据|遵照|落实|贯彻|结合)[^，。；：]*(?:通知|文件|方案|会议|纪要|讲话|批示|规定|标准)|、整改|自行|自主|另行|(?<!一)工作|意见|进行了?(?:全面|再|具体|专题|动员|周密|统一)?(?:安排)?|决策|战略|重大|(?:落实|贯彻|按照|对照|遵照|根据|执行)(?:[^，。；：]{0,14}?(?:和|及|、)(?:文件|通知|讲话|批示|纪要)|(?:本次|这次|此次)?(?:会议|大会|全会|通知|纪要|方案|文件)|《[^》]*》)|要?(?:周密|精心|及时|迅速|统一|科学|提前|认真|扎实)|(?:发函|致函|去函|电话|短信|书面|口头|上门|逐[一户个]|下发))$"
)
_ADVERB = "(?:还|也|并|再次|最后|特别|着重|反复|首先|随后|现场|当场|当即|同时|进一步|再|就此|一再|明确|郑重|严肃|逐一|动情地|语重心长地)*"
_PLAIN_NAME = re.compile(
    f"(?:[^，。；]{{0,24}}(?:书记|[县市区镇乡局州旗]长|主任|主席|部长|常委|同志|[站所院校队厂矿社]长|工程师|总?经理|董事长|负责人|党委|党组|党工委|支部|政府))?(?P<name>{HAN}{{2,4}}?)"
    f"(?:(?:书记|副?[县市区镇乡局旗]长|副?主任|副?主席|副?部长|同志|一行))?(?:在[^，。；]{{0,24}}[时中上后里])?{_ADVERB}"
)
_NO_PLAIN_NAME = re.compile(
    "电话|来电|致电|现场|当场|当面|一边|一面|一路|首先|再次|特别|着重|突出|重点|反复|进一步|一再|再三|明确|郑重|严肃|逐一|立即|马上|会上|会后|随后|接着|随即|当即|最后|方案|文件|通知|意见|报告|规划|办法|条例|规定|合同|标准|工作|任务|目标|时间|结果|数据|情况|问题|项目|工程|企业|群众|村民|居民|有关|相关|按照|根据|如何|一是|二是|三是|下一步|同时|此外|另外|目前|当前|今年|去年|近年|据悉|据了解|其中|为此|对此|大家|我们|他们|它|这|那|不|没|有|的|要|将|把|被|让|使|对|从|于|技术|质量|安全|环保|进度|设计|考核|政策|上级|中央|国家|全县|全市|各级|各地"
)
_TURNED_TO = re.compile("(?<=[\u3400-\u9fff]{2})(?:向|对)(?!于)[^，。；的]{2,20}$")
_OF_WHAT = re.compile("(?<=.)(?:对|就|围绕|针对)[^，。；]{2,30}$")
_ABOUT = re.compile("^(?:并|还|同时)?(?:对|就|围绕|针对|结合)")
_STRONG_VERBS = (
    "强调",
    "指出",
    "要求",
    "表示",
    "说",
    "认为",
    "叮嘱",
    "勉励",
    "希望",
    "提出",
    "谈到",
    "嘱咐",
    "点评",
    "坦言",
    "承诺",
    "答",
    "答道",
    "回答",
    "报告",
    "汇报",
)


def plain_name_in(head: str) -> str | None:
    """Return the name that the words before a speech verb consist of, known or not, or None."""
    # 苗青书记向各村强调: whom he turns to is no part of his name.
    head = _TURNED_TO.sub("", head)
    if len(head) > _LONGEST_NAMING:
        return None
    found = _PLAIN_NAME.fullmatch(head)
    if found is None or _NO_PLAIN_NAME.search(found.group("name")):
        return None
    return found.group("name")


def _speaks(head: str, speakers: Voices, lexicon: Lexicon) -> bool:
    """Tell whether the words before a speech verb name a speaker or continue one."""
    patterns = speech_patterns(lexicon)
    if goes_by(head):
        return False
    # 就抓落实提出: the theme of his words, and nothing they follow.
    head = _THEME.sub("", head.replace("抓落实", ""))
    refused = patterns.refused.search(head[-_FAR_ENOUGH:])
    if refused is not None and speakers.search(head[-_FAR_ENOUGH:], refused.end()) is None:
        return False
    if _OWN_REALM.fullmatch(head):
        return True
    return not head or speakers.search(head) is not None or bool(patterns.linking.search(head))


# 就贯彻落实会议精神要求: the theme of his words, and nothing they follow.
_THEME = re.compile(
    "(?<=[\u3400-\u9fff])(?:就|围绕|针对)(?:如何|进一步|抓好|做好|切实)?(?:贯彻|落实|执行)[^，。；]{0,20}$"
)
# 我县要求各单位…: who speaks is the county.
_OWN_REALM = re.compile(
    "我[县市区旗镇乡]|[县市区]里|该(?:[县市区旗镇乡局办委校院]|街道|中心|公司|集团|部门|单位)"
)
# 对学校、社区分别作了要求。: told, and nothing he says below is turned to them.
_ONLY_TOLD = re.compile("分别[^，。；]{0,6}[作做提](?:出)?了?|(?<!工)[作做]了")
_MEETS = re.compile("(?:召开|举行)[^，。；：]{0,10}(?:会议?|大会)$")
_ASKED_TO = re.compile("(?:希望|勉励|鼓励|欢迎)[^，。；：]{2,}$")
_TURNS_NEXT = (*_SAYS, "提出", "强调", "指出", "要求")


def _requests(head: str, clause: Clause, speakers: Voices, patterns: SpeechPatterns) -> bool:
    """Tell whether 提出要求 is somebody's speech; a unit may well be told to hand in 意见."""
    if _ASKED_TO.search(head) is not None or "提出的" in clause.words[len(head) :]:
        return False
    if clause.mark != "：" and _MEETS.search(head) is not None:
        # 各单位…，召开专题会议进行安排部署: what they do, and no saying.
        return False
    return (
        clause.mark == "："
        or not head
        or speakers.search(head) is not None
        # 该镇镇长对攻坚月的工作提出三点要求: a post without a name, and what he speaks of.
        or speakers.search(_OF_WHAT.sub("", head)) is not None
        or patterns.linking.search(head) is not None
        or _ABOUT.search(head) is not None
        or (clause.first_in_sentence and plain_name_in(head) is not None)
    )


def _known_to_say(verb: str, head: str, speakers: Voices, lexicon: Lexicon) -> bool:
    """Tell whether the words before a verb at the end of a clause make it somebody's saying."""
    if verb in _SAYS and faces_person(head, speakers):
        return True
    own = _TURNED_TO.sub("", HELD.sub("", head))
    if verb in _TURNS_NEXT and turns_next(head, lexicon):
        # 随后对随行的农技人员说, 向监理单位提出: who acted before goes on, and turns to somebody.
        return True
    if is_heard_of_others(head, verb) or (verb in _SAYS and listens(head)):
        # 面对面听工人说: what one goes there for.
        return False
    asked = verb in speech_patterns(lexicon).demand
    if not (asked or not own or speakers.search(own[-_NEAR:]) is not None):
        return False
    if not _speaks(own, speakers, lexicon):
        return False
    named = speakers.search(own) is not None
    if _DEED.fullmatch(verb) and len(own) > _LONGEST_LINK and not named:
        # 发现隐患当场交办: a deed of the one addressed, for nobody is named who speaks.
        return False
    if find_modal(own, lexicon) is not None and not named:
        # 不能站在埂子上喊话: what is to be done or not.
        return False
    # 10分钟内电话报告: what is to be done, and nobody speaks.
    return verb not in _OF_PERSONS or any(one.end() == len(own) for one in speakers.finditer(own))


_ON_THE_SPOT = re.compile(
    "(?:(?:该)?(?:当场|现场|当即|当天|即时|马上|立即|一次性|集体|及时|统一|逐一|逐件|当面))+"
)
_ACTS_TOO = (
    "拍板",
    "敲定",
    "答复",
    "回应",
    "交办",
    "认领",
    "解释",
    "明确",
    "确定",
    "决定",
    "部署",
    "协调",
)


def is_own_act(speech: SpeechAct, mark: str) -> bool:
    """Tell whether a verb that may speak is what somebody is told to do: 能定的，当场拍板."""
    if speech.direct and speech.verb == "明确":
        return True
    acts = not speech.direct and mark != "：" and speech.to is None
    return acts and speech.verb in _ACTS_TOO and _ON_THE_SPOT.fullmatch(speech.head) is not None


def _lets(words: str, speakers: Voices) -> SpeechAct | None:
    """Return the speech by which somebody has a person do a thing: 他当即让某某今晚逐船核一遍."""
    place = lets_person(words, speakers)
    if place is None:
        return None
    start, end = place
    to = Named(start=start, end=end, kind=AddresseeKind.UNIT)
    head = words[: start - 1]
    return SpeechAct(head=head, verb="要求", content=end, demanding=True, direct=False, to=to)


def find_speech(clause: Clause, speakers: Voices, lexicon: Lexicon) -> SpeechAct | None:
    """Return the speech act that a clause opens, or None.

    Three shapes: X强调， / X对某单位提出要求： / X要求某单位…. A verb inside 按照…要求 opens none.
    """
    words = clause.words
    if len(words) > _LONGEST_CLAUSE:
        return None
    let = _lets(words, speakers)
    if let is not None:
        return let
    patterns = speech_patterns(lexicon)
    request = patterns.requested(words)
    if (
        request is not None
        and not patterns.refused.match(words)
        and _requests(words[: request.start()], clause, speakers, patterns)
    ):
        head = words[: request.start()]
        return SpeechAct(
            head=head,
            verb="要求",
            content=len(words),
            demanding=True,
            direct=False,
            to=None
            if _ONLY_TOLD.search(words) and clause.mark == "。"
            else spoken_to(head, lexicon),
        )
    said = _said_to(clause, speakers, lexicon)
    if said is not None:
        return said
    closing = patterns.closed(words) if clause.mark in _BEFORE_WORDS else None
    if closing is not None:
        head = words[: closing.start()]
        verb = closing.group("verb") or "明确"
        held = _NOUN_ENDS.search(head) or HELD_TO.search(head) or KEPT.search(head)
        if (verb in _NOUNS and held) or (verb == "部署要求" and LAID_DOWN.search(head)):
            return _direct_speech(clause, speakers, lexicon)
        if closing.group("verb") is None:
            # 交代股长某某：: whom he hands it to tells more than that he hands it over.
            direct = _direct_speech(clause, speakers, lexicon)
            if clause.mark != "：" or (direct is not None and direct.to is not None):
                return direct
        known = _known_to_say(verb, head, speakers, lexicon)
        if not known and clause.first_in_sentence and verb in _STRONG_VERBS:
            known = plain_name_in(head) is not None and clause.mark != "。"
        known = known or body_speaks(head, verb, lexicon)
        if len(head) <= _LONGEST_OPENER and known:
            return SpeechAct(
                head=head,
                verb=verb,
                content=len(words),
                demanding=verb in patterns.demand,
                direct=False,
                to=spoken_to(head, lexicon),
                decided=verb in patterns.decided,
            )
    return _direct_speech(clause, speakers, lexicon)


def _said_to(clause: Clause, speakers: Voices, lexicon: Lexicon) -> SpeechAct | None:
    """Return the speech that a person turns to an office by telling or ringing it up."""
    if clause.mark not in ("，", "："):
        return None
    called = called_by_name(clause.words, speakers.names)
    if called is not None:
        end = len(clause.words)
        return SpeechAct(head=called, verb="要求", content=end, demanding=True, direct=False)
    if "电话" not in clause.words and "告诉" not in clause.words:
        return None
    found = SAID_TO.fullmatch(clause.words)
    if found is None:
        return None
    head = found.group("head")
    person = speakers.search(head) is not None
    if not (person or _TURNS_TO.fullmatch(head)):
        return None
    group = next(one for one in ("to", "call", "rang") if found.group(one))
    who = found.group(group)
    to = persons_told(who, "要求", "：", lexicon)
    to = to or (told_alone(who, "要求", "：", speakers, lexicon) if group != "to" else None)
    if to is None or not to.kind:
        return None
    shift = found.start(group)
    return SpeechAct(
        head=head,
        verb="说",
        content=len(clause.words),
        demanding=False,
        direct=False,
        to=Named(start=to.start + shift, end=to.end + shift, kind=to.kind),
    )


_TURNS_TO = re.compile(
    "(?:又|还|并|随即|随后|当即|当场|马上|立即|接着|转身|回头|掏出手机|掏出电话|拿起电话|拿起手机)*"
)


def _direct_speech(clause: Clause, speakers: Voices, lexicon: Lexicon) -> SpeechAct | None:
    words, patterns = clause.words, speech_patterns(lexicon)
    direct = patterns.direct.search(words)
    if direct is None or direct.start() > _LONGEST_OPENER:
        return None
    if is_no_speech(words, direct):
        return None
    verb = patterns.verb_of(direct)
    if verb == "请" and words[: direct.start()].endswith(tuple("邀申报提聘宴约有")):
        return None
    if verb == "明确" and direct.start() and speakers.search(words[: direct.start()]) is None:
        return None
    ordinal = ordinal_at_front(words)
    numbered = ordinal.end if ordinal is not None and ordinal.end <= direct.start() else 0
    head = words[numbered : direct.start()]
    if HELD_TO.search(head) or direct.group("rest").startswith("的"):
        # 会议明确的事项: what was said, and no saying.
        return None
    noun = _NOUN_BEFORE.search(head.removesuffix("明确")) and not _OWN_REALM.fullmatch(head)
    if verb == "要求" and _BY_PAPER.search(head) is not None:
        return None
    office = is_office_speaking(head, verb, lexicon)
    if noun and not office and speakers.search(head[-3:]) is None:
        return None
    if not _speaks(head, speakers, lexicon) and not office:
        return None
    alone = clause.mark == "：" or (clause.mark == "，" and verb != "请")
    whole = None
    if alone:
        whole = told_alone(direct.group("rest"), verb, clause.mark, speakers, lexicon)
    if whole is None or OFFICE_PEOPLE.search(direct.group("rest")) is not None:
        whole = persons_told(direct.group("rest"), verb, clause.mark, lexicon) or whole
    if (
        whole is not None
        and verb in patterns.demand
        and (
            whole.end == len(direct.group("rest"))
            or PERSONS.fullmatch(direct.group("rest"), whole.end)
            or is_person_told(direct.group("rest"), whole.end, speakers, lexicon)
        )
    ):
        # 要求各乡镇，要…: the clause names the audience and nothing else.
        shift = direct.start("rest")
        return SpeechAct(
            head=head,
            verb=verb,
            content=len(words),
            demanding=True,
            direct=False,
            to=Named(start=whole.start + shift, end=whole.end + shift, kind=whole.kind),
        )
    return SpeechAct(
        head=head,
        verb=verb,
        content=direct.start("rest"),
        demanding=verb in patterns.demand,
        direct=True,
        numbered=bool(numbered) and not head,
    )
