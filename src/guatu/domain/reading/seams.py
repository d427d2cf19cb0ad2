"""Where the columns were cut: which line continues which, over the whole page at once."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guatu.domain.reading.calibration import DecisionModel, logistic
from guatu.domain.reading.edges import Edge
from guatu.domain.reading.matching import all_shares
from guatu.domain.reading.page_tokens import Floats
from guatu.domain.reading.pair_rows import PAIR_FEATURES, Pair, PairRows
from guatu.domain.reading.pairings import SeamTable

_TOLD_NAMES = (
    "finished_before",
    "opens",
    "gain",
    "starter",
    "next_number",
    "own_article",
    "distance",
    "text_before",
    "text_after",
    "mark",
    "comma",
    "before",
    "bracket",
    "bracket_closed",
    "needs_more",
    "indented",
    "flush",
    "shorts",
    "size_before",
    "size_after",
    "bond",
    "second_fresh",
    "orphan",
    "stranded",
    "begins_fresh",
    "begins_speech",
    "begins_starter",
    "sentence",
    "told",
    "item_kin",
    "begins_listing",
    "listing",
    "label",
    "after_item",
    "sibling",
)
CHOICE_FEATURES = (
    "odds",
    "lead_of_end",
    "lead_of_start",
    "next",
    "rivals",
    "parallel",
    "unfinished",
    "fresh",
    "crossing",
    "echo",
    "needed",
    "lone_end",
    "lone_start",
    "only",
    "next_in_order",
    "far_in_order",
    "next_loose",
    "next_loose_stale",
    "item",
    "semicolon",
    "day_cut",
    "share",
    "needed_share",
    "left_end",
    "left_start",
    "free_ends",
    "free_starts",
    "order",
    *_TOLD_NAMES,
)
# What both tell counts as the choice tells it.
_SAID_AT = tuple({name: at for at, name in enumerate((*PAIR_FEATURES, *CHOICE_FEATURES))}.items())
_AT = {name: number for number, name in enumerate(PAIR_FEATURES)}
_TOLD = [_AT[name] for name in _TOLD_NAMES]
_ENDS_SAY = [_AT[name] for name in ("unfinished", "fresh", "start_crossed", "echo")]
_STANDS = [_AT[name] for name in ("item", "semicolon", "day_cut")]
_NO_RIVAL = -6.0
# Less likely pairs are no choice at all.
_LEAST_SHARE = 0.02
_NEEDED = 2.5
_OUT_OF_IT = -4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """A place where the end of one line was joined to the start of another across a break.

    ``before`` and ``after`` are numbers of lines; ``sure`` says how likely it is right;
    ``told`` are the features of the pair and of the choice.
    """

    before: int
    after: int
    sure: float = 1.0
    told: tuple[float, ...] = ()

    @property
    def features(self) -> tuple[tuple[str, float], ...]:
        """What the seam was decided by, as the choice tells it where the pair tells it too."""
        told = self.told
        if not told:
            return ()
        return tuple([(name, round(told[at], 3)) for name, at in _SAID_AT if told[at]])


def choose_seams(
    table: SeamTable, left_out: frozenset[int], model: DecisionModel, least: float
) -> tuple[Seam, ...]:
    """Join lines one to one, the likeliest first; lines ``left_out`` take no part.

    A seam is kept where it is at least ``least`` sure once all others have been heard.
    """
    rows = choices(table, left_out)
    ranked = dict(zip(rows.at, model.log_odds_of(rows.data), strict=True))
    sure = {pair: model.calibrated(logistic(one)) for pair, one in ranked.items()}
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    found: list[Seam] = []
    for a, b in sorted(ranked, key=lambda pair: (-ranked[pair], pair)):
        if sure[a, b] < least:
            break
        if a in after or b in before or _closes_ring(a, b, after):
            continue
        after[a], before[b] = b, a
        told = (*table.rows[a, b], *rows[a, b])
        found.append(Seam(before=a, after=b, sure=sure[a, b], told=told))
    return tuple(sorted(found, key=lambda one: one.before))


def _closes_ring(a: int, b: int, after: Mapping[int, int]) -> bool:
    while b in after:
        b = after[b]
        if b == a:
            return True
    return False


def heard_together(table: SeamTable, model: DecisionModel) -> SeamTable:
    """Return the table with each pair weighed once more, now that all others of the page are known."""
    rows = choices(table, frozenset())
    again = dict(zip(rows.at, model.log_odds_of(rows.data), strict=True))
    return table.weighed(
        {pair: again.get(pair, min(one, _OUT_OF_IT)) for pair, one in table.odds.items()}
    )


_Best = tuple[float, float]
Rivals = tuple[dict[int, _Best], dict[int, _Best]]


def _rivals(odds: Mapping[tuple[int, int], float]) -> Rivals:
    """Return the two best log odds of every end and of every start; a second one that is none is minus infinity."""
    of_end: dict[int, _Best] = {}
    of_start: dict[int, _Best] = {}
    nothing = -math.inf, -math.inf
    for (a, b), one in odds.items():
        for side, key in ((of_end, a), (of_start, b)):
            first, second = side.get(key, nothing)
            side[key] = (one, first) if one > first else (first, max(one, second))
    return of_end, of_start


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """What all choices of a page are weighed with: lines in ``off`` break off, those in ``nowhere`` begin so."""

    table: SeamTable
    off: frozenset[int]
    nowhere: frozenset[int]
    odds: Mapping[tuple[int, int], float]
    shares: Mapping[tuple[int, int], float]
    needed: Mapping[tuple[int, int], float]
    rivals: Rivals
    ends: Mapping[int, float]
    starts: Mapping[int, float]
    free: tuple[float, float]


def _choice_of(table: SeamTable, odds: Mapping[tuple[int, int], float]) -> _Choice:
    edges = {one.index: one for one in table.edges}
    off = frozenset(index for index, one in edges.items() if _breaks_off(one))
    nowhere = frozenset(index for index, one in edges.items() if _begins_nowhere(one))
    wanted = [one + _NEEDED * (a in off) + _NEEDED * (b in nowhere) for (a, b), one in odds.items()]
    found = all_shares(list(odds), [list(odds.values()), wanted])
    shares, needed = (dict(zip(odds, one, strict=True)) for one in found)
    ends = dict.fromkeys(edges, 1.0)
    starts = dict.fromkeys(edges, 1.0)
    for (a, b), share in needed.items():
        ends[a] -= share
        starts[b] -= share
    return _Choice(
        table=table,
        off=off,
        nowhere=nowhere,
        odds=odds,
        shares=shares,
        needed=needed,
        rivals=_rivals(odds),
        ends=ends,
        starts=starts,
        free=(
            sum(max(0.0, ends[one]) for one in off),
            sum(max(0.0, starts[one]) for one in nowhere),
        ),
    )


def _log_odds(share: float) -> float:
    bounded = min(0.9999, max(0.0001, share))
    return math.log(bounded / (1 - bounded))


def _weighed(choice: _Choice, pair: Pair, *, near: bool) -> tuple[float, ...]:
    """Return what the log odds of all pairs say of one: how far it is ahead of the others at both ends."""
    table, odds = choice.table, choice.odds
    own = odds[pair]

    def lead(best: _Best) -> float:
        others = best[1] if best[0] == own else best[0]
        if others == -math.inf:
            others = _NO_RIVAL
        return max(-6.0, min(8.0, own - others))

    of_end, of_start = choice.rivals
    leads = lead(of_end[pair[0]]), lead(of_start[pair[1]])
    share = choice.needed[pair]
    return (
        max(-6.0, min(8.0, own)),
        *leads,
        float(min(leads) <= 0),
        _parallel(table, pair, odds),
        *_needs(choice, pair, far=not near),
        _log_odds(choice.shares[pair]),
        _log_odds(share),
        choice.ends[pair[0]] + share,
        choice.starts[pair[1]] + share,
        choice.free[0] - max(0.0, choice.ends[pair[0]]),
        choice.free[1] - max(0.0, choice.starts[pair[1]]),
    )


def _columns(choice: _Choice, pairs: Sequence[Pair]) -> Floats:
    """Return the features of choices, a column each, in the order of ``CHOICE_FEATURES``."""
    rows, order = choice.table.rows, choice.table.order
    told = rows.data[[rows.at[pair] for pair in pairs]].T
    near, fresh = told[_AT["next"]], np.maximum(told[_AT["fresh"]], told[_AT["opens"]])
    weighed = np.array(
        [_weighed(choice, pair, near=bool(one)) for pair, one in zip(pairs, near, strict=True)]
    ).T
    loose = near * told[_AT["unfinished"]]
    return np.concatenate(
        (
            weighed[:3],
            [near, weighed[3], weighed[4] * (1.0 - near)],
            told[_ENDS_SAY],
            weighed[5:9],
            [near * order, (1.0 - near) * order, loose, loose * (1.0 - fresh)],
            told[_STANDS],
            weighed[9:],
            [np.full(len(pairs), order)],
            told[_TOLD],
        )
    )


def _needs(choice: _Choice, pair: tuple[int, int], *, far: bool) -> tuple[float, ...]:
    """Return whether both lines need one another, and how few others on the page need one.

    One sentence that breaks off and one that begins nowhere are likely the same.
    """
    if not far or pair[0] not in choice.off or pair[1] not in choice.nowhere:
        return 0.0, 0.0, 0.0, 0.0
    ends, starts = len(choice.off), len(choice.nowhere)
    return 1.0, 1.0 / ends, 1.0 / starts, float(ends == starts == 1)


def _breaks_off(one: Edge) -> bool:
    return one.text and one.stranded and not one.finished


def _begins_nowhere(one: Edge) -> bool:
    return one.text and one.orphan and not one.fresh and not one.opens


def _parallel(
    table: SeamTable, pair: tuple[int, int], odds: Mapping[tuple[int, int], float]
) -> float:
    """Return how likely the lines beside both are one sentence too, as in columns read across."""
    place, at = table.place, table.edges
    a, b = place[pair[0]], place[pair[1]]
    beside = [
        odds.get((at[a + step].index, at[b + step].index), _NO_RIVAL)
        for step in (-1, 1)
        if min(a, b) + step >= 0 and max(a, b) + step < len(at)
    ]
    return max(beside, default=_NO_RIVAL) / 6.0


def choices(table: SeamTable, left_out: frozenset[int]) -> PairRows:
    """Return the features of every pair that may be chosen, in the order of ``CHOICE_FEATURES``."""
    odds = {pair: one for pair, one in table.odds.items() if left_out.isdisjoint(pair)}
    choice = _choice_of(table, odds)
    likely = [pair for pair, share in choice.needed.items() if share >= _LEAST_SHARE]
    data = _columns(choice, likely).T if likely else np.zeros((0, len(CHOICE_FEATURES)))
    return PairRows(
        at={pair: number for number, pair in enumerate(likely)}, data=np.ascontiguousarray(data)
    )
