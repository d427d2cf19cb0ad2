"""Demands that open at a decision: nobody is told, or who is given leave to act."""

import re

from guatu.domain.reading.directives.assertions import is_told_of, states
from guatu.domain.reading.directives.by_whom import charged_behind, handed_over
from guatu.domain.reading.directives.charge_openings import ChargeOpenings
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.decisions import (
    agreed_and_charged,
    agrees_barely,
    agrees_that_one_acts,
    decides,
    is_bound,
    is_of_theirs,
    is_of_unit,
    is_own_office,
    leave_end,
    passes_paper,
    refused_matter,
    rules,
    settles,
)
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.directives.fronted import is_realm
from guatu.domain.reading.directives.imperatives import acts_behind
from guatu.domain.reading.directives.links import is_link
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.notices import NOTICE
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.paper_facts import tells_fact
from guatu.domain.reading.directives.themes import may_front, names_matter
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.vows import LIMITED
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_at_front, unit_doing
from guatu.domain.reading.units import Named, is_unit, named_at

REASONED = re.compile(
    "鉴于|由于|因(?![地户人企])|该事项|考虑到|目前|涉及(?![^，]{0,10}的)|尚未|[^，]{0,12}(?:涉及(?![^，]{0,10}的)|存在|尚未|较大|不足)"
)
"""A clause that gives the reason for a decision."""
# 南环路片区因涉及征收，今年暂不安排: what is decided on stands before the reason.
_TOPIC_AND_REASON = re.compile(
    "(?!该|此|目前|鉴于|由于|考虑)[^，。；因会]{2,14}因[^，。；]{2,20}，$"
)
_CASE_HEAD = late(
    "第[一二三四五六七八九十]{1,3}(?:件|项|个|起|宗|类)(?:事项?|信访件|案件|问题|诉求)?[，、：][^。；]{3,44}(?:问题|事项|事宜|诉求|纠纷|积案|案|一事)"
)
_SIGNS = re.compile("[不暂缓延退]|叫停|取缔|关停|推迟|停止|维持|按原|打回|驳回|否决|终止|取消|作废")

# 资金缺口860万元由某局安排: how far from the front of a clause 由 may stand.
_FAR_CHARGE = 24


