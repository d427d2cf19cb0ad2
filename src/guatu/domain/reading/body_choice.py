"""Which of the bodies that an article names are bodies of its record; a choice that is learned.

See ``docs/decisions/0026-which-bodies-count-is-a-learned-choice.md``.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.acting_bodies import acts_openly
from guatu.domain.reading.bodies import NamedBody, addressed, body_kind, parts_of
from guatu.domain.reading.body_signs import signs_of, stands_in_more
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.named_bodies import bodies_named, by_place
from guatu.domain.reading.own_names import reaches_too_far
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.records import Told
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Directive, Organisation, Record
from guatu.domain.reading.weighing import BODY, weighing


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleBody:
    """A body that may be one of the record, with the signs for it; ``at`` is None where no paragraph holds it."""

    organisation: Organisation
    at: tuple[int, int, int] | None
    signs: tuple[str, ...]


def with_bodies(
    told: Sequence[Told],
    directives: Sequence[Directive],
    pieces: Sequence[Piece],
    source: str,
    lexicon: Lexicon,
) -> tuple[Record, ...]:
    """Return the records with the bodies that count; of an article's two records the first has them.

    Without the model only who signs is one.
    """
    told_to: dict[str, list[Directive]] = {}
    for one in directives:
        told_to.setdefault(one.record or "", []).append(one)
    found: list[Record] = []
    for piece, of_piece in zip(pieces, told, strict=True):
        for number, record in enumerate(of_piece.records):
            asked = told_to.get(record.id, ())
            named = of_piece.bodies if number == 0 else ()
            possible = possible_bodies(piece, named, asked, source, lexicon, all_=number == 0)
            found.append(
                replace(
                    record,
                    organisations=(
                        *record.organisations,
                        *chosen(possible, record.organisations, lexicon),
                    ),
                )
            )
    return tuple(found)


def possible_bodies(
    piece: Piece,
    named: Sequence[NamedBody],
    directives: Sequence[Directive],
    source: str,
    lexicon: Lexicon,
    *,
    all_: bool,
) -> tuple[PossibleBody, ...]:
    """Return every body that may be one of a record."""
    strands = piece.paragraphs
    loose: list[PossibleBody] = []
    told: list[NamedBody] = []
    for span, start, end, name, kind in (one for each in directives for one in addressed(each)):
        at = _located(strands, span.start, start, end)
        if at is None:
            whole = span.end - span.start < end
            place = span if whole else Span(start=span.start + start, end=span.start + end)
            one = Organisation(name=name, kind=kind, span=place)
            loose.append(PossibleBody(organisation=one, at=None, signs=("addressed elsewhere",)))
        else:
            told.append(
                NamedBody(paragraph=at[0], start=at[1], end=at[2], kind=kind, source="addressed")
            )
    running = bodies_named(strands, lexicon) if all_ else ()
    places = by_place((*named, *told, *running))
    return (*loose, *_weighable(places, strands, source, lexicon))


def _weighable(
    places: Mapping[tuple[int, int, int], tuple[str, frozenset[str]]],
    strands: Sequence[Strand],
    source: str,
    lexicon: Lexicon,
) -> Iterator[PossibleBody]:
    for (paragraph, start, end), (kind, sources) in places.items():
        strand = strands[paragraph]
        if reaches_too_far(strand.plain[start:end]):
            continue
        if "visited" not in sources and stands_in_more(strand.plain, start, end):
            continue
        if _is_several(strand.plain, start, end):
            continue
        acts = kind == "department" and acts_openly(strand.plain, start, end)
        yield PossibleBody(
            organisation=Organisation(
                name=strand.named(source, start, end),
                kind=kind,
                span=strand.cover(start, end),
            ),
            at=(paragraph, start, end),
            signs=(
                *signs_of(strand.plain, (start, end), kind, sources, lexicon),
                *(("acts openly",) if acts else ()),
            ),
        )


def _is_several(plain: str, start: int, end: int) -> bool:
    """Tell whether words are no name but names of two bodies: 县水务局和白石乡."""
    parts = [plain[start + first : start + last] for first, last in parts_of(plain[start:end])]
    return len(parts) > 1 and all(body_kind(one) is not None for one in parts)


def _located(
    strands: Sequence[Strand], told: int, start: int, end: int
) -> tuple[int, int, int] | None:
    """Return the paragraph and the half-open place in it of part of the words of who is told, which begin somewhere in the source."""
    for number, strand in enumerate(strands):
        if not strand.at or not strand.at[0] <= told <= strand.at[-1]:
            continue
        first = _index(strand.at, told)
        if first is not None:
            return number, first + start, first + end
    return None


def _index(places: Sequence[int], place: int) -> int | None:
    try:
        return places.index(place)
    except ValueError:
        return None


def chosen(
    possible: Sequence[PossibleBody], known: Sequence[Organisation], lexicon: Lexicon
) -> tuple[Organisation, ...]:
    """Return the bodies that count beside those known, in the order of the text."""
    weights = weighing(lexicon, BODY)
    if weights is None:
        return ()
    return favoured(possible, lambda one: weights.odds(one.signs), known)


def favoured(
    possible: Sequence[PossibleBody],
    odds: Callable[[PossibleBody], float],
    known: Sequence[Organisation],
) -> tuple[Organisation, ...]:
    """Return the bodies of odds above 0: of names that overlap the likeliest, each at full length."""
    best: dict[str, tuple[float, PossibleBody]] = {}
    weighed = [odds(one) for one in possible]
    for one, worth in zip(possible, listed_with_many(possible, weighed), strict=True):
        name = one.organisation.name
        if worth > 0 and (name not in best or worth > best[name][0]):
            best[name] = (worth, one)
    kept: list[PossibleBody] = []
    longer = [one.at for _, one in best.values() if one.at is not None]
    for _, one in sorted(best.values(), key=lambda each: -each[0]):
        if _goes_on(one.at, longer):
            continue
        if not any(_overlap(one.at, other.at) for other in kept):
            kept.append(one)
    names = [*(one.name for one in known), *(one.organisation.name for one in kept)]
    return tuple(
        one.organisation
        for one in sorted(kept, key=lambda each: each.organisation.span.start)
        if not any(_is_short_for(one.organisation.name, other) for other in names)
        and all(one.organisation.name != each.name for each in known)
    )


# 属地街道, 副县长某某及县委办: cut wrongly, or a class.
_NO_MEMBER = re.compile("属地|[县市区镇乡局]长|听取|^[在由对]|及")
_FEWEST_LISTED, _MOST, _NEARLY, _JUST = 5, 0.5, -2.5, 0.1


def listed_with_many(possible: Sequence[PossibleBody], odds: Sequence[float]) -> list[float]:
    """Return the odds, raised of those that stand in a long list most of which counts."""
    worth = list(odds)
    at = {one.at: i for i, one in enumerate(possible) if one.at is not None}
    ends = {(place[0], place[1]): place for place in sorted(at)}
    seen: set[tuple[int, int, int]] = set()
    for place in sorted(at):
        chain = [place]
        while (after := ends.get((chain[-1][0], chain[-1][2] + 1))) is not None:
            chain.append(after)
        if place in seen or len(chain) < _FEWEST_LISTED:
            continue
        seen.update(chain)
        if sum(worth[at[one]] > 0 for one in chain) > _MOST * len(chain):
            for one in chain:
                name = possible[at[one]].organisation.name
                if _NEARLY < worth[at[one]] <= 0 and _NO_MEMBER.search(name) is None:
                    worth[at[one]] = _JUST
    return worth


def _is_short_for(name: str, other: str) -> bool:
    """Tell whether another name gives a name at full length (财政局 beside 县财政局)."""
    return name != other and other.endswith(name)


def _goes_on(at: tuple[int, int, int] | None, places: Sequence[tuple[int, int, int]]) -> bool:
    """Tell whether a likely name goes on where this one ends (县公安局|交警大队, 石鼓乡|派出所)."""
    return at is not None and any(one[:2] == at[:2] and one[2] > at[2] for one in places)


def _overlap(one: tuple[int, int, int] | None, other: tuple[int, int, int] | None) -> bool:
    if one is None or other is None or one[0] != other[0]:
        return False
    return one[1] < other[2] and other[1] < one[2]
