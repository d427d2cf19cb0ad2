"""Word documents in one XML file: the package of 2007 laid flat, or the schema of 2003, read as DOCX.

Both are made into the parts that DOCX has, and these are read by its reader.
Source: Office 2003 XML Reference Schemas (WordprocessingML); ECMA-376, part 2 (Open Packaging).
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

from guatu.adapters.intake_faults import Taken
from guatu.adapters.intake_kinds import WORD_XML
from guatu.adapters.word_intake import read_word
from guatu.domain.kernel.diagnostic import Diagnostic

_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
_NEW = nsmap["w"].encode()
_RELATED = nsmap["r"]
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_WX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PICTURES = re.compile(rb"<(w:binData|pkg:binaryData)\b[^<>]*>[^<]*</\1\s*>")
_CHANGES = {"Word.Deletion": "w:del", "Word.Insertion": "w:ins"}
_SIDES = {"odd": "default", "even": "even", "first": "first"}
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "chineseCounting",
    11: "chineseCounting", 17: "ideographTraditional", 18: "decimalEnclosedCircle", 23: "bullet", 28: "decimalEnclosedCircle",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RENAMED = {
    "w:vmerge": "w:vMerge", "w:listPr": "w:numPr", "w:ilfo": "w:numId", "w:listDef": "w:abstractNum",
    "w:list": "w:num", "w:ilst": "w:abstractNumId", "w:nfc": "w:numFmt", "w:lists": "w:numbering",
}  # fmt: skip


def read_word_xml(raw: bytes, name: str) -> Taken:
    """Return the text of a Word document in one XML file, or None with the diagnostic that says why."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(_PICTURES.sub(b"", raw.strip()), parser)
        if root.tag != f"{_PACKAGE}package":
            root = etree.fromstring(etree.tostring(root).replace(_OLD, _NEW), parser)
            packed = _packed(_Parts(root).parts())
        else:
            packed = _packed(_laid_flat(root))
    except (etree.XMLSyntaxError, KeyError, ValueError, TypeError, AttributeError):
        told = Diagnostic(code="reading.broken_file", source=name, arguments=(("name", name),))
        return None, (told,)
    source, told_of = read_word(packed, name)
    return (None if source is None else replace(source, media_type=WORD_XML)), told_of


