"""Ledger workbooks between the adapter and the actions: rows as cells, cells as drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from guatu.adapters.ledger_xlsx import read_ledger
from guatu.adapters.sheet_xlsx import SheetLine
from guatu.apps.matters.queries import known_numbers, leader_posts
from guatu.apps.matters.values import Draft, LedgerRow
from guatu.apps.units.names import match_name
from guatu.apps.units.queries import open_units
from guatu.apps.units.values import UnitFacts
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.messages import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """What a workbook would make: drafts with the sheet's row numbers, and every fault."""

    drafts: tuple[Draft, ...]
    rows: tuple[int, ...]
    lead_names: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def lines(self) -> tuple[tuple[int, Draft, str], ...]:
        """Row number, draft and the lead's name, side by side."""
        return tuple(zip(self.rows, self.drafts, self.lead_names, strict=True))

    @property
    def faulty(self) -> bool:
        """Tell whether any row is left out because of a fault."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def cells_of(row: LedgerRow, words: Messages) -> dict[str, str | int | date | None]:
    """Return a line of the ledger as the cells of the workbook."""
    light = "" if row.light is None else words.words(f"following.color.{row.light.color}", {})
    return {
        "number": row.number,
        "title": row.title,
        "result": row.result,
        "lead": row.lead_name,
        "co_units": "、".join(row.co_units),
        "leader": row.leader_name,
        "deadline": row.deadline,
        "basis": row.deadline_basis,
        "basis_words": row.deadline_words,
        "kind": row.kind,
        "weight": row.weight,
        "quote": row.quote,
        "light": light,
        "stage": words.words(f"following.stage.{row.stage}", {}),
        "percent": row.percent,
        "reported": row.reported_on,
        "original": row.original_deadline,
    }


def drafts_of_file(acting: Acting, raw: bytes, *, name: str) -> LedgerFile:
    """Return the drafts that a workbook would make, without writing anything.

    Rows with a number of a matter that is here already are skipped with a note: they are
    changed on their own pages. Units are found by name; an unknown one is a fault.
    """
    lines, told = read_ledger(raw, name=name)
    units = open_units(acting.scope, day=acting.today)
    leaders = {
        post.person_name: post.person_id for post in leader_posts(acting.scope, acting.today)
    }
    numbers = known_numbers(acting.scope, tuple(line.text("number") for line in lines))
    faults = list(told)
    found: list[tuple[int, Draft, str]] = []
    for line in lines:
        if line.text("number") in numbers:
            faults.append(
                _note("ledger.known", name, line.where("number"), ("number", line.text("number")))
            )
            continue
        before = len(faults)
        draft = _draft(line, units, leaders, name, faults)
        if draft is not None and len(faults) == before:
            found.append((line.row, *draft))
    return LedgerFile(
        rows=tuple(row for row, _, _ in found),
        drafts=tuple(draft for _, draft, _ in found),
        lead_names=tuple(lead for _, _, lead in found),
        diagnostics=tuple(faults),
    )


def _draft(
    line: SheetLine,
    units: Sequence[UnitFacts],
    leaders: Mapping[str, int],
    name: str,
    faults: list[Diagnostic],
) -> tuple[Draft, str] | None:
    lead = _unit(line.text("lead"), units, line.where("lead"), name, faults)
    where = line.where("co_units")
    co_units = [_unit(one, units, where, name, faults) for one in line.several("co_units")]
    deadline = line.cells.get("deadline")
    basis = line.text("basis")
    leader = line.text("leader")
    if leader and leader not in leaders:
        faults.append(_fault("ledger.leader", name, line.where("leader"), ("name", leader)))
    if isinstance(deadline, date) and not basis:
        faults.append(_fault("ledger.no_basis", name, line.where("basis")))
    if len(line.text("title")) > 200:
        faults.append(_fault("ledger.title_long", name, line.where("title"), ("most", 200)))
    if lead is None:
        return None
    draft = Draft(
        title=line.text("title"),
        lead_id=lead.id,
        result=line.text("result"),
        co_unit_ids=tuple(
            dict.fromkeys(one.id for one in co_units if one is not None and one.id != lead.id)
        ),
        leader_id=leaders.get(leader),
        kind=line.text("kind") or "work",
        weight=line.text("weight") or "ordinary",
        deadline=deadline if isinstance(deadline, date) else None,
        deadline_basis=basis if isinstance(deadline, date) else "",
        deadline_words=line.text("basis_words")[:200],
        quote=line.text("quote"),
    )
    return draft, lead.name


def _unit(
    words: str,
    units: Sequence[UnitFacts],
    where: str,
    name: str,
    faults: list[Diagnostic],
) -> UnitFacts | None:
    found = match_name(words.strip(), units)
    if found.unit is None:
        listed = "、".join(unit.name for unit in found.units[:5])
        code = "ledger.unit_ambiguous" if found.units else "ledger.unit_unknown"
        arguments: list[tuple[str, str | int]] = [("name", words.strip())]
        if listed:
            arguments.append(("units", listed))
        faults.append(_fault(code, name, where, *arguments))
    return found.unit


def kept_cells(draft: Draft) -> dict[str, Any]:
    """Return a draft as plain values, to be signed and sent along with the trial run."""
    return {
        "title": draft.title,
        "lead_id": draft.lead_id,
        "result": draft.result,
        "co_unit_ids": list(draft.co_unit_ids),
        "leader_id": draft.leader_id,
        "kind": draft.kind,
        "weight": draft.weight,
        "deadline": draft.deadline.isoformat() if draft.deadline else None,
        "deadline_basis": draft.deadline_basis,
        "deadline_words": draft.deadline_words,
        "quote": draft.quote,
    }


def draft_of_cells(cells: Mapping[str, Any]) -> Draft:
    """Return the draft of ``kept_cells``."""
    day = cells["deadline"]
    plain = {key: value for key, value in cells.items() if key not in {"deadline", "co_unit_ids"}}
    return replace(
        Draft(**plain),
        deadline=date.fromisoformat(day) if day else None,
        co_unit_ids=tuple(cells["co_unit_ids"]),
    )


def _fault(code: str, name: str, where: str, *arguments: tuple[str, str | int]) -> Diagnostic:
    return Diagnostic(code=code, arguments=arguments, source=name, position=where)


def _note(code: str, name: str, where: str, *arguments: tuple[str, str | int]) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.INFO,
        arguments=arguments,
        source=name,
        position=where,
    )
