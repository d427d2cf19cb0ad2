"""Speech that no marks of quotation enclose: 甲沉下脸：泵站明天装完。, 甲：那就从鱼塘管起。.

A colon behind a sentence that is about a person opens his words, whatever verb stands there or none.
They run to the end of the paragraph, or to where the story is about somebody again.
"""

import re
from re import Pattern

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.quote_voices import Voice, is_dealt_with, of_people
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late

_LONGEST_POST = 24
_LONGEST_FRONT = 70
_EARLY = 10
_SHORT = 20
_HE = re.compile("[他她](?!们)")
# 甲看到的是：, 名单：, 主要有：, 通知如下：: what is seen, listed or read out is no speech.
_NO_SPEECH = late(
    "(?:看到|看见|发现|了解到|获悉|得知|得到的|收到|接到|算了[^，。]{0,6}账|景象|情景|场面|情况|结果|原因|数据|数字|名单|字样|写着|印着|贴着|画着|挂着|标语|横幅|题目|主题|口号|包括|分别是|分别为|如下|有|是|为|叫|名叫|共|即|例如|比如|据悉|据了解|电话|时间|地点|人员|单位|主持人?|记者|文[/／]|图[/／]|摄影|编辑|来源|附件?|注)$"
)
# 公交的事交给区交通局：, 他找到区商务局：, 让民政干事记上：: whom he turns to.
_HANDED = late(
    "(?:交给了?|找到了?|找来了?|叫来了?|喊来了?|叫过|转向|看向|望向|点到|点了|问到|(?<=让)|(?<=叫)|叮嘱|交代|交待|吩咐|告诉|嘱咐|打给|拨通了?|对着?|冲着?|朝着?)(?P<to>[\u3400-\u9fff]{2,14}?)(?:的?(?:主要)?负责人|负责同志|同志)?(?:记[上下住]|说|讲|喊|来)?$"
)
# 报告雨情、水情：, 归纳为三句话：, 出了三道题：: what follows is a report, or a list of so many.
_LISTS = late(
    "报告|汇报|介绍|通报|宣[布读]|细化|分解|[分归概总列]为|归纳|概括|总结|形成|达成|提出了?[一二三四五六七八九十几\\d]|[一二三四五六七八九十几两\\d]+(?:个|条|项|道|点|件|方面|句话)[^，。；]{0,8}$|[要须]|务必"
)
# 乙先报进度：, 乙先说困难：: how things stand, and no word that he gives.
_REPORTS = re.compile(
    "报(?!喜)|介绍|困难|进度|进展|难处|苦衷|苦水|吐槽|诉苦|抱怨|反映|说起|讲起|谈起(?!下一步|打算|今后)|回忆|感慨|感叹|解释|分析|建议|担心|疑惑|不解|问"
)
_WRITTEN = re.compile("[《》“”]$|\\d$")
# Behind the colon stands a list, a title, a number, or marks enclose what is said.
_NO_WORDS = re.compile("[“《（(\\d①②③④⑤一二三四五]|$|第[一二三]|首先")
# 吃的喝的交给区商务局：…: the next thing, and the next who is told.
_NEXT = re.compile(
    "[^。！？：“”]{0,16}(?:交给|找到|说到|谈到|讲到|至于|轮到)[^。！？“”]{0,20}[：，]"
)
# The story goes on: 散会后，…; 临走，…; 在下一站，….
_STORY = re.compile(
    "[“【]|他|她|随后|接着|散会|会后|临走|离开|出了|走出|来到|走到|走进|回到|告别|说完|说罢|话音|听完|听罢|据悉|据了解|目前|截至|当天|当晚|最后，|会上|会场|台下|一席话|屋里|车[里上]|现场(?:的?气氛|响起|一片)"
)


def _far_in(front: str, found: re.Match[str]) -> int:
    """Return how far within its clause somebody is named."""
    return found.start() - front.rfind("，", 0, found.start()) - 1


def voice_behind_colon(
    text: str,
    colon: int,
    names: Pattern[str] | None,
    *,
    subject: str | None,
    leaders: frozenset[str],
    turned: bool = False,
) -> Voice | None:
    """Return who speaks behind a colon (its place in a paragraph) where no marks enclose the words.

    ``turned``: the words before the colon turn to somebody, and what follows is for him; ``subject`` is whom the story was about; ``leaders`` command, others
    give their word beside them.
    """
    if names is None or (not turned and _NO_WORDS.match(text, colon + 1)):
        return None
    first = max(text.rfind(one, 0, colon) for one in "。！？”；") + 1
    front = text[first:colon]
    if not 0 < len(front) <= _LONGEST_FRONT or _NO_SPEECH.search(front) or _WRITTEN.search(front):
        return None
    if not turned and _LISTS.search(front[front.rfind("，") + 1 :]):
        return None
    found, he = names.search(front), _HE.search(front, 0, _EARLY)
    if found is not None and he is not None and he.start() < found.start():
        # 她又把某局副局长乙叫到一边：: her words, not his.
        found = None
    speaker = (
        found.group() if found is not None and _far_in(front, found) <= _LONGEST_POST else None
    )
    if turned and found is not None and is_dealt_with(front[: found.start()]):
        # 他又给局长乙列了三条：: said by another.
        found = speaker = None
    if speaker is None and found is None:
        before = list(names.finditer(text, 0, first))
        last = before[-1].group() if before else subject
        if he is not None or (first and len(front) <= _SHORT and not of_people(front)):
            speaker = last
    handed = _HANDED.search(front)
    to = None if handed is None else (first + handed.start("to"), first + handed.end("to"))
    if speaker is None and found is None and handed is not None and subject in leaders:
        # 公交的事交给区交通局：加密班次。: the story is about who leads.
        speaker = subject
    if speaker in leaders:
        return Voice(speaker=speaker, to=to)
    if speaker is None or not leaders or _REPORTS.search(front):
        return None
    return Voice(speaker=speaker, verb="表态")


