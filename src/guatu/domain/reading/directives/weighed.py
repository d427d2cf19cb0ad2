"""Weighs what the rules of the walk leave doubtful, and overrules them only where the weight is heavy.

Three things are weighed, each by the signs counted on annotated counties: a sentence in which the rules
found no demand at all, a demand that opened by a weak rule, and a name that a weak rule took for
who is told. See ``docs/decisions/0020-a-learned-gate-beside-the-rules.md``.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from guatu.domain.reading.calibration import logistic
from guatu.domain.reading.directives.assertions import states, tells
from guatu.domain.reading.directives.assigned import with_lead
from guatu.domain.reading.directives.bare_acts import goes_on_acting
from guatu.domain.reading.directives.clause_signs import clause_signs
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.fronted import is_wanting
from guatu.domain.reading.directives.imperatives import commands
from guatu.domain.reading.directives.leadins import announces_points, is_punished, is_theme
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.name_signs import (
    TOLD_SIGN,
    told_signs,
)
from guatu.domain.reading.directives.ordinals import heads_below, heads_text
from guatu.domain.reading.directives.overheard import Moment, behind_number
from guatu.domain.reading.directives.plain_acts import opens_with_act
from guatu.domain.reading.directives.plain_telling import INTRODUCES
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.vows import LIMITED
from guatu.domain.reading.directives.weighed_names import FORESEES, NAMES, WeighedNames
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_broad, unit_at_front
from guatu.domain.reading.weighing import DEMANDS, Weighing, weighing

OPENS = 0.85
OPENS_TO_FACE = 0.35
"""The same where one who leads speaks to somebody face to face: most of what he says is for him to do."""
"""From here on a sentence without a demand is one all the same."""
_BEGINS = 0.5
_HOPELESS = -2.5
OPENS_NOT = 0.2
"""Below this a demand that opened by a weak rule is none."""
_WEAK = frozenset(("bare", "fronted", "doing", "topic", "assigned"))
_UNNAMED = frozenset(("bare", "fronted", "topic"))
_LONGEST_THEME, _LONGEST_HEADING = 16, 6


class Doubted(NamedTuple):
    """A clause in which no rule opened a demand, as it was heard: its place, its context, whom it would be for."""

    words: str
    start: int
    context: tuple[str, ...]
    begin: int
    speaker: str | None
    verb: str
    unit: PlacedUnit | None
    source: Source
    crossed: int
    sentences: int
    promise: bool


class Weighed(WeighedNames):
    """Reads by the rules and weighs what it leaves doubtful.

    ``_doubted`` are the clauses of the stretch in which nothing opened, ``_tells`` whether one of
    them but tells; ``_settled`` is how many demands had been found when the stretch began.
    """

    __slots__ = ("_doubted", "_settled", "_tells")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._doubted: list[Doubted] = []
        self._settled = 0
        self._tells = False

    def _clause(  # type: ignore[explicit-override]  # Python 3.11
        self, clause: Clause, skip: int, *, speech: SpeechAct | None
    ) -> None:
        before, end, found = self._open, self._end, len(self._found)
        if before is None and not self._may_demand():
            super()._clause(clause, skip, speech=speech)
            return
        moment = self._moment()
        super()._clause(clause, skip, speech=speech)
        opened = self._open
        if opened is None:
            if before is None and len(self._found) == found and self._may_demand():
                self._doubt(clause, skip, speech, moment)
            return
        if before is not None and opened.promise == before.promise:
            self._weigh_anew(clause, skip, speech, moment=moment, before=before, end=end)
            opened = self._open or opened
        behind_theme = before is not None and self._is_theme(opened, before, clause)
        untouched = opened is before and self._end == end
        if untouched or not (behind_theme or self._is_weak(opened, before)):
            return
        context = self._heard(clause, speech, moment)
        words = clause.words[skip:]
        behind = behind_number(words, context)
        words, start = words[behind:], clause.start + skip + behind
        if not words:
            return
        if behind_theme:
            if unit_at_front(words, self._lexicon) is None or is_punished(words):
                # Names that no list knows are sought where a demand opens, not in each of its clauses.
                return
            sure, run = self._best_name(words, context)
            if run is not None and not run[0] and sure >= NAMES:
                self._rename(words, run, start)
            return
        if before is None and self._is_none(opened, words, start, context):
            self._open, self._means = None, False
            self._scope.unit, self._scope.demanding = moment.unit, moment.demanding
            return
        if before is None or opened.start != before.start or opened.units != before.units:
            self._weigh_name(words, start, context, before, moment.unit)

    def _is_theme(self, opened: Demand, before: Demand, clause: Clause) -> bool:
        """Tell whether all that stands of a demand of nobody is a short clause: 老旧管网的改造，县住建局…."""
        same = opened.start == before.start and opened.units == before.units
        same = same and not self._to_face
        if not same or opened.promise or opened.source is Source.EXPLICIT:
            return False
        front = self._plain[opened.start : clause.start]
        if len(front) > _LONGEST_THEME or front.find("，") < len(front) - 1:
            return False
        return unit_at_front(front, self._lexicon) is None

    def _is_weak(self, opened: Demand, before: Demand | None) -> bool:
        """Tell whether a demand that stands open was opened, or named, by a rule that may be overruled."""
        if opened.rule not in _WEAK or opened.promise:
            return False
        return before is None or opened.start != before.start or opened.units != before.units

    def _may_demand(self) -> bool:
        """Tell whether anybody is heard who might demand."""
        scope = self._scope
        if scope.demanding or scope.lasting:
            return True
        return scope.speaker is not None and scope.verb not in INTRODUCES

    def _doubt(self, clause: Clause, skip: int, speech: SpeechAct | None, moment: Moment) -> None:
        """Keep a clause in which nothing opened until the end of its stretch."""
        scope, words = self._scope, clause.words[skip:]
        if clause.start < self._passed:
            # Passed over as a report.
            return
        aim = is_theme(self._plain[clause.end : clause.end + 2]) or is_wanting(words)
        if aim or tells(words) or (self._set_aside and scope.lasting):
            # What is done already, or planned in a letter, is told with all that stands beside it.
            self._tells = True
        waits = self._fronted is not None and clause.mark == "，"
        if waits or self._tells:
            return
        context = self._heard(clause, speech, moment)
        behind = behind_number(words, context)
        words, start = words[behind:], clause.start + skip + behind
        heads = scope.recorded and heads_text(clause.words, self._plain[clause.end :])
        heads = heads or (
            "formal" in context and clause.mark == "。" and len(words) <= _LONGEST_HEADING
        )
        heads = heads or (scope.lasting and heads_below(self._plain, self._below))
        if not words or heads:
            # （二）部门检查。…: the head of what is told below it.
            return
        unit, source = scope.addressee(None)
        lower = scope.speaker is not None and scope.speaker not in self._leaders
        vows = lower and scope.verb in self._lexicon.report_verbs
        if vows and unit is None and scope.voice is not None:
            # 县住建局表示，要…: who says so will do it.
            unit = scope.voice
        self._doubted.append(
            Doubted(
                words=words,
                start=start,
                context=tuple(context),
                begin=self._start(start),
                speaker=scope.issuer,
                verb=scope.verb,
                unit=unit,
                source=source,
                crossed=scope.crossed,
                sentences=scope.sentences,
                promise=vows,
            )
        )

    def _settle(self) -> None:  # type: ignore[explicit-override]  # Python 3.11
        """Open the demand of a stretch in which no rule found one, where one of its clauses weighs enough."""
        doubted, told = self._doubted, self._tells
        self._tells = False
        if doubted:
            self._doubted = []
            self._weigh_stretch([] if told or len(self._found) > self._settled else doubted)
        self._settled = len(self._found)

    def _weigh_stretch(self, doubted: Sequence[Doubted]) -> None:
        """Find the demand of clauses in which no rule found one, where they weigh enough."""
        model = weighing(self._lexicon, DEMANDS)
        if not doubted or model is None or any(map(self._announces_only, doubted)):
            return
        # Names cost most to weigh: they are asked for only where they may open a demand.
        most = max((0.0, *model.behind(TOLD_SIGN).values()))
        unnamed = [self._log_odds(one, model) for one in doubted]
        to_face = self._to_face and doubted[0].words[:1] != "我"
        to_face = to_face and not self._asks_only(doubted[0].start)
        enough = OPENS_TO_FACE if to_face else OPENS
        if logistic(max(unnamed) + most) < enough:
            return
        weighed = [
            self._weight_of(one, model)
            if logistic(odds + most) >= min(_BEGINS, enough)
            and not (to_face and states(one.words, self._lexicon))
            else 0.0
            for one, odds in zip(doubted, unnamed, strict=True)
        ]
        if max(weighed) >= enough:
            begins = min(_BEGINS, enough)
            first = next(i for i, sure in enumerate(weighed) if sure >= begins)
            found = self._demand_of(doubted[first:])
            words = self._plain[found.start : found.end]
            self._found.append(with_lead(found, words, self._lexicon))

    def _asks_only(self, start: int) -> bool:
        """Tell whether the stretch that begins at a place ends as a question."""
        return self._plain.startswith("？", self._stretch_end(start))

    def _stretch_end(self, start: int) -> int:
        """Return where the stretch ends that a place lies in."""
        ends = (at for mark in "。；！？" if (at := self._plain.find(mark, start)) >= 0)
        return min(ends, default=len(self._plain))

    def _announces_only(self, one: Doubted) -> bool:
        after = self._plain[one.start + len(one.words) :]
        return announces_points(one.words, after)

    def _weight_of(self, one: Doubted, model: Weighing) -> float:
        """Return how sure a clause is to demand, by whom it names too."""
        named = self._best_name(one.words, one.context)[0]
        return logistic(self._log_odds(one, model, *told_signs(named)))

    def _log_odds(self, one: Doubted, model: Weighing, *more: str) -> float:
        """Return the log odds that a clause demands; where nobody is heard to demand its words are not asked."""
        heard = model.odds(one.context)
        if heard < _HOPELESS:
            return -math.inf
        signs = clause_signs(one.words, self._plain, one.start, self._lexicon)
        return heard + model.odds([*signs, *more]) - model.bias

    def _demand_of(self, clauses: Sequence[Doubted]) -> Demand:
        """Return the demand that begins with the first of some clauses and runs to the end of their stretch."""
        one = clauses[0]
        unit, source, promise = one.unit, one.source, one.promise
        for each in clauses:
            sure, run = self._best_name(each.words, each.context)
            told = run is not None and not (self._to_face and is_broad(each.words[slice(*run)]))
            if told and run is not None and sure > (_BEGINS if each is one else NAMES):
                unit, source = self._named_at(each.words, run, each.start), Source.EXPLICIT
                promise = promise or each.words.startswith(FORESEES, run[1])
                break
        stop = self._stretch_end(one.start)
        return Demand(
            paragraph=self._paragraph,
            start=one.begin,
            end=stop,
            speaker=one.speaker,
            verb=one.verb,
            units=(unit,) if unit is not None else (),
            source=source,
            crossed=one.crossed,
            promise=promise,
            bare=True,
            rule="bare",
            sentences=one.sentences,
        )

    def _is_none(self, opened: Demand, words: str, start: int, context: list[str]) -> bool:
        """Tell whether what a weak rule opened of nobody weighs too little for a demand."""
        model = weighing(self._lexicon, DEMANDS)
        pointed = opened.numbered or self._opened_speech or "speech" in context
        pointed = pointed or "q:commands" in context
        pointed = pointed or self._scope.in_list or (self._scope.lasting and opened.start == 0)
        if model is None or opened.rule not in _UNNAMED or opened.units or pointed:
            return False
        said = self._plain[opened.start : start + len(words)]
        if any(self._is_pressing(part, context) for part in said.split("，")):
            return False
        named = self._best_name(words, context)[0]
        signs = clause_signs(words, self._plain, start, self._lexicon) + told_signs(named)
        return model.sure([*context, *signs]) < OPENS_NOT and named < NAMES

    def _is_pressing(self, words: str, context: list[str]) -> bool:
        """Tell whether a clause shows by its form that it demands: a modal, a limit, a number, 请, an imperative."""
        numbered = "ordinal" in context or "formal" in context
        if numbered or "请" in words or LIMITED.search(words) is not None:
            return True
        form = commands(words, self._lexicon, numbered=False, pointed=False)
        form = form or opens_with_act(words, self._lexicon)
        form = form or goes_on_acting(words, self._lexicon)
        return form or find_modal(words, self._lexicon) is not None
