"""Levelling: works under the capacities they share; the search loads its libraries where a run begins."""

from guatu.domain.planning.levelling.county import CountyLevelled, level_county
from guatu.domain.planning.levelling.moves import PlanMove, dates_of
from guatu.domain.planning.levelling.search import Allowance
from guatu.domain.planning.levelling.single import level
from guatu.domain.planning.levelling.workload import Levelled, LevelStatus
from guatu.domain.planning.levelling.works import CountyWork, LevelWishes, SharedCapacity

__all__ = [
    "Allowance",
    "CountyLevelled",
    "CountyWork",
    "LevelStatus",
    "LevelWishes",
    "Levelled",
    "PlanMove",
    "SharedCapacity",
    "dates_of",
    "level",
    "level_county",
]
