"""Cells of the plan editor: from a plan document to inputs, and from what was typed to edits."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from guatu.domain.planning.link_words import words_of_links
from guatu.domain.planning.plan_edits import EditVerb, PlanEdit, edit_document, read_edits

# Field of the plan file, kind of input, columns wide.
COLUMNS = (
    ("name", "text", 14),
    ("days", "number", 4),
    ("after", "text", 10),
    ("calendar", "calendar", 6),
    ("not_before", "date", 9),
    ("must_by", "date", 9),
    ("unit", "text", 8),
)
_FIELDS = frozenset(name for name, _kind, _width in COLUMNS)
_MARK = "cell:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One input: its field, its kind, what stands in it, its width in letters."""

    field: str
    kind: str
    words: str
    width: int


def row_cells(row: Mapping[str, Any]) -> tuple[Cell, ...]:
    """Return the cells of one activity of a plan document."""
    return tuple(
        Cell(field=name, kind=kind, words=_words(row, name), width=width)
        for name, kind, width in COLUMNS
    )


def _words(row: Mapping[str, Any], field: str) -> str:
    if field == "after":
        return words_of_links(row.get("after", ()))
    value = row.get(field)
    return "" if value is None else str(value)


def cell_edits(sent: Mapping[str, str], document: Mapping[str, Any]) -> list[PlanEdit]:
    """Return an edit for each cell that says something else than the document.

    A cell that the form did not send stays; target and start of the plan are cells too.
    """
    found: list[PlanEdit] = []
    for field in ("target", "start"):
        words = sent.get(f"plan:{field}")
        if words is not None and words.strip() != str(document.get(field) or ""):
            found.append(PlanEdit(verb=EditVerb.PLAN, field=field, value=words.strip() or None))
    for row in document.get("activities", ()):
        name = str(row.get("id", ""))
        for field in _FIELDS:
            words = sent.get(f"{_MARK}{field}:{name}")
            if words is not None and words.strip() != _words(row, field).strip():
                found.append(_edit(name, field, words.strip()))
    return found


def _edit(name: str, field: str, words: str) -> PlanEdit:
    if field == "after":
        return PlanEdit(verb=EditVerb.LINKS, activity=name, value=words)
    return PlanEdit(verb=EditVerb.SET, activity=name, field=field, value=value_of(field, words))


def value_of(field: str, words: str) -> Any:
    """Return what a cell says in the type of its field; None for an empty one.

    Words that are no number stay words, so that reading the plan tells what is wrong.
    """
    if not words:
        return 0 if field == "days" else None
    if field in {"days", "cost"}:
        try:
            return int(words)
        except ValueError:
            return words
    return words


def pointed_edit(sent: Mapping[str, str], document: Mapping[str, Any]) -> PlanEdit | None:
    """Return the one edit that a button or the chart asks for; None for none or an unknown verb.

    A move to a day at or before the data date, or an unreadable one, is none.
    """
    verb = sent.get("verb", "")
    activity, value = sent.get("activity", "").strip(), sent.get("value", "")
    if "remove_row" in sent:
        return PlanEdit(verb=EditVerb.REMOVE, activity=sent["remove_row"])
    if "add" in sent:
        name = sent.get("new:id", "").strip() or next_id(document)
        stated = {"name": sent.get("new:name", "").strip(), "days": 1}
        days = value_of("days", sent.get("new:days", "").strip() or "1")
        return PlanEdit(
            verb=EditVerb.ADD,
            activity=name,
            value={**stated, "days": days},
            other=sent.get("new:behind", ""),
        )
    if verb == "set" and sent.get("field"):
        return _edit(activity, sent["field"], value)
    if verb == "plan":
        return PlanEdit(verb=EditVerb.PLAN, field=sent.get("field", ""), value=value or None)
    if verb in {"link", "unlink"}:
        lag = sent.get("lag", "0")
        return PlanEdit(
            verb=EditVerb(verb),
            activity=activity,
            other=sent.get("other", ""),
            value=value or ("FS" if verb == "link" else None),
            lag=int(lag) if lag.lstrip("-").isdecimal() and len(lag) < 6 else 0,
        )
    if verb == "move":
        return _move(activity, value)
    return None


def _move(activity: str, value: str) -> PlanEdit | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return PlanEdit(verb=EditVerb.SET, activity=activity, field="not_before", value=day.isoformat())


def next_id(document: Mapping[str, Any]) -> str:
    """Return a free id for a new activity: N1, N2 and so on."""
    taken = {str(one.get("id")) for one in document.get("activities", ())}
    number = 1
    while f"N{number}" in taken:
        number += 1
    return f"N{number}"


def edits_of(words: str) -> tuple[PlanEdit, ...]:
    """Return the edits that a hidden field carries; none where it is not what we wrote."""
    try:
        stated = json.loads(words or "[]")
    except (ValueError, RecursionError):
        return ()
    edits, _faults = read_edits(stated)
    return edits


def words_of(edits: Sequence[PlanEdit]) -> str:
    """Return edits as the words of a hidden field."""
    return json.dumps([edit_document(one) for one in edits], ensure_ascii=False)
