"""Bulletins of an office: a masthead (督查专报, 第12期, who issues it and when), what the issue holds, its reports, who gets it.

The contents name the reports, so where they are printed it is known which lines are headlines, though one may
stand in one line with its text. The masthead, the contents, the names of columns (【工作动态】) and
who the bulletin goes to (报：, 送：) belong to no report.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.letterhead import is_number
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, kind_of
from guatu.domain.reading.one_paper import OnePaper, paragraphs_of
from guatu.domain.reading.pieces import Piece, paper_piece, spans_of

_HEAD = 9
_ROWS = 3
_LONGEST_ROW, _SHORTEST_TITLE, _LONGEST_TITLE = 60, 4, 60
_ORNAMENTS = "●○■□◆◇▲△▶►★☆※·•*-—–―_=~～>＞【】[]〔〕《》 　"
_NAME = late(
    "[\u3400-\u9fff（）()“”·]{0,24}(?:简报|专报|快报|通报|督查|督办|要情|要讯|信息|动态|情况|专刊|参阅|摘报|内参|周报|月报|反映|交流|工作通讯|舆情)(?:[（(〔\\[][^）)〕\\]]{1,12}[）)〕\\]])?"
)
_ISSUE = "[（(〔\\[]?(?:(?:19|20)\\d\\d年?度?[）)〕\\]]?)?[（(]?(?:第|总第)[\\d一二三四五六七八九十百]{1,5}[期号][）)〕\\]]?(?:[（(]?总(?:第)?\\d{1,5}期[）)]?)?|(?:增刊|专刊|特刊)"
_DAY = "(?:\\d{4}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日(?:[（(]?(?:星期|周).[）)]?)?"
_OFFICE = "[\u3400-\u9fff（）()“”、]{3,40}?(?:办公室|督查室|委员会|指挥部|政府|领导小组|信息科|专班|[局委部办室科股组院会队]|中心|公司)(?:主办|编印|编发|编|印发|印)?"
_NUMBERED = late(f"(?:{_ISSUE})(?:{_OFFICE})?")
_ISSUED = late(f"(?:{_OFFICE})?(?:{_ISSUE})?{_DAY}(?:印发|编发|编印)?")
_BY = late(f"(?:编[印发]单位|主办(?:单位)?|编印|承办)?[：:]?{_OFFICE}")
_ALL = late(f"[\u3400-\u9fff（）()“”]{{2,24}}?(?:{_ISSUE})(?:{_OFFICE})?(?:{_DAY})?")
_MARK = late(
    "[【\\[（(]?(?:内部(?:资料|文件|刊物|参考|材料)|注意(?:保存|保密)|不得外传|请勿外传|严禁外传|(?:仅供)?领导参阅|秘密|机密|特急|加急|急件|(?:签发|审签|编辑|责任?编辑?|核稿|校对)[人：:].{1,12})+[】\\]）)]?(?:[★☆].{0,8})?"
)
_CONTENTS = late(
    "(?:(?:本期|今日|本刊|本周)?(?:要目|目录|导读|目次|内容提要)|本期(?:内容|看点|提示|关注))[：:]?"
)
_PAGE_OF = late("(?:[.．…·—-]{2,}|[（(])\\d{1,3}[）)]?$|(?<=[\u3400-\u9fff”])\\d{1,2}$")
_POINT = late(
    "(?:\\d{1,2}[.．、]|[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）)][、.]?|[一二三四五六七八九十]{1,3}、|[①-⑳❶-❿])"
)
_BRACKETED = late("[【\\[〖「][\u3400-\u9fff·]{2,12}[】\\]〗」]")
_COLUMN = late(
    "[【\\[〖「][\u3400-\u9fff·]{2,12}[】\\]〗」]|[◆■●▲★☆※◇]+[\u3400-\u9fff]{2,8}[◆■●▲★☆※◇]*"
)
# 报：县委常委 / 发：各乡镇 / （共印80份）: who the bulletin goes to, at its end.
_SENT = late(
    "(?:(?:主|抄|分|呈)?[报送发](?:送|至|阅)?|呈[报送阅]?)[：:].{2,}|[（(]?(?:本期)?(?:共印|印发|印数)[：:]?\\d+份?[）)]?|(?:责任?编辑?|编辑|校对|审核|核稿|签发|审签|编审|联系电话|电话|电子邮箱|邮箱|投稿邮箱|传真|地址)[：:].{2,60}"
)
_WRITERS = late(
    "[（(](?:[\u3400-\u9fff、“”]{2,20}(?:供稿|提供|报送|整理)?|(?:供稿|来源)[：:][\u3400-\u9fff、]{2,20})[）)]"
)


def bulletin_pieces(
    lines: Sequence[Line], plain: str, lexicon: Lexicon
) -> tuple[Piece, ...] | None:
    """Return the reports of a bulletin whose contents name them; None for any other page.

    ``plain`` is the page's text, in which tabs part the cells of a row.
    """
    head = _masthead(lines)
    contents = _contents(lines, head[-1] + 1) if head else None
    if head is None or contents is None:
        return None
    told = _with_titles(_without(lines, (*head, *contents.rows)), contents, plain, lexicon)
    told = _without(told, _feet(told))
    parts = _parts(told, contents)
    if not parts:
        return None
    first = [0, *(one[0] for one in parts[1:]), len(told)]
    return tuple(
        _piece(number, title, range(first[number - 1], first[number]), told, plain)
        for number, title in enumerate(parts, start=1)
    )


def without_masthead(lines: Sequence[Line], plain: str) -> tuple[Line, ...]:
    """Return the lines of a bulletin without contents with its masthead and its feet as asides; any other page as it is.

    The rows of its tables are text of its reports.
    """
    head = _masthead(lines)
    if head is None:
        return tuple(lines)
    found = list(_without(lines, (*head, *_feet(lines))))
    for index, one in enumerate(found):
        if one.outside:
            continue
        if index < max(head):
            # The name of a series right above its text.
            found[index] = replace(one, kind=LineKind.SHORT)
        elif "\t" in plain[one.span.start : one.span.end]:
            found[index] = replace(one, kind=LineKind.BODY, alone=True)
    return tuple(found)


def _without(lines: Sequence[Line], aside: Iterable[int]) -> tuple[Line, ...]:
    away = frozenset(aside)
    return tuple(
        replace(one, kind=LineKind.FURNITURE, outside=True, alone=False) if i in away else one
        for i, one in enumerate(lines)
    )


def _masthead(lines: Sequence[Line]) -> tuple[int, ...] | None:
    """Return the lines of the masthead: all from the first to the number, and those below that are of it too."""
    kinds: dict[int, str] = {}
    for index, line in enumerate(lines[:_HEAD]):
        kind = _of_masthead(line.words)
        if kind is not None:
            kinds[index] = kind
        elif not line.outside:
            break
    told = list(kinds.values())
    # A name of a series that stands below all else is the title of the only paper.
    while told and told[-1] == "name" and told.count("name") > 1:
        kinds.pop(max(kinds))
        told.pop()
    numbered = "number" in told and ("name" in told or "issued" in told)
    if "whole" not in told and not numbered and told[:2] != ["name", "issued"]:
        return None
    below = next((one for one in lines[max(kinds) + 1 :] if not one.outside), None)
    titled = below is not None and (
        _heads_contents(below) or (below.kind is not LineKind.LEAD and not below.ended)
    )
    # Where text follows at once, the name of the series is all the title there is.
    return tuple(at for at, kind in kinds.items() if titled or kind != "name")


def _of_masthead(words: str) -> str | None:
    bare = words.strip(_ORNAMENTS)
    if not bare:
        return "rule"
    if len(bare) > _LONGEST_ROW or words[-1] in "。；":
        return None
    if _NUMBERED.fullmatch(bare) or _NUMBERED.fullmatch(words) or is_number(words):
        return "number"
    if _MARK.fullmatch(bare):
        return "mark"
    if _ISSUED.fullmatch(bare):
        return "issued"
    if _NAME.fullmatch(bare):
        return "name"
    if _BY.fullmatch(bare) and not bare.startswith("关于"):
        return "by"
    return "whole" if _ALL.fullmatch(bare) and _NUMBERED.search(bare) else None


def _bare(words: str) -> str:
    """Return the words of a title without what a list of contents puts around it."""
    words = words.strip(_ORNAMENTS)
    words = words[_point(words) :].strip(_ORNAMENTS)
    found = _PAGE_OF.search(words)
    return words[: found.start()].rstrip(_ORNAMENTS + ".．…") if found is not None else words


def _point(words: str) -> int:
    found = _POINT.match(words)
    return found.end() if found is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    """What an issue holds: the titles it names, and the numbers of the lines that name them."""

    titles: tuple[str, ...]
    rows: range


def _heads_contents(line: Line) -> bool:
    return _CONTENTS.fullmatch(line.words.strip(_ORNAMENTS)) is not None


def _contents(lines: Sequence[Line], start: int) -> _Contents | None:
    """Return the contents below a masthead, up to where a title that they name is printed again."""
    head = next(
        (
            index
            for index in range(start, min(start + _HEAD, len(lines)))
            if _heads_contents(lines[index])
        ),
        None,
    )
    if head is None:
        return None
    titles: list[str] = []
    for index in range(head + 1, len(lines)):
        words = lines[index].words
        if any(_opens(words, one) or _rows_of(lines, index, one) for one in titles):
            stop = index
            while _BRACKETED.fullmatch(lines[stop - 1].words):
                stop -= 1
            return _Contents(titles=tuple(titles), rows=range(start, stop))
        if len(words) > _LONGEST_TITLE or words[-1] in "。；":
            break
        bare = _bare(words)
        if len(bare) >= _SHORTEST_TITLE and not _BRACKETED.fullmatch(words):
            titles.append(bare)
    return None


def _feet(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that tell who the bulletin goes to and who made it, from the end up to its reports."""
    for index in range(len(lines) - 1, -1, -1):
        words = lines[index].words
        if lines[index].outside or not words.strip(_ORNAMENTS):
            continue
        if not _SENT.fullmatch(words):
            return
        yield index


