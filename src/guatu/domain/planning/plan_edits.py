"""Edits of a plan document, one small step each, for a table, a chart and a what-if alike.

An edit changes the plain document of a plan file and nothing else; whether the result is
a sound plan is told by reading it (``read_plan``). A list of edits is applied in order, so
that undoing is leaving the last one out.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.link_words import links_of_words

Document = dict[str, Any]
Row = dict[str, Any]

FIELDS = frozenset(
    {
        *("name", "name_en", "days", "calendar", "class", "unit", "lane", "place"),
        *("not_before", "must_by", "cost"),
    }
)
PLAN_FIELDS = frozenset({"target", "start", "name"})
MOST_EDITS = 500


class EditVerb(StrEnum):
    """What an edit does."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    LINKS = "links"
    LINK = "link"
    UNLINK = "unlink"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdit:
    """One edit.

    ``SET``: ``activity``, ``field`` of ``FIELDS``, ``value`` (None takes it away).
    ``ADD``: ``activity`` is the new id, ``value`` the row, ``other`` the id it is put behind.
    ``REMOVE``: its predecessors are joined to its successors, end to start.
    ``LINKS``: ``value`` are all links into the activity as typed in one cell.
    ``LINK``/``UNLINK``: from ``other`` to ``activity``, ``value`` the kind, ``lag`` days.
    ``PLAN``: ``field`` of ``PLAN_FIELDS`` of the plan itself.
    """

    verb: EditVerb
    activity: str = ""
    field: str = ""
    value: Any = None
    other: str = ""
    lag: int = 0


def read_edits(stated: object) -> tuple[tuple[PlanEdit, ...], tuple[Diagnostic, ...]]:
    """Read edits from plain data (a list of objects); one fault and no edits where it is none."""
    if not isinstance(stated, list) or len(stated) > MOST_EDITS:
        return (), (_fault("planning.edits_misread", most=MOST_EDITS),)
    read: list[PlanEdit] = []
    for place, one in enumerate(stated):
        edit = _read(one)
        if edit is None:
            return (), (_fault("planning.edit_misread", position=f"edits[{place}]"),)
        read.append(edit)
    return tuple(read), ()


def _read(one: object) -> PlanEdit | None:
    if not isinstance(one, dict) or one.get("verb") not in set(EditVerb):
        return None
    lag = one.get("lag", 0)
    words = [one.get(key, "") for key in ("activity", "field", "other")]
    if isinstance(lag, bool) or not isinstance(lag, int) or abs(lag) > 10_000:
        return None
    if not all(isinstance(word, str) for word in words):
        return None
    activity, field, other = words
    return PlanEdit(
        verb=EditVerb(one["verb"]),
        activity=activity,
        field=field,
        value=one.get("value"),
        other=other,
        lag=lag,
    )


def edit_document(edit: PlanEdit) -> dict[str, Any]:
    """Return an edit as plain data; ``read_edits`` reads it again."""
    return {
        "verb": edit.verb.value,
        "activity": edit.activity,
        "field": edit.field,
        "value": edit.value,
        "other": edit.other,
        "lag": edit.lag,
    }


