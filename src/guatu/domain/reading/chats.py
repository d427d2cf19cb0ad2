"""What was said in a group, copied from a messenger: who and when on a line, below it what he wrote.

Every message is a paragraph, every day an article. Who wrote it and when, that he got it (收到), pictures and files
are no words of any; an official who is named by post and name speaks, and whom a message calls (@某镇) is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.pieces import Piece, doubt_of, piece_told
from guatu.domain.reading.values import Doubt, DoubtKind
from guatu.domain.reading.wraps import Row, text_rows

_FEWEST, _LONGEST_WRITER = 3, 9
_TIME = "(?:[上下]午|晚上|凌晨|中午)?\\d{1,2}[：:]\\d\\d(?:[：:]\\d\\d)?"
_DAY = (
    "(?:(?:(?:20)?\\d\\d[-/.年])?\\d{1,2}[-/.月]\\d{1,2}日?|昨天|今天|前天|星期[一二三四五六日天])"
)
_BLANK = "[ \u3000\u2005\t]"
# 县防办小车 08:15, 2025-07-12 08:15:22 县防办小车.
_WHO = late(
    f"(?:(?P<name>[^，。；：！？\\t\\d][^，。；：！？\\t]{{1,23}}?){_BLANK}+(?:{_DAY})?{_BLANK}*{_TIME}|(?:{_DAY}){_BLANK}*{_TIME}{_BLANK}+(?P<behind>[^，。；：！？\\t\\d][^，。；：！？\\t]{{1,23}}))[：:]?"
)
_WHEN = late(
    f"[—\\-=－ \u3000]*(?:(?:{_DAY}){_BLANK}*(?:星期.)?{_BLANK}*(?:{_TIME})?|{_TIME})[—\\-=－ \u3000]*"
)
_CLOCK = re.compile("\\d[：:]\\d\\d")
_NAME = late("[^，。；：！？\\t\\d\\[【@][^，。；：！？\\t]{1,23}")
_A_DAY = late(r"(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?![\d:：])")
# 各位早，: nobody is told anything.
_GREETING = late(
    "(?:各位|大家|诸位)?(?:领导|同事|同志|同仁)?们?(?:早上?好?|[上下]午好|晚上好|你?好|辛苦了)[，,。！! ]"
)
_GOT = "(?:好的?|是的?|行|明白|收到|已?阅|知道了|知悉|已(?:转发|通知|知悉|安排|收到)|(?:马上|立即|迅速)(?:安排|落实|办理?|传达)|谢谢(?:领导)?|辛苦了?|1|OK|ok)"
_NO_WORDS = late(
    f"(?:\\[[\u3400-\u9fffA-Za-z]{{1,8}}\\]|[【「](?:图片|视频|语音|文件|链接|表情|位置|聊天记录)[】」]).{{0,60}}|\\[(?:文件|图片|链接|视频)[：:].{{1,60}}\\]|{_GOT}(?:[，,！!。.~～ ]*{_GOT})*[！!。.~～]*(?:\\[[\u3400-\u9fff]{{1,6}}\\])*"
    "|.{2,20}(?:撤回了一条消息|加入了?群聊|拍了拍.{1,20}|修改群名为.{1,30})|.{1,12}邀请.{1,40}加入了?群聊|以上是打招呼的内容|-{3,}|…{1,3}"
)
_GROUP = late(
    "[^，。；：！？]{3,30}[（(]\\d{1,4}人?[）)]|(?:群聊)?[“「].{2,30}[”」]?的?(?:聊天记录|群聊)"
)
_CALLED = late(f"@(?P<whom>[^@，。；：\\s]{{2,24}})(?P<blank>{_BLANK})+")
_EVERYONE = late(f"@?(?:所有人|全体成员|all|All){_BLANK}*")
_EVERYONE_LAST = late("@(?:所有人|全体成员|all|All)[。！!]?$")
_POINT = late("(?:\\d{1,2}[.．、](?!\\d)|[①-⑩]|[（(]\\d{1,2}[）)])[ \u3000]*")
# 县长秦越川, 秦越川 where he was named so before: whose words they are.
_OFFICIAL = late(
    "(?P<post>[\u3400-\u9fff、]{0,12}(?:长|书记|主任))[ \u3000]*(?P<name>[\u3400-\u9fff]{2,3})"
)


@dataclass(slots=True, kw_only=True)
class _Day:
    """What was said on one day, while it is dealt out."""

    headline: tuple[Span, ...] = ()
    day: Span | None = None
    paragraphs: list[tuple[tuple[Span, ...], tuple[Span, ...]]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def chat_pieces(plain: str) -> tuple[Piece, ...] | None:
    """Return what was said in a group, an article a day; None for a page that is no such copy."""
    if len(_CLOCK.findall(plain)) < _FEWEST:
        return None
    rows = text_rows(plain)
    named = [_WHO.fullmatch(plain, one.start, one.end) for one in rows]
    if not _are_writers(named):
        named = _named_above_times(rows, plain)
    if not _are_writers(named):
        return None
    return _Chat(plain=plain).read(rows, named)


def _where(who: re.Match[str]) -> str | int:
    """Return the group that holds the name in a row: before the time, behind it, or alone above it."""
    return who.lastgroup or 0


def _are_writers(named: Sequence[re.Match[str] | None]) -> bool:
    """Tell whether rows name who wrote: several, and no headlines above stamps (2025-12-15 10:28, 18:02 发表于某地).

    Who writes is named shortly, or more than once.
    """
    found = [one for one in named if one is not None]
    if len(found) < _FEWEST:
        return False
    if any("发表于" in one.group() for one in found):
        return False
    names = [one.group(_where(one)) for one in found]
    if all(one.lastgroup == "behind" for one in found) and len(set(names)) == 1:
        return False
    return len(set(names)) < len(names) or max(map(len, names)) <= _LONGEST_WRITER


def _named_above_times(rows: Sequence[Row], plain: str) -> list[re.Match[str] | None]:
    """Return the rows that name who wrote, each above one that says when."""
    named: list[re.Match[str] | None] = [None] * len(rows)
    for number, (above, below) in enumerate(pairwise(rows)):
        told = _WHEN.fullmatch(plain, below.start, below.end)
        if told is not None and plain[below.end - 1].isdigit():
            named[number] = _NAME.fullmatch(plain, above.start, above.end)
    return named


@dataclass(slots=True, kw_only=True)
class _Chat:
    """Reads the rows of a chat: ``heard`` is the text with a colon behind whoever speaks or is called."""

    plain: str
    heard: list[str] = field(default_factory=list)
    days: list[_Day] = field(default_factory=list)
    officials: set[str] = field(default_factory=set)
    speaker: tuple[Span, ...] = ()

    def read(
        self, rows: Sequence[Row], named: Sequence[re.Match[str] | None]
    ) -> tuple[Piece, ...] | None:
        """Return the days; None where long text stands above whoever wrote first."""
        self.heard = list(self.plain)
        self.days = [_Day()]
        first = next(number for number, one in enumerate(named) if one is not None)
        for number, (row, who) in enumerate(zip(rows, named, strict=True)):
            span = Span(start=row.start, end=row.end)
            words = self.plain[row.start : row.end]
            if who is not None:
                self._dated(span, words)
                self._aside(span)
                self.speaker = self._speaker(who)
            elif _WHEN.fullmatch(words):
                self._dated(span, words)
                self._aside(span)
            elif number < first:
                if not _GROUP.fullmatch(words) and words[-1] in "。；，：":
                    return None
                self.days[-1].headline += (span,)
            elif _NO_WORDS.fullmatch(words):
                self._aside(span)
            else:
                self._said(span)
        told = [one for one in self.days if one.paragraphs]
        heard = "".join(self.heard)
        return tuple(_piece(n, one, heard) for n, one in enumerate(told, start=1)) or None

    def _aside(self, span: Span) -> None:
        self.days[-1].doubts.append(doubt_of(DoubtKind.PAGE_FURNITURE, (span,)))

    def _dated(self, span: Span, words: str) -> None:
        found = _A_DAY.search(words)
        if found is None:
            return
        known = self.days[-1].day
        day = Span(start=span.start + found.start(), end=span.start + found.end())
        if known is not None and self.plain[known.start : known.end] != found.group():
            self.days.append(_Day())
        if self.days[-1].day is None:
            self.days[-1].day = day

    def _speaker(self, who: re.Match[str] | None) -> tuple[Span, ...]:
        """Return where an official is named who writes what follows, a colon put behind him."""
        if who is None:
            return ()
        kind = _where(who)
        name, place = who.group(kind), who.end(kind)
        official = _OFFICIAL.fullmatch(name)
        if official is not None:
            self.officials.add(official.group("name"))
        elif name not in self.officials:
            return ()
        if place >= len(self.heard):
            return ()
        self.heard[place] = "："
        return (Span(start=who.start(kind), end=place + 1),)

    def _said(self, span: Span) -> None:
        """Take a row of a message in: whom it calls stands before a comma, everybody is not heard."""
        start = span.start
        found = _EVERYONE.match(self.plain, start, span.end)
        if found is not None:
            start = found.end()
        else:
            found = _CALLED.match(self.plain, start, span.end)
            if found is not None:
                self.heard[found.start("blank")] = "，"
                start = found.start("whom")
        greeting = _GREETING.match(self.plain, start, span.end)
        start = greeting.end() if greeting is not None else start
        point = _POINT.match(self.plain, start, span.end) if self.speaker else None
        start = point.end() if point is not None else start
        end = span.end
        behind = _EVERYONE_LAST.search(self.plain, start, end)
        end = behind.start() if behind is not None else end
        if start < end:
            heard = (*self.speaker, Span(start=start, end=end))
            self.days[-1].paragraphs.append(((span,), heard))


def _piece(number: int, day: _Day, heard: str) -> Piece:
    told = piece_told(number, day.headline, day.paragraphs, heard, day.doubts)
    return replace(told, day=day.day)
