"""Amounts that carry their unit of measure, so that yuan and tonnes are never added."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A decimal value with its unit of measure (亿元, 个, t/d, %)."""

    value: Decimal
    unit: str

    def __add__(self, other: "Quantity") -> "Quantity":
        self._same_unit(other)
        return Quantity(value=self.value + other.value, unit=self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        self._same_unit(other)
        return Quantity(value=self.value - other.value, unit=self.unit)

    def _same_unit(self, other: "Quantity") -> None:
        if self.unit != other.unit:
            raise ValueError(f"{self.unit} and {other.unit} do not add")
