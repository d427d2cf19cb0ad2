"""Mail (.eml): its subject, its words and the words of what is attached, one below the other.

What is attached is read by its own reader; what cannot be read is named in the text and told. The
heads of the mail and the names of the files are furniture. Nothing is fetched.
Source: RFC 5322 (mail), RFC 2045 to 2047 (MIME), RFC 2183 (attachments), RFC 3676 (flowed text).
"""

import email
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import Message
from itertools import islice

from guatu.adapters.html_intake import page_of, text_of_page
from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.intake_kinds import MAIL
from guatu.adapters.mail_heads import as_text, day_words, file_name, head_words, is_torn
from guatu.adapters.mail_writing import MailWriter
from guatu.domain.kernel.diagnostic import Diagnostic, Severity

MOST_ATTACHED = 50
MOST_PARTS = 1000
_HEADS = (("from", "发件人"), ("to", "收件人"), ("cc", "抄送"))
_SIGNED = frozenset(
    ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_BOUNDARY = re.compile(rb"boundary=\s*\"?([^\"\s;]{1,200})", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attached:
    """What a mail carries beside its words: its name there, its bytes, whether it only stands in a page."""

    name: str
    content: bytes
    within: bool


def read_mail(raw: bytes, name: str, *, take: Callable[[bytes, str], Taken]) -> Taken:
    """Return the text of a mail with all it carries, or None with the diagnostic that says why.

    ``take`` reads an attached file. A mail is read though not all that is attached can be: each
    file that cannot is told as a warning with the words of its own reader.
    """
    if _parts(raw) > MOST_PARTS:
        return None, (fault("reading.too_many_parts", name, ("most", MOST_PARTS)),)
    try:
        message = email.message_from_bytes(raw)
        parts = list(message.walk())
        torn = is_torn(parts)
        if torn:
            return None, (fault("reading.broken_file", name),)
        if message.get_content_type() == "multipart/encrypted" or (
            message.get_content_type() in _SEALED
            and message.get_param("smime-type") != "signed-data"
        ):
            return None, (fault("reading.encrypted", name),)
        writer = MailWriter(subject=head_words(message, "subject"))
        body, attached = _taken_apart(message)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return None, (fault("reading.broken_file", name),)
    writer.heads(
        [(label, words) for key, label in _HEADS if (words := head_words(message, key))],
        day=day_words(message),
    )
    told = list(_words(body, name, writer))
    writer.words_end()
    told += _files(attached, name, writer, take)
    if not writer.holds_words:
        return None, (fault("reading.empty", name),)
    source = writer.source(media_type=MAIL)
    if len(source.text) > MOST_CHARACTERS:
        return None, (fault("reading.too_long", name, ("most", MOST_CHARACTERS)),)
    return source, tuple(told)


def _parts(raw: bytes) -> int:
    """Return how many parts a mail has at most: what parts them, counted before they are taken apart."""
    signs = set(islice((found[1] for found in _BOUNDARY.finditer(raw)), MOST_PARTS))
    parted = (
        re.compile(b"|".join(b"--" + re.escape(one) for one in sorted(signs))) if signs else None
    )
    return sum(1 for _ in islice(parted.finditer(raw), 2 * MOST_PARTS + 1)) if parted else 0


def _taken_apart(message: Message) -> tuple[list[Message], list[_Attached]]:
    """Return the parts that are the mail's own words, and all that it carries besides."""
    body: list[Message] = []
    attached: list[_Attached] = []
    waiting = [(message, False)]
    while waiting:
        part, related = waiting.pop()
        kind = part.get_content_type()
        _write_names_as_text(part)
        called = file_name(part)
        if kind == "message/rfc822" and part.is_multipart():
            attached.append(_mail_within(part, called))
        elif kind == "multipart/alternative":
            waiting.extend((one, related) for one in reversed(_best(part)))
        elif part.is_multipart():
            shown = kind == "multipart/related"
            waiting.extend((one, shown) for one in reversed(_parts_of(part)))
        elif kind in ("text/plain", "text/html") and not called and not _is_attached(part):
            body.append(part)
        elif kind not in _SIGNED:
            within = related or (part.get("Content-ID") is not None and not _is_attached(part))
            name = called or f"{len(attached) + 1}.{part.get_content_subtype()}"
            attached.append(
                _Attached(name=_UNSAFE.sub("", name), content=_content(part), within=within)
            )
    return body, attached


def _mail_within(part: Message, called: str) -> _Attached:
    """Return a mail that is attached whole; some programs write it in base64, which nobody may."""
    inner = _parts_of(part)[0]
    content = inner.as_bytes()
    if str(part.get("Content-Transfer-Encoding") or "").strip().lower() == "base64":
        content = b64decode(content)
    name = called or f"{head_words(inner, 'subject') or '邮件'}.eml"
    return _Attached(name=_UNSAFE.sub("", name), content=content, within=False)


def _best(part: Message) -> list[Message]:
    """Return the one of several forms of the same words that keeps its tables: the page, else the last.

    Of a calendar's entry beside them nothing is lost: it is kept too, as what is attached.
    """
    forms = _parts_of(part)
    pages = [one for one in forms if _holds_page(one)]
    texts = [one for one in forms if one.get_content_type() == "text/plain"]
    others = [one for one in forms if one not in pages and one not in texts]
    return [*(pages or texts)[-1:], *others]


def _holds_page(part: Message) -> bool:
    return any(
        one.get_content_type() == "text/html" and _content(one).strip() for one in part.walk()
    )


def _parts_of(part: Message) -> list[Message]:
    held = part.get_payload()
    return [one for one in held if isinstance(one, Message)] if isinstance(held, list) else []


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _write_names_as_text(part: Message) -> None:
    """Bring heads that hold names into text where a program wrote the bytes of a code page."""
    for key in ("Content-Disposition", "Content-Type"):
        for one, value in part.raw_items():
            if one.lower() == key.lower() and not str(value).isascii():
                raw = str(value).encode("utf-8", "surrogateescape")
                part.replace_header(key, as_text(raw, None))
                break


def _words(body: list[Message], name: str, writer: MailWriter) -> Iterator[Diagnostic]:
    """Write the mail's own words; yield what is told of them."""
    for part in body:
        content = _content(part)
        charset = part.get_content_charset()
        if not content.strip():
            continue
        if part.get_content_type() == "text/plain":
            text = as_text(content, charset)
            if (part.get_param("format") or "") == "flowed":
                text = re.sub(r"(?m)(?<!^--)(?<=[^ ]) \r?\n", "", text)
            writer.plain(text)
            continue
        root, told = page_of(content, name, encoding=charset)
        source = None
        if root is not None:
            source, told = text_of_page(root, name, media_type=MAIL)
        if source is not None:
            writer.own(source)
        # A page without words, a picture alone, is no fault of the mail.
        yield from (_warned(one) for one in told if one.code != "reading.empty")


def _files(
    attached: list[_Attached],
    name: str,
    writer: MailWriter,
    take: Callable[[bytes, str], Taken],
) -> Iterator[Diagnostic]:
    """Write what is attached, file by file; yield what is told of each."""
    for number, one in enumerate(attached):
        if number >= MOST_ATTACHED:
            most = (("most", MOST_ATTACHED), ("count", len(attached) - MOST_ATTACHED))
            left = "、".join(each.name for each in attached[number : number + 5])
            writer.unread("；".join(each.name for each in attached[number:]))
            yield _warned(fault("reading.attachments_left", name, *most, ("names", left)))
            return
        if one.within and one.content[:4] in _PICTURES:
            # A letterhead, a sign-off: shown in the page and named here.
            writer.unread(one.name)
            yield replace(
                fault("reading.picture_within", name, ("picture", one.name)), severity=Severity.INFO
            )
            continue
        source, told = take(one.content, f"{name} › {one.name}")
        if source is None:
            writer.unread(one.name)
        else:
            writer.file(one.name, source)
        yield from (_warned(each) for each in told)


_PICTURES = frozenset((b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1", b"GIF8"))


def _warned(told: Diagnostic) -> Diagnostic:
    """Return what is told of a part as a warning of the whole: the mail is read all the same."""
    return replace(told, severity=Severity.WARNING) if told.severity is Severity.ERROR else told
