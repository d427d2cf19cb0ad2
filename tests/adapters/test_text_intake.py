import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.text_intake import LARGEST_BYTES, decode_text
from guatu.domain.kernel.diagnostic import Severity

PAGE = (
    "县政府召开例会\r\n\r\n本报讯 11月6日，县长主持召开会议，研究了工作，要求各部门抓好落实。\r\n"
)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (PAGE.encode(), []),
        (codecs.BOM_UTF8 + PAGE.encode(), []),
        (PAGE.encode("gb18030"), ["reading.decoded_as"]),
        (PAGE.encode("utf-16"), ["reading.decoded_as"]),
        (codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"), ["reading.decoded_as"]),
        (PAGE.encode("utf-16-le"), ["reading.decoded_as"]),
        (PAGE.encode("utf-16-be"), ["reading.decoded_as"]),
    ],
)
def test_a_page_in_a_known_encoding_when_decoded_then_the_text_is_whole(
    raw: bytes, told: list[str]
):
    text, diagnostics = decode_text(raw, name="page.txt")
    assert text == PAGE
    assert [one.code for one in diagnostics] == told


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "reading.empty"),
        (b" \r\n\t ", "reading.empty"),
        (codecs.BOM_UTF8 + b"\n", "reading.empty"),
        (bytes(range(256)) * 40, "reading.binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01" * 200, "reading.binary"),
        (b"\x81\x30" * 333 + b"\x81", "reading.undecodable"),
        ("héllo wörld, ça va".encode("latin-1") * 30, "reading.undecodable"),
        (b"a" * (LARGEST_BYTES + 1), "reading.too_large"),
    ],
)
def test_bytes_that_are_no_page_when_decoded_then_one_error_says_why(raw: bytes, code: str):
    text, diagnostics = decode_text(raw, name="x.txt")
    assert text is None
    assert [(one.code, one.severity) for one in diagnostics] == [(code, Severity.ERROR)]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_when_decoded_then_a_text_or_an_error(raw: bytes):
    text, diagnostics = decode_text(raw, name="x")
    assert (text is None) == any(one.severity is Severity.ERROR for one in diagnostics)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
def test_any_utf8_text_when_decoded_then_it_comes_back(words: str):
    text, _ = decode_text(codecs.BOM_UTF8 + words.encode(), name="x")
    assert text == (words if words.strip() else None)
