"""Sentences and clauses of a paragraph, as half-open places in its plain words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’）]*|$)")
_CLAUSE = re.compile(r"[^，；：]*[，；：]?")
_OPENING = "“‘"
_SPOKEN = re.compile("[。！？，]”")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])[^。；：！？]{2,40}"
)


# 会上逐一作了明确——: a dash that announces is a colon.
_DASH = re.compile(
    "——(?:(?<=[了出行](?:明确|部署|安排|分工)——)|(?<=(?:提出要求|任务清单|当场交办|现场交办)——)|(?<=(?:如下|议定)——))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
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
    for sentence in _SENTENCE.finditer(plain):
        start = sentence.start()
        for join in joins:
            if start < join < sentence.end() and _HEADING.fullmatch(plain, start, join):
                yield start, join, True
                start = join
        yield start, sentence.end(), False


# （某局报送）: who sent the report in.
_CREDIT = re.compile(
    "[（(][^（()）]{2,40}(?:报送|供稿|推送|供图|摄影?|编辑|投稿|撰稿)[^（()）]{0,12}[）)]$|[（(](?:来源|供稿|记者|通讯员|编辑|作者|撰稿)[^（()）]{1,40}[）)]$"
)


def clauses(plain: str, joins: Sequence[int] = ()) -> Iterator[Clause]:
    """Yield the clauses of a paragraph in order; a clause ends at ，；： or the sentence's end.

    ``joins`` are places where lines were joined: a numbered heading on a line of its own
    (二、工作要求) ends there, though no mark does.
    """
    plain = _DASH.sub("：：", plain)
    for first, last, heading in _sentences(plain, joins):
        words = plain[first:last]
        if not words or _CREDIT.fullmatch(words.strip()) is not None:
            continue
        opening, semicolon = True, False
        for one in _CLAUSE.finditer(words):
            whole = one.group()
            if not whole:
                continue
            body = whole.rstrip("，；：。！？”’）")
            closing = whole[len(body) :]
            spoken = body.startswith("“") and _SPOKEN.match(closing) is not None
            if body.count("“") > body.count("”") and not spoken:
                body += closing[: closing.find("”") + 1] if "”" in closing else ""
            if body.count("（") > body.count("）") and "）" in closing:
                body += closing[: closing.find("）") + 1]
            lead = (
                len(body) - len(body.lstrip(_OPENING)) if body.count("“") > body.count("”") else 0
            )
            start = first + one.start() + lead
            mark = next((sign for sign in whole[::-1] if sign in "，；：。！？"), "")
            if body[lead:]:
                yield Clause(
                    start=start,
                    end=start + len(body) - lead,
                    words=body[lead:],
                    mark=mark,
                    first_in_sentence=opening,
                    after_semicolon=semicolon,
                    heading=heading,
                )
                opening = False
            semicolon = mark == "；"
