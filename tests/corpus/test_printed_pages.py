"""Invented articles printed as newspaper pages: what the layout gets right, and what a scan costs."""

import os
import shutil

import pytest
from tests.corpus.page_scoring import PageScore, score_printed
from tests.corpus.render import CHROMIUM, LAYOUTS, press, printed

from guatu.adapters.intake import take_in
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.picture_intake import can_see
from guatu.domain.reading import read_source

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and os.environ.get("CI") != "true",
    reason="no chromium here to print with (apt install chromium)",
)
SEEDS = (0, 3)


@pytest.fixture(scope="module")
def pages():
    """Two pages of each layout, and a small one to be seen."""
    assert shutil.which(CHROMIUM or "chromium"), "CI prints its pages with chromium"
    with press() as page:
        found = [printed(page, layout, seed) for layout in LAYOUTS for seed in SEEDS]
        return found, printed(page, "gazette", 5)


def scored(page, raw: bytes) -> PageScore:
    source, told = take_in(raw, name="page")
    assert source is not None, told
    return score_printed(page, read_source(source, lexicon=load_lexicon()), source.text)


def test_pages_with_a_text_layer_when_read_then_every_article_and_headline_is_right(pages):
    total = PageScore()
    for page in pages[0]:
        total.merge(scored(page, page.pdf))
    assert total.articles.right == total.articles.true == total.articles.said
    assert total.headlines.right == total.headlines.true
    assert total.bylines.right == total.bylines.true
    assert total.body.recall > 0.998
    assert total.paragraphs.recall > 0.98


@pytest.mark.skipif(
    not can_see() and os.environ.get("CI") != "true", reason="the extra guatu[ocr] is not installed"
)
def test_half_a_page_photographed_when_seen_then_its_articles_are_right(pages):
    import cv2
    import numpy as np
    from tests.corpus.scan import seen

    page = pages[1]
    photo = cv2.imdecode(np.frombuffer(seen(page.pdf, "photo"), np.uint8), cv2.IMREAD_COLOR)
    small = cv2.resize(photo, None, fx=0.62, fy=0.62, interpolation=cv2.INTER_AREA)
    score = scored(page, cv2.imencode(".jpg", small)[1].tobytes())
    assert score.articles.right == score.articles.true
    assert score.headlines.right >= score.headlines.true - 1
    assert score.body.recall > 0.97
