"""What only papers have: parts of facts, whom they address, where they begin and end."""

import re
from collections.abc import Iterator

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.form_lines import signs_note
from guatu.domain.reading.directives.label_openings import LabelOpenings
from guatu.domain.reading.directives.labels import (
    is_names_line,
)
from guatu.domain.reading.directives.leadins import tells_plan
from guatu.domain.reading.directives.notices import (
    MINUTES,
    NOTICE,
    REPLY,
    calls_upon,
    hands_out,
    opens_below,
    opens_minutes,
    opens_notice,
    salutation_in,
)
from guatu.domain.reading.directives.paper_facts import counts_course
from guatu.domain.reading.directives.paper_parts import (
    asked_in_facts,
    level_of,
    measures_from,
)
from guatu.domain.reading.directives.plans import is_phase_head, opens_row, opens_with_limit
from guatu.domain.reading.directives.scope import Scope
from guatu.domain.reading.directives.speech import SpeechAct, find_speech
from guatu.domain.reading.directives.spoken_papers import (
    SPOKEN,
    is_form_of_address,
    speaks_of_himself,
)
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.wishes import TOLD
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named, kind_of
from guatu.domain.reading.values import AddresseeKind

_FIRST = 3
_BELOW = re.compile("如下[：。]?$")
_ASKED_BY_OTHERS = ("要求", "强调", "指出", "号召", "部署")
_CALL_TO = re.compile(
    "[^，。；：向]{0,8}向(?P<to>(?!社会(?!公众)|全社会)[^，。；：]{2,20}?)(?:郑重|再次)?(?:发出|提出|作出)[^，。；：]{0,6}(?:倡议|呼吁|号召|提示|提醒|要求)"
)
# 各乡镇、县直各单位 as the first line of a paper, whose colon was lost.
_IN_LIST = re.compile("^各[^，。；：]{1,20}、[^，。；：]{2,30}(?:单位|部门|学校|企业)$")
# 妥否，请批示; 呈某县长、某副县长阅示: what a superior is asked is no charge.
_ASKS_LEAVE = late(
    "(?:以上(?:意见|方案|报告)?)?(?:[妥当]否|是否妥当)?(?:呈|请|敬请|恭请|拟请|报请)(?:[\u3400-\u9fff、]{0,24}(?:领导|[县市区省州]长|书记|主任|局长|同志))?(?:审阅|批示|阅示|审示|审批|审定|查收|查阅|阅知|知悉|知晓|指示|批阅|阅批|指正)"
)
# 联系人某某，电话…: whom to ask.
_CONTACT = re.compile(
    "(?:联系|咨询|监督|举报|值班|投诉|服务)?(?:人|电话|方式|邮箱|传真)[：:\\d]|联系人|联系电话|(?:举报|监督|投诉|咨询|值班|服务|报名)电话$|(?:电话|传真|邮箱|电子邮箱|地址)(?:为|：|\\d)"
)


def _asks_nothing(clause: Clause, scope: Scope) -> bool:
    """Tell whether a clause but says who wrote a note (卜文澍9月1日), greets who listens, or asks a superior."""
    if scope.lasting and clause.mark in ("", "。") and signs_note(clause.words):
        return True
    greets = scope.author is not None and is_form_of_address(clause.words)
    return greets or _ASKS_LEAVE.fullmatch(clause.words) is not None


_YOURS = re.compile(
    "你(?:单位|公司|企业|部门|集团|银行|园区|街道|街道办事处|社区|中心|管委会|[局委办院校站所乡镇村厂店县市区旗方]|苏木|嘎查)"
)
_ANSWERED = re.compile("(?<!各位)(?<!人大)(?<!政协)(?:委员|代表|先生|女士|网友)$")
_ONE = (AddresseeKind.UNIT, AddresseeKind.ENTERPRISE)


def _is_yours(unit: PlacedUnit) -> bool:
    return unit.text[0] == "你" and _YOURS.fullmatch(unit.text) is not None


