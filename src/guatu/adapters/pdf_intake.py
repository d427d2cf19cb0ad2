"""PDF: characters with boxes from the text layer, page by page; pages without one go to the eye.

The characters are made lines of by ``text_runs``.
"""

import ctypes
import math
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from guatu.adapters.intake_bounds import (
    MOST_CHARACTERS,
    MOST_PAGES,
    MOST_SCANNED,
    SCAN_SHARE,
)
from guatu.adapters.pdf_rulings import Uprights, rulings_of
from guatu.adapters.text_runs import FEW_LETTERS, LineRuns
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.reading.boxes import BoxedPage

SCAN_DPI = 200
_LARGEST_SIDE = 4500
_UPRIGHT = 0.1

SeePage = Callable[["PagePicture"], BoxedPage]
"""Reads the picture of a page by eye (OCR); it may raise nothing but bugs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as pixels: ``pixels`` is an array (height, width, 3) of BGR bytes.

    ``scale`` is how many pixels stand for one unit of the page's measure.
    """

    number: int
    width: float
    height: float
    pixels: NDArray[np.uint8]
    scale: float


def read_pdf(
    raw: bytes, *, name: str, see: SeePage | None
) -> tuple[tuple[BoxedPage, ...], tuple[Diagnostic, ...]]:
    """Return the pages of a PDF with their lines; no page where an error is told.

    ``see`` reads scanned pages; without it each is told as a page that nobody read.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as fault:
        locked = "password" in str(fault).lower() or "security" in str(fault).lower()
        return (), (_error("reading.encrypted" if locked else "reading.broken_file", name),)
    with closing(document):
        count = len(document)
        if count == 0:
            return (), (_error("reading.broken_file", name),)
        if count > MOST_PAGES:
            return (), (
                _error("reading.too_many_pages", name, ("pages", count), ("most", MOST_PAGES)),
            )
        return _pages(document, count, name, see)


def _pages(
    document: pypdfium2.PdfDocument, count: int, name: str, see: SeePage | None
) -> tuple[tuple[BoxedPage, ...], tuple[Diagnostic, ...]]:
    pages: list[BoxedPage] = []
    told: list[Diagnostic] = []
    characters, scanned = 0, 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            told.append(_warning("reading.page_broken", name, number))
            continue
        with closing(page):
            read, is_scan = _text_layer(page, number)
            if is_scan and see is None:
                told.append(_error("reading.scan_unread", name, ("page", number)))
            elif is_scan and scanned >= MOST_SCANNED:
                told.append(_error("reading.too_many_scans", name, ("most", MOST_SCANNED)))
                break
            elif is_scan and see is not None:
                scanned += 1
                read = see(_picture(page, number))
        characters += sum(len(one.words) for one in read.lines)
        if characters > MOST_CHARACTERS:
            return (), (_error("reading.too_long", name, ("most", MOST_CHARACTERS)),)
        pages.append(read)
    return tuple(pages), tuple(told)


def _error(code: str, name: str, *more: tuple[str, str | int | float]) -> Diagnostic:
    return Diagnostic(code=code, source=name, arguments=(("name", name), *more))


def _warning(code: str, name: str, page: int) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        source=name,
        arguments=(("name", name), ("page", page)),
    )


def picture_scale(width: float, height: float, dots_per_inch: float) -> float:
    """Return pixels a point for a page, less than asked for where the picture would be huge."""
    return min(dots_per_inch / 72, _LARGEST_SIDE / max(width, height))


def _picture(page: pypdfium2.PdfPage, number: int) -> PagePicture:
    width, height = page.get_size()
    scale = picture_scale(width, height, SCAN_DPI)
    bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=False)
    pixels = bitmap.to_numpy()[:, :, :3].copy()
    bitmap.close()
    return PagePicture(number=number, width=width, height=height, pixels=pixels, scale=scale)


def _text_layer(page: pypdfium2.PdfPage, number: int) -> tuple[BoxedPage, bool]:
    """Return the lines of a page's text layer, and whether the page must be read by eye instead."""
    width, height = page.get_size()
    place = _Placing(page)
    rulings = rulings_of(page, place.shown)
    uprights = Uprights(rulings)
    runs = _runs(page, place, uprights)
    boxed = BoxedPage(
        number=number,
        width=max(1, width),
        height=max(1, height),
        lines=runs.lines(number, width, height),
        rulings=rulings,
    )
    few = runs.letters < FEW_LETTERS
    return boxed, runs.is_unfit or (few and _picture_share(page, width * height) > SCAN_SHARE)


def _picture_share(page: pypdfium2.PdfPage, area: float) -> float:
    covered = 0.0
    for one in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = one.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered / max(1.0, area)


def _runs(page: pypdfium2.PdfPage, place: "_Placing", uprights: Uprights) -> LineRuns:
    """Chain the characters of a page, as the file has them, into runs on one base line."""
    textpage = page.get_textpage()
    runs = LineRuns(uprights)
    with closing(textpage):
        for index in range(textpage.count_chars()):
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            sign = chr(code) if code and not 0xD800 <= code <= 0xDFFF else "\ufffd"
            if runs.is_blank(sign if code else "\0"):
                continue
            x, base, advance, size, upright = place.of(textpage, index)
            runs.add(sign, x, base, advance, size, upright=upright)
    return runs


class _Placing:
    """Where the characters of a page stand once the page is turned as it is shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._turn = page.get_rotation()
        left, bottom, right, top = page.get_cropbox()
        self._edges = (left, bottom, right, top)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def of(
        self, textpage: pypdfium2.PdfTextPage, index: int
    ) -> tuple[float, float, float, float, bool]:
        """Return x, base line, advance, size, and whether the character stands upright."""
        pdfium.FPDFText_GetCharOrigin(textpage, index, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, self._box)
        pdfium.FPDFText_GetMatrix(textpage, index, self._matrix)
        size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(
            self._matrix.c, self._matrix.d
        )
        angle = pdfium.FPDFText_GetCharAngle(textpage, index)
        turned = (angle + math.radians(self._turn)) % math.tau
        upright = turned < _UPRIGHT or turned > math.tau - _UPRIGHT
        x, y = self.shown(self._x.value, self._y.value)
        wide = self._box.right - self._box.left
        high = self._box.top - self._box.bottom
        advance = wide if self._turn in (0, 180) else high
        size = size if size > 0 else max(advance, 1.0)
        return x, y, min(max(advance, 0.0), 2 * size), size, upright

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return a place of the file as it stands on the page shown, from the upper left corner."""
        left, bottom, right, top = self._edges
        turned = {
            90: (y - bottom, x - left),
            180: (right - x, y - bottom),
            270: (top - y, right - x),
        }
        return turned.get(self._turn, (x - left, top - y))
