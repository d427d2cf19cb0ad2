"""Reads the plan workbook into a plan document; faults name sheet, row and column."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from guatu.adapters.plan_columns import (
    ACTIVITIES,
    CALENDARS,
    CLASS_WORDS,
    PLAN,
    PLAN_ROWS,
    RESOURCES,
    SHEETS,
    STOPS,
    Column,
)
from guatu.adapters.plan_terms_cells import read_seasons, read_terms
from guatu.adapters.workbook_bounds import unfolds_within
from guatu.adapters.workbook_stops import ForeseenFaults
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.link_words import links_of_words

Found = list[Diagnostic]
Row = dict[str, Any]
_PLACE = re.compile(r"activities\[(?P<number>\d+)\](?:\.(?P<field>\w+))?")
_RUN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s*[~～至]\s*(\d{4}-\d{2}-\d{2}))?")
# Where an offer of the plan file stands in two columns or under another heading.
_OFFERS = {
    "crash": "crash_days",
    "crew": "crew_days",
    "shift": "shift_cost",
    "weekend": "weekend_cost",
}
_SEPARATOR = re.compile(r"[;；,，、\n]+")


def plan_from_workbook(
    content: bytes, source: str
) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    """Return the plan document of a workbook made from the template, or what is wrong with it."""
    if not unfolds_within(content):
        return None, (_fault("planning.workbook_too_large", source, ""),)
    try:
        with ForeseenFaults():
            book = CalamineWorkbook.from_filelike(BytesIO(content))
            sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError, ValueError):
        return None, (_fault("planning.not_workbook", source, ""),)
    found: Found = []
    if ACTIVITIES not in sheets:
        arguments = {"sheet": ACTIVITIES}
        return None, (_fault("planning.no_sheet", source, "", **arguments),)
    rows = {
        name: _rows(sheets.get(name, []), name, columns, found) for name, columns in SHEETS.items()
    }
    document = _plan_row(sheets.get(PLAN, []), found)
    read_seasons(document, found)
    if "ends" in document:
        document["ends"] = _list(document["ends"])
    document["calendars"] = {
        str(row["name"]): _calendar(row, found) for row in rows[CALENDARS] if row.get("name")
    }
    if not document["calendars"]:
        document["calendars"] = {"cal": {"week": "1111111"}}
    document["stop_work"] = [_stop(row) for row in rows[STOPS]]
    document["resources"] = {
        str(row["name"]): {"capacity": row.get("capacity")}
        for row in rows[RESOURCES]
        if row.get("name")
    }
    document["activities"] = [_activity(row, found) for row in rows[ACTIVITIES]]
    document["_rows"] = [row["_row"] for row in rows[ACTIVITIES]]
    told = tuple(
        Diagnostic(code=one.code, arguments=one.arguments, source=source, position=one.position)
        for one in found
    )
    return (None if told else document), told


def _fault(code: str, source: str, position: str, **arguments: str | int) -> Diagnostic:
    return Diagnostic(
        code=code, arguments=tuple(arguments.items()), source=source, position=position
    )


def located(told: Iterable[Diagnostic], document: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    """Turn places of the plan document into cells of the workbook that it came from."""
    rows = document.get("_rows")
    if not isinstance(rows, list):
        return tuple(told)
    return tuple(replace(one, position=_cell_of(one.position, rows)) for one in told)


def _cell_of(position: str, rows: Sequence[int]) -> str:
    if position.startswith("ends["):
        number = next(at for at, one in enumerate(PLAN_ROWS, start=1) if one.field == "ends")
        return f"{PLAN}!B{number}"
    place = _PLACE.match(position)
    if place is None or int(place["number"]) >= len(rows):
        return position
    fields = [one.field for one in SHEETS[ACTIVITIES]]
    field = _OFFERS.get(place["field"] or "", place["field"])
    letter = column_letter(fields.index(field)) if field in fields else "A"
    return f"{ACTIVITIES}!{letter}{rows[int(place['number'])]}"


def column_letter(place: int) -> str:
    """Return the letters of a column counted from 0, as a workbook shows them."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rows(
    cells: Sequence[Sequence[Any]], sheet: str, columns: Sequence[Column], found: Found
) -> list[Row]:
    """Read the rows under the headings; empty rows are passed over."""
    if not cells:
        return []
    places: dict[int, Column] = {}
    known = {column.heading: column for column in columns}
    for place, heading in enumerate(cells[0]):
        words = str(heading).strip()
        if words in known:
            places[place] = known[words]
        elif words:
            position = f"{sheet}!{column_letter(place)}1"
            arguments = {"heading": words, "known": "、".join(known)}
            found.append(_fault("planning.unknown_heading", "", position, **arguments))
    read_headings = {column.heading for column in places.values()}
    for needed in columns[:1] if sheet != ACTIVITIES else (columns[0], columns[2]):
        if needed.heading not in read_headings:
            arguments = {"sheet": sheet, "heading": needed.heading}
            found.append(_fault("planning.no_heading", "", f"{sheet}!1", **arguments))
    rows = []
    for number, line in enumerate(cells[1:], start=2):
        row: Row = {"_row": number}
        for place, column in places.items():
            value = line[place] if place < len(line) else ""
            if value not in {"", None}:
                position = f"{sheet}!{column_letter(place)}{number}"
                row[column.field] = _cell(value, column, position, found)
        if len(row) > 1:
            rows.append(row)
    return rows


