"""OFD beside the PDF with the same characters at the same places."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters import picture_intake
from guatu.adapters.intake import take_in
from guatu.adapters.ofd_pages import numbers
from guatu.adapters.page_pictures import page_picture
from guatu.adapters.typesetting import TypstTypesetter
from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.kernel.protocols import TypesetJob
from guatu.domain.reading.marks import LineRole, SourceText
from tests.factories.ofd_papers import ofd_of_pdf, package, text_unit
from tests.factories.papers import pdf_of

A4 = (595.28, 841.89)
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TABLE = """
#set page(width: 180mm, height: 120mm, margin: 10mm)
#set text(font: "Noto Sans SC", size: 10pt)
县政府办公室现将重点任务分解如下，请各单位对照办理并按时报送进展情况。
#table(columns: (20mm, 70mm, 40mm, 30mm),
  [序号], [重点任务], [责任单位], [完成时限],
  [1], [完成老旧管网检修并逐段试压合格], [县热力公司], [10月15日前],
  [2], [开展入户走访], [各乡镇], [10月底前])
"""


def read(raw: bytes) -> SourceText:
    """Return the source of a file that can be read."""
    source, told = take_in(raw, name="x")
    assert source is not None, told
    assert not told
    return source


def lines(source: SourceText) -> list[tuple[str, LineRole, bool]]:
    """Return the lines with their roles."""
    return [
        (source.text[one.span.start : one.span.end], one.role, one.opens) for one in source.marks
    ]


def typeset(markup: str) -> bytes:
    return TypstTypesetter().pdf(TypesetJob(markup=markup, inputs={}, files={}))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("columns", [1, 2])
def test_a_page_is_read_as_the_pdf_of_the_same_characters(columns: int, turned: bool):
    paper = pdf_of(columns=columns)
    assert lines(read(ofd_of_pdf(paper, turned=turned))) == lines(read(paper))


def test_a_ruled_table_is_read_by_its_cells():
    paper = typeset(TABLE)
    source = read(ofd_of_pdf(paper))
    assert lines(source) == lines(read(paper))
    assert "1\t完成老旧管网检修并逐段试压合格\t县热力公司\t10月15日前" in source.text


def test_its_lines_say_where_they_stand():
    source = read(ofd_of_pdf(pdf_of()))
    assert source.media_type == "application/ofd"
    assert len(source.page_sizes) == source.pages
    assert all(one.pieces for one in source.marks)


def sentence(words: str, top: float, *, size: float = 12.0) -> str:
    return text_unit(words, [60 + size * n for n in range(len(words))], top, size)


def test_what_the_template_draws_is_on_every_page():
    head = sentence("云溪县人民政府文件", 60, size=24)
    bodies = [sentence(f"{number}县住建局要在年底前完成整改并报送结果。", 200) for number in "甲乙"]
    source = read(package(bodies, [A4, A4], template=head))
    assert source.pages == 2
    assert source.text.count("云溪县人民政府文件") == 2
    assert source.text.count("县住建局要在年底前完成整改并报送结果。") == 2


def test_characters_without_steps_stand_as_wide_as_they_are():
    unit = '<ofd:TextObject ID="1" Boundary="20 20 150 6" Size="5"><ofd:TextCode X="0" Y="5">县住建局要在2026年11月5日前办结。</ofd:TextCode></ofd:TextObject>'
    assert read(package([unit], [A4])).text == "县住建局要在2026年11月5日前办结。"


def test_a_page_that_is_a_picture_is_read_by_eye(monkeypatch: pytest.MonkeyPatch):
    if not picture_intake.can_see():
        pytest.skip("the extra ocr is not installed")
    picture = page_picture(pdf_of(columns=1), "application/pdf", 1)
    assert picture is not None
    unit = '<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="900"/>'
    paper = package([unit], [A4], resources={"scan.png": picture[0]})
    assert "云溪镇要在2026年11月20日前完成河道清淤" in read(paper).text
    monkeypatch.setattr(picture_intake, "can_see", lambda: False)
    assert [one.code for one in take_in(paper, name="x")[1]] == ["reading.scan_unread"]


def test_a_package_that_is_locked_or_torn_is_one_error():
    paper = ofd_of_pdf(pdf_of())
    for name, words, code in (
        ("OFD.xml", "<OFD><Encryptions/></OFD>", "reading.encrypted"),
        ("OFD.xml", "<OFD/>", "reading.broken_file"),
        ("Doc_0/Document.xml", "<Document", "reading.broken_file"),
        ("Doc_0/Pages/Page_0/Content.xml", "", "reading.broken_file"),
    ):
        source, told = take_in(exchanged(paper, name, words.encode()), name="x")
        assert source is None
        assert [one.code for one in told] == [code]


def exchanged(raw: bytes, name: str, words: bytes) -> bytes:
    """Return a package with one part exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, words if part == name else old.read(part))
    return out.getvalue()


WORDS = ("1e999", "nan", "-", "g", "9" * 30, "0", "-5", "", "g 99999999 1", "甲", "1 2 3 4 5 6")


@QUICK
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Boundary", "Size", "CTM", "X", "Y", "DeltaX", "DeltaY"]),
            st.sampled_from(WORDS),
        ),
        max_size=6,
    ),
    st.sampled_from(["M 0 0 L 10 0 C", "L", "M 1 L 2 3", "M 1e999 0 L nan 3", "A 1 2 3", "C C"]),
)
def test_any_attribute_is_a_text_or_one_error(said: list[tuple[str, str]], drawn: str):
    held = dict(said)
    text = " ".join(f'{name}="{value}"' for name, value in held.items() if name[0] in "BSC")
    code = " ".join(f'{name}="{value}"' for name, value in held.items() if name[0] in "XYD")
    unit = (
        f"<ofd:TextObject {text}><ofd:TextCode {code}>县住建局要办结</ofd:TextCode></ofd:TextObject>"
        f'<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>{drawn}</ofd:AbbreviatedData></ofd:PathObject>'
    )
    source, told = take_in(package([unit], [A4]), name="x")
    errors = [one for one in told if one.severity is Severity.ERROR]
    assert (source is None) == bool(errors)


@QUICK
@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12))
def test_any_package_with_bytes_changed_is_a_text_or_one_error(changes: list[tuple[float, int]]):
    raw = bytearray(ofd_of_pdf(pdf_of()))
    for share, value in changes:
        raw[int(share * len(raw))] = value
    source, told = take_in(bytes(raw), name="x")
    assert (source is None) == any(one.severity is Severity.ERROR for one in told)


def test_numbers_that_are_none_are_not_read():
    assert numbers("1 2.5 -3") == [1.0, 2.5, -3.0]
    assert numbers("1 nan") == numbers("1 甲") == numbers(None) == []
