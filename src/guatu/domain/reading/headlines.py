"""Which short line is the headline of which article, wherever it stands."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.junctions import crossing
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, pairs, rarity
from guatu.domain.reading.lines import Line, LineKind

MATCH_FEATURES = (
    "lead",
    "lead_ahead",
    "body",
    "body_ahead",
    "above",
    "touches",
    "behind",
    "inside",
    "distance",
    "heading",
    "first_of_run",
    "last_of_run",
)
ATTACH_FEATURES = (
    "told",
    "told_ahead",
    "crossing",
    "above",
    "dash",
    "touches",
    "between",
    "length",
    "alone",
    "couplet_above",
    "couplet_below",
    "told_above",
    "told_below",
)
_SPEAKS = re.compile("^[—–―-]|^(?:强调|要求|提出|研究|部署|听取|审议)|讲话|主持|出席|参加")
_REACH = 6
_FIRST_WORDS = 160
_LIKELY = 0.0
_UNLIKELY = -1.2
_LAST_RESORT = -2.5
_KEPT = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMatch:
    """The lines that make up an article's headline, and how sure the match is (0 to 1)."""

    lines: tuple[int, ...]
    displaced: bool
    score: float
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The lines of an article in the order of the page, and its opening words."""

    lines: tuple[int, ...]
    opening: str

    @property
    def first(self) -> int:
        """The first line, or -1 for an article without text."""
        return self.lines[0] if self.lines else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Board:
    """What all matches of a page are weighed with."""

    lines: Sequence[Line]
    bodies: Sequence[Body]
    tokens: Mapping[int, frozenset[str]]
    openings: Sequence[frozenset[str]]
    wholes: Sequence[frozenset[str]]
    rare: Rarity
    runs: Sequence[tuple[int, ...]]
    chances: Mapping[int, float]


def heading_runs(lines: Sequence[Line], headings: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return the headings in runs: lines that follow one another with nothing but asides between."""
    runs: list[list[int]] = []
    for index in headings:
        if runs and all(
            lines[i].kind in (LineKind.FURNITURE, LineKind.GARBLED)
            for i in range(runs[-1][-1] + 1, index)
        ):
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(tuple(one) for one in runs)


def board_of(
    lines: Sequence[Line],
    bodies: Sequence[Body],
    headings: Mapping[int, float],
    lexicon: Lexicon,
) -> _Board:
    """Lay out what the matches of a page are weighed with."""
    wholes = [frozenset().union(*[lines[i].pairs for i in one.lines]) for one in bodies]
    return _Board(
        lines=lines,
        bodies=bodies,
        tokens={index: lines[index].pairs for index in headings},
        openings=[pairs(one.opening[:_FIRST_WORDS]) for one in bodies],
        wholes=wholes,
        rare=rarity(wholes, lexicon.usage.genre_pairs),
        runs=heading_runs(lines, sorted(headings)),
        chances=headings,
    )


def _run_of(board: _Board, index: int) -> tuple[int, ...]:
    return next(run for run in board.runs if index in run)


def _article_after(board: _Board, index: int) -> int | None:
    """Return the article that opens right after the run of headings a line stands in."""
    place = _run_of(board, index)[-1] + 1
    while place < len(board.lines):
        if board.lines[place].kind not in (LineKind.FURNITURE, LineKind.GARBLED):
            break
        place += 1
    return next((n for n, one in enumerate(board.bodies) if one.first == place), None)


def match_rows(board: _Board, index: int) -> dict[int, tuple[float, ...]]:
    """Return the features of a heading line for each article near it."""
    wanted = board.tokens[index]
    near = _near(index, board.bodies)
    lead = {n: containment(wanted, board.openings[n], board.rare) for n in near}
    whole = {n: containment(wanted, board.wholes[n], board.rare) for n in near}
    after = _article_after(board, index)
    run = _run_of(board, index)
    rows: dict[int, tuple[float, ...]] = {}
    for n in near:
        body = board.bodies[n]
        last = body.lines[-1] if body.lines else -1
        chance = min(0.999, max(0.001, board.chances[index]))
        rows[n] = (
            lead[n],
            lead[n] - max((lead[m] for m in near if m != n), default=0.0),
            whole[n],
            whole[n] - max((whole[m] for m in near if m != n), default=0.0),
            float(after == n),
            float(after == n and index == run[-1]),
            float(0 <= last < index and not any(last < b.first < index for b in board.bodies)),
            float(body.first < index < last),
            math.log1p(abs(index - body.first)),
            math.log(chance / (1 - chance)),
            float(index == run[0]),
            float(index == run[-1]),
        )
    return rows


