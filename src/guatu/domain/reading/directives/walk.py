"""Walks through an article clause by clause and collects the demands of each speech act."""

import re
from collections.abc import Sequence

from guatu.domain.reading.bodies import body_kind, ends_like_body
from guatu.domain.reading.directives.bare_points import bare_points
from guatu.domain.reading.directives.below import SentAhead, begins_with_command, goes_on_commanding
from guatu.domain.reading.directives.clauses import Clause, clauses
from guatu.domain.reading.directives.demand import Demand
from guatu.domain.reading.directives.findings import is_finding
from guatu.domain.reading.directives.form_lines import FormDue
from guatu.domain.reading.directives.horizons import Horizons
from guatu.domain.reading.directives.labels import labels_in
from guatu.domain.reading.directives.leave_given import asks_nothing
from guatu.domain.reading.directives.listed_units import unit_of_list
from guatu.domain.reading.directives.notices import NOTICE
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.others_deeds import acts_beside
from guatu.domain.reading.directives.outsiders import cites_law, opines
from guatu.domain.reading.directives.paper_facts import sets_up
from guatu.domain.reading.directives.paper_parts import (
    PaperParts,
    closes_paper,
    first_asked,
    is_label_line,
    tells_by_label,
)
from guatu.domain.reading.directives.paper_signs import letter_of
from guatu.domain.reading.directives.plans import Announced, Phases, begins_text
from guatu.domain.reading.directives.sanctions import acts_in_case, is_sanction
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.spoken_commands import asks_with, does_first, is_rule
from guatu.domain.reading.directives.taken_down import is_taken_down
from guatu.domain.reading.directives.telling import Telling
from guatu.domain.reading.directives.told_in_turn import told_in_turn
from guatu.domain.reading.directives.traits import traits_end
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.directives.written_notes import prints_notes
from guatu.domain.reading.lexicon import Lexicon

_ATTENDANCE = re.compile(
    "(?:参加|出席|列席)(?:会议|活动|座谈)?的(?:还?有|人员|同志|领导)|(?:出席|列席|参加|参会|与会|请假|缺席|主持|记录|抄送|分送|主送|联系)(?:人员|人|单位|电话|领导)?："
)


_BYLINE = re.compile(
    "[■◆●▲]?\\s*(?:本报|[\u3400-\u9fff]{0,6})(?:记者|通讯员)[\\s：]+[^，。；]{2,24}"
)


_APART = re.compile(r"[\s、]+")
_SEALED = re.compile("[（(](?:代章|盖章|印章|公章|章|代)[）)]$")
_DATED = re.compile(
    "[（(]?(?:\\d{4}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日[）)]?"
)

_DATED_BEHIND = re.compile(f"(?<=[室局委办府会部组心院队处]){_DATED.pattern}$")


def _is_signature(text: str) -> bool:
    """Tell whether a paragraph is nothing but the offices that sign, their day, or those who wrote."""
    words = _DATED_BEHIND.sub("", _SEALED.sub("", text.strip()))
    if _BYLINE.fullmatch(words) or _DATED.fullmatch(words):
        return True
    # What ends like no body is a list of none.
    return ends_like_body(words) and all(body_kind(one) for one in _APART.split(words))


def _only_names(text: str, parts: PaperParts) -> bool:
    """Tell whether a paragraph names who came, what is annexed or who signs, or tells how things stand by its label."""
    if parts.only_names(text) or tells_by_label(text):
        return True
    return bool(_ATTENDANCE.match(text)) or is_label_line(text) or _is_signature(text)


