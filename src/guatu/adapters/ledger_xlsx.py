"""The ledger as a workbook: written with headings and choices, read with faults by row and column."""

from collections.abc import Mapping, Sequence
from datetime import date

from guatu.adapters.sheet_xlsx import Cell, Column, SheetForm, SheetLine
from guatu.domain.kernel.diagnostic import Diagnostic

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
    Column(key="deadline", zh="完成期限", en="Deadline", width=12, day=True),
    Column(
        key="basis",
        zh="期限依据",
        en="Basis of the deadline",
        width=16,
        choices=_BASES,
        prefix="RULE:",
    ),
    Column(key="basis_words", zh="依据说明", en="Words of the basis", width=22),
    Column(key="kind", zh="类型", en="Kind", width=10, choices=_KINDS),
    Column(key="weight", zh="权重", en="Weight", width=10, choices=_WEIGHTS),
    Column(key="quote", zh="原文", en="Quote", width=50),
    Column(key="light", zh="灯", en="Light", width=8, shown_only=True),
    Column(key="stage", zh="环节", en="Stage", width=10, shown_only=True),
    Column(key="percent", zh="进度%", en="Progress %", width=8, shown_only=True),
    Column(key="reported", zh="最近反馈", en="Last report", width=12, shown_only=True),
    Column(key="original", zh="原定期限", en="Original deadline", width=12, shown_only=True),
)
_EXAMPLE: Mapping[str, Cell] = {
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
LEDGER = SheetForm(name="台账", columns=COLUMNS, example=_EXAMPLE, mark_key="title")


def ledger_workbook(rows: Sequence[Mapping[str, Cell]], *, language: str, title: str = "") -> bytes:
    """Return a workbook of the rows (keys as in ``COLUMNS``), with filters and choices."""
    return LEDGER.workbook(rows, language=language, title=title)


def ledger_template(*, language: str = "zh") -> bytes:
    """Return the empty workbook to fill: headings, choices, and one example row."""
    return LEDGER.template(language=language)


def is_ledger(headings: Sequence[str]) -> bool:
    """Tell whether a sheet's first row has the headings that a ledger cannot do without."""
    return LEDGER.fits(headings)


def read_ledger(raw: bytes, *, name: str) -> tuple[tuple[SheetLine, ...], tuple[Diagnostic, ...]]:
    """Return the filled rows of a ledger workbook, and what is wrong with it by row and column."""
    return LEDGER.read(raw, name=name)
