"""Official letters: whom a notice is addressed to, where its demands begin, and its bare heads."""

import re
from functools import lru_cache

from guatu.domain.reading.directives.assigned import asked_by_letter
from guatu.domain.reading.directives.decisions import decides
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_doing
from guatu.domain.reading.units import Named, kind_of, unit_before

NOTICE = SpeechAct(head="", verb="通知", content=0, demanding=True, direct=False)
"""The speech act of a notice, whose points are its demands."""

REPLY = SpeechAct(head="", verb="批复", content=0, demanding=True, direct=False)
"""The speech act of a reply to who asked for leave: what it grants, and what it asks."""

MINUTES = SpeechAct(head="", verb="议定", content=0, demanding=True, direct=False, decided=True)
"""The speech act of minutes, whose points are what was decided."""

_OPENED = re.compile(
    r"^现[\u3400-\u9fff]{2,6}如下$|(?:分工|分解|交办|提示|提醒)如下$|(?:通知|批复|函复|答复|函告|通报|公告|通告|意见|要求|安排|部署|倡议|命令|有关事项)如下$|(?:发布|下达|发出)如下(?:命令|通告|通知)$|提出(?:以下|如下)(?:实施|贯彻|指导|工作|具体)?(?:意见|措施|要求|建议)$|(?:做好|抓好)(?:以下|下列|如下)[^，。]{0,12}(?:工作|准备|事项)$"
)
_RECORDED = re.compile(
    r"(?:纪要|议定|明确|决定|确定|商定)(?:事项)?(?:纪要)?如下$|(?:形成|达成)(?:了)?(?:如下|以下)(?:意见|决定|决议|共识|事项)$|(?:议定|明确|商定|确定)(?:了)?(?:如下|以下)(?:事项|意见|几点)$"
)
_LETTER = re.compile(
    "(?:通知书?单?|通告|公告|公示|倡议书?|公开信|提示函|督办函|督办单|交办单|办理单|批办单|呈批单|转办单|处理笺|阅办单|批示单|抄告单|批示抄清|(?<=领导)批示(?:件|摘录|摘抄|抄告)?|抄清|转办函|督办函|办理笺|交办函|任务单|电话(?:通知)?记录[表单簿]?|来电(?:记录|登记)[表单]?|提醒函|通报|告知书|通知书|意见书|决定书|建议书|整改书|(?<=的)函|一封信|(?<=号)令)"
    "(?:[（〔(][^）〕)]*[）〕)])?$"
)
_REPLY = re.compile("(?:批复|复函)(?:[（〔(][^）〕)]*[）〕)])?$")
_RECORD = re.compile("(?:纪要|备忘录|议定事项)(?:[（〔(—第].*)?$")
# 督办清单（第6期）, 县长在调度会上的要求（根据录音整理）: lists of tasks, and what was asked, noted down.
_NOTED = re.compile(
    "倒排工期(?:计划)?(?:表|清单|任务表)?(?:[（〔(][^）〕)]*[）〕)])?$|(?:任务|督办|督查|问题|责任|整改|事项|攻坚|交办|重点(?:工作|任务|项目|事项))[^，。]{0,4}(?:清单|台账|分解表?|一览表|分工表|推进表|计划表|时间表|任务[表书])"
    "(?:[（〔(][^）〕)]*[）〕)])?$"
    "|(?:会上?|会议|调度|现场|调研|检查)时?的?(?:有关|工作|具体|几点|主要)*(?:要求|指示|讲话要点|批示)(?:[（〔(][^）〕)]*[）〕)])?$"
)
# 森林防火令 of an office or of 总河长: who gives it must stand in the title, for a report may tell of one.
_ORDER = re.compile(
    "(?:人民政府|指挥部|指挥所|总?[河湖林田路]长|委员会|办公室|管理局|领导小组)[^，。]{0,30}(?:令|命令)$"
)
_DOCKET = re.compile(
    "(?:[\u3400-\u9fff]{0,12}[〔\\[（(]\\d{4}[〕\\]）)])?[（(]?第?\\d{1,5}[号期][）)]?$"
)
# A report tells that somebody draws such a list up or puts what was asked into effect.
_TELLS_OF = re.compile(
    "印发|公布|出台|建立|晒出|列出|制定|落实|贯彻|传达|学习|亮出|交出|下发|对照|按照|围绕"
)
# 某县贯彻落实督察反馈意见整改清单: the title of the list itself.
_CARRIES_OUT = re.compile(
    "(?:贯彻)?落实[^，。]{4,40}(?:意见|问题|情况|建议)整改[^，。]{0,4}(?:清单|台账)"
)
_LONGEST_HEADING = 24
_LONGEST_SALUTATION = 80
_NOUN_HEAD = re.compile(
    r"(?!要|必须|利用|用|延长|缩短|增加|减少|加|改|调整|咬定|认清|看清|摸清|理清|厘清|用好|扛|紧盯|盯|守|聚焦|锚定|瞄准|对标|围绕|坚持|分解|压|严|抢|补|明确|细化|突出|落实|把握|压实|完善|健全|强化|抓|提高|严明|规范|认真)[^，；：、]{0,4}"
    r"(?:范围|安排|要求|事项|任务|目标|措施|步骤|时间|对象|内容|方式|原则|依据|背景|情况|意义|重点|阶段|标准|职责|分工)$"
)

