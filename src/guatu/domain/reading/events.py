"""What kind of event an article tells about: by its title, by its opening, else by what officials do in it."""

import re
from collections.abc import Sequence

from guatu.domain.reading.directives.notices import is_letter
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.people import Mention
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.values import RecordKind

_MEETING = re.compile(
    r"会议|夜话|围炉|茶叙|会商调度|(?:培训|研讨|读书|研修|轮训|讲习|专题|进修)班|开班|结业|专题党课|座谈会|调度会|推进会|部署会|动员会|例会|全会|分析会|谋划会|现场会|约谈会|办公会|专题会|大会|学习会|专题学习|集体学习|中心组|点评会|观摩会|务虚会|晾晒会|联席会|报告会|培训会|协商会|[^，。；]座谈"
    r"|会商(?=[直研，。、])|(?:视频|连夜|紧急|集中)调度|(?:交办|会办|督办|碰头|会商|研判|评审|评议|通气|恳谈|早餐|茶话|圆桌|见面|谈心|誓师|总结|表彰|述职|述法|谈话|汇报|反馈|听证|论证|咨询|对接|协调|调研|动员部署|视频|警示教育|开班|研讨|晾晒比拼|比武|擂台)会"
    "|(?<!运动)(?<!博览)(?<!招聘)(?<!音乐)(?<!展销)(?<!交易)(?<!委员)(?<!文化)[\u3400-\u9fff]{2}(?<![晚庙花灯歌社协商学聚])会(?=召开|在[^，。；]{2,14}召开)|工作会(?![议员])"
    "|(?:召开|举行)了?[^，。；“：]{2,36}?[\u3400-\u9fff](?<![晚庙花灯歌动览聘乐销易化舞欢协商学社大员报])会(?=[，。；]|$)"
)
_KINDS = (
    (
        re.compile("常务会|市长办公会|政府党组会"),
        RecordKind.EXECUTIVE_MEETING,
    ),
    (
        re.compile("(?:工作|全会|会议)暨(?![^，。；]{2,30}调度会)[^，。；]{2,24}会"),
        RecordKind.MEETING,
    ),
    (
        re.compile("调度|会办|会商会|视频会商|点评会|观摩会|推进会|督战会|晾晒会|攻坚会|冲刺"),
        RecordKind.DISPATCH_MEETING,
    ),
    (
        re.compile("座谈|夜话|围炉|茶叙|下午茶|恳谈会|茶话会|早餐会|圆桌会|谈心(?:谈话|交流)?会"),
        RecordKind.SYMPOSIUM,
    ),
    (_MEETING, RecordKind.MEETING),
)
_VISITING = re.compile(
    "一行(?:来|到|赴|深入|先后)|莅临|来我[县区市旗]|到我[县区市旗]|率[^，。]{2,12}组|扎进|深入[^，。]{2,30}(?:现场|一线)|[巡夜回踏]访|巡视(?!员)|巡[河林湖堤库田考]|蹲点|下访|接访|(?:现场|实地|带队)督办|赴[^，。；]{2,12}(?:开展|考察|招商|对接|学习)"
)
# What is checked here is the name of a paper or a campaign, and nobody went anywhere.
_NAMED_SO = re.compile(
    "联席会议(?:办公室|召集人|成员)|[^，。；]{0,14}次会议(?=代表|精神|以来|议案|建议|提案|确定)|[^，。；]{0,12}(?:会|会议|赛)(?:筹备|筹办|保障)(?:工作)?|(?<=慰问)出席[^，。；]{0,24}会议的|(?:执法检查|检查|调研|督查|督导|巡查)(?:审议|意见|报告|方案|通报|结果|组|室|反馈|问题|情况汇报)"
)
CEREMONY = re.compile(
    "仪式|剪彩|开幕|揭牌|签约|颁奖|授牌|运动会|文化节|开园|通车|启幕|启用|投用|开工|竣工|奠基|起航|首[航飞发]|发车|发运|下水|封顶|合龙|挂牌|典礼|开馆|开业|开赛|开镰|开渔|点火|开船|欢送|欢迎仪式|庆典|校庆|周年[^，。]{0,4}(?:大会|活动)"
)
# In the text only the plain words count: 护理楼下月启用 is told of on a visit too.
HELD = re.compile(
    "仪式|剪彩|揭牌|揭幕|颁奖|授牌|典礼|庆典|开幕|启幕|开赛|首发|首航|校庆|庆祝[^，。]{0,24}大会"
)
# 与企业家围桌而坐: people are talked with, and that is the event.
_TALKED = re.compile(
    "(?:围桌而坐|面对面|边吃边[聊谈]|促膝|围坐|交心|话发展|话家常|谈心|座谈)[^。]{0,20}|(?:邀请|请来|约请)[^，。；]{0,24}(?:代表|企业家|青年|教师|专家|干部)[^。]{0,30}(?:吃|谈|聊|座)"
)
_TALKED_WITH = re.compile(
    "企业家|代表|青年|教师|医生|客商|商户|职工|人士|专家|乡贤|老干部|学生|农民工"
)
# An official who does one of these has gone somewhere.
_GOES = late(
    "(?:到|赴|去|钻|跨|踏|登|爬|趟|蹚|走|坐|蹲|站|赶|奔|插|扑|扎|沉|上了|下了|进了|直|深入|沿|徒步|驱车|乘[车船]|骑|冒[雨雪着]|顶着|轻车简从|不打招呼|随机|突击|现场|检查|查看|察看|巡|调研|督[导查战]|看望|慰问|走访|指挥|暗访|夜[访查]|实地|俯身|弯腰|带[着队领]|率|来)"
)
_ORDERS = re.compile(
    "[^，。；“”]{0,10}?(?:强调|指出|要求|责成|叮嘱|嘱咐|批评|拍板|点名|交办|告诫|提醒|嘱托|下令|命令|当即|当场)"
)
_COUNTY_POST = re.compile(
    "[县市区旗省州盟](?:委|政府|政协|人大|纪委|监委)|副?(?:书记|[县市区旗州盟]长|主席|常委|秘书长|部长|专员|检察长)"
)
_OFFICE_POST = re.compile(
    "公司|集团|企业|厂|合作社|村|社区|学校|医院|局|站|所|乡|镇|街道|商会|协会"
)
_CALLED = re.compile("会(?:议|上|召开|举行)|(?:座谈|调度|推进|部署|动员|办公)会")
_INFORMED = re.compile("(?:情况|工作)?通报会")
_LINKED = late(
    r"连线(?:了)?(?:各|全县|[一二三四五六七八九十\d]+个|沿[江河湖海])[^，。；]{0,6}(?:乡镇|[镇乡街区]|苏木|点位|现场)"
)
_MINUTES = re.compile("纪要(?:[（〔(].*)?$")
_CELEBRATED = re.compile("庆祝[^，。]{0,20}大会|校庆")
# …专项行动工作方案: the title of a paper, whatever meetings it speaks of.
_PAPER = re.compile(
    "^(?!.*(?:召开|审议|研究|出台|印发|听取|解读|讨论|推进会|会议)).*(?:(?:工作|实施|行动|应急|建设|整治|活动|处置|改造|创建)(?:方案|预案)|(?:管理|实施|考核|奖励|暂行|评价|处理|扶持)(?:办法|细则|规定)|公告|倡议书|公开信|交办单|督办单|通知单)(?:[（(〔].*)?$"
)
# The day that a story is told of, and words spoken in it: an event, whatever it is called.
_DAY = re.compile(
    "\\d{1,2}月\\d{1,2}日|昨[日天晚夜]|今[日天]|[当前]天|(?:上任|到任)第|近日|日前|清晨|凌晨|傍晚|深夜|中午|下午|上午|晚上"
)
_QUOTED = re.compile("“[^”]*[，。！？][^”]*”")
# People are brought together to do something, and officials join in: no visit.
_ACTIVITY = re.compile(
    "启动|植树|新绿|招聘|采摘|活动|比赛|大赛|演练|村晚|晚会|运动会|健步|献血|开[镰渔学园犁耕馆播]|[节季周]$|义诊|送岗|下乡|宣誓|升旗|祭扫|首发|赶集|丰收"
)
_JOINS_IN = re.compile(
    "启动仪式|植树|招聘会|采摘季|开镰|开渔|升旗|启动(?:。|，)|拉开(?:帷幕|序幕)|首场"
)
_MET = late(
    "[\u3400-\u9fff]{2}(?<![社协工商学机委农体])会(?:上|场|开[了到]|议|只)|擂台赛|会前|散会|板凳会"
)
_REACH = 24
_TITLE = 30
_OPENING = 2
_ENOUGH_ORDERS = 2


