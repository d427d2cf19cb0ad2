"""Scores a reading of a printed page: articles, headlines, characters in the right article."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tests.corpus.render import PrintedPage
from tests.corpus.scoring import Counts

from guatu.domain.reading.values import Reading

_HALF = 0.5


@dataclass
class PageScore:
    """Counts of one or several printed pages."""

    articles: Counts = field(default_factory=Counts)
    headlines: Counts = field(default_factory=Counts)
    body: Counts = field(default_factory=Counts)
    anywhere: Counts = field(default_factory=Counts)
    paragraphs: Counts = field(default_factory=Counts)
    bylines: Counts = field(default_factory=Counts)

    def merge(self, other: "PageScore") -> None:
        for name, one in vars(other).items():
            getattr(self, name).add(one.right, one.said, one.true)

    def row(self) -> str:
        """Articles and headlines found, characters in the right article, missed anywhere, paragraphs whole."""
        return (
            f"articles {self.articles.right}/{self.articles.true} (said {self.articles.said})"
            f"  headlines {self.headlines.right}/{self.headlines.true}"
            f"  bylines {self.bylines.right}/{self.bylines.true}"
            f"  body {self.body.recall:.4f}  missed {1 - self.anywhere.recall:.4f}"
            f"  paragraphs {self.paragraphs.recall:.3f}"
        )


def bare(words: str) -> str:
    """Return words without white space, marks in one form."""
    wide = str.maketrans(",;:?!()%", "，；：？！（）％")
    return "".join(words.split()).translate(wide)


def common(one: str, other: str) -> int:
    """Return how many characters two texts share in order."""
    if one == other:
        return len(one)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)


def score_printed(page: PrintedPage, reading: Reading, text: str) -> PageScore:
    """Return the counts of a reading against the truth of a printed page."""
    score = PageScore()
    said = [bare("".join(one.text for one in article.paragraphs)) for article in reading.articles]
    true = [bare("".join(one.paragraphs)) for one in page.articles]
    shares = sorted(
        ((common(t, s), i, j) for i, t in enumerate(true) for j, s in enumerate(said)), reverse=True
    )
    pairs: dict[int, int] = {}
    for _, i, j in shares:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    whole = bare(text)
    for i, one in enumerate(page.articles):
        j = pairs.get(i)
        found = reading.articles[j] if j is not None else None
        right = common(true[i], said[j]) if j is not None else 0
        score.body.add(right, len(said[j]) if j is not None else 0, len(true[i]))
        score.anywhere.add(max(right, common(true[i], whole)), 0, len(true[i]))
        score.articles.add(int(right > _HALF * len(true[i])), 0, 1)
        headline = bare(found.headline.text) if found and found.headline else ""
        score.headlines.add(int(headline == bare("".join(one.headline))), 1, 1)
        if one.byline:
            byline = bare(found.byline.text) if found and found.byline else ""
            score.bylines.add(int(byline == bare(one.byline)), 1, 1)
        kept = {bare(each.text) for each in found.paragraphs} if found else set()
        score.paragraphs.add(
            sum(bare(each) in kept for each in one.paragraphs), 0, len(one.paragraphs)
        )
    score.articles.said += len(reading.articles)
    return score
