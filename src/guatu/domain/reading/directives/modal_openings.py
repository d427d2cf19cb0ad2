"""Demands that open at a modal: with the unit before it, or with nobody named."""

import re

from guatu.domain.reading.directives.assertions import states
from guatu.domain.reading.directives.by_whom import is_of_the_unit
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand, Source
from guatu.domain.reading.directives.each_case import is_done_away, is_for_each
from guatu.domain.reading.directives.imperatives import (
    LONGEST_TOPIC,
    is_adverbial,
)
from guatu.domain.reading.directives.maxims import hangs_on, needs
from guatu.domain.reading.directives.modals import Modal, find_modal
from guatu.domain.reading.directives.personified import (
    forbidden_behind,
    is_where_forbidden,
    subject_told,
    told_behind,
)
from guatu.domain.reading.directives.plain_telling import PlainTelling
from guatu.domain.reading.directives.rule_subjects import subject_of_rule
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.wishes import TELLS_SOMEBODY, pronoun_in, told_before_topic
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import (
    audience_at_front,
)
from guatu.domain.reading.units import Named, is_unit, named_at, unit_before

# How many sentences a leader's plain speech (他说) is taken to run on.
_NEAR_SPEECH = 12
_NUMBERED = ("首先，", "其次，", "再次，", "再者，", "最后，")
_COSTS = re.compile(
    "要[花等用费过费耗是有比受吃看靠说经]|要(?:多少|几|不|么|[一两三四五六七八九十\\d])"
)
_TOPIC_OF_PARAGRAPH = 8
_HANGING = 40
_OWNS = re.compile("但[也还]?(?:要|必须|应当?|须)[^，。；]{0,6}(?:看到|认识到|意识到|承认)")
_ASKS = ("要", "必须", "务必", "须", "应", "应当")
_MUST = ("要", "必须", "务必", "既要", "一定要", "绝不能", "决不能", "严禁")
# 补偿款必须打卡到户，任何人不得截留: two demands, and none leads to the other.
_NOBODY_MAY = ("任何", "一切")
_FORBIDS = ("严禁", "禁止", "不准", "不许")
_BALANCE = re.compile("(?:要?既)要?[^。；]*，(?:又|也|还|更)要?[^。；]*，")
# 会议认为，工期偏紧，主体须…: minutes hold what must be done as well as how things are.
_OUGHT = ("必须", "务必", "须", "不得")
_HOLDING = ("认为", "指出", "强调")
# 存在的问题要及时整改: what was found is the object, not told by itself.
_FOUND = re.compile("(?:存在|发现|反映|反馈|暴露)(?:出)?的(?:突出)?(?:问题|隐患|短板|不足|困难)$")
# 已鉴定为危房的12户必须撤出: what is said of them in front of 的 is no statement.
_OF_THEM = re.compile("[^，。；]{2,20}[^目标]的(?=[\u3400-\u9fff\\d])")

_ABOVE_ALL = re.compile("([^，。；：]{2,16})(?:特别是|尤其是)([^，。；：]{2,12})")


def _what_is_meant(head: str) -> str:
    """Return the words before a modal without what was found, or is said of them by the way."""
    found = _FOUND.sub("问题", head)
    return _OF_THEM.sub("", found) or found


