"""What a received file is, by its bytes and never by its name."""

import io
import re
import zipfile
import zlib
from enum import StrEnum

from guatu.adapters.compound_files import BrokenContainerError, stream_names
from guatu.adapters.mail_heads import is_mail
from guatu.adapters.workbook_bounds import unfolds_within, unpacks_within

_PROBE = 4096
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<table", b"<p>")
_WORD_XML = (b"<w:worddocument", b"<pkg:package")
_FLAT_SHEET = b'office:mimetype="application/vnd.oasis.opendocument.spreadsheet'
_HEADED = re.compile(rb"[a-z][a-z-]+:")
_SAVED = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.MULTILINE)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
SHEET_XML = "application/vnd.ms-excel+xml"
OFD = "application/ofd"
RTF = "application/rtf"
WORD_XML = "application/vnd.ms-wordml"
MHTML = "multipart/related"
ODT = "application/vnd.oasis.opendocument.text"
FLAT_ODT = "application/vnd.oasis.opendocument.text-flat-xml"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
FLAT_ODS = "application/vnd.oasis.opendocument.spreadsheet-flat-xml"
DELIMITED = "text/csv"
MAIL = "message/rfc822"


class FileKind(StrEnum):
    """What a reader there is for, and what is refused with advice."""

    TEXT = "text"
    PDF = "pdf"
    IMAGE = "image"
    WORD = "word"
    HTML = "html"
    SHEET = "sheet"
    DOC = "doc"
    XLS = "xls"
    OLD_OFFICE = "old_office"
    ENCRYPTED = "encrypted"
    OFD = "ofd"
    RTF = "rtf"
    WORD_XML = "word_xml"
    MHTML = "mhtml"
    ODT = "odt"
    FLAT_ODT = "flat_odt"
    XLSB = "xlsb"
    SHEET_XML = "sheet_xml"
    ODS = "ods"
    FLAT_ODS = "flat_ods"
    DELIMITED = "delimited"
    MAIL = "mail"
    OUTLOOK = "outlook"
    OPEN_DOCUMENT = "open_document"
    SLIDES = "slides"
    ARCHIVE = "archive"
    BROKEN = "broken"
    TOO_MUCH = "too_much"


MEDIA_TYPES = {
    FileKind.TEXT: "text/plain",
    FileKind.PDF: "application/pdf",
    FileKind.WORD: WORD,
    FileKind.HTML: "text/html",
    FileKind.SHEET: SHEET,
    FileKind.DOC: DOC,
    FileKind.XLS: XLS,
    FileKind.OFD: OFD,
    FileKind.RTF: RTF,
    FileKind.WORD_XML: WORD_XML,
    FileKind.MHTML: MHTML,
    FileKind.ODT: ODT,
    FileKind.FLAT_ODT: FLAT_ODT,
    FileKind.XLSB: XLSB,
    FileKind.SHEET_XML: SHEET_XML,
    FileKind.ODS: ODS,
    FileKind.FLAT_ODS: FLAT_ODS,
    FileKind.DELIMITED: DELIMITED,
    FileKind.MAIL: MAIL,
}
_UNFOLDED = frozenset(
    (
        FileKind.WORD,
        FileKind.SHEET,
        FileKind.XLSB,
        FileKind.OFD,
        FileKind.ODT,
        FileKind.ODS,
    )
)


