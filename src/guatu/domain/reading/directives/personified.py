"""Subjects that are things and yet told to act as persons do, and persons who are only acted upon.

政府投资项目要带头兑付 speaks to whoever runs the project; 滞留旅客要妥善安置 does not speak to the travellers.
"""

import re

from guatu.domain.reading.directives.assigned import charged_in
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_strong, unit_doing
from guatu.domain.reading.units import Named, is_unit, kind_of, unit_before
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
_DONE_TO = late(
    "(?:都|也|全部|一律|及时|优先|逐[户一人个]|立即|尽快|全面|切实|一个不[落漏少]地?)*"
    "(?:每[年季月周天日][^，。；]{0,2}?[一两三四\\d]?[次回遍轮]|[^，。；]{1,8}[底日月旬午天]前)*(?:妥善|上门|随访|体检|建档|入户|逐[人户家一]|安置|救治|救助|安抚|疏散|转移|送[到回返医]|照顾|照看|保障|纳入|登记造册|稳控|管控|盯防|劝[返离]|(?:撤[离出回到]|回港|上岸|避险)|回访|慰问|关爱|有人|优先)"
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


_REALM_ACTS = re.compile(
    "[对在要将把以用抓能多再不继切加进勇敢紧主积充抢先争乘奋创率深全发持树立当大努保早勤走守做打聚突建办育引强拿][\u3400-\u9fff“]"
)
_NO_REALM = re.compile(
    "[的了是和与及各全本该这那此其每有无不将要须应能会在对把被让使给由从向到为以因一二三四五六七八九十两个们他她它我你]|[县市区镇乡村前后上下里中时]$"
)


# 厕改要跟上: what is done there, and no county.
_ACTIVITIES = frozenset(
    ("厕改", "改厕", "屠宰", "控辍", "禁猎", "稳岗", "粪污", "纾困", "延链", "补链", "腾退", "禁钓")
)


def realm_in(words: str, lexicon: Lexicon) -> Named | None:
    """Return the short name of a county that words consist of: 洑塬, by being no word of the language."""
    if len(words) != _REALM or _NO_REALM.search(words) or not _HAN.fullmatch(words):
        return None
    usage = lexicon.usage
    if not usage.common_words or words in usage.common_words or words in usage.verbs:
        return None
    if words in usage.verbal_nouns or words in _ACTIVITIES:
        return None
    if min(usage.signs.get(sign, 0) for sign in words) > _RARE and words[-1] not in _OF_PLACES:
        return None
    return Named(start=0, end=_REALM, kind=AddresseeKind.UNIT)


def realm_at_front(words: str, lexicon: Lexicon) -> Named | None:
    """Return the short name of a county that a wish turns to: 希望洑塬把短板补上."""
    return realm_in(words[:_REALM], lexicon) if _REALM_ACTS.match(words, _REALM) else None


# 困难户取暖补贴，县财政局要…: what they get or have is the matter, not what they do.
_GETS = re.compile("(?:户|者|人|民|员|农|生|师|医|工|干部|群众|对象|人员|家属)$")
_MATTER = late(
    "[\u3400-\u9fff]{0,6}(?:补贴|补助|津贴|费用?|经费|资金|工资|待遇|款项?|问题|难题|隐患|诉求|手续|名单|台账|数据|信息|安全|住房|产权|编制|职称|学位|用地|用水|用电|饮水|就业|就医|入学|出行|停车|的事)"
)


def is_matter(name: str, rest: str) -> bool:
    """Tell whether the words behind a name make it a mere matter: 困难户 + 取暖补贴."""
    return _GETS.search(name) is not None and _MATTER.fullmatch(rest) is not None


# 股东涉嫌抽逃出资的线索，: what they did says which, and they are told nothing.
_OF_THEM = late(
    "(?:涉嫌|拖欠|欠缴|欠付|提出|反映|反馈|申报|缴纳|使用|占用|遗留|产生|形成|搭建|承包|承租|租用|持有|投诉|举报|主张|私搭|违建|预缴|预付|交纳|垫付)[^，。；]{0,12}的[\u3400-\u9fff\\d]{2,9}"
)


def is_of_them(name: str, words: str) -> bool:
    """Tell whether behind a name at the front stands what its bearer did, and the thing by that."""
    return words.startswith(name) and _OF_THEM.fullmatch(words, len(name)) is not None


_SHORTEST_TOPIC, _LONGEST_TOPIC = 3, 6


def is_topic_of_office(words: str, name: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a short clause with a name is but what an office behind it must see to: 门店布点，县商务局要…."""
    if not _SHORTEST_TOPIC <= len(words) <= _LONGEST_TOPIC or is_strong(name):
        return False
    modal = find_modal(after, lexicon)
    if modal is None:
        return False
    named = unit_before(after[: modal.start], lexicon)
    return named is not None and not named.start and is_strong(after[: named.end])


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
    done_to = is_served(name, rest) or is_seen_to(name, rest)
    return None if done_to or _IN_STATE.fullmatch(name) is not None else named


# 体育馆要年底前封顶, 隧道要贯通: what is to become of a building is told to whoever builds it.
_BUILDING = re.compile(
    "(?!各|所有|有关|相关|在建)[\u3400-\u9fff、\\d]{0,14}(?:卫生室|片区|小区|标段|路段|河段|管线|管网|机井|泵站|水库|大坝|厂房|宿舍|食堂|活动室|公厕|楼|馆|场|中心|站|隧道|大桥|桥|公路|道路|公园|库|医院|学校|小学|中学|幼儿园|大楼|码头|基地|项目|工程|市场|广场|渠|水厂|电厂|线路|驿站|场所|敬老院|剧院|影院|停车场|管网|泵房|闸)$"
)
_BECOMES = late(
    "(?:确保|力争|争取|尽快|尽早|早日|抓紧|加快|按期|如期|按时|务必|全部|全面|也|都|就|在|于|[^，。；]{1,10}(?:前|底|内|旬)){0,4}(?:封顶|贯通|投用|投入使用|投入运营|建成|开工|竣工|完工|通车|通水|通电|通气|送电|启用|交付|开业|开馆|开园|投产|达产|落成|开建|动工|合龙|成型)(?=$|[，。；、])"
)


# 网格员要配齐配强, 护林队伍要稳住: who is to be taken on or kept is told nothing.
_STAFF = re.compile(
    "(?!各|所有|有关|相关)[\u3400-\u9fff、]{1,14}(?:员|长|师|工|队伍|力量|人手|班子|干部|骨干|教师|医生|村医|人才|队)$"
)
_STAFFED = late(
    "(?:再|都|也|全部|尽快|优先|及时|一次性|就近|从[\u3400-\u9fff]{1,6}中)*(?:配(?:齐|足|强|好|备)|选(?:优|好|准|配|强|聘|派好)|补(?:齐|足|充|上|强)|充实|招(?:聘|录|满|足)|稳(?:住|定|得住)|留(?:住|得住)|用好|管好|建(?:好|强|起来)|训(?:好|练好)|换(?:掉|下)|增配|增加|扩(?:充|编)|调(?:优|整|配)|引(?:进|得)|育好)(?=[，。；、]|$|配|选|管|用|训|建|到)"
)


# 古镇核心区禁止燃放: where a thing is forbidden, and nobody told.
_WHERE_FORBIDDEN = late(
    "(?!各|所有|有关|相关)[\u3400-\u9fff、]{0,14}(?:核心区|缓冲区|保护区|城区|镇区|片区|库区|禁[\u3400-\u9fff]{1,3}区|河段|江段|路段|水域|海域|流域|岸线|滩涂|滩涂地|区域|范围|范围内|街区|街巷|古城|老城|林区|牧区|两侧|沿线|周边|以内|主干道|人行道|绿化带|公交站台)"
)


def is_where_forbidden(name: str) -> bool:
    """Tell whether what stands before a prohibition is a place by its form: 古镇核心区, 国道两侧."""
    return _WHERE_FORBIDDEN.fullmatch(name) is not None


# 老渡口要留住, 候车厅要有热水, 路灯要亮起来: what is to become of a place or a thing nobody but its keeper sees to.
_KEPT = late(
    "(?:都|也|尽量|尽快|全部|一定|必须|至少|真正|重新|早日)*(?:留(?:住|下来|得住)|保(?:住|留|得住)|(?:亮|用|转|动|热|活|火|美|畅|通|立|建|修|补|腾|拆|搬|扩|改|清|疏|护|管)(?:起来|出来|下来|上去)|重新(?:开|用|启用)|恢复(?:原状|通车|供[水电气热])"
    "|有(?:热水|暖气|空调|灯|水|电|人[管修看守值]|标[识牌志]|围[挡栏]|护栏|遮[阳雨]|座[椅位]|厕所|路灯|监控|档案|台账|记录)|(?:装|配|铺|挂|贴|安|通|接|架|换|刷|盖|种|围|垫|加)上(?![报级门])|[加拓拉整夯压抬垫](?:宽|高|厚|固|直|实|平))"
)
_PLACE = re.compile(
    "(?!各|所有|有关|相关|在建|每)[\u3400-\u9fff、]{0,10}(?:渡口|码头|站台|候车[厅室亭]|大厅|休息室|宿舍|食堂|教室|操场|厕所|公厕|路口|路段|道路|便道|街巷|巷子?|桥|堤|坝|渠|井|管网|管道|线路|路灯|护栏|广场|公园|游园|花园|市场|集市|站点|站|窗口|老街|老屋|古树|古村|村落|祠堂|厂房|仓库|冷库|库房|烘干塔|大棚|棚|牌子|品牌|招牌|老字号|手艺|队伍|机制|平台|系统|阵地|场地|场所|片区|小区|院子|窑洞|驿站)$"
)


# 网吧、旅馆要逐家查, 散乱污企业要坚决取缔: counted by their own measure, or dealt with, they do not act.
_WATCHED = re.compile(
    "(?!各|所有|有关|相关)[\u3400-\u9fff、]{0,24}(?:企业|公司|店|铺|站|吧|厅|馆|院|园|机构|作坊|摊点|经营点|厂|场所|工地|商户|酒店|医院|学校)等?"
)
_LOOKED_OVER = re.compile(
    "(?:都|也|一律|全部|再)*(?:逐[家店个一户站点]|挨家(?:挨户)?|一家一家|一个一个)地?(?:查|检查|排查|过筛子?|过堂|走访|摸排|督查|整治|清理|跑|核查|核实|会诊|把脉|辅导|验收)(?:到位|一遍|到底)?(?=$|[，。；、])"
    "|(?:坚决|彻底|依法|从严|大力|用心|加快|全部|一律|重点|精心|全力)*(?:严管|严查|严打|严惩|取缔|关停|清退|出清|培育|扶持|培植|帮扶|招引|淘汰)(?=$|[，。；、])"
)
# 物流业、餐饮业、夜市要随时查: a trade does not look itself over.
_TRADE = re.compile(
    "(?!各|所有)(?:[\u3400-\u9fff]{1,10}、)*[\u3400-\u9fff]{1,6}(?:(?<!企)业|夜市|业态|小餐饮|小作坊)(?:、[\u3400-\u9fff]{2,10})*等?"
)
_GONE_OVER = re.compile(
    "(?:(?:随时|逐[一家个]|定期|天天|全面|重点|反复|一起)(?:查|整|管|巡|抓|盯|检查|排查|整治)(?=$|[，。；、])、?)+"
)

_SEEN_TO = (
    (_BUILDING, _BECOMES),
    (_STAFF, _STAFFED),
    (_PLACE, _KEPT),
    (_WATCHED, _LOOKED_OVER),
    (_TRADE, _GONE_OVER),
)


def is_seen_to(name: str, rest: str) -> bool:
    """Tell whether what stands before a modal is finished, staffed or kept by others, and told nothing: 老渡口要留住."""
    return any(
        what.fullmatch(name) is not None and done.match(rest) is not None for what, done in _SEEN_TO
    )


_SET_EXAMPLE = re.compile(
    "(?P<who>(?:领导|党员|机关)?干部|领导班子?|党员|一把手|主要领导|主要负责(?:人|同志)|书记)(?:们)?(?:带[头队]|率先|先[上行走]|靠前|挂帅|亲自|包[点片案])"
)


# 乡镇和部门: two sorts of bodies that are told together.
_ALL_OF_THEM = re.compile(
    "各(?![自司尽负种项类方有]|就[各其])|有关(?:部门|单位|乡镇)|相关(?:部门|单位|企业)|全体|所有(?=[\u3400-\u9fff]{2,4}(?:干部|党员|人员|单位|部门))|(?:乡镇|镇街|街道|镇村|村组|部门|单位|企业|学校|县乡|上下级|职能部门|村社|社区)[和与、]"
)

_BOTH = late(
    "(?P<one>乡镇|镇街|街道|镇村|村组|部门|单位|企业|学校|职能部门|村社|社区)[和与、](?!(?P=one))(?:乡镇|镇街|街道|镇村|村组|部门|单位|企业|学校|职能部门|村社|社区|家长|家庭)(?=密切|共同|协同|主动|加强|认真|积极|各负|同心|齐心|联手|上下|通力|互相|相互|联动|紧密|各司)"
)


_FORBIDDEN = late(
    "(?:(?:党员干部|领导干部|机关干部|公职人员|国家(?:机关)?工作人员|财政供养人员|工作人员|干部职工|教职工|中小学教师|在职教师)[、和及]?)+(?=[\u3400-\u9fff])"
    "|任何(?:单位|个人|人|企业|部门|组织|干部|党员|机构|人员)(?:[和或、及](?:个人|单位|部门|企业|组织))*(?!的)(?=[\u3400-\u9fff])"
    # 严禁临街商户店外经营: those who trade or build, and what they are wont to do wrong.
    "|(?:沿[街路线河江]|临街|临路|各|广大|辖区)?(?:商户|经营户|经营者|商家|商贩|摊贩|摊主|店主|(?:施工|建设|生产经营|经营|餐饮|物业)(?:单位|企业)|养殖场?户|从业人员|承租户|产权人)"
    "(?=擅自|私自|违[规法章]|随意|肆意|故意|乱|偷|出[室店]|占[道用]|店外|在|将|把|以|向|超|无证|未经|未按)"
)


def forbidden_behind(words: str, place: int) -> Named | None:
    """Return who is forbidden something right behind 严禁, 不准: 严禁任何单位和个人毁坏设施."""
    found = _FORBIDDEN.match(words, place)
    return Named(start=place, end=found.end(), kind=AddresseeKind.CLASS) if found else None


# 二要县民政局把好准入关: an office by its name, and what it is to do with a thing.
_OFFICE_WITH_OBJECT = re.compile(
    "(?P<who>[^，。；：由对把将向同与和、]{2,16}?(?:局|委|办|行|会|院|队|站|所|中心|公司|集团|镇|乡|街道))(?:把[好紧牢住]?|将)(?=[\u3400-\u9fff]{2})"
)


def told_behind(words: str, place: int, lexicon: Lexicon) -> Named | None:
    """Return the unit that stands right behind a modal: 要由县水利局派出工作组, 要各部门加强协作, 要县民政局把好准入关."""
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
    office = _OFFICE_WITH_OBJECT.match(words, place)
    if office is not None and is_unit(office["who"], lexicon):
        kind = kind_of(office["who"], lexicon)
        return Named(start=place, end=office.end("who"), kind=kind)
    charged = charged_in(words[place:], lexicon) if words.startswith("由", place) else None
    if charged is None:
        return None
    return Named(start=place + charged.start, end=place + charged.end, kind=charged.kind)


def is_served(name: str, rest: str) -> bool:
    """Tell whether those named before a modal are cared for by what is demanded, and not told to act."""
    return _SERVED.search(name) is not None and _DONE_TO.match(rest) is not None
