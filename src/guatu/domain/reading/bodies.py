"""Bodies that an article names by a name of their own: offices, towns, zones, firms, and the rest."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.own_names import is_any_of_its_kind, opens_no_name
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import AddresseeKind, Directive


class NamedBody(NamedTuple):
    """A body where a paragraph names it: half-open place in its words, kind, and by what it was found."""

    paragraph: int
    start: int
    end: int
    kind: str
    source: str


_ENDINGS = (
    (
        "enterprise",
        re.compile(
            "(?:公司|集团|企业|厂|购物中心|购物广场|酒楼|酒店|饭店|超市|连锁店|分店|门店|大药房|加油站|充装站|物流园|商城|百货|银行|信用社|农商行|农发行|支行|分行|合作社|水泥|矿业|煤业|煤矿|铁矿|储能|科技|新材料|农场|牧场|电厂|药业|食品|酒业|建材|铸造|重工|电子|纺织)$"
        ),
    ),
    (
        "zone",
        re.compile(
            "(?:开发区|高新区|园区|产业园|工业园|示范区|景区|保税区|集聚区|集中区|经开区|度假区)(?:管委会)?$"
        ),
    ),
    (
        "government",
        re.compile("(?:镇|乡|街道|街道办|政府|办事处|社区|村|苏木|嘎查|民族乡)$"),
    ),
    (
        "department",
        re.compile(
            "(?:局|分局|委|委员会|办|办公室|大队|支队|中心|队|(?:公路|工务|养路|养护|机务|电务|车务|供电)段|部|厅|指挥部|专班|站|所|(?<![老利究生学医属舍大])院|公安|消防|应急|住建|工信科|联社|总站|总队|机关|法院|检察院|政法委|纪委|监委|宣传部|组织部|督查室|政研室|研究室|统战部|团委|团县委|团区委|团市委|总工会|妇联|残联|工商联|供销社|管委会|党校|科协|红十字会|主席团|[\u3400-\u9fff]{3}领导小组|[经政]研室|航标处|海关|海事处|代表团)$"
        ),
    ),
    (
        "other",
        re.compile(
            "(?:学校|中学|小学|幼儿园|大学|学院|医院|卫生院|敬老院|福利院|养老院|协会|商会|学会|林场|基金会|研究院|研究所|[\u3400-\u9fff]{2}处|图书馆|文化馆|博物馆|剧团|志愿队|联盟|[一二三四五六七八九十][中高小]|初中|高中|职高|职中|侨中|附中|附小|完小|中心校|实小|实验校)$"
        ),
    ),
)
_NO_NAME = re.compile(
    "[^，]*带队$|(?:[乡镇县市村]|街道|社区)（|[^，]*住房(?:和)?(?:城乡)?$|[^，]*局局$|工作专班$|寄宿|民办|公办|专业|考点|中小学|(?:乡|苏木|村)镇|镇街|[十\\d]+届|[^，]{0,4}纪检监察机关$|[^，]{0,2}(?:保险|快递|物业)公司$|[县市区旗]直(?!机关工委)|自治区党|驻外|[^，]*(?:换热站|怎么办|督办)$|[一二三四五六七八九十][是要]|.*(?:，|以来|要指导|部门和|办公室和|企业找)|协助|亲自|[一二三四五六七八九十]+届|专业|中小学|考点|保险公司|县城(?![^，]{1,4}局$)(?![管市发投乡建])|”|行政村$|沿[海江河湖][镇乡]|驻[镇村乡][^，]{0,3}工作队$|问|[^，]?[县区市旗]住房城乡$|镇党委$|乡党委$|各|要(?!素)|须|与会|参会|到会|和(?![平盛顺田静林]|[\u3400-\u9fff][镇乡])|[及与]|有关|相关|所有|全|本|该|我|这|那|其|多|两|[三四](?=[个家名所级方支大类])|几|部分|一些|上级|下级|省市|市县|县乡|镇村|乡村|城区|农村|上述|职能|成员|责任|承办|牵头|主管|属地|基层|一线|重点|规上|龙头|施工|建设|监理|设计|在建|涉|用煤|用水|用电|燃气企业|采砂企业|合作社$|企业$|公司$|政府$|部门|机关$|单位|学校$|医院$|党委|党组|支部|县委$|市委$|省委$|区委$|旗委$|县政府$|市政府$|省政府$|区政府$|旗政府$|国务院|党中央|中央$|督查组|检查组|督导组|调研组|工作组|专家组|领导小组$|县委、|常委$|[\u3400-\u9fff]{2,5}企业$|[^，。]{0,4}(?:乡镇街道|有关乡镇|老干部)$|工商联$|[^县市区旗]{2,5}机关$|[^县市区旗镇乡]{2}合作社$|.*干部$|[东南西北中]{1,2}部$|农商行$|农业农村$|新农村$|园区$|景区$|社区$|街道$|乡镇$|指挥部$|专班$|中心$|办公室$|项目部$"
)
_NAMED_KINDS = (AddresseeKind.UNIT, AddresseeKind.LIST, AddresseeKind.ENTERPRISE)
_LISTED = re.compile("[、及]|与(?!会)|和|等")
# 县人大社会建设与科教委员会, 自然资源和规划局: a joint within a name.
_JOINS = ("和", "与")
_INSIDE = re.compile(
    "由|关于|(?<=[局委办镇乡队心所站厅院会道])对(?![外口台接])|部分|等(?:乡镇|[镇乡村]|街道|社区)$|成员单位|要(?:会同|指导|加强|求)|找|怎么|协助|听到|责令|[，。；：”]|以来|部门和|到(?!岸)|率|赴|抽查|致电|强调|会同|牵头|亲自|办没办|带着|(?:年底|月底|节|汛期?)前|听取|联系|拨通|建议|回来|董事长|代表(?!处)|[一二两三]次|一行|各|常委|领导(?!小组)|叮嘱|吃住|[等两][镇乡]|在|把|情况|意见|问题|精神|内企业|的|[一二三四五六七八九十两几\\d]+[个家所名]|\\d"
)
_FRONT = re.compile(
    "(?:[（(][一二三四五六七八九十\\d]+[）)]|[一二三四五六七八九十\\d]+[、.]|听取|责成|要求|让|请|由|经|对|据|在|会上|会前|会后|其中|随后|同时|还|并|带领|率领|率)+"
)
_REPORTED = re.compile(
    "(?:听取|连线|视频连线|调度)(?:了)?(?P<list>(?!指挥)[^，。；：的]{3,60}?)(?=关于|的|，|。|；|$)"
)
# 某食品公司负责人反映: a firm speaks through whoever heads it.
_SPOKE = re.compile(
    "(?<![^。；”])(?P<list>(?:(?![对向由把在])[\u3400-\u9fff]){4,18}?)(?:有关|主要|相关)?负责(?:人|同志)(?:说|反映|介绍|表示|告诉|坦言)"
)
_BUILT = re.compile("由(?P<list>[^，。；：由]{4,20}?)(?:承建|承办|实施|建设|运营|承担|主办|投资)")
_FOUNDED = re.compile(
    "(?:成立|组建|创办|注册|引进|入驻)(?:了)?(?P<list>[\u3400-\u9fff]{3,14}?(?:合作社|公司|集团|协会))"
)
_TOOK_PART = re.compile(
    "(?<![^，。；])(?:带领|率领?|由)?(?P<list>[^，。；：]{3,120}?)(?:等(?:有关|相关|县直)?(?:单位|部门|乡镇)*)?(?:的?(?:主要|有关|相关|分管)?(?:负责(?:人|同志)|领导))?(?:参加|出席|列席|一同|陪同|随同|随行|参会)"
)
# 甲局、乙局、丙局等8个部门: bodies that a count of offices sums up.
_COUNTED = re.compile(
    "(?<![^，。；：])(?P<list>[^，。；：]{3,90}?)等[\\d一二三四五六七八九十]+[个家](?:县直|市直)?(?:部门|单位|乡镇)"
)
_LED = re.compile(
    "(?:带领|带着(?=[县市区旗盟省])|率领?)(?P<list>[^，。；：]{3,60}?)(?=深入|来到|前往|赴|到(?!岸)|对|就|开展|进行|检查|调研|督|先后|[，。；：]|$)"
)
# 某某在县政府办、教育局等单位负责人的陪同下，.
_IN_COMPANY = re.compile(
    "(?<!存)(?<!现)在(?P<list>[^，。；：在]{3,90}?)(?:等[^，。；：、]{2,12})?(?:的?(?:主要|有关|相关|分管)?(?:负责(?:人|同志)|领导))?的?陪同下"
)
# Each with the words one of which it cannot do without.
_LISTS = (
    (_TOOK_PART, ("参加", "出席", "列席", "一同", "陪同", "随同", "随行", "参会")),
    (_IN_COMPANY, ("陪同下",)),
    (_LED, ("带领", "带着", "率")),
    (_COUNTED, ("等",)),
    (_SPOKE, ("负责",)),
)
_CLAUSE = re.compile("(?<![^，。；：）讯])[^，。；：]+")
_LONGEST_NAME = 24
_ACT = "(?:汇报|作了?(?:发言|交流|汇报|表态|通报|情况)|作(?:表态|交流|典型|检讨|书面|大会|重点)?发言|(?:主要负责人)?(?:现场|当场|分别)(?:予以)?(?:回应|答疑|点评|答复|解答)|作(?:书面|补充|简要|具体)*(?:情况)?说明|点评|发言|通报|介绍|选派|每月派|派出?(?!所)|建起|组织|开展|联合(?!创始|体|社|会|国|执法|党)|承建|举办|主办|推出|投入|新开通|新增设?|常年|在[^，。；]{2,12}(?:建|办)|上台|表态)"
# Few clauses tell of an act: the sign that it begins with rules out most places at one look.
_ANY_ACT = re.compile(f"(?=[汇作主现当分点发通介选每派建组开联承举推投新常在上表]){_ACT}")
_ACTS = re.compile(
    f"(?=[上主举也介作依先分发围在对就常建开当承技投推新有根每汇派点现的相组结联表负还进选通针面])(?:分别|依次|先后|也|还|(?<=[局委办镇乡队心所站厅院会道])(?:对|针对|面向)[^，。；]{{2,20}}|就[^，。；]{{2,20}}|围绕[^，。；]{{2,20}}|(?:结合|根据)[^，。；]{{2,20}}|(?:主要|有关|相关)?负责(?:人|同志)|的?技术员){{0,3}}(?:进行了)?{_ACT}"
)
_POST_AFTER = re.compile(
    "(?:党组|党委|党工委|党支部)?(?:书记|副?局长|副?主任|副?部长|副?镇长|副?乡长|董事长|总经理|经理|副?校长|副?院长|负责人|有关负责|干部|职工|党员|副?队长|副?站长|副?所长|研究员|总)"
)


def body_kind(words: str) -> str | None:
    """Return the kind of a body that its own name tells, or None for what is no name of its own."""
    if len(words) < 3 or not ends_like_body(words):
        return None
    if _NO_NAME.match(words) or _INSIDE.search(words):
        return None
    if opens_no_name(words) or is_any_of_its_kind(words):
        return None
    return next((kind for kind, ending in _ENDINGS if ending.search(words)), None)


# 分送：县委办公室: whom a paper is sent to, and the house it was met in, have no part in it.
_FOOT = re.compile("(?:抄送|抄报|分送|主送|发送|印发|共印|发|抄|报|送|签发|(?:会议)?地点)：")


def is_foot(text: str) -> bool:
    """Tell whether a paragraph but says whom a paper is sent to, or where its meeting was held."""
    return _FOOT.match(text) is not None


_ANY_ENDING = re.compile("|".join(f"(?:{ending.pattern})" for _, ending in _ENDINGS))
_LONGEST_ENDING = 6
# Every ending ends with a Chinese character, before the next one or the bracket that closes them.
_LAST_SIGNS = frozenset(re.findall("[\u3400-\u9fff](?=[|)])", _ANY_ENDING.pattern))


def ends_like_body(words: str) -> bool:
    """Tell whether words end as names of bodies do, whatever stands in front."""
    # The last sign alone rules most words out.
    if words[-1:] not in _LAST_SIGNS:
        return False
    return _ANY_ENDING.search(words, max(0, len(words) - _LONGEST_ENDING)) is not None


def parts_of(words: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of the names in a list of bodies (自然资源和规划局 is one)."""
    start = 0
    for found in _LISTED.finditer(words):
        if found.group() in _JOINS and body_kind(words[start : found.start()]) is None:
            continue
        yield start, found.start()
        start = found.end()
    yield start, len(words)


