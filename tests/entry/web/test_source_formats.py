import io
import threading
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guatu.apps.journal.files import has_file
from guatu.apps.journal.models import Job
from guatu.apps.sources.models import Source
from guatu.entry.tasks import worker
from tests.factories.mails import mail
from tests.factories.ofd_papers import ofd_of_pdf
from tests.factories.papers import docx_of, html_of, pdf_of, xlsx_of

PAPERS = Path(__file__).parents[2] / "adapters" / "papers"
LEDGER = (
    ("序号", "重点任务", "责任单位", "完成时限"),
    (1, "完成河道清淤", "云溪镇", "2026-11-20"),
    (2, "加快办理审批手续", "县发展和改革局", "2026年12月底"),
)


@pytest.fixture(autouse=True)
def at_the_moment_of_the_tests(monkeypatch):
    """Let the job process work at the day of the tests' posts."""
    from tests.factories.acting import MOMENT

    monkeypatch.setattr(worker, "moment", lambda: MOMENT)


def slides_of() -> bytes:
    """Return the container of a slide show."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("ppt/presentation.xml", b"<x/>")
    return out.getvalue()


def upload(client, name: str, content: bytes):
    return client.post(
        "/sources/upload/", {"file": SimpleUploadedFile(name, content), "origin": "PAGE"}
    )


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("页.pdf", pdf_of(), 2),
        ("纪要.docx", docx_of(), 2),
        ("网页.html", html_of(), 2),
        ("台账.xlsx", xlsx_of(LEDGER), 2),
        ("公文.ofd", ofd_of_pdf(pdf_of()), 2),
        ("通知.doc", (PAPERS / "notice.doc").read_bytes(), 8),
        ("台账.xls", (PAPERS / "docket.xls").read_bytes(), 3),
        ("通知.odt", (PAPERS / "notice.odt").read_bytes(), 8),
        ("导出.doc", (PAPERS / "notice.rtf").read_bytes(), 8),
    ],
)
def test_a_file_of_another_program_is_read_by_the_job_process(
    sign_in, county, name, content, count
):
    client = sign_in(county.clerk)
    response = upload(client, name, content)
    source = Source.objects.get()
    assert (source.text, source.state) == ("", "RECEIVED")
    assert "后台识读" in client.get(response["Location"]).content.decode()
    assert worker.work_off(threading.Event()) == 1
    source.refresh_from_db()
    assert source.state == "READ"
    assert source.proposals.count() == count
    for one in source.proposals.all():
        words = "".join(source.text[a:b] for a, b in one.spans)
        assert words == one.action
    assert client.get(response["Location"]).status_code == 200


def test_lines_of_a_pdf_keep_their_boxes_and_its_pages_are_shown(sign_in, county):
    client = sign_in(county.clerk)
    upload(client, "page.pdf", pdf_of())
    worker.work_off(threading.Event())
    source = Source.objects.get()
    facts = source.reading["source"]
    (width, height) = facts["page_sizes"][0]
    boxes = [box for line in facts["lines"] for box in line["boxes"]]
    assert len(boxes) > 4
    assert all(0 <= box["x0"] < box["x1"] <= width for box in boxes)
    assert all(0 <= box["y0"] < box["y1"] <= height for box in boxes)
    shown = client.get(f"/sources/{source.pk}/pages/1/")
    assert shown["Content-Type"] == "image/png"
    assert shown.content.startswith(b"\x89PNG")
    assert client.get(f"/api/v1/sources/{source.pk}/pages/1").content == shown.content
    assert client.get(f"/sources/{source.pk}/pages/2/").status_code == 404


def test_quotes_are_boxed_on_the_page_as_printed(sign_in, county, page_of):
    client = sign_in(county.clerk)
    upload(client, "page.pdf", pdf_of())
    worker.work_off(threading.Event())
    source = Source.objects.get()
    address = f"/sources/{source.pk}/"
    assert "view=page" in page_of(client.get(address)).text
    page = page_of(client.get(f"{address}?view=page"))
    boxed = {one.get("data-proposal") for one in page.drawn("rect") if one.get("data-proposal")}
    assert boxed == {str(one.pk) for one in source.proposals.all()}
    (width, height) = source.reading["source"]["page_sizes"][0]
    for one in page.drawn("rect"):
        x, y, wide, tall = (float(one.get(name)) for name in ("x", "y", "width", "height"))
        assert 0 <= x < x + wide <= width + 0.2
        assert 0 <= y < y + tall <= height + 0.2
    (image,) = page.drawn("image")
    assert image.get("href") == f"{address}pages/1/"


def test_a_text_has_no_page_to_show(sign_in, county, page_of):
    client = sign_in(county.clerk)
    upload(client, "page.txt", "县长王一要求，发改局要加快办理。\n".encode())
    source = Source.objects.get()
    assert page_of(client.get(f"/sources/{source.pk}/?view=page")).drawn("image") == []


def test_a_pdf_is_read_again_with_a_year_without_opening_the_file(sign_in, county):
    client = sign_in(county.clerk)
    upload(client, "page.pdf", pdf_of())
    worker.work_off(threading.Event())
    source = Source.objects.get()
    boxes = source.reading["source"]["lines"]
    client.post(f"/sources/{source.pk}/read/", {"version": source.version, "year": "2025"})
    source.refresh_from_db()
    assert source.reading["year"]["value"] == 2025
    assert source.reading["source"]["lines"] == boxes
    assert Job.objects.count() == 1


def test_what_could_not_be_read_of_a_file_stands_at_the_desk_in_the_language_of_the_page(
    sign_in, county, page_of
):
    client = sign_in(county.clerk)
    letter = mail(attached={"汇报.pptx": slides_of()})
    where = upload(client, "来信.eml", bytes(letter))["Location"]
    worker.work_off(threading.Event())
    source = Source.objects.get()
    (told,) = source.reading["source"]["told"]
    assert (told["code"], told["severity"]) == ("reading.slides", "warning")
    (said,) = page_of(client.get(where)).all("ul", class_="note note-warning notes")
    assert "来信.eml › 汇报.pptx" in "".join(said.itertext())
    client.post(f"/sources/{source.pk}/read/", {"version": source.version, "year": "2025"})
    client.cookies["django_language"] = "en"
    (said,) = page_of(client.get(where)).all("ul", class_="note note-warning notes")
    assert "".join(said.itertext()).strip().endswith("save it as PDF and try again.")


def test_a_sheet_without_a_column_of_tasks_is_named_at_the_desk(sign_in, county):
    client = sign_in(county.clerk)
    where = upload(client, "表.xlsx", xlsx_of((("甲", "乙"), (1, 2))))["Location"]
    worker.work_off(threading.Event())
    source = Source.objects.get()
    (told,) = source.reading["diagnostics"]
    assert told["code"] == "reading.no_ledger_columns"
    assert told["message"] in client.get(where).content.decode()


def test_a_paper_whose_secrecy_mark_shows_only_once_read_is_discarded(
    sign_in, county, django_capture_on_commit_callbacks
):
    client = sign_in(county.clerk)
    upload(client, "a.docx", docx_of(headline="机密★1年"))
    sha256 = Source.objects.get().sha256
    assert has_file(sha256)
    with django_capture_on_commit_callbacks(execute=True):
        worker.work_off(threading.Event())
    assert Source.objects.count() == 0
    assert not has_file(sha256)
    assert Job.objects.get().failure == "files.secret"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%broken", docx_of()[:900]])
def test_a_broken_file_is_kept_and_says_what_to_do(sign_in, county, content):
    client = sign_in(county.clerk)
    response = upload(client, "a.pdf", content)
    if response.status_code == 422:
        assert Source.objects.count() == 0
        assert "已损坏" in response.content.decode()
        return
    worker.work_off(threading.Event())
    assert Source.objects.get().state == "RECEIVED"
    assert "已损坏" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("稿.pptx", slides_of(), "另存为 PDF"),
        ("包.zip", b"PK\x05\x06" + b"\0" * 18, "解压"),
    ],
)
def test_a_kind_that_nobody_reads_is_refused_with_advice(sign_in, county, name, content, words):
    response = upload(sign_in(county.clerk), name, content)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert Source.objects.count() == 0


@pytest.mark.parametrize(
    ("printed", "told"),
    [("2026年11月18日", "按版面所印“2026年11月18日”"), ("2026年度目标不变。", "推断为 2026 年")],
)
def test_a_year_says_whether_the_page_prints_it_or_it_was_inferred(
    sign_in, county, page_of, printed, told
):
    client = sign_in(county.clerk)
    text = f"关于检修的通知\n各乡镇人民政府：\n一、由县供热站牵头，县气象站配合，12月20日前完成检修。\n{printed}\n"
    file = SimpleUploadedFile("n.txt", text.encode())
    answer = client.post("/sources/upload/", {"file": file, "origin": "PAGE"})
    page = client.get(answer["Location"]).content.decode()
    assert told in page
    assert "<strong>县供热站</strong>（牵头）" in page


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (("2026-11-30", "2027年2月"), "没有缺年份的日期"),
        (("11月30日前", "2027年2月"), "日期无法推算"),
        (("长期坚持", "立行立改"), "没有缺年份的日期"),
    ],
)
def test_a_ledger_asks_for_the_year_only_where_a_day_hangs_on_it(sign_in, county, limits, told):
    client = sign_in(county.clerk)
    rows = [("督办事项", "责任单位", "完成时限"), *(("清淤", "县供热站", one) for one in limits)]
    where = upload(client, "台账.csv", "\n".join(map(",".join, rows)).encode())["Location"]
    worker.work_off(threading.Event())
    assert told in client.get(where).content.decode()
