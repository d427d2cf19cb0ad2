"""What comes in at the sources page, the API and ``guatu load``: decoded here or left to a job.

A plain text is decoded at once. Of any other kind only the first bytes are looked at where
pages are served; its readers run in the job process.
"""

from collections.abc import Mapping
from typing import Any

from guatu.adapters.intake import take_in, told_of_kind
from guatu.adapters.text_intake import decode_text
from guatu.apps.journal.files import read_file
from guatu.apps.journal.refusal import Refused
from guatu.apps.sources import queries
from guatu.apps.sources.actions import discard_secret, read_source
from guatu.apps.sources.values import READ_AT_ONCE, Incoming, Reader
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.secrecy import secrecy_mark, secrecy_mark_of_name
from guatu.entry.desk_tools import reader, reader_of


def incoming_file(
    name: str, content: bytes, **stated: Any
) -> tuple[Incoming | None, tuple[Diagnostic, ...]]:
    """Return the document to receive, or None with the diagnostic that says what to do."""
    media_type, told = told_of_kind(content, name=name)
    if media_type is None:
        return None, told
    text: str | None = ""
    if media_type == "text/plain":
        text, told = decode_text(content, name=name)
    if text is None:
        return None, told
    return (
        Incoming(name=name, content=content, text=text, media_type=media_type, **stated),
        told,
    )


def reads_at_once(incoming: Incoming) -> bool:
    """Tell whether a document is read within the request: a plain text of an ordinary length."""
    return incoming.media_type == "text/plain" and len(incoming.text) <= READ_AT_ONCE


def read_received(acting: Acting, *, source_id: int, version: int, year: int | None = None) -> int:
    """Read a received source wherever it comes from; for commands and jobs, never for pages.

    The file is opened before the transaction, so that nobody waits for a scan. A secrecy mark
    that shows only now discards the source. What the intake tells of the file (a page or an
    attachment that could not be read) is kept with the reading. Returns how many proposals were
    made; raises Refused with the words of the intake.
    """
    file = queries.source_file(acting.scope, source_id)
    chosen: Reader = reader
    if file.unread:
        taken, told = take_in(read_file(file.sha256), name=file.name)
        if taken is None:
            fault = told[-1]
            raise Refused(fault.code, **_plain(fault))
        mark = next(
            (found for name in (file.name, *taken.names) if (found := secrecy_mark_of_name(name))),
            None,
        ) or next(
            (found for head in (*taken.heads, taken.text) if (found := secrecy_mark(head))), None
        )
        if mark is not None:
            discard_secret(acting=acting, source_id=source_id, mark=mark)
            raise Refused("files.secret", name=file.name, mark=mark)
        chosen = reader_of(taken, told)
    source = read_source(
        acting=acting, source_id=source_id, expected_version=version, reader=chosen, year=year
    )
    return source.proposals.count()


def _plain(fault: Diagnostic) -> Mapping[str, str | int]:
    return {key: value if isinstance(value, str) else int(value) for key, value in fault.arguments}
