"""Weighs whom a demand is for: the names that weak rules took, those no rule saw, and new ones as a demand runs on.

Behind a comma the next clause may tell somebody anew (各村要摸清底数，护林员守住路口) or only name whom the one told has
to deal with (…，安排护林员守路口; …，护林员要选好). Which of both is weighed by the signs of the name and of what
follows it, counted on annotated counties and on composed speeches (``tools/train_weighing.py``).
"""

import re
from collections.abc import Callable, Sequence

from guatu.domain.reading.directives.assigned import works_with_lead
from guatu.domain.reading.directives.by_whom import is_consequence
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.each_case import is_counted_thing, is_for_each
from guatu.domain.reading.directives.leadins import helps_another, is_punished
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.name_signs import Run, brings_in, name_signs, runs_in_front
from guatu.domain.reading.directives.overheard import Moment, Overheard, behind_number
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.name_form import is_of_trades
from guatu.domain.reading.unit_ending import ends_as_unit, unit_ends
from guatu.domain.reading.unit_fronts import is_broad, is_strong
from guatu.domain.reading.units import Named, is_unit, kind_of, unit_start
from guatu.domain.reading.weighing import TOLD, weighing

NAMES_NOT = 0.1
"""Below this a name is of nobody who is told."""
NAMES_BETTER = 0.6
_BY_FAR = 0.3
NAMES = 0.9
"""From here on a name in front is of who is told, though the rules heard nobody."""
RUNS_ON = 0.12
"""Below this a name that the rules heard as a demand ran on is of nobody who is told anew."""
BRINGS_IN = 0.6
"""The same of words that begin with a verb, as names seldom do: 安排班子成员, 交县财政局."""
TOLD_ANEW = 0.9
"""From here on a name at the front of a further clause is of somebody told anew, though the rules heard none."""
_SURE_ENOUGH = NAMES_BETTER + _BY_FAR
_NAMED_WEAKLY = frozenset(("bare", "fronted", "doing", "assigned", "topic"))
_NAMED_ANEW = frozenset(("assigned", "modal", "doing"))
_OFFICES = re.compile(
    "(?![我你他她咱谁怎什哪])(?:[\u3400-\u9fff]{2,6}(?:镇|乡|街道|局|委|办|中心|政府)[、和]?)++"
)
_HIS_OWN = re.compile(
    "(?:负责人|负责同志|责任人|领导|队伍|人员|专人|同志|群众|村民|居民|学生|违者|我们|大家)$|^(?:任何|其|该|本|全|双方|对方|(?:专班|上下)$)"
)
_ALL_THAT = ("所有", "全体", "广大")
_AMONG_THEM = ("特别是", "尤其是", "包括")
_PROLONGS = tuple("办委局所站和及与、")
FORESEES = ("将", "打算", "准备")


_Context = Callable[[], list[str]]
"""Returns the signs of what a clause is heard in."""


