"""How much characters behind a post or in a list of persons read like a name, and where it ends.

Nobody lists all verbs that may follow a name (局长费行舟接过话头), so what is weighed is whether a surname opens it,
whether a common word would be cut at its end, whether it is itself a common word, and what the page repeats.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.many_words import words_of
from guatu.domain.reading.name_ends import begins_a_verb
from guatu.domain.reading.name_patterns import NamePatterns
from guatu.domain.reading.patterns import HAN, any_of, is_han
from guatu.domain.reading.verbs import verb_at

_MARKS = "，。；：、！？“”‘’（）《》\n ·"
_NEVER = "在等就对率赴的了是说并还也与及向我你他她它这那哪不没很都把被让将从于要"
# Signs that spell names of Mongol, Tibetan, Uyghur and other tongues (额尔敦巴图, 宝音特古斯).
_SPELLING = frozenset(
    "阿巴白包宝毕布察朝查达道德敦额恩尔尕噶嘎格戈根古哈浩呼胡吉江杰金卡凯科克拉兰勒力丽利鲁伦罗麻玛满毛蒙米木穆那娜纳尼"
    "努诺其奇钦庆萨赛桑色沙莎斯苏塔特图托陶乌吾希锡雅牙亚依伊扎泽珠卓孜音仁云日红甫提江热合买肉孜帕夏古丽别克努尔汗坎登朋措珍旺扎西才让多吉次仁央宗曲洛顿尖加林敖其木朝惹伍且俄瓦比海来呷果铁约火莫史什觉足且拥美巧青批欧巫旦增门罗松次格桑梅索南贡布"
)
_LENGTHS = (3, 2, 4, 5, 6)
_PRIOR = {2: 0.2, 3: 1.0, 4: -1.5, 5: -2.0, 6: -2.5}
_PAIR = 2
_SPELLED = 3
_LEAST_SPELLED = 0.3
_DOTTED = _SPELLING | set("艾则玉素茹仙塞肖叶祖菲孙吐提迪")
_ENOUGH = 2.0
_COMMON, _VERY_COMMON = 7, 9
# As surnames these are seldom, as words behind a post often: 委员来打分, 组长包田块, 主任任命.
_WORDS_TOO = frozenset(
    "来包时管向和从于任成都有方全应查位商计安门关展闻信通经由应当高明强平支水车马白党乐文公能容干"
)
_VERBS_TOO = frozenset("来任包应都由让管向从莫")
_KEEPS = re.compile(
    "包[乡村组户片段区企校楼街线点河栋田块山网格厂库案干保联抓挂扶镇院屋路塘圩堤项难]|台[前上下]|来[打看听说讲问]"
)

_FUNCTION = frozenset("后前时中里上下内外间地得着过了到的是在把将给为与和")
_BEFORE_POST = re.compile(
    "[、，](?:副?[县市区旗州盟]长|[县市区旗省镇乡][^，。；、]{0,12}(?:[局县镇乡市部主处院校]长|书记|主任|主席))|(?:参加|出席|列席|陪同|主持|带队|率队|介绍|汇报|表示|强调|指出|要求)"
)
_ARRIVES = re.compile(
    f"来{HAN}{{1,3}}(?:调研|考察|检查|视察|指导|督导|督查|宣讲|座谈|慰问|看望|访问)"
)
# 兰向东, 葛向阳: in these 向 is no word.
_TOWARDS = re.compile("向[东阳荣前红明辉军华民上南北]")
_COMES = re.compile("[来到去赴](?=[村县我镇乡校厂企此这访现场])")


@lru_cache(maxsize=4)
def _surname(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(f"{any_of(lexicon.compound_surnames)}|[{''.join(lexicon.surnames)}]")


@lru_cache(maxsize=4)
def _no_name(lexicon: Lexicon) -> Pattern[str]:
    surnames = set(lexicon.surnames)
    stops = (one for one in lexicon.rare_name_stops if len(one) > 1 or one not in surnames)
    return re.compile(any_of((*lexicon.not_names, *stops, *lexicon.posts)))


def name_end(
    text: str, start: int, lexicon: Lexicon, after: Pattern[str], *, page: str, listed: bool = False
) -> int | None:
    """Return where the likeliest name beginning at ``start`` ends, None if none is likely.

    ``after`` are the words behind names; ``listed`` says that persons stand before it in a list.
    """
    if _no_name(lexicon).match(text, start) or _ARRIVES.match(text, start):
        return None
    best, found = _ENOUGH, _short_unknown(text, start, lexicon, after)
    for length in _LENGTHS:
        end = start + length
        words = text[start:end]
        if len(words) < length or not is_han(words):
            continue
        weight = _weight(text, start, end, lexicon, after, listed=listed)
        weight += 1.0 if listed else 0.0
        if page.count(words) > 1:
            weight += 1.0
        if length == _PAIR and _heads_clause(words, page):
            weight += 2.0
        elif length > _PAIR and page.count(words) == 1 and _heads_clause(words[:_PAIR], page):
            weight -= 2.0
        if weight > best:
            best, found = weight, end
    return found


def _heads_clause(words: str, page: str) -> bool:
    """Tell whether two signs open a clause somewhere on the page, as a name does and few nouns do."""
    return re.search(f"[，。；：“”！？\n]{re.escape(words)}(?!、)", page) is not None


def _short_unknown(text: str, start: int, lexicon: Lexicon, after: Pattern[str]) -> int | None:
    """Return where a name of two signs with a surname of no list ends: 副县长焉华、县住建局局长…."""
    words = text[start : start + 2]
    if _BEFORE_POST.match(text, start + 2) is None or not is_han(words):
        return None
    if any(sign in _NEVER for sign in words) or is_word(words, lexicon):
        return None
    verb = after.match(text, start)
    if verb is not None and len(verb.group()) > 1:
        return None
    return start + 2


def _weight(
    text: str, start: int, end: int, lexicon: Lexicon, after: Pattern[str], *, listed: bool
) -> float:
    words = text[start:end]
    opened = _surname(lexicon).match(text, start)
    known = opened is not None
    compound = opened is not None and opened.end() - start > 1
    spelled = len(words) >= _SPELLED and _SPELLING.issuperset(words)
    weight = _PRIOR[len(words)] + _ending(text, end, lexicon, after)
    if compound:
        weight += {3: 2.6, 4: 5.5}.get(len(words), -2.0)
    elif spelled and len(words) > _SPELLED:
        weight += 4.0 + 0.2 * len(words)
    elif known or _SPELLING.issuperset(words):
        weight += 1.5
    else:
        weight -= 3.0
    if _TOWARDS.match(words, 1) is None and not (len(words) == _SPELLED and words[1] == "向"):
        weight -= 3.0 * sum(sign in _NEVER for sign in words[1:])
    if len(words) > _PAIR and (begins_a_verb(text, end - 1) or _COMES.match(text, end - 1)):
        weight -= 2.5
    common = lexicon.usage.common_words
    if words[0] in _WORDS_TOO and not compound:
        weight -= 1.0
    if common.get(words, 0) >= _COMMON:
        weight -= 2.5 if listed else 1.2
    if len(words) > 2 and common.get(words[:2], 0) >= _VERY_COMMON and not compound:
        weight -= 1.5
    return weight


def _ending(text: str, end: int, lexicon: Lexicon, after: Pattern[str]) -> float:
    """Return how well a name ends here: a mark, a word behind names, no word that would be cut in two."""
    if end >= len(text) or text[end] in _MARKS:
        return 1.5
    common = lexicon.usage.common_words
    cut = max(
        common.get(text[end - 1 : end + 1], 0),
        common.get(text[end - 1 : end + 2], 0),
        common.get(text[end - 2 : end + 1], 0),
        common.get(text[end - 1 : end + 3], 0),
    )
    weight = -0.35 * max(0.0, lexicon.usage.bond(text[end - 1], text[end])) - cut / 8.0
    opened = max(common.get(text[end : end + size], 0) for size in (2, 3, 4))
    weight += opened / 12.0
    if verb_at(text, end, lexicon, nouns=False) > 1:
        weight += 1.0
    word = after.match(text, end)
    if word is not None:
        weight += 1.5 if len(word.group()) > 1 else 0.7
    return weight + (1.5 if _COMES.match(text, end) else 0.0)


# 冯区长, 李书记: a surname and what he is, no full name.
_CALLED_BY_POST = re.compile(
    ".(?:副?[县市区旗镇乡局院校所队处科厂组]长|书记|主任|主席|部长|常委|经理|董事长|会长|主委)"
)


# 联络员登记表, 成员花名册: a list of persons; 按县长批示: what he wrote.
_SHEET = re.compile("(?:登记|花名|报名|签到|信息|汇总|统计|名单)[表册单]?|批示.?|指示.?")


def is_duty(words: str) -> bool:
    """Tell whether words in the place of a name say what somebody is charged with (包田块, 主席台), or what he is (李书记)."""
    return bool(_KEEPS.match(words) or _CALLED_BY_POST.fullmatch(words) or _SHEET.fullmatch(words))


_DEED = 11


def is_deed(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words in the place of a name are a common verb and one sign more (成为最, 先讲话), or a sign said twice."""
    usage = lexicon.usage
    if len(words) == _PAIR:
        return words[0] == words[1]
    return len(words) == _SPELLED and any(
        one in usage.verbs and usage.common_words.get(one, 0) >= _DEED
        for one in (words[:2], words[1:])
    )


