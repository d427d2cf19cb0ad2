"""What every reader of a file says when it cannot be read, and the text of its lines where it can."""

import zipfile
import zlib
from collections.abc import Sequence

from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.reading.marks import SourceText
from guatu.domain.reading.styled import StyledLine, text_of_styled

Taken = tuple[SourceText | None, tuple[Diagnostic, ...]]
"""What a reader gives of a file: its text with what is told of it, or None with the diagnostic that says why."""

TORN_PACKAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""What a torn zip shows as, whatever its reader stumbles over."""


def fault(code: str, name: str, *more: tuple[str, str | int | float]) -> Diagnostic:
    """Return the diagnostic that names the file; ``more`` are further arguments of its message."""
    return Diagnostic(code=code, source=name, arguments=(("name", name), *more))


def text_of_lines(lines: Sequence[StyledLine], name: str, *, media_type: str) -> Taken:
    """Return the text of a file's lines, or None with why not: too long, or nothing to read in it."""
    if sum(len(one.words) for one in lines) > MOST_CHARACTERS:
        return None, (fault("reading.too_long", name, ("most", MOST_CHARACTERS)),)
    text = text_of_styled(lines, media_type=media_type)
    if not text.text:
        return None, (fault("reading.empty", name),)
    return text, ()
