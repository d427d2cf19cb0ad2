"""What a clause is heard in while an article is walked through: who speaks, and what ran before it."""

from functools import lru_cache
from typing import NamedTuple

from guatu.domain.reading.directives.clause_signs import step
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand, PlacedUnit
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.walk import Walk
from guatu.domain.reading.lexicon import Lexicon

_SWITCHES = ("demanding", "decided", "brief", "in_list")
_LASTING = ("lasting", "recorded", "speaks_here")


class Moment(NamedTuple):
    """What is heard before a clause is read and may change by reading it.

    ``last`` is the demand before, ``end`` how far it goes by then.
    """

    demanding: bool
    decided: bool
    brief: bool
    in_list: bool
    unit: PlacedUnit | None
    open: bool
    last: Demand | None
    end: int
    fronted: bool
    aside: bool


@lru_cache(maxsize=256)
def _kind_of_verb(verb: str, lexicon: Lexicon) -> str:
    """Return how a verb of speech sounds; the few there are come again at every clause."""
    if not verb:
        return "none"
    kinds = (
        ("demand", lexicon.demand_verbs),
        ("soft", lexicon.soft_verbs),
        ("say", ("说", "讲", "说道")),
        ("report", lexicon.report_verbs),
        ("charge", lexicon.charge_verbs),
    )
    return next((name for name, verbs in kinds if verb in verbs), "other")


def behind_number(words: str, context: list[str]) -> int:
    """Return where the words of a clause begin behind its number, which is added to its context."""
    ordinal = ordinal_at_front(words)
    if ordinal is None:
        return 0
    context.append("formal" if ordinal.formal else "ordinal")
    return ordinal.end


class Overheard(Walk):
    """Reads as ``Walk`` does, and tells as signs what a clause is heard in."""

    __slots__ = ()

    def _moment(self) -> Moment:
        """Return of what is heard what reading a clause may change."""
        scope, opened = self._scope, self._open
        last = opened or (self._found[-1] if self._found else None)
        end = last.end if last is not None else 0
        return Moment(
            scope.demanding,
            scope.decided,
            scope.brief,
            scope.in_list,
            scope.unit,
            opened is not None,
            last,
            self._end if opened is not None else end,
            self._fronted is not None,
            self._set_aside,
        )

    def _heard(self, clause: Clause, speech: SpeechAct | None, moment: Moment) -> list[str]:
        """Return the signs of what a clause is heard in: who speaks with which verb, what ran before it."""
        scope = self._scope
        verb, speaker = self._kind_of_verb(scope.verb), self._kind_of_speaker(scope.speaker)
        signs = [f"s:{name}" for name, on in zip(_SWITCHES, moment[:4], strict=True) if on]
        signs += [f"s:{name}" for name in _LASTING if getattr(scope, name)]
        signs += [
            f"v:{verb}",
            f"sp:{speaker}",
            f"vs:{verb} {speaker}",
            f"q:{self._kind_of_quote(clause)}",
            f"sentence:{step(scope.sentences, (1, 2, 3, 6))}",
            f"paragraph:{step(self._paragraph, (1, 2, 4))}",
            f"mark:{clause.mark}",
        ]
        if clause.first_in_sentence:
            signs.append("first")
        elif clause.after_semicolon:
            signs.append("semi")
        elif moment.open and moment.last is not None:
            signs += ["open", f"open:{moment.last.rule}"]
        if moment.fronted:
            signs.append("fronted")
        if moment.aside:
            signs.append("aside")
        if speech is not None:
            signs += ["speech", f"direct:{speech.direct}", f"said:{speech.verb}"]
        last = moment.last
        if last is None or last.paragraph != self._paragraph:
            return [*signs, "gap:4"]
        signs.append(f"gap:{step(clause.start - moment.end, (3, 30, 100, 900))}")
        if last.promise:
            signs.append("last_promise")
        if last.units:
            signs.append("last_unit")
        return signs

    def _kind_of_verb(self, verb: str) -> str:
        return _kind_of_verb(verb, self._lexicon)

    def _kind_of_speaker(self, speaker: str | None) -> str:
        if speaker is None:
            return "none"
        if speaker == self._lead:
            return "lead"
        if speaker in self._leaders:
            return "leader"
        if speaker in self._guests:
            return "guest"
        if speaker in self._posted:
            return "posted"
        return "collective" if speaker in self._lexicon.collective_speakers else "other"

    def _kind_of_quote(self, clause: Clause) -> str:
        if not self._quotes:
            return "none"
        quote = self._quote_at(clause.start)
        if quote is None:
            return "none"
        if quote.speaker is None:
            return "unknown"
        return "commands" if self._commands_in(quote) else "others"
