"""The parts of an official paper: which tell facts (基本情况, 参会人员) and which demand (有关要求).

A part runs from its number to the next of the same kind of number; lines that only carry a
label (时间：, 记录：) or close the paper (本通告自发布之日起施行) demand nothing.
"""

import re

from guatu.domain.reading.directives.clauses import BRACKETED_HEAD
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.paper_heads import is_posted, is_roll

_NUMBERS = (
    re.compile(
        "[一二三四五六七八九十]{1,3}、|(?:第[一二三四五六七八九十]|最后一)[句条点]?[话]?[，：]|第[一二三四五六七八九十百]{1,4}条(?=[\u3400-\u9fff])|第\\d{1,3}项(?=[\u3400-\u9fff])|【?(?:议题|议程)[一二三四五六七八九十]{1,2}(?:】|：)"
    ),
    re.compile("[（(][一二三四五六七八九十]{1,3}[）)]、?"),
    re.compile("\\d{1,2}(?:．|[.、](?!\\d))"),
    # 【粮食生产】 heads a point as its number would.
    re.compile(f"[（(]\\d{{1,2}}[）)]|[①②③④⑤⑥⑦⑧⑨⑩]|{BRACKETED_HEAD.pattern}"),
)
_ANY_NUMBER = re.compile("|".join(f"({one.pattern})" for one in _NUMBERS))
_ARTICLE = re.compile("第[一二三四五六七八九十百]{1,4}条")
# 第一条 为…，制定本办法。第二条 本县范围内的…，适用本办法。本办法所称…，是指…
_FRAMES = late(
    f"(?:{_ARTICLE.pattern})(?:[^。]*(?:制定|适用|遵守|执行)(?:本|此)(?:规定|办法|规则|细则|制度|守则|章程|公约|规程)。?|(?:本|此)[\u3400-\u9fff]{{2,4}}(?:所称|所指|中的).*)"
)
# 二、禁采期限自6月1日起至…止。一、本通告适用范围为…: how long and how far a paper holds.
_SPAN = re.compile(
    "[^，。；：]{0,10}(?:期限|时间|时段|范围|区域|河段|路段|对象)(?:为|是|自|从|包括)(?!内)[^。；要须]{2,60}"
)
_FACTS = late(
    "(?:排查|检查|督查|督导|巡查|抽查)重点|[^，。；：]{0,14}(?:时间|地点|(?<![区类险外点殊难动离返])人员|对象|范围|议程|日程|议题|背景|依据|指导思想|成效|成绩|做法|亮点|条件|方向|额度|资格|名额|(?:补助|补贴|奖补|奖励|资助|收费)标准|情况|结果|问题|不足|差距|禁[渔火牧烧放]期|禁[渔火牧烧放]区域?|(?:排查|检查|督查|督导|巡查|考核|报名|征集|活动|抽查)内容)"
    "(?:及(?:方式|地点|时间|要求))?(?:（[^）]*）)?$"
)
_ACTS = re.compile(
    "(?:及时|认真|全面|切实|严格|进一步|尽快|迅速|立即|按时)*(?:抓|做好|加强|强化|解决|报送|上报|反馈|报告|掌握|摸清|排查|规范|压实|调整|化解|梳理|公开|公示|通报(?!情况)|关于|整改(?!情况|结果|落实)|落实(?!情况|结果)|处[理置](?!情况|结果))"
)
# 1.各乡镇每日报送供暖情况: how often somebody is to act is no heading.
_RETURNS = re.compile("每[日天周旬月季年]|[逐按][日周旬月季]|定期|及时")
# 二、各村要上报整改情况。, 监控室必须安排两名人员: a point that asks is no heading, whatever it ends with.
_ASKS = re.compile(
    "(?<![主重需首纲摘提])要(?![求素点件])|必须|务必|应当|须(?!知)|不得|请(?!示)|严禁|[一二三四五六七八九十两\\d](?:名|次)"
    "|^由(?!于)|尽快|抓紧|立即|统一(?!标准)|逐[一个项户村]"
    "|(?:上报|报送|报告|反馈|汇总|公布|公开|安排|组织|配[备齐强])(?!时间|方式|内容|要求|范围|渠道|情况|部署)(?=[\u3400-\u9fff]{2})"
)
_LABEL = re.compile(
    "[（(]?(?:(?:发|抄|报|送|共印|印)：|(?:交办|经办|承办|拟稿|核稿|校对|审核|承办)人：)|[（(]?(?:会议|活动|开会|召开)?(?:时间|地点|批示领导|批示人|批示时间|批示日期|来文单位|来文字号|收文日期|编号|密级|主持人?|出席|列席|参加|参会|与会|缺席|请假|记录|议题|议程|签发|签批|抄送|抄报|发送|分送|主送|印发|联系|附件|附|主题词|举报电话|监督电话|咨询电话|公示期|发布机构|索引号)"
    "[^，。；：]{0,8}："
)
# 成　员：…, 郗建国　县水利局局长: who belongs to a body that a paper sets up.
_MEMBER = re.compile(
    "(?:(?:总|副)?(?:组\\s*长|召集人|指挥长|指挥)|成\\s*员|联\\s*络\\s*员|顾\\s*问|总召集人)：|(?![由请各])[\u3400-\u9fff、（）\\s]{7,40}(?:(?<!由)[局部院校队站所镇乡县处科]长|书记|主任|主席|委员|经理|负责人)(?:（兼）)?$"
)
# 交办事项：北门桥头积水问题: what a paper hands out, by its name.
_SIGNS = re.compile(
    "[^，。；：]{0,24}(?:代表|负责人|签字人|甲方|乙方|法定代表人)[（(](?:签字|盖章|签名|签章|签字盖章)[）)]："
)
_MATTER = re.compile(
    "(?:交办|督办|批办|转办|反映)(?:事项|问题|内容)：[^，。；]{2,40}(?:问题|事项|情况|事宜|一事)$"
)
# 中共某县委办公室　2026年3月2日印发: the foot of the last page.
_PRINTED = re.compile(
    "[^，。；]{2,40}(?:\\d{4}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日印发$"
)
_CLOSING = late(
    "(?:本|此|该|以上|上述)(?:通知|通告|公告|令|办法|纪要|方案|意见|规定|决定|命令|细则)"
    "(?:自[^，。；]{2,24}(?:施行|实施|执行|生效|有效)|由[^，。；]{2,24}(?:负责)?解释|有效期|未尽事宜|解释权)"
    "|(?:本|此)[\u3400-\u9fff]{2,6}一式[一二三四五六七八九十两]{1,2}份"
    "|(?:顺|谨|敬)?祝(?![贺福愿])|谢谢|感谢|此致|敬请(?:谅解|理解|周知)"
    "|如(?:对|果对|果不服|不服)[^，。；]{0,20}(?:异议|不服|通知|决定)"
)


