"""What a person does in a record: leads, chairs, reports, goes along, attends."""

import re
from collections.abc import Sequence

from guatu.domain.reading.events import CEREMONY, is_official
from guatu.domain.reading.guests import is_guest
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.people import Mention, words_after
from guatu.domain.reading.rolls import is_invited_to_teach
from guatu.domain.reading.values import PersonRole, RecordKind

_REPORTS = re.compile(
    "[^，。；]{0,12}?(?:汇报(?!会)|介绍|发言|通报|说明|解[读答]|反映|回应|承诺|坦言|答复|作[^，。；]{0,14}(?:辅导|报告)|谈体会|谈感受|话感受|述职|交流|希望|建议|提出|公布|发布(?!会)|说|表示|告诉|(?<!一)道)"
)
_REPORTS_NEXT = re.compile(
    "，[^，。；]{5,24}(?:分别|依次)?作(?:了)?(?:情况|工作|典型|交流|表态)?(?:汇报|通报|发言|介绍)"
    "|[^。；]{2,40}，并?[就围对][^。；]{2,40}提出[^，。；]{0,6}(?:建议|诉求|意见)(?:。|$)"
)
# 就创建工作进展作了详细讲解: what is reported may be named at length in between.
_REPORTS_ON = late(
    "(?:同志)?(?:在[^，。；]{1,8}[上中])?[对就围向][^。；]{2,70}?(?:进行|作|做)了?[^，。；]{0,10}(?:汇报|说明|讲解|通报|介绍|部署|安排|点评|解读|梳理|解释|总结|分析|研判|发言(?!提纲))|(?:同志)?[就对围][^。；]{2,40}(?:提出|谈了|建言|畅所欲言|发表)[^，。；]{0,8}(?:建议|意见|诉求|看法|想法|献策|$)"
    "|(?:同志)?(?:在[^，。；]{1,8}[上中])?(?:全面|简要|重点|首先|逐[项一条])?(?:介绍|汇报|通报|安排|部署|回顾|总结|梳理|讲解|解读|解释|分析(?=了|研判|[^，。；]{2,12}(?:趋势|形势|情况)))了?(?!会|工作会)"
)
# What an official says for his own side: a report handed on, or a promise.
_REPORTS_LATER = re.compile(
    "(?:同志)?(?:汇报|[对就][^，。；]{2,24}(?:进行|作|做)了?[^，。；]{0,4}(?:汇报|说明))"
)
_PROMISES = re.compile(
    "[^。；“”要]{0,16}(?:表示|承诺|表态|发言|说)，?(?:[\u3400-\u9fff]{1,8})?(?<![你他她])将"
)
# An official who answers on the spot or says what he is going to do is heard too.
_ANSWERS = re.compile(
    "[^，。；：“”]{0,8}?(?:当场|随即|现场|马上|立即|立刻|红着脸|接着|起身|当即)?(?:答复|回应|回答|答道|解释|作答|接过话|先给[^，。；]{1,6}吃了?一颗定心丸)(?![，。]|了)"
    "|[^，。；：“”要]{0,8}(?:当场|随即|现场|马上|立即|立刻|当即)(?:答复|回应|回答|解释|表态|承诺)"
    "|[^。；“”要]{0,12}(?:表示|承诺|表态)，(?:[^，。；要]{0,8})?(?:马上|立即|立刻|回去|这就|一定[^要]|保证|负责|抓紧|会后就|今天就|明天就|中午以?前|下午)"
)
_SPEECH = re.compile("[^，。；]{0,12}讲话")
# Members of a group that studies take the floor and attend.
_STUDIES = re.compile(
    "学习会|中心组|集体学习|专题学习|学习研讨|务虚会|读书班|学习[^，。；]{0,6}会议"
)
_STUDY_SPEECH = re.compile(
    "[^，。；]{0,40}?(?:领学|(?:交流|研讨)?发言|交流了?[^，。；]{0,4}体会|谈[^，。；]{0,4}体会)"
)
# 参加：甲、乙: the head of minutes only lists.
_ROLL = re.compile("(?:参加|出席|列席|参会|到会)(?:人员|同志|单位)?[：:]")
_READS = re.compile("[^，。；]{0,10}?(?:宣读|揭牌|致辞|致欢迎辞|颁奖|授)")
_CHAIRS = re.compile("(?:[^，]{0,20})?主持")
_LISTED = re.compile("(?:、|和|及|以及|，)[^，。；：“”]{0,40}$")
# Who answers, asks for, shows or promises something is heard; a quotation right before or behind the name does the same.
_SPEAKS_UP = re.compile(
    "[^，。；：“”]{0,24}?(?:：“|汇报(?!会)|介绍|报告|回答|答|补充|建议|反映|检讨|说明|表示|坦言|回应|承诺|答应|快人快语|畅所欲言|有话直说"
    "|说|讲|谈|提(?![着起醒])|道[，。：]|发言|表态|诉|吐槽|接过话|报(?![告名送道])|掏出|递|开口|算[^，。；]{0,4}账|直言|倒苦水|回话)"
    "|[^。；：“”]{0,16}，[^，。；：“”]{0,6}(?:检讨|回答|答道|汇报|表态|接话|解释|说明)(?:说|道)?[：，]"
)
_TELLS = re.compile(
    "[^，。；：“”]{0,12}?(?:算[^，。；]{0,4}账|接过话|开口|汇报|介绍|报告|回答|答应|答|解释|演示|表示，[^。]{0,16}将|说，[^。]{0,10}(?:将|已))"
)
_REPORTED = re.compile("[^，。；：“”]{0,12}?汇报(?!会)")
_SAID_BEFORE = re.compile(
    "(?:[”]|回答的是|说话的是|答话的是|发言的是|接话的是|听取(?:了)?|(?:当场|当面|随即|转身|又|还)?(?:询问|追问|责问))[^，。；：“”]{0,30}$"
)
# 对随行的某局长甲说, 叮嘱乙：, 与董事长丙深入交流: who is told something goes along, unless he answers.
_TOLD = re.compile(
    "(?:(?<!面)(?<!针)对(?!于)|跟|[与和同]|叮嘱|嘱咐|提醒|告诫|吩咐|交代|要求|责成|点名|喊来|叫来|找来|请)(?:当地|陪同|随行|同行|在场|一旁|身边|站在一[旁边]|闻讯赶来|前来)?的?[^，。；：“”、的]{0,26}$"
)
_IS_TOLD = re.compile(
    "(?:等人?)?(?:[说讲]|交代|叮嘱|强调|[，：]|亲切|深入|当面|现场|一起|面对面|边[走看]边|交[流谈]|[就围]|再三|提出)"
)
_ANSWERS_LATER = re.compile(
    "[^，。；：“”]{0,10}?(?:回答|答|应下|应道|应声|点头|解释|汇报(?!会)|介绍|报告|表示|表态|承诺|保证|说|道|坦言|回应|算了|接过|插话)"
)
# 带着乙、丙赶到, 随行的某局长甲: who is brought along or stands by.
_BROUGHT = re.compile("带着[^，。；：“”]{0,40}$")
_STANDS_BY = re.compile("(?:随行|陪同|同行)(?:检查|调研|督导|视察|巡查)?的[^，。；：“”]{0,26}$")
_FRONT = 44
_GOES_ALONG = re.compile("[^。]{0,120}?(?:陪同|随同|一同|随行|参加|参与|同行|陪)")
_ATTENDS = re.compile("[^，。；：“]{0,30}?(?:参加|出席|列席|与会|到会|收听收看)")
# What is no ceremony by its name and brings people together all the same; else a story is told.
_GATHERING = re.compile("启动|推介|招聘|采摘|活动|仪式|[节季周]开|演练|比赛|大赛|观摩")
_OPENING = 200
_FIRM = re.compile("公司|集团|企业|厂|矿|合作社|[院校园馆]长")
_SPEECH_OF_ONE = re.compile(
    "(?:、[^，。；]{2,40})?(?:分别|先后|依次)?作(?:了)?(?:典型|经验|交流|表态)(?:交流)?发言"
)
_EXPLAINS = re.compile(
    "[^，。；]{0,4}?介绍|[^。；]{0,20}表示，?将|[^，。；]{0,4}?说，[^。；]{0,10}将"
)
_GIVES_REPORT = re.compile(
    "作(?:了)?(?:工作|情况|建设|专题)?(?:汇报|报告|介绍|说明)|介绍[^，。；]{2,14}(?:经过|过程|由来)时"
)
_HEARD_IN_MARKS = re.compile("[。！？]”$")
# 局长介绍了项目建设情况: who opens a thing to the guests explains what it is.
_EXPLAINS_WHAT = re.compile(
    "[^，。；]{0,4}?(?:介绍|汇报|通报)了?(?:[^，。；“]{0,16}(?:情况|概况|进展|背景|过程|成果|规划))"
)
_LISTED_SPEECH = re.compile(
    "^(?:、[^，。；]+|等[^，。；]*)(?:汇报(?!会)|发言|表态|交流|通报|介绍|说明|回应|解答|答复|作答|谈体会|谈感受|畅所欲言|建言|献策|各抒己见|踊跃|提出[^，。；]{0,10}(?:建议|意见)|敞开|反映|吐露|讲述|分享)"
)


