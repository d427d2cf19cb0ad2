"""Web pages that are nothing but a table of requirements: what office systems export as .xls.

Such a page is a ledger: the rows of each of its tables are a sheet, the few words above them its title.
"""

from collections.abc import Sequence
from typing import Any

from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.sheet_text import (
    LONGEST_TITLE,
    MOST_ROWS,
    CrowdedSheetError,
    SheetCells,
    ledger_of,
    named_columns,
)

_MOST_AROUND = 400


def ledger_of_blocks(
    blocks: Sequence[tuple[Any, str, int]], name: str, *, media_type: str, workbook: bool
) -> Taken | None:
    """Return a page's blocks as a ledger; None for a page of another kind.

    ``workbook`` tells that a program for sheets wrote the page: then its tables are a ledger
    though their headings name no task.
    """
    try:
        sheets = _sheets(blocks)
    except CrowdedSheetError as crowded:
        return None, (fault(crowded.code, name, ("most", MOST_ROWS)),)
    if not sheets or not (
        workbook or any(named_columns(row for _, row in one.rows) for one in sheets)
    ):
        return None
    return ledger_of(sheets, name, media_type=media_type)


def _sheets(blocks: Sequence[tuple[Any, str, int]]) -> list[SheetCells]:
    """Return the tables of a page with their titles; none where it holds words of another kind."""
    sheets: dict[Any, SheetCells] = {}
    titles: list[str] = []
    around = 0
    for element, words, linked in blocks:
        table = _table_of(element)
        if table is None:
            bare = " ".join(words.split())
            around += len(bare)
            if len(bare) > LONGEST_TITLE or "。" in bare or linked or around > _MOST_AROUND:
                return []
            titles.append(bare)
            continue
        if table not in sheets:
            sheets[table] = SheetCells()
            for title in titles:
                sheets[table].add(0, [title])
            titles = []
        sheets[table].add(0, words.split("\t"))
    for title in titles if sheets else ():
        list(sheets.values())[-1].add(0, [title])
    return list(sheets.values())


def _table_of(element: Any) -> Any | None:
    """Return the outermost table that an element stands in."""
    around = [one for one in (element, *element.iterancestors()) if one.tag == "table"]
    return around[-1] if around else None
