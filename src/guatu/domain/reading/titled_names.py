"""Names with the post behind them: 县政协郝某某主席, 督导组杨某组长, 王某书记最后强调."""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.many_words import words_of
from guatu.domain.reading.patterns import HAN, any_of, one_of

_RANKS = "(?:党委|党组|党工委|支部)?(?:副?(?:[县市区旗镇乡局厅部处院州盟校园馆组队所站科]长|书记|主任|主席|经理|会长)|董事长)"
# 书记办公会, 主任会议, 主席团, 局长信箱: the post of nobody.
_OF_NOBODY = "(?:江|办公|会|团|信箱|人选|助理|接待|例会|室|级|们|负|职责|责任|令|质量|突击|述|联席|专题|候选|热线|论坛|轮值|岗|层面|调度|碰头|工作|包|由|是|任|担|带头|牵头|制|抓|挂|之|以上|以下|[及和、]副|（|的职)"
# What a body, a clause or a verb ends with, where a name may begin.
_FRONT = "(?:(?<![^，。；：、“局委办镇乡部院处站所中心团社日室学组队协府会校行村区由请受听取与和在）])|(?<=公司)|(?<=人大)|(?<=任命)|(?<=陪同)|(?<=听取了))"
# 甲任组长: what he is made, and no part of his name.
_NO_END = "(?<![任副代原镇乡县市区局村办委部院厂站所会组室处科队厅庭园矿方面总分小大各位级层支司])"
# 市住建局王某文等出席, 由县卫健委陈某通报, 省督察组易某良一行: a name right behind a body, without a post.
_OF_BODY = "(?<=[局委办组班心队厅])"
_DOES = "(?:一行|等(?:同志|领导)?[^，。；]{0,6}(?:出席|列席|参加|到会|参会|陪同)|、[^，。；]{2,40}等(?:同志|领导)?[^，。；]{0,4}(?:出席|列席|参加|到会|参会|陪同)|同志(?![们之])|(?:作|进行)?(?:通报|汇报)(?:了)?[^，。；：])"
_COMMON = 9
_SHORT, _WORD = 2, 7
_VERBS = "来任包应都由让管向从区"
# 安监站长, 班主任, 党支部书记: what a post is for, and no given name.
_TRADES = "班党监政团工农林水支纪综宣组统武群机办公财税警检法"
_BODIES = ("党组", "党委", "全体", "常委", "工委", "支部", "公室", "公厅", "公所", "成员")


@lru_cache(maxsize=4)
def _titled(lexicon: Lexicon) -> Pattern[str]:
    surname = f"(?:{any_of(lexicon.compound_surnames)}|{one_of(lexicon.surnames)})"
    # Few places can begin a surname; what stands before it is asked there alone.
    first = one_of(sorted({one[0] for one in (*lexicon.compound_surnames, *lexicon.surnames)}))
    posts = any_of(set(lexicon.posts) - set(lexicon.not_posts))
    return re.compile(
        f"(?={first})(?:{_FRONT}(?P<name>{surname}{HAN}{{1,2}}?){_NO_END}"
        f"(?={_RANKS}(?!{_OF_NOBODY})|（[^（），。；、]{{0,24}}{posts}）)"
        f"|{_OF_BODY}(?P<bare>{surname}{HAN}{{1,2}}?){_NO_END}(?={_DOES}))"
    )


def titled_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of names that a post follows."""
    for found in _titled(lexicon).finditer(text):
        name = found.group("name")
        if name is not None and _may_be(name, lexicon):
            yield found.span("name")
        bare = found.group("bare")
        if bare is not None and _may_be(bare, lexicon) and _is_no_word(bare, lexicon):
            yield found.span("bare")


def _may_be(name: str, lexicon: Lexicon) -> bool:
    """Tell whether what stands before a post is no body, no trade and no verb (安监站长, 由班主任)."""
    if words_of(lexicon, "not_names").begin(name) or name.startswith(_BODIES) or name[0] in _VERBS:
        return False
    if name in lexicon.unit_abbreviations or (len(name) == _SHORT and name[1] in _TRADES):
        return False
    return len(name) == _SHORT or lexicon.usage.common_words.get(name[:2], 0) <= _COMMON


def _is_no_word(name: str, lexicon: Lexicon) -> bool:
    """Tell whether no common word stands in a name for which no post speaks."""
    common = lexicon.usage.common_words
    return all(common.get(one, 0) < _WORD for one in (name, name[:2], name[1:]))
