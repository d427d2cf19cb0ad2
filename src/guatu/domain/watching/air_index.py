"""The daily air index: sub-index per pollutant, the index, its class and the primary pollutants.

The points come from an ``air_index`` pack (HJ 633-2012 or HJ 633-2026); which one
rules is chosen by the day of the reading.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.packs import NoPackInForce, PackReference, PackShelf, RulePack

POLLUTANTS = ("pm25", "pm10", "so2", "no2", "o3_8h", "co")


class AirClass(StrEnum):
    """The six classes of the air index, from 优 to 严重污染."""

    EXCELLENT = "excellent"
    GOOD = "good"
    LIGHT = "light"
    MODERATE = "moderate"
    HEAVY = "heavy"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyReading:
    """The concentrations of one place on one day, as measured.

    µg/m³ as 24 h means, ``o3_8h`` the highest 8 h mean of the day, ``co`` in mg/m³;
    a pollutant that was not measured is left out. ``source`` and ``position`` say
    where the reading was read, for diagnostics.
    """

    day: date
    place: str = ""
    values: tuple[tuple[str, Decimal], ...]
    source: str = ""
    position: str = ""

    def __post_init__(self) -> None:
        for pollutant, value in self.values:
            if pollutant not in POLLUTANTS:
                raise ValueError(f"{pollutant!r} is no pollutant of the air index")
            if not value.is_finite() or value < 0:
                raise ValueError(f"{pollutant} {value} is no concentration")


@dataclass(frozen=True, slots=True, kw_only=True)
class AirIndex:
    """The air index of one reading with all that made it.

    ``sub_indexes`` keep the order of ``POLLUTANTS``; ``index`` and ``category`` are
    None where nothing was measured; ``primary`` names every pollutant with the
    highest sub-index where the index is above 50.
    """

    day: date
    place: str
    pack: PackReference
    sub_indexes: tuple[tuple[str, int], ...]
    index: int | None
    category: AirClass | None
    primary: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def air_index(
    reading: DailyReading, shelf: PackShelf
) -> tuple[AirIndex | None, tuple[Diagnostic, ...]]:
    """Return the index of a reading by the standard in force on its day.

    The doubts of the reading stand in the index; None comes back only where no
    standard ruled on the day (``watching.air.no_standard``).
    """
    try:
        pack = shelf.choose("air_index", on=reading.day)
    except NoPackInForce:
        fault = Diagnostic(
            code="watching.air.no_standard",
            arguments=(("day", reading.day.isoformat()),),
            source=reading.source,
            position=reading.position,
        )
        return None, (fault,)
    return air_index_by(reading, pack), ()


def air_index_by(reading: DailyReading, pack: RulePack) -> AirIndex:
    """Return the index of a reading by one given standard, whatever its day."""
    measured = dict(reading.values)
    doubts: list[Diagnostic] = []
    sub_indexes: list[tuple[str, int]] = []
    for pollutant in POLLUTANTS:
        if pollutant not in measured:
            doubts.append(_doubt(reading, "watching.air.missing", pollutant))
            continue
        value, beyond = _sub_index(measured[pollutant], pack.body[pollutant], pack)
        sub_indexes.append((pollutant, value))
        if beyond:
            special = "above_last" in pack.body[pollutant]
            code = "watching.air.ozone_beyond" if special else "watching.air.beyond"
            doubts.append(_doubt(reading, code, pollutant))
    index = max((value for _, value in sub_indexes), default=None)
    return AirIndex(
        day=reading.day,
        place=reading.place,
        pack=pack.reference,
        sub_indexes=tuple(sub_indexes),
        index=index,
        category=None if index is None else category_of(index, pack),
        primary=_primary(sub_indexes, index, pack),
        diagnostics=tuple(doubts),
    )


def category_of(index: int, pack: RulePack) -> AirClass:
    """Return the class of an index by the upper ends of the pack."""
    for row in pack.body["class"]:
        if "to" not in row or index <= row["to"]:
            return AirClass(row["code"])
    raise ValueError(f"pack {pack.name} {pack.version} has no open last class")


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round a concentration half to even, as both standards round before the table is read."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)


def _sub_index(value: Decimal, row: Any, pack: RulePack) -> tuple[int, bool]:
    """Return the sub-index and whether the value lies beyond the last point of its row."""
    points: list[int] = row["points"]
    marks: list[int] = pack.body["index"]
    amount = Fraction(rounded(value, row["decimals"]))
    if amount > points[-1]:
        end: int = row.get("above_last", pack.body["scale_end"])
        return end, True
    place = next(number for number, point in enumerate(points[1:], start=1) if amount <= point)
    low, high = points[place - 1], points[place]
    step = Fraction(marks[place] - marks[place - 1], high - low)
    return ceil(step * (amount - low) + marks[place - 1]), False


def _primary(
    sub_indexes: list[tuple[str, int]], index: int | None, pack: RulePack
) -> tuple[str, ...]:
    if index is None or index <= pack.body["primary_above"]:
        return ()
    return tuple(pollutant for pollutant, value in sub_indexes if value == index)


def _doubt(reading: DailyReading, code: str, pollutant: str) -> Diagnostic:
    severity = Severity.INFO if code == "watching.air.missing" else Severity.WARNING
    return Diagnostic(
        code=code,
        severity=severity,
        arguments=(("pollutant", pollutant), ("day", reading.day.isoformat())),
        source=reading.source,
        position=reading.position,
    )
