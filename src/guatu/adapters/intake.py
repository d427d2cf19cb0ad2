"""One door for every received file: its kind by its bytes, then the reader of that kind.

A text page loads none of the other readers. A file is read whole or refused with one
diagnostic that says what to do; nothing in it is run and nothing is fetched.
"""

from collections.abc import Callable
from functools import partial

from guatu.adapters.delimited_intake import is_delimited, read_delimited
from guatu.adapters.image_heads import MOST_PIXELS, image_size
from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.intake_kinds import MEDIA_TYPES, FileKind, kind_of
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.text_intake import decode_text
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.reading.boxes import BoxedPage
from guatu.domain.reading.laying import lay_pages
from guatu.domain.reading.marks import SourceText

LARGEST_BYTES = 64 * 1024 * 1024
MOST_MAILS = 3
"""Most mails that stand one in the other."""


_REFUSED = {
    FileKind.OLD_OFFICE: "reading.old_office",
    FileKind.ENCRYPTED: "reading.encrypted",
    FileKind.OPEN_DOCUMENT: "reading.open_document",
    FileKind.SLIDES: "reading.slides",
    FileKind.OUTLOOK: "reading.outlook_mail",
    FileKind.ARCHIVE: "reading.archive",
    FileKind.BROKEN: "reading.broken_file",
    FileKind.TOO_MUCH: "reading.unfolds_too_much",
}


