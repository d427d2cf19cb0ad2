"""RTF as other programs wrote it, and what their files hold piece by piece."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guatu.adapters.intake import take_in
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import LineRole
from tests.adapters import taken_in
from tests.adapters.taken_in import assert_text_or_one_error

PAPERS = Path(__file__).parent / "papers"
QUICK = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset134 SimSun;}{\f2\fcharset136 MingLiU;}}"
)


def rtf(body: str, head: str = r"\ansicpg936") -> bytes:
    """Return a file of a body; its characters beyond ASCII stand as bytes in GBK."""
    return rf"{{\rtf1\ansi{head}{FONTS}{body}}}".encode("gb18030")


def figures(words: str, coding: str = "gb18030") -> str:
    return "".join(rf"\'{byte:02x}" for byte in words.encode(coding))


lines_of = partial(taken_in.lines_of, media_type="application/rtf")
words_of = partial(taken_in.words_of, media_type="application/rtf")


def test_an_rtf_is_read_as_the_docx_it_was_saved_from():
    """Heads, feet, lists, merged cells, changes, hidden words, fields and wide tables alike."""
    source, _ = take_in((PAPERS / "notice.docx").read_bytes(), name="x")
    wanted = [(source.text[one.span.start : one.span.end], one.role) for one in source.marks]
    assert lines_of((PAPERS / "notice.rtf").read_bytes()) == wanted


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (rf"\f1 {figures('云溪县')}\par", "云溪县"),
        (rf"\f2 {figures('雲溪縣', 'cp950')}\par", "雲溪縣"),
        (r"\f1 \'d4{\b \'c6}\cf1\'cf\'aa\par", "云溪"),
        (r"\f1 \'81@\'81{\b A}\par", "丂丄"),
        (r"\f0 \'d4\'c6\'cf\'aa 2026\par", "云溪 2026"),
        ("\\f1 云溪县誠懇\\par", "云溪县誠懇"),
        (r"\uc1\u20113?\u28330\'3f\par", "云溪"),
        (rf"\uc2\u20113{figures('云')}\u28330{figures('溪')}\par", "云溪"),
        (r"\uc0\u20113\u28330 ?\par", "云溪?"),
        (r"{\uc0\u20113}\u28330?\par", "云溪"),
        (r"\uc1\u20113\u28330\par", "云溪"),
        (r"\u-10174?\u-8265?\par", "𠮷"),
        (r"\u-10174?\par", "\ufffd"),
        (r"{\upr{\'3f\'3f}{\*\ud{\u20113?\u28330?}}}\par", "云溪"),
        (r"\ldblquote a\rdblquote\~b\_c\{\}\\d\-e\emdash\par", "“a” b-c{}\\de—"),
        ("a\\tab b\r\nc\\line d\\\r\ne", "a bc d"),
    ],
)
def test_characters_are_read_however_they_are_written(body: str, words: str):
    assert words_of(rtf(body))[0] == words


@pytest.mark.parametrize(
    ("head", "body", "words"),
    [
        (r"\ansicpg1252", rf"\f0 {figures('云溪县')}\par", "云溪县"),
        (r"\ansicpg1252", r"\f0 \'93a\'94 caf\'e9\par", "“a” café"),
        ("", rf"\f0 {figures('云溪县')}\par", "云溪县"),
        (r"\deflangfe2052", rf"\f0 {figures('云')}\par", "云"),
        (r"\ansicpg65001", rf"\f0 {figures('云', 'utf-8')}\par", "云"),
        (r"\ansicpg1252", rf"\loch\f0\dbch\af1 {figures('云')}\par", "云"),
    ],
)
def test_bytes_are_read_by_what_the_file_says_of_them(head: str, body: str, words: str):
    assert words_of(rtf(body, head)) == [words]


def test_what_the_page_does_not_show_is_not_read():
    body = (
        r"{\info{\title T}{\author W}}{\*\generator G;}{\header H\par}{\footer F\par}"
        r"a{\deleted no}{\v no}\v no\v0 b{\*\atnid N}{\*\annotation\pard no\par}"
        r"{\field{\*\fldinst{HYPERLINK no}}{\fldrslt c}}{\footnote\chftn  n}"
        r"{\*\bkmkstart no}{\xe{no}}{\pict 0123}{\*\unknown no}d\par"
        r"{\shp{\*\shpinst{\sp{\sn no}{\sv no}}{\shptxt e\par}}{\shprslt no\par}}f\par"
        r"{\object{\*\objdata 00}{\result g}}"
    )
    found = lines_of(rtf(body))
    assert [words for words, _ in found] == ["H", "abcd", "f", "e", "g", "n", "F"]
    furniture = [words for words, role in found if role is LineRole.FURNITURE]
    assert furniture == ["H", "n", "F"]


def test_numbers_printed_before_points_are_read_and_bullets_are_not():
    body = r"{\listtext\pard\plain 1.\tab}a\par{\pntext\'b7\tab}b\par{\*\pn{\pntxta )}}c\par"
    assert words_of(rtf(body)) == ["1.a", "b", "c"]


def test_a_headline_shows_by_its_type_or_style_and_a_signature_by_its_side():
    styles = r"{\stylesheet{\s0\fs32 Normal;}{\s1\sbasedon0 heading 1;}{\s2\sbasedon0\qr sign;}}"
    long = figures("各乡镇要于2026年11月底前完成排查。")
    body = (
        rf"{styles}\pard\plain\qc\fs44 {figures('关于开展排查的通知')}\par"
        rf"\pard\plain\s0\fs32 {long}\par\pard\plain\s1 {figures('附则')}\par{long}\par"
        rf"\pard\plain\s2 {figures('云溪县人民政府')}\par"
    )
    roles = [role for _, role in lines_of(rtf(body))]
    assert roles == [
        LineRole.HEADLINE, LineRole.BODY, LineRole.HEADLINE, LineRole.BODY, LineRole.SIGNATURE,
    ]  # fmt: skip


ROW = r"\trowd\cellx1000\cellx2000{merge}\cellx3000 "


def test_rows_of_a_table_are_lines_and_merged_cells_hold_for_the_rows_below():
    first = ROW.format(merge=r"\clvmgf") + r"\pard\intbl a\par b\cell c\cell d\cell\row"
    second = ROW.format(merge=r"\clvmrg") + r"\intbl e\cell f\cell\cell\row"
    third = r"\trowd\cellx2000\cellx3000 g\cell h\cell\row\pard i\par"
    assert words_of(rtf(first + second + third)) == ["a b\tc\td", f"e\tf\t{DITTO}", "g\t\th", "i"]


def test_a_table_within_a_cell_keeps_its_words():
    nested = r"\itap2 b\nestcell c\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}"
    body = rf"\trowd\cellx1000\cellx2000\pard\intbl a\par{nested}\pard\intbl d\cell e\cell\row"
    assert words_of(rtf(body)) == ["a b c d\te"]


def test_a_table_that_breaks_off_keeps_its_words():
    assert words_of(rtf(r"\intbl a\cell b\cell c")) == ["a\tb\tc"]


def test_bytes_of_pictures_are_passed_over():
    assert words_of(rtf(r"a{\pict\bin6 }}}{{{}b\\bin3 c\par")) == [r"ab\bin3 c"]


def test_what_stands_behind_the_last_brace_is_read_too():
    assert words_of(rtf(r"a\par") + b"\0\0\r\n" + rtf(r"b\par")) == ["a", "b"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (rtf(r"a\par")[:-1], "reading.broken_file"),
        (rtf(r"{\b a\par"), "reading.broken_file"),
        (rtf("{" * 100_000 + "a" + "}" * 100_000), "reading.broken_file"),
        (rtf("a" * 2_100_000), "reading.too_long"),
        (rtf(r"\par"), "reading.empty"),
        (rb"{\rtf1", "reading.broken_file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error(raw: bytes, code: str):
    source, told = take_in(raw, name="x.rtf")
    assert source is None
    assert [one.code for one in told] == [code]


def test_rows_that_share_no_edge_do_not_grow_without_end():
    rows = "".join(
        rf"\trowd\cellx{100 + 90 * n}\cellx{3_000_000 + 90 * n}\intbl a\cell b\cell\row"
        for n in range(3_000)
    )
    source, _ = take_in(rtf(rows), name="x")
    assert source is not None
    assert source.text.count("a") == 3_000
    assert len(source.text) < 20_000


@QUICK
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12),
    st.floats(0, 1),
)
def test_any_file_with_bytes_changed_or_cut_off_is_a_text_or_one_error(
    changes: list[tuple[float, int]], share: float
):
    raw = bytearray((PAPERS / "notice.rtf").read_bytes())
    for place, value in changes:
        raw[int(place * len(raw))] = value
    for one in (bytes(raw), bytes(raw[: int(share * len(raw))])):
        assert_text_or_one_error(one)


PIECES = st.sampled_from(
    [
        r"{",
        r"}",
        r"\par",
        r"\cell",
        r"\row",
        r"\intbl",
        r"\trowd",
        r"\cellx9",
        r"\u20113?",
        r"\u-10174",
        r"\uc2",
        r"\uc0",
        r"\v",
        r"\v0",
        r"\f1",
        r"\'d4",
        r"\'c6",
        r"\*",
        r"\upr",
        r"\ud",
        r"\fonttbl",
        r"\stylesheet",
        r"\shp",
        r"\shptxt",
        r"\listtext",
        r"\footnote",
        r"\header",
        r"\pict",
        r"\bin3",
        r"\fldrslt",
        r"\s1",
        r"云溪",
    ]
)


@QUICK
@given(st.lists(PIECES, max_size=60))
def test_any_order_of_words_is_a_text_or_one_error(pieces: list[str]):
    source, told = take_in(rtf("".join(pieces)), name="x")
    assert (source is None) == (len(told) == 1)


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=40,
)


@QUICK
@given(st.lists(WORDS, min_size=1, max_size=8), st.booleans())
def test_every_character_comes_through(paragraphs: list[str], in_bytes: bool):
    def written(words: str) -> str:
        if in_bytes:
            return figures(words)
        units = words.encode("utf-16-le")
        pairs = (int.from_bytes(units[n : n + 2], "little") for n in range(0, len(units), 2))
        return "".join(rf"\u{one - 0x10000 if one > 0x7FFF else one}?" for one in pairs)

    body = "".join(rf"\f1 {written(words)}\par" for words in paragraphs)
    source, _ = take_in(rtf(body), name="x")
    found = "" if source is None else source.text
    assert "".join(found.split()) == "".join("".join(paragraphs).split())
