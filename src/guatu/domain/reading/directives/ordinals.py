"""Numbered points: 一是, 二要, （三）, 4., 第五."""

import re
from dataclasses import dataclass

from guatu.domain.reading.patterns import ORDINAL_NUMBER

_ORDINAL = re.compile(
    rf"(?:{ORDINAL_NUMBER}(?P<kind>是要|是|要)|[（(](?:{ORDINAL_NUMBER}|\d{{1,2}})[）)]|{ORDINAL_NUMBER}、"
    rf"|\d{{1,2}}[.、．](?!\d)|第{ORDINAL_NUMBER}[，、]?(?!季度|产业|[次届期批个条章])|[①②③④⑤⑥⑦⑧⑨⑩])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A number before a point: where its words begin, and whether 要 is part of the number."""

    end: int
    demands: bool


def ordinal_at_front(words: str) -> Ordinal | None:
    """Return the ordinal that a clause begins with; in 一要 the content begins at 要."""
    found = _ORDINAL.match(words)
    if found is None:
        return None
    kind = found.group("kind") or ""
    demands = kind.endswith("要")
    return Ordinal(end=found.end() - (1 if demands else 0), demands=demands)