def level_of(text: str) -> int | None:
    """Return which kind of number opens a paragraph (一、 0, （一） 1, 1. 2, ① 3), or None."""
    found = _ANY_NUMBER.match(text)
    return found.lastindex - 1 if found is not None and found.lastindex is not None else None


def _head_of(text: str, level: int) -> str:
    found = _NUMBERS[level].match(text)
    rest = text[found.end() :] if found is not None else text
    return re.split("[。：\n]", rest, maxsplit=1)[0]


def point_start(text: str, level: int) -> int:
    """Return where the words of a numbered paragraph begin, behind its number."""
    found = _NUMBERS[level].match(text)
    return found.end() if found is not None else 0


def tells_facts(text: str, level: int) -> bool:
    """Tell whether a numbered part is headed as one that tells facts (二、存在的主要问题)."""
    if _FRAMES.fullmatch(text) is not None:
        return True
    head = _head_of(text, level)
    if _SPAN.fullmatch(head) is not None and not text.partition("。")[2]:
        return True
    acts = any(one.search(head) is not None for one in (_ASKS, _RETURNS))
    acts = acts or _ACTS.match(head) is not None
    return _FACTS.fullmatch(head) is not None and not acts


def is_label_line(text: str) -> bool:
    """Tell whether a paragraph is but a label and what it holds: 时间：, 参加会议人员：, 抄送：."""
    if "：“" in text:
        # 甲拨通老师的电话：“…”: the colon opens his words.
        return False
    return any(one.match(text) is not None for one in (_LABEL, _MEMBER, _PRINTED, _MATTER, _SIGNS))


