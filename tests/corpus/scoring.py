"""Scores a reading against the truth of a generated page, as counts that add up over pages."""

from collections import Counter
from dataclasses import dataclass, field

from tests.corpus.generator import Page

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.values import DoubtKind, Reading

_SILENT = set("，,。；;、：:！!？?（）()“”")


@dataclass
class Counts:
    """Right, said and true counts of one measure; precision, recall and F1 from them."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, right: int, said: int, true: int) -> None:
        self.right += right
        self.said += said
        self.true += true

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        total = self.said + self.true
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """All measures of one or several pages."""

    measures: dict[str, Counts] = field(default_factory=dict)

    def of(self, name: str) -> Counts:
        return self.measures.setdefault(name, Counts())

    def merge(self, other: "Score") -> None:
        for name, one in other.measures.items():
            self.of(name).add(one.right, one.said, one.true)


def _places(spans: tuple[Span, ...]) -> set[int]:
    return {i for one in spans for i in range(one.start, one.end)}


def article_of_characters(reading: Reading) -> dict[int, str]:
    """Return which article each character lies in, as a headline, byline or paragraph."""
    owner: dict[int, str] = {}
    for one in reading.articles:
        spans = [span for each in one.paragraphs for span in each.spans]
        spans += one.headline.spans if one.headline else ()
        spans += one.byline.spans if one.byline else ()
        for span in spans:
            for i in range(span.start, span.end):
                owner[i] = one.id
    return owner


def score(page: Page, reading: Reading) -> Score:
    """Return the counts of every measure for one page."""
    result = Score()
    text, origins = page.text, page.origins
    owner = article_of_characters(reading)
    truth = {
        i: origin[1]
        for i, origin in enumerate(origins)
        if origin and origin[0] in "phb" and not text[i].isspace()
    }
    votes: dict[str, Counter[int]] = {}
    for i, article in truth.items():
        if i in owner:
            votes.setdefault(owner[i], Counter())[article] += 1
    best = {one: count.most_common(1)[0][0] for one, count in votes.items()}
    right = sum(1 for i, article in truth.items() if best.get(owner.get(i, "")) == article)
    result.of("segmentation").add(right, sum(1 for i in truth if i in owner), len(truth))
    both = min(len(reading.articles), len(page.articles))
    result.of("articles").add(both, len(reading.articles), len(page.articles))
    _layout(page, reading, best, result)
    _directives(page, reading, result)
    _people(page, reading, result)
    return result


def _words(page: Page, kind: str, article: int, paragraph: int | None = None) -> str:
    return "".join(
        sign
        for sign, origin in zip(page.text, page.origins, strict=True)
        if origin
        and origin[0] == kind
        and origin[1] == article
        and (paragraph is None or origin[2] == paragraph)
    )


def _layout(page: Page, reading: Reading, best: dict[str, int], result: Score) -> None:
    said = {best.get(one.id): one for one in reading.articles}
    headlines = bylines = 0
    for number, source in enumerate(page.articles):
        one = said.get(number)
        if one and one.headline and one.headline.text == _words(page, "h", number):
            headlines += 1
        if source.byline and one and one.byline and one.byline.text == _words(page, "b", number):
            bylines += 1
    result.of("headlines").add(
        headlines, sum(1 for one in reading.articles if one.headline), len(page.articles)
    )
    result.of("bylines").add(
        bylines,
        sum(1 for one in reading.articles if one.byline),
        sum(1 for one in page.articles if one.byline),
    )
    want = {
        _words(page, "p", number, p)
        for number, source in enumerate(page.articles)
        for p in range(len(source.paragraphs))
    }
    copies = {i for i, origin in enumerate(page.origins) if origin and origin[0] == "copy"}
    # A copy set apart is a paragraph of its own; the truth knows none there.
    got = {
        each.text.replace("\n", "")
        for one in reading.articles
        for each in one.paragraphs
        if not _places(each.spans) <= copies
    }
    result.of("paragraphs").add(len(want & got), len(got), len(want))
    repeated = {
        i
        for one in reading.articles
        for each in one.doubts
        if each.kind is DoubtKind.REPEATED_PASSAGE
        for i in _places(each.spans)
    }
    result.of("repeats").add(len(copies & repeated), len(repeated), len(copies))
    aside = {
        i
        for i, origin in enumerate(page.origins)
        if origin == ("aside",) and not page.text[i].isspace()
    }
    set_aside = {
        i
        for one in reading.articles
        for each in one.doubts
        if each.kind in (DoubtKind.GARBLED_LINE, DoubtKind.PAGE_FURNITURE)
        for i in _places(each.spans)
        if not page.text[i].isspace()
    }
    result.of("set_aside").add(len(aside & set_aside), len(set_aside), len(aside))


def _directives(page: Page, reading: Reading, result: Score) -> None:
    by_place = {
        (one.article, one.paragraph, i): one
        for one in page.marked
        for i in range(one.start, one.end)
    }
    loud = {
        i: origin
        for i, origin in enumerate(page.origins)
        if origin and page.text[i] not in _SILENT and not page.text[i].isspace()
    }
    want = {i: by_place[o[1:]] for i, o in loud.items() if o[0] == "p" and o[1:] in by_place}
    said = {
        i: one
        for one in reading.directives
        if not one.repeats
        for i in _places(one.spans)
        if i in loud
    }
    both = want.keys() & said.keys()
    result.of("directive_chars").add(len(both), len(said), len(want))
    named = [i for i in both if want[i].units]
    right = sum(1 for i in named if _same(want[i].units, [a.text for a in said[i].addressees]))
    result.of("addressees").add(right, len(named), len(named))
    touched = {id(want[i]) for i in both}
    result.of("directives_found").add(len(touched), len(touched), len(page.marked))
    _dates(page, reading, want, result)


def _same(true: tuple[str, ...], said: list[str]) -> bool:
    def match(a: str, b: str) -> bool:
        return a in b or b in a

    return (
        bool(said)
        and all(any(match(a, b) for b in true) for a in said)
        and all(any(match(a, b) for a in said) for b in true)
    )


def _dates(page: Page, reading: Reading, want: dict[int, object], result: Score) -> None:
    dated = [one for one in page.marked if one.day]
    right = 0
    said = [one for one in reading.directives if one.deadline.day and not one.repeats]
    for one in said:
        marks = {id(want[i]): want[i] for i in _places(one.spans) if i in want}
        right += any(mark.day == one.deadline.day for mark in marks.values())
    result.of("deadlines").add(right, len(said), len(dated))


def _people(page: Page, reading: Reading, result: Score) -> None:
    said = {one.name for record in reading.records for one in record.people}
    bylines = {
        name
        for name in page.people
        if not any(name in words for one in page.articles for words in one.paragraphs)
    }
    true = page.people - bylines
    result.of("people").add(len(said & true), len(said), len(true))
