"""Who is speaking to whom while an article is read."""

import re
from re import Match, Pattern

from guatu.domain.reading.directives.bodies_speaking import is_authority
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import PlacedUnit, Source
from guatu.domain.reading.directives.notices import MINUTES
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.quote_voices import is_dealt_with
from guatu.domain.reading.directives.speech import SpeechAct, plain_name_in
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.units import Named
from guatu.domain.reading.values import AddresseeKind

_PLACE = re.compile(r"在(?P<place>[^，。；]{2,24}?)(?:，|$)")
_NO_PLACE = ("上", "中", "时", "后", "下", "期间", "同时")
_TOLD = re.compile("(?:对着?|向|给|跟)[^，。；]{2,24}$")
_TOOK_PART = re.compile(
    r"[^，。；]{0,12}\d+(?:余|多)?(?:名|人|位)[^，。；要须应]{0,16}(?:参加|参与|出席)了?[^，。；]{0,8}"
)
# 甲与乙沟通后要求: whom he talked with.
_MET = re.compile("(?:与|同|和|跟)[^，。；：、“”]{0,12}$")
_TALKED = re.compile(
    "[^，。；：、“”]{0,8}(?:沟通|交流|交谈|攀谈|通话|谈话|谈心|联系|座谈|商量|商议)(?:了一番|一番|了)?(?:之?后|时)?$"
)
_ONLY_THERE = re.compile(
    "(?:一同|一道|一起|共同)?(?:陪同|参加|出席|随同)(?:调研|检查|活动|会议|慰问|走访|督导)?$"
)
# 他叮嘱施工人员注意安全。他要求，一要…: said by the way, and no list.
_BY_THE_WAY = frozenset(("叮嘱", "嘱咐", "勉励", "鼓励", "希望", "提醒", "叮咛"))
_NARRATOR = frozenset(("据介绍", "据了解", "据悉", "记者了解到"))
_GESTURE = 6
_PRONOUNS = ("他", "她", "他们")
_CONTINUING = ("他", "她", "会议", "为此，他", "对此，他")
_MEETING = "会议"


def _is_met(words: str, person: Match[str]) -> bool:
    """Tell whether a person in words is but whom another talked with: 甲与乙沟通后."""
    return (
        _MET.search(words[: person.start()]) is not None
        and _TALKED.match(words, person.end()) is not None
    )


