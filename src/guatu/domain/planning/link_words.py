"""Links as office people type them in one cell: ``I3 SS+5; I4`` and back.

Kind and lag may be left out (FS, 0); the marks between links are ``;`` ``,`` ``、`` or a
new line, full-width or not.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_LINK = re.compile(
    r"(?P<id>\S+?)(?:\s+(?P<type>FS|SS|FF|SF)?\s*(?P<lag>[+-]\s*\d+)?)?", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[;；,，、\n]+")


def links_of_words(words: str) -> tuple[list[str | dict[str, Any]], list[str]]:
    """Return the links of a cell in the shape of the plan file, and the pieces that are none."""
    links: list[str | dict[str, Any]] = []
    unread: list[str] = []
    for piece in (one.strip() for one in _SEPARATOR.split(words)):
        if not piece:
            continue
        found = _LINK.fullmatch(piece)
        if found is None:
            unread.append(piece)
            continue
        kind = (found["type"] or "FS").upper()
        lag = int((found["lag"] or "0").replace(" ", ""))
        plain = kind == "FS" and not lag
        links.append(found["id"] if plain else _stated(found["id"], kind, lag))
    return links, unread


def _stated(name: str, kind: str, lag: int) -> dict[str, Any]:
    link: dict[str, Any] = {"id": name}
    if kind != "FS":
        link["type"] = kind
    if lag:
        link["lag"] = lag
    return link


def words_of_links(links: Iterable[str | Mapping[str, Any]]) -> str:
    """Return the links of a plan file as the words of one cell; a lag calendar is left out."""
    pieces = []
    for one in links:
        if isinstance(one, str):
            pieces.append(one)
            continue
        kind, lag = one.get("type", "FS"), one.get("lag", 0)
        kept = kind if kind != "FS" or lag else ""
        pieces.append(f"{one['id']} {kept}{f'{lag:+d}' if lag else ''}".strip())
    return "; ".join(pieces)
