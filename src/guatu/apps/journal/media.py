"""What a received file is, judged by its content and not by its name alone."""

from dataclasses import dataclass
from pathlib import PurePath

import filetype  # type: ignore[import-untyped]  # publishes no types

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# What may be kept: the ending of the name and what the content must show.
_BY_CONTENT = {
    ".pdf": {"application/pdf"},
    ".docx": {_WORD, "application/zip"},
    ".xlsx": {_SHEET, "application/zip"},
    ".jpg": {"image/jpeg"},
    ".jpeg": {"image/jpeg"},
    ".png": {"image/png"},
    ".webp": {"image/webp"},
    ".tif": {"image/tiff"},
    ".tiff": {"image/tiff"},
    ".zip": {"application/zip"},
}
_AS_TEXT = {
    "": "text/plain",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".csv": "text/csv",
    ".json": "application/json",
    ".xer": "text/plain",
    ".xml": "application/xml",
}
_KEPT_AS = {".docx": _WORD, ".xlsx": _SHEET}
_INSIDE = {".docx": b"word/", ".xlsx": b"xl/"}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE = {".mpp": "application/vnd.ms-project", ".xls": "application/vnd.ms-excel"}
_ENCODINGS = ("utf-8-sig", "gb18030")
_RUNNABLE = ("<script", "<html", "<!doctype html", "<svg", "<?php", "#!/")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMedia:
    """What a file's content shows: its type (None: not one that is kept) and its words if plain."""

    media_type: str | None
    text: str = ""


def media_type_of(name: str, content: bytes) -> FoundMedia:
    """Return what the file is, if its name's ending and its content agree on a kept type."""
    ending = PurePath(name).suffix.lower()
    if ending in _OLE:
        fits = content.startswith(_COMPOUND)
        return FoundMedia(media_type=_OLE[ending] if fits else None)
    guessed = filetype.guess_mime(content[:8192])
    if ending in _BY_CONTENT:
        if guessed not in _BY_CONTENT[ending] or _INSIDE.get(ending, b"") not in content:
            return FoundMedia(media_type=None)
        return FoundMedia(media_type=_KEPT_AS.get(ending, guessed))
    if ending in _AS_TEXT and guessed is None:
        return _as_text(ending, content)
    return FoundMedia(media_type=None)


def _as_text(ending: str, content: bytes) -> FoundMedia:
    text = _decoded(content)
    if text is None:
        return FoundMedia(media_type=None)
    opening = text[:2000].lstrip().lower()
    if any(opening.startswith(sign) for sign in _RUNNABLE) or "<script" in opening:
        return FoundMedia(media_type=None)
    return FoundMedia(media_type=_AS_TEXT[ending], text=text[:4000])


def _decoded(content: bytes) -> str | None:
    """Return the text of bytes in UTF-8, GB18030 or UTF-16 with its mark; None for binary junk."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in content:
        return None
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
