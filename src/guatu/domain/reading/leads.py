"""Who leads the event of an article: the visitor, or who speaks for a meeting; and what others do."""

import re
from collections.abc import Sequence

from guatu.domain.reading.events import HELD, is_official
from guatu.domain.reading.people import Mention
from guatu.domain.reading.values import RecordKind

_REACH = 30
_SPEAKS = re.compile(
    "(?:出席[^，。；]{0,8}并)?(?:观摩[^，。；]{0,12}并)?讲评|(?:代表[^，。；]{2,10})?作(?:工作)?报告|[^，。；]{0,14}?(?:出席[^，。；]{0,12})?(?:并|，)?(?:作|发表)?(?:重要|总结|专题|动员)?讲话|出席[^。；]{0,14}并讲话"
    "|(?:到会|出席)[^，。；]{0,8}(?:讲话|指导|并致辞)|[^，。；]{0,8}宣布|作[^，。；]{0,8}(?:谈话|辅导授课|动员)|受[^，。；]{2,14}委托(?:所)?作|[^，。；]{0,8}讲(?:授)?[^，。；]{0,6}党课|(?:等[^，。；]{0,12})?(?:共同)?(?:按下|推动|启动|开启|点亮|触摸)[^，。；]{0,4}(?:启动|按钮|键|球|杆|装置|屏)|(?:等[^，。；]{0,12})?为[^，。；]{2,20}(?:揭牌|颁奖|授旗|剪彩)"
)
_LABEL = re.compile("(?:会议)?主持(?:人)?[：:]")
_PRESIDES = re.compile("[^，。；]{0,12}?(?:主持|召集|坐镇)")
_CHAIRS_AND_SPEAKS = re.compile("[^，。；]{0,12}主持[^。；]{0,60}(?:讲话|致辞)")
# Who opens a meeting so leads it, though another chairs: 与青年话发展, 带领观摩团, 出席会议，乙主持.
_OPENS = re.compile(
    "(?:[^，。；]{0,4}?|在[^，。；]{2,14})与[^，。；]{2,30}(?:围[炉桌坐]|促膝|座谈|交流|话[^，。；]|谈|共商|面对面)|(?:带领|率)[^，。；]{2,12}(?:团|组|一行)"
    "|出席(?:会议|座谈会|活动|仪式)?$|组织召开"
)
_OPENS = re.compile(f"{_OPENS.pattern}|{_PRESIDES.pattern}")
_COMES_TO_TALK = re.compile(
    "(?:来到|走进|前往|赴|到)[^。；]{0,40}，与[^。；]{2,40}(?:座谈|交流|面对面|话)"
)
_ONLY_ALONG = re.compile(
    "(?:[、，][^。；]{0,120}?|等[^。；]{0,40}?)?的?(?:全程)?(?:陪同|陪着)(?:下|检查|调研|督查|督导|视察|考察|慰问|参观|$|[，。])"
)
_TAKES_PART = re.compile("[^。；]{0,24}?(?:出席|参加|来到|到会|作出部署|与)")
_HEARS = re.compile("到会[^，。；]{0,8}(?:听取|指导)")
_HEAD_POST = re.compile("(?<!团)(?:[县市区旗]委书记|(?<!副)[县市区旗]长)$")
_VISITS = re.compile(
    "(?:带队|率队|率|一行|深入|到|赴|先后|前往|来到|走进|带领|采取|在[^，。；]{2,30}?(?:调研|检查|督导|调度|走访|慰问)|[对就][^，。；]{2,40}?(?:进行|开展)?(?:了)?(?:暗访|专题)?(?:调研|检查|督导|督察|调度|暗访|视察)|调研|检查|督导|走访|慰问|暗访|督查|宣讲|调度|视察|察看|戴上)"
)
_GUEST = re.compile(
    "(?:与(?!监督|管理|法规|财务|信息)|同(?!志)|和(?!讨论|审议|研究|规划|信息|社会|改革|草原|旅游|就业|林业|物资|城乡|体育|电视|新闻|计划|科学|教育|人力|园林|管理|执法|水利|畜牧|商务|国土|监督|改革|卫生|医疗|退役)|(?<!面)对(?![口接面])|向(?!阳)|迎接|欢迎|会见|陪同|会同)[^，。；]{0,40}$"
)
_AGENT = re.compile("由[^，。；]{0,30}$")
_READS_WELCOME = re.compile("[^，。；]{0,10}?致[^，。；]{0,4}[辞词]")
# 副县长在会上, 县长对教育发展, 讲话，: what may stand between a name and what he demands.
_BEFORE_DEMAND = "(?:副?[县市区旗镇乡]长|书记|主任)?(?:在[^，。；]{2,14}[时中上后]|[对就][^，。；]{2,16}?)?(?:讲话，)?"
# 乙同志做总结讲话。要求…: what he wants follows in the next sentence.
_CLOSES = "(?:同志)?[对就][^，。；]{2,20}[作做]了?[^，。；]{0,6}(?:总结|安排|部署|讲话)[^，。；]{0,4}，[她他]?(?:强调|指出|要求)|(?:同志)?[作做]了?(?:总结|重要|动员)*讲话(?=$|，)"
_ASKS = "(?:同志)?[对就][^，。；]{2,30}提出了?[^，。；]{0,12}(?:要求|意见|希望)|(?:同志)?(?:讲|提)了?[^，。；]{0,6}(?:意见|要求)"
_DEMANDS = re.compile(
    f"{_CLOSES}|{_ASKS}|{_BEFORE_DEMAND}[^，。；]{{0,8}}?(?:强调|指出|要求|责成|叮嘱|希望|勉励)"
)
_SAYS = re.compile(
    f"{_CLOSES}|{_ASKS}|{_BEFORE_DEMAND}[^，。；]{{0,8}}?(?:强调|指出|要求|责成|叮嘱|希望|勉励|说|表示|回应|拍板)"
)
_HEAD = 3
_FIRST = re.compile("(?<![副团])(?:县委|区委|市委|旗委)书记")
_SECOND = re.compile("(?<![副乡镇村])(?:县|区|市|旗)长")
_TOWNSHIP = re.compile("(?:镇|乡|街道|苏木)(?:党委|党工委)书记|(?<!副)党工委书记")
_COUNTY = re.compile(
    "[县区市旗](?:委|政府|政协|人大)[^，。；]*(?:常委|副书记|主席|主任)|副?[县区市旗]长|部长"
)
# The head of the county graces a ceremony, though a guest of the same sentence speaks behind.
_GRACES = re.compile(
    "[^，。；]{0,14}?(?:致辞|致欢迎辞|宣布|讲话|下达|发令|一声|鸣[笛锣枪]|敲[响锣]|揭[牌幕])|[^。；]{0,60}共同为[^，。；]{2,20}(?:剪彩|揭牌|揭幕|培土|奠基)"
)


