"""A page of an OFD file as a picture for the screen: words, lines and pictures where it has them.

Drawn as SVG, which the browser sets in the fonts of the machine. Seals and annotations are not drawn, nor
shadings, patterns and cut-outs. Source: GB/T 33190-2016, sections 8.2 (pens, colours), 9 (paths), 10
(pictures), 11 (text).
"""

import base64
import io
import math
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate, islice

from lxml import etree

from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.adapters.intake_kinds import kind_of
from guatu.adapters.ofd_intake import drawn
from guatu.adapters.ofd_package import BROKEN, OfdPackage, OfdPaper
from guatu.adapters.ofd_pages import OPERANDS, TOKEN, matrix_of, numbers, steps_of

SVG = "image/svg+xml"
_SHOWN_BY_BROWSERS = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_MOST_BYTES = 24 * 1024 * 1024
_MOST_UNITS = 60_000
_PEN = 0.353
"""Millimetres of a line whose width nobody names (table 19 of the standard)."""
_DRAWN_AS = {"S": "M", "M": "M", "L": "L", "Q": "Q", "B": "C", "A": "A", "C": "Z"}
_FAMILIES = (
    (("黑", "Hei", "Gothic", "Sans"), "SimHei, 'Noto Sans SC', sans-serif"),
    (("楷", "Kai"), "KaiTi, 'Noto Serif SC', serif"),
    (("仿宋", "Fang"), "FangSong, 'Noto Serif SC', serif"),
)
_SONG = "SimSun, 'Noto Serif SC', serif"


