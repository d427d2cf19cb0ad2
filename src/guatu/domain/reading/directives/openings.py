"""The ways in which a clause opens a demand, tried in order by ``walk``."""

import re

from guatu.domain.reading.directives.assertions import is_told_of, plain_words, states, tells
from guatu.domain.reading.directives.bare_acts import goes_on_acting
from guatu.domain.reading.directives.broad_names import bids_all
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.decision_openings import REASONED, DecisionOpenings
from guatu.domain.reading.directives.deeds_in_names import (
    holds_deed,
    may_do,
    says_what_is,
    tells_of_those_above,
)
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.directives.due import is_due
from guatu.domain.reading.directives.each_case import (
    is_counted_thing,
    is_own_case,
    is_share,
    is_where,
    is_whoever,
    only_counted,
    seen_to,
    whoever_in_case,
)
from guatu.domain.reading.directives.fronted import (
    is_background,
    is_case,
    is_case_front,
    is_focus,
    is_fronted,
    is_hollow,
    is_manner,
    is_met,
    is_occasion,
    is_plan,
    is_reason,
    is_so_far,
    is_wanting,
)
from guatu.domain.reading.directives.gathering import ABOVE_ALL
from guatu.domain.reading.directives.hearers import HAILS_ALL
from guatu.domain.reading.directives.imperatives import (
    acts_at,
    commands,
    holds_imperative,
)
from guatu.domain.reading.directives.leadins import (
    is_another_subject,
    is_contrast,
    is_sanction_of_letter,
    is_theme,
    means_much,
    plans,
)
from guatu.domain.reading.directives.maxims import is_judged
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.notices import NOTICE, REPLY
from guatu.domain.reading.directives.paper_facts import forswears, only_tells_facts, tells_fact
from guatu.domain.reading.directives.personified import (
    is_matter,
    is_of_them,
    is_topic_of_office,
)
from guatu.domain.reading.directives.plain_acts import opens_with_act
from guatu.domain.reading.directives.quotas import sets_quota
from guatu.domain.reading.directives.spoken_commands import asks_with
from guatu.domain.reading.directives.themes import (
    is_bare_theme,
    names_things,
)
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.weighty import stands_behind_weight
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import (
    acts_by_itself,
    is_broad,
    is_site,
    unit_doing,
)
from guatu.domain.reading.units import Named, is_unit, kind_of, unit_before

_SHORTEST_POINT = 4
_SHORTEST_OWN = 10
_FAR_THEME = 70
_COURTESY = re.compile("(?:[^，。；]{1,8}[前后时中])?[也还再恳敬务烦特]{0,2}请(?![假家])")
_ATTENDS = re.compile("(?:参加|出席|列席|陪同)(?:会议|活动|座谈|调研|检查)|参会$|人参加")
_SCOPE = re.compile("^覆盖|重点是|包括|主要是|分为|期为|范围为|对象为")
_HELD = re.compile(
    "(?:会议)?对[^，。；]{2,30}(?:提出|给予|予以|进行)了?(?:严肃|通报|充分|高度)?(?:批评|表扬|肯定|表彰)|(?:会议)?(?:听取|研究了|讨论了|审议了|认为|观看|传达学习|通报了|确认|获悉|了解到|注意到|指出|分析|通报|学习了|书面)"
)
# Said to somebody's face: 机器马上停, 半个月内搞出样子来, 愿意改的先改, 一户一户敲门.
_PRESSES_FACE = late(
    "马上|立即|立刻|赶紧|赶快|抓紧|尽快|尽早|一定|千万|全部|一律|统统|通通|先(?!生|后|进|前)|[先再](?:把|去|给|跟|找)|把|照|按(?!理)|往后|以后|今[天晚早]|明[天早晚]|后天|[本这下]周|月底|天内|月内|周内|小时内|[天周月日时年]之内|之前|[天日月周]前|别|莫|不[准许要能得用]|至少|最多|每[天周月户家人]|(?P<one>[一挨逐])[\u3400-\u9fff](?P=one)[\u3400-\u9fff]|到位|清楚|明白"
)
_RANKS = re.compile(
    "就?是“[^”]{2,10}”$|(?:就?是|为)[^，]{2,20}(?:(?:牵头|主管|责任|职能|主办|承办|业主)(?:部门|单位)|责任人|责任主体|责任单位|主体|总指挥|指挥长|守护人|当家人|主力军|主心骨|领头雁|生力军|关键少数)$"
)
_IS_WHAT = re.compile(
    "[^，。；要须]{1,10}是[^，。；]{0,6}(?:主体|根本|关键|基础|核心|重点|前提|保障|支撑|灵魂|生命线|底线|抓手|路径|出路)[，。]"
)
_THING = re.compile("(?:工作|建设|问题|任务|形势|责任|安全|事业|项目|工程)$")
_AS = re.compile("作为[^，]{2,20}(?<!重要)(?<!关键)(?<!必要)$")