def role_of(
    one: Mention,
    others: Sequence[Mention],
    texts: Sequence[str],
    *,
    post: str,
    lead: str | None,
    kind: RecordKind,
) -> PersonRole:
    """Return what the person of a first mention does; ``others`` are all mentions of the article in order."""
    if one.name == lead:
        return PersonRole.LEAD
    own = [each for each in others if each.name == one.name] or [one]
    if any(_is_host(texts, each) for each in own):
        return PersonRole.HOST
    official = is_official(post) and "原" not in post
    if not official and is_invited_to_teach(texts[one.paragraph], one.start, one.end):
        return PersonRole.REPORTING
    if _ROLL.match(texts[one.paragraph]) and len(own) == 1:
        return PersonRole.ATTENDING
    if kind is RecordKind.OTHER:
        return _in_ceremony(
            own, texts, lead, official=official, firm=_FIRM.search(post) is not None
        )
    words = words_after(texts, one)
    clause = re.split("[，；]", words)[0][:40]
    alone = not clause.startswith(("、", "等"))
    if (
        kind is RecordKind.MEETING
        and _studies(texts, _tail(one, others, texts))
        and _is_of_the_group(post)
    ):
        return PersonRole.ATTENDING
    if not official and kind is not RecordKind.VISIT and _tells_later(own, texts, kind):
        return PersonRole.REPORTING
    if not official and kind is not RecordKind.VISIT and _speaks_up(one, others, texts, kind, post):
        return PersonRole.REPORTING
    if kind is RecordKind.VISIT:
        return _on_visit(one, own, texts, clause, official=official)
    if alone and _REPORTS.match(clause) and not _READS.match(clause):
        return PersonRole.REPORTING
    if alone and not official and _REPORTS_ON.match(words) and not _READS.match(clause):
        return PersonRole.REPORTING
    if not _SPEECH.match(words) and any(_hands_on(texts, each) for each in own):
        return PersonRole.REPORTING
    if re.match(
        "[^。]{0,200}?(?:陪同|随同|一同(?!会商|参会|出席|与会|收听|观看|听取)|随行)", words
    ):
        return PersonRole.ACCOMPANYING
    if _LISTED_SPEECH.search(words[:120]) or _REPORTS_NEXT.match(words):
        return PersonRole.REPORTING
    return PersonRole.ATTENDING


