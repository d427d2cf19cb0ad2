"""From the demands of an article to finished directives: deadline, figures, kind, repeats."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.deadlines import Anchor, Found, deadlines_in, is_each_case, may_hold_day
from guatu.domain.reading.deadlines.vague import is_rhythm
from guatu.domain.reading.directives.demand import Demand, PlacedUnit
from guatu.domain.reading.directives.hindsight import looked_at_again
from guatu.domain.reading.directives.kinds import kind_of_demand
from guatu.domain.reading.directives.listening import Listening
from guatu.domain.reading.directives.plans import phase_words
from guatu.domain.reading.directives.sureness import grounds_of, sure_of
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.measures import measures_in
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import (
    Addressee,
    Deadline,
    DeadlineBasis,
    Directive,
    DirectiveKind,
    Issuer,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What directives of one article are finished with."""

    anchor: Anchor
    posts: Mapping[str, str]
    record_at: Mapping[int, str]


def demands_of(
    piece: Piece,
    voices: Voices,
    lexicon: Lexicon,
    *,
    cuts: Sequence[tuple[int, ...]],
    lead: str | None = None,
    leaders: frozenset[str] = frozenset(),
    guests: frozenset[str] = frozenset(),
    posted: frozenset[str] = frozenset(),
) -> tuple[Demand, ...]:
    """Return the demands of one article in order."""
    walk = Listening(voices, lexicon)
    headline = piece.headline.plain if piece.headline else ""
    texts = [one.plain for one in piece.paragraphs]
    found = walk.article(
        texts,
        cuts,
        headline=headline,
        lead=lead,
        leaders=leaders,
        guests=guests,
        posted=posted,
        joins=[one.cuts for one in piece.paragraphs],
    )
    return looked_at_again(texts, walk.heard, found, lexicon)


_ANSWERED_IN = re.compile(
    "(?:\\d+|[一二两三四五六七八九十半]+)个?(?:小时|分钟|工作日|天|日|周|星期|月)(?:之|以)?内$"
)


def _answers(one: Found, words: str, anchor: Anchor) -> bool:
    """Tell whether words of a limit are a time to answer in (1小时内书面报告), which is a measure."""
    known = anchor.spoken is not None or words.endswith(("小时内", "分钟内"), one.start, one.end)
    return one.day is None and known and _ANSWERED_IN.search(words, one.start, one.end) is not None


# 报县水利局（联系人：某某: whom to ask is no part of what is asked.
_CONTACT = re.compile(
    "(?<=.)（(?:联系人|联系电话|联系方式|咨询电话|电话|传真|邮箱|电子邮箱)[^（）]*$"
)


def _without_contact(demand: Demand, piece: Piece) -> tuple[Demand, str]:
    """Return a demand with its words, less a bracket that breaks off in whom to ask."""
    plain = piece.paragraphs[demand.paragraph].plain
    words = plain[demand.start : demand.end]
    closed = plain.startswith("）", demand.end)
    found = _CONTACT.search(words) if "（" in words and not closed else None
    if found is None:
        return demand, words
    return demand._replace(end=demand.start + found.start()), words[: found.start()]


def finished(
    demand: Demand,
    number: int,
    piece: Piece,
    *,
    context: Context,
    lexicon: Lexicon,
    source: str,
    before: Demand | None = None,
) -> Directive:
    """Return the directive of a demand, ``before`` the one before it in its article.

    ``source`` is the text as read, to slice the words from.
    """
    demand, words = _without_contact(demand, piece)
    strand = piece.paragraphs[demand.paragraph]
    spans = strand.spans(demand.start, demand.end)
    found = deadlines_in(words, context.anchor, lexicon)
    limits = _limits(demand, found, piece, context, lexicon, source=source, before=before)
    without = [(one.start, one.end) for one in found if not _answers(one, words, context.anchor)]
    without += (
        (unit.start - demand.start, unit.end - demand.start)
        for unit in demand.units
        if unit.paragraph == demand.paragraph
    )
    measures = measures_in(words, lexicon, without=without)
    kind = DirectiveKind.PROMISE
    if not demand.promise:
        kind = kind_of_demand(
            words,
            lexicon,
            dated=any(one.day for one in limits),
            measured=bool(measures),
        )
    grounds = grounds_of(
        demand,
        piece,
        lexicon,
        pieces=len(spans),
        dated=bool(limits),
        measured=bool(measures),
    )
    return Directive(
        id=f"d{number}",
        article=piece.id,
        record=context.record_at.get(demand.paragraph),
        issuer=_issuer(demand, context),
        verb=demand.verb,
        addressees=_addressees(demand, piece, source),
        lead=_words_of(demand.lead, piece, source),
        action=_sliced(source, spans),
        spans=spans,
        kind=kind,
        deadline=_ruling(limits),
        limits=limits,
        measures=measures,
        confidence=sure_of(demand, grounds, lexicon),
        repeats=None,
        grounds=grounds,
    )


