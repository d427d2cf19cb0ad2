"""Typed access to the fields of a plain document; every fault becomes one diagnostic with its place."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Severity

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCAL = timezone(timedelta(hours=8))


class Fields:
    """Collects diagnostics of one document while its fields are read.

    ``subject`` names the activity, calendar or quantity that is being read, so that
    each message names it. A fault yields the default, and reading goes on.
    """

    def __init__(self, source: str, room: str = "planning") -> None:
        self.source = source
        self.room = room
        self.subject = ""
        self.found: list[Diagnostic] = []

    def fault(
        self, code: str, position: str, severity: Severity = Severity.ERROR, **arguments: str | int
    ) -> None:
        """Add a diagnostic about the present subject."""
        self.found.append(
            Diagnostic(
                code=f"{self.room}.{code}",
                severity=severity,
                arguments=(("subject", self.subject), *arguments.items()),
                source=self.source,
                position=position,
            )
        )

    def wrong(self, position: str, wanted: str, value: object) -> None:
        """Say that a field holds the wrong kind of value; ``wanted`` is a word of the format."""
        self.fault("bad_value", position, field=position, wanted=wanted, value=shortened(value))

    def text(self, holder: Mapping[str, Any], key: str, place: str, default: str = "") -> str:
        """Read a string; null and absent give the default."""
        value = holder.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            self.wrong(f"{place}{key}", "text", value)
            return default
        return value

    def whole(self, holder: Mapping[str, Any], key: str, place: str, *, most: int) -> int | None:
        """Read a whole number of at most that size; 5.0 counts as whole, True and NaN do not."""
        value = holder.get(key)
        if value is None:
            return None
        if isinstance(value, float) and math.isfinite(value) and value == int(value):
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(f"{place}{key}", "whole number", value)
            return None
        if abs(value) > most:
            self.fault("too_large", f"{place}{key}", field=f"{place}{key}", most=most)
            return None
        return value

    def number(self, holder: Mapping[str, Any], key: str, place: str) -> float | None:
        """Read a finite number."""
        value = holder.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(f"{place}{key}", "number", value)
            return None
        if isinstance(value, float) and not math.isfinite(value):
            self.wrong(f"{place}{key}", "number", value)
            return None
        if abs(value) > 1e18:
            self.fault("too_large", f"{place}{key}", field=f"{place}{key}", most=10**18)
            return None
        return float(value)

    def day(self, holder: Mapping[str, Any], key: str, place: str) -> date | None:
        """Read an ISO date."""
        value = holder.get(key)
        return None if value is None else self.as_day(value, f"{place}{key}")

    def as_day(self, value: object, position: str) -> date | None:
        """Turn a value into a date, or say that it is none."""
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self.fault("bad_date", position, field=position, value=shortened(value))
        return None

    def moment(self, holder: Mapping[str, Any], key: str, place: str) -> datetime | None:
        """Read an ISO moment as local time; one with a zone is turned into UTC+8."""
        value = holder.get(key)
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            moment = None
        if moment is None:
            self.fault("bad_date", f"{place}{key}", field=f"{place}{key}", value=shortened(value))
            return None
        if moment.tzinfo is not None:
            moment = moment.astimezone(_LOCAL).replace(tzinfo=None)
        return moment

    def rows(self, holder: Mapping[str, Any], key: str, place: str = "") -> Sequence[Any]:
        """Read a list; null and absent give an empty one."""
        value = holder.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(f"{place}{key}", "list", value)
            return ()
        return value

    def table(self, holder: Mapping[str, Any], key: str, place: str = "") -> Mapping[str, Any]:
        """Read an object; null and absent give an empty one."""
        value = holder.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong(f"{place}{key}", "object", value)
            return {}
        return value


def shortened(value: object) -> str:
    """Show a value in a message without letting a long one fill the screen."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 10**30:
        return "…"
    shown = value if isinstance(value, str) else repr(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
