"""By what it shows that a body named somewhere is one of the record: its name, and the words around it.

It is one where it acts, reports, takes part, is visited or told to act; not inside a post or the name of a
document, where something is handed in to it or held in its rooms, nor where a town is only the place where
something is. Every sign is a name, so that a choice can be read off the weights (model ``body``).
"""

import re
from collections.abc import Iterator
from re import Pattern

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.own_names import is_any_of_its_kind, opens_no_name
from guatu.domain.reading.verbs import verb_at

# 县融媒体中心讯（记者…）: who prints the report.
_DATELINE = late(
    "[^\u3400-\u9fff]{0,2}(?:\\d{1,2}月\\d{1,2}日)?(?:讯|电)(?![子视站力话影厂商信动])|[ 　]+[\u3400-\u9fff]{2,4}）"
)
# What makes the name part of a post, of a person or of another name.
_PART_OF_MORE = re.compile(
    "(?:机关)?(?:党组|党委|党工委|党支部|党总支|党员组)?(?:第一|常务|原|前|代)?副?(?:书记|局长|主任|部长|镇长|乡长|董事|总?经理|校长|院长|[支大中总]?队长|站长|所长|科长|股长|厅长|处长|会长|理事|监事|园长|行长|矿长|厂长|场长|社长|主席|主委|组长|常委|委员(?!会)|秘书长|检察长|政委|教导员|政治委员|调研员|主任科员)"
    "|[一二三四]级(?:调研员|主任科员|巡视员|高级)|(?:党组|党委|班子)成员|总(?:工程师|农艺师|规划师|经济师|畜牧师|兽医师|会计师|指挥|队)|副?(?:总)?指挥(?!部|中心)|(?:资深|高级|首席|退休|急诊|内|外|儿|产)?[\u3400-\u9fff]{0,3}(?:研究员|工程师|教授|教师|医生|医师|护士长?|科主任)"
    "|干部(?!职工)|职工|工作人员|党员|代表[\u3400-\u9fff]{2,3}(?:[、，等]|作)|(?:联合)?创始人|负责人(?![的参陪列出表反介说作])[\u3400-\u9fff]{2,3}(?:[、，等]|说|作|介绍)|退休|原主任|原副"
    "|(?:各|有关|相关|其他|其它)?成员单位|班子|系统|记者|会商室|指挥大厅|会议室|[一二三四五六七八九十\\d]楼|办公楼|大楼|大院|派驻|联合?督[查导]组|联合?检查组|督[查导]组|检查组|[\u3400-\u9fff]{2,3}分局|[\u3400-\u9fff]{1,4}(?:股|科|室|窗口)(?:股长|科长|主任|负责人)?"
    "|[\u3400-\u9fff]{2,6}(?:研究所|学院|系|大队|支队|站|馆)(?:副?所长|副?院长|主任|教授|研究员|副?[大支]?队长|副?站长|副?馆长)|[\u3400-\u9fff]{0,2}(?:建设|运行|运转|改造|管理|服务|生产|经营|发展)[\u3400-\u9fff]{0,4}情况|将(?:不定期|适时|逐一|择机|组织|对|会同)|(?:刚刚|日前|近日)?(?:下发|印发|出台|制定|发布|公布)的|[\u3400-\u9fff]{1,4}(?:楼|院区|校区|大厦|广场)(?![\u3400-\u9fff])|[新旧原]址|门[前口外]|院内|院里|附近|周边|对面|食堂|宿舍|新校区|分园|(?:扩建|迁建|搬迁|选址|新建|改造|整体搬迁)|[\u3400-\u9fff]院区|新院|门诊|[东西南北]侧|传染病区|灯火|的?大屏|名义|提出的|上报的|报送的|所报|申请的|办公室(?:副?主任)?$|上下游"
)
_HANDED_IN = re.compile(
    "(?=[上交函反备抄报推提移通])(?:上?报(?:送|告|请|备|经|至|到)?|抄送|抄报|函告|反馈|报备|备案|交至|报给|通报给|提交|提请|移交|移送|推荐[至到]|报[至给])$"
)
_HEADS = re.compile("(?:党|村)?(?:总)?支部书记|书记|主任|(?:村|镇|机关)?干部")
# 县防指召开会商会: the staff of an emergency meets as itself, which is the meeting.
_COMMANDS = ("指挥部", "防指", "领导小组", "委员会")
_CONFERS = re.compile("(?:连夜|紧急|及时|组织)*(?:召开|举行)?[^，。；]{0,4}会商")
_CONVENES = re.compile("(?:连夜|紧急|及时|组织)?(?:召开|举行|会商)")
# 县安委会第三次全体会议, 县委教育工委扩大会议: within the name of its meeting.
_ITS_MEETING = re.compile(
    "(?:\\d{4}年(?:度)?)?第[一二三四五六七八九十\\d]{1,4}次(?:全体|扩大|成员|主任|（扩大）|（扩大会）|单位|季度|办公|常务)*(?:会议|全会|例会|工作会|会)"
    "|(?:\\d{4}年(?:度)?)?(?:全体|全会|全体成员|成员单位|（扩大）|扩大)+(?:会议|会)"
)
# 会议在某中心召开: where something is held takes no part in it.
_HELD_THERE = late("(?:[\u3400-\u9fff]{0,8}(?:会议室|礼堂|大厅|楼))?(?:召开|举行|举办|开幕|揭牌)")
_REPORTS = re.compile(
    "[^。；]{0,24}?(?:报告|汇报|反馈|备案|报备|报送|提交|说明|申请|移交|交账|述职|求助|反映|投诉|举报)"
)
_ROOM = re.compile(
    "(?:(?<!所)在|到|至|位于|按照|根据|依据|遵照|对照|落实|贯彻|传达了?|学习了?|转发了?|执行|符合|达到|来到|莅临|走进|深入|赴|前往|走访|察看|查看|看望|抵达|回到|去|落户|落在|以|给予|经|凭|从|原|对|联系|对接|关于|研究了?|审议了?|成立|组建)$"
)
_LIST_BEFORE = re.compile("(?:(?:(?![和及与])[\u3400-\u9fff（）]){2,16}(?:、|和|及|以及|与))+$")
_JOINS = frozenset("、和及与")
_LIST_BEHIND = re.compile(
    "(?:(?:、|和|及|以及|与)[\u3400-\u9fff（）]{2,20}?(?:镇|乡|街道|苏木|局|委|办|中心|公司|集团|厂|区|会|院|校|学|馆|店|队|站|所|部|场|社|厅|处|联|团|行|园|矿|村|室|组|业|品|技|源|材|能)(?=[、和及与以等，。；]|[主有相分]|负责|参|出席|列|陪|汇|作|的|就|在|要|$))*"
)
_ROOMS = re.compile(
    "(?:(?<!所)在|来到|莅临|走进|深入|赴|前往|先后到|走访|察看|查看|[\u3400-\u9fff]{2,3}到)(?:了)?$"
)
# 柳集镇 + 派出所: a house in the town, which is a body of its own.
_HOUSE_OF = re.compile(
    "(?:派出|司法|财政|供电|税务|市场监管|自然资源|国土)所|(?:中心)?(?:卫生院|敬老院|福利院|幼儿园|小学|中学)"
)
_BARRED = re.compile(f"(?:{_DATELINE.pattern})|(?:{_ITS_MEETING.pattern})|(?:联合)?创始人")
_TOLD = re.compile(
    "(?:由|请|会同|要求|责成|责令|叮嘱|嘱咐|连线|抽查了?|听取了?|听到|问|点了|调度|督促|交|让|叫|点名|强调|协调|派)$"
)
_ACTS = re.compile(
    "(?:等(?:[\\d一二三四五六七八九十两]+个)?(?:乡镇|镇|地|单位|部门)?)?(?:党委(?:、)?政府)?(?:(?:主要|有关|相关|分管)?负责(?:人|同志)|主官|一把手|代表|技术人员)?"
    "(?:要(?!素)|须|必须|务必|应(?!急)|将|负责|牵头|配合|作(?!业)|分别|逐一|先后|依次|上台|汇报|报告|通报|介绍|交流|表态|发言|反映|今[晚夜天]|明[早天]|立即|马上|也|还|都|正在|年产|深耕|位居|完成|内部|参加|陪同|出席|列席|随同|去|派(?!出所|驻)|再|先|把|对|按|在[^，。；]{2,12}[前内])"
)
# 第一站是某厂, 某公司的总装线上: a firm that is seen.
_SEEN = re.compile("(?:这里是|站是|站到|第[一二三四五六七八九十](?:处|站|家|个点)，)$")
_SHOP_FLOOR = re.compile(
    "的?[\u3400-\u9fff]{0,4}(?:总装线|生产线|流水线|装配线|灌装线|车间|厂区|厂房|展位|展厅|锅炉房|实验室|机房|船台|码头|库房|矿井|井口|质检室|化验室)(?:上|里|内|旁|前|，|外|人头)"
)
_PLACE_GOES_ON = re.compile(
    "[\u3400-\u9fff]{1,8}?(?:村|屯|寨|社区|小区|路|桥|段|水库|基地|项目|园区?|工地|现场|市场|广场|中心|站|卫生院|学校|小学|中学|院|沟|山|河|湖|卡点|合作社|公司|厂|林场|隧道|庙|街|巷)"
)


