"""HTML: the article out of a web page's furniture, by where its words are dense.

Nothing is run and nothing is fetched. What stands around the article is kept as
furniture, so that no word is lost; hidden elements, scripts and styles are no words.
"""

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from guatu.adapters.html_ledger import ledger_of_blocks
from guatu.adapters.html_tables import flatten_cells, spread_cells
from guatu.adapters.intake_faults import Taken, fault, text_of_lines
from guatu.adapters.intake_kinds import MEDIA_TYPES, FileKind
from guatu.adapters.text_intake import decode_text
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.reading.letterhead import is_letterhead
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.signing import signed_role
from guatu.domain.reading.styled import StyledLine

LARGEST_BYTES = 20 * 1024 * 1024
_SILENT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "button",
        "comment",
        "noframes",
        # What a tracked change or the page itself has struck out is none of its words.
        "del",
    }
)
_AROUND = frozenset({"nav", "header", "footer", "aside", "form"})
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "o:p",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    }
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"mso-element\s*:\s*(?:header|footer|footnote|endnote)", re.IGNORECASE)
_WORKBOOK = "urn:schemas-microsoft-com:office:excel"
_COMMENT_SIGN = "msocomanchor"
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_DAY = re.compile(r"(20\d{2})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_DAY_NAMES = frozenset(
    {"pubdate", "publishdate", "article:published_time", "publication-date", "date", "dc.date"}
)
_CREDITS = re.compile(
    r"(?:来源|作者|发布时间|发布日期|时间|日期|浏览次数|阅读次数|字体|编辑|责任编辑|打印|分享|点击数)[：:]?"
)
_LIST_LINKS = 0.5
Block = tuple[Any, str, int]
"""An element, the words that stand in it and in no block within it, and how many are links."""
_SHORT = 60


