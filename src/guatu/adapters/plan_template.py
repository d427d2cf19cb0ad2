"""Writes the empty plan workbook: headings with hints, choices, and an example to overwrite."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from guatu.adapters.plan_columns import EXAMPLES, PLAN, PLAN_ROWS, SHEETS, Column

_ROWS_WITH_CHOICES = 2000
_FORMATS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "text": "@"}


def plan_workbook() -> bytes:
    """Return the workbook that ``guatu template plan`` writes and ``guatu plan`` reads."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
        _plan_sheet(book, heading)
        for name, columns in SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for place, column in enumerate(columns):
                _column(book, sheet, place, column, heading)
            for row, example in enumerate(EXAMPLES[name], start=1):
                for place, column in enumerate(columns):
                    if column.field in example:
                        sheet.write(row, place, example[column.field])
    return file.getvalue()


def _plan_sheet(book: Workbook, heading: Format) -> None:
    sheet = book.add_worksheet(PLAN)
    sheet.set_column(0, 0, 14, heading)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 40)
    examples = {"id": "P1", "name": "示例计划"}
    for row, column in enumerate(PLAN_ROWS):
        sheet.write(row, 0, column.heading, heading)
        cell = book.add_format({"num_format": _FORMATS.get(column.kind, "General")})
        sheet.write(row, 1, examples.get(column.field, ""), cell)
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
            {"validate": "list", "source": list(column.choices)},
        )
