"""Whom a demand that was found is for, chosen once more among all whom it may be for.

The rules name whoever stands where somebody is told. Once the article is read, their choice is weighed
beside the others: names at the front of the demand, who was told before, nobody.
See ``docs/decisions/0034-whom-a-demand-is-for-is-chosen-among-all.md``.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guatu.domain.reading.directives.assigned import with_lead
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.heard import QUOTED, HeardArticle
from guatu.domain.reading.directives.whom import candidates, real_units
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.name_form import form_signs, is_plain_name, parts_of
from guatu.domain.reading.unit_fronts import is_strong
from guatu.domain.reading.weighing import CHOSEN, NAMED, Weighing, weighing

SURE = 0.6
"""So likely another must be that the choice of the rules is overruled."""
SURE_OF_NOBODY = 0.75
"""The same where nobody is to be told in place of who was told before."""
DOUBTED_NAME = -1.0
"""Log odds below which the form of a name leaves doubt whether it is one."""
# Rules that look for who is told behind a topic, or by what he does: they may pass over a name.
_MAY_PASS_OVER = frozenset(("topic", "doing", "subject", "assigned", "fronted"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Those a demand may be for (nobody: no names), with the signs by which that is weighed.

    ``unit`` is None for nobody, and where the rules chose somebody who is no candidate (``kept``).
    """

    names: frozenset[str]
    signs: tuple[str, ...]
    unit: PlacedUnit | None
    source: Source
    kept: bool


class Chosen:
    """The demands of an article, each with the options it has."""

    __slots__ = ("_article", "_before", "_behind", "_lexicon", "_names", "_rows")

    def __init__(self, article: HeardArticle, lexicon: Lexicon) -> None:
        self._article, self._lexicon = article, lexicon
        demands = article.demands
        self._names = [frozenset(one.text for one in real_units(each)) for each in demands]
        self._rows: list[list[int]] = [[] for _ in demands]
        for i, number in enumerate(article.over):
            if number is not None:
                self._rows[number].append(i)
        order = sorted(range(len(demands)), key=lambda n: (demands[n].paragraph, demands[n].start))
        beside = [
            (a, b) for a, b in pairwise(order) if demands[a].paragraph == demands[b].paragraph
        ]
        self._behind = dict(beside)
        self._before = {b: a for a, b in beside}

    def options(self, number: int) -> list[Option]:
        """Return whom a demand may be for, the choice of the rules among them; none where no clause lies in it."""
        rows = self._rows[number]
        if not rows:
            return []
        demand = self._article.demands[number]
        flags = f"{int(demand.bare)}{int(demand.numbered)}"
        source = demand.source.name
        found: list[Option] = []
        for one in candidates(self._article, rows, self._prior(number), self._lexicon):
            names = frozenset((one.unit.text,) if one.unit is not None else ())
            kept = names == self._names[number]
            tag = "R" if kept else "N"
            made = (
                f"{tag}{demand.rule}:{source}:{flags}",
                f"{tag}{demand.rule}",
                tag + source,
                tag,
            )
            beside = tuple(f"C{sign}" for sign in self._beside(number, names))
            signs = (*one.signs, *made, *beside)
            option = Option(names=names, signs=signs, unit=one.unit, source=one.source, kept=kept)
            found.append(option)
        if not any(one.kept for one in found):
            found.append(self._as_kept(number, f"{demand.rule}:{source}:{flags}"))
        return found

    def _as_kept(self, number: int, made: str) -> Option:
        """Return the choice of the rules where it is none of the candidates."""
        demand, names = self._article.demands[number], self._names[number]
        beside = (f"X{sign}" for sign in self._beside(number, names))
        signs = (f"RX{made}", f"RX{demand.rule}", "RX", *beside, f"XM{len(names)}")
        return Option(names=names, signs=signs, unit=None, source=demand.source, kept=True)

    def _prior(self, number: int) -> PlacedUnit | None:
        """Return whom the demand before in the same paragraph is for, if one alone."""
        before = self._before.get(number)
        real = real_units(self._article.demands[before]) if before is not None else ()
        return real[0] if len(real) == 1 else None

    def _beside(self, number: int, names: frozenset[str]) -> Iterator[str]:
        """Yield whether those before and behind are told too, and whether the rules had them told."""
        mine = self._names[number]
        for tag, short, at in (
            ("nx", "N", self._behind.get(number)),
            ("pv", "P", self._before.get(number)),
        ):
            told = self._names[at] if at is not None else None
            there = self._article.demands[at].source.name if at is not None else ""
            yield f"{tag}-" if told is None else f"{tag}{int(told == names)}{there}"
            yield f"R{int(names == mine)}{short}{'-' if told is None else int(told == mine)}"

    def demand(self, number: int) -> Demand:
        """Return a demand, for whom it is likeliest where that is likely enough to overrule the rules."""
        demand = self._article.demands[number]
        model = weighing(self._lexicon, CHOSEN)
        if model is None or self._is_plain(number):
            return demand
        found, share = likeliest(self.options(number), model)
        if found is None or found.kept or share < self._enough(number, found):
            return demand
        units = (found.unit,) if found.unit is not None else ()
        words = self._article.texts[demand.paragraph][demand.start : demand.end]
        told = demand._replace(units=units, source=found.source, lead=None)
        return with_lead(told, words, self._lexicon)

    def _enough(self, number: int, found: Option) -> float:
        """Return how likely an option must be to overrule the rules."""
        if self._article.demands[number].source is Source.EXPLICIT:
            return SURE
        return SURE if found.names else SURE_OF_NOBODY

    def _is_plain(self, number: int) -> bool:
        """Tell whether nobody need ask whom a demand is for.

        So it is with decisions and promises, with offices and classes by their form, and with what is left
        to who was told before by rules that hardly pass over a name.
        """
        demand = self._article.demands[number]
        if demand.promise or demand.lead is not None or demand.rule == "decision":
            return True
        if demand.source is not Source.EXPLICIT:
            # Whoever is talked to hears it all: 学校明天就换菜谱.
            talked = any(self._article.heard[i].state[QUOTED] != "none" for i in self._rows[number])
            before = demand.source is Source.INHERITED and demand.rule in _MAY_PASS_OVER
            return talked or not before
        return not any(self._is_doubted(one.text) for one in demand.units)

    def _is_doubted(self, name: str) -> bool:
        """Tell whether a name is no office or class by its form, and may be none by how it is built."""
        model = weighing(self._lexicon, NAMED)
        if model is None or is_strong(name) or is_plain_name(name):
            return False
        return any(
            model.odds(form_signs(one, self._lexicon)) < DOUBTED_NAME for one in parts_of(name)
        )


def likeliest(options: Sequence[Option], model: Weighing) -> tuple[Option | None, float]:
    """Return the likeliest option and how likely it is (0 to 1); options of the same names are one."""
    if not options:
        return None, 0.0
    odds = [model.odds(one.signs) for one in options]
    top = max(odds)
    shares = [math.exp(one - top) for one in odds]
    together: dict[frozenset[str], float] = {}
    for one, share in zip(options, shares, strict=True):
        together[one.names] = together.get(one.names, 0.0) + share
    best = max(together, key=lambda names: together[names])
    found = next(one for one in options if one.names == best)
    return found, together[best] / sum(shares)
