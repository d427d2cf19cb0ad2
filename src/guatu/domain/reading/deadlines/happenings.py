"""A limit at something yet to happen: 收割结束前, 下次常委会前, 台风登陆前. Quoted; its day is not known."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.deadlines.decoys import is_decoy
from guatu.domain.reading.deadlines.limits import Found
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DeadlineBasis

_BEFORE = "(?:之前|以前|前(?![后夕期置沿往来提景台程缘锋列线面身款段]))"
_WHICH = "(?:下一?[次个场轮]|本次|首[场次轮批个]|第一场|最后一次|新一?轮|新学期|今[春夏秋冬]|明[春年]|[春夏秋冬]季)?"
# What comes, begins or ends: the words in front of it say of what.
# What kind of thing it is that comes: 县第十四次党代会, 森林防火期, 秋季学期, 本学期内 has no day either.
_KINDS = (
    "(?<![机社协员工商学金事理教导])大?会|会议|全会|论坛|[大联]?赛|运动会|(?:(?![要在于赶乡镇局办须应])[\u3400-\u9fff]){2}节(?!点)|[会中高统体]考|考[试核评]|[复终初]审|督[察导]|巡[视察]|普查|评估|观摩|验收"
    "|(?<![工近前后中定短长按同如早初末分日假周])期(?![间限])|[春夏秋冬旱雨旺淡汛枯采]季|高峰|学期末?|期末|寒假|暑假|假期|长假|旺季|汛末|周年"
)
_TURN = (
    "结束|到来|来临|来(?=之前)|开始|启动|召开|登陆|过境|开工|复工|竣工|投产|投用|通车|通水|交付|交房|上市|返校|离校|到期|届满|期满|开园|开业|开馆|开街|开幕|开赛|开捕|开镰|开灌"
    "|进驻|抵达|到达|下达|验收|挂果|出栏|封山|封路|封地|上冻|入冬|入汛|封冻|收官"
    "|试[产车行]|试运[行营]|试营业|量产|达产|达效|[蓄放泄]水|下闸|封库|[挂揭]牌|[汇会]演|演出|报到|集中(?:开工|开业|签约)|施工|作业|采[摘收]|摘果|入住|进场|搬进来|合龙|封顶|点火|并网|换届|开标|开庭|换季|交割|停航|复航|下水|起网|开闸|移栽|分娩|大考|评审|出征|登船|开播|开春|解冻|化[冻开]|出发|返[程乡岗]|启程|出门|演出季|开会|巡[察视]|投料|普查|复查"
)


_KIND_ENDS = "会议坛赛节考试核评审察导视查估摩收期季峰末假工业年"


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    happens = any_of(lexicon.happenings)
    return re.compile(
        rf"(?:(?<=[赶在于])|下一?[次轮][^，。；]{{0,4}}会议?|(?:第一场|首场|下一场)[^，。；、]{{1,3}}?)(?<![赶在于]){_BEFORE}"
        rf"|{_WHICH}(?:县里?|省里?|市里?|全[县市省])?(?:{happens})(?:{_TURN})?{_BEFORE}"
        rf"|(?:(?<=^)|(?<=[，。；：“、在于赶抢要须必保争迟请]))(?:(?![在于赶抢要须把将对])[\u3400-\u9fff]){{1,8}}?(?:{_KINDS}){_BEFORE}|[本这]学期(?:之|以)?内"
        rf"|(?:(?<=^)|(?<=[，。；：“、在于赶抢要须必保争迟请]))(?:(?![在于赶抢])[\u3400-\u9fff]){{0,7}}?(?:{_TURN}){_BEFORE}"
    )


@lru_cache(maxsize=4)
def _last_signs(lexicon: Lexicon) -> frozenset[str]:
    """Return the signs that may stand right before 前 or 之前: what comes, begins or ends, ends in one."""
    signs = {one[-1] for one in lexicon.happenings} | set(_KIND_ENDS)
    for turn in _TURN.split("|"):
        word = turn.removesuffix("(?=之前)")
        signs |= set(word[word.rindex("[") + 1 : -1]) if word.endswith("]") else {word[-1]}
    return frozenset(signs)


def _may_happen(words: str, lexicon: Lexicon) -> bool:
    """Tell whether 前 stands behind a sign of something that happens; most stand behind a day."""
    place = words.find("前")
    # 下次会议前, 首场直播前: the meeting or the day is named in any words.
    named = "会" in words or "场" in words
    if "学期" in words:
        return True
    while place >= 0:
        end = place - 1 if words[place - 1 : place] in ("之", "以") else place
        if named or words[end - 1 : end] in _last_signs(lexicon):
            return True
        place = words.find("前", place + 1)
    return False


def happenings_in(words: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return the limits at an event without a day of its own."""
    if not _may_happen(words, lexicon):
        return ()
    return tuple(
        Found(start=one.start(), end=one.end(), day=None, basis=DeadlineBasis.NONE)
        for one in _pattern(lexicon).finditer(words)
        if not is_decoy(words, one.start(), one.end())
    )
