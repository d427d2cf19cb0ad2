"""A page that is nothing but one official paper: minutes, a notice, an order, from title to date.

Numbered heads on lines of their own, a day that a paragraph opens with, the salutation: in a
newspaper any of them may begin another report, in a paper none does. A page is taken for one
paper only where every line has its place in one, so that a notice printed between reports is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.reading.directives.labels import ENDS_BRACKET
from guatu.domain.reading.directives.paper_signs import holds_paper
from guatu.domain.reading.directives.plans import is_plan_title
from guatu.domain.reading.directives.spoken_papers import is_spoken_title
from guatu.domain.reading.labels import is_label
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.letterhead import is_letterhead, is_number
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.paper_heads import (
    LONGEST_ROLL,
    is_editors_note,
    is_issued,
    is_series,
    names_paper,
    names_series,
    on_roll,
)
from guatu.domain.reading.row_breaks import is_finished

_HEAD = 8
_LAST = 4
_BELOW_SPOKEN = 3
_MARKS = "，。；：！？"
_ITEM = re.compile(
    "[（(〔]?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:[）)〕][、.．]?|[、.．](?!\\d))|第[一二三四五六七八九十百\\d]{1,4}[条章项]|[①-⑩]|附(?:件|表)"
    "|【[\u3400-\u9fff、]{2,12}】(?=[\u3400-\u9fff\\d]|$)"
)
_PART = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[条章]"
    "|【[\u3400-\u9fff、]{2,12}】(?=[\u3400-\u9fff\\d]|$)"
)
_FEWEST_PARTS = 2
# 第一，认识要再提高: a head on a line of its own, above a paragraph.
_ORDINAL_HEAD = re.compile("第[一二三四五六七八九十][，、：][^。；：]{2,20}")
# 同意。某某 2025-03-18 15:02: who noted it and when ends a note; 承办情况： begins afresh.
_SIGNED_AT = re.compile(r"20\d\d([-/.])\d{1,2}\1\d{1,2}(?:\d{1,2}[：:]\d\d(?:[：:]\d\d)?)?$")
_BARE_LABEL = re.compile("[\u3400-\u9fff]{2,9}：")
_LABEL = re.compile("[\u3400-\u9fff（）]{2,9}：.{1,}")
_ISSUER = late(
    "[\u3400-\u9fff（）]{3,24}(?:局|委|委员会|办公室|政府|指挥部|领导小组|督查室|办|大队|支队|院|部|会|组|公司)$"
)
# （此件公开发布）: how far a paper may be handed on, below its date.
_HANDED_ON = re.compile(
    "[（(](?:此件|本件|此文)[^）)]{2,16}[）)]|[（(](?:联系人|联系电话|信息公开)[^）)]*[）)]"
)
_PRINTED_ON = re.compile("印发[^《]{0,4}《?(?P<name>[^》]{6,60})》?的(?:通知|函|决定)")
# （2024年2月18日） below a title: when the paper was passed.
_DATED = re.compile("[（(]?20\\d\\d年\\d{1,2}月\\d{1,2}日[）)]?")
_LONGEST_TITLE = 90
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePaper:
    """The lines of a page that is one paper: its title, its paragraphs, what stands beside them.

    All are numbers of lines; a paragraph that a page's foot cut has several.
    """

    title: tuple[int, ...]
    paragraphs: tuple[tuple[int, ...], ...]
    aside: tuple[int, ...]


def numbered_head(words: str) -> bool:
    """Tell whether a line opens with a number as the parts of a paper do (一、, （二）, 3.)."""
    return _ITEM.match(words) is not None


def one_paper(lines: Sequence[Line], plain: str = "") -> OnePaper | None:
    """Return the page as one paper, or None where it holds reports or nothing that tells.

    ``plain`` is the page's text, in which tabs part the cells of a row.
    """
    rows = frozenset(
        i for i, one in enumerate(lines) if "\t" in plain[one.span.start : one.span.end]
    )
    first = next(
        (
            i
            for i, one in enumerate(lines)
            if not one.outside and _begins(lines, i) and not _half_title(lines, i)
        ),
        None,
    )
    if first is None or sum(not one.outside for one in lines[:first]) > _HEAD:
        return None
    noted = _titled_below_note(lines, first)
    spoken = _end_of_spoken_title(lines[:first])
    first = spoken or first
    title = tuple(
        i
        for i, one in enumerate(lines[:first])
        if one.kind is not LineKind.GARBLED
        and not one.outside
        and not (_above_title(lines, i, first) and not spoken)
    )
    title = title if noted is None else (noted,)
    dated = tuple(i for i in title if _DATED.fullmatch(lines[i].words))
    title = tuple(i for i in title if i not in dated)
    words = "".join(lines[i].words for i in title)
    named = spoken or _is_title(lines, title) or _is_plan(lines, title, first)
    if not title or len(words) > _LONGEST_TITLE or not named:
        return None
    rest = [*dated, *(i for i in range(first, len(lines)) if i != noted)]
    rest = [i for i in rest if not lines[i].outside]
    below = (*_printed_on(words), *_annexed(lines, first))
    if not all(
        i in (*rows, *dated)
        or i + 1 in rows
        or lines[i].words in below
        or _has_place(lines, i, first if spoken else None)
        for i in rest
    ):
        return None
    aside = tuple(i for i in range(len(lines)) if i not in title and _is_aside(lines, i, first))
    body = [i for i in rest if i not in aside or (spoken and i < first + _BELOW_SPOKEN)]
    aside = tuple(i for i in aside if i not in body)
    return OnePaper(title=title, paragraphs=paragraphs_of(body, lines, rows), aside=aside)


def _titled_below_note(lines: Sequence[Line], first: int) -> int | None:
    """Return where the title of a bulletin stands below the note of its editor: 督查专报, 【编者按】…, 关于…的通报."""
    if not is_editors_note(lines[first].words) or not any(
        is_series(one.words) for one in lines[:first]
    ):
        return None
    below = range(first + 1, min(first + _LAST, len(lines)))
    return next(
        (i for i in below if lines[i].kind is LineKind.SHORT and names_paper(lines[i].words)), None
    )


def _end_of_spoken_title(head: Sequence[Line]) -> int | None:
    """Return where the title of a speech ends in the head of a page; who gives it and when stand below."""
    for stop in range(1, len(head) + 1):
        if is_spoken_title("".join(one.words for one in head[:stop])):
            return stop
    return None


def _printed_on(title: str) -> tuple[str, ...]:
    """Return the title of the plan that a notice prints on behind its signature: 关于印发《…方案》的通知."""
    found = _PRINTED_ON.search(title)
    return (found.group("name"), f"《{found.group('name')}》") if found is not None else ()


def _half_title(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the first half of a title that goes on below: 关于供热有关问题的 + 专题会议纪要."""
    words = lines[index].words
    if index + 1 >= len(lines) or len(words) > _LONGEST_HEADING or words[-1] in _MARKS:
        return False
    return not names_paper(words) and names_paper(words + lines[index + 1].words)


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a paper's text begins with a line: a sentence, a label, or the first numbered head."""
    return _is_text(lines[index]) or (index > 0 and numbered_head(lines[index].words))


