"""Parts of a page that are no reports of events: boxes beside a report, commentaries, advertisements, the weather."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.patterns import ORNAMENTS, layout_patterns

_BOX = re.compile(
    "(?:相关|新闻|知识|背景|政策|法律|法条|法规|资料)链接|链接|(?:温馨)?小贴士|小(?:知识|常识|百科|词典)|名词解释|(?:新闻|相关|事件)背景|延伸阅读|新闻(?:助读|辞典|词典)|人物(?:名片|简介)"
)
_COMMENT = re.compile(
    "本报评论员|(?:时|短|微|快|锐|今日|每日|新闻)评|评论员文章|[\u3400-\u9fff]{1,3}(?:时评|微评|短评|快评|论坛|漫谈|随笔|杂谈)|社论|一家之言|百姓话题|街谈巷议"
)
_AD = re.compile(
    "(?:遗失|挂失|作废|更正|澄清|道歉|债权|减资|郑重)(?:声明|启事|公告)|声明|(?:招聘|招租|招商|招生|寻人|寻物|征婚|征集|征文|征订|征稿|搬迁|迁坟|认领|开业|庆典|诚聘)(?:启事|公告|信息|简章)?|诚聘|转让|出租|出售"
    "|(?:注销|清算|减资|合并|分立|解散|债权转让|拍卖|竞买|竞价|挂牌|流拍|招标|中标|采购|比选|询价|招租|出租|转让|房屋出租|土地出让|债权债务)(?:公告|公示|通告|信息)|分类广告|便民信息|讣告|唁电|鸣谢|致歉(?:声明|信)?|广告"
)
# What such lines hold: whose paper is void, whom to call, by when to apply.
_AD_SIGNS = re.compile(
    "声明作废|特此(?:声明|公告)|作废|遗失|证号|编号|统一社会信用代码|(?:联系|咨询|报名|服务|监督|举报)?(?:电话|热线|人)[：:]|手机[：:]|地址[：:]|债权人|清算组|竞买|投标|报名|有意者|保证金|应聘|招聘|面议|拍卖|标的|优惠|钜惠|折|开业|售价|欢迎|订阅|定价|订价"
)
_SIGNED = re.compile(
    "[\u3400-\u9fff（）]{4,30}(?:公司|中心|社|厂|店|局|会|所|医院|学校|幼儿园|组)|20\\d\\d年\\d{1,2}月\\d{1,2}日"
)
_WEATHER = re.compile(
    "(?:今[日天]|本?周末?|明[日天]|未来[一二三两几\\d]+天|我县|全县|县城|[\u3400-\u9fff]{2,4}县?)?天气(?:预报|情况)?(?:[：:，]|$)|天气预报|气象(?:信息|台预报)"
)
_WEATHER_HEAD = re.compile("(?:今[日天]|明[日天]|一周|本周)?天气(?:预报)?|气象信息")
_SKY = re.compile("[℃度]|转晴|转多云|转阴|晴|多云|风[力向]|级")
_LONGEST_AD, _LONGEST_WEATHER, _ROWS = 14, 160, 4
_BRACKETS = "【】[]《》〖〗「」—-·：: "


def with_parts(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the lines with what is no report set aside, and commentaries opening where they begin.

    A page that is an advertisement and nothing else stays as it is.
    """
    kinds = _kinds_of(lines, lexicon)
    if not kinds:
        return tuple(lines)
    return tuple(
        line if index not in kinds else replace(line, kind=kinds[index], glued=False)
        for index, line in enumerate(lines)
    )


def parts_beside(lines: Sequence[Line], lexicon: Lexicon) -> frozenset[int]:
    """Return where the lines begin of what is no report."""
    kinds = _kinds_of(lines, lexicon)
    return frozenset(
        lines[index].span.start for index, kind in kinds.items() if kind is LineKind.FURNITURE
    )