# （1）征地拆迁补偿类: a sort of cases.
_SORT = re.compile("[\u3400-\u9fff、“”]{2,14}(?:类|型|领域)")


def salutation_in(text: str, lexicon: Lexicon) -> Named | None:
    """Return the units that a paragraph of nothing but units and a colon addresses."""
    if not text.endswith("：") or len(text) > _LONGEST_SALUTATION:
        return None
    words = text.rstrip("：")
    front = re.match("(?:尊敬的|亲爱的|敬爱的)", words)
    start = front.end() if front is not None else 0
    words = words[start:]
    parts = [part for part in re.split("[、，]", _one_realm(words)) if part]
    if not parts or not all(_is_addressed(part, lexicon) for part in parts):
        return None
    return Named(start=start, end=start + len(words), kind=kind_of(words, lexicon))


# 各县、市、区人民政府: the realms of one kind of body.
_REALMS = re.compile(
    "各(?:[省市州盟县区旗]|自治[区州县旗])(?:、(?:自治[区州县旗]|直辖市|[省市州盟县区旗]))+(?=[\u3400-\u9fff])"
)


def _one_realm(words: str) -> str:
    """Return a salutation without its brackets, and with one realm where several have the same body."""
    return _REALMS.sub("各", re.sub("（[^）]*）", "", words))


# 家长朋友, 养殖户朋友们: those whom an open letter calls its friends.
_FRIENDS = late(
    "[\u3400-\u9fff]{2,12}(?:朋友|同学|乡亲|父老)们?|[\u3400-\u9fff]{0,10}(?:用户|业主|旅客|乘客|考生|家长|市民|居民|游客|读者|纳税人|车主|商户|储户|村民)们?"
)


def _is_addressed(words: str, lexicon: Lexicon) -> bool:
    if _FRIENDS.fullmatch(words) is not None:
        return True
    named = unit_before(words, lexicon)
    return (named is not None and named.end == len(words)) or words.startswith(
        (
            "各",
            "广大",
            "县直",
            "市直",
            "区直",
            "旗直",
            "县各",
            "市各",
            "区各",
            "旗各",
            "驻县",
            "驻市",
            "中省",
            "省市",
        )
    )


def opens_notice(words: str, mark: str) -> bool:
    """Tell whether a clause announces the points of a notice: 现将有关事项通知如下：, 现将工作安排如下，欢迎监督."""
    if "下" not in words or _OPENED.search(words) is None:
        return False
    return mark in ("：", "。", "") or (mark == "，" and words.startswith(("现将", "现就")))


_CALLS = late(
    "(?:[为在因就]此，?)?(?:现|特|兹|谨)?(?:郑重|再次|并)?(?:我们)?(?:郑重|再次|特)?(?:向[^，。；：]{2,24})?(?:发出|提出|作出)?(?:如下|以下)?"
    "(?:倡议|呼吁|号召|通告|通知|公告|函告|提示|提醒|要求|规定|建议|告知)"
)


def calls_upon(words: str, mark: str) -> bool:
    """Tell whether a clause of a letter announces what it asks without 如下: 我们倡议：."""
    return mark == "：" and _CALLS.fullmatch(words) is not None


_HANDED_OUT = re.compile("^现?将[^，。；]{2,60}(?:如下|(?:印发|转发|下发|发)给你们)$")


def hands_out(words: str, mark: str) -> bool:
    """Tell whether a clause but says what the paper hands out, before it asks: 现将任务分解如下，请…."""
    return mark == "，" and _HANDED_OUT.match(words) is not None


