"""The numbers that a word processor prints before paragraphs and keeps apart from their words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """One level of a list: the form of its number, what is printed (``%1、``), the first number."""

    form: str
    words: str
    start: int


def counted(number: int, form: str) -> str:
    """Return a number as a numbering form prints it; bullets print nothing."""
    if form in {"bullet", "none"}:
        return ""
    if form.startswith(("chinese", "ideograph", "japanese", "taiwanese", "korean")):
        return chinese(number)
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 40:
        words, rest = "", number
        for value, sign in _ROMAN:
            words, rest = words + sign * (rest // value), rest % value
        return words if form == "lowerRoman" else words.upper()
    if form.startswith("decimalEnclosed") and 0 < number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    return str(number)


def chinese(number: int) -> str:
    """Return a number below a hundred as Chinese counts it; larger ones in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + ("" if ones == 0 else _DIGITS[ones])


class Numbering:
    """Counts the numbered paragraphs of one document, in its order.

    ``levels`` are those of each list by its name; lists of one draft are counted together.
    """

    def __init__(
        self, levels: Mapping[str, Mapping[int, ListLevel]], drafts: Mapping[str, str]
    ) -> None:
        self._levels = levels
        self._drafts = drafts
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def words(self, name: str, level: int) -> str:
        """Count one paragraph of a list and return the number printed before it."""
        levels = self._levels.get(name)
        if levels is None or level not in levels:
            return ""
        counts = self._counts[self._drafts[name]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        if levels[level].form == "bullet":
            return ""
        words = levels[level].words
        for place in range(_LEVELS):
            mark = f"%{place + 1}"
            if mark in words:
                one = levels.get(place, levels[level])
                words = words.replace(mark, counted(counts.get(place, one.start), one.form))
        return words


def numbering_of(root: Any | None) -> Numbering:
    """Return the numbering that the root element of a DOCX part defines; an empty one without it."""
    levels: dict[str, Mapping[int, ListLevel]] = {}
    named: dict[str, str] = {}
    elements = () if root is None else root.iter(qn("w:abstractNum"))
    drafts = {one.get(qn("w:abstractNumId")): one for one in elements}
    for one in () if root is None else root.iter(qn("w:num")):
        link = one.find(qn("w:abstractNumId"))
        name = one.get(qn("w:numId"))
        draft = drafts.get(link.get(qn("w:val"))) if link is not None else None
        if draft is not None and name is not None:
            named[name] = draft.get(qn("w:abstractNumId")) or name
            levels[name] = dict(_level(each) for each in draft.iter(qn("w:lvl")))
    return Numbering(levels, named)


def _level(element: Any) -> tuple[int, ListLevel]:
    def value(tag: str, default: str) -> str:
        found = element.find(qn(tag))
        return default if found is None else (found.get(qn("w:val")) or default)

    start = value("w:start", "1")
    level = ListLevel(
        form=value("w:numFmt", "decimal"),
        words=value("w:lvlText", "%1."),
        start=int(start) if start.lstrip("-").isdecimal() else 1,
    )
    place = element.get(qn("w:ilvl")) or "0"
    return int(place) if place.isdecimal() else 0, level
