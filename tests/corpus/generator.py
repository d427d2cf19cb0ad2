"""Turns an annotated clean page and its list of damages into a damaged page whose truth is known.

A ``.page`` file holds ``@`` lines (county, year, people, damages, blind) and articles:
``== headline``, ``-- byline``, one line a paragraph. In a paragraph,
``{unit+unit@2025-04-30#promise: words}`` marks a directive with its addressees
(``-``: nobody named), its resolved deadline and its kind.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
_MARK = re.compile(
    r"\{(?P<who>[^:@#{}]*)(?:@(?P<day>[\d-]+))?(?:#(?P<kind>\w+))?: (?P<words>[^{}]*)\}"
)
_HALF = str.maketrans("，；：？！（）", ",;:?!()")

Origin = tuple  # ("p", article, paragraph, place) | ("h", article, place) | ("b", …) | ("copy", …) | ("aside",)


@dataclass(frozen=True)
class Marked:
    """A directive as annotated: its place in the clean paragraph and what is true of it."""

    article: int
    paragraph: int
    start: int
    end: int
    units: tuple[str, ...]
    day: date | None
    promise: bool


@dataclass
class Source:
    """A clean article."""

    headline: str
    paragraphs: list[str] = field(default_factory=list)
    byline: str | None = None


@dataclass
class Page:
    """A damaged page with its truth: the origin of every character and what is marked."""

    name: str
    text: str
    origins: list[Origin | None]
    articles: list[Source]
    marked: list[Marked]
    people: frozenset[str]
    year: int | None
    group: str
    damages: list[str]


Block = list[tuple[str, Origin | None]]


def _parse(path: Path) -> tuple[dict[str, list[str]], list[Source], list[Marked]]:
    notes: dict[str, list[str]] = {}
    articles: list[Source] = []
    marked: list[Marked] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            key, _, rest = line[1:].partition(" ")
            notes.setdefault(key, []).append(rest)
        elif line.startswith("== "):
            articles.append(Source(headline=line[3:]))
        elif line.startswith("-- "):
            articles[-1].byline = line[3:]
        elif line.strip():
            clean, place = "", 0
            for one in _MARK.finditer(line):
                clean += line[place : one.start()]
                start = len(clean)
                clean += one["words"]
                place = one.end()
                who = one["who"]
                marked.append(
                    Marked(
                        article=len(articles) - 1,
                        paragraph=len(articles[-1].paragraphs),
                        start=start,
                        end=len(clean),
                        units=() if who == "-" else tuple(who.split("+")),
                        day=date.fromisoformat(one["day"]) if one["day"] else None,
                        promise=one["kind"] == "promise",
                    )
                )
            clean += line[place:]
            assert not set("{}") & set(clean), (path.name, clean)
            articles[-1].paragraphs.append(clean)
    return notes, articles, marked


def _blocks(number: int, source: Source) -> list[Block]:
    blocks: list[Block] = [[(sign, ("h", number, i)) for i, sign in enumerate(source.headline)]]
    for p, words in enumerate(source.paragraphs):
        blocks.append([(sign, ("p", number, p, i)) for i, sign in enumerate(words)])
    if source.byline:
        blocks.append([(sign, ("b", number, i)) for i, sign in enumerate(source.byline)])
    return blocks


def _of(block: Block) -> Origin:
    return next(origin for _, origin in block if origin is not None)


def _place(words: str) -> tuple[int, int]:
    found = re.fullmatch(r"a(\d+)p(\d+)", words)
    assert found is not None, words
    return int(found[1]) - 1, int(found[2]) - 1


def _number(words: str) -> int:
    return int(words.removeprefix("a")) - 1


class Damage:
    """Applies damages to the blocks of a page, in the order of the file."""

    def __init__(self, articles: list[Source]) -> None:
        self.articles = articles
        self.pages = [_blocks(number, one) for number, one in enumerate(articles)]
        self.joint = "\n\n"
        self.half = False
        self.width: int | None = None

    def apply(self, line: str) -> None:
        name, _, rest = line.partition(" ")
        getattr(self, name)(*rest.split(" ", 1))

    def cut(self, where: str, phrase: str) -> None:
        article, paragraph = _place(where)
        after = self.articles[article].paragraphs[paragraph].index(phrase) + len(phrase)
        for place, block in enumerate(self.pages[article]):
            for i, (_, origin) in enumerate(block):
                if origin == ("p", article, paragraph, after):
                    self.pages[article][place : place + 1] = [block[:i], block[i:]]
                    return
        raise AssertionError(phrase)

    def glue_byline(self, where: str) -> None:
        blocks = self.pages[_number(where)]
        byline = blocks.pop()
        assert _of(byline)[0] == "b"
        blocks[-1].extend(byline)

    def headline_after(self, where: str) -> None:
        blocks = self.pages[_number(where)]
        blocks.append(blocks.pop(0))

    def lose_lead(self, where: str) -> None:
        for block in self.pages[_number(where)]:
            if "".join(sign for sign, _ in block).startswith("本报讯 "):
                del block[:4]
                return
        raise AssertionError(where)

    def splice(self, where: str, rest: str) -> None:
        passage, into = rest.rsplit(" ", 1)
        article, paragraph = _place(where)
        words = self.articles[article].paragraphs[paragraph]
        first, last = passage.split("|")
        start, end = words.index(first), words.index(last) + len(last)
        target, slot = _place(into)
        block = next(
            one
            for one in reversed(self.pages[target])
            if any(o is not None and o[:3] == ("p", target, slot) for _, o in one)
        )
        at = len([1 for _, o in block if o is not None and o[0] == "p"])
        block[at:at] = [(words[i], ("copy", article, paragraph, i)) for i in range(start, end)]

    def garble(self, where: str, words: str) -> None:
        self.pages[_number(where)].append([(sign, ("aside",)) for sign in words.strip()])

    def masthead(self, where: str, words: str) -> None:
        lines = [[(sign, ("aside",)) for sign in one] for one in words.split("|")]
        self.pages[_number(where)][:0] = lines

    def swap_tail(self, where: str, other: str) -> None:
        """The second half of an article's last paragraph stands at the end of another article."""
        home, away = self.pages[_number(where)], self.pages[_number(other)]
        last = max(i for i, block in enumerate(home) if _of(block)[0] == "p")
        block = home[last]
        middle = len(block) // 2
        while block[middle - 1][0] in "，。；、”" or block[middle][0] in "，。；、”“":
            middle += 1
        home[last] = block[:middle]
        stop = max(i for i, one in enumerate(away) if _of(one)[0] == "p")
        away.insert(stop + 1, block[middle:])

    def halfwidth(self, _: str) -> None:
        self.half = True

    def wrap(self, width: str) -> None:
        self.width = int(width)

    def lose_blank(self, _: str) -> None:
        self.joint = "\n"

    def page(self) -> tuple[str, list[Origin | None]]:
        signs: Block = []
        for block in (one for blocks in self.pages for one in blocks):
            if signs:
                signs += [(sign, None) for sign in self.joint]
            for i, pair in enumerate(block):
                if self.width and i and i % self.width == 0:
                    signs.append(("\n", None))
                signs.append(pair)
        text = "".join(sign for sign, _ in signs)
        return text.translate(_HALF) if self.half else text, [origin for _, origin in signs]


def _group(notes: dict[str, list[str]]) -> str:
    """Pages without ``@blind`` were tuned on; a word after it names a later blind set."""
    if "blind" not in notes:
        return "tuning"
    return notes["blind"][0] or "blind"


def load(path: Path) -> Page:
    """Return the damaged page of a file with its truth."""
    notes, articles, marked = _parse(path)
    damage = Damage(articles)
    damages = notes.get("damage", [])
    for line in damages:
        damage.apply(line)
    text, origins = damage.page()
    year = notes["year"][0]
    return Page(
        name=path.stem,
        text=text,
        origins=origins,
        articles=articles,
        marked=marked,
        people=frozenset(notes["people"][0].split()),
        year=None if year == "none" else int(year),
        group=_group(notes),
        damages=damages,
    )


@cache
def corpus() -> tuple[Page, ...]:
    """Return all pages of the corpus; read once."""
    return tuple(load(path) for path in sorted(PAGES.glob("*.page")))
