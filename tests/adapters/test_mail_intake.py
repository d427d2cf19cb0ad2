"""Mails: their own words, and those of what is attached; what is not read is named and told."""

import time
from base64 import b64encode
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters.intake import take_in, told_of_kind
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.reading import SourceText, read_source
from guatu.domain.reading.marks import LineRole
from tests.adapters.taken_in import assert_text_or_one_error
from tests.factories.mails import BODY, SUBJECT, mail
from tests.factories.papers import HEADLINE, PARAGRAPHS, docx_of, html_of, pdf_of, xlsx_of
from tests.factories.workbooks import Sheet, ods_book

QUICK = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
HEADS = [
    ("发件人：岚川县防汛办 <fx@example.invalid>", LineRole.FURNITURE),
    ("收件人：各乡镇 <xz@example.invalid>", LineRole.FURNITURE),
    ("日期：2026年11月3日 09:15", LineRole.SIGNATURE),
]
WORDS = [
    ("各乡镇：", LineRole.BODY),
    ("请于2026年11月20日前报送防汛物资清单，云溪镇要在月底前完成河道清淤。", LineRole.BODY),
    ("联系电话：某号", LineRole.UNSURE),
]
SHEET = (("任务", "责任单位", "时限"), ("清淤", "云溪镇", "年底"))


def read(raw: bytes | EmailMessage) -> tuple[SourceText, list[tuple[str, LineRole]], list[str]]:
    source, told = take_in(bytes(raw), name="来信")
    assert source is not None, told
    lines = [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]
    return source, lines, [one.code for one in told]


def test_a_mail_is_its_subject_its_heads_and_its_words():
    source, lines, told = read(mail())
    assert lines == [(SUBJECT, LineRole.HEADLINE), *HEADS, *WORDS]
    assert (told, source.media_type, source.ledger) == ([], "message/rfc822", False)
    assert told_of_kind(bytes(mail()), name="x")[0] == "message/rfc822"


def test_what_a_mail_asks_is_read_as_of_a_notice():
    reading = read_source(read(mail())[0], lexicon=load_lexicon())
    assert [one.headline.text for one in reading.articles] == [SUBJECT]
    assert [(one.addressees[0].text, str(one.deadline.day)) for one in reading.directives] == [
        ("各乡镇", "2026-11-20"),
        ("云溪镇", "2026-11-30"),
    ]


def test_heads_of_a_quoted_mail_without_words_lose_nothing():
    body = (
        "请各乡镇明天报数。\n\n-----原始邮件-----\n发件人：县防汛办\n"
        "主题：关于报数\n发送时间：2025年6月9日 10:00\n"
    )
    source, lines, _ = read(mail(body=body))
    assert ("发送时间：2025年6月9日 10:00", LineRole.SIGNATURE) in lines
    kept = "".join(source.text.split())
    assert all("".join(row.split()) in kept for row in body.splitlines())


def test_a_page_beside_the_plain_words_is_read_with_its_tables_and_the_words_once():
    page = "<html><body><p>请各单位按下表抓好落实。</p><table><tr><td>任务<td>责任单位</tr><tr><td>清淤<td>云溪镇</tr></table></body></html>"
    _, lines, told = read(mail(page=page))
    assert lines == [
        (SUBJECT, LineRole.HEADLINE),
        *HEADS,
        ("请各单位按下表抓好落实。", LineRole.BODY),
        ("任务\t责任单位", LineRole.BODY),
        ("清淤\t云溪镇", LineRole.BODY),
    ]
    assert told == []


def test_an_empty_page_leaves_the_plain_words():
    assert read(mail(page=" "))[1][4:] == WORDS
    _, lines, told = read(mail(page="<html><body><img src='cid:1'></body></html>"))
    assert [role for _, role in lines] == [LineRole.HEADLINE, *[LineRole.FURNITURE] * 3]
    assert told == []


def test_the_day_of_sending_dates_what_the_words_do_not_date_themselves():
    signed = mail(body=f"{BODY}县防汛办\n2026年10月29日\n")
    reading = read_source(read(signed)[0], lexicon=load_lexicon())
    assert [str(one.dateline.day) for one in reading.articles] == ["2026-10-29"]
    assert str(reading.directives[1].deadline.day) == "2026-10-31"


