"""To whom a speech is turned: 对某局提出要求, 叮嘱随行的两位负责人, 交代河道警长某某."""

import re

from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import audience_at_front, unit_of_person
from guatu.domain.reading.units import Named, unit_before
from guatu.domain.reading.values import AddresseeKind

_SHORTEST_POST, _LONGEST_POST = 2, 10
_POST_WORDS = "主任|书记|经理|支书|会计|班主任"
_POST = re.compile(f"(?:[长达员师工]|{_POST_WORDS})$")
_HANDS_OVER = ("交代", "交待", "告诉", "通知")
_TO = re.compile(r"(?:对|对于|向|就|给|要求)(?P<unit>[^，。；]{2,30}?)$")
# 叮嘱同车的县应急局、县气象局两位负责人：the offices are told through those who stand there.
PERSONS = re.compile(
    "(?:[两三四几]位|的)?(?:主要|分管)?(?:负责人|负责同志|同志|工作人员|领导|班子成员|干部)?(?:们)?"
)
OFFICE_PEOPLE = re.compile(
    "(?:局|委|办|中心|镇|乡|街道)(?:的)?(?:[两三四五几]位)?(?:主要|分管|相关)?(?:负责人|负责同志)$"
)
# 值班的瓦检员, 送他下堤的镇干部: what they happen to do there is no part of who they are.
_WHO_STANDS = re.compile(
    "[^，。；的]{0,6}(?:送[他她]|值班|值守|当班|在岗|执勤|前来|赶来|迎上来|围过来|跟着|下堤|等候|忙碌)[^，。；的]{0,6}的"
)
BESIDE = re.compile(
    f"{_WHO_STANDS.pattern}|"
    "(?:在座|台下|同车|随行|同行|身边|在场|陪同|一旁|旁边|同来|赶来|闻讯赶来|到场|现场|坐在一旁|参加[^，。；的]{2,8}|前来[^，。；的]{1,6}|坐在[^，。；的]{1,6}|站在[^，。；的]{1,6}|跟在[^，。；的]{1,6})的?"
)


_WORK_OF = re.compile("(?<=.)(?:工作|建设|问题|情况|任务|项目|方面|安全|生产|防控)$")
# 对随行人员说: who happens to stand by; what is said is for others to do.
ANYBODY = re.compile(
    "(?:的|各|有关|相关|县|市|区|旗)?(?:人员|工作人员|同志|干部|领导|领导干部|负责人|记者|部门)?们?"
)


# 对各镇项目建设逐一点评: what he goes through, and nobody told.
_ONE_BY_ONE = re.compile("(?<=.)(?:逐一|逐个|逐项|一一|分别)(?:进行)?$")
HAILS_ALL = ("同志们", "各位同志", "朋友们")
"""How a speech begins (同志们，要加快进度), and nobody told."""
# One who is told alone is a head: 瓦检员 or 护林员 may be many.
_HOLDS_POST = re.compile(
    f"(?:{_POST_WORDS}|负责人|负责同志|[局镇乡校院所站厂队班矿社会处科馆场园]长|工头|老板|主管|工程师)$"
)
_SEVERAL = re.compile("[、和及]|[两三四五几]位")
_LONGEST_BY_POST = 16
_FACES = re.compile("[^，。；：“”]{0,8}?(?:对着?|向|冲着?|朝着?|跟)(?P<to>[^，。；：“”]{2,24})")


def by_post(words: str) -> Named | None:
    """Return one person who is told by his post, as printed (县果业中心负责人), but for how he is there."""
    beside = BESIDE.match(words)
    skip = beside.end() if beside is not None else 0
    who = words[skip:]
    if not _SHORTEST_POST <= len(who) <= _LONGEST_BY_POST or _SEVERAL.search(who) is not None:
        return None
    if _HOLDS_POST.search(who) is None or ANYBODY.fullmatch(who) or "的" in who:
        return None
    return Named(start=skip, end=len(words), kind=AddresseeKind.UNIT)


def faces_person(head: str, speakers: Voices) -> bool:
    """Tell whether the words before 说 but turn to a person of the page: 转身对某某."""
    found = _FACES.fullmatch(head)
    if found is None or speakers.names is None:
        return False
    named = list(speakers.names.finditer(head))
    return len(named) == 1 and named[0].end() == len(head) and named[0].start() >= found.start("to")


_NEXT_TURNED = re.compile(
    "(?:随后|接着|又|还|并|便|转身|转头|回头|当即|随即|临走时|临上车时|回过头来?|末了|完了)+对(?:随行|同行|陪同|在场|身边|一旁|值班|值守|在座|赶来|闻讯赶来|现场)的[^，。；的]{2,14}"
)
_TURNS_TO_NEXT = re.compile(
    "(?:随后|接着|然后|又|还|也|并|便|再|转身|转头|回头|当即|随即|当场|现场|同时|临走时|临上车时|回过头来?|末了|完了)*[对向](?P<to>[^，。；：“”]{2,14})"
)


