"""Asks of every stretch of speech, before any rule opens a demand in it, whether it but reports."""

import re

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.directives.due import is_due
from guatu.domain.reading.directives.fronted import concedes, is_fronted, is_occasion
from guatu.domain.reading.directives.imperatives import begins_imperative, commands
from guatu.domain.reading.directives.lacking import end_of_lacks, is_lacking, is_only_lacking
from guatu.domain.reading.directives.leadins import announces_points, counts_up, only_sets_out
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.on_the_scene import end_of_deeds
from guatu.domain.reading.directives.outsiders import opines_within
from guatu.domain.reading.directives.points import Points
from guatu.domain.reading.directives.promises import is_later
from guatu.domain.reading.directives.reports import ENOUGH, NEVER, SURELY, end_of_report
from guatu.domain.reading.directives.states_of import end_of_states, told_with_states
from guatu.domain.reading.directives.tellers import wishes_of_those_above
from guatu.domain.reading.directives.themes import asks_what, is_lack, names_matter
from guatu.domain.reading.directives.vows import LIMITED
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.unit_fronts import is_strong, unit_doing
from guatu.domain.reading.units import is_unit, named_at, unit_before

_NEAR, _BEHIND = 60, 16
# 每半个月报一次, 一周一通报: what returns.
_RETURNS = late(
    "每(?:隔|个|半个?|[一二两三四五六七八九十\\d]+个?)?[年季月周旬天日晚早](?![^，。；]*的$)|(?:一|半|两|三)个?[年季月周天日]一[\u3400-\u9fff]"
)
_CLAUSE = re.compile("[^，。；]+")
# 根据某会议的要求，: what a letter grounds its demand on.
_GROUND = re.compile(
    "(?:^|。)[^。；]{0,60}(?:根据|按照|遵照)[^，。；]{2,60}(?:要求|精神|部署|规定)，$"
)
_SETS_OUT = re.compile(
    "现[将就把对]|特(?:制定|通知|此)|制定本|如下|通知|决定|经研究|拟|我[局委办县市区]"
)
# Verbs that demand and yet report as often.
_TELL_TOO = frozenset(("指出", "认为", "强调", "说", "表示", "提出", "肯定", "介绍"))


