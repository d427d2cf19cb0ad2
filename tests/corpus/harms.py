"""The damages that change the order of a page: cuts, displaced lines, splices, interleaves, asides."""

import re
from dataclasses import dataclass
from random import Random

from tests.corpus.blocks import Block, Clean, aside

_CLAUSE = re.compile(r"(?<=[，。；])")
_SHORT_PIECE = 14
_SHORTEST_CUT = 36


@dataclass(frozen=True, slots=True)
class Harm:
    """How often each damage strikes: of a paragraph (cuts), an article, or a page; 0 to 1."""

    name: str
    # of an article's heading
    two_lines: float = 0.2
    kicker: float = 0.12
    displaced: float = 0.3
    # of an article
    glued: float = 0.35
    restyle: float = 0.4
    lost_lead: float = 0.1
    # of a paragraph
    cut: float = 0.5
    second_cut: float = 0.15
    # of a cut
    tail: float = 0.05
    # of a page
    run_over: float = 0.0
    splice: float = 0.6
    splices: int = 1
    interleave: float = 0.0
    by_line: float = 0.0
    garble: float = 0.3
    caption: float = 0.3
    masthead: float = 0.5
    editors: float = 0.4
    # of a page, in print
    half_width: float = 0.25
    traditional: float = 0.08
    spaced: float = 0.1
    noise: float = 0.25
    wrapped: float = 0.25


CLEAN = Harm(
    name="clean",
    two_lines=0,
    kicker=0,
    displaced=0,
    glued=0,
    restyle=0,
    lost_lead=0,
    cut=0,
    tail=0,
    run_over=0,
    splice=0,
    interleave=0,
    garble=0,
    caption=0,
    masthead=0,
    editors=0,
    half_width=0,
    traditional=0,
    spaced=0,
    noise=0,
    wrapped=0,
)
"""No damage at all: three to five articles one after the other."""

NORMAL = Harm(name="normal")
"""What an ordinary extraction does to a page."""

HARD = Harm(
    name="hard",
    displaced=0.45,
    lost_lead=0.3,
    cut=0.7,
    tail=0.5,
    run_over=0.4,
    splice=0.9,
    interleave=0.35,
    by_line=0.4,
    noise=0.5,
    wrapped=0.35,
)
"""Tails displaced by one or two paragraphs, articles running over, columns interleaved."""


def harm_blocks(
    columns: list[list[Block]], articles: list[Clean], rng: Random, harm: Harm
) -> tuple[list[Block], dict[int, int], list[str]]:
    """Damage the columns and lay them out as one run of blocks.

    Returns the blocks, the article into which each copy (by its number) was put, and the
    names of the damages.
    """
    told: list[str] = []
    into: dict[int, int] = {}
    for column in columns:
        _lose_lead(column, rng, harm, told)
    for _ in range(harm.splices if len(columns) > 1 and rng.random() < harm.splice else 0):
        _splice(columns, articles, rng, into, told)
    for column, one in zip(columns, articles, strict=True):
        _glue_byline(column, rng, harm, told)
        _cut(column, rng, harm, told)
        _displace_heading(column, rng, harm, told)
        for words in one.captions:
            column.insert(rng.randint(1, len(column)), aside(words))
    if len(columns) > 1 and rng.random() < harm.interleave:
        _interleave(columns, rng, harm, told)
    laid = _laid(columns, rng, harm, told)
    _move_tails(laid, rng, harm, told)
    _put_asides(laid, articles, rng, harm, told)
    return laid, into, told


def _lose_lead(column: list[Block], rng: Random, harm: Harm, told: list[str]) -> None:
    first = next((one for one in column if one.kind == "p"), None)
    if first is None or rng.random() >= harm.lost_lead:
        return
    found = re.match(r"(?:本报讯|本网讯|又讯)?\s*(?:[（(][^）)]{2,16}[）)])?\s*", first.words)
    if found and 0 < found.end() < len(first.words):
        del first.signs[: found.end()]
        told.append("lost lead")


