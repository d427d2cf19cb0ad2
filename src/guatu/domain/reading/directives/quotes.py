"""Speech printed in quotation marks: an official's words are demands, a resident's are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Pattern

_QUOTE = re.compile("“(?P<words>[^“”]{6,400})”")
_SENTENCE = re.compile("[。！？]$|[，。！？].*[，。！？]")
_SAYING = "(?P<verb>说|表态|承诺|认领|保证|答应|寄语|回应|答复|拍板|交代|交待|吩咐|提醒|点评|批评|追问|反问|质问|点到|提到|谈到|发话|补充|打趣|直言|叮嘱|叮咛|告诫|强调|指出|要求|嘱咐|勉励|鼓励|告诉|介绍|坦言|感慨|表示|回忆|笑道|道|讲|算|的话让)"
_SAYS = _SAYING.replace("?P<verb>", "?:")
_WHO = r"(?P<who>[^，。；：“”]{1,30}?)"
_TO = rf"(?:对(?P<to>[^，。；：“”]{{2,20}}?)(?:的?(?:负责人|负责同志|同志|工作人员))?(?={_SAYS})|[^，。；：“”]{{0,6}}?)"
_AFTER = re.compile(f"(?:在[^，。；：“”]{{2,16}}，)?{_WHO}{_TO}{_SAYING}")
_BEFORE = re.compile(f"{_WHO}{_TO}{_SAYING}[，：]$")
# 甲对校长说，甲转向随行的局长说: whom he turned to.
_SAID_TO = re.compile(
    f"{_WHO}(?:对着?|(?:转[身头]|回[身头]|扭头)对|转向|面向|冲着?|朝着?)(?P<to>[^，。；：“”]{{2,20}}?)"
    f"(?:的?(?:负责人|负责同志|同志|工作人员))?{_SAYING}[，：]$"
)
_CALLED = re.compile(
    "(?:给|拨通了?|打电话给|致电|连线了?|电话打给|发信息给)(?P<to>[^，。；：“”]{2,14}?)(?:主要负责人|负责人|负责同志)?的?(?:打(?:去|了)?电话|电话|(?=[：]))[，：]$"
)
_BESIDE = re.compile(
    "^[^，。；的]{0,4}(?:随行|同行|身边|在场|一旁|陪同|到场|现场|前来|赶来|值班|值守|在岗|带队|对接|等候|迎上来|跟着|围过来)[^，。；的]{0,6}的"
)
_RUNS = re.compile(f"(?:[^，。；：“”]{{0,12}}?){_SAYS}[^，。；：“”]{{0,14}}[，：]")
_BEARS = re.compile("[^，。；：“”]{1,10}，")
_HE = re.compile("[他她](?!们)")
_REACH = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quoted speech: its half-open place, who speaks if known, and the place of 对某某.

    ``official`` marks the written word of a superior, named by post alone (县委主要领导批示：).
    """

    start: int
    end: int
    speaker: str | None
    to: tuple[int, int] | None
    verb: str = "说"
    official: bool = False


def _running(before: str, names: Pattern[str]) -> str | None:
    """Return who is speaking already where a quotation goes on with his words, or None."""
    for found in reversed(list(names.finditer(before))):
        if _RUNS.match(before, found.end()) or _BEARS.fullmatch(before, found.end()):
            return found.group()
    return None


def _beside(text: str, start: int, end: int, names: Pattern[str]) -> str | None:
    """Return who is told of right before a quotation without a verb of saying, or right behind it."""
    before = text[:start]
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
    behind = text[end : end + _REACH]
    if not before or before.endswith(("。", "！", "？")):
        acts = re.match("(?:[^，。；：“”]{0,10}，)?", behind)
        at = acts.end() if acts is not None else 0
        found = names.match(behind, at) or names.match(behind)
        if found is not None:
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
    return None


_LONGEST_POST = 12
_CALLS_UPON = re.compile(
    "逐一点名|连线|喊话|拍板|下达|下令|发令|当场交办|一锤定音|开门见山|调兵遣将|排兵布阵|部署任务|布置任务|发号施令|敲桌子|一字一顿|不留情面"
)
_TELLS_WHOM = re.compile(
    "(?:叮嘱|嘱咐|告诉|吩咐|交代|交待|要求|提醒|叫住|喊住|问|勉励|鼓励|回复|答复)(?P<to>[^，。；：“”]{2,20})[，：]$"
)
_TURNED = re.compile("[对向给跟拉握问听见让请把被]|告诉|面对|看着|望着")
# Behind the quotation of a resident stands who he is: 村民…说, 一位大妈….
_OTHERS = re.compile(
    "[^。]{0,24}(?:村民|居民|群众|大爷|大妈|大娘|大叔|大姐|大哥|老人|老汉|女士|先生|师傅|工人|游客|市民|家长|学生|店主|老板|业主|代表|委员|负责人|一位|有人|网友|孩子|姑娘|小伙|老师|医生|农户|企业家|答|汇报|报告|回答|说|喊|问)"
)


