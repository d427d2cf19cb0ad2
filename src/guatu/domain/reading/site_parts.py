"""The lines of a page copied from a web site: what belongs to the site, and which lines are headlines.

A site prints one stamp a report, right below its headline or, as public accounts do, right above it. So of a page
with stamps it is known which lines are headlines; all other short ones are headings within the text. Where
you are, what is before and after, and lists of other pages stand around it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, is_fresh
from guatu.domain.reading.site_lines import SiteLine, has_signs, site_line
from guatu.domain.reading.stamps import is_day_alone

_TEXT = (LineKind.BODY, LineKind.LEAD)
_BESIDE = (LineKind.FURNITURE, LineKind.GARBLED)
_BORDERS = frozenset((SiteLine.CRUMB, SiteLine.CLOSES, SiteLine.LIST, SiteLine.STAMP))
_FEWEST_ASIDES = 2
_FEWEST_ITEMS, _INTRODUCES = 2, 40
_LONGEST_HEADLINE = 50
_SHORTEST_TEXT = 15
_SHORTEST_HEADLINE = 9
_META_ROWS = 2
_NEIGHBOUR = 3
# Who wrote is the report's byline, who took it up, checked it and put it up is the site's.
_WRITERS = ("记者", "通讯员", "作者", "文", "撰")
_ENDS = "。！？；”）：，"
# 某某发布, 某县融媒体中心: the account or the site itself, on a line of its own beside the stamp.
_ACCOUNT = late(
    "[\u3400-\u9fffA-Za-z0-9]{2,14}(?:融媒(?:体中心)?|发布|微报|电视台|广播电视台|TV|在线|官微|资讯|播报|新闻|新闻网|日报|政务|宣传|先锋|党建|工作室|报道|之声)[.。]?"
)
_SITE = late(
    "[\u3400-\u9fff]{2,16}(?:人民政府|政府网|门户网站|网站|新闻网|信息网|融媒体中心|融媒|委员会)(?:门户网站|官网)?"
)
# What a heading within a text opens with, a headline hardly: 一、, 01, 【…】, ◆.
_POINT = late(
    "[（(]?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[、.．）)]|\\d{2}(?=[\u3400-\u9fff])|[①-⑳❶-❿◆◇●■□▶►▼★☆※·•]|第[一二三四五六七八九十](?:站|步|是|：)"
)


def without_site(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the lines with those of a web site around its reports as asides; any other page as it is."""
    if not has_signs("\n".join(one.words for one in lines)):
        return tuple(lines)
    kinds = [
        SiteLine.STAMP if _stamps(lines, index) else site_line(one.words)
        for index, one in enumerate(lines)
    ]
    asides, named = kinds.count(SiteLine.ASIDE), kinds.count(SiteLine.CREDIT)
    if _BORDERS.isdisjoint(kinds) and (not asides or asides + named < _FEWEST_ASIDES):
        return tuple(lines)
    page = _SitePage(lines=list(lines), kinds=kinds, lexicon=lexicon)
    page.set_aside()
    page.head_reports()
    return tuple(page.lines)