def opens_minutes(words: str, mark: str) -> bool:
    """Tell whether a clause announces what was decided: 现将议定事项纪要如下：."""
    below = mark in ("：", "。", "") and ("如下" in words or "以下" in words)
    return below and _RECORDED.search(words) is not None


_BELOW = re.compile(
    "(?:议定|决定|明确|确定|商定|如下|以下)[^，。；：]{0,12}(?:事项|意见|要求|工作)?：$"
)


def opens_below(text: str) -> bool:
    """Tell whether a paragraph ends by announcing what was decided or is asked: 会议议定：."""
    return _BELOW.search(text) is not None


@lru_cache(maxsize=8)  # Several parts of reading ask it of the same title in turn.
def letter_by_headline(headline: str) -> SpeechAct | None:
    """Return the speech act of a document by its title: a notice, minutes, or None for a report."""
    if _RECORD.search(headline):
        return MINUTES
    headline = _DOCKET.sub("", headline)
    if _REPLY.search(headline):
        return REPLY
    if _ORDER.search(headline):
        return NOTICE
    listed = _NOTED.search(headline) is not None and (
        _TELLS_OF.search(headline) is None or _CARRIES_OUT.search(headline) is not None
    )
    return NOTICE if listed or _LETTER.search(headline) else None


def is_letter(headline: str) -> bool:
    """Tell whether a title is that of a notice or an announcement."""
    return letter_by_headline(headline) in (NOTICE, REPLY)


def is_heading(words: str, mark: str, lexicon: Lexicon) -> bool:
    """Tell whether a numbered point of a document is a mere heading: 一、压实工作责任."""
    words = re.sub("（[^）]*）", "", words)
    if mark not in ("。", "", "：") or len(words) > _LONGEST_HEADING:
        return False
    if decides(words) or words.startswith(("请", "由")) or _FIGURE.search(words):
        return False
    if _BY_UNIT.search(words) or asked_by_letter(words, lexicon, opens=True) is not None:
        return False
    if find_modal(words, lexicon) is not None or _NEEDS.match(words) is not None:
        return False
    return unit_doing(words, lexicon) is None or _CARE_OF.fullmatch(words) is not None


# 参会人员需提前报名: who is told to act is no heading.
_NEEDS = re.compile(
    "[\u3400-\u9fff、]{0,14}(?:人员|对象|单位|部门|选手|考生|家长|代表|员|者|户|企业|教师)(?:均|都|一律|也|还)?需(?![要求])"
)


# 一、宣传发动要实。入户…: a heading in a few signs, though it holds a modal.
_SLOGAN_HEAD = late(
    "[\u3400-\u9fff、]{2,10}要(?:净|严|实|准|快|紧|细|稳|好|狠|早|深|全|牢|硬|足|新|精|畅|高|明|清|强|管|控|防|治|到位|有力|有序|扎实|及时|彻底)"
)


def is_slogan_head(words: str) -> bool:
    """Tell whether a formal point of a paper, with text of its own behind it, is a heading such as 措施要硬."""
    return _SLOGAN_HEAD.fullmatch(words) is not None


# （五）渔民帮扶。 is of them, and does not tell them to help.
_CARE_OF = late(
    "[\u3400-\u9fff]{0,4}(?:民|户|员|者|生|人|工|师|群众|职工|家属|对象|企业|车辆|船舶)(?:帮扶|安置|培训|管理|服务|关爱|救助|转移|补助|补贴|奖励|登记|监管|保障|救治|慰问|疏散|教育|招录|选拔|考核|转产|就业)(?:工作)?"
)


# 清淤工作由县水利局负责实施: who is charged is no heading.
_BY_UNIT = late(
    "由[^，。；]{2,16}(?:负责|牵头|承担|办理|组织|落实|提供|解决|审核|实施|配合|承办|垫付|保障|统筹|拨付|列支|决定|确定|研判|核定|拟定|把关|认定|审批|兜底)"
    "|(?<![申邀聘宴延])请(?![示求假教])"
)
# 完成管网改造8公里: a figure is no part of a heading, a year or an anniversary may be.
_FIGURE = re.compile("(?<![\\d·“])\\d+(?:\\.\\d+)?(?![\\d年·.号”])")
_SLOGANS = late(
    "(?P<words>[\u3400-\u9fff“”、]{3,12}，[\u3400-\u9fff“”、]{3,12}(?:，[\u3400-\u9fff“”、]{3,12})?)(?:。(?=.)|$)"
)


