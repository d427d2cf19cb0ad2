"""Clean articles as newspaper pages whose truth is known: HTML and CSS, printed by Chromium.

A layout says how articles share the sheet; everything else (head, photographs, captions)
is put in by it. ``printed`` gives a PDF of one page as high as its articles need.
"""

import html
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.corpus.blocks import Clean
from tests.corpus.damage import clean_of_counties

CHROMIUM = os.environ.get("GUATU_CHROMIUM") or shutil.which("chromium")
LAYOUTS = ("stacked", "halves", "middle", "sidebar", "mixed", "gazette")
_MARKS = ("h", "p", "b")

_STYLE = """
@page { margin: 0 }
* { box-sizing: border-box }
body { margin: 0; padding: 9mm 10mm; width: 297mm; font-family: "Noto Serif CJK SC", serif; font-size: 9.6pt }
.head { display: flex; justify-content: space-between; border-bottom: .5mm solid #000; padding-bottom: 1.5mm; margin-bottom: 4mm; font-size: 8.5pt; align-items: end }
.head b { font-size: 30pt; letter-spacing: 2mm; line-height: 1 }
.foot { margin-top: 4mm; font-size: 7.5pt; text-align: center }
.row { display: flex; gap: 7mm; align-items: flex-start; margin-bottom: 5mm }
.row > * { min-width: 0 }
article { flex: 1 1 0; margin-bottom: 5mm }
h1 { margin: 0 0 3mm; line-height: 1.25; text-align: center; font-weight: 700 }
.kicker, .deck { text-align: center; font-size: 13pt; margin: 0 0 1.5mm; font-weight: 400 }
.deck { margin: -1mm 0 3mm }
.columns { column-gap: 6mm; column-rule: .15mm solid #999; text-align: justify; line-height: 1.5 }
.columns p { margin: 0; text-indent: 2em }
.by { text-align: right; text-indent: 0 !important; font-family: "Noto Sans CJK SC" }
figure { margin: 0 0 3mm; break-inside: avoid }
figure div { height: 26mm; background: linear-gradient(120deg, #999, #ddd 40%, #777) }
figcaption { font-size: 8pt; font-family: "Noto Sans CJK SC"; line-height: 1.35; margin-top: 1mm }
.briefs { border-left: .2mm solid #666; padding-left: 5mm }
"""


@dataclass(frozen=True)
class PrintedPage:
    """A page as printed: its PDF, and the truth of its articles in the order of the layout."""

    layout: str
    pdf: bytes
    articles: tuple[Clean, ...]
    asides: tuple[str, ...]


@contextmanager
def press() -> Iterator[Any]:
    """Yield a Chromium page to print with."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking"]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=quiet)
        try:
            yield browser.new_page()
        finally:
            browser.close()


def articles_for(
    seed: int, *, group: str = "tuning", most: int = 900
) -> tuple[str, tuple[Clean, ...]]:
    """Return a county and its articles of moderate length, shuffled by the seed."""
    counties = clean_of_counties(group)
    name = sorted(counties)[seed % len(counties)]
    fit = [one for one in counties[name] if 120 <= sum(map(len, one.paragraphs)) <= most]
    Random(seed).shuffle(fit)
    return name, tuple(fit)


def printed(press_page: Any, layout: str, seed: int, *, group: str = "tuning") -> PrintedPage:
    """Print articles of one county in a layout."""
    county, articles = articles_for(seed, group=group)
    used, body, asides = _laid(layout, articles, Random(seed + 77))
    head, foot = _head(county, seed)
    page = f"<html><head><meta charset=utf-8><style>{_STYLE}</style></head><body>{head[0]}{body}{foot[0]}</body></html>"
    press_page.set_content(page)
    height = press_page.evaluate("Math.ceil(document.documentElement.scrollHeight)") + 8
    pdf = press_page.pdf(width="297mm", height=f"{height}px", print_background=True)
    return PrintedPage(layout=layout, pdf=pdf, articles=used, asides=(*head[1], *asides, *foot[1]))


def _head(county: str, seed: int) -> tuple[tuple[str, list[str]], tuple[str, list[str]]]:
    name = f"{county[:-1]}日报"
    words = [f"2025年3月{seed % 28 + 1}日 星期三", name, f"第{seed % 8 + 1}版 综合新闻"]
    head = f"<div class=head><span>{words[0]}</span><b>{words[1]}</b><span>{words[2]}</span></div>"
    foot = "责任编辑：林知远 校对：苏和 版式：白露"
    return (head, words), (f"<div class=foot>{foot}</div>", [foot])


def _article(one: Clean, *, columns: int, size: float, photo: str = "", under: bool = False) -> str:
    """Return an article's HTML: kicker, headline of ``size`` points, deck, columns."""
    lines = list(one.headline)
    source = one.source
    kicker = getattr(source, "kicker", None)
    deck = getattr(source, "sub_headline", None)
    main = [line for line in lines if line not in {kicker, deck}]
    parts = ["<article>"]
    parts += [f"<div class=kicker>{html.escape(kicker)}</div>"] if kicker else []
    parts.append(f"<h1 style='font-size:{size}pt'>{'<br>'.join(map(html.escape, main))}</h1>")
    parts += [f"<div class=deck>{html.escape(deck)}</div>"] if deck else []
    by = f"<p class=by>{html.escape(one.byline)}</p>" if one.byline else ""
    above, below = (by, "") if under else ("", by)
    body = "".join(
        f"<p{_SET_RIGHT if _is_signed(words) else ''}>{html.escape(words)}</p>"
        for words in one.paragraphs
    )
    parts.append(
        f"<div class=columns style='column-count:{columns}'>{photo}{above}{body}{below}</div></article>"
    )
    return "".join(parts)


