"""What the lines of a headline look like: kicker, sub-headline, a line cut in two, an issue number."""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from guatu.domain.reading.junctions import crossing
from guatu.domain.reading.labels import numbers_paper
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind

FORM_FEATURES = (
    "starts",
    "ends",
    "two",
    "many",
    "length_of_headline",
    "short_headline",
    "heading",
    "least_heading",
    "crossing_in",
    "crossing_out",
    "bond_in",
    "bond_out",
    "dash_first",
    "speaks_last",
    "speaks_below",
    "speaks_above",
    "couplet_first",
    "couplet_above",
    "couplet_below",
    "hanging_in",
    "hanging_out",
    "issue_in",
    "issue_out",
    "number_first",
    "bracket_in",
    "bracket_out",
    "open_in",
    "open_out",
    "bound_in",
    "bound_least",
    "bound_out",
    "bound_most",
)
_SPEAKS = re.compile("^[—–―-]|^(?:强调|要求|提出|研究|部署|听取|审议|暨)|讲话|主持|出席|参加")
_HANGING = re.compile("(?:强调|要求|指出|提出|表示|希望|时|：|、|——|的|和|与|及|在|暨)$")
_ISSUE = re.compile(
    r"[（(〔]?(?:第[\d一二三四五六七八九十〇]{1,4}[期号次]|[〔\[（]?\d{4}[〕\]）]第?\d{1,3}号)[)）]?"
)
_ASIDE = (LineKind.FURNITURE, LineKind.GARBLED)
_DASHES = ("—", "–", "-", "―")
_SHORT = 8


def heading_runs(lines: Sequence[Line], headings: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return the headings in runs: lines that follow one another with nothing but asides between."""
    runs: list[list[int]] = []
    for index in headings:
        if runs and all(lines[i].kind in _ASIDE for i in range(runs[-1][-1] + 1, index)):
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(tuple(one) for one in runs)


def form_of(
    lines: Sequence[Line],
    run: Sequence[int],
    headline: Sequence[int],
    chances: Mapping[int, float],
    lexicon: Lexicon,
) -> dict[str, float | bool]:
    """Return what a headline looks like by itself and beside the other lines of its run."""
    words = [lines[i].words for i in headline]
    start, end = run.index(headline[0]), run.index(headline[-1]) + 1
    above = lines[run[start - 1]] if start else None
    below = lines[run[end]] if end < len(run) else None
    inner = list(pairwise(words))
    edges = [(above.words, words[0])] if above else []
    edges += [(words[-1], below.words)] if below else []
    bounded = [min(0.99, max(0.01, chances[i])) for i in headline]
    odds = [math.log(one / (1 - one)) for one in bounded]
    bond = lexicon.usage.bond
    size = sum(map(len, words))
    return {
        "starts": start == 0,
        "ends": end == len(run),
        "two": len(words) == 2,
        "many": len(words) > 2,
        "length_of_headline": min(3.0, size / 20.0),
        "short_headline": size < _SHORT,
        "heading": sum(odds) / len(odds) / 4.0,
        "least_heading": min(odds) / 4.0,
        "crossing_in": max((crossing(a, b, lexicon) for a, b in inner), default=0.0),
        "crossing_out": max((crossing(a, b, lexicon) for a, b in edges), default=0.0),
        "bond_in": max((bond(a[-1], b[0]) for a, b in inner), default=0.0) / 4.0,
        "bond_out": max((bond(a[-1], b[0]) for a, b in edges), default=0.0) / 4.0,
        "dash_first": words[0].startswith(_DASHES),
        "speaks_last": len(words) > 1 and speaks(words[-1]),
        "speaks_below": below is not None and speaks(below.words),
        "speaks_above": above is not None and speaks(above.words),
        "couplet_first": len(words) > 1 and couplet(lines[headline[0]]),
        "couplet_above": above is not None and couplet(above),
        "couplet_below": below is not None and couplet(below),
        "hanging_in": any(_HANGING.search(one) for one in words[:-1]),
        "hanging_out": any(_HANGING.search(one) for one, _ in edges),
        "issue_in": any(numbers_issue(one) for one in words[1:]),
        "issue_out": below is not None and numbers_issue(below.words),
        "number_first": numbers_issue(words[0]),
        "bracket_in": any(one[0] in "（(" for one in words[1:]),
        "bracket_out": below is not None and below.words[0] in "（(",
        "open_in": any(form_opens(one) for one in words[:-1]),
        "open_out": any(form_opens(one) for one, _ in edges),
    }


def bound_of(
    bonds: Mapping[tuple[int, int], float], run: Sequence[int], headline: Sequence[int]
) -> dict[str, float]:
    """Return how well the lines of a headline hold together, and to the lines above and below.

    ``bonds`` are the log odds that two lines of a run, one below the other, are one headline.
    """
    start, end = run.index(headline[0]), run.index(headline[-1]) + 1
    inner = [bonds[pair] for pair in pairwise(headline)]
    edges = [bonds[pair] for pair in pairwise(run[max(0, start - 1) : start + 1])]
    edges += [bonds[pair] for pair in pairwise(run[end - 1 : end + 1])]
    return {
        "bound_in": sum(inner) / 4.0,
        "bound_least": min(inner, default=0.0) / 4.0,
        "bound_out": sum(edges) / 4.0,
        "bound_most": max(edges, default=0.0) / 4.0,
    }


def speaks(words: str) -> bool:
    """Tell whether a line is a sub-headline by its words: 强调…, 某某主持并讲话."""
    return bool(_SPEAKS.search(words))


def form_opens(words: str) -> bool:
    """Tell whether a line opens a quote or a bracket that it does not close."""
    return words.count("“") > words.count("”") or words.count("（") > words.count("）")


def couplet(line: Line) -> bool:
    """Tell whether a line is one of those in two halves that say nothing of an event."""
    return line.blanks > 0 and not speaks(line.words)


def hangs(words: str) -> bool:
    """Tell whether a line asks for more: it ends with 强调, a comma, a colon, 的."""
    return bool(_HANGING.search(words))


def numbers_issue(words: str) -> bool:
    """Tell whether a line is the number of an issue or a paper, and no more."""
    return _ISSUE.fullmatch(words) is not None or numbers_paper(words)
