"""Composes articles in which a demand runs on over several clauses, from lists of words.

Who acts in a further clause may be told anew (各村要摸清底数，护林员守住路口), or be but somebody the one told
has to deal with (…，安排护林员轮流值守; …，护林员要选好; …，交县林业局备案). Annotated counties hold too few of each to
learn the difference from; here every body meets every act in every place. The words stand in
``running_demands.toml``; the truth is composed with them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from tests.corpus.annotation import parse
from tests.corpus.plain_speech import NAMES, SURNAMES
from tests.corpus.truth import Article

WORDS = Path(__file__).with_name("running_demands.toml")
_OPENS = ("要求，", "强调，", "指出，", "要求：", "在会上要求，", "说，")
_MODALS = ("要", "要", "要", "必须", "应", "务必", "")
_FEWEST, _MOST = 1, 4
_TOLD_ANEW = 0.4
_OTHER_MARK = 0.3

Words = Mapping[str, Sequence[str]]


class _Speech:
    """What one speaker demands, clause by clause, with its truth."""

    def __init__(self, random: Random, words: Words) -> None:
        self.random, self.words = random, words

    def one(self, name: str) -> str:
        return self.random.choice(self.words[name])

    def told(self) -> tuple[str, str]:
        """Return a body and the clause that tells it what to do."""
        body = self.one("bodies")
        modal = self.random.choice(_MODALS)
        return body, f"{body}{modal}{self.one('works')}" if modal else f"{body}{self.one('duties')}"

    def told_anew(self) -> tuple[str, str]:
        """Return a further body, mostly told without a modal."""
        body = self.one("bodies")
        if self.random.random() < _OTHER_MARK:
            return body, f"{body}要{self.one('works')}"
        return body, f"{body}{self.one('duties')}"

    def deals_with(self) -> str:
        """Return a clause that names somebody and tells nobody anew."""
        way = self.random.randrange(7)
        if way == 6:
            return f"{self.one('bodies')}{self.one('owned')}"
        if way == 0:
            return f"{self.one('handing')}{self.one('bodies')}{self.one('handled')}"
        if way <= 2:
            return self.one("tails")
        whom = self.one("people") if way <= 4 else self.one("bodies")
        return f"{self.one('causatives')}{whom}{self.one('helped')}"

    def runs_on(self) -> str:
        return self.one("works") if self.random.random() < _OTHER_MARK else self.deals_with()

    def demands(self) -> str:
        """Return some demands in one sentence or two, each with who is told."""
        body, clause = self.told()
        done, clauses = [], [clause]
        for _ in range(self.random.randint(_FEWEST, _MOST)):
            if self.random.random() < _TOLD_ANEW:
                other, clause = self.told_anew()
                if other == body:
                    continue
                done.append(f"{{{body}: {'，'.join(clauses)}}}{self._mark()}")
                body, clauses = other, [clause]
            else:
                clauses.append(self.runs_on())
        return "".join((*done, f"{{{body}: {'，'.join(clauses)}}}。"))

    def _mark(self) -> str:
        return self.random.choice("；。") if self.random.random() < _OTHER_MARK else "，"


def running_demands(count: int, *, seed: int = 1) -> tuple[Article, ...]:
    """Return so many annotated articles of three speeches each."""
    words: Words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    random = Random(seed)
    lines = ["@county 白石县", "@year 2025"]
    for _ in range(count):
        speech = _Speech(random, words)
        lead = random.choice(SURNAMES) + random.choice(NAMES)
        lines += [
            "=== dispatch",
            "== 全县重点工作调度会召开",
            f"<D0512:5月12日>，[县委副书记、县长|{lead}|l]主持召开全县重点工作调度会。",
        ]
        lines += [f"{lead}{random.choice(_OPENS)}{speech.demands()}" for _ in range(3)]
    return parse("\n".join(lines), "running_demands")
