"""The choice between the two engines, and what both offer."""

from collections.abc import Sequence
from typing import Protocol

from guatu.domain.planning.network import Network, Passes
from guatu.domain.planning.passes import plain_engine

_COLUMNAR_FROM = 5000
# Below this mean number of activities a level, loops are faster than columns.
_LEAST_WIDTH = 4


class Engine(Protocol):
    """Both passes over one network; see ``PlainEngine`` for the meaning of each."""

    @property
    def network(self) -> Network:
        """The network that the engine runs."""
        ...

    @property
    def order(self) -> Sequence[int]:
        """Activities so that predecessors come first; short where there is a circle."""
        ...

    def arriving_links(self, number: int) -> Sequence[int]:
        """Return the links that lead to an activity."""
        ...

    def leaving_links(self, number: int) -> Sequence[int]:
        """Return the links that leave an activity."""
        ...

    def forward(
        self, start: int, days: Sequence[int] | None = None
    ) -> tuple[Sequence[int], Sequence[int]]:
        """Return early starts and finishes."""
        ...

    def backward(
        self, ceiling: Sequence[int], skipped: Sequence[bool]
    ) -> tuple[Sequence[int], Sequence[int]]:
        """Return late starts and finishes."""
        ...

    def floats(
        self,
        early: tuple[Sequence[int], Sequence[int]],
        late: tuple[Sequence[int], Sequence[int]],
        ceiling: Sequence[int],
    ) -> Passes:
        """Join both passes with floats."""
        ...


def engine_for(network: Network) -> Engine:
    """Return the plain engine for small networks and the columnar one for large ones.

    numpy is loaded only where it pays: a plan of some hundred activities is done
    before numpy would be imported.
    """
    if len(network) < _COLUMNAR_FROM:
        return plain_engine(network)
    from guatu.domain.planning.columnar import columnar_engine  # noqa: PLC0415 numpy stays unloaded for small plans

    columnar = columnar_engine(network)
    if columnar.depth * _LEAST_WIDTH > len(network):
        return plain_engine(network)
    return columnar
