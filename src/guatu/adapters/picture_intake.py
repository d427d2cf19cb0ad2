"""Pages read by eye: PNG, JPEG, TIFF, BMP and scanned PDF pages, by RapidOCR's bundled models.

The extra ``guatu[ocr]`` brings the engine; nothing of it is imported before a picture comes.
It runs in commands and in the job process, never where pages are served.
"""

import importlib.util
import io
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.adapters.image_heads import MOST_PIXELS
from guatu.adapters.pdf_intake import PagePicture
from guatu.adapters.pdf_rulings import Uprights
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.reading.boxes import Box, BoxedLine, BoxedPage
from guatu.domain.reading.radicals import repaired
from guatu.domain.reading.skew import Deskew

MOST_FRAMES = 40
_SEEN_SIDE = 2600
_LEAST_SIDE = 16
_THREADS = 2
_MOST_LINES = 4000
_DOWN = 2.2
# How much wider and higher than its words the engine draws a box, in heights of it.
_PADDING = 0.35
_HEIGHT = 1.08
_HALF_WIDE = 0x2E7F
_END_MARKS = tuple("，。；：！？、”）》")
_START_MARKS = tuple("“（《")


def can_see() -> bool:
    """Tell whether the engine of the extra ``guatu[ocr]`` is installed."""
    needed = ("rapidocr", "onnxruntime", "cv2", "PIL")
    return all(importlib.util.find_spec(name) is not None for name in needed)


def read_picture(raw: bytes, *, name: str) -> tuple[tuple[BoxedPage, ...], tuple[Diagnostic, ...]]:
    """Return the pages (frames) of an image with their lines; no page where an error is told."""
    if not can_see():
        return (), (_told("reading.no_eye", name),)
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 the extra ocr brings it

    bad = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, MemoryError)
    try:
        with Image.open(io.BytesIO(raw)) as image:
            return _frames(image, name)
    except (*bad, Image.DecompressionBombError):
        return (), (_told("reading.broken_file", name),)


def _frames(image: Any, name: str) -> tuple[tuple[BoxedPage, ...], tuple[Diagnostic, ...]]:
    from PIL import ImageOps  # noqa: PLC0415 the extra ocr brings it

    frames = getattr(image, "n_frames", 1)
    if frames > MOST_FRAMES:
        return (), (_told("reading.too_many_scans", name, ("most", MOST_FRAMES)),)
    pages: list[BoxedPage] = []
    for number in range(1, frames + 1):
        image.seek(number - 1)
        if image.width * image.height > MOST_PIXELS:
            most = ("most", MOST_PIXELS // 1_000_000)
            return (), (_told("reading.too_many_pixels", name, most),)
        if min(image.size) < _LEAST_SIDE:
            return (), (_told("reading.too_small", name),)
        frame = ImageOps.exif_transpose(image).convert("RGB")
        pages.append(see_photo(np.asarray(frame)[:, :, ::-1].copy(), number))
    return tuple(pages), ()


def see_photo(pixels: NDArray[np.uint8], number: int) -> BoxedPage:
    """Return the lines of a picture that may be a photograph; boxes are in its own pixels."""
    from guatu.adapters.picture_straightening import (  # noqa: PLC0415 needs OpenCV
        shown_corners,
        straightened,
    )

    found = straightened(pixels)
    seen = _seen(found.pixels)
    height, width = pixels.shape[:2]
    shown = [shown_corners(one[0], found.back) for one in seen]
    drawn = _drawn(found.pixels)
    return _boxed(seen, shown, number, (float(width), float(height)), drawn)


def see_page(picture: PagePicture) -> BoxedPage:
    """Return the lines of a scanned PDF page; boxes are in the page's points."""
    seen = [(quad / picture.scale, words, score) for quad, words, score in _seen(picture.pixels)]
    shown = [one[0] for one in seen]
    drawn = [one / picture.scale for one in _drawn(picture.pixels)]
    return _boxed(seen, shown, picture.number, (picture.width, picture.height), drawn)


def _drawn(pixels: NDArray[np.uint8]) -> list[NDArray[np.float64]]:
    """Return the ends of the thin lines that a picture shows."""
    from guatu.adapters.picture_rulings import stretches  # noqa: PLC0415 needs OpenCV

    return stretches(pixels)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 a text page never loads the engine

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            # A line that the engine doubts is kept with its score: the desk shows it.
            "Global.text_score": 0.0,
            "Global.use_cls": False,
            "Global.max_side_len": _SEEN_SIDE,
            "Det.max_candidates": _MOST_LINES,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
        }
    )