# 厂长连连点头，表示…; 值班经理当场答应，…: by what he is, at the head of the sentence.
_ROLE = re.compile(
    "(?:该|这家|那家)?(?P<who>[\u3400-\u9fff]{0,6}?(?:厂长|老板|店主|摊主|经理|董事长|园长|院长|校长|所长|站长|场长|矿长|船长|队长|村主任|村支书|支书|社区书记|包工头|业主|承包人|施工方|企业|公司|物业|店家|店长|负责人))"
    "(?:一个劲|连忙|连连|连声|说是|称是|认错|当场|当即|赶紧|赶忙|马上|立即|立刻|红着脸|红了脸|也|忙|忙不迭|点头|点了点头|地|满口|爽快|痛快|拍着胸脯|应声|笑着|不好意思|挠挠头|搓着手|表态|[，])*"
)
# 她对某局负责人说: he is spoken to.
_TO_HIM = re.compile("^[他她]|[对向跟给与同]")
_WORD_GIVEN = ("表示", "承诺", "答应", "保证", "应下", "表态", "回答", "说", "应道", "答")


def gives_word(before: str, head: str, verb: str) -> tuple[int, int] | None:
    """Return the place of who gives his word in a sentence by what he is; ``head`` is of the clause itself."""
    if verb not in _WORD_GIVEN:
        return None
    first = max(before.rfind(one) for one in "。！？；”") + 1
    found = _ROLE.fullmatch(before[first:] + head)
    if found is None or _TO_HIM.search(found["who"]) is not None:
        return None
    return first + found.start("who"), first + found.end("who")


# ——六座坟：由某乡商量，…: a matter by its name, and who does what about it.
_MATTER = re.compile("(?:——|—|－|●|■|◆|▲|▶|·|★)\\s?[^，。：；“”]{2,14}：")
_SETTLED = late(
    "由[^，。；：“”]{2,14}(?:牵头|负责|[请把现于在出拿])|(?:局|镇|乡|街道|公司|办|委|中心|集团|大队|部门|法院|银行)(?:、[^，。；]{2,12})?(?:牵头|负责|再|先|把|今|明|马上|[一二三两四五\\d]+[天日周][之以]?内|[本下]周|\\d+月)"
)


def settled_from(text: str) -> int:
    """Return where, in a paragraph that opens with a dash and a matter, what was settled begins; else 0."""
    found = _MATTER.match(text)
    if found is None or _SETTLED.search(text, found.end(), found.end() + 60) is None:
        return 0
    return found.end()


def word_given(clause: Clause, text: str) -> SpeechAct | None:
    """Return the speech in which one known by what he is gives his word: 经理当场答应，…; …，保证今晚开会."""
    words, before = clause.words, text[: clause.start]
    if clause.mark in ("，", "：") and words.endswith(_WORD_GIVEN):
        verb = next(one for one in _WORD_GIVEN if words.endswith(one))
        if gives_word(before, words.removesuffix(verb), verb):
            head = words.removesuffix(verb)
            end = len(words)
            return SpeechAct(head=head, verb="承诺", content=end, demanding=False, direct=False)
    verb = words[:2]
    if verb in ("保证", "承诺", "答应") and gives_word(before, "", verb):
        return SpeechAct(head="", verb="承诺", content=2, demanding=False, direct=True)
    return None


def end_of_words(text: str, start: int, names: Pattern[str] | None) -> int:
    """Return where words that began behind a colon end: before a sentence that tells the story again."""
    at = start
    while True:
        stops = [place for place in (text.find(one, at) for one in "。！？") if place >= 0]
        if not stops:
            return len(text)
        at = min(stops) + 1
        if at >= len(text) or _STORY.match(text, at):
            return at
        lead = _NEXT.match(text, at)
        if lead is not None:
            return at
        sentence = re.split("[，。；：！？]", text[at:], maxsplit=1)[0]
        if names is not None and names.search(sentence) is not None:
            return at
