"""The two ends of every line: whether a sentence breaks off there, or a line needs one before it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.junctions import depth, head_parts, tail_parts, word_end, word_start
from guatu.domain.reading.labels import is_item, is_label, listing_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, pairs
from guatu.domain.reading.lines import Line, LineKind, is_fresh
from guatu.domain.reading.many_words import words_of
from guatu.domain.reading.patterns import layout_patterns, name_start

LEADING_MARKS = "，、。；：”）！？》"
_COPIED = 20
_BRACKETS = (("（", "）"), ("《", "》"))
_DIGITS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_NUMBER = re.compile(
    "(?=[(“①②③④⑤⑥⑦⑧⑨⑩、。一七三九二五八六十四第（，：；\\d])(?:(?:^|[，。；：、“])(?:第)?([一二三四五六七八九十])(?:是|要(?!求)|、)"
    "|(?:^|[，。；：“])第([一二三四五六七八九十])[，、]"
    "|[（(]([一二三四五六七八九十])[）)]"
    "|(?:^|[。；：])(\\d)[.．、](?!\\d)"
    "|([①②③④⑤⑥⑦⑧⑨⑩]))"
)
# Every number of a point holds this, and it is found many times faster.
_POINT = re.compile(r"[一二三四五六七八九十\d①-⑩](?:(?<=[①-⑩])|[是要、，）).．])")
# A text that ends like this goes on: 完善的, 以及, 对, 由
_NEEDS_MORE = re.compile(
    "[的和与及或且把将被由从向于让使给为、]$|[^面相应绝核反比校查]对$|[^得及可足难所]以$|并$"
)
_ENDING_MARKS = "，、；。！？：”）》"
_PAIRED = re.compile("[“（《”）》]")
_FAR_IN = 120


# Nobody changes one; frozen, its many fields would take three times as long to set.
@dataclass(slots=True, kw_only=True, eq=False)
class Edge:
    """What one line says of its two ends, worked out once.

    ``finished`` tells that its sentence ends with it, ``fresh`` that it reads as a start,
    ``stranded`` that nothing right after it can continue it, ``orphan`` that nothing right
    before it needs it; ``text`` that it is neither a short line nor names,
    ``copied`` that its words are printed twice. ``start`` and ``end`` are how common the words at its ends are,
    ``starter`` how often its first characters open a sentence. ``listing`` is the number it opens with as
    a point of a list does (（二）, ③, 4.), else 0; ``item`` that it is such a number and a title, and no more.
    """

    index: int
    place: int
    words: str
    finished: bool
    fresh: bool
    opens: bool
    open_by: int
    closes: bool
    start: float
    end: float
    tokens: frozenset[str]
    indented: bool | None
    alone: bool
    posted: bool
    named: bool
    starter: float
    speaks: bool
    tail: tuple[float, ...]
    head: tuple[float, ...]
    last_number: int
    first_number: int
    needs_more: bool
    ends_post: bool
    ends_unit: bool
    ends_verb: bool
    begins_verb: bool
    surnamed: bool
    dashed: bool
    bracket: bool
    closes_bracket: bool
    listing: int = 0
    label: bool = False
    item: bool = False
    text: bool = True
    copied: bool = False
    stranded: bool = False
    orphan: bool = False

    def opening(self, size: int) -> frozenset[str]:
        """Return the pairs of neighbouring characters among its first ones."""
        return self.tokens if len(self.words) <= size else pairs(self.words[:size])

    def opening_share(self, wanted: frozenset[str], size: int, rare: Rarity) -> float:
        """Return the weighted share of some pairs that stand among its first characters, 0 to 1."""
        total = rare.whole(wanted)
        held: Iterable[str] = wanted & self.tokens
        if len(self.words) > size:
            first = self.words[:size]
            held = [pair for pair in held if pair in first]
        return rare.of(held) / total if total else 0.0


def _closes_first(words: str) -> bool:
    """Tell whether a text closes a quote or bracket that it did not open."""
    level = 0
    for sign in _PAIRED.findall(words, 0, _FAR_IN):
        level += 1 if sign in "“（《" else -1
        if level < 0:
            return True
    return False


def _is_whole(line: Line) -> bool:
    """Tell whether a line ends without a stop all the same: 他明确了几件事——, 老街上的“修表匠”."""
    called = line.kind is LineKind.SHORT and line.words[-1] in "”》" and not depth(line.words)
    return called or line.words.endswith("——")


def _open_bracket(words: str) -> bool:
    """Tell whether a text ends within round or title brackets."""
    return any(words.rfind(one) > words.rfind(other) for one, other in _BRACKETS)


def _closes_bracket(words: str) -> bool:
    """Tell whether a text begins within round or title brackets."""
    return any(-1 < words.find(other) < (words + one).find(one) for one, other in _BRACKETS)


def _numbers(words: str) -> list[int]:
    """Return the numbers of the points of a text in their order: 一是, 二要, （三）, 第四, 5."""
    found: list[int] = []
    if not _POINT.search(words):
        return found
    for one in _NUMBER.finditer(words):
        said = next(group for group in one.groups() if group)
        if said in _CIRCLED:
            found.append(_CIRCLED.index(said) + 1)
        else:
            found.append(_DIGITS.index(said) + 1 if said in _DIGITS else int(said))
    return found


def _starts_of(lines: Sequence[Line], lexicon: Lexicon) -> Callable[[str], float]:
    """Return what says how often a text's first two characters open a sentence, 0 to 1.

    The genre tells, and the page: who is named at the head of other paragraphs.
    """
    page = "。".join(one.words for one in lines)

    def share(words: str) -> float:
        pair = words[:2]
        total = page.count(pair)
        # A pair that stands there once opens at most the text that is asked about.
        opened = page.count("。" + pair) if total > 1 else 0
        usual = 3.0 * lexicon.usage.opens_sentence(pair)
        return (max(0, opened - 1) + usual) / (max(0, total - 1) + 3.0)

    return share


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """What the lines around a line ask of it."""

    text: bool
    finished: bool
    fresh: bool
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all lines of a page are asked with."""

    starter: Callable[[str], float]
    words: str
    lexicon: Lexicon


