"""Checked access to the columns of a plan file; a fault names its column and its first row."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.fields import Fields, shortened
from guatu.domain.planning.plan import MOST_DAYS

Ints = NDArray[np.int32]
# 1 January 1970 on the day axis.
_EPOCH = 719_163


class ColumnFields(Fields):
    """Collects the faults of columns; a column that is absent gives its default."""

    def __init__(self, source: str, columns: Mapping[str, NDArray[Any]]) -> None:
        super().__init__(source)
        self._columns = columns
        self.named: NDArray[Any] | None = None

    def count(self, name: str, *, required: bool = True) -> int:
        """Return the rows of the column that the others must match."""
        column = self._columns.get(name)
        if column is None:
            if required:
                self.require(name)
            return 0
        return len(column) if column.ndim == 1 else 0

    def has(self, name: str) -> bool:
        """Tell whether the file states a column."""
        return name in self._columns

    def require(self, name: str) -> None:
        """Tell of a column that is missing."""
        if name not in self._columns:
            self.fault("missing", name, field=name)

    def refuse(self, name: str, code: str, wrong: NDArray[np.bool_]) -> None:
        """Tell of a column whose rows are marked; the first of them is named."""
        if not wrong.any():
            return
        row = int(np.argmax(wrong))
        subject = self.subject
        if self.named is not None and len(self.named) == len(wrong):
            self.subject = str(self.named[row])
        place = f"{name}[{row}]"
        if code == "rows_wrong":
            value = shortened(self._columns[name][row].item())
            self.fault(code, place, field=name, row=row, value=value, rows=int(wrong.sum()))
        elif code == "backward_pair":
            first, last = (
                str(self._columns[one][row]) for one in ("actual_start", "actual_finish")
            )
            self.fault(code, place, first=first, last=last)
        else:
            self.fault(code, place, row=row, rows=int(wrong.sum()), field=name)
        self.subject = subject

    def integers(self, name: str, count: int | None, low: int, high: int, default: int) -> Ints:
        """Read whole numbers between bounds; ``count`` None takes any length."""
        column = self._sized(name, count)
        if column is None:
            return np.full(count or 0, default, dtype=np.int32)
        if column.dtype.kind not in "iu":
            self.wrong(name, "whole numbers", str(column.dtype))
            return np.full(len(column), default, dtype=np.int32)
        if column.size and (int(column.min()) < low or int(column.max()) > high):
            self.refuse(name, "rows_wrong", (column < low) | (column > high))
            return np.full(len(column), default, dtype=np.int32)
        return column.astype(np.int32)

    def days(self, name: str, count: int, default: int) -> Ints:
        """Read dates as days of the axis; NaT gives the default."""
        column = self._sized(name, count)
        if column is None:
            return np.full(count, default, dtype=np.int32)
        if column.dtype.kind != "M":
            self.wrong(name, "datetime64[D]", str(column.dtype))
            return np.full(count, default, dtype=np.int32)
        days = column.astype("datetime64[D]")
        none = np.isnat(days)
        numbers = days.astype(np.int64) + _EPOCH
        wrong = ~none & ((numbers < 1) | (numbers > MOST_DAYS))
        self.refuse(name, "rows_wrong", wrong)
        return np.where(none | wrong, default, numbers).astype(np.int32)

    def percent(self, count: int) -> NDArray[np.float64] | None:
        """Read the parts done; None where nothing is said or wrong."""
        column = self._sized("percent", count)
        if column is None:
            return None
        if column.dtype.kind not in "iuf":
            self.wrong("percent", "numbers", str(column.dtype))
            return None
        wrong = ~((column >= 0) & (column <= 100))
        self.refuse("percent", "rows_wrong", wrong)
        return None if wrong.any() else column.astype(np.float64)

    def texts(self, name: str) -> list[str]:
        """Read a short list of names."""
        column = self._columns.get(name)
        if column is None:
            return []
        if column.ndim != 1 or column.dtype.kind != "U":
            self.wrong(name, "texts", str(column.dtype))
            return []
        listed: list[str] = column.tolist()
        return listed

    def ids(self, count: int) -> None:
        """Read the names of the rows, which must differ, into ``named``."""
        column = self._sized("id", count)
        if column is None:
            return
        if column.dtype.kind != "U":
            self.wrong("id", "texts", str(column.dtype))
            return
        self.named = column
        cells = _cells(column)
        self.refuse("id", "rows_nameless", cells[0] == 0)
        self.refuse("id", "rows_twice", _repeated(column, cells))

    def _sized(self, name: str, count: int | None) -> NDArray[Any] | None:
        column = self._columns.get(name)
        if column is None:
            return None
        if column.ndim != 1 or (count is not None and len(column) != count):
            shape = "x".join(map(str, column.shape)) or "1"
            self.fault("column_length", name, field=name, wanted=count or 0, value=shape)
            return None
        return column


def _cells(names: NDArray[Any]) -> list[NDArray[np.uint32]]:
    """Return the characters of all names, one column a position."""
    width = max(names.dtype.itemsize // 4, 1)
    characters = np.ascontiguousarray(names).view(np.uint32)
    return [characters[place::width] for place in range(width)]


def _repeated(names: NDArray[Any], cells: list[NDArray[np.uint32]]) -> NDArray[np.bool_]:
    """Mark every name that stood before.

    Names are compared by a mixed number; only where one repeats are they sorted.
    """
    mixed = np.zeros(len(names), dtype=np.uint64)
    for cell in cells:
        mixed = (mixed ^ cell) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    ranked = np.sort(mixed)
    marks = np.zeros(len(names), dtype=bool)
    if (ranked[1:] == ranked[:-1]).any():
        _, first = np.unique(names, return_index=True)
        marks[:] = True
        marks[first] = False
    return marks
