"""The walk that keeps every clause it comes to, with what it heard there."""

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.heard import VERB, Heard, sizes
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.weighed import Weighed
from guatu.domain.reading.lexicon import Lexicon


class Listening(Weighed):
    """Reads as ``Weighed`` does; ``heard`` are the clauses so far."""

    __slots__ = ("heard",)

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self.heard: list[Heard] = []

    def _step(self, clause: Clause) -> None:  # type: ignore[explicit-override]  # Python 3.11
        scope, opened = self._scope, self._open
        speaker, verb = scope.speaker, scope.verb
        unit, source = scope.addressee(None)
        issuer, crossed, sentences = scope.issuer, scope.crossed, scope.sentences
        sentence, paragraph = sizes(sentences, self._paragraph)
        first = "first" if clause.first_in_sentence else ""
        state = (
            scope.demanding,
            scope.lasting,
            scope.decided,
            scope.brief,
            scope.in_list,
            scope.recorded,
            clause.start < self._passed,
            self._set_aside,
            self._fronted is not None,
            self._tasks,
            self._opened_speech,
            self._kind_of_verb(verb),
            self._kind_of_speaker(speaker),
            self._kind_of_quote(clause),
            sentence,
            paragraph,
            clause.mark,
            source.name,
            first or ("semi" if clause.after_semicolon else ""),
            unit is not None,
            clause.heading,
            opened.rule if opened is not None else "",
            speaker is None and issuer is not None,
        )
        super()._step(clause)
        said = ""
        if scope.speaker != speaker or (
            scope.verb != verb and self._kind_of_verb(scope.verb) != state[VERB]
        ):
            said = f"{self._kind_of_verb(scope.verb)} {self._kind_of_speaker(scope.speaker)}"
        self.heard.append(
            Heard(
                self._paragraph,
                clause.start,
                clause.end,
                clause.words,
                (*state, said),
                unit,
                source,
                issuer,
                verb,
                crossed,
                sentences,
            )
        )
