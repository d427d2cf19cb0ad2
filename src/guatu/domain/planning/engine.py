"""The choice between the engines, and what both offer."""

from collections.abc import Sequence
from typing import Protocol

from guatu.domain.planning.network import Network, Passes
from guatu.domain.planning.passes import plain_engine

# From here on the compiled engine pays for the loading of numba.
COMPILED_FROM = 10_000


class Engine(Protocol):
    """Both passes over one network; see ``PlainEngine`` for the meaning of each."""

    @property
    def network(self) -> Network:
        """The network that the engine runs."""
        ...

    @property
    def is_compiled(self) -> bool:
        """Tell whether whole columns can be asked of the engine."""
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
    """Return the plain engine for small networks and the compiled one for large ones.

    numba and numpy are loaded only where it pays: a plan of some hundred activities
    is done before they would be imported. Where numba is not to be had, the columnar
    engine runs large networks.
    """
    if len(network) < COMPILED_FROM:
        return plain_engine(network)
    try:
        from guatu.domain.planning.compiled.engine import compiled_engine  # noqa: PLC0415 numba stays unloaded for small plans
    except ImportError:
        from guatu.domain.planning.columnar import columnar_engine  # noqa: PLC0415 numpy stays unloaded for small plans

        return columnar_engine(network)
    return compiled_engine(network)
