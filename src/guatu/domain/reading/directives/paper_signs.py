"""What shows a text without a title, or below one that tells nothing, to be a paper: its closing words, its parts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from guatu.domain.reading.directives.notices import NOTICE, letter_by_headline
from guatu.domain.reading.directives.plans import plan_by, tells_of_plan
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.spoken_papers import SPOKEN, is_spoken_title
from guatu.domain.reading.late_patterns import late

# 特此通知。 stands alone, or ends what is said last.
_CLOSES = re.compile(
    "(?:^|[。；，])[特专]此(?:紧急)?(?:通知|通告|公告|通报|函告|函达|公示)[。！]?$"
)
_LAST = 6
# 为守好堤防，制定本方案。: a plan by its reason, whatever its title.
_MADE = re.compile(
    "(?:^|[，。])(?:特|现)?(?:制定|制订)(?:本|此|以下|如下)(?:实施|工作|活动|行动|整改)?(?:方案|办法|计划|预案|细则|措施|意见)[。：]?$"
)
# 县交通局发布了停航办法，全文如下：: a report that prints the whole paper.
_PRINTED = re.compile(
    "(?:^|[，。])(?:通知|方案|通告|公告|流程|意见|文件|具体)?(?:全文|内容|原文|正文)如下：$"
)
_FIRST = 4
_PART = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第\\d{1,3}项|事项[一二三四五六七八九十]|[①②③④⑤⑥⑦⑧⑨⑩]|【[\u3400-\u9fff、]{2,12}】"
)
_FEWEST = 2
# A report has who wrote it, where it was sent from, and who is said to have said what.
_REPORTS = re.compile(
    "记者|通讯员|[本\u3400-\u9fff]讯(?:[（(\\s]|$)|主持召开|一行(?=[\u3400-\u9fff])|(?<![据按照])(?:会议|会上|同志|书记|[县市区镇乡局]长|主任|[他她])[^，。；]{0,6}(?:强调|指出|要求(?!办|落|执|时|完)|表示|说(?!明))|获悉|据悉|据了解|我们?(?![县市区旗省镇乡国办局])"
)
# An account of work done has parts as well: it tells what came of it.
_ACCOUNTS = re.compile(
    "取得了?[^，。；]{0,10}(?:成效|成绩|效果|进展)|成效(?:明显|显著)|累计|截至|截止目前|多次深入|全年(?:共|投入|未发生|完成)|工作打算$|率达到?[\\d.]+[%％]|受到[^，。；]{0,8}好评"
)


# A report or a request to those above asks nobody below.
_UPWARDS = re.compile(
    "(?:请示|报告|总结|汇报|说明|小结|述职|信息|自查|经验)(?:[（〔(][^）〕)]*[）〕)])?$"
)
# 县水利局扎实开展防汛工作, signed by it: told of its own work.
_OF_WORK = re.compile(
    "多措并举|[一二三四五六多]举措|[一二三四五六]个|扎实|全力|筑牢|持续|深入|积极|有序|圆满|顺利|成功|召开|举行|开展|强化|推进|走进|聚焦|织[密牢]|守[护好牢]"
)
_ASKS = re.compile(
    "(?<![主重需首纲摘提])要(?![求素点件])|必须|务必|应当|须(?!知)|不得|严禁|请(?!示)|[月日底末]前|牵头|\\d{1,2}月(?:\\d|底)"
)
_SIGNER = late(
    "[\u3400-\u9fff“”（）、]{3,40}(?:局|委员会|办公室|政府|指挥部|领导小组|党委|支部|学校|中学|小学|医院|公司|集团|中心|室|院|村委会|社区|管委会|办事处)"
)
_DAY = re.compile("20\\d\\d年\\d{1,2}月\\d{1,2}日")
_FOOT = 4


def is_signed(texts: Sequence[str]) -> bool:
    """Tell whether a text ends with who issues it and, below, the day: a paper, whatever its title."""
    foot = texts[-_FOOT:]
    return any(
        _DAY.fullmatch(below) is not None and _SIGNER.fullmatch(above) is not None
        for above, below in pairwise(foot)
    )


def _asks(headline: str, texts: Sequence[str]) -> bool:
    """Tell whether a signed text asks somebody below: its title tells of no work done, and its parts demand or set days."""
    if _UPWARDS.search(headline) is not None or _OF_WORK.search(headline) is not None:
        return False
    return any(_ASKS.search(text) is not None for text in texts[:-1])


def letter_of(headline: str, texts: Sequence[str]) -> SpeechAct | None:
    """Return the speech act of a paper by its title, its parts or its words; None of a report."""
    if is_spoken_title(headline):
        return SPOKEN
    titled = letter_by_headline(headline) or plan_by(headline, texts)
    return titled or letter_by_text(headline, texts)


def letter_by_text(headline: str, texts: Sequence[str]) -> SpeechAct | None:
    """Return the speech act of a notice that its words show to be one: it closes as one, or is in parts and untitled.

    >>> letter_by_text("", ["请各村10日前报送名单。", "特此通知。"]) is NOTICE
    True
    """
    if any(_CLOSES.search(text) for text in texts[-_LAST:]):
        return NOTICE
    if sum(_PART.match(text) is not None for text in texts) < _FEWEST:
        return None
    if holds_paper(headline, texts):
        return NOTICE
    if headline and not (is_signed(texts) and _asks(headline, texts)):
        return None
    told = any(_REPORTS.search(text) or _ACCOUNTS.search(text) for text in texts)
    return None if told else NOTICE


def holds_paper(headline: str, texts: Sequence[str]) -> bool:
    """Tell whether the first paragraphs set up a plan (…，制定本方案。) or announce that a paper is printed below.

    A headline that tells of a plan (县政府常务会议审议…方案) is that of a report.
    """
    told = tells_of_plan(headline)
    return any(
        (_PRINTED.search(text) is not None if text.endswith("：") else False)
        or (not told and "制" in text and _MADE.search(text) is not None)
        for text in texts[:_FIRST]
    )