def with_edits(
    document: Mapping[str, Any], edits: Sequence[PlanEdit]
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document after all edits, or the first one that cannot be done, by its place."""
    changed: Document = deepcopy(dict(document))
    changed.setdefault("activities", [])
    for place, edit in enumerate(edits):
        fault = _APPLY[edit.verb](changed, edit)
        if fault is not None:
            return None, (_placed(fault, place),)
    return changed, ()


def _fault(code: str, *, position: str = "", **arguments: str | int) -> Diagnostic:
    return Diagnostic(code=code, position=position, arguments=tuple(arguments.items()))


def _placed(fault: Diagnostic, place: int) -> Diagnostic:
    return Diagnostic(code=fault.code, arguments=fault.arguments, position=f"edits[{place}]")


def _row(document: Document, name: str) -> Row | None:
    for one in document["activities"]:
        if one.get("id") == name:
            row: Row = one
            return row
    return None


def _unknown(name: str) -> Diagnostic:
    return _fault("planning.edit_unknown_activity", activity=name)


def _set(document: Document, edit: PlanEdit) -> Diagnostic | None:
    row = _row(document, edit.activity)
    if row is None:
        return _unknown(edit.activity)
    if edit.field not in FIELDS:
        return _fault("planning.edit_unknown_field", field=edit.field)
    _put(row, edit.field, edit.value)
    return None


def _put(row: Row, field: str, value: Any) -> None:
    if value is None or value == "":
        row.pop(field, None)
    else:
        row[field] = value


def _plan(document: Document, edit: PlanEdit) -> Diagnostic | None:
    if edit.field not in PLAN_FIELDS:
        return _fault("planning.edit_unknown_field", field=edit.field)
    _put(document, edit.field, edit.value)
    return None


def _add(document: Document, edit: PlanEdit) -> Diagnostic | None:
    if not edit.activity:
        return _fault("planning.edit_id_missing")
    if _row(document, edit.activity) is not None:
        return _fault("planning.edit_id_taken", activity=edit.activity)
    stated = edit.value if isinstance(edit.value, dict) else {}
    row: Row = {"id": edit.activity, "name": "", "days": 1}
    row |= {key: value for key, value in stated.items() if key in FIELDS | {"after"}}
    names = [one.get("id") for one in document["activities"]]
    place = names.index(edit.other) + 1 if edit.other in names else len(names)
    document["activities"].insert(place, row)
    return None


def _remove(document: Document, edit: PlanEdit) -> Diagnostic | None:
    row = _row(document, edit.activity)
    if row is None:
        return _unknown(edit.activity)
    before = [_before(one) for one in row.get("after", ())]
    document["activities"] = [one for one in document["activities"] if one is not row]
    for one in document["activities"]:
        links = one.get("after", [])
        kept = [link for link in links if _before(link) != edit.activity]
        if len(kept) < len(links):
            known = {_before(link) for link in kept}
            kept += [name for name in before if name not in known]
            _put(one, "after", kept or None)
    if edit.activity in document.get("ends", ()):
        _put(document, "ends", [name for name in document["ends"] if name != edit.activity] or None)
    return None


def _before(link: str | Mapping[str, Any]) -> str:
    return link if isinstance(link, str) else str(link.get("id", ""))


def _kind(link: str | Mapping[str, Any]) -> str:
    return "FS" if isinstance(link, str) else str(link.get("type", "FS"))


def _links(document: Document, edit: PlanEdit) -> Diagnostic | None:
    row = _row(document, edit.activity)
    if row is None:
        return _unknown(edit.activity)
    links, unread = links_of_words(str(edit.value or ""))
    if unread:
        return _fault("planning.edit_link_misread", words=unread[0])
    calendars = {
        (_before(one), _kind(one)): one["lag_calendar"]
        for one in row.get("after", ())
        if not isinstance(one, str) and "lag_calendar" in one
    }
    kept = [
        {**link, "lag_calendar": calendars[_before(link), _kind(link)]}
        if not isinstance(link, str) and (_before(link), _kind(link)) in calendars
        else link
        for link in links
    ]
    _put(row, "after", kept or None)
    return None


def _link(document: Document, edit: PlanEdit) -> Diagnostic | None:
    row = _row(document, edit.activity)
    if row is None or _row(document, edit.other) is None:
        return _unknown(edit.activity if row is None else edit.other)
    kind = str(edit.value or "FS")
    if kind not in {"FS", "SS", "FF", "SF"}:
        return _fault("planning.edit_link_misread", words=kind)
    links, _ = links_of_words(f"{edit.other} {kind}{edit.lag:+d}")
    others = [
        one for one in row.get("after", []) if (_before(one), _kind(one)) != (edit.other, kind)
    ]
    row["after"] = [*others, *links]
    return None


def _unlink(document: Document, edit: PlanEdit) -> Diagnostic | None:
    row = _row(document, edit.activity)
    if row is None:
        return _unknown(edit.activity)
    kind = str(edit.value or "")
    kept = [
        one
        for one in row.get("after", [])
        if _before(one) != edit.other or (kind and _kind(one) != kind)
    ]
    if len(kept) == len(row.get("after", [])):
        return _fault("planning.edit_no_link", before=edit.other, after=edit.activity)
    _put(row, "after", kept or None)
    return None


_APPLY: Mapping[EditVerb, Callable[[Document, PlanEdit], Diagnostic | None]] = {
    EditVerb.SET: _set,
    EditVerb.ADD: _add,
    EditVerb.REMOVE: _remove,
    EditVerb.LINKS: _links,
    EditVerb.LINK: _link,
    EditVerb.UNLINK: _unlink,
    EditVerb.PLAN: _plan,
}