_TELLS_LATER = re.compile("(?:同志)?(?:首先|全面|简要|重点|详细)?(?:介绍|通报|汇报|解读|说明)了")
_SAYS_LATER = re.compile("(?:则|接着|也)?(?:说|建议|认为|介绍|坦言|提出)(?!要)")


def _tells_later(own: Sequence[Mention], texts: Sequence[str], kind: RecordKind) -> bool:
    """Tell whether somebody first named among those present is heard further down."""
    later = [words_after(texts, one) for one in own[1:]]
    told = any(_TELLS_LATER.match(one) for one in later)
    return told or (kind is RecordKind.SYMPOSIUM and any(_SAYS_LATER.match(one) for one in later))


def _is_of_the_group(post: str) -> bool:
    """Tell whether a post is none of a lecturer's: members are named with their posts or with none."""
    return re.search("教授|讲师|研究员|党校|学院|大学|专家|讲师团", post) is None


def _studies(texts: Sequence[str], words: str) -> bool:
    return _STUDIES.search(texts[0][:120]) is not None and _STUDY_SPEECH.match(words) is not None


def _hands_on(texts: Sequence[str], one: Mention) -> bool:
    words = words_after(texts, one)
    return any(told.match(words) for told in (_REPORTS_LATER, _PROMISES, _ANSWERS))