class Scope:
    """The speech that is running: speaker, verb, whether it demands, and whom it addresses.

    A unit named in a clause rules until another is named. A new speech, a new paragraph or a
    numbered point falls back to the unit that the whole speech, list or letter addresses
    (对某单位提出要求, 要求各乡镇：一是…, the salutation of a notice), else to nobody.
    ``host`` leads the event: 他对乙说 is his word where the story was about 乙 last.
    """

    __slots__ = (
        "_before_items",
        "_default_by",
        "_default_paragraph",
        "_formal",
        "_in_list",
        "_listed",
        "_names",
        "_passed_item",
        "_prior",
        "_speakers",
        "_speech_paragraph",
        "_within",
        "author",
        "brief",
        "crossed",
        "decided",
        "default",
        "demanding",
        "host",
        "lasting",
        "paragraph",
        "place",
        "recorded",
        "sentences",
        "speaker",
        "subject",
        "unit",
        "verb",
        "voice",
    )

    def __init__(self, voices: Voices) -> None:
        self._names = voices.names
        self._speakers = voices
        self._default_by: str | None = None
        self._default_paragraph: int | None = None
        self._in_list = False
        self._formal = False
        self._listed: PlacedUnit | None = None
        self._within: tuple[PlacedUnit | None] | None = None
        self._passed_item = -1
        self._before_items: PlacedUnit | None = None
        self._speech_paragraph = -1
        self.paragraph = 0
        self.author: str | None = None
        self.host: str | None = None
        self.speaker: str | None = None
        self.subject: str | None = None
        self.verb = ""
        self._prior: PlacedUnit | None = None
        self.demanding = False
        self.decided = False
        self.brief = False
        self.lasting = False
        self.recorded = False
        self.crossed = 0
        self.sentences = 0
        self.unit: PlacedUnit | None = None
        self.default: PlacedUnit | None = None
        self.place: PlacedUnit | None = None
        self.voice: PlacedUnit | None = None

    @property
    def in_list(self) -> bool:
        """Tell whether a numbered point is being read."""
        return self._in_list

    @property
    def issuer(self) -> str | None:
        """Who demands: the speaker, else whom the narration is about."""
        return self.speaker or self.subject

    def begin_paragraph(self, number: int, text: str, *, announced: bool = False) -> None:
        """Start a paragraph: a numbered one goes on with the speech, any other must begin anew.

        In a letter (``lasting``) every paragraph goes on with it, in a report those that the one
        before ``announced`` (会上作了明确——).
        """
        self.paragraph = number
        self.place = None
        self._note_place(text, 0)
        goes_on = self.lasting or ordinal_at_front(text) is not None
        self.demanding = (self.demanding and goes_on) or announced
        self.decided = self.decided and goes_on
        if not goes_on:
            self._in_list, self._listed = False, None
        self.unit = self._listed or self.default
        self._prior = None
        self.sentences = 0
        if self.lasting:
            self.speaker = self.author or (_MEETING if self.recorded else self.speaker)
        self._resume()

    def charge_below(self, unit: PlacedUnit | None) -> None:
        """Let all that stands below be for those whom the labels of its heading charge."""
        self.default = self.unit = self._listed = unit

    def _note_place(self, text: str, start: int) -> None:
        """Remember the site that words of the paragraph open with: 在青石镇，他要求…."""
        place = _PLACE.match(text, start)
        if place is None or place.group("place").endswith(_NO_PLACE):
            return
        start, end = place.span("place")
        self.place = PlacedUnit(
            text=place.group("place"),
            kind=AddresseeKind.UNKNOWN,
            paragraph=self.paragraph,
            start=start,
            end=end,
        )

    def begin_stretch(self, text: str, clause: Clause) -> None:
        """Start a sentence, or the part of one after a semicolon, and see whether it opens with another site."""
        if self.place is not None:
            self._note_place(text, clause.start)
        if clause.after_semicolon:
            self.crossed += 1
            return
        self.sentences += 1
        if not self.lasting and clause.words in _NARRATOR:
            # 据介绍，…: the narrator tells again.
            self.demanding = self.decided = self._in_list = False
            self._listed, self.verb = None, "据悉"

    def _resume(self) -> None:
        """Go on with the decisions of minutes behind what the meeting merely held."""
        if self.recorded:
            self.decided = self.demanding = True

    def pass_item(self) -> None:
        """Pass over the number of a first point that is no demand yet: who is named in it is named within a point."""
        if self._passed_item != self.paragraph:
            self._passed_item, self._before_items = self.paragraph, self.unit or self._prior

    def begin_item(self, *, formal: bool = False) -> None:
        """Start a numbered point, for whom was named before the list or, within a ``formal`` one, in that."""
        if not self._in_list:
            known = self._before_items if self._passed_item == self.paragraph else self.unit
            self._in_list, self._listed, self._formal = True, known or self._prior, formal
        self._within = (self._within or (self.unit,)) if self._formal and not formal else None
        self._resume()
        # 让每户… within the point before it was brief; the list is not.
        self.brief = False
        self.unit = (self._within and self._within[0]) or self._listed or self.default
        self.crossed += 1

    def begin_speech(self, speech: SpeechAct, to: PlacedUnit | None) -> None:
        """Start a speech act: what an earlier one addressed holds no longer."""
        if speech.numbered and self.demanding:
            self.begin_item()
        before, unit = self.speaker, self.unit
        same_paragraph = self._speech_paragraph == self.paragraph
        recorded = not speech.head and (speech.verb.startswith(_MEETING) or speech is MINUTES)
        # 会议明确，: the meeting decided, whoever was named last before it.
        self.speaker = self.author or (_MEETING if recorded else self._speaker_in(speech.head))
        # 他要求：一要…二要… right behind his own words: whom they named, the list addresses too.
        goes_on = same_paragraph and before == self.speaker and speech.head in _CONTINUING
        self._prior = unit if goes_on and self.verb not in _BY_THE_WAY else None
        self.brief = speech.direct and not self.lasting
        self.verb = speech.verb
        self.demanding = speech.demanding
        self.decided = speech.decided
        self.crossed = 0
        self.sentences = 0
        if not (self._in_list and speech.direct and not speech.head):
            # 鼓励企业… within a numbered point ends neither the list nor what it addresses.
            self._in_list, self._listed = False, None
        self._speech_paragraph = self.paragraph
        other = self._default_by is not None and self._default_by != self.speaker
        # 叮嘱县供电公司：…: for these words; 对县供电公司提出要求。: for all that he says below.
        gone = self._default_paragraph not in (None, self.paragraph)
        ended = self._default_paragraph is not None and bool(speech.head)
        if (other or gone or ended) and not self.lasting:
            self.default, self._default_by = None, None
        if to is not None and not speech.demanding:
            # 对同行的局长说: for these words, not for his next speech.
            self.unit = to
        elif to is not None:
            self.default = self.unit = to
            holds = speech.to is not None and speech.to.end <= len(speech.head)
            self._default_by = self.speaker
            self._default_paragraph = None if holds else self.paragraph
        else:
            self.unit = self.default

    def end_quote(self) -> None:
        """End a speech that quotation marks enclose: its speaker stays known, and demands no more."""
        self.demanding = self.decided = False
        self.verb, self._speech_paragraph = "", -1
        self._resume()

    def begin_letter(
        self, speech: SpeechAct, to: PlacedUnit | None, *, author: str | None = None
    ) -> None:
        """Start a notice or minutes: a speech that lasts to the end of the article.

        ``author`` gives a speech that is printed whole: every word of it is his.
        """
        self.author = author
        self.begin_speech(speech, to)
        self.lasting = True
        self.recorded = speech.decided

    def note_subject(self, clause: Clause) -> None:
        """Remember who the narration is about, for 他强调 and for verbs without a subject."""
        found = self._names.search(clause.words) if self._names else None
        # Someone in a list is there, but is not whom the sentence is about.
        if found is None or clause.words[found.end() : found.end() + 1] in ("、", "等"):
            return
        if self.subject is not None and _ONLY_THERE.match(clause.words, found.end()):
            # 副县长乙参加。: who goes along is not whom the story is about.
            return
        front = clause.words[: found.start()]
        if self.subject is None or not (is_dealt_with(front) or _is_met(clause.words, found)):
            # 随后交代局长乙：: he is spoken to, and the story is about another.
            self.subject = found.group()
        self.demanding = self.demanding and (self.lasting or not clause.first_in_sentence)

    def hear_end(self, clause: Clause) -> None:
        """End the demands of a report where it tells how many took part: 48名干部参加了活动。."""
        if not self.lasting and _TOOK_PART.fullmatch(clause.words) is not None:
            self.demanding = self.decided = False

    def addressee(self, source: Source | None) -> tuple[PlacedUnit | None, Source]:
        """Return whom a demand addresses and how that is known; ``source`` if the clause says so."""
        if source is not None:
            return self.unit, source
        if self.unit is not None:
            known = self.unit is self.default or self.unit is self._listed
            return self.unit, Source.DEFAULT if known else Source.INHERITED
        return self.place, Source.PLACE if self.place else Source.NOBODY

    @property
    def speaks_here(self) -> bool:
        """Tell whether the speech that runs began in the paragraph that is read."""
        return self._speech_paragraph == self.paragraph

    @property
    def names(self) -> Pattern[str] | None:
        """The persons of the page."""
        return self._names

    def holder(self, named: Named, words: str) -> Named:
        """Return the person named behind a post that is told to act: 由县委常委某某牵头."""
        found = self._names.match(words, named.end) if self._names else None
        if found is None:
            return named
        return Named(start=found.start(), end=found.end(), kind=AddresseeKind.UNIT)

    def names_in(self, words: str) -> bool:
        """Tell whether the name of a person stands in words."""
        return self._names is not None and self._names.search(words) is not None

    def names_one(self, words: str) -> bool:
        """Tell whether words are the name of a person on the page and nothing else."""
        return bool(words and self._names and self._names.fullmatch(words))

    def _speaker_in(self, head: str) -> str | None:
        told = _TOLD.search(head)
        # 他对镇党委书记苗青说: whom he speaks to is not who speaks.
        if told is not None:
            head = head[: told.start()]
            # 转身对苗青说: what he does as he turns is nobody's name.
            head = head if len(head) > _GESTURE or self._speakers.search(head) else ""
        said = self._says(head)
        return self.host if said and told is not None and said in told.group() else said

    def _says(self, head: str) -> str | None:
        """Return who speaks by the words before his verb, those he turns to left out."""
        found = list(self._names.finditer(head)) if self._names and head else []
        if found:
            own = [one for one in found if not _is_met(head, one)] or found
            self.subject = own[-1].group()
            return self.subject
        if is_authority(head):
            return head
        collective = list(self._speakers.finditer(head)) if head else []
        if collective and collective[-1].group() not in _PRONOUNS:
            return collective[-1].group()
        if (
            not head
            and (self._speech_paragraph == self.paragraph or self.recorded)
            and self.speaker
        ):
            return self.speaker
        if head and not collective and (name := plain_name_in(head)) is not None:
            self.subject = name
            return name
        return self.subject if not head or collective else self.issuer