def kind_of_event(
    piece: Piece, mentions: Sequence[Mention], texts: Sequence[str], lexicon: Lexicon
) -> RecordKind:
    """Return the kind of record an article is, ``other`` where no event shows."""
    headline = piece.headline.plain if piece.headline else ""
    named = _by_words(headline, texts, lexicon)
    if named is not RecordKind.OTHER or is_letter(headline):
        return named
    if CEREMONY.search(headline) or (texts and HELD.search(texts[0])):
        return named
    return _by_acts(mentions, texts, headline)


# 视察组实地察看某路，随后召开座谈会: the meeting came after the round, and is part of it.
_ROUND = re.compile(
    "视察(?!组|员)|(?:实地|现场)(?:察看|查看|调研|督[导查]|检查|走访|勘查|踏勘)|先后(?:到|来到|前往|深入|察看|查看|走访)|一行(?:来到|深入|先后|前往|走进)|[来走]到[^，。；]{2,30}(?:调研|检查|察看|查看)|(?:带队|率队|深入|赴|(?<![受感接收])到)[^，。；]{2,24}(?:调研|督导|督查|检查|考察|视察|暗访|走访)|(?:巡回|带队|现场)督[查导]"
)
_AFTERWARDS = re.compile(
    "(?:随后|之后|结束后|接着|会后|下午|并|现场|最后|又|还)[^，。；]{0,14}(?:召开|举行|组织召开|主持召开)[^。]{0,24}$|(?:随后|之后|结束后|接着|并)[^。；]{0,40}$"
)


