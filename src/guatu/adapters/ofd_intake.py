"""OFD, the layout format of Chinese official papers: characters with their places, page by page.

The words of a page and of its template are read; seals and annotations are not. A page without words
that shows a picture is read by eye. Source: GB/T 33190-2016, sections 7 (documents, pages), 8.5 (pages'
content), 11 (text).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from guatu.adapters.intake_bounds import MOST_CHARACTERS, MOST_PAGES, MOST_SCANNED
from guatu.adapters.ofd_pages import A4, OfdPage, area_of
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.reading.boxes import BoxedPage

Taken = tuple[tuple[BoxedPage, ...], tuple[Diagnostic, ...]]
SeePicture = Callable[[bytes], Taken]
"""Reads a picture by eye: its pages, and what is told of it."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def read_ofd(raw: bytes, *, name: str, see: SeePicture | None) -> Taken:
    """Return the pages of an OFD file with their lines; no page where an error is told.

    ``see`` reads pages that are pictures; without it each is told as a page that nobody read.
    Measures are points from the upper left corner.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return _Papers(parts, name, see).pages()
    # A torn part shows as whatever its reader stumbles over.
    except _BROKEN:
        return (), (_fault("reading.broken_file", name),)


def _fault(code: str, name: str, *more: tuple[str, str | int | float]) -> Diagnostic:
    return Diagnostic(code=code, source=name, arguments=(("name", name), *more))


class _Papers:
    """Walks the documents of a package and their pages in order."""

    def __init__(self, parts: zipfile.ZipFile, name: str, see: SeePicture | None) -> None:
        self._parts = parts
        self._names = set(parts.namelist())
        self._name = name
        self._see = see
        self._templates: dict[str, etree._Element] = {}
        self._scanned = 0

    def pages(self) -> Taken:
        """Return the pages of all documents, numbered through."""
        root = self._part("OFD.xml")
        if root.find(".//{*}Encryptions") is not None or "Encryptions.xml" in self._names:
            return (), (_fault("reading.encrypted", self._name),)
        found: list[BoxedPage] = []
        told: list[Diagnostic] = []
        characters = 0
        for link in root.iterfind(".//{*}DocRoot"):
            home = posixpath.normpath((link.text or "").strip().lstrip("/"))
            for page, scan in self._document(home):
                if len(found) >= MOST_PAGES:
                    more = (("pages", len(found) + 1), ("most", MOST_PAGES))
                    return (), (_fault("reading.too_many_pages", self._name, *more),)
                read, faults = self._seen(page, scan, len(found) + 1)
                found.append(read)
                told += faults
                characters += sum(len(one.words) for one in read.lines)
                if characters > MOST_CHARACTERS:
                    return (), (_fault("reading.too_long", self._name, ("most", MOST_CHARACTERS)),)
        if not found:
            return (), (_fault("reading.broken_file", self._name),)
        return tuple(found), tuple(told)

    def _part(self, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self._parts.read(name), parser)

    def _document(self, home: str) -> Iterator[tuple[OfdPage, bytes | None]]:
        """Yield the pages of a document, each with the picture it shows where it holds no words."""
        root = self._part(home)
        folder = posixpath.dirname(home)
        whole = area_of(root) or A4
        templates = {
            one.get("ID"): _inside(folder, one.get("BaseLoc") or "")
            for one in root.iterfind(".//{*}TemplatePage")
        }
        pictures = self._pictures(root, folder)
        for link in root.iterfind(".//{*}Pages/{*}Page"):
            content = self._part(_inside(folder, link.get("BaseLoc") or ""))
            page = OfdPage(area_of(content) or whole)
            for one in content.iterfind("{*}Template"):
                place = templates.get(one.get("TemplateID"))
                if place is not None:
                    page.draw(self._template(place))
            page.draw(content)
            shown = pictures.get(page.picture or "") if page.is_picture else None
            yield page, self._parts.read(shown) if shown in self._names else None

    def _template(self, place: str) -> etree._Element:
        if place not in self._templates:
            self._templates[place] = self._part(place)
        return self._templates[place]

    def _pictures(self, root: etree._Element, folder: str) -> dict[str, str]:
        """Return where the pictures of a document stand in the package, by their numbers."""
        found: dict[str, str] = {}
        for link in (*root.iterfind(".//{*}DocumentRes"), *root.iterfind(".//{*}PublicRes")):
            place = _inside(folder, link.text or "")
            if place not in self._names:
                continue
            held = self._part(place)
            base = posixpath.join(posixpath.dirname(place), held.get("BaseLoc") or "")
            for one in held.iterfind(".//{*}MultiMedia"):
                file = one.findtext("{*}MediaFile") or ""
                found[one.get("ID") or ""] = _inside(base, file)
        return found

    def _seen(
        self, page: OfdPage, scan: bytes | None, number: int
    ) -> tuple[BoxedPage, tuple[Diagnostic, ...]]:
        if scan is None:
            return page.read(number), ()
        if self._see is None:
            return page.read(number), (_fault("reading.scan_unread", self._name, ("page", number)),)
        self._scanned += 1
        if self._scanned > MOST_SCANNED:
            most = ("most", MOST_SCANNED)
            return page.read(number), (_fault("reading.too_many_scans", self._name, most),)
        pages, told = self._see(scan)
        if has_error(told) or not pages:
            return page.read(number), told
        lines = (
            replace(one, box=replace(one.box, page=number), shown=None) for one in pages[0].lines
        )
        return replace(pages[0], number=number, lines=tuple(lines)), ()


def _inside(folder: str, place: str) -> str:
    """Return where a part stands in the package; one named from its root stands there."""
    named = place.strip()
    return posixpath.normpath(named[1:] if named.startswith("/") else posixpath.join(folder, named))
