"""Points that are counted off, links between sentences, and what a leader turns to."""

import re
from collections.abc import Sequence

from guatu.domain.reading.directives.by_whom import handed_over
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.decisions import decides, rules, settles
from guatu.domain.reading.directives.duty_heads import heads_duties
from guatu.domain.reading.directives.fronted import is_fronted, is_realm_of_point
from guatu.domain.reading.directives.headed_points import (
    headed_levels,
    leaf_points,
    names_work,
    opens_headed,
)
from guatu.domain.reading.directives.hearing import Hearing
from guatu.domain.reading.directives.imperatives import begins_imperative, commands
from guatu.domain.reading.directives.links import is_link
from guatu.domain.reading.directives.listed_units import unit_of_list
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.notices import (
    heads_decision,
    is_heading,
    is_heading_of_slogans,
    is_item_taken_up,
    is_matter_head,
    is_noun_head,
    is_slogan_head,
    is_step,
    stands_alone,
)
from guatu.domain.reading.directives.ordinals import (
    Ordinal,
    heads_below,
    heads_text,
    ordinal_at_front,
)
from guatu.domain.reading.directives.paper_parts import is_label_line, level_of
from guatu.domain.reading.directives.plans import is_limit_head, is_phase_head
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_strong, unit_doing
from guatu.domain.reading.units import Named, is_unit, kind_of, unit_before

# 音响的事，县城管局去管: what a leader turns to in plain words.
_SHORT_HEAD = 8
_MATTER = re.compile("[^，。；]{1,10}的?(?:事|问题|方面|这一块|这件事|这块)")


_OBJECT = re.compile("[^，。；是：“]{2,18}的[^，。；的是：“]{1,8}")


# 来文单位：, 交办人：: the field of a form, and nobody called upon.
_FIELD = re.compile("[\u3400-\u9fff]{2,4}(?:单位|部门|人|人员|领导|机关)")

# 一、2025年2月1日，各镇…: the day by which, or on which, stands in front.
_WHEN = re.compile("(?:\\d{4}年|今年|明年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底)?(?:前|起)?")


# 对险段逐一加固, 在路口设卡: no noun begins like this.
_LED_BY = ("对", "把", "将", "以", "在", "于", "向", "从", "按", "给", "通过", "利用", "组织")