def _splice(
    columns: list[list[Block]],
    articles: list[Clean],
    rng: Random,
    into: dict[int, int],
    told: list[str],
) -> None:
    """Print a passage of one article a second time inside another one."""
    owner, target = rng.sample(range(len(columns)), 2)
    paragraphs = [
        (p, words) for p, words in enumerate(articles[owner].paragraphs) if p and len(words) >= 30
    ]
    hosts = [one for one in columns[target] if one.kind == "p" and one.signs[0][1][2] > 0]
    if not paragraphs or not hosts:
        return
    paragraph, words = rng.choice(paragraphs)
    starts = [0] + [found.start() for found in _CLAUSE.finditer(words)]
    start = rng.choice(starts) if rng.random() < 0.8 else rng.randrange(len(words))
    start = max(0, min(start, len(words) - 24))
    ends = [one for one in (*starts[1:], len(words)) if 24 <= one - start <= 150]
    if not ends or rng.random() < 0.15:
        end = min(len(words), start + rng.randint(24, 150))
    else:
        end = rng.choice(ends)
    number = len(into)
    copy = [(words[i], ("copy", owner, paragraph, i, number)) for i in range(start, end)]
    host = rng.choice(hosts)
    marks = [i + 1 for i, (sign, _) in enumerate(host.signs) if sign in "，。；"]
    roll = rng.random()
    if roll < 0.2 or not marks:
        at = len(host.signs)
    elif roll < 0.85:
        at = rng.choice(marks)
    else:
        at = rng.randrange(len(host.signs))
    lost = 0
    if rng.random() < 0.2:
        # The copy was printed over what stood there.
        lost = min(len(copy), len(host.signs) - at)
    if at == 0 and lost == len(host.signs):
        lost = 0
    host.signs[at : at + lost] = copy
    into[number] = target
    told.append("splice")


def _glue_byline(column: list[Block], rng: Random, harm: Harm, told: list[str]) -> None:
    if column[-1].kind == "b" and rng.random() < harm.glued:
        byline = column.pop()
        column[-1].signs.extend(byline.signs)
        told.append("glued byline")


def _place_to_cut(block: Block, rng: Random) -> int:
    """Choose where a column ended: anywhere, after a mark, or near an end of the paragraph."""
    size = len(block.signs)
    roll = rng.random()
    if roll < 0.1:
        return rng.randint(4, min(_SHORT_PIECE, size - 4))
    if roll < 0.2:
        return size - rng.randint(4, min(_SHORT_PIECE, size - 4))
    marks = [i + 1 for i, (sign, _) in enumerate(block.signs[:-1]) if sign in "，；、。"]
    if roll < 0.45 and marks:
        return rng.choice(marks)
    return rng.randint(4, size - 4)


def _cut(column: list[Block], rng: Random, harm: Harm, told: list[str]) -> None:
    cut: list[Block] = []
    for block in column:
        rest = block
        while (
            rest.kind == "p"
            and len(rest.signs) >= _SHORTEST_CUT
            and rng.random() < (harm.cut if rest is block else harm.second_cut)
        ):
            at = _place_to_cut(rest, rng)
            if rest.signs[at][1] is not None and rest.signs[at][1][0] == "b":
                break
            cut.append(Block("p", rest.article, rest.signs[:at]))
            rest = Block("p", rest.article, rest.signs[at:])
            told.append("cut")
        cut.append(rest)
    column[:] = cut


def _displace_heading(column: list[Block], rng: Random, harm: Harm, told: list[str]) -> None:
    size = sum(1 for one in column if one.kind == "h")
    if rng.random() >= harm.displaced or size == len(column):
        return
    heading, rest = column[:size], column[size:]
    if rng.random() < 0.7:
        column[:] = [*rest, *heading]
    else:
        at = rng.randint(1, len(rest))
        column[:] = [*rest[:at], *heading, *rest[at:]]
    told.append("displaced headline")


def _chunks(column: list[Block], rng: Random, by_line: bool) -> list[Block]:
    low, high = (14, 22) if by_line else (30, 120)
    found: list[Block] = []
    for block in column:
        place = 0
        while block.kind == "p" and len(block.signs) - place > high + 8:
            step = rng.randint(low, high)
            found.append(Block("p", block.article, block.signs[place : place + step]))
            place += step
        found.append(Block(block.kind, block.article, block.signs[place:]))
    return found


