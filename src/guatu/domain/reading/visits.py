"""Where a visit went: the places and bodies after 来到, 走访, 先后深入, and in 在某处，."""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.bodies import NamedBody, body_kind
from guatu.domain.reading.firm_names import ends_like_firm, is_own_word, of_firms
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import sought
from guatu.domain.reading.run_as_bodies import runs_as_body
from guatu.domain.reading.scenes import scenes_in
from guatu.domain.reading.site_classes import is_any_site
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import VisitedPlace
from guatu.domain.reading.visit_objects import objects_of_looking

_LISTED = re.compile(
    r"等(?:多[个处家所条座]?|主要|重点)?(?:[\u3400-\u9fff]{0,4}(?:点|场所|学校|景区|园区|小区|社区|站点|路段|河道|水库|工地|市场|街道|乡村|院落|网点|车间|设施|工程|基地|区域|部位|窗口|街区|商铺|商圈|卡口|堤段))|等(?:地|企业|处|现场|项目|单位|乡镇|公司|村|点位|部门|园区|重点项目|\d+[家个处所]|[一二三四五六七八九十]+[家个处所]|，|。|$)"
    r"|等(?:[两二三四五六七八九十\d]+个?)?(?:乡|镇|街道|苏木|社区|嘎查)(?=[，。；]|和|及|$|进行|开展|调研|检查|督[导查]|指导|走访|慰问|暗访|巡)"
    r"|[两三四五六七八九十\d]+[家个处所](?:重点|骨干|规上|规模以上|民营|工业|龙头|涉农|县直)*(?:企业|单位|项目|点位|现场|村|公司|学校)?"
)
# 深入安平、白石等镇: towns by short forms are no places, nor bodies of the record.
_TOWNS = re.compile("等(?:[两二三四五六七八九十\\d]+个?)?(?:镇|乡|街道|苏木)")
_FIRMS = re.compile("企业|公司|厂家")
# 保和镇, 云和社区: there 和 is part of a name.
_AND = "(?:(?<=[点站村区园厂场院校库路桥])和(?=[镇乡](?:农村|卫生|敬老|养老|福利|便民))|(?<![颐祥泰瑞仁协雍昌嘉])(?<![、，][\u3400-\u9fff])和(?!路街道|路社区|[镇乡村屯]|社区|街道|平[路街里小社村]|[谐睦顺美煦畅润盛悦祥泰丰兴瑞贵][\u3400-\u9fff]{0,3}(?:[一二三四五六]期|家园|花园|嘉园|小区|新村|社区|苑|园|府|城|里|庭|居|公馆|农贸市场|市场|广场|大厦|路|街|镇|乡|村))(?=[\u3400-\u9fff]{2}))"
# 甲工程及乙渡槽, 某河某段及某坝: there 及 parts two sites.
_WITH = "(?<=[村园区厂站库场校院湾桥路河馆所目田点心城段程坝闸沟])及(?=[^、，。；及和]{2,16}?(?:村|社区|水库|桥|路|河|站|厂|园|区|工地|项目|工程|基地|中心|公司|学校|中学|小学|医院|段|坝|城|广场|现场|点|渡槽|倒虹吸)(?:[、，。；和等]|$|以及|进行|开展|实地|现场|调研|检查))"
_ITEM = re.compile(
    rf"[^、]+?(?=、|以及|(?<=[村屯镇乡园区厂站库场校院湾桥路街河馆司所目田地点矿间心店城])及(?=[\u3400-\u9fff]{{1,4}}[镇乡县街]|[县市区旗][\u3400-\u9fff])|{_WITH}|{_AND}|$)|(?<=和)[^、和]+|(?<=以及)[^、]+|(?<=及)[^、]+"
)
_AT = re.compile(
    r"(?:^|[。，；！？”])(?:在|到了|又?来到了?|又到)(?P<place>[^，。；“”]{3,22}?|[^，。；“”、]{2,12}(?:、[^，。；“”、]{2,14}){2,8}?|[^，。；“”、的]{3,24}(?:公司|集团|厂|合作社)和[^，。；“”、的]{3,24}?(?:公司|集团|厂|合作社))(?:(?:施工|建设|作业)?现场|洞口|门口)?，"
)
_NOT_AT = re.compile(
    r"(?:上|中|时|后|下|期间|同时|前提|过程|方面|基础|情况|领导|陪同|之际|家|家中|里|会|会议|前|内|(?<!车)间|工作|今年|方式)$"
)
_NO_PLACE = re.compile(
    r"(?:进度|情况|流程|台账|资料|记录|成效|质量|参数|环节|储备|要求|精神|是否[^、]*|展板|布局|格局|规模|结构|风貌|布置|长势|苗情|通电|超期|设置|达标|运行|账目|档案|监控|规程|启闭操作|预案|制度)$"
)
# An item that names an activity is none; the others of its list may be places all the same.
_ACTIVITY = re.compile(r"(?:进展|施工|生产|经营|现状|手续|效果|准备|工作|活动|研讨|一次|建设)$")
_GENERIC = re.compile(
    "^(?:高速(?:公路)?|国道|省道|进出|县城|城区)?(?:出入口|进出口|道口)$|^(?:农贸|施工|水产|蔬菜|鲜肉|熟食|老旧|换热|城区|背街|地下|远程会诊|急诊|发热|门诊|分拣|中控|操作|监控|值班|候车|候诊|交通劝导|考务|主要|困难|结对|周边|附近|该|本|县城区?|城区背街|背街|田间|生产|养殖|种植|牧民|农家){1,2}(?:市场|小区|小巷|区|站|室|点|停车场|中心|门诊|大厅|车间|路口|街道|厅|房|家|棚舍)$"
    "|^[\u3400-\u9fff][田区厂站点所院馆台库楼路段片岸滩塔]$|^(?:堤防|堤坝|学校|医院|村庄|村子|社区|车站|码头|超市|商场|市场|仓库|工厂|楼道|广场|公园|街头|巷口|院坝|院子|院落|田头|地头|村口|校园|考点|车间|机房|泵房|锅炉房|展厅|实验室|大坝|河道|河堤|现场|施工区|草场|牧区|矿区|水厂|电站|卫生室|敬老院|果园|茶园|养老院|派出所|消防站|服务区|卡点|路口|收费站|步行街)$|设立|门诊楼$|(?:家庭|人员|对象|党员|群众|军人|老人|职工|儿童|居民|村民|员工|战士)[^，、]{0,3}$|^(?:困难|特困|低保|脱贫|烈属|劳模)|^(?:社区|村|镇|学校)?(?:警务|保密|值班|监控|会议|档案|阅览|活动|卫生|医务|调解|观摩|信访接待)室$|农家小院$"
    "|^(?:生产|加工|制造|引线|实训|包装|灌装|装配)?(?:车间|生产线)$|田间(?:地头)?$|一线$|基层$|^[^，]{0,2}现场$|牧户|农户|群众|困难|[^村]{0,3}家(?:中|里)?$|办公室$|会议室$|麦田$|大棚$|城区$|县城$|教室$|食堂$|宿舍$|病房$|厂区$"
    "|企业$|^[^，]{0,3}项目$|各?乡镇$|村组$|部分|有关|相关|重点|全县|我[县区市旗镇乡村]|辖区|沿线$|[市县]级(?![^，、]{2,}(?:库|中心|[站园]|基地|医院)$)|各|一些|多个|[一二三四五六七八九十两\\d]+[家个处]|^[^，]{0,2}工地$|井下|指挥中心$|周转房$|^[^，]{0,2}(?:大厅|窗口)$|^(?:沿线|沿途|一线)|分拣车间$|^企业[^，]{0,6}车间$|现场办公|更(?!新)|靠前"
)
_PLACE_END = re.compile(
    "(?:村|屯|寨|镇|乡|路|街|巷|桥|桥下|站|小区|社区|广场|公园|基地|工程|工地|施工现场|园|园区|区|片区|市场|公厕|隧道|河|河道|河段|湖|水库|灌区|干渠|堤防|大坝|中心|厂|矿|所|院|馆|台|景区|庄园|农场|林场|牧场|码头|港|港区|小镇|示范方|示范区|示范点|标段|路口|入口|出口|收费站|互通|仓库|粮库|车站|商场|超市|商圈|酒店|寺|古城|老街|夜市|美食街|步行街|采区|过磅点|卡点|检查站|服务区|新城|安置点|安置区|项目|产业园|湿地|渔港|岸线|滩|岛|楼|塔|田|果园|山楂园|茶园|合作社|驿站|学校|中学|小学|幼儿园|医院|卫生院|卫生室|敬老院|养老院|福利院|集市|农贸市场|停车场|充电站|变电站|污水处理厂|水厂|电站|泵站|气象站|观测站|消防站|派出所|法庭|嘎查|苏木|草场|沙区|治沙区|林区|校区|车间|库房|机房|水厂|展[厅室]|陈列室|化验室|实验室|研究院|遗址|旧址|码头|(?:复绿|复耕|安置|监测|采样|观测|集中|供应|回收|便民)点|劝导站|[一二三四]期|会现场|(?<!阶)段|(?<![照唱影图卡切题育示传录频短产])片|地带|林带|石屋群|[塘坝荡圩湾闸坪沟岭洲]|断面|采坑|弯道|[沉拦]砂池|泊位|窗口|飞地|平台|水源地|风电场|[旱堆]场|新址|旧址|院区|碧道|栈道|卡口|公墓|桥头|(?<![重难焦亮热观优缺特要起终痛堵节地时早一盲弱疑基支切])点|示范片|麦收|渔村|新村|展馆|档案室|[\u3400-\u9fff]{2}(?<![车总])库|[\u3400-\u9fff]{3}现场|(?:村|村委会)(?!到)[\u3400-\u9fff]{1,5}(?<!到)[组队]|综合体|综合楼|储备库|隧洞[进出]口|渡口|[左右]岸|渡槽|倒虹吸|涵闸|渠首|箱涵|养[牛羊猪鸡鸭鱼蜂驼]场|礼堂|古镇|安置房|扶贫车间)$"
)
# 走进车间看生产、问订单: what follows the verb was done there, and is no further place.
_DOING = re.compile(
    r"(?<![察查])看(?![守护台点])|问(?![询政题])|(?<![检稽巡督调审核普嘎])查(?!验|处?站|干)|听(?![证])"
    r"|了解|详细|仔细|认真|算(?=[^力法])|聊|谈(?!判)|尝|摸(?=[^、]{0,2}[底情])|采取|随机|随访|同[^、]{1,6}(?:交流|交谈)|与(?![^、，]{1,10}(?:交界|接壤|相邻|毗邻|连接|交汇|交叉|[结接]合))"
)
# 书记闫某到大汪镇、马陵镇，调研麦收: a plain 到 is a visit where its purpose follows.
_TO = re.compile(
    r"[到赴](?<![达做得看听想提遇直收找感说接报等延回来走迟签轮谈问用落后入][到赴])(?P<places>[^，。；到]{3,60}?)，?(?=(?:就(?!业)[^，。；]{2,20})?(?:进行[^，。；]{0,6})?(?:专题|集中(?![区安供办住采])|实地|随机|检查|督导|暗访|开展|看望|慰问|走访|视察|宣讲|指导|督查|调研|巡[河林湖查田山]))"
)
# 在某公司的车间里开了一场现场会: where something goes on, somebody went.
_WITHIN = re.compile(
    r"在(?P<place>[^，。；“”的在]{3,22}?(?:公司|集团|合作社|[\u3400-\u9fff]{2}厂|[\u3400-\u9fff]{2}村|社区|小区|嘎查|基地|[\u3400-\u9fff]{2}(?:站|考点|水库|市场|工地|小学|中学|医院)))的[^，。；]{1,8}[里上内旁前口]"
)
_SCENE = re.compile(
    r"^(?!在|[^，]*(?:一行|来到|走进|走到|到达|抵达|深入|[察查]看))(?P<place>[\u3400-\u9fffA-Za-z\d]{4,24}?)(?:(?:施工|建设|作业)?现场)，"
)
_NO_GOING = re.compile(
    r"(?:学习|贯彻|开展|研究|分析|推进|实施|剖析|挖掘|落实|推动|了解|打好|到位|细致|交流|排查|整治|四季度|年底|全年|研讨|人心|融合|户|岗|百分|以上|以下|不少于|率)"
)
# 察看甲水库、乙水库的蓄水运行情况: what is looked at there is no part of the names.
_BARE_CASE = re.compile(
    "(?:建设|施工|运行|运营|改造|修复|推进|管护|开工|复工|整治|治理|使用|投用|供水|蓄水|扩建|迁建|提升|实施|除险加固){1,2}(?:推进|进展|实施|落实)?(?:情况|进度|状况|进展)$"
)
_OF_CASE = re.compile("(?<=[\u3400-\u9fff]{4})的[^的、]{0,14}(?:情况|进度|进展|状况|效果|质量)$")
# 走进某镇及冬修水利、备耕物资等几件事: such a list is not of stops alone.
_MATTERS = re.compile("(?:重点|中心|专项|具体|日常)?(?:工作|任务|事项|环节|部位)")
_SHORT = 3
_TOWN = 4
_HOLDS_ACT = re.compile(
    "听取|了解|询问|检查|调研|督导|慰问|看望|征求|宣讲|开展|指导|工作|情况|[查看问]"
)
_PURPOSE = re.compile(
    r"(?:走访|慰问(?!站)|调研(?!基地)|检查(?![站点])|督导(?!室|中心)|督查(?!室|局)|巡查(?![站点队]|[中大]队)|看望|指导(?![站员]|中心)|暗访|视察|考察(?![站点])|了解|宣讲(?![所堂]|基地)|开展|实地|进行|就(?![业学读医诊近])|，).*$"
)
_DEMANDED = re.compile(r"[要须]|应$|(?:必须|进一步|持续|坚持|组织|派人)$")
# Villages and parks are visited as places, though they may be told to act.
_SITES = (
    "村",
    "社区",
    "嘎查",
    "产业园",
    "小镇",
    "中心",
    "站",
    "所",
    "部",
    "林场",
)
_SITE = re.compile(
    "(?:施工|建设|作业|改造)?现场$|(?<=[学中高校])考点$|(?<=期)工地$|(?:洞口|门口|门前|入口处|大门口|后厨)$"
)


