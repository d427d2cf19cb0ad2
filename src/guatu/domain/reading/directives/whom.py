"""Whom a demand may be for: names at the front of its clauses, who was told before, nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.reading.directives.clause_signs import step
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.heard import HeardArticle, state_signs
from guatu.domain.reading.directives.name_signs import name_signs, names_in_front
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import kind_of
from guatu.domain.reading.values import AddresseeKind

_CLAUSES = 3
_OF_STATE = ("s:dem", "s:lasting", "s:lst", "s:fronted", "v:", "sp:", "q:", "src:", "dvs:", "mark:")
_WHOLE = frozenset(("first", "semi", "open", "unit"))
_OF_WORDS = ("b1", "b2", "un", "no", "ki", "mo", "im", "be", "st", "te", "ba", "fr", "br", "le")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody a demand may be for, or nobody, with the signs by which that is weighed."""

    unit: PlacedUnit | None
    source: Source
    signs: tuple[str, ...]


def real_units(demand: Demand) -> tuple[PlacedUnit, ...]:
    """Return the units of a demand without the places that are only a hint."""
    return tuple(one for one in demand.units if one.kind is not AddresseeKind.UNKNOWN)


def candidates(
    article: HeardArticle, rows: Sequence[int], prior: PlacedUnit | None, lexicon: Lexicon
) -> list[Candidate]:
    """Return whom the demand of some clauses may be for.

    ``prior`` is whom the demand before in the same paragraph is for, if one alone.
    """
    found = _named(article, rows, lexicon)
    base = _base(article, rows[0])
    first = article.heard[rows[0]]

    def beside(tag: str, one: PlacedUnit | None, source: Source) -> Candidate:
        signs = [tag, *(tag + sign for sign in base)]
        if one is not None:
            signs += [f"{tag}u:{one.text[-1]}", f"{tag}k:{one.kind.value}"]
        return Candidate(unit=one, source=source, signs=tuple(signs))

    unit = first.unit if first.unit and first.unit.kind is not AddresseeKind.UNKNOWN else None
    if unit is not None:
        found.append(beside("I", unit, first.source))
    if prior is not None and (unit is None or unit.text != prior.text):
        found.append(beside("P", prior, Source.INHERITED))
    found.append(beside("Z", None, Source.NOBODY))
    return found


def _context(article: HeardArticle, i: int) -> list[str]:
    signs = state_signs(article.heard[i].state)
    context = [one for one in signs if one in _WHOLE or one.startswith(_OF_STATE)]
    if article.words(i)[0] > article.heard[i].start:
        context.append("ordinal")
    return context


def _base(article: HeardArticle, i: int) -> list[str]:
    """Return what is weighed of a demand that names nobody."""
    one = article.heard[i]
    base = [f"h{sign}" for sign in _context(article, i)]
    base += [f"l{sign}" for sign in article.lexical(i) if sign.startswith(_OF_WORDS)]
    return [*base, f"cr{step(one.crossed, (1, 2, 4))}", f"se{step(one.sentences, (1, 2, 4))}"]


def _named(article: HeardArticle, rows: Sequence[int], lexicon: Lexicon) -> list[Candidate]:
    """Return the names at the front of the first clauses of a demand."""
    found: list[Candidate] = []
    for number, i in enumerate(rows[:_CLAUSES]):
        paragraph = article.heard[i].paragraph
        start, words = article.words(i)
        context = [f"x{sign}" for sign in _context(article, i)]
        for first, last in names_in_front(words, lexicon):
            unit = PlacedUnit(
                text=words[first:last],
                kind=kind_of(words[first:last], lexicon),
                paragraph=paragraph,
                start=start + first,
                end=start + last,
            )
            signs = name_signs(words, (first, last), (), lexicon)
            signs += [*context, f"j{number}", f"r3:{words[last : last + 3]}"]
            signs.append(f"er:{words[last - 1 : last + 1]}")
            found.append(Candidate(unit=unit, source=Source.EXPLICIT, signs=tuple(signs)))
    return found
