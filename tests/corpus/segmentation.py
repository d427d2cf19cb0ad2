"""Scores how a damaged page was put together again, as counts that add up over pages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tests.corpus.damage import DamagedPage
from tests.corpus.scoring import Score, article_of_characters

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.values import DoubtKind, Reading

_STOPS = "。！？”!?"
_TOLD_ABOVE = (DoubtKind.DISPLACED_HEADLINE, DoubtKind.GLUED_BYLINE)
_ASIDE = (DoubtKind.GARBLED_LINE, DoubtKind.PAGE_FURNITURE)

Pair = tuple[int, int]


def places(spans: Iterable[Span], text: str) -> list[int]:
    """Return the offsets of the characters of spans that are not white space."""
    return [i for one in spans for i in range(one.start, one.end) if not text[i].isspace()]


def article_by_votes(page: DamagedPage, reading: Reading) -> dict[str, int]:
    """Return which true article each article read stands for, by most of its characters."""
    owner = article_of_characters(reading)
    votes: dict[str, Counter[int]] = {}
    for i, origin in enumerate(page.origins):
        if origin and origin[0] in "phb" and i in owner:
            votes.setdefault(owner[i], Counter())[origin[1]] += 1
    return {one: count.most_common(1)[0][0] for one, count in votes.items()}


def score_segmentation(page: DamagedPage, reading: Reading) -> Score:
    """Return the counts of every measure of segmentation for one page."""
    result = Score()
    owner = article_of_characters(reading)
    best = article_by_votes(page, reading)
    for name, kinds in (("body", "p"), ("characters", "phb")):
        truth = [
            (i, origin[1])
            for i, origin in enumerate(page.origins)
            if origin and origin[0] in kinds and not page.text[i].isspace()
        ]
        right = sum(1 for i, article in truth if best.get(owner.get(i, "")) == article)
        result.of(name).add(right, len(truth), len(truth))
    same = int(len(reading.articles) == len(page.articles))
    result.of("articles").add(same, 1, 1)
    _heads(page, reading, best, result)
    _joins(page, reading, result)
    _splices(page, reading, best, result)
    _aside(page, reading, result)
    return result


def _words(page: DamagedPage, kind: str, article: int) -> str:
    return "".join(
        sign
        for sign, origin in zip(page.text, page.origins, strict=True)
        if origin and origin[0] == kind and origin[1] == article and not sign.isspace()
    )


def _bare(words: str) -> str:
    return "".join(words.split())


def _heads(page: DamagedPage, reading: Reading, best: dict[str, int], result: Score) -> None:
    said: dict[int, list[object]] = {}
    for one in reading.articles:
        if one.id in best:
            said.setdefault(best[one.id], []).append(one)
    right = {"headlines": 0, "bylines": 0}
    true = {"headlines": 0, "bylines": 0}
    for number in range(len(page.articles)):
        for name, kind, field in (("headlines", "h", "headline"), ("bylines", "b", "byline")):
            words = _words(page, kind, number)
            true[name] += bool(words)
            found = (getattr(one, field) for one in said.get(number, []))
            right[name] += bool(words) and any(one and _bare(one.text) == words for one in found)
    result.of("headlines").add(
        right["headlines"], sum(1 for one in reading.articles if one.headline), true["headlines"]
    )
    result.of("bylines").add(
        right["bylines"], sum(1 for one in reading.articles if one.byline), true["bylines"]
    )


def _breaks(page: DamagedPage, run: Sequence[int]) -> list[tuple[Pair, str]]:
    """Return the pairs of neighbours in a run with a break between them, and what kind it is.

    ``wraps`` are mere line ends of a wrapped page; ``joins`` are column ends and moved
    pieces; ``joins_at_stop`` are those after a full stop, which text alone cannot tell from
    the end of a paragraph. Breaks around a copy belong to the splice and are left out.
    """
    copies = page.origins
    found: list[tuple[Pair, str]] = []
    for a, b in pairwise(run):
        between = page.text[a + 1 : b] if a < b else "\n\n"
        if "\n" not in between and not between.strip():
            continue
        near = (a, b, a + 1, max(0, b - 1))
        if any(i < len(copies) and (copies[i] or " ")[0] == "copy" for i in near):
            continue
        if page.wrapped and a < b and between.count("\n") == 1 and not between.strip():
            kind = "wraps"
        else:
            kind = "joins_at_stop" if page.text[a] in _STOPS else "joins"
        found.append(((a, b), kind))
    return found


def _joins(page: DamagedPage, reading: Reading, result: Score) -> None:
    runs: dict[Pair, list[Pair]] = {}
    for i, origin in enumerate(page.origins):
        if origin and origin[0] == "p" and not page.text[i].isspace():
            runs.setdefault((origin[1], origin[2]), []).append((origin[3], i))
    true = dict(
        one for run in runs.values() for one in _breaks(page, [place for _, place in sorted(run)])
    )
    said = dict(
        one
        for article in reading.articles
        for paragraph in article.paragraphs
        for one in _breaks(page, places(paragraph.spans, page.text))
    )
    for kind in ("joins", "joins_at_stop", "wraps"):
        want = {pair for pair, one in true.items() if one == kind}
        got = {pair for pair, one in said.items() if one == kind}
        result.of(kind).add(len(want & got), len(got), len(want))


def _splices(page: DamagedPage, reading: Reading, best: dict[str, int], result: Score) -> None:
    """Count passages found, and of those found the ones given to their owner."""
    doubts = [
        (set(places(each.spans, page.text)), best.get(each.owner or ""))
        for one in reading.articles
        for each in one.doubts
        if each.kind is DoubtKind.REPEATED_PASSAGE
    ]
    used: set[int] = set()
    found = owned = 0
    for splice in page.splices:
        copy = {i for i in splice.offsets if not page.text[i].isspace()}
        originals = {
            page.where[("p", *page.origins[i][1:4])]
            for i in copy
            if ("p", *page.origins[i][1:4]) in page.where
        }
        for number, (said, owner) in enumerate(doubts):
            at_copy, at_original = len(said & copy), len(said & originals)
            if 2 * max(at_copy, at_original) < len(copy):
                continue
            used.add(number)
            found += 1
            owned += at_copy > at_original and owner == splice.owner
            break
    result.of("splices").add(found, found + len(doubts) - len(used), len(page.splices))
    result.of("owners").add(owned, found, found)


def _aside(page: DamagedPage, reading: Reading, result: Score) -> None:
    want = {
        i
        for i, origin in enumerate(page.origins)
        if origin == ("aside",) and not page.text[i].isspace()
    }
    got = {
        i
        for one in reading.articles
        for each in one.doubts
        if each.kind in _ASIDE
        for i in places(each.spans, page.text)
    }
    result.of("set_aside").add(len(want & got), len(got), len(want))


def table(name: str, result: Score) -> str:
    """Return the measures as lines to print."""
    rows = [f"\n{name:18} {'P':>6} {'R':>6} {'F1':>6} {'n':>6}"]
    rows += [
        f"  {key:16} {one.precision:6.3f} {one.recall:6.3f} {one.f1:6.3f} {one.true:6}"
        for key, one in result.measures.items()
    ]
    return "\n".join(rows)


def _true_breaks(page: DamagedPage) -> set[Pair]:
    runs: dict[Pair, list[Pair]] = {}
    for i, origin in enumerate(page.origins):
        if origin and origin[0] == "p" and not page.text[i].isspace():
            runs.setdefault((origin[1], origin[2]), []).append((origin[3], i))
    return {pair for run in runs.values() for pair in pairwise([place for _, place in sorted(run)])}


def decisions(page: DamagedPage, reading: Reading) -> list[tuple[float, bool]]:
    """Return for each doubt that carries a probability what it said and whether it was right."""
    best = article_by_votes(page, reading)
    true = _true_breaks(page)
    found: list[tuple[float, bool]] = []
    for article in reading.articles:
        for part, kind in ((article.headline, "h"), (article.byline, "b")):
            if part is not None and part.confidence is not None:
                at = places(part.spans, page.text)
                held = all((page.origins[i] or " ")[:2] == (kind, best.get(article.id)) for i in at)
                found.append((part.confidence, held))
        for one in article.doubts:
            if one.confidence is None or one.kind in _TOLD_ABOVE:
                continue
            at = places(one.spans, page.text)
            origins = [page.origins[i] or (" ",) for i in at]
            if one.kind is DoubtKind.JOINED_ACROSS_BREAK:
                first, second = one.spans[0], one.spans[-1]
                pair = (places((first,), page.text)[-1], places((second,), page.text)[0])
                if "copy" in [(page.origins[i] or " ")[0] for i in pair]:
                    continue
                found.append((one.confidence, pair in true))
            elif one.kind is DoubtKind.REPEATED_PASSAGE:
                copied = sum(o[0] == "copy" for o in origins)
                found.append((one.confidence, copied * 2 > len(origins)))
    return found
