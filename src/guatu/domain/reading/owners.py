"""Which of two articles a repeated passage belongs to: the one whose words it fits on all sides."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from guatu.domain.reading.calibration import DecisionModel, in_order, logistic
from guatu.domain.reading.junctions import crossing, depth, head_parts, spanned, tail_parts
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, insistence, pairs, rarity, share_said
from guatu.domain.reading.repeats import Passage, Repetition, twin_passages
from guatu.domain.reading.topics import alike

OWNER_FEATURES = (
    "left_joined",
    "left_bond",
    "right_joined",
    "right_bond",
    "fits_left",
    "fits_right",
    "quotes",
    "quotes_without",
    "ordinals",
    "units",
    "fit",
    "left_gain",
    "right_gain",
    "without_gain",
    "without_fits",
    "opens",
    "ends",
    "after",
    "rest",
    "topic",
    "depth_off",
    "subject",
    "subject_near",
    "subject_before",
    "subject_after",
    "subject_around",
    "figure_runs_on",
    "breaks_off",
)
_NEAR, _BESIDE = 80, 200
_TIE = 0.05
_MARKS = frozenset("，、。；：！？“”‘’（）《》【】…—·")
_STOPS = "。！？"
_CLOSING = "”’）》】"
_NEVER_FIRST = "，。、；：！？%％.．"
_POINTS = ".．"
_OPENED = re.compile(r"(?:强调|指出|要求|表示|明确|议定|决定|希望|说|认为)[，：]?$|：$")
_ORDINAL = re.compile(r"([一二三四五六七八九十])(?:是|要)|[（(]([一二三四五六七八九十])[）)]")
_UNIT = late(r"[\u3400-\u9fff]{2,6}(?:局|镇|乡|街道|办|委|集团|公司|中心|村|水库|园区|工程)")
_DIGITS = "一二三四五六七八九十"
# The logarithm of an ordinary report of 400 characters.
_USUAL = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An article as passages are looked for in it: its words, where paragraphs start, its headline."""

    words: str
    starts: frozenset[int]
    topic: str
    cuts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What passages of a page are weighed with."""

    lexicon: Lexicon
    page_pairs: Rarity
    rare_signs: Rarity


def _signs(words: str) -> frozenset[str]:
    return frozenset(one for one in set(words) if one not in _MARKS and not one.isdigit())


def _telling(words: str) -> frozenset[str]:
    """Return the pairs that tell what a passage is about: those of figures tell nothing."""
    return frozenset(pair for pair in pairs(words) if not pair.isdigit())


def _odds(share: float) -> float:
    bounded = min(0.9, max(0.01, share))
    return math.log(bounded / (1 - bounded))


def _follows(mark: str, words: str, lexicon: Lexicon) -> float:
    """Return how well a text stands right after a mark: a stop wants a sentence to start."""
    sentence = _odds(lexicon.usage.opens_sentence(words))
    clause = _odds(lexicon.usage.opens_clause(words))
    if mark in _STOPS or not mark:
        return sentence - clause
    return clause - sentence if mark in "，、；" else 0.0


def _ordinals(words: str) -> set[int]:
    return {_DIGITS.index(one or two) for one, two in _ORDINAL.findall(words)}


def owner_row(article: Printed, one: Passage, scale: _Scale) -> tuple[float, ...]:
    """Return how a passage stands in one of its two articles, in the order of ``OWNER_FEATURES``.

    Where a passage stands in its paragraph is no feature: it would only tell how the damage
    that the model was trained on was made.
    """
    text, lexicon = article.words, scale.lexicon
    usage = lexicon.usage
    words = text[one.start : one.end]
    before, after = text[: one.start], text[one.end :]
    tokens = _telling(words)
    ends = one.end in article.starts or not after
    left = "" if one.start in article.starts else before[-1:]
    last = words[-1:]
    left_word = bool(left) and left not in _MARKS
    right_word = not ends and last not in _MARKS and after[0] not in _MARKS
    paragraph = max((start for start in article.starts if start <= one.start), default=0)
    end = min((start for start in article.starts if start >= one.end), default=len(text))
    around = text[paragraph : one.start], text[one.end : end]
    units = {found[0][-4:] for found in _UNIT.finditer(words)}
    rest = f"{before}。{after}。{article.topic}"
    opens = one.start in article.starts
    inside = not opens and not ends
    return in_order(
        OWNER_FEATURES,
        _subjects(words, before, after, (rest, "".join(around)), lexicon)
        | (_without(before, after, left, lexicon) if inside else {})
        | {
            "fit": _fit(article, one, tokens, scale),
            "left_joined": crossing(before[-4:], words[:4], lexicon) if left_word else 0.0,
            "left_bond": usage.bond(left, words[0]) if left_word else 0.0,
            "right_joined": crossing(words[-4:], after[:4], lexicon) if right_word else 0.0,
            "right_bond": usage.bond(last, after[0]) if right_word else 0.0,
            "fits_left": _follows(left, words, lexicon) if not left_word else 0.0,
            "fits_right": _follows(last, after, lexicon) if not ends and not right_word else 0.0,
            "quotes": depth(text[paragraph:end]) == 0,
            "quotes_without": depth("".join(around)) == 0,
            "ordinals": _in_turn(words, "。".join(around)),
            "left_gain": _gain(before, words, lexicon) if left_word else 0.0,
            "right_gain": _gain(words, after, lexicon) if right_word else 0.0,
            "opens": opens,
            "ends": ends,
            "after": share_said(tokens, after[:_NEAR], scale.page_pairs),
            "rest": share_said(tokens, rest, scale.page_pairs),
            "topic": share_said(tokens, article.topic, scale.page_pairs),
            "depth_off": abs(depth(words)) if inside and depth("".join(around)) == 0 else 0.0,
            "figure_runs_on": _runs_on(left, words) + (0.0 if ends else _runs_on(last, after)),
            "breaks_off": _breaks_off(last, "" if ends else after[0]),
            "units": sum(1.0 for unit in units if unit in rest) / max(1, len(units)),
        },
    )


def _gain(before: str, after: str, lexicon: Lexicon) -> float:
    """Return how much better two texts part into words together than apart, -1 to 2."""
    parts = tail_parts(before, lexicon), head_parts(after, lexicon)
    return max(-1.0, spanned(before, after, parts, lexicon)[1] / 8.0)


def _without(before: str, after: str, left: str, lexicon: Lexicon) -> dict[str, float]:
    """Return how well what stands before and behind a passage goes on without it, by name."""
    if left in _MARKS:
        return {"without_fits": _follows(left, after, lexicon)}
    return {"without_gain": 0.0 if after[0] in _MARKS else _gain(before, after, lexicon)}


def _subjects(
    words: str, before: str, after: str, whole: tuple[str, str], lexicon: Lexicon
) -> dict[str, float]:
    """Return how alike a passage and the rest of its article are in what they are about, -1 to 1, by name.

    ``whole`` are all of the rest and what the paragraph says beside the passage.
    """
    beside = {
        "subject": whole[0],
        "subject_near": f"{before[-_BESIDE:]}。{after[:_BESIDE]}",
        "subject_before": before[-_NEAR:],
        "subject_after": after[:_NEAR],
        "subject_around": whole[1],
    }
    # A text of a stop alone points nowhere.
    found = alike(lexicon.usage.topics.of([words, *(one or "。" for one in beside.values())]))
    return dict(zip(beside, found[0, 1:].tolist(), strict=True))


def _runs_on(mark: str, words: str) -> float:
    """Tell whether a figure runs on over an edge: 惠及11 and .6万群众."""
    return float(mark.isdigit() and (words[0].isdigit() or words[0] in _POINTS))


def _breaks_off(last: str, following: str) -> float:
    """Tell whether a text breaks off behind a passage: it ends there without a stop, or goes on with what opens nothing.

    ``last`` is the last mark of the passage, ``following`` the next one, nothing where the paragraph ends.
    """
    if not following:
        return float(last not in _STOPS and last not in _CLOSING)
    return float(last in _STOPS and following in _NEVER_FIRST)


def _in_turn(words: str, around: str) -> float:
    """Tell whether numbered points in a passage go on those around it (1) or repeat them (-1)."""
    numbers = _ordinals(words)
    if not numbers:
        return 0.0
    beside = _ordinals(around)
    return float(bool({n + step for n in numbers for step in (-1, 1)} & beside)) - float(
        bool(numbers & beside)
    )


def _fit(article: Printed, one: Passage, tokens: frozenset[str], scale: _Scale) -> float:
    """Return how well a passage fits by the rest, the headline and the words before, in one figure.

    Its weights were set by hand on passages spliced at random; the others only correct it.
    """
    before = article.words[: one.start]
    rest = f"{before}。{article.words[one.end :]}。{article.topic}"
    signs = _signs(article.words[one.start : one.end])
    near = before[-_NEAR:]
    share = insistence(tokens, rest, scale.page_pairs)
    share *= _USUAL / max(_USUAL / 2, math.log(len(rest) + 1))
    share += share_said(tokens, article.topic, scale.page_pairs)
    share += 0.5 * share_said(tokens, near, scale.page_pairs)
    share += 0.25 * share_said(signs, article.topic, scale.rare_signs)
    share += 0.5 * share_said(signs, near, scale.rare_signs)
    if _OPENED.search(before[-8:]):
        return share + 0.3
    return share - (0.3 if before and before[-1] not in _MARKS else 0.0)


def scale_of(articles: Sequence[Printed], passages: Iterable[Passage], lexicon: Lexicon) -> _Scale:
    """Return what the passages of a page are weighed with: how few of its articles say what they say."""
    words = {articles[one.text].words[one.start : one.end] for one in passages}

    def rare(said: frozenset[str]) -> Rarity:
        return rarity([frozenset([one for one in said if one in each.words]) for each in articles])

    return _Scale(
        lexicon=lexicon,
        page_pairs=rare(frozenset().union(*map(_telling, words))),
        rare_signs=rare(frozenset().union(*map(_signs, words))),
    )


def owner_difference(
    articles: Sequence[Printed], a: Passage, b: Passage, scale: _Scale
) -> tuple[float, ...]:
    """Return how much better a passage stands in the article of ``b`` than in that of ``a``."""
    row_a = owner_row(articles[a.text], a, scale)
    row_b = owner_row(articles[b.text], b, scale)
    return tuple(two - one for one, two in zip(row_a, row_b, strict=True))


def repetitions(
    articles: Sequence[Printed],
    lexicon: Lexicon,
    *,
    before: Sequence[Repetition] = (),
    moved: bool = True,
) -> tuple[Repetition, ...]:
    """Find the passages that two articles share, and decide the owner of each.

    ``before`` are the passages as found before they were set apart: what was decided of them
    stands, for a passage set apart no longer stands between the words it was judged by.
    ``moved`` tells whether words changed places since: if none did, the passages stand where
    they stood.
    """
    known = {frozenset((one.copy.text, one.original.text)): one for one in before}
    scale: _Scale | None = None
    found: list[Repetition] = []
    standing = tuple((one.copy, one.original) for one in before)
    twins = twin_passages([one.words for one in articles]) if moved else standing
    for a, b in twins:
        old = known.get(frozenset((a.text, b.text)))
        if old is None:
            scale = scale or scale_of(articles, chain.from_iterable(twins), lexicon)
            found.append(_owned(articles, a, b, scale))
        else:
            copy, original = (a, b) if a.text == old.copy.text else (b, a)
            found.append(replace(old, copy=copy, original=original))
    return tuple(found)


def owner_chance(model: DecisionModel, difference: Sequence[float]) -> float:
    """Return how likely the first of two passages is the copy, before the isotonic table.

    It is asked from either side, so that the answer does not hang on which came first.
    """
    there, back = model.log_odds_of([difference, [-one for one in difference]])
    return logistic((there - back) / 2)


def _owned(articles: Sequence[Printed], a: Passage, b: Passage, scale: _Scale) -> Repetition:
    model = scale.lexicon.models["owner"]
    difference = owner_difference(articles, a, b, scale)
    chance = model.calibrated(owner_chance(model, difference))
    fits = difference[OWNER_FEATURES.index("fit")]
    if abs(chance - 0.5) < _TIE and fits * (chance - 0.5) < 0:
        # Where all else is even the words of the article decide.
        chance = 1.0 - chance
    if chance < 0.5:
        a, b, chance = b, a, 1.0 - chance
    features = tuple(
        (name, round(value, 3))
        for name, value in zip(OWNER_FEATURES, difference, strict=True)
        if value
    )
    return Repetition(copy=a, original=b, sure=chance, features=features)