# 县四套班子领导参加义务植树: what officials do together with others leads whom it names first.
_JOINED = re.compile("义务植树|植树活动|升[国]?旗|公祭|祭扫|义务劳动|无偿献血|开船|健步走|毅行")


def words_after(texts: Sequence[str], one: Mention) -> str:
    """Return the words behind a name, to the end of its sentence."""
    text = texts[one.paragraph]
    stop = text.find("。", one.end)
    return text[one.end : stop if stop >= 0 else len(text)]


def _own_words(texts: Sequence[str], one: Mention, others: Sequence[Mention]) -> str:
    """Return the words behind a name as far as the next person named in the sentence."""
    words = words_after(texts, one)
    stops = [each.start - one.end for each in others if each.start > one.end]
    return words[: min(stops)] if stops else words


def _is_guest(texts: Sequence[str], one: Mention) -> bool:
    before = texts[one.paragraph][max(0, one.start - 44) : one.start]
    return _GUEST.search(before) is not None and _AGENT.search(before) is None


def _first(opening: Sequence[Mention], texts: Sequence[str], kind: RecordKind) -> list[Mention]:
    """Return those of whom one may lead: whom the opening names, or its next paragraph where it names none.

    Who speaks for a firm leads no talk of officials with firms.
    """
    met = [one for one in opening if not _is_guest(texts, one)]
    for paragraph in (0, 1):
        first = [one for one in met if one.paragraph == paragraph]
        own = [one for one in first if not (one.post and _GUESTS.search(one.post))]
        if paragraph == 0 and first and not own and kind is RecordKind.SYMPOSIUM:
            # 甲公司董事长…有话直说。县长丙边听边记: the host comes later.
            later = [one for one in met if is_official(one.post or "")]
            if later:
                return later
        if first or kind is not RecordKind.OTHER:
            return first
    return []


