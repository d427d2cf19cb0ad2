"""Printed pages as a scanner or a telephone would see them; every harm is drawn from a seed."""

import cv2
import numpy as np
import pypdfium2

VARIANTS = ("clean200", "dpi150", "noisy", "skew", "photo", "dim", "close")


def pixels_of(pdf: bytes, dpi: float) -> np.ndarray:
    """Return the first page as blue, green, red."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = document[0].render(scale=dpi / 72).to_numpy()[:, :, :3].copy()
    document.close()
    return drawn


def seen(pdf: bytes, variant: str, *, seed: int = 1) -> bytes:
    """Return the page as PNG or JPEG the way a variant sees it."""
    noise = np.random.default_rng(seed)
    page = pixels_of(pdf, 150 if variant in {"dpi150", "noisy"} else 200)
    if variant in {"clean200", "dpi150"}:
        return _png(page)
    if variant == "noisy":
        page = cv2.GaussianBlur(page, (3, 3), 0.8)
        return _jpeg(_grainy(page, noise, 12), 55)
    if variant == "skew":
        page = _grainy(_lit(_turned(page, 1.0), 0.72), noise, 6)
        return _jpeg(page, 75)
    photo = _photographed(page, noise)
    if variant == "close":
        # So near that the sheet's own edges are outside of the picture.
        tall, wide = photo.shape[:2]
        photo = photo[int(tall * 0.062) : int(tall * 0.938), int(wide * 0.066) : int(wide * 0.93)]
    if variant == "dim":
        photo = (60 + photo.astype(np.float32) * 0.42).astype(np.uint8)
    return _jpeg(_grainy(photo, noise, 5), 80)


def _grainy(page: np.ndarray, noise: np.random.Generator, sigma: float) -> np.ndarray:
    grain = noise.normal(0, sigma, page.shape[:2])[:, :, None]
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def _turned(page: np.ndarray, degrees: float) -> np.ndarray:
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(
        page, turn, (width, height), borderValue=(255, 255, 255), flags=cv2.INTER_CUBIC
    )


def _lit(page: np.ndarray, dark: float) -> np.ndarray:
    """Darken the page toward its lower right corner."""
    height, width = page.shape[:2]
    slope = (np.linspace(0, 1, height)[:, None] + np.linspace(0, 1, width)[None, :]) / 2
    return (page * (1 - (1 - dark) * slope)[:, :, None]).astype(np.uint8)


def _photographed(page: np.ndarray, noise: np.random.Generator) -> np.ndarray:
    """Lay the sheet on a table, look at it askew, and let a shadow fall over it."""
    height, width = page.shape[:2]
    table = np.full((int(height * 1.12), int(width * 1.14), 3), (70, 95, 120), np.uint8)
    tall, wide = table.shape[:2]
    table = _grainy(table, noise, 8)
    corners = np.float32([[0.07, 0.06], [0.91, 0.035], [0.955, 0.955], [0.03, 0.94]]) * [wide, tall]
    flat = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    warp = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    sheet = cv2.warpPerspective(page, warp, (wide, tall), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), warp, (wide, tall))
    photo = np.where(mask[:, :, None] > 127, sheet, table)
    x = np.linspace(0, 1, wide)[None, :]
    y = np.linspace(0, 1, tall)[:, None]
    shadow = 1 - 0.45 / (1 + np.exp(-(x - 0.55 + 0.25 * y) * 18))
    return (photo * (shadow * (1 - 0.12 * y))[:, :, None]).astype(np.uint8)


def _png(page: np.ndarray) -> bytes:
    return cv2.imencode(".png", page)[1].tobytes()


def _jpeg(page: np.ndarray, quality: int) -> bytes:
    return cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