class ModalOpenings(PlainTelling):
    """Opens demands at 要, 必须, 不得; ``_own_point`` marks a bare demand that is no front of another's."""

    __slots__ = ("_own_point", "_set_aside")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._own_point = self._set_aside = False

    def _modal_clause(self, words: str, start: int, clause: Clause) -> bool:
        modal = find_modal(words, self._lexicon, self._scope.names)
        if modal is None:
            return False
        if _OWNS.match(words) is not None or needs(self._plain[clause.end : clause.end + _HANGING]):
            # 但也要清醒看到, 企业要做大，离不开金融: what is owned to, and what they need.
            self._close()
            self._set_aside = True
            return True
        head = words[: modal.start]
        named = self._named_before(words, start, modal)
        if named is not None and self._names_some(words, clause):
            return True
        if named is not None and self._open is not None and is_for_each(head):
            # 物业企业要守桶督导，每个投放点不得少于1人: for each of their places.
            return False
        if named is not None:
            begin = self._start(start)
            if self._open is not None and begin and self._plain[begin - 1] == "，":
                before = self._open.units[0].text if self._open.units else ""
                own = is_of_the_unit(head, before) and not self._after_case(start)
                if own and self._open.source is Source.EXPLICIT:
                    return False
            one = self._open
            if one is not None and (
                self._balances(one, start)
                or (self._means and not self._own_point and not self._is_ban(one, head, start))
            ):
                begin, self._open = one.start, None
            joined = self._joined(named, start)
            if joined is not None and self._open is not None:
                begin, self._open = self._open.start, None
            begin = self._from_case(begin, start)
            self._close()
            self._scope.unit = joined or self._placed(named, start)
            self._begin(begin, clause, Source.EXPLICIT, promise=self._vows(named, words))
            self._scope.demanding = True
            return True
        if self._scope.names_one(head):
            # A person told to act: not the unit of the sentence before.
            self._close()
            self._scope.unit = None
        return self._unitless(words, start, clause, modal)

    def _named_before(self, words: str, start: int, modal: Modal) -> Named | None:
        """Return the unit that the words before a modal tell to act, or None where they tell nobody."""
        head = words[: modal.start]
        named = self._unit_of(head) if head else None
        if named is None and head and self._scope.verb in self._lexicon.soft_verbs:
            heard = pronoun_in(head) or audience_at_front(head, self._lexicon)
            rest = head[heard.end :] if heard is not None else ""
            named = heard if not rest or is_adverbial(rest, self._lexicon) else None
        if named is None and head and self._scope.lasting and not self._scope.recorded:
            named = subject_of_rule(head)
        if named is None and head and self._scope.verb in TELLS_SOMEBODY:
            right_behind = self._plain.endswith(self._scope.verb, 0, start)
            named = told_before_topic(head, self._lexicon) if right_behind else None
        bare = self._open is None and not self._scope.names_one(head)
        named = subject_told(named, head, words[modal.end :], self._lexicon, bare=bare)
        if modal.word in _ASKS:
            named = named or told_behind(words, modal.end, self._lexicon)
        if modal.word in _FORBIDS:
            named = named or forbidden_behind(words, modal.end)
        if named is not None and is_done_away(head, words[modal.end :]):
            named = None
        if named is not None and modal.word in (*_FORBIDS, "不得"):
            named = None if is_where_forbidden(head[named.start : named.end]) else named
        return named

    def _balances(self, one: Demand, start: int) -> bool:
        """Tell whether 既要…，又要… of nobody runs up to a unit, and so belongs to it."""
        if one.source is Source.EXPLICIT:
            return False
        return _BALANCE.fullmatch(self._plain, one.start, start) is not None

    def _is_ban(self, one: Demand, head: str, start: int) -> bool:
        """Tell whether a demand is followed by what nobody may: 补偿款必须打卡到户，任何人不得截留."""
        if not head.startswith(_NOBODY_MAY):
            return False
        return find_modal(self._plain[one.start : start], self._lexicon) is not None

    def _vows(self, named: Named, words: str) -> bool:
        """Tell whether a modal is one's own word: 我们镇也要在8日前割完, said by one who does not lead."""
        speaker = self._scope.speaker
        own = words[named.start : named.end].startswith(("我们", "我镇", "我局", "我乡", "我公司"))
        reports = self._scope.verb in self._lexicon.report_verbs
        return own and reports and speaker is not None and speaker not in self._leaders

    def _unit_of(self, head: str) -> Named | None:
        """Return the unit that the words before a modal name, 请 in front of it left out."""
        some = head[:2] if head.startswith(("部分", "个别", "少数")) else ""
        if some and (named := unit_before(head[2:], self._lexicon)) is not None:
            # 部分乡镇要抓紧整改: told to some of them.
            return Named(start=0, end=named.end + 2, kind=named.kind) if not named.start else None
        # 镇、村干部、要…: a mark too many in front of the modal.
        head = head.rstrip("、")
        asked = head.startswith("请")
        named = self._with_special(head[asked:]) or unit_before(head[asked:], self._lexicon)
        if named is None or not asked:
            return named
        return Named(start=named.start + 1, end=named.end + 1, kind=named.kind)

    def _with_special(self, head: str) -> Named | None:
        """Return those of whom some are named besides: 全县各级党员干部特别是领导干部."""
        found = _ABOVE_ALL.fullmatch(head) if "是" in head else None
        if found is None or not is_unit(found[2], self._lexicon):
            return None
        # 办法规定金融机构特别是…: what stands in front of those named is no part of the name.
        first = unit_before(found[1], self._lexicon)
        if first is None or first.end != found.end(1):
            return None
        return named_at(head, first.start, len(head), self._lexicon)

    def _commands_plainly(self, words: str, start: int) -> bool:
        """Tell whether a leader's plain word (他说) turns to a demand behind 首先 or a cause: …，要走新路."""
        if self._scope.speaker not in self._leaders or not self._scope.speaks_here:
            return False
        if self._scope.verb not in self._lexicon.report_verbs or _COSTS.match(words) is not None:
            return False
        return self._plain[:start].endswith(_NUMBERED) or words.startswith(_MUST)

    def _next_topic(self, head: str, clause: Clause) -> bool:
        """Tell whether a paragraph goes on with the demands of the one before: 考试管理要再严格，…."""
        if clause.start or len(head) > _TOPIC_OF_PARAGRAPH or self._scope.demanding:
            return False
        last = self._found[-1] if self._found else None
        if last is None or last.promise or last.paragraph != self._paragraph - 1:
            return False
        return last.speaker == self._scope.issuer and not self._scope.names_in(head)

    def _unitless(self, words: str, start: int, clause: Clause, modal: Modal) -> bool:
        """Open a demand at a modal that names nobody before it."""
        head = words[: modal.start]
        bare_head = is_adverbial(head, self._lexicon)
        if self._scope.sentences and clause.first_in_sentence and not self._scope.lasting:
            # 要求各乡镇…。要…: the speech goes on behind its first sentence.
            self._scope.brief = False
        if self._open is not None:
            return False
        if bare_head:
            must = self._scope.verb in _HOLDING and modal.word in ("必须", "务必")
            if not (
                self._scope.demanding
                or clause.first_in_sentence
                or must
                or (self._commands_plainly(words, start))
            ):
                return False
            self._scope.demanding = True
            self._begin(self._start(start), clause, None)
            # 别等了，你们局明天去: told to the unit behind it.
            self._means = clause.mark == "，" and modal.word.endswith("别")
            self._own_point = False
            return True
        if hangs_on(self._plain[clause.end : clause.end + _HANGING]):
            # 乡村要振兴，关键在人: what it hangs on, and nothing told.
            self._set_aside = True
            return False
        if self._next_topic(head, clause):
            self._scope.demanding = True
        leads = self._scope.speaker in self._leaders and self._scope.speaks_here
        leads = leads and self._scope.sentences < _NEAR_SPEECH
        plain = leads and self._scope.verb in self._lexicon.report_verbs
        held = self._scope.recorded and self._scope.verb == "认为"
        plain = plain or (held and modal.word in _OUGHT)
        if (
            (self._scope.demanding or plain)
            and len(head) <= LONGEST_TOPIC
            and not states(_what_is_meant(head), self._lexicon)
        ):
            self._begin(self._start(start), clause, None, rule="topic")
            ruled = self._scope.recorded and modal.word in _OUGHT
            ruled = ruled and not self._plain.startswith("由", clause.end + 1)
            self._means, self._own_point = clause.mark == "，" and not ruled, False
            return True
        return False