def _named_at_front(words: str) -> int:
    """Return how many characters at the front are the name of a body, the longest there is."""
    for end in range(min(len(words), _LONGEST_NAME), 2, -1):
        if body_kind(words[:end]) is not None:
            return end
    return 0


def acting(strands: Sequence[Strand]) -> Iterator[tuple[int, int, int]]:
    """Yield bodies that act or report in the narration: paragraph and half-open place."""
    for number, strand in enumerate(strands):
        plain = strand.plain
        if is_foot(plain):
            continue
        for pattern, tells in _LISTS:
            if not any(one in plain for one in tells):
                continue
            for found in pattern.finditer(plain):
                for start, end in parts_of(found.group("list")):
                    yield number, found.start("list") + start, found.start("list") + end
        for pattern in (_REPORTED, _BUILT, _FOUNDED):
            for found in pattern.finditer(plain):
                base = found.start("list")
                for start, end in parts_of(found.group("list")):
                    named = _named_at_front(plain[base + start : base + end])
                    yield number, base + start, base + start + named
        # Most clauses tell of no act: those that hold none are not looked at.
        acts = iter([found.span() for found in _ANY_ACT.finditer(plain)])
        act = next(acts, None)
        for clause in _CLAUSE.finditer(plain) if act is not None else ():
            while act is not None and act[1] <= clause.start():
                act = next(acts, None)
            if act is None or act[0] >= clause.end():
                continue
            front = _FRONT.match(clause.group())
            shift = clause.start() + (front.end() if front else 0)
            words = plain[shift : clause.end()]
            subject = _subject_end(words)
            if subject is None:
                continue
            for start, stop in parts_of(words[:subject]):
                yield number, shift + start, shift + stop


