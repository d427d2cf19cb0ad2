"""Who a sentence is about where its verb of saying names nobody: 两局一一解答，并表示将…."""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import audience_at_front, unit_at_front
from guatu.domain.reading.units import Named

_SAYING = ("表示", "承诺", "答应", "保证")
_LINK = re.compile("(?:并|并且|也|还|同时|均|都|纷纷|一致|当场|当即|现场|随即|随后|最后|于是)*")
# What residents say is no word of a body; whoever is only gone with, or spoken of, does not open a sentence.
_RESIDENTS = re.compile(
    "村民|居民|群众|百姓|住户|业主|市民|学生|家长|孩子|游客|旅客|顾客|老人|乡亲|农户|贫困户|果农|菜农|茶农|养殖户|种植户|工友|网友|患者"
)
_NOT_HIS = re.compile(
    "[的、和及与同跟或等在]|(?:主要|分管)?(?:领导|负责人|负责同志)(?:的|等)|陪同|参加|出席|召开|举行"
)
# 听完大队教导员的介绍，: what happened before, and nobody who speaks.
_FRONT = re.compile(
    "[听看经随在对就据为当向与同把将由从]|了解|谈[到起及]|面对|通过|接到|得知|座谈|会[上后]|现场|针对|结合|围绕|随[后着]"
)
# 街道党工委书记某某站起来，表示…: a person, whom his post does not name.
_POST = re.compile("(?:书记|(?<!负责)[局县镇乡区市部站所院校厂处科队]长|主任|经理|董事长|主席)$")
_LEADERS = re.compile("[县市区旗镇乡省](?:委|政府)?(?:主要)?领导|领导(?:一行|指出|强调|要求)")
# 全体党员表示, 与会人员表示: many at once, who give their word when they say what they must.
MANY = re.compile(
    "大家|与会|参会|到会|全体|各(?!自)|广大|[\u3400-\u9fff]{0,8}(?:党员|干部|职工|代表|委员|队员|人员|同志|学员|师生|民警|企业家|青年|成员)们?"
)


def teller_of(
    before: str, head: str, verb: str, names: re.Pattern[str] | None, lexicon: Lexicon
) -> Named | None:
    """Return who opens the sentence that a bare verb of saying goes on with, at his place in ``before``.

    ``head`` is what stands before the verb in its own clause; where the sentence has named a person, it is of him.
    """
    if verb not in _SAYING or not before.endswith("，") or _LINK.fullmatch(head) is None:
        return None
    first = max(before.rfind(one) for one in "。！？；：”") + 1
    sentence = before[first:]
    if (names is not None and names.search(sentence)) or _LEADERS.search(sentence):
        return None
    place = first
    for clause in sentence.rstrip("，").split("，"):
        named = None
        if _FRONT.match(clause) is None:
            named = unit_at_front(clause, lexicon) or audience_at_front(clause, lexicon)
        if named is not None:
            who = clause[named.start : named.end]
            if _RESIDENTS.search(who) or _NOT_HIS.match(clause, named.end) or _POST.search(who):
                return None
            return Named(start=place + named.start, end=place + named.end, kind=named.kind)
        place += len(clause) + 1
    return None


# 希望政府能提供用地: what is wished of those above.
_WISHED_OF_THEM = re.compile(
    "(?:希望|盼望|期望|期盼|恳请|请求|建议)(?:党委|[县市区镇乡省])?(?:政府|里|上|上级|(?:相关|有关|职能|主管)(?:部门|单位)|各?银行|金融机构|供电公司|供电部门)(?:部门)?(?:在[^，。；]{2,16}(?:上|方面))?"
    "(?:也|都|再|多|早日|尽快|进一步|继续|积极)*(?:能|可以|给|帮|支持|提供|协调|出台|解决|关注|重视|加大)"
)
_FROM_BELOW = re.compile(
    "企业(?:家|负责人|代表)?|公司(?:负责人)?|合作社|商户|业主|负责人|经营者|厂长|老板|理事长"
)


def wishes_of_those_above(
    before: str, words: str, names: re.Pattern[str] | None, lexicon: Lexicon
) -> bool:
    """Tell whether a clause is what a firm or a resident wishes of the authorities: 该企业拟扩建，希望政府能提供用地."""
    # One of these signs stands in every such wish, and in few clauses.
    if "望" not in words and "请" not in words and "盼" not in words and "建议" not in words:
        return False
    found = _WISHED_OF_THEM.search(words) if words[:1] not in "要须" else None
    if found is None:
        return False
    first = max(before.rfind(one) for one in "。！？；”") + 1
    sentence = before[first:] + words[: found.start()]
    if (names is not None and names.search(sentence)) or "对" in words[: found.start()]:
        return False
    for clause in sentence.rstrip("，").split("，"):
        named = unit_at_front(clause, lexicon)
        who = clause[: named.end] if named is not None else clause[:8]
        if _FROM_BELOW.search(who) or _RESIDENTS.search(who):
            return True
        if named is not None:
            return False
    return False


def many_in(head: str, lexicon: Lexicon) -> Named | None:
    """Return the many whom the words before a verb of saying name and nothing else: 社区全体党员."""
    bare = head.rstrip("也均都")
    heard = audience_at_front(bare, lexicon)
    if heard is None or heard.end != len(bare) or _RESIDENTS.search(bare) is not None:
        return None
    return heard if MANY.search(bare) is not None else None
