"""Whether a text is a mail, and what its heads say, however a program of the country wrote them.

Source: RFC 5322 (heads), RFC 2047 (encoded words), RFC 2231 (names of files).
"""

import re
from collections.abc import Iterable
from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    StartBoundaryNotFoundDefect,
)
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parsedate_to_datetime

_PROBE = 64 * 1024
_NAMED = re.compile(rb"([!-9;-~]+):(.*)", re.DOTALL)
_TELLING = frozenset(
    (
        b"to",
        b"cc",
        b"bcc",
        b"received",
        b"message-id",
        b"delivered-to",
        b"return-path",
        b"reply-to",
        b"x-unsent",
        b"x-mailer",
    )
)
_OF_MAILS = (b"multipart/mixed", b"multipart/alternative", b"multipart/signed")
_ENCODED = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=")
_BETWEEN = re.compile(r"(\?=)\s+(=\?)")
_CHINESE = frozenset(("gb2312", "gbk", "gb_2312-80", "gb18030", "x-gbk", "cp936", "unknown-8bit"))


def is_mail(raw: bytes) -> bool:
    """Tell whether a file begins with the heads of a mail, and not with those of a saved page."""
    heads: dict[bytes, bytes] = {}
    lines = raw[:_PROBE].removeprefix(b"\xef\xbb\xbf").splitlines()
    for place, line in enumerate(lines):
        if not line.strip():
            break
        named = _NAMED.match(line)
        if named is not None:
            heads[named[1].lower()] = named[2].strip().lower()
        elif line[:1] not in {b" ", b"\t"} and not (place == 0 and line.startswith(b"From ")):
            return False
    if b"snapshot-content-location" in heads or not {b"from", b"received"} & set(heads):
        return False
    kind = heads.get(b"content-type", b"")
    return bool(_TELLING & set(heads)) or kind.startswith(_OF_MAILS)


def head_words(message: Message, name: str) -> str:
    """Return what a head says in one line; "" where there is none."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return decoded(str(value))
    return ""


def decoded(value: str) -> str:
    """Return the words of a head: encoded words joined before they are decoded, bytes as Chinese."""
    joined = " ".join(value.split())
    if not _ENCODED.search(joined):
        return _plain(joined)
    words = []
    try:
        for part, charset in decode_header(_BETWEEN.sub(r"\1 \2", joined)):
            words.append(part if isinstance(part, str) else as_text(part, charset))
    except (ValueError, LookupError, HeaderParseError):
        return _plain(joined)
    return " ".join("".join(words).split())


def file_name(part: Message) -> str:
    """Return what a part says its file is called; "" where it says nothing."""
    value = part.get_param("filename", None, "content-disposition") or part.get_param("name")
    if value is None:
        return ""
    if isinstance(value, tuple):
        charset = (value[0] or "").lower()
        told = (value[0] if charset not in _CHINESE else "gb18030", value[1], value[2])
        return _base(" ".join(collapse_rfc2231_value(told).split()))
    return _base(decoded(str(value)))


def day_words(message: Message) -> str:
    """Return the moment of a mail as its sender's clock showed it; the head's own words else."""
    said = head_words(message, "date")
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        return said
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"


def as_text(raw: bytes, charset: str | None) -> str:
    """Return bytes as text by the encoding they are said to be in, which for Chinese is the widest."""
    said = (charset or "").lower()
    for encoding in ("gb18030" if said in _CHINESE else said, "utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("gb18030", "replace")


def _plain(words: str) -> str:
    """Return words whose bytes are not ASCII, as some programs write them, as text."""
    if words.isascii():
        return words
    try:
        return as_text(words.encode("ascii", "surrogateescape"), None)
    except UnicodeEncodeError:
        return words


def _base(name: str) -> str:
    return re.split(r"[/\\]", name)[-1].strip()


def is_torn(parts: Iterable[Message]) -> bool:
    """Tell whether a message lacks a mark that begins or closes its parts: not all of it arrived."""
    torn = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
    return any(isinstance(one, torn) for part in parts for one in part.defects)