def edges_of(lines: Sequence[Line], lexicon: Lexicon) -> list[Edge]:
    """Return the ends of every line of text, short lines and bare names included."""
    alone = Counter(one.words for one in lines)
    taken = [(n, one) for n, one in enumerate(lines) if _takes_part(one, alone)]
    sides = [
        _Side(
            text=line.kind in (LineKind.BODY, LineKind.LEAD),
            finished=line.ended or _is_whole(line),
            fresh=line.alone or is_fresh(line, lexicon),
            opens=line.kind is LineKind.LEAD or line.opens,
        )
        for _, line in taken
    ]
    page = _Page(
        starter=_starts_of(lines, lexicon),
        words="".join(one.words for one in lines),
        lexicon=lexicon,
    )
    needs = zip(taken, sides, *_needs(sides), strict=True)
    return [
        _edge(index, place, line, side, page, orphan=orphan, stranded=stranded)
        for place, ((index, line), side, orphan, stranded) in enumerate(needs)
    ]


def _edge(
    index: int,
    place: int,
    line: Line,
    side: _Side,
    page: _Page,
    *,
    orphan: bool,
    stranded: bool,
) -> Edge:
    """Return what one line says of its two ends."""
    words, lexicon = line.words, page.lexicon
    patterns, verbs = layout_patterns(lexicon), lexicon.usage.verbs
    marked = words[-1] in _ENDING_MARKS
    numbers = _numbers(words)
    return Edge(
        index=index,
        place=place,
        words=words,
        finished=side.finished,
        fresh=side.fresh,
        opens=side.opens,
        open_by=depth(words),
        closes=_closes_first(words),
        start=word_start(words, lexicon),
        end=1.0 if marked else word_end(words, lexicon),
        tokens=line.pairs,
        indented=True if line.alone else line.indented,
        alone=line.alone,
        text=side.text,
        copied=_copied(words, page.words),
        posted=patterns.opens_with_post(words),
        named=_named(words, page.words, lexicon),
        starter=page.starter(words),
        speaks=bool(patterns.speech_start.match(words)),
        tail=tail_parts(words, lexicon),
        head=head_parts(words, lexicon),
        last_number=numbers[-1] if numbers else 0,
        first_number=numbers[0] if numbers else 0,
        needs_more=bool(_NEEDS_MORE.search(words[-2:])),
        ends_post=words_of(lexicon, "posts").end(words),
        ends_unit=words_of(lexicon, "unit_suffixes").end(words),
        ends_verb=words[-2:] in verbs,
        begins_verb=words[:2] in verbs,
        surnamed=words_of(lexicon, "surnames", "compound_surnames").begin(words),
        dashed=words.startswith("—"),
        bracket=_open_bracket(words),
        closes_bracket=_closes_bracket(words),
        listing=listing_of(words),
        label=is_label(words),
        item=is_item(words),
        stranded=stranded,
        orphan=orphan,
    )


def _takes_part(line: Line, alone: Mapping[str, int]) -> bool:
    """Tell whether a line may be a piece of a sentence; ``alone`` counts the lines by their words."""
    if line.kind in (LineKind.BODY, LineKind.LEAD, LineKind.SHORT):
        return True
    # A name that stands alone twice is a writer's, and no piece of a list.
    name = line.kind is LineKind.BYLINE and line.words[0] not in "（("
    return name and alone[line.words] == 1


def _needs(sides: Sequence[_Side]) -> tuple[list[bool], list[bool]]:
    """Return which lines are orphans and which are stranded: names and short lines between do not count."""
    finished = True
    orphans: list[bool] = []
    for one in sides:
        orphans.append(finished)
        if one.text:
            finished = one.finished
    starts = True
    stranded: list[bool] = []
    for one in reversed(sides):
        stranded.append(starts)
        if one.text:
            starts = one.fresh or one.opens
    return orphans, stranded[::-1]


def _copied(words: str, page: str) -> bool:
    """Tell whether a line's words stand on the page twice; likeness then says nothing."""
    return len(words) >= _COPIED and page.count(words[:_COPIED]) > 1


def _named(words: str, page: str, lexicon: Lexicon) -> bool:
    """Tell whether a text opens with a name that the page names elsewhere."""
    found = name_start(lexicon).match(words)
    # What stands there twice does so with its first two characters.
    return found is not None and len(found[0]) > 1 and page.count(words[:2]) > 1
