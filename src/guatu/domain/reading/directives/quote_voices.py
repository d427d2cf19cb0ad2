"""Who says what stands in quotation marks: by what is told right before it, behind it, or around it."""

import re
from dataclasses import dataclass
from re import Pattern

from guatu.domain.reading.late_patterns import late

_SAYING = "(?P<verb>说|军令状|下保证|打包票|拍胸脯|表决心|表态|承诺|认领|保证|答应|寄语|回应|答复|拍板|交代|交待|吩咐|提醒|点评|批评|追问|反问|质问|点到|提到|谈到|发话|补充|打趣|直言|叮嘱|叮咛|告诫|强调|指出|要求|嘱咐|勉励|鼓励|告诉|介绍|坦言|感慨|表示|回忆|笑道|喊话|喊道|喊|吼道|嚷道|道|讲|算|的话让)"
_SAYS = _SAYING.replace("?P<verb>", "?:")
_WHO = r"(?P<who>[^，。；：“”]{1,30}?)"
_TO = rf"(?:对(?P<to>[^，。；：“”]{{2,20}}?)(?:的?(?:负责人|负责同志|同志|工作人员))?(?={_SAYS})|[^，。；：“”对]{{0,6}}?)"
_AFTER = re.compile(
    f"(?:(?:在[^，。；：“”]{{2,16}}|[^，。；：“”]{{1,8}}[前后时中间])，)?{_WHO}{_TO}{_SAYING}"
)
# “…。”8月6日晚，县长某某在县防指与各镇连线时要求，…: the day and the occasion stand in between.
_AFTER_ALL = re.compile(
    rf"(?:(?:昨|今|当|前|近|日前|连日|\d)[^，。；：“”]{{0,16}}，)?(?P<who>[^，。；：“”]{{1,60}}?)(?P<to>(?!))?(?:如是|这样|这么)?{_SAYING}(?=[，。；])"
)
_BEFORE = re.compile(f"{_WHO}{_TO}{_SAYING}[，：]$")
# 甲对校长说，甲转向随行的局长说: whom he turned to.
_SAID_TO = re.compile(
    f"{_WHO}(?:对着?|(?:转[身头]|回[身头]|扭头)对|转向|面向|冲着?|朝着?)(?P<to>[^，。；：“”]{{2,20}}?)"
    f"(?:的?(?:负责人|负责同志|同志|工作人员))?{_SAYING}[，：]$"
)
# 甲没有发火，对赶来的所长说: whom the sentence is about has been named.
_TURNS = late(
    "(?:^|[，。；”])(?:又|并|还|也|便|就|随即|当即|当场|随后|接着|转身|回头|转头|扭头|转过[身头]来?|回过[身头]来?|笑着|马上|立即|[\u3400-\u9fff]{2,4}地)*"
    "(?:对着?|向|跟|冲着?|朝着?)(?P<to>[^，。；：“”]{2,24}?)(?:的?(?:负责人|负责同志|同志|工作人员))?"
    f"{_SAYING}[，：]$"
)
# 甲走到坝头，指着豁口说: what he does while he speaks.
_BODILY = late(
    "(?:又|并|还|便|随即|当即|一边|边|边[\u3400-\u9fff]边)?(?:[指拉握望看笑扶拍摸捧举蹲站弯对冲皱]着|接过|拿起|放下|转过|转身|回过|回头|翻开|合上|蹲下|站起|俯身|起身|抬头|指指|指了指|看完|听完|说完|听罢|看罢|问完|摆摆手|摇摇头|点点头)"
)
# 当面交代, 随即说, 叮嘱道: how he says it, and nobody else who does.
_MANNER = late(
    "(?:又|再|还|也|并|便|就|随即|当即|随后|接着|当场|当面|现场|立即|马上|再三|反复|一再|特意|专门|特别|郑重|严肃|耐心|轻声|大声|连声|笑着|叮嘱|嘱咐|交代|吩咐|(?:(?!地)[\u3400-\u9fff]){2,4}地)+"
)
_CALLED = re.compile(
    "(?:(?:^|(?<![\u3400-\u9fff])|(?<=通))(?:又|再|随即|接着)?(?:打给|拨给|打到|打往)(?=[^，。；：“”]{2,14}：)|给了?|拨通了?|打电话给|致电|连线了?|要通了?|打通了?|接通了?|叫通了?|拨了|拨|摇通了?|电话打给|电话打到|发信息给)(?P<to>[^，。；：“”]{2,14}?)(?:主要负责人|负责人|负责同志)?的?(?:打(?:去|了)?电话|电话|视频|手机|热线|(?=[：]))[，：。]$"
)
_BESIDE = re.compile(
    "^[^，。；的]{0,4}(?:随行|同行|身边|在场|一旁|陪同|到场|现场|前来|赶来|值班|值守|在岗|带队|对接|等候|迎上来|跟着|围过来)[^，。；的]{0,6}的"
)
_RUNS = re.compile(f"(?:[^，。；：“”]{{0,12}}?){_SAYS}[^，。；：“”]{{0,14}}[，：]")
_BEARS = re.compile("[^，。；：“”]{1,10}，")
_THEN_HE = re.compile(
    "(?:接着|随后|然后|之后|接下来|紧接着|最后|临走[时前]|随即|当即|当场|说[完罢]|又|还|再)*[他她](?!们)"
)
_HE = re.compile("[他她](?!们)")
_REACH = 44
_FAR = 84
_LONGEST_POST = 12
_LONGEST_TITLE = 30
# So short a sentence without a name goes on with whom the one before was about.
_SHORT = 20
# 她还就…提出，…。“…”: so near the front he is whom the sentence is about.
_EARLY = 8
# “…。”8月6日下午，某某…: when it was, or a gesture, before whom it tells of.
_WHEN_OR_HOW = re.compile("(?:[^，。；：“”]{0,16}，)?")
_CALLS_UPON = re.compile(
    "逐一点名|连线|喊话|拍板|下达|下令|发令|当场交办|一锤定音|开门见山|调兵遣将|排兵布阵|部署任务|布置任务|发号施令|敲桌子|一字一顿|不留情面"
)
_TELLS_WHOM = re.compile(
    "(?:叮嘱|嘱咐|告诉|吩咐|交代|交待|要求|提醒|叫住|喊住|问|勉励|鼓励|回复|答复)(?P<to>[^，。；：“”]{2,20})[，：]$"
)
_TURNED = re.compile("[对向给跟拉握问听见让请把被]|告诉|面对|看着|望着")
# Somebody by what he is: 村支书递过一瓶水：“…”, 屏幕上的人低着头：“…”.
_SOMEBODY = late(
    "(?<![对向跟给让叫把被请问])(?:村民|居民|群众|大爷|大妈|大娘|大叔|大姐|大哥|阿姨|老人|老汉|女士|先生|师傅|工人|游客|市民|家长|学生|店主|店员|老板|老乡|业主|代表|委员|负责人|有人|一个人|人们|网友|孩子|姑娘|小伙|老师|医生|护士|校长|院长|园长|厂长|所长|站长|场长|矿长|队长|班长|股长|科长|经理|主任|书记|支书|局长|镇长|乡长|村长|县长|会计|农户|[菜果茶粮渔牧养种]农|养殖户|种植户|商户|摊主|司机|乘客|民警|交警|队员|保安|值班员|话务员|接线员|工程师|技术员|企业家|董事长|的人|那头|对方|大伙|众人|记者)"
)


