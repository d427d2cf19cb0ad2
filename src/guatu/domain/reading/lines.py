"""The lines of a page and what each of them is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.digital_page import belongs_to_page
from guatu.domain.reading.furniture import (
    is_bare_date,
    is_caption,
    is_furniture,
    is_paper_name,
    is_plain_caption,
    is_signature,
    names_office,
    signs_dated,
    signs_paper,
)
from guatu.domain.reading.garble import is_garbled
from guatu.domain.reading.labels import (
    announces,
    begins_title,
    calls_readers,
    is_label,
    is_listed,
    is_title_of_paper,
    numbers_paper,
    sets_apart,
    titles_paper,
)
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import pairs
from guatu.domain.reading.patterns import layout_patterns, name_start
from guatu.domain.reading.row_breaks import (
    is_finished,
    reads_fresh,
    reads_on,
    row_closes,
    row_ends,
    rows_apart,
)
from guatu.domain.reading.runs import Run, run_of
from guatu.domain.reading.wraps import Measure, Row, RowTests, measure, text_rows, unwrapped
from guatu.domain.reading.writers import (
    glued_writers,
    names_column,
    names_writers,
    not_told,
    sent_by_office,
)

_LONGEST_HEADLINE = 44
_LONGEST_BYLINE = 24
_BLANK = re.compile(r"(?<=[\u3400-\u9fff”])[ \u3000]+(?=[\u3400-\u9fff“])")
_HEAD_OF_PAGE = 4
# 县委书记与 may be half of a headline that was set in two lines.
_SHORT_HALF = 8
_DANGLING = re.compile("(?:[的和及与或以]|(?<![不存现实所内外潜健尚好自何同常在])在)$")
_ACTS = ("主持", "讲话", "参加", "出席", "致辞", "致词", "陪同")
_COMMAS, _LONGEST_WITH_COMMAS = 2, 30
# What a headline may be though it ends like a sentence: 寒潮来了，准备好了吗？ 村口三问：“水从哪里来？”
_ASKS = re.compile(
    "(?:(?!.{0,8}[说道问答喊]：)[^。；：，“”]{2,10}：)?(?:[^。；：“”]|“[^，。；：“”]{1,10}”){4,30}[？！]|(?!.{0,8}[说道问答喊]：)[^。；：“”]{2,16}：“[^“”。；]{4,40}[？！]”|“[^“”。；]{4,22}[？！]”"
)
# 今天，我们怎样当干部 asks; 今天，县长… tells.
_ASKS_TODAY = re.compile(
    r"(?:今[天年]|明[天年])，[^，。；：\\d]{0,6}(?:怎|如何|谁|什么|哪)[^，。；：]{1,12}"
)
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日曰]$")
_GOES_ON = ("上午", "下午", "晚", "，", "、", "至")
_GLUED_HEADLINE = 60
_GLUED_BYLINE = 40
_MOST_SIGNERS = 4


class LineKind(Enum):
    """What a line is, judged by itself."""

    LEAD = auto()
    BODY = auto()
    SHORT = auto()
    BYLINE = auto()
    FURNITURE = auto()
    GARBLED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stripped line: where it stands, its plain words, and the empty rows before it.

    Rows that a column's width broke are one line of several ``spans``. ``indented`` is None
    on a page whose paragraphs are not indented; ``opens`` tells that the words open with a
    day, or that the layout puts them below a headline; ``alone`` that they neither continue a
    sentence nor are continued (who signs a notice, and when), ``listed`` that it ends without a stop
    all the same, as who came to a meeting does (出席：…), ``outside`` that it is a web site's own,
    around its reports, ``stamped`` that its stamp makes it a headline's. ``blanks`` counts the spaces
    between Chinese characters inside it, which headlines use for commas.
    """

    spans: tuple[Span, ...]
    words: str
    gap: int
    kind: LineKind = LineKind.BODY
    glued: bool = False
    opens: bool = False
    indented: bool | None = None
    alone: bool = False
    listed: bool = False
    outside: bool = False
    stamped: bool = False
    blanks: int = 0
    _pairs: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters in its words, worked out when first asked for."""
        found = self._pairs
        if found is None:
            found = pairs(self.words)
            object.__setattr__(self, "_pairs", found)
        return found

    @property
    def ended(self) -> bool:
        """Whether a sentence or a list ends with it."""
        return self.alone or self.listed or is_finished(self.words)

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(start=self.spans[0].start, end=self.spans[-1].end)


def _split_glued(words: str, lexicon: Lexicon) -> list[tuple[int, int, bool]]:
    """Cut a headline glued before a lead and a byline glued after a full stop off a line."""
    patterns = layout_patterns(lexicon)
    pieces: list[tuple[int, int, bool]] = []
    start, end = 0, len(words)
    inner = patterns.inner_lead.search(words, start, min(end, start + _GLUED_HEADLINE))
    if inner and "。" not in words[start : inner.start()] and inner.start() - start >= 6:
        pieces.append((start, inner.start(), True))
        start = inner.start()
    writers = glued_writers(words[start:end])
    if writers is not None:
        return [*pieces, (start, start + writers, False), (start + writers, end, True)]
    tail_from = max(start, end - _GLUED_BYLINE)
    tail = not_told(patterns.glued_byline.search(words[tail_from:end]), words[start:end])
    if tail and tail_from + tail.start() > start and not words.rstrip("）").endswith("摄"):
        cut = tail_from + tail.start()
        pieces += [(start, cut, False), (cut, end, True)]
    else:
        pieces.append((start, end, False))
    return pieces


def kind_of(words: str, lexicon: Lexicon, *, names: bool = True) -> LineKind:
    """Return what a line is, judged by itself; not ``names`` tells that it is no line of names."""
    patterns = layout_patterns(lexicon)
    if is_garbled(words, lexicon):
        return LineKind.GARBLED
    if patterns.press_lead.match(words):
        return LineKind.LEAD
    if names_column(words):
        return LineKind.SHORT
    if belongs_to_page(words, lexicon.section_words):
        return LineKind.FURNITURE
    # 某某某主持 is the end of a headline, though 主 and 持 would do in names run together.
    short = len(words) <= _LONGEST_BYLINE and not words.endswith(_ACTS)
    named = short and patterns.byline.match(words) and not names_office(words)
    # Half of a lead, 本报讯（记者 某某: the bracket that opens within it is not closed.
    halved = words.find("（") > 0 and "）" not in words
    byline = names and not halved and (named or names_writers(words))
    if byline and not words.rstrip("）").endswith("摄"):
        return LineKind.BYLINE
    if words.startswith(lexicon.label_starts):
        return LineKind.BODY
    if is_furniture(words, lexicon) or is_caption(words, lexicon) or byline:
        return LineKind.FURNITURE
    if patterns.lead.match(words):
        return LineKind.LEAD
    long = len(words) > _LONGEST_HEADLINE and not is_title_of_paper(words)
    if long or words[-1] in "，、：；。" or words.endswith("——"):
        return LineKind.BODY
    if is_label(words) or calls_readers(words) or sets_apart(words):
        return LineKind.BODY
    if is_finished(words) and not _ASKS.fullmatch(words):
        return LineKind.BODY
    if words[0] in "，、。；：" or _DANGLING.search(words[_SHORT_HALF:]):
        return LineKind.BODY
    if words.count("，") > 1 and (len(words) > _LONGEST_WITH_COMMAS or words.count("，") > _COMMAS):
        return LineKind.BODY
    if _ASKS_TODAY.fullmatch(words):
        return LineKind.SHORT
    if "。" in words or "；" in words or patterns.timed_lead.match(words):
        return LineKind.BODY
    opening = patterns.fresh_start.match(words) or patterns.speech_start.match(words)
    if "，" in words and opening:
        return LineKind.BODY
    return LineKind.SHORT


def page_lines(plain: str, lexicon: Lexicon, *, whole: bool = False) -> tuple[Line, ...]:
    """Return the lines of a page in order, each with its kind.

    ``whole`` tells that no row was broken by the width of a column.
    """
    rows = text_rows(plain)
    page = Measure(width=None, indented=False, parted=True) if whole else measure(rows)
    lines: list[Line] = []
    tests = RowTests(
        apart=rows_apart(plain, lexicon),
        closes=row_closes(plain),
        reads_on=reads_on(plain),
        ends=row_ends(plain),
    )
    for group in unwrapped(rows, page, tests):
        run = run_of(group, plain)
        spaced = len(run.words) < sum(one.end - one.start for one in group)
        for a, b, glued in _split_glued(run.words, lexicon):
            line = _line(run, a, b, group, lexicon, page=page, glued=glued)
            blanks = _blanks(line.spans, plain) if spaced else 0
            lines.append(_parted(line, blanks, lexicon) if blanks else line)
    return tuple(_continued(lines, lexicon))


def _parted(line: Line, blanks: int, lexicon: Lexicon) -> Line:
    """Return a line with the number of its blanks; one between an office and a name tells who wrote."""
    sent = (
        blanks == 1
        and line.kind is LineKind.SHORT
        and sent_by_office(line.words, name_start(lexicon))
    )
    return replace(line, blanks=blanks, kind=LineKind.BYLINE if sent else line.kind)


def _blanks(spans: Sequence[Span], plain: str) -> int:
    return sum(len(_BLANK.findall(plain[one.start : one.end])) for one in spans)


def _line(
    run: Run,
    start: int,
    end: int,
    group: Sequence[Row],
    lexicon: Lexicon,
    *,
    page: Measure,
    glued: bool,
) -> Line:
    words = run.words[start:end]
    kind = kind_of(words, lexicon)
    if glued and kind is LineKind.BODY:
        kind = LineKind.SHORT
    return Line(
        spans=run.spans(start, end, group),
        words=words,
        gap=group[0].gap if start == 0 else 0,
        kind=kind,
        glued=glued and kind is LineKind.BYLINE,
        opens=bool(layout_patterns(lexicon).timed_lead.match(words)),
        indented=group[0].indent >= 2 if page.indented and start == 0 else None,
    )


def is_fresh(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a line reads as the start of a paragraph."""
    if line.kind is LineKind.LEAD or line.opens:
        return True
    return line.words[0] not in "，、。；：”）！？》" and reads_fresh(line.words, lexicon)