def ofd_page(raw: bytes, number: int) -> tuple[bytes, str] | None:
    """Return page ``number`` (from 1) of an OFD file with its media type; None where it has none.

    A page that is nothing but a picture is that picture, every other SVG of the page's size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            package = OfdPackage(parts)
            paper = next(islice(package.papers(), number - 1, None), None) if number > 0 else None
            if paper is None or package.is_locked:
                return None
            page = drawn(paper)
            if page.is_picture:
                held = package.picture(paper.resources.pictures.get(page.picture or ""))
                if held is not None:
                    return held, kind_of(held)[1]
            return _Sheet(package, paper).svg(), SVG
    except BROKEN:
        return None


class _Sheet:
    """Draws one page."""

    def __init__(self, package: OfdPackage, paper: OfdPaper) -> None:
        self._package, self._area, self._named = package, paper.area, paper.resources
        self._contents = paper.contents
        self._letters = self._bytes = 0

    def svg(self) -> bytes:
        """Return the page; what goes beyond the bounds of a page is not drawn."""
        x, y, width, height = self._area
        units = islice(self._units(), _MOST_UNITS)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
            f'viewBox="{x:g} {y:g} {width:g} {height:g}">'
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="#fff"/>'
            f"{''.join(units)}</svg>"
        ).encode()

    def _units(self) -> Iterator[str]:
        for content in self._contents:
            for layer in content.iter("{*}Layer"):
                pen = self._named.pens.get(layer.get("DrawParam") or "")
                for one in layer.iter("{*}TextObject", "{*}PathObject", "{*}ImageObject"):
                    inner = self._unit(one, pen)
                    box = numbers(one.get("Boundary"))
                    if inner and len(box) == 4:
                        turned = " ".join(f"{each:g}" for each in matrix_of(one))
                        at = f"translate({box[0]:g} {box[1]:g}) matrix({turned})"
                        yield f'<g transform="{at}">{inner}</g>'

    def _unit(self, one: etree._Element, pen: etree._Element | None) -> str:
        kind = one.tag.rpartition("}")[2]
        pens = [one, self._named.pens.get(one.get("DrawParam") or ""), pen]
        named = [each for each in pens if each is not None]
        if kind == "TextObject":
            return self._text(one, named)
        return self._path(one, named) if kind == "PathObject" else self._picture(one)

    def _text(self, one: etree._Element, pens: Sequence[etree._Element]) -> str:
        size = (numbers(one.get("Size")) or [1.0])[0]
        family = _family(self._named.fonts.get(one.get("Font") or "", ""))
        bold = ' font-weight="bold"' if (numbers(one.get("Weight")) or [400])[0] > 600 else ""
        ink = _colour(pens, "FillColor") or "#000"
        x = y = 0.0
        drawn_codes = []
        for code in one.iterfind("{*}TextCode"):
            x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
            words = code.text or ""
            self._letters += len(words)
            if self._letters > MOST_CHARACTERS:
                break
            across = _places(x, steps_of(code.get("DeltaX")), len(words))
            down = _places(y, steps_of(code.get("DeltaY")), len(words))
            drawn_codes.append(
                f'<text x="{across}" y="{down}" xml:space="preserve">{escape(_plain(words))}</text>'
            )
        look = f'font-size="{size:g}" font-family="{family}" fill="{ink}"{bold}'
        return f"<g {look}>{''.join(drawn_codes)}</g>" if drawn_codes else ""

    def _path(self, one: etree._Element, pens: Sequence[etree._Element]) -> str:
        shape = _shape(one.findtext("{*}AbbreviatedData") or "")
        filled = one.get("Fill") == "true"
        stroked = one.get("Stroke") != "false"
        fill = (_colour(pens, "FillColor") or "#000") if filled else "none"
        stroke = (_colour(pens, "StrokeColor") or "#000") if stroked else "none"
        widths = (numbers(each.get("LineWidth")) for each in pens)
        width = next((each[0] for each in widths if each), _PEN)
        rule = ' fill-rule="evenodd"' if one.get("Rule") == "Even-Odd" else ""
        look = f'fill="{fill}" stroke="{stroke}" stroke-width="{max(width, 0):g}"{rule}'
        return f'<path d="{shape}" {look}/>' if shape and (filled or stroked) else ""

    def _picture(self, one: etree._Element) -> str:
        held = self._package.picture(self._named.pictures.get(one.get("ResourceID") or ""))
        media_type = kind_of(held)[1] if held else ""
        self._bytes += len(held or b"")
        if not held or media_type not in _SHOWN_BY_BROWSERS or self._bytes > _MOST_BYTES:
            return ""
        # A picture fills the unit square, which its matrix stretches (section 10).
        shown = f"data:{media_type};base64,{base64.b64encode(held).decode()}"
        return f'<image width="1" height="1" preserveAspectRatio="none" href="{shown}"/>'


def _plain(words: str) -> str:
    """Return words with every sign that SVG may not hold as a blank, so that the places still fit."""
    return "".join(one if one.isprintable() else " " for one in words)


def _places(first: float, steps: Sequence[float], count: int) -> str:
    """Return where each character stands as far as steps are told; the browser goes on from there."""
    return " ".join(f"{one:g}" for one in accumulate([first, *steps[: max(count - 1, 0)]]))


def _shape(drawn_as: str) -> str:
    parts: list[str] = []
    letter, held = "", list[str]()
    for token in TOKEN.finditer(drawn_as):
        if token[0] in OPERANDS:
            letter, held = token[0], []
            if letter == "C":
                parts.append("Z")
            continue
        if letter not in _DRAWN_AS or letter == "C" or not math.isfinite(float(token[0])):
            return ""
        held.append(token[0])
        if len(held) == OPERANDS[letter]:
            parts.append(f"{_DRAWN_AS[letter]}{' '.join(held)}")
            held = []
    return "".join(parts) if parts and parts[0].startswith("M") else ""


def _colour(pens: Sequence[etree._Element], kind: str) -> str | None:
    """Return the first colour that a unit, its pen or its layer's pen names, by its count of values."""
    for pen in pens:
        named = pen.find(f"{{*}}{kind}")
        values = numbers(named.get("Value")) if named is not None else []
        if len(values) == 1:
            values = values * 3
        if len(values) == 4:
            values = [255 * (1 - one / 255) * (1 - values[3] / 255) for one in values[:3]]
        if len(values) == 3:
            return "#" + "".join(f"{int(min(max(one, 0), 255)):02x}" for one in values)
    return None


def _family(name: str) -> str:
    return next(
        (family for signs, family in _FAMILIES if any(sign in name for sign in signs)), _SONG
    )