def _interleave(columns: list[list[Block]], rng: Random, harm: Harm, told: list[str]) -> None:
    """Read across two columns: pieces of two articles take turns."""
    at = rng.randrange(len(columns) - 1)
    by_line = rng.random() < harm.by_line
    left, right = (_chunks(columns[at + i], rng, by_line) for i in (0, 1))
    mixed: list[Block] = []
    while left and right:
        mixed += [left.pop(0), right.pop(0)]
    columns[at : at + 2] = [mixed + left + right]
    told.append("interleaved by line" if by_line else "interleaved")


def _laid(columns: list[list[Block]], rng: Random, harm: Harm, told: list[str]) -> list[Block]:
    """Put the columns one after the other; an article may run over into the next one."""
    laid = [one for column in columns for one in column]
    if len(columns) < 2 or rng.random() >= harm.run_over:
        return laid
    at = rng.randrange(len(columns) - 1)
    home, away = columns[at], columns[at + 1]
    breaks = [i for i in range(2, len(home)) if home[i].kind == "p"]
    slots = [i for i in range(2, len(away) + 1) if away[i - 1].kind == "p"]
    if not breaks or not slots:
        return laid
    cut, slot = rng.choice(breaks), rng.choice(slots)
    columns[at], columns[at + 1] = home[:cut], [*away[:slot], *home[cut:], *away[slot:]]
    told.append("run over")
    return [one for column in columns for one in column]


def _is_tail(laid: list[Block], at: int) -> bool:
    block = laid[at]
    origin = block.signs[0][1]
    return block.kind == "p" and origin is not None and origin[0] == "p" and origin[3] > 8


def _move_tails(laid: list[Block], rng: Random, harm: Harm, told: list[str]) -> None:
    """Move the rest of a cut paragraph down the page, one or two blocks or more; sometimes up."""
    at = len(laid) - 2
    while at > 0:
        if _is_tail(laid, at) and rng.random() < harm.tail:
            roll = rng.random()
            down = rng.randint(1, 2) if roll < 0.7 else rng.randint(3, 8)
            to = at - rng.randint(2, 8) if roll > 0.85 else at + down
            if 0 < to < len(laid):
                laid.insert(to, laid.pop(at))
                told.append("displaced tail")
        at -= 1


_GARBLE = (
    "—— 四三田囗 ——",
    "※※※※※",
    "◆◇◆◇",
    "■囗冂口丨■",
    "—— 二回王五四 ——",
    "丨丶丿囗",
    "~~*--^^",
    "|| . '' ,",
)
_MASTHEADS = (
    ("{county}报", "2025年3月12日 星期三", "第1版 要闻"),
    ("要闻", "02版"),
    ("国内统一连续出版物号 CN00-0000", "总第1208期"),
    ("时政要闻",),
    ("第3版：综合新闻",),
)
_EDITORS = (
    "责任编辑：程一 校对：林二",
    "本版责编 程一 美编 林二",
    "责编/程一 版式/林二 校对/方三",
    "编辑：程一 电话：0000-1234567",
    "上接第一版",
    "（下转第二版）",
)
_CAPTIONS = (
    "图为{words}。",
    "图为{words}。程一 摄",
    "上图：{words}",
    "▲{words}（程一 摄）",
    "{words}。程一摄",
)


def _put_asides(
    laid: list[Block], articles: list[Clean], rng: Random, harm: Harm, told: list[str]
) -> None:
    if rng.random() < harm.garble:
        laid.insert(rng.randint(1, len(laid)), aside(rng.choice(_GARBLE)))
        told.append("garble")
    if rng.random() < harm.caption:
        about = rng.choice(articles)
        clauses = [
            one.strip("“”（）")
            for words in about.paragraphs
            for one in re.split("[，。；：]", words)
            if 8 <= len(one) <= 22 and not set(one) & set("“”（）")
        ]
        if clauses:
            words = rng.choice(_CAPTIONS).format(words=rng.choice(clauses))
            laid.insert(rng.randint(1, len(laid)), aside(words))
            told.append("caption")
    if rng.random() < harm.masthead:
        lines = [aside(one.format(county="某县")) for one in rng.choice(_MASTHEADS)]
        laid[:0] = lines
        told.append("masthead")
    if rng.random() < harm.editors:
        at = len(laid) if rng.random() < 0.6 else rng.randint(1, len(laid))
        laid.insert(at, aside(rng.choice(_EDITORS)))
        told.append("editors")
