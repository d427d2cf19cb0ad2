"""By what it shows who leads an event: where each person stands, of what rank, and what he does.

Every sign is a name, so that a choice can be read off the weights (model ``lead``); each counts once for
all events and once for its kind, a visit, a meeting or another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from guatu.domain.reading.events import CEREMONY, HELD, is_official
from guatu.domain.reading.guests import is_guest
from guatu.domain.reading.people import Mention
from guatu.domain.reading.rolls import is_heard, is_invited_to_teach, is_on_roll
from guatu.domain.reading.rows import Row, rows_of, words_behind
from guatu.domain.reading.seats import from_above, house_of, is_of_county, seat_above, seat_of
from guatu.domain.reading.values import RecordKind

_REACH = 30
_MOST = 16
"""A list of those present may name hundreds; who leads is among the first, or demands."""
_SPEAKS = re.compile(
    "(?:出席[^，。；]{0,8}并)?(?:观摩[^，。；]{0,12}并)?讲评|(?:代表[^，。；]{2,10})?作(?:工作)?报告|[^，。；]{0,14}?(?:出席[^，。；]{0,12})?(?:并|，)?(?:作|发表)?(?:重要|总结|专题|动员)?讲话|出席[^。；]{0,14}并(?:讲话|[对就]?[^，。；]{0,12}?(?:安排部署|部署安排|安排|部署)(?:[^，。；]{0,4}工作|任务|[。，；]))"
    "|(?:到会|出席)[^，。；]{0,8}(?:讲话|指导|并致辞)|[^，。；]{0,8}宣布|作[^，。；]{0,8}(?:谈话|辅导授课|动员)|受[^，。；]{2,14}委托(?:所)?作|[^，。；]{0,8}讲(?:授)?[^，。；]{0,6}党课|(?:等[^，。；]{0,12})?(?:共同)?(?:按下|推动|启动|开启|点亮|触摸)[^，。；]{0,4}(?:启动|按钮|键|球|杆|装置|屏)|(?:等[^，。；]{0,12})?为[^，。；]{2,20}(?:揭牌|颁奖|授旗|剪彩)"
)
_SIGNS_OF_SPEECH = re.compile("[讲报话宣课动指致委钮键球杆置屏牌奖旗彩排署]")  # in all of _SPEAKS
_LABEL = re.compile("(?:会议)?主持(?:人)?[：:]")
_PRESIDES = re.compile("[^，。；]{0,12}?(?:主持|召集|坐镇)")
_MET_BY = re.compile(
    "(?:与(?!监督|管理|法规|财务|信息)|同(?!志)|和(?!讨论|审议|研究|规划|信息|社会|改革|草原|旅游|就业|林业|物资|城乡|体育|电视|新闻|计划|科学|教育|人力|园林|管理|执法|水利|畜牧|商务|国土|监督|改革|卫生|医疗|退役)|对(?<!面对)(?![口接面])|向(?!阳)|迎接|欢迎|会见|陪同|会同)[^，。；]{0,40}$"
)
_AGENT = re.compile("由[^，。；]{0,30}$")
_VISITS = re.compile(
    "(?:带队|率队|率|一行|深入|到|赴|先后|前往|来到|走进|带领|采取|在[^，。；]{2,30}?(?:调研|检查|督导|调度|走访|慰问)|[对就][^，。；]{2,40}?(?:进行|开展)?(?:了)?(?:暗访|专题)?(?:调研|检查|督导|督察|调度|暗访|视察)|调研|检查|督导|走访|慰问|暗访|督查|宣讲|调度|视察|察看|戴上)"
)
# 副县长在会上, 县长对教育发展, 讲话，: what may stand between a name and what he demands.
_BEFORE_DEMAND = "(?:副?(?:[县市区旗镇乡局]长|书记|主任|部长|主席))?(?:在[^，。；]{2,14}[时中上后]|(?:[对就]|针对)[^，。；]{2,16}?)?(?:讲话，)?"
# 乙同志做总结讲话。要求…: what he wants follows in the next sentence.
_CLOSES = "(?:同志)?[对就][^，。；]{2,20}[作做]了?[^，。；]{0,6}(?:总结|安排|部署|讲话)[^，。；]{0,4}，[她他]?(?:强调|指出|要求)|(?:同志)?[作做]了?(?:总结|重要|动员)*讲话(?=$|，)"
_TITLE = "(?:副?(?:[县市区旗镇乡局]长|书记|主任|部长|主席)|同志)?"
_ASKS = f"{_TITLE}(?:[对就]|针对)[^，。；]{{2,30}}提出了?[^，。；]{{0,12}}(?:要求|意见|希望)|{_TITLE}提出了?[^，。；]{{0,6}}要求|(?:同志)?(?:讲|提)了?[^，。；]{{0,6}}(?:意见|要求)"
# 某副书记提出要求: his post may stand behind his name; who praises (对全县工作给予肯定) has come to judge.
_PRAISES = "(?:同志)?[对就][^，。；]{2,50}(?:给予|表示)了?(?:充分|高度|一定)?的?肯定"
_DEMANDS = re.compile(
    f"{_CLOSES}|{_ASKS}|{_PRAISES}|{_BEFORE_DEMAND}[^，。；]{{0,8}}?(?:强调|指出|要求|责成|叮嘱|希望|勉励)"
)
# The seat of who comes from above, and from where on a seat is of who leads a county.
_GUEST, _HEADS = 6, 7
# 省督导组某组长: a group that came has its own head.
_OF_VISITORS = re.compile(
    "(?:督[导查察]|调研|考核|检查|巡[察视]|视察|考察|评估|验收|评审|指导|考评|观摩|慰问|工作)(?:组|团)(?:副?[组团]长)?$"
)
_GROUP_CAME = re.compile(
    "(?:国家|国务院|中央|省|市|州)[^，。；]{0,16}(?:督[导查察]|调研|考核|检查|巡[察视]|视察|考察|评估|验收|评审|考评|观摩)(?:组|团)"
)
_GROUPED_BEHIND = re.compile(
    "等?(?:[县区市旗]|常委会|人大|政协|班子|党政|党委政府)[^，。；]{0,6}领导"
)
_GROUPED = re.compile("[县区市旗](?:级)?领导(?:同志)?$")
_ATTENDS = re.compile(
    "(?:等[^，。；]{0,16})?(?:[，、及和与][^。；]{0,120})?(?:分别)?(?:在[^，。；]{2,24})?(?:出席|参加|列席|参会|与会|到会|收听|收看|观看)(?:了)?(?:(?:全[县市省区]|此次|本次|这次)?[^，。；]{0,30}(?:会|会议|收看|活动|仪式))?(?:$|[，；])"
)
_LISTENS = re.compile("[^。；]{0,120}?(?:分会场|收听收看|收看|收听|视频会议室)")
_REPORTS = re.compile(
    "(?:同志)?(?:首先|分别|逐一|详细|简要|全面)?(?:汇报|介绍|通报|传达|宣读|领学|解读|说明|总结|回顾|反馈|[就对][^，。；]{2,40}(?:汇报|说明|通报|介绍|解读|安排|部署))"
)
_ONLY_ALONG = re.compile(
    "(?:(?:[、，]|等|及|以及|和|与)[^，。；在]{0,60}?)?(?:同志)?的?(?:全程|一起|一同|随行)?(?:陪同|陪着)(?!的)(?:下|检查|调研|督查|督导|视察|考察|慰问|参观|走访|看望|巡查|暗访|活动|参加|了?(?:此次|本次|这次|上述|相关)|$|[，。；])"
)
# 市督导组来督导，副县长某某出席汇报会: who receives a group leads nothing.
_RECEIVES = re.compile(
    "[^，。；]{0,30}?(?:出席|参加|参与)(?:了)?[^，。；]{0,8}(?:汇报|座谈|反馈|对接|见面|会|活动)"
)
# 在市某局副局长某某的带领下: who is named so leads.
_TAKES_OTHERS = re.compile("(?:同志)?的?(?:亲自)?(?:带领|率领)下")
_ARRANGES = re.compile(
    "(?:同志)?(?:首先|最后|就|对)?(?:[^，。；]{2,40})?(?:进行|作|做)?了?(?:安排部署|部署安排|讲评|点评|动员|总结讲评|总结点评|具体安排|全面安排|再部署|动员部署|再安排|任务分解)"
)
_WELCOMES = re.compile("[^，。；]{0,20}?(?:致辞|致词|致欢迎[辞词])")
_SITS_IN = re.compile("[^。；]{0,60}?(?:列席|旁听)")
# A head of an office who comes into a story: 来站上看望, 到渠上查看, 前些天来过村里.
_COMES = re.compile(
    "[^，。；]{0,8}?(?:来到?|到|走进|赶[来到]|路过|上门|下[乡村队]|蹲点)(?!年|期|月|底|会|场)[^，。；]{0,20}"
)
_TELLS = re.compile(
    "[^。]{0,60}?(?:叮嘱|嘱咐|撂下|丢下|交代|吩咐|提醒|打[去来了]?电话|拍板|当场|当即|表态|对[^，。；]{1,12}说|跟[^，。；]{1,12}说)"
)
_COMPANY = re.compile("的?(?:全程)?陪同下")
_HEAD_POST = re.compile("(?<!团)(?:[县市区旗]委书记|(?<!副)[县市区旗]长)$")
_HEARS = re.compile("到会[^，。；]{0,8}(?:听取|指导)")
# The head of the county graces a ceremony, though a guest of the same sentence speaks behind.
_GRACES = re.compile(
    "[^，。；]{0,14}?(?:致辞|致欢迎辞|宣布|讲话|下达|发令|一声|鸣[笛锣枪]|敲[响锣]|揭[牌幕])|[^。；]{0,60}共同为[^，。；]{2,20}(?:剪彩|揭牌|揭幕|培土|奠基)"
)
_PAPER = re.compile("通知|通告|方案|公告|倡议|函$|通报$|公示|办法$|规定$|名单$")
_GROUPS = {RecordKind.VISIT: "visit", RecordKind.OTHER: "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleLead:
    """Somebody who may lead, None for nobody, with the signs for it."""

    name: str | None
    signs: tuple[str, ...]


class _Known(NamedTuple):
    """A person as an article shows him: where he is first named and what he does anywhere."""

    order: int
    first: Mention
    row: Row
    post: str
    seat: int
    above: bool
    visiting: bool
    named: int
    demands: int
    presides: bool
    welcomes: bool
    reports: bool
    attends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _All:
    """What all persons of an article come to: the highest seat, most demands and mentions, who demands."""

    seat: int
    demands: int
    named: int
    demanding: tuple[int, ...]
    attend: bool


def _all_of(known: Sequence[_Known]) -> _All:
    return _All(
        seat=max((one.seat for one in known), default=0),
        demands=max((one.demands for one in known), default=0),
        named=max((one.named for one in known), default=0),
        demanding=tuple(one.seat for one in known if one.demands),
        attend=all(one.attends for one in known),
    )


def possible_leads(
    mentions: Sequence[Mention], texts: Sequence[str], kind: RecordKind, headline: str
) -> tuple[PossibleLead, ...]:
    """Return everybody who may lead the event, and nobody, each with the signs for it."""
    known = _known(mentions, texts)
    group = _GROUPS.get(kind, "meeting")
    if (
        kind is RecordKind.OTHER
        and not CEREMONY.search(headline)
        and not HELD.search("".join(texts[:2]))
    ):
        group = "story"
    eligible = [
        one
        for one in known
        if one.demands
        or (one.order < _MOST and (one.named > 1 or not _only_named(one.first, texts)))
    ]
    if kind is RecordKind.VISIT:
        eligible = _going_themselves(eligible, texts)
    of_all = _all_of(known)
    found = [
        _possible(one.first.name, group, _own_signs(one, known, of_all, texts, headline))
        for one in eligible
    ]
    of_nobody = _signs_of_nobody(known, mentions, texts, headline)
    return (*found, _possible(None, group, of_nobody))


def _only_named(one: Mention, texts: Sequence[str]) -> bool:
    """Tell whether somebody is first named as no more than present, invited to teach, or heard."""
    text, start, end = texts[one.paragraph], one.start, one.end
    if is_on_roll(text, start) or is_heard(text, start, end) or _COMPANY.match(text, end):
        return True
    return not is_official(one.post or "") and is_invited_to_teach(text, start, end)


def _going_themselves(known: Sequence[_Known], texts: Sequence[str]) -> list[_Known]:
    """Return those who do not only go along with others: 市督查组来督查，县领导甲、乙陪同 leaves nobody."""
    group = _GROUP_CAME.search("".join(texts[:2])) is not None
    if all(_only_along(one, group=group) for one in known):
        return []
    return [one for one in known if not _COMPANY.match(words_behind(texts, one.first))]


def _only_along(one: _Known, *, group: bool) -> bool:
    """Tell whether somebody only goes along, or receives a ``group`` that came."""
    if _ONLY_ALONG.match(one.row.words):
        return True
    return group and not one.demands and _RECEIVES.match(one.row.words) is not None


def _possible(name: str | None, group: str, signs: Iterator[str]) -> PossibleLead:
    own = tuple(signs)
    return PossibleLead(name=name, signs=(*own, *(f"{group}/{one}" for one in own)))


def _known(mentions: Sequence[Mention], texts: Sequence[str]) -> list[_Known]:
    by_name: dict[str, list[tuple[Mention, Row]]] = {}
    taken_up: dict[str, int] = {}
    for one, row in zip(mentions, rows_of(mentions, texts), strict=True):
        by_name.setdefault(one.name, []).append((one, row))
    for one, follows in zip_longest(mentions, mentions[1:]):
        if _is_taken_up(one, follows, texts):
            taken_up[one.name] = taken_up.get(one.name, 0) + 1
    county = is_of_county("".join(texts[:2]))
    return [
        _one_known(order, own, texts, taken_up.get(name, 0), county=county)
        for order, (name, own) in enumerate(by_name.items())
    ]


def _one_known(
    order: int,
    own: Sequence[tuple[Mention, Row]],
    texts: Sequence[str],
    taken_up: int,
    *,
    county: bool,
) -> _Known:
    post = max((one.post or "" for one, _ in own), key=len)
    row = own[0][1]
    above = from_above(post, county=county)
    visiting = any(_OF_VISITORS.search(words) for words in (post, row.front))
    seat = seat_of(post) if post else _seat_of_group(row)
    words = [words_behind(texts, one) for one, _ in own]
    demands = sum(_DEMANDS.match(one) is not None for one in words) + taken_up
    return _Known(
        order=order,
        first=own[0][0],
        row=row,
        post=post,
        seat=seat_above(post) if above else max(seat, _GUEST if visiting else 0),
        above=above,
        visiting=visiting,
        named=len(own),
        demands=demands,
        presides=any(_PRESIDES.match(_clause(one)) for one in words),
        welcomes=any(_WELCOMES.match(one) for one in words),
        reports=any(_REPORTS.match(one) for one in words),
        attends=not demands and all(_ATTENDS.match(row.words) for _, row in own),
    )


# 某某就贯彻会议精神作了安排。他要求，…: the word is still his in the next sentence.
_HE_DEMANDS = re.compile(
    "。(?:同时，|最后，)?[他她](?:还|同时|最后|进一步|着重|特别)*(?:强调|指出|要求|希望|叮嘱|嘱咐)"
)


def _is_taken_up(one: Mention, follows: Mention | None, texts: Sequence[str]) -> bool:
    """Tell whether the next sentence goes on with what he demands, nobody else being named between."""
    text = texts[one.paragraph]
    stop = text.find("。", one.end)
    if stop < 0 or _HE_DEMANDS.match(text, stop) is None:
        return False
    return follows is None or follows.paragraph != one.paragraph or follows.start > stop


def _seat_of_group(row: Row) -> int:
    """Return the seat that 县领导 in front of a row gives to those without a post of their own."""
    grouped = _GROUPED.search(row.front) or _GROUPED_BEHIND.match(row.words)
    return seat_of("县领导") if grouped is not None else 0


_STOP = re.compile("[，；]")


def _clause(words: str) -> str:
    return _STOP.split(words, maxsplit=1)[0]


def _speaks(words: str) -> bool:
    """Tell whether the words behind a person say that he speaks, or does what an opening has him do."""
    near = words[:_REACH]
    return _SIGNS_OF_SPEECH.search(near) is not None and _SPEAKS.match(near) is not None


def _own_signs(
    one: _Known, known: Sequence[_Known], of_all: _All, texts: Sequence[str], headline: str
) -> Iterator[str]:
    """Yield what speaks for or against a person."""
    yield f"order:{min(one.order, 3)}"
    yield f"paragraph:{min(one.first.paragraph, 2)}"
    yield f"seat:{one.seat}" if one.post or one.seat else "seat unknown"
    yield f"demands:{min(one.demands, 2)}"
    yield f"in row:{min(one.row.place, 2)}" if one.row.size > 1 else "alone"
    yield "official" if is_official(one.post) else "no official"
    yield "of county" if is_official(one.post) else f"of {house_of(one.post)}"
    shown = {
        "vice": "副" in one.post,
        "no post": not one.post,
        "guest": is_guest(one.post),
        "from above": one.above,
        "of visitors": one.visiting,
        "in headline": one.first.name in headline,
        "opens headline": headline.startswith(one.first.name),
        "presides": one.presides,
        "reports": one.reports,
        "only attends": one.attends,
    }
    yield from (sign for sign, holds in shown.items() if holds)
    yield from _among(one, known, of_all)
    yield from _acts(one.first, texts)
    yield from _acts_of_row(one.row)


def _among(one: _Known, known: Sequence[_Known], of_all: _All) -> Iterator[str]:
    """Yield how a person stands among the others."""
    demanding = of_all.demanding
    shown = {
        "demands most": 0 < of_all.demands == one.demands,
        "presides where none demands": one.presides and not of_all.demands,
        "welcomes who demands": not one.demands and one.welcomes and demanding,
        "alone demands": one.demands and len(demanding) == 1,
        "others demand": not one.demands and of_all.demands > 0,
        "named most": one.named == of_all.named,
        "of highest seat": one.seat == of_all.seat,
        "head of highest seat": one.seat == of_all.seat >= _HEADS,
        "outranked": one.seat < of_all.seat and one.post,
        "higher before": one.post and any(each.seat > one.seat for each in known[: one.order]),
        "higher demands": demanding and max(demanding) > one.seat,
        "lower demands": demanding and min(demanding) < one.seat,
        "highest who demands": one.demands and one.seat == max(demanding),
        "others do more": one.attends and not of_all.attend,
    }
    yield from (sign for sign, holds in shown.items() if holds)


def _acts(one: Mention, texts: Sequence[str]) -> Iterator[str]:
    """Yield what a person does where he is first named."""
    words = words_behind(texts, one)
    clause = _clause(words)
    before = texts[one.paragraph][max(0, one.start - 44) : one.start]
    # A head who comes to listen is who the meeting is for, though another chairs it.
    head = _HEAD_POST.search(one.post or "") is not None
    comes = _COMES.match(clause)
    shown = {
        "speaks": _speaks(words) or (head and _HEARS.match(words)),
        "presides here": _PRESIDES.match(clause),
        "visits": _VISITS.match(clause),
        "graces": _GRACES.match(words),
        "met": _MET_BY.search(before) and not _AGENT.search(before),
        "takes others": _TAKES_OTHERS.match(words),
        "comes": comes,
        "comes and tells": comes and _TELLS.match(words),
        "arranges": _ARRANGES.match(clause),
        "labelled": _LABEL.match(texts[one.paragraph]),
    }
    yield from (sign for sign, holds in shown.items() if holds)


def _acts_of_row(row: Row) -> Iterator[str]:
    """Yield what those named together do, for the first of them and for each further one."""
    if row.size == 1:
        return
    place = "first" if row.place == 0 else "further"
    clause = _clause(row.words)
    shown = {
        "speak": _speaks(row.words),
        "preside": _PRESIDES.match(clause),
        "visit": _VISITS.match(clause),
        "go along": _ONLY_ALONG.match(row.words),
        "sit in": _SITS_IN.match(row.words),
    }
    for sign, holds in shown.items():
        if holds:
            yield f"{place} of those who {sign}"


def _signs_of_nobody(
    known: Sequence[_Known], mentions: Sequence[Mention], texts: Sequence[str], headline: str
) -> Iterator[str]:
    """Yield what speaks for or against an event that nobody leads."""
    opening = "".join(texts[:2])
    highest = max((one.seat for one in known), default=0)
    words = [words_behind(texts, one) for one in mentions]
    shown = {
        "demanding": any(one.demands for one in known),
        "an official": any(is_official(one.post) for one in known),
        "held": HELD.search(opening),
        "ceremony": CEREMONY.search(headline),
        "speaking": any(map(_speaks, words)),
        "presiding": any(_PRESIDES.match(one) for one in words),
        "paper": _PAPER.search(headline),
        "all only attend": known and all(one.attends for one in known),
        "listened to": known and any(_LISTENS.match(one.row.words) for one in known),
    }
    yield "nobody"
    yield f"nobody, persons:{min(len(known), 3)}"
    yield f"nobody, highest:{highest}"
    named = [f"nobody, {sign}" for sign, holds in shown.items() if holds]
    yield from named
