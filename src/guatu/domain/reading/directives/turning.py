"""Whom a speaker turns to before he speaks: called or rung up, looked at, or told already by the same voice."""

import re

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import PlacedUnit, Source
from guatu.domain.reading.directives.hearers import HAILS_ALL, by_post
from guatu.domain.reading.directives.paper_facts import tells_fact
from guatu.domain.reading.directives.paper_openings import PaperOpenings
from guatu.domain.reading.directives.partners import Talk, partner_at, says_you
from guatu.domain.reading.directives.quotes import Quote
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.tellers import many_in
from guatu.domain.reading.directives.told_behind import told_behind
from guatu.domain.reading.directives.turned_to import turned_to
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.wishes import CALLED_TO, TOLD
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_broad, unit_at_front, unit_of_person
from guatu.domain.reading.units import Named, unit_before
from guatu.domain.reading.values import AddresseeKind

_LONGEST_SAYING = 40
# 连线县医院时，她强调: who speaks then, and no more of what was demanded before.
_SPEAKS_THEN = re.compile(
    "[^，。；：“”要须]{1,20}?(?:强调|指出|要求|表示|叮嘱|嘱咐|交代|提醒|明确|谈到|追问|问|说)[，：]"
)
# 对项目部负责人说: told as printed, and not the office for him.
_CHIEF = re.compile("(?:主要)?(?:负责人|负责同志)")

# 县发改局在会上承诺: what may stand between who speaks and the verb.
_THERE = re.compile(
    "(?:的?(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导))?(?:在[^，。；：]{1,10}[上中里头]|当场|现场|当即|随即|随后|代表[^，。；：]{1,12}|也|还|则|一并|郑重|纷纷|一致|均|都|先后|分别|逐一)*"
)