# 深入到某乡, 来到挂点的某村: what leads up to the name of a place.
_AHEAD = re.compile(
    "(?:到|至|我[县市区旗]|全[县市区旗]|该[县市区旗镇乡](?=[^、]{3}))?(?:(?:自己)?(?:挂点|挂钩|挂联|挂包|联系|联点|包联|包保|包抓|包扶|帮扶|帮联|结对|对口|蹲点|驻点|所在|位于|地处|坐落[在于]|刚[^，。；的]{2,6}|新近[^，。；的]{2,6})[^，。；、的]{0,8}的|[^，。；、的]{0,4}(?:较|最|更|特别|比较|相对)[大小多少高低重远偏集强差好][^，。；、的]{0,2}的|(?:新|刚|刚刚|即将)(?:投用|启用|落成|建成|开业|投产|开工|引进|完工|改造)的)?"
)


@lru_cache(maxsize=4)
def _going(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(
        f"{sought((lexicon.place_verbs, ''))}(?:了)?(?!(?<=了)解)(?P<places>[^，。；：]{{2,240}})"
    )


_FIRM_IN = re.compile(
    "[^的、，]{2,24}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|合作社)(?=[^的]|的)"
)
_OF = re.compile("的(?=[^的]{1,8}$)")
_GONE_ROUND = re.compile("先后|依次|分别|一路|沿途|逐一")


# 先后来到甲村、乙村，某镇丙村等地: the list goes on with the places of another town.
_CARRIED = re.compile(
    "(?:，(?!实地|详细|认真|了解|看望|听取|检查|[与对就]|察看|查看|调研|现场|深入|要求)[\u3400-\u9fff]{2,4}(?:镇|乡|街道|苏木)(?!党|副?[镇乡]长|主要|负责|人大|政府|等)[^，。；：]{2,60})+"
)


def _carried(plain: str, found: re.Match[str]) -> str:
    """Return the words of a list of stops with the places of other towns that commas part from them."""
    more = _CARRIED.match(plain, found.end())
    words = found.group("places")
    if more is None or "、" not in words:
        return words
    return words + more.group().replace("，", "、")


def _hint(closing: str) -> str | None:
    """Return what the words that close a list say of its items: 等企业, 等乡镇."""
    if _FIRMS.search(closing):
        return "enterprise"
    if closing.startswith(("等考点", "等学校", "等中小学")):
        return "other"
    if _TOWNS.fullmatch(closing):
        return None
    return "government" if closing.startswith(("等乡镇", "等镇", "等街道")) else None


_JOINT = re.compile(f"以及|{_AND}|及")


def _behind_joint(words: str, start: int) -> int:
    """Return where an item of a list begins behind 和, 及, 以及; the 和 of 和顺家园 is its own."""
    own = start == 0 or words[start - 1] == "、"
    found = None if own else _JOINT.match(words, start)
    return found.end() if found is not None else start


def _gone_to(plain: str) -> Iterator[tuple[int, int, str | None, bool]]:
    """Yield the stops behind a plain 到 or 赴 whose purpose follows, as ``_stops`` does."""
    for found in _TO.finditer(plain):
        listed = _LISTED.search(found.group("places"))
        whole = found.group("places")[: listed.start()] if listed else found.group("places")
        hint = _hint(listed.group()) if listed else of_firms(whole)
        for item in _ITEM.finditer(whole):
            first = _behind_joint(whole, item.start())
            base = found.start("places")
            yield base + first, base + item.end(), hint, False


def _looked_at(plain: str) -> Iterator[tuple[int, int, str | None, bool]]:
    """Yield the sites that a verb of looking takes without any of going: 考察某新城, 对甲水库、乙水库进行检查."""
    for first, last in objects_of_looking(plain):
        whole = plain[first:last]
        listed = _LISTED.search(whole)
        whole = whole[: listed.start()] if listed else whole
        hint = _hint(listed.group()) if listed else None
        for item in _ITEM.finditer(whole):
            start = _behind_joint(whole, item.start())
            yield first + start, first + item.end(), hint, False


def _without_case(words: str) -> str:
    """Return the name of a site whose state is looked at (某大桥建设情况); of a class the words stay as they are."""
    case = _BARE_CASE.search(words)
    if case is None or "、" in words:
        return words
    site = words[: case.start()]
    named = len(site) > _TOWN and _PLACE_END.search(site) is not None
    return site if named and _is_place(site, sure=False) else words


def _stops(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str | None, bool]]:
    """Yield the half-open place of each stop of a visit, what the list says that it is (enterprise, government), and whether it is sure.

    A stop is sure where a list of stops is announced (先后, 等地) or who visits is named right behind it.
    """
    for found in _going(lexicon).finditer(plain):
        words = _carried(plain, found)
        if _NO_GOING.match(words) or _DEMANDED.search(
            plain[max(0, found.start() - 3) : found.start()]
        ):
            continue
        listed = _LISTED.search(words)
        whole = words[: listed.start()] if listed else _PURPOSE.sub("", words)
        mixed = listed is not None and words.startswith("和", listed.end())
        hint = _hint(listed.group()) if listed and not mixed else of_firms(whole)
        matters = listed is not None and bool(
            _MATTERS.match(words, listed.end()) or _TOWNS.fullmatch(listed.group())
        )
        of_works = listed and _OF_WORKS.match(words, listed.start())
        whole = _without_case(_OF_CASE.sub("", whole))
        doing = _DOING.search(whole)
        if doing is not None:
            whole = whole[: doing.start()].rstrip("、")
        of_sites = listed is not None and len(listed.group()) > 1
        if (_NO_PLACE.search(whole) and not of_sites) or (
            not listed and len(whole) > 60 and "先后" not in found.group()
        ):
            continue
        for item in _ITEM.finditer(whole):
            start, end = item.span()
            if whole.startswith("等", start):
                continue
            start = _begins(whole, start, end)
            if of_works and (works := _WORKS.search(whole, start + _TOWN + 1, end)):
                end = works.start()
            round_trip = _GONE_ROUND.search(found.group()[: found.start("places") - found.start()])
            announced = not matters and (round_trip is not None or (listed and "、" in whole))
            base = found.start("places")
            yield base + start, base + end, hint, bool(announced)
    yield from _gone_to(plain)
    yield from _looked_at(plain)
    for found in _WITHIN.finditer(plain):
        yield found.start("place"), found.end("place"), None, False
    scene = _SCENE.match(plain)
    if scene is not None and "的" not in scene.group("place"):
        yield scene.start("place"), scene.end("place"), None, False
    for found in _AT.finditer(plain):
        held = _NOT_AT.search(found.group("place")) or _IN_MATTERS.search(found.group("place"))
        if not held and "的" not in found.group("place"):
            base, whole = found.start("place"), found.group("place")
            for item in _ITEM.finditer(whole) if _SEVERAL.search(whole) else ():
                first = _behind_joint(whole, item.start())
                built = _BUILT.search(whole, item.start(), item.end())
                stop = built.start() if built else item.end()
                yield base + first, base + stop, None, False
            if not _SEVERAL.search(whole):
                yield base, _with_scene(plain, found.end("place"), whole), None, False