def closes_paper(words: str) -> bool:
    """Tell whether a clause, its number left out, only says from when a paper holds or who explains it."""
    level = level_of(words)
    number = _ARTICLE.match(words) if level is None else _NUMBERS[level].match(words)
    return _CLOSING.match(words, number.end() if number is not None else 0) is not None


_WRONG = re.compile(
    "(?:案例|案件|事故|事件|问题|隐患|不足|违法行为|违规行为|情形|短板|情况)[^，。；：]{0,6}：$"
)
# 现将有关情况通报如下：, the whole paper follows.
_MADE_KNOWN = re.compile(
    "(?:情况|事项|要求)[^，。；：]{0,3}(?:通报|通知|通告|公告|函告|报告)如下：$"
)
_TO_MEND = re.compile("整改|解决|处理|做好|要求")


def lists_wrongs(text: str) -> bool:
    """Tell whether a paragraph announces what was found (发现存在下列问题：), not what is asked."""
    last = re.split("[，。；]", text)[-1]
    if _MADE_KNOWN.search(last) is not None:
        return False
    return _WRONG.search(last) is not None and _TO_MEND.search(last) is None


_ASKED = late(
    "(?<=[。；\u3400-\u9fff）])(?:整改|办理|工作|处理|落实|有关|下步|下一步|推进|解决|具体|督办)(?:要求|措施|意见|任务|打算|举措|工作|计划|建议)："
    "|^(?:领导)?批示：|^(?:领导批示|批示|交办|督办|转办|事项|办理|反馈|承办)(?:内容|要求|意见|事项)：(?![^，。；]{2,40}(?:问题|事项|情况|事宜)(?:。|$))"
)


# 二、报名时间：即日起，请各单位于6月5日前报名。: who is asked within a part that tells facts.
_ASKED_WITHIN = re.compile(
    "(?<=[，。；])(?:[^，。；：]{0,12}(?:人员|对象|单位|部门|选手|考生|家长|代表|者))?(?:务)?请(?=(?:[^，。；：请]{2,10}(?:人员|对象|单位|部门|选手|考生|家长|代表|者))?(?:于|在|各|将|提前|务必|携带|准时|按时|参[会训加]|自行))"
)


def asked_in_facts(text: str) -> int:
    """Return where somebody is asked within a part that tells facts, or 0."""
    found = _ASKED_WITHIN.search(text) if "请" in text else None
    return found.start() if found is not None else 0


# 第一句，证要齐。: the head of a paragraph of an open letter; 【粮食生产】: of a point.
_SAYING = re.compile("(?:第[一二三四五六七八九十]句|最后一句)[，：][^，。；]{2,6}。(?=.)")


_MEASURES = re.compile(
    "(?=[主举具处工推措整治落要解防])(?:^|(?<=[）)】]))(?:整改|工作|具体|解决|处理|落实|防治|治理|推进|主要)?(?:措施|举措|要求)："
)


def measures_from(text: str) -> int:
    """Return where a paragraph begins to set down what is to be done about the point above it, or 0: 整改措施：…."""
    found = _MEASURES.search(text)
    return found.end() if found is not None else 0


def asked_from(text: str) -> int:
    """Return where a point begins to ask that first tells what is wrong or has a head of its own, or 0."""
    head = (_SAYING if text[0] in "第最" else BRACKETED_HEAD).match(text)
    if head is not None:
        return head.end()
    found = _MEASURES.search(text) or _ASKED.search(text)
    return found.end() if found is not None else 0


