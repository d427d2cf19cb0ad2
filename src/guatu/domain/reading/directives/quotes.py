"""Speech printed in quotation marks: an official's words are demands, a resident's are not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import Pattern

from guatu.domain.reading.directives.quote_turns import goes_on, interrupts, questioner
from guatu.domain.reading.directives.quote_voices import (
    Surroundings,
    Voice,
    voice_around,
    voice_before,
    voice_behind,
    written,
)
from guatu.domain.reading.directives.said_behind import is_said_behind

_QUOTE = re.compile("“(?P<words>[^“”]{2,400})”")
_SENTENCE = re.compile("[。！？]$|[，。！？].*[，。！？]|.{6}，$")
_BETWEEN = ("", "…", "……")
# A word or two in quotation marks are speech only where somebody is told to say them.
_SHORTEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quoted speech: its half-open place, who speaks if known, and the place of 对某某.

    ``official`` marks the written word of a superior, named by post alone (县委主要领导批示：).
    """

    start: int
    end: int
    speaker: str | None
    to: tuple[int, int] | None
    verb: str = "说"
    official: bool = False


def _runs(text: str) -> Iterator[tuple[re.Match[str], ...]]:
    """Yield the speeches of a paragraph, those together that follow one another with nothing between."""
    run: list[re.Match[str]] = []
    for found in _QUOTE.finditer(text):
        if _SENTENCE.search(found.group("words")) is None and not is_said_behind(
            text, *found.span("words")
        ):
            continue
        if run and text[run[-1].end() : found.start()] not in _BETWEEN:
            yield tuple(run)
            run = []
        run.append(found)
    if run:
        yield tuple(run)


def _behind(of: Surroundings, end: int) -> Voice | None:
    """Return who speaks by a verb of saying behind a quotation, or behind the comma that follows its mark."""
    return voice_behind(of, end + of.text.startswith("，", end))


def _by_turns(of: Surroundings, run: Sequence[re.Match[str]], prior: str | None) -> Iterator[Voice]:
    """Yield who speaks in turns: “几点到？”“六点。”“五点就到。”, the first or the last of them known.

    ``prior`` is who was quoted before them; where somebody else answers him first, he speaks next.
    """
    first, last = voice_before(of, run[0].start()), _behind(of, run[-1].end())
    asked = any(one.group("words").endswith("？") for one in run)
    if last is None and first is None:
        first = voice_around(of, run[0].start(), run[0].end()) if run[0].start() else None
        if first is not None and first.speaker is not None and not asked:
            # 县长连线各镇，逐一点名。“甲镇，…。”“乙镇，…。”: he turns to one after the other.
            yield from (first for _ in run)
            return
        last = voice_around(of, run[-1].start(), run[-1].end())
        if last.speaker is None and first is not None and first.speaker is None:
            first = questioner(of, run[0].start(), run[0].group("words")) or first
        elif last.speaker is None and first is None:
            first = questioner(of, 0, run[0].group("words"))
        if first is not None and first.speaker is not None and last.speaker is None:
            last = None
    same = len(run) % 2 == 1
    answered = first is not None and first.speaker != prior
    nobody = Voice(speaker=prior if answered else None)
    for number, _ in enumerate(run):
        back = len(run) - 1 - number
        if first is not None and number % 2 == 0 and not (last is not None and back == 0):
            yield first
        elif last is not None and back % 2 == 0:
            same_as_first = first is not None and same
            yield Voice(
                speaker=last.speaker,
                to=last.to or (first.to if first is not None and same_as_first else None),
                verb=last.verb,
            )
        else:
            yield nobody


def quotes_in(
    text: str,
    names: Pattern[str] | None,
    *,
    subject: str | None = None,
    leader: str | None = None,
    leaders: frozenset[str] = frozenset(),
) -> Iterator[Quote]:
    """Yield the speeches in quotation marks; quoted terms and slogans are none.

    ``subject`` is whom the paragraphs before are about, for 他说; ``leader`` spoke last and has
    somebody to command: a paragraph that opens with a quotation of nobody goes on with his words;
    so does one of ``leaders`` who is the last that the paragraph named. Quotations that follow one
    another with nothing between are taken in turns.
    """
    of = Surroundings(text=text, names=names, subject=subject, leader=leader, leaders=leaders)
    prior: str | None = None
    before: Quote | None = None
    for run in _runs(text):
        if len(run) > 1:
            told = tuple(map(_quote, run, _by_turns(of, run, prior)))
            yield from told
            prior, before = told[-1].speaker or prior, told[-1]
            continue
        (one,) = run
        voice = voice_before(of, one.start()) or _behind(of, one.end())
        if voice is None and len(one.group("words")) < _SHORTEST:
            continue
        voice = voice or voice_around(of, one.start(), one.end())
        if voice.speaker is None and before is not None and interrupts(of, before.end, one.start()):
            voice = Voice(speaker=before.speaker, to=voice.to)
        if voice.speaker is None:
            voice = goes_on(of, one.start(), one.group("words"), one.end()) or voice
        if voice.speaker is None:
            voice = written(of, one.start()) or voice
        prior = voice.speaker or prior
        before = _quote(one, voice)
        yield before


def _quote(found: re.Match[str], voice: Voice) -> Quote:
    start, end = found.span("words")
    return Quote(
        start=start,
        end=end,
        speaker=voice.speaker,
        to=voice.to,
        verb=voice.verb,
        official=voice.official,
    )