class WeighedNames(Overheard):
    """Weighs the names of demands beside the rules."""

    __slots__ = ()

    def _weigh_anew(
        self,
        clause: Clause,
        skip: int,
        speech: SpeechAct | None,
        *,
        moment: Moment,
        before: Demand,
        end: int,
    ) -> None:
        """Weigh whether a further clause of a running demand, which went to ``end``, tells somebody anew."""
        went_on = self._open is before and self._end != end
        if not went_on and (self._open is before or speech is not None):
            return
        numbered: list[str] = []
        words = clause.words[skip:]
        behind = behind_number(words, numbered)
        words, start = words[behind:], clause.start + skip + behind
        if not words:
            return

        def heard() -> list[str]:
            # Most clauses name nobody, and what they are heard in is not asked for.
            return self._heard(clause, speech, moment) + numbered

        if went_on:
            self._tells_anew(words, start, clause, heard, before)
        else:
            self._runs_on(words, start, heard, before, moment.unit)

    def _runs_on(
        self, words: str, start: int, heard: _Context, before: Demand, unit: PlacedUnit | None
    ) -> None:
        """Weigh the name by which the rules let a further clause of a running demand tell somebody anew."""
        model, opened = weighing(self._lexicon, TOLD), self._open
        if model is None or opened is None or opened.rule not in _NAMED_ANEW or opened.promise:
            return
        if self._scope.lasting:
            # Whom a paper binds its own rules tell: 乘客须系安全带.
            return
        if opened.source is not Source.EXPLICIT or not opened.units or opened.units == before.units:
            return
        mine = opened.units[0]
        run = (mine.start - start, mine.end - start)
        if mine.paragraph != self._paragraph or run[0] != unit_start(words, self._lexicon):
            return
        if run[1] > len(words):
            return
        name = words[run[0] : run[1]]
        brings = brings_in(name, self._lexicon)
        own = is_strong(name) or self._is_office(name)
        own = own and not (brings or name.startswith(_ALL_THAT))
        if own or is_of_trades(name) or any(one in name for one in _AMONG_THEM):
            # 县财政局, 各镇: by its form an office or a class, whatever follows; 所有渔船 is as often of things.
            return
        sure = model.sure(name_signs(words, run, heard(), self._lexicon))
        if sure < (BRINGS_IN if brings else RUNS_ON):
            self._unname(opened, before, unit)

    def _tells_anew(
        self, words: str, start: int, clause: Clause, heard: _Context, before: Demand
    ) -> None:
        """Open a demand where a further clause tells somebody anew whom no rule heard."""
        if (
            before.promise
            or before.source is not Source.EXPLICIT
            or before.paragraph != self._paragraph
        ):
            return
        if (
            self._to_face
            or words.endswith("了")
            or words.startswith(_AMONG_THEM)
            or is_for_each(words)
            or is_punished(words)
        ):
            return
        run = self._name_anew(words, heard)
        if run is None:
            return
        name = words[run[0] : run[1]]
        own = {unit.text for unit in before.units}
        if any(name in one for one in own) or is_consequence(self._plain[:start], name, words):
            return
        if works_with_lead(self._plain[before.start : start], words[run[1] :]):
            return
        begin = self._start(start)
        self._close()
        self._scope.unit = self._named_at(words, run, start)
        self._begin(begin, clause, Source.EXPLICIT, rule="assigned")

    def _name_anew(self, words: str, heard: _Context) -> Run | None:
        """Return the name at the front of a further clause that weighs enough for somebody told anew."""
        model, start = weighing(self._lexicon, TOLD), unit_start(words, self._lexicon)
        ends = unit_ends(words, start, self._lexicon)
        runs = [(start, stop) for stop in ends if self._may_be_told(words, start, stop)]
        if model is None or not runs:
            return None
        context = heard()
        weighed = [
            (model.sure(name_signs(words, one, context, self._lexicon)), one) for one in runs
        ]
        sure, run = max(weighed, key=lambda one: one[0])
        return run if sure > TOLD_ANEW else None

    def _may_be_told(self, words: str, start: int, stop: int) -> bool:
        """Tell whether words at the front of a further clause are a name, and not of whom the one told sends."""
        name = words[start:stop]
        if is_broad(name) or not is_unit(name, self._lexicon):
            return False
        if not all(ends_as_unit(one, self._lexicon) for one in name.split("、")):
            return False
        if brings_in(name, self._lexicon) or _HIS_OWN.search(name) is not None:
            # 组织技术员, 主要负责同志: whom the one told sends, or a part of him.
            return False
        return not helps_another(words[stop:])

    def _best_name(self, words: str, context: Sequence[str]) -> tuple[float, Run | None]:
        model = weighing(self._lexicon, TOLD)
        best: tuple[float, Run | None] = (0.0, None)
        if model is None:
            return best
        for run in runs_in_front(words, self._lexicon):
            if is_counted_thing(words[run[1] :]):
                # 县领导 + 包联的12件积案: whose things they are.
                continue
            sure = model.sure(name_signs(words, run, context, self._lexicon))
            if sure > best[0]:
                best = (sure, run)
        return best

    def _named_at(self, words: str, run: Run, start: int) -> PlacedUnit:
        kind = kind_of(words[run[0] : run[1]], self._lexicon)
        return self._placed(Named(start=run[0], end=run[1], kind=kind), start)

    def _weigh_name(
        self,
        words: str,
        start: int,
        context: list[str],
        before: Demand | None,
        unit: PlacedUnit | None,
    ) -> None:
        """Weigh whom a demand that just opened is for, where a weak rule or nothing says so."""
        model, opened = weighing(self._lexicon, TOLD), self._open
        assert opened is not None
        if model is None or opened.rule not in _NAMED_WEAKLY:
            return
        if opened.source is not Source.EXPLICIT or not opened.units:
            if opened.promise or words.startswith(_AMONG_THEM) or self._to_face:
                return
            if opened.rule == "topic" and find_modal(words, self._lexicon) is not None:
                # 体育馆要年底前封顶: whom a modal tells the rules know.
                return
            sure, run = self._best_name(words, context)
            if run is not None and sure >= NAMES:
                self._rename(words, run, start)
            return
        mine = opened.units[0]
        run = (mine.start - start, mine.end - start)
        if mine.paragraph != self._paragraph or run[0] < 0 or run[1] > len(words):
            return
        plain = self._is_plain_name(words, run, opened.rule)
        if plain and not words.startswith(_PROLONGS, run[1]):
            return
        said = model.sure(name_signs(words, run, context, self._lexicon))
        if said > _SURE_ENOUGH - _BY_FAR:
            return
        sure, better = self._best_name(words, context)
        if better is not None and words.startswith("“", better[1]) and better[1] < run[1]:
            # 责任单位“一把手”: the whole name that the rules know, and no front of it.
            return
        if better is not None and better != run and sure > max(NAMES_BETTER, said + _BY_FAR):
            self._rename(words, better, start)
        elif said < NAMES_NOT and not plain:
            self._unname(opened, before, unit)

    def _is_plain_name(self, words: str, run: Run, rule: str) -> bool:
        """Tell whether a name shows by its form that it is of who is told: 由X, 各X, X镇、Y局."""
        name = words[run[0] : run[1]]
        offices = self._is_office(name)
        bound = self._scope.lasting and rule == "assigned"
        return bound or run[0] > 0 or name.startswith("各") or offices

    def _is_office(self, name: str) -> bool:
        """Tell whether a name is of offices and towns by its form: 青石镇, 住建局和街道办."""
        return _OFFICES.fullmatch(name) is not None and name[:2] not in self._lexicon.usage.verbs

    def _rename(self, words: str, run: Run, start: int) -> None:
        assert self._open is not None
        self._scope.unit = self._named_at(words, run, start)
        foresees = words.startswith(FORESEES, run[1]) and not self._scope.demanding
        self._open = self._open._replace(
            units=(self._scope.unit,),
            source=Source.EXPLICIT,
            promise=self._open.promise or foresees,
        )

    def _unname(self, opened: Demand, before: Demand | None, unit: PlacedUnit | None) -> None:
        """Let a demand be for whom it would be without its name; one split off goes on instead."""
        self._scope.unit = unit
        last = self._found[-1] if self._found else None
        if before is not None and last is not None and last.start == before.start:
            self._found.pop()
            self._open = before
            return
        heard, source = self._scope.addressee(None)
        self._open = opened._replace(units=(heard,) if heard is not None else (), source=source)