def _met_afterwards(words: str, met: re.Match[str], *, opening: bool) -> bool:
    """Tell whether officials went round before the first meeting that an opening or a headline names."""
    front = words[: met.start()]
    gone = _ROUND.search(front)
    if gone is None or _CALLED.search(front) is not None:
        return False
    talked = opening and met.group().endswith("座谈")
    return talked or _AFTERWARDS.search(words[gone.end() : met.end()]) is not None


def _by_words(headline: str, texts: Sequence[str], lexicon: Lexicon) -> RecordKind:
    opening = texts[0][:160] if texts else ""
    if is_letter(headline):
        return RecordKind.OTHER
    if _MINUTES.search(headline):
        formal = "常务会" in headline
        plain = RecordKind.DISPATCH_MEETING if "调度" in headline else RecordKind.MEETING
        return RecordKind.EXECUTIVE_MEETING if formal else plain
    if _CELEBRATED.search(headline) or _PAPER.search(headline):
        return RecordKind.OTHER
    for printed in (headline, opening):
        words = _NAMED_SO.sub("", printed)
        visited = any(word in words for word in lexicon.visit_words)
        met = _MEETING.search(words) or (printed is opening and _INFORMED.search(words)) or None
        gone = _VISITING.search(words) is not None and _CALLED.search(words[:_TITLE]) is None
        if met and _met_afterwards(words, met, opening=printed is opening):
            return RecordKind.VISIT
        if (visited and not met) or (gone and (not met or met.group().endswith("座谈"))):
            return RecordKind.VISIT
        for pattern, kind in _KINDS:
            if pattern.search(words) and met:
                return kind
        if met:
            return RecordKind.MEETING
        if visited:
            return RecordKind.VISIT
    return RecordKind.VISIT if _VISITING.search(opening) else RecordKind.OTHER


