"""From characters with places to the lines of a page: neighbours on one base line are chained.

The order of characters in the file is used to chain neighbours on one line and for nothing
else: newspapers store their columns in any order.
"""

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from guatu.adapters.pdf_rulings import Uprights
from guatu.domain.reading.boxes import Box, BoxedLine
from guatu.domain.reading.radicals import repaired

FEW_LETTERS = 12
"""A page with fewer may be a picture with a stamp of words."""

_UNREADABLE_SHARE = 0.3
_CHAIN_GAP = 1.0
_CHAIN_BACK = 0.6
_MERGE_GAP = 0.6
_GAP_SLACK = 0.25
_FEWEST_STACKED = 3
_WIDEST_STEP = 2.2
_NOTHING = frozenset("\0\xad\u200b\ufeff")


@dataclass(slots=True, kw_only=True)
class _Run:
    """Characters of one line so far, and where each begins; measures are points from the upper left corner.

    Of a line that runs ``down`` the page, ``top`` is the base of its first character.
    """

    words: list[str] = field(default_factory=list)
    places: list[float] = field(default_factory=list)
    x0: float = 0.0
    x1: float = 0.0
    base: float = 0.0
    size: float = 1.0
    upright: bool = True
    top: float = 0.0
    down: bool = False


class LineRuns:
    """Takes the characters of a page in the file's order and gives its lines.

    ``letters`` counts them without blanks. Measures are points from the upper left corner.
    """

    def __init__(self, uprights: Uprights) -> None:
        self.letters = 0
        self._uprights = uprights
        self._unreadable = 0
        self._blank = False
        self._runs: list[_Run] = []

    @property
    def is_unfit(self) -> bool:
        """Whether so many characters are of no known code that the page must be read by eye."""
        return self.letters > 0 and self._unreadable > self.letters * _UNREADABLE_SHARE

    def is_blank(self, sign: str) -> bool:
        """Tell whether a character shows nothing, and remember that words are parted by it."""
        if not (sign.isspace() or sign in _NOTHING):
            return False
        self._blank = self._blank or sign in " \u3000"
        return True

    def add(
        self, sign: str, x: float, base: float, advance: float, size: float, *, upright: bool
    ) -> None:
        """Take a character that stands at ``x`` on a base line, as wide and large as it says."""
        self.letters += 1
        self._unreadable += sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign < " "
        run = self._runs[-1] if self._runs else None
        chains = run is not None and _chains(run, x, base, size, upright=upright)
        if run is None or not chains or self._uprights.part(run.x1, x, base, size):
            run = _Run(x0=x, x1=x, base=base, size=size, upright=upright)
            self._runs.append(run)
        elif self._blank and run.words[-1].isascii() and sign.isascii():
            run.words.append(" ")
            run.places.append(x)
        run.words.append(sign)
        run.places.append(x)
        run.x0, run.x1 = min(run.x0, x), max(run.x1, x + advance)
        run.size = max(run.size, size)
        self._blank = False

    def lines(self, number: int, width: float, height: float) -> tuple[BoxedLine, ...]:
        """Return the lines of page ``number``, in no order, within its size."""
        return tuple(
            _line(run, number, width, height)
            for run in _merged(_stacked(self._runs), self._uprights)
            if "".join(run.words).strip()
        )


def _chains(run: _Run, x: float, base: float, size: float, *, upright: bool) -> bool:
    if run.upright != upright or abs(base - run.base) > 0.3 * max(size, run.size):
        return False
    if max(size, run.size) > 1.5 * min(size, run.size):
        return False
    return -_CHAIN_BACK * size < x - run.x1 < _CHAIN_GAP * size


def _stacked(runs: list[_Run]) -> list[_Run]:
    """Put single characters that stand below one another, as the file has them, into one run."""
    found: list[_Run] = []
    pile: list[_Run] = []
    for run in [*runs, None]:
        if run is not None and pile and _stands_below(pile[-1], run):
            pile.append(run)
            continue
        if len(pile) >= _FEWEST_STACKED:
            first = pile[0]
            words = [sign for one in pile for sign in one.words]
            found.append(replace(first, words=words, top=first.base, base=pile[-1].base, down=True))
        else:
            found += pile
        pile = [] if run is None else [run]
    return found


def _stands_below(above: _Run, run: _Run) -> bool:
    single = len(above.words) == len(run.words) == 1 and above.upright and run.upright
    level = abs(above.x0 - run.x0) < 0.6 * run.size
    step = (run.base - above.base) / max(run.size, above.size)
    return single and level and above.size == run.size and 0.8 < step < _WIDEST_STEP


def _merged(runs: list[_Run], uprights: Uprights) -> list[_Run]:
    """Put runs together that stand on one base line without a gap between them."""
    merged: list[_Run] = []
    for run in sorted(runs, key=lambda one: (round(one.base / 2), one.x0)):
        last = merged[-1] if merged else None
        if (
            last is not None
            and not (last.down or run.down)
            and last.upright
            and run.upright
            and abs(last.base - run.base) < 0.3 * last.size
            and max(last.size, run.size) < 1.5 * min(last.size, run.size)
            and -_CHAIN_BACK * run.size < run.x0 - last.x1 < _MERGE_GAP * run.size
            and not uprights.part(last.x1, run.x0, run.base, run.size)
        ):
            if run.x0 - last.x1 > 0.2 * run.size and last.words[-1].isascii():
                last.words.append(" ")
                last.places.append(last.x1)
            last.words += run.words
            last.places += run.places
            last.x1, last.size = max(last.x1, run.x1), max(last.size, run.size)
        elif last is not None and _fills_gap(last, run):
            at = bisect_left(last.places, run.x0)
            last.words[at:at], last.places[at:at] = run.words, run.places
        else:
            merged.append(run)
    return merged


def _fills_gap(line: _Run, run: _Run) -> bool:
    """Tell whether a run stands in a gap of a line whose characters were chained over it.

    Marks in a font of their own (“ ” beside Chinese type) are often drawn behind the words around them.
    """
    level = abs(line.base - run.base) < 0.3 * line.size and not (line.down or run.down)
    alike = max(line.size, run.size) < 1.5 * min(line.size, run.size)
    if not (level and alike and line.upright and run.upright):
        return False
    if len(line.words) != len(line.places) or not line.x0 < run.x0 <= run.x1 <= line.x1:
        return False
    after = bisect_left(line.places, run.x0)
    before = line.places[after - 1]
    slack = _GAP_SLACK * line.size
    return run.x0 - before > slack and (
        after == len(line.places) or line.places[after] >= run.x1 - slack
    )


def _line(run: _Run, number: int, width: float, height: float) -> BoxedLine:
    def within(value: float, most: float) -> float:
        return min(max(value, 0.0), most)

    # A Chinese character stands .88 of its size above the base line and .12 below it.
    y0, y1 = (run.top if run.down else run.base) - 0.88 * run.size, run.base + 0.12 * run.size
    x0, x1 = within(run.x0, width), within(run.x1, width)
    box = Box(
        page=number,
        x0=x0,
        y0=within(y0, height),
        x1=max(x0, x1),
        y1=max(within(y1, height), within(y0, height)),
    )
    words = repaired("".join(run.words)).strip()
    return BoxedLine(words=words, box=box, size=run.size, aside=not run.upright)
