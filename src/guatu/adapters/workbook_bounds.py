"""How much a workbook may unfold to: a few kilobytes of zip can hold gigabytes of nothing."""

import io
import re
import zipfile
import zlib

MOST_UNFOLDED = 200 * 1024 * 1024
MOST_CELLS = 5_000_000
"""Most cells of one sheet, empty ones between the filled ones counted."""

_BLOCK = 1024 * 1024
_KEPT = 64
# Only cells carry a reference in an attribute named r; merges and hyperlinks name theirs ref.
_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")


def unfolds_within(raw: bytes, most: int = MOST_UNFOLDED) -> bool:
    """Tell whether the parts of a workbook come to at most so many bytes when unpacked.

    Nor may a sheet span more than ``MOST_CELLS`` cells: its reader takes room for all of
    them, and one filled cell in the last corner would end the process. The binary kind
    (xlsb) is not for that reader and does not pass. What is no zip at all passes: the reader
    of workbooks says what is wrong with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            names = [part.filename for part in parts.infolist()]
            if sum(part.file_size for part in parts.infolist()) > most:
                return False
            if "xl/workbook.bin" in names:
                return False
            sheets = [name for name in names if name.startswith("xl/worksheets/")]
            return all(_spans_within(parts, name) for name in sheets)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, zlib.error):
        return True


def unpacks_within(raw: bytes, most: int = MOST_UNFOLDED) -> bool:
    """Tell whether the parts of a container come to at most so many bytes when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return sum(part.file_size for part in parts.infolist()) <= most
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return True


def _spans_within(parts: zipfile.ZipFile, name: str) -> bool:
    """Tell whether the filled cells of a sheet lie within a small enough rectangle."""
    rows: list[int] = []
    columns: list[int] = []
    rest = b""
    with parts.open(name) as part:
        while block := part.read(_BLOCK):
            text = rest + block
            for found in _CELL.finditer(text):
                rows.append(int(found[2]))
                columns.append(_number(found[1]))
            rest = text[-_KEPT:]
            if rows:
                rows, columns = [min(rows), max(rows)], [min(columns), max(columns)]
                if (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) > MOST_CELLS:
                    return False
    return True


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number