def _begins(whole: str, start: int, end: int) -> int:
    """Return where a stop of a list begins: behind what leads to it, a joint, and what is being built."""
    ahead = _AHEAD.match(whole, start, end)
    start = ahead.end() if ahead is not None and ahead.end() < end else start
    start = _behind_joint(whole, start)
    built = _BEING_BUILT.match(whole, start)
    return built.end() if built is not None else start


_IN_MATTERS = re.compile("等(?:方面|领域|环节|工作)")
_OTHER_TOWN = re.compile("[镇乡村街县区]")
_WORKS = re.compile("(?:建设|施工|改造)$")
_OF_WORKS = re.compile("等[^，。；、]{0,8}(?:项目|工程)")
_BEING_BUILT = re.compile("(?:正?在建|新建|拟建|正在建设)的")
_SEVERAL = re.compile("、|(?<=[司厂村社园场站库区桥路校院馆塘闸])和")
# 某路改造、某校新建项目: what is built there is left out of the name.
_BUILT = re.compile("(?:改造|新建|扩建|改建|迁建|提升)(?:项目|工程)?$")
# 详细查看了物业管理、环境卫生整治: what is done, or a part of what is looked at.
_DEEDS = re.compile(
    "(?:管理|服务|整治|治理|配备|秩序|隐患|环境|保持|培植|灌溉|修缮|设备|系统|设施|卫生|防控|防汛|抗旱|防灾|休牧|禁牧|流转|培训|生产|加工|销售|巡护|绿化|亮化|运维|检修|消杀|值守|培育|种植|养殖|救治|接种|排查|监管|保障|储备|宣传|防护|疏导|调度|供应|监测|巡查|执勤|安检|欠缺|不足|缺失|大坝|溢洪道|闸门|启闭机|机组|办公区|办案区|生活区|训练场所|监控室)$"
)
# 柏城大道等地, 某村等十余个安置点: what closes a list is no part of its last name.
_TAILED = re.compile(
    "(?<=[\u3400-\u9fff]{2})(?<![平高中初优上下对])等(?:[地处多十数\\d两三四五六七八九]|[^、等]{0,14}(?:项目|现场|点|工程|小区|路段|企业)?$)"
)
_SURE_END = re.compile(
    "建设$|(?:[上下内外前后时中里间起来去了着过是有要]|[一二三四五六七八九十]要|情况|问题|工作|意见|建议|方案)$"
)


