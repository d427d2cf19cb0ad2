"""Names of bodies that only their place shows: items of a list, and who opens a clause that goes on with a verb.

A list is taken apart at its marks; what ends like a body is one, of whatever trade or county. Whether it
counts is weighed (``body_signs``).
"""

import re
from collections.abc import Iterator

from guatu.domain.reading.bodies import body_kind, ends_inside_a_word, ends_like_body
from guatu.domain.reading.firm_names import ends_like_firm, is_own_word

_CLAUSE = re.compile("(?<![^，。；：！？“”《》])[^，。；：！？“”《》]*、[^，。；！？“”《》]*")
# What offices end in, before a word that may join two of them.
_ENDS = "[局委办院会司队心站所部乡镇道厂社团区校室府馆行业门位等]"
_JOINED = re.compile(
    "、|以及|" + "|".join(f"{one}(?<={_ENDS}{one})(?=[\u3400-\u9fff]{{2}})" for one in "和及与暨")
)
_SHORTEST, _LONGEST = 3, 28
_MANY = 3
# Where the people or the deeds of the last of a list begin.
_BEHIND = re.compile(
    "等|的|负责|领导(?!小组)|同志|班子|代表|参加|出席|列席|陪同|随同|随行|一同|一道|分别|依次|先后|相继|就|围绕|作(?<!工作)(?!业)|汇报|发言|通报|介绍|要(?!素)|须|必须|应(?!急)|将|在|对|为|到会|派(?!出所|驻)|联合|共同|有关|相关|分管|主要"
)
_OPENS = re.compile(
    "(?:会上|会后|会前|随后|其中|此外|座谈会上|会议期间|同时|由|请|责成|要求|和|及|与|以及|带领|率领|率|组织|邀请|对|向|[^、]{0,12}(?:深入到?|来到|走进|走访|慰问|前往|带领|率领|率|召集|组织|责成|要求|会同|联合|包括|听取了?)){1,3}"
)
_FIRMS = re.compile("等[^，。；、]{0,6}(?:企业|公司|厂家)")
# 某镇召开会议, 县某局组织开展检查: who opens a clause has something held or done.
_HOLDS = re.compile(
    "(?<![^。，；])(?P<name>[\u3400-\u9fff（）]{3,26}?)(?:于[\\d一二三四五六七八九十月日年]{2,12}|及时|迅速|专题|紧急|连夜|立即|在[^，。；]{2,14}?|率先|再次|积极|认真|集中|牵头|早谋划){0,3}(?:组织|主持)?(?:召开|举行|举办|开展|组织|部署|启动|印发|下发|发布|联合|邀请|召集|收听|行动|推出|抽调)"
)
_HOLDING = re.compile(
    "召开|举[行办]|开展|组织|部署|启动|印发|下发|发布|联合|邀请|召集|收听|行动|推出|抽调"
)
# 中江县人大常委会, 渠县人民医院: the county's own name before an office, whatever signs it is made of.
_COUNTY = re.compile("(?:^|(?<=[，。；：、）“]))(?P<name>[\u3400-\u9fff]{1,3}[县市区旗])$")


def listed(plain: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the half-open places and kinds of the items of lists that end like bodies, and in what list they stand.

    A list of bodies is one of three items or more most of which are bodies.
    """
    if "、" not in plain:
        return
    for clause in _CLAUSE.finditer(plain):
        words, base = clause.group(), clause.start()
        cuts = [one.span() for one in _JOINED.finditer(words)]
        firms = _FIRMS.search(words) is not None
        edges = [0, *(at for cut in cuts for at in cut), len(words)]
        found: list[tuple[int, int, str]] = []
        unknown: list[tuple[int, int, str]] = []
        for first, last in zip(edges[::2], edges[1::2], strict=True):
            opened = _OPENS.match(words, first, last) if first == 0 else None
            start = opened.end() if opened is not None else first
            end = _own_end(words, start, last)
            kind = _listed_kind(words[start:end], firms=firms)
            if kind is not None and not ends_inside_a_word(plain, base + end):
                found.append((base + start, base + end, kind))
            elif kind is None and firms and is_own_word(words[start:end]):
                unknown.append((base + start, base + end, "enterprise"))
        if len(found) >= _MANY - 1 and len(found) > len(unknown):
            # 甲纺织、乙服饰、丙捷科等企业: among firms a word of its own is one too.
            found = sorted((*found, *unknown))
        many = len(cuts) + 1 >= _MANY and len(found) * 3 >= (len(cuts) + 1) * 2
        for one in found:
            yield *one, "list of bodies" if many else "listed"


def _listed_kind(name: str, *, firms: bool) -> str | None:
    """Return the kind of a body that an item names; of a list of ``firms`` short names count too."""
    if not _SHORTEST <= len(name) <= _LONGEST:
        return None
    kind = body_kind(name)
    if kind is None and firms and ends_like_firm(name):
        return "enterprise"
    return kind


def _own_end(words: str, start: int, end: int) -> int:
    """Return where the name of an item ends: before 等部门, 负责人, 参加."""
    for behind in _BEHIND.finditer(words, start + 2, end):
        front = words[start : behind.start()]
        if ends_like_body(front) or ends_like_firm(front):
            return behind.start()
    return end


def holding(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield the half-open places and kinds of who opens a clause and has something held, begun or handed out."""
    if _HOLDING.search(plain) is None:
        return
    for found in _HOLDS.finditer(plain):
        kind = body_kind(found.group("name"))
        if kind is not None:
            yield found.start("name"), found.end("name"), kind


def county_before(plain: str, start: int) -> int | None:
    """Return where the county's own name begins before an office at a place that is named by its level, if it opens a clause."""
    found = _COUNTY.search(plain, max(0, start - 4), start + 1)
    return found.start() if found is not None and found.start() < start else None