def _with_titles(
    lines: Sequence[Line], contents: _Contents, plain: str, lexicon: Lexicon
) -> tuple[Line, ...]:
    """Return the lines with each title that stands in one line with its text as a line of its own."""
    found: list[Line] = []
    for line in lines:
        end = 0 if line.outside else _end_of_title(line.words, contents.titles)
        found += _cut(line, end, plain, lexicon) if 0 < end < len(line.words) else (line,)
    return tuple(found)


def _end_of_title(words: str, titles: Sequence[str]) -> int:
    """Return where a title of the contents ends that a line opens with, or 0."""
    ends = (words.find(one) + len(one) for one in titles if _opens(words, one))
    end = max(ends, default=0)
    while end < len(words) and words[end] in "】》]〗」":
        end += 1
    return end


def _cut(line: Line, end: int, plain: str, lexicon: Lexicon) -> tuple[Line, ...]:
    """Return a line in two where blanks, or a bracket, part its title from its text."""
    places = [i for one in line.spans for i in range(one.start, one.end) if not plain[i].isspace()]
    if len(places) != len(line.words):
        return (line,)
    cut = places[end]
    if cut == places[end - 1] + 1 and line.words[end - 1] not in "】》]〗」":
        return (line,)
    head = tuple(
        Span(start=one.start, end=min(one.end, places[end - 1] + 1))
        for one in line.spans
        if one.start < cut
    )
    rest = tuple(
        Span(start=max(one.start, cut), end=one.end) for one in line.spans if one.end > cut
    )
    words = line.words[end:]
    return (
        replace(line, spans=head, words=line.words[:end], kind=LineKind.SHORT, opens=False),
        replace(line, spans=rest, words=words, kind=kind_of(words, lexicon), gap=0),
    )


