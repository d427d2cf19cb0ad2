"""Verbs by the word list of the language, for acts that no list of this genre names."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon

# 当好, 拧成, 盯紧: a verb with what comes of it.
_RESULT = "[当拧扎搭架垒看站稳守护管抓盯查摸压落做办建备干讲说算分理收种养修补打走跑开关拦堵清查扫填][好成住紧牢实细准足齐清透稳严完掉满起]"
# 蹲在, 守在, 跑到, 沉下: where the act goes.
_WHERE = "[蹲守住站坐盯吃睡泡扎走跑送沉跟追拉搬接请劝挪铺装挂贴写画讲落压放埋护看查管抓钉](?:在|到|进|上|下|出|回|过|起)(?=[\u3400-\u9fff])"
# 无事不扰, 有诉必接, 应收尽收: an act in four characters.
_FOURFOLD = late(
    "[无不有应能随敢即凡逢见可][\u3400-\u9fff][不必尽则快就即随接][\u3400-\u9fff](?=$|[，。；、])"
)
# 想想办法, 看一看, 问问: a verb said twice.
_TWICE = "(?P<sign>[想看查走试问跑管理算听说谈坐转翻数晒比练修补扫])一?(?P=sign)"
# 腾仓备容, 敲锣喊话, 巡山护林: two acts upon two things, in four characters.
_ACTS_UPON = "腾备敲喊巡护送摸查清修补打开关拆建挖填铺运装卸封堵守看管抓收种浇灌排抢抽派下上进出走访宣讲贴挂画写报算核登记验检测采化晒晾储存供保增添减降扩调换配发领交缴退还改整治扫洗刷擦喷消杀防控扑救转移撤避让停限禁疏导分摘剪割砍伐烧埋压夯砌盖搭架牵搬拉推拖接通连设立订签审批招引培育养喂牧放捕捞耕翻耙犁播插栽施除洒追结束串扎加夯巩固"
_PAIRED = re.compile(
    f"[{_ACTS_UPON}](?P<one>[\u3400-\u9fff])[{_ACTS_UPON}](?!(?P=one))[\u3400-\u9fff](?=$|[，。；、])"
)
# 碰个头, 通个气: a verb of two characters that a measure parts.
_PARTED = "[碰开跑把算搭通牵带出露打列交见想表搞拿定挂立建摸拉建][个把回次][头会腿关账手气面底招单数法意主表态方办规群网]"
# Acts by how they are built; each of these is as long as the act.
_BUILT = re.compile(f"{_RESULT}|{_WHERE}|{_TWICE}|{_FOURFOLD.pattern}|{_PARTED}")
_SHORTEST = 2


# What an object begins with behind a verb of one character.
_OBJECT = re.compile("[\u3400-\u9fff“《\\d]")


class _Known(NamedTuple):
    """The verbs that a lexicon lists: plain ones of one sign, those of office, and of the language's those of more than two signs.

    The last are kept by their first two signs, the longest first, each with whether it is as often a noun.
    """

    plain: frozenset[str]
    official: frozenset[str]
    longer: Mapping[str, Sequence[tuple[str, bool]]]


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> _Known:
    verbs, nouns = lexicon.usage.verbs, lexicon.usage.verbal_nouns
    longer: dict[str, list[tuple[str, bool]]] = {}
    for word in sorted(verbs | nouns, key=lambda one: (-len(one), one)):
        if len(word) > _SHORTEST:
            longer.setdefault(word[:_SHORTEST], []).append((word, word not in verbs))
    return _Known(frozenset(lexicon.plain_verbs), frozenset(lexicon.official_verbs), longer)


def is_paired(words: str, start: int = 0) -> bool:
    """Tell whether two acts upon two things stand at a place, and end the clause: 巡山护林."""
    return _PAIRED.match(words, start) is not None


def is_fourfold(words: str, start: int = 0) -> bool:
    """Tell whether an act in four characters stands at a place: 无事不扰, 有求必应."""
    return _FOURFOLD.match(words, start) is not None


def verb_at(words: str, start: int, lexicon: Lexicon, *, nouns: bool = True) -> int:
    """Return the length of the verb at a place of words, 0 where none stands.

    ``nouns`` admits verbs that are as often nouns (管理, 服务), which tell little by themselves.
    """
    known, usage, front = _known(lexicon), lexicon.usage, words[start : start + _SHORTEST]
    for word, is_noun in known.longer.get(front, ()):
        if (nouns or not is_noun) and words.startswith(word, start):
            return len(word)
    if front in usage.verbs or (nouns and front in usage.verbal_nouns) or front in known.official:
        return _SHORTEST
    if (built := _BUILT.match(words, start)) is not None:
        return built.end() - start
    return int(front[:1] in known.plain and _OBJECT.match(words, start + 1) is not None)


_WEAK = re.compile("[县市区镇乡村站所室院部组科股厂馆店]|工作|项目")


# 工商联换届, 医共体建设: behind a name of no level the noun of an act is what is spoken of.
_DEVERBAL = re.compile(
    "建设|改造|更新|换届|管理|发展|改革|改制|扩容|搬迁|选址|布局|运营|运行|维护|养护|升级|创建|治理|整治|修缮|维修|扩建|新建|迁建|变更|认定|注册|储备|供应|提标|提质|达标|复垦|安全|卫生|环境|服务|收入|待遇"
)
_LEVELLED = re.compile("各|所有|有关|相关|[县市区旗镇乡省州]|[㐀-鿿]{2,3}[县市区旗镇乡]")


def verb_till(words: str, stop: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether nothing but a verb stands between a name and the modal: 保险公司理赔不许拖."""
    if _DEVERBAL.fullmatch(words, stop, end) and not _LEVELLED.match(words):
        return False
    if end - stop != _SHORTEST or _WEAK.fullmatch(words, stop - 1, stop):
        return False
    return verb_at(words, stop, lexicon) == _SHORTEST