_SURNAMES_TOO = "应任"


def is_phrase(words: str, lexicon: Lexicon, page: str = "") -> bool:
    """Tell whether words in the place of a name are a verb with what follows it (来命名, 任组长, 天天守).

    ``page`` tells 应长山, named again and again, from 应现场群众要求.
    """
    common = lexicon.usage.common_words
    if len(words) < _SPELLED or words.startswith(lexicon.compound_surnames):
        return False
    if words[0] == words[1] or (
        common.get(words, 0) >= _COMMON
        and (words[0] in _WORDS_TOO or words[0] not in lexicon.surnames or len(words) > _SPELLED)
    ):
        return True
    if words[0] in _VERBS_TOO and (
        common.get(words[1:], 0) >= _COMMON or words[1:] in lexicon.posts
    ):
        named = words[0] in _SURNAMES_TOO and page.count(words) > 1
        return not named or words[1:] in lexicon.usage.verbs or words[1:] in lexicon.posts
    return common.get(words[:2], 0) >= _COMMON and words[2] in _FUNCTION


def cut_back(name: str, page: str, lexicon: Lexicon) -> str | None:
    """Return a name of four signs or more as one of three where it is too long, None where it is none.

    费海涛|刚迈进: so long are only names with a surname of two signs, and those of tongues that spell by sound.
    """
    if len(name) <= _SPELLED or any(sign in "·•・‧" for sign in name):
        return name
    spelled = sum(sign in _SPELLING for sign in name)
    if name.startswith(lexicon.compound_surnames) or 2 * spelled >= len(name):
        return name
    short = name[:_SPELLED]
    stands = page.count(short) > page.count(name)
    return short if name[0] in lexicon.surnames and stands else None