def _issuer(demand: Demand, context: Context) -> Issuer | None:
    if demand.speaker is None:
        return None
    return Issuer(name=demand.speaker, post=context.posts.get(demand.speaker))


def _limits(
    demand: Demand,
    found: Sequence[Found],
    piece: Piece,
    context: Context,
    lexicon: Lexicon,
    *,
    source: str,
    before: Demand | None,
) -> tuple[Deadline, ...]:
    """Return the limits of a demand: those in its words, under a label, right in front, of its phase."""
    strand = piece.paragraphs[demand.paragraph]
    found = _none_of_cases(found, strand.plain, demand)
    limits = tuple(_limit(one, strand, demand.start, source) for one in found)
    seen = {(one.text, one.day) for one in limits}
    labelled = _labelled(demand, piece, context, lexicon, source, before=before)
    limits += tuple(one for one in labelled if (one.text, one.day) not in seen)
    if not any(one.day for one in limits):
        taken = before.end if before and before.paragraph == demand.paragraph else 0
        limits = _in_front(demand, piece, context, lexicon, source, taken=taken) + limits
    if any(one.day or (one.text or "").startswith(_RETURNS) for one in limits):
        return limits
    # 请尽快修复 on a form due on 20 December: words without a day leave that of the whole.
    return limits + _of_phase(demand, piece, context, lexicon, source)


_AT_FRONT = 8
# 每周五前, 逐月: what returns is due when it returns, and not when the whole is.
_RETURNS = ("每", "逐")


def _none_of_cases(found: Sequence[Found], plain: str, demand: Demand) -> Sequence[Found]:
    """Take the day from a count whose case stands right in front of the demand: 材料齐全的理赔案件，7天内赔付到位."""
    if not plain[: demand.start].endswith("，"):
        return found
    first = max(plain.rfind(sign, 0, demand.start) for sign in "。；！？：“") + 1
    front = plain[first : demand.start]
    return [
        one._replace(day=None, basis=DeadlineBasis.NONE)
        if one.day is not None
        and one.basis is DeadlineBasis.RELATIVE
        and one.start <= _AT_FRONT
        and plain[demand.start + one.end - 1] == "内"
        and is_each_case(front + plain[demand.start : demand.start + one.start])
        else one
        for one in found
    ]


def _limit(found: Found, strand: Strand, first: int, source: str) -> Deadline:
    """Return a limit found in words of a paragraph that begin at ``first``."""
    start, end = first + found.start, first + found.end
    return Deadline(
        text=strand.sliced(source, start, end),
        day=found.day,
        basis=found.basis,
        span=strand.cover(start, end),
    )


def _labelled(
    demand: Demand,
    piece: Piece,
    context: Context,
    lexicon: Lexicon,
    source: str,
    *,
    before: Demand | None,
) -> tuple[Deadline, ...]:
    """Return the limits under a label behind a demand (完成时限：9月20日前).

    Of several demands above one label, what is done again and again (每天冲洗两次) is not done by then.
    """
    if demand.until is None:
        return ()
    own = piece.paragraphs[demand.paragraph].plain[demand.start : demand.end]
    if before is not None and before.until == demand.until and is_rhythm(own):
        return ()
    paragraph, start, end = demand.until
    strand = piece.paragraphs[paragraph]
    # 完成时限：全年: what is due in the year is due at its end.
    words = strand.plain[start:end].replace("全年", "年内")
    found = deadlines_in(words, context.anchor, lexicon)
    return tuple(_limit(one, strand, start, source) for one in found)