def _continued(lines: list[Line], lexicon: Lexicon) -> Iterator[Line]:
    """Put right what only the lines around tell: cut names, signatures, the name of the paper."""
    patterns = layout_patterns(lexicon)
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        before = lines[index - 1] if index else None
        if line.kind is LineKind.BYLINE and after is not None:
            spoken = after.kind is LineKind.BODY and patterns.speech_start.match(
                line.words + after.words[:40]
            )
            if spoken and not line.words.startswith(("（", "(")) and after.gap <= 1:
                yield replace(line, kind=LineKind.BODY, glued=False)
                continue
        if line.kind is LineKind.FURNITURE and _is_point(line, before, after):
            yield replace(line, kind=LineKind.BODY)
            continue
        signs = signs_dated(line.words) or _signs(lines, index)
        signed = before is not None and is_signature(before.words, line.words)
        goes_on = after is not None and after.words.startswith(_GOES_ON)
        dated = is_bare_date(line.words) and not goes_on and _ends_page_part(lines, index)
        lead_cut = before is not None and before.kind is LineKind.LEAD and _opens_bracket(before)
        if (goes_on and _DAY.match(line.words)) or (lead_cut and line.kind is not LineKind.BODY):
            yield replace(line, kind=LineKind.BODY, glued=False)
        elif signs or signed or dated:
            yield replace(line, kind=LineKind.BODY, alone=True)
        elif numbers_paper(line.words):
            yield _numbered(before, line, after)
        elif line.kind is LineKind.BODY and _stands_above_headline(before, line, after):
            yield replace(line, kind=LineKind.SHORT)
        elif line.kind is LineKind.BODY and is_listed(line.words):
            runs_on = (
                after is not None and after.kind is LineKind.BODY and _may_run_on(after, lexicon)
            )
            yield replace(line, listed=not runs_on)
        elif (
            line.kind is LineKind.SHORT and index < _HEAD_OF_PAGE and is_paper_name(line.words)
        ) or (_stands_between(before, after) and is_plain_caption(line.words)):
            yield replace(line, kind=LineKind.FURNITURE)
        else:
            yield line