# What a name cannot end before: 部门, 委员, 局长, 会议.
_GOES_ON = re.compile(
    "局[长面部势限地]|部[门长署位队级]|部分(?!管)|委[员托派书常]|办[公事理法学好成结完案]|会[议长员谈商计展见同]|队[长伍员]|院[长士落校]|所[长有在以需]|站[长点位台]|厅[长]|校[长园]|园[长内林]|[镇乡][长村区域]|村[民委支两级庄干长组]|社[长会区]|场[长地所景面]|厂[长房区家]|中心[校点]|处[长置理]|组[长织成员]|街道[主路]|公司[董总]|行[长业动]|馆[长]|联合[会社]|政府[副工]|办公室[主副]|学校长|区[域委长政直]|团[长员结]|协会长"
)


def _subject_end(words: str) -> int | None:
    """Return where the list of bodies at the front of a clause ends that an act of theirs follows."""
    if _ANY_ACT.search(words) is None:
        return None
    for found in _ACTS.finditer(words):
        heads = "、" in words[: found.start()] and found.group().startswith("负责")
        if found.start() >= 3 and (heads or not _POST_AFTER.match(words, found.start())):
            return found.start()
    return None


def ends_inside_a_word(plain: str, end: int) -> bool:
    """Tell whether what seems the end of a name is the beginning of a word: 交警部|门, 政协委|员, 县水利局|长."""
    return _GOES_ON.match(plain, end - 1) is not None


def addressed(directive: Directive) -> Iterator[tuple[Span, int, int, str, str]]:
    """Yield the bodies that a directive addresses by a name of their own.

    Each is the place in the source of who is told, the half-open place in those words without white space, name and kind.
    """
    if directive.repeats is not None:
        return
    for one in directive.addressees:
        if one.kind not in _NAMED_KINDS:
            continue
        words = "".join(one.text.split())
        for start, end in parts_of(words):
            kind = body_kind(words[start:end])
            if kind is not None:
                yield one.span, start, end, words[start:end], kind
