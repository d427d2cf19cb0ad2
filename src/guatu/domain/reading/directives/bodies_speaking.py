"""Bodies, classes and papers that speak: 参会企业纷纷表示，将…, 《实施意见》要求，…."""

import re

from guatu.domain.reading.directives.tellers import many_in
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_at_front
from guatu.domain.reading.units import is_unit

_GIVES_WORD = ("表示", "表态", "承诺", "保证")
_HOW = re.compile("(?:纷纷|一致|均|都|也|还|当场|现场|郑重|先后|分别|逐一|随后|会后)+")


def gives_its_word(head: str, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before a verb of promising are a body and how it speaks: 参会企业纷纷."""
    if verb not in _GIVES_WORD:
        return False
    named = unit_at_front(head, lexicon)
    if named is None or named.start or not is_unit(head[: named.end], lexicon):
        return False
    return _HOW.fullmatch(head, named.end) is not None


def is_office_speaking(head: str, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether an office by its name speaks: 青石镇要求各村…, 县应急局依法责令企业…."""
    own = _ON_THE_SPOT.sub("", head)
    if paper_asks(head, verb) or gives_its_word(own, verb, lexicon):
        # 县水利局表示将…: its word, with no comma behind the verb.
        return True
    return (
        verb in ("要求", "希望", "号召", "强调", "指出", "提醒", "责令", "责成")
        and _OFFICE.fullmatch(own) is not None
        and is_unit(own, lexicon)
    )


# 《某方案》提出: what it foresees; what it 要求 or 强调 is asked.
_PAPER = re.compile(
    "(?:《[^《》]{0,40}(?:意见|方案|通知|办法|细则|规定|条例|决定|计划|规划|措施|要点|公告|通报|通告)》|(?:该|实施)?(?:意见|方案|办法|细则|通报))(?:还|并|同时|特别|突出|着重|明确|进一步)*"
)


def paper_asks(head: str, verb: str) -> bool:
    """Tell whether a paper by its title asks: 《实施意见》要求，…."""
    return verb in ("要求", "强调") and _PAPER.fullmatch(head) is not None


def opens_with_paper(text: str) -> bool:
    """Tell whether a paragraph is about a paper by its title, which it opens with."""
    return text.startswith("《") and _PAPER.match(text) is not None


_ON_THE_SPOT = re.compile("(?:当场|现场|当即|立即|随即|依法|已)+$")
# A place or an office by a name of its own; 各镇 and 有关部门 are told, and do not speak.
_OFFICE = re.compile(
    "(?!各|有关|相关|所有|全|该)[\u3400-\u9fff]{2,12}(?:(?<=[\u3400-\u9fff]{2})[县市区镇乡旗州]|街道|局|指挥部|安委会|安委办|管委会|党委政府|工委|党委)"
)


_REMINDS = re.compile("[\u3400-\u9fff]{2,24}(?:局|办|中心|大队|支队|部门|公司|医院|委|站|所|部)")


def body_speaks(head: str, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before a verb of speech are a body, or many at once, who give their word or remind."""
    many = verb == "表示" and many_in(head, lexicon) is not None
    gives = gives_its_word(head, verb, lexicon) or reminds(head, verb, lexicon)
    if many or gives or paper_asks(head, verb):
        return True
    return verb in _ASKS and is_authority(head)


def is_authority(head: str) -> bool:
    """Tell whether the words before a verb of asking are who leads a county, and nothing else: 县委、县政府."""
    return _AUTHORITY.fullmatch(head) is not None


# 县委、县政府要求，…; 县森防指强调，…: those who lead a county, by what they are.
_ASKS = ("要求", "强调", "明确", "决定", "提出", "号召")
_AUTHORITY = re.compile(
    "(?:[县区市旗]委(?:常委会)?(?:[、和]?[县区市旗](?:人民)?政府)?|[县区市旗](?:人民)?政府(?:党组)?)"
    "|[县区市旗][\u3400-\u9fff]{1,8}(?:指挥部|[防汛震抗]指|安委会|领导小组|专班)(?:办公室)?"
)


def reminds(head: str, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether an office by its name reminds the public: 县供热中心提醒，办理停供的居民，请于…."""
    return verb == "提醒" and _REMINDS.fullmatch(head) is not None and is_unit(head, lexicon)
