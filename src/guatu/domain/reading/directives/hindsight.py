"""Looks at an article once more when it has been read, and mends what the rules left doubtful.

The walk hears clause after clause and knows nothing of what comes; here each clause is weighed with
the clauses around it and with what the rules made of it. A sentence in which nothing was found may
prove to demand, and a demand to be none.
See ``docs/decisions/0021-hindsight-over-a-whole-article.md``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from guatu.domain.reading.calibration import logistic
from guatu.domain.reading.directives.assertions import tells
from guatu.domain.reading.directives.assigned import with_lead
from guatu.domain.reading.directives.chosen import Chosen
from guatu.domain.reading.directives.demand import Demand, PlacedUnit
from guatu.domain.reading.directives.heard import (
    LASTING,
    QUOTED,
    RECORDED,
    SPEAKER,
    Heard,
    HeardArticle,
    State,
    state_signs,
)
from guatu.domain.reading.directives.labels import label_at
from guatu.domain.reading.directives.leadins import announces_points
from guatu.domain.reading.directives.ordinals import heads_below, heads_text
from guatu.domain.reading.directives.plain_telling import INTRODUCES
from guatu.domain.reading.directives.vows import LIMITED
from guatu.domain.reading.directives.whom import candidates, real_units
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.weighing import PLEDGED, SEEN, WHOM, SignGroup, Weighing, weighing

ADDS = 0.6
"""From here on a clause in a sentence without a demand may make it one."""
ADDS_OF_NOBODY = 0.75
"""From here on in quotation marks where nobody knows who speaks."""
WORTH = 0.35
"""So likely its words and whom it is for must be right together."""
_BEGINS = 0.5
DROPS = 0.12
"""Below this in all its clauses a demand is none, unless its form shows that it demands."""
_HOPELESS, _BEYOND_DOUBT = -3.0, 1.25
_END = re.compile("[。；！？]")
# 时限：6月10日前完成第一轮检查: what stands under a label belongs to the task before it.
_LABEL = re.compile("(?:时限|期限|单位|时间|日期|地点|部门|领导|[系任]人|电话|备注|附件)：$")
_PRESSING = re.compile(
    "[要请须]|一律|必须|应当?|不得|严禁|务必|(?:^|叮嘱|嘱咐|要求|提醒)(?:尽快|尽早|抓紧|赶紧|坚决|切实|确保)(?![^，。；]*的[^，。；]{2,}$)"
)
_RIGHT_BEHIND = ("强调", "指示")
_BESIDE = frozenset(
    (
        *("b1", "b2", "b3", "e2", "v:", "mo", "im", "le", "te", "st", "un"),
        *("ki", "li", "pr", "or", "fo", "no", "ba", "fr", "fi", "p:"),
    )
)
"""The signs of a clause beside that are weighed, by the two signs they begin with (``clause_signs``)."""
_CROSSED = frozenset(
    (
        *("mo", "im", "st", "te", "li", "un", "no", "ba", "fr", "to", "b1"),
        *("e1", "fi", "br", "ki", "ve", "or", "fo", "pr"),
    )
)
"""Those that are weighed together with what the rules made of the clause itself."""
_AROUND = ("vs", "q:", "s:")
"""What was heard at the clause beside: who speaks with which verb, whose quotation, the switches."""


def seen_signs(article: HeardArticle, i: int) -> list[str]:
    """Return the signs of a clause by which it is weighed whether it demands, with those around it."""
    return [front + sign for front, signs in seen_groups(article, i) for sign in signs]


def seen_groups(article: HeardArticle, i: int) -> Iterator[SignGroup]:
    """Yield the same signs by how they begin: what the rules made of the clause, the edge to one beside it."""
    lexical = article.lexical(i)
    standing = _standing(article, i)
    yield "", standing
    yield "", lexical
    yield f"{standing[0]}&", article.lexical_of(i, _CROSSED)
    for far, tag in ((-1, "P"), (1, "N")):
        at = article.beside(i, far)
        if at is None:
            yield tag, ("#",)
            continue
        edge = tag + article.edge(i, far)
        yield edge, ("",)
        yield edge, article.lexical_of(at, _BESIDE)
        yield edge, _around(article.heard[at].state)


@lru_cache(maxsize=4096)
def _around(state: State) -> tuple[str, ...]:
    """Return of what was heard at a clause what is weighed of the clause beside it."""
    return tuple(sign for sign in state_signs(state) if sign.startswith(_AROUND))


def _standing(article: HeardArticle, i: int) -> list[str]:
    """Return the signs that cost little: what was heard, and what the rules made of the clauses."""
    made = "R1" if article.over[i] is not None else "R0"
    signs = [*article.rule_signs(i), *crossed(article.heard[i].state, made)]
    for far, tag in ((-1, "PR"), (1, "NR")):
        at = article.beside(i, far)
        if at is not None:
            there = tag + article.edge(i, far)
            beside = int(article.over[at] is not None)
            signs += [f"{there}{beside}", f"{there}{made}{beside}"]
    return signs


# Clauses that stand alike come again from page to page.
@lru_cache(maxsize=4096)
def _odds_alike(model: Weighing, state: State, made: str, rule: str | None) -> float:
    """Return the odds of what was heard and of what the rules made of it, whatever stands beside."""
    return model.odds((made, f"R:{rule}", *crossed(state, made)))


@lru_cache(maxsize=4096)
def crossed(state: State, made: str) -> tuple[str, ...]:
    """Return the signs of what was heard, alone and with whether the rules found a demand."""
    signs = state_signs(state)
    return (*signs, *(f"{made}&{sign}" for sign in signs))


def stretches(heard: Sequence[Heard]) -> Iterator[range]:
    """Yield the clauses of each sentence, or part of one before or behind a semicolon."""
    first = 0
    for i in range(1, len(heard) + 1):
        if i == len(heard) or heard[i].begins or heard[i].paragraph != heard[i - 1].paragraph:
            yield range(first, i)
            first = i


class Hindsight:
    """Weighs the clauses of one article and gives its demands anew."""

    __slots__ = ("_article", "_lexicon", "_model", "_sure")

    def __init__(self, article: HeardArticle, model: Weighing, lexicon: Lexicon) -> None:
        self._article, self._lexicon, self._model = article, lexicon, model
        self._sure: dict[int, float] = {}

    def demands(self) -> tuple[Demand, ...]:
        """Return the demands that hold, in order."""
        article = self._article
        found: list[tuple[Demand, range | None]] = []
        dropped: set[int] = set()
        for part in stretches(article.heard):
            numbers = {article.over[i] for i in part} - {None}
            if numbers:
                dropped |= {n for n in numbers if n is not None and self._is_none(n, part)}
            elif (added := self._added(part)) is not None:
                found.append(added)
        chosen = Chosen(article, self._lexicon)
        left = (n for n in range(len(article.demands)) if n not in dropped)
        kept = [(chosen.demand(n), None) for n in left]
        found = sorted([*kept, *found], key=lambda each: (each[0].paragraph, each[0].start))
        return tuple(self._named(found))

    def _doubtful(self, i: int) -> bool:
        """Tell whether the words of a clause may change what its standing says."""
        odds = self._standing_odds(i)
        if self._article.over[i] is None:
            return odds > _HOPELESS
        return odds < _BEYOND_DOUBT

    def _standing_odds(self, i: int) -> float:
        """Return the odds of the standing alone; clauses that stand alike are weighed once."""
        article, worth = self._article, self._model.weights.get
        number = article.over[i]
        made, rule = ("R0", None) if number is None else ("R1", article.demands[number].rule)
        state = article.heard[i].state
        odds = _odds_alike(self._model, state, made, rule)
        for far, tag in ((-1, "PR"), (1, "NR")):
            at = article.beside(i, far)
            if at is not None:
                there, beside = tag + article.edge(i, far), int(article.over[at] is not None)
                odds += worth(f"{there}{beside}", 0.0) + worth(f"{there}{made}{beside}", 0.0)
        return odds

    def _how_sure(self, i: int) -> float:
        sure = self._sure.get(i)
        if sure is None:
            odds = self._model.odds_of(seen_groups(self._article, i))
            sure = self._sure[i] = logistic(odds)
        return sure

    def _is_none(self, number: int, part: range) -> bool:
        """Tell whether a demand within one stretch weighs too little in all its clauses."""
        article = self._article
        one = article.demands[number]
        if one.lead is not None or one.until is not None or one.phase is not None:
            # A task with who leads it, or with labels behind it, is one by its form.
            return False
        if article.texts[one.paragraph].endswith(_RIGHT_BEHIND, 0, one.start):
            # 召开会议，强调在景区开展排查: what the rules found right behind the verb is what it asks.
            return False
        mine = [i for i in part if article.over[i] == number]
        inside = article.over.count(number) == len(mine)
        return (
            inside
            and all(self._doubtful(i) and not self._is_pressing(i) for i in mine)
            and all(self._how_sure(i) < DROPS for i in mine)
        )

    def _is_pressing(self, i: int) -> bool:
        """Tell whether a clause shows that it demands: a modal, a limit, 请, words of one who commands."""
        one = self._article.heard[i]
        if one.state[QUOTED] != "none" or _PRESSING.search(one.words) is not None:
            return True
        return LIMITED.search(one.words) is not None

    def _added(self, part: range) -> tuple[Demand, range] | None:
        """Return the demand of a stretch in which none was found, where one of its clauses weighs enough."""
        article = self._article
        if not any(self._doubtful(i) for i in part):
            return None
        # What can be told at a glance is asked before all signs are weighed.
        text = article.texts[article.heard[part[0]].paragraph]
        if all(self._is_narration(i) for i in part) or self._tells(part, text):
            return None
        if max(self._how_sure(i) for i in part) < ADDS:
            return None
        first = next(i for i in part if self._how_sure(i) >= _BEGINS)
        one = article.heard[first]
        nobody = one.state[SPEAKER] == "none" or self._answers(first)
        if nobody and max(self._how_sure(i) for i in part) < ADDS_OF_NOBODY:
            return None
        if self._is_narration(first):
            return None
        start = article.words(first)[0]
        if _LABEL.search(text, 0, start) is not None or label_at(text, start):
            return None
        stop = _END.search(text, start)
        demand = Demand(
            paragraph=one.paragraph,
            start=start,
            end=stop.start() if stop is not None else len(text),
            speaker=one.issuer,
            verb=one.verb,
            units=(one.unit,) if one.unit is not None else (),
            source=one.source,
            crossed=one.crossed,
            promise=self._is_pledged(first),
            bare=True,
            rule="bare",
            sentences=one.sentences,
        )
        return demand, range(first, part[-1] + 1)

    def _answers(self, i: int) -> bool:
        """Tell whether a clause opens a quotation of nobody known, right behind the words of one who commands."""
        heard = self._article.heard
        if i == 0 or heard[i].state[QUOTED] != "unknown":
            return False
        return heard[i - 1].state[QUOTED] == "commands"

    def _is_narration(self, i: int) -> bool:
        """Tell whether a clause is in nobody's words, or in his who explains: what bodies do there they have mostly done."""
        one = self._article.heard[i]
        nobody = one.state[SPEAKER] == "none" or one.verb in INTRODUCES
        return nobody and one.state[QUOTED] == "none"

    def _tells(self, part: range, text: str) -> bool:
        """Tell whether a clause of a stretch but tells what was done, or announces points."""
        for i in part:
            start, words = self._article.words(i)
            one = self._article.heard[i]
            if one.state[RECORDED] and heads_text(one.words, text[one.end :]):
                return True
            below = self._article.texts[one.paragraph + 1 :][:1]
            if one.state[LASTING] and below and heads_below(text, below[0]):
                return True
            if tells(words) or announces_points(words, text[start + len(words) :]):
                return True
        return False

    def _is_pledged(self, i: int) -> bool:
        model = weighing(self._lexicon, PLEDGED)
        return model is not None and model.sure(pledged_signs(self._article, i)) > _BEGINS

    def _named(self, found: Sequence[tuple[Demand, range | None]]) -> Iterator[Demand]:
        """Yield the demands; those that were added with whom they are for, where both are likely."""
        prior: tuple[int, PlacedUnit | None] = (-1, None)
        for demand, rows in found:
            one = demand
            if rows is not None:
                before = prior[1] if prior[0] == demand.paragraph else None
                likely = self._for(demand, rows, before)
                if likely is None:
                    continue
                one = likely
            real = real_units(one)
            prior = (one.paragraph, real[0] if len(real) == 1 else None)
            yield one

    def _for(self, demand: Demand, rows: range, prior: PlacedUnit | None) -> Demand | None:
        """Return a demand that was added with whom it is likeliest for, or None where that is unlikely."""
        model = weighing(self._lexicon, WHOM)
        if model is None:
            return demand
        each = candidates(self._article, rows, prior, self._lexicon)
        best = max(each, key=lambda one: model.odds(one.signs))
        if model.sure(best.signs) * max(self._how_sure(i) for i in rows) < WORTH:
            return None
        units = (best.unit,) if best.unit is not None else ()
        words = self._article.texts[demand.paragraph][demand.start : demand.end]
        return with_lead(demand._replace(units=units, source=best.source), words, self._lexicon)


def pledged_signs(article: HeardArticle, i: int) -> list[str]:
    """Return the signs by which it is weighed whether a demand is what somebody promises."""
    return [*article.lexical(i), *state_signs(article.heard[i].state)]


def looked_at_again(
    texts: Sequence[str], heard: Sequence[Heard], found: tuple[Demand, ...], lexicon: Lexicon
) -> tuple[Demand, ...]:
    """Return the demands of an article once all its clauses have been weighed together."""
    model = weighing(lexicon, SEEN)
    if model is None or not heard:
        return found
    article = HeardArticle(tuple(texts), tuple(heard), found, lexicon)
    return Hindsight(article, model, lexicon).demands()
