"""The style sheet of a Word 97 to 2003 document. Source: [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from guatu.adapters.doc_streams import properties

_PARAGRAPHS = 1
_DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DocStyle:
    """A style of paragraphs: its name, what it rests on, its properties of paragraphs and characters."""

    name: str
    base: int
    paragraphs: Mapping[int, bytes] = field(default_factory=dict)
    characters: Mapping[int, bytes] = field(default_factory=dict)


class DocStyles:
    """The styles by their numbers; one that cannot be read is left out."""

    def __init__(self, sheet: bytes) -> None:
        self._styles: dict[int, DocStyle] = {}
        if len(sheet) < 6:
            return
        head, count, base = struct.unpack_from("<HHH", sheet)
        at = 2 + head
        for number in range(count):
            if at + 2 > len(sheet):
                break
            size = struct.unpack_from("<H", sheet, at)[0]
            style = _style(sheet[at + 2 : at + 2 + size], base)
            if style is not None:
                self._styles[number] = style
            at += 2 + size + size % 2

    def name(self, number: int) -> str:
        """Return the name of a style; "" for one that is not there."""
        style = self._styles.get(number)
        return style.name if style is not None else ""

    def paragraph(self, number: int, code: int) -> bytes:
        """Return the operand of a property of paragraphs in a style or what it rests on; else b""."""
        return self._held(number, code, characters=False)

    def character(self, number: int, code: int) -> bytes:
        """Return the operand of a property of characters in a style or what it rests on; else b""."""
        return self._held(number, code, characters=True)

    def _held(self, number: int, code: int, *, characters: bool) -> bytes:
        for _ in range(_DEEPEST):
            style = self._styles.get(number)
            if style is None:
                break
            held = style.characters if characters else style.paragraphs
            if code in held:
                return held[code]
            number = style.base
        return b""


def _style(packed: bytes, base_size: int) -> DocStyle | None:
    if len(packed) < base_size + 2 or base_size < 6:
        return None
    kind, sets = struct.unpack_from("<HH", packed, 2)
    if kind & 0xF != _PARAGRAPHS:
        return None
    size = struct.unpack_from("<H", packed, base_size)[0]
    at = base_size + 2
    name = packed[at : at + 2 * size].decode("utf-16-le", "replace")
    at += 2 * size + 2
    parts: list[bytes] = []
    for _ in range(sets & 0xF):
        length = int.from_bytes(packed[at : at + 2], "little")
        parts.append(packed[at + 2 : at + 2 + length])
        at += 2 + length + length % 2
    parts += [b"", b""]
    return DocStyle(
        name=name,
        base=kind >> 4,
        paragraphs=properties(parts[0][2:]),
        characters=properties(parts[1]),
    )
