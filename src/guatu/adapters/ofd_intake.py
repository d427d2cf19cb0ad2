"""OFD, the layout format of Chinese official papers: characters with their places, page by page.

The words of a page and of its template are read; seals and annotations are not. A page without words
that shows a picture is read by eye. Source: GB/T 33190-2016, sections 7 (documents, pages), 8.5 (pages'
content), 11 (text).
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

from guatu.adapters.intake_bounds import MOST_CHARACTERS, MOST_PAGES, MOST_SCANNED
from guatu.adapters.intake_faults import fault
from guatu.adapters.ofd_package import BROKEN, OfdPackage, OfdPaper
from guatu.adapters.ofd_pages import OfdPage
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.reading.boxes import BoxedPage

Taken = tuple[tuple[BoxedPage, ...], tuple[Diagnostic, ...]]
SeePicture = Callable[[bytes], Taken]
"""Reads a picture by eye: its pages, and what is told of it."""


def read_ofd(raw: bytes, *, name: str, see: SeePicture | None) -> Taken:
    """Return the pages of an OFD file with their lines; no page where an error is told.

    ``see`` reads pages that are pictures; without it each is told as a page that nobody read.
    Measures are points from the upper left corner, of a page read by eye those of its picture.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return _Papers(OfdPackage(parts), name, see).pages()
    except BROKEN:
        return (), (fault("reading.broken_file", name),)


def drawn(paper: OfdPaper) -> OfdPage:
    """Return a page with all that it and its templates draw."""
    page = OfdPage(paper.area)
    for one in paper.contents:
        page.draw(one)
    return page


class _Papers:
    """Reads the pages of a package in order."""

    def __init__(self, package: OfdPackage, name: str, see: SeePicture | None) -> None:
        self._package = package
        self._name = name
        self._see = see
        self._scanned = 0

    def pages(self) -> Taken:
        """Return the pages of all documents, numbered through."""
        if self._package.is_locked:
            return (), (fault("reading.encrypted", self._name),)
        found: list[BoxedPage] = []
        told: list[Diagnostic] = []
        characters = 0
        for paper in self._package.papers():
            if len(found) >= MOST_PAGES:
                more = (("pages", len(found) + 1), ("most", MOST_PAGES))
                return (), (fault("reading.too_many_pages", self._name, *more),)
            page = drawn(paper)
            place = paper.resources.pictures.get(page.picture or "") if page.is_picture else None
            read, faults = self._seen(page, self._package.picture(place), len(found) + 1)
            found.append(read)
            told += faults
            characters += sum(len(one.words) for one in read.lines)
            if characters > MOST_CHARACTERS:
                return (), (fault("reading.too_long", self._name, ("most", MOST_CHARACTERS)),)
        if not found:
            return (), (fault("reading.broken_file", self._name),)
        return tuple(found), tuple(told)

    def _seen(
        self, page: OfdPage, scan: bytes | None, number: int
    ) -> tuple[BoxedPage, tuple[Diagnostic, ...]]:
        if scan is None:
            return page.read(number), ()
        if self._see is None:
            return page.read(number), (fault("reading.scan_unread", self._name, ("page", number)),)
        self._scanned += 1
        if self._scanned > MOST_SCANNED:
            most = ("most", MOST_SCANNED)
            return page.read(number), (fault("reading.too_many_scans", self._name, most),)
        pages, told = self._see(scan)
        if has_error(told) or not pages:
            return page.read(number), told
        lines = (
            replace(one, box=replace(one.box, page=number), shown=None) for one in pages[0].lines
        )
        return replace(pages[0], number=number, lines=tuple(lines)), ()
