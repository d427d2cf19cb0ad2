"""How sure a directive is: what it stands on, by name, and what that has been worth so far.

``grounds_of`` names what a directive was read by (its unit named in it or carried over, the
rule that found it, ends of the page nearby); they are kept with the directive, so that a
clerk can be told why it is doubtful. ``sure_of`` asks the model trained on annotated pages
(``tools/train_directives.py``) how often directives with such grounds were right in unit,
action and words; without the model a table kept by hand answers.
"""

from functools import lru_cache

from guatu.domain.reading.directives.demand import Demand, Source
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.pieces import Piece

MODEL = "directive"
RULES = (
    "modal",
    "topic",
    "fronted",
    "bare",
    "doing",
    "decision",
    "promise",
    "assigned",
    "charge",
    "subject",
)
GROUNDS = (
    *(one.name.lower() for one in Source),
    *RULES,
    "crossed",
    "crossed_twice",
    "no_speaker",
    "no_verb",
    "soft_verb",
    "told_verb",
    "two_units",
    "long_unit",
    "short",
    "long",
    "late",
    "no_headline",
    "joined",
    "mid_sentence",
    "unfinished",
    "doubtful_article",
    "first_paragraph",
    "quoted",
    "dated",
    "measured",
)

_BY_SOURCE = {
    Source.EXPLICIT: 0.96,
    Source.DEFAULT: 0.86,
    Source.INHERITED: 0.88,
    Source.PLACE: 0.6,
    Source.NOBODY: 0.5,
}
_CROSSED = 0.02
_BARE = 0.05
_LEAST, _MOST = 0.02, 0.995
_SHORT, _LONG, _LONG_UNIT, _LATE = 12, 80, 12, 5
_STOPS = "。；！？”.;!?"
_BEFORE = _STOPS + "：:，,“、）) 　"


def grounds_of(
    demand: Demand,
    piece: Piece,
    lexicon: Lexicon,
    *,
    pieces: int,
    dated: bool,
    measured: bool,
) -> tuple[str, ...]:
    """Return the names of what holds of a directive, in the order of ``GROUNDS``.

    ``pieces`` is the number of runs of the page that its words stand in.
    """
    plain = piece.paragraphs[demand.paragraph].plain
    names = [unit.text for unit in demand.units]
    size = demand.end - demand.start
    after = plain[demand.end : demand.end + 1]
    known = {
        demand.source.name.lower(): True,
        demand.rule: True,
        "crossed": demand.crossed == 1 and demand.source is not Source.EXPLICIT,
        "crossed_twice": demand.crossed > 1 and demand.source is not Source.EXPLICIT,
        "no_speaker": demand.speaker is None,
        "no_verb": not demand.verb,
        "soft_verb": demand.verb in lexicon.soft_verbs,
        "told_verb": demand.verb in lexicon.report_verbs,
        "two_units": len(names) > 1,
        "long_unit": any(len(name) > _LONG_UNIT for name in names),
        "short": size < _SHORT,
        "long": size > _LONG,
        "late": demand.sentences >= _LATE,
        "no_headline": piece.headline is None,
        "joined": pieces > 1,
        "mid_sentence": demand.start > 0 and plain[demand.start - 1] not in _BEFORE,
        "unfinished": not after or after not in _STOPS,
        "doubtful_article": bool(piece.doubts),
        "first_paragraph": demand.paragraph == 0,
        "quoted": "“" in plain[: demand.start] and "”" in plain[demand.end :],
        "dated": dated,
        "measured": measured,
    }
    return tuple(name for name in GROUNDS if known.get(name, False))


def sure_of(demand: Demand, grounds: tuple[str, ...], lexicon: Lexicon) -> float:
    """Return how likely a directive with these grounds is right, 0 to 1."""
    return _by_hand(demand) if MODEL not in lexicon.models else _by_grounds(grounds, lexicon)


# Many directives stand on the same grounds.
@lru_cache(maxsize=512)
def _by_grounds(grounds: tuple[str, ...], lexicon: Lexicon) -> float:
    model = lexicon.models[MODEL]
    value = model.sure([float(name in grounds) for name in model.names])
    return round(max(_LEAST, min(_MOST, value)), 2)


def _by_hand(demand: Demand) -> float:
    value = _BY_SOURCE[demand.source]
    if demand.source is not Source.EXPLICIT:
        value -= _CROSSED * min(demand.crossed, 5)
    if demand.bare:
        value -= _BARE
    return round(value, 2)
