"""Names spelled by sound (Mongol, Tibetan, Uyghur, Kazakh, Yi, Dai): one to four known parts in a row, whatever surname no list holds.

那仁|满都拉, 多杰|才让, 切羊|吉, 阿不都|热合曼, 吉克|阿木: the parts are known, so that no sign of them is taken for a word of the sentence
(满, 都, 说), and where they end the name ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import is_han, one_of
from guatu.domain.reading.verbs import verb_at

_MARKS = (
    "，。；：、！？“”‘’（）\n 的在就对等与和及同到赴向说率把是给为将听问也还已都并则曾又再均便即"
)
_POST = re.compile(
    "(?:党委|党组|支部)?(?:副?[县市区旗镇乡局厅部处院州盟校馆组队所站科]长|副?(?:书记|主任|主席|经理|会长)|董事长|同志)"
)
# Dai names: what sons and daughters are called, and one or two signs of few.
_DAI_FIRST = "岩玉依波咪召"
_DAI = re.compile(
    "[岩玉依波咪召][温罕叫香应坎龙三光恩拉说们糯甩胆喃波囡燕扁丙帕罗腊嘎块木论很章再宰吨]{1,2}"
)
_DOT = re.compile("[·•・‧]")
_MOST_PARTS, _LONGEST = 4, 9
_SURE_PARTS, _SURE_SIZE, _LONG_PART = 2, 4, 3
_LONGEST_FRONT = 3
# Of one sign these follow whole names only: 李毛措, 苏荣花.
_LAST = "花江图呷嘎汗木玛"
# Signs that spell by sound: of a part that is not known two or three of them may stand beside one that is.
_SIGNS = frozenset(
    "阿巴白包宝毕布察朝查达丹德登敦额恩尔尕噶嘎格戈根更古哈呼胡吉江杰金卡喀凯科克库拉兰勒力丽里利林鲁伦罗洛麻玛满毛蒙米木穆姆那娜纳尼努诺其奇齐琪钦庆"
    "萨赛桑色沙莎斯苏塔特提图吐托陶维乌吾西希锡夏雅亚依伊音扎泽珠卓孜日仁合热肉买麦帕旦汗坎措珍旺才多次央宗曲顿尖加让敖朗郎绒惹伍且俄瓦比海来呷果铁约火莫史什觉足布都楞勐朋甫维叶艾再祖则不卜义尤优外信定萨干马苏力丁苦乐昭照"
)
_FRONT_SIGNS, _BACK_SIGNS, _LONGEST_OF_SIGNS = 3, 3, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parts by their first sign, longest first; the two signs they open with; single signs that are parts; parts that end names with any front."""

    by_first: dict[str, tuple[str, ...]]
    openings: frozenset[str]
    singles: frozenset[str]
    tails: dict[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def _parts(lexicon: Lexicon) -> _Parts:
    by_first: dict[str, list[str]] = {}
    words = {*lexicon.paired_syllables, *lexicon.spelled_parts}
    for one in sorted(words, key=lambda word: (-len(word), word)):
        by_first.setdefault(one[0], []).append(one)
    return _Parts(
        by_first={sign: tuple(ones) for sign, ones in by_first.items()},
        openings=frozenset(one[:2] for one in (*words, *lexicon.spelled_tails)),
        singles=frozenset(lexicon.single_syllables),
        tails={
            sign: tuple(one for one in lexicon.spelled_tails if one[0] == sign)
            for sign in {one[0] for one in lexicon.spelled_tails}
        },
    )


def first_signs(lexicon: Lexicon) -> str:
    """Return the character class of what a name spelled by sound may begin with."""
    parts = _parts(lexicon)
    return one_of(sorted({*parts.by_first, *parts.singles, *_DAI_FIRST}))


def spelled_name_at(text: str, start: int, lexicon: Lexicon, after: Pattern[str]) -> int | None:
    """Return where a name spelled by sound behind a post or in a list ends, the longest first, or None.

    What is all known goes before what is filled up with signs: 朝鲁门|来到.
    """
    if not _may_begin(text, start, _parts(lexicon)):
        return None
    known = _known_ends(text, start, lexicon)
    others = _other_ends(text, start, lexicon, known)
    # A verb of one sign bounds least: 瓦其拉萨 is no 瓦其 who pulls.
    for ends, verb in ((known, 2), (others, 2), (known, 1), (others, 1)):
        for end, _ in sorted(ends, reverse=True):
            if _bounded(text, end, lexicon, after, verb=verb):
                return end
    end, count = max(known, default=(start, 0))
    return end if count >= _SURE_PARTS and end - start >= _SURE_SIZE else None


def _may_begin(text: str, start: int, parts: _Parts) -> bool:
    """Tell by one look whether such a name may stand at a place at all: nearly none does."""
    opens = any(
        text[at : at + 2] in parts.openings for at in range(start, start + _LONGEST_FRONT + 1)
    )
    return (
        opens
        or text[start : start + 1] in _DAI_FIRST
        or _SIGNS.issuperset(text[start : start + _SURE_SIZE])
    )


def is_spelled(name: str, lexicon: Lexicon) -> bool:
    """Tell whether the whole of a name is spelled by sound, each of its parts where dots part it."""
    for one in _DOT.split(name):
        if not _may_begin(one, 0, _parts(lexicon)):
            return False
        known = _known_ends(one, 0, lexicon)
        if all(end != len(one) for end, _ in chain(known, _other_ends(one, 0, lexicon, known))):
            return False
    return True


def _known_ends(text: str, start: int, lexicon: Lexicon) -> set[tuple[int, int]]:
    """Return where a run of known parts from a place may end, with how many parts it then has."""
    found = {(end, count) for end, count in _runs(text, start, _parts(lexicon)) if end - start > 1}
    dai = _DAI.match(text, start)
    if dai is not None:
        found.add((dai.end(), 1))
    return found


def _other_ends(
    text: str, start: int, lexicon: Lexicon, known: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return where a name may end that holds a part which is not known beside one that is, or signs alone (额尔定德)."""
    found = set(_with_front(text, start, lexicon, _parts(lexicon)))
    for end, _ in known:
        found.update(_with_signs_behind(text, start, end))
    size = _signs_from(text, start, _LONGEST_OF_SIGNS)
    found.update((start + n, 1) for n in range(_SURE_SIZE, size + 1))
    return found


def _signs_from(text: str, start: int, most: int) -> int:
    """Return how many signs that spell by sound stand in a row from a place."""
    size = 0
    while size < most and text[start + size : start + size + 1] in _SIGNS:
        size += 1
    return size


def _runs(text: str, start: int, parts: _Parts) -> Iterator[tuple[int, int]]:
    """Yield the end and the number of parts of each run: 多杰|才让|措, 草|毛吉."""
    begun = [(start, 0)]
    if text[start : start + 1] in parts.singles:
        begun.append((start + 1, 1))
    seen: set[tuple[int, int]] = set()
    while begun:
        at, count = begun.pop()
        for one in parts.by_first.get(text[at : at + 1], ()):
            end = at + len(one)
            if not text.startswith(one, at) or (end, count + 1) in seen or end - start > _LONGEST:
                continue
            seen.add((end, count + 1))
            yield end, count + 1
            last = text[end : end + 1]
            if last and (last in parts.singles or last in _LAST):
                yield end + 1, count + 1
            if count + 1 < _MOST_PARTS:
                begun.append((end, count + 1))


def _with_signs_behind(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of names with a part behind that is not known: 尼玛|敖斯尔."""
    for stop in range(end + 1, end + _signs_from(text, end, _BACK_SIGNS) + 1):
        if stop - start >= _SURE_SIZE:
            yield stop, 1


def _with_front(
    text: str, start: int, lexicon: Lexicon, parts: _Parts
) -> Iterator[tuple[int, int]]:
    """Yield the ends of names with another front: a surname and parts (马|克里木), two signs and a sure tail (宏伟|巴特尔)."""
    if text[start : start + 1] in lexicon.surnames:
        for end, count in _runs(text, start + 1, parts):
            if end - start > _LONG_PART or count > 1:
                yield end, count
    for size in range(1, _FRONT_SIGNS + 1):
        if not _SIGNS.issuperset(text[start : start + size]):
            break
        yield from (
            (end, 1) for end, _ in _runs(text, start + size, parts) if end - start > _LONG_PART
        )
    for size in range(1, _LONGEST_FRONT + 1):
        tails = parts.tails.get(text[start + size : start + size + 1], ())
        tail = next((one for one in tails if text.startswith(one, start + size)), None)
        front = text[start : start + size]
        if tail is not None and is_han(front) and (size < _FRONT_SIGNS or set(front[1:]) <= _SIGNS):
            yield start + size + len(tail), 1


def _bounded(text: str, end: int, lexicon: Lexicon, after: Pattern[str], *, verb: int) -> bool:
    """Tell whether a mark, a post, a word behind names or a verb of so many signs stands behind a name."""
    if end >= len(text) or text[end] in _MARKS or _POST.match(text, end):
        return True
    return after.match(text, end) is not None or verb_at(text, end, lexicon, nouns=False) >= verb
