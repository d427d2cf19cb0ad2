"""Demands that open at a charge or a wish: 由X牵头, 请X…, 要求各乡镇…, 希望在新的一年里，大家…."""

import re

from guatu.domain.reading.directives.assertions import states, tells
from guatu.domain.reading.directives.assigned import (
    Charge,
    asked_by_letter,
    encouraged,
    told_without_modal,
)
from guatu.domain.reading.directives.by_whom import charged_behind, charges_person, handed_over
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.deeds_in_names import says_what_is
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.directives.due import is_due
from guatu.domain.reading.directives.fronted import is_realm_of_points
from guatu.domain.reading.directives.imperatives import is_at_once
from guatu.domain.reading.directives.leave_given import ceases
from guatu.domain.reading.directives.modal_openings import ModalOpenings
from guatu.domain.reading.directives.rule_subjects import subject_bound
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.turned_to import turned_to
from guatu.domain.reading.directives.vows import FAR
from guatu.domain.reading.directives.wishes import object_of, wished_at_front

# 学校是否停课由各镇研判后决定: who settles it is told, though it sounds like a question.
_SETTLES = re.compile("[^，。；]{2,14}(?:[是能可应]否|何时|如何|怎样)[^，。；]{1,8}由")
_TOWARDS = frozenset("向对给与和为把被让从在")


_BEGS = re.compile("[也还再]?[恳敬务烦特]?请(?!谅解|理解|周知|知悉|知晓|放心|见谅)")
# 由某局牵头, 请大家把功夫下在山上: whoever leads charges in plain words too.
_CHARGING = ("由", "请大家", "请各", "请同志", "请你们", "请在座", "请有关", "请相关")


class ChargeOpenings(ModalOpenings):
    """Opens demands for those whom a charge, an assignment or a wish names."""

    __slots__ = ()

    def _assigned(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at 由X牵头, X牵头 or 请X…, which need no modal."""
        if (tells(words) and _SETTLES.match(words) is None) or ceases(words):
            return False
        holds = self._scope.verb == "认为" and clause.words.startswith("由")
        plain = self._scope.speaker in self._leaders and self._scope.speaks_here
        plain = plain and self._scope.verb in self._lexicon.report_verbs
        demanding = self._scope.demanding or holds or (plain and words.startswith(_CHARGING))
        told = told_without_modal(words, self._lexicon, demanding=demanding)
        if told is None and self._scope.lasting and not self._scope.recorded:
            opens = clause.first_in_sentence or clause.after_semicolon
            told = asked_by_letter(words, self._lexicon, opens=opens)
        # 县局要…；鼓励企业创新: what the one told shall do.
        alone = self._scope.unit is None and not self._scope.lasting
        if told is None and demanding and alone and self._begins_anew(clause):
            told = encouraged(words, self._lexicon)
        if told is None and demanding:
            charged = charged_behind(words, self._lexicon, reach=FAR)
            told = Charge(unit=charged, begins=False) if charged is not None else None
        if told is None and demanding and self._scope.recorded:
            handed = handed_over(words, self._lexicon)
            told = Charge(unit=handed, begins=False) if handed is not None else None
        if told is None and demanding and self._scope.lasting and not self._scope.recorded:
            bound = subject_bound(words)
            told = Charge(unit=bound, begins=False) if bound is not None else None
        if told is None:
            return False
        name = words[told.unit.start : told.unit.end]
        if self._scope.names_in(name) and not charges_person(
            words, name, lasting=self._scope.lasting
        ):
            return False
        self._scope.unit = self._placed(self._scope.holder(told.unit, words), start)
        begin = start + told.unit.start if told.begins else start
        # 请各校… in a letter opens what it asks for.
        self._scope.demanding = self._scope.demanding or self._scope.lasting
        self._begin(self._start(begin), clause, Source.EXPLICIT, rule="assigned")
        return True

    def _begins_anew(self, clause: Clause) -> bool:
        """Tell whether a clause begins a sentence, a part of one or a point, behind a front at most."""
        return clause.first_in_sentence or clause.after_semicolon or self._fronted is not None

    def _charged(self, words: str, start: int, clause: Clause, speech: SpeechAct) -> bool:
        """Open a demand at 要求各乡镇…, 勉励青年学生…: whatever those named are told to do."""
        named = object_of(speech, words, self._lexicon)
        if named is None or says_what_is(words[named.end :]):
            return False
        told = turned_to(self._plain, start, None, self._lexicon) if words[0] == "其" else None
        # 约谈了三家企业负责人，责令其…: who was named right before.
        self._scope.unit = self._placed(told, 0) if told else self._placed(named, start)
        if is_realm_of_points(words[named.end :], self._plain[clause.end :]):
            # 建议我县在养老工作中，一要…: whom all points are for.
            return True
        begin = self._start(start)
        self._begin(begin, clause, Source.EXPLICIT, bare=True, rule="charge")
        return True

    def _wishes_behind_front(self, words: str, start: int, clause: Clause) -> bool:
        """Take 希望在新的一年里，大家…: those who are wished something stand behind a front of time or place."""
        wished = self._scope.verb in self._lexicon.soft_verbs and not self._scope.sentences
        if not wished or self._open is not None:
            return False
        # 他希望，残疾人朋友自尊自信: so do those behind a mark alone, whatever they are wished.
        front = self._fronted if self._fronted is not None else start - 1
        if not self._plain[:front].endswith(self._scope.verb):
            return False
        named = wished_at_front(words, self._lexicon)
        if named is None or (
            self._fronted is None and (words[0] in _TOWARDS or states(words, self._lexicon))
        ):
            return False
        self._scope.unit = self._placed(named, start)
        self._begin(self._start(start), clause, Source.EXPLICIT, bare=True, rule="charge")
        return True

    def _asks(self, words: str) -> bool:
        """Tell whether words open a demand wherever they stand: 请… in a letter, a deed with its time."""
        once = _BEGS.match(words) is not None if self._scope.lasting else is_at_once(words)
        return (once and (self._scope.lasting or self._scope.demanding)) or is_due(
            words, self._lexicon
        )