def _is_place(words: str, *, sure: bool) -> bool:
    if is_any_site(words):
        return False
    if (
        sure
        and len(words) >= _SHORT
        and _SURE_END.search(words) is None
        and not _HOLDS_ACT.search(words)
        and not _DEEDS.search(words)
    ):
        return _GENERIC.search(words) is None and _NO_PLACE.search(words) is None
    if _NO_PLACE.search(words) or _ACTIVITY.search(words) or _GENERIC.search(words):
        return False
    return _PLACE_END.search(words) is not None


def _shortens(words: str, name: str) -> bool:
    """Tell whether words are a short form of a name: its characters in order (澜舟船舶)."""
    rest = iter(name)
    return all(sign in rest for sign in words)


def _with_scene(plain: str, end: int, site: str) -> int:
    """Return where a site named by what goes on there ends (某村秋播现场); of one with a name of its own 现场 is no part."""
    return end + 2 if plain.startswith("现场", end) and not _PLACE_END.search(site) else end


def _is_known(words: str, names: tuple[str, ...]) -> bool:
    """Tell whether a stop is one named before: a short form of it, or the same at greater length (某水系甲工程)."""
    return any(
        _shortens(words, one)
        or (words.endswith(one) and _OTHER_TOWN.search(words, 0, len(words) - len(one)) is None)
        for one in names
    )


