"""Writes the empty plan workbook: headings with hints, choices, and an example to overwrite."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from guatu.adapters.plan_columns import EXAMPLES, PLAN, PLAN_ROWS, SHEETS, Column
from guatu.adapters.plan_sheets import head_row, sheet_rows

_ROWS_WITH_CHOICES = 2000
_FORMATS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "text": "@"}


def plan_workbook(document: Mapping[str, Any] | None = None) -> bytes:
    """Return the workbook that ``guatu template plan`` writes and ``guatu plan`` reads.

    With a plan document its sheets are filled from it; else they hold example rows.
    """
    filled = EXAMPLES if document is None else sheet_rows(document)
    head = {"id": "P1", "name": "示例计划"} if document is None else head_row(document)
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
        _plan_sheet(book, heading, head)
        for name, columns in SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for place, column in enumerate(columns):
                _column(book, sheet, place, column, heading)
            for row, example in enumerate(filled[name], start=1):
                for place, column in enumerate(columns):
                    if column.field in example:
                        _write(book, sheet, row, place, column, example[column.field])
    return file.getvalue()


def _write(  # noqa: PLR0917 one cell
    book: Workbook, sheet: Worksheet, row: int, place: int, column: Column, value: Any
) -> None:
    """Write a value; days and moments become real dates, so that they sort and add."""
    form = _FORMATS.get(column.kind)
    if column.kind in {"day", "moment"} and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        sheet.write_datetime(row, place, moment, book.add_format({"num_format": form}))
    else:
        sheet.write(row, place, value)


def _plan_sheet(book: Workbook, heading: Format, head: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(PLAN)
    sheet.set_column(0, 0, 14, heading)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 40)
    for row, column in enumerate(PLAN_ROWS):
        sheet.write(row, 0, column.heading, heading)
        cell = book.add_format({"num_format": _FORMATS.get(column.kind, "General")})
        value = head.get(column.field, "")
        if column.kind == "day" and value:
            sheet.write_datetime(row, 1, datetime.fromisoformat(value), cell)
        else:
            sheet.write(row, 1, value, cell)
        sheet.write(row, 2, column.hint)


def _column(book: Workbook, sheet: Worksheet, place: int, column: Column, heading: Format) -> None:
    cells = book.add_format({"num_format": _FORMATS.get(column.kind, "General")})
    sheet.set_column(place, place, column.width, cells)
    sheet.write(0, place, column.heading, heading)
    if column.hint:
        sheet.write_comment(0, place, column.hint)
    if column.choices:
        sheet.data_validation(
            1,
            place,
            _ROWS_WITH_CHOICES,
            place,
            {
                "validate": "list",
                "source": list(column.choices),
                "error_type": "information" if column.is_open else "stop",
            },
        )
