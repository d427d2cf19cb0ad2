"""Which short lines are headlines and which are pieces of sentences, whatever they belong to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.calibration import in_order
from guatu.domain.reading.furniture import signs_paper
from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.labels import numbers_paper
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, is_fresh
from guatu.domain.reading.pairings import SeamTable
from guatu.domain.reading.patterns import layout_patterns

HEADING_FEATURES = (
    "length",
    "tiny",
    "comma",
    "fresh",
    "joins_before",
    "joins_after",
    "joins_previous",
    "joins_next",
    "told",
    "told_by_next",
    "after_finished",
    "after_byline",
    "first",
    "sentence",
    "beside_short",
    "before_opening",
    "verb",
    "blank",
    "indented",
    "flush",
    "dangling",
    "told_beside",
    "joins_next_loose",
    "blanks",
    "starter",
    "item",
    "slogan",
    "mark",
    "issue",
    "isolated",
    "isolated_comma",
    "exposed",
    "best_join",
    "colon",
    "paper",
    "office",
    "date",
    "calm_ended",
    "calm_broken",
    "calm_comma",
    "calm_tiny",
    "calm_item",
    "calm_byline",
    "quoted",
)
_ITEM = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、）).．]")
_ISSUE = re.compile(
    r"[（(〔]?(?:第[\d一二三四五六七八九十〇]{1,4}[期号次]|[〔\[（]?\d{4}[〕\]）]第?\d{1,3}号)[)）]?"
)
# What papers are called by their kind: 关于…的通知, 致…的一封信.
_PAPER = re.compile(
    "(?:通知|通告|公告|通报|公示|意见|方案|纪要|决定|倡议书?|公开信|一封信|办法|规定|告知书|通知[单书]|督办[单函]|提示|命令|令|函|批复|名单)"
    r"(?:[（(][^（(]{1,8}[）)])?$"
)
_DATE = re.compile(
    r"(?:20\d{0,2}|\d{1,2})[年月日\d]{0,9}(?:上午|下午)?[\d时分]{0,6}$|20\d{2}年\d{1,2}月"
)
_FIRST_WORDS = 140
_ODDS = 8.0
_ASIDE = (LineKind.FURNITURE, LineKind.GARBLED)


def _bounded(odds: float) -> float:
    return max(-6.0, min(_ODDS, odds))


def neighbours(lines: Sequence[Line]) -> tuple[list[int | None], list[int | None]]:
    """Return for each line the number of the line before and after it that is no aside."""
    before: list[int | None] = []
    last: int | None = None
    for index, line in enumerate(lines):
        before.append(last)
        if line.kind not in _ASIDE:
            last = index
    after: list[int | None] = [None] * len(lines)
    following: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        after[index] = following
        if lines[index].kind not in _ASIDE:
            following = index
    return before, after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all short lines of a page are weighed with."""

    lines: Sequence[Line]
    table: SeamTable
    lexicon: Lexicon
    before: Sequence[int | None]
    after: Sequence[int | None]
    texts: Mapping[int, frozenset[str]]
    told: Mapping[int, Mapping[int, float]]
    joins_before: Mapping[int, float]
    joins_after: Mapping[int, float]


def _page_of(
    lines: Sequence[Line], shorts: Sequence[int], table: SeamTable, lexicon: Lexicon
) -> _Page:
    before, after = neighbours(lines)
    texts = {one.index: one.tokens for one in table.edges}
    firsts = [one for one in table.edges if len(one.words) > 24]
    later, earlier = table.bests()
    return _Page(
        lines=lines,
        table=table,
        lexicon=lexicon,
        before=before,
        after=after,
        texts=texts,
        told={
            index: {
                one.index: one.opening_share(texts[index], _FIRST_WORDS, table.rare)
                for one in firsts
                if one.index != index
            }
            for index in shorts
        },
        joins_before=later,
        joins_after=earlier,
    )


def heading_rows(
    lines: Sequence[Line], table: SeamTable, lexicon: Lexicon
) -> dict[int, tuple[float, ...]]:
    """Return the features of every short line, in the order of ``HEADING_FEATURES``."""
    shorts = [i for i, one in enumerate(lines) if one.kind is LineKind.SHORT]
    if not shorts:
        return {}
    page = _page_of(lines, shorts, table, lexicon)
    return {
        index: in_order(
            HEADING_FEATURES,
            _calmly(
                _crossed(
                    _own_features(page, index) | _joining(page, index) | _surroundings(page, index)
                ),
                table.calm,
            ),
        )
        for index in shorts
    }


