"""MHTML: a web page or a word processor's document saved as one file, read as HTML with its parts.

A frame's page stands where the frame does; the heads and feet that a word processor keeps in a
part of their own are furniture. Nothing is fetched: what the file does not hold is not there.
Source: RFC 2557 (MHTML), RFC 2387 (multipart/related).
"""

import email
import posixpath
import re
from collections.abc import Iterator
from email.message import Message
from typing import Any
from urllib.parse import unquote, urljoin

import lxml.html

from guatu.adapters.html_intake import LARGEST_BYTES, page_of, text_of_page
from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.intake_kinds import MHTML
from guatu.adapters.mail_heads import is_torn

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_FRAMES = ("iframe", "frame")
_TABS = "tabstrip.htm"
_SHEET = re.compile(r"sheet\d+\.html?$")
MOST_PAGES = 100


def read_mhtml(raw: bytes, name: str) -> Taken:
    """Return the text of a page saved as one file, or None with the diagnostic that says why."""
    try:
        message = email.message_from_bytes(raw)
        torn = is_torn(message.walk())
        pages = [] if torn else list(_pages(message))
    except (RecursionError, ValueError, LookupError):
        torn, pages = True, []
    if torn or not pages:
        return None, (fault("reading.broken_file", name),)
    if len(pages) > MOST_PAGES or any(len(content) > LARGEST_BYTES for _, content, _ in pages):
        limit = ("limit", LARGEST_BYTES // 1024 // 1024)
        return None, (fault("reading.too_large", name, limit),)
    roots: list[tuple[tuple[str, ...], Any]] = []
    for places, content, encoding in pages:
        root, told = page_of(content, name, encoding=encoding)
        if root is not None:
            roots.append((places, root))
        elif not roots:
            return None, told
    _put_together(roots)
    return text_of_page(roots[0][1], name, media_type=MHTML)


def _pages(message: Message) -> Iterator[tuple[tuple[str, ...], bytes, str | None]]:
    """Yield the pages of a file, the first one first: what they are called, their bytes, their encoding."""
    start = str(message.get_param("start") or "").strip("<>")
    parts = [one for one in message.walk() if one.get_content_type() in _PAGES]
    parts.sort(key=lambda one: not start or str(one.get("Content-ID") or "").strip("<> ") != start)
    for part in parts:
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            called = str(part.get("Content-ID") or "").strip("<> ")
            place = str(part.get("Content-Location") or "").strip()
            yield (place, f"cid:{called}"), content, part.get_content_charset()


def _put_together(roots: list[tuple[tuple[str, ...], Any]]) -> None:
    """Put each page in the place of the frame that shows it; others stand at the end as heads do."""
    home, first = roots[0][0][0], roots[0][1]
    waiting = {place: root for places, root in roots[1:] for place in places if place != "cid:"}
    used: set[int] = set()
    queue = [(home, first)]
    while queue:
        base, root = queue.pop()
        for frame in list(root.iter(*_FRAMES)):
            source = frame.get("src") or ""
            if _base_of(source) == _TABS:
                # The program's own row of sheets to choose from.
                used.update(id(page) for place, page in waiting.items() if _base_of(place) == _TABS)
                continue
            page = next(
                (waiting[one] for one in (source, urljoin(base, source)) if one in waiting), None
            )
            if page is not None and id(page) not in used:
                used.add(id(page))
                frame.addprevious(_as_block(page, ""))
                queue.append((urljoin(base, source), page))
    body = first.find("body")
    body = first if body is None else body
    for places, root in roots[1:]:
        if id(root) not in used:
            used.add(id(root))
            name = _base_of(places[0])
            kept = "header" if name.startswith(("header", "footer")) else "footnote"
            # A workbook frames the sheet that is in front; the others are sheets as well.
            body.append(_as_block(root, "" if _SHEET.match(name) else f"mso-element:{kept}"))


def _base_of(place: str) -> str:
    return posixpath.basename(unquote(place)).casefold()


def _as_block(page: Any, style: str) -> Any:
    """Return what a page shows as one element; its heads and feet keep their marks."""
    body = page.find("body")
    block = lxml.html.Element("div", style=style)
    for one in list(page if body is None else body):
        block.append(one)
    if body is not None:
        block.text = body.text
    return block
