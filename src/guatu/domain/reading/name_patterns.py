"""The patterns around names of persons, compiled once per lexicon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, any_of, name_pattern, one_of, sought, tree_of
from guatu.domain.reading.spelled_names import first_signs

STOPS = "，。；：、！？“”‘’（）《》"
# Of these many are spoken of that have no name; only a known surname shows one behind them.
CALLINGS = frozenset(
    (
        "教师",
        "医生",
        "村医",
        "护士",
        "专家",
        "无党派人士",
        "代表人士",
        "人士代表",
        "教师代表",
        "侨商",
        "侨领",
        "博士",
        "校友",
    )
)
# Behind these a verb stands as often as a name (负责人商量).
_LOOSE = frozenset(("负责人", "技术员", "经理", "工程师", "班长", "店主", "支书", "村支书"))
_NO_OFFICE = frozenset(("负责人", "技术员", "店主", "班长"))
# Who is named one after another: 县领导甲、乙、丙.
_GROUPS = ("领导", "同志", "成员", "人员", "代表")
_DOING = (
    "主持",
    "带队",
    "率队",
    "一行",
    "先后",
    "来到",
    "实地",
    "深入",
    "详细",
    "仔细",
    "走进",
    "察看",
    "查看",
    "边走边",
    "作工作",
    "作情况",
    "作动员",
    "作表态",
    "作交流",
    "作发言",
    "通报了",
    "传达了",
    "宣读了",
    "出席",
    "列席",
    "参加",
    "陪同",
    "宣布",
    "致辞",
    "随行",
    "结合",
)

# 商户仔细核对, 施工队查看: what ends so is a trade or a team.
_ONE = "(?<![户员队站众商])"
# 要求县水利局…, 叮嘱镇党委书记…, 对县水利局负责人说：: to whom somebody speaks shows that he is one.
_TELLS_WHOM = (
    "(?:(?:要求|责成|叮嘱|嘱咐|告诫|提醒|勉励)(?=[各县市区镇乡有相全随施])"
    "|[对向](?=[各县市区镇乡有相全随施在])[^，。；：“”]{2,20}(?:说|强调|指出|提出|要求|叮嘱)(?=[，：]))"
)

# 分别是 between a group and the first of its names, and the longest of these.
_LONGEST_LINK, _LONGEST_NAME = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePatterns:
    """Compiled patterns around names.

    ``may_spell`` is the last sign of a post with what ``before_spelled`` looks for behind it; what ``listed`` finds
    is no longer than ``list_reach``.
    """

    after: Pattern[str]
    after_post: Pattern[str]
    before_spelled: Pattern[str]
    may_spell: Pattern[str]
    before_rare: Pattern[str]
    listed: Pattern[str]
    spoken: Pattern[str]
    acting: Pattern[str]
    post_end: Pattern[str]
    any_post_end: Pattern[str]
    follower: Pattern[str]
    surname: Pattern[str]
    group_end: Pattern[str]
    behind: Pattern[str]
    office: Pattern[str]
    reach: int
    list_reach: int

    def in_office(self, name: str, page: str, *, unless: str = "") -> bool:
        """Tell whether the post of an office stands before a name somewhere on the page.

        Where ``unless`` goes on behind it there, it is another's.
        """
        return any(
            self.office.search(page, max(0, at - self.reach), at) is not None
            for at in printed_at(name, page)
            if not unless or not page.startswith(unless, at + len(name))
        )


def printed_at(words: str, page: str) -> Iterator[int]:
    """Yield where words stand on a page."""
    at = page.find(words)
    while at >= 0:
        yield at
        at = page.find(words, at + 1)


@lru_cache(maxsize=4)
def name_patterns(lexicon: Lexicon) -> NamePatterns:
    """Return the compiled name patterns of a lexicon."""
    posts = any_of(lexicon.posts)
    grouped = any_of(set(lexicon.posts) - CALLINGS)
    compound = any_of(lexicon.compound_surnames)
    speech = any_of(lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs)
    doing = any_of(_DOING)
    spelled = first_signs(lexicon)
    groups = {*lexicon.posts, *_GROUPS} - CALLINGS
    offices = set(lexicon.posts) - set(lexicon.not_posts) - CALLINGS - _LOOSE
    return NamePatterns(
        after=re.compile(
            any_of((*lexicon.after_names, *(one for one in lexicon.imperatives if len(one) > 1)))
            + f"|[{STOPS}0-9]"
        ),
        after_post=re.compile(
            f"{sought((lexicon.posts, '(?![长者]|(?<=总工)程)'), (lexicon.person_words, ''))}(?:（{HAN}{{1,6}}）)?(?={compound}|{one_of(lexicon.surnames)})"
        ),
        before_spelled=re.compile(
            f"{sought((set(lexicon.posts) - set(lexicon.not_posts), ''))}(?={spelled})"
        ),
        may_spell=re.compile(one_of(sorted({one[-1] for one in lexicon.posts})) + spelled),
        before_rare=re.compile(
            f"{sought((set(lexicon.posts) - set(lexicon.not_posts) - CALLINGS - _NO_OFFICE, '(?![长员部台团])'))}(?={HAN}{{2}})"
        ),
        listed=re.compile(
            f"(?:^|[，。；：（]|{tree_of(groups)})(?:分别是|分别有|包括|有)?(?P<first>{HAN}{{2,4}})(?=、{HAN}{{2,4}})"
        ),
        spoken=re.compile(
            f"(?<![^，。；：）])({name_pattern(lexicon)}){_ONE}(?:在[^，。；]{{1,30}}[时中上后])?"
            f"(?:还|也|再次|特别|最后|现场|首先|反复|着重|并)?"
            f"(?:{speech}(?=[，：要]|{HAN}{{2,16}}要)|{_TELLS_WHOM})"
        ),
        acting=re.compile(f"(?<![^，。；：）])({name_pattern(lexicon)}){_ONE}(?={doing})"),
        post_end=re.compile(
            f"{any_of((set(lexicon.posts) - set(lexicon.not_posts)) | {'代表'})}(?:（{HAN}{{1,6}}）)?$"
        ),
        any_post_end=re.compile(f"(?:{posts}|常委|办|委员)$"),
        follower=re.compile(any_of(lexicon.list_followers) + "|[，。；）]"),
        surname=re.compile(f"{compound}|{one_of(lexicon.surnames)}"),
        behind=re.compile(
            f"(?P<post>(?:党委|党组|党工委)?{any_of(set(lexicon.posts) - set(lexicon.not_posts) - CALLINGS)})(?!{HAN}{{0,2}}长|医|助理|者|[、，]{HAN}{{2,3}}、)"
            f"|（(?P<aside>[^（），。；、]{{0,24}}{any_of(set(lexicon.posts) - set(lexicon.not_posts) - CALLINGS)})）"
        ),
        office=re.compile(rf"{any_of(offices)}\Z"),
        reach=max(map(len, offices)),
        list_reach=max(map(len, groups)) + _LONGEST_LINK + _LONGEST_NAME,
        group_end=re.compile(f"(?:{grouped}|领导|同志|成员|人员|代表|[，。；：（]|分别是|有)$"),
    )
