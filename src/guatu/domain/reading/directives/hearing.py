"""Who is heard while an article is read: speeches that begin, those turned to, quotations."""

import re

from guatu.domain.reading.bodies import body_kind, ends_like_body
from guatu.domain.reading.directives.arranged import arranged_points
from guatu.domain.reading.directives.before_asking import (
    bids_by_telephone,
    front_of,
    was_long_ago,
)
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import PlacedUnit
from guatu.domain.reading.directives.quote_voices import announced_by
from guatu.domain.reading.directives.quotes import Quote, quotes_in
from guatu.domain.reading.directives.speech import SpeechAct, find_speech, is_own_act
from guatu.domain.reading.directives.spoken_commands import is_saying
from guatu.domain.reading.directives.spoken_papers import is_own_word
from guatu.domain.reading.directives.taken_down import turn_of
from guatu.domain.reading.directives.tellers import many_in
from guatu.domain.reading.directives.unmarked import (
    end_of_words,
    settled_from,
    voice_behind_colon,
    word_given,
)
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.vows import PROMISING
from guatu.domain.reading.directives.who_asks import WhoAsks
from guatu.domain.reading.directives.wishes import TOLD, TOLD_BEHIND, begins_speech, is_own_deed
from guatu.domain.reading.directives.written_notes import note_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.units import Named, kind_of

# 参会企业纷纷表示，: they speak, and no longer who spoke before.
_MANY = ("纷纷", "一致", "均", "都")
_SAID = ("说", "说道", "讲", "讲道", "谈到")

# 对无证占道的，责成…: a case and nothing done with it (对问题现场办公，要求…).
_CASE = re.compile(
    "(?:针对|对于?|凡)(?![^，]*(?:办公|调研|检查|督导|作[了再出]|进行|表示|给予|肯定|部署|提出|批评|通报|点名|慰问|了解|询问|察看|查看))[^，]{2,}，"
)


# A mark and the opening of the quotation stand between who speaks and what he says.
_MARKS = 2
_LONGEST_HEAD = 16
# 他要求，…, but not 他作了要求，…: the verb itself, and no noun of it.
_TELLS = re.compile(f"(?<![作做提出了体项点]){any_of(TOLD)}$")