def kind_of(raw: bytes) -> tuple[FileKind, str]:
    """Return the kind of a file and its media type; what has no known sign is taken for text."""
    image = _image(raw)
    if image:
        return FileKind.IMAGE, image
    if b"%PDF-" in raw[:1024]:
        return FileKind.PDF, MEDIA_TYPES[FileKind.PDF]
    kind = FileKind.TEXT
    if raw.startswith(_COMPOUND):
        kind = _compound(raw)
    elif raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        kind = _zipped(raw)
    elif raw.startswith((b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")):
        kind = FileKind.ARCHIVE
    elif raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        kind = FileKind.RTF
    else:
        kind = _marked_up(raw)
    return kind, MEDIA_TYPES.get(kind, "application/octet-stream")


def _image(raw: bytes) -> str | None:
    for sign, media_type in _IMAGES:
        if raw.startswith(sign):
            # Two letters are no proof of a bitmap: its header's length field is.
            if media_type == "image/bmp" and raw[14:18] not in _BMP_HEADERS:
                return None
            return media_type
    return None


_BMP_HEADERS = tuple(size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124))


def _compound(raw: bytes) -> FileKind:
    try:
        names = stream_names(raw)
    except BrokenContainerError:
        return FileKind.ENCRYPTED if _ENCRYPTED in raw else FileKind.BROKEN
    lowered = {one.lower() for one in names}
    for sign, kind in _COMPOUNDS:
        if sign in lowered:
            return kind
    return FileKind.OLD_OFFICE


_COMPOUNDS = (
    ("encryptedpackage", FileKind.ENCRYPTED),
    ("worddocument", FileKind.DOC),
    ("workbook", FileKind.XLS),
    ("powerpoint document", FileKind.SLIDES),
    ("__properties_version1.0", FileKind.OUTLOOK),
)


def _zipped(raw: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            names = set(parts.namelist())
            locked = any(part.flag_bits & 1 for part in parts.infolist())
            said = _said(parts, names)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return FileKind.BROKEN
    found = FileKind.ARCHIVE
    if "word/document.xml" in names:
        found = FileKind.WORD
    elif "xl/workbook.xml" in names:
        found = FileKind.SHEET
    elif "xl/workbook.bin" in names:
        found = FileKind.XLSB
    elif "OFD.xml" in names:
        found = FileKind.OFD
    elif "ppt/presentation.xml" in names:
        found = FileKind.SLIDES
    elif "encrypted-package" in names:
        found = FileKind.ENCRYPTED
    elif "content.xml" in names and "META-INF/manifest.xml" in names:
        found = next(
            (
                kind
                for sign, kind in ((ODT, FileKind.ODT), (ODS, FileKind.ODS))
                if said.startswith(sign)
            ),
            FileKind.OPEN_DOCUMENT,
        )
    if found in _UNFOLDED:
        if locked:
            return FileKind.ENCRYPTED
        within = unfolds_within if found is FileKind.SHEET else unpacks_within
        if not within(raw):
            return FileKind.TOO_MUCH
    return found


def _said(parts: zipfile.ZipFile, names: set[str]) -> str:
    """Return what a package says that it is; one that does not is taken for a text."""
    if "mimetype" not in names:
        return ODT
    if parts.getinfo("mimetype").file_size > _PROBE:
        return ""
    try:
        return parts.read("mimetype").decode("ascii", "replace")
    except (zlib.error, EOFError, RuntimeError):
        return ""


def _marked_up(raw: bytes) -> FileKind:
    """Return what kind of markup a file begins with; what is none is text."""
    probe = raw[:_PROBE].lower()
    if probe.startswith((b"\xff\xfe", b"\xfe\xff")):
        probe = probe.replace(b"\x00", b"")[2:]
    probe = probe.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not probe.startswith(b"<"):
        if is_mail(raw):
            return FileKind.MAIL
        head = re.split(rb"\r?\n\r?\n", probe, maxsplit=1)[0]
        saved = _HEADED.match(head) and _SAVED.search(head) and b"mime-version:" in head
        return FileKind.MHTML if saved else FileKind.TEXT
    if b"<office:document" in probe:
        sheet = _FLAT_SHEET in raw[: 4 * _PROBE].lower()
        return FileKind.FLAT_ODS if sheet else FileKind.FLAT_ODT
    if b'progid="word.document"' in probe or any(sign in probe for sign in _WORD_XML):
        return FileKind.WORD_XML
    if b'progid="excel.sheet"' in probe or (
        b"urn:schemas-microsoft-com:office:spreadsheet" in probe and b"workbook" in probe
    ):
        return FileKind.SHEET_XML
    return FileKind.HTML if any(sign in probe for sign in _MARKUP) else FileKind.TEXT