class Points(Hearing):
    """Starts numbered points (``_numbered``) and sentences behind a link (``_linked``)."""

    __slots__ = ("_below", "_heads_alike", "_leaves", "_linked", "_numbered", "_numerals")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._numbered = self._linked = False
        self._below = ""
        self._numerals: frozenset[int] = frozenset()
        self._heads_alike: frozenset[int] = frozenset()
        self._leaves: frozenset[int] = frozenset()

    def _links(self, words: str, clause: Clause) -> bool:
        """Tell whether a link stood before this clause, and remember whether it is one itself."""
        linked, self._linked = self._linked, clause.mark == "，" and is_link(words)
        if self._linked and words.startswith(("第", "头一", "最后一")):
            # 第一项任务，: a point of a list, which may be but a theme.
            self._close()
            self._scope.begin_item()
        return linked

    def _is_matter(self, words: str, clause: Clause) -> bool:
        """Tell whether a clause but names what a leader turns to: 路灯的事，."""
        named = _MATTER.fullmatch(words) is not None or words.endswith("的")
        return named or self._told_of_behind(words, clause)

    def _told_of_behind(self, words: str, clause: Clause) -> bool:
        """Tell whether a clause is but the thing that a unit is told of behind it: 没封顶的暖棚，乡里要…."""
        if _OBJECT.fullmatch(words) is None:
            return False
        after = self._plain[clause.end + 1 :].partition("。")[0].partition("，")[0]
        modal = find_modal(after, self._lexicon)
        return modal is not None and unit_before(after[: modal.start], self._lexicon) is not None

    def _counts_off(self, words: str, clause: Clause) -> bool:
        """Tell whether a leader's plain speech begins to count: 首先，要…; 他说，一是压实责任，…."""
        if self._scope.speaker not in self._leaders or not self._scope.speaks_here:
            return False
        if clause.mark == "，" and words in ("首先", "其次", "再次", "再者", "最后"):
            return True
        first = ordinal_at_front(words) if self._opened_speech else None
        return first is not None and begins_imperative(words[first.end :], self._lexicon)

    def _calls_upon(self, words: str, start: int, clause: Clause) -> bool:
        """Take a clause that is a unit and a colon (（三）教育部门、各学校：): what follows is for it."""
        told = self._scope.demanding or self._scope.lasting
        if clause.mark != "：" or not told or not is_unit(words, self._lexicon):
            return False
        if is_label_line(words + "：") or _FIELD.fullmatch(words) is not None:
            return False
        self._close()
        self._scope.unit = self._placed(
            Named(start=0, end=len(words), kind=kind_of(words, self._lexicon)), start
        )
        self._scope.demanding = self._numbered = True
        return True

    def _point_at(self, words: str, start: int, clause: Clause) -> Ordinal | None:
        """Return the ordinal of a point that words begin with; one that demands nothing yet is passed over."""
        ordinal = self._ordinal_at(words, start)
        if ordinal is None or ordinal.demands or self._scope.demanding or self._scope.lasting:
            return ordinal
        if self._counts_off(words, clause):
            return ordinal
        self._scope.pass_item()
        return None

    def _ordinal_at(self, words: str, start: int) -> Ordinal | None:
        """Return the ordinal that words begin with, a bare numeral among them where it counts points."""
        if start in self._numerals and self._scope.demanding:
            return Ordinal(end=1, demands=False, formal=False)
        return ordinal_at_front(words)

    def _names_first(self, words: str, start: int) -> tuple[str, int]:
        """Take whom a numbered point names in front of points of its own: 一、县住建局一要…；二要…."""
        named = unit_of_list(words, self._lexicon) if self._scope.demanding else None
        if named is None:
            return words, start
        self._scope.unit = self._placed(named, start)
        inner = self._ordinal_at(words[named.end :], start + named.end)
        self._scope.begin_item()
        skip = named.end + (inner.end if inner is not None else 0)
        return words[skip:], start + skip

    def _keep_number(self, *, numbered: bool) -> None:
        """Let a number hold for what its fronts lead to: 六是利用假日，加班加点，组织干部…."""
        fronted = self._fronted is not None
        self._numbered = numbered and fronted and self._open is None

    def _heads(self, ordinal: Ordinal, words: str, start: int, clause: Clause) -> bool:
        """Start a numbered point; tell whether its words are no more than a heading or a front."""
        headed = self._is_head(ordinal, words, start, clause)
        # 四、老粮仓改造：设计单位…: what minutes say behind the colon begins afresh.
        self._numbered |= headed and self._scope.recorded and clause.mark == "："
        duties = headed and self._scope.lasting and clause.mark in ("。", "：")
        if duties and heads_duties(words, self._lexicon):
            kind = kind_of(words, self._lexicon)
            self._scope.unit = self._placed(Named(start=0, end=len(words), kind=kind), start)
        return headed

    def _is_head(self, ordinal: Ordinal, words: str, start: int, clause: Clause) -> bool:
        """Tell whether a numbered point that starts is no more than a heading or a front."""
        self._close()
        self._scope.begin_item(formal=ordinal.formal)
        self._fronted = None
        if clause.mark == "，" and self._only_fronts(ordinal, words, clause):
            self._fronted, self._front_holds = start, True
            return True
        if clause.mark == "，" and is_noun_head(words) and not ordinal.demands:
            # ①危化领域，驻厂监管员必须…: the field stands in front of what is demanded in it.
            self._fronted, self._front_holds = start, False
            return True
        if (
            words.startswith("关于")
            or (is_noun_head(words) and not ordinal.demands)
            or is_phase_head(words)
            or is_limit_head(words)
        ):
            return True
        if self._calls_upon(words, start, clause) or self._names_action(words, clause):
            return True
        if self._scope.recorded and heads_text(clause.words, self._plain[clause.end :]):
            return True
        if ordinal.formal and self._scope.recorded and not decides(words):
            if is_item_taken_up(self._plain[start:]):
                return True
            if self._own_text(clause) and self._names_matter_only(words):
                return True
            if heads_decision(clause.mark, self._plain[clause.end :]):
                return True
        settled = self._scope.recorded and (
            rules(words) or settles(words) or handed_over(words, self._lexicon) is not None
        )
        settled = settled and bool(clause.mark) and not self._own_text(clause)
        if ordinal.formal and self._scope.lasting and not settled:
            items = self._is_item(words, clause)
            step = self._own_text(clause) and (is_step(words) or is_slogan_head(words))
            if not items and (step or is_heading(words, clause.mark, self._lexicon)):
                return True
            if not self._scope.recorded and self._heads_like_others(start, clause):
                return True
            if stands_alone(self._plain[start:], self._lexicon) and not items:
                self._passed = len(self._plain)
                return True
            if clause.mark == "，" and is_heading_of_slogans(self._plain[start:], self._lexicon):
                stop = self._plain.find("。", clause.start)
                self._passed = stop if stop >= 0 else len(self._plain)
                return True
        if self._heads_own_text(ordinal, words, clause):
            return True
        if (
            ordinal.formal
            and self._scope.lasting
            and commands(words, self._lexicon, numbered=False, pointed=True)
        ):
            # 1．办好开幕式（牵头单位：…）: the points of a list that its title alone announced.
            self._scope.demanding = True
        self._numbered = not words
        return not words

    def _compare_points(self, texts: Sequence[str]) -> None:
        """Learn from all paragraphs of a text which of its points are headings by what stands beside and below them."""
        self._heads_alike, self._leaves = headed_levels(texts), leaf_points(texts)

    def _is_item(self, words: str, clause: Clause) -> bool:
        """Tell whether a point says what is to be done by where it stands: in a list, above labels, above nothing."""
        if self._parts.itemised and clause.end + 1 >= len(self._plain):
            return True
        if self._labels is not None and not self._own_text(clause):
            return True
        if self._paragraph not in self._leaves:
            return False
        if self._scope.recorded:
            # 会议议定：一、抓紧修补堤防。
            return not self._own_text(clause) and begins_imperative(words, self._lexicon)
        led = words.startswith(_LED_BY)
        return commands(words, self._lexicon, numbered=led, pointed=True)

    def _names_action(self, words: str, clause: Clause) -> bool:
        """Tell whether a few words name what a unit behind their colon does: ①清河行动：县水利局组织…."""
        if clause.mark != "：" or not self._scope.lasting or len(words) > _SHORT_HEAD:
            return False
        after = self._plain[clause.end + 1 :].partition("。")[0].partition("，")[0]
        return unit_doing(after, self._lexicon) is not None

    def _heads_like_others(self, start: int, clause: Clause) -> bool:
        """Tell whether a point heads text as those beside it do; what it holds in further clauses is passed."""
        if level_of(self._plain) not in self._heads_alike or not opens_headed(self._plain[start:]):
            return False
        head = self._plain[start:].partition("。")[0]
        if names_work(head):
            return True
        halves = head.split("，")
        if clause.mark != "，" or not all(is_heading(one, "。", self._lexicon) for one in halves):
            return False
        self._passed = start + len(head)
        return True

    def _only_fronts(self, ordinal: Ordinal, words: str, clause: Clause) -> bool:
        """Tell whether the first clause of a point but fronts the next: 一、通过入户走访，县住建局要…."""
        if words.startswith("关于") or self._names_realm(words):
            return True
        if ordinal.demands or not self._scope.recorded or not is_fronted(words):
            return False
        after = self._plain[clause.end + 1 :].partition("。")[0].partition("，")[0]
        modal = find_modal(after, self._lexicon)
        return modal is not None and unit_before(after[: modal.start], self._lexicon) is not None

    def _names_realm(self, words: str) -> bool:
        """Tell whether a point but names the realm, or the day, of what its next clause tells: ①道路交通领域，."""
        if _WHEN.fullmatch(words) is not None:
            return True
        return not self._scope.lasting and is_realm_of_point(words)

    def _names_matter_only(self, words: str) -> bool:
        """Tell whether a point names a matter and demands nothing: 征地补偿标准, not 县住建局要制定补偿标准."""
        if find_modal(words, self._lexicon) is not None:
            return False
        return is_matter_head(words) or self._is_short_head(words)

    def _is_short_head(self, words: str) -> bool:
        """Tell whether a few words of minutes, of persons or things, but head the text behind: 渔船避让."""
        if len(words) > _SHORT_HEAD:
            return False
        doing = unit_doing(words, self._lexicon)
        return doing is not None and not is_strong(words[doing.start : doing.end])

    def _own_text(self, clause: Clause) -> bool:
        """Tell whether text of its own follows a numbered point: ①进港道路。由县交通局…."""
        stop = self._labels.start if self._labels is not None else len(self._plain)
        rest = self._plain[clause.end : stop].lstrip("。").rstrip("（(【[")
        return clause.mark == "。" and bool(rest) and ordinal_at_front(rest) is None

    def _heads_own_text(self, ordinal: Ordinal, words: str, clause: Clause) -> bool:
        """Tell whether an informal point of a paper (一是, ①) but heads text: 一是加强领导。建立….

        In speech it is a demand all the same.
        """
        if ordinal.formal or not self._scope.lasting or self._scope.author:
            return False
        if ordinal.demands:
            return not self._scope.recorded and heads_below(self._plain, self._below)
        if not words and clause.mark == "，":
            # 第二，压实期限。调解员…: the head stands behind the mark.
            head, stop, rest = self._plain[clause.end + 1 :].partition("。")
            heads = bool(stop and rest) and ordinal_at_front(rest) is None
            if not heads or not is_heading(head, "。", self._lexicon):
                return False
            self._passed = clause.end + 1 + len(head)
            return True
        return self._own_text(clause) and is_heading(words, clause.mark, self._lexicon)
