"""Asks of every stretch of speech, before any rule opens a demand in it, whether it but reports."""

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.directives.fronted import is_fronted, is_occasion
from guatu.domain.reading.directives.points import Points
from guatu.domain.reading.directives.promises import is_later
from guatu.domain.reading.directives.reports import ENOUGH, NEVER, SURELY, end_of_report
from guatu.domain.reading.directives.states_of import end_of_states, told_with_states

# Verbs that demand and yet report as often.
_TELL_TOO = frozenset(("指出", "认为", "强调", "说", "表示", "提出", "肯定", "介绍"))


class Telling(Points):
    """Passes over reports, and takes the unit whose states a demand begins with."""

    __slots__ = ()

    def _reports(self, start: int, clause: Clause, *, opens: bool) -> bool:
        """Pass over a stretch that reports, or open the demand on a unit whose states it begins with."""
        heard = self._scope.demanding or self._scope.speaks_here
        opens = opens or clause.first_in_sentence or clause.after_semicolon
        if not opens or self._open is not None or not heard:
            return False
        named = told_with_states(self._plain, start, self._lexicon)
        if named is not None:
            self._scope.unit = self._placed(named, start)
            self._begin(self._start(start), clause, Source.EXPLICIT, rule="subject")
            return True
        end = end_of_report(self._plain, start, self._lexicon, enough=self._enough(start))
        end = max(end, end_of_states(self._plain, start, self._lexicon))
        if end <= start:
            return False
        self._fronted = None
        self._passed = end
        return True

    def _enough(self, start: int) -> float:
        """Return what a stretch must weigh to be a report, by who is heard with which verb."""
        scope = self._scope
        if scope.recorded:
            return NEVER
        first = self._plain[:start].rstrip("：，").endswith(scope.verb or "。")
        if first and scope.verb not in self._lexicon.report_verbs and scope.verb not in _TELL_TOO:
            return NEVER
        return ENOUGH if first and scope.verb != "强调" else SURELY

    def _pass_over(self, words: str, start: int, clause: Clause) -> None:
        """Keep of words that demand nothing what may yet stand in front of a demand."""
        self._later = is_later(words)
        plain = self._scope.speaker in self._leaders
        plain = plain and (is_occasion(words) or self._is_matter(words, clause))
        if self._fronted is None and clause.mark == "，" and (plain or is_fronted(words)):
            self._fronted, self._front_holds = start, True