def of_people(sentence: str) -> bool:
    """Tell whether a sentence speaks of somebody by what he is, who may as well be the one who speaks."""
    return _SOMEBODY.search(sentence) is not None


# Behind the quotation of a resident stands who he is: 村民…说, 一位大妈….
OTHERS = re.compile(
    "[^。]{0,24}(?:村民|居民|群众|大爷|大妈|大娘|大叔|大姐|大哥|老人|老汉|女士|先生|师傅|工人|游客|市民|家长|学生|店主|老板|业主|代表|委员|负责人|一位|有人|网友|孩子|姑娘|小伙|老师|医生|农户|企业家|答|汇报|报告|回答|说|喊|问)"
)
# 甲问技术员，还剩几家。“…。”: what is quoted answers him.
_ASKED = re.compile(
    "(?:询?问(?!题|责|诊|效|计|候)|打听|追问)[^。“”]*(?:几|多少|怎么|如何|什么|哪|谁|没有|能不能|是不是|有没有|会不会|行不行)[^。“”]*。$"
)
# “书记，…。”: he is spoken to, and does not speak.
HAILED = re.compile("[^，。！？”]{0,4}(?:书记|[县市区镇乡局]长|主任|领导|首长)[，！]|您|谢谢")
# “…。”甲当即叮嘱某局：“…”: the verb is of the words that follow it.
_OF_THE_NEXT = re.compile("[^。；“”]{0,40}：“")
_WRITTEN = re.compile(
    "(?P<who>[省市县区旗州盟]?(?:委|政府|人民政府)?[^，。；：“”《》）]{0,6}(?:领导|书记|[县市区旗]长|负责同志|主任))(?:同志)?"
    "(?:“[^”]*”|[^。；“”]){0,60}?(?:批示|指示|签批|留言)(?:要求|指出|强调)?[：，]$"
)