def _near(index: int, bodies: Sequence[Body]) -> list[int]:
    """Return the few articles around a line, so that a long file stays linear."""
    placed = sorted(range(len(bodies)), key=lambda n: abs(bodies[n].first - index))
    return sorted(placed[: 2 * _REACH])


def match_headlines(
    bodies: Sequence[Body],
    lines: Sequence[Line],
    headings: Mapping[int, float],
    lexicon: Lexicon,
) -> tuple[dict[int, HeadlineMatch], tuple[int, ...]]:
    """Give each article its headline, best match first, one to one; return the lines left over.

    ``headings`` are the lines that may be headlines with how likely they are one.
    """
    if not headings or not bodies:
        return {}, tuple(sorted(headings))
    board = board_of(lines, bodies, headings, lexicon)
    model = lexicon.models["headline"]
    scored: list[tuple[float, int, int, tuple[float, ...]]] = []
    for index in headings:
        for n, row in match_rows(board, index).items():
            scored.append((model.log_odds(row), index, n, row))
    scored.sort(key=lambda one: (-one[0], one[1], one[2]))
    taken: dict[int, list[int]] = {}
    chosen: dict[int, tuple[float, tuple[float, ...]]] = {}
    used: set[int] = set()
    for least in (_LIKELY, _UNLIKELY, _LAST_RESORT):
        for odds, index, n, row in scored:
            if odds >= least and n not in taken and index not in used:
                taken[n] = [index]
                used.add(index)
                chosen[n] = (model.sure(row), row)
        if least == _UNLIKELY:
            _attach(board, taken, used, lexicon)
    _attach(board, taken, used, lexicon)
    matches: dict[int, HeadlineMatch] = {}
    for n, found in taken.items():
        sure, row = chosen[n]
        matches[n] = HeadlineMatch(
            lines=tuple(sorted(found)),
            displaced=_article_after(board, found[0]) != n,
            score=sure,
            features=tuple(
                (name, round(value, 3))
                for name, value in zip(MATCH_FEATURES, row, strict=True)
                if value
            ),
        )
    return matches, tuple(sorted(set(headings) - used))


def attach_row(
    board: _Board, index: int, neighbour: int, article: int, *, rival: bool, lexicon: Lexicon
) -> tuple[float, ...]:
    """Return the features of a kicker, sub-headline or second line beside a headline's line."""
    words = board.lines[index].words
    above = index < neighbour
    first, second = (index, neighbour) if above else (neighbour, index)
    told = [containment(board.tokens[index], one, board.rare) for one in board.wholes]
    others = [one for n, one in enumerate(told) if n != article]
    # 凝心聚力 真抓实干 stands above a headline, 强调… and who spoke below it.
    speaks = bool(_SPEAKS.search(words))
    couplet = board.lines[index].blanks > 0 and not speaks
    return (
        told[article],
        told[article] - max(others, default=0.0),
        crossing(board.lines[first].words, board.lines[second].words, lexicon),
        float(above),
        float(words.startswith(("—", "–", "-", "―"))),
        float(abs(index - neighbour) == 1),
        float(rival),
        len(words) / 20.0,
        float(len(_run_of(board, index)) == 2),
        float(above and couplet),
        float(not above and couplet),
        float(above and speaks),
        float(not above and speaks),
    )


def attachable(
    board: _Board, taken: Mapping[int, Sequence[int]], used: set[int]
) -> dict[int, list[tuple[int, int]]]:
    """Return for each line left over the headline lines it touches in its run, with their article."""
    owner = {index: n for n, found in taken.items() for index in found}
    found: dict[int, list[tuple[int, int]]] = {}
    for run in board.runs:
        for place, index in enumerate(run):
            if index in used:
                continue
            for beside in (place - 1, place + 1):
                if 0 <= beside < len(run) and run[beside] in owner:
                    found.setdefault(index, []).append((run[beside], owner[run[beside]]))
    return found


def _attach(board: _Board, taken: dict[int, list[int]], used: set[int], lexicon: Lexicon) -> None:
    """Add kickers, sub-headlines and second lines to the headline they touch, likeliest first."""
    model = lexicon.models["attach"]
    while True:
        best: tuple[float, int, int] | None = None
        for index, beside in attachable(board, taken, used).items():
            for neighbour, article in beside:
                row = attach_row(
                    board, index, neighbour, article, rival=len(beside) > 1, lexicon=lexicon
                )
                sure = model.sure(row)
                if sure >= _KEPT and (best is None or sure > best[0]):
                    best = (sure, index, article)
        if best is None:
            return
        taken[best[2]].append(best[1])
        used.add(best[1])