_WRITTEN = re.compile(
    "(?P<who>[省市县区旗州盟]?(?:委|政府|人民政府)?[^，。；：“”《》）]{0,6}(?:领导|书记|[县市区旗]长|负责同志|主任))(?:同志)?"
    "(?:“[^”]*”|[^。；“”]){0,60}?(?:批示|指示|签批|留言)(?:要求|指出|强调)?[：，]$"
)


def _of_sentence(
    near: str, names: Pattern[str] | None, subject: str | None, *, called: bool
) -> tuple[str | None, tuple[int, int] | None]:
    """Return who speaks in a sentence that ends with a colon, and the place of whom he tells.

    Whoever the sentence is about speaks: the last person named in it. In 罗远航当即叮嘱方明：“…”
    who stands behind the verb is told, and speaks not.
    """
    turned = None if called else _TELLS_WHOM.search(near)
    within = near[: turned.start()] if turned is not None else near
    known = list(names.finditer(within)) if names else []
    speaker = known[-1].group() if known else None
    if turned is None:
        return speaker, None
    return speaker or subject, turned.span("to")


def announced_by(text: str, names: Pattern[str] | None) -> str | None:
    """Return who is going to be quoted below, where a paragraph ends with a colon: 某某的指令一条接一条：."""
    if names is None or not text.endswith("："):
        return None
    sentence = text[text.rfind("。", 0, -1) + 1 :]
    known = list(names.finditer(sentence))
    return known[-1].group() if known else None


def _first(names: Pattern[str] | None, words: str) -> str | None:
    found = names.search(words) if names is not None else None
    return found.group() if found is not None else None


def _last_of(leaders: frozenset[str], before: str, names: Pattern[str]) -> str | None:
    """Return the leader whom a paragraph named last before the quotation that closes it, or None."""
    told = [one.group() for one in names.finditer(before)] if before.endswith("。") else []
    return told[-1] if told and told[-1] in leaders else None


def quotes_in(
    text: str,
    names: Pattern[str] | None,
    *,
    subject: str | None = None,
    leader: str | None = None,
    leaders: frozenset[str] = frozenset(),
) -> Iterator[Quote]:
    """Yield the speeches in quotation marks; quoted terms and slogans are none.

    ``subject`` is whom the paragraphs before are about, for 他说; ``leader`` spoke last and has
    somebody to command: a paragraph that opens with a quotation of nobody goes on with his words;
    so does one of ``leaders`` who is the last that the paragraph named.
    """
    last: Quote | None = None
    for found in _QUOTE.finditer(text):
        if _SENTENCE.search(found.group("words")) is None:
            continue
        start, end = found.span("words")
        before = text[max(0, found.start() - _REACH) : found.start()]
        shift = max(0, found.start() - _REACH)
        said = _SAID_TO.search(before) or _BEFORE.search(before)
        if said is None:
            shift = found.end()
            said = _AFTER.match(text[found.end() : found.end() + _REACH])
        speaker, to = None, None
        verb = said.group("verb") if said is not None else "说"
        called = _CALLED.search(before)
        if called is not None or (said is None and before.endswith("：")):
            near = before[before.rfind("。") + 1 :]
            speaker, told = _of_sentence(near, names, subject, called=called is not None)
            if told is not None:
                shift = found.start() - len(near)
                to = (shift + told[0], shift + told[1])
            if called is not None:
                shift = max(0, found.start() - _REACH)
                to = (shift + called.start("to"), shift + called.end("to"))
        elif said is not None:
            speaker = _first(names, said.group())
            if speaker is None and names and _HE.match(said.group("who")):
                # 他说: the last person named before it, in this paragraph.
                known = list(names.finditer(text, 0, found.start()))
                speaker = known[-1].group() if known else subject
            if said.group("to"):
                beside = _BESIDE.match(said.group("to"))
                skip = beside.end() if beside else 0
                to = (shift + said.start("to") + skip, shift + said.end("to"))
        elif last is not None and found.start() - last.end <= 2:
            speaker, to = last.speaker, last.to
        elif names is not None:
            speaker = _beside(text, found.start(), found.end(), names)
            if speaker is None and found.start() == 0 and _OTHERS.match(text, found.end()) is None:
                speaker = leader
            if speaker is None and not text[found.end() :].strip("”。"):
                speaker = _last_of(leaders, text[: found.start()], names)
        written = _WRITTEN.search(text[: found.start()]) if speaker is None else None
        speaker = written.group("who") if written is not None else speaker
        official = written is not None
        last = Quote(start=start, end=end, speaker=speaker, to=to, verb=verb, official=official)
        yield last