_LAST_WORD = re.compile(
    "(?:县委|政府办公室|政府办|人民政府|政府|有限公司|公司|集团|厂|合作社|煤矿|铁矿|银行|超市|商场|酒店|大队|中队|支队|队|局|委员会|委|办公室|办|中心|站|所|厅|部|法院|检察院|卫生院|医院|学院|院|学校|小学|中学|幼儿园|开发区|园区|景区|产业园|区|街道办|街道|镇|乡|社区|村|苏木|嘎查|指挥部|专班|领导小组|小组|工会|妇联|残联|团委|纪委|党校|红十字会|常委会|基金会|联合会|协会|商会|联社|供销社|人大|政协|党委|党组|组|馆|场|社|校|会|室|.)$"
)
# Whose people do something, or are there.
_PEOPLE = re.compile(
    "(?:(?:、|及|和|以及)[^，。；、]{1,14}?)?(?:等[\u3400-\u9fff\\d]{0,18}?)?(?:主要|有关|相关|分管|班子|党政)*(?:负责(?:人|同志)|领导(?!小组)|成员|同志|代表|主官|副职)|(?:等[\u3400-\u9fff\\d]{0,14}?)?(?:的陪同下|陪同|参加|列席|出席|一同|一道|随同|随行|先后|分别|依次|汇报|发言|到会|参会|就各自|相继|联合)"
)
_CLASS = frozenset("全各每多几两本该我这那某")
_STOPS = "，。；：！？“”《》"
_ATTENDS = re.compile("参加|出席|列席|陪同|随同|一同|到会|参会|在座|随行|参与")
_REPORTS_BEHIND = re.compile("汇报|发言|通报|介绍|作了|表态|报告")
_HOLDS = re.compile("召开|举行|主持")
_PAPER = re.compile("精神|文件|通知|要求$|办法|意见$|方案|统一部署|部署要求")
_MEETING = re.compile("会议|大会|全会|推进会|座谈会")
_DEMANDS = re.compile("[要须]|必须|应当|务必")
_PASSED_ON = re.compile("传达|学习|贯彻|落实|按照|根据|关于")
_WITH = re.compile("带领|率|陪同|参加|出席|列席")
_WAYS = ("office", "list of bodies", "town")
_STRONG = ("visited", "acting", "addressed", "holding")
_REACH = 40
_LONGEST_END = 8
_SENTENCE = 400
"""So many signs of a sentence are looked at on each side: a text that lost its marks is one sentence."""
_VERB = 2


