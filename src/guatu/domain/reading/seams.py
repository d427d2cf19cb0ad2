"""Where the columns were cut: which line continues which, over the whole page at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.edges import Edge
from guatu.domain.reading.pairings import PAIR_FEATURES, SeamTable

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
)
_AT = {name: number for number, name in enumerate(PAIR_FEATURES)}
_NO_RIVAL = -6.0
# What is left when every other end and start has found its own: seldom wrong, never sure.
_BY_ELIMINATION = 0.7
_AHEAD = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """A place where the end of one line was joined to the start of another across a break.

    ``before`` and ``after`` are numbers of lines; ``sure`` says how likely it is right and
    ``features`` what it was decided by.
    """

    before: int
    after: int
    sure: float = 1.0
    features: tuple[tuple[str, float], ...] = ()


def choose_seams(
    table: SeamTable, left_out: frozenset[int], model: DecisionModel, least: float
) -> tuple[Seam, ...]:
    """Join lines one to one, the likeliest first; lines ``left_out`` take no part.

    A seam is kept where it is at least ``least`` sure once its rivals have been heard.
    """
    open_pairs = {pair: odds for pair, odds in table.odds.items() if left_out.isdisjoint(pair)}
    rivals = _rivals(open_pairs)
    ordered = sorted(open_pairs, key=lambda pair: (-open_pairs[pair], pair))
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    found: list[Seam] = []
    for a, b in ordered:
        if a in after or b in before or _closes_ring(a, b, after):
            continue
        row = choice_row(table, (a, b), open_pairs, rivals)
        sure = model.sure(row)
        if sure < least:
            continue
        after[a], before[b] = b, a
        features = dict(zip(PAIR_FEATURES, table.rows[a, b], strict=True))
        features |= dict(zip(CHOICE_FEATURES, row, strict=True))
        told = tuple((name, round(value, 3)) for name, value in features.items() if value)
        found.append(Seam(before=a, after=b, sure=sure, features=told))
    last = _last_left(table, open_pairs, after, before)
    if last is not None:
        found.append(Seam(before=last[0], after=last[1], sure=_BY_ELIMINATION))
    return tuple(sorted(found, key=lambda one: one.before))


def _last_left(
    table: SeamTable,
    odds: Mapping[tuple[int, int], float],
    after: Mapping[int, int],
    before: Mapping[int, int],
) -> tuple[int, int] | None:
    """Return the last sentence that breaks off with what best continues it, if it is the only one.

    What begins nowhere may be more than one line, as some only look so; the best must be ahead.
    """
    edges = [one for one in table.edges if one.text]
    ends = [one.index for one in edges if one.index not in after and _breaks_off(one)]
    starts = {one.index for one in edges if one.index not in before and _begins_nowhere(one)}
    if len(ends) != 1:
        return None
    ranked = sorted(
        (
            (odds[ends[0], start], start)
            for start in starts
            if (ends[0], start) in odds and not _closes_ring(ends[0], start, after)
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _AHEAD):
        return None
    return ends[0], ranked[0][1]


def _closes_ring(a: int, b: int, after: Mapping[int, int]) -> bool:
    while b in after:
        b = after[b]
        if b == a:
            return True
    return False


Rivals = tuple[dict[int, list[float]], dict[int, list[float]]]


def _rivals(odds: Mapping[tuple[int, int], float]) -> Rivals:
    """Return the two best log odds of every end and of every start."""
    of_end: dict[int, list[float]] = {}
    of_start: dict[int, list[float]] = {}
    for (a, b), one in odds.items():
        for side, key in ((of_end, a), (of_start, b)):
            best = side.setdefault(key, [])
            best.append(one)
            best.sort(reverse=True)
            del best[2:]
    return of_end, of_start


def choice_row(
    table: SeamTable,
    pair: tuple[int, int],
    odds: Mapping[tuple[int, int], float],
    rivals: Rivals,
) -> tuple[float, ...]:
    """Return the features of a choice: how far a pair is ahead of the others at both its ends."""
    own = odds[pair]

    def lead(best: list[float]) -> float:
        others = best[1] if len(best) > 1 and best[0] == own else best[0]
        if len(best) == 1 and best[0] == own:
            others = _NO_RIVAL
        return max(-6.0, min(8.0, own - others))

    of_end, of_start = rivals
    leads = lead(of_end[pair[0]]), lead(of_start[pair[1]])
    row = table.rows[pair]
    near = row[_AT["next"]]
    loose = near * row[_AT["unfinished"]]
    return (
        max(-6.0, min(8.0, own)),
        *leads,
        row[_AT["next"]],
        float(min(leads) <= 0),
        _parallel(table, pair, odds) * (1.0 - row[_AT["next"]]),
        row[_AT["unfinished"]],
        row[_AT["fresh"]],
        row[_AT["start_crossed"]],
        row[_AT["echo"]],
        *_needs(table, pair, far=not row[_AT["next"]]),
        near * table.order,
        (1.0 - near) * table.order,
        loose,
        loose * (1.0 - max(row[_AT["fresh"]], row[_AT["opens"]])),
        row[_AT["item"]],
        row[_AT["semicolon"]],
        row[_AT["day_cut"]],
    )


def _needs(table: SeamTable, pair: tuple[int, int], *, far: bool) -> tuple[float, ...]:
    """Return whether both lines need one another, and how few others on the page need one.

    One sentence that breaks off and one that begins nowhere are likely the same.
    """
    a, b = table.edges[table.place[pair[0]]], table.edges[table.place[pair[1]]]
    if not far or not (_breaks_off(a) and _begins_nowhere(b)):
        return 0.0, 0.0, 0.0, 0.0
    ends = sum(1 for one in table.edges if _breaks_off(one))
    starts = sum(1 for one in table.edges if _begins_nowhere(one))
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


def choices(table: SeamTable, left_out: frozenset[int]) -> dict[tuple[int, int], tuple[float, ...]]:
    """Return the features of every pair as a choice, for training."""
    odds = {pair: one for pair, one in table.odds.items() if left_out.isdisjoint(pair)}
    rivals = _rivals(odds)
    return {pair: choice_row(table, pair, odds, rivals) for pair in odds}
