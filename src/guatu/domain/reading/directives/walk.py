"""Walks through an article clause by clause and collects the demands of each speech act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.directives.assigned import assignment_in, label_of
from guatu.domain.reading.directives.clauses import Clause, clauses
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.promises import speaks_of_itself, will_at
from guatu.domain.reading.directives.speech import SpeechAct, find_speech
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.units import Named, kind_of, unit_before, unit_doing
from guatu.domain.reading.values import AddresseeKind

_FRONTED = re.compile(r"(?:对于|对|针对|将|把)")
_PLACE = re.compile(r"^在(?P<place>[^，。；]{2,24}?)(?:，|$)")
_DONE = re.compile(r"已|了(?!解)|正在|得到|取得")
_LONGEST_TOPIC = 28
_REPORTED = ("他", "她", "他们")


class Source(Enum):
    """How the addressee of a demand is known."""

    EXPLICIT = auto()
    INHERITED = auto()
    DEFAULT = auto()
    PLACE = auto()
    NOBODY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedUnit:
    """An addressee with the place of its words: paragraph number and half-open run."""

    text: str
    kind: AddresseeKind
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A directive before its deadline, figures and kind are read."""

    paragraph: int
    start: int
    end: int
    speaker: str | None
    verb: str
    units: tuple[PlacedUnit, ...]
    source: Source
    crossed: int = 0
    promise: bool = False
    bare: bool = False
    lead: PlacedUnit | None = None


@lru_cache(maxsize=4)
def _imperative(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.imperatives))


@lru_cache(maxsize=4)
def _weak(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.weak_imperatives))


