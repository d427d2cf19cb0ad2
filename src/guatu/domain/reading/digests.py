"""A page that is a digest: news of one sentence or two each, a line an item, and every item is a report of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.pieces import Piece, aside_doubt, piece_told
from guatu.domain.reading.row_breaks import is_finished
from guatu.domain.reading.strand import weave

_FEWEST = 3
_LONGEST_ITEM = 260
_LONGEST_TITLE = 30
# 要闻速览, 一周要闻, 今日要闻一句话: what such a page is headed by.
_NAMED = late(
    "速览|速递|速读|速报|一览|集锦|一句话|简讯|短讯|快讯|快览|要闻回顾|新闻回顾|汇总|要闻|一周|早知道"
)
_SIGN = late("[▶►▷▸◆◇●○■□★☆※▲△·•✦❖→]+")
_NUMBER = late(
    "(?:\\d{1,2}[.．、。](?=\\d{1,2}月|\\D)|[①-⑳❶-❿]|[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|【[^】]{2,12}】)"
)
# What an item tells first: when, or who did what.
_TOLD = late(
    "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|\\d{1,2}日(?:[上下]午|，)|近日|日前|昨[日天]|今[日天]|连日来|近期"
    "|[^，。；：要]{2,40}?(?:召开|举行|举办|主持|调研|检查|督[导查办]|走访|慰问|视察|察看|会见|赴|深入|参加|出席|开展|启动|获|新增|入选|完成|传达|审议|听取|研究|到)"
)
_DATED = late(
    "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|\\d{1,2}日(?:[上下]午|，)|近日|日前|昨[日天]|今[日天]"
)


# Of items that bear a sign so many say when; of items without one nearly all do.
_DATED_SHARE = 0.4
# Below the heads of its parts (一、重要会议) a digest tells of works as well, which nobody held or visited.
_TOLD_SHARE = 0.7
_LONGEST_PART = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An item of a digest: the numbers of its lines, and how many characters its sign takes."""

    lines: list[int]
    sign: int


def digest_pieces(lines: Sequence[Line], plain: str) -> tuple[Piece, ...] | None:
    """Return the items of a digest, each an article without headline; None where the page is none.

    Its own title, and what else stands around the items, belongs to the page.
    """
    items = _items(lines)
    if items is None:
        return None
    taken = {index for one in items for index in one.lines}
    pieces: list[Piece] = []
    for number, one in enumerate(items):
        first = one.lines[0] if number else 0
        last = items[number + 1].lines[0] if number + 1 < len(items) else len(lines)
        spans = tuple(lines[index].spans for index in one.lines)
        heard = (_without(spans[0], one.sign, plain), *spans[1:])
        pieces.append(
            piece_told(
                number + 1,
                (),
                zip(spans, heard, strict=True),
                plain,
                (aside_doubt(lines[i]) for i in range(first, last) if i not in taken),
            )
        )
    return tuple(pieces)


def _items(lines: Sequence[Line]) -> list[_Item] | None:
    text = [index for index, one in enumerate(lines) if _is_text(one)]
    if len(text) < _FEWEST:
        return None
    titled = any(
        len(one.words) <= _LONGEST_TITLE and _NAMED.search(one.words) for one in lines[: text[0]]
    )
    heads = [index for index in range(text[0], len(lines)) if _heads(lines[index])]
    if heads and not (titled and all(_names_part(lines, index) for index in heads)):
        return None
    signed = [index for index in text if _sign_of(lines[index].words)]
    starts = signed if len(signed) >= _FEWEST and signed[0] == text[0] else text
    if starts is text and not titled:
        return None
    tails = [lines[i].words[_sign_of(lines[i].words) :] for i in starts]
    dated = sum(_DATED.match(one) is not None for one in tails)
    told = sum(_TOLD.match(one) is not None for one in tails)
    if told < (_TOLD_SHARE if heads else 1) * len(tails) or any(
        len(one) > _LONGEST_ITEM for one in tails
    ):
        return None
    undated = titled and starts is signed and not heads
    if dated < (0 if undated else _DATED_SHARE) * len(starts):
        return None
    items: list[_Item] = []
    for index in text:
        if index in starts:
            items.append(_Item(lines=[index], sign=_sign_of(lines[index].words)))
        else:
            items[-1].lines.append(index)
    # An item is short: where more stands below, they are the points of one report.
    return items if len(text) <= len(starts) + len(starts) // 2 else None


def _heads(line: Line) -> bool:
    """Tell whether a line among the items heads what is below: they are paragraphs of reports then."""
    return line.kind is LineKind.SHORT or (line.alone and not is_finished(line.words))


def _names_part(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line heads a part of a digest: numbered or in brackets, above an item that bears a sign."""
    line = lines[index]
    if len(line.words) > _LONGEST_PART or not _sign_of(line.words):
        return False
    below = next((one for one in lines[index + 1 :] if _is_text(one) or _heads(one)), None)
    return below is not None and _is_text(below) and _sign_of(below.words) > 0


def _is_text(line: Line) -> bool:
    """Tell whether a line is running text, though a sign at its head would make it a caption's."""
    if line.kind in (LineKind.BODY, LineKind.LEAD):
        return True
    aside = line.kind is LineKind.FURNITURE and not line.outside
    signed = aside and line.words[-1] == "。"
    return signed and _sign_of(line.words) > 0


def _sign_of(words: str) -> int:
    """Return how many characters the sign or the number at the head of an item takes."""
    found = _SIGN.match(words) or _NUMBER.match(words)
    return found.end() if found is not None else 0


def _without(spans: tuple[Span, ...], sign: int, plain: str) -> tuple[Span, ...]:
    """Return the spans of an item without its first characters that are heard."""
    at = weave(plain, spans).at
    return (Span(start=at[sign], end=spans[0].end), *spans[1:]) if sign < len(at) else spans
