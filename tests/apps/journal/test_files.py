import io
import zipfile

import pytest

from guatu.apps.journal import files
from guatu.apps.journal.refusal import Absent, Refused

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


def _office_file(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, "<x/>")
    return written.getvalue()


DOCX, XLSX = _office_file("word/document.xml"), _office_file("xl/workbook.xml")


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    return settings.FILES_FOLDER


def test_file_when_kept_then_is_found_whole_under_its_hash_once(store):
    kept = files.keep_file("整改前.png", PNG)
    again = files.keep_file("同一张.png", PNG)
    assert kept == again
    assert files.read_file(kept.sha256) == PNG
    assert [path.name for path in store.rglob("*") if path.is_file()] == [kept.sha256]
    assert oct(files.path_of(kept.sha256).stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("页.txt", "会议要求".encode(), "text/plain"),
        ("页.txt", "会议要求，各单位".encode("gb18030"), "text/plain"),
        ("页.txt", "会议要求".encode("utf-16"), "text/plain"),
        ("读数.csv", b"date,pm25\n2026-11-05,80\n", "text/csv"),
        ("报告.pdf", PDF, "application/pdf"),
        ("现场.PNG", PNG, "image/png"),
        (
            "通知.docx",
            DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("台账.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_file_when_content_and_ending_agree_then_is_accepted(name, content, media_type):
    assert files.check_file(name, content) == media_type


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("空.txt", b"", "files.empty"),
        ("照片.png", PDF, "files.type_refused"),
        ("通知.docx", XLSX, "files.type_refused"),
        ("页.txt", b"\x00\x01\x02\xff\xfe", "files.type_refused"),
        ("页.html", b"<html></html>", "files.type_refused"),
        ("图.svg", b"<svg onload='x()'/>", "files.type_refused"),
        ("页.txt", b"<html><script>x()</script>", "files.type_refused"),
        ("脚本.exe", b"MZ" + b"\x90" * 64, "files.type_refused"),
        ("机密★5年.pdf", PDF, "files.secret"),
        ("通知.txt", "000012\n秘密★1年\n关于……的通知".encode(), "files.secret"),
        ("通知.txt", "机密★长期\n关于……的通知".encode("gb18030"), "files.secret"),
    ],
)
def test_file_when_not_to_be_kept_then_is_refused_and_nothing_is_written(
    store, name, content, code
):
    with pytest.raises(Refused) as refused:
        files.keep_file(name, content)
    assert refused.value.code == code
    assert not store.exists()


def test_file_when_its_read_text_is_marked_then_is_refused():
    with pytest.raises(Refused, match=r"files\.secret"):
        files.keep_file("扫描件.pdf", PDF, text="绝密★\n某某文件")


def test_file_when_too_large_then_is_refused():
    with pytest.raises(Refused, match=r"files\.too_large"):
        files.keep_file("大.txt", b"a" * 2_000_000, largest=1_000_000)


def test_file_when_altered_behind_our_back_then_is_refused_and_found(db):
    kept = files.keep_file("页.txt", b"one")
    files.path_of(kept.sha256).write_bytes(b"two")
    with pytest.raises(Refused, match=r"files\.altered"):
        files.read_file(kept.sha256)
    (finding,) = files.verify_files()
    assert (finding.code, finding.position) == ("files.altered", kept.sha256)


def test_file_when_a_row_names_it_but_it_is_gone_then_is_found(county):
    from guatu.apps.sources.models import Source
    from tests.factories.rows import make_row

    row = make_row(county.clerk, Source)
    (finding,) = files.verify_files()
    assert (finding.code, finding.position) == ("files.gone", row.sha256)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "ab"])
def test_hash_when_it_is_none_then_no_path_comes_of_it(name):
    with pytest.raises(Absent):
        files.path_of(name)


def test_file_when_left_half_written_by_a_crash_then_is_no_file(store):
    kept = files.keep_file("页.txt", b"one")
    files.path_of(kept.sha256).with_name("x.part").write_bytes(b"half")
    assert [path.name for path in files.stored_files()] == [kept.sha256]