class Hearing(WhoAsks):
    """Starts speeches; ``_quote`` is the quotation that runs.

    ``_guests`` have nobody to command, ``_posted`` are those of an office, ``_announced`` is who
    was said to speak below; ``_opened_speech`` tells that the clause before held nothing but a verb
    of speech.
    """

    __slots__ = (
        "_announced",
        "_before",
        "_began_quote",
        "_notes",
        "_opened_speech",
        "_posted",
        "_quote",
        "_starts_quote",
        "_taken_down",
    )

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._opened_speech = False
        self._posted: frozenset[str] = frozenset()
        self._quote: Quote | None = None
        self._starts_quote = self._began_quote = False
        self._announced: str | None = None
        self._before = ""
        self._taken_down = self._notes = False

    def _listen(self, text: str) -> None:
        """Find the quotations of a paragraph, and whom it announces for those below it."""
        if settled_from(self._before):
            # What was settled under a dash ends with its paragraph.
            self._leave_quote()
        self._answered = self._last_answer(self._before, self._paragraph - 1, self._leaders)
        self._quotes, self._quote, self._left = (), None, (None, None)
        if "“" in text:
            subject = self._scope.subject
            known = (self._announced, self._scope.speaker, subject)
            leader = next((one for one in known if one in self._leaders), self._announced)
            if leader is None and self._lead is not None and self._lead in self._before:
                # Others have reported to him; what is quoted next is his answer.
                leader = self._lead
            self._quotes = tuple(
                quotes_in(
                    text,
                    self._names,
                    subject=subject,
                    leader=leader,
                    leaders=self._leaders,
                )
            )
        self._before = self._before * text.startswith("“") + text
        if not text.startswith("“"):
            self._announced = announced_by(text, self._names)

    def _take_turn(self, text: str) -> None:
        """Hear who speaks in a record word by word: 甲：住建局要把监理盯紧。."""
        settled = settled_from(text)
        if settled and self._lead is not None and not (self._scope.lasting or self._taken_down):
            # ——高压线：某公司三天内报计划。: one matter after another, as he who leads settled it.
            own = Quote(start=settled, end=len(text), speaker=self._lead, to=None)
            self._quotes, self._passed = (*self._quotes, own), settled
            return
        note = note_of(text) if self._notes and self._scope.lasting else None
        turn = note or turn_of(text, self._scope.names)
        if turn is None:
            return
        words = text[: turn.content - 1]
        story = not (self._scope.lasting or self._taken_down)
        if story and words in self._leaders | self._posted:
            # A talk printed with names alone: his words run to the end of the paragraph.
            verb = "说" if words in self._leaders else "表态"
            own = Quote(start=turn.content, end=len(text), speaker=words, to=None, verb=verb)
            self._quotes, self._passed = (*self._quotes, own), turn.content
            return
        clause = Clause(
            start=0,
            end=len(words),
            words=words,
            mark="：",
            first_in_sentence=True,
            after_semicolon=False,
        )
        self._hear(turn, clause)
        self._opened_speech, self._passed = True, turn.content

    def _headed(self, speech: SpeechAct) -> PlacedUnit | None:
        """Return the body that a paragraph is headed by: 大槐镇：村口垃圾积存。要求10月底前整改."""
        stop = self._plain.find("：", 0, _LONGEST_HEAD)
        name = self._plain[: max(0, stop)]
        bare = not speech.head and speech.verb in ("要求", "责令")
        if not (bare and len(name) > 1 and ends_like_body(name)) or body_kind(name) is None:
            return None
        return self._placed(Named(start=0, end=stop, kind=kind_of(name, self._lexicon)), 0)

    def _hear(self, speech: SpeechAct, clause: Clause) -> None:
        """Start the speech that a clause opens: who speaks, to whom, and how pressing it is."""
        matter = self._charged_matter(speech, clause)
        self._close()
        to = self._placed(speech.to, clause.start) if speech.to else self._turned_to(clause)
        to = to or self._called(clause, speech) or self._headed(speech)
        to = to or self._answered_him(speech, clause)
        if speech.content == len(clause.words) and clause.mark in "，：":
            at = clause.end + len(clause.mark)
            to = self._told_before(at + self._plain.startswith("“", at), to)
        elif to is None and speech.direct and not speech.head and speech.verb in TOLD_BEHIND:
            to = self._told_before(clause.start + speech.content, to)
        self._scope.begin_speech(speech, to)
        self._to_face = self._is_faced(to)
        self._set_right_who_asks(speech, clause)
        if self._plain[: clause.start].endswith(("讲话。", "讲话，")):
            # 乙作总结讲话。要求各乡镇…。…: the whole of his speech follows.
            self._scope.brief = False
        voice = self._scope.voice = self._voice(speech, clause)
        if voice is None and (voice := self._gives_word(speech, clause)) is not None:
            self._scope.voice, self._scope.speaker = voice, voice.text
            self._scope.demanding = False
        many = speech.verb == "表示" and many_in(speech.head, self._lexicon) is not None
        many = many or speech.verb.endswith(PROMISING) or speech.head.endswith(_MANY)
        if voice is not None and many:
            self._scope.speaker = voice.text
        if self._scope.speaker in self._guests and speech.verb not in self._lexicon.report_verbs:
            self._scope.demanding = False
        rung = speech.to is not None and speech.verb == "说"
        rung = rung and (clause.mark == "：" or bids_by_telephone(self._plain, clause))
        told = "对" in speech.head or rung
        if speech.verb in _SAID and told and self._scope.speaker in self._leaders:
            # 他对院长说，…; 他拨通某公司的电话：…: said to somebody, it is for him to do.
            self._scope.demanding = True
        named = speech.direct or speech.to is not None
        whose = bool(speech.head) or self._tells_on(clause)
        self._pressed = (whose and speech.verb in TOLD and named) or rung
        self._pressed = self._pressed or (
            not speech.direct
            and speech.demanding
            and (
                clause.mark == "："
                or (clause.mark == "，" and _TELLS.search(clause.words) is not None)
                or self._to_face
            )
        )
        front = "" if self._fronted is None else self._plain[self._fronted : clause.start]
        near = _CASE.fullmatch(front) is not None
        if not (speech.direct and not speech.head and near):
            # 对无证占道的，责成某镇登记: the case belongs to what is charged.
            self._fronted = matter

    def _introduces(self, clause: Clause) -> bool:
        """Tell whether a clause leads to the quotation right behind it: 并对司机说：“…”."""
        if clause.mark != "：":
            return False
        return any(0 < quote.start - clause.end <= _MARKS for quote in self._quotes)

    def _leads_to_words(self, clause: Clause) -> bool:
        """Tell whether a clause ends with the colon before somebody's words without marks, and hear them."""
        if clause.mark != "：" or self._scope.lasting or self._scope.demanding:
            return False
        turned = self._told_before(clause.end + 1, None) is not None
        voice = voice_behind_colon(
            self._plain,
            clause.end,
            self._names,
            subject=self._scope.subject,
            leaders=self._leaders,
            turned=turned and not self._plain.startswith("“", clause.end + 1),
        )
        if voice is None:
            return False
        self._close()
        end = end_of_words(self._plain, clause.end + 1, self._names)
        words = Quote(
            start=clause.end + 1, end=end, speaker=voice.speaker, to=voice.to, verb=voice.verb
        )
        self._quotes = (*self._quotes, words)
        return True

    def _quote_at(self, place: int) -> Quote | None:
        """Return the quotation that a place of the paragraph lies in, or its opening mark."""
        return next((q for q in self._quotes if q.start - 1 <= place < q.end), None)

    def _leave_quote(self) -> None:
        """End the speech that a quotation began: what stands behind its mark is told again."""
        if self._quote is None or not self._began_quote:
            return
        self._left = self._quote, self._scope.unit
        self._quote, self._began_quote, self._to_face = None, False, False
        self._close()
        self._scope.end_quote()

    def _quoted(self, quote: Quote) -> bool:
        """Tell whether to pass over a resident's words; an official's are a speech of their own."""
        if quote.speaker is None:
            if self._quote is not None and quote.start > self._quote.end:
                # “…。”“我们两班倒。”一位工人说: somebody else's, and no more of his.
                self._leave_quote()
            return self._open is None
        if self._quote != quote:
            self._close()
            same = self._scope.speaks_here and self._scope.speaker == quote.speaker
            # 他对乙说：“…。”…: all that he says is within the marks.
            same = same and self._scope.verb not in _SAID
            self._quote, self._began_quote = quote, not (same and self._scope.demanding)
            vows = quote.verb.endswith(PROMISING) and quote.speaker != self._lead
            act = SpeechAct(
                head=quote.speaker,
                verb=quote.verb if vows else "说",
                content=0,
                demanding=not vows and self._commands_in(quote),
                direct=False,
            )
            to = self._told_in(quote, self._posted)
            self._scope.begin_speech(act, None)
            if vows:
                self._scope.voice = (
                    self._name_at(quote.speaker, quote.start, quote.end) or self._scope.voice
                )
            self._scope.unit, self._fronted = to, None
            self._starts_quote, self._to_face = True, self._is_faced(to)
        return False

    def _heard_only(self, words: str, start: int, clause: Clause, *, pointed: bool) -> bool:
        """Read a clause quoted of one who may promise, but command nobody; tell whether it is one."""
        quote = self._quote
        if self._open is not None or quote is None or quote not in self._quotes:
            return False
        if self._commands_in(quote) or quote.verb.endswith(PROMISING):
            return False
        if not quote.start - 1 <= clause.start < quote.end:
            return False
        if not self._own_word(words, start, clause):
            self._promise(words, start, clause, pointed=pointed)
        return True

    def _in_quote(self, clause: Clause) -> bool:
        """Tell whether a clause stands in the quotation of one who leads."""
        quote = self._quote
        if quote is None or self._scope.speaker not in self._leaders:
            return False
        if is_saying(self._plain[quote.start : quote.end]):
            return False
        return quote in self._quotes and quote.start - 1 <= clause.start < quote.end

    def _commands_in(self, quote: Quote) -> bool:
        """Tell whether who is quoted may tell others what to do: no guest and no villager."""
        if quote.official or quote.speaker in self._leaders:
            return True
        return quote.speaker in self._posted and quote.speaker not in self._guests

    def _tells_of_a_body(self, clause: Clause) -> bool:
        """Tell whether the sentence up to a clause tells what was done, and by no person."""
        if self._scope.issuer is None:
            return True
        front = self._plain[self._plain.rfind("。", 0, clause.start) + 1 : clause.start]
        return "了" in front and self._speakers.search(front) is None

    def _speech(self, clause: Clause) -> SpeechAct | None:
        quoted = self._left[0]
        if quoted is not None and clause.start == quoted.end + 1 and self._hearer_behind(quoted):
            # “…。”他叮嘱镇村干部。: whom the words before it were for, and no words of their own.
            return None
        speech = find_speech(clause, self._speakers, self._lexicon)
        speech = speech or word_given(clause, self._plain)
        if speech is None:
            if self._open is not None and self._scope.demanding:
                # 各乡镇要坚持目标导向，抓好以下工作：: within a demand nobody begins to speak.
                return None
            return arranged_points(clause.words, clause.mark, self._plain[clause.end :])
        if self._scope.author and not is_own_word(speech.head):
            return None
        if not (speech.head or clause.first_in_sentence) and self._names is not None:
            if was_long_ago(front_of(self._plain, clause), self._names):
                return None
        if self._open is not None and is_own_act(speech, clause.mark):
            # 凡县里有权定的，当场拍板: what those told are to do, and nobody speaks.
            return None
        # 某局要勤检查，并督促施工单位整改: of those told, and nobody speaks.
        told = self._open is not None and bool(self._open.units)
        own = is_own_deed(speech) and (told or self._tells_of_a_body(clause))
        if speech.direct and (own or self._demands_of_others(speech.verb, speech.head)):
            # 乡里宣传政策，并协调机耕队深耕: what a body does itself, where nobody speaks.
            return None
        turns = speech.direct and not speech.head and speech.verb == "指出"
        if turns and self._told_before(clause.start + speech.content, None) is not None:
            return speech
        if speech.direct and not begins_speech(
            speech,
            clause,
            running=self._open is not None,
            demanding=self._scope.demanding,
            told=bool(speech.head) or self._tells_on(clause),
            lexicon=self._lexicon,
        ):
            return None
        return speech
