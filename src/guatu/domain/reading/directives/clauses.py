"""Sentences and clauses of a paragraph, as half-open places in its plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’）]*|$)")
_CLAUSE = re.compile(r"[^，；：]*[，；：]?")
_OPENING = "“‘"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A run between marks: words without the mark, the mark after it, and its standing."""

    start: int
    end: int
    words: str
    mark: str
    first_in_sentence: bool
    after_semicolon: bool


def clauses(plain: str) -> Iterator[Clause]:
    """Yield the clauses of a paragraph in order; a clause ends at ，；： or the sentence's end."""
    for sentence in _SENTENCE.finditer(plain):
        words = sentence.group()
        if not words:
            continue
        first, semicolon = True, False
        for one in _CLAUSE.finditer(words):
            whole = one.group()
            if not whole:
                continue
            body = whole.rstrip("，；：。！？”’）")
            closing = whole[len(body) :]
            if body.count("“") > body.count("”"):
                body += closing[: closing.find("”") + 1] if "”" in closing else ""
            if body.count("（") > body.count("）") and "）" in closing:
                body += closing[: closing.find("）") + 1]
            lead = (
                len(body) - len(body.lstrip(_OPENING)) if body.count("“") > body.count("”") else 0
            )
            start = sentence.start() + one.start() + lead
            mark = next((sign for sign in whole[::-1] if sign in "，；：。！？"), "")
            if body[lead:]:
                yield Clause(
                    start=start,
                    end=start + len(body) - lead,
                    words=body[lead:],
                    mark=mark,
                    first_in_sentence=first,
                    after_semicolon=semicolon,
                )
                first = False
            semicolon = mark == "；"
