"""Clean articles as blocks of characters that remember where they come from."""

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

Origin = tuple[Any, ...]
Sign = tuple[str, Origin | None]

_KICKERS = (
    "凝心聚力谋发展 真抓实干开新局",
    "锚定目标不放松 攻坚克难见实效",
    "以实干实绩交出满意答卷",
    "压实责任 细化举措 狠抓落实",
    "全力以赴推动各项工作提质增效",
    "把好事办实 把实事办好",
)
_SUBS = (
    "——确保全年目标任务圆满完成",
    "要求坚定信心 主动作为 确保取得实效",
    "强调以更高标准更实举措推进各项工作",
    "——县领导一同参加",
)
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_ROLES = re.compile(r"本报|记者|通讯员|特约|摄影|报道|摄|文|图|实习生")
_SHORTEST_SPLIT = 12


@dataclass(frozen=True, slots=True)
class Clean:
    """An article as it was written: the lines of its heading, its paragraphs, its byline.

    ``source`` is whatever the caller wants to find again on the page (the annotated article).
    """

    headline: tuple[str, ...]
    paragraphs: tuple[str, ...]
    byline: str | None = None
    captions: tuple[str, ...] = ()
    source: Any = None


@dataclass
class Block:
    """A run of characters that is printed as one line or paragraph.

    ``kind`` is ``h`` heading, ``p`` paragraph or a piece of one, ``b`` byline, ``x`` aside.
    """

    kind: str
    article: int
    signs: list[Sign] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(sign for sign, _ in self.signs)


def aside(words: str, article: int = -1) -> Block:
    """Return a block that belongs to no article."""
    return Block("x", article, [(sign, ("aside",)) for sign in words])


def _heading_lines(one: Clean, rng: Random, harm: Any) -> list[str]:
    lines = list(one.headline)
    if rng.random() < harm.two_lines and len(lines[-1]) >= _SHORTEST_SPLIT and len(lines) == 1:
        words = lines[0]
        at = words.find(" ") if " " in words[4:-4] else rng.randint(5, len(words) - 5)
        lines = [words[:at], words[at:].lstrip()]
    if rng.random() < harm.kicker:
        if rng.random() < 0.5:
            lines = [rng.choice(_KICKERS), *lines]
        else:
            lines = [*lines, rng.choice(_SUBS)]
    return lines


def restyled(byline: str, rng: Random) -> str:
    """Return the names of a byline in another paper's style."""
    names = _NAME.findall(_ROLES.sub(" ", byline))
    if not names:
        return byline
    both = rng.choice([" ", "、"]).join(names)
    return rng.choice(
        [
            both,
            f"（{both}）",
            f"记者 {both}",
            f"（记者 {both}）",
            f"本报记者 {both}",
            f"（{both} 文/图）",
            f"（记者 {names[0]} 通讯员 {names[-1]}）" if len(names) > 1 else f"通讯员 {both}",
        ]
    )


def blocks_of(number: int, one: Clean, rng: Random, harm: Any) -> list[Block]:
    """Return the blocks of an article in order: heading lines, paragraphs, byline."""
    blocks: list[Block] = []
    place = 0
    for line in _heading_lines(one, rng, harm):
        signs: list[Sign] = []
        for sign in line:
            signs.append((sign, ("h", number, place)))
            place += 1
        blocks.append(Block("h", number, signs))
    for p, words in enumerate(one.paragraphs):
        signs = [(sign, ("p", number, p, i)) for i, sign in enumerate(words)]
        blocks.append(Block("p", number, signs))
    if one.byline:
        words = restyled(one.byline, rng) if rng.random() < harm.restyle else one.byline
        signs = [(sign, ("b", number, i)) for i, sign in enumerate(words)]
        blocks.append(Block("b", number, signs))
    return blocks
