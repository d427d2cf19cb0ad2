"""Units at the front of a clause: who acts there, and whether a verb follows."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.class_ends import end_of_class, longer_class
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.task_names import named_by_task
from guatu.domain.reading.unit_ending import unit_ends
from guatu.domain.reading.unit_patterns import UnitPatterns, unit_patterns
from guatu.domain.reading.unit_prolonged import goes_on, serves_by_trade
from guatu.domain.reading.unit_signs import BREAK
from guatu.domain.reading.unit_times import times_end
from guatu.domain.reading.units import SHORTEST_UNIT, Named, is_unit, named_at, unit_start
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.verbs import is_paired, verb_at

_SIGNS = "\u3400-\u9fffA-Za-z0-9“”（）、·"
_WEAK_END = re.compile("(?:(?<![发园景社灌])区|[县市旗村站所口室院组队科股厂]|(?<!干)部)$")
_NAMED_SO = re.compile("[各县市区旗省局]|有关|相关")
_OFFICE = re.compile(
    "(?:教育|体育|文化|旅游|文旅|民政|财政|审计|统计|卫生健康|卫健|医保|住建|交通运输|水利|水务|农业农村|林草|林业|商务|司法|公安|人社|信访|生态环境|环保|自然资源|市场监管|应急管理|气象|税务|城管|退役军人事务|发改|工信|科技)(?:局|主管部门|行政部门|部门|系统)"
    "|派驻(?:机构|纪检组|组)|(?:牵头|责任|配合|主管|主办|协办|承办|成员|职能|直属|参建|包联|帮扶)(?:单位|部门|科室)|(?:督查|督导|检查|巡查|巡察|考核|监督|协调|调度|服务|保障|推进|建设|指导|管理|监管|执法|防控|统筹|帮扶|规划|设计|检测|监测|监理|施工|运营|养护|评估|验收|审核|编制|攻坚|宣传|组织|统战|调查|救援|应急)"
    "(?:管理|执法|推进|工作|指导|协调|保障|服务|监督|领导)*(?:室|组|办(?![好理成结妥事完学])|队|大队|支队|中心|专班|局|科|股|部(?!署)|委(?!托)|单位|站|所|院|机构|公司|(?<!指导)(?<!服务)(?<!督导)(?<!帮扶)(?<!监督)企业|人员|员(?![工会])|小组|指挥部|方(?![案式法便向针面]))"
    "|办(?![好理成结妥事完学实]|下(?:[来去]|达))|包[保联村抓挂户](?:干部|领导|人员|责任人|单位|部门)|负责人|技术人员|一把手|主要领导|主要负责|班子|工作人员|各位成员|(?:系统|各级|主要|分管|负责|值班|值守|工作|班子|全体|党政)(?:干部|人员|同志|领导|负责人|成员|党员|职工)|(?:党支部|党委|党组)(?!书记)"
)


@lru_cache(maxsize=4)
def _audience(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(f"(?:广大|各位|全体|各)?[{_SIGNS}]{{0,8}}?{any_of(lexicon.audiences)}+们?")


# 希望通过农民工创业园…: by what means it is to be, and nobody who is wished it.
_BY_MEANS = re.compile(
    "通过|借助|依托|依靠|凭借|利用|运用|按照|根据|围绕|针对|结合|立足|经过|随着|借(?:此|这)|以(?!后|前|上|下)|让|使(?!用)|把|将"
)


def audience_at_front(words: str, lexicon: Lexicon) -> Named | None:
    """Return the people that a 勉励, 希望 or 鼓励 begins with: 青年学生, 企业家们."""
    found = _audience(lexicon).match(words)
    if found is None or BREAK.search(found.group(), 1) or _BY_MEANS.match(words):
        return None
    return Named(start=0, end=found.end(), kind=AddresseeKind.CLASS)


def audience_end(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name ends as people do who may be wished something: 农户, 经销商, 教师们."""
    return name.rstrip("们").endswith((*lexicon.audiences, "商", "户", "者", "员", "师", "工"))