def stands_in_more(plain: str, start: int, end: int) -> bool:
    """Tell whether grammar leaves no doubt that a name is no body of the record where it stands.

    It prints the report (某局讯), is in the title of a document, part of the name of its meeting or of a
    founder's post, gets something handed in, or only its heads are meant.
    """
    before = plain[max(0, start - _REACH) : start]
    listed = _LIST_BEHIND.match(plain, end)
    return (
        _BARRED.match(plain, end) is not None
        or (
            plain.endswith(("镇", "乡", "街道"), start, end)
            and _HOUSE_OF.match(plain, end) is not None
        )
        or _HEADS.match(plain, listed.end() if listed else end) is not None
        or _HANDED_IN.search(before) is not None
        or (before.endswith("在") and _HELD_THERE.match(plain, end) is not None)
        or (before.endswith("向") and _REPORTS.match(plain, end) is not None)
        or (plain.endswith(_COMMANDS, start, end) and _CONFERS.match(plain, end) is not None)
        or plain.count("《", 0, start) > plain.count("》", 0, start)
    )


def signs_of(
    plain: str, place: tuple[int, int], kind: str, sources: frozenset[str], lexicon: Lexicon
) -> Iterator[str]:
    """Yield the signs of a body named at a half-open place of words, found in the ways of ``sources``."""
    start, end = place
    way = "+".join(one for one in _STRONG if one in sources) or (
        next((one for one in _WAYS if one in sources), "seen")
    )
    for one in sorted(sources):
        yield f"found: {one}"
    yield f"way: {way}"
    yield f"{way}, {kind}"
    yield from _of_name(plain[start:end], lexicon)
    listed = _LIST_BEHIND.match(plain, end)
    stop = listed.end() if listed else end
    before = plain[max(0, start - _REACH) : start]
    # Asked of all words in front it takes long, and few of them end as an item of a list does.
    items = _LIST_BEFORE.search(before) if before[-1:] in _JOINS else None
    head = before[: items.start()] if items else before
    in_front = _in_front(before, head, listed=items is not None)
    behind = _behind(plain, start, end, stop)
    shown = {sign for sign, holds in (*in_front.items(), *behind.items()) if holds}
    shown |= _in_sentence(plain, start, end, stop)
    # In one order, so that the odds are the same to the last digit in every process.
    for sign in sorted(shown):
        yield sign
        yield f"{sign}, {way}"
    if shown.isdisjoint(_VETOES):
        yield f"free, {way}"
        for sign in sorted(shown & _SPEAKING):
            yield f"free, {sign}"
            yield f"free, {sign}, {way}"
    verb = min(verb_at(plain, stop, lexicon, nouns=False), 3)
    yield f"verb behind: {verb}, {way}"
    yield f"1 before: {before[-1:] or '^'}, {way}"
    yield f"2 before: {before[-2:] or '^'}"
    yield f"before list: {head[-2:] or '^'}"
    yield f"1 behind: {plain[end : end + 1] or '$'}, {way}"
    yield f"2 behind: {plain[end : end + 2] or '$'}"
    yield f"behind list: {plain[stop : stop + 2] or '$'}"


