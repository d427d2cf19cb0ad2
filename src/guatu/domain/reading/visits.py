"""Where a visit went: the places and firms after 来到, 走访, 先后深入 and their like."""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Organisation, VisitedPlace

_LISTED = re.compile(
    r"等(?:地|企业|处|现场|项目|单位|乡镇|公司|村|点位|部门|园区|重点项目|[一二三四五六七八九十\d]+[家个处])"
)
_ITEM = re.compile(r"[^、]+?(?=、|和(?=[\u3400-\u9fff]{2})|$)|(?<=和)[^、和]+")
_AT = re.compile(r"(?:^|。)在(?P<place>[^，。；]{2,20}?)(?:(?:施工|建设|作业|改造)?现场)?，")
_NOT_AT = re.compile(r"(?:上|中|时|后|下|期间|同时|前提|过程|方面|基础|情况|领导|陪同)$")
_NO_PLACE = re.compile(r"(?:进度|情况|流程|台账|资料|记录|成效|质量|参数|环节|储备|要求|精神)$")
# An item that names an activity is none; the others of its list may be places all the same.
_ACTIVITY = re.compile(r"(?:进展|施工|生产|运行|经营|现状|手续|效果|准备)$")
# 走进车间看生产、问订单: what follows the verb was done there, and is no further place.
_DOING = re.compile(
    r"(?<![察查])看(?![守护台点])|问(?![询政题])|(?<![检稽巡督调审核普])查(?!验|处?站)|听(?![证])"
    r"|了解|算(?=[^力法])|聊|谈(?!判)|尝|摸(?=[^、]{0,2}[底情])"
)
_NO_GOING = re.compile(
    r"(?:学习|贯彻|开展|研究|分析|推进|实施|剖析|挖掘|落实|推动|了解|打好|到位|细致|交流|排查|整治|四季度|年底|全年)"
)
_PURPOSE = re.compile(
    r"(?:走访|慰问|调研|检查(?![站点])|督导|督查|巡查|看望|指导|暗访|视察|考察|了解|宣讲|开展).*$"
)
_DEMANDED = re.compile(r"[要须应]|(?:必须|进一步|持续)$")


@lru_cache(maxsize=4)
def _going(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(f"{any_of(lexicon.place_verbs)}(?:了)?(?P<places>[^，。；]{{2,80}})")


def _stops(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Yield the half-open place of each stop of a visit, and whether it is one of listed firms."""
    for found in _going(lexicon).finditer(plain):
        words = found.group("places")
        if _NO_GOING.match(words) or _DEMANDED.search(
            plain[max(0, found.start() - 3) : found.start()]
        ):
            continue
        listed = _LISTED.search(words)
        whole = words[: listed.start()] if listed else _PURPOSE.sub("", words)
        firms = bool(listed and re.search("企业|公司", listed.group()))
        doing = _DOING.search(whole)
        if doing is not None:
            whole = whole[: doing.start()].rstrip("、")
        if _NO_PLACE.search(whole) or (not listed and len(whole) > 30):
            continue
        for item in _ITEM.finditer(whole):
            start, end = item.span()
            if whole.startswith("和", start):
                start += 1
            if end - start >= 2 and not _is_activity(whole[start:end]):
                yield found.start("places") + start, found.start("places") + end, firms
    for found in _AT.finditer(plain):
        if not _NOT_AT.search(found.group("place")):
            yield found.start("place"), found.end("place"), False


def _is_activity(item: str) -> bool:
    return bool(_NO_PLACE.search(item) or _ACTIVITY.search(item))


def visited(
    strands: tuple[Strand, ...], source: str, lexicon: Lexicon
) -> tuple[tuple[Organisation, ...], tuple[VisitedPlace, ...]]:
    """Return the firms and the other places that an article says were visited, each once."""
    organisations: dict[str, Organisation] = {}
    places: dict[str, VisitedPlace] = {}
    for strand in strands:
        for start, end, firm in _stops(strand.plain, lexicon):
            name, span = strand.sliced(source, start, end), strand.cover(start, end)
            if firm or name.endswith(lexicon.enterprise_ends):
                organisations.setdefault(
                    name, Organisation(name=name, kind="enterprise", span=span)
                )
            else:
                places.setdefault(name, VisitedPlace(name=name, span=span))
    return tuple(organisations.values()), tuple(places.values())
