"""The clocks of a project: each calendar compiled once, and those that assignments give a task."""

from collections.abc import Iterable

from guatu.domain.planning.project.shift_calendar import (
    ShiftPattern,
    intersected,
    pattern_of,
    united,
)
from guatu.domain.planning.project.shift_time import ElapsedTime, ShiftTime, shift_time
from guatu.domain.planning.project.values import Project

ELAPSED = ElapsedTime()
_PatternKey = tuple[object, frozenset[object]]


class Clocks:
    """Compiles the calendars of one project on demand; equal patterns share one clock."""

    def __init__(self, project: Project) -> None:
        self._stated = {one.id: one for one in project.calendars}
        self._default = project.options.calendar
        self._patterns: dict[str, ShiftPattern] = {}
        self._compiled: dict[_PatternKey, ShiftTime] = {}
        self._named: dict[str, ShiftTime] = {}

    def pattern(self, calendar: str | None) -> ShiftPattern:
        """Return the pattern of a calendar; an unknown one is the project's own."""
        name = calendar if calendar in self._stated else self._default
        assert name is not None
        found = self._patterns.get(name)
        if found is None:
            found = self._patterns[name] = pattern_of(self._stated[name], self._stated)
        return found

    def compiled(self, pattern: ShiftPattern) -> ShiftTime:
        """Return the clock of a pattern."""
        key = (pattern.week, frozenset(pattern.days.items()))
        found = self._compiled.get(key)
        if found is None:
            found = self._compiled[key] = shift_time(pattern)
        return found

    def of(self, calendar: str | None) -> ShiftTime:
        """Return the clock of a calendar; an unknown one is the project's own."""
        name = calendar if calendar in self._stated else self._default
        assert name is not None
        found = self._named.get(name)
        if found is None:
            found = self._named[name] = self.compiled(self.pattern(name))
        return found

    def shared(self, one: str, other: str) -> ShiftTime:
        """Return the clock that runs only while both calendars work."""
        key = f"\0{one}\0{other}"
        found = self._named.get(key)
        if found is None:
            pattern = intersected(self.pattern(one), self.pattern(other))
            found = self._named[key] = self.compiled(pattern)
        return found

    def united(self, calendars: Iterable[str | None]) -> ShiftTime:
        """Return the clock that runs while any of the calendars works."""
        return self.compiled(united(self.pattern(one) for one in calendars))
