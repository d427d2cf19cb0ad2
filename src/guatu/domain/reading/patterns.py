"""The word lists compiled into patterns once per lexicon."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon

HAN = "[\u3400-\u9fff]"
# What a house style puts before a byline or a caption.
ORNAMENTS = "■□◆◇●○▲△▶★☆※"
_MANY = 12
ORDINAL_NUMBER = "[一二三四五六七八九十]{1,3}"


_ALL_HAN = re.compile(f"{HAN}+")


def is_han(words: str) -> bool:
    """Tell whether words are Chinese characters and nothing else."""
    return _ALL_HAN.fullmatch(words) is not None


def any_of(words: Iterable[str]) -> str:
    """Return the alternation of words, longest first, so that no word hides a longer one."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    words_in_turn = "(?:" + "|".join(re.escape(word) for word in listed) + ")"
    if len(listed) < _MANY or "" in listed:
        return words_in_turn
    # Of many words few places can begin one: one look at the sign there saves trying them all.
    first = one_of(sorted({word[0] for word in listed}))
    return f"(?:(?={first}){words_in_turn})"


def tree_of(words: Iterable[str]) -> str:
    """Return what ``any_of`` does, with what words begin with alike written once: 县(?:委|长).

    It takes longer to compile, and a third of the time to search in long texts where many places can
    begin one of many words.
    """
    listed = sorted(set(words))
    return f"(?:(?={one_of(sorted({word[0] for word in listed}))}){_branches(listed)})"


def sought(*groups: tuple[Iterable[str], str]) -> str:
    """Return the alternation of groups of words, each followed by what stands behind its words, for the front of a pattern.

    It finds what ``tree_of`` finds, group by group, and every branch begins with one certain sign: a search for
    such a pattern runs from one of these signs to the next, while behind a look ahead it stops at every sign.
    """
    branches: list[str] = []
    for words, behind in groups:
        tails: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            tails.setdefault(word[0], []).append(word[1:])
        branches += (f"{re.escape(sign)}{_branches(rest)}{behind}" for sign, rest in tails.items())
    return f"(?:{'|'.join(branches)})"


