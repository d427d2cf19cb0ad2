"""Subjects that are things and yet told to act as persons do, and persons who are only acted upon.

政府投资项目要带头兑付 speaks to whoever runs the project; 滞留旅客要妥善安置 does not speak to the travellers.
"""

import re

from guatu.domain.reading.directives.assigned import charged_in
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_doing
from guatu.domain.reading.units import Named
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.verbs import is_fourfold

_REALM = 2
_RARE = 12
_OF_PLACES = "溪阳川泽江河山州安宁平水城湾岭原陵滨海泉浦塘坪丘岗洲沂淮汉湘"
_HAN = re.compile("[\u3400-\u9fff]+")
_RUN = re.compile("[\u3400-\u9fff“”、（）]{1,14}(?:项目|工程|工地|网络|市场|行业|线路|门户网站)$")
_AS_PERSONS = re.compile(
    "带头|主动|自觉|率先|以身作则|认真|积极|严格(?:执行|落实|遵守|履行)|坚决(?:执行|落实)|抓紧|如实"
)
_SERVED = re.compile(
    "(?:旅客|乘客|游客|老人|老年人|孩子|儿童|群众|伤员|病人|患者|人员|困难户|户|学生|牧民|渔民|居民|村民|妇女|残疾人|对象|家属)$"
)
_DONE_TO = re.compile(
    "(?:都|也|全部|一律|及时|优先|逐[户一人个]|立即|尽快|全面|切实|一个不[落漏少]地?)*"
    "(?:妥善|安置|救治|救助|安抚|疏散|转移|送[到回返医]|照顾|照看|保障|纳入|登记造册|稳控|管控|盯防|劝[返离]|(?:撤[离出回到]|回港|上岸|避险)|回访|慰问|关爱|有人|优先)"
)


# 未开工项目要抓紧办理手续, 病险水库要空库度汛: things by the state they are in, which others see to.
_IN_STATE = re.compile(
    "(?:尚?未|已|续建|新建|扩建|改建|拟建|待建|已建|停[建工]|新?开工|签约|竣工|完工|投产|[滞落]后|后进|进[展度](?:缓慢|滞后|较慢)的?|病险|存量|新增|储备|谋划|前期|收尾|复工|烂尾|闲置|问题)[㐀-鿿]{0,6}?"
    "(?:项目|工程|户|水库|山塘|房屋|地块|厂房|楼盘|土地|标段|路段|点位|任务)"
)


def acting_thing(head: str, rest: str) -> Named | None:
    """Return the thing that the words before a modal consist of, if ``rest`` asks of it what persons do."""
    if _IN_STATE.fullmatch(head) or _RUN.fullmatch(head) is None or _AS_PERSONS.match(rest) is None:
        return None
    return Named(start=0, end=len(head), kind=AddresseeKind.CLASS)


_REALM_ACTS = re.compile("[对在要将把以用抓能多再不继切加进][\u3400-\u9fff“]")
_NO_REALM = re.compile(
    "[的了是和与及各全本该这那此其每有无不将要须应能会在对把被让使给由从向到为以因一二三四五六七八九十两个们他她它我你]|[县市区镇乡村前后上下里中时]$"
)


def realm_in(words: str, lexicon: Lexicon) -> Named | None:
    """Return the short name of a county that words consist of: 洑塬, by being no word of the language."""
    if len(words) != _REALM or _NO_REALM.search(words) or not _HAN.fullmatch(words):
        return None
    usage = lexicon.usage
    if not usage.common_words or words in usage.common_words or words in usage.verbs:
        return None
    if min(usage.signs.get(sign, 0) for sign in words) > _RARE and words[-1] not in _OF_PLACES:
        return None
    return Named(start=0, end=_REALM, kind=AddresseeKind.UNIT)


def realm_at_front(words: str, lexicon: Lexicon) -> Named | None:
    """Return the short name of a county that a wish turns to: 希望洑塬把短板补上."""
    return realm_in(words[:_REALM], lexicon) if _REALM_ACTS.match(words, _REALM) else None


# 困难户取暖补贴，县财政局要…: what they get or have is the matter, not what they do.
_GETS = re.compile("(?:户|者|人|民|员|农|生|师|医|工|干部|群众|对象|人员|家属)$")
_MATTER = re.compile(
    "[\u3400-\u9fff]{0,6}(?:补贴|补助|津贴|费用?|经费|资金|工资|待遇|款项?|问题|难题|隐患|诉求|手续|名单|台账|数据|信息|安全|住房|产权|编制|职称|学位|用地|用水|用电|饮水|就业|就医|入学|出行|停车|的事)"
)


def is_matter(name: str, rest: str) -> bool:
    """Tell whether the words behind a name make it a mere matter: 困难户 + 取暖补贴."""
    return _GETS.search(name) is not None and _MATTER.fullmatch(rest) is not None


