"""The signs of an RTF file: control words, symbols, groups and text, and the code pages of its bytes.

Source: Rich Text Format (RTF) Specification 1.9.1, "RTF Syntax", "Unicode RTF", "Font Table".
"""

import codecs
import re
from collections.abc import Iterator

SIGN = re.compile(
    rb"((?:\\u-?\d{1,6} ?(?:\\'[0-9a-fA-F]{2}|\?)[\r\n]*){2,})"
    rb"|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"
    rb"|((?:\\'[0-9a-fA-F]{2})+)"
    rb"|\\(.)"
    rb"|([{}])"
    rb"|([^\\{}\r\n\0]+)",
    re.DOTALL,
)
"""Numbered characters, each with one for older programs; control word with its number; bytes in figures; control symbol; brace; text."""

# Chinese text written as it is: the second byte of a character may look like a brace.
SIGN_WIDE = re.compile(
    SIGN.pattern.replace(
        rb"([^\\{}\r\n\0]+)",
        rb"((?:[\x81-\xfe][\x30-\x39\x40-\x7e\x80-\xfe]|[^\\{}\r\n\0])+)",
    ),
    re.DOTALL,
)
_NUMBERED = re.compile(rb"\\u(-?\d{1,6}) ?(\\'[0-9a-fA-F]{2}|\?)")
_BINARY = re.compile(rb"(?<!\\)((?:\\\\)*)\\bin(\d{1,10}) ?")

_AS_CHINESE = re.compile(rb"(?:[\x20-\x7e]|[\xa1-\xf7][\xa1-\xfe])+")
_TWO = re.compile(rb"(?:[\xb0-\xf7][\xa1-\xfe]){2}")

GUESSED = ""
"""No code page is told: the bytes themselves say."""

_CHINESE = "gb18030"
_BY_CHARSET = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: _CHINESE,
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
}
_BY_LANGUAGE = {2052: _CHINESE, 4100: _CHINESE, 1028: "cp950", 3076: "cp950", 5124: "cp950"}
_WIDE = frozenset((_CHINESE, "cp950", "cp932", "cp949", "johab"))


def without_pictures_bytes(raw: bytes) -> bytes:
    """Return the file without the bytes of pictures that stand in it as they are."""
    kept: list[bytes] = []
    begins = 0
    while (found := _BINARY.search(raw, begins)) is not None:
        kept.append(raw[begins : found.end(1)])
        begins = found.end() + int(found[2])
    kept.append(raw[begins:])
    return b"".join(kept)


def signs(raw: bytes, *, wide: bool) -> Iterator[re.Match[bytes]]:
    """Yield the signs of a file in order; ``wide`` where text may hold Chinese as it is."""
    return (SIGN_WIDE if wide else SIGN).finditer(without_pictures_bytes(raw))


def page_coding(number: int) -> str:
    """Return the coding of a code page; an unknown one is guessed from the bytes."""
    if number in {936, 54936, 10008, 20936}:
        return _CHINESE
    if number == 65001:
        return "utf-8"
    if number == 10000:
        return "mac_roman"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return GUESSED


def charset_coding(number: int) -> str:
    """Return the coding that a font's character set names; none for the plain Western one."""
    return _BY_CHARSET.get(number, GUESSED)


def language_coding(number: int) -> str:
    """Return the coding of a language's old texts, where it is told by the language alone."""
    return _BY_LANGUAGE.get(number, GUESSED)


def is_wide(coding: str) -> bool:
    """Tell whether a coding takes two bytes for a character."""
    return coding in _WIDE


def decoded(raw: bytes, coding: str) -> str:
    """Return the words of bytes; what fits no coding shows as replaced."""
    if raw.isascii():
        return raw.decode("ascii")
    # No Western text has four letters beyond ASCII together, each in the halves of Chinese.
    chinese = coding in {GUESSED, "cp1252"} and _AS_CHINESE.fullmatch(raw) and _TWO.search(raw)
    for one in (_CHINESE if chinese else coding, "utf-8"):
        try:
            return raw.decode(one or "utf-8")
        except UnicodeDecodeError:
            continue
    return raw.decode(coding or "cp1252", "replace")


def in_figures(raw: bytes) -> bytes:
    """Return the bytes that are written as figures (apostrophe, two figures each)."""
    return bytes.fromhex(raw.replace(b"\\'", b"").decode("ascii"))


def whole(words: str) -> str:
    """Return words with the halves of a character put together; a half alone shows as replaced."""
    if words.isascii():
        return words
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def numbered(raw: bytes) -> list[tuple[int, bytes]]:
    """Return the characters of a run by their numbers, each with the byte for older programs."""
    return [
        (int(number), b"?" if instead == b"?" else in_figures(instead))
        for number, instead in _NUMBERED.findall(raw)
    ]


def from_number(number: int) -> str:
    """Return the character of a number; the format writes those over 32767 below nothing."""
    value = number + 0x10000 if number < 0 else number
    return chr(value) if 0 < value <= 0x10FFFF else ""
