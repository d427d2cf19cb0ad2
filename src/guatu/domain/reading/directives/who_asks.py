"""Who asks where the verb of asking names nobody: whoever acts in the sentence before it, or leads."""

from guatu.domain.reading.directives.before_asking import front_of, goes_about, is_of_meeting
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import PlacedUnit
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.turning import Turning
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named
from guatu.domain.reading.values import AddresseeKind


class WhoAsks(Turning):
    """Knows who asks by what stands before the verb; ``_guests`` have nobody to command."""

    __slots__ = ("_guests", "_names")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._guests: frozenset[str] = frozenset()
        self._names = voices.names

    def _set_right_who_asks(self, speech: SpeechAct, clause: Clause) -> None:
        """Take who acts in the sentence for who asks, and he who leads for a guest who spoke last."""
        if not speech.demanding:
            return
        if self._speakers.search(speech.head) is None:
            self._scope.speaker = self._who_acts(clause) or self._scope.speaker
        if speech.head in ("他", "她") and self._scope.speaker in self._guests:
            # “…。”一位经理说。他要求，…: who leads, and not the guest who spoke last.
            self._scope.speaker = self._lead

    def _answered_him(self, speech: SpeechAct, clause: Clause) -> PlacedUnit | None:
        """Return who is 他 in 某某对他说: the last in the paragraph who holds a post and leads nothing."""
        if not speech.head.endswith(("对他", "对她")) or self._names is None:
            return None
        before = list(self._names.finditer(self._plain, 0, clause.start))
        if not before or before[-1].group() in self._leaders | self._guests:
            return None
        start, end = before[-1].span()
        return self._placed(Named(start=start, end=end, kind=AddresseeKind.UNIT), 0)

    def _who_acts(self, clause: Clause) -> str | None:
        """Return whom the sentence before a bare verb of asking is of: the meeting, or one who leads."""
        if clause.first_in_sentence or self._scope.lasting:
            return None
        front = front_of(self._plain, clause)
        found = {one.group() for one in self._names.finditer(front)} if self._names else set()
        if not found:
            return "会议" if is_of_meeting(front) else None
        leads = len(found) == 1 and found <= self._leaders
        return found.pop() if leads and self._scope.speaker in self._guests else None

    def _tells_on(self, clause: Clause) -> bool:
        """Tell whether whoever leads acts in the sentence before a clause: 某某看了工地，要求…."""
        if clause.first_in_sentence or self._scope.lasting or self._open is not None:
            return False
        front = front_of(self._plain, clause)
        found = [one.group() for one in self._names.finditer(front)] if self._names else []
        if found:
            return found[-1] in self._leaders
        known = self._scope.subject in self._leaders
        return is_of_meeting(front) or (known and goes_about(front))
