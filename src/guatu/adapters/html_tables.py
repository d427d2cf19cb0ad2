"""Tables of a web page: cells merged over rows or columns, written out so that columns stay columns."""

from typing import Any

from lxml import etree

from guatu.domain.reading.ledger_grid import DITTO

_MOST_SPANNED = 63
_MOST_ADDED = 20_000
_CELLS = ("td", "th")
_WITHIN = frozenset(
    ("p", "div", "br", "ul", "ol", "li", "center", "h1", "h2", "h3", "h4", "h5", "h6")
)
_FEWEST_ROWS = 2


def flatten_cells(root: Any) -> None:
    """Make the words of each cell of a table of words one line; tables that lay a page out stay.

    A table of words has rows with several cells that hold words, and no table within it.
    """
    for table in root.iter("table"):
        cells = list(table.iter(*_CELLS))
        filled: dict[Any, int] = {}
        for one in cells:
            if "".join(one.itertext()).strip():
                filled[one.getparent()] = filled.get(one.getparent(), 0) + 1
        rows = sum(count > 1 for count in filled.values())
        if rows < _FEWEST_ROWS or next(table.iterdescendants("table"), None) is not None:
            continue
        for one in (each for cell in cells for each in cell.iterdescendants()):
            if one.tag in _WITHIN:
                one.tag = "span"
                one.tail = f" {one.tail or ''}"


def spread_cells(root: Any) -> None:
    """Give each row a cell for each column: *ditto* below a merged cell, an empty one beside it."""
    # A page of nothing but wide cells would fill the memory.
    left = _MOST_ADDED
    for table in root.iter("table"):
        # Which columns the cells above still cover, and for how many rows more.
        open_below: dict[int, int] = {}
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is not table:
                continue
            left -= _spread_row(row, open_below, most=left)
            if left <= 0:
                return


def _spread_row(row: Any, open_below: dict[int, int], *, most: int) -> int:
    """Fill the row up; ``open_below`` is read and brought up to date. Return how many were added.

    After ``most`` the rest of the row stays as it is.
    """
    cells = [one for one in row if one.tag in _CELLS]
    place, added = 0, 0
    for cell in cells:
        if added >= most:
            return added
        while open_below.get(place, 0) > 0:
            cell.addprevious(_cell(DITTO))
            open_below[place] -= 1
            place, added = place + 1, added + 1
        wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
        for _ in range(wide - 1):
            cell.addnext(_cell(""))
        for covered in range(place, place + wide):
            open_below[covered] = high - 1
        place, added = place + wide, added + wide - 1
    while open_below.get(place, 0) > 0:
        row.append(_cell(DITTO))
        open_below[place] -= 1
        place, added = place + 1, added + 1
    return added


def _cell(words: str) -> Any:
    cell = etree.Element("td")
    cell.text = words
    return cell


def _span(cell: Any, name: str) -> int:
    stated = (cell.get(name) or "1").strip()
    return max(1, min(int(stated), _MOST_SPANNED)) if stated.isdecimal() and len(stated) < 6 else 1