class PaperOpenings(LabelOpenings):
    """Knows in which part of a paper it reads (``_parts``), and whom it is addressed to."""

    __slots__ = ("_addressed", "_speakers")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._speakers = voices
        self._addressed: PlacedUnit | None = None

    def _as_addressed(self) -> Iterator[Demand]:
        """Yield what was found, with the one body that a letter is addressed to for 你局, 你公司.

        Of a deputy whom an office answers it asks nothing.
        """
        one = self._addressed
        answered = one is not None and _ANSWERED.search(one.text) is not None
        for demand in self._found:
            if answered and one in demand.units:
                continue
            if one is None or one.kind not in _ONE or not any(map(_is_yours, demand.units)):
                yield demand
                continue
            units = tuple(one if _is_yours(each) else each for each in demand.units)
            lead = one if demand.lead is not None and _is_yours(demand.lead) else demand.lead
            yield demand._replace(units=units, lead=lead)

    def _demands_of_others(self, verb: str, head: str) -> bool:
        """Tell whether a unit that a letter charges shall demand of others: …要告知家长，并要求家长…."""
        if not self._scope.lasting or self._scope.recorded or self._open is None:
            return False
        return verb in TOLD and head in ("并", "同时", "并且", "同时也")

    def _only_tells(self, text: str) -> bool:
        """Tell whether a paragraph of a letter stands in a part of facts; in another it demands."""
        if counts_course(text):
            return True
        if not self._scope.lasting or self._scope.recorded:
            return False
        if self._parts.enter(text):
            self._scope.demanding = True
        if not self._parts.facts or measures_from(text) or self._parts.forbids(text):
            return False
        if asked_in_facts(text):
            return False
        self._keep_labels()
        return True

    def _in_tasks(self) -> bool:
        """Tell whether a paragraph of a plan is a task by who is charged behind it, or an aim by its head."""
        self._charge_behind()
        letter = self._scope.lasting and not self._scope.recorded
        return letter and (self._labels is not None or self._parts.aims or opens_row(self._plain))

    def _plans_aside(self, words: str) -> bool:
        """Tell whether a clause says what an office will do, where a demand runs or a letter speaks.

        What follows it in the sentence is of the plan: 县督查室将适时检查，…的予以通报.
        """
        letter = self._scope.lasting and not self._scope.recorded and self._open is None
        running = self._open is not None and not self._open.promise
        return (letter or running) and tells_plan(words, self._lexicon)

    def _enter_letter(self, letter: SpeechAct | None, above: str, lead: str | None) -> None:
        """Begin a letter with the paragraph below the one ``above``, unless it has begun."""
        if letter is None or self._scope.lasting:
            return
        author = lead if letter is SPOKEN else None
        self._scope.begin_letter(letter, self._addressed, author=author)
        # What a letter says before its first point or modal is why it was written.
        told = not above or opens_below(above) or opens_with_limit(self._plain)
        self._scope.demanding = told
        self._scope.decided = told and letter.decided

    def _enter_task(self, number: int, text: str) -> None:
        """Take a paragraph in: labels on lines of their own are of the one above them all."""
        if not is_names_line(text):
            self._task_at, self._labelled = number, False
        level = level_of(text)
        if level is not None:
            self._kept = [], None
        above, unit = self._part
        if unit is None or above is None:
            return
        if level is not None and level <= above:
            # （二）…: what the labels of （一） charged with is over.
            self._part, unit = (None, None), self._addressed
        self._scope.charge_below(unit)

    def _drop_reasons(self, first: int, below: str) -> None:
        """Drop what a letter tells above its first point that others asked: 县委要求举一反三。现通知如下：."""
        letter = self._scope.lasting and not self._scope.recorded and self._scope.author is None
        if not letter or self._scope.in_list or len(self._found) == first:
            return
        if level_of(below) != 0 and _BELOW.search(self._plain) is None:
            return
        self._found[first:] = [
            one
            for one in self._found[first:]
            if one.verb not in _ASKED_BY_OTHERS or one.source is Source.EXPLICIT
        ]

    def _take_salutation(self, text: str) -> bool:
        bare = text + "：" if not self._paragraph and _IN_LIST.search(text) is not None else text
        named = salutation_in(bare, self._lexicon) if self._paragraph < _FIRST else None
        if named is not None and not is_form_of_address(text):
            self._addressed = self._placed(named, 0)
        return named is not None

    def _stands_aside(self, clause: Clause) -> bool:
        """Tell whether a clause of a paper but says whom to ask, or what its author does himself."""
        own = self._scope.author is not None and speaks_of_himself(clause.words, self._lexicon)
        if self._scope.lasting and clause.mark == "。" and is_phase_head(clause.words):
            # 集中整治阶段（5月21日至8月31日）。: the head of what is asked behind it.
            self._close()
            return True
        if _asks_nothing(clause, self._scope):
            self._close()
            return True
        if not own and (not self._scope.lasting or _CONTACT.match(clause.words) is None):
            return False
        self._close()
        if not own:
            # 联系人：某某，电话：…: whom to ask, to the end of the sentence.
            stop = self._plain.find("。", clause.start)
            self._passed = stop if stop >= 0 else len(self._plain)
        return True

    def _called_upon(self, clause: Clause) -> PlacedUnit | None:
        """Return to whom a letter says its call goes: 向全镇父老乡亲发出如下倡议."""
        found = _CALL_TO.match(clause.words) if "向" in clause.words else None
        if found is None:
            return None
        start, end = found.span("to")
        kind = kind_of(found.group("to"), self._lexicon)
        return self._placed(Named(start=start, end=end, kind=kind), clause.start)

    def _opens_letter(self, clause: Clause) -> bool:
        letter = None
        if self._open is not None and self._scope.demanding and not self._scope.lasting:
            # 各乡镇要坚持目标导向，抓好以下工作：: what somebody says, and no letter.
            return False
        if self._scope.lasting and hands_out(clause.words, clause.mark):
            self._close()
            self._fronted = None
            return True
        if opens_minutes(clause.words, clause.mark):
            letter = MINUTES
        elif opens_notice(clause.words, clause.mark) or (
            self._scope.lasting
            and not self._scope.recorded
            and calls_upon(clause.words, clause.mark)
        ):
            letter = REPLY if clause.words.endswith(("批复如下", "函复如下")) else NOTICE
        if letter is None:
            return False
        self._close()
        self._fronted = None
        self._addressed = self._called_upon(clause) or self._addressed
        if letter is MINUTES and find_speech(clause, self._speakers, self._lexicon) is not None:
            self._scope.begin_letter(letter, None)
        else:
            self._scope.begin_letter(letter, self._addressed)
        return True
