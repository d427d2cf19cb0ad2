"""Clauses as the walk came to them, kept so that an article can be looked at once more as a whole."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from guatu.domain.reading.directives.clause_signs import clause_signs, step
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.lexicon import Lexicon

State = tuple[str | bool | int, ...]
"""What was heard when a clause came, in the order of ``STATE``: switches, kinds and steps."""

STATE = (
    *("dem", "lasting", "decided", "brief", "lst", "rec", "passed", "aside", "fronted", "tasks"),
    *("osp", "verb", "speaker", "quote", "sentence", "paragraph", "mark", "source", "begins"),
    *("unit", "head", "open", "issuer", "speech"),
)
_SWITCHES = 11
QUOTED = STATE.index("quote")
SPEAKER = STATE.index("speaker")
VERB = STATE.index("verb")
RECORDED = STATE.index("rec")
LASTING = STATE.index("lasting")
_BEGINS = STATE.index("begins")


class Heard(NamedTuple):
    """A clause with what was heard when the walk came to it.

    ``state`` is what is weighed of it; ``unit`` is who would be told by a demand that names nobody,
    ``source`` how it is known; the rest is what such a demand would be of.
    """

    paragraph: int
    start: int
    end: int
    words: str
    state: State
    unit: PlacedUnit | None
    source: Source
    issuer: str | None = None
    verb: str = ""
    crossed: int = 0
    sentences: int = 0

    @property
    def begins(self) -> str:
        """Tell whether the clause begins a sentence (first), a part behind a semicolon (semi), or nothing."""
        return str(self.state[_BEGINS])


@lru_cache(maxsize=4096)
def state_signs(state: State) -> tuple[str, ...]:
    """Return the signs of what was heard."""
    told: Mapping[str, str | bool | int] = dict(zip(STATE, state, strict=True))
    verb, speaker, quote = told["verb"], told["speaker"], told["quote"]
    demanding = int(told["dem"])
    signs = [f"s:{name}" for name, on in zip(STATE, state[:_SWITCHES], strict=False) if on]
    signs += [
        f"v:{verb}",
        f"sp:{speaker}",
        f"vs:{verb} {speaker}",
        f"q:{quote}",
        f"qd:{quote}{demanding}",
        f"dvs:{demanding}{verb}{speaker}",
        f"sent:{told['sentence']}",
        f"par:{told['paragraph']}",
        f"mark:{told['mark']}",
        f"src:{told['source']}",
    ]
    signs += [str(told["begins"])] if told["begins"] else []
    signs += [name for name in ("unit", "head", "issuer") if told[name]]
    if told["open"]:
        signs += ["open", f"open:{told['open']}"]
    if told["speech"]:
        signs += ["speech", f"speech:{told['speech']}"]
    return tuple(signs)


class HeardArticle:
    """All clauses of an article, the demands the rules found, and the signs of each clause, made when asked.

    ``over`` gives of each clause the number of the demand it lies in, or None.
    """

    __slots__ = ("_lexicon", "_parts", "_signs", "_words", "demands", "heard", "over", "texts")

    def __init__(
        self,
        texts: tuple[str, ...],
        heard: tuple[Heard, ...],
        demands: tuple[Demand, ...],
        lexicon: Lexicon,
    ) -> None:
        self.texts, self.heard, self.demands = texts, heard, demands
        self._lexicon = lexicon
        self._signs: dict[int, list[str]] = {}
        self._parts: dict[tuple[int, frozenset[str]], list[str]] = {}
        self._words: dict[int, tuple[int, str]] = {}
        by_paragraph: dict[int, list[tuple[int, Demand]]] = {}
        for number, one in enumerate(demands):
            by_paragraph.setdefault(one.paragraph, []).append((number, one))
        self.over = tuple(_over(one, by_paragraph.get(one.paragraph, ())) for one in heard)

    def words(self, i: int) -> tuple[int, str]:
        """Return where the words of a clause begin behind its number, and the words."""
        found = self._words.get(i)
        if found is None:
            one = self.heard[i]
            ordinal = ordinal_at_front(one.words)
            behind = ordinal.end if ordinal is not None and one.words[ordinal.end :] else 0
            found = self._words[i] = (one.start + behind, one.words[behind:])
        return found

    def lexical(self, i: int) -> list[str]:
        """Return the signs of the words of a clause."""
        signs = self._signs.get(i)
        if signs is None:
            start, words = self.words(i)
            one = self.heard[i]
            signs = clause_signs(words, self.texts[one.paragraph], start, self._lexicon)
            if start > one.start:
                ordinal = ordinal_at_front(one.words)
                signs.append("formal" if ordinal is not None and ordinal.formal else "ordinal")
            self._signs[i] = signs
        return signs

    def lexical_of(self, i: int, fronts: frozenset[str]) -> list[str]:
        """Return those of the same signs that begin with any of some pairs of characters."""
        found = self._parts.get((i, fronts))
        if found is None:
            found = self._parts[i, fronts] = [one for one in self.lexical(i) if one[:2] in fronts]
        return found

    def rule_signs(self, i: int) -> list[str]:
        """Return the signs of what the rules made of a clause."""
        number = self.over[i]
        if number is None:
            return ["R0"]
        one = self.demands[number]
        begins = int(not i or self.over[i - 1] != number)
        signs = [
            "R1",
            f"R:{one.rule}",
            f"R:{one.rule}:{one.source.name}",
            f"Rb{begins}",
            f"R:{one.rule}:{begins}",
            f"Rprom{int(one.promise)}",
            f"Rnum{int(one.numbered)}",
            f"Rbare{int(one.bare)}",
        ]
        if one.units:
            signs.append(f"Rk:{one.units[0].kind.value}")
        return signs

    def beside(self, i: int, far: int) -> int | None:
        """Return the clause that stands so far before or behind in the same paragraph, if any."""
        at = i + far
        if not 0 <= at < len(self.heard) or self.heard[at].paragraph != self.heard[i].paragraph:
            return None
        return at

    def edge(self, i: int, far: int) -> str:
        """Return whether a clause beside stands in another sentence, or part of one (|), or in the same (,)."""
        parted = self.heard[i] if far < 0 else self.heard[i + far]
        return "|" if parted.begins else ","


def _over(one: Heard, demands: Sequence[tuple[int, Demand]]) -> int | None:
    """Return the number of the demand that a clause mostly lies in, or None."""
    best, most, start, end = None, 0, one.start, one.end
    for number, demand in demands:
        if demand.end <= start or demand.start >= end:
            continue
        shared = min(demand.end, end) - max(demand.start, start)
        if shared > most and 2 * shared >= min(end - start, demand.end - demand.start):
            best, most = number, shared
    return best


def sizes(sentences: int, paragraph: int) -> tuple[int, int]:
    """Return the steps of how many sentences of a speech ran and in which paragraph."""
    return step(sentences, (1, 2, 3, 6)), step(paragraph, (1, 2, 4))