def _plan_row(cells: Sequence[Sequence[Any]], found: Found) -> Row:
    known = {column.heading: column for column in PLAN_ROWS}
    document: Row = {"guatu": 1}
    for number, line in enumerate(cells, start=1):
        column = known.get(str(line[0]).strip()) if line else None
        value = line[1] if len(line) > 1 else ""
        if column is not None and value not in {"", None}:
            document[column.field] = _cell(value, column, f"{PLAN}!B{number}", found)
    return document


def _cell(value: Any, column: Column, position: str, found: Found) -> Any:
    """Turn a cell into the plan file's value; a wrong kind is told with its place."""
    if column.kind == "text":
        whole = isinstance(value, float) and value.is_integer()
        words = str(int(value)) if whole else str(value).strip()
        if not column.choices or column.is_open or words in column.choices:
            return words
        arguments = {
            "heading": column.heading,
            "value": words[:40],
            "known": "、".join(column.choices),
        }
        found.append(_fault("planning.no_choice", "", position, **arguments))
        return None
    if column.kind in {"whole", "number"}:
        read = _number(value)
        if read is not None and (column.kind == "number" or read.is_integer()):
            return int(read) if column.kind == "whole" else read
    elif column.kind == "moment" and isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    elif isinstance(value, date):
        return date(value.year, value.month, value.day).isoformat()
    elif isinstance(value, str) and re.fullmatch(
        r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?", value.strip()
    ):
        return value.strip()
    arguments = {"heading": column.heading, "value": str(value)[:40], "kind": column.kind}
    found.append(_fault("planning.bad_cell", "", position, **arguments))
    return None


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _kept(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "_row" and value is not None}


def _list(value: Any) -> list[str]:
    return [one.strip() for one in _SEPARATOR.split(str(value or "")) if one.strip()]


def _calendar(row: Row, found: Found) -> Row:
    stated: Row = {"week": row.get("week", "1111111")}
    if row.get("holidays"):
        stated["holidays"] = row["holidays"]
    off = []
    for words in _list(row.get("off")):
        run = _RUN.fullmatch(words)
        if run is None:
            found.append(_misread(row, CALENDARS, "off", words))
        else:
            off.append([run[1], run[2] or run[1]])
    if off:
        stated["off"] = off
    return stated


def _misread(row: Row, sheet: str, field: str, words: str) -> Diagnostic:
    columns = SHEETS[sheet]
    place = next(number for number, one in enumerate(columns) if one.field == field)
    arguments = {"heading": columns[place].heading, "value": words, "kind": columns[place].hint}
    return _fault(
        "planning.bad_cell", "", f"{sheet}!{column_letter(place)}{row['_row']}", **arguments
    )


def _activity(row: Row, found: Found) -> Row:
    stated = _kept(row)
    after, unread = links_of_words(str(stated.pop("after", None) or ""))
    found += [_misread(row, ACTIVITIES, "after", words) for words in unread]
    if after:
        stated["after"] = after
    uses: dict[str, int] = {}
    for words in _list(stated.pop("uses", None)):
        name, _, amount = words.replace("：", ":").partition(":")
        if not amount.strip().isdecimal():
            found.append(_misread(row, ACTIVITIES, "uses", words))
        else:
            uses[name.strip()] = int(amount)
    if uses:
        stated["uses"] = uses
    return stated | read_terms(stated, row, found, _misread)


def _stop(row: Row) -> Row:
    classes = [CLASS_WORDS.get(one, one) for one in _list(row.get("classes"))]
    stated = _kept(row) | {"classes": classes}
    places = _list(stated.pop("places", None))
    return stated | ({"places": places} if places else {})