def is_heading_of_slogans(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a formal point of a letter is a heading in halves: 提高认识，压实责任.

    ``words`` are those of the point to the end of its paragraph.
    """
    found = _SLOGANS.match(words)
    if found is None:
        return False
    halves = found.group("words").split("，")
    told = any(
        find_modal(half, lexicon) is not None or unit_doing(half, lexicon) is not None
        for half in halves
    )
    return not told and len({len(half) for half in halves}) == 1


# 三、作风上再加压，确保干一件成一件: a heading stands on a line of its own and ends with no mark.
_LONGEST_ALONE = 36


def stands_alone(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a numbered line is a heading by itself, in parts that commas divide.

    ``rest`` are its words behind the number, to the end of the paragraph.
    """
    if "，" not in rest or len(rest) > _LONGEST_ALONE or re.search("[。；：？！]", rest):
        return False
    if rest.startswith(("请", "由")) or _FIGURE.search(rest) or _BY_UNIT.search(rest):
        return False
    parts = rest.split("，")
    if any(decides(one) or find_modal(one, lexicon) is not None for one in parts):
        return False
    return unit_doing(parts[0], lexicon) is None


# （三）专家评审。: a step of a procedure, headed by who takes it.
_STEP = late(
    "[\u3400-\u9fff、]{2,6}(?:申报|申请|报名|受理|评审|审核|初审|复审|联审|推荐|公示|公布|审定|审批|验收|核查|自查|抽查|检查|督查|评选|考核|评议|上报|拨付|兑付|备案|登记|摸排|整改)"
)
_LONGEST_STEP = 8


def is_step(words: str) -> bool:
    """Tell whether a numbered point but names a step and who takes it: 专家评审, 县级复核."""
    return len(words) <= _LONGEST_STEP and _STEP.fullmatch(words) is not None


def heads_decision(mark: str, after: str) -> bool:
    """Tell whether a numbered point of minutes is but the title of what is decided right behind it."""
    if mark != "。":
        return False
    return decides(re.split("[，。；]", after.lstrip("。"), maxsplit=1)[0])


_TAKEN_UP = re.compile(
    "(?:集体)?(?:研究(?!制定|出台|提出|拿出|解决|起草)|审议|听取|传达|学习|讨论|审定|通报|观看|审阅)[^。；]{3,60}"
)


def is_item_taken_up(rest: str) -> bool:
    """Tell whether a numbered line of minutes but says what the meeting turned to: 四、研究…事宜."""
    return _TAKEN_UP.fullmatch(rest) is not None


_MATTER_HEAD = re.compile(
    "(?!由|请|责成)[^，。；：]{3,36}(?:问题|事项|事宜|诉求|纠纷|一事|积案|信访件|投诉|遗留问题|安置|选址|资金|经费|工期|方案|补偿|标准)"
)


def is_matter_head(words: str) -> bool:
    """Tell whether a numbered point of minutes but names the matter decided behind it: 原纺织厂职工安置问题."""
    return _MATTER_HEAD.fullmatch(words) is not None


# 落水人员转运流程, not 优化办事流程.
_COURSE_HEAD = late(
    "(?:(?!优化|理顺|规范|完善|明确|简化|再造|制定|健全|梳理|公[布开]|精简|压缩|改进|熟悉|严格|细化|缩短|畅通|统一|建立|执行|按照?|落实)[\u3400-\u9fff、（）]){2,24}(?:流程|须知)"
)
# 启动仪式, 县领导讲话: a piece of a programme.
_PROGRAMME = late(
    "(?:(?!举[办行]|组织|参[加与]|学习|贯彻|传达|宣传|做好|搞好|开展|召开|筹[备办]|策划|安排|落实|撰写|起草|准备|深入|认真|领会|整理|形成|征集|印发|精简|审核|办好)[\u3400-\u9fff、“”《》，]){2,24}(?:仪式|讲话|致辞|发言)"
)


def is_noun_head(words: str) -> bool:
    """Tell whether a numbered point is a mere heading: 检查范围, 工作安排, 落水人员转运流程."""
    return any(
        one.fullmatch(words) is not None for one in (_NOUN_HEAD, _SORT, _COURSE_HEAD, _PROGRAMME)
    )