def first_asked(text: str, *, facts: bool) -> int:
    """Return where a paragraph begins to ask, also one of a part that tells facts (``facts``), or 0."""
    return asked_from(text) or (asked_in_facts(text) if facts else 0)


# 存在问题：一是…；二是…: a paragraph of a point that tells how things stand, before what is decided about it.
_TELLS = re.compile(
    "(?:存在的?(?:主要|突出)?(?:问题|困难|不足)|主要(?:问题|困难)|问题(?:描述|表现|概述)?|(?:工作|项目|当前|目前|办理|整改|落实)?(?:进展|推进)(?:情况)?|(?:基本|主要|有关|反映)情况"
    "|项目概况|建设(?:内容|规模)|(?:诉求|反映|投诉|举报|来电|信访)(?:内容|问题|事项)|事由)："
)


def tells_by_label(text: str) -> bool:
    """Tell whether a paragraph only tells how things stand, by its label, and goes on to no measures."""
    return _TELLS.match(text) is not None and not asked_from(text)


# 附件：1.…, 附：…; 附件2 alone above its title.
_ANNEXED = re.compile("附(?:件|表|录)?\\d{0,2}：(?=.)|附(?:件|表|录)\\d{0,2}$")
_ANNEX_ROW = re.compile(
    "(?:附件)?\\d{1,2}[.．、：](?!\\d*[日月号])[^。；]{2,70}。?$|[^。；，：]{2,40}[表单册案录]$"
)


_AIMS = re.compile("[^，。；：]{0,8}目标(?:任务|要求)?(?:（[^）]*）)?")
_BINDS = re.compile("(?:条件|资格)$")
_FORBIDS = re.compile("不得|严禁|不准|不允许")


class PaperParts:
    """Keeps whether the part of a paper that is being read tells facts (``facts``) or sets aims (``aims``).

    ``itemised`` tells that the paragraph is an item of a list that a point announced, no heading.
    """

    __slots__ = (
        "_aims_level",
        "_annexed",
        "_binding",
        "_level",
        "_roll",
        "_wrongs",
        "aims",
        "facts",
        "itemised",
    )

    def __init__(self) -> None:
        self._level: int | None = None
        self._wrongs: int | None = None
        self._aims_level = 0
        self.facts = self.itemised = self.aims = self._binding = False
        self._annexed = self._roll = False

    def only_names(self, text: str) -> bool:
        """Tell whether a paragraph names what is annexed to the paper (附件：1.…, 2.…) or goes on with who came."""
        opens = _ANNEXED.match(text) is not None
        self._annexed = opens or (self._annexed and _ANNEX_ROW.match(text) is not None)
        # 参会人员：…, and below it a name and a post a line.
        self._roll = is_roll(text) or (self._roll and is_posted(text))
        return self._annexed or (self._roll and not is_roll(text))

    def follow(self, before: str, text: str) -> None:
        """Take the next paragraph in, and the one before it."""
        level, above = level_of(text), level_of(before)
        if level is None or above is None:
            self.itemised = False
            return
        begins = before.endswith("：") and level > above
        self.itemised = begins or (self.itemised and level == above and before.endswith("；"))

    def forbids(self, text: str) -> bool:
        """Tell whether a point of 申报条件 forbids something all the same: 同一项目…，不得重复申报."""
        return self._binding and _FORBIDS.search(text) is not None

    def enter(self, text: str) -> bool:
        """Take the next paragraph in; tell whether it opens a part that demands."""
        level = level_of(text)
        if level is None:
            if self._level is None:
                self.facts, self._wrongs = lists_wrongs(text), None
            return False
        if not self.aims or level <= self._aims_level:
            self.aims, self._aims_level = _AIMS.fullmatch(_head_of(text, level)) is not None, level
        if self.facts and self._level is None and level >= (self._wrongs or 0):
            self._wrongs = level
            return False
        if self.facts and self._level is not None and level > self._level:
            return False
        self.facts = tells_facts(text, level)
        self._binding = self.facts and _BINDS.search(_head_of(text, level)) is not None
        self._level = level
        return not self.facts