class Telling(Points):
    """Passes over reports, and takes the unit whose states a demand begins with."""

    __slots__ = ()

    def _takes_matter(self, words: str, start: int, clause: Clause, *, opens: bool) -> bool:
        """Take a clause that but names the matter of the unit that acts right behind it."""
        begins = opens or clause.first_in_sentence or clause.after_semicolon
        if not begins or clause.mark != "，" or self._open is not None or self._scope.lasting:
            return False
        if self._scope.speaker is None:
            return False
        behind = _CLAUSE.match(self._plain, clause.end + 1, clause.end + _NEAR)
        if behind is not None and is_lack(words, behind.group()):
            self._fronted, self._front_holds = self._start(start), True
            return True
        if asks_what(words):
            if behind is None or not self._is_asked(behind.group()):
                return False
            self._fronted, self._front_holds = self._start(start), True
            return True
        if not names_matter(words) or is_unit(words, self._lexicon):
            return False
        own = unit_doing(words, self._lexicon)
        if own is not None and not own.start:
            strong = is_strong(words[: own.end]) and "的" not in words
            if strong or begins_imperative(words[own.end :], self._lexicon):
                # 县住建局接通管网，县水利局…: an office acts on what the clause ends with.
                return False
        acting = unit_doing(behind.group(), self._lexicon) if behind is not None else None
        if acting is None or acting.start:
            return False
        self._fronted, self._front_holds = self._start(start), True
        return True

    def _is_asked(self, words: str) -> bool:
        """Tell whether the clause behind a question demands: 钱花到哪里去了，月底前列张表贴出来."""
        if find_modal(words, self._lexicon) is not None or _RETURNS.match(words):
            return True
        pressed = self._to_face or self._scope.demanding
        return pressed and (
            LIMITED.search(words) is not None or begins_imperative(words, self._lexicon)
        )

    def _reports(self, start: int, clause: Clause, *, opens: bool) -> bool:
        """Pass over a stretch that reports, or open the demand on a unit whose states it begins with."""
        heard = self._scope.demanding or self._scope.speaks_here
        pointed = opens
        opens = opens or clause.first_in_sentence or clause.after_semicolon
        if not opens or self._open is not None or not heard:
            return False
        if concedes(self._plain[start : clause.end]):
            return False
        named = told_with_states(self._plain, start, self._lexicon)
        if named is not None:
            self._scope.unit = self._placed(named, start)
            self._begin(self._start(start), clause, Source.EXPLICIT, rule="subject")
            return True
        end = end_of_report(self._plain, start, self._lexicon, enough=self._enough(start))
        end = max(end, end_of_states(self._plain, start, self._lexicon))
        end = max(end, end_of_lacks(self._plain, start))
        if clause.first_in_sentence and not pointed and not self._scope.lasting:
            end = max(end, end_of_deeds(self._plain, start))
        if end <= start:
            return self._lacks(start, clause, pointed=pointed)
        self._fronted = None
        self._passed = end
        return True

    def _lacks(self, start: int, clause: Clause, *, pointed: bool) -> bool:
        """Tell whether a clause of speech says what is wanting, for which something is demanded behind it."""
        if not self._scope.demanding or self._scope.lasting:
            return False
        words = self._plain[start : clause.end]
        behind = self._plain[clause.end + 1 : clause.end + _BEHIND]
        if pointed and words != clause.words and is_only_lacking(words, clause.mark, behind):
            self._passed = clause.end
            return True
        lacks = clause.mark == "，" and is_lacking(words, behind)
        # 三是参与度不高，再加强引导: the point goes on.
        self._numbered = lacks and pointed
        return lacks

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

    def _asks_in_letter(self, words: str, start: int) -> bool:
        """Tell whether a clause of a letter that has demanded nothing yet asks for a deed."""
        if not self._scope.lasting or self._scope.demanding:
            return False
        asked = words.startswith("请") or self._stands_on_paper(start)
        asked = asked and commands(words, self._lexicon, numbered=False, pointed=True)
        return asked or is_due(words, self._lexicon)

    def _stands_on_paper(self, start: int) -> bool:
        """Tell whether what is asked at a place is grounded right before it, and nothing set out below: 按照…要求，切实…."""
        if self._fronted is None or _GROUND.search(self._plain, 0, start) is None:
            return False
        return _SETS_OUT.search(self._plain[start:].partition("。")[0]) is None

    def _only_opined(self, clause: Clause) -> bool:
        """Tell whether a clause holds an opinion; what is wished of those above is passed over to its sentence's end."""
        if opines_within(clause.words, self._speakers):
            return True
        names, before = self._scope.names, self._plain[: clause.start]
        if not wishes_of_those_above(before, clause.words, names, self._lexicon):
            return False
        stop = self._plain.find("。", clause.end)
        self._passed = stop if stop >= 0 else len(self._plain)
        return True

    def _announces_points(self, words: str, start: int, clause: Clause) -> bool:
        """Take a clause that but announces points; whom it names they all address: 各乡镇要做到三点：."""
        place = counts_up(words, self._plain[clause.end :])
        if place is not None and self._scope.speaker in self._leaders:
            self._scope.demanding = True
            if is_unit(words[slice(*place)], self._lexicon):
                self._close()
                self._scope.unit = self._placed(named_at(words, *place, self._lexicon), start)
            return True
        if not announces_points(words, self._plain[clause.end :]):
            return False
        self._linked = clause.mark == "："
        self._drop_means()
        self._drop_charge()
        if self._scope.speaker in self._leaders and find_modal(words, self._lexicon) is not None:
            self._scope.demanding = True
        one = self._open
        if one is not None and only_sets_out(self._plain[one.start : clause.start]):
            self._open = None
        if not self._scope.demanding:
            return True
        modal = find_modal(words, self._lexicon)
        if modal is None:
            named = unit_doing(words, self._lexicon)
        else:
            head = words[: modal.start]
            named = unit_before(head, self._lexicon)
            named = named if named is not None and named.end == len(head) else None
        if named is not None and not named.start:
            self._close()
            self._scope.unit = self._placed(named, start)
        return True
