"""Styles and lists of an OpenDocument text: type, side, what is hidden, the numbers that lists print.

Source: OASIS Open Document Format 1.2, part 1, sections 16 (styles), 5.3 (lists), 19.500 (formats of numbers).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from guatu.adapters.word_numbers import ListLevel, counted

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
OUTLINE = "\0outline"
"""The list that numbered headings make."""

_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_DEEPEST = 10
_MOST_PARENTS = 20


def named(name: str) -> str:
    """Return the full name of ``text:p`` and the like."""
    space, _, local = name.partition(":")
    return f"{{{NAMES[space]}}}{local}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A style as it stands; empty where it leaves something to its parent."""

    parent: str
    name: str
    size: float
    side: str
    display: str


class OdtStyles:
    """What the styles of a document say of paragraphs and words; the first of a name holds."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        for root in roots:
            for one in root.iter(named("style:style"), named("style:default-style")):
                key = (one.get(named("style:family")) or "", one.get(named("style:name")) or "")
                self._styles.setdefault(key, _style(one))
            for one in root.iter(named("text:list-style")):
                self._lists.setdefault(one.get(named("style:name")) or "", _levels(one))
            for one in root.iter(named("text:outline-style")):
                self._lists.setdefault(OUTLINE, _levels(one))

    def name(self, style: str) -> str:
        """Return the names of a paragraph's style and of those it stands on, the best known first."""
        chain = [one.name for one in self._chain("paragraph", style)]
        known = [one for one in chain if one.casefold().startswith(("title", "heading", "标题"))]
        return (*known, *chain, "")[0]

    def size(self, style: str, words: str = "") -> float:
        """Return the size of type in points, by the words' own style, else by the paragraph's."""
        for family, name in (("text", words), ("paragraph", style)):
            for one in self._chain(family, name) if name or family == "paragraph" else ():
                if one.size:
                    return one.size
        default = self._styles.get(("paragraph", ""))
        return default.size if default is not None and default.size else 12.0

    def to_the_right(self, style: str) -> bool:
        """Tell whether a paragraph is set to the right."""
        sides = (one.side for one in self._chain("paragraph", style) if one.side)
        return next(sides, "") in {"end", "right"}

    def is_hidden(self, family: str, style: str) -> bool:
        """Tell whether what is styled so is not shown."""
        said = (one.display for one in self._chain(family, style) if one.display)
        return next(said, "") == "none"

    def levels(self, name: str) -> dict[int, ListLevel]:
        """Return the levels of a list."""
        return self._lists.get(name, {})

    def _chain(self, family: str, name: str) -> Iterable[_Style]:
        for _ in range(_MOST_PARENTS):
            one = self._styles.get((family, name))
            if one is None or not name:
                return
            yield one
            name = one.parent


def _style(element: Any) -> _Style:
    size, side, display = 0.0, "", ""
    for one in element.iterchildren(named("style:text-properties")):
        for key in ("style:font-size-asian", "fo:font-size"):
            said = _POINTS.fullmatch(one.get(named(key)) or "")
            size = size or (float(said[1]) if said else 0.0)
        display = one.get(named("text:display")) or ""
    for one in element.iterchildren(named("style:paragraph-properties")):
        side = one.get(named("fo:text-align")) or ""
    for one in element.iterchildren(named("style:section-properties")):
        display = one.get(named("text:display")) or display
    return _Style(
        parent=element.get(named("style:parent-style-name")) or "",
        name=element.get(named("style:display-name")) or element.get(named("style:name")) or "",
        size=size,
        side=side,
        display=display,
    )


def _levels(element: Any) -> dict[int, ListLevel]:
    levels: dict[int, ListLevel] = {}
    for one in element:
        said = one.get(named("text:level")) or ""
        if not said.isdecimal() or not 1 <= int(said) <= _DEEPEST:
            continue
        start = one.get(named("text:start-value")) or "1"
        form = one.get(named("style:num-format")) or ""
        if form.startswith(("一", "壹", "甲")):
            kind = "chinese"
        elif form.startswith("①"):
            kind = "decimalEnclosed"
        else:
            kind = _FORMS.get(form, "decimal") if form else "bullet"
        shown = one.get(named("text:display-levels")) or "1"
        first = max(1, int(said) - (int(shown) if shown.isdecimal() else 1) + 1)
        marks = ".".join(f"%{place}" for place in range(first, int(said) + 1))
        prefix, suffix = (one.get(named(f"style:num-{key}")) or "" for key in ("prefix", "suffix"))
        levels[int(said)] = ListLevel(
            form=kind,
            words=f"{prefix}{marks}{suffix}",
            start=int(start) if start.isdecimal() else 1,
        )
    return levels


def take_out_deleted(root: Any) -> None:
    """Take the words out that a tracked deletion spans where they stand; some programs leave them there."""
    identity = named("text:change-id")
    deleted = {
        one.get(named("text:id"))
        for one in root.iter(named("text:changed-region"))
        if one.find(named("text:deletion")) is not None
    }
    open_now: set[str | None] = set()
    for event, one in etree.iterwalk(root, events=("start", "end")) if deleted else ():
        if event == "start" and one.get(identity) in deleted:
            if one.tag == named("text:change-start"):
                open_now.add(one.get(identity))
            elif one.tag == named("text:change-end"):
                open_now.discard(one.get(identity))
        if open_now and event == "start":
            one.text = None
        elif open_now:
            one.tail = None


class OdtCount:
    """Counts the points of one list and of the lists within its points."""

    def __init__(self, levels: dict[int, ListLevel]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def words(self, level: int, start: str | None = None) -> str:
        """Count a point and return the number printed before it; bullets print none."""
        one = self._levels.get(level)
        if one is None:
            return ""
        first = int(start) if start is not None and start.isdecimal() else None
        following = self._counts.get(level, one.start - 1) + 1
        self._counts[level] = following if first is None else first
        for deeper in [each for each in self._counts if each > level]:
            del self._counts[deeper]
        if one.form == "bullet":
            return ""
        words = one.words
        for place in range(level, 0, -1):
            each = self._levels.get(place, one)
            number = counted(self._counts.get(place, each.start), each.form)
            words = words.replace(f"%{place}", number)
        return words