# 附件：1．重点任务分工表: what is printed on below has this for its title.
_ANNEX = re.compile("附件\\d{0,2}：(?:\\d{1,2}[.．、])?(?P<name>[^。]{4,44})")
# 郗建国县水利局局长: one of a list of members, by name and post.
_MEMBER = late(
    "[\u3400-\u9fff]{2,4}(?:中共)?[\u3400-\u9fff]{0,3}[县市区旗镇乡][\u3400-\u9fff、]{2,30}(?:长|书记|主任|主席|委员|经理|负责人|干部)"
)


def _annexed(lines: Sequence[Line], first: int) -> tuple[str, ...]:
    """Return the titles of what a paper says is annexed to it."""
    found = (_ANNEX.fullmatch(one.words) for one in lines[first:])
    return tuple(one.group("name") for one in found if one is not None)


def _is_text(line: Line) -> bool:
    if line.kind is LineKind.LEAD and is_number(line.words):
        # On a page of several articles it opens the paper; of one paper alone it is the letterhead's.
        return False
    if line.alone or is_letterhead(line.words):
        return False
    return line.kind in (LineKind.BODY, LineKind.LEAD) or _LABEL.fullmatch(line.words) is not None


def _above_title(lines: Sequence[Line], index: int, first: int) -> bool:
    """Tell whether a line of the head is the letterhead that stands above the title."""
    words = lines[index].words
    below = [one for one in (lines[i].words for i in range(index + 1, first)) if names_paper(one)]
    if not below and not any(names_paper(one.words) for one in lines[:index]):
        return False
    if lines[index].alone or is_issued(words):
        # 督办通知单 and below it its number, 纪要 and below it who issues it and when.
        return True
    return bool(below) and (is_letterhead(words) or names_series(words, below))


