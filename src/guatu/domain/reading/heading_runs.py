"""Short lines heard together: what the lines beside one say of whether it is a headline's, and what stands around them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.headings import heading_chances, neighbours
from guatu.domain.reading.headline_forms import couplet, form_opens, speaks
from guatu.domain.reading.headline_rows import with_rows
from guatu.domain.reading.junctions import head_parts, spanned, tail_parts
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, LineKind, is_fresh
from guatu.domain.reading.pairings import SeamTable

RUN_FEATURES = (
    "own",
    "above",
    "below",
    "best_beside",
    "framed_above",
    "framed_below",
    "framed",
    "day_below",
    "lines",
    "place",
    "length",
    "tiny",
    "gain_above",
    "gain_below",
    "bond_above",
    "bond_below",
    "open_above",
    "open_below",
    "runs_into_text",
    "runs_from_text",
    "joined_before",
    "joined_after",
    "comma",
    "pause",
    "sentence",
    "couplet",
    "speaks",
    "calm",
)
LIKELY = 0.15
_ASIDE = (LineKind.FURNITURE, LineKind.GARBLED)
_TINY = 6
_NO_WORD, _MOST_GAIN = -8.0, 8.0
_APART = -6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortRuns:
    """The short lines of a page in runs, with what stands around each run."""

    lines: Sequence[Line]
    table: SeamTable
    lexicon: Lexicon
    chances: Mapping[int, float]
    runs: Sequence[Sequence[int]]
    before: Sequence[int | None]
    after: Sequence[int | None]

    def framed(self, run: Sequence[int]) -> tuple[float, float, float]:
        """Return whether a run stands below the end of a sentence, above a start, and above a day."""
        above, below = self.before[run[0]], self.after[run[-1]]
        one = self.lines[above] if above is not None else None
        ended = one is None or one.kind is LineKind.BYLINE or one.ended
        two = self.lines[below] if below is not None else None
        day = two is None or two.kind is LineKind.LEAD or two.opens
        return float(ended), float(two is None or day or is_fresh(two, self.lexicon)), float(day)

    def gain(self, a: int, b: int) -> float:
        """Return how much better the words of two lines part together than apart."""
        one, two = self.lines[a].words, self.lines[b].words
        parts = tail_parts(one, self.lexicon), head_parts(two, self.lexicon)
        return (
            max(_NO_WORD, min(_MOST_GAIN, spanned(one, two, parts, self.lexicon)[1])) / _MOST_GAIN
        )

    def bond(self, a: int, b: int) -> float:
        """Return how well the last character of a line goes before the first one of another."""
        return self.lexicon.usage.bond(self.lines[a].words[-1], self.lines[b].words[0]) / 4.0

    def odds(self, a: int | None, b: int | None) -> float:
        """Return the bounded log odds that two lines are one sentence."""
        known = _APART if a is None or b is None else self.table.odds.get((a, b), _APART)
        return max(_APART, min(-_APART, known)) / 6.0


def bounded_odds(chance: float) -> float:
    """Return the log odds of a chance, scaled and kept within reach of weights."""
    bounded = min(0.995, max(0.005, chance))
    return math.log(bounded / (1 - bounded)) / 4.0


def short_runs(
    lines: Sequence[Line],
    table: SeamTable,
    chances: Mapping[int, float],
    lexicon: Lexicon,
    least: float,
) -> ShortRuns:
    """Return the short lines that are likely enough a headline's, in runs with only asides between."""
    before, after = neighbours(lines)
    runs: list[list[int]] = []
    for index in sorted(chances):
        if chances[index] < least:
            continue
        if runs and before[index] == runs[-1][-1]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return ShortRuns(
        lines=lines,
        table=table,
        lexicon=lexicon,
        chances=chances,
        runs=runs,
        before=before,
        after=after,
    )


def run_rows(
    lines: Sequence[Line], table: SeamTable, chances: Mapping[int, float], lexicon: Lexicon
) -> dict[int, tuple[float, ...]]:
    """Return what the lines beside each short line say of it, in the order of ``RUN_FEATURES``."""
    known = short_runs(lines, table, chances, lexicon, 0.0)
    later, earlier = table.bests()
    rows: dict[int, tuple[float, ...]] = {}
    for run in known.runs:
        frame = known.framed(run)
        for at, index in enumerate(run):
            rows[index] = _run_row(
                known, run, at, frame, (later.get(index, _APART), earlier.get(index, _APART))
            )
    return rows


def _run_row(
    known: ShortRuns,
    run: Sequence[int],
    at: int,
    frame: tuple[float, float, float],
    joined: tuple[float, float],
) -> tuple[float, ...]:
    index, words = run[at], known.lines[run[at]].words
    above = run[at - 1] if at else None
    below = run[at + 1] if at + 1 < len(run) else None
    chances = known.chances
    up = -1.0 if above is None else bounded_odds(chances[above])
    down = -1.0 if below is None else bounded_odds(chances[below])
    text_above, text_below = known.before[run[0]], known.after[run[-1]]
    ended, starts, day = frame
    opened = words.count("“") - words.count("”")
    return (
        bounded_odds(chances[index]),
        up,
        down,
        max(up, down),
        ended,
        starts,
        ended * starts,
        day,
        min(4.0, float(len(run))),
        float(above is None) - float(below is None),
        len(words) / 20.0,
        float(len(words) < _TINY),
        -1.0 if above is None else known.gain(above, index),
        -1.0 if below is None else known.gain(index, below),
        0.0 if above is None else known.bond(above, index),
        0.0 if below is None else known.bond(index, below),
        float(above is not None and form_opens(known.lines[above].words)),
        float(below is not None and opened > 0),
        known.odds(index, text_below) if below is None else -1.0,
        known.odds(text_above, index) if above is None else -1.0,
        max(_APART, min(-_APART, joined[0])) / 6.0,
        max(_APART, min(-_APART, joined[1])) / 6.0,
        float("，" in words),
        float("、" in words),
        float(words[-1] in "的和及与或以在"),
        float(couplet(known.lines[index])),
        float(speaks(words)),
        known.table.calm,
    )


def headings_heard(lines: Sequence[Line], table: SeamTable, lexicon: Lexicon) -> dict[int, float]:
    """Return how likely each short line is one of a headline, once those beside it are heard."""
    chances = heading_chances(lines, table, lexicon)
    heard = lexicon.models["heading_run"].sure_of(run_rows(lines, table, chances, lexicon))
    return with_rows(heard, lines)
