"""Lines that only name or number: 出席：甲、乙, 联系电话：…, 某政专纪〔2025〕17号."""

import re

from guatu.domain.reading.directives.labels import ANY_LABEL
from guatu.domain.reading.late_patterns import late

_LABEL = re.compile(
    "(?:会议)?(?:时间|地点|主持|主持人|主持者|出席|列席|缺席|请假|旁听|参加|参会|到会|应到|实到|记录|记录整理|整理|议题|汇报人|发言人"
    "|(?:参加|参会|出席|列席|与会|检查|到场|到会|调研|陪同|汇报)(?:人员|单位|领导|同志)|记录人|检查时间|检查地点|检查人)："
    "|(?:编号|文号|密级|紧急程度|来文单位|发文单位|报送单位|督办单位|受检单位"
    "|督办事项|交办事项|交办人|承办人|经办人|交办时间|整改措施|(?:责任|牵头|分管|包保|包联)(?:县?领导|部门|科室)|签发|签发人|审核人|核稿|拟稿|主送|抄送|抄报|分送|附件|附"
    f"|{ANY_LABEL}|(?:工作|任务)(?:时限|期限)|时间要求|(?:主责|主管)(?:单位|部门|科室)|责任主体"
    "|(?:工作|具体|主要|推进)(?:措施|目标|举措)|(?:完成|年度|阶段)目标|验收标准"
    "|联系人|联系电话|联系方式|举报电话|监督电话|投诉电话|值班电话|咨询电话|电子邮箱|邮箱|传真|地址|报名地点|报名时间)："
)
# Who came, who called, what is attached: such lines end without a full stop.
_STOPS = "。！？；：，、…"
_GOES_ON = re.compile("[，、和与及的]$|[（(][^）)]*$")
_NUMBER = re.compile(
    r"(?:特急|特提|加急|平急|急件)?[\u3400-\u9fff]{2,12}[〔\[［【（(]\d{4}[〕\]］】）)](?:第)?\d{1,4}号"
)
# What papers are called at the end of their titles: 关于…有关问题的专题会议纪要.
_TITLED = re.compile(
    "(?:通知|通告|公告|通报|公示|意见|方案|纪要|决定|办法|命令|令|函|批复|清单|名单)(?:（[^（）]{1,8}）)?$"
)
_LONGEST = 120
# 各乡镇、县直有关单位 at the head of a notice, its colon left out.
_CALLED = re.compile(
    "(?:(?:各|县直|市直|区直|旗直|局属|局机关|有关|县级|市级)[^。；：！？“”要应须请把对向将给让]{0,24}?){1,3}"
    "(?:单位|部门|企业|学校|社区|公司|委员会|指挥部|办事处|政府|科室|机构|中心校|林场|同志们?)"
)
# Never who is told (各单位：), nor what was said at the event (会议强调：).
_EVENT_OF = late(
    "(?!会|与会|据|他|她|[一二三四五六七八九十]|\\d|[（(])[^，。；：、？！“”（）]{3,20}"
    "(?:座谈|恳谈|约谈|对话|调研|检查|督查|督导|走访|视察|慰问|察看|考察|暗访|巡查|巡河|看望|会见|办公|接访|下访|宣讲|党课|谈心)(?:会|时)?："
)
# 县住建局： above what it did, one of several in turn.
_OF_OFFICE = re.compile(
    "(?!会|与会|据|他|她|各|全)[^，。；：、？！“”（）]{1,10}(?:局|委|办|镇|乡|街道|村|社区|公司|医院)："
)
_CUT_TITLE = re.compile("(?:[^，。；：]{0,20}关于|在)[^，。；：]{4,36}[的暨和]")
_TITLE_END = re.compile(
    "[^，。；：]{0,12}(?:通知|通告|公告|通报|公示|意见|方案|纪要|决定|报告|请示|批复|函|令|清单|讲话|发言)"
)
_SET_APART = re.compile("除[^，。；：]{1,20}外")
_LISTING = re.compile(
    r"[（(]([一二三四五六七八九十]|\d{1,2})[）)]|([一二三四五六七八九十])、|(\d{1,2})[.．、](?!\d)|([①-⑳⑴-⒇])"
)
_ITEM = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、）).．][^，。；：]{2,20}$")
_ITEM_OF_CLAUSES = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、）).．]([^，。；：]{4,10}(?:，[^，。；：]{4,10}){1,2})"
)
_DIGITS = "一二三四五六七八九十"