# Several rules ask the same of one clause in turn; no more is kept than that.
@lru_cache(maxsize=64)
def unit_doing(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit at the front that a verb follows: 各级河长严格…, 县住建局于…, 各单位三日内….

    Behind the name of an office or a class any words may follow, for nobody lists all verbs.
    """
    found = _front(words, lexicon)
    if found is None:
        return None
    named, acts = found
    return named if acts or is_strong(words[named.start : named.end]) else None


def unit_at_front(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit at the front whatever follows it, as after 要求, 责成 or 希望."""
    found = _front(words, lexicon)
    return found[0] if found is not None else None


_LONGEST_PLACED = 14


def unit_by_place(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit behind 由, 请 or 责成 by its place alone: the words up to those of an act."""
    named = unit_at_front(words, lexicon)
    if named is not None:
        return named
    patterns = unit_patterns(lexicon)
    if patterns.refused.match(words) or patterns.acts.match(words):
        return None
    for stop in range(SHORTEST_UNIT, min(_LONGEST_PLACED, len(words))):
        if words[stop - 1] in "，。；：":
            return None
        if patterns.acts.match(words, stop) is None:
            continue
        name = words[:stop]
        if BREAK.search(name) or "的" in name or not _HAN.fullmatch(name):
            return None
        return named_at(words, 0, stop, lexicon)
    return None


_HAN = re.compile("[\u3400-\u9fff、（）]+")
_BROAD = re.compile(
    "领导|人员|[县市区旗]委(?:、[县市区旗]政府|和[县市区旗]政府)?|[县市区旗]政府|(?:全|我|本)[县市区旗镇乡村]|我们|大家|机关|企业|群众|干部|党员|政府|项目部|学校|医院|单位|部门"
)
_STRONG = re.compile(
    "(?:[县市区旗镇]|乡(?![村亲土音愁情贤镇间里])|[\u3400-\u9fff]{2,4}[县区镇乡旗]).{0,16}?(?:局|委|办|部|院|队|中心|站|所|督[查导察]室|信访室|编研室|调研室|研究室|集团|公司|政府|办公室|指挥部|专班|党委|管委会|开发区)(?:（[^）]*）)?$"
    "|各[^，。]{1,16}$|(?:有关|相关|所有|全体|广大)[^，。]{2,12}$|.*等(?:有关|相关|职能)?(?:部门|单位|乡镇|企业|局)$"
)
_NOT_ACTING = re.compile(
    "(?:提出|提交|报送|上报|反映|申报|拟定|起草|草拟|报来|提请)的[^，。；]*(?:意见|方案|建议|请求|申请|诉求|清单|名单|报告|问题|办法|草案|计划)$|[\u3400-\u9fff]{2}(?:情况|结果|质量|进度|水平|成效)(?:纳入|作为|列入|与|将|直接)|不得不|的|是|等(?!部门|单位)|工作|建设|发展|经济|领域|范围|地区|行业|层面|有(?!力|序|关部门)|也|还(?!要)"
)


def is_strong(name: str) -> bool:
    """Tell whether a name shows by its form that it is of an office or a class: 县财政局, 各镇, 有关部门."""
    return _BROAD.fullmatch(name) is None and _STRONG.match(name) is not None


# 办理情况纳入考核, 提的建议: the verb belongs to a noun, and nobody acts by it.
_NOUN_FOLLOWS = re.compile(
    "(?:情况|结果|质量|进度|水平|能力|意识|成效|流程|环节)(?![，。；、])"
    # 规上企业改造覆盖面达到八成: a figure is reached, and nobody acts.
    "|[\u3400-\u9fff]{0,3}(?:率|覆盖面|比例|比重|占比|增速|产值|产量|总量|规模|人数|次数|时限|周期|成本)"
    "(?:要|再|须|力争|确保|均|都|也)?(?:达|提|不[低高少超]|控|下降|增长|压|突破|超|稳定|保持|降)"
)


# 办公室负责质量监督: what they answer for follows, and makes no noun of the verb.
_TAKES_ON = ("负责", "承担", "牵头", "抓好", "做好", "把好")


def _is_noun(words: str, start: int, end: int) -> bool:
    """Tell whether the verb at a place belongs to a noun behind it."""
    if words.startswith(("的", "率", "事项"), end):
        return True
    if words.startswith(_TAKES_ON, start):
        return False
    return end - start > 1 and _NOUN_FOLLOWS.match(words, end) is not None


def _acts(words: str, start: int, stop: int, patterns: UnitPatterns) -> bool:
    """Tell whether a verb follows; light ones (把, 早) tell only after a name of some length."""
    found = patterns.acts.match(words, stop)
    if found is not None:
        return not _is_noun(words, stop, found.end())
    name = words[start:stop]
    strong = stop - start > SHORTEST_UNIT and _BROAD.fullmatch(name) is None
    strong = strong and (_NAMED_SO.match(name) is not None or _WEAK_END.search(name) is None)
    strong = strong and _NO_ACT.match(words, stop) is None
    found = patterns.acts_lightly.match(words, stop) if strong else None
    return found is not None and not _is_noun(words, stop, found.end())


def is_broad(words: str) -> bool:
    """Tell whether a name is so broad (全县, 企业, 群众) that it is as often told about as told to act."""
    return _BROAD.fullmatch(words) is not None


_TOLD_BROADLY = re.compile(
    r"[配备补留储筹选][齐足强好全满够]|把|给|对照|立即|马上|尽快|一律|严格|主动|带头|每|自觉|当好|再[\u3400-\u9fff]|先[\u3400-\u9fff]|今[天晚]|明[天早]|[做抓管守看护盯备开接带用]好|[盯守管抓]住|[三两五十\d]{1,2}(?:天|日|小时|个工作日)"
)


def is_told_broadly(name: str, rest: str) -> bool:
    """Tell whether even so broad a name as 企业 or 大家 is told to act by the words behind it."""
    return name not in ("群众", "政府", "党员") and _TOLD_BROADLY.match(rest) is not None


_OF_THEM = re.compile("[^，。；]{1,6}的")
_TOLD_OF_THEM = re.compile(
    "辛苦|是|有|都|也|能|会|可以|还|说|提|讲|看到|做得|干得|用|为|来|从|在|不容易"
)


_SITE = re.compile("项目部|学校|医院|企业|公司|单位|部门|机关")
_CARED_FOR = ("孩子们", "孩子", "老人们", "老人", "老百姓", "群众")


def is_site(name: str) -> bool:
    """Tell whether a broad name is that of a place of work, which a decision may charge."""
    return _SITE.fullmatch(name) is not None


def acts_by_itself(words: str, named: Named) -> bool:
    """Tell whether a unit in front of a verb is told to act: a broad one needs 把 or a limit (项目部明天…)."""
    name = words[named.start : named.end]
    behind = words[named.end :]
    if name.startswith(("你们", "您")):
        return _OF_THEM.match(behind) is None and _TOLD_OF_THEM.match(behind) is None
    if name in _CARED_FOR:
        return False
    return not is_broad(name) or is_told_broadly(name, behind)


_POST_OF = re.compile(
    "(?:党委|党组|党工委|党支部|支部|管委会)?(?:常务)?(?:副)?(?:书记|[局镇乡站院校部队所处科股园矿厂]长|主任|总?经理|董事长|总工程师|负责人|工作人员|干部|同志|班子成员)[\u3400-\u9fff]{0,4}$"
)


def unit_of_person(words: str, lexicon: Lexicon) -> Named | None:
    """Return the office of somebody named by post and name: 县卫健局局长某某."""
    for stop in range(len(words) - SHORTEST_UNIT, 1, -1):
        if _POST_OF.match(words, stop) and is_unit(words[:stop], lexicon):
            head = words[stop + 1 : stop + 2] == "长" and words[stop] not in words[:stop]
            # 水务局长: the head of 水务局.
            longer = head and is_unit(words[: stop + 1], lexicon)
            return named_at(words, 0, stop + 1 if longer else stop, lexicon)
    return None


_REST_OF_OFFICE = re.compile("[\u3400-\u9fff]{1,6}?(?:局|部门|(?<![常编])委(?![托员派任以]))")


def _longer_office(words: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Return the end of a longer office (县住房城乡 + 建委), where only a light verb ended the shorter."""
    patterns = unit_patterns(lexicon)
    if patterns.acts.match(words, stop) is not None:
        return stop
    rest = _REST_OF_OFFICE.match(words, stop)
    if rest is None or not is_unit(words[start : rest.end()], lexicon):
        return stop
    return rest.end() if _acts(words, start, rest.end(), patterns) else stop


# 你们公司的人今晚修好: the people of a body act for it.
_PEOPLE_OF = re.compile(
    r"的(?:人(?![员家民才手气])|同志|师傅|\d+[个支名][\u3400-\u9fff]{2,6}(?:组|队))"
)
# 乡镇干部和群众坐一条板凳: those with whom they act are told nothing.
_WITH_THEM = re.compile(
    "[和同跟与](?:群众|农户|村民|老百姓|百姓|乡亲们?|工人|业主|家长|学生|孩子们?|老人)(?=[^、等要须应必])"
    # 县住建局与县水利局一道…: the first alone is told.
    "|[与同跟][^，。；]{2,16}?一[道起]"
    "|[和同跟与][\u3400-\u9fff]{2,6}(?:结对|结成|面谈|面商|见面|碰头|商量|协商|算账|交心|谈心|对接|签订|签好|签下|对账|对表|共建)"
)
# 弄溪乡与县征地中心共同负责: both are told.
_TOGETHER = re.compile(
    "[与同跟][^，。；]{2,16}?(?:共同|联合|分别|要|必须|每[天日周月季]|\\d{1,2}月|[年月]底前|密切|各[司负]|通力)"
)
# 农民工工资…, 企业诉求…: what those named have or want is the matter, and they are told nothing.
_THEIRS = re.compile(
    "(?:工资|薪资|薪酬|待遇|权益|利益|诉求|需求|收入|生活(?!垃圾)|身份|素质|满意度|获得感|幸福感|安全感|认可度|负担|困难|难题|问题|规模|数量|人数|总数|比例|占比"
    "|利润|债务|欠款|欠薪|社保|医保|健康|切身)"
)


# 家庭、单位达90%以上, 规上企业突破60家, 社区建成率达到八成: how many of them there are to be, and nobody acts.
_FIGURE = r"(?:约|近|超)?(?:[\d.]+|[一二三四五六七八九十百千]+)"
_HOW_MANY = re.compile(
    rf"(?:总数|数量|户数)?(?:要|均|都|力争|确保)?(?:达到?|突破|超过?|增加到|发展到|扩大到|不[少低]于|稳定在|保持在){_FIGURE}(?:多|余)?(?:[%％家户个名人所成支]|以上)"
    rf"|[\u3400-\u9fff]{{1,6}}(?:率|覆盖面|占比|比例)(?:要|均|都|力争|确保)?(?:达到?|提高到|提升[至到]|突破|超过?|不[少低]于|稳定在|保持在){_FIGURE}"
)


def _joined(words: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether another unit is joined to one and both act: 县住建局 + 与青石镇抓好落实."""
    patterns = unit_patterns(lexicon)
    return any(
        (_acts(words, start, end, patterns) or verb_at(words, end, lexicon, nouns=False) > 1)
        and is_unit(words[stop + 1 : end], lexicon)
        and is_unit(words[start:end], lexicon)
        for end in unit_ends(words, start, lexicon)
        if end > stop + SHORTEST_UNIT
    )


# A clause asks for its front in several rules.
@lru_cache(maxsize=256)
def _front(words: str, lexicon: Lexicon) -> tuple[Named, bool] | None:
    """Return the unit at the front, and whether a verb follows it.

    Ends are tried from the shortest; a verb settles it, other words may prolong the name
    (县公安局 + 交警大队), and the longest name without a verb behind it stands.
    """
    patterns = unit_patterns(lexicon)
    start = unit_start(words, lexicon)
    refused = patterns.refused.match(words, start) and not patterns.admitted.match(words, start)
    if (refused and not named_by_task(words, start)) or words.startswith("作为", start):
        # 作为某支部的结对单位，: what somebody is who is named behind it.
        return None
    best: int | None = None
    for stop in reversed(unit_ends(words, start, lexicon)):
        people = _PEOPLE_OF.match(words, stop)
        if people is not None and is_unit(words[start:stop], lexicon):
            if patterns.acts.match(words, people.end()) or verb_at(words, people.end(), lexicon):
                return named_at(words, start, stop, lexicon), True
        beside = _WITH_THEM.match(words, stop)
        if beside is not None and is_unit(words[start:stop], lexicon):
            return named_at(words, start, stop, lexicon), True
        rest = words[stop : stop + 1]
        if not rest:
            break
        if (
            (rest in "、和及的）们" and not words.startswith(("及时", "及早"), stop))
            or (words[stop - 1] == "）" and words.startswith(("长", "委会", "会", "书记"), stop))
            or words.startswith(("以及", "应急连", "应急队", "应急分队", "应急办"), stop)
            or _TOGETHER.match(words, stop)
            or (words[stop - 1] == "办" and rest in "理好结成妥事完学实方者人")
            or (rest == "长" and not words.startswith(("长期", "长效", "长年", "长远"), stop))
            or _OFFICE.match(words, stop)
            or serves_by_trade(words, start, stop)
            # 灯会办不办: a question, and no office of fairs.
            or words.startswith("不" + words[stop - 1], stop)
            or _THEIRS.match(words, stop)
            or stop - start < SHORTEST_UNIT
            or (_HOW_MANY.match(words, stop) and not is_strong(words[start:stop]))
        ):
            continue
        if goes_on(words, stop) or (rest == "与" and _joined(words, start, stop, lexicon)):
            continue
        if not is_unit(words[start:stop], lexicon):
            if BREAK.search(words[start:stop], 1):
                break
            continue
        if _acts(words, start, stop, patterns):
            end = _longer_office(words, start, stop, lexicon)
            return named_at(words, start, end, lexicon), True
        best = stop
    if best is None:
        best = end_of_class(words, start, lexicon)
        return (named_at(words, start, best, lexicon), True) if best is not None else None
    if _NOT_ACTING.match(words, best):
        return None
    longer = longer_class(words, start, best, lexicon)
    if longer is not None:
        return named_at(words, start, longer, lexicon), True
    return named_at(words, start, best, lexicon), _acts_openly(words, start, best, lexicon)


_SITES = re.compile("(?:园|社|灌)区|学校|医院|[镇乡村局厂组县区市里]里|.*(?:小学|中学|车站|银行)")
_NO_ACT = re.compile(
    "全体|不(?:是|足|够|同|只|单|仅|大|小|多|少|高|好|易)|多(?:数|是|为(?![^，。；]{1,10}[谋搭办想跑说解提做争服发撑着分送创牵让减]))|早(?:已|就)|就(?:是|像|有|好)|以(?:来|外|上|下)|先(?:后|进)|给予了|可以|有(?:事|什么|困难|想法)|也?能够?(?!动)|还[差缺欠]|[\u3400-\u9fff]不(?:[住起到]|下去|上来|了)"
)


# 城投公司来兜底, 铁塔公司来人看点位.
_COMES_TO = re.compile(
    "来(?:人[\u3400-\u9fff]|兜|管|办(?!公)|做|牵|扛|负责|解决|承担|协调|统筹|盯|出|把|抓|跑|组织|安排|承接|保|收|修)"
)


def _acts_openly(words: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of the language follows a name that no list of verbs knows to act."""
    name = words[start:stop]
    if name in lexicon.collective_speakers or _NO_ACT.match(words, stop):
        return False
    team = len(name) > SHORTEST_UNIT and name.endswith(("队", "班", "组"))
    if (
        _WEAK_END.search(name)
        and not team
        and _NAMED_SO.match(name) is None
        and not _SITES.fullmatch(name)
        and words[stop : stop + SHORTEST_UNIT] not in lexicon.official_verbs
    ):
        return False
    stop = times_end(words, stop)
    if _COMES_TO.match(words, stop) is not None and not _WEAK_END.search(name):
        return True
    size = verb_at(words, stop, lexicon)
    if is_paired(words, stop):
        return True
    return size > 0 and not _is_noun(words, stop, stop + size)
