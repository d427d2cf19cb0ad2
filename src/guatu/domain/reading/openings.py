"""Which lines open an article: by 本报讯, by a day, by who did what, by the headline above."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.calibration import in_order
from guatu.domain.reading.edges import LEADING_MARKS
from guatu.domain.reading.headings import neighbours
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, pairs
from guatu.domain.reading.line_ends import cut_in_day
from guatu.domain.reading.lines import Line, LineKind, is_fresh
from guatu.domain.reading.opening_signs import (
    AS_FOLLOWS,
    DATED,
    LEAD_REST,
    OPENING_FEATURES,
    PURPOSE,
    SALUTATION,
    SCENE,
)
from guatu.domain.reading.pairings import SeamTable
from guatu.domain.reading.patterns import layout_patterns, name_pattern, sought

_FIRST_WORDS = 140
_NEAR = 70
_SCENE_WORDS = 24
_ORDINAL = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)是要]|\d{1,2}[.、．]|第[一二三四五六七八九十]"
)
_HEADING = 0.5
# Where no sentence breaks off a short line is a headline's sooner than a piece of one.
_CALM = 0.35
_SURE_HEADING = 0.97
_GOES_ON = -1.5
_UNCLAIMED = 0.4
_STRETCH = 12
_BESIDE = 4


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[Pattern[str], Pattern[str]]:
    posts = sought((lexicon.posts, ""))
    name = name_pattern(lexicon)
    events = sought(((*lexicon.event_words, *lexicon.visit_words), ""))
    return re.compile(rf"{posts}、?{name}"), re.compile(events)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all lines of a page are asked about whether they open an article.

    ``shared`` is what each line shares with each headline that no dated opening tells of (``orphans``);
    ``body`` are the lines that look like none of a headline, ``common`` what neighbours among them share.
    """

    lines: Sequence[Line]
    table: SeamTable
    chances: Mapping[int, float]
    lexicon: Lexicon
    texts: Mapping[int, frozenset[str]]
    firsts: Mapping[int, frozenset[str]]
    common: Mapping[tuple[int, int], frozenset[str]]
    rare: Rarity
    before: Sequence[int | None]
    orphans: Sequence[int]
    shared: Mapping[int, Mapping[int, frozenset[str]]]
    joined: Mapping[int, float]
    heading: float
    body: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A line with what stands above it: headings, the last line that is none, the last text.

    ``words`` run on over what most likely continues the line.
    """

    index: int
    heads: Sequence[int]
    last: int | None
    body: int | None
    words: str
    first: bool


def _page_of(
    lines: Sequence[Line], table: SeamTable, chances: Mapping[int, float], lexicon: Lexicon
) -> _Page:
    texts = {one.index: one.tokens for one in table.edges}
    rare = table.rare
    firsts = {
        one.index: one.opening(_FIRST_WORDS)
        for one in table.edges
        if one.opens or _dated(one.words[:24])
    }
    orphans = [
        index
        for index, sure in chances.items()
        if sure >= _HEADING
        and _claimed([texts[index]], [one for i, one in firsts.items() if i != index], rare)
        < _UNCLAIMED
    ]
    heading = _HEADING - _CALM * table.calm
    body = [place for place in texts if chances.get(place, 0.0) < heading]
    return _Page(
        lines=lines,
        table=table,
        chances=chances,
        lexicon=lexicon,
        texts=texts,
        firsts=firsts,
        rare=rare,
        before=neighbours(lines)[0],
        orphans=orphans,
        shared={
            orphan: {
                place: texts[orphan] & text for place, text in texts.items() if place not in orphans
            }
            for orphan in orphans
        },
        joined=table.bests()[0],
        heading=heading,
        body=body,
        common={
            (above, below): texts[above] & texts[below]
            for far in range(1, _BESIDE + 1)
            for above, below in zip(body, body[far:], strict=False)
        },
    )


def _place_of(page: _Page, index: int, *, first: bool) -> _Place:
    heads: list[int] = []
    last = page.before[index]
    while last is not None and page.chances.get(last, 0.0) >= page.heading:
        heads.append(last)
        last = page.before[last]
    body = last
    while body is not None and page.lines[body].kind is LineKind.BYLINE:
        body = page.before[body]
    words = _run_on(index, page)
    return _Place(index=index, heads=heads, last=last, body=body, words=words, first=first)


def opening_rows(
    lines: Sequence[Line],
    table: SeamTable,
    chances: Mapping[int, float],
    lexicon: Lexicon,
) -> dict[int, tuple[float, ...]]:
    """Return the features of every line of text, in the order of ``OPENING_FEATURES``."""
    page = _page_of(lines, table, chances, lexicon)
    rows: dict[int, tuple[float, ...]] = {}
    for index, line in enumerate(lines):
        if line.kind not in (LineKind.BODY, LineKind.LEAD, LineKind.SHORT):
            continue
        if line.alone or not _may_be_text(lines, index, chances, table):
            continue
        place = _place_of(page, index, first=not rows)
        known = _own_features(page, place)
        known |= _features_above(page, place)
        known |= _told_features(page, place)
        known |= _crossed_features(page, place, known)
        rows[index] = in_order(OPENING_FEATURES, known)
    return rows


def _may_be_text(
    lines: Sequence[Line], index: int, chances: Mapping[int, float], table: SeamTable
) -> bool:
    """Tell whether a line may be text: no headline, or the last of a run, going on below it."""
    chance = chances.get(index, 0.0)
    if chance < _HEADING:
        return True
    place = index + 1
    while place < len(lines) and lines[place].kind in (LineKind.FURNITURE, LineKind.GARBLED):
        place += 1
    last = place < len(lines) and chances.get(place, 0.0) < _HEADING
    return chance < _SURE_HEADING and last and table.odds.get((index, place), -9.0) > _GOES_ON


def _bounded(odds: float) -> float:
    return max(-6.0, min(6.0, odds))


def _own_features(page: _Page, place: _Place) -> dict[str, float | bool]:
    """What a line says by itself."""
    line, words = page.lines[place.index], place.words
    posted, event = _patterns(page.lexicon)
    patterns = layout_patterns(page.lexicon)
    fresh = is_fresh(line, page.lexicon)
    near = words[:_NEAR]
    greeted = words[:60].split("：")[0] + "："
    speech = patterns.speech_start.match(words) or words.startswith(("会议", "会上", "他", "她"))
    return {
        "lead": line.kind is LineKind.LEAD,
        "opens": line.opens or bool(patterns.timed_lead.match(words)),
        "dated": _dated(words[:24]),
        "event": bool(event.search(near)) and not words.startswith(page.lexicon.fresh_starts),
        "posted": bool(posted.search(near)),
        "day_within": not line.opens and _dated(words[12:_FIRST_WORDS]),
        "post_within": bool(posted.search(words[_NEAR:_FIRST_WORDS])),
        "quoted": words[0] in "“‘",
        "salutation": "：" in words[:60] and bool(SALUTATION.match(greeted)),
        "first": place.first,
        "scene": bool(SCENE.search(words[:_SCENE_WORDS])),
        "purpose": bool(PURPOSE.match(words[:_NEAR]) and AS_FOLLOWS.search(words[:_FIRST_WORDS])),
        "lead_rest": bool(LEAD_REST.match(words)) and line.kind is not LineKind.LEAD,
        "joined": _bounded(page.joined.get(place.index, -6.0)),
        "fresh": fresh and line.kind is not LineKind.LEAD and not line.opens,
        "stale": not fresh,
        "mark": line.words[0] in LEADING_MARKS,
        "length": min(1.0, len(words) / 60.0),
        "speech": bool(speech),
        "ordinal": bool(_ORDINAL.match(words)),
    }


def _dated(words: str) -> bool:
    """Tell whether a day stands in words; without one of its signs there is none to look for."""
    return ("日" in words or "月" in words or "昨" in words) and bool(DATED.search(words))


def _features_above(page: _Page, place: _Place) -> dict[str, float | bool]:
    """What stands above a line."""
    last = page.lines[place.last] if place.last is not None else None
    body = page.lines[place.body] if place.body is not None else None
    byline = last is not None and last.kind is LineKind.BYLINE
    ended = body is None or body.ended
    direct = place.index if place.body is None else place.body
    before = page.before[place.index]
    heads = bool(place.heads)
    leads = body is not None and (body.kind is LineKind.LEAD or body.opens)
    return {
        "after_heading": heads,
        "after_byline": byline,
        "after_open": not ended,
        "after_signature": body is not None and body.alone,
        "byline_or_signature": byline or (body is not None and body.alone),
        "lost_between": before is not None and before != place.index - 1,
        "heading_after_byline": heads and byline,
        "heading_after_end": heads and ended,
        "after_lead": not heads and place.body == place.last and leads,
        "after_open_lead": not heads
        and not ended
        and body is not None
        and body.kind is LineKind.LEAD,
        "day_cut": body is not None and cut_in_day(body.words, page.lines[place.index].words),
        "joined_next": _bounded(page.table.odds.get((direct, place.index), -6.0)),
    }


def _told_features(page: _Page, place: _Place) -> dict[str, float | bool]:
    """What the headings above a line, and those nobody claims, are told of in the text."""
    rare, texts = page.rare, page.texts
    wanted = [texts[i] for i in place.heads]
    told = elsewhere = unclaimed = 0.0
    if wanted:
        opened = pairs(place.words[:_FIRST_WORDS])
        own = texts.get(place.body, frozenset()) if place.body is not None else frozenset()
        told = max(containment(one, opened, rare) for one in wanted)
        elsewhere = max(containment(one, own, rare) for one in wanted)
        claims = [one for index, one in page.firsts.items() if index != place.index]
        unclaimed = 1.0 - _claimed(wanted, claims, rare)
    on, back, turn = _turn(page, place)
    shift = _shift(page, place.index)
    ended = place.body is None or page.lines[place.body].ended
    return {
        "told": told,
        "told_ahead": told - elsewhere,
        "heading_unclaimed": unclaimed,
        "told_on": on,
        "told_back": back,
        "told_turn": turn,
        "shift": shift,
        "shift_after_end": shift * ended,
        "orphan_turn": _orphan_turn(page, place.index) * ended,
    }


def _crossed_features(
    page: _Page, place: _Place, known: Mapping[str, float | bool]
) -> dict[str, float | bool]:
    """Features that tell only together."""
    heads = bool(place.heads)
    plain = known["heading_after_end"] and not known["speech"] and not known["ordinal"]
    last = page.lines[place.last] if place.last is not None else None
    parted = place.body is None or (last is not None and last.kind is LineKind.BYLINE)
    calm = page.table.calm
    return {
        "heading_and_event": heads and known["event"],
        "heading_and_told": known["told"] * heads * known["event"],
        "end_and_told_on": known["told_on"] * parted,
        "heading_ended_plain": plain,
        "heading_day_within": known["heading_after_end"] and known["day_within"],
        "heading_ended_unclaimed": plain * known["heading_unclaimed"],
        "heading_ended_told": plain * known["told_on"],
        "heading_scene": known["heading_after_end"] * known["scene"],
        "heading_purpose": known["heading_after_end"] * known["purpose"],
        "calm_heading": calm * heads,
        "calm_plain": calm * (not heads),
        "calm_heading_ended": calm * known["heading_after_end"],
        "calm_heading_byline": calm * known["heading_after_byline"],
        "calm_after_byline": calm * known["after_byline"] * (not heads),
    }


def _run_on(index: int, page: _Page) -> str:
    """Return the words of a line and of what most likely continues it, as far as openings go."""
    words = page.lines[index].words
    seen = {index}
    while len(words) < _FIRST_WORDS:
        following = page.table.continued.get(index)
        if following is None or following in seen:
            break
        if page.chances.get(following, 0.0) >= _HEADING:
            break
        seen.add(following)
        words += page.lines[following].words
        index = following
    return words


def _shift(page: _Page, index: int) -> float:
    """Return how much more a line shares with the lines after it than with those before."""
    own = page.texts.get(index, frozenset())
    total = page.rare.whole(own)
    if not total:
        return 0.0
    first, stop = bisect_left(page.body, index), bisect_right(page.body, index)
    near = page.body[:first][-_BESIDE:], page.body[stop : stop + _BESIDE]
    before = frozenset().union(*[_shared(page, place, index) for place in near[0]])
    after = frozenset().union(*[_shared(page, index, place) for place in near[1]])
    return page.rare.of(after) / total - page.rare.of(before) / total


def _shared(page: _Page, above: int, below: int) -> frozenset[str]:
    """Return the pairs that two lines share."""
    found = page.common.get((above, below))
    return page.texts[above] & page.texts[below] if found is None else found


def _orphan_turn(page: _Page, index: int) -> float:
    """Return how far the text from here on tells of a headline that no dated opening tells of.

    The text runs on to the next dated opening; what the text before tells of it is taken off.
    """
    if not page.orphans or index in page.firsts:
        return 0.0
    below: list[int] = []
    above: list[int] = []
    for place in range(index, index + _STRETCH):
        if place in page.firsts:
            break
        below.append(place)
    for place in range(index - 1, index - _STRETCH, -1):
        above.append(place)
        if place in page.firsts:
            break

    def gain(shared: Mapping[int, frozenset[str]], orphan: frozenset[str]) -> float:
        here = frozenset().union(*[shared[i] for i in below if i in shared])
        there = frozenset().union(*[shared[i] for i in above if i in shared])
        return containment(orphan, here, page.rare) - containment(orphan, there, page.rare)

    return max(gain(page.shared[i], page.texts[i]) for i in page.orphans)


def _turn(page: _Page, place: _Place) -> tuple[float, float, float]:
    """Return how far the text below the headings tells of them, the text above, and the gain."""
    if not place.heads:
        return 0.0, 0.0, 0.0

    wanted = frozenset().union(*(page.texts[i] for i in place.heads))

    def stretch(start: int, step: int) -> frozenset[str]:
        found: set[str] = set()
        while 0 <= start < len(page.lines) and page.chances.get(start, 0.0) < page.heading:
            found |= wanted & page.texts.get(start, frozenset())
            start += step
        return frozenset(found)

    on = containment(wanted, stretch(place.index, 1), page.rare)
    back = containment(wanted, stretch(min(place.heads) - 1, -1), page.rare)
    return on, back, on - back


def _claimed(
    wanted: Sequence[frozenset[str]], openings: Sequence[frozenset[str]], rare: Rarity
) -> float:
    """Return how well headings are told by what opens other articles."""
    return max(
        (containment(one, opened, rare) for one in wanted for opened in openings), default=0.0
    )