def lead_of(mentions: Sequence[Mention], texts: Sequence[str], kind: RecordKind) -> str | None:
    """Return who leads: of those whom the opening names, who speaks for it, visits, or presides.

    Features and letters (kind other, with nobody speaking, presiding or visiting) have no lead.
    """
    opening = [one for one in mentions if one.paragraph <= 1]
    chairs = (one.name for one in mentions if _LABEL.match(texts[one.paragraph]))
    labelled = next(chairs, None)
    if labelled is not None:
        return labelled
    first = _first(opening, texts, kind)
    visiting = kind is RecordKind.VISIT
    order = (_VISITS, _SPEAKS, _PRESIDES) if visiting else (_SPEAKS, _OPENS, _VISITS)
    for one in first if not visiting else ():
        hears = _HEAD_POST.search(one.post or "") and _HEARS.match(words_after(texts, one))
        if hears or _CHAIRS_AND_SPEAKS.match(_own_words(texts, one, first)):
            return one.name
    ceremony = kind is RecordKind.OTHER and _is_ceremony(texts)
    if ceremony:
        graced = [
            one
            for one in first
            if _HEAD_POST.search(one.post or "") and _GRACES.match(words_after(texts, one))
        ]
        if graced:
            return max(graced, key=lambda one: _rank(one.post or "")).name
    for pattern in order:
        for one in first:
            words = words_after(texts, one)
            clause = words[:_REACH] if pattern is _SPEAKS else re.split("[，；]", words)[0]
            opens = ceremony and pattern is _SPEAKS and _READS_WELCOME.match(clause)
            opens = opens or (pattern is _OPENS and _COMES_TO_TALK.match(words))
            if ceremony and pattern is not _SPEAKS and _PRESIDES.match(clause):
                continue
            if pattern.match(clause) or opens:
                lead = _head_of_list(one, first, texts)
                presides = pattern is _PRESIDES or (
                    pattern is _OPENS
                    and (
                        _PRESIDES.match(clause) is not None
                        or clause.startswith(("出席", "组织召开"))
                    )
                )
                if presides and not visiting:
                    lead = _first_of_rank(lead, first, texts) or lead
                return _who_speaks(lead, mentions, texts) if presides else lead
    if first and kind is not RecordKind.OTHER:
        if not visiting:
            return _who_speaks(first[0].name, mentions, texts)
        return _first_to_visit(first, texts)
    return _lead_further_on(mentions, first, texts, kind, ceremony=ceremony)


def _lead_further_on(
    mentions: Sequence[Mention],
    first: Sequence[Mention],
    texts: Sequence[str],
    kind: RecordKind,
    *,
    ceremony: bool,
) -> str | None:
    """Return who leads where nobody whom the opening names speaks for the event, visits or presides."""
    opening = [one for one in mentions if one.paragraph <= 1]
    for one in opening:
        words = words_after(texts, one)
        speaks = _SPEAKS.match(words[:_REACH]) or (ceremony and _READS_WELCOME.match(words))
        if one.paragraph == 1 and speaks:
            return one.name
        if one.paragraph == 1 and not ceremony and _PRESIDES.match(words):
            return _who_speaks(one.name, mentions, texts)
    if kind is RecordKind.OTHER:
        official = (one.name for one in first if one.post and not _GUESTS.search(one.post))
        return next(official, None) if ceremony else None
    rest = opening or mentions[:1]
    if kind is RecordKind.VISIT or not rest:
        return _first_to_visit(rest, texts)
    return _who_speaks(rest[0].name, mentions, texts)


