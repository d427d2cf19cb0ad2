"""Names behind the post of a head whose surname is a word besides, or in no list: 县委书记操某某乘船来到.

A surname that is a word (操, 把, 别, 秋) would make names of too much that stands behind a post. So such a name counts
where what stands behind it is done by persons, or where it opens a clause elsewhere on the page.
"""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN

# Deputies of a people and clerks are named by what they are, heads by their names.
_HEADS = ("长", "书记", "主任", "主席", "常委", "政委", "总经理", "董事长")
_DOES = (
    "(?:主持|宣布|强调|指出|要求|讲话|致辞|出席|列席|陪同|随同|一同|带队|率队|带领|率[^先]|一行|先后|深入|来到|走进|调研|督[导查]|检查|慰问|走访|看望|介绍|汇报|通报"
    "|表示|坦言|[说问][，：道。]|叮嘱|接过|到[^，。；]{2,30}(?:调研|检查|督[导查]|慰问|走访|看望)|作(?:了)?(?:汇报|发言|部署|说明|报告|动员|讲话))"
)
_OPENS = "[，。；：“”！？\n]{}(?:{}|[^、，。；：的]{{0,6}}(?:说|问|道|让|把|对|向|给|看|走|抓|蹲|站|转身|接|拿|指|叮|点))"
_COMMON, _WORD, _USUAL, _PAIR = 9, 6, 3, 2
_HAN = re.compile(f"{HAN}{{2,3}}")
# What stands in no given name: 镇长红着脸说.
_NEVER = frozenset(
    "在等就对率赴的了是说并还也与及向我你他她它这那哪不没很都把被让将从于着过到得地吗呢吧话脸头手"
)
# 县委书记代县长作报告, 局长和乡长: no name stands behind the post of another.
_POST_ITSELF = re.compile("[县区市旗州镇乡局部院]长|书记|主任|主席|常委|政府|委员|代表")


def seldom_name_end(text: str, start: int, page: str, lexicon: Lexicon) -> int | None:
    """Return where such a name ends that begins right behind a post, None if none does."""
    if not text.endswith(_HEADS, 0, start) or text.startswith(lexicon.not_names, start):
        return None
    first = text[start : start + 1]
    seldom = first in lexicon.word_surnames
    if not seldom and (first in lexicon.surnames or first in lexicon.rare_name_stops):
        return None
    may_be = _is_name if seldom else _is_strange_name
    for end in (start + _USUAL, start + _PAIR):
        if _HAN.fullmatch(text, start, end) and may_be(text, start, end, page, lexicon):
            return end
    return None


def _is_name(text: str, start: int, end: int, page: str, lexicon: Lexicon) -> bool:
    name = text[start:end]
    common = lexicon.usage.common_words
    if not _NEVER.isdisjoint(name[1:]) or _POST_ITSELF.search(name) is not None:
        return False
    if common.get(name[1:], 0) > _COMMON:
        return False
    if len(name) == _PAIR and common.get(name, 0) >= _WORD:
        return _is_doing_elsewhere(name, page)
    elsewhere = page.count(name) > 1 and _opens(name).search(page) is not None
    if len(name) == _PAIR or common.get(name[:2], 0) > _COMMON:
        return elsewhere
    return elsewhere or _ACTS.match(text, end) is not None


def _is_strange_name(text: str, start: int, end: int, page: str, lexicon: Lexicon) -> bool:
    """Tell whether words that open with no surname at all say or do something elsewhere, as persons do."""
    name = text[start:end]
    if not _NEVER.isdisjoint(name) or _POST_ITSELF.search(name) is not None or page.count(name) < 2:
        return False
    common = lexicon.usage.common_words
    if any(common.get(one, 0) >= _WORD for one in (name[:2], name[1:], name)):
        return False
    return _is_doing_elsewhere(name, page)


def _is_doing_elsewhere(name: str, page: str) -> bool:
    """Tell whether a name opens a clause and does what persons do."""
    return re.search(f"[，。；：“”！？\n]{re.escape(name)}{_DOES}", page) is not None


@lru_cache(maxsize=64)
def _opens(name: str) -> Pattern[str]:
    return re.compile(_OPENS.format(re.escape(name), _DOES))


_ACTS = re.compile(_DOES)