def is_row_of_words(words: str) -> bool:
    """Tell whether parts with dots between them are words (海归·乡贤·创客), and no name of a tongue that dots its names."""
    parts = re.split("[·•・‧]", words)
    signs = "".join(parts)
    spelled = sum(sign in _DOTTED for sign in signs)
    return len(parts) > 1 and spelled < _LEAST_SPELLED * len(signs)


def is_word(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words in the place of a name are a common word of two signs (修剪)."""
    return len(words) == 2 and lexicon.usage.common_words.get(words, 0) >= _COMMON


# 党建军: a name, though 党建 is a word.
_MILITANT = re.compile("党建[军国华平民文忠明强伟峰生林海涛斌]")
_SEATS = ("镇", "乡", "县", "局", "街道", "矿", "厂")


def settled(
    shown: Mapping[str, int], page: str, lexicon: Lexicon, patterns: NamePatterns
) -> tuple[str, ...]:
    """Drop a longer form that is a shown shorter name plus the start of another word.

    But those before whom offices stand are two persons: 县委书记王某虎 and 县长王某.
    """
    blocked = set(lexicon.unit_abbreviations) | set(lexicon.section_words)
    kept: list[str] = []
    for name, count in shown.items():
        given = name[2:] if name[:2] in lexicon.compound_surnames else name[1:]
        if (
            name in blocked
            or given in lexicon.not_given_names
            or (count < 2 and is_deed(name, lexicon))
        ):
            continue
        if words_of(lexicon, "not_names").begin(name) and _MILITANT.fullmatch(name) is None:
            continue
        if name.endswith(_SEATS) and len(name) > 2 and not patterns.in_office(name, page):
            continue  # 石湖镇表示: a town that speaks
        shorter = next((one for one in shown if one != name and name.startswith(one)), None)
        longer = next((one for one in shown if one != name and one.startswith(name)), None)
        if shorter is not None and shown[shorter] > count:
            continue
        if longer is not None and shown[longer] >= count:
            by_himself = patterns.in_office(name, page, unless=longer[len(name) :])
            if not (by_himself and patterns.in_office(longer, page)):
                continue
        kept.append(name)
    return tuple(kept)