class Turning(PaperOpenings):
    """Finds whom words are for that begin; ``_left`` is the last quotation of the paragraph and whom it told.

    ``_answered`` is who spoke last in the paragraph before, to whom a paragraph that opens with a leader's words goes back.
    """

    __slots__ = ("_answered", "_left", "_quotes")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._left: tuple[Quote | None, PlacedUnit | None] = (None, None)
        self._quotes: tuple[Quote, ...] = ()
        self._answered: PlacedUnit | None = None

    def _called(self, clause: Clause, speech: SpeechAct) -> PlacedUnit | None:
        """Return whose people were called or rung up right before: 叫来施工单位负责人，要求…."""
        if speech.head or speech.verb not in TOLD:
            return None
        start = max(
            self._plain.rfind("。", 0, clause.start), self._plain.rfind("；", 0, clause.start)
        )
        found = CALLED_TO.search(self._plain, start + 1, clause.start)
        if found is None:
            return None
        named = unit_before(found.group("to"), self._lexicon)
        if named is None or named.end != len(found.group("to")):
            return None
        return self._placed(named, found.start("to"))

    def _still_told(self, quote: Quote) -> PlacedUnit | None:
        """Return whom the same voice told right before, where only the saying parts its words: “…。”他对乙说，“…。”."""
        before, unit = self._left
        if before is None or before not in self._quotes or before.speaker != quote.speaker:
            return None
        between = self._plain[before.end + 1 : quote.start]
        return None if "。" in between or len(between) > _LONGEST_SAYING else unit

    def _talked_with(
        self, quote: Quote, leaders: frozenset[str], posted: frozenset[str]
    ) -> PlacedUnit | None:
        """Return with whom a leader is talking as a quotation of his begins: who answered him, who reported."""
        if quote.speaker not in leaders or quote.to is not None:
            return None
        talk = Talk(
            text=self._plain,
            names=self._scope.names,
            leaders=leaders,
            posted=posted,
            lexicon=self._lexicon,
        )
        before = [one for one in self._quotes if one.end < quote.start]
        found = partner_at(talk, quote, before)
        if found is not None:
            return self._placed(found, 0)
        words = self._plain[quote.start : quote.end]
        return self._answered if quote.start == 1 and says_you(words) else None

    def _last_answer(self, text: str, number: int, leaders: frozenset[str]) -> PlacedUnit | None:
        """Return who spoke last in a paragraph, nobody having spoken or acted behind him."""
        last = self._quotes[-1] if self._quotes else None
        if last is None or last.speaker is None or last.speaker in leaders:
            return None
        behind, at = text[last.end + 1 :], text.find(last.speaker)
        if at < 0 or behind.rstrip("。").count("。") or len(behind) > _LONGEST_SAYING:
            return None
        end = at + len(last.speaker)
        return PlacedUnit(
            text=last.speaker, kind=AddresseeKind.UNIT, paragraph=number, start=at, end=end
        )

    def _told_before(self, end: int, known: PlacedUnit | None) -> PlacedUnit | None:
        """Return whom words that begin at a place are told: who is ``known``, else to whom the lead-in turns.

        A person by his name is told rather than his office.
        """
        found = turned_to(self._plain, end, self._scope.names, self._lexicon)
        if found is None or self._plain[found.start : found.end] == self._lead:
            return known
        told = self._placed(found, 0)
        return told if known is None or self._scope.names_one(told.text) else known

    def _hearer_behind(self, quote: Quote) -> PlacedUnit | None:
        """Return whom the verb behind a quotation says it was for (“…。”他叮嘱镇村干部。)."""
        found = told_behind(self._plain, quote.end + 1, self._scope.names, self._lexicon)
        return self._placed(found, 0) if found is not None else None

    def _charged_matter(self, speech: SpeechAct, clause: Clause) -> int | None:
        """Drop what is no demand yet; return where the matter begins that minutes charge with: 三处古民居，责成…."""
        one = self._open if self._means else None
        self._drop_means()
        if not self._scope.recorded or not speech.direct or speech.head:
            return None
        if one is not None and one.source is Source.EXPLICIT:
            return None
        begin = one.start if one is not None else self._fronted
        front = "" if begin is None else self._plain[begin : clause.start]
        whole = front.endswith("，") and front.count("，") == 1 and "。" not in front
        return begin if whole and not tells_fact(front[:-1]) else None

    def _leads_in(self, clause: Clause) -> bool:
        """Tell whether a clause is but when somebody speaks who is heard behind it: 连线县医院时，她强调，…."""
        if clause.mark != "，" or clause.words[-1:] not in ("时", "后"):
            return False
        found = _SPEAKS_THEN.match(self._plain, clause.end + 1)
        if found is None or self._speakers.search(found.group()) is None:
            return False
        self._close()
        return True

    def _is_faced(self, to: PlacedUnit | None) -> bool:
        """Tell whether one who leads speaks to a single person: by his name, or by his post."""
        if to is None or self._scope.speaker not in self._leaders:
            return False
        return self._scope.names_one(to.text) or by_post(to.text) is not None

    def _hailed(self, quote: Quote) -> PlacedUnit | None:
        """Return the unit that a quotation calls by name before it speaks: “青石镇，马上撤人。”."""
        first = self._plain[quote.start : quote.end].partition("，")[0]
        named = unit_before(first, self._lexicon)
        all_of_them = is_broad(first) or first in HAILS_ALL
        if named is None or named.start or named.end != len(first) or all_of_them:
            return None
        return self._placed(named, quote.start)

    def _told_in(self, quote: Quote, posted: frozenset[str]) -> PlacedUnit | None:
        """Return whom a quotation is for: hailed in it, named beside it, or talked with."""
        to = self._hailed(quote)
        if quote.to is not None:
            chief = _CHIEF.match(self._plain, quote.to[1])
            words = self._plain[quote.to[0] : chief.end() if chief else quote.to[1]]
            # 镇村干部 are told as a class, 县水利局的科长 for his office.
            office = None if words.endswith("干部") else unit_of_person(words, self._lexicon)
            named = by_post(words) or office or unit_before(words, self._lexicon)
            answers = self._plain.endswith("”", 0, quote.start - 1)
            behind = None if answers else self._told_before(quote.to[1], None)
            to = self._placed(named, quote.to[0]) if named else behind
        to = self._told_before(quote.start, to)
        if to is None and (behind := self._hearer_behind(quote)) is not None:
            return behind
        if to is None or self._scope.names_one(to.text):
            to = self._still_told(quote) or to
        return to or self._talked_with(quote, self._leaders, posted)

    def _voice(self, speech: SpeechAct, clause: Clause) -> PlacedUnit | None:
        """Return who speaks, where the head of a speech names him or a body: 各乡镇表示，…."""
        behalf = speech.head.rfind("代表") + 2
        named = unit_before(speech.head[behalf if behalf > 1 else 0 :], self._lexicon)
        shift = behalf if behalf > 1 else 0
        if named is not None and shift + named.end == len(speech.head):
            # 某某代表学校表态: the school gives its word.
            return self._placed(named, clause.start + shift)
        many = many_in(speech.head, self._lexicon) if speech.verb == "表示" else None
        if many is not None:
            return self._placed(many, clause.start)
        front = unit_at_front(speech.head, self._lexicon)
        if front is not None and _THERE.fullmatch(speech.head, front.end) is not None:
            # 县发改局在会上承诺，…: the office gives its word.
            return self._placed(front, clause.start)
        names = self._scope.names
        found = list(names.finditer(speech.head)) if names else []
        if not found:
            return None
        start, end = found[-1].span()
        return self._placed(Named(start=start, end=end, kind=AddresseeKind.UNIT), clause.start)