class DecisionOpenings(ChargeOpenings):
    """Opens demands at what a meeting decides; ``_passed`` is where reading goes on behind words taken whole."""

    __slots__ = ("_passed",)

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._passed = 0

    def _refuses_matter(self, clause: Clause) -> bool:
        """Take a stretch of minutes that refuses or puts off what stands in front of it, with its reason."""
        if not self._scope.recorded or not (self._scope.decided or self._scope.demanding):
            return False
        stretch = self._plain[clause.start :].partition("。")[0].partition("；")[0]
        if _CASE_HEAD.fullmatch(stretch) is not None and self._goes_on(clause.start + len(stretch)):
            # 第三件，某工地农民工讨薪问题。…: what is spoken of, and no demand.
            self._close()
            self._scope.begin_item()
            self._passed = clause.start + len(stretch)
            return True
        if _SIGNS.search(stretch) is None:
            return False
        number = ordinal_at_front(stretch)
        skip = number.end if number is not None else 0
        place = refused_matter(stretch[skip:])
        if place is None:
            return False
        first, last = clause.start + skip + place[0], clause.start + skip + place[1]
        if number is not None:
            self._scope.begin_item()
        self._scope.unit = None
        self._scope.demanding = self._scope.decided = True
        words = self._plain[first:last]
        taken = clause._replace(start=first, end=last, words=words)
        self._begin(first, taken, Source.NOBODY, rule="decision")
        self._passed = last
        return True

    def _goes_on(self, end: int) -> bool:
        """Tell whether a sentence ends at a place and the paragraph goes on behind it."""
        return self._plain.startswith("。", end) and len(self._plain) > end + 1

    def _decision(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at 同意…, 暂缓…: nobody is told, but it is decided."""
        if not (self._scope.decided or self._scope.lasting or self._decides_in_news(words, clause)):
            return False
        if not decides(words):
            return self._settles_thing(words, start, clause)
        if not (self._scope.recorded or self._scope.lasting) and passes_paper(words):
            return False
        if self._scope.verb == NOTICE.verb:
            return False
        if self._open is not None and not (self._means or self._refused(words)):
            return False
        if self._agrees_barely(words, start, clause):
            return True
        doing = unit_doing(words, self._lexicon)
        if doing is not None and is_of_unit(words, doing.end):
            return False
        begin = self._start(start)
        front = self._plain[begin:start]
        matter = front.startswith(("对", "针对"))
        matter = matter or (front.startswith("关于") and self._plain[:begin].endswith(("。", "；")))
        held = "会议认为" in front and not front.startswith("会议")
        topical = _TOPIC_AND_REASON.match(front) is not None
        if not (matter or topical) and (front.count("，") > 1 or held or REASONED.match(front)):
            # What stands between a theme and its decision is the reason for it.
            begin = start
        if self._open is not None:
            before = self._plain[self._open.start : start]
            if not REASONED.match(before) and not tells_fact(before):
                begin = self._open.start
            self._open = None
        if words.startswith("会议不予"):
            begin = start
        self._scope.unit = None
        if self._scope.recorded:
            # 会议认为…，原则同意…，由某局…; 某镇负责…: decided, and decisions follow.
            self._scope.demanding = self._scope.decided = True
        if self._gives_leave(words, start):
            self._begin(begin, clause, Source.EXPLICIT, rule="decision")
        else:
            self._begin(begin, clause, Source.NOBODY, rule="decision")
        return True

    def _decides_in_news(self, words: str, clause: Clause) -> bool:
        """Tell whether a report says that a meeting agrees that one acts (会议同意由某局列支…).

        Where it agrees to something and charges somebody behind it, the charge is the demand.
        """
        if agreed_and_charged(words, self._plain[clause.end :]):
            self._scope.demanding = self._scope.decided = True
            return False
        agrees = agrees_that_one_acts(words)
        self._scope.decided = self._scope.decided or agrees
        return agrees

    def _agrees_barely(self, words: str, start: int, clause: Clause) -> bool:
        """Take what but says that it was agreed, before who is to do it: 会议同意，资金由某局安排."""
        if clause.mark != "，" or self._open is not None or not agrees_barely(words):
            return False
        behind = self._plain[clause.end + 1 :].partition("。")[0].partition("，")[0]
        if charged_behind(behind, self._lexicon, reach=_FAR_CHARGE) is None:
            # 会议原则同意，县水利局要…: by itself it decides nothing.
            told = find_modal(behind, self._lexicon) or unit_doing(behind, self._lexicon)
            self._scope.demanding = self._scope.demanding or told is not None
            return told is not None
        self._fronted, self._front_holds = start + words.index("同意"), True
        self._scope.demanding = self._scope.decided = True
        return True

    def _gives_leave(self, words: str, start: int) -> bool:
        """Tell whether a decision gives somebody leave to act (同意县水利局列支…), and keep who he is."""
        end = leave_end(words)
        charged = words.endswith("由", 0, end)
        if not (self._scope.recorded or charged):
            end = 0
        rest = words[end:]
        alone = rest.partition("与")[0]
        if end and alone != rest and is_unit(alone, self._lexicon):
            # 授权县国资中心与企业谈判: the one who is given leave, not both.
            named: Named | None = named_at(rest, 0, len(alone), self._lexicon)
        else:
            named = unit_at_front(rest, self._lexicon) if end else None
        if named is None or named.start:
            return False
        if not charged and is_of_theirs(words, end + named.end):
            return False
        if not is_own_office(rest[: named.end]):
            return False
        self._scope.unit = self._placed(named, start + end)
        return True

    def _settles_thing(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at what settles a thing without a word of consent: 驳回…, 维持…, …列入计划."""
        if not self._scope.recorded or not self._scope.demanding or self._open is not None:
            return False
        if not (clause.first_in_sentence or clause.after_semicolon):
            return False
        if handed_over(words, self._lexicon) is not None:
            return False
        ruled = rules(words)
        doing = unit_doing(words, self._lexicon)
        if not ruled and (not settles(words) or (doing is not None and not doing.start)):
            return False
        if not is_bound(words) and (states(words, self._lexicon) or tells_fact(words)):
            return False
        if ruled:
            self._scope.unit = None
        self._begin(self._start(start), clause, Source.NOBODY if ruled else None, rule="decision")
        return True

    def _drop_front_told(self, words: str) -> None:
        """Forget a front that proves to be of the narration: 会上，…传达了…, 目前，…比较突出."""
        if self._fronted is None or (self._front_holds and words.endswith("的")):
            return
        if states(words, self._lexicon) or is_told_of(words):
            self._fronted = None

    def _told_behind(self, name: str, rest: str) -> bool:
        """Tell whether who stands before a comma is told behind it without a modal: by a limit, or to act."""
        pointed = self._scope.in_list or not self._scope.lasting
        if pointed and LIMITED.search(rest) is not None:
            return True
        return acts_behind(name, rest, self._lexicon)

    def _may_front(self, words: str, *, stated: bool) -> bool:
        """Tell whether a clause may be a theme or a case, in minutes any noun that an office sees to."""
        return may_front(words, stated=stated) or (self._scope.recorded and names_matter(words))

    def _merely_leads(self, words: str, clause: Clause) -> bool:
        """Tell whether a clause but leads to what is demanded: its realm, a link, in minutes its matter."""
        leads = clause.mark == "，" and (is_realm(words) or is_link(words))
        return leads or self._names_matter(words, clause)

    def _names_matter(self, words: str, clause: Clause) -> bool:
        """Tell whether a clause of minutes is a noun that somebody behind it has to see to."""
        return clause.mark == "，" and self._scope.recorded and names_matter(words)
