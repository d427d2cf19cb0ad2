"""A page of a kept PDF, OFD or scan as a picture for the screen."""

import io
import struct
import threading
import zlib
from contextlib import closing

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from guatu.adapters.image_heads import MOST_PIXELS
from guatu.adapters.intake_kinds import OFD
from guatu.adapters.ofd_pictures import SVG, ofd_page

DOTS_PER_INCH = 110
LARGEST_SIDE = 2400

# PDFium keeps state of its own and must not be entered by two threads at once.
_one_at_a_time = threading.Lock()


def page_picture(raw: bytes, media_type: str, page: int) -> tuple[bytes, str] | None:
    """Return page ``page`` (from 1) as a picture with its media type; None where there is none.

    A PDF is drawn at 110 dots an inch, no side longer than 2,400 pixels. An image is handed
    out upright and no larger; without Pillow a PNG or JPEG is handed out as it is. A page of an
    OFD file is SVG, or the picture that it shows.
    """
    if media_type == "application/pdf":
        return _of_pdf(raw, page)
    if media_type == OFD:
        found = ofd_page(raw, page)
        if found is None or found[1] == SVG:
            return found
        return _of_image(*found, 1)
    if media_type.startswith("image/"):
        return _of_image(raw, media_type, page)
    return None


def _of_pdf(raw: bytes, number: int) -> tuple[bytes, str] | None:
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(raw)
            with closing(document):
                if not 1 <= number <= len(document):
                    return None
                with closing(document[number - 1]) as page:
                    width, height = page.get_size()
                    scale = min(DOTS_PER_INCH / 72, LARGEST_SIDE / max(width, height, 1))
                    bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
                    pixels = bitmap.to_numpy()[:, :, :3].copy()
                    bitmap.close()
        except pypdfium2.PdfiumError:
            return None
    return png_of(pixels), "image/png"


def png_of(pixels: NDArray[np.uint8]) -> bytes:
    """Return an array (height, width, 3) of red, green, blue as PNG; grey where it has no colour."""
    grey = bool((pixels == pixels[:, :, :1]).all())
    rows = pixels[:, :, 0] if grey else pixels.reshape(len(pixels), -1)
    # Filter 2: each row as its difference to the one above, which suits white pages.
    above = np.vstack([np.zeros((1, rows.shape[1]), np.uint8), rows[:-1]])
    filtered = np.hstack([np.full((len(rows), 1), 2, np.uint8), rows - above])
    height, width = pixels.shape[:2]
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(filtered.tobytes(), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def _of_image(raw: bytes, media_type: str, number: int) -> tuple[bytes, str] | None:
    try:
        from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 the extra ocr brings it
    except ImportError:
        shown = number == 1 and media_type in {"image/png", "image/jpeg"}
        return (raw, media_type) if shown else None
    try:
        with Image.open(io.BytesIO(raw)) as image:
            image.seek(number - 1)
            if image.width * image.height > MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, EOFError, ValueError, SyntaxError):
        return None
    upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    drawn = io.BytesIO()
    upright.save(drawn, "JPEG", quality=82)
    return drawn.getvalue(), "image/jpeg"
