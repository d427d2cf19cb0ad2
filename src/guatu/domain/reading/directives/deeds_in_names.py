"""What only looks like the name of somebody else in a demand that goes on: 高度重视委员, 指导属地, 所有聚餐."""

import re

from guatu.domain.reading.directives.imperatives import begins_imperative
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.verbs import is_fourfold, verb_at

_HOW = re.compile(
    "高度|高质量|高标准|高水平|高效率?|高位|全面|深入|扎实|全力|科学|精准|严肃|妥善|有效|统筹|积极|主动|认真|严格|及时|广泛|充分"
)
# Verbs that are nouns as well: an office of them goes on with these words.
_ACTS_ON = re.compile(
    "(?:[\u3400-\u9fff]{2}(?=(?:推进|推动|督促|引导|支持|帮助)(?:重点|各|所有|全部|本地|属地|相关|有关))|符合|达到|满足|代表|预置|前置|配强|配足|备足|备齐|充实|调整|增派|调集|整合|凝聚|优化|指导|监督|督促|督导|帮助|协助|引导|找准|摸清|理清|把准|看住|管住|盯住)(?![组员站办委科处室队]|小组|中心|单位|部门|机构|人员|专班|大队|支队|团$|团队|们|大会)"
)
# Verbs that begin no name of anybody: 形成上下联动, 备受社会各界关注, 涌现出先进集体.
_NO_FIRST = re.compile(
    "(?:迫切|急)?需要|形成|备受|深受|涌现|造成|导致|呈现|赢得|引发|焕发|强化(?!办|专班|组)"
)
_NO_NAME = re.compile("要(?![素闻塞害点])|须(?!知)|足够")
# 副镇长某某同志: a person by name and post.
_A_PERSON = re.compile("(?:长|书记|主任|委员|主席)[\u3400-\u9fff]{2,3}同志$")
_ALL = re.compile("所有|一切|任何")
# 国务院召开会议, 市政府把三镇纳入试点, 镇党委高度重视: what those above did, and no demand upon them.
_ABOVE = re.compile(
    "(?:(?:中共)?中央[\u3400-\u9fff]{0,12}|党中央|国务院[\u3400-\u9fff]{0,8}|全国[\u3400-\u9fff]{2,8}|[\u3400-\u9fff]{0,4}(?:[省市县区旗州盟]|自治区|[乡镇])(?:党?委|政府|人大常委会|人大|政协|党委|人民政府|委常委会|委全会|政府党组)|党委|政府|党委、政府|党委政府|[、和]){1,3}"
)
_DID = re.compile(
    "(?:高度重视|十分重视|历来重视|始终坚持|召开|印发|出台|下发|发布|审议|作出|提出|决定|先后|连续|多次|第一时间|迅速|立即|及时|连夜|把|将|对|就|以|专门|专题|成立|启动|组织|投入|安排|划拨|拨付)"
)


def tells_of_those_above(name: str, rest: str) -> bool:
    """Tell whether words say what a committee or a government did (县委高度重视), and tell it nothing."""
    return "各" not in name and _ABOVE.fullmatch(name) is not None and _DID.match(rest) is not None


_WHAT_IS = re.compile(
    "(?:分别|先后|相继|随后)(?:召开|举行|组织召开)|([\u3400-\u9fff])不\\1|(?:都|均|也|仍|尚)?(?:无(?![偿缝条])|没有|未(?!雨)|缺(?!席)|存在|全覆盖|全部覆盖)"
)


def holds_deed(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name begins with what is done, its manner in front: 高质量完成两委."""
    if _ACTS_ON.match(name) is not None or _NO_FIRST.match(name) is not None:
        return True
    if _NO_NAME.match(name) is not None or _A_PERSON.search(name) is not None:
        return True
    how = _HOW.match(name)
    if how is None:
        return False
    rest = name[how.end() :]
    return begins_imperative(rest, lexicon) or verb_at(rest, 0, lexicon, nouns=False) > 1


def is_all_of_something(name: str) -> bool:
    """Tell whether a name is of all things of a sort (所有聚餐), which are told nothing."""
    return _ALL.match(name) is not None


def says_what_is(rest: str) -> bool:
    """Tell whether the words behind a name say how things are with it: 工地无围墙, 各行业全覆盖."""
    return _WHAT_IS.match(rest) is not None and not is_fourfold(rest)


# 各县教育局可根据实际调整: what somebody may do is not asked of him.
_MAY = re.compile(
    "有权(?!利|力)|(?:也|还|均|都)?可(?:以)?(?=根据|按照?|结合|视|自行|适当|酌情|参照|依法|通过|选择|提前|延[长期]|直接|自主|自愿|参加|申请|申报|报名|享受|推荐|在|由|向)"
)


def may_do(rest: str) -> bool:
    """Tell whether the words behind a unit but allow it something: …可根据实际调整."""
    return _MAY.match(rest) is not None
