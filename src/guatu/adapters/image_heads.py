"""The size of an image by its head alone, so that a broken or huge one is refused unopened."""

import struct

MOST_PIXELS = 80_000_000
_SKIPPED = frozenset({0x01, *range(0xD0, 0xDA)})
# Frames of every coding process; 0xC4, 0xC8 and 0xCC are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def image_size(raw: bytes, media_type: str) -> tuple[int, int] | None:
    """Return width and height of a PNG, JPEG or BMP; None where its head is broken.

    A TIFF keeps its size anywhere and answers (1, 1) where its head is whole.
    """
    try:
        if media_type == "image/png":
            whole = raw[12:16] == b"IHDR"
            return _sides(*struct.unpack(">II", raw[16:24])) if whole else None
        if media_type == "image/bmp":
            return _bitmap(raw)
        if media_type == "image/tiff":
            order = "<" if raw.startswith(b"II") else ">"
            (place,) = struct.unpack(f"{order}I", raw[4:8])
            return (1, 1) if 8 <= place < len(raw) else None
        return _jpeg(raw)
    except struct.error:
        return None


def _sides(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width > 0 and height > 0 else None


def _bitmap(raw: bytes) -> tuple[int, int] | None:
    (head,) = struct.unpack("<I", raw[14:18])
    if head == 12:
        return _sides(*struct.unpack("<HH", raw[18:22]))
    width, height = struct.unpack("<ii", raw[18:26])
    return _sides(width, abs(height))


def _jpeg(raw: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 4 <= len(raw):
        if raw[place] != 0xFF:
            return None
        mark = raw[place + 1]
        if mark == 0xFF:
            place += 1
        elif mark in _SKIPPED:
            place += 2
        elif mark in _FRAMES:
            height, width = struct.unpack(">HH", raw[place + 5 : place + 9])
            return _sides(width, height)
        else:
            (length,) = struct.unpack(">H", raw[place + 2 : place + 4])
            place += 2 + max(length, 2)
    return None