def _kinds_of(lines: Sequence[Line], lexicon: Lexicon) -> dict[int, LineKind]:
    kinds: dict[int, LineKind] = {}
    for index, line in enumerate(lines):
        if index in kinds or len(line.words) > _LONGEST_WEATHER:
            continue
        words = line.words.strip(ORNAMENTS + _BRACKETS)
        if _WEATHER.match(words) and _SKY.search(words):
            kinds[index] = LineKind.FURNITURE
        elif _WEATHER_HEAD.fullmatch(words) and _tells_sky(lines, index + 1):
            kinds |= {index: LineKind.FURNITURE, index + 1: LineKind.FURNITURE}
        elif len(words) > _LONGEST_AD or line.kind is LineKind.LEAD:
            continue
        elif _AD.fullmatch(words):
            kinds.update(dict.fromkeys(_advertised(lines, index), LineKind.FURNITURE))
        elif _BOX.fullmatch(words) and _ended(lines, index):
            kinds.update(dict.fromkeys(_boxed(lines, index, lexicon), LineKind.FURNITURE))
        elif _COMMENT.fullmatch(words) and _ended(lines, index):
            kinds.update(_comment(lines, index))
    reports = any(_of_report(one) for index, one in enumerate(lines) if index not in kinds)
    return kinds if reports else {}


def _tells_sky(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line says what the weather will be."""
    if index >= len(lines) or len(lines[index].words) > _LONGEST_WEATHER:
        return False
    return len(_SKY.findall(lines[index].words)) > 1


def _of_report(line: Line) -> bool:
    """Tell whether a line shows that a report stands on the page."""
    return line.kind in (LineKind.LEAD, LineKind.BYLINE) or (
        line.kind is LineKind.BODY and line.opens
    )


def _ended(lines: Sequence[Line], index: int) -> bool:
    """Tell whether what stands above a line ends there."""
    for above in reversed(lines[:index]):
        if above.kind is LineKind.BODY or above.kind is LineKind.LEAD:
            return above.ended
    return True


def _below(lines: Sequence[Line], index: int) -> Iterator[int]:
    return (one for one in range(index + 1, len(lines)) if lines[one].kind is not LineKind.GARBLED)


def _advertised(lines: Sequence[Line], head: int) -> Iterator[int]:
    """Yield the lines of an advertisement: its title, what stands below it, and all that shows a sign of one."""
    yield head
    first = True
    for index in _below(lines, head):
        line = lines[index]
        told = _AD_SIGNS.search(line.words) is not None or _SIGNED.fullmatch(line.words) is not None
        short = line.kind is LineKind.SHORT
        # Right below its title stands what it is about, unless a report begins there.
        if line.kind is LineKind.LEAD or (
            short and not told and _stands_above_report(lines, index, 1 if first else _ROWS)
        ):
            return
        if not (told or first or line.kind is LineKind.FURNITURE):
            return
        first = first and short
        yield index


def _stands_above_report(lines: Sequence[Line], index: int, rows: int = _ROWS) -> bool:
    """Tell whether a short line heads a report with so many rows at most; a byline may stand between."""
    for below in _below(lines, index):
        line = lines[below]
        if line.kind is LineKind.LEAD or line.opens:
            return True
        rows -= line.kind is LineKind.SHORT
        if line.kind is LineKind.BODY or rows <= 0:
            return False
    return False


def _boxed(lines: Sequence[Line], head: int, lexicon: Lexicon) -> Iterator[int]:
    """Yield the lines of a box: its head, its titles, and its text, of which one paragraph where the report goes on below."""
    speech = layout_patterns(lexicon).speech_start
    titles: list[int] = []
    texts: list[int] = []
    for index in _below(lines, head):
        line = lines[index]
        if line.kind is not LineKind.BODY:
            if texts or line.kind is not LineKind.SHORT or _stands_above_report(lines, index):
                break
            titles.append(index)
        elif texts and speech.match(line.words):
            del texts[1:]
            break
        else:
            texts.append(index)
    if texts:
        yield from (head, *titles, *texts)


def _comment(lines: Sequence[Line], head: int) -> dict[int, LineKind]:
    """Return the first text below the name of a column of commentaries as what opens one."""
    for rows, index in enumerate(_below(lines, head)):
        line = lines[index]
        if line.kind is LineKind.BODY:
            return {index: LineKind.LEAD} if rows else {}
        if line.kind is LineKind.LEAD or rows >= _ROWS:
            break
    return {}
