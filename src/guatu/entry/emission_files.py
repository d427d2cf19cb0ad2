"""Workbooks of the emission list: cells as the drafts of its rows, every fault by its cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from guatu.adapters.emission_xlsx import emission_form
from guatu.adapters.sheet_xlsx import SheetForm, SheetLine
from guatu.apps.places.queries import places
from guatu.apps.units.names import match_name
from guatu.apps.units.queries import open_units
from guatu.apps.units.values import UnitFacts
from guatu.apps.watch.list_actions import SourceDraft
from guatu.apps.watch.queries import sources
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import Protection, SourceKind
from guatu.entry.packs_at_hand import shelf

# The longest words that a row of the list keeps.
_LONGEST = {"code": 20, "name": 120, "grade": 10, "contact": 80}


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionFile:
    """What a workbook would add to the list, and every fault."""

    drafts: tuple[SourceDraft, ...]
    diagnostics: tuple[Diagnostic, ...]


def sheet_form(acting: Acting) -> SheetForm:
    """Return the sheet with the classes of the pack in force in the person's region."""
    return emission_form(
        shelf().choose("alert_measures", on=acting.today, region=acting.scope.region)
    )


def emissions_of_file(acting: Acting, raw: bytes, *, name: str) -> EmissionFile:
    """Return the rows that a workbook would add, without writing anything.

    Rows with a number that is on the list already are skipped with a note: they are changed
    on their own pages. Units are found by name, places by code; unknown ones are faults.
    """
    lines, told = sheet_form(acting).read(raw, name=name)
    reading = _Reading(
        name=name,
        units=open_units(acting.scope, day=acting.today),
        places={one.code: one.id for one in places(acting.scope)},
        known=frozenset(one.code for one in sources(acting.scope)),
    )
    faults = list(told)
    drafts: list[SourceDraft] = []
    codes: set[str] = set()
    for line in lines:
        code = line.text("code")
        if code in reading.known:
            faults.append(reading.note("emissions.known", line, "code", ("code", code)))
            continue
        found = list(reading.faults(line))
        if code in codes:
            found.append(reading.fault("emissions.twice", line, "code", ("code", code)))
        codes.add(code)
        faults += found
        if not found:
            drafts.append(reading.draft(line))
    return EmissionFile(drafts=tuple(drafts), diagnostics=tuple(faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One file being read, with what its words are looked up in."""

    name: str
    units: tuple[UnitFacts, ...]
    places: Mapping[str, int]
    known: frozenset[str]

    def faults(self, line: SheetLine) -> tuple[Diagnostic, ...]:
        """Return what keeps a row off the list."""
        found: list[Diagnostic] = []
        for key, most in _LONGEST.items():
            if len(line.text(key)) > most:
                found.append(self.fault("emissions.long", line, key, ("most", most)))
        place = line.text("place")
        if place and place not in self.places:
            found.append(self.fault("emissions.place_unknown", line, "place", ("code", place)))
        unit = line.text("unit")
        match = match_name(unit, self.units)
        if match.unit is None:
            named = ("name", unit)
            listed = "、".join(one.name for one in match.units[:5])
            found.append(
                self.fault("ledger.unit_ambiguous", line, "unit", named, ("units", listed))
                if listed
                else self.fault("ledger.unit_unknown", line, "unit", named)
            )
        return tuple(found)

    def draft(self, line: SheetLine) -> SourceDraft:
        """Return the draft of a row without faults."""
        unit = match_name(line.text("unit"), self.units).unit
        assert unit is not None
        own = ((level, line.text(level.value)) for level in AlertLevel)
        protection = line.text("protection")
        return SourceDraft(
            code=line.text("code"),
            name=line.text("name"),
            kind=SourceKind(line.text("kind")),
            unit_id=unit.id,
            place_id=self.places.get(line.text("place")),
            activity_classes=line.several("classes"),
            protection=Protection(protection) if protection else None,
            grade=line.text("grade"),
            own_measures=tuple((level, words) for level, words in own if words),
            contact=line.text("contact"),
        )

    def fault(
        self, code: str, line: SheetLine, key: str, *arguments: tuple[str, str | int]
    ) -> Diagnostic:
        """Return an error of a cell."""
        return Diagnostic(
            code=code, arguments=arguments, source=self.name, position=line.where(key)
        )

    def note(
        self, code: str, line: SheetLine, key: str, *arguments: tuple[str, str | int]
    ) -> Diagnostic:
        """Return a note on a cell that keeps nothing from being loaded."""
        return Diagnostic(
            code=code,
            severity=Severity.INFO,
            arguments=arguments,
            source=self.name,
            position=line.where(key),
        )