def test_attached_files_are_read_each_by_its_own_reader_below_its_name():
    source, lines, told = read(
        mail(attached={"报道.docx": docx_of(), "清单.xlsx": xlsx_of(SHEET), "扫描件.pdf": pdf_of()})
    )
    paper = [(HEADLINE, LineRole.HEADLINE), *((one, LineRole.BODY) for one in PARAGRAPHS)]
    assert lines[: 4 + len(WORDS) + 9] == [
        (SUBJECT, LineRole.HEADLINE),
        *HEADS,
        *WORDS,
        ("附件：报道.docx", LineRole.FURNITURE),
        *paper,
        ("附件：清单.xlsx", LineRole.FURNITURE),
        ("清单", LineRole.HEADLINE),
        ("任务\t责任单位\t时限", LineRole.BODY),
        ("清淤\t云溪镇\t年底", LineRole.BODY),
        ("附件：扫描件.pdf", LineRole.FURNITURE),
    ]
    assert told == []
    assert source.names == ("报道.docx", "清单.xlsx", "扫描件.pdf")
    reading = read_source(source, lexicon=load_lexicon())
    assert [one.headline.text for one in reading.articles] == [SUBJECT, HEADLINE, "清单", HEADLINE]
    row = next(one for one in reading.directives if one.action == "清淤")
    assert (row.addressees[0].text, str(row.deadline.day)) == ("云溪镇", "2026-12-31")


def test_pages_of_attached_files_are_counted_on_and_none_is_shown():
    source, _, _ = read(mail(attached={"一.pdf": pdf_of(), "二.pdf": pdf_of()}))
    pages = {piece.box.page for one in source.marks for piece in one.pieces}
    assert (pages, source.pages, source.page_sizes) == ({1, 2}, 2, ())
    for one in source.marks:
        assert all(one.span.start <= piece.span.start <= one.span.end for piece in one.pieces)


def test_a_ledger_keeps_its_title_and_each_of_its_sheets_stands_apart():
    titled = Sheet(rows=(("防汛任务清单", None, None), *SHEET))
    book = ods_book([titled, Sheet(name="二", rows=SHEET)])
    _, lines, _ = read(mail(attached={"甲.ods": book}))
    heads = [words for words, role in lines if role is LineRole.HEADLINE]
    assert heads == [SUBJECT, "防汛任务清单", "甲（2）"]


def test_a_file_that_cannot_be_read_is_named_in_the_text_and_told_as_a_warning():
    source, told = take_in(
        bytes(mail(attached={"照片.zip": b"PK\x05\x06" + bytes(18)})), name="来信"
    )
    assert source.text.endswith("附件（未读）：照片.zip")
    assert [(one.code, one.severity, dict(one.arguments)["name"]) for one in told] == [
        ("reading.archive", Severity.WARNING, "来信 › 照片.zip")
    ]


def test_a_mail_within_a_mail_is_read_and_no_more_than_three_deep():
    one = mail(subject="最里面的来信")
    for number in range(5):
        outer = mail(subject=f"第{number}层")
        outer.add_attachment(one)
        one = outer
    source, lines, told = read(one)
    assert [words for words, role in lines if role is LineRole.HEADLINE] == [
        "第4层", "第3层", "第2层", "第1层",
    ]  # fmt: skip
    assert told == ["reading.mail_too_deep"]
    assert source.text.endswith("附件（未读）：第0层.eml")


def test_a_mail_within_a_mail_in_base64_is_read():
    inner = b64encode(bytes(mail(subject="里面的来信")))
    raw = (
        b'From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
        + inner
        + b"\n--b--\n"
    )
    assert "里面的来信" in read(raw)[0].text


def test_a_picture_within_the_words_is_named_and_a_sign_off_is_left_out():
    made = mail(page="<html><body><p>请各乡镇按图落实。</p><img src='cid:1'></body></html>")
    made.get_payload()[1].add_related(
        b"\x89PNG\r\n\x1a\n", "image", "png", cid="<1>", filename="图.png", disposition="inline"
    )
    source, told = take_in(bytes(made), name="x")
    assert "附件（未读）：图.png" in source.text
    assert [(one.code, one.severity) for one in told] == [("reading.picture_within", Severity.INFO)]
    signed = mail()
    signed.add_attachment(
        b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s"
    )
    assert "smime" not in read(signed)[0].text


def test_a_subject_above_a_headline_of_its_own_is_one_of_the_heads():
    _, lines, _ = read(mail(body="", attached={"报道.docx": docx_of()}))
    assert [words for words, role in lines if role is LineRole.HEADLINE] == [HEADLINE]
    assert [role for _, role in lines[:5]] == [LineRole.FURNITURE] * 5


def test_no_line_of_a_mails_own_page_is_furniture_about_it():
    page = "<div>各乡镇：</div><div>请抓紧清除河道里的阻水林木，并于年底前完成验收销号。</div><div>每周五报送进度。</div>"
    _, lines, _ = read(mail(page=page))
    assert LineRole.FURNITURE not in {role for _, role in lines[4:]}


def word(words: bytes, charset: str = "gb2312") -> bytes:
    return b"=?" + charset.encode() + b"?B?" + b64encode(words) + b"?="


TITLE = "关于印发喆镕方案的通知".encode("gb18030")


