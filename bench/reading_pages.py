"""Printed and seen newspaper pages whose truth is known; a part of ``guatu bench reading``."""

import resource
import time
from typing import Any

from tests.corpus.page_scoring import PageScore, score_printed
from tests.corpus.render import CHROMIUM, LAYOUTS, PrintedPage, press, printed
from tests.corpus.scan import pixels_of, seen

from guatu.adapters.intake import take_in
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.pdf_intake import read_pdf
from guatu.domain.reading import read_page, read_source

_HEAD = f"{'pages':>6} {'articles':>13} {'headlines':>10} {'body':>7} {'missed':>7} {'paragraphs':>10} {'cpu s':>7}"


def _row(name: str, pages: int, score: PageScore, seconds: float) -> str:
    articles = f"{score.articles.right}/{score.articles.true} ({score.articles.said})"
    headlines = f"{score.headlines.right}/{score.headlines.true}"
    figures = (
        f"{score.body.recall:7.4f} {1 - score.anywhere.recall:7.4f} {score.paragraphs.recall:10.3f}"
    )
    return f"{name:26} {pages:6} {articles:>13} {headlines:>10} {figures} {seconds / max(1, pages):7.2f}"


def _pages(seeds: int) -> list[PrintedPage]:
    with press() as page:
        return [printed(page, layout, seed) for layout in LAYOUTS for seed in range(seeds)]


def printed_pages(seeds: int) -> None:
    """Print what is read of PDFs with a text layer, beside the regions of rapid-layout."""
    if CHROMIUM is None:
        print("\nprinted pages: absent (no chromium to print with)")
        return
    pages = _pages(seeds)
    print(f"\n{'PDF with text layer':26} {_HEAD}")
    regions = _rapid_layout()
    for name, work in (("guatu", _ours), ("(b) rapid-layout + rules", regions)):
        if work is None:
            print(f"{name:26} absent (pip install --target DIR rapid-layout; PYTHONPATH=DIR)")
            continue
        total, begun = PageScore(), time.process_time()
        for page in pages:
            total.merge(work(page))
        print(_row(name, len(pages), total, time.process_time() - begun))


def _ours(page: PrintedPage) -> PageScore:
    source, _ = take_in(page.pdf, name="page.pdf")
    assert source is not None
    return score_printed(page, read_source(source, lexicon=load_lexicon()), source.text)


def _rapid_layout() -> Any:
    """Return the peer: its regions from top to bottom, left to right, the same lines in them."""
    try:
        from rapid_layout import RapidLayout
    except ImportError:
        return None
    import logging

    logging.disable(logging.INFO)
    model = RapidLayout()

    def work(page: PrintedPage) -> PageScore:
        found = model(pixels_of(page.pdf, 200))
        scale = 72 / 200
        boxes = [[side * scale for side in box] for box in found.boxes]
        (boxed,), _ = read_pdf(page.pdf, name="x", see=None)
        inside: dict[int, list[Any]] = {}
        alone: list[Any] = []
        for one in boxed.lines:
            x, y = (one.box.x0 + one.box.x1) / 2, (one.box.y0 + one.box.y1) / 2
            owner = next(
                (i for i, b in enumerate(boxes) if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None
            )
            (alone if owner is None else inside.setdefault(owner, [])).append(one)
        blocks = [(boxes[i][1], boxes[i][0], lines) for i, lines in inside.items()]
        blocks += [(one.box.y0, one.box.x0, [one]) for one in alone]
        # Rows of regions that begin level are read from left to right.
        blocks.sort(key=lambda block: (round(block[0] / 12), block[1]))
        text = "\n\n".join(
            "".join(one.words for one in sorted(lines, key=lambda line: (line.box.y0, line.box.x0)))
            for _, _, lines in blocks
        )
        return score_printed(page, read_page(text, lexicon=load_lexicon()), text)

    return work


def seen_pages(variants: list[str]) -> None:
    """Print what is read of an A3 page as a scanner or a telephone sees it, with what it costs.

    Seconds are of the processor, a page's over both threads; the peak is the process's so far.
    """
    from guatu.adapters.picture_intake import can_see

    if CHROMIUM is None or not can_see():
        print("\nseen pages: absent (needs chromium and the extra guatu[ocr])")
        return
    with press() as page:
        sheets = [
            printed(page, layout, seed)
            for layout, seed in (("halves", 0), ("mixed", 1), ("sidebar", 4))
        ]
    print(f"\n{'A3 page as seen':26} {_HEAD} {'peak MB':>8}")
    for variant in variants:
        total, spent = PageScore(), 0.0
        for sheet in sheets:
            raw = seen(sheet.pdf, variant)
            begun = time.process_time()
            source, told = take_in(raw, name="page")
            spent += time.process_time() - begun
            assert source is not None, told
            reading = read_source(source, lexicon=load_lexicon())
            total.merge(score_printed(sheet, reading, source.text))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{_row(variant, len(sheets), total, spent)} {peak:8}", flush=True)
