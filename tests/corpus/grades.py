"""What is counted of one or several pages, and the directives said with whether they were right."""

import re
from dataclasses import dataclass, field

from tests.corpus.scoring import Counts

from guatu.domain.reading.values import Directive


@dataclass(frozen=True)
class Decision:
    """A directive that was said, and whether its unit, action and words are right."""

    one: Directive
    right: bool


@dataclass
class Grade:
    """All counts of one or several pages; ``decisions`` are the directives said."""

    measures: dict[str, Counts] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    invented: int = 0
    faults: list[str] = field(default_factory=list)

    def of(self, name: str) -> Counts:
        return self.measures.setdefault(name, Counts())

    def merge(self, other: "Grade") -> None:
        for name, one in other.measures.items():
            self.of(name).add(one.right, one.said, one.true)
        self.decisions += other.decisions
        self.invented += other.invented
        self.faults += other.faults


def bare(words: str) -> str:
    """Return the words in one form, so that damaged punctuation makes no difference."""
    return re.sub(r"\s", "", words).translate(str.maketrans(",;:()", "，；：（）"))