def _stamps(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a day in figures alone that stands between a short line and text."""
    if not is_day_alone(lines[index].words):
        return False
    beside = (*_BESIDE, LineKind.BYLINE)
    above = next((one for one in reversed(lines[:index]) if one.kind not in beside), None)
    below = next((one for one in lines[index + 1 :] if one.kind not in beside), None)
    if above is None or below is None:
        return False
    return above.kind is LineKind.SHORT and below.kind in _TEXT


@dataclass(slots=True, kw_only=True)
class _SitePage:
    """The lines of a web page while it is told what they are."""

    lines: list[Line]
    kinds: Sequence[SiteLine | None]
    lexicon: Lexicon
    heads: set[int] = field(default_factory=set)

    def set_aside(self) -> None:
        """Set aside the site's own lines: those that say so, and those that stand among them."""
        metas = sum(one is SiteLine.META for one in self.kinds)
        for index, kind in enumerate(self.kinds):
            line = self.lines[index]
            named = line.kind is LineKind.BYLINE and line.words.startswith(_WRITERS)
            if kind is None or named or (kind is SiteLine.META and metas < _META_ROWS):
                continue
            self._aside(index)
        for index in self._above_crumbs():
            self._aside(index)
        for index in self._below_lists():
            self._aside(index)

    def head_reports(self) -> None:
        """Make the lines beside each stamp its report's headline, and no other short line one."""
        for index, kind in enumerate(self.kinds):
            if kind is SiteLine.STAMP and not self._follows_stamp(index):
                found = self._above(index) or self._below(index)
                if index and self._may_name_account(found):
                    below = self._below(index)
                    if below and len(self.lines[below[-1]].words) >= _SHORTEST_HEADLINE:
                        self._set_account_aside(self.lines[found[0]].words)
                        found = below
                items = self._items_below(index)
                if items:
                    for other in (*found, *range(index + 1, items[0])):
                        self._aside(other)
                self.heads.update(items or found)
        if not self.heads:
            return
        for index in self.heads:
            self.lines[index] = replace(self.lines[index], kind=LineKind.SHORT, stamped=True)
        for index, line in enumerate(self.lines):
            if line.kind is LineKind.SHORT and index not in self.heads and self._within(index):
                self.lines[index] = replace(
                    line, kind=LineKind.BODY, alone=self._stands_apart(index)
                )

    def _may_name_account(self, found: Sequence[int]) -> bool:
        """Tell whether the line above a stamp may be an account of any name: few characters, first of the page."""
        return (
            len(found) == 1
            and found[0] == self._first()
            and len(self.lines[found[0]].words) < _SHORTEST_HEADLINE
        )

    def _set_account_aside(self, name: str) -> None:
        for index, line in enumerate(self.lines):
            if line.words == name:
                self._aside(index)

    def _aside(self, index: int) -> None:
        self.lines[index] = replace(self.lines[index], kind=LineKind.FURNITURE, outside=True)

    def _is_text(self, index: int) -> bool:
        """Tell whether a line is running text: no title of another page, however long."""
        line = self.lines[index]
        if self.kinds[index] is not None or line.kind not in _TEXT:
            return False
        return (
            line.kind is LineKind.LEAD
            or line.words[-1] in _ENDS
            or len(line.words) > 2 * _LONGEST_HEADLINE
        )

    def _above_crumbs(self) -> Iterator[int]:
        """Yield the lines above where one is, up to the text before: the heads and menus of a site."""
        above: list[int] = []
        for index, kind in enumerate(self.kinds):
            if kind is SiteLine.CRUMB:
                yield from above
            if self._is_text(index) or kind in (SiteLine.CRUMB, SiteLine.STAMP):
                above = []
            else:
                above.append(index)

    def _below_lists(self) -> Iterator[int]:
        """Yield the lines between what closes a report and the next one's headline: titles of other pages."""
        index = 0
        while index < len(self.kinds):
            if self.kinds[index] not in (SiteLine.CLOSES, SiteLine.LIST):
                index += 1
                continue
            end = self._end_of_tail(index)
            yield from range(index, end)
            index = max(end, index + 1)

    def _end_of_tail(self, index: int) -> int:
        """Return where what follows a report ends: at the next report's headline, or with the page."""
        listed, run = self.kinds[index] is SiteLine.LIST, index + 1
        titled = self._names_no_page(index)
        for place in range(index + 1, len(self.kinds)):
            if titled and self.kinds[place] is None:
                # 上一篇 alone: the other page's title stands below, whatever it ends with.
                titled, run = False, place + 1
                continue
            kind = self.kinds[place]
            if kind is SiteLine.STAMP or self._is_text(place):
                own = [
                    i
                    for i in range(run, place)
                    if self.lines[i].kind in (LineKind.SHORT, LineKind.BODY)
                ]
                if not own:
                    return place
                return own[-1] if listed else own[0]
            if kind is not None and kind is not SiteLine.CREDIT:
                listed = kind is SiteLine.LIST
                titled, run = self._names_no_page(place), place + 1
        return len(self.kinds)

    def _names_no_page(self, index: int) -> bool:
        """Tell whether a line says 上一篇 or 下一条 and not which."""
        closes = self.kinds[index] is SiteLine.CLOSES
        return closes and len(self.lines[index].words.strip("：:")) <= _NEIGHBOUR

    def _follows_stamp(self, index: int) -> bool:
        """Tell whether a stamp goes on from one above with no words between."""
        for place in range(index - 1, -1, -1):
            if self.kinds[place] is SiteLine.STAMP:
                return True
            if self.lines[place].kind not in _BESIDE:
                return False
        return False

    def _above(self, stamp: int) -> list[int]:
        """Return the lines of the headline above a stamp, if it stands there."""
        found: list[int] = []
        for index in range(stamp - 1, -1, -1):
            line = self.lines[index]
            if self.kinds[index] in _BORDERS:
                break
            if line.kind in _BESIDE:
                continue
            if self._names_account(index) and not found:
                self._aside(index)
                continue
            if line.kind is LineKind.BYLINE:
                if found:
                    break
                continue
            if line.kind is not LineKind.SHORT and not (not found and self._may_head(index)):
                break
            found.append(index)
        if (
            len(found) > 1
            and found[-1] == self._first()
            and _SITE.fullmatch(self.lines[found[-1]].words)
        ):
            self._aside(found.pop())
        return found

    def _below(self, stamp: int) -> list[int]:
        """Return the lines of the headline below a stamp that has none above."""
        found: list[int] = []
        for index in range(stamp + 1, len(self.lines)):
            line = self.lines[index]
            if self.kinds[index] in _BORDERS:
                return []
            if line.kind in _BESIDE:
                continue
            if self._names_account(index) and not found:
                self._aside(index)
                continue
            if line.kind is LineKind.SHORT or (line.kind in _TEXT and self._may_head(index)):
                found.append(index)
                continue
            return found if line.kind in _TEXT else []
        return []

    def _items_below(self, stamp: int) -> list[int]:
        """Return the headlines of several reports below one stamp, each above a day: a page of news, by its own title."""
        found: list[int] = []
        for index in range(stamp + 1, len(self.lines)):
            line = self.lines[index]
            if self.kinds[index] in _BORDERS:
                break
            if not found and self._is_text(index) and (line.opens or len(line.words) > _INTRODUCES):
                return []
            after = self._near(index, 1)
            if line.kind is LineKind.SHORT and after is not None and self._tells_when(after):
                found.append(index)
        return found if len(found) >= _FEWEST_ITEMS else []

    def _tells_when(self, index: int) -> bool:
        return self.lines[index].kind is LineKind.LEAD or self.lines[index].opens

    def _first(self) -> int:
        """Return the first line of the page that no button or stamp is."""
        return next(i for i, one in enumerate(self.lines) if self.kinds[i] is None and one.words)

    def _names_account(self, index: int) -> bool:
        return _ACCOUNT.fullmatch(self.lines[index].words) is not None

    def _may_head(self, index: int) -> bool:
        """Tell whether a line that reads as text may be a headline all the same: nothing ends or runs on in it."""
        words = self.lines[index].words
        if len(words) > _LONGEST_HEADLINE or words[-1] in "。；：，、" or "。" in words:
            return False
        before = next(
            (i for i in range(index - 1, -1, -1) if self.lines[i].kind not in _BESIDE), None
        )
        return (
            before is None or self.lines[before].ended or self.lines[before].kind is LineKind.SHORT
        )

    def _stands_apart(self, index: int) -> bool:
        """Tell whether a short line neither goes on from the one above nor into the one below."""
        words = self.lines[index].words
        if len(words) < _SHORTEST_HEADLINE or _POINT.match(words):
            return True
        above, below = self._near(index, -1), self._near(index, 1)
        ended = above is None or self.lines[above].ended
        return (
            ended
            and not sentence_like(words, self.lexicon)
            and (below is None or is_fresh(self.lines[below], self.lexicon))
        )

    def _near(self, index: int, step: int) -> int | None:
        """Return the nearest line above or below a line that is no aside."""
        index += step
        while 0 <= index < len(self.lines) and self.lines[index].kind in _BESIDE:
            index += step
        return index if 0 <= index < len(self.lines) else None

    def _within(self, index: int) -> bool:
        """Tell whether a short line beside no stamp is a heading within a text, not another report's headline."""
        words = self.lines[index].words
        if len(words) < _SHORTEST_HEADLINE or _POINT.match(words):
            return True
        after = self._near(index, 1)
        return after is None or not self._tells_when(after)