def _is_ceremony(texts: Sequence[str]) -> bool:
    opened = "".join(texts[:2])
    return HELD.search(opened) is not None or _JOINED.search(opened) is not None


def _first_to_visit(first: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """Return the first who does not only go along: 市督查组来督查，县领导甲、乙陪同 names nobody who leads."""
    going = (one.name for one in first if not _ONLY_ALONG.match(words_after(texts, one)))
    return next(going, None)


def _first_of_rank(chair: str, first: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """Return the head of county named before who chairs, who takes part: he leads, the other hosts."""
    place = next(one for one in first if one.name == chair)
    for one in first:
        if (one.paragraph, one.start) >= (place.paragraph, place.start):
            return None
        if _rank(one.post or "") >= max(_HEAD, _rank(place.post or "")) and _TAKES_PART.match(
            words_after(texts, one)
        ):
            return one.name
    return None


def _who_speaks(chair: str, mentions: Sequence[Mention], texts: Sequence[str]) -> str:
    """Return who demands where the chair demands nothing, or is of lower rank: the chair only hosts."""
    posts: dict[str, str] = {}
    for one in mentions:
        if one.post:
            posts.setdefault(one.name, one.post)
    ranks = {name: _rank(post) for name, post in posts.items()}
    demanding: dict[str, int] = {}
    for one in mentions:
        post = posts.get(one.name, "")
        if _GUESTS.search(post):
            continue
        high = ranks.get(one.name, 0) >= _HEAD or _COUNTY.search(post)
        if (_SAYS if high else _DEMANDS).match(words_after(texts, one)):
            demanding[one.name] = demanding.get(one.name, 0) + 1
    if not demanding:
        return chair
    best = max(demanding, key=lambda name: (ranks.get(name, 0), demanding[name]))
    return best if chair not in demanding or ranks.get(best, 0) > ranks.get(chair, 0) else chair


def _rank(post: str) -> int:
    """Return 4 for who leads the committee of a county, 3 for its government, 2 for a township's, else 1."""
    if _FIRST.search(post):
        return _HEAD + 1
    if _SECOND.search(post):
        return _HEAD
    return 2 if _TOWNSHIP.search(post) else 1


def _head_of_list(one: Mention, first: Sequence[Mention], texts: Sequence[str]) -> str:
    """Of two leaders named together (书记甲、县长乙在…) the first leads."""
    head = one
    for other in reversed([each for each in first if each.start < one.start]):
        between = texts[one.paragraph][other.end : head.start]
        together = between.startswith(("、", "和")) and not re.search("[，。；]", between)
        if not together and between != f"，{head.post}":
            break
        head = other
    return head.name


_GUESTS = re.compile(
    "主委|工商联|民盟|民建|民进|民革|农工|致公|九三|公司|集团|企业|合作社|董事长|总经理|厂长|行长|店主|老板|创始人|民宿|电商|村民|代表|(?<!党委)(?<!党组)(?<!工委)(?<!纪委)(?<!监委)(?<!支部)(?<!总支)(?<!组织)(?<!宣传)(?<!统战)(?<!政法)(?<!纪检)(?<!武装)委员$|商会|协会|大户|农场主|教授|研究员"
)


def guests_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the persons whose posts give them nobody to command here: heads of firms, deputies of the people."""
    return frozenset(one.name for one in mentions if one.post and _GUESTS.search(one.post))


def is_guest(post: str) -> bool:
    """Tell whether a post is one of a firm, a party, a deputy: nobody to command here."""
    return _GUESTS.search(post) is not None