def _branches(words: Sequence[str]) -> str:
    """Return sorted words as a pattern that takes the longest that fits, then the shorter ones."""
    tails: dict[str, list[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    alone = [sign for sign, rest in tails.items() if rest == [""]]
    parts = [f"{re.escape(sign)}{_branches(rest)}" for sign, rest in tails.items() if any(rest)]
    parts += [one_of(alone)] if alone else []
    branches = "|".join(parts)
    if not branches:
        return ""
    if "" in words:
        return f"(?:{branches})?"
    return f"(?:{branches})" if len(parts) > 1 else branches


def one_of(signs: Iterable[str]) -> str:
    """Return the character class of single characters."""
    return "[" + "".join(re.escape(sign) for sign in signs) + "]"


def name_pattern(lexicon: Lexicon) -> str:
    """Return the pattern of a Chinese personal name by its surname."""
    compound = any_of(lexicon.compound_surnames)
    return f"(?:{compound}{HAN}{{1,2}}|{one_of(lexicon.surnames)}{HAN}{{1,2}})"


@lru_cache(maxsize=4)
def name_start(lexicon: Lexicon) -> Pattern[str]:
    """Return the compiled pattern of a name."""
    return re.compile(name_pattern(lexicon))


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPatterns:
    """What tells the kinds of lines apart."""

    lead: Pattern[str]
    press_lead: Pattern[str]
    inner_lead: Pattern[str]
    timed_lead: Pattern[str]
    byline: Pattern[str]
    glued_byline: Pattern[str]
    speech_start: Pattern[str]
    fresh_start: Pattern[str]
    posted_start: Pattern[str]
    post_before_name: Pattern[str]

    def opens_with_post(self, words: str) -> bool:
        """Tell whether somebody opens words with his post; most hold no end of a post before a surname."""
        if self.post_before_name.search(words) is None:
            return False
        return self.posted_start.match(words) is not None


@lru_cache(maxsize=4)
def layout_patterns(lexicon: Lexicon) -> LayoutPatterns:
    """Return the compiled line patterns of a lexicon."""
    name = name_pattern(lexicon)
    reporter = any_of(lexicon.reporter_words)
    marks = any_of(lexicon.lead_marks)
    names = f"{name}(?:[、/／]?(?:{reporter}[：:]?)?{name}){{0,4}}"
    speech = any_of(lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs)
    day = r"(?:\d{1,2}月)?(?:\d{1,2}[日曰])?"
    press = (
        rf"(?:[【\[（(]?(?:{marks}|{HAN}{{2,8}}(?:融媒|新闻网|网|中心|日报|报){day}讯|本[报网台刊]{day}(?:讯|电|消息))"
        rf"|本[报网台刊](?!记者|通讯|特约){HAN}{{2,6}}{day}讯(?=$|[（(\d，：:])"
        rf"|本[报网台刊](?:\d{{1,2}}月)?\d{{1,2}}[日曰]$"
        rf"|{HAN}{{2,4}}(?<![通资简快喜审音电短视])讯(?=[（(\d]))"
    )
    lead = (
        rf"(?:{press}"
        rf"|本报{HAN}{{0,6}}(?:\d+月)?\d+日电"
        rf"|[（(]?(?:{reporter})[：:]?{name}[^，。；]{{0,16}}?(?:报道|讯|[）)]))"
    )
    bare = f"(?:(?:本报)?{reporter}[：:|｜]?{names}|{names})"
    return LayoutPatterns(
        lead=re.compile(lead),
        press_lead=re.compile(press),
        inner_lead=re.compile(rf"(?<=[^，。；]){marks}[（(：:]?"),
        timed_lead=re.compile(
            rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}[日曰](?![前内底止起之以])(?:上午|下午|晚|至|，|{HAN})"
            rf"|\d{{1,2}}日(?:上午|下午|晚|，)|{any_of(lexicon.lead_times)}，?"
        ),
        byline=re.compile(
            rf"[{ORNAMENTS}]{{0,3}}(?:"
            rf"[（(]?(?:[文图摄影/／]{{1,3}})?{bare}(?:{reporter})?(?:摄影|报道|摄|文|图|[/／])*[）)]?$"
            rf"|[（(]?(?:本报|全媒体|融媒体)?(?:记者|通讯员)[：:|｜]?{HAN}{{2,8}}(?:、{HAN}{{2,8}})*[）)]?$"
            rf"|[（(]{HAN}{{2,8}}(?:、{HAN}{{2,4}})?(?:文[/／]?图|摄影报道|报道)[）)]$)"
        ),
        glued_byline=re.compile(
            rf"(?<=[。！？”])\s?(?:(?:本报)?{reporter}[：:]?\s*)?{names}$"
            rf"|(?<=[。！？”])\s?[（(](?:(?:本报)?{reporter}[：:]?\s*)?{names}\s*(?:摄影|报道|摄|文|图)*[）)]$"
        ),
        speech_start=re.compile(
            rf"(?:{name}|{HAN}{{0,12}}{name})(?:在[^，。；]{{0,24}}[时中上]|还|也|并|最后|一行)?{speech}"
        ),
        posted_start=re.compile(
            rf"[^，。；：、]{{0,14}}(?:、[^，。；：、]{{2,12}}){{0,2}}?{any_of(lexicon.posts)}{name}(?![、等])"
        ),
        post_before_name=re.compile(
            one_of(sorted({one[-1] for one in lexicon.posts}))
            + one_of(sorted({*lexicon.surnames, *(one[0] for one in lexicon.compound_surnames)}))
        ),
        fresh_start=re.compile(
            any_of(lexicon.fresh_starts)
            + rf"|[（(]?{ORDINAL_NUMBER}(?:[、）)]|是|要)|\d{{1,2}}[.、．]|第{ORDINAL_NUMBER}"
            + rf"|{name}(?:先后|一行|来到|在|还|主持|首先|对)"
            + rf"|在{HAN}{{2,14}}，|{marks}"
        ),
    )
