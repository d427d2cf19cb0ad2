"""What is known of two lines that may be one sentence: of each end by itself, and of both together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from guatu.domain.reading.edges import Edge
from guatu.domain.reading.junctions import MARKS, NO_WORD, echoes, spanned
from guatu.domain.reading.line_ends import PairPage, Row, end_rows, start_rows
from guatu.domain.reading.page_tokens import Flags, Floats, HeldTokens, Ints

END_FEATURES = (
    "unfinished",
    "colon",
    "comma",
    "open",
    "end",
    "short_before",
    "item",
    "semicolon",
    "needs_more",
    "ends_verb",
    "ends_dash",
    "size_before",
    "text_before",
    "follower_fresh",
    "fresh_after",
    "spare_start",
    "page_stranded",
    "page_orphaned",
    "page_broken",
    "begins_fresh",
    "begins_posted",
    "begins_speech",
    "begins_named",
    "begins_starter",
    "begins_orphan",
    "sentence",
    "told",
    "item_kin",
    "begins_listing",
    "begins_label",
)
START_FEATURES = (
    "closes",
    "mark",
    "fresh",
    "opens",
    "start",
    "indented",
    "flush",
    "short_after",
    "posted",
    "named",
    "starter",
    "speech_start",
    "numbered",
    "begins_verb",
    "begins_dash",
    "size_after",
    "text_after",
    "orphan",
    "finished_before",
    "second_fresh",
    "before_short",
    "spare_end",
    "listing",
    "label",
    "after_item",
)
BOTH_FEATURES = (
    "open_closed",
    "digits",
    "day_cut",
    "next_number",
    "wrong_number",
    "post_name",
    "post_other",
    "unit_verb",
    "bracket",
    "bracket_closed",
    "sibling",
)
PLACE_FEATURES = (
    "openings",
    "shorts",
    "home_article",
    "own_article",
    "next",
    "semicolon_next",
    "before",
    "distance",
    "likeness",
    "home",
    "next_stale",
    "far_stale",
    "next_fresh",
    "far_orphan",
    "stranded",
)
WORD_FEATURES = (
    "crossing",
    "start_crossed",
    "gain",
    "echo",
    "bond",
    "clause",
    "broken",
)
PAIR_FEATURES = (
    *END_FEATURES,
    *START_FEATURES,
    *BOTH_FEATURES,
    *PLACE_FEATURES,
    *WORD_FEATURES,
)
_ENDINGS = "，。；：、！？“”‘’（）《》"
_NO_CLAUSE = -2.0
_MOST_SIGNS = 6.0
# Lines are weighed with all others in so many steps, so that no page takes more room than time.
_BLOCK = 64
_ABOVE = 2

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRows:
    """The features of pairs of lines by the numbers of both: of ``PAIR_FEATURES``, or of a choice among them.

    ``data`` has a row for each pair, in the order of ``at``; few are ever asked for by themselves.
    """

    at: Mapping[Pair, int]
    data: Floats

    def __getitem__(self, pair: Pair) -> Row:
        """Return the features of one pair."""
        return tuple(self.data[self.at[pair]].tolist())

    def items(self) -> Iterator[tuple[Pair, Row]]:
        """Return all pairs with their features."""
        return ((pair, self[pair]) for pair in self.at)


def pair_rows(pairs: Sequence[tuple[Edge, Edge]], page: PairPage) -> PairRows:
    """Return the features of pairs of lines, those of one line after those of the line above it."""
    at = {(a.index, b.index): number for number, (a, b) in enumerate(pairs)}
    if not pairs:
        return PairRows(at=at, data=np.zeros((0, len(PAIR_FEATURES))))
    ends, starts = end_rows(page).T, start_rows(page).T
    found: list[Floats] = []
    for _, block in groupby(pairs, key=lambda pair: pair[0].place // _BLOCK):
        some = list(block)
        a, b = np.array([(one.place, two.place) for one, two in some]).T
        both, place = _both_columns(a, b, page), _place_columns(a, b, page)
        words = _word_columns(some, a, b, page)
        found.append(np.concatenate((ends[:, a], starts[:, b], both, place, words)))
    return PairRows(at=at, data=np.concatenate(found, axis=1).T)


def _both_columns(a: Ints, b: Ints, page: PairPage) -> Floats:
    """What both ends say together."""
    known = page.known
    last, first = known["last_number"][a], known["first_number"][b]
    posted, surnamed = known["ends_post"][a] > 0, known["surnamed"][b] > 0
    bracket, closed = known["bracket"][a], known["closes_bracket"][b]
    listed, listing = known["listing"][a], known["listing"][b]
    return np.array(
        (
            (known["open_by"][a] > 0) * known["closes"][b],
            known["ends_digit"][a] * known["begins_digit"][b],
            known["to_day"][a] * known["from_day"][b],
            (last > 0) & (last == first - 1),
            (first > 0) & (last != first - 1),
            posted & surnamed,
            posted & ~surnamed & (known["mark"][b] == 0),
            known["ends_unit"][a] * known["begins_verb"][b],
            bracket != closed,
            bracket * closed,
            (listed > 0) & (listed == listing - 1),
        ),
        dtype=float,
    )


def _place_columns(a: Ints, b: Ints, page: PairPage) -> Floats:
    """What the places of the two on the page say."""
    known = page.known
    step = b - a
    near = step == 1
    loose = known["finished"][a] == 0
    stale = (known["fresh"][b] == 0) & (known["opens"][b] == 0)
    own_home, home, like, around = _shares(a, b, page)
    return np.array(
        (
            abs(page.opened[b] - page.opened[a]),
            abs(page.shorts[b] - page.shorts[a]),
            own_home * ~near,
            home,
            near,
            near * known["semicolon"][a],
            step < 0,
            np.log(abs(step)),
            like,
            around * (~near & (b > 0) & (known["copied"][b] == 0)),
            near & loose & stale,
            ~near & loose & stale,
            near & ~stale,
            ~near & (known["orphan"][b] > 0) & stale,
            ~near & loose & (known["stranded"][a] > 0),
        ),
        dtype=float,
    )


def _shares(a: Ints, b: Ints, page: PairPage) -> tuple[Floats, Floats, Floats, Floats]:
    """Return how much of the words of each later line others hold.

    These are its likely article besides; the likely article of the earlier line besides; the earlier
    line with the two above it; and the three lines above the later one, without the earlier line.
    """
    first = max(0, min(int(a.min()), int(b.min()) - 1) - _ABOVE)
    stop = int(max(a.max(), b.max())) + 1
    held = page.tokens.held(first, stop)
    size, lowest = stop - first, int(page.opened[first])
    groups = range(lowest, int(page.opened[stop - 1]) + 1)
    bags = np.concatenate((_with_above(held.lines), *_articles(held, groups, page)))
    step = b - a
    there, own = page.opened[a] - lowest, page.opened[b] - lowest
    # Rows of bags: three lines each, without the one above, without the one above that; articles, twice said.
    asked = np.concatenate(
        (
            3 * size + len(groups) + own,
            3 * size + there + len(groups) * (there == own),
            a - first + size * ((step == -1) + 2 * (step == -2)),
            np.maximum(b - 1 - first, 0) + size * ((step == 2) + 2 * (step == 3)),
        )
    )
    keys, back = np.unique(asked * len(page.edges) + np.tile(b, 4), return_inverse=True)
    found = held.shares(bags, *np.divmod(keys, len(page.edges)))[back]
    own_home, home, like, around = found.reshape(4, -1)
    return own_home, home, like, around


def _with_above(lines: Flags) -> Flags:
    """Return what each line and the two above it hold, without the nearer one, without the farther one."""
    one, two = np.zeros_like(lines), np.zeros_like(lines)
    one[1:], two[_ABOVE:] = lines[:-1], lines[:-_ABOVE]
    return np.concatenate((lines | one | two, lines | two, lines | one))


def _articles(held: HeldTokens, groups: Sequence[int], page: PairPage) -> tuple[Flags, Flags]:
    """Return what the lines between two openings hold, and what two or more of them do."""
    found = [held.grouped(page.articles[number]) for number in groups]
    return np.array([once for once, _ in found]), np.array([twice for _, twice in found])


def _word_columns(pairs: Sequence[tuple[Edge, Edge]], a: Ints, b: Ints, page: PairPage) -> Floats:
    """What the words across the junction say."""
    usage = page.lexicon.usage
    said: list[tuple[float, float, float, float, bool]] = []
    for one, two in pairs:
        last, first = one.words[-1], two.words[0]
        marked = last in _ENDINGS or first in _ENDINGS
        across, more, echo = 0.0, NO_WORD, 0.0
        if last not in MARKS and first not in MARKS:
            across, more = spanned(one.words, two.words, (one.tail, two.head), page.lexicon)
            echo = _echo(one, two, page)
        said.append((across, more, echo, usage.bond(last, first), marked))
    across, more, echo, bond, marked = np.array(said).T
    return np.array(
        (
            across,
            across * (1.0 - page.known["start"][b]),
            more,
            echo / _MOST_SIGNS,
            bond,
            np.where(page.known["comma"][a] > 0, page.known["clause"][b], _NO_CLAUSE),
            (marked == 0) & (bond <= 0) & (across == 0),
        )
    )


def _echo(a: Edge, b: Edge, page: PairPage) -> float:
    """Return how long a run over the junction of two lines stands elsewhere on the page."""
    follows = b.place == a.place + 1
    over = a.words[-1] + b.words[0]
    if over not in page.rare.weights and page.meetings.get(over, 0) <= follows:
        # What no line holds and no other two neighbours have between them stands nowhere else,
        # but where the lines above and below meet once the two are taken away.
        if not follows:
            return 0.0
        above, below = page.beside(a.place - 1), page.beside(b.place + 1)
        if above is None or below is None:
            return 0.0
        if above.words[-1] + below.words[0] != over:
            return 0.0
    known = page.words.replace(a.words + b.words, "") if follows else page.words
    return echoes(a.words, b.words, known)