def _crossed(known: dict[str, float | bool]) -> dict[str, float | bool]:
    """Add what tells only together: a line that nothing above or below needs, or both do."""
    isolated = known["after_finished"] and not known["joins_next_loose"]
    beside = max(known["joins_previous"], known["joins_next"])
    return known | {
        "isolated": isolated,
        "isolated_comma": isolated and known["comma"],
        "exposed": not known["after_finished"] and known["joins_next_loose"],
        "best_join": max(0.0, beside),
    }


def _calmly(known: dict[str, float | bool], calm: float) -> dict[str, float | bool]:
    """Add what tells on a page of whole paragraphs, where no short line is a piece of one."""
    ended = calm * known["after_finished"]
    return known | {
        "calm_ended": ended,
        "calm_broken": calm - ended,
        "calm_comma": ended * known["comma"],
        "calm_tiny": ended * known["tiny"],
        "calm_item": ended * known["item"],
        "calm_byline": ended * known["after_byline"],
    }


def _own_features(page: _Page, index: int) -> dict[str, float | bool]:
    """What a short line says by itself."""
    line = page.lines[index]
    verbs = (*page.lexicon.visit_words, *page.lexicon.event_words)
    spoken = line.words.startswith(("——", "—", "要求", "强调", "提出"))
    return {
        "length": len(line.words) / 20.0,
        "tiny": len(line.words) < 6,
        "comma": line.words.count("，") + line.words.count("、") > 0,
        "fresh": bool(layout_patterns(page.lexicon).fresh_start.match(line.words)),
        "sentence": sentence_like(line.words, page.lexicon),
        "verb": any(verb in line.words for verb in verbs),
        "blank": line.gap > 0,
        "indented": line.indented is True,
        "flush": line.indented is False,
        "dangling": line.words[-1] in "的和及与或以在",
        "blanks": line.blanks > 0 and line.blanks * 4 < len(line.words),
        "starter": page.table.edges[page.table.place[index]].starter,
        "item": bool(_ITEM.match(line.words)),
        "slogan": spoken and line.gap > 0,
        "mark": line.words[0] in "”）》",
        # 老街上的“修表匠”: stories are often called after a word that they quote.
        "quoted": line.words[-1] in "”》" and "，" not in line.words,
        "issue": _ISSUE.fullmatch(line.words) is not None or numbers_paper(line.words),
        "colon": "：" in line.words[:-1],
        "paper": bool(_PAPER.search(line.words)),
        "office": signs_paper(line.words),
        "date": bool(_DATE.match(line.words)),
    }


def _joining(page: _Page, index: int) -> dict[str, float | bool]:
    """How well a short line would run on from another line or into one."""
    prior, following = page.before[index], page.after[index]
    odds = page.table.odds
    loose = (
        following is not None
        and page.lines[following].kind is LineKind.BODY
        and not is_fresh(page.lines[following], page.lexicon)
    )
    return {
        "joins_before": _bounded(page.joins_before.get(index, -6.0)),
        "joins_after": _bounded(page.joins_after.get(index, -6.0)),
        "joins_previous": _bounded(odds.get((-1 if prior is None else prior, index), -6.0)),
        "joins_next": _bounded(odds.get((index, -1 if following is None else following), -6.0)),
        "joins_next_loose": loose,
    }


def _surroundings(page: _Page, index: int) -> dict[str, float | bool]:
    """What stands around a short line, and where its words are told."""
    prior, following = page.before[index], page.after[index]
    previous, later = prior, following
    while previous is not None and page.lines[previous].kind is LineKind.SHORT:
        previous = page.before[previous]
    while later is not None and page.lines[later].kind is LineKind.SHORT:
        later = page.after[later]
    last = page.lines[previous] if previous is not None else None
    first = page.lines[later] if later is not None else None
    byline = last is not None and last.kind is LineKind.BYLINE
    beside = [
        i for i in (prior, following) if i is not None and page.lines[i].kind is LineKind.SHORT
    ]
    told = page.told[index]
    return {
        "told": max(told.values(), default=0.0),
        "told_by_next": told.get(-1 if later is None else later, 0.0),
        "told_beside": max((max(page.told[i].values(), default=0.0) for i in beside), default=0.0),
        "after_finished": last is None or byline or last.ended,
        "after_byline": byline,
        "first": last is None,
        "beside_short": bool(beside),
        "before_opening": first is not None and (first.kind is LineKind.LEAD or first.opens),
    }


def heading_chances(lines: Sequence[Line], table: SeamTable, lexicon: Lexicon) -> dict[int, float]:
    """Return how likely each short line is a line of a headline; other lines are not in it."""
    return lexicon.models["heading"].sure_of(heading_rows(lines, table, lexicon))
