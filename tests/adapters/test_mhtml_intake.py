"""Web pages and documents saved as one file, with their frames, heads and notes."""

import time
from base64 import encodebytes
from functools import partial
from quopri import encodestring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters.intake import take_in
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import LineRole
from tests.adapters import taken_in
from tests.adapters.taken_in import assert_text_or_one_error
from tests.factories.papers import HEADLINE, PARAGRAPHS, html_of

QUICK = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def part(place: str, content: bytes, kind: str = "text/html", how: str = "base64") -> bytes:
    written = encodebytes(content) if how == "base64" else encodestring(content)
    head = (
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\nContent-Location: {place}\r\n"
    )
    return f"--=_next\r\n{head}\r\n".encode() + written + b"\r\n"


def mhtml(*parts: bytes, before: str = "", after: bytes = b"--=_next--\r\n") -> bytes:
    head = f'{before}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_next"\r\n\r\n'
    return head.encode("gb18030") + b"".join(parts) + after


lines_of = partial(taken_in.lines_of, media_type="multipart/related")
words_of = partial(taken_in.words_of, media_type="multipart/related")


PICTURE = part("a.png", b"\x89PNG" + bytes(600), "image/png")
SAVED_BY = "From: <由某浏览器保存>\r\nSnapshot-Content-Location: http://example.invalid/a.html\r\n"


@pytest.mark.parametrize("how", ["base64", "quoted-printable"])
@pytest.mark.parametrize("before", ["", SAVED_BY])
def test_a_page_saved_as_one_file_is_read_as_the_page(how: str, before: str):
    source, _ = take_in(html_of(), name="x")
    wanted = [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]
    assert lines_of(mhtml(PICTURE, part("a.html", html_of(), how=how), before=before)) == wanted


def test_the_encoding_that_comes_with_a_page_holds_where_it_says_none():
    page = html_of().replace(b'<meta charset="utf-8">', b"").decode().encode("gb18030")
    assert HEADLINE in words_of(mhtml(part("a.html", page, 'text/html; charset="gb2312"')))


def test_the_page_of_a_frame_stands_where_the_frame_is():
    home = (
        "<html><body><p>首页</p><iframe src='in/b.html'></iframe><p>页脚</p></body></html>".encode()
    )
    raw = mhtml(
        part("http://example.invalid/a.html", home),
        part("http://example.invalid/in/b.html", html_of()),
    )
    words = words_of(raw)
    assert [words.index(one) for one in ("首页", PARAGRAPHS[1], "页脚")] == sorted(
        words.index(one) for one in ("首页", PARAGRAPHS[1], "页脚")
    )
    source, _ = take_in(raw, name="x")
    roles = {source.text[one.span.start : one.span.end]: one.role for one in source.marks}
    assert roles[PARAGRAPHS[1]] is LineRole.BODY


def test_pages_that_frame_each_other_come_once():
    one, two = (
        f"<p>第{n}页写着字。</p><iframe src='{m}.html'></iframe>".encode()
        for n, m in ((1, 2), (2, 1))
    )
    assert sorted(words_of(mhtml(part("1.html", one), part("2.html", two)))) == [
        "第1页写着字。", "第2页写着字。",
    ]  # fmt: skip


WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type
 content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document><title>t</title></head><body><div class=Section1>
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22pt'>关于开展排查的通知</span></b></p>
<p class=MsoNormal>各乡镇要于2026年11月<del cite="mailto:x">底</del><ins>20日</ins>前完成<span style='display:none;mso-hide:all'>不给人看</span>排查，
并报送<a style='mso-comment-reference:a_1'>情况</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span>。</p>
<p class=MsoNormal><!--[if !supportLists]--><span>一、<span>&nbsp;</span></span><!--[endif]-->县住建局每周通报一次。</p>
<table class=MsoNormalTable><tr><td><p class=MsoNormal>重点任务</p></td><td><p class=MsoNormal>责任单位</p></td></tr>
<tr><td><p class=MsoNormal>清淤</p><p class=MsoNormal>除障</p></td><td rowspan=2><p class=MsoNormal>县水利局</p></td></tr>
<tr><td><p class=MsoNormal>巡河</p></td></tr></table></div>
<div style='mso-element:footnote-list'><div style='mso-element:footnote'><p class=MsoFootnoteText>注解</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>批注</p></div></div></body></html>"""


def test_a_document_saved_as_one_page_keeps_its_look_and_its_heads_are_furniture():
    head = "<html><body><div style='mso-element:header'><p>内部资料</p></div></body></html>"
    raw = mhtml(
        part("file:///C:/1/a.htm", WORD.encode("gb18030")),
        part("file:///C:/1/a.files/header.htm", head.encode("gb18030"), "text/html; charset=gb2312"),
    )  # fmt: skip
    assert lines_of(raw) == [
        ("关于开展排查的通知", LineRole.HEADLINE),
        ("各乡镇要于2026年11月20日前完成排查， 并报送情况。", LineRole.BODY),
        ("一、 县住建局每周通报一次。", LineRole.BODY),
        ("重点任务\t责任单位", LineRole.BODY),
        ("清淤 除障\t县水利局", LineRole.BODY),
        (f"巡河\t{DITTO}", LineRole.BODY),
        ("注解", LineRole.FURNITURE),
        ("内部资料", LineRole.FURNITURE),
    ]


def nested(depth: int) -> bytes:
    parts = b"".join(
        f'--b{n}\r\nContent-Type: multipart/related; boundary="b{n + 1}"\r\n\r\n'.encode()
        for n in range(depth)
    )
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b0"\r\n\r\n'
        + parts
        + f"--b{depth}\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b{depth}--".encode()
    )


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (mhtml(part("a.html", html_of()), after=b""), "reading.broken_file"),
        (mhtml(PICTURE), "reading.broken_file"),
        (mhtml(part("a.html", b"<html></html>")), "reading.empty"),
        (mhtml(*(part(f"{n}.html", b"<p>x</p>") for n in range(101))), "reading.too_large"),
        (nested(2_000), "reading.broken_file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error_soon(raw: bytes, code: str):
    begun = time.monotonic()
    source, told = take_in(raw, name="x.mht")
    assert source is None
    assert [one.code for one in told] == [code]
    assert time.monotonic() - begun < 20


def test_a_letter_about_mime_is_no_page():
    source, _ = take_in("说明：\nMIME-Version: 1.0 是一个词。\n\n县政府开会。".encode(), name="x")
    assert source.media_type == "text/plain"


@QUICK
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
    st.floats(0, 1),
)
def test_any_file_with_bytes_changed_or_cut_off_is_a_text_or_one_error(
    changes: list[tuple[float, int]], share: float
):
    whole = mhtml(part("a.html", html_of()), PICTURE)
    raw = bytearray(whole)
    for place, value in changes:
        raw[int(place * len(raw))] = value
    for one in (bytes(raw), whole[: int(share * len(whole))]):
        assert_text_or_one_error(one)