# 某乡党委副书记, 县医院副院长, 渔港监督站的喇叭: heads of public bodies, and what speaks for these.
_POSTED = late(
    "(?P<who>[\u3400-\u9fff]{0,12}?(?:(?:[县市区旗镇乡苏木]|街道|[局委办院校站所]|中心|公安|消防)(?:人民)?(?:政府)?(?:党委|党组|党工委|机关)?"
    "(?:一位|有位|某)?(?:的?(?:大?喇叭|广播)|副?(?:书记|[县市区旗镇乡局院校站所]长|主任|指挥长)|主要负责人|负责同志|值班员|干部)|副院长|副校长|指导员|大队长|中队长|总指挥|指挥长))"
)
_VOWS = re.compile("表态|承诺|保证|立下军令状|表决心|应承|答应")
_ORDERS = re.compile(
    "叮嘱|嘱咐|交代|交待|吩咐|要求|喊|下令|发令|命令|布置|部署|强调|提醒|叫|加了一句|定下|立下规矩|拍板"
)


_DEALT_WITH = re.compile(
    "(?:交代|交待|叮嘱|嘱咐|吩咐|要求|告诉|提醒|勉励|打断|询问|问|对着?|向|跟|让|叫|叫住|喊|把|给|请|看向|看着|转向|找到|找来|叫来|递给|握着|拉着|拍着|盯着|瞪着|指着|冲着|望着|望向|面向|叫过|喊过|拉过|唤来|喊来|请来|招呼|招来|留下|喊住|拦住|点了|点到|[扭转回]头看|看了看|看了眼|连线|约谈)[^，。；：“”]{0,24}$"
)

# 乙也被他点了名.
_IS_CALLED = re.compile("[^，。；]{0,4}被[^，。；]{0,4}(?:点|叫|喊|问|留|拉|拦)")


def is_called_up(words: str, end: int) -> bool:
    """Tell whether somebody (his name ends at a place) is said to be called upon: 乙也被他点了名."""
    return _IS_CALLED.match(words, end) is not None


