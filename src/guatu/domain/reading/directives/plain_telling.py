"""Demands that a leader tells in plain words (他说): what units do, 别…, and limits."""

import re

from guatu.domain.reading.directives.assertions import states, tells
from guatu.domain.reading.directives.bodies_speaking import opens_with_paper
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Source
from guatu.domain.reading.directives.fronted import is_background, is_fronted, is_plan
from guatu.domain.reading.directives.imperatives import begins_imperative, commands, forces
from guatu.domain.reading.directives.leadins import is_theme, plans
from guatu.domain.reading.directives.links import is_link
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.spoken_commands import (
    commands_aloud,
    does_first,
    is_due,
    sent_for,
    turned_to_you,
    who_by_then,
)
from guatu.domain.reading.directives.vows import Vows
from guatu.domain.reading.unit_ending import ends_as_unit
from guatu.domain.reading.unit_fronts import acts_by_itself, unit_doing
from guatu.domain.reading.units import Named, is_unit, kind_of

_MINE = re.compile("(?<![给向找])我(?!们)|将|会(?!议|后|同)")
# 明天我再来, but not 送到我桌上.
_MYSELF = re.compile(
    "(?:^|[天晚早周月日时候前后，也还再都就])(?:我(?!们)|咱|俺)|我(?:来|去|给|替|帮|再|还|亲自)|将|会(?!议|后|同)"
)
_FORBIDS_AT = re.compile("不能|不要|不许|不准|不得|别(?![人的处国])|莫|(?<![主首重需])要")
# 什么时候投，投多少: what is left to settle, and no report.
_LEFT_OUT = re.compile(f"{_FORBIDS_AT.pattern}|什么|多少|怎么|哪[个里些]|[几谁]")
_OWN_SIDE = ("我们", "大家", "群众", "老百姓")
_FORBIDS = re.compile("别(?![人的处国])|莫(?![名非过大不])|不要|不能|不许|不准|千万")
_DONE_BY = re.compile(
    "(?:[月年周底内天日]前|[周月]内|[内底]|明天|今晚|当晚|马上|立即)[^，。；]{0,8}"
    "(?:完成|到位|报给|交给|换掉|修好|修通|建成|开工|完工|清零|交账|办好|办完|整改|落实|拿出|交付|通车|投用|报来|送到|解决|定稿)"
)
# 今天就换: at once, whatever the act is.
_AT_ONCE = re.compile(
    "(?:今天|今晚|今夜|明天|后天|马上|立刻|[本这]个?周|这?个?月底?前?|\\d{1,2}[日号]之?前)就(?![是来到去有要会能可很好像])"
)

# 切实加强…, 全面排查…: so a demand goes on, and no tale of what was done.
_PRESSING = re.compile(
    "(?:要)?(?:切实|全面|深入|认真|扎实|严格|坚决|持续|进一步|始终|充分|积极|主动|着力|全力|大力|科学|严厉|严肃|牢固|时刻|从严|加快|加强|强化|加大|压实|落实|健全|完善|做好|抓好|抓实|抓紧|突出|紧盯|紧扣|聚焦|坚持|深化|提升|提高|推进|确保|树牢|夯实|筑牢|守牢|守住|严把|严防|摸清|细化|优化|统筹|牢牢|建立健全|探索(?=建立|推行|实行|开展|形成|构建|实施)|推动|推行|规范|创新|构建|拓宽|补齐|盘活)"
)


# 操场、院子全部敞开; 手续一律从简.
_THROUGHOUT = re.compile(
    "(?!今年|去年|近年|目前|当前|已|昨)[^，。；已]{2,16}(?:全部|一律|统统|全都)(?!是|有|会|能|来自|集中|属于)[^，。；了]{2,10}"
)


_SETS_SO_MANY = re.compile(
    "[^。！？；]{0,10}(?:提|讲|说|定|立|送|约法|强调|交代|布置|划|念)[^。！？；]{0,6}(?:[一二两三四五六七八九十几\\d]+(?:个|条|点|句话?|件事?|项|道|章)[^。！？]{0,10})[。：！]"
)


# 路灯两天内亮起来: a term that is set, and no day on which a thing is going to be.
_HOW_SOON = re.compile("[天日周月年底黑亮][之以]?[前内]|[小时分钟]内")
_GOES_AND_DOES = re.compile(
    "(?:同志)?(?:你|今[天晚]|明[天早]|后天|马上|立即|连夜|这就|[本下]周|去|留|带[人队着]|负责|牵头|盯|守|把|亲自|回去|[一二三两\\d]+天[之以]?内)"
)

