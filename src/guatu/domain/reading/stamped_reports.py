"""The day of a report by the stamp that a web page prints beside its headline.

The stamp says when a page was put up, which is no event. But words like 昨日 and days without a month are
spoken from there, and an event lies in the year of the stamp or, at its beginning, in the one before.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from guatu.domain.reading.deadlines.limits import real_day
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Dateline

_BACK = {"前": 2, "昨": 1, "今": 0}
_PARAGRAPHS = 2
# 昨日，县长…; 本网讯（记者某某）今天上午，…; never 今日起 or 今天的.
_SPOKEN = late(
    "(?:^|(?<=[。！？”])|^[^，。；：！？“”]{0,24}?(?:讯|电|报道|[）)]))[ ：]?(?P<word>前天|昨天|昨日|昨晚|昨夜|今天|今日|今晨|今早|今晚)"
    "(?=[上下中]午|晚|清晨|凌晨|傍晚|夜|一早|，|[县市区旗镇乡全我省国党政副召举在从记由]|[\u3400-\u9fff]{2,12}(?:召开|举行|主持|到|赴|调研|检查|督导))"
)
# An event further ahead of its own report is one of the year before.
_FURTHEST = timedelta(days=180)
_QUOTED = str.maketrans("‘’", "“”")


def stamps_of(
    pieces: Sequence[Piece], stamps: Sequence[tuple[int, date]]
) -> tuple[date | None, ...]:
    """Return the day that stamps each report: the last stamp above its text and below any other report's."""
    if not stamps:
        return (None,) * len(pieces)
    extents = [_extent(one) for one in pieces]
    found: list[date | None] = []
    for own in extents:
        if own is None:
            found.append(None)
            continue
        above = max((one[1] for one in extents if one is not None and one[1] <= own[0]), default=0)
        days = [day for place, day in stamps if above <= place < own[0]]
        found.append(days[-1] if days else None)
    return tuple(found)


def _extent(piece: Piece) -> tuple[int, int] | None:
    places = [span for spans in piece.paragraph_spans for span in spans]
    if not places:
        return None
    return min(one.start for one in places), max(one.end for one in places)


def by_stamp(told: Dateline | None, stamp: date, paragraphs: Sequence[Strand]) -> Dateline | None:
    """Return the day that a report tells, as it is to be read under its page's stamp."""
    if told is None:
        return _spoken(paragraphs, stamp)
    if told.day is None:
        number = "".join(sign for sign in told.text if sign.isdigit())
        if "月" in told.text or not number:
            return told
        return replace(told, day=_last_day(int(number), stamp))
    if "年" not in told.text and told.day - stamp > _FURTHEST:
        return replace(told, day=real_day(told.day.year - 1, told.day.month, told.day.day))
    return told


def _last_day(number: int, stamp: date) -> date | None:
    """Return the last day of a number up to the stamp: 昨日（30日） under one of 2 December is of November."""
    if number <= stamp.day:
        return real_day(stamp.year, stamp.month, number)
    before = stamp.replace(day=1) - timedelta(days=1)
    return real_day(before.year, before.month, number)


def _spoken(paragraphs: Sequence[Strand], stamp: date) -> Dateline | None:
    for strand in paragraphs[:_PARAGRAPHS]:
        found = _SPOKEN.search(strand.plain)
        if found is None:
            continue
        before = strand.plain[: found.start()].translate(_QUOTED)
        if before.count("“") > before.count("”"):
            continue
        word = found.group("word")
        start, end = found.span("word")
        day = stamp - timedelta(days=_BACK[word[0]])
        return Dateline(text=word, day=day, span=strand.cover(start, end))
    return None