def _shortened(plain: str, start: int, stop: int) -> int:
    """Return the end of a firm of whose plant a stop is (甲公司城南热源厂), or of what a part belongs to (新址的门诊楼)."""
    firm = _FIRM_IN.match(plain, start, stop)
    if firm is not None and firm.end() < stop:
        return firm.end()
    part = _OF.search(plain, start, stop)
    if part is not None and part.start() - start > _SHORT:
        return part.start()
    return stop


def _end_of(plain: str, start: int, stop: int) -> int:
    """Return where the name of a place ends: without 施工现场, 门口."""
    if (
        plain.endswith("桥下", start, stop)
        and "、" not in plain[start - 1 : start] + plain[stop : stop + 1]
    ):
        return stop - 1
    site = _SITE.search(plain, start, stop)
    if site is None or site.end() != stop:
        return stop
    bare = plain[start : site.start()]
    if site.group() == "现场" and not _is_place(bare, sure=False) and body_kind(bare) is None:
        return stop
    return site.start()


def visited(
    strands: tuple[Strand, ...], source: str, lexicon: Lexicon, *, visitors: tuple[str, ...]
) -> tuple[tuple[NamedBody, ...], tuple[VisitedPlace, ...]]:
    """Return the bodies and the other places that an article says were visited, each once.

    ``visitors`` are the names and words for who visits (甲, 他, 一行): 在某处，甲… is a stop whatever it ends with.

    A short form of a name given before is no place of its own.
    """
    organisations: dict[str, NamedBody] = {}
    places: dict[str, VisitedPlace] = {}
    for number, strand in enumerate(strands):
        for start, halt, hint, announced in _stops(strand.plain, lexicon):
            stop = _shortened(strand.plain, start, halt)
            before = strand.plain[max(0, start - 2) : start]
            at_head = bool(visitors) and before in ("在", "。在")
            sure = announced or at_head or strand.plain.startswith(visitors or ("\n",), stop + 1)
            tail = _TAILED.search(strand.plain, start, stop)
            end = tail.start() if tail is not None else _end_of(strand.plain, start, stop)
            words = strand.plain[start:end]
            if end - start < 2 or _is_known(words, (*organisations, *places)):
                continue
            name, span = strand.named(source, start, end), strand.cover(start, end)
            kind = "enterprise" if hint == "enterprise" else body_kind(words)
            if kind == "government" and strand.plain.startswith("的", stop) and stop < halt:
                continue
            if kind is None and hint == "other" and _GENERIC.search(words) is None:
                kind = "other"
            if kind is None and hint == "firms" and is_own_word(words):
                kind = "enterprise" if _PLACE_END.search(words) is None else None
            if kind is None and hint == "government" and len(words) <= _TOWN:
                kind = "government"
            if kind is None and ends_like_firm(words):
                kind = "enterprise"
            fits = hint in ("enterprise", "other") or not _NO_PLACE.search(words)
            if kind is not None and not _GENERIC.search(words) and fits:
                if hint == "other" or not words.endswith(_SITES) or runs_as_body(words):
                    body = NamedBody(
                        paragraph=number, start=start, end=end, kind=kind, source="visited"
                    )
                    organisations.setdefault(name, body)
                    continue
            if _is_place(words, sure=sure):
                places.setdefault(name, VisitedPlace(name=name, span=span))
        for start, end in scenes_in(strand.plain, visitors=visitors):
            words = strand.plain[start:end]
            known = any(_shortens(words, one) for one in (*organisations, *places))
            if not known and _is_place(words, sure=False) and len(words) > _SHORT:
                name = strand.named(source, start, end)
                places.setdefault(name, VisitedPlace(name=name, span=strand.cover(start, end)))
    return tuple(organisations.values()), tuple(places.values())
