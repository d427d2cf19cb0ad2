"""The page that the project began with: scored only where the shared folder is at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.packs import load_messages
from guatu.domain.reading import SourceFacts, read_page, reading_document

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "pages"


def test_the_founding_page_when_read_then_its_scores_hold(tmp_path: Path):
    texts = sorted(FOLDER.glob("*.txt")) if FOLDER.is_dir() else []
    if not texts:
        pytest.skip("../shared/pages is not at hand")
    text = texts[0].read_text(encoding="utf-8")
    reading = read_page(text, lexicon=load_lexicon())
    source = SourceFacts(name="page.txt", sha256="", chars=len(text))
    answer = tmp_path / "answer.json"
    document = reading_document(reading, source=source, messages=load_messages("zh"))
    answer.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    gold = texts[0].with_suffix("").with_suffix(".gold.json")
    done = subprocess.run(
        [sys.executable, FOLDER / "score.py", texts[0], gold, answer],
        capture_output=True,
        text=True,
        check=True,
    )
    scores = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert scores["articles"] == "(4, 4)"
    figures = {name: float(words) for name, words in scores.items() if name != "articles"}
    for exact in ("segmentation", "headlines", "paragraphs_exact", "repeat_found"):
        assert figures[exact] == 1.0
    assert figures["directive_f1"] >= 0.97
    assert figures["addressee_accuracy"] >= 0.99
    assert figures["people_f1"] >= 0.94
    assert figures["invented_dates"] == 0
    assert figures["misaligned_directives"] == 0
    assert reading.year.value == 2024
