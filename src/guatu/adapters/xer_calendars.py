"""Calendars of a XER file that cannot be read: MPXJ would put a plain week in their place without a word."""

Columns = dict[str, int]


def unreadable_calendars(content: bytes) -> tuple[str, ...]:
    """Return the ids of the calendars whose data is missing or torn, in file order.

    Older files separate the lines of the data with byte 0x7F; those are readable.
    """
    columns: Columns = {}
    inside = False
    found = []
    for line in content.split(b"\n"):
        cells = line.rstrip(b"\r").decode("latin-1").split("\t")
        if cells[0] == "%T":
            inside = cells[1:2] == ["CALENDAR"]
        elif inside and cells[0] == "%F":
            columns = {name: at for at, name in enumerate(cells)}
        elif inside and cells[0] == "%R" and not _is_whole(_cell(cells, columns, "clndr_data")):
            if not _cell(cells, columns, "base_clndr_id"):
                found.append(_cell(cells, columns, "clndr_id"))
    return tuple(found)


def _cell(cells: list[str], columns: Columns, name: str) -> str:
    at = columns.get(name, len(cells))
    return cells[at].strip() if at < len(cells) else ""


def _is_whole(data: str) -> bool:
    """Tell whether calendar data names its weekdays and closes every bracket that it opens."""
    depth = 0
    for letter in data:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0 and "DaysOfWeek" in data
