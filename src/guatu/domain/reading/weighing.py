"""The worth of signs: how sure a clause demands, and how sure a name is of who is told.

The weights are models of ``guatu/packs/models`` like all others, but of hundreds of signs of
which a clause shows a few dozen, so that those it shows are looked up and added.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat

from guatu.domain.reading.calibration import DecisionModel, logistic
from guatu.domain.reading.lexicon import Lexicon

DEMANDS = "demands"
"""The model of whether a clause demands."""
TOLD = "told"
"""The model of whether a name in a demand is of who is told."""
SEEN = "seen"
"""The model of whether a clause demands, with the clauses around it and what the rules made of it."""
WHOM = "whom"
"""The model of whether somebody is whom a demand is for, told before or named."""
CHOSEN = "chosen"
"""The model of whom of all it may be for a demand is for."""
PLEDGED = "pledged"
"""The model of whether a demand is what somebody promises."""
ATTITUDE = "attitude"
"""The model of whether a demand is of attitude alone, and nobody can check it off."""
STANDING = "standing"
"""The model of whether a demand is to be kept always, and not done once."""

LEAD = "lead"
"""The model of who leads an event."""
NAMED = "named"
"""The model of whether words that end as a unit are a name, and no clause."""
BODY = "body"
"""The model of whether a body named somewhere is one of the record."""


SignGroup = tuple[str, Iterable[str]]
"""Signs that begin alike: their common beginning, and the rest of the name of each."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighing:
    """The weights of signs by their names, and the bias: log odds."""

    weights: Mapping[str, float]
    bias: float
    _behind: dict[str, Mapping[str, float]] = field(default_factory=dict, repr=False)

    def odds(self, signs: Iterable[str]) -> float:
        """Return the log odds; a sign that was too rare to weigh counts nothing."""
        worth = self.weights.get
        return self.bias + sum(map(worth, signs, repeat(0.0)))

    def odds_of(self, groups: Iterable[SignGroup]) -> float:
        """Return the log odds of signs in groups, whose whole names are put together nowhere."""
        worth = (map(self.behind(front).get, signs, repeat(0.0)) for front, signs in groups)
        return self.bias + sum(chain.from_iterable(worth))

    def behind(self, front: str) -> Mapping[str, float]:
        """Return the weights of the signs that begin alike, by the rest of their names."""
        found = self._behind.get(front)
        if found is None:
            size = len(front)
            found = {
                name[size:]: weight
                for name, weight in self.weights.items()
                if name.startswith(front)
            }
            self._behind[front] = found
        return found

    def sure(self, signs: Iterable[str]) -> float:
        """Return how likely it is, 0 to 1."""
        return logistic(self.odds(signs))


@lru_cache(maxsize=16)
def weighing(lexicon: Lexicon, name: str) -> Weighing | None:
    """Return the weighing of a decision by its name, or None where the lexicon has no such model."""
    model = lexicon.models.get(name)
    if model is None:
        return None
    return weighing_of(model)


def weighing_of(model: DecisionModel) -> Weighing:
    """Return the weights of a model by their names."""
    return Weighing(weights=dict(zip(model.names, model.weights, strict=True)), bias=model.bias)