class Walk(Telling):
    """Reads one article: the speech that runs, the demand that is open, those found."""

    __slots__ = ("_ahead", "_cuts")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._ahead = SentAhead()
        self._cuts: tuple[int, ...] = ()

    def article(
        self,
        texts: Sequence[str],
        cuts: Sequence[tuple[int, ...]],
        *,
        headline: str = "",
        lead: str | None = None,
        leaders: frozenset[str] = frozenset(),
        guests: frozenset[str] = frozenset(),
        posted: frozenset[str] = frozenset(),
        joins: Sequence[Sequence[int]] = (),
    ) -> tuple[Demand, ...]:
        """Read all paragraphs; ``cuts`` are places where another article's words begin.

        ``lead`` leads the event of the article: what he says he will do is no promise;
        ``leaders`` may command there as well, by their posts;
        ``guests`` wish and promise, but have nobody to command; ``posted`` hold some post on the
        page, and only they command in quotation marks; ``joins`` are the places where
        the lines of each paragraph were joined.
        """
        self._guests, self._posted = guests, posted
        self._seat(lead, leaders, texts)
        self._taken_down, self._notes = is_taken_down(headline), prints_notes(headline)
        letter = letter_of(headline, texts)
        self._parts, phases, announced = PaperParts(), Phases(), Announced()
        form, rows = FormDue(), Horizons()
        self._compare_points(texts)
        for number, text in enumerate(texts):
            self._paragraph, self._plain, self._cuts = number, text, cuts[number]
            self._below = texts[number + 1] if number + 1 < len(texts) else ""
            self._begin_paragraph(number, text)
            if _only_names(text, self._parts) or form.registers(number, text, self._found):
                continue
            greets = self._take_salutation(text)
            letter = letter or (NOTICE if greets else None)
            above = texts[number - 1] if number else ""
            if number or not (headline or greets) or begins_text(text):
                self._enter_letter(letter, above, lead)
            self._parts.follow(above, text)
            if self._only_tells(text):
                continue
            self._passed = first_asked(text, facts=self._parts.facts) if self._scope.lasting else 0
            if self._passed and text[self._passed - 1] == "：":
                self._scope.demanding = self._opened_speech = self._pressed = True
            if self._labels is not None and self._labels.start < self._passed:
                self._take_labels(self._labels)
                self._labels = None
            self._tasks = self._in_tasks()
            before = len(self._found)
            self._take_turn(text)
            for clause in clauses(text, joins[number] if joins else ()):
                self._step(clause)
            self._close()
            self._settle()
            self._charge_kept(before)
            self._drop_reasons(before, self._below)
            for over in (phases, announced, form, rows) if letter is not None else (announced,):
                over.enter(number, text)
                self._found[before:] = map(over.limited, self._found[before:])
        return tuple(self._as_addressed())

    def _seat(self, lead: str | None, leaders: frozenset[str], texts: Sequence[str]) -> None:
        """Settle who may command: where nobody is said to lead, who alone has the post for it."""
        self._texts = texts
        self._leaders = (leaders | {lead} if lead else leaders) - self._guests
        here = [one for one in self._leaders if any(one in text for text in texts)]
        if not here and texts:
            # A head of a bureau or a town about whom alone the story opens.
            opening = "".join(texts[:2])
            heads = {one for one in self._posted - self._guests if one in opening}
            here = list(heads) if len(heads) == 1 else []
            self._leaders |= frozenset(here)
        self._lead = lead or (here[0] if len(here) == 1 else None)
        self._scope.host = self._lead

    def _begin_paragraph(self, number: int, text: str) -> None:
        self._fronted = None
        self._labels = labels_in(text) if "：" in text or self._may_charge(text) else None
        self._means = self._numbered = self._later = False
        self._parallel = self._opened_speech = self._linked = False
        self._passed = 0
        self._numerals = bare_points(text, self._lexicon)
        self._listen(text)
        goes_on = not self._scope.lasting and self._scope.demanding
        goes_on = goes_on and (
            goes_on_commanding(text, self._lexicon)
            or (self._all_asked(number - 1) and begins_with_command(text, self._lexicon))
        )
        announced = self._ahead.enter(text, self._lexicon, lasting=self._scope.lasting)
        self._scope.begin_paragraph(number, text, announced=announced or goes_on)
        self._scope.brief = self._scope.brief and not goes_on
        self._enter_task(number, text)

    def _all_asked(self, number: int) -> bool:
        """Tell whether a paragraph, the last that was read, was a demand from its first words to its last."""
        mine = [one for one in self._found if one.paragraph == number]
        if not mine or mine[0].start or any(one.promise for one in mine):
            return False
        return mine[-1].end >= len(self._texts[number].rstrip("。"))

    def _step(self, clause: Clause) -> None:
        if clause.start < self._passed:
            return
        before = self._before_labels(clause)
        if before is None:
            return
        if before is not clause:
            self._step_within(before)
            self._before_labels(clause._replace(start=clause.end, words=""))
            return
        self._step_within(clause)

    def _step_within(self, clause: Clause) -> None:
        if self._scope.lasting and clause.first_in_sentence and closes_paper(clause.words):
            self._close()
            self._passed = len(self._plain)
            return
        if clause.first_in_sentence or clause.after_semicolon:
            self._begin_stretch(clause)
            if clause.start < self._passed or self._refuses_matter(clause):
                return
        if clause.heading:
            if ordinal_at_front(clause.words) is not None:
                self._scope.begin_item()
            return
        for cut in self._cuts:
            if clause.start <= cut < clause.end and self._open is not None:
                self._cut_open(cut)
        if self._leads_in(clause) or self._opens_letter(clause) or self._stands_aside(clause):
            return
        quote = self._quote_at(clause.start) if self._quotes else None
        if quote is None:
            self._leave_quote()
            if self._introduces(clause):
                # 并对司机说：“…”: no part of what was demanded before it.
                self._close()
        elif self._quoted(quote):
            return
        letter = self._scope.lasting and not self._scope.recorded
        like = traits_end(self._plain, clause.start, clause.end, clause.mark)
        if quote is None and (
            like is not None
            or (not letter and opines(clause.words, clause.mark, self._speakers))
            or (not self._scope.lasting and cites_law(clause.words, clause.mark))
            or is_finding(clause.words, clause.mark, self._plain[clause.end + 1 :])
        ):
            # What a resident says is no demand, nor what was found or what something is like.
            self._close()
            stop = like or self._plain.find("。", clause.end)
            self._passed = stop if stop >= 0 else len(self._plain)
            return
        if quote is None and self._only_opined(clause):
            return
        if quote is None and self._acts_beside(clause):
            return
        speech = self._speech(clause)
        if speech is not None:
            self._hear(speech, clause)
            if speech.content < len(clause.words):
                self._content(clause, speech.content, speech=speech)
            else:
                self._opened_speech = True
            return
        if quote is None and (self._introduces(clause) or self._leads_to_words(clause)):
            self._scope.note_subject(clause)
            return
        self._content(clause, 0, speech=None)
        self._opened_speech = False
        if self._open is None:
            self._scope.note_subject(clause)
            self._scope.hear_end(clause)

    def _acts_beside(self, clause: Clause) -> bool:
        """End a demand before what another official does: 要求全力救治，副县长某某赶赴现场; it is told, and what follows."""
        if self._open is None or self._scope.lasting or not acts_beside(clause.words, self._names):
            return False
        self._close()
        self._scope.demanding, self._fronted = False, None
        return True

    def _begin_stretch(self, clause: Clause) -> None:
        """Start a sentence, or the part of one after a semicolon."""
        self._parallel = clause.after_semicolon and self._open is not None
        self._close()
        self._settle()
        if clause.first_in_sentence and self._quote is None:
            self._to_face = False
        self._fronted = None
        stretch = self._plain[clause.start :].partition("。")[0].partition("；")[0]
        number = ordinal_at_front(stretch)
        stretch = stretch[number.end :] if number is not None else stretch
        letter = self._scope.lasting and not self._scope.recorded
        letter = letter and not acts_in_case(stretch, self._lexicon)
        self._later = False
        nothing = letter and (sets_up(stretch) or asks_nothing(stretch))
        # 对欠薪的，由县人社局移送…: minutes charge with it.
        lasting = letter or (self._scope.recorded and "由" not in stretch)
        self._set_aside = is_sanction(stretch, lasting=lasting) or nothing
        if letter and self._set_aside:
            self._passed = self._plain.find(stretch, clause.start) + len(stretch)
        self._scope.begin_stretch(self._plain, clause)

    def _settle(self) -> None:
        """Do what is left to do with a stretch that has been read to its end; by rules alone, nothing."""

    def _content(self, clause: Clause, skip: int, *, speech: SpeechAct | None) -> None:
        """Read the words of a clause from ``skip`` on, part by part where several are told in turn."""
        parts = told_in_turn(clause.words[skip:], self._lexicon)
        for first, last in parts:
            words = clause.words[skip + first : skip + last]
            start = clause.start + skip + first
            part = clause._replace(start=start, end=start + len(words), words=words)
            self._clause(part, 0, speech=speech)
        if not parts:
            self._clause(clause, skip, speech=speech)

    def _clause(self, clause: Clause, skip: int, *, speech: SpeechAct | None) -> None:
        words, start = clause.words[skip:], clause.start + skip
        after_speech = speech is not None or self._opened_speech
        numbered, self._numbered = self._numbered, False
        linked = self._links(words, clause)
        if self._scope.demanding and (named := unit_of_list(words, self._lexicon)) is not None:
            self._close()
            self._scope.unit = self._placed(named, start)
            words, start = words[named.end :], start + named.end
        ordinal = self._point_at(words, start, clause)
        if ordinal is not None:
            words, start = words[ordinal.end :], start + ordinal.end
            numbered = True
            if self._heads(ordinal, words, start, clause):
                return
            words, start = self._names_first(words, start)
        opens = after_speech or numbered
        taken = self._takes_matter(words, start, clause, opens=opens)
        if taken or self._reports(start, clause, opens=opens):
            return
        calls = clause.first_in_sentence and self._calls_upon(words, start, clause)
        if calls or self._announces_points(words, start, clause):
            return
        heard = self._heard_only(words, start, clause, pointed=after_speech)
        if heard or self._names_subject(words, start, clause):
            return
        if self._open is None and asks_with(self._plain, start, clause.end):
            return
        if self._decision(words, start, clause) or self._modal_clause(words, start, clause):
            return
        if self._plans_aside(words):
            self._close()
            self._set_aside, self._fronted = True, None
            return
        if self._open is not None:
            self._go_on(words, start, clause)
            return
        own = self._own_word(words, start, clause)
        if own or self._promise(words, start, clause, pointed=after_speech):
            return
        if self._vow_goes_on(words, start, clause) or self._assigned(words, start, clause):
            return
        if self._told(words, start, clause, pointed=after_speech, numbered=numbered):
            return
        if self._asks_in_letter(words, start):
            self._begin(self._start(start), clause, None, bare=True, rule="bare")
            return
        if not self._scope.demanding:
            self._pass_over(words, start, clause)
            return
        if speech is not None and self._charged(words, start, clause, speech):
            return
        aloud = self._in_quote(clause) or self._presses or is_rule(words) or does_first(words)
        if aloud and self._told_aloud(words, start, clause):
            return
        begins = clause.first_in_sentence or clause.after_semicolon or linked
        fresh = begins or numbered or after_speech or self._starts_quote
        self._starts_quote = False
        self._loose(words, start, clause, fresh=fresh, numbered=numbered, pointed=after_speech)
        self._keep_number(numbered=numbered)

    @property
    def _presses(self) -> bool:
        """Tell whether the first sentence runs that persons were told outside quotation marks."""
        return self._pressed and not self._scope.sentences and self._quote is None
