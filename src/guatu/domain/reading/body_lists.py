"""Bodies of a list that share the level of the first: 县水利局、农业局、气象局等部门负责人.

Only the first item says at what level they stand; each that follows is named by its trade and its
closing word alone, or is a town. A list without any level counts where its people do something.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.body_names import CLOSING, office_kind
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.own_names import is_any_of_its_kind, opens_no_name
from guatu.domain.reading.patterns import tree_of

_JOINED = "(?:、|和|及|与|以及)"
_FIXED = "农委|经委|教委|建委|交委|商委|民委|卫健委|发改委|经信委|国资委|人行|农开办|宣传部|组织部|统战部|社会工作部|政法委|纪委监委|纪委|监委|政府办公室|政府办|府办|县委办|团委|妇联|残联|总工会|工商联|法院|检察院|人民法院|人民检察院|人武部|武警中队|供电公司|电信公司|移动公司|联通公司|自来水公司|燃气公司|热力公司|公交公司|城投公司|烟草公司|供销社|人民医院|中医院|妇幼保健院|疾控中心|党校|融媒体中心|人民银行|银监局|农商行|信用联社|邮政公司|森林公安局|交警大队|消防大队|消防救援大队|城管大队|市监局|质监局|工商局|安监局|国税局|地税局|国土局|规划局|卫计局|环保局|农业局|畜牧局|林业局|科技局|粮食局|物价局|旅游局|文体局|广电局|房管局|公路局|移民局|扶贫办|农办|综治办|维稳办|禁毒办|安监办|金融办|法制办|信访办|人防办|编办"
_TOWN = "(?!各|有关|相关|部分|全[县市区旗]|[一二三四五六七八九十两]个)[\u3400-\u9fff]{2,4}(?:镇|乡|街道|苏木)"
# Whose people do something, or are there.
_TAIL = late(
    "(?:等[\u3400-\u9fff\\d]{0,18}?)?(?:主要|有关|相关|分管|班子|党政)?(?:负责(?:人|同志)|领导|成员|同志|代表|主官)?(?:的陪同下|陪同|参加|列席|出席|一同|一道|随同|随行|先后|分别|依次|作|汇报|发言|介绍|到会|参会|负责人|负责同志|主要领导|分管领导|有关领导|班子成员|分管副职|分别就|就各自|相继|部署|安排|通报|全体)"
)


@lru_cache(maxsize=4)
def _item(lexicon: Lexicon) -> Pattern[str]:
    trade = tree_of(lexicon.office_trades)
    bare = rf"(?:{trade}){{1,5}}(?:{CLOSING})"
    return re.compile(
        rf"{_JOINED}?(?P<name>(?:{_FIXED})|{bare}|{_TOWN})(?={_JOINED}|等|[，。；]|$|[\u3400-\u9fff])"
    )


def listed_behind(plain: str, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the bodies that a list goes on with behind an office of a level: half-open place and kind."""
    item = _item(lexicon)
    while end < len(plain) and plain[end] in "、和及与以":
        found = item.match(plain, end)
        if found is None or found.start("name") == end:
            return
        name = found.group("name")
        if opens_no_name(name) or is_any_of_its_kind(name):
            return
        town = name.endswith(("镇", "乡", "街道", "苏木"))
        yield found.start("name"), found.end(), "government" if town else office_kind(name)
        end = found.end()


@lru_cache(maxsize=4)
def _first(lexicon: Lexicon) -> Pattern[str]:
    trade = tree_of(lexicon.office_trades)
    return re.compile(
        # One look at the sign before, at all of these that may stand there, leaves few places.
        rf"(?<![^，。；：、）领织有])(?:(?<![^，。；：、）])(?:由|会上|会议上)?|(?<=带领)|(?<=组织)|(?<=人员有)|(?<=率领)|(?<=的有))(?P<name>(?:{_FIXED})|(?:{trade}){{1,5}}(?:局|委|办|中心))(?={_JOINED})"
    )


_LEAST = 2
_TELLING = (
    "负责",
    "陪同",
    "参加",
    "列席",
    "出席",
    "汇报",
    "发言",
    "领导",
    "介绍",
    "分别",
    "相继",
    "先后",
)


def listed_alone(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the bodies of lists none of which is of a level, where their people do something."""
    if "、" not in plain or not any(one in plain for one in _TELLING):
        return
    done = 0
    for found in _first(lexicon).finditer(plain):
        if found.start() < done or opens_no_name(found.group("name")):
            continue
        name = found.group("name")
        behind = tuple(listed_behind(plain, found.end(), lexicon))
        if len(behind) + 1 < _LEAST or not is_of_people(plain, behind[-1][1]):
            continue
        done = behind[-1][1]
        if not is_any_of_its_kind(name):
            yield found.start("name"), found.end(), office_kind(name)
        yield from behind


def is_of_people(plain: str, end: int) -> bool:
    """Tell whether the people of a list that ends at a place are there or do something."""
    return _TAIL.match(plain, end) is not None