# 严把质量关，管网才经得起检验: what holds of itself.
_HOLDS = re.compile("，[^，]{0,12}(?:才[能会是可有算叫经]|就[能会是可]|离不开|关键[在看]|重在)")
# 介绍，推进改造…: what is done, and nothing told.
_OF_FACTS = frozenset(
    ("表示", "表示说", "介绍", "介绍说", "汇报", "汇报说", "报告", "认为", "提到", "谈到")
)

INTRODUCES = frozenset(("介绍", "介绍说", "汇报", "汇报说", "据悉"))
"""Verbs behind which it is told how things stand, and nothing is asked."""


class PlainTelling(Vows):
    """Opens demands behind 说 and its like, where who leads tells without a modal."""

    __slots__ = ()

    def _presses_on(self, words: str) -> bool:
        """Tell whether a leader's 要求… goes on behind its sentence: 切实加强…；强化…."""
        leads = self._scope.speaker in (*self._leaders, "会议") and self._scope.speaks_here
        # 《实施意见》强调要…。扎实开展…: what a paper asks goes on too.
        leads = leads or (self._scope.speaker is None and opens_with_paper(self._plain))
        if leads and _PRESSING.match(words) is not None:
            self._scope.brief = False
        return not self._scope.brief

    def _hold_behind_link(self, words: str, start: int, clause: Clause) -> None:
        """Keep a true front behind a mere link for what follows: 同时，结合主题教育，不断提升…."""
        if self._fronted is None or clause.mark != "，" or not is_fronted(words):
            return
        if is_link(self._plain[self._fronted : start].rstrip("，")):
            self._front_holds = True

    def _tells_of_a_person(self, words: str) -> bool:
        """Tell whether a clause behind a front tells what one did: 在老党员的家中，甲仔细询问…."""
        names = self._scope.names
        if self._fronted is None or self._scope.decided or names is None:
            return False
        return names.match(words) is not None

    def _told_first(self, words: str, start: int, clause: Clause, *, numbered: bool) -> bool:
        """Open a demand where the leader's first words command by themselves: 他说，加快接通，确保…."""
        if self._scope.sentences or self._scope.verb in _OF_FACTS:
            return False
        if find_modal(words, self._lexicon) is not None or unit_doing(words, self._lexicon):
            return False
        if not (numbered or words[:1] == "把" or begins_imperative(words, self._lexicon)):
            return False
        if not commands(words, self._lexicon, numbered=numbered, pointed=False):
            return False
        rest = self._plain[clause.start :].partition("。")[0].partition("；")[0]
        judged = is_theme(self._plain[clause.end :].partition("。")[0]) or _HOLDS.search(rest)
        if judged or any(map(tells, rest.split("，"))):
            # 他说，推进改造，是民心所向; 他说，抢抓时间，完成了三处: no command.
            return False
        self._begin(self._start(start), clause, None, bare=True, rule="bare")
        self._scope.demanding = True
        return True

    def _told(
        self, words: str, start: int, clause: Clause, *, pointed: bool, numbered: bool
    ) -> bool:
        """Open a demand where the leader tells (说) what a unit does, with a verb of doing."""
        if self._scope.demanding or self._scope.verb in INTRODUCES:
            return False
        if self._scope.verb not in self._lexicon.report_verbs or tells(words):
            return False
        if self._scope.speaker not in self._leaders or not self._scope.speaks_here:
            return False
        if pointed and self._told_first(words, start, clause, numbered=numbered):
            return True
        if self._told_plainly(words, start, clause):
            return True
        doing = unit_doing(words, self._lexicon)
        if doing is None or not acts_by_itself(words, doing):
            return doing is None and self._told_to_all(words, start, clause)
        if self._scope.names is not None and self._scope.names.match(words, doing.end):
            return False
        name = words[doing.start : doing.end]
        if name in _OWN_SIDE or name.endswith("的") or self._scope.names_in(name):
            return False
        if plans(words[doing.end :], self._lexicon) or states(words, self._lexicon):
            return False
        # 今年以来，全县上下牢固树立…，完善了…: what was done so far is told.
        rest = self._plain[clause.start :].partition("。")[0].partition("；")[0]
        told = [one for one in rest.split("，") if _LEFT_OUT.search(one) is None]
        if is_background(words) or any(map(tells, told)):
            return False
        self._scope.unit = self._placed(doing, start)
        self._begin(self._start(start), clause, Source.EXPLICIT, bare=True, rule="doing")
        return True

    def _one_by_name(self, words: str) -> tuple[int, int] | None:
        """Return the place of somebody whom a leader tells by name what to do: 乙后天动身."""
        found = self._scope.names.match(words) if self._scope.names is not None else None
        if found is None or found.group() in self._leaders:
            return None
        return found.span() if _GOES_AND_DOES.match(words, found.end()) else None

    def _one_of_so_many(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at one of the rules that he said he would set: 我提三个不。开会不念稿；…."""
        if not (clause.first_in_sentence or clause.after_semicolon):
            return False
        front = self._plain[self._plain.rfind("“", 0, start) + 1 : start]
        if "”" in front or _SETS_SO_MANY.match(front) is None:
            return False
        if states(words, self._lexicon) or tells(words) or unit_doing(words, self._lexicon):
            return False
        self._begin(self._start(start), clause, None, rule="bare")
        return True

    def _told_to_all(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at what he says is to be so throughout: 操场、院子全部敞开."""
        due = is_due(words) and not is_plan(words) and _HOW_SOON.search(words) is not None
        if not (due or _THROUGHOUT.fullmatch(words)) or states(words, self._lexicon):
            return False
        if find_modal(words, self._lexicon) is not None or _MYSELF.search(words):
            return False
        self._begin(self._start(start), clause, None, rule="topic")
        return True

    def _told_aloud(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at what a leader's quoted words command by themselves: 把门打开, 明天送来."""
        if self._told_plainly(words, start, clause):
            # 别等下周，你们公司派人去取: said to the unit behind it.
            self._means = clause.mark == "，"
            return True
        sent = sent_for(words) or turned_to_you(words) or self._one_by_name(words)
        if sent is not None:
            words_told = words[slice(*sent)]
            kind = kind_of(words_told, self._lexicon)
            self._close()
            self._scope.unit = self._placed(Named(start=sent[0], end=sent[1], kind=kind), start)
            self._begin(self._start(start), clause, Source.EXPLICIT, rule="assigned")
            return True
        if self._one_of_so_many(words, start, clause):
            return True
        rest = self._plain[clause.start :].partition("。")[0].partition("；")[0]
        if clause.mark == "，" and is_theme(self._plain[clause.end : clause.end + 2]):
            # 今天下午六点，是死线: what a day is.
            return False
        if _MYSELF.search(words) or not commands_aloud(words, rest, self._lexicon):
            return False
        doing = unit_doing(words, self._lexicon)
        if doing is not None and not does_first(words):
            return False
        who = who_by_then(words) if doing is None else words[: doing.end]
        told = is_unit(who, self._lexicon)
        if told and self._scope.unit is not None and not ends_as_unit(who, self._lexicon):
            # 打给某局：“专家明天到位。”: sent by who is told.
            told = False
        if told:
            kind = kind_of(who, self._lexicon)
            self._scope.unit = self._placed(Named(start=0, end=len(who), kind=kind), start)
        source = Source.EXPLICIT if told else None
        self._begin(self._start(start), clause, source, rule="topic")
        # 先给样板、再给账本，县工信局…: said to the unit behind it.
        self._means = clause.mark == "，" and not told
        return True

    def _told_plainly(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at 别…, 不要…, or at a limit (月底前全部换掉) that the leader speaks of."""
        if _MINE.search(words) or states(words, self._lexicon):
            return False
        limited = _DONE_BY.search(words) is not None or _AT_ONCE.match(words) is not None
        limited = limited or forces(words)
        if not limited and _FORBIDS.match(words) is None:
            return False
        if unit_doing(words, self._lexicon) is not None:
            return False
        front = "" if self._fronted is None else self._plain[self._fronted : clause.start]
        acting = unit_doing(front, self._lexicon)
        if acting is not None and not limited and not acting.start:
            # 企业找政府，别先问归谁管: told to who stands in front.
            self._scope.unit = self._placed(acting, clause.start - len(front))
            self._begin(self._start(start), clause, Source.EXPLICIT, rule="topic")
            return True
        self._begin(self._start(start), clause, None, rule="topic")
        return True
