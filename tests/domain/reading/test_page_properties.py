"""What must hold for every text, however damaged: nothing lost, nothing misplaced, no exception."""

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.corpus.generator import Page, corpus

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.values import DoubtKind, Reading

_ASIDE = (DoubtKind.GARBLED_LINE, DoubtKind.PAGE_FURNITURE)
_SCRAPS = (
    "本报讯 10月29日，",
    "县委书记张立强调，",
    "各级各部门要",
    "加快进度；",
    "。",
    "\n\n",
    "\n",
    "　　",
    "“",
    "”",
    "一是",
    "要求",
    "由县住建局牵头，",
    "11月5日前完成",
    "（记者 王强）",
    "—— 囗三 ——",
    "责任编辑：李明",
    "会议指出，",
    "2024年",
    "陈立督导工作",
    "等企业",
    "来到",
    "、",
    "A1",
    "\u200b",
    "\r\n",
    "\ufeff",
    "责任单位：",
    "；",
)


def held(text: str, reading: Reading) -> list[int]:
    """Return, per character of the text, in how many places of the reading it lies."""
    counts = [0] * len(text)
    for one in reading.articles:
        spans = [span for each in one.paragraphs for span in each.spans]
        spans += one.headline.spans if one.headline else ()
        spans += one.byline.spans if one.byline else ()
        spans += [s for doubt in one.doubts if doubt.kind in _ASIDE for s in doubt.spans]
        for span in spans:
            for i in range(span.start, span.end):
                counts[i] += 1
    return counts


def check(text: str, reading: Reading) -> None:
    counts = held(text, reading)
    wrong = [i for i, sign in enumerate(text) if counts[i] != 1 and not sign.isspace()]
    assert not wrong, [(i, text[i], counts[i]) for i in wrong[:5]]
    for one in reading.articles:
        for each in one.paragraphs:
            assert each.text == "".join(text[s.start : s.end] for s in each.spans)
        for doubt in one.doubts:
            assert all(s.end <= len(text) for s in doubt.spans)
    for directive in reading.directives:
        assert directive.action == "".join(text[s.start : s.end] for s in directive.spans)
        assert directive.action.strip()
        named = [(each.text, each.span) for each in directive.addressees]
        if directive.deadline.span is not None:
            named.append((directive.deadline.text or "", directive.deadline.span))
        for words, span in named:
            sliced = "".join(text[span.start : span.end].split())
            assert sliced == "".join(words.split()) or "".join(words.split()).startswith(sliced)
    for record in reading.records:
        for person in record.people:
            sliced = "".join(text[person.span.start : person.span.end].split())
            assert person.name.startswith(sliced)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.one_of(st.sampled_from(_SCRAPS), st.text(max_size=6)), max_size=40))
def test_any_text_when_read_then_every_character_lies_in_exactly_one_place(
    parts: list[str],
) -> None:
    text = "".join(parts)
    check(text, read_page(text, lexicon=load_lexicon(), year=2024))


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_page_torn_at_random_when_read_then_nothing_is_lost(data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(corpus()))
    text = page.text
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + data.draw(st.sampled_from(("\n\n", "\n", "”", "本报讯 ", "。")))
            + text[place:]
        )
    check(text, read_page(text, lexicon=load_lexicon()))


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 1_000_000))
@example(3600)  # a half-width sign behind a surname
def test_pages_in_a_row_with_characters_misread_when_read_then_nothing_is_lost(seed: int):
    random = Random(seed)
    chosen = random.sample([page.text for page in corpus()], 3)
    signs = sorted(set("".join(chosen)))
    text = "\n\n".join(
        "".join(random.choice(signs) if random.random() < 0.1 else sign for sign in one)
        for one in chosen
    )
    check(text, read_page(text, lexicon=load_lexicon()))


@pytest.mark.parametrize("page", corpus(), ids=lambda page: page.name)
def test_a_corpus_page_when_read_then_nothing_is_lost_or_invented(page: Page) -> None:
    reading = read_page(page.text, lexicon=load_lexicon())
    check(page.text, reading)
    for directive in reading.directives:
        if directive.deadline.day is not None:
            assert directive.deadline.text
