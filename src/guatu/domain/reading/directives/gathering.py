"""The demand that is open while an article is read, the place of its front, and those found."""

import re

from guatu.domain.reading.directives.assigned import with_lead, works_with_lead
from guatu.domain.reading.directives.by_whom import (
    charged_behind,
    handed_over,
    is_consequence,
)
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.decisions import refuses, waits_for
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.each_case import is_for_each, whoever_in_case
from guatu.domain.reading.directives.fronted import is_judgement
from guatu.domain.reading.directives.imperatives import holds_imperative
from guatu.domain.reading.directives.leadins import (
    acts_in_turn,
    backs_another,
    is_another_subject,
    only_mentions_wants,
    others_wished,
)
from guatu.domain.reading.directives.leads_on import leads_on
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.scope import Scope
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_strong, unit_doing
from guatu.domain.reading.units import Named, kind_of
from guatu.domain.reading.values import AddresseeKind

_SHORTEST = 3
ABOVE_ALL = ("特别是", "尤其是")
"""What opens the naming of some besides all of them."""
_FAR_CHARGE = 15
_LACKING = re.compile(
    "[^，。；]{2,20}(?:缺口|缺额|短缺|不足|拖欠)(?:约|达|为|共计?)?[\\d.]+[亿万]?元，$"
)
# 由某某同志任组长: part of the setting up of a body.
_TAKES_POST = re.compile(
    "由[^，。；]{2,14}(?:任|担任|兼任)[^，。；]{0,8}(?:组长|指挥长|主任|召集人|总指挥|负责人)|由[^，。；]{2,14}(?:亲自)?(?:挂帅|领衔)$|[^，。；]{1,6}(?:一律|全部|均|应|统一)?由[^，。；]{2,14}(?:担任|兼任)$"
)
# 乡里扎口子，你们明天把方案拿来: the unit told before is spoken to again.
_YOU = re.compile(
    "(?P<who>你们?)(?=把|将|先|也|要|去|来|马上|立即|今|明|赶紧|抓紧|亲自|带|守|盯|负责|[一二两三四五\\d])"
)


# 经会议研究决定，某某不再担任局长职务: news of who holds a post, and nothing to be done.
_POST_CHANGES = re.compile(
    "(?:决定|同意)?(?:[\u3400-\u9fff·]{2,4}(?:同志)?不再担任|(?:任命|免去|提名)[\u3400-\u9fff·]{2,4}(?:同志)?[为的任]?)[^，。；]{2,40}(?:职务|[长任记员])(?=[，。；]|$)"
)