def _is_title(lines: Sequence[Line], title: Sequence[int]) -> bool:
    """Tell whether the lines above the text are a title of a paper, whole or in one of its lines."""
    whole = "".join(lines[i].words for i in title if not is_letterhead(lines[i].words))
    return names_paper(whole) or any(names_paper(lines[i].words) for i in title)


def _is_plan(lines: Sequence[Line], title: Sequence[int], first: int) -> bool:
    """Tell whether a page is a plan by its title (…实施方案), and its text in numbered parts."""
    headline = "".join(lines[i].words for i in title)
    below = [one.words for one in lines[first : first + _LAST]]
    if not (is_plan_title(headline) or holds_paper(headline, below)):
        return False
    if sum(_PART.match(one.words) is not None for one in lines[first:]) >= _FEWEST_PARTS:
        return True
    # 1.…, 责任单位：…, 2.…, 责任单位：…: rows of tasks, each with who is charged below it.
    points = sum(numbered_head(one.words) for one in lines[first:])
    charged = sum(is_label(one.words) for one in lines[first:])
    return min(points, charged) >= _FEWEST_PARTS


def _has_place(lines: Sequence[Line], index: int, spoken: int | None = None) -> bool:
    """Tell whether a line below the title is one that a paper may have there.

    ``spoken`` is where the title of a speech ends: who gives it and when stand below.
    """
    line = lines[index]
    if _HANDED_ON.fullmatch(line.words) or (
        spoken is not None and spoken <= index < spoken + _BELOW_SPOKEN
    ):
        return True
    if line.kind is LineKind.LEAD:
        return is_number(line.words)
    if line.kind in (LineKind.BODY, LineKind.FURNITURE, LineKind.GARBLED) or line.alone:
        return True
    if numbered_head(line.words) or _LABEL.fullmatch(line.words):
        return len(line.words) <= _LONGEST_HEADING or line.kind is LineKind.SHORT
    if _MEMBER.fullmatch(line.words) or on_roll(
        [one.words for one in lines[max(0, index - LONGEST_ROLL) : index]], line.words
    ):
        return True
    if index and index + 1 < len(lines) and line.kind is LineKind.SHORT:
        # 四、活动安排 + 活动共分三个阶段 + （一）…: between two heads stands what says how they go on.
        above, below = lines[index - 1].words, lines[index + 1].words
        if numbered_head(above) and len(above) <= _LONGEST_HEADING and numbered_head(below):
            return True
    # Who signs stands at the end; a short line above a sentence heads another report, and a
    # meeting's headline ends like the name of an office.
    rest = lines[index + 1 :]
    signs = _ISSUER.fullmatch(line.words) is not None or len(rest) < _LAST
    return signs and not any(is_finished(one.words) for one in rest)


def _is_aside(lines: Sequence[Line], index: int, first: int) -> bool:
    if lines[index].kind is LineKind.GARBLED or lines[index].outside:
        return True
    return index < first or (lines[index].kind is LineKind.FURNITURE and not _keeps(lines[index]))


def _keeps(line: Line) -> bool:
    """Tell whether a line that a newspaper page would set aside is a paper's own: its heads, its date."""
    return line.alone or numbered_head(line.words) or _LABEL.fullmatch(line.words) is not None


def paragraphs_of(
    body: Sequence[int], lines: Sequence[Line], rows: frozenset[int]
) -> tuple[tuple[int, ...], ...]:
    """Group lines that one sentence runs through; heads, labels, dates and rows stand by themselves."""
    grouped: list[list[int]] = []
    for index in body:
        parted = index in rows or (grouped and grouped[-1][-1] in rows)
        if grouped and not parted and _runs_on(lines[grouped[-1][-1]], lines[index]):
            grouped[-1].append(index)
        else:
            grouped.append([index])
    return tuple(tuple(one) for one in grouped)


def _runs_on(before: Line, after: Line) -> bool:
    if before.kind is not LineKind.BODY or before.alone or after.alone:
        return False
    if (
        is_finished(before.words)
        or before.words[-1] in ENDS_BRACKET
        or numbered_head(after.words)
        or _LABEL.fullmatch(after.words)
    ):
        return False
    if _SIGNED_AT.search(before.words) or _BARE_LABEL.fullmatch(after.words):
        return False
    if len(after.words) > _LONGEST_HEADING and _ORDINAL_HEAD.fullmatch(before.words):
        # A row that a column broke is about as long as the next.
        return False
    short = len(before.words) <= _LONGEST_HEADING
    return not (short and (numbered_head(before.words) or _LABEL.fullmatch(before.words)))