def turns_next(head: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a verb of saying but turn to an office or to one who holds a post."""
    if _NEXT_TURNED.fullmatch(head) is not None:
        return True
    found = _TURNS_TO_NEXT.fullmatch(head)
    if found is None:
        return False
    to = found.group("to")
    named = unit_before(to, lexicon)
    return by_post(to) is not None or (named is not None and named.end == len(to))


_LETS = re.compile("(?:当即|随即|当场|现场|立即|马上|立刻|又|还|并|便|连夜|回头|转身)*让")
_NO_LET = re.compile("[的说讲看到很在是都也了着过、和与感觉]|十分|非常|作|介绍|谈|当")


def lets_person(words: str, speakers: Voices) -> tuple[int, int] | None:
    """Return the place of the person whom somebody has do a thing: 他当即让某某今晚逐船核一遍."""
    at = words.find("让")
    if at < 1 or speakers.names is None:
        return None
    named = speakers.names.match(words, at + 1)
    if named is None or named.end() >= len(words) or _NO_LET.match(words, named.end()):
        return None
    who = next((one for one in speakers.finditer(words) if one.end() <= at), None)
    if who is None or _LETS.fullmatch(words, who.end(), at + 1) is None:
        return None
    return named.span()


def told_alone(
    words: str, verb: str, mark: str, speakers: Voices, lexicon: Lexicon
) -> Named | None:
    """Return whom the words behind a verb of speech name and nothing else.

    What they happen to do there is left out, and the name of a person behind his post.
    """
    beside = BESIDE.match(words)
    skip = beside.end() if beside is not None else 0
    at_end = (one for one in speakers.finditer(words, skip) if one.end() == len(words))
    named = [one for one in at_end if one.group() not in lexicon.posts]
    if named and named[-1].start() == skip:
        # 叮嘱某某，: by the name alone.
        return Named(start=skip, end=len(words), kind=AddresseeKind.UNIT)
    if named and named[-1].start() - skip >= _SHORTEST_POST:
        # 河道警长某某，看见电鱼的…: told by his post; of an office, it is the office.
        post = words[skip : named[-1].start()]
        office = unit_of_person(post, lexicon)
        if office is not None:
            return Named(start=skip, end=skip + office.end, kind=office.kind)
        if _POST.search(post) is not None:
            return Named(start=skip, end=skip + len(post), kind=AddresseeKind.UNIT)
    whole = unit_before(words[skip:], lexicon)
    if whole is None and verb in (*lexicon.soft_verbs, *_HANDS_OVER):
        heard = audience_at_front(words[skip:], lexicon)
        alone = heard is not None and heard.end + skip == len(words)
        whole = heard if mark == "：" or (skip and alone) else None
    if whole is None:
        return None
    return Named(start=whole.start + skip, end=whole.end + skip, kind=whole.kind)


def is_person_told(words: str, start: int, speakers: Voices, lexicon: Lexicon) -> bool:
    """Tell whether words behind an office or a post are the rest of who is told: 副局长某某."""
    named = [one for one in speakers.finditer(words, start) if one.end() == len(words)]
    if not named or named[-1].group() in lexicon.posts:
        return False
    between = words[start : named[-1].start()]
    return not between or (len(between) <= _LONGEST_POST and _POST.search(between) is not None)


def persons_told(words: str, verb: str, mark: str, lexicon: Lexicon) -> Named | None:
    """Return the offices whose people a clause names as those told, and nothing else."""
    if mark != "：" and not (mark == "，" and OFFICE_PEOPLE.search(words)):
        return None
    if verb in ("指出", "强调", "表示"):
        return None
    one = by_post(words)
    if one is not None:
        return one
    beside = BESIDE.match(words)
    start = beside.end() if beside is not None else 0
    bare = re.sub(f"{PERSONS.pattern}$", "", words[start:]) or words[start:]
    named = unit_before(bare, lexicon)
    if named is None or named.end != len(bare):
        return None
    return Named(start=named.start + start, end=named.end + start, kind=named.kind)


def spoken_to(head: str, lexicon: Lexicon) -> Named | None:
    """Return the unit in 对某单位提出要求."""
    found = _TO.search(head)
    if found is None:
        return None
    words = found.group("unit")
    one = None if found.group().startswith("就") else by_post(words)
    if one is not None:
        at = found.start("unit")
        return Named(start=one.start + at, end=one.end + at, kind=one.kind)
    beside = BESIDE.match(words)
    shift = found.start("unit") + (beside.end() if beside is not None else 0)
    words = words[beside.end() :] if beside is not None else words
    bare = re.sub("(?:[两三四几]位)?(?:主要|分管)?(?:负责人|负责同志|同志们?)$", "", words)
    bare = _ONE_BY_ONE.sub("", bare)
    if beside is not None and ANYBODY.fullmatch(bare):
        return None
    named = unit_before(bare, lexicon) if len(bare) > 1 else None
    if named is None:
        named = unit_before(words, lexicon)
    if named is None and found.group()[0] in "给对" and beside is not None:
        heard = audience_at_front(bare, lexicon)
        named = heard if heard is not None and heard.end == len(bare) else None
    if named is None or (found.group().startswith("就") and named.end < len(bare)):
        return None
    if _WORK_OF.search(bare, named.end + 1) is not None:
        # 就某事创建提出, 对该镇当前防火工作部署: the theme of his words.
        return None
    return Named(start=named.start + shift, end=named.end + shift, kind=named.kind)
