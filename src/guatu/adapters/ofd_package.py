"""The package of an OFD file: its documents, their pages, and the pictures and pens these name.

Source: GB/T 33190-2016, sections 6 (package), 7 (documents, pages, resources).
"""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from guatu.adapters.intake_faults import TORN_PACKAGE
from guatu.adapters.ofd_pages import A4, Area, area_of

BROKEN = (*TORN_PACKAGE, etree.XMLSyntaxError)
"""What a torn part shows as: whatever its reader stumbles over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfdResources:
    """What pages name by number: parts with pictures, pens and colours, fonts by their names."""

    pictures: Mapping[str, str] = field(default_factory=dict)
    pens: Mapping[str, etree._Element] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfdPaper:
    """One page: its area in millimetres, what its templates and then the page itself draw."""

    area: Area
    contents: tuple[etree._Element, ...]
    resources: OfdResources


class OfdPackage:
    """Walks the documents of a package and their pages in order; raises one of ``BROKEN``."""

    def __init__(self, parts: zipfile.ZipFile) -> None:
        self._parts = parts
        self._names = set(parts.namelist())
        self._root = self._part("OFD.xml")
        self._templates: dict[str, etree._Element] = {}

    @property
    def is_locked(self) -> bool:
        """Whether the parts are encrypted."""
        locks = self._root.find(".//{*}Encryptions")
        return locks is not None or "Encryptions.xml" in self._names

    def papers(self) -> Iterator[OfdPaper]:
        """Yield the pages of all documents."""
        for link in self._root.iterfind(".//{*}DocRoot"):
            yield from self._document(posixpath.normpath((link.text or "").strip().lstrip("/")))

    def picture(self, place: str | None) -> bytes | None:
        """Return the bytes of a picture; None where the package does not hold it."""
        return self._parts.read(place) if place is not None and place in self._names else None

    def _part(self, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self._parts.read(name), parser)

    def _document(self, home: str) -> Iterator[OfdPaper]:
        root = self._part(home)
        folder = posixpath.dirname(home)
        whole = area_of(root) or A4
        templates = {
            one.get("ID"): _inside(folder, one.get("BaseLoc") or "")
            for one in root.iterfind(".//{*}TemplatePage")
        }
        resources = self._resources(root, folder)
        for link in root.iterfind(".//{*}Pages/{*}Page"):
            content = self._part(_inside(folder, link.get("BaseLoc") or ""))
            named = (
                templates.get(one.get("TemplateID")) for one in content.iterfind("{*}Template")
            )
            yield OfdPaper(
                area=area_of(content) or whole,
                contents=(*(self._template(place) for place in named if place), content),
                resources=resources,
            )

    def _template(self, place: str) -> etree._Element:
        if place not in self._templates:
            self._templates[place] = self._part(place)
        return self._templates[place]

    def _resources(self, root: etree._Element, folder: str) -> OfdResources:
        pictures: dict[str, str] = {}
        pens: dict[str, etree._Element] = {}
        fonts: dict[str, str] = {}
        for link in (*root.iterfind(".//{*}DocumentRes"), *root.iterfind(".//{*}PublicRes")):
            place = _inside(folder, link.text or "")
            if place not in self._names:
                continue
            held = self._part(place)
            base = posixpath.join(posixpath.dirname(place), held.get("BaseLoc") or "")
            for one in held.iterfind(".//{*}MultiMedia"):
                pictures[one.get("ID") or ""] = _inside(base, one.findtext("{*}MediaFile") or "")
            for one in held.iterfind(".//{*}DrawParam"):
                pens[one.get("ID") or ""] = one
            for one in held.iterfind(".//{*}Font"):
                fonts[one.get("ID") or ""] = one.get("FamilyName") or one.get("FontName") or ""
        return OfdResources(pictures=pictures, pens=pens, fonts=fonts)


def _inside(folder: str, place: str) -> str:
    """Return where a part stands in the package; one named from its root stands there."""
    named = place.strip()
    return posixpath.normpath(named[1:] if named.startswith("/") else posixpath.join(folder, named))