class Openings(DecisionOpenings):
    """Opens demands: by a decision, a modal, an assignment, a promise, a charge, or bare words."""

    __slots__ = ("_parallel", "_pressed")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._parallel = self._pressed = False

    def _names_subject(self, words: str, start: int, clause: Clause) -> bool:
        """Take a clause that is nothing but a unit (县水利局作为牵头单位，): its demand follows."""
        if clause.mark != "，" or not (self._open is None or self._only_ranked(words)):
            return False
        if not (self._scope.demanding or clause.first_in_sentence):
            return False
        if words in HAILS_ALL:
            return True
        asked = self._scope.lasting and words.startswith("请")
        words, start = (words[1:], start + 1) if asked else (words, start)
        if asked and unit_doing(words, self._lexicon) is not None:
            # 请广大群众自觉遵守秩序，: whom it asks is told with what to do.
            return False
        rest = self._plain[clause.end + 1 : clause.end + 40]
        rest = rest.partition("。")[0].partition("；")[0]
        some = unit_doing(rest[3:], self._lexicon) if rest.startswith(ABOVE_ALL) else None
        rest = rest[3 + some.end :] if some is not None else rest
        modal = find_modal(rest, self._lexicon)
        if modal is None and not (asked or self._scope.demanding):
            return False
        bare = _AS.sub("", words) if "作为" in words else words
        bare = _RANKS.sub("", bare) if "是" in bare or "为" in bare else bare
        # What stands behind it is asked before the name, which costs more.
        please = _COURTESY.match(rest) is not None
        if modal is None and not (asked or please or self._told_behind(bare, rest)):
            return False
        if modal is None and asks_with(self._plain, start, clause.end):
            return False
        if _ATTENDS.search(rest) is not None or seen_to(bare, rest) or _IS_WHAT.match(rest):
            # 乡村振兴，产业是根本，要…: the theme, and what it rests on.
            return False
        if rest.startswith((*self._lexicon.soft_verbs, "要求", "责成", "责令")):
            # 企业是主力军，希望…: what is said of them before somebody turns to them.
            return False
        if (
            not is_unit(bare, self._lexicon)
            or (is_broad(bare) and bare == words)
            or is_background(bare)
            or is_fronted(bare)
            or holds_deed(bare, self._lexicon)
            or (bare.endswith("的") and whoever_in_case(bare, rest, self._lexicon) is not None)
        ):
            return False
        if "的" in bare and modal is not None:
            head = rest[: modal.start].rpartition("，")[2]
            if unit_before(head, self._lexicon) is not None:
                # 发现违规的企业，县环保局要立案: the object of what another unit must do.
                return False
        self._open = None
        self._scope.unit = self._placed(
            Named(start=0, end=len(bare), kind=kind_of(bare, self._lexicon)), start
        )
        self._begin(self._start(start), clause, Source.EXPLICIT, rule="subject")
        self._scope.demanding = True
        return True

    def _only_ranked(self, words: str) -> bool:
        """Tell whether another is ranked behind one who but was: 沿线县区是责任主体，各镇一把手是第一责任人，必须…."""
        one = self._open
        if one is None or one.rule != "subject" or _RANKS.search(words) is None:
            return False
        before = self._plain[one.start : self._end]
        return "，" not in before and _RANKS.search(before) is not None

    def _loose(
        self,
        words: str,
        start: int,
        clause: Clause,
        *,
        fresh: bool,
        numbered: bool,
        pointed: bool,
    ) -> None:
        """Take a clause without modal, unit or speech verb: a demand all the same, or its front."""
        if self._says_why(words, start) or self._wishes_behind_front(words, start, clause):
            return
        if self._set_aside or self._takes_case(words, start, clause):
            return
        self._drop_front_told(words)
        if self._tells_of_a_person(words):
            self._fronted = None
            return
        fresh = fresh or self._asks(words)
        begins = fresh or stands_behind_weight(self._plain, start)
        fronted = self._fronted is not None
        # 叮嘱护林员，看见生火的，莫客气，…: still what he was told.
        pointed = pointed or (fronted and self._pressed and not self._scope.sentences)
        parallel = self._parallel and not (
            clause.mark == "，"
            and is_bare_theme(words)
            and not commands(words, self._lexicon, numbered=False, pointed=False)
        )
        another = not (begins or fronted) and is_another_subject(words, self._lexicon) is not None
        if (begins or fronted or another) and self._does(words, start, clause):
            return
        held = fronted and (self._front_holds or self._parallel)
        if (begins or held) and self._bare(
            words, start, clause, numbered=numbered or parallel, pointed=pointed
        ):
            return
        stated = states(words, self._lexicon) or (self._scope.brief and self._scope.sentences > 0)
        stated = stated or is_wanting(words)
        # What a paper finds (经核查，问题属实) or an author tells is no demand for its front.
        told = self._scope.author is not None or (self._scope.lasting and tells_fact(words))
        if fronted and self._front_holds and not (stated or told) and clause.mark != "，":
            if not is_plan(words) and not is_sanction_of_letter(words, lasting=self._scope.lasting):
                self._begin(self._start(start), clause, None, rule="fronted")
            return
        if fronted or clause.mark != "，":
            self._hold_behind_link(words, start, clause)
            return
        self._keep_front(words, start, clause, fresh=fresh, stated=stated, pointed=pointed)

    def _keep_front(
        self, words: str, start: int, clause: Clause, *, fresh: bool, stated: bool, pointed: bool
    ) -> None:
        """Keep a clause that demands nothing by itself as the front of what follows, or set that aside with it."""
        if is_theme(self._plain[clause.end : clause.end + 2]):
            # 通过改造，是要满足需求: what it is good for, and no demand.
            self._set_aside = True
        elif is_fronted(words) or is_where(words):
            # 在主要街道悬挂了横幅，: done, and what follows was done too.
            self._set_aside = words[:1] == "在" and tells(words) and not is_case(words)
            self._fronted, self._front_holds = start, True
        elif fresh and self._may_front(words, stated=stated):
            # A theme (户厕问题整改，) belongs to the unit and the modal after it, and to no bare clause;
            # a manner in four characters (通盘考虑，) is part of what is to be done.
            occasion = self._scope.lasting and (is_occasion(words) or is_met(words))
            case = pointed and self._pressed and words.endswith("的")
            self._fronted, self._front_holds = start, occasion or case or is_manner(words)

    def _says_why(self, words: str, start: int) -> bool:
        """Pass over what the times are like, or have been so far: it is said before a demand, not in it."""
        if self._scope.recorded and is_reason(words) and self._front_is_matter():
            # 对增设连廊的问题，因造价较大，暂不同意: the reason stands between the matter and its refusal.
            return True
        why = is_background(words) or is_reason(words) or means_much(self._plain[start:])
        judged = is_judged(self._plain[start + len(words) :][:_FAR_THEME])
        if not why and (not judged or unit_doing(words, self._lexicon) is not None):
            return False
        self._fronted = None
        self._set_aside = self._set_aside or is_so_far(words) or words[:1] == "对"
        return True

    def _does(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand where a unit is followed by what it does: 各级河长严格…, 县住建局于…."""
        doing = unit_doing(words, self._lexicon)
        if doing is None or states(words, self._lexicon) or is_background(words):
            return False
        names = self._scope.names
        if names is not None and (names.match(words, doing.end) or names.match(words, doing.start)):
            # 县财政局局长某某报告…, 某某与施工负责人交流，…: told of a person, and his office told nothing.
            return False
        where = is_where(words) and not acts_at(words, doing.end, self._lexicon)
        case = is_own_case(words[doing.end :]) or is_counted_thing(words[doing.end :])
        if clause.mark == "，" and (case or where):
            # 矿上装不出车的，: a case.
            return False
        if self._is_seen(words, clause):
            return False
        if words.startswith(("特别是", "尤其是")) and self._scope.unit is not None and doing.start:
            # 要求各镇街，尤其是沿江镇街加强巡查: all of them are told.
            self._begin(self._start(start), clause, None, bare=True, rule="doing")
            return True
        name = words[doing.start : doing.end]
        matter = clause.mark == "，" and is_matter(name, words[doing.end :])
        matter = matter or (self._names_matter(words, clause) and is_of_them(name, words))
        after = self._plain[clause.end + 1 :].partition("，")[0].partition("。")[0]
        matter = matter or (
            clause.mark == "，" and is_topic_of_office(words, name, after, self._lexicon)
        )
        matter = matter or only_counted(name, words[doing.end :]) or is_share(words)
        above = not self._scope.decided and tells_of_those_above(name, words[doing.end :])
        if (
            matter
            or above
            or (self._scope.lasting and not self._scope.recorded and may_do(words[doing.end :]))
            or says_what_is(words[doing.end :])
            or holds_deed(name, self._lexicon)
            or plans(words[doing.end :], self._lexicon)
        ):
            return False
        decided = self._scope.decided and is_site(name)
        if not (
            acts_by_itself(words, doing)
            or decided
            or bids_all(words, doing, self._scope.verb, self._lexicon)
        ):
            return False
        if is_theme(self._plain[clause.end : clause.end + _FAR_THEME].partition("。")[0]):
            return False
        if is_told_of(self._plain[clause.end :].partition("。")[0].partition("；")[0]):
            return False
        self._scope.unit = self._placed(doing, start)
        self._begin(self._start(start), clause, Source.EXPLICIT, bare=True, rule="doing")
        return True

    def _is_seen(self, words: str, clause: Clause) -> bool:
        """Tell whether a clause is where one reads a slogan: 工地围挡上，“…”几个大字."""
        on_it = clause.mark == "，" and words.endswith(("上", "里", "旁", "前"))
        return on_it and self._plain.startswith("“", clause.end + 1)

    def _commands(self, words: str, *, loose: bool, pointed: bool) -> bool:
        """Tell whether a clause commands: by a listed imperative, or by any verb of doing with its object."""
        if commands(words, self._lexicon, numbered=loose, pointed=pointed):
            return True
        if is_due(words, self._lexicon) or (self._scope.lasting and sets_quota(words)):
            return True
        if states(words, self._lexicon):
            return False
        if opens_with_act(words, self._lexicon) or goes_on_acting(words, self._lexicon):
            return True
        # 我签，三月就签: his own word is no demand of his.
        faced = self._to_face and words[:1] != "我"
        return faced and _PRESSES_FACE.search(words) is not None

    def _bare(
        self, words: str, start: int, clause: Clause, *, numbered: bool, pointed: bool
    ) -> bool:
        """Open a demand that is bare of modal and unit: 加快…, or a numbered point."""
        share = is_share(words)
        doing = unit_doing(words, self._lexicon)
        counted = doing is not None and only_counted(
            words[doing.start : doing.end], words[doing.end :]
        )
        if tells(words) or (doing is not None and not (share or counted)):
            return False
        after = self._plain[clause.end : clause.end + _FAR_THEME].partition("。")[0]
        of_theme = is_theme(after) or is_judged(after)
        if of_theme or is_sanction_of_letter(words, lasting=self._scope.lasting):
            return False
        if self._merely_leads(words, clause) or is_contrast(self._plain[clause.end :]):
            return False
        if self._scope.brief and self._scope.sentences and not self._presses_on(words):
            return False
        reasoned = self._scope.decided and clause.mark == "，" and REASONED.match(words)
        if _HELD.match(words) or reasoned or (clause.mark == "。" and is_hollow(words)):
            return False
        loose = (
            numbered
            or self._scope.decided
            or (pointed and self._pressed)
            or _COURTESY.match(words) is not None
            or share
            or counted
            or is_whoever(self._plain[start:])
            or self._tasks
        )
        notice = self._scope.verb in (NOTICE.verb, REPLY.verb)
        if notice and self._scope.in_list and clause.first_in_sentence:
            # A sentence of a numbered part of a notice that holds an imperative is one.
            rest = self._plain[start:].partition("。")[0]
            other = is_sanction_of_letter(rest, lasting=True) or _SCOPE.search(rest) is not None
            holds = holds_imperative(rest, self._lexicon) or forswears(words)
            loose = loose or (holds and not other)
        if loose and (is_plan(words) or (self._scope.lasting and tells_fact(words))):
            return False
        if self._scope.recorded and only_tells_facts(self._plain[start:], self._lexicon):
            return False
        if loose and clause.mark == "，" and is_bare_theme(words) and _THING.search(words):
            after = self._plain[clause.end + 1 :].partition("。")[0].partition("，")[0]
            if states(after, self._lexicon):
                # 防控工作，刻不容缓: a theme and what is said of it.
                return False
        case = words.endswith("的") or is_occasion(words) or is_case_front(words)
        if loose and clause.mark == "，" and case:
            return False
        if not self._commands(words, loose=loose, pointed=pointed):
            return False
        self._begin(self._start(start), clause, None, bare=True, rule="bare")
        self._means = clause.mark == "，"
        # A point of some words is a demand of its own, and no front of another unit's.
        least = _SHORTEST_POINT if numbered and self._scope.in_list else _SHORTEST_OWN
        front = is_fronted(words) or names_things(words) or is_focus(words)
        self._own_point = len(plain_words(words)) >= least and not front
        return True