Seen = tuple[NDArray[np.float64], str, float]


def _seen(pixels: NDArray[np.uint8]) -> list[Seen]:
    """Return corners, words and score of each line that the engine sees."""
    result = _engine()(pixels, use_cls=False)
    if result.boxes is None or result.txts is None or result.scores is None:
        return []
    seen: list[Seen] = []
    for corners, words, score in zip(result.boxes, result.txts, result.scores, strict=True):
        quad = np.asarray(corners, dtype=np.float64)
        seen.append(_seen_down(pixels, quad, words, float(score)))
    return [
        (quad, words, min(1.0, max(0.0, score))) for quad, words, score in seen if words.strip()
    ]


def _seen_down(
    pixels: NDArray[np.uint8], quad: NDArray[np.float64], words: str, score: float
) -> Seen:
    """Return a line as seen; one that runs down the page is laid out level and seen again."""
    (x0, y0), (x1, y1) = quad.min(axis=0).astype(int), quad.max(axis=0).astype(int)
    wide, high = x1 - x0, y1 - y0
    if wide < _LEAST_SIDE or high < _DOWN * wide:
        return quad, words, score
    strip = pixels[max(0, y0) : y1, max(0, x0) : x1]
    best: Seen = (quad, words, score)
    about = round(high / wide)
    for count in range(max(2, about - 1), about + 2):
        edges = np.linspace(0, len(strip), count + 1).astype(int)
        tall = int(np.diff(edges).min())
        level = np.hstack([strip[edge : edge + tall] for edge in edges[:-1]])
        again = _engine()(level, use_det=False, use_cls=False, use_rec=True)
        found = (again.txts or ("",))[0], float((again.scores or (0.0,))[0])
        if found[1] > best[2] and found[0].strip():
            best = (quad, *found)
    return best


def _boxed(
    seen: list[Seen],
    shown: list[NDArray[np.float64]],
    number: int,
    page_size: tuple[float, float],
    drawn: list[NDArray[np.float64]],
) -> BoxedPage:
    from guatu.adapters.picture_rulings import parted, rulings_of  # noqa: PLC0415 needs OpenCV

    width, height = page_size
    deskew = Deskew([one[0] for one in seen], centre=(width / 2, height / 2))
    flat = [deskew.of(one[0]) for one in seen]
    rulings = rulings_of([deskew.of(one) for one in drawn])
    lines = [
        BoxedLine(
            words=" ".join(repaired(words).split()),
            box=_around(quad, number, None),
            size=type_size(one, words),
            score=round(score, 3),
            shown=_around(place, number, page_size),
        )
        for (one, words, score), quad, place in zip(seen, flat, shown, strict=True)
    ]
    uprights = Uprights(rulings)
    pieces = tuple(piece for one in lines for piece in parted(one, uprights))
    return BoxedPage(number=number, width=width, height=height, lines=pieces, rulings=rulings)


def type_size(quad: NDArray[np.float64], words: str) -> float:
    """Return the size of a line's type: by the widths of its characters, at most its height.

    Boxes of short lines and of lines with tall marks are too high; a character is as wide as
    its type is big, half as wide where it is Latin or a mark at the end.
    """
    width, height = float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[3] - quad[0])))
    if height > width:
        width, height = height, width
    bare = "".join(words.split())
    full = sum(1.0 if ord(sign) > _HALF_WIDE else 0.5 for sign in bare)
    full -= 0.5 * (bare.endswith(_END_MARKS)) + 0.5 * (bare.startswith(_START_MARKS))
    by_width = (width - _PADDING * height) / max(full, 0.5)
    return max(1e-6, min(height / _HEIGHT, by_width) if by_width > 0 else height)


def _around(quad: NDArray[np.float64], number: int, within: tuple[float, float] | None) -> Box:
    """Return the box around four corners, cut to the page where one is given."""
    low, high = quad.min(axis=0), quad.max(axis=0)
    if within is not None:
        low, high = np.clip(low, 0, within), np.clip(high, 0, within)
    x0, y0, x1, y1 = (round(float(one), 1) for one in (*low, *high))
    return Box(page=number, x0=x0, y0=y0, x1=max(x0, x1), y1=max(y0, y1))


def _told(code: str, name: str, *more: tuple[str, str | int | float]) -> Diagnostic:
    return Diagnostic(code=code, source=name, arguments=(("name", name), *more))
