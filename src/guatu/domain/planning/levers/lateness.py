"""How late a plan ends under its ceilings, as the levers see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.planning.engine import Engine
from guatu.domain.planning.judging import late_by
from guatu.domain.planning.levers.menu import Menu
from guatu.domain.planning.network import FF, SF, SS
from guatu.domain.planning.proving import Reach, reach

Places = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Purse:
    """A late network and everything that can be bought on it, by number of the activity."""

    engine: Engine
    begin: int
    ceiling: Places
    live: tuple[int, ...]
    menus: Mapping[int, Menu]

    def days(self, levels: Mapping[int, int]) -> list[int]:
        """Return the days of every activity at chosen options of its menu."""
        days = list(self.engine.network.days)
        for number, level in levels.items():
            days[number] = self.menus[number].options[level].days
        return days

    def reached(self, levels: Mapping[int, int]) -> Reach:
        """Run the forward pass at chosen options."""
        return reach(self.engine, self.begin, self.days(levels))

    def late(self, levels: Mapping[int, int]) -> int:
        """Return the lateness in calendar days at chosen options."""
        return int(late_by(self.reached(levels).finishes, self.ceiling, self.live))

    def late_days(self, days: Mapping[int, int]) -> int:
        """Return the lateness when some activities last other days and nothing is bought."""
        lasting = self.days({})
        for number, value in days.items():
            lasting[number] = value
        finishes = self.engine.forward(self.begin, lasting)[1]
        return int(late_by(finishes, self.ceiling, self.live))

    def cost(self, levels: Mapping[int, int]) -> int:
        """Return the price of chosen options in yuan."""
        return sum(self.menus[number].options[level].cost for number, level in levels.items())

    def is_regular(self) -> bool:
        """Tell whether fewer days never make anything later.

        That fails where an activity is held by its finish and holds others by its start.
        """
        network = self.engine.network
        kinds = zip(network.before, network.after, network.kind, strict=True)
        to_finish, from_start = set(), set()
        for before, after, kind in kinds:
            if kind in (FF, SF):
                to_finish.add(after)
            if kind in (SS, SF):
                from_start.add(before)
        return not (to_finish & from_start)
