"""Workbooks of one sheet: headings, choices and an example out; rows in, with faults by their cell."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from guatu.adapters.workbook_bounds import unfolds_within
from guatu.adapters.workbook_stops import ForeseenFaults
from guatu.domain.kernel.diagnostic import Diagnostic, Severity

LARGEST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
EXAMPLE_MARK = "（示例，导入时跳过）"
"""Begins the example's key cell; rows that keep it are skipped."""

Cell = str | int | date | None

_LONGEST_HINT = 255
_SPARE_ROWS = 1000
"""Empty rows below the last one that still offer their choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its key, headings in both languages, width and choices.

    ``shown_only`` columns are written but never read; ``day`` ones hold dates; a cell of
    ``several`` choices lists them with 、; ``prefix`` begins words that need be no choice.
    """

    key: str
    zh: str
    en: str
    width: int
    choices: tuple[tuple[str, str, str], ...] = ()
    needed: bool = False
    shown_only: bool = False
    day: bool = False
    several: bool = False
    prefix: str = ""

    def heading(self, language: str) -> str:
        """Return the heading in ``zh`` or ``en``."""
        return self.en if language == "en" else self.zh

    def word(self, key: str, language: str) -> str:
        """Return the word of a choice; keys without choice stand as they are."""
        return next(
            (en if language == "en" else zh for one, zh, en in self.choices if one == key), key
        )

    def key_of(self, word: str) -> str | None:
        """Return the choice that a word in either language means; None for none."""
        plain = word.strip().casefold()
        names = ((key, (key, zh, en)) for key, zh, en in self.choices)
        return next((key for key, all_ in names if plain in {one.casefold() for one in all_}), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm:
    """What a workbook looks like: the sheet's name, its columns and the example to fill from.

    ``mark_key`` is the column whose cell carries the example's mark.
    """

    name: str
    columns: tuple[Column, ...]
    example: Mapping[str, Cell]
    mark_key: str

    def template(self, *, language: str) -> bytes:
        """Return the empty workbook to fill: headings, choices, and one example row."""
        marked = f"{EXAMPLE_MARK}{self.example[self.mark_key]}"
        return self.workbook([{**self.example, self.mark_key: marked}], language=language)

    def workbook(
        self, rows: Sequence[Mapping[str, Cell]], *, language: str, title: str = ""
    ) -> bytes:
        """Return a workbook of the rows (keys as in the columns), with filters and choices."""
        return _workbook(self, rows, language=language, title=title)

    def fits(self, headings: Sequence[str]) -> bool:
        """Tell whether a first row has the headings that the sheet cannot do without."""
        known = {_plain(one) for one in headings}
        needed = [column for column in self.columns if column.needed]
        return all(_plain(one.zh) in known or _plain(one.en) in known for one in needed)

    def read(
        self, raw: bytes, *, name: str
    ) -> tuple[tuple["SheetLine", ...], tuple[Diagnostic, ...]]:
        """Return the filled rows, and what is wrong by row and column.

        Faults of the file or its headings return no row; faults of a row name it (``B7``)
        and leave it out. Empty rows and the template's example are skipped.
        """
        return _read(self, raw, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One filled row: its number in the sheet and its cells by key, dates as dates.

    ``places`` are the letters of the columns by key, to name a cell in a fault.
    """

    row: int
    cells: Mapping[str, str | date] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a cell as text; "" where it is empty."""
        value = self.cells.get(key, "")
        return value.isoformat() if isinstance(value, date) else value

    def several(self, key: str) -> tuple[str, ...]:
        """Return the parts of a cell that lists things with 、 or a comma."""
        return split_cell(self.text(key))

    def where(self, key: str) -> str:
        """Return the cell (``D7``), or the row alone where the sheet lacks the column."""
        return f"{self.places.get(key, '')}{self.row}"


def split_cell(words: str) -> tuple[str, ...]:
    """Return the parts of words that list things with 、 or a comma."""
    for sign in "，,；;":
        words = words.replace(sign, "、")
    return tuple(part.strip() for part in words.split("、") if part.strip())


def _workbook(
    form: SheetForm, rows: Sequence[Mapping[str, Cell]], *, language: str, title: str
) -> bytes:
    buffer = io.BytesIO()
    # Words of a sheet are never formulas or links, whatever they begin with.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(form.name)
        head = book.add_format(
            {"bold": True, "bg_color": "#E9EDF2", "border": 1, "text_wrap": True}
        )
        body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "border": 1})
        for place, column in enumerate(form.columns):
            sheet.write_string(0, place, column.heading(language), head)
            sheet.set_column(place, place, column.width)
            if column.choices:
                listed = _offered(column, language)
                sheet.data_validation(1, place, len(rows) + _SPARE_ROWS, place, listed)
            for line, row in enumerate(rows, start=1):
                value = row.get(column.key)
                if isinstance(value, date):
                    sheet.write_datetime(line, place, value, day)
                elif isinstance(value, int):
                    sheet.write_number(line, place, value, body)
                else:
                    sheet.write_string(line, place, _written(column, value or "", language), body)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(1, len(rows)), len(form.columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        if title:
            sheet.set_header(f"&C{title}")
    return buffer.getvalue()


def _offered(column: Column, language: str) -> dict[str, Any]:
    """Return the choices of a column: a list to pick from, or a hint where several may stand."""
    words = [column.word(key, language) for key, _, _ in column.choices]
    if not column.several:
        return {"validate": "list", "source": words}
    hint = "、".join(words)[:_LONGEST_HINT]
    return {"validate": "any", "input_title": column.heading(language), "input_message": hint}


def _written(column: Column, value: str, language: str) -> str:
    if column.several:
        return "、".join(column.word(one, language) for one in split_cell(value))
    return column.word(value, language)


def first_row(raw: bytes) -> tuple[str, ...]:
    """Return the headings of a workbook's first sheet; () where it is no workbook."""
    if not unfolds_within(raw):
        return ()
    try:
        with ForeseenFaults():
            sheet = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0)
    except (CalamineError, PasswordError, IndexError):
        return ()
    rows = sheet.to_python(nrows=1)
    return tuple(str(cell).strip() for cell in rows[0]) if rows else ()


