"""Which of the headline lines that stand one below the other are one headline, and which are two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.edges import Edge
from guatu.domain.reading.heading_runs import LIKELY, ShortRuns, bounded_odds, short_runs
from guatu.domain.reading.headline_forms import couplet, form_opens, hangs, numbers_issue, speaks
from guatu.domain.reading.headline_rows import rows_of_one
from guatu.domain.reading.junctions import crossing
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import containment
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.pairings import SeamTable

BOND_FEATURES = (
    "size_above",
    "size_below",
    "sum",
    "difference",
    "gain",
    "crossing",
    "bond",
    "dash",
    "speaks_above",
    "speaks_below",
    "couplet_above",
    "couplet_below",
    "hangs",
    "issue",
    "issue_above",
    "bracket",
    "left_open",
    "paper_above",
    "paper_below",
    "verb_above",
    "verb_below",
    "verbs",
    "surname_above",
    "surname_below",
    "heading_above",
    "heading_below",
    "lines",
    "from_top",
    "from_end",
    "next_opens",
    "before_ended",
    "before_none",
    "told_above",
    "told_below",
    "turn_above",
    "turn_below",
    "turned",
    "same_lead",
    "lead_shared",
    "lead_apart",
    "shared",
    "blank_line",
    "comma",
    "asks",
    "last_dash",
    "runs_on",
    "slogan",
)
_TEXT = (LineKind.BODY, LineKind.LEAD)
_DASHES = ("—", "–", "-", "―")
_PAPERS = (
    "通知",
    "通告",
    "公告",
    "通报",
    "公示",
    "意见",
    "方案",
    "纪要",
    "倡议书",
    "决定",
    "办法",
    "一封信",
)
_ISSUER = late(
    "[\u3400-\u9fff]{2,24}(?:政府|办公室|委员会|指挥部|领导小组|局|县委|市委|区委|旗委|镇党委|乡党委)"
)
_DOES = re.compile(
    "举行|召开|举办|开展|部署|调研|主持|走进|成立|来到|赴|参加|出席|检查|听取|慰问|约谈"
)
_LEAD = 160
_TOLD = 24
_NEAR = 12
_OFFICE = 4
_SUREST = 5.0


def bond_rows(
    lines: Sequence[Line], table: SeamTable, chances: Mapping[int, float], lexicon: Lexicon
) -> dict[tuple[int, int], tuple[float, ...]]:
    """Return what tells of two lines, one below the other, whether they are one headline.

    In the order of ``BOND_FEATURES``; only lines that may be a headline's are weighed.
    """
    known = short_runs(lines, table, chances, lexicon, LIKELY)
    rows: dict[tuple[int, int], tuple[float, ...]] = {}
    leads: _Leads | None = None
    for run in known.runs:
        if len(run) > 1:
            leads = leads or _leads_of(known)
            told = _Told(known, run, leads)
            for at in range(1, len(run)):
                rows[run[at - 1], run[at]] = _bond_row(known, run, at, told)
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leads:
    """The longer lines of text of a page, whose first words tell of headlines, and all lines of those."""

    off: frozenset[int]
    firsts: Sequence[Edge]


def _leads_of(known: ShortRuns) -> _Leads:
    off = frozenset(i for one in known.runs for i in one)
    return _Leads(
        off=off,
        firsts=[
            one for one in known.table.edges if len(one.words) > _TOLD and one.index not in off
        ],
    )


class _Told:
    """Where the text around a run of headline lines tells of each of them."""

    def __init__(self, known: ShortRuns, run: Sequence[int], leads: _Leads) -> None:
        rare = known.table.rare
        above = _stretch(known, run[0], -1, leads.off)
        below = _stretch(known, run[-1], 1, leads.off)
        self.above: dict[int, float] = {}
        self.below: dict[int, float] = {}
        self.leads: dict[int, dict[int, float]] = {}
        for index in run:
            own = known.lines[index].pairs
            self.above[index] = containment(own, above, rare)
            self.below[index] = containment(own, below, rare)
            self.leads[index] = {
                one.index: one.opening_share(own, _LEAD, rare) for one in leads.firsts
            }


def _stretch(known: ShortRuns, start: int, step: int, off: frozenset[int]) -> frozenset[str]:
    """Return the pairs of the text above or below a run, as far as the next run."""
    found: set[str] = set()
    place, count = start + step, 0
    while 0 <= place < len(known.lines) and place not in off and count < _NEAR:
        if known.lines[place].kind in _TEXT:
            found |= known.lines[place].pairs
            count += 1
        place += step
    return frozenset(found)


def _bond_row(known: ShortRuns, run: Sequence[int], at: int, told: _Told) -> tuple[float, ...]:
    a, b = run[at - 1], run[at]
    one, two = known.lines[a], known.lines[b]
    x, y = one.words, two.words
    ended, _, day = known.framed(run)
    verbs = (*known.lexicon.visit_words, *known.lexicon.event_words)
    verb_a, verb_b = any(v in x for v in verbs), any(v in y for v in verbs)
    return (
        len(x) / 20.0,
        len(y) / 20.0,
        min(60, len(x) + len(y)) / 20.0,
        abs(len(x) - len(y)) / 20.0,
        known.gain(a, b),
        crossing(x, y, known.lexicon),
        known.bond(a, b),
        float(y.startswith(_DASHES)),
        float(speaks(x)),
        float(speaks(y)),
        float(couplet(one)),
        float(couplet(two)),
        float(hangs(x)),
        float(numbers_issue(y)),
        float(numbers_issue(x)),
        float(y[0] in "（("),
        float(form_opens(x)),
        float(x.endswith(_PAPERS)),
        float(y.endswith(_PAPERS)),
        float(verb_a),
        float(verb_b),
        float(verb_a and verb_b),
        float(x[0] in known.lexicon.surnames),
        float(y[0] in known.lexicon.surnames),
        bounded_odds(known.chances[a]),
        bounded_odds(known.chances[b]),
        min(6.0, float(len(run))),
        min(4.0, float(at)),
        min(4.0, float(len(run) - at)),
        day,
        ended,
        float(known.before[run[0]] is None),
        *_told_row(told, a, b, known),
        float(two.gap > one.gap),
        float("，" in x) - float("，" in y),
        float(x[-1] in "？！"),
        float(x.startswith(_DASHES)),
        known.odds(a, b),
        float(not verb_a and one.blanks > 0) - float(not verb_b and two.blanks > 0),
    )


def _told_row(told: _Told, a: int, b: int, known: ShortRuns) -> tuple[float, ...]:
    turn_a = told.above[a] - told.below[a]
    turn_b = told.above[b] - told.below[b]
    one, two = told.leads[a], told.leads[b]
    best_a = max(one, key=lambda i: one[i], default=-1)
    best_b = max(two, key=lambda i: two[i], default=-1)
    shared = max((min(one[i], two[i]) for i in one), default=0.0)
    apart = 0.0
    if best_a != best_b and best_a >= 0:
        apart = min(one[best_a] - one[best_b], two[best_b] - two[best_a])
    own = known.lines[a].pairs
    return (
        max(told.above[a], told.below[a]),
        max(told.above[b], told.below[b]),
        turn_a,
        turn_b,
        turn_a - turn_b,
        float(best_a == best_b),
        shared,
        apart,
        containment(own, known.lines[b].pairs, known.table.rare),
    )


def headline_bonds(
    lines: Sequence[Line], table: SeamTable, chances: Mapping[int, float], lexicon: Lexicon
) -> dict[tuple[int, int], float]:
    """Return the log odds that two lines, one below the other, are one headline."""
    rows = bond_rows(lines, table, chances, lexicon)
    odds = lexicon.models["headline_bond"].log_odds_of(list(rows.values()))
    found = {pair: max(-_SUREST, min(_SUREST, one)) for pair, one in zip(rows, odds, strict=True)}
    issued = {(a, b) for a, b in rows if _are_one(lines[a].words, lines[b].words)}
    return found | dict.fromkeys(issued, _SUREST)


def _are_one(words: str, below: str) -> bool:
    return rows_of_one(words, below) or issues(words, below)


def issues(words: str, below: str) -> bool:
    """Tell whether a line is the office whose paper the title below it names: 县人民政府, then 现场办公会议纪要."""
    if not below.endswith(_PAPERS) or _ISSUER.fullmatch(words) is None:
        return False
    return _DOES.search(words) is None and words[-_OFFICE:] not in below