def _is_host(texts: Sequence[str], one: Mention) -> bool:
    words = words_after(texts, one)
    clause = re.split("[，；]", words)[0][:40]
    return not clause.startswith(("、", "等")) and _CHAIRS.match(clause) is not None


def _in_ceremony(
    own: Sequence[Mention], texts: Sequence[str], lead: str | None, *, official: bool, firm: bool
) -> PersonRole:
    """At a ceremony one attends, unless a firm explains what it opens or promises; in a story who is heard reports."""
    opening = "".join(texts[:2])[:_OPENING]
    if lead is None or not (CEREMONY.search(opening) or _GATHERING.search(opening)):
        tells = any(_SPEAKS_UP.match(words_after(texts, one)) for one in own)
        return PersonRole.ATTENDING if official and not tells else PersonRole.REPORTING
    if any(_PROMISES.match(words_after(texts, one)) for one in own):
        return PersonRole.REPORTING
    if _SPEECH_OF_ONE.match(words_after(texts, own[0])):
        return PersonRole.REPORTING
    if not official and any(_GIVES_REPORT.match(words_after(texts, one)) for one in own):
        return PersonRole.REPORTING
    if firm and any(_HEARD_IN_MARKS.search(texts[one.paragraph][: one.start]) for one in own[1:]):
        return PersonRole.REPORTING
    if any(_EXPLAINS_WHAT.match(words_after(texts, one)) for one in own):
        return PersonRole.REPORTING
    explains = any(_EXPLAINS.match(words_after(texts, one)) for one in own)
    return PersonRole.REPORTING if explains and firm else PersonRole.ATTENDING


def _tail(one: Mention, others: Sequence[Mention], texts: Sequence[str]) -> str:
    """Return the words behind the list of persons in which a mention stands."""
    last = one
    for each in others:
        if each.paragraph != one.paragraph or each.start <= last.start:
            continue
        if _LISTED.fullmatch(texts[one.paragraph][last.end : each.start]) is None:
            break
        last = each
    return words_after(texts, last)


def _speaks_up(
    one: Mention, others: Sequence[Mention], texts: Sequence[str], kind: RecordKind, post: str
) -> bool:
    """Tell whether somebody of a firm, a village, an office is heard in a meeting."""
    tail = _tail(one, others, texts)
    if _ATTENDS.match(tail):
        return False
    if _SAID_BEFORE.search(texts[one.paragraph][: one.start]) or _SPEAKS_UP.match(tail):
        return not _READS.match(tail)
    if kind is RecordKind.SYMPOSIUM and is_guest(post):
        return True
    return any(_TELLS.match(words_after(texts, each)) for each in others if each.name == one.name)


def _on_visit(
    one: Mention,
    own: Sequence[Mention],
    texts: Sequence[str],
    clause: str,
    *,
    official: bool,
) -> PersonRole:
    words = words_after(texts, one)
    along = _GOES_ALONG.match(words) is not None
    before = texts[one.paragraph][max(0, one.start - _FRONT) : one.start]
    heard = any(_ANSWERS_LATER.match(words_after(texts, each)) for each in own[1:])
    told_him = _TOLD.search(before) and _IS_TOLD.match(words)
    stands_by = _STANDS_BY.search(before) and (told_him or not _ANSWERS_LATER.match(words))
    if _BROUGHT.search(before) or (not heard and (told_him or stands_by)):
        return PersonRole.ACCOMPANYING
    told = any(_TELLS.match(words_after(texts, each)) for each in own)
    said = _SAID_BEFORE.search(texts[one.paragraph][: one.start]) is not None
    reported = any(_REPORTED.match(words_after(texts, each)) for each in own)
    if not official and not along and (reported or told or said):
        return PersonRole.REPORTING
    if along:
        return PersonRole.ACCOMPANYING
    alone = not clause.startswith(("、", "等"))
    reports = _REPORTS.match(clause) or _REPORTS_ON.match(words)
    if alone and reports and not _READS.match(clause):
        return PersonRole.REPORTING
    listed = _LISTED_SPEECH.search(words[:120]) or _REPORTS_NEXT.match(words)
    return PersonRole.REPORTING if listed else PersonRole.ACCOMPANYING
