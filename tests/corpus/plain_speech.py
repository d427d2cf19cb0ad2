"""Composes articles in which bodies are told in plain speech what to do, from lists of words.

Whom a bare sentence tells (学校逐户登记) and whom it does not (渠道年底前修通, 学校投入30万元) is learned from
forms, not from the few hundred that stand in annotated counties: every body meets every deed, in every
way in which words are reported. The words stand in ``plain_speech.toml``; the truth is composed with them.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.corpus.annotation import parse
from tests.corpus.truth import Article

WORDS = Path(__file__).with_name("plain_speech.toml")
SURNAMES = "马何秦祝柯卢尹章费邵裴骆温季阮"
NAMES = ("立春", "远山", "一鸣", "海棠", "知行", "柏年", "素秋", "长林", "望舒", "景和")
_PLACES = ("白石乡", "柳湾镇", "东关街道", "青石镇", "南塘乡", "北坡镇")
_TOLD_BEFORE = (
    "{县财政局: 县财政局要把钱管好}",
    "{县发展改革局: 县发展改革局要尽快批复}",
    "{各相关部门: 各相关部门要压实责任}",
    "{-: 要把问题找准}",
    "{-: 这件事必须办好}",
)
_PURPOSES = ("别让老百姓再等", "不能再出纰漏", "让大家心里有底", "")

Words = Mapping[str, Sequence[str]]


class _Scene:
    """One article in the making: who leads, and its words with their truth."""

    def __init__(self, random: Random, words: Words) -> None:
        self.random, self.words = random, words
        self.lead = random.choice(SURNAMES) + random.choice(NAMES)

    def one(self, name: str) -> str:
        return self.random.choice(self.words[name])

    def demand(self) -> str:
        """Return what somebody is told to do."""
        body = self.one("bodies")
        return f"{{{body}: {body}{self.one('deeds')}}}"

    def fate(self, inherited: str) -> str:
        """Return what is to become of a thing, which whoever was told before has to see to."""
        return f"{{{inherited}: {self.one('things')}{self.one('fates')}}}"

    def tale(self) -> str:
        """Return what a body has done."""
        return f"{self.one('bodies')}{self.one('tales')}"

    def behind_others(self) -> str:
        before = self.random.choice(_TOLD_BEFORE)
        told = before[1 : before.index(":")]
        mark = self.random.choice("。；")
        last = self.demand() if self.random.random() < _SHARE else self.fate(told)
        return f"{self.lead}强调，{before}{mark}{last}。"

    def quoted(self) -> str:
        if self.random.random() < _SHARE:
            return f"“{self.demand()}。”{self.lead}对随行的同志说。"
        return f"“{self.fate('-')}。”{self.lead}对随行的同志说。"

    def quoted_behind(self) -> str:
        said = self.demand() if self.random.random() < _SHARE else self.fate("-")
        purpose = self.random.choice(_PURPOSES)
        said = f"{said[:-1]}，{purpose}}}" if purpose else said
        return f"“这件事拖得太久了。”{self.lead}说，“{said}。”"

    def asked(self) -> str:
        said = self.demand() if self.random.random() < _SHARE else self.fate("-")
        return f"{self.lead}要求，{said}。"

    def topical(self) -> str:
        said = self.demand()
        split = said.index(": ") + 2
        topic = self.one("things") + self.random.choice(("的事，", "的问题，", "，"))
        opens = self.random.choice(("强调，", "说，", "现场拍板：", "当场交办："))
        return f"{self.lead}{opens}{said[:split]}{topic}{said[split:]}。"

    def handed(self) -> str:
        said = self.demand() if self.random.random() < _SHARE else self.fate("-")
        opens = self.random.choice(("当场交办：", "现场拍板：", "一锤定音：", "把话挑明："))
        return f"{self.lead}{opens}{said}。"

    def told(self) -> str:
        return f"{self.tale()}。{self.tale()}。"

    def told_by_lead(self) -> str:
        return f"{self.lead}说，{self.tale()}。{self.one('things')}{self.one('states')}。"

    def stated(self) -> str:
        opens = self.random.choice(("说，", "介绍，", "指出，"))
        return f"{self.lead}{opens}{self.one('things')}{self.one('states')}。"


_SHARE = 0.7
_WAYS: tuple[Callable[[_Scene], str], ...] = (
    _Scene.behind_others,
    _Scene.behind_others,
    _Scene.quoted,
    _Scene.quoted_behind,
    _Scene.asked,
    _Scene.topical,
    _Scene.handed,
    _Scene.told,
    _Scene.told_by_lead,
    _Scene.stated,
)


def plain_scenes(count: int, *, seed: int = 1) -> tuple[Article, ...]:
    """Return so many annotated articles of a few short paragraphs each."""
    words: Words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    random = Random(seed)
    lines = ["@county 白石县", "@year 2025"]
    for _ in range(count):
        scene = _Scene(random, words)
        place = random.choice(_PLACES)
        lines += [
            "=== visit",
            f"== {scene.lead}到{place}调研",
            f"<D0512:5月12日>，[县委副书记、县长|{scene.lead}|l]到{place}调研。",
        ]
        lines += [way(scene) for way in random.sample(_WAYS, 4)]
    return parse("\n".join(lines), "plain_speech")