def _read(
    form: SheetForm, raw: bytes, name: str
) -> tuple[tuple[SheetLine, ...], tuple[Diagnostic, ...]]:
    if len(raw) > LARGEST_BYTES or not unfolds_within(raw):
        limit = LARGEST_BYTES // 1024 // 1024
        return (), (_fault("sheet.too_large", name, "", ("limit", limit)),)
    try:
        with ForeseenFaults():
            sheet = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0)
    except (CalamineError, PasswordError, IndexError):
        return (), (_fault("sheet.no_workbook", name, ""),)
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 2)
    if len(rows) > MOST_ROWS + 1:
        return (), (_fault("sheet.too_many_rows", name, "", ("most", MOST_ROWS)),)
    places, told = _places(form, rows[0] if rows else [], name)
    if not places:
        return (), told
    lines: list[SheetLine] = []
    faults: list[Diagnostic] = list(told)
    head = _Head(form=form, places=places, name=name)
    for number, cells in enumerate(rows[1:], start=2):
        line = head.line(number, cells, faults)
        if line is not None:
            lines.append(line)
    if not lines and not faults:
        faults.append(_fault("sheet.no_rows", name, ""))
    return tuple(lines), tuple(faults)


def _places(
    form: SheetForm, headings: Sequence[object], name: str
) -> tuple[dict[int, Column], tuple[Diagnostic, ...]]:
    by_heading = {
        _plain(words): column for column in form.columns for words in (column.zh, column.en)
    }
    places: dict[int, Column] = {}
    told: list[Diagnostic] = []
    for place, heading in enumerate(headings):
        words = _plain(str(heading))
        column = by_heading.get(words)
        if column is not None:
            places[place] = column
        elif words:
            where = f"{_letters(place)}1"
            told.append(
                Diagnostic(
                    code="sheet.heading_unknown",
                    severity=Severity.WARNING,
                    arguments=(("heading", str(heading)),),
                    source=name,
                    position=where,
                )
            )
    found = {column.key for column in places.values()}
    missing = [column.zh for column in form.columns if column.needed and column.key not in found]
    if missing:
        return {}, (_fault("sheet.headings", name, "1", ("missing", "、".join(missing))),)
    return places, tuple(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The sheet being read: its form, its columns by place, the file's name."""

    form: SheetForm
    places: Mapping[int, Column]
    name: str

    def line(
        self, number: int, cells: Sequence[object], faults: list[Diagnostic]
    ) -> SheetLine | None:
        """Return a row with its cells checked; None for an empty, example or faulty one."""
        found: dict[str, str | date] = {}
        before = len(faults)
        for place, column in self.places.items():
            value = cells[place] if place < len(cells) else ""
            if column.shown_only or value in {"", None}:
                continue
            read = self._cell(column, value, f"{_letters(place)}{number}", faults)
            if read is not None:
                found[column.key] = read
        if not found or str(found.get(self.form.mark_key, "")).startswith(EXAMPLE_MARK):
            del faults[before:]
            return None
        for place, column in self.places.items():
            filled = place < len(cells) and str(cells[place] or "").strip()
            if column.needed and not filled:
                where = f"{_letters(place)}{number}"
                faults.append(_fault("sheet.missing", self.name, where, ("heading", column.zh)))
        if len(faults) != before:
            return None
        letters = {column.key: _letters(place) for place, column in self.places.items()}
        return SheetLine(row=number, cells=found, places=letters)

    def _cell(
        self, column: Column, value: object, where: str, faults: list[Diagnostic]
    ) -> str | date | None:
        if column.day:
            day = _day(value)
            if day is None:
                faults.append(_fault("sheet.day", self.name, where, ("value", str(value))))
            return day
        words = _words(value)
        if not column.choices or (column.prefix and words.startswith(column.prefix)):
            return words
        parts = split_cell(words) if column.several else (words,)
        keys: list[str] = []
        for part in parts:
            key = column.key_of(part)
            if key is None:
                choices = "、".join(zh for _, zh, _ in column.choices)
                told = (("value", part), ("heading", column.zh), ("choices", choices))
                faults.append(_fault("sheet.choice", self.name, where, *told))
            keys.append(key or part)
        return "、".join(keys)


def _plain(heading: str) -> str:
    return "".join(heading.split()).casefold().rstrip("*")


def _words(value: object) -> str:
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = str(value).strip().replace("年", "-").replace("月", "-").replace("日", "")
    for sign in "./":
        words = words.replace(sign, "-")
    parts = words.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _letters(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _fault(code: str, name: str, position: str, *arguments: tuple[str, str | int]) -> Diagnostic:
    return Diagnostic(code=code, arguments=(*arguments,), source=name, position=position)
