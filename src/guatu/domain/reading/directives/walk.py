"""Walks through an article clause by clause and collects the demands of each speech act."""

import re
from collections.abc import Sequence
from dataclasses import replace
from re import Pattern

from guatu.domain.reading.directives.assigned import (
    assignment_in,
    label_of,
    takes_the_lead,
    told_without_modal,
)
from guatu.domain.reading.directives.clauses import Clause, clauses
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.imperatives import (
    DONE,
    LONGEST_TOPIC,
    commands,
    is_adverbial,
    sounds_demanding,
)
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.notices import (
    NOTICE,
    is_noun_head,
    opens_notice,
    salutation_in,
)
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.promises import speaks_of_itself, will_at
from guatu.domain.reading.directives.scope import Scope
from guatu.domain.reading.directives.speech import SpeechAct, find_speech
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import (
    Named,
    audience_at_front,
    kind_of,
    unit_before,
    unit_doing,
)

_FRONTED = re.compile(r"(?:对于|对|针对|将|把)")
_WHEN = re.compile(
    r"(?:截至|截止|自|从|在|到|即日起?至?)?(?:[\d一二三四五六七八九十]+[年月日个天周季]|年|月|本|下|明|今|上半|元旦|春节)"
    r"[^，。；]{0,12}?(?:前|内|底|末|起|间)$"
)
_STANDS_ALONE = re.compile(r"于|在\d|牵头|负责|会同|联合|限期")
_ALWAYS_SPEECH = ("要求", "责成", "责令")
_SHORTEST = 3
_FIRST = 3


