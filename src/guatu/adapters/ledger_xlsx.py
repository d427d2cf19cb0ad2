"""The ledger as a workbook: written with headings and choices, read with faults by row and column."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from guatu.domain.kernel.diagnostic import Diagnostic, Severity

LARGEST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
SHEET = "台账"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the ledger: its key, headings in both languages, width and choices."""

    key: str
    zh: str
    en: str
    width: int
    choices: tuple[tuple[str, str, str], ...] = ()
    needed: bool = False

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


_KINDS = (
    ("paper", "文稿类", "Paper"),
    ("work", "工作类", "Work"),
    ("quantity", "数量类", "Quantity"),
    ("rectification", "整改类", "Rectification"),
    ("hazard", "隐患类", "Hazard"),
)
_WEIGHTS = (
    ("ordinary", "一般", "Ordinary"),
    ("key", "重点", "Key"),
    ("top", "县级重大", "County top"),
)
_BASES = (("STATED", "原文明示", "Stated in the source"), ("PERSON", "由我确定", "Set by a person"))

COLUMNS: tuple[Column, ...] = (
    Column(key="number", zh="编号", en="Number", width=20),
    Column(key="title", zh="事项", en="Matter", width=44, needed=True),
    Column(key="result", zh="目标（可量化）", en="Measurable result", width=44),
    Column(key="lead", zh="牵头单位", en="Lead unit", width=16, needed=True),
    Column(key="co_units", zh="配合单位", en="Co-units", width=22),
    Column(key="leader", zh="分管领导", en="Leader in charge", width=12),
    Column(key="deadline", zh="完成期限", en="Deadline", width=12),
    Column(key="basis", zh="期限依据", en="Basis of the deadline", width=16, choices=_BASES),
    Column(key="basis_words", zh="依据说明", en="Words of the basis", width=22),
    Column(key="kind", zh="类型", en="Kind", width=10, choices=_KINDS),
    Column(key="weight", zh="权重", en="Weight", width=10, choices=_WEIGHTS),
    Column(key="quote", zh="原文", en="Quote", width=50),
    Column(key="light", zh="灯", en="Light", width=8),
    Column(key="stage", zh="环节", en="Stage", width=10),
    Column(key="percent", zh="进度%", en="Progress %", width=8),
    Column(key="reported", zh="最近反馈", en="Last report", width=12),
    Column(key="original", zh="原定期限", en="Original deadline", width=12),
)
_SHOWN_ONLY = frozenset({"light", "stage", "percent", "reported", "original"})
_EXAMPLE: Mapping[str, str | date] = {
    "title": "完成示范街雨污分流改造",
    "result": "改造管网 1.2 公里并通过验收",
    "lead": "住建局",
    "co_units": "水利局、云溪镇",
    "deadline": date(2026, 12, 31),
    "basis": "原文明示",
    "basis_words": "年底前",
    "kind": "工作类",
    "weight": "一般",
}
EXAMPLE_MARK = "（示例，导入时跳过）"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One filled row: its number in the sheet and its cells by key, dates as dates."""

    row: int
    cells: Mapping[str, str | date] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a cell as text; "" where it is empty."""
        value = self.cells.get(key, "")
        return value.isoformat() if isinstance(value, date) else value


def ledger_workbook(
    rows: Sequence[Mapping[str, str | int | date | None]], *, language: str, title: str = ""
) -> bytes:
    """Return a workbook of the rows (keys as in ``COLUMNS``), with filters and choices."""
    return _workbook(rows, language=language, title=title, spare_rows=200)


def ledger_template(*, language: str = "zh") -> bytes:
    """Return the empty workbook to fill: headings, choices, and one example row."""
    example: dict[str, str | int | date | None] = {**_EXAMPLE}
    example["title"] = f"{EXAMPLE_MARK}{_EXAMPLE['title']}"
    return _workbook([example], language=language, title="", spare_rows=1000)


def _workbook(
    rows: Sequence[Mapping[str, str | int | date | None]],
    *,
    language: str,
    title: str,
    spare_rows: int,
) -> bytes:
    buffer = io.BytesIO()
    # Words of the ledger are never formulas or links, whatever they begin with.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(SHEET)
        head = book.add_format(
            {"bold": True, "bg_color": "#E9EDF2", "border": 1, "text_wrap": True}
        )
        body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "border": 1})
        for place, column in enumerate(COLUMNS):
            sheet.write_string(0, place, column.heading(language), head)
            sheet.set_column(place, place, column.width)
            if column.choices:
                words = [column.word(key, language) for key, _, _ in column.choices]
                listed = {"validate": "list", "source": words}
                sheet.data_validation(1, place, len(rows) + spare_rows, place, listed)
            for line, row in enumerate(rows, start=1):
                value = row.get(column.key)
                if isinstance(value, date):
                    sheet.write_datetime(line, place, value, day)
                elif isinstance(value, int):
                    sheet.write_number(line, place, value, body)
                else:
                    sheet.write_string(line, place, column.word(value or "", language), body)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        if title:
            sheet.set_header(f"&C{title}")
    return buffer.getvalue()