_VETOES = frozenset(("part of more", "convenes", "room", "rooms"))
_SPEAKING = frozenset(
    (
        "of people",
        "acts",
        "told",
        "attends",
        "reports",
        "holds",
        "demands",
        "opens clause",
        "opens sentence",
        "with",
        "listed",
        "seen",
    )
)


def _of_name(name: str, lexicon: Lexicon) -> Iterator[str]:
    last = _LAST_WORD.search(name)
    front = name[: last.start()] if last else name
    yield f"ends: {last.group() if last else ''}"
    common = lexicon.usage.common_words
    shown = {
        "bare": not front,
        "common front": front in common,
        "common name": name in common,
        "two common words": len(front) == 4 and front[:2] in common and front[2:] in common,
        "of a class": front[:1] in _CLASS,
        "opens none": opens_no_name(name),
        "any of its kind": is_any_of_its_kind(name),
        "opens with verb": verb_at(name, 0, lexicon, nouns=False) >= _VERB,
        "joins": "和" in name or "及" in name or "与" in name,
    }
    yield from (sign for sign, holds in shown.items() if holds)


def _in_front(before: str, head: str, *, listed: bool) -> dict[str, object]:
    """Return what the words before a name show, and those before the list that it goes on (``head``)."""
    return {
        "listed": listed,
        "room": _at_end(_ROOM, before),
        "seen": _at_end(_SEEN, before),
        "rooms": _at_end(_ROOMS, head),
        "told": _at_end(_TOLD, head),
    }


def _at_end(pattern: re.Pattern[str], words: str) -> object:
    """Return what a few signs at the end of words show; what stands farther in front is not looked at."""
    return pattern.search(words, max(0, len(words) - _LONGEST_END))


def _behind(plain: str, start: int, end: int, stop: int) -> dict[str, object]:
    return {
        "part of more": _PART_OF_MORE.match(plain, end),
        "convenes": plain.endswith(_COMMANDS, start, end) and _CONVENES.match(plain, end),
        "place goes on": _PLACE_GOES_ON.match(plain, end),
        "shop floor": _SHOP_FLOOR.match(plain, end),
        "acts": _ACTS.match(plain, stop),
        "of people": _PEOPLE.match(plain, stop),
        "listed": stop > end,
    }


_CLAUSE_END, _SENTENCE_END = re.compile("[，。；：]"), re.compile("[。；]")


def _first_of(marks: Pattern[str], plain: str, start: int) -> int:
    """Return where the first of some marks stands behind a place, or how far a sentence is looked at."""
    limit = min(len(plain), start + _SENTENCE)
    found = marks.search(plain, start, limit)
    return limit if found is None else found.start()


def _in_sentence(plain: str, start: int, end: int, stop: int) -> set[str]:
    clause = max([plain.rfind(one, 0, start) for one in _STOPS]) + 1
    near = max(0, start - _SENTENCE)
    sentence = max(near, plain.rfind("。", near, start) + 1, plain.rfind("；", near, start) + 1)
    until = _first_of(_CLAUSE_END, plain, stop)
    last = _first_of(_SENTENCE_END, plain, end)
    rest, ahead = plain[stop:until], plain[sentence:start]
    shown = {
        "opens clause": clause == start,
        "within": clause != start,
        "opens sentence": sentence == start,
        "attended": _ATTENDS.search(plain, end, last),
        "attends": _ATTENDS.search(rest),
        "reports": _REPORTS_BEHIND.search(rest),
        "holds": _HOLDS.search(rest),
        "paper": _PAPER.search(rest),
        "a meeting": _MEETING.search(rest),
        "of": "的" in plain[clause:start],
        "demands": _DEMANDS.search(plain, end, end + 12),
        "passed on": _PASSED_ON.search(ahead),
        "with": _WITH.search(ahead),
        "quoted": plain.count("“", 0, start) > plain.count("”", 0, start),
    }
    return {sign for sign, holds in shown.items() if holds}