class Walk:
    """Reads one article: the speech that runs, the demand that is open, those found."""

    __slots__ = (
        "_addressed",
        "_cuts",
        "_found",
        "_fronted",
        "_label",
        "_lexicon",
        "_open",
        "_opened_speech",
        "_paragraph",
        "_plain",
        "_scope",
        "_speakers",
    )

    def __init__(
        self, names: Pattern[str] | None, speakers: Pattern[str], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._speakers = speakers
        self._scope = Scope(names, speakers)
        self._found: list[Demand] = []
        self._open: Demand | None = None
        self._fronted: int | None = None
        self._opened_speech = False
        self._label: str | None = None
        self._cuts: tuple[int, ...] = ()
        self._addressed: PlacedUnit | None = None
        self._paragraph = 0
        self._plain = ""

    def article(self, texts: Sequence[str], cuts: Sequence[tuple[int, ...]]) -> tuple[Demand, ...]:
        """Read all paragraphs; ``cuts`` are places where another article's words begin."""
        for number, text in enumerate(texts):
            self._paragraph, self._plain, self._cuts = number, text, cuts[number]
            self._fronted = self._label = None
            self._opened_speech = False
            self._scope.begin_paragraph(number, text)
            self._take_salutation(text)
            for clause in clauses(text):
                self._step(clause)
            self._close()
        return tuple(self._found)

    def _take_salutation(self, text: str) -> None:
        named = salutation_in(text, self._lexicon) if self._paragraph < _FIRST else None
        if named is not None:
            self._addressed = self._placed(named, 0)

    def _step(self, clause: Clause) -> None:
        if clause.first_in_sentence or clause.after_semicolon:
            self._close()
            self._fronted = None
            self._scope.crossed += 1 if clause.after_semicolon else 0
        for cut in self._cuts:
            if clause.start <= cut < clause.end and self._open is not None:
                self._cut_open(cut)
        if self._take_label(clause):
            return
        if opens_notice(clause.words, clause.mark):
            self._close()
            self._scope.begin_speech(NOTICE, self._addressed)
            return
        speech = self._speech(clause)
        if speech is not None:
            self._close()
            to = self._placed(speech.to, clause.start) if speech.to else None
            self._scope.begin_speech(speech, to)
            if speech.content < len(clause.words):
                self._content(clause, speech.content, speech=speech)
            else:
                self._opened_speech = True
            return
        self._content(clause, 0, speech=None)
        self._opened_speech = False
        if self._open is None:
            self._scope.note_subject(clause)

    def _speech(self, clause: Clause) -> SpeechAct | None:
        speech = find_speech(clause, self._speakers, self._lexicon)
        if speech is None or not speech.direct:
            return speech
        rest = clause.words[speech.content :]
        demands = sounds_demanding(rest, self._lexicon) or (
            speech.verb in self._lexicon.soft_verbs
            and audience_at_front(rest, self._lexicon) is not None
        )
        if not speech.head and (self._open is not None or self._scope.demanding):
            # 鼓励群众… inside a demand is what the addressee shall do, not a new speech act.
            return speech if speech.verb in _ALWAYS_SPEECH and demands else None
        return speech if demands else None

    def _placed(self, named: Named, shift: int) -> PlacedUnit:
        start, end = shift + named.start, shift + named.end
        return PlacedUnit(
            text=self._plain[start:end],
            kind=named.kind,
            paragraph=self._paragraph,
            start=start,
            end=end,
        )

    def _content(self, clause: Clause, skip: int, *, speech: SpeechAct | None) -> None:
        words, start = clause.words[skip:], clause.start + skip
        after_speech = speech is not None or self._opened_speech
        ordinal = ordinal_at_front(words)
        if ordinal is not None and (self._scope.demanding or ordinal.demands):
            self._close()
            self._scope.unit = self._scope.default
            words, start = words[ordinal.end :], start + ordinal.end
            if words.startswith("关于") or not words or is_noun_head(words):
                return
        if self._modal_clause(words, start, clause):
            return
        if self._open is not None:
            self._go_on(words, start, clause)
            return
        if self._promise(words, start, clause) or self._assigned(words, start, clause):
            return
        if not self._scope.demanding:
            return
        if speech is not None and speech.verb in self._lexicon.soft_verbs:
            if self._wished(words, start, clause):
                return
        fresh = clause.first_in_sentence or clause.after_semicolon or ordinal is not None
        fresh = fresh or self._fronted is not None
        if (fresh or after_speech) and self._bare(
            words, start, clause, numbered=ordinal is not None, pointed=after_speech
        ):
            return
        if (_FRONTED.match(words) or _WHEN.match(words)) and self._fronted is None:
            self._fronted = start

    def _go_on(self, words: str, start: int, clause: Clause) -> None:
        """Add a clause to the open demand, unless another unit is told to act in it."""
        assert self._open is not None
        doing = unit_doing(words, self._lexicon)
        if doing is not None and _STANDS_ALONE.match(words, doing.end):
            own = {unit.text for unit in self._open.units}
            if self._plain[start + doing.start : start + doing.end] not in own:
                self._close()
                self._scope.unit = self._placed(doing, start)
                self._begin(start + doing.start, clause, Source.EXPLICIT)
                return
        self._open = replace(self._open, end=clause.end)

    def _modal_clause(self, words: str, start: int, clause: Clause) -> bool:
        modal = find_modal(words, self._lexicon)
        if modal is None:
            return False
        head = words[: modal.start]
        named = unit_before(head, self._lexicon) if head else None
        if named is not None:
            self._close()
            self._scope.unit = self._placed(named, start)
            self._begin(self._start(start + named.start), clause, Source.EXPLICIT)
            self._scope.demanding = True
            return True
        if self._scope.names_one(head):
            # A person told to act: not the unit of the sentence before.
            self._close()
            self._scope.unit = None
        bare_head = is_adverbial(head, self._lexicon)
        if self._open is not None and not bare_head:
            return False
        if bare_head:
            if not (self._scope.demanding or clause.first_in_sentence or self._open):
                return False
            self._close()
            self._scope.demanding = True
            self._begin(self._start(start), clause, None)
            return True
        if self._scope.demanding and len(head) <= LONGEST_TOPIC and not DONE.search(head):
            self._begin(self._start(start), clause, None)
            return True
        return False

    def _start(self, start: int) -> int:
        return self._fronted if self._fronted is not None else start

    def _promise(self, words: str, start: int, clause: Clause) -> bool:
        if self._scope.demanding or self._scope.verb not in self._lexicon.report_verbs:
            return False
        place = will_at(words)
        if place is None:
            return False
        named = unit_before(words[:place], self._lexicon)
        if named is None and not speaks_of_itself(words[:place]):
            return False
        if named is not None:
            self._scope.unit = self._placed(named, start)
        self._begin(start, clause, Source.EXPLICIT if named else None, promise=True)
        return True

    def _assigned(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at 由X牵头, X牵头 or 请X…, which need no modal."""
        if DONE.search(words):
            return False
        told = told_without_modal(words, self._lexicon, demanding=self._scope.demanding)
        if told is None:
            return False
        self._scope.unit = self._placed(told.unit, start)
        begin = start + told.unit.start if told.begins else self._start(start)
        self._begin(begin, clause, Source.EXPLICIT)
        return True

    def _wished(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at 勉励青年学生…: whatever the people named are wished to do."""
        audience = audience_at_front(words, self._lexicon)
        if audience is None:
            return False
        self._scope.unit = self._placed(audience, start)
        self._begin(start, clause, Source.EXPLICIT, bare=True)
        return True

    def _bare(
        self, words: str, start: int, clause: Clause, *, numbered: bool, pointed: bool
    ) -> bool:
        """Open a demand without modal: 各级河长严格…, 加快…, or a numbered point."""
        if DONE.search(words):
            return False
        doing = unit_doing(words, self._lexicon)
        if doing is not None:
            self._scope.unit = self._placed(doing, start)
            self._begin(self._start(start + doing.start), clause, Source.EXPLICIT, bare=True)
            return True
        if not commands(words, self._lexicon, numbered=numbered, pointed=pointed):
            return False
        self._begin(self._start(start), clause, None, bare=True)
        return True

    def _begin(
        self,
        start: int,
        clause: Clause,
        source: Source | None,
        *,
        promise: bool = False,
        bare: bool = False,
    ) -> None:
        unit, how = self._scope.addressee(source)
        self._open = Demand(
            paragraph=self._paragraph,
            start=start,
            end=clause.end,
            speaker=self._scope.issuer,
            verb=self._scope.verb,
            units=(unit,) if unit else (),
            source=how,
            crossed=self._scope.crossed,
            promise=promise,
            bare=bare,
        )
        self._fronted = None

    def _cut_open(self, cut: int) -> None:
        """Another article's words begin here: what follows is a demand of its own."""
        assert self._open is not None
        rest = replace(self._open, start=cut, source=Source.INHERITED)
        self._open = replace(self._open, end=min(cut, self._open.end))
        self._close()
        self._open = rest

    def _take_label(self, clause: Clause) -> bool:
        """Read 责任单位：X and 完成时限：Y into the demand before them."""
        label = label_of(clause.words) if clause.mark == "：" else None
        if label is not None:
            self._close()
            self._label = label
            return True
        if self._label is None:
            return False
        known, self._label = self._label, None
        if not self._found or self._found[-1].paragraph != self._paragraph:
            return False
        last = self._found.pop()
        words = clause.words.rstrip("）)】")
        end = clause.start + len(words)
        unit = self._placed(
            Named(start=0, end=len(words), kind=kind_of(words, self._lexicon)), clause.start
        )
        if known == "lead":
            last = replace(last, units=(unit,), lead=unit, source=Source.EXPLICIT)
        elif known == "help":
            last = replace(last, units=(*last.units, unit))
        self._found.append(replace(last, end=end))
        return True

    def _close(self) -> None:
        if self._open is None:
            return
        closed, self._open = self._open, None
        words = self._plain[closed.start : closed.end]
        if len(words.strip("，。；：")) < _SHORTEST:
            return
        self._found.append(_with_lead(closed, words, self._lexicon))


def _with_lead(demand: Demand, words: str, lexicon: Lexicon) -> Demand:
    """Return the demand with the unit that leads and those that help, where its words name them."""
    assigned = assignment_in(words, lexicon)
    if assigned is None:
        if len(demand.units) == 1 and takes_the_lead(words):
            return replace(demand, lead=demand.units[0])
        return demand

    def placed(named: Named) -> PlacedUnit:
        return PlacedUnit(
            text=words[named.start : named.end],
            kind=named.kind,
            paragraph=demand.paragraph,
            start=demand.start + named.start,
            end=demand.start + named.end,
        )

    lead = placed(assigned.lead)
    helpers = tuple(placed(one) for one in assigned.helpers)
    return replace(demand, units=(lead, *helpers), lead=lead, source=Source.EXPLICIT)