def _by_acts(mentions: Sequence[Mention], texts: Sequence[str], headline: str) -> RecordKind:
    """Return the kind by what the officials of an article do that calls itself nothing.

    An official whom the headline names (段明远：把路修到群众心坎上) makes an event of a story with one order.
    """
    officials = {one.name for one in mentions if one.post and is_official(one.post)}
    if _GROUP_GOES.search("".join(texts[:_OPENING])) is not None:
        return RecordKind.VISIT
    if not officials:
        return RecordKind.OTHER
    opening = "".join(texts[:_OPENING])
    if texts and any(
        one.name in officials and one.paragraph == 0 and _HEARS.match(texts[0], one.end)
        for one in mentions
    ):
        return RecordKind.MEETING
    if _TALKED.search(opening) and _TALKED_WITH.search(opening):
        return RecordKind.SYMPOSIUM
    if texts and _LINKED.search(texts[0]):
        return RecordKind.DISPATCH_MEETING
    orders = 0
    for one in mentions:
        if one.name not in officials:
            continue
        clause = texts[one.paragraph][one.end : one.end + _REACH]
        orders += _ORDERS.match(clause) is not None
        if one.paragraph < _OPENING and _GOES.search(re.split("[。；]", clause)[0]):
            return RecordKind.VISIT
    acts = _ACTIVITY.search(headline) is None and _JOINS_IN.search(opening) is None
    if acts and (orders or _QUOTED.search("".join(texts))):
        kind = _on_its_day(mentions, officials, texts, headline)
        if kind is not RecordKind.OTHER:
            return kind
    titled = any(name in headline for name in officials)
    enough = 1 if titled else _ENOUGH_ORDERS
    return RecordKind.VISIT if orders >= enough else RecordKind.OTHER


# 督导组先后来到六个村, 某某一行参观了车间: a group that came to see has visited.
# 县委书记某某专题听取…工作汇报: who has himself told sits in a room.
_HEARS = re.compile("(?:专题|集中|当面|现场)?听取(?:了)?[^。；]{4,60}(?:汇报|述职)(?=[，。；]|$)")
_GROUP_GOES = re.compile(
    "(?:督[导查察]|调研|检查|考察|视察|巡查|慰问|走访|指导)(?:组|团|队)(?:一行|全体成员|工作人员|成员)?(?:先后|分别|深入|来到|走进|实地|前往|察看|查看)"
    "|一行(?:先后|分别|首先)?(?:参观|走访|来到|走进|深入|实地|察看|查看|前往)"
)


def _on_its_day(
    mentions: Sequence[Mention], officials: set[str], texts: Sequence[str], headline: str
) -> RecordKind:
    """Return the kind of an event that an official's day opens: 3月18日一早，县长某某的车停在…."""
    for one in mentions:
        if one.name not in officials or one.paragraph >= _OPENING:
            continue
        text = texts[one.paragraph]
        first = text.rfind("。", 0, one.start) + 1
        if _DAY.search(text, first, one.start) is None and one.paragraph:
            continue
        if _DAY.search(text, 0, one.end) is None:
            continue
        called = _MET.search(headline) or _MET.search(text)
        return RecordKind.MEETING if called else RecordKind.VISIT
    return RecordKind.OTHER


def is_official(post: str) -> bool:
    """Tell whether a post is one of those who lead a county or more, and not of a firm or an office."""
    return _COUNTY_POST.search(post) is not None and _OFFICE_POST.search(post) is None