def subject_told(
    named: Named | None, head: str, rest: str, lexicon: Lexicon, *, bare: bool
) -> Named | None:
    """Return whom the words before a modal tell to act, ``named`` being the unit found in them.

    ``rest`` is what is demanded; ``bare``: the head may be the short name of a county.
    """
    named = named or acting_thing(head, rest)
    if named is None:
        known = realm_in(head.removesuffix("既"), lexicon) or realm_at_front(head, lexicon)
        return known if bare else None
    name = head[named.start : named.end]
    done_to = is_served(name, rest) or is_built(name, rest) or _IN_STATE.fullmatch(name)
    return None if done_to else named


# 体育馆要年底前封顶, 隧道要贯通: what is to become of a building is told to whoever builds it.
_BUILDING = re.compile(
    "(?!各|所有|有关|相关|在建)[\u3400-\u9fff]{0,10}(?:馆|场|中心|站|隧道|大桥|桥|公路|道路|公园|库|医院|学校|小学|中学|幼儿园|大楼|码头|基地|项目|工程|市场|广场|渠|水厂|电厂|线路|驿站|场所|敬老院|剧院|影院|停车场|管网|泵房|闸)$"
)
_BECOMES = re.compile(
    "(?:确保|力争|争取|尽快|尽早|早日|抓紧|加快|按期|如期|按时|务必|全部|全面|也|都|就|在|于|[^，。；]{1,10}(?:前|底|内|旬)){0,4}(?:封顶|贯通|投用|投入使用|投入运营|建成|开工|竣工|完工|通车|通水|通电|通气|送电|启用|交付|开业|开馆|开园|投产|达产|落成|开建|动工|合龙|成型)(?=$|[，。；、])"
)


def is_built(name: str, rest: str) -> bool:
    """Tell whether a building before a modal is to be finished or opened, and is told nothing itself."""
    return _BUILDING.fullmatch(name) is not None and _BECOMES.match(rest) is not None


_SET_EXAMPLE = re.compile(
    "(?P<who>(?:领导|党员|机关)?干部|领导班子?|党员|一把手|主要领导|主要负责(?:人|同志)|书记)(?:们)?(?:带[头队]|率先|先[上行走]|靠前|挂帅|亲自|包[点片案])"
)


# 乡镇和部门: two sorts of bodies that are told together.
_ALL_OF_THEM = re.compile(
    "各(?![自司尽负种项类方有]|就[各其])|有关(?:部门|单位|乡镇)|相关(?:部门|单位|企业)|全体|所有(?=[\u3400-\u9fff]{2,4}(?:干部|党员|人员|单位|部门))|(?:乡镇|镇街|街道|镇村|村组|部门|单位|企业|学校|县乡|上下级|职能部门|村社|社区)[和与、]"
)

_BOTH = re.compile(
    "(?P<one>乡镇|镇街|街道|镇村|村组|部门|单位|企业|学校|职能部门|村社|社区)[和与、](?!(?P=one))(?:乡镇|镇街|街道|镇村|村组|部门|单位|企业|学校|职能部门|村社|社区|家长|家庭)(?=密切|共同|协同|主动|加强|认真|积极|各负|同心|齐心|联手|上下|通力|互相|相互|联动|紧密|各司)"
)


_FORBIDDEN = re.compile(
    "(?:(?:党员干部|领导干部|机关干部|公职人员|国家(?:机关)?工作人员|财政供养人员|工作人员|干部职工|教职工|中小学教师|在职教师)[、和及]?)+(?=[\u3400-\u9fff])"
    "|任何(?:单位|个人|人|企业|部门|组织|干部|党员|机构|人员)(?:[和或、及](?:个人|单位|部门|企业|组织))*(?!的)(?=[\u3400-\u9fff])"
)


def forbidden_behind(words: str, place: int) -> Named | None:
    """Return who is forbidden something right behind 严禁, 不准: 严禁任何单位和个人毁坏设施."""
    found = _FORBIDDEN.match(words, place)
    return Named(start=place, end=found.end(), kind=AddresseeKind.CLASS) if found else None


def told_behind(words: str, place: int, lexicon: Lexicon) -> Named | None:
    """Return the unit that 由 names right behind a modal: 要由县水利局派出工作组."""
    first = _SET_EXAMPLE.match(words, place)
    if first is not None:
        # 一要领导带头: who is to go ahead stands behind the modal.
        return Named(start=place, end=first.end("who"), kind=AddresseeKind.CLASS)
    if _ALL_OF_THEM.match(words, place) is not None:
        # 要各部门加强协作: those who shall do it stand behind the modal.
        both = _BOTH.match(words, place)
        if both is not None:
            return Named(start=place, end=both.end(), kind=AddresseeKind.LIST)
        named = unit_doing(words[place:], lexicon)
        if named is not None and not named.start and not is_fourfold(words, place):
            return Named(start=place, end=place + named.end, kind=named.kind)
        return None
    charged = charged_in(words[place:], lexicon) if words.startswith("由", place) else None
    if charged is None:
        return None
    return Named(start=place + charged.start, end=place + charged.end, kind=charged.kind)


def is_served(name: str, rest: str) -> bool:
    """Tell whether those named before a modal are cared for by what is demanded, and not told to act."""
    return _SERVED.search(name) is not None and _DONE_TO.match(rest) is not None