@pytest.mark.parametrize(
    "subject",
    [
        word(TITLE),
        word(TITLE[:7]) + b"\r\n " + word(TITLE[7:]),
        TITLE,
        TITLE.decode("gb18030").encode(),
        word(TITLE.decode("gb18030").encode(), "utf-8"),
    ],
)
def test_heads_are_read_however_a_program_of_the_country_writes_them(subject: bytes):
    """Characters beyond what is announced, cut between two words, or not encoded at all."""
    raw = b"From: a\r\nTo: b\r\nSubject: " + subject + b"\r\n\r\n" + "请报送。".encode("gb18030")
    assert [words for words, _ in read(raw)[1]] == [
        "关于印发喆镕方案的通知", "发件人：a", "收件人：b", "请报送。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "named",
    [
        b'filename="' + word("附件镕.txt".encode("gb18030")) + b'"',
        b'filename="' + "附件镕.txt".encode("gb18030") + b'"',
        b"filename*=gb2312''%B8%BD%BC%FE%E9F.txt",
        b"filename*0*=utf-8''%E9%99%84%E4%BB%B6; filename*1*=%E9%95%95.txt",
    ],
)
def test_names_of_files_are_read_however_they_are_written(named: bytes):
    raw = (
        b'From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
        b"Content-Type: text/plain\nContent-Disposition: attachment; " + named + b"\n\n"
        + "请报送。".encode("gb18030") + b"\n--b--\n"
    )  # fmt: skip
    assert read(raw)[0].names == ("附件镕.txt",)


def test_flowed_text_is_put_together_again():
    raw = "From: a\nTo: b\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n请各乡镇于年底前 \n完成清淤。\n-- \n某办\n"
    assert [words for words, _ in read(raw.encode())[1]][2:] == [
        "请各乡镇于年底前完成清淤。",
        "--",
        "某办",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "来信：\n请各乡镇于年底前完成清淤。".encode(),
        b"Note: this is no mail\n\nwords",
        "From: 一\n正文不是信头。\n".encode(),
    ],
)
def test_a_text_that_is_no_mail_stays_a_text(raw: bytes):
    assert take_in(raw, name="x")[0].media_type == "text/plain"


def many(count: int) -> bytes:
    return bytes(mail(attached={f"{n}.txt": "请报送。".encode() for n in range(count)}))


def sealed(kind: str) -> bytes:
    return f"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: {kind}\n\n--b\n\nx\n--b--\n".encode()


def nested(depth: int) -> bytes:
    parts = b"".join(
        f'--b{n}\r\nContent-Type: multipart/mixed; boundary="b{n + 1}"\r\n\r\n'.encode()
        for n in range(depth)
    )
    return b'From: a\r\nTo: b\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n' + parts


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (bytes(mail(attached={"一.docx": docx_of()}))[:-200], "reading.broken_file"),
        (b"From: a\nTo: b\n", "reading.empty"),
        (b"From: a\nTo: b\n\n \n", "reading.empty"),
        (sealed('multipart/encrypted; boundary="b"'), "reading.encrypted"),
        (sealed("application/pkcs7-mime; smime-type=enveloped-data"), "reading.encrypted"),
        (nested(300), "reading.broken_file"),
        (nested(2_000), "reading.too_many_parts"),
        (("From: a\nTo: b\n\n" + "字" * 2_000_001).encode(), "reading.too_long"),
    ],
)
def test_a_mail_that_cannot_be_read_is_one_error_soon(raw: bytes, code: str):
    begun = time.monotonic()
    source, told = take_in(raw, name="x.eml")
    assert source is None
    assert [one.code for one in told] == [code]
    assert time.monotonic() - begun < 20


def test_of_many_files_the_first_are_read_and_the_others_named():
    source, _, told = read(many(53))
    assert told == ["reading.attachments_left"]
    assert source.text.endswith("附件（未读）：50.txt；51.txt；52.txt")


def test_what_carries_a_mark_of_secrecy_is_among_the_heads_and_the_names():
    source, _, _ = read(mail(attached={"【机密】方案.txt": "机密★1年\n关于某事".encode()}))
    assert source.heads == ("机密★1年\n关于某事",)
    assert source.names == ("【机密】方案.txt",)


@QUICK
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
    st.floats(0, 1),
)
def test_any_mail_with_bytes_changed_or_cut_off_is_a_text_or_one_error(
    changes: list[tuple[float, int]], share: float
):
    whole = bytes(mail(page=html_of().decode(), attached={"一.txt": BODY.encode("gb18030")}))
    raw = bytearray(whole)
    for place, value in changes:
        raw[int(place * min(len(raw), 1500))] = value
    for one in (bytes(raw), whole[: int(share * len(whole))]):
        assert_text_or_one_error(one)


def test_a_subject_whose_base64_is_torn_stands_as_it_is_written():
    torn = "=?utf-8?B?5YWz5?="
    raw = f"From: a@example.cn\nTo: b@example.cn\nSubject: {torn}\n\n{BODY}\n".encode()
    source, _ = take_in(raw, name="torn.eml")
    assert source is not None
    assert torn in source.text