class Walk:
    """The state of reading one article: who speaks, to whom, and the demand that is open."""

    __slots__ = (
        "_lexicon",
        "_names",
        "_speakers",
        "_paragraph",
        "_plain",
        "_open",
        "_found",
        "_speaker",
        "_verb",
        "_demanding",
        "_unit",
        "_default",
        "_default_by",
        "_place",
        "_fronted",
        "_crossed",
        "_subject",
        "_opened_speech",
        "_label",
        "_cuts",
        "_last_speech_paragraph",
    )

    def __init__(
        self, names: Pattern[str] | None, speakers: Pattern[str], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._names = names
        self._speakers = speakers
        self._found: list[Demand] = []
        self._open: Demand | None = None
        self._speaker: str | None = None
        self._subject: str | None = None
        self._verb = ""
        self._demanding = False
        self._unit: PlacedUnit | None = None
        self._default: PlacedUnit | None = None
        self._default_by: str | None = None
        self._place: PlacedUnit | None = None
        self._fronted: int | None = None
        self._crossed = 0
        self._opened_speech = False
        self._label: str | None = None
        self._last_speech_paragraph = -1
        self._cuts: tuple[int, ...] = ()
        self._paragraph = 0
        self._plain = ""

    def article(self, texts: Sequence[str], cuts: Sequence[tuple[int, ...]]) -> tuple[Demand, ...]:
        """Read all paragraphs; ``cuts`` are places where another article's words begin or end."""
        for number, text in enumerate(texts):
            self._paragraph, self._plain, self._cuts = number, text, cuts[number]
            self._begin_paragraph(text)
            for clause in clauses(text):
                self._step(clause)
            self._close()
        return tuple(self._found)

    def _begin_paragraph(self, text: str) -> None:
        self._fronted = None
        self._label = None
        self._opened_speech = False
        place = _PLACE.match(text)
        self._place = None
        if place is not None and not place.group("place").endswith(("上", "中", "时", "后", "下")):
            start, end = place.span("place")
            self._place = PlacedUnit(
                text=place.group("place"),
                kind=AddresseeKind.UNKNOWN,
                paragraph=self._paragraph,
                start=start,
                end=end,
            )
        numbered = ordinal_at_front(text) is not None
        self._demanding = self._demanding and numbered
        if numbered:
            self._unit = self._default

    def _step(self, clause: Clause) -> None:
        if clause.first_in_sentence or clause.after_semicolon:
            self._close()
            self._fronted = None
            if clause.after_semicolon:
                self._crossed += 1
        for cut in self._cuts:
            if clause.start <= cut < clause.end and self._open is not None:
                self._cut_open(cut)
        if self._take_label(clause):
            return
        speech = self._speech(clause)
        if speech is not None:
            self._begin_speech(speech, clause)
            if speech.content < len(clause.words):
                self._content(clause, speech.content, after_speech=True)
            else:
                self._opened_speech = True
            return
        self._content(clause, 0, after_speech=self._opened_speech)
        self._opened_speech = False
        self._note_subject(clause)

    def _speech(self, clause: Clause) -> SpeechAct | None:
        speech = find_speech(clause, self._speakers, self._lexicon)
        if speech is None:
            return None
        if not speech.direct:
            return speech
        rest = clause.words[speech.content :]
        demands = self._demands(rest)
        if not speech.head and (self._open is not None or self._demanding):
            # 鼓励群众… inside a demand is what the addressee shall do, not a new speech act.
            return speech if speech.verb in ("要求", "责成", "责令") and demands else None
        return speech if demands else None

    def _demands(self, words: str) -> bool:
        """Tell whether words after a speech verb are a demand at all."""
        if unit_doing(words, self._lexicon) is not None:
            return True
        modal = find_modal(words, self._lexicon)
        if modal is not None:
            head = words[: modal.start]
            return not head or len(head) <= _LONGEST_TOPIC
        return _imperative(self._lexicon).match(words) is not None and not _DONE.search(words)

    def _begin_speech(self, speech: SpeechAct, clause: Clause) -> None:
        self._close()
        before = self._speaker
        speaker = self._speaker_in(speech.head)
        same_paragraph = self._last_speech_paragraph == self._paragraph
        self._speaker = speaker
        self._verb = speech.verb
        self._demanding = speech.demanding
        self._crossed = 0
        self._last_speech_paragraph = self._paragraph
        if self._default_by is not None and self._default_by != speaker:
            self._default, self._default_by = None, None
        if speech.to is not None:
            self._default = self._placed(speech.to, clause.start)
            self._default_by = speaker
            self._unit = self._default
        elif not (same_paragraph and speaker == before and self._is_person(speaker)):
            self._unit = self._default

    def _is_person(self, speaker: str | None) -> bool:
        return bool(speaker and self._names and self._names.fullmatch(speaker))

    def _speaker_in(self, head: str) -> str | None:
        found = list(self._names.finditer(head)) if self._names and head else []
        if found:
            self._subject = found[-1].group()
            return self._subject
        collective = list(self._speakers.finditer(head)) if head else []
        if collective and collective[-1].group() not in _REPORTED:
            return collective[-1].group()
        return self._subject if not head or collective else self._speaker or self._subject

    def _note_subject(self, clause: Clause) -> None:
        """Remember who the narration is about, for 他强调 and for verbs without a subject."""
        if self._names is None or self._open is not None:
            return
        found = self._names.search(clause.words)
        # Someone in a list is there, but is not whom the sentence is about.
        if found is not None and clause.words[found.end() : found.end() + 1] not in ("、", "等"):
            self._subject = found.group()
            self._demanding = self._demanding and not clause.first_in_sentence

    def _placed(self, named: Named, shift: int) -> PlacedUnit:
        start, end = shift + named.start, shift + named.end
        return PlacedUnit(
            text=self._plain[start:end],
            kind=named.kind,
            paragraph=self._paragraph,
            start=start,
            end=end,
        )

    def _content(self, clause: Clause, skip: int, *, after_speech: bool) -> None:
        words = clause.words[skip:]
        start = clause.start + skip
        ordinal = ordinal_at_front(words)
        if ordinal is not None and (self._demanding or ordinal.demands):
            self._close()
            self._unit = self._default
            words, start = words[ordinal.end :], start + ordinal.end
            if words.startswith("关于") or not words:
                return
        fresh = (
            after_speech
            or clause.first_in_sentence
            or clause.after_semicolon
            or ordinal is not None
        )
        if self._modal_clause(words, start, clause):
            return
        if self._open is not None:
            self._open = replace(self._open, end=clause.end)
            return
        if self._promise(words, start, clause) or self._assigned(words, start, clause):
            return
        if not self._demanding:
            return
        if fresh and self._bare(words, start, clause, numbered=ordinal is not None or after_speech):
            return
        if _FRONTED.match(words) and self._fronted is None:
            self._fronted = start

    def _modal_clause(self, words: str, start: int, clause: Clause) -> bool:
        modal = find_modal(words, self._lexicon)
        if modal is None:
            return False
        head = words[: modal.start]
        named = unit_before(head, self._lexicon) if head else None
        if named is not None:
            self._close()
            self._unit = self._placed(named, start)
            self._begin(self._start(start + named.start), clause, Source.EXPLICIT)
            self._demanding = True
            return True
        bare_head = self._is_adverbial(head)
        if self._open is not None and not bare_head:
            return False
        if bare_head:
            if not self._demanding and not clause.first_in_sentence and self._open is None:
                return False
            self._close()
            self._demanding = True
            self._begin(self._start(start), clause, None)
            return True
        if self._demanding and len(head) <= _LONGEST_TOPIC and not _DONE.search(head):
            self._begin(self._start(start), clause, None)
            return True
        return False

    def _is_adverbial(self, head: str) -> bool:
        left = head
        for word in (*self._lexicon.head_trims, *self._lexicon.adverbs):
            left = left.replace(word, "")
        return not left

    def _start(self, start: int) -> int:
        return self._fronted if self._fronted is not None else start

    def _promise(self, words: str, start: int, clause: Clause) -> bool:
        if self._demanding or self._verb not in self._lexicon.report_verbs:
            return False
        place = will_at(words)
        if place is None:
            return False
        who = words[:place]
        named = unit_before(who, self._lexicon)
        if named is None and not speaks_of_itself(who):
            return False
        if named is not None:
            self._unit = self._placed(named, start)
        self._begin(start, clause, Source.EXPLICIT if named else None, promise=True)
        return True

    def _assigned(self, words: str, start: int, clause: Clause) -> bool:
        """Open a demand at 由X牵头 or X牵头, which need no modal."""
        assigned = assignment_in(words, self._lexicon)
        if assigned is None or _DONE.search(words):
            return False
        if not (self._demanding or words.startswith("由")):
            return False
        self._unit = self._placed(assigned.lead, start)
        self._begin(self._start(start), clause, Source.EXPLICIT)
        return True

    def _bare(self, words: str, start: int, clause: Clause, *, numbered: bool) -> bool:
        """Open a demand without modal: 各级河长严格…, 加快…, or a numbered point."""
        if _DONE.search(words):
            return False
        doing = unit_doing(words, self._lexicon)
        if doing is not None:
            self._unit = self._placed(doing, start)
            self._begin(start + doing.start, clause, Source.EXPLICIT, bare=True)
            return True
        if _imperative(self._lexicon).match(words) is None and not (
            numbered and self._numbered(words)
        ):
            return False
        weak = _weak(self._lexicon).match(words)
        if weak and (not numbered or weak.group() not in ("把", "将", "共同", "持续")):
            return False
        self._begin(start, clause, None, bare=True)
        return True

    def _numbered(self, words: str) -> bool:
        """A numbered point in a demanding speech is a demand unless it asserts something."""
        return self._opened_speech is False and not any(
            mark in words for mark in self._lexicon.assertion_marks
        )

    def _begin(
        self,
        start: int,
        clause: Clause,
        source: Source | None,
        *,
        promise: bool = False,
        bare: bool = False,
    ) -> None:
        unit = self._unit
        how = source
        if how is None:
            if unit is None:
                unit, how = self._place, Source.PLACE if self._place else Source.NOBODY
            else:
                how = Source.DEFAULT if unit is self._default else Source.INHERITED
        self._open = Demand(
            paragraph=self._paragraph,
            start=start,
            end=clause.end,
            speaker=self._speaker or self._subject,
            verb=self._verb,
            units=(unit,) if unit else (),
            source=how,
            crossed=self._crossed,
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
        unit = PlacedUnit(
            text=words,
            kind=kind_of(words, self._lexicon),
            paragraph=self._paragraph,
            start=clause.start,
            end=end,
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
        if len(words.strip("，。；：")) < 3:
            return
        self._found.append(self._with_lead(closed, words))

    def _with_lead(self, demand: Demand, words: str) -> Demand:
        assigned = assignment_in(words, self._lexicon)
        if assigned is None:
            return demand
        lead = self._placed(assigned.lead, demand.start)
        helpers = tuple(self._placed(one, demand.start) for one in assigned.helpers)
        return replace(demand, units=(lead, *helpers), lead=lead, source=Source.EXPLICIT)