_SET_RIGHT = " class=by"


def _is_signed(words: str) -> bool:
    """Who signed a notice and when is set to the right, as offices do."""
    return len(words) <= 20 and words[-1] not in "。！？：；”）"


_CAPTION = "图为工作人员在现场查看施工进度。{name}　摄"


def _photo(number: int) -> tuple[str, str]:
    words = _CAPTION.format(name=("林知远", "苏和", "白露")[number % 3])
    return f"<figure><div></div><figcaption>{words}</figcaption></figure>", words


def _row(*parts: str, shares: Sequence[float] = ()) -> str:
    grown = [
        f"<div style='flex:{share} 1 0'>{part}</div>"
        for part, share in zip(parts, shares or [1] * len(parts), strict=True)
    ]
    return f"<div class=row>{''.join(grown)}</div>"


def _laid(
    layout: str, articles: Sequence[Clean], rng: Random
) -> tuple[tuple[Clean, ...], str, list[str]]:
    """Return the articles used, the body's HTML, and the words that belong to no article."""
    a = articles
    photo, caption = _photo(rng.randrange(3))
    if layout == "stacked":
        used = a[:3]
        rows = [_article(used[0], columns=4, size=30), _article(used[1], columns=4, size=24)]
        return used, "".join([*rows, _article(used[2], columns=4, size=21)]), []
    if layout == "halves":
        used = a[:4]
        top = _row(
            _article(used[0], columns=2, size=26, photo=photo),
            _article(used[1], columns=2, size=20),
        )
        low = _row(_article(used[2], columns=2, size=18), _article(used[3], columns=2, size=22))
        return used, top + low, [caption]
    if layout == "middle":
        # A headline narrower than the middle one of three columns, over all of them.
        used = a[:3]
        rows = "".join(_article(one, columns=3, size=15) for one in used)
        return used, rows, []
    if layout == "sidebar":
        used = a[:5]
        main = _article(used[0], columns=3, size=28) + _article(
            used[1], columns=3, size=22, photo=photo
        )
        side = "".join(_article(one, columns=1, size=14.5) for one in used[2:])
        return used, _row(main, f"<div class=briefs>{side}</div>", shares=(3.1, 1)), [caption]
    if layout == "mixed":
        used = a[:5]
        top = _article(used[0], columns=5, size=32)
        middle = _row(
            _article(used[1], columns=2, size=20, under=True),
            _article(used[2], columns=1, size=16),
            shares=(2, 1),
        )
        low = _row(
            _article(used[3], columns=1, size=15),
            _article(used[4], columns=3, size=24, photo=photo),
            shares=(1, 3),
        )
        return used, top + middle + low, [caption]
    used = a[:4]
    body = "".join(
        _article(one, columns=2, size=17, under=n % 2 == 0) for n, one in enumerate(used)
    )
    return used, body, []
