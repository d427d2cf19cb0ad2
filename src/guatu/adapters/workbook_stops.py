"""What the library for workbooks raises where it did not foresee how a file is broken."""

from types import TracebackType
from typing import Self

from python_calamine import CalamineError


class ForeseenFaults:
    """Turns a stop of the library's own into the fault that it tells of broken files.

    Such a stop is no ``Exception`` and its class can be named by nobody.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None and kind.__name__ == "PanicException":
            raise CalamineError("the library stopped") from value