class Gathering:
    """What is gathered of one article: the demand that is open, its front, those that are closed.

    ``_fronted`` is where the words begin that belong to the next demand; ``_front_holds``
    tells a true front (对…的) from a theme, which needs a unit and a modal behind it;
    ``_tasks``: the paragraph is a task by the labels behind it or an aim by its head;
    ``_to_face``: one who leads speaks to a single person;
    ``_means`` marks an open demand that may yet prove to be the front of another unit's;
    ``_end`` is how far the open demand goes by now.
    """

    __slots__ = (
        "_beside",
        "_case",
        "_end",
        "_found",
        "_front_holds",
        "_fronted",
        "_lexicon",
        "_means",
        "_open",
        "_paragraph",
        "_plain",
        "_scope",
        "_tasks",
        "_to_face",
    )

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._scope = Scope(voices)
        self._found: list[Demand] = []
        self._beside: tuple[PlacedUnit, ...] = ()
        self._open: Demand | None = None
        self._end = 0
        self._fronted: int | None = None
        self._means = self._front_holds = self._tasks = self._to_face = False
        self._case: tuple[int, int, int] | None = None
        self._paragraph = 0
        self._plain = ""

    def _placed(self, named: Named, shift: int) -> PlacedUnit:
        start, end = shift + named.start, shift + named.end
        return PlacedUnit(
            text=self._plain[start:end],
            kind=named.kind,
            paragraph=self._paragraph,
            start=start,
            end=end,
        )

    def _start(self, start: int) -> int:
        if self._fronted is None:
            return start
        front = self._plain[self._fronted : start]
        if self._scope.recorded and _LACKING.match(front) is not None:
            # 资本金缺口约1亿元，由县国投公司垫付: what is lacking is told, not decided.
            return start
        return self._fronted

    def _begin(
        self,
        start: int,
        clause: Clause,
        source: Source | None,
        *,
        promise: bool = False,
        bare: bool = False,
        rule: str = "modal",
    ) -> None:
        unit, how = self._scope.addressee(source)
        units: tuple[PlacedUnit, ...] = (unit,) if unit else ()
        if unit is not None and how is Source.INHERITED and self._beside[:1] == units:
            # 由甲牵头，乙配合…。凡未净地的，不得出让: what follows is said to both.
            units = self._beside
        self._open = Demand(
            paragraph=self._paragraph,
            start=start,
            end=clause.end,
            speaker=self._scope.issuer,
            verb=self._scope.verb,
            units=units,
            source=how,
            crossed=self._scope.crossed,
            promise=promise,
            bare=bare,
            rule=rule,
            sentences=self._scope.sentences,
        )
        self._end = clause.end
        self._fronted = None
        self._means = False

    def _cut_open(self, cut: int) -> None:
        """Another article's words begin here: what follows is a demand of its own."""
        assert self._open is not None
        rest, end = self._open._replace(start=cut, source=Source.INHERITED), self._end
        self._end = min(cut, end)
        self._close()
        self._open, self._end = rest, end

    def _drop_means(self) -> None:
        """Forget an open demand that proves to be the front of what demands nothing."""
        if self._means:
            self._open, self._means = None, False

    def _drop_charge(self) -> None:
        """Forget a charge that only leads to its points: 要求某局对照清单，做到三点：."""
        if self._open is not None and self._open.rule == "charge":
            self._open = None

    def _close(self) -> None:
        if self._open is None:
            return
        closed, self._open = self._open, None
        self._means = False
        closed = closed._replace(end=self._end) if closed.end != self._end else closed
        words = self._plain[closed.start : closed.end]
        if len(words.strip("，。；：")) < _SHORTEST and closed.rule != "decision":
            return
        if not self._scope.recorded and _POST_CHANGES.match(words) is not None:
            return
        done = with_lead(closed, words, self._lexicon)
        if len(done.units) > 1 and done.units[0] == self._scope.unit:
            self._beside = done.units
        self._found.append(done)

    def _joined(self, named: Named, start: int) -> PlacedUnit | None:
        """Return the list that a unit forms with the bare one before its comma: 各镇，县直各单位要…."""
        one = self._open
        if one is None or one.rule != "subject" or named.start or not one.units:
            return None
        front = one.units[0]
        if front.paragraph != self._paragraph or front.end != start - 1:
            return None
        if self._plain[start : start + named.end] == front.text:
            # 西溪乡，西溪乡今夜…: called upon and told, and no list of two.
            return front._replace(start=start, end=start + named.end)
        words = self._plain[front.start : start + named.end]
        return front._replace(text=words, kind=kind_of(words, self._lexicon), end=start + named.end)

    def _you(self, words: str) -> Named | None:
        """Return 你们 where it turns to those who listen, another unit having been told before."""
        assert self._open is not None
        found = _YOU.match(words) if words.startswith("你") else None
        if found is None or self._open.source is not Source.EXPLICIT:
            return None
        return Named(start=0, end=found.end("who"), kind=AddresseeKind.CLASS)

    def _parallel_subject(self, words: str) -> Named | None:
        """Return the unit of a clause built like the open one: 县领导到乡镇，乡镇干部到村，…."""
        assert self._open is not None
        if self._open.rule not in ("doing", "charge", "assigned") or not self._open.units:
            return None
        doing = unit_doing(words, self._lexicon)
        if doing is None or doing.start:
            return None
        if acts_in_turn(words[: doing.end], words[doing.end :], self._lexicon):
            return doing
        acts = self._plain[self._open.units[0].end :][:1]
        if acts == "每" or words[doing.end : doing.end + 1] != acts:
            return None
        return doing

    def _takes_case(self, words: str, start: int, clause: Clause) -> bool:
        """Take a case that names whom its rule binds: 从业人员没有健康证的，一律不得上岗."""
        if clause.mark != "，" or not (self._scope.demanding or self._scope.lasting):
            return False
        after = self._plain[clause.end + 1 :].partition("。")[0].partition("；")[0]
        named = whoever_in_case(words, after, self._lexicon)
        if named is None:
            return False
        self._scope.unit = self._placed(named, start)
        self._fronted, self._front_holds = self._start(start), True
        return True

    def _case_of_others(self, words: str, clause: Clause) -> Named | None:
        """Return those of whom a clause of a paper says in which case they must: 包户干部遇到预警，必须…."""
        if not self._scope.lasting or clause.mark != "，":
            return None
        after = self._plain[clause.end + 1 :].partition("。")[0].partition("；")[0]
        return whoever_in_case(words, after, self._lexicon)

    def _go_on(self, words: str, start: int, clause: Clause) -> None:
        """Add a clause to the open demand, unless another unit is told to act in it."""
        assert self._open is not None
        if self._names_some(words, clause):
            return
        if clause.mark == "。" and only_mentions_wants(words):
            self._close()
            return
        if is_judgement(words) and find_modal(words, self._lexicon) is None:
            self._close()
            return
        after = self._plain[clause.end + 1 :] if clause.mark == "，" else ""
        if backs_another(words, after, self._lexicon):
            self._close()
            return
        named = None
        # 同意缓议，待某局论证后…: whoever is waited for behind a bare delay has that to do.
        waits = self._open.rule == "decision" and waits_for(words)
        waits = waits and not self._plain[: start - 1].endswith("缓议")
        takes_post = "由" in words and _TAKES_POST.match(words) is not None
        if not waits and not takes_post:
            named = is_another_subject(words, self._lexicon, front=self._means)
        if named is None and self._open.rule == "decision" and self._scope.recorded and not waits:
            # 同意举办灯会，所需资金由商会自筹: a decision tells nobody, what follows it does.
            named = charged_behind(words, self._lexicon, reach=_FAR_CHARGE)
        if named is None and self._scope.recorded and "由" in words:
            named = handed_over(words, self._lexicon, running=True)
        if named is not None and self._to_face:
            # 机器马上停，工人马上撤: said to one who sees to both.
            told = words[named.start : named.end]
            named = named if is_strong(told) or told.endswith(("里", "政府")) else None
        named = named or self._you(words)
        named = named or self._parallel_subject(words) or self._case_of_others(words, clause)
        if named is None and self._scope.verb in self._lexicon.soft_verbs:
            named = others_wished(words, self._lexicon)
        # …，老师们也放心了: what came of it, and nobody told.
        if named is not None and not is_for_each(words) and not words.endswith("了"):
            own = {unit.text for unit in self._open.units}
            told = self._plain[start + named.start : start + named.end]
            front = self._plain[self._open.start : start]
            consequence = is_consequence(self._plain[:start], told, words)
            consequence = consequence or works_with_lead(front, words[named.end :])
            if self._open.source is Source.EXPLICIT and words.startswith(("值班", "带班")):
                consequence = True
            if told not in own and not consequence and not any(told in one for one in own):
                begin = self._start(start)
                joined = self._joined(named, start)
                if joined is not None or self._fronts_other(words, start):
                    begin, self._open = self._open.start, None
                begin = self._from_case(begin, start)
                self._close()
                self._scope.unit = joined or self._placed(named, start)
                self._begin(begin, clause, Source.EXPLICIT, rule="assigned")
                return
        # 粮要卖得出，秋粮总量大，收储企业…: still the front of what a unit is told behind it.
        topical = self._open.rule == "topic" and self._open.source is not Source.EXPLICIT
        self._means = self._means and topical and not holds_imperative(words, self._lexicon)
        self._case = (start, clause.end, self._end) if leads_on(words) else None
        self._end = clause.end

    def _fronts_other(self, words: str, start: int) -> bool:
        """Tell whether the open demand is but the front of what another unit is told in the next clause."""
        if self._open is None:
            return False
        if words.startswith(("由", "再由", "应由")):
            # 名单提交领导小组审定后，由县政府表彰: when it is to be done, or in which case, and no demand.
            before = self._plain[self._open.start : start]
            if before.endswith(("后，", "的，", "时，")) and before.count("，") == 1:
                return True
        # 补贴要补在关键处，县农业局优先安排…: said to the unit behind it.
        return self._means and self._open.source is not Source.EXPLICIT

    def _after_case(self, start: int) -> bool:
        """Tell whether a case (没有县防指的指令，) stands right before a place within the open demand."""
        case = self._case
        return case is not None and self._plain[case[1] : start] == "，"

    def _from_case(self, begin: int, start: int) -> int:
        """Return where a demand begins whose case stood last in the open one: …，缺手续的，某局补办."""
        case, self._case = self._case, None
        if case is None or self._open is None or self._plain[case[1] : start] != "，":
            return begin
        self._end = case[2]
        return case[0]

    def _names_some(self, words: str, clause: Clause) -> bool:
        """Take a clause that names some of those who were just told: 各乡镇，特别是沿河乡镇要加强巡查."""
        one = self._open
        if one is None or one.rule != "subject" or not words.startswith(ABOVE_ALL):
            return False
        if "，" in self._plain[one.start : self._end]:
            return False
        self._end = clause.end
        return True

    def _front_is_matter(self) -> bool:
        """Tell whether what stands in front is the matter of a decision: 对…的问题，."""
        front = self._fronted
        if front is None:
            return False
        # 六、关于…: the head of an item; 。关于…的问题，: a matter.
        titled = front > 0 and self._plain[front - 1] not in "。；"
        return self._plain.startswith(("对", "针对") if titled else ("对", "针对", "关于"), front)

    def _refused(self, words: str) -> bool:
        """Tell whether what was read of nobody as a demand is but what minutes refuse: …，不予上浮."""
        one = self._open
        return (
            one is not None
            and self._scope.recorded
            and one.source is not Source.EXPLICIT
            and one.rule in ("fronted", "bare", "topic")
            and refuses(words)
        )
