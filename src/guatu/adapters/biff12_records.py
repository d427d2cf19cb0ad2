"""The records that the parts of a binary workbook (XLSB) are made of.

Source: [MS-XLSB] 2.1.4 (records).
"""

from collections.abc import Iterator


def biff12_records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the records of a part: kind, where its content begins, how long it is.

    What is torn off at the end is left out.
    """
    at, end = 0, len(part)
    while at < end:
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        if at + size > end:
            return
        yield kind, at, size
        at += size


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, the lowest first, and where it ends."""
    number = 0
    for place in range(most):
        byte = part[at] if at < len(part) else 0
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, at