# 最迟5月30日，图纸必须出来: what may stand beside a limit in a clause that is nothing but it.
_BESIDE_LIMIT = 4
_AGAIN = re.compile("每(?:个?工作日|[天日周月旬季年半])|定期|及时|随时|常态")
_SAID = re.compile("[^，。；]{0,16}(?:要求|强调|指出|议定|明确|决定|提出)，")
# 9月底前，甲完成接通，乙完成清障: what has an end, and so a day; 加强管护 beside it has none.
_ENDS = re.compile(
    "完成|完工|到位|清零|见底|报[送齐县]|上报|拿出|提交|建成|开工|竣工|投用|通[水车电气](?!量)|办结|销号|交付|启动|出台|印发|签订|拆除|腾退|搬迁|接通"
)


def _in_front(
    demand: Demand, piece: Piece, context: Context, lexicon: Lexicon, source: str, *, taken: int
) -> tuple[Deadline, ...]:
    """Return the limit that fills the clause right before a demand in its sentence, by itself."""
    strand = piece.paragraphs[demand.paragraph]
    front = strand.plain[: demand.start]
    if not front.endswith("，"):
        return ()
    start = max(front.rfind(sign, 0, len(front) - 1) for sign in "，。！？；：“”") + 1
    end = demand.start
    if start < taken:
        # It belongs to the demand before; one that opens the sentence is shared by all that end something.
        start = max(front.rfind(sign) for sign in "。！？；：“”") + 1
        said = _SAID.match(front, start)
        start = said.end() if said is not None else start
        end = front.find("，", start) + 1
        own = strand.plain[demand.start : demand.end]
        if not 0 < end <= taken or _ENDS.search(own) is None or _AGAIN.search(own):
            return ()
    if not may_hold_day(strand.plain[start:end]):
        return ()
    words = strand.plain[start : demand.end if end == demand.start else end]
    size = end - 1 - start
    return tuple(
        _limit(one, strand, start, source)
        for one in deadlines_in(words, context.anchor, lexicon)
        if one.day is not None
        and one.end <= size + 1
        and size - (one.end - one.start) <= _BESIDE_LIMIT
    )


def _of_phase(
    demand: Demand, piece: Piece, context: Context, lexicon: Lexicon, source: str
) -> tuple[Deadline, ...]:
    """Return the end of the phase of a plan (动员部署阶段（11月25日前）) that a demand stands in."""
    if demand.phase is None:
        return ()
    paragraph, start, end = demand.phase
    strand = piece.paragraphs[paragraph]
    words = phase_words(strand.plain[start:end])
    found = deadlines_in(words, context.anchor, lexicon)
    last = next((one for one in reversed(found) if one.day is not None), None)
    if last is None:
        return ()
    if words == strand.plain[start:end]:
        return (_limit(last, strand, start, source),)
    return (
        Deadline(
            text=strand.sliced(source, start, end),
            day=last.day,
            basis=last.basis,
            span=strand.cover(start, end),
        ),
    )


def _ruling(limits: Sequence[Deadline]) -> Deadline:
    """Return the limit by which all is done: the latest day, else the first limit, else none.

    三天内拿出方案、月底前完工 is due at the month's end; its first limit stands in ``limits``.
    """
    days = [one for one in limits if one.day is not None]
    if days:
        return max(reversed(days), key=lambda one: one.day or date.min)
    stated = (one for one in limits if one.basis is not DeadlineBasis.NONE)
    return next(stated, limits[0] if limits else Deadline())


def _addressees(demand: Demand, piece: Piece, source: str) -> tuple[Addressee, ...]:
    named: list[Addressee] = []
    for unit in demand.units:
        strand = piece.paragraphs[unit.paragraph]
        inside = unit.paragraph == demand.paragraph and demand.start <= unit.start < demand.end
        named.append(
            Addressee(
                text=strand.sliced(source, unit.start, unit.end),
                kind=unit.kind,
                inherited=not inside,
                span=strand.cover(unit.start, unit.end),
            )
        )
    return tuple(named)


def _words_of(unit: PlacedUnit | None, piece: Piece, source: str) -> str | None:
    if unit is None:
        return None
    return piece.paragraphs[unit.paragraph].sliced(source, unit.start, unit.end)


def _sliced(source: str, spans: Sequence[Span]) -> str:
    return "".join(source[one.start : one.end] for one in spans)