def told_of_kind(raw: bytes, *, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the media type of a file that can be read, or None with the diagnostic that says why.

    Only signs and tables of contents are looked at; no reader runs.
    """
    found, told = _admitted(raw, name)
    return (None if found is None else found[1]), told


def _admitted(raw: bytes, name: str) -> tuple[tuple[FileKind, str] | None, tuple[Diagnostic, ...]]:
    """Return the kind and the media type of a file that can be read, or None with why it cannot."""
    if len(raw) > LARGEST_BYTES:
        return None, (fault("reading.too_large", name, ("limit", LARGEST_BYTES // 1024 // 1024)),)
    kind, media_type = kind_of(raw)
    if kind is FileKind.TEXT and is_delimited(raw):
        return (FileKind.DELIMITED, MEDIA_TYPES[FileKind.DELIMITED]), ()
    if kind in _REFUSED:
        return None, (fault(_REFUSED[kind], name),)
    if kind is FileKind.IMAGE:
        size = image_size(raw, media_type)
        if size is None:
            return None, (fault("reading.broken_file", name),)
        if size[0] * size[1] > MOST_PIXELS:
            return None, (
                fault("reading.too_many_pixels", name, ("most", MOST_PIXELS // 1_000_000)),
            )
    return (kind, media_type), ()


def take_in(raw: bytes, *, name: str) -> Taken:
    """Return the text of a file as read with its marks, or None with the diagnostic that says why."""
    return _taken(raw, name)


def _taken(raw: bytes, name: str, *, mails: int = 0) -> Taken:
    """Read a file; ``mails`` counts in how many mails it stands, one in the other."""
    found, told = _admitted(raw, name)
    if found is None:
        return None, told
    kind, media_type = found
    if kind is FileKind.MAIL:
        return _mail(raw, name, mails)
    if kind is FileKind.TEXT:
        return _text(raw, name)
    if kind is FileKind.PDF:
        return _pdf(raw, name)
    if kind is FileKind.IMAGE:
        return _image(raw, name, media_type)
    if kind is FileKind.OFD:
        return _ofd(raw, name)
    return _reader(kind)(raw, name)


def _reader(kind: FileKind) -> Callable[[bytes, str], Taken]:
    if kind is FileKind.WORD:
        from guatu.adapters.word_intake import read_word  # noqa: PLC0415 loaded for this kind only

        return read_word
    if kind is FileKind.DOC:
        from guatu.adapters.doc_intake import read_doc  # noqa: PLC0415 loaded for this kind only

        return read_doc
    if kind is FileKind.RTF:
        from guatu.adapters.rtf_intake import read_rtf  # noqa: PLC0415 loaded for this kind only

        return read_rtf
    if kind is FileKind.MHTML:
        from guatu.adapters.mhtml_intake import (  # noqa: PLC0415 loaded for this kind only
            read_mhtml,
        )

        return read_mhtml
    if kind is FileKind.WORD_XML:
        from guatu.adapters.word_xml_intake import (  # noqa: PLC0415 loaded for this kind only
            read_word_xml,
        )

        return read_word_xml
    if kind in (FileKind.ODT, FileKind.FLAT_ODT):
        from guatu.adapters.odt_intake import (  # noqa: PLC0415 loaded for this kind only
            read_flat_odt,
            read_odt,
        )

        return read_odt if kind is FileKind.ODT else read_flat_odt
    if kind is FileKind.HTML:
        from guatu.adapters.html_intake import read_html  # noqa: PLC0415 loaded for this kind only

        return read_html
    return _table_reader(kind)


def _table_reader(kind: FileKind) -> Callable[[bytes, str], Taken]:
    if kind in (FileKind.ODS, FileKind.FLAT_ODS):
        from guatu.adapters.ods_intake import (  # noqa: PLC0415 loaded for this kind only
            read_flat_ods,
            read_ods,
        )

        return read_ods if kind is FileKind.ODS else read_flat_ods
    if kind is FileKind.DELIMITED:
        return read_delimited
    if kind is FileKind.SHEET_XML:
        from guatu.adapters.sheet_xml_intake import (  # noqa: PLC0415 loaded for this kind only
            read_sheet_xml,
        )

        return read_sheet_xml
    if kind is FileKind.XLSB:
        from guatu.adapters.xlsb_intake import (  # noqa: PLC0415 loaded for this kind only
            read_xlsb,
        )

        return read_xlsb
    from guatu.adapters.sheet_intake import (  # noqa: PLC0415 loaded for this kind only
        read_sheet,
        read_xls,
    )

    return read_xls if kind is FileKind.XLS else read_sheet


def _text(raw: bytes, name: str) -> Taken:
    text, told = decode_text(raw, name=name)
    return (None if text is None else SourceText(text=text)), told


def _mail(raw: bytes, name: str, mails: int) -> Taken:
    from guatu.adapters.mail_intake import read_mail  # noqa: PLC0415 loaded for this kind only

    if mails > MOST_MAILS:
        return None, (fault("reading.mail_too_deep", name, ("most", MOST_MAILS)),)
    return read_mail(raw, name, take=partial(_taken, mails=mails + 1))


def _pdf(raw: bytes, name: str) -> Taken:
    from guatu.adapters.pdf_intake import read_pdf  # noqa: PLC0415 loaded for this kind only
    from guatu.adapters.picture_intake import can_see, see_page  # noqa: PLC0415 loads no engine

    pages, told = read_pdf(raw, name=name, see=see_page if can_see() else None)
    return _laid(pages, told, name, MEDIA_TYPES[FileKind.PDF])


def _image(raw: bytes, name: str, media_type: str) -> Taken:
    from guatu.adapters.picture_intake import read_picture  # noqa: PLC0415 loaded for this kind only

    pages, told = read_picture(raw, name=name)
    return _laid(pages, told, name, media_type)


def _ofd(raw: bytes, name: str) -> Taken:
    from guatu.adapters.ofd_intake import read_ofd  # noqa: PLC0415 loaded for this kind only
    from guatu.adapters.picture_intake import can_see, read_picture  # noqa: PLC0415 loads no engine

    see = partial(read_picture, name=name) if can_see() else None
    pages, told = read_ofd(raw, name=name, see=see)
    return _laid(pages, told, name, MEDIA_TYPES[FileKind.OFD])


def _laid(
    pages: tuple[BoxedPage, ...], told: tuple[Diagnostic, ...], name: str, media_type: str
) -> Taken:
    if has_error(told):
        return None, told
    if not any(page.lines for page in pages):
        return None, (*told, fault("reading.empty", name))
    return lay_pages(pages, load_lexicon(), media_type=media_type), told