def is_dealt_with(front: str) -> bool:
    """Tell whether who stands behind these words is spoken to or dealt with, and does nothing himself."""
    return _DEALT_WITH.search(front[-30:]) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks, if known, the place of whom he tells, and the verb; ``official``: a superior's note."""

    speaker: str | None
    to: tuple[int, int] | None = None
    verb: str = "说"
    official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A paragraph in which speech is quoted, and who is known to be about.

    ``subject`` is whom the paragraphs before are about; ``leader`` spoke last and has somebody to
    command; ``leaders`` are all who may command.
    """

    text: str
    names: Pattern[str] | None
    subject: str | None = None
    leader: str | None = None
    leaders: frozenset[str] = frozenset()

    def first(self, words: str) -> str | None:
        """Return the first person that words name."""
        found = self.names.search(words) if self.names is not None else None
        return found.group() if found is not None else None

    def last(self, words: str) -> str | None:
        """Return the last person that words name."""
        known = list(self.names.finditer(words)) if self.names is not None else []
        return known[-1].group() if known else None

    def other_than(self, told: str) -> str | None:
        """Return who leads beside somebody who is spoken to: 他又对乙说, and the story was about 乙 last."""
        others = [one for one in self.leaders if one != told]
        known = [one for one in (self.leader, self.subject) if one in others]
        return known[0] if known else others[0] if len(others) == 1 else None

    def teller(self, words: str) -> str | None:
        """Return who turns to somebody in a sentence without a subject: of those in the words before, who leads."""
        known = [one.group() for one in self.names.finditer(words)] if self.names else []
        leading = [one for one in known if one in self.leaders]
        if leading:
            return leading[-1]
        return next((one for one in (self.subject, self.leader) if one in self.leaders), None)

    def is_told(self, words: str, name: str) -> bool:
        """Tell whether somebody in words is but spoken to or dealt with."""
        at = words.rfind(name)
        return is_dealt_with(words[:at]) or is_called_up(words, at + len(name))

    def doer(self, words: str) -> str | None:
        """Return the last person in words who is not but spoken to (交代局长乙) or dealt with."""
        known = list(self.names.finditer(words)) if self.names is not None else []
        own = [one for one in known if not self.is_told(words[: one.end()], one.group())]
        known = own or known
        return known[-1].group() if known else None


def voice_before(of: Surroundings, start: int) -> Voice | None:
    """Return who speaks by a verb of saying, a call or a colon right before a quotation."""
    before, shift = of.text[max(0, start - _REACH) : start], max(0, start - _REACH)
    called = _CALLED.search(before)
    said = _SAID_TO.search(before) or _BEFORE.search(before)
    if called is None and said is not None:
        speaker = of.first(said.group("who") if said.group("to") else said.group())
        turned = _TURNS.search(before)
        if turned is not None and speaker is not None and speaker in turned.group("to"):
            # 甲放下筷子，对校长乙说，: he is spoken to, and does not speak.
            speaker = None
        turned = turned if speaker is None else None
        if turned is not None or (speaker is None and _BODILY.match(said.group())):
            said = turned or said
            own = of.text[of.text.rfind("。", 0, start) + 1 : shift + said.start()]
            own = own.rpartition("”")[2]
            front = of.text[: shift + said.start()]
            speaker = of.first(own) or (turned and of.teller(front)) or of.doer(front) or of.subject
        elif speaker is None and of.names is not None and _THEN_HE.match(said.group("who")):
            # 他说: the last person named before it, in this paragraph.
            speaker = of.doer(of.text[: shift + said.start()]) or of.subject
        elif speaker is None and _MANNER.fullmatch(before, said.start(), said.start("verb")):
            # 甲找来网格员，当面交代：: still whom the sentence is about.
            own = of.text[of.text.rfind("。", 0, start) + 1 : shift + said.start()]
            speaker = of.doer(own.rpartition("”")[2])
        if speaker is not None and speaker in (said.group("to") or ""):
            speaker = of.other_than(speaker)
        by_post = _by_post(before[before.rfind("。") + 1 :]) if speaker is None else None
        return by_post or Voice(speaker=speaker, to=_told(said, shift), verb=said.group("verb"))
    if called is None and not before.endswith("："):
        return None
    near = before[before.rfind("。") + 1 :]
    speaker, told = _of_sentence(near, of, called=called is not None)
    if speaker is None and called is not None and not of_people(near[: -len(called.group())]):
        speaker = of.leader
    if speaker is None and of.names is not None and _HE.search(near):
        speaker = of.doer(of.text[:start]) or of.subject
    if speaker is None and called is None:
        by_post = _by_post(near)
        if by_post is not None:
            return by_post
        if of.names is not None and len(near) < min(start, _SHORT) and not of_people(near):
            # 甲坐在炕沿上，一条条记。记完了，念一遍：“…”: still about him.
            last = of.last(of.text[:start]) or of.subject
            speaker = last if last in of.leaders else None
    to = None
    if told is not None:
        beside = _BESIDE.match(near[told[0] : told[1]])
        skip = beside.end() if beside is not None else 0
        to = (start - len(near) + told[0] + skip, start - len(near) + told[1])
    if called is not None:
        to = (shift + called.start("to"), shift + called.end("to"))
    return Voice(speaker=speaker, to=to)


def _by_post(sentence: str) -> Voice | None:
    """Return who speaks where a sentence tells him by his post alone: 某乡党委副书记在视频那头表态：."""
    found = _POSTED.search(sentence)
    if found is None:
        return None
    vow = _VOWS.search(sentence, found.end())
    orders = _ORDERS.search(sentence, found.end()) is not None
    if vow is None and not orders:
        return None
    verb = vow.group() if vow is not None else "说"
    return Voice(speaker=found.group("who"), verb=verb, official=vow is None)


def _told(said: re.Match[str], shift: int) -> tuple[int, int] | None:
    """Return the place of whom a verb of saying is turned to, how he happens to be there left out."""
    if not said.group("to"):
        return None
    beside = _BESIDE.match(said.group("to"))
    skip = beside.end() if beside else 0
    return shift + said.start("to") + skip, shift + said.end("to")


def voice_behind(of: Surroundings, end: int) -> Voice | None:
    """Return who speaks by a verb of saying right behind a quotation; ``end`` is behind its mark."""
    said = _AFTER.match(of.text[end : end + _REACH]) or _AFTER_ALL.match(of.text[end : end + _FAR])
    if said is None or _OF_THE_NEXT.match(of.text, end + said.end("verb")) is not None:
        return None
    speaker = of.first(said.group("who") if said.group("to") else said.group())
    if speaker is None and of.names is not None and _HE.match(said.group("who")):
        speaker = of.doer(of.text[:end]) or of.subject
    return Voice(speaker=speaker, to=_told(said, end), verb=said.group("verb"))


def voice_around(of: Surroundings, start: int, end: int) -> Voice:
    """Return who speaks where no verb of saying tells: whom the words around a quotation are about.

    ``start`` and ``end`` are the places of its marks.
    """
    speaker = None
    if of.names is not None:
        speaker = _beside(of, start, end)
        if speaker is None and start == 0 and OTHERS.match(of.text, end) is None:
            speaker = of.leader
        if speaker is None and not of.text[end:].strip("”。"):
            last = of.last(of.text[:start]) if of.text[:start].endswith("。") else None
            speaker = last if last in of.leaders else None
    return Voice(speaker=speaker)


def written(of: Surroundings, start: int) -> Voice | None:
    """Return the superior whose note is quoted: 县委主要领导批示：“…”."""
    found = _WRITTEN.search(of.text[:start])
    return Voice(speaker=found.group("who"), official=True) if found is not None else None


def _running(before: str, names: Pattern[str]) -> str | None:
    """Return who is speaking already where a quotation goes on with his words, or None."""
    for found in reversed(list(names.finditer(before))):
        if _RUNS.match(before, found.end()) or _BEARS.fullmatch(before, found.end()):
            return found.group()
    return None


def _beside(of: Surroundings, start: int, end: int) -> str | None:
    """Return who is told of right before a quotation without a verb of saying, or right behind it."""
    names, text = of.names, of.text
    assert names is not None
    before = text[max(0, start - _REACH) : start]
    if _ASKED.search(before) is not None:
        return None
    if before.endswith(("，", "。")):
        known = _running(before, names)
        if known is not None:
            return known
    if before.endswith("。"):
        # 罗远航连线各镇，逐一点名。“…”: he calls upon them, and these are his words.
        sentence = before[before.rfind("。", 0, -1) + 1 :].rpartition("”")[2]
        first = names.search(sentence)
        if first is not None and first.start() <= _LONGEST_POST and _CALLS_UPON.search(sentence):
            return first.group()
        told = _told_of(of, start, end)
        if told is not None:
            return told
    behind = text[end : end + _REACH]
    of_next = _OF_THE_NEXT.match(text, end) is not None
    if not of_next and (not before or before.endswith(("。", "！", "？", "”"))):
        acts = _WHEN_OR_HOW.match(behind)
        at = acts.end() if acts is not None else 0
        found = names.match(behind, at) or names.match(behind)
        if found is not None:
            return found.group()
        if at and (found := names.search(behind, at, at + _LONGEST_TITLE)) is not None:
            # “…。”昨天下午，县长某某走进…: the post stands in front of him who comes.
            if re.search("[，。；：]", behind[at : found.start()].replace("、", "")) is None:
                leads = found.group() in of.leaders
                if leads and _TURNED.search(behind, at, found.start()) is None:
                    return found.group()
        # 县医院护士长某某第一个发言: told of behind, with the post in front.
        start_of_it = re.split("[，。；：]", behind, maxsplit=1)[0]
        found = names.search(start_of_it)
        if found is not None and _TURNED.search(start_of_it, 0, found.start()) is None:
            return found.group()
    if before.endswith("，"):
        # 罗远航把表递给站长，“…”: the sentence is about him who hands it over.
        sentence = before[max(before.rfind("。"), before.rfind("”")) + 1 :]
        first = names.search(sentence)
        if first is not None and first.start() <= _LONGEST_POST:
            return first.group()
        if first is None and _HE.match(sentence) is not None:
            # 他扭头要求镇里，“…”: whom the sentences before were about.
            return of.doer(of.text[: start - len(sentence)]) or of.subject
    return None


def _told_of(of: Surroundings, start: int, end: int) -> str | None:
    """Return the leader whom alone the sentence before a quotation is about: 县长沉下脸来。“…。”."""
    assert of.names is not None
    sentence = of.text[max(of.text.rfind(one, 0, start - 1) for one in "。！？”") + 1 : start]
    known = {one.group() for one in of.names.finditer(sentence)}
    first = of.names.search(sentence)
    hailed = HAILED.match(of.text, start + 1) is not None
    others = OTHERS.match(of.text, end) is not None
    if first is None and _HE.search(sentence, 0, _EARLY) is not None:
        he = of.last(of.text[:start]) or of.subject
        return None if hailed or others or he not in of.leaders else he
    if first is None or len(known) > 1 or first.start() > _LONGEST_POST:
        return None
    return None if hailed or others or first.group() not in of.leaders else first.group()


def _of_sentence(
    near: str, of: Surroundings, *, called: bool
) -> tuple[str | None, tuple[int, int] | None]:
    """Return who speaks in a sentence that ends with a colon, and the place of whom he tells.

    Whoever the sentence is about speaks: the last person named in it. In 罗远航当即叮嘱方明：“…”
    who stands behind the verb is told, and speaks not.
    """
    turned = None if called else _TELLS_WHOM.search(near)
    front = near[: turned.start()] if turned is not None else near
    speaker = of.doer(front)
    if speaker is not None and of.is_told(front, speaker):
        # 他转过身来，盯着局长乙：“…”, 乙也被他点了名：“…”: he who turns to him speaks.
        before = of.text[: max(of.text.find(near), 0)]
        speaker = of.teller(before) if _HE.search(near) else of.other_than(speaker)
        speaker = speaker or of.last(front)
    if turned is None:
        return speaker, None
    return speaker or of.subject, turned.span("to")


def announced_by(text: str, names: Pattern[str] | None) -> str | None:
    """Return who is going to be quoted below, where a paragraph ends with a colon: 某某的指令一条接一条：."""
    if names is None or not text.endswith("："):
        return None
    sentence = text[text.rfind("。", 0, -1) + 1 :]
    known = list(names.finditer(sentence))
    return known[-1].group() if known else None
