"""Files as they are taken in, for the tests of each format."""

from guatu.adapters.intake import take_in
from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.reading.marks import LineRole


def lines_of(raw: bytes, *, media_type: str | None = None) -> list[tuple[str, LineRole]]:
    """Return the lines of a file with their roles; nothing is told of it, and it is of the type that is named."""
    source, told = take_in(raw, name="x.doc")
    assert source is not None, told
    assert not told
    assert media_type in (None, source.media_type)
    return [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]


def words_of(raw: bytes, *, media_type: str | None = None) -> list[str]:
    """Return the lines of a file."""
    return [words for words, _ in lines_of(raw, media_type=media_type)]


def assert_text_or_one_error(raw: bytes) -> None:
    """Assert that a file, whatever was done to it, is a text without error or one error and no text."""
    source, told = take_in(raw, name="x.doc")
    errors = [each for each in told if each.severity is Severity.ERROR]
    assert (source is None) == bool(errors)
    assert len(errors) <= 1
