"""Sentences and clauses of a paragraph, as half-open places in its plain words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guatu.domain.reading.directives.said_behind import is_said_behind
from guatu.domain.reading.late_patterns import late

# One mark first: the search for a class of signs runs from sign to sign, that for a run of them does not.
# 一下雨就淹……要抓紧改: so broken off, the next words begin anew.
_STOP = re.compile("[。！？][。！？]*[”’）]*|……(?=[\u3400-\u9fff])")
_CLAUSE = re.compile(r"[^，；：]*[，；：]?")
_OPENING = "“‘"
_SPOKEN = re.compile("[。！？，]”")
_HEADING = late(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])[^。；：！？]{2,40}"
)


# 会上逐一作了明确——: a dash that announces is a colon.
_MARKS = "，；：。！？"
_DASH = re.compile(
    "——(?:(?<=[了出行](?:明确|部署|安排|分工)——)|(?<=(?:提出要求|任务清单|当场交办|现场交办)——)|(?<=(?:如下|议定)——))"
)
# 某某的要求很明确——: what somebody wants is so announced too.
_WANTS = late(
    "(?<=的)(要求|态度|意见|意思|指示)(也|都|却)?(很|十分|非常|格外|只有)?(明确|干脆|坚决|具体|简单|直接|清楚|一条|一个)——"
)


BRACKETED_HEAD = re.compile(
    "【(?!议题|议程|议定|其[他它]|事项|备注|说明)[\u3400-\u9fff、]{2,12}】(?=[\u3400-\u9fff\\d]|$)"
)
"""What heads a point of a paper as its number would: 【粮食生产】; it ends as a sentence does."""

LONGEST = 400
"""Signs without a mark. In prose the longest are 130; what runs on is a table or a text whose marks were lost."""


# Made for every few words of a page, and a tuple is made sooner than anything else.
class Clause(NamedTuple):
    """A run between marks: words without the mark, the mark after it, and its standing.

    ``heading`` marks the words of a numbered heading that stood on a line of its own.
    """

    start: int
    end: int
    words: str
    mark: str
    first_in_sentence: bool
    after_semicolon: bool
    heading: bool = False


def _sentences(plain: str, joins: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    start = 0
    while start < len(plain):
        stop = _STOP.search(plain, start)
        end = stop.end() if stop is not None else len(plain)
        for join in joins:
            if start < join < end and _HEADING.fullmatch(plain, start, join):
                yield start, join, True
                start = join
        yield start, end, False
        start = end


def _enclosed(body: str, closing: str, words: str, end: int) -> tuple[str, int]:
    """Return the words of a clause with the marks that close what it opens, and where they begin.

    ``words`` is its sentence, ``end`` where ``body`` ends in it.
    """
    spoken = body.startswith("“") and (
        _SPOKEN.match(closing) is not None or is_said_behind(words, end - len(body), end)
    )
    if body.count("“") > body.count("”") and not spoken:
        body += closing[: closing.find("”") + 1] if "”" in closing else ""
    if body.count("（") > body.count("）") and "）" in closing:
        body += closing[: closing.find("）") + 1]
    lead = len(body) - len(body.lstrip(_OPENING)) if body.count("“") > body.count("”") else 0
    return body, lead


# （某局报送）: who sent the report in.
_CREDIT = re.compile(
    "[（(][^（()）]{2,40}(?:报送|供稿|推送|供图|摄影?|编辑|投稿|撰稿)[^（()）]{0,12}[）)]$|[（(](?:来源|供稿|记者|通讯员|编辑|作者|撰稿)[^（()）]{1,40}[）)]$"
)


def clauses(plain: str, joins: Sequence[int] = ()) -> Iterator[Clause]:
    """Yield the clauses of a paragraph in order; a clause ends at ，；： or the sentence's end.

    ``joins`` are places where lines were joined: a numbered heading on a line of its own
    (二、工作要求) ends there, though no mark does.
    """
    if "——" in plain:
        plain = _DASH.sub("：：", plain)
        plain = _WANTS.sub(lambda found: f"{found.group()[:-2]}：：", plain)
    if plain.startswith("【") and (head := BRACKETED_HEAD.match(plain)) is not None:
        plain = f"{head.group()[:-1]}。{plain[head.end() :]}"
    for first, last, heading in _sentences(plain, joins):
        words = plain[first:last]
        bare = words.strip()
        if not words or (bare.startswith(("（", "(")) and _CREDIT.fullmatch(bare) is not None):
            continue
        # Most sentences hold neither quotation nor bracket, and need not be asked for theirs.
        quotes, brackets = "“" in words, "（" in words
        opening, semicolon = True, False
        for one in _CLAUSE.finditer(words):
            whole = one.group()
            if not whole:
                continue
            body = whole.rstrip("，；：。！？…”’）")
            lead = 0
            if quotes or brackets:
                body, lead = _enclosed(body, whole[len(body) :], words, one.start() + len(body))
            start = first + one.start() + lead
            mark = whole[-1]
            if mark not in _MARKS:
                mark = next((sign for sign in whole[::-1] if sign in _MARKS), "")
            said = body[lead:]
            while len(said) > LONGEST:
                # Heard piece by piece, or the time grows with the square of what has no mark.
                piece, said = said[:LONGEST], said[LONGEST:]
                yield Clause(start, start + LONGEST, piece, "", opening, semicolon, heading)
                start, opening, semicolon = start + LONGEST, False, False
            if said:
                end = start + len(said)
                yield Clause(start, end, said, mark, opening, semicolon, heading)
                opening = False
            semicolon = mark == "；"