def read_html(raw: bytes, name: str) -> Taken:
    """Return the text of a web page as read, or None with the diagnostic that says why."""
    if len(raw) > LARGEST_BYTES:
        limit = ("limit", LARGEST_BYTES // 1024 // 1024)
        return None, (fault("reading.too_large", name, limit),)
    root, told = page_of(raw, name)
    if root is None:
        return None, told
    text, faults = text_of_page(root, name, media_type=MEDIA_TYPES[FileKind.HTML])
    return text, (*told, *faults)


def page_of(
    raw: bytes, name: str, *, encoding: str | None = None
) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Return the root element of a web page, or None with the diagnostic that says why.

    ``encoding`` is what came with the page; what the page says itself goes before it.
    """
    markup, told = _markup(raw, name, encoding)
    if markup is None:
        return None, told
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(_without_declaration(markup), parser=parser), told
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None, (fault("reading.empty", name),)


def text_of_page(root: Any, name: str, *, media_type: str) -> Taken:
    """Return the text of a page, or None with the diagnostic that says why.

    A page of nothing but tables of requirements is a ledger.
    """
    body = root.find("body")
    body = root if body is None else body
    flatten_cells(body)
    spread_cells(body)
    blocks = list(_blocks(body))
    workbook = any(_WORKBOOK in (one or "") for one in root.attrib.values())
    ledger = ledger_of_blocks(blocks, name, media_type=media_type, workbook=workbook)
    if ledger is not None:
        return ledger
    lines = tuple(_lines(root, blocks))
    return text_of_lines(lines, name, media_type=media_type)


def _markup(
    raw: bytes, name: str, told_with: str | None = None
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Decode by the page's own word first, then by what came with it, then as any text is decoded."""
    named = _CHARSET.search(raw[:4096])
    said = (named[1].decode("ascii") if named is not None else None, told_with)
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in (one.lower() for one in said if one and not marked):
        chinese = encoding in {"gb2312", "gbk", "gb18030", "gb_2312-80"}
        try:
            return raw.decode("gb18030" if chinese else encoding), ()
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    text, told = decode_text(raw, name=name)
    return text, tuple(one for one in told if text is None or one.severity is not Severity.INFO)


def _without_declaration(markup: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.replace("\x00", ""), count=1)


def _lines(root: Any, blocks: list[Block]) -> Iterator[StyledLine]:
    main = _main(blocks)
    titles = _titles(root, blocks)
    begun = False
    for place, (element, words, _) in enumerate(blocks):
        inside = main is not None and (element is main or main in element.iterancestors())
        role = _role(element, words) if inside else LineRole.FURNITURE
        centred = (
            not titles and not begun and role is LineRole.UNSURE and _aligned(element, "center")
        )
        begun = begun or (inside and role is LineRole.BODY)
        if _is_aside(element):
            yield StyledLine(words=words, role=LineRole.FURNITURE)
        elif place in titles or centred:
            yield StyledLine(words=words, role=LineRole.HEADLINE, size=2.0)
        elif inside:
            yield StyledLine(words=words, role=role)
        else:
            yield StyledLine(words=words, role=LineRole.FURNITURE)


def _role(element: Any, words: str) -> LineRole:
    bare = "".join(words.split())
    if any(one.tag in {"table", "li"} for one in (element, *element.iterancestors())):
        return LineRole.BODY
    if _aligned(element, "right"):
        return signed_role(words)
    if is_letterhead(words) or (len(bare) <= _SHORT and _CREDITS.match(bare)):
        return LineRole.FURNITURE
    return LineRole.UNSURE if len(bare) <= _SHORT and bare[-1] not in "。；：！" else LineRole.BODY


def _aligned(element: Any, side: str) -> bool:
    """Tell whether an element, or the nearest one around it that says so, is set to a side."""
    for one in (element, *element.iterancestors()):
        style = (one.get("style") or "").replace(" ", "").lower()
        stated = (one.get("align") or "").lower()
        if "text-align:" in style or stated:
            return f"text-align:{side}" in style or stated == side
        if one.tag == "center":
            return side == "center"
    return False


def _blocks(body: Any) -> Iterator[Block]:
    """Yield the visible blocks of words in order; a row of a table is one block."""
    words: list[str] = []
    linked = 0
    owner = body

    def flush() -> Iterator[Block]:
        nonlocal linked
        joined = "".join(words)
        # Within pre every line is set as it is typed.
        typed = any(one.tag == "pre" for one in (owner, *owner.iterancestors()))
        for line in joined.split("\n") if typed else (joined,):
            if line.strip():
                yield owner, line, linked
        words.clear()
        linked = 0

    # Opening and closing of elements in document order, without recursion.
    waiting: list[tuple[Any, bool, bool]] = [(body, True, False)]
    while waiting:
        element, opening, in_link = waiting.pop()
        if not opening:
            if element.tag not in _INLINE and element.tag not in {"td", "th"}:
                yield from flush()
                owner = element.getparent() if element.getparent() is not None else body
            elif element.tag in {"td", "th"} and element.getnext() is not None:
                words.append("\t")
            _add(words, element.tail)
            continue
        if not isinstance(element.tag, str) or element.tag in _SILENT or _hidden(element):
            _add(words, element.tail)
            continue
        in_link = in_link or element.tag == "a"
        if element.tag not in _INLINE and element.tag not in {"td", "th"}:
            yield from flush()
            owner = element
        _add(words, element.text)
        linked += len((element.text or "").strip()) if in_link else 0
        waiting.append((element, False, in_link))
        waiting.extend((child, True, in_link) for child in reversed(element))
    yield from flush()


def _add(words: list[str], more: str | None) -> None:
    if more:
        # A tab parts cells and nothing else.
        words.append(more.replace("\t", " "))


def _hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("class") == _COMMENT_SIGN:
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _is_aside(element: Any) -> bool:
    """Tell whether words stand in a head, a foot or a note of a word processor's page."""
    return any(_ASIDE.search(one.get("style") or "") for one in (element, *element.iterancestors()))


def _main(blocks: list[Block]) -> Any | None:
    """Return the smallest element that holds most of the running words outside of links."""
    weights: dict[Any, int] = {}
    total = 0
    for element, words, linked in blocks:
        length = len("".join(words.split()))
        if (
            length < 10
            or _is_aside(element)
            or linked > length * _LIST_LINKS
            or _stands_around(element)
        ):
            continue
        weight = length * (2 if words.strip()[-1:] in "。；：！”" else 1)
        total += weight
        for one in (element, *element.iterancestors()):
            weights[one] = weights.get(one, 0) + weight
    if not total:
        return blocks[0][0].getroottree().getroot() if blocks else None
    holders = [one for one, weight in weights.items() if weight >= 0.85 * total]
    return max(holders, key=lambda one: sum(1 for _ in one.iterancestors()))


def _stands_around(element: Any) -> bool:
    return any(one.tag in _AROUND for one in (element, *element.iterancestors()))


def _titles(root: Any, blocks: list[Block]) -> frozenset[int]:
    """Return which blocks are the page's headline: a heading that breaks is one over its lines."""
    first = _title(root, blocks)
    if first is None:
        return frozenset()
    heading = _heading_of(blocks[first][0])
    if heading is None:
        return frozenset({first})
    return frozenset(
        place for place, (element, *_) in enumerate(blocks) if _heading_of(element) is heading
    )


def _heading_of(element: Any) -> Any | None:
    """Return the nearest heading that an element is or stands in."""
    return next(
        (one for one in (element, *element.iterancestors()) if one.tag in {"h1", "h2"}), None
    )


def _title(root: Any, blocks: list[Block]) -> int | None:
    """Return which block is the page's headline: its h1, or the block that its title repeats."""
    wanted = _plain(root.findtext(".//title") or "")
    metas = {
        (one.get("name") or one.get("property") or "").lower(): one.get("content") or ""
        for one in root.iter("meta")
    }
    named = {_plain(metas.get(key, "")) for key in ("articletitle", "og:title", "title")} - {""}
    for place, (_, words, _) in enumerate(blocks):
        if _plain(words) in named:
            return place
    for place, (element, words, _) in enumerate(blocks):
        if (
            _heading_of(element) is not None
            and len(_plain(words)) >= 6
            and (not wanted or _plain(words) in wanted)
        ):
            return place
    for place, (_, words, linked) in enumerate(blocks):
        if len(_plain(words)) >= 8 and wanted.startswith(_plain(words)) and not linked:
            return place
    return None


def _plain(words: str) -> str:
    return "".join(words.split())