def _packed(parts: Iterator[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return out.getvalue()


def _laid_flat(root: Any) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a package that is laid flat, pictures and what refers to them left out."""
    held: dict[str, Any] = {}
    types: list[tuple[str, str]] = []
    for part in root.iterchildren(f"{_PACKAGE}part"):
        name = (part.get(f"{_PACKAGE}name") or "").lstrip("/")
        content = part.find(f"{_PACKAGE}xmlData")
        if content is not None and len(content) and name:
            held[name] = content[0]
            types.append((name, part.get(f"{_PACKAGE}contentType") or ""))
    for name, content in held.items():
        if name.endswith(".rels"):
            home = posixpath.dirname(posixpath.dirname(name))
            for one in list(content):
                target = posixpath.normpath(posixpath.join("/", home, one.get("Target") or ""))
                if one.get("TargetMode") != "External" and target[1:] not in held:
                    content.remove(one)
        yield name, etree.tostring(content, with_tail=False)
    yield "[Content_Types].xml", _types(types)


def _types(parts: list[tuple[str, str]]) -> bytes:
    root = etree.Element(
        "Types", xmlns="http://schemas.openxmlformats.org/package/2006/content-types"
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(root, "Default", Extension="rels", ContentType=rels)
    etree.SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name, said in parts:
        if not name.endswith(".rels"):
            etree.SubElement(root, "Override", PartName=f"/{name}", ContentType=said)
    return bytes(etree.tostring(root))


class _Parts:
    """A document of the schema of 2003, whose names are already those of 2006, made into parts."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._related: list[tuple[str, str]] = []
        self._types: list[tuple[str, str]] = []

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the parts of a package: what is around the body first, for the body names it."""
        self._rename()
        self._style_runs()
        body = self._root.find(qn("w:body"))
        if body is None:
            raise ValueError("a document has a body")
        yield from self._around(body)
        notes = etree.Element(qn("w:footnotes"), nsmap={"w": nsmap["w"]})
        for tag in ("w:footnote", "w:endnote"):
            for one in list(body.iter(qn(tag))):
                one.tail = None
                notes.append(one)
        yield self._part("footnotes", "footnotes", notes)
        for kind, tag in (("styles", "w:styles"), ("numbering", "w:numbering")):
            found = self._root.find(qn(tag))
            held = etree.Element(qn(tag), nsmap={"w": nsmap["w"]}) if found is None else found
            yield self._part(kind, kind, held)
        # Moving a body into another tree takes the square of its paragraphs.
        for one in [each for each in self._root if each is not body]:
            self._root.remove(one)
        self._root.tag = qn("w:document")
        yield "word/document.xml", etree.tostring(self._root)
        self._types.append(("word/document.xml", f"{_TYPE}document.main+xml"))
        yield "word/_rels/document.xml.rels", _relations(self._related)
        yield "_rels/.rels", _relations([("officeDocument", "word/document.xml")])
        yield "[Content_Types].xml", _types(self._types)

    def _part(self, kind: str, name: str, content: Any) -> tuple[str, bytes]:
        self._related.append((kind, f"{name}.xml"))
        self._types.append((f"word/{name}.xml", f"{_TYPE}{kind}+xml"))
        return f"word/{name}.xml", etree.tostring(content, with_tail=False)

    def _around(self, body: Any) -> Iterator[tuple[str, bytes]]:
        """Yield the heads and feet; the body refers to them."""
        for old, kind in (("w:hdr", "header"), ("w:ftr", "footer")):
            for number, one in enumerate(list(body.iter(qn(old))), start=1):
                yield self._part(kind, f"{kind}{number}", one)
                side = _SIDES.get(one.get(qn("w:type")) or "odd", "default")
                link = etree.Element(qn(f"w:{kind}Reference"))
                link.set(qn("w:type"), side)
                link.set(f"{{{_RELATED}}}id", f"rId{len(self._related)}")
                one.getparent().replace(one, link)

    def _rename(self) -> None:
        names = {qn(old): qn(new) for old, new in _RENAMED.items()}
        ids = {
            qn("w:abstractNum"): ("w:listDefId", "w:abstractNumId"),
            qn("w:num"): ("w:ilfo", "w:numId"),
        }
        for one in list(self._root.iter(f"{_AML}annotation")):
            kind = one.get(qn("w:type")) or ""
            if kind in _CHANGES:
                one.tag = qn(_CHANGES[kind])
            elif kind.startswith("Word.Comment") and one.getparent() is not None:
                _take_out(one)
        for one in list(self._root.iter(*names)):
            one.tag = names[one.tag]
            if one.tag in ids:
                old, new = ids[one.tag]
                one.set(qn(new), one.get(qn(old)) or "")
            elif one.tag == qn("w:numFmt"):
                said = one.get(qn("w:val")) or "0"
                one.set(qn("w:val"), _FORMS.get(int(said) if said.isdecimal() else 0, "decimal"))
        # Sections wrapped up would hide what they say of heads and feet.
        for one in list(self._root.iter(f"{_WX}sect", f"{_WX}sub-section")):
            place = one.getparent().index(one)
            one.getparent()[place : place + 1] = list(one)
        self._print_numbers()

    def _print_numbers(self) -> None:
        """Write the number that a paragraph is told to print where its list is not defined."""
        defined = {one.get(qn("w:numId")) for one in self._root.iter(qn("w:num"))}
        for listed in list(self._root.iter(qn("w:numPr"))):
            link, printed = listed.find(qn("w:numId")), listed.find(f"{_WX}t")
            paragraph = listed.getparent().getparent()
            number = "" if printed is None else (printed.get(f"{_WX}val") or "")
            if link is None or link.get(qn("w:val")) in defined or paragraph.tag != qn("w:p"):
                continue
            if any(sign.isalnum() for sign in number):
                run = etree.Element(qn("w:r"))
                etree.SubElement(run, qn("w:t")).text = number
                listed.getparent().addnext(run)

    def _style_runs(self) -> None:
        """Give runs the size and the hiding of their styles, which some programs keep there alone."""
        said = {
            one.get(qn("w:styleId")): [
                found
                for tag in ("w:vanish", "w:sz")
                if (found := one.find(f"{qn('w:rPr')}/{qn(tag)}")) is not None
            ]
            for one in self._root.iter(qn("w:style"))
        }
        for link in list(self._root.iter(qn("w:rStyle"))):
            look = link.getparent()
            for one in said.get(link.get(qn("w:val")), ()):
                if look.find(one.tag) is None:
                    look.append(deepcopy(one))


def _relations(related: list[tuple[str, str]]) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = etree.Element("Relationships", xmlns=space)
    for number, (kind, target) in enumerate(related, start=1):
        one = etree.SubElement(root, "Relationship", Id=f"rId{number}", Target=target)
        one.set("Type", f"{_RELATED}/{kind}")
    return bytes(etree.tostring(root))


def _take_out(element: Any) -> None:
    parent, tail = element.getparent(), element.tail
    before = element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