def is_ledger(headings: Sequence[str]) -> bool:
    """Tell whether a sheet's first row has the headings that a ledger cannot do without."""
    known = {_plain(one) for one in headings}
    needed = [column for column in COLUMNS if column.needed]
    return all(_plain(one.zh) in known or _plain(one.en) in known for one in needed)


def first_row(raw: bytes) -> tuple[str, ...]:
    """Return the headings of a workbook's first sheet; () where it is no workbook."""
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0)
    except (CalamineError, PasswordError, IndexError):
        return ()
    rows = sheet.to_python(nrows=1)
    return tuple(str(cell).strip() for cell in rows[0]) if rows else ()


def read_ledger(raw: bytes, *, name: str) -> tuple[tuple[LedgerLine, ...], tuple[Diagnostic, ...]]:
    """Return the filled rows of a ledger workbook, and what is wrong with it by row and column.

    Faults of the file or its headings return no row; faults of a row name it (``B7``) and
    leave it out. Empty rows and the template's example are skipped.
    """
    if len(raw) > LARGEST_BYTES:
        limit = LARGEST_BYTES // 1024 // 1024
        return (), (_fault("ledger.too_large", name, "", ("limit", limit)),)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0)
    except (CalamineError, PasswordError, IndexError):
        return (), (_fault("ledger.no_workbook", name, ""),)
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 2)
    if len(rows) > MOST_ROWS + 1:
        return (), (_fault("ledger.too_many_rows", name, "", ("most", MOST_ROWS)),)
    places, told = _places(rows[0] if rows else [], name)
    if not places:
        return (), told
    lines: list[LedgerLine] = []
    faults: list[Diagnostic] = list(told)
    for number, cells in enumerate(rows[1:], start=2):
        line = _line(number, cells, places, name, faults)
        if line is not None:
            lines.append(line)
    if not lines and not faults:
        faults.append(_fault("ledger.no_rows", name, ""))
    return tuple(lines), tuple(faults)


def _places(
    headings: Sequence[object], name: str
) -> tuple[dict[int, Column], tuple[Diagnostic, ...]]:
    by_heading = {_plain(words): column for column in COLUMNS for words in (column.zh, column.en)}
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
                    code="ledger.heading_unknown",
                    severity=Severity.WARNING,
                    arguments=(("heading", str(heading)),),
                    source=name,
                    position=where,
                )
            )
    found = {column.key for column in places.values()}
    missing = [column.zh for column in COLUMNS if column.needed and column.key not in found]
    if missing:
        return {}, (_fault("ledger.headings", name, "1", ("missing", "、".join(missing))),)
    return places, tuple(told)


def _line(
    number: int,
    cells: Sequence[object],
    places: Mapping[int, Column],
    name: str,
    faults: list[Diagnostic],
) -> LedgerLine | None:
    found: dict[str, str | date] = {}
    before = len(faults)
    for place, column in places.items():
        value = cells[place] if place < len(cells) else ""
        if column.key in _SHOWN_ONLY or value in {"", None}:
            continue
        where = f"{_letters(place)}{number}"
        if column.key == "deadline":
            day = _day(value)
            if day is None:
                faults.append(_fault("ledger.day", name, where, ("value", str(value))))
            else:
                found[column.key] = day
            continue
        words = _words(value)
        if column.choices:
            key = column.key_of(words)
            if key is None and not (column.key == "basis" and words.startswith("RULE:")):
                choices = "、".join(zh for _, zh, _ in column.choices)
                told = (("value", words), ("heading", column.zh), ("choices", choices))
                faults.append(_fault("ledger.choice", name, where, *told))
            words = key or words
        found[column.key] = words
    if not found or str(found.get("title", "")).startswith(EXAMPLE_MARK):
        del faults[before:]
        return None
    for place, column in places.items():
        if column.needed and column.key not in found:
            where = f"{_letters(place)}{number}"
            faults.append(_fault("ledger.missing", name, where, ("heading", column.zh)))
    return LedgerLine(row=number, cells=found) if len(faults) == before else None


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