def listing_of(words: str) -> int:
    """Return the number that a line opens with as a point of a list does: （二）, 四、, 3., ⑤; else 0.

    一是 and 第二 are none: they stand within paragraphs as often as before one.
    """
    found = _LISTING.match(words)
    if found is None:
        return 0
    said = next(group for group in found.groups() if group)
    if said in _DIGITS:
        return _DIGITS.index(said) + 1
    return int(said) if said.isdigit() and said.isascii() else (ord(said) - ord("①")) % 20 + 1


def calls_readers(words: str) -> bool:
    """Tell whether a line is whom a notice is meant for, and nothing else: 各乡镇（街道）、县直有关单位."""
    return len(words) >= 5 and words[0] in "各县市区旗局有" and _CALLED.fullmatch(words) is not None


def is_item(words: str) -> bool:
    """Tell whether a line is the number of a point and its title, and nothing else.

    A title of clauses is known by their being of one length: 一、密切配合，各负其责.
    """
    if _ITEM.match(words) is not None:
        return True
    found = _ITEM_OF_CLAUSES.fullmatch(words)
    return found is not None and len({len(one) for one in found[1].split("，")}) == 1


# 某某同志强调 on a line of its own, its colon left out: what is said stands below.
_SPEAKS = re.compile("[\u3400-\u9fff]{2,10}同志(?:强调|指出|要求)")


def is_label(words: str) -> bool:
    """Tell whether a line opens with a label of a paper and its colon, or but says who speaks below."""
    return _LABEL.match(words) is not None or _SPEAKS.fullmatch(words) is not None


def is_listed(words: str) -> bool:
    """Tell whether a line is a label with what belongs to it, or whom a notice calls, ended without a stop."""
    if len(words) > _LONGEST or words[-1] in _STOPS or _GOES_ON.search(words):
        return False
    return is_label(words) or calls_readers(words)


def announces(words: str) -> bool:
    """Tell whether words with a colon say of what event a headline below them is: 某某与企业家座谈： and no more."""
    if words[-1] != "：":
        return False
    return _EVENT_OF.fullmatch(words) is not None or _OF_OFFICE.fullmatch(words) is not None


def begins_title(words: str, below: str) -> bool:
    """Tell whether a line is the first row of a paper's title: 关于…有关问题的, then 会议纪要."""
    return bool(_CUT_TITLE.fullmatch(words) and _TITLE_END.fullmatch(below))


def numbers_paper(words: str) -> bool:
    """Tell whether a line is the number of a paper with its issuer's letters, and nothing else."""
    return _NUMBER.fullmatch(words) is not None


def titles_paper(words: str) -> bool:
    """Tell whether a line ends as the titles of papers do: …专题会议纪要, …的通知（试行）."""
    return _TITLED.search(words) is not None


def sets_apart(words: str) -> bool:
    """Tell whether a line only says what is left out, and needs what goes on behind it: 除钓具外."""
    return words[0] == "除" and _SET_APART.fullmatch(words) is not None


_LONGEST_TITLE = 90
# 某县人民政府办公室关于印发《…》的通知: the title of a paper is long by what it is about.
_TITLE_OF_PAPER = re.compile(
    "[\u3400-\u9fff]{2,40}关于[^。；：]{4,72}的(?:通知|通告|公告|决定|通报|意见|批复|函)(?:（[^）]*）)?"
)


def is_title_of_paper(words: str) -> bool:
    """Tell whether a line is the title of a paper, however long: …关于印发《…》的通知."""
    return len(words) <= _LONGEST_TITLE and _TITLE_OF_PAPER.fullmatch(words) is not None