def _signs(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line signs a paper: the day stands below it, or other signatures and then the day."""
    for place in range(index, min(index + _MOST_SIGNERS, len(lines) - 1)):
        if is_signature(lines[place].words, lines[place + 1].words):
            return True
        if not signs_paper(lines[place].words):
            return False
    return False


def _numbered(before: Line | None, line: Line, after: Line | None) -> Line:
    """Return the number of a paper as what it is by the lines beside it.

    Below a title it is the last row of the headline, above one the letterhead's; below another report a paper opens.
    """
    if before is not None and before.kind is LineKind.SHORT and titles_paper(before.words):
        return replace(line, kind=LineKind.SHORT)
    titled = after is not None and after.kind is LineKind.SHORT
    return replace(line, kind=LineKind.FURNITURE if titled else LineKind.LEAD, listed=True)


def _is_point(line: Line, before: Line | None, after: Line | None) -> bool:
    """Tell whether a line that opens like a caption (▶) is a point of a list: one beside it opens so too."""
    if line.words[0] != "▶" or line.words[-1] not in "。；":
        return False
    return any(one is not None and one.words[0] == "▶" for one in (before, after))


def _stands_above_headline(before: Line | None, line: Line, after: Line | None) -> bool:
    """Tell whether a line is the first row of a headline though it ends as text does: at 的, at 座谈： above it."""
    if after is None or after.kind is not LineKind.SHORT:
        return False
    if _DANGLING.search(line.words):
        return begins_title(line.words, after.words)
    ended = before is None or before.ended or before.kind is not LineKind.BODY
    return ended and announces(line.words)


def _may_run_on(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a line may be the rest of a list of names above it."""
    return not (is_label(line.words) or is_fresh(line, lexicon))


def _opens_bracket(line: Line) -> bool:
    """Tell whether a line breaks off within a bracket (记者方 of 本报讯（记者方小满）)."""
    return line.words.count("（") > line.words.count("）")


def _stands_between(before: Line | None, after: Line | None) -> bool:
    """Tell whether a line stands between what may be a headline and the first words of a report."""
    if before is None or after is None or before.kind is not LineKind.SHORT:
        return False
    return after.kind is LineKind.LEAD or after.opens


def _ends_page_part(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a bare date stands below text and not in the head of a page."""
    near = lines[max(0, index - 2) : index]
    if near and index < _HEAD_OF_PAGE and is_paper_name(near[-1].words):
        return False
    words = [one for one in near if one.kind in (LineKind.BODY, LineKind.LEAD, LineKind.SHORT)]
    return len(words) == len(near) > 0 or (index > _HEAD_OF_PAGE and bool(words))