def _parts(lines: Sequence[Line], contents: _Contents) -> list[tuple[int, ...]]:
    """Return the lines of each headline: those that are a title of the contents, in one row or in several."""
    found: list[tuple[int, ...]] = []
    left = list(contents.titles)
    index = contents.rows.stop
    while index < len(lines):
        for title in left:
            rows = _rows_of(lines, index, title)
            if rows:
                if found and found[-1][-1] + 1 == rows[0]:
                    # A title right above another names a column.
                    found.pop()
                found.append(rows)
                left.remove(title)
                index = rows[-1]
                break
        index += 1
    return found


def _rows_of(lines: Sequence[Line], start: int, title: str) -> tuple[int, ...]:
    """Return the lines from one on that make up a title, or none."""
    made = ""
    for place in range(start, min(len(lines), start + _ROWS)):
        if lines[place].outside:
            break
        words = lines[place].words
        made += _bare(words) if not made else words.strip(_ORNAMENTS)
        if not made:
            break
        if made == title:
            return tuple(range(start, place + 1))
        if not title.startswith(made):
            break
    return ()


def _piece(
    number: int,
    title: tuple[int, ...],
    places: range,
    lines: Sequence[Line],
    plain: str,
) -> Piece:
    """Return one report: its title, who wrote it, and all else but the names of columns."""
    rest = [i for i in places if i not in title]
    aside = [i for i in rest if lines[i].outside or names_column(lines[i]) or i < title[0]]
    byline = [i for i in rest if i not in aside and _names_writer(lines[i])]
    body = [i for i in rest if i not in aside and i not in byline]
    rows = frozenset(i for i in body if "\t" in plain[lines[i].span.start : lines[i].span.end])
    paper = OnePaper(title=title, paragraphs=paragraphs_of(body, lines, rows), aside=tuple(aside))
    return replace(
        paper_piece(paper, lines, plain), id=f"a{number}", byline_spans=spans_of(byline, lines)
    )


def names_column(line: Line) -> bool:
    """Tell whether a line is the name of a column (【工作动态】), or nothing but ornaments."""
    return not line.words.strip(_ORNAMENTS) or _COLUMN.fullmatch(line.words) is not None


def _names_writer(line: Line) -> bool:
    return line.kind is LineKind.BYLINE or _WRITERS.fullmatch(line.words) is not None


def _opens(words: str, title: str) -> bool:
    """Tell whether a line is a title of the contents, or opens with it: in brackets, behind a number."""
    bare = words.lstrip(_ORNAMENTS)
    return bare.startswith(title) or bare[_point(bare) :].lstrip(_ORNAMENTS).startswith(title)
